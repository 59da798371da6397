#include "attribution/merge.h"

#include <doctest/doctest.h>

#include "attribution/lexicon.h"
#include "attribution/rules_words.h"
#include "attribution/stages.h"
#include "attribution/tokens.h"
#include "text/utf.h"

using namespace who_says;

static std::vector<SpanAttribution> merged(std::vector<SpanAttribution> found, std::u16string_view text,
                                           const Tokens& tokens) {
  return with_rules(std::move(found), find_by_rules(RuleText(text, tokens, *Lexicon::of("en"))),
                    tokens.all.size());
}

TEST_CASE("attributions that share a source have all of it") {
  std::u16string text = u"The grid operator confirmed the fault but stressed that nobody was hurt.";
  Tokens tokens = tokenise(text);
  //    0   1    2        3         4   5     6   7        8    9      10  11
  std::vector<SpanAttribution> found = {{{{0, 3}}, {{3, 4}}, {{4, 6}}, 0.8f},
                                        {{{0, 2}}, {{7, 8}}, {{8, 12}}, 0.8f}};
  std::vector<SpanAttribution> out = merged(found, text, tokens);
  REQUIRE(out.size() == 2);
  CHECK(out[1].source.front().begin == 0);
  CHECK(out[1].source.front().end == 3);
}

TEST_CASE("rules add what the network lacks, and nothing on its words") {
  std::u16string text = u"The river is reportedly rising. Rowe said that the dam holds.";
  Tokens tokens = tokenise(text);
  std::vector<SpanAttribution> found = {{{{6, 7}}, {{7, 8}}, {{8, 12}}, 0.8f}};
  std::vector<SpanAttribution> out = merged(found, text, tokens);
  size_t said = 0, reportedly = 0;
  for (const SpanAttribution& one : out) {
    said += one.cue.front().contains(7);
    reportedly += one.cue.front().contains(3);
  }
  CHECK(said == 1);
  CHECK(reportedly <= 1);
}
