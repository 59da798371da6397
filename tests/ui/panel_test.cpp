#include <cmath>

#include "imgui.h"
#include "text/utf.h"
#include "ui/frame.h"
#include "ui/icons.h"
#include "ui/stage.h"

using namespace who_says;
using namespace who_says::test;

namespace {
const char* kViews[] = {"claims", "sources", "profile", "text"};

}  // namespace

TEST_CASE("every control of the outline is drawn once, in every view, size and scale") {
  for (float width : {300.0f, 432.0f, 760.0f})
    for (float scale : {1.0f, 1.5f, 3.0f}) {
      Stage s;
      s.width = width;
      s.scale = scale;
      for (const char* view : kViews) {
        s.app.update(command(Verb::show_view, "", view));
        check_outline(s, view);
      }
      s.app.update(command(Verb::show_view, "", "claims"));
      s.app.update(command(Verb::toggle_filters));
      s.app.update(command(Verb::open_claim, "c1"));
      s.app.update(command(Verb::edit_note, "c1"));
      check_outline(s, "open card");
      s.app.update(command(Verb::import_claims, "", "x", "{"));
      check_outline(s, "notice");
      s.app.update(command(Verb::correct_claim, "c1"));
      s.app.update(command(Verb::toggle_more, "", "kind"));
      check_outline(s, "editor");
    }
}

TEST_CASE("a press asks for the item's own command") {
  Stage s;
  for (const char* id : {"tab:sources", "claim:c1", "filters", "legend:former", "accept:c4", "export"}) {
    s.height = 2400;
    std::vector<Command> asked = s.press(id);
    std::vector<const OutlineNode*> controls;
    controls_of(s.app.outline(), controls);
    auto at =
        std::find_if(controls.begin(), controls.end(), [&](const OutlineNode* n) { return n->id == id; });
    REQUIRE(at != controls.end());
    REQUIRE_MESSAGE(asked.size() == 1, id);
    CHECK(write_command(asked[0]) == write_command(*(*at)->command));
  }
}

TEST_CASE("what is disabled or under the header cannot be pressed") {
  Stage s;
  CHECK(s.press("undo").empty());
  s.draw();
  s.height = 400;
  const ui::ItemRect* card = s.item("claim:c1");
  REQUIRE(card);
  s.scroll = card->y + card->height / 2 - 40;  // the card's middle now lies under the header
  CHECK(s.press("claim:c1").empty());
}

TEST_CASE("nothing moves by itself, and heights are stable") {
  Stage s;
  for (const char* view : kViews) {
    s.app.update(command(Verb::show_view, "", view));
    s.draw();
    float height = s.out.content_height;
    CHECK_FALSE(s.out.wants_frame);
    s.scroll = 200;
    s.draw();
    CHECK(s.out.content_height == doctest::Approx(height));
    s.scroll = 0;
  }
}

TEST_CASE("scrolling brings an item into sight") {
  Stage s;
  s.height = 420;
  s.draw();
  CHECK(s.panel.scroll_to("tab:claims") == -1);
  float to = s.panel.scroll_to("claim:c4");
  CHECK(to > 0);
  s.scroll = to;
  s.draw();
  CHECK(s.panel.scroll_to("claim:c4") == -1);
  const ui::ItemRect* r = s.item("claim:c4");
  CHECK(r->y >= s.out.header_height);
  CHECK(r->y + r->height <= s.height);
  CHECK(s.panel.scroll_to("no such item") == -1);
}

TEST_CASE("cards do not overlap") {
  Stage s;
  s.app.update(command(Verb::open_claim, "c1"));
  s.draw();
  float bottom = 0;
  for (const char* id : {"c1", "c2", "c3", "c4"}) {
    const ui::ItemRect* r = s.item(std::string("claim:") + id);
    REQUIRE(r);
    CHECK(r->y >= bottom);
    bottom = r->y + r->height;
  }
}

TEST_CASE("words of the Text view are chosen with the pointer and claims opened") {
  Stage s;
  auto [x, y] = s.show_text("text-claim:c2");
  auto step = [&](float px, float py) {
    s.panel.pointer_move(px, py);
    s.draw();
    return s.queue;
  };
  step(x, y);
  s.panel.pointer_button(true);
  step(x, y);
  s.panel.pointer_button(false);
  std::vector<Command> asked = step(x, y);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].verb == Verb::open_claim);
  CHECK(asked[0].id == "c2");

  s.panel.pointer_button(true);
  step(x, y);
  asked = step(x + 120, y);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].verb == Verb::pick_range);
  CHECK(asked[0].range.size() > 6);
  s.panel.pointer_button(false);
  step(x + 120, y);
}

// A driver, or a slow machine, hands over a whole drag between two frames.
TEST_CASE("a drag that is over before a frame was drawn still chooses its words") {
  Stage s;
  auto [x, y] = s.show_text("text-claim:c2");
  s.panel.pointer_move(x, y);
  s.panel.pointer_button(true);
  s.panel.pointer_move(x + 60, y);
  s.panel.pointer_move(x + 120, y);
  s.panel.pointer_button(false);
  std::vector<Command> asked;
  for (int frame = 0; frame < 3; ++frame) {  // as many as follow a press in the page
    s.draw();
    for (Command& c : s.queue) asked.push_back(c);
  }
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].verb == Verb::pick_range);
  CHECK(asked[0].range.size() > 6);
}

TEST_CASE("runs are rasterised once") {
  Stage s;
  s.draw();
  int first = s.text.rasterised;
  CHECK(first > 20);
  s.draw();
  CHECK(s.text.rasterised == first);
  s.panel.forget_text();
  s.draw();
  CHECK(s.text.rasterised > first);
}

TEST_CASE("words that a frame has no time for come with the next ones") {
  struct Slow : TestText {
    int left = 0;
    RunShape raster(Face face, float size, std::string_view run, float phase) override {
      if (left-- > 0) return TestText::raster(face, size, run, phase);
      RunShape later;
      later.width = -1;
      return later;
    }
  } slow;
  Stage s;
  s.draw();
  ui::Panel panel(slow);
  ui::FrameOutput first, out;
  auto draw = [&] {
    slow.left = 20;
    out = panel.draw(s.app.model(), {s.width, s.height, 1, 0, 0}, s.queue);
    CHECK(slow.left >= -1);  // once told, it asks no more
  };
  draw();
  first = out;
  CHECK(slow.rasterised == 20);
  CHECK(first.wants_frame);
  int frames = 1;
  for (; out.wants_frame && frames < 100; ++frames) draw();
  CHECK(slow.rasterised == s.text.rasterised);
  CHECK(slow.runs == s.text.runs);
  CHECK(frames == (s.text.rasterised + 19) / 20);
  // Where things are does not wait.
  CHECK(out.content_height == first.content_height);
  REQUIRE(first.items.size() == s.out.items.size());
  slow.left = 0;
  CHECK_FALSE(panel.draw(s.app.model(), {s.width, s.height, 1, 0, 0}, s.queue).wants_frame);
}

TEST_CASE("the focus of an opened source is drawn around all of its card") {
  Stage s;
  s.app.update(command(Verb::show_view, "", "sources"));
  s.app.update(command(Verb::open_source, "nobody"));
  s.app.update(command(Verb::focus, "source:nobody"));
  s.height = 1600;
  s.draw();
  const ui::ItemRect* card = s.item("source:nobody");
  REQUIRE(card);
  float last = 0;
  for (const ui::ItemRect& r : s.out.items)
    if (r.id.rfind("row:nobody:", 0) == 0) last = std::max(last, r.y + r.height);
  REQUIRE(last > card->y + card->height / 2);
  // Left of the card there is nothing but its ring.
  ui::Colour accent = ui::theme_of(s.app.model().appearance).accent;
  float end = 0;
  const ImDrawData& drawn = *ImGui::GetDrawData();
  for (const ImDrawList* list : drawn.CmdLists)
    for (const ImDrawVert& v : list->VtxBuffer)
      if (v.col == accent && v.pos.x < card->x - 1.5f && v.pos.y > card->y) end = std::max(end, v.pos.y);
  CHECK(end > last);
}

TEST_CASE("each entry of the legend has the line of its kind, whole, in a shape of its own") {
  Stage s;
  PanelModel model = s.app.model();
  LegendItem entry = model.claims.legend.front();
  model.claims.legend.clear();
  for (int hue = 0; hue < 8; ++hue) {
    entry.hue = static_cast<Hue>(hue);
    entry.action.id = "legend:" + std::to_string(hue);
    model.claims.legend.push_back(entry);
  }
  s.out = s.panel.draw(model, {s.width, 900, 1, 0, 0}, s.queue);
  ui::Theme theme = ui::theme_of(model.appearance);
  std::set<std::set<std::pair<int, int>>> shapes;
  for (const LegendItem& one : model.claims.legend) {
    const ui::ItemRect* r = s.item(one.action.id);
    REQUIRE(r);
    std::set<std::pair<int, int>> shape;
    int right = 0;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
      for (const ImDrawVert& v : list->VtxBuffer) {
        float x = v.pos.x - r->x - 5, y = v.pos.y - r->y;
        if (v.col != theme.hue(one.hue) || x < -1 || x > 23 || y < 0 || y > r->height) continue;
        shape.insert({static_cast<int>(x * 2), static_cast<int>(y * 2)});
        right = std::max(right, static_cast<int>(x));
      }
    CHECK(shape.size() >= 4);
    CHECK(right >= 17);
    shapes.insert(shape);
  }
  CHECK(shapes.size() == 8);
}

TEST_CASE("a pill is as wide and high when it is chosen; one breaks its words only where they do not fit") {
  Stage s;
  s.app.update(command(Verb::toggle_filters));
  PanelModel model = s.app.model();
  REQUIRE(!model.claims.filters.empty());
  int one_line = 0, broken = 0;
  for (std::string words = "Words of a pill that"; words.size() < 60; words += "e") {
    ui::ItemRect was;
    for (bool on : {false, true}) {
      Action& pill = model.claims.filters.front().options.front();
      pill.label = words;
      pill.on = on;
      s.out = s.panel.draw(model, {300, 2000, 1, 0, 0}, s.queue);
      const ui::ItemRect* is = s.item(pill.id);
      REQUIRE(is);
      if (on) {
        CHECK(is->width == was.width);
        CHECK(is->height == was.height);
      }
      was = *is;
    }
    bool fits = s.text.advance(Face::regular, 13, words) <= 268 - 24;
    CHECK_MESSAGE((was.height == 32) == fits, words);
    ++(fits ? one_line : broken);
  }
  CHECK(one_line > 5);
  CHECK(broken > 5);
}

TEST_CASE("text has the sizes of the drawn target, lines are 1.45 times as high or more") {
  using namespace ui::style;
  const std::set<float> sizes = {20, 17, 15.5f, 15, 14, 13, 12};
  for (const ui::Style& style : {title, body, strong, heading, small, small_strong, small_italic, tiny, quote,
                                 article, article_heading}) {
    CAPTURE(style.size);
    CHECK(sizes.count(style.size));
    CHECK(style.height >= 1.45f * style.size);
    CHECK((style.face != Face::semibold || style.size >= 13));
  }
}

TEST_CASE("however wide the panel is, a line of text has 65 characters at most") {
  std::string words;
  for (int i = 0; i < 200; ++i) words += "nouns ";  // as wide as letters and spaces are on average
  Stage s;
  PanelModel model = s.app.model();
  CardModel card = model.claims.cards.front();
  for (float width : {432.0f, 720.0f, 1600.0f}) {
    model.claims.cards = {card};
    model.claims.cards[0].quote = "";
    auto height = [&] {
      ui::FrameInput input{width, 9000, 1, 0, 0};
      s.out = s.panel.draw(model, input, s.queue);
      return s.item("claim:" + card.id)->height;
    };
    float without = height();
    model.claims.cards[0].quote = words;
    float lines = std::round((height() - without) / 24);
    CHECK_MESSAGE(static_cast<float>(words.size()) / lines <= 65, width);
  }
  // The same in the article's own view.
  auto article = std::make_shared<Article>();
  article->text = to_utf16(words);
  article->blocks = blocks_of_plain_text(article->text);
  Command load = command(Verb::load_article);
  load.article = article;
  s.app.update(load);
  s.app.update(command(Verb::show_view, "", "text"));
  s.width = 1600;
  s.height = 9000;
  s.draw();
  float end = s.out.content_height;
  article->text = u"nouns";
  article->blocks = blocks_of_plain_text(article->text);
  load.article = std::make_shared<Article>(*article);
  s.app.update(load);
  s.draw();
  CHECK(static_cast<float>(words.size()) / (std::round((end - s.out.content_height) / 28) + 1) <= 65);
}

TEST_CASE("what follows each other stands 8 or 16 pixels apart, 20 from the sides, 16 in a narrow panel") {
  for (float width : {432.0f, 340.0f})
    for (const char* view : {"claims", "sources"}) {
      Stage s;
      s.width = width;
      s.height = 2000;
      s.app.update(command(Verb::show_view, "", view));
      s.draw();
      const ui::ItemRect* before = nullptr;
      int rows = 0;
      for (const ui::ItemRect& r : s.out.items) {
        bool row = r.field || r.id.rfind("claim:", 0) == 0 || r.id.rfind("source:", 0) == 0;
        if (!row || r.id == "claim:c4") continue;  // a suggestion, of which not all is pressed
        CHECK_MESSAGE(r.x == (width < 360 ? 16 : 20), view, ": ", r.id);
        if (before && before->field == r.field)
          CHECK_MESSAGE(r.y - before->y - before->height == 16, view, ": ", r.id);
        before = &r;
        ++rows;
      }
      CHECK(rows >= 4);
      if (std::string(view) == "claims") {
        const ui::ItemRect *field = s.item("search-claims"), *filter = s.item("filters"),
                           *first = s.item("claim:c1");
        REQUIRE((field && filter && first));
        CHECK(filter->x - field->x - field->width == doctest::Approx(8));
        CHECK(first->y - field->y - field->height == 16);
      }
    }
}

TEST_CASE("in a card what is pressed stands 8 pixels apart, 16 from its edges") {
  Stage s;
  s.height = 2000;
  s.app.update(command(Verb::open_claim, "c1"));
  s.draw();
  const ui::ItemRect *card = s.item("card:c1"), *show = s.item("show:c1"), *terms = s.item("explain");
  REQUIRE((card && show && terms));
  CHECK(show->x - card->x == 16);
  CHECK(terms->y - show->y - show->height == 8);
  CHECK(card->y + card->height - terms->y - terms->height == 16);
  // Beside each other, all of a height.
  for (const ui::ItemRect& r : s.out.items)
    if (r.y == show->y && r.x > show->x) CHECK_MESSAGE(r.height == show->height, r.id);
}

TEST_CASE("each kind of source has a picture with a silhouette of its own") {
  Stage s;
  s.draw();
  std::set<std::set<std::pair<int, int>>> shapes;
  int kinds = 0;
  for (int icon = 0; icon <= static_cast<int>(Icon::none); ++icon, ++kinds) {
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushClipRectFullScreen();
    ui::draw_icon(&list, static_cast<Icon>(icon), 0, 0, 36, 0xFFFFFFFFu, false);
    // What it covers of a grid of 9 × 9.
    std::set<std::pair<int, int>> shape;
    for (const ImDrawVert& v : list.VtxBuffer)
      shape.insert({static_cast<int>(v.pos.x / 4), static_cast<int>(v.pos.y / 4)});
    CHECK(shape.size() >= 8);
    shapes.insert(shape);
  }
  CHECK(kinds == 19);
  CHECK(shapes.size() == static_cast<size_t>(kinds));
}

TEST_CASE("a wider panel never has narrower cards: a scrollbar that comes would take itself away again") {
  Stage s;
  float before = 0;
  for (s.width = 330; s.width <= 380; ++s.width) {
    s.draw();
    float widest = 0;
    for (const ui::ItemRect& r : s.out.items)
      if (r.id.rfind("claim:", 0) == 0) widest = std::max(widest, r.width);
    CHECK_MESSAGE(widest > 200, s.width);
    CHECK_MESSAGE(widest >= before, s.width);
    before = widest;
  }
}
