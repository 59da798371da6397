// Claims that name elements of the page and no words: the shell is asked for the words, whenever the article comes.

#include <doctest/doctest.h>

#include "app/sample.h"

using namespace who_says;
using namespace who_says::test;

namespace {

const Effect* asked(const Effects& effects) {
  for (const Effect& effect : effects)
    if (effect.kind == EffectKind::find_words) return &effect;
  return nullptr;
}
std::string file_of(const std::string& id, const std::string& selector) {
  return R"({"type":"AnnotationPage","items":[{"id":")" + id +
         R"(","type":"Annotation","target":{"source":"https://news.example/a","selector":)" + selector +
         "}}]}";
}
const std::string element = R"({"type":"CssSelector","value":"#p2"})";
const std::string found_words =
    R"([{"type":"TextQuoteSelector","exact":"the pay at $2,000"},{"type":"TextPositionSelector","start":112,"end":129},)" +
    element + "]";
Command article() {
  Command load = command(Verb::load_article);
  load.article = sample_article();
  return load;
}
Command other_article() {
  auto other = std::make_shared<Article>();
  other->url = "https://news.example/b";
  other->text = u"A wholly different text about bees.";
  other->blocks = blocks_of_plain_text(other->text);
  Command load = command(Verb::load_article);
  load.article = other;
  return load;
}

}  // namespace

// An import and a stored layer were looked up once, when they came, and never when the article came after them.
TEST_CASE("regression: what was imported or kept before a late article finds its elements when that comes") {
  for (Verb verb : {Verb::import_claims, Verb::load_layer, Verb::load_claims}) {
    App app;
    CHECK_FALSE(asked(app.update(command(verb, "", "theirs", file_of("x", element)))));
    Effects effects = app.update(article());
    const Effect* question = asked(effects);
    REQUIRE(question);
    CHECK(question->text.find("CssSelector") != std::string::npos);
    CHECK_FALSE(app.state().anchored("x"));
    for (const Notice& notice : app.state().notices) CHECK(notice.kind != Notice::Kind::problem);
    effects = app.update(command(Verb::complete_claims, "", "", file_of("x", found_words)));
    CHECK_FALSE(asked(effects));
    const Effect* saved = find(effects, EffectKind::save_layer);
    REQUIRE((saved != nullptr) == (verb != Verb::load_claims));
    if (saved) CHECK(saved->text.find("the pay at") != std::string::npos);
    REQUIRE(app.state().anchored("x"));
    CHECK(app.state().place_of("x")->range == range_of(u"the pay at $2,000"));
    CHECK(app.claims_file().find("CssSelector") != std::string::npos);
    // It keeps its words in a later text of the article, without being asked for again.
    CHECK_FALSE(asked(app.update(article())));
    CHECK(app.state().anchored("x"));
  }
}

TEST_CASE("words that were found survive undo, redo and a note") {
  App app;
  app.update(article());
  app.update(command(Verb::import_claims, "", "theirs", file_of("x", element)));
  app.update(command(Verb::save_note, "x", "", "mine"));
  app.update(command(Verb::undo));
  app.update(command(Verb::complete_claims, "", "", file_of("x", found_words)));
  CHECK(app.state().anchored("x"));
  app.update(command(Verb::redo));
  CHECK(app.state().anchored("x"));
  CHECK(app.state().document.find_claim("x")->note == "mine");
}

TEST_CASE("another article is not asked for the elements of the one before") {
  App app;
  app.update(command(Verb::load_claims, "", "", file_of("x", element)));
  CHECK(asked(app.update(article())));
  CHECK_FALSE(asked(app.update(other_article())));
  CHECK(asked(app.update(article())));
}

TEST_CASE("words come only for claims that have none") {
  App app;
  load_sample(app);
  Selector before = app.state().document.find_claim("c1")->selector;
  CHECK_FALSE(asked(app.update(command(Verb::complete_claims, "", "", file_of("c1", found_words)))));
  CHECK(app.state().document.find_claim("c1")->selector == before);
  app.update(command(Verb::complete_claims, "", "", "{"));
  CHECK(app.state().notices.empty());
}
