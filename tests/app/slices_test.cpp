// Work in slices: each bounded in what it does, whatever its time; together they do all.

#include <doctest/doctest.h>

#include "app/sample.h"
#include "app/update.h"

using namespace who_says;
using namespace who_says::test;

namespace {

/// What the page's shell does with effects: it keeps what it is told to paint, and asks to go on.
struct Shell {
  std::map<std::string, Highlight> painted;
  size_t most_told = 0;  ///< highlights within one command
  int slices = 0;
  bool more = false;

  void take(const Effects& effects) {
    more = false;
    size_t told = 0;
    for (const Effect& effect : effects) {
      if (effect.kind == EffectKind::go_on) more = true;
      for (const Highlight& one : effect.highlights) painted[one.claim] = one;
      for (const std::string& id : effect.gone) CHECK(painted.erase(id) == 1);
      told += effect.highlights.size() + effect.gone.size();
    }
    most_told = std::max(most_told, told);
  }
  void send(App& app, const Command& command) { take(app.update(command)); }
  /// All slices that are asked for, of that size.
  void go_on(App& app, int units) {
    Command on = command(Verb::go_on);
    on.number = units;
    while (more) {
      send(app, on);
      REQUIRE(++slices < 20000);
    }
  }
  bool paints_all_of(const App& app) const {
    std::vector<Highlight> all = highlights_of(app.state());
    if (std::optional<Highlight> draft = highlight_of_draft(app.state())) all.push_back(*draft);
    return all.size() == painted.size() && std::all_of(all.begin(), all.end(), [&](const Highlight& one) {
             auto at = painted.find(one.claim);
             return at != painted.end() && at->second == one;
           });
  }
};

std::string words_of(int i) {
  return "Witness number " + std::to_string(i) + " saw boat " + std::to_string(i * 7919 % 1000);
}
/// An article of so many paragraphs, after some words of introduction.
Command long_article(int paragraphs, const std::u16string& before = u"") {
  auto article = std::make_shared<Article>();
  article->url = "https://news.example/long";
  article->text = before;
  for (int i = 0; i < paragraphs; ++i) {
    std::string words = words_of(i);
    article->text += std::u16string(words.begin(), words.end()) + u" in the harbour that morning.\n\n";
  }
  article->blocks = blocks_of_plain_text(article->text);
  Command load = command(Verb::load_article);
  load.article = article;
  return load;
}
/// A claim on each paragraph: one in ten edited, one in fifty gone.
std::string long_file(int count) {
  std::string file = R"({"type":"AnnotationPage","items":[)";
  for (int i = 0; i < count; ++i) {
    std::string words = words_of(i);
    if (i % 10 == 3) words[20] = '#';
    if (i % 50 == 7) words = "Rain fell all day over the empty hills of the north";
    file += (i ? "," : "") + std::string(R"({"type":"Annotation","id":"w)") + std::to_string(i) +
            R"(","target":{"selector":{"type":"TextQuoteSelector","exact":")" + words + "\"}}}";
  }
  return file + "]}";
}

}  // namespace

TEST_CASE("a long article's claims are read, found and painted in slices, none of them lost") {
  constexpr int kClaims = 600;
  App app;
  Shell shell;
  Command load = long_article(kClaims);
  shell.send(app, load);
  shell.send(app, command(Verb::load_claims, "", "", long_file(kClaims)));
  REQUIRE(shell.more);
  CHECK(shell.painted.size() < kClaims);
  uint64_t before = app.revision();
  shell.go_on(app, 30000);
  CHECK(shell.slices > 30);
  // The panel is made anew for what is to be seen in it, not for each slice; and for more cards.
  CHECK(app.revision() - before <= 4 + kCardsAtOnce / kCardsASlice - 1);
  AnchorIndex index(load.article->text);
  for (const ClaimPtr& claim : app.state().document.claims) {
    const Resolution* place = app.state().place_of(claim->id);
    REQUIRE(place);
    Resolution at_once = index.resolve(claim->selector);
    CHECK(place->state == at_once.state);
    CHECK(place->range == at_once.range);
  }
  CHECK(shell.painted.size() > kClaims / 2);
  CHECK(shell.paints_all_of(app));
  // A card that is asked for is listed with those around it.
  CHECK(app.model().claims.cards.size() == kCardsAtOnce);
  Command open = command(Verb::open_claim, "w345");
  open.flag = true;
  app.update(open);
  CHECK(app.model().claims.cards.size() == kCardsAtOnce);
  CHECK(app.model().claims.cards[kCardsAtOnce / 2].opened);
  CHECK(app.model().claims.cards[kCardsAtOnce / 2].id == "w345");
  CHECK(app.update(command(Verb::go_on)).empty());
}

TEST_CASE("a slice does no more than it is asked for, and never tells more highlights than fit in one") {
  constexpr int kClaims = 1200;
  App app;
  Shell shell;
  shell.send(app, long_article(kClaims));
  shell.go_on(app, 1000000000);
  shell.send(app, command(Verb::load_claims, "", "", long_file(kClaims)));
  Command on = command(Verb::go_on);
  on.number =
      59999;  // less than ten claims that stand where they stood, or one that is looked for thoroughly
  size_t most_found = 0;
  while (shell.more) {
    size_t before = app.state().places.size();
    shell.send(app, on);
    most_found = std::max(most_found, app.state().places.size() - before);
    REQUIRE(++shell.slices < 20000);
  }
  CHECK(most_found <= 10);
  CHECK(shell.paints_all_of(app));
  // However much it may do: all that are gone, and all that are new.
  shell.send(app, command(Verb::load_claims, "", "", R"({"type":"AnnotationPage","items":[]})"));
  shell.go_on(app, 1000000000);
  CHECK(shell.painted.empty());
  shell.send(app, command(Verb::load_claims, "", "", long_file(kClaims)));
  shell.go_on(app, 1000000000);
  CHECK(shell.paints_all_of(app));
  CHECK(shell.most_told == kHighlightsAtOnce);
}

TEST_CASE("pointing at a claim tells that claim, not all of them") {
  App app;
  Shell shell;
  shell.send(app, long_article(300));
  shell.send(app, command(Verb::load_claims, "", "", long_file(300)));
  shell.go_on(app, 100000);
  shell.most_told = 0;
  for (const char* id : {"w5", "w6", "", "w200"}) {
    shell.send(app, command(Verb::point_claim, id));
    CHECK_FALSE(shell.more);
    CHECK(shell.paints_all_of(app));
  }
  shell.send(app, command(Verb::open_claim, "w250"));
  shell.send(app, command(Verb::open_claim, "w251"));
  shell.send(app, command(Verb::close_claim));
  CHECK_FALSE(shell.more);
  CHECK(shell.paints_all_of(app));
  CHECK(shell.most_told == 2);
}

TEST_CASE("another text comes while claims are read, found or painted") {
  for (int slices : {0, 1, 5, 25, 60, 200}) {
    CAPTURE(slices);
    App app;
    Shell shell;
    shell.send(app, long_article(300));
    shell.send(app, command(Verb::load_claims, "", "", long_file(300)));
    Command on = command(Verb::go_on);
    on.number = 20000;
    for (int i = 0; i < slices && shell.more; ++i) shell.send(app, on);
    Command other = long_article(280, u"\U0001F4F0 Corrected.\n\n");
    shell.send(app, other);
    shell.go_on(app, 20000);
    REQUIRE(app.state().document.claims.size() == 300);
    AnchorIndex index(other.article->text);
    for (const ClaimPtr& claim : app.state().document.claims)
      CHECK(app.state().place_of(claim->id)->range == index.resolve(claim->selector).range);
    CHECK(shell.paints_all_of(app));
    for (const auto& [id, one] : shell.painted) CHECK(one.range.end <= other.article->text.size());
  }
}

TEST_CASE("a long file comes in pieces, with other commands between them; a bad one changes nothing") {
  App app;
  Shell shell;
  shell.send(app, long_article(200));
  auto send = [&](const std::string& id, const std::string& file) {
    size_t third = file.size() / 3;
    shell.send(app, command(Verb::begin_text, id, "", file.substr(0, third)));
    shell.send(app, command(Verb::point_claim, "w1"));
    shell.send(app, command(Verb::begin_text, id, "", file.substr(third, third)));
    shell.send(app, command(Verb::load_claims, id, "", file.substr(2 * third)));
    shell.go_on(app, 20000);
  };
  send("one", long_file(200));
  REQUIRE(app.state().document.claims.size() == 200);
  CHECK(app.state().begun.empty());
  std::string bad = long_file(150);
  bad.back() = ']';
  send("two", bad);
  CHECK(app.state().document.claims.size() == 200);
  CHECK(shell.paints_all_of(app));
  REQUIRE(app.model().notices.size() == 1);
  CHECK(app.model().notices[0].details.find("(line 1, column ") != std::string::npos);
  // Until it is over, what was there stays.
  shell.send(app, command(Verb::load_claims, "", "", long_file(150)));
  REQUIRE(shell.more);
  CHECK(app.state().document.claims.size() == 200);
  shell.go_on(app, 20000);
  CHECK(app.state().document.claims.size() == 150);
  CHECK(shell.paints_all_of(app));
}
