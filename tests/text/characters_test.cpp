#include "text/characters.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace who_says;

namespace {

/// Characters of a text, joined with '|'. The expected forms were made with Intl.Segmenter.
std::u16string cut(std::u16string_view text) {
  std::u16string out;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_character_border(text, i)) out += u'|';
    out += text[i];
  }
  return out;
}

}  // namespace

TEST_CASE("characters as a reader sees them") {
  const std::vector<std::u16string> expected = {
      u"a|b|c",
      u"e\u0301|t|u|d|e",
      u"q\u0323\u0307|x",
      u"\U0001F600|a",
      u"\U0001F44D\U0001F3FD|!",
      u"\U0001F469\u200D\U0001F469\u200D\U0001F466|.",
      u"\u2764\uFE0F|\u2764",
      u"\U0001F1F0\U0001F1F7|\U0001F1F0\U0001F1F5|\U0001F1F7",
      u"\U0001F3F4\U000E0067\U000E0062\U000E007F|x",
      u"\r\n|\n",
      u"\u1112\u1161\u11AB|\u1100\u1173\u11AF",
      u"한|국",
      u"\uAC00\u11A8|a",
      u"\u0e01\u0e34|\u0e19",
      u"\u05E9\u05C1\u05B8|\u05DC",
      u"か\u3099|き",
      u"a|\u0020|b",
  };
  for (const std::u16string& form : expected) {
    std::u16string text = form;
    std::erase(text, u'|');
    CHECK(cut(text) == form);
  }
}

TEST_CASE("a range is widened to whole characters and stays in the text") {
  std::u16string text = u"a\U0001F469\u200D\U0001F466e\u0301z";
  for (uint32_t begin = 0; begin <= text.size() + 2; ++begin)
    for (uint32_t end = 0; end <= text.size() + 2; ++end) {
      Range range = whole_characters(text, {begin, end});
      CHECK(range.begin <= range.end);
      CHECK(range.end <= text.size());
      CHECK(is_character_border(text, range.begin));
      CHECK(is_character_border(text, range.end));
      if (begin <= end && end <= text.size()) {
        CHECK(range.begin <= begin);
        CHECK(range.end >= end);
      }
    }
}
