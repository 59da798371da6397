// What the panel's head counts, and how a card names its source.

#include <doctest/doctest.h>

#include "app/sample.h"

using namespace who_says;
using namespace who_says::test;

TEST_CASE("only sources that claims have are counted; a source is not named twice") {
  App app;
  load_sample(app);
  CHECK(app.model().header.summary == "3 claims · 1 suggested · 3 sources");
  App other;
  Command article = command(Verb::load_article);
  article.article = sample_article();
  other.update(article);
  other.update(command(Verb::load_claims, "", "", R"({"type":"AnnotationPage","sources":[
    {"id":"n","name":"North Korea","kind":"government","form":"state","country":"North Korea"},
    {"id":"unused","name":"Nobody asked"}],"items":[{"id":"c","type":"Annotation",
    "target":{"selector":{"type":"TextQuoteSelector","exact":"He came late"}},
    "body":[{"type":"List","purpose":"linking","items":[{"source":"#n","cue":"said"}]}]}]})"));
  CHECK(other.model().header.summary == "1 claim · 1 source");
  REQUIRE(other.model().claims.cards.size() == 1);
  CHECK(other.model().claims.cards[0].who_details == "named");
}
