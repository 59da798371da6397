#include "model/article.h"

#include <doctest/doctest.h>

#include "model/vocabulary.h"

using namespace who_says;

TEST_CASE("plain text has a block a line") {
  auto blocks = blocks_of_plain_text(u"One\n\n  Two words \n");
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[1].range == Range{7, 16});
}

TEST_CASE("the hash folds white space and is that of FNV-1a") {
  CHECK(text_hash(u"") == "cbf29ce484222325");
  CHECK(text_hash(u"a") == "af63dc4c8601ec8c");  // the published test value
  CHECK(text_hash(u"foobar") == "85944171f73967e8");
  CHECK(text_hash(u" one\n\ntwo ") == text_hash(u"one two"));
  CHECK(text_hash(u"one two") != text_hash(u"onetwo"));
}

TEST_CASE("words of the vocabulary go both ways") {
  CHECK(word(SourceKind::intelligence_agency) == "intelligence-agency");
  CHECK(parse_word<Scope>("explicit") == Scope::explicit_);
  CHECK_FALSE(parse_word<Scope>("sure").has_value());
  for (int k = 0; k <= static_cast<int>(SourceKind::unspecified); ++k)
    CHECK(parse_word<SourceKind>(word(static_cast<SourceKind>(k))) == static_cast<SourceKind>(k));
}

TEST_CASE("hues follow the design") {
  CHECK(hue_of(SourceKind::diplomat, Office::former) == Hue::former);
  CHECK(hue_of(SourceKind::diplomat, Office::current) == Hue::state);
  CHECK(hue_of(SourceKind::intelligence_agency, Office::current) == Hue::intelligence);
  CHECK(hue_of(SourceKind::academic, Office::former) == Hue::expertise);
  CHECK(hue_of(SourceKind::data_statistics, Office::unknown) == Hue::record);
}

TEST_CASE("the heading over a place") {
  Article article;
  article.text = u"First\n\nOne.\n\nSecond\n\nTwo.";
  article.blocks = blocks_of_plain_text(article.text);
  CHECK(heading_over(article, 9).empty());
  article.blocks[0].role = article.blocks[2].role = BlockRole::heading;
  CHECK(heading_over(article, 0) == u"First");
  CHECK(heading_over(article, 9) == u"First");
  CHECK(heading_over(article, static_cast<uint32_t>(article.text.size())) == u"Second");
}
