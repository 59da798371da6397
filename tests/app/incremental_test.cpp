// What is kept between commands is what would be made from nothing.

#include <doctest/doctest.h>

#include <random>

#include "app/models.h"
#include "app/sample.h"
#include "model/json.h"
#include "text/utf.h"

using namespace who_says;
using namespace who_says::test;

namespace {

constexpr int kMany = 150;

std::string id_of(int n) { return "c" + std::to_string(n); }

Command slice() {
  Command on = command(Verb::go_on);
  on.number = 1000000000;
  return on;
}

/// An article of many claims by four sources; every fifth is a suggestion, every seventh has a remark.
std::vector<Command> loading(int slices = 20) {
  auto article = std::make_shared<Article>();
  article->url = "https://news.example/many";
  std::string items;
  for (int n = 0; n < kMany; ++n) {
    std::string words = "bridge number " + std::to_string(n) + " opens in May";
    article->text += to_utf16("An officer said that " + words + ".\n\n");
    items += (n ? "," : "") + std::string(R"({"id":")") + id_of(n) +
             R"(","type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":")" + words +
             R"("}},"body":[{"type":"List","purpose":"linking","items":[{"source":"#s)" +
             std::to_string(n % 4) + R"("}]}])" + (n % 5 ? "" : R"(,"status":"suggested")") + "}";
  }
  article->blocks = blocks_of_plain_text(article->text);
  Command load = command(Verb::load_article);
  load.article = article;
  std::vector<Command> out = {load, command(Verb::load_claims, "", "",
                                            R"({"type":"AnnotationPage","sources":[
      {"id":"s0","name":"A","kind":"diplomat"},{"id":"s1","name":"B","kind":"academic"},
      {"id":"s2","name":"C","kind":"business"},{"id":"s3","name":"D","kind":"military"}],"items":[)" +
                                                items + "]}")};
  // The slices that the page's shell is asked for.
  for (int n = 0; n < slices; ++n) out.push_back(slice());
  return out;
}

Command drawn(std::mt19937& random) {
  auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  std::string id = id_of(below(kMany));
  Command c;
  switch (below(17)) {
    case 0:
      c = command(Verb::filter, "", "kind:diplomat");
      break;
    case 1:
      c = command(Verb::set_field, "search-claims", "", below(2) ? "1" : "");
      break;
    case 2:
      c = command(Verb::show_more);
      c.flag = below(2);
      break;
    case 3:
      c = command(Verb::explain);
      break;
    case 4:
      c = command(Verb::edit_note, id);
      break;
    case 5:
      c = command(Verb::delete_claim, id);
      break;
    case 6:
      c = command(Verb::accept_claim, id);
      break;
    case 7:
      c = command(Verb::undo);
      break;
    case 8:
      c = command(Verb::step_back);
      break;
    case 9:
      c = command(Verb::show_view, "", below(3) ? "claims" : "sources");
      break;
    case 10:
      c = command(Verb::point_claim, id);
      break;
    case 11:
      c = command(Verb::correct_claim, id);
      break;
    case 12:
      c = command(below(2) ? Verb::save_draft : Verb::begin_review, id);
      break;
    case 13:
      c = slice();
      break;
    default:
      c = command(Verb::open_claim, id);
      c.flag = below(2);
  }
  return c;
}

/// What a page has after it is given an outline beside the one before.
Json patched(const Json& given, const Json& before) {
  if (given.contains("same")) {
    REQUIRE(before.value("id", "") == given["id"]);
    return before;
  }
  Json out = given;
  if (!out.contains("children")) return out;
  for (Json& child : out["children"]) {
    Json old = Json::object();
    for (const Json& one : before.value("children", Json::array()))
      if (one["id"] == child["id"]) old = one;
    child = patched(child, old);
  }
  return out;
}

size_t count_same(const Json& node) {
  size_t out = node.contains("same");
  for (const Json& child : node.value("children", Json::array())) out += count_same(child);
  return out;
}

std::string strip_of(const App& app) {
  std::string out;
  for (const Piece& p : app.model().claims.strip)
    out += std::to_string(p.begin) + " " + std::to_string(static_cast<int>(p.hue)) +
           (p.selected ? " selected\n" : "\n");
  return out;
}

}  // namespace

TEST_CASE("after any command the panel is what it would be if it were made from nothing") {
  std::mt19937 random(11);
  for (int round = 0; round < 3; ++round) {
    std::vector<Command> all = loading(round ? 2 : 20);  // or while the list still grows
    App app;
    for (const Command& c : all) app.update(c);
    OutlineNode before;
    uint64_t since = 0;
    Json page = Json::object();
    for (int n = 0; n < 20; ++n) {
      all.push_back(drawn(random));
      app.update(all.back());
      App fresh;
      for (const Command& c : all) fresh.update(c);
      std::string whole = write_outline(app.outline());
      REQUIRE(whole == write_outline(fresh.outline()));
      REQUIRE(strip_of(app) == strip_of(fresh));
      REQUIRE(app.model().claims.cards.size() == fresh.model().claims.cards.size());
      for (size_t i = 0; i < app.model().claims.cards.size(); ++i)
        REQUIRE(app.model().claims.cards[i].pointed == fresh.model().claims.cards[i].pointed);
      page = patched(Json::parse(write_outline(app.outline(since), &before)), page);
      REQUIRE(page == Json::parse(whole));
      before = app.outline(since);
      since = app.contents();
    }
  }
}

TEST_CASE("opening a card of many makes its card anew, and tells the page of its nodes alone") {
  App app;
  for (const Command& c : loading()) app.update(c);
  REQUIRE(app.model().claims.cards.size() == kCardsAtOnce);
  CHECK(app.model().claims.earlier.id.empty());
  CHECK(app.model().claims.more.label == "Show 40 more claims");
  app.update(command(Verb::open_claim, id_of(3)));
  OutlineNode before = app.outline();
  uint64_t contents = app.contents();
  app.update(command(Verb::open_claim, id_of(8)));
  size_t made = 0;
  for (const CardModel& card : app.model().claims.cards) made += card.since > contents;
  CHECK(made == 2);
  std::string beside = write_outline(app.outline(contents), &before);
  CHECK(count_same(Json::parse(beside)) >= kCardsAtOnce - 2);
  CHECK(beside.size() < write_outline(app.outline()).size() / 4);
}

TEST_CASE(
    "of claims that arrive five cards are listed, with each slice as many more; those that were there "
    "stay") {
  App app;
  for (const Command& c : loading(0)) app.update(c);
  for (int n = 0; n < 20 && app.model().claims.cards.empty(); ++n) app.update(slice());  // their file is read
  CHECK(app.model().claims.cards.size() == kCardsASlice);
  CHECK(app.model().claims.more.id.empty());  // as long as they come by themselves
  std::vector<size_t> listed;
  for (Effects effects = {Effect(EffectKind::go_on)}; find(effects, EffectKind::go_on);) {
    uint64_t contents = app.contents();
    effects = app.update(slice());
    const std::vector<CardModel>& cards = app.model().claims.cards;
    if (listed.empty() || listed.back() != cards.size()) listed.push_back(cards.size());
    if (listed.size() > 1)
      for (size_t i = 0; i + kCardsASlice < cards.size(); ++i) CHECK(cards[i].since <= contents);
    REQUIRE(listed.size() < 100);
  }
  CHECK(listed == std::vector<size_t>{5, 10, 15, 20, 25, 30, 35, 40});
  CHECK(app.model().claims.more.label == "Show 40 more claims");
  // The same claims once more, as after a change of the page: nothing in sight goes away.
  app.update(loading(0).front());
  CHECK(app.model().claims.cards.size() == kCardsAtOnce);
}

TEST_CASE("a card far down the list is listed with those around it; the others are before and after") {
  App app;
  for (const Command& c : loading()) app.update(c);
  Command open = command(Verb::open_claim, id_of(100));
  open.flag = true;
  app.update(open);
  const ClaimsModel& model = app.model().claims;
  CHECK(model.cards.size() == kCardsAtOnce);
  CHECK(model.first == 80);
  CHECK(model.cards[20].opened);
  CHECK(model.earlier.label == "Show 40 earlier claims");
  CHECK(model.more.label == "Show 30 more claims");
  Effects effects = app.update(model.earlier.command);
  CHECK(app.model().claims.first == 40);
  CHECK(app.model().claims.cards.size() == 2 * kCardsAtOnce);
  REQUIRE(find(effects, EffectKind::scroll_panel));
  CHECK(find(effects, EffectKind::scroll_panel)->id == "claim:" + id_of(80));
  app.update(app.model().claims.more.command);
  CHECK(app.model().claims.cards.back().id == id_of(kMany - 1));
  CHECK(app.model().claims.more.id.empty());
  app.update(command(Verb::set_field, "search-claims", "", "number"));
  CHECK(app.model().claims.first == 0);
}
