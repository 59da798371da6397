#include "text/segment.h"

#include <doctest/doctest.h>

#include <string>

#include "text/utf.h"

using namespace who_says;

namespace {
std::string parts(std::u16string_view text, const std::vector<Range>& ranges) {
  std::string out;
  for (Range r : ranges) out += (out.empty() ? "" : "|") + to_utf8(text.substr(r.begin, r.size()));
  return out;
}
std::string words_of(std::u16string_view text) { return parts(text, words(text)); }
std::string sentences_of(std::u16string_view text) { return parts(text, sentences(text)); }
Range find(std::u16string_view text, std::u16string_view part) {
  uint32_t at = static_cast<uint32_t>(text.find(part));
  return {at, at + static_cast<uint32_t>(part.size())};
}
}  // namespace

TEST_CASE("words") {
  CHECK(words_of(u"He said: “no”.") == "He|said|no");
  CHECK(words_of(u"North Korea’s so-called U.S. plan, don't") == "North|Korea’s|so-called|U.S.|plan|don't");
  CHECK(words_of(u"2.5 million, 1,000 tons") == "2.5|million|1,000|tons");
  CHECK(words_of(u"—…“”") == "");
  CHECK(words_of(u"위성락 전 대사") == "위성락|전|대사");
  CHECK(count_words(u"") == 0);
}

TEST_CASE("sentences") {
  CHECK(sentences_of(u"One. Two! Three?") == "One.|Two!|Three?");
  CHECK(sentences_of(u"Mr. Wi came. He left.") == "Mr. Wi came.|He left.");
  CHECK(sentences_of(u"It cost 2.5 million. Then more.") == "It cost 2.5 million.|Then more.");
  CHECK(sentences_of(u"“No.” He left.") == "“No.”|He left.");
  CHECK(sentences_of(u"First block\n\nSecond block") == "First block|Second block");
  CHECK(sentences_of(u"J. Smith spoke. Fine.") == "J. Smith spoke.|Fine.");
  CHECK(sentences_of(u"  ") == "");
}

TEST_CASE("a stop behind X ends a sentence where somebody writes on it, and is an initial's elsewhere") {
  CHECK(sentences_of(u"She wrote on X. He did too.") == "She wrote on X.|He did too.");
  CHECK(sentences_of(u"Malcolm X. Roe wrote. He did too.") == "Malcolm X. Roe wrote.|He did too.");
}

TEST_CASE("snapping takes whole words and drops edges") {
  std::u16string text = u"He said, “the North’s harvest” fell.";
  CHECK(snap_to_words(text, find(text, u"orth’s harv")) == find(text, u"North’s harvest"));
  CHECK(snap_to_words(text, find(text, u", “the")) == find(text, u"the"));
  CHECK(snap_to_words(text, find(text, u", “")).empty());
  CHECK(snap_to_words(text, {0, 9999}) == Range{0, static_cast<uint32_t>(text.size()) - 1});
}

TEST_CASE("snapping never splits a surrogate pair or a cluster") {
  std::u16string text = u"a 𝒳𝒴 e\u0301t";
  Range r = snap_to_words(text, {7, 8});
  CHECK(r.begin == 7);
  CHECK(r.end == text.size());
}

TEST_CASE("the form of a claim") {
  std::u16string text = u"“Russian deliveries could help.” ";
  CHECK(trim_claim(text, {0, static_cast<uint32_t>(text.size())}) ==
        find(text, u"Russian deliveries could help"));
  CHECK(trim_claim(u"in the U.S.", {0, 11}) == Range{0, 11});
  CHECK(trim_claim(u"“”", {0, 2}).empty());
}
