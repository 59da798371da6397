// Where the app's claims stand: gone, settled by a person.

#include <doctest/doctest.h>

#include "app/sample.h"

using namespace who_says;
using namespace who_says::test;

TEST_CASE("a claim whose words are gone is listed and said so") {
  App app;
  load_sample(app);
  auto other = std::make_shared<Article>(*sample_article());
  other->text =
      u"Nothing of it is left here but a sentence about gardens and rain in the long summer of another year.";
  other->blocks = blocks_of_plain_text(other->text);
  Command article = command(Verb::load_article);
  article.article = other;
  Effects effects = app.update(article);
  CHECK(find(effects, EffectKind::show_highlights)->highlights.empty());
  CHECK(find(effects, EffectKind::show_highlights)->gone.size() == 4);
  REQUIRE(app.model().claims.cards.size() == 4);
  CHECK(app.model().claims.cards[0].anchor == "These words are no longer in the article.");
}

// The index is made when it is first needed: without claims, that is when the first highlight is described.
TEST_CASE("the first highlight of an article without claims has a context that tells it apart") {
  auto article = std::make_shared<Article>();
  for (int i = 0; i < 20; ++i) article->text += u"The tide turned and the boats came in again that day. ";
  article->blocks = blocks_of_plain_text(article->text);
  App app;
  Command load = command(Verb::load_article);
  load.article = article;
  app.update(load);
  Command begin = command(Verb::begin_draft);
  uint32_t middle = static_cast<uint32_t>(article->text.size() / 2);
  begin.range = {middle - 4, middle + 4};
  app.update(begin);
  app.update(command(Verb::save_draft));
  REQUIRE(app.state().document.claims.size() == 1);
  CHECK(app.state().document.claims[0]->selector.prefix.size() > 32);
  CHECK(app.state().anchored(app.state().document.claims[0]->id));
}

TEST_CASE("an editor settles claims that moved, changed or fit several places; a reader only their own") {
  App app;
  load_sample(app);
  app.update(command(Verb::set_mode, "", "edit"));
  app.update(command(Verb::accept_place, "c1"));  // with its context, by which it is known when words change
  app.update(command(Verb::set_mode, "", "read"));
  auto other = std::make_shared<Article>(*sample_article());
  other->text = u"A correction was made on Tuesday.\n\n" + other->text;
  size_t at = other->text.find(u"deliveries could help");
  other->text.replace(at, 10, u"shipments");
  other->blocks = blocks_of_plain_text(other->text);
  Command load = command(Verb::load_article);
  load.article = other;
  app.update(load);
  CHECK(app.model().notices.empty());  // a reader is not asked about the publisher's claims
  app.update(command(Verb::accept_place, "c1"));
  CHECK(app.state().past.size() == 1);

  app.update(command(Verb::set_mode, "", "edit"));
  REQUIRE(app.model().notices.size() == 1);
  const Notice& report = app.model().notices[0];
  CHECK(report.id == "report");
  REQUIRE(app.state().place_of("c1")->state == AnchorState::edited);
  CHECK(report.details.find("1 has other words now") != std::string::npos);
  app.update(report.actions[0].command);
  CHECK(app.model().claims.cards.size() >= 1);
  for (const CardModel& card : app.model().claims.cards) CHECK_FALSE(card.anchor.empty());

  app.update(command(Verb::open_claim, "c1"));
  const CardModel* card = nullptr;
  for (const CardModel& one : app.model().claims.cards)
    if (one.id == "c1") card = &one;
  REQUIRE(card);
  const Action* keep = nullptr;
  for (const Action& action : card->detail.actions)
    if (action.id == "keep-place:c1") keep = &action;
  REQUIRE(keep);
  Command accept = keep->command;
  accept.stamp = {"x", "2026-02-03T00:00:00Z"};
  app.update(accept);
  CHECK(app.state().place_of("c1")->state == AnchorState::exact);
  const Claim* claim = app.state().document.find_claim("c1");
  CHECK(claim->selector.exact == u"Russian shipments could help");
  CHECK(claim->modified == "2026-02-03T00:00:00Z");
  CHECK(claim->chain.size() == 2);
  app.update(command(Verb::undo));
  CHECK(app.state().place_of("c1")->state == AnchorState::edited);
}

TEST_CASE("all claims that only moved are kept at once") {
  App app;
  load_sample(app);
  app.update(command(Verb::set_mode, "", "edit"));
  // With positions, so that they can be told to have moved.
  for (const char* id : {"c1", "c2", "c3", "c4"}) app.update(command(Verb::accept_place, id));
  auto other = std::make_shared<Article>(*sample_article());
  other->text = u"A correction was made on Tuesday.\n\n" + other->text;
  other->blocks = blocks_of_plain_text(other->text);
  Command load = command(Verb::load_article);
  load.article = other;
  app.update(load);
  REQUIRE(app.state().place_of("c1")->state == AnchorState::moved);
  CHECK(app.model().notices[0].text == "4 claims no longer stand as they did.");
  app.update(app.model().notices[0].actions[1].command);
  for (const char* id : {"c1", "c2", "c3", "c4"})
    CHECK(app.state().place_of(id)->state == AnchorState::exact);
  CHECK(app.model().notices.empty());
}

// A page may change while somebody describes a highlight: its range was of the text before, past the end of the new one.
TEST_CASE(
    "words that are being highlighted are found again when the article changes, or are said to be gone") {
  App app;
  load_sample(app);
  Command begin = command(Verb::begin_draft);
  begin.range = range_of(u"Moscow opens its technology");
  app.update(begin);
  auto load = [&](std::u16string text) {
    auto other = std::make_shared<Article>(*sample_article());
    other->text = std::move(text);
    other->blocks = blocks_of_plain_text(other->text);
    Command command_ = command(Verb::load_article);
    command_.article = other;
    app.update(command_);
  };
  // The same words stand before them now too.
  load(u"Moscow opens its technology, he said. " + sample_article()->text);
  CHECK(app.state().draft->range.begin == begin.range.begin + 38);
  load(u"Late news. Moscow opens its technology. A satellite, it is assumed, will follow.");
  CHECK(app.state().draft->range.begin == 11);
  CHECK(app.state().draft->range.end == 38);
  CHECK(app.model().editor.quote.find("technology") != std::string::npos);
  load(u"Nothing.");
  CHECK(app.state().draft->range.empty());
  size_t before = app.state().document.claims.size();
  app.update(command(Verb::save_draft));
  CHECK(app.state().document.claims.size() == before);
  CHECK(app.model().editing);
  CHECK(app.model().notices.back().id == "words");
}

TEST_CASE("where there is no article, nothing is said to be gone from it") {
  App app;
  Command article = command(Verb::load_article);
  article.article = std::make_shared<Article>();
  app.update(article);
  app.update(command(Verb::load_claims, "", "", R"({"type":"AnnotationPage","items":[]})"));
  CHECK(app.model().claims.empty == "There is no article on this page.");
  app.update(command(Verb::load_claims, "", "", sample_claims()));
  REQUIRE(!app.model().claims.cards.empty());
  for (const CardModel& card : app.model().claims.cards)
    CHECK(card.anchor == "The article’s text is not at hand.");
}
