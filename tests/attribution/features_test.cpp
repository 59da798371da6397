#include "attribution/features.h"

#include <doctest/doctest.h>

#include <string>

using namespace who_says;

namespace {

TokenFeatures of(std::u16string_view text, uint32_t token) {
  return token_features(text, tokenise(text), token);
}

}  // namespace

TEST_CASE("fingerprints are those that the weights were trained with") {
  // Recorded: when these change, every weights file is void.
  CHECK(fingerprint(u"said") == 1116958145u);
  CHECK(fingerprint(u"") == 2872998923u);
  CHECK(fingerprint(normalised(u"\u201C")) == fingerprint(u"\""));
}

TEST_CASE("the style of marks and digits does not matter to a word") {
  CHECK(normalised(u"Don\u2019t") == u"don't");
  CHECK(normalised(u"2015") == u"0000");
  CHECK(of(u"\u201CGo\u201D", 0).word == of(u"\"Go\"", 0).word);
  CHECK(of(u"\u201CGo\u201D", 0).shape == of(u"\"Go\"", 0).shape);
  CHECK(of(u"\u201CGo\u201D", 0).place == of(u"\"Go\"", 0).place);
}

TEST_CASE("a compound is also known by its last part") {
  CHECK(of(u"vice-chairwoman", 0).tail == fingerprint(u"chairwoman"));
  CHECK(of(u"chairwoman", 0).tail == fingerprint(u"chairwoman"));
  CHECK(of(u"--", 0).tail == fingerprint(u"--"));
}

TEST_CASE("the place tells quotation and begin of sentence and paragraph") {
  std::u16string_view text = u"He said. \u201CGo on\u201D";
  CHECK(of(text, 0).place == 2);
  CHECK(of(text, 1).place == 0);
  CHECK(of(text, 3).place == 3 * static_cast<int>(Quote::opens) + 1);
  CHECK(of(text, 4).place == 3 * static_cast<int>(Quote::inside));
  CHECK(of(text, 6).place == 3 * static_cast<int>(Quote::closes));
}

TEST_CASE("rows lie in their tables") {
  std::u16string text = u"It\u2019s \"A\" \u2014 $5,000.10 McCain\xD83D\xDE00 caf\u00E9 U.S. x";
  Tokens tokens = tokenise(text);
  for (uint32_t at = 0; at < tokens.all.size(); ++at) {
    TokenFeatures f = token_features(text, tokens, at);
    CHECK(f.ending < kEndingRows);
    CHECK(f.short_ending < kShortEndingRows);
    CHECK(f.beginning < kBeginningRows);
    CHECK(f.shape < kShapeRows);
    CHECK(f.place < kPlaceRows);
  }
}
