#include "anchor/anchor.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace who_says;

namespace {

const std::u16string kArticle =
    u"The harbour council met on Monday to discuss the ferry timetable.\n\n"
    u"“The last boat leaves too early for the night shift,” said Anna Holm, who runs the cannery. She asked "
    u"for a later "
    u"crossing on Fridays.\n\n"
    u"The ministry promised an answer by March. The ministry has promised the same twice before, according "
    u"to minutes that "
    u"the council keeps.\n\n"
    u"Fares will rise by four per cent in April, the operator’s own notice says; freight is not affected.\n";

Range where(std::u16string_view text, std::u16string_view words, size_t nth = 0) {
  size_t at = text.find(words);
  while (nth-- > 0) at = text.find(words, at + 1);
  REQUIRE(at != text.npos);
  return {uint32_t(at), uint32_t(at + words.size())};
}

std::u16string at(std::u16string_view text, Range range) {
  return std::u16string(text.substr(range.begin, range.size()));
}

Selector taken(std::u16string_view words, size_t nth = 0) {
  return AnchorIndex(kArticle).describe(where(kArticle, words, nth));
}

std::u16string replaced(std::u16string text, std::u16string_view from, std::u16string_view to) {
  Range range = where(text, from);
  return text.replace(range.begin, range.size(), to);
}

Resolution find(std::u16string_view text, const Selector& selector) {
  return AnchorIndex(text).resolve(selector);
}

}  // namespace

TEST_CASE("anchor: exact where nothing changed") {
  Selector selector = taken(u"Fares will rise by four per cent in April");
  Resolution found = find(kArticle, selector);
  CHECK(found.state == AnchorState::exact);
  CHECK(at(kArticle, found.range) == selector.exact);
  CHECK(found.confidence > 0.99);
}

TEST_CASE("anchor: moved by text before it") {
  Selector selector = taken(u"promised an answer by March");
  std::u16string text = u"Correction: an earlier version misspelt a name.\n\n" + kArticle;
  Resolution found = find(text, selector);
  CHECK(found.state == AnchorState::moved);
  CHECK(at(text, found.range) == selector.exact);
}

TEST_CASE("anchor: edited, with the words as they stand now") {
  Selector selector = taken(u"The last boat leaves too early for the night shift");
  std::u16string text = replaced(kArticle, u"leaves too early for", u"departs far too early for all of");
  Resolution found = find(text, selector);
  CHECK(found.state == AnchorState::edited);
  CHECK(at(text, found.range) == u"The last boat departs far too early for all of the night shift");
}

TEST_CASE("anchor: typography, white space and encoding are no edits") {
  Selector selector = taken(u"the operator’s own notice says; freight is not affected");
  std::u16string text =
      replaced(kArticle, u"operator’s own notice says;", u"operator's\u00A0own\n     not\u00ADice says;");
  Resolution found = find(text, selector);
  CHECK((found.state == AnchorState::exact || found.state == AnchorState::moved));
  CHECK(at(text, found.range) == u"the operator's\u00A0own\n     not\u00ADice says; freight is not affected");
}

TEST_CASE("anchor: gone with its paragraph, though a look-alike stands elsewhere") {
  Selector selector = taken(u"Fares will rise by four per cent in April, the operator’s own notice says");
  std::u16string text = kArticle.substr(0, where(kArticle, u"Fares").begin);
  CHECK(find(text, selector).state == AnchorState::gone);
  std::u16string alike = u"Fees will fall by six per cent in August, a broker’s own notice says.\n\n";
  Resolution found = find(alike + text, selector);
  CHECK((found.state == AnchorState::gone || found.state == AnchorState::ambiguous));
}

// A look-alike has the quote's likeness and none of its surroundings; a paragraph that moved brings some of them along.
TEST_CASE("anchor: reworded words from within a paragraph that now stand by themselves are gone") {
  Selector selector = taken(u"The ministry has promised the same twice before, according to minutes");
  Range home = where(kArticle, u"The ministry promised an answer");
  std::u16string text = kArticle;
  text.erase(home.begin, where(kArticle, u"Fares").begin - home.begin);
  text += u"\nThe ministry has promised the board twice before, according to minutes\n\nMore will follow.\n";
  CHECK(find(text, selector).state == AnchorState::gone);
}

TEST_CASE("anchor: reworded words that moved with the rest of their paragraph are found") {
  Selector selector =
      taken(u"The ministry promised an answer by March. The ministry has promised the same twice before");
  Range home = where(kArticle, u"The ministry promised"), next = where(kArticle, u"Fares");
  std::u16string text = kArticle, paragraph = text.substr(home.begin, next.begin - home.begin);
  text.erase(home.begin, paragraph.size());
  text = replaced(paragraph, u"an answer", u"a reply") + text;
  Resolution found = find(text, selector);
  REQUIRE(found.state == AnchorState::edited);
  CHECK(at(text, found.range) ==
        u"The ministry promised a reply by March. The ministry has promised the same twice before");
}

// The filter before alignment counts four-letter runs; an edit of every sixth letter leaves few of them.
TEST_CASE("anchor: a quote with many misread letters is found in a short and in a long text") {
  std::u16string quote = kArticle.substr(where(kArticle, u"“The last boat").begin, 150);
  Selector selector = taken(quote);
  for (size_t i = 3; i < selector.exact.size(); i += 6) selector.exact[i] = u'%';
  std::mt19937 random(23);
  for (size_t size : {0u, 400000u}) {
    std::u16string text = kArticle;
    while (text.size() < size) {
      for (size_t n = 2 + random() % 8; n > 0; --n) text += u"etaoinshrdlu"[random() % 12];
      text += u' ';
    }
    Resolution found = find(text, selector);
    REQUIRE(found.state == AnchorState::edited);
    CHECK(found.range == where(text, quote));
  }
}

TEST_CASE("anchor: a short phrase is told apart by its context") {
  for (size_t nth : {0, 1}) {
    Selector selector = taken(u"The ministry", nth);
    std::u16string text = u"An update from the harbour, with more to come.\n\n" + kArticle;
    Resolution found = find(text, selector);
    CHECK(found.state == AnchorState::moved);
    CHECK(found.range == where(text, u"The ministry", nth));
  }
}

TEST_CASE("anchor: without context and position, equal places are listed and none is chosen") {
  Selector selector;
  selector.exact = u"The ministry";
  Resolution found = find(kArticle, selector);
  REQUIRE(found.state == AnchorState::ambiguous);
  REQUIRE(found.candidates.size() == 2);
  CHECK(found.candidates[0] == where(kArticle, u"The ministry", 0));
  CHECK(found.candidates[1] == where(kArticle, u"The ministry", 1));
  CHECK(found.confidence <= 0.5);
}

TEST_CASE("anchor: another article holds nothing") {
  std::u16string other =
      u"Snow closed the mountain road for a third day, and the school bus did not run. "
      u"Teachers sent the lessons home by post.\n";
  CHECK(find(other, taken(u"The last boat leaves too early for the night shift")).state == AnchorState::gone);
  CHECK(find(u"", taken(u"The ministry")).state == AnchorState::gone);
  CHECK(find(kArticle, Selector{}).state == AnchorState::gone);
}

TEST_CASE("anchor: a position outside the text, or inside a surrogate pair, does no harm") {
  std::u16string text = u"\U0001F6A2 The ferry \U0001F6A2\U0001F6A2 sails at nine \U0001F6A2";
  AnchorIndex index(text);
  Selector selector = index.describe({3, uint32_t(text.size())});
  selector.position = Range{4000000000u, 4000000100u};
  CHECK(index.resolve(selector).range.end == text.size());
  Selector split = index.describe({1, 5});
  CHECK(split.exact.size() >= 4);
  CHECK((split.exact.front() & 0xFC00) != 0xDC00);
}

TEST_CASE("anchor: described and resolved, any range of any text comes back") {
  std::mt19937 random(5);
  const std::u16string letters = u"abc dé.\n“”\U0001F6A2中e\u0301\u00AD";
  for (int round = 0; round < 400; ++round) {
    std::u16string text;
    size_t size = 1 + random() % 300;
    while (text.size() < size) {
      size_t i = random() % letters.size();
      if ((letters[i] & 0xFC00) == 0xDC00) continue;
      text += letters[i];
      if ((letters[i] & 0xFC00) == 0xD800) text += letters[i + 1];
    }
    uint32_t begin = uint32_t(random() % text.size());
    uint32_t end = begin + 1 + uint32_t(random() % (text.size() - begin));
    AnchorIndex index(text);
    Selector selector = index.describe({begin, end});
    REQUIRE(selector.position);
    Resolution found = index.resolve(selector);
    CAPTURE(round);
    CHECK(found.state == AnchorState::exact);
    CHECK(found.range == *selector.position);
    CHECK(at(text, found.range) == selector.exact);
  }
}

TEST_CASE("text fragment: short ones whole, long ones by their ends, dashes and commas encoded") {
  CHECK(text_fragment(u"A well-known, old harbour", {2, 25}) == ":~:text=well%2Dknown%2C%20old%20harbour");
  std::string long_one = text_fragment(kArticle, {0, uint32_t(kArticle.size() - 1)});
  CHECK(long_one == ":~:text=The%20harbour%20council%20met,freight%20is%20not%20affected.");
}

TEST_CASE("anchor: an index made in steps is the one made at once; unchanged words are told at once") {
  std::u16string text = kArticle + u"\n\nﬁne e\u0301tude — “quoted” … ";
  for (int i = 0; i < 40; ++i)
    text += u"More of it follows here, line " + std::u16string(1, char16_t(u'a' + i % 26)) + u". ";
  AnchorIndex whole(text);
  for (size_t step : {1u, 7u, 64u, 100000u}) {
    AnchorIndex index = AnchorIndex::begin(text);
    int steps = 1;
    while (!index.prepare(step)) ++steps;
    CHECK(steps >= int(text.size() / step));
    CHECK(index.prepare(step));
    for (uint32_t begin = 0; begin + 30 < text.size(); begin += 37) {
      Selector selector = whole.describe({begin, begin + 30});
      selector.position->begin += 11;
      selector.position->end += 11;
      if (begin % 2) selector.exact[15] = u'#';
      Resolution expected = whole.resolve(selector), found = index.resolve(selector);
      CHECK(found.state == expected.state);
      CHECK(found.range == expected.range);
      CHECK(found.confidence == expected.confidence);
      if (auto cheap = index.resolve_unchanged(selector)) {
        CHECK(cheap->state == expected.state);
        CHECK(cheap->range == expected.range);
      }
    }
  }
}
