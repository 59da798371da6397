#include "platform/session.h"

#include <doctest/doctest.h>

#include "platform/headless/headless_host.h"
#include "platform/headless/test_text.h"
#include "ui/theme.h"

namespace who_says {
namespace {

constexpr const char* kArticle =
    R"({"verb":"load-article","article":{"url":"https://example.org/a","title":"A","lang":"en",)"
    R"("text":"The bridge will open in May, the mayor said. Nobody knows the price."}})";
constexpr const char* kClaims =
    R"([{"id":"urn:c1","type":"Annotation","motivation":"highlighting","target":{"selector":)"
    R"({"type":"TextQuoteSelector","exact":"The bridge will open in May"}}},)"
    R"({"id":"urn:c2","type":"Annotation","target":{"selector":)"
    R"({"type":"TextQuoteSelector","exact":"Nobody knows the price"}}}])";

std::string load_claims() {
  std::string quoted;
  for (const char* c = kClaims; *c; ++c) {
    if (*c == '"' || *c == '\\') quoted += '\\';
    quoted += *c;
  }
  return R"({"verb":"load-claims","text":")" + quoted + "\"}";
}

struct Widget {
  TestText text;
  HeadlessHost host;
  Session session;
  explicit Widget(bool software = true) : session(text, host, software) {}

  void load() {
    session.send(kArticle);
    session.send(load_claims());
  }
  /// Draws until nothing more is wanted; the number of frames.
  int settle(float scale = 1) {
    for (int n = 1; n < 20; ++n)
      if (session.frame({420 * scale, 800 * scale, scale, 0, n * 16.0}) < 0) return n;
    return 20;
  }
  const ui::ItemRect* item(std::string_view id) {
    for (const ui::ItemRect& r : session.layout().items)
      if (r.id == id) return &r;
    return nullptr;
  }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_CASE("an article and its claims come in, highlights go out, once") {
  Widget w;
  w.load();
  std::string effects = w.session.take_effects();
  CHECK(has(effects, "show-highlights"));
  CHECK(has(effects, "urn:c1"));
  CHECK(has(effects, "[45,67]"));
  CHECK(w.session.take_effects() == "[]");
}

TEST_CASE(
    "emoji are drawn in their colours, all else in ink; the atlas takes four bytes a pixel from the first "
    "one on") {
  Widget w;
  w.session.send(
      R"({"verb":"load-article","article":{"url":"https://example.org/a","lang":"en","text":"Seals 🎉 are back."}})");
  w.session.send(R"({"verb":"show-view","value":"text"})");
  CHECK(w.session.frame({420, 800, 1, 0, 0}) == 0);
  CHECK(w.session.frame({420, 800, 1, 0, 16}) == -1);
  size_t green = 0, grey = 0;
  for (size_t i = 0; i + 3 < w.host.picture.size(); i += 4) {
    int r = w.host.picture[i], g = w.host.picture[i + 1];
    green += g > r + 80;
    grey += g < 120 && std::abs(g - r) < 30;
  }
  CHECK(green > 40);
  CHECK(grey > 200);
  w.session.forget_text();
  CHECK(w.session.frame({420, 800, 1, 0, 32}) == -1);
}

TEST_CASE("idle: after a few frames none is wanted, and a frame that changes nothing gives no row back") {
  Widget w;
  w.load();
  CHECK(w.settle() <= 3);
  int rows = w.host.rows_presented;
  CHECK(rows >= 800);
  CHECK(w.session.frame({420, 800, 1, 0, 1000}) == -1);
  CHECK(w.host.rows_presented == rows);
  CHECK(w.host.stamps == 0);
}

TEST_CASE(
    "what is out of sight is laid out once: scrolling moves no item, and the picture is the same as one laid "
    "out anew") {
  Widget w, fresh;
  for (Widget* one : {&w, &fresh}) one->load();
  w.settle();
  w.session.take_layout();
  for (float scroll : {0.0f, 60.0f, 200.0f}) {
    for (Widget* one : {&w, &fresh})
      for (int n = 0; n < 2; ++n) one->session.frame({420, 300, 1, scroll, 0});
    fresh.session.forget_text();  // everything anew
    for (int n = 0; n < 2; ++n) fresh.session.frame({420, 300, 1, scroll, 0});
    CHECK(w.host.picture == fresh.host.picture);
  }
  w.session.take_layout();
  w.session.frame({420, 300, 1, 90, 0});
  CHECK(w.session.take_layout().empty());
}

TEST_CASE("outline and layout are told only when they changed") {
  Widget w;
  w.load();
  w.settle();
  std::string outline = w.session.take_outline();
  CHECK(has(outline, "The bridge will open in May"));
  CHECK(w.session.take_outline().empty());
  std::string layout = w.session.take_layout();
  CHECK(has(layout, "\"height\""));
  CHECK(has(layout, "\"items\""));
  CHECK(w.session.take_layout().empty());
  w.settle();
  CHECK(w.session.take_layout().empty());
  CHECK(w.session.send(R"({"verb":"show-view","value":"sources"})"));
  w.settle();
  CHECK(!w.session.take_outline().empty());
  CHECK(!w.session.take_layout().empty());
}

TEST_CASE("a press in the canvas is the command of the outline, stamped by the shell") {
  Widget w;
  w.load();
  w.settle();
  w.session.take_outline();
  const ui::ItemRect* tab = w.item("tab:sources");
  REQUIRE(tab != nullptr);
  float x = tab->x + tab->width / 2, y = tab->y + tab->height / 2;
  w.session.pointer(0, x, y);
  w.settle();
  w.session.pointer(1, x, y);
  w.settle();
  w.session.pointer(2, x, y);
  CHECK(w.session.frame({420, 800, 1, 0, 2000}) == 0);  // what was pressed must now be drawn
  CHECK(w.host.stamps >= 1);
  CHECK(w.session.app().model().view == View::sources);
  w.settle();
  CHECK(!w.session.take_outline().empty());
}

TEST_CASE("replay: the same commands and frames give the same effects, outline and picture") {
  const std::vector<std::string> script = {
      R"({"verb":"set-appearance","appearance":{"dark":true,"reducedMotion":true}})",
      kArticle,
      load_claims(),
      R"({"verb":"open-claim","id":"urn:c1"})",
      R"({"verb":"begin-draft","range":[33,38],"stamp":{"id":"new","now":"2026-01-01T00:00:00Z"}})",
      R"({"verb":"set-field","id":"draft-source","text":"The mayor"})",
      R"({"verb":"save-draft","stamp":{"id":"new2","now":"2026-01-01T00:00:01Z"}})",
      R"({"verb":"show-view","value":"profile"})",
      R"({"verb":"undo"})",
      R"({"verb":"show-view","value":"text"})"};
  Widget a, b;
  for (const std::string& command : script) {
    for (Widget* w : {&a, &b}) w->session.send(command);
    a.settle();
    CHECK(a.session.take_effects() == b.session.take_effects());
  }
  // One drew after each command, the other only now.
  b.settle();
  CHECK(a.session.take_outline() == b.session.take_outline());
  CHECK(a.host.picture == b.host.picture);
  CHECK(a.host.width == 420);
}

TEST_CASE("what cannot be read is an effect with a code, and the session goes on") {
  Widget w;
  w.load();
  w.session.take_effects();
  for (const char* bad : {"", "{", "[]", "null", R"({"verb":"dance"})",
                          R"({"verb":"begin-draft","range":[9]})", R"({"verb":7})", "\xff\xfe"}) {
    CHECK(!w.session.send(bad));
    std::string effects = w.session.take_effects();
    CHECK_MESSAGE(has(effects, "\"failed\""), bad);
  }
  CHECK(w.session.app().model().claims.cards.size() == 2);
  w.settle();
}

TEST_CASE("scale, theme, text size, narrow and empty canvases") {
  Widget w;
  w.load();
  for (float scale : {1.0f, 1.25f, 2.0f, 3.0f}) {
    CHECK(w.settle(scale) <= 3);
    CHECK(w.host.width == static_cast<int>(420 * scale));
  }
  for (float width : {1.0f, 64.0f, 320.0f, 3000.0f}) w.session.frame({width, 200, 1, 0, 0});
  CHECK(w.session.frame({0, 0, 1, 0, 0}) >= -1);
  w.session.send(R"({"verb":"set-appearance","appearance":{"dark":true,"fontScale":2}})");
  w.settle();
  uint32_t paper = ui::theme_of(w.session.app().model().appearance).panel;
  CHECK(w.host.picture[0] == (paper & 0xFF));
  CHECK(w.host.picture[3] == 255);
}

TEST_CASE("forgotten text is measured and drawn anew, to the same picture") {
  Widget w;
  w.load();
  w.settle();
  std::vector<uint8_t> before = w.host.picture;
  int rasterised = w.text.rasterised;
  w.settle();
  CHECK(w.text.rasterised == rasterised);
  w.session.forget_text();
  w.settle();
  CHECK(w.text.rasterised > rasterised);
  CHECK(w.host.picture == before);
}

TEST_CASE("the pointer goes away: nothing stays pointed at") {
  Widget w;
  w.load();
  w.settle();
  w.session.send(R"({"verb":"point-claim","id":"urn:c1"})");
  CHECK(has(w.session.take_effects(), "\"pointed\":true"));
  w.session.pointer(3, 0, 0);
  CHECK(!has(w.session.take_effects(), "\"pointed\":true"));
}

TEST_CASE("a picture can be written out") {
  Widget w;
  w.load();
  w.settle();
  std::string file = w.host.ppm();
  CHECK(file.rfind("P6\n420 800\n255\n", 0) == 0);
  CHECK(file.size() == 15 + 420 * 800 * 3);
}

}  // namespace
}  // namespace who_says
