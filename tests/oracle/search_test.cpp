// The fast search against the slow obvious one: the whole edit matrix, row by row.

#include "text/search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "text/gram_index.h"

using namespace who_says;

namespace {

using Row = std::vector<uint32_t>;

// Last row of the edit matrix: distance of `pattern` to the text up to each end. `anywhere`: what stands before the match is free.
Row slow_ends(std::u16string_view pattern, std::u16string_view text, bool anywhere) {
  Row column(pattern.size() + 1);
  for (uint32_t i = 0; i < column.size(); ++i) column[i] = i;
  Row result{column.back()};
  for (uint32_t j = 1; j <= text.size(); ++j) {
    Row next(column.size());
    next[0] = anywhere ? 0 : j;
    for (uint32_t i = 1; i < next.size(); ++i) {
      next[i] =
          std::min({column[i] + 1, next[i - 1] + 1, column[i - 1] + uint32_t(pattern[i - 1] != text[j - 1])});
    }
    column = std::move(next);
    result.push_back(column.back());
  }
  return result;
}

std::u16string random_text(std::mt19937& random, size_t size, uint32_t letters) {
  std::u16string text;
  // A part of the letters lies beyond Latin 1, where the search looks units up in another way.
  for (size_t i = 0; i < size; ++i) {
    uint32_t letter = uint32_t(random() % letters);
    text += char16_t(letter % 3 == 2 ? 0x430 + letter : 'a' + letter);
  }
  return text;
}

std::u16string changed(std::mt19937& random, std::u16string text, int edits) {
  for (int i = 0; i < edits && !text.empty(); ++i) {
    size_t at = random() % text.size();
    switch (random() % 3) {
      case 0:
        text[at] = u'z';
        break;
      case 1:
        text.erase(at, 1);
        break;
      default:
        text.insert(at, 1, u'y');
    }
  }
  return text;
}

void compare(std::u16string_view pattern, std::u16string_view text) {
  Pattern fast(pattern);
  Row slow = slow_ends(pattern, text, true);
  uint32_t best = *std::min_element(slow.begin(), slow.end());
  for (uint32_t bound : {0u, 1u, best, best + 3, uint32_t(pattern.size() / 3), uint32_t(pattern.size())}) {
    std::vector<MatchEnd> expected;
    for (uint32_t end = 0; end < slow.size(); ++end) {
      if (slow[end] <= bound) expected.push_back({end, slow[end]});
    }
    CHECK(fast.ends(text, bound) == expected);
  }
  Row anchored = slow_ends(pattern, text, false);
  CHECK(fast.distance_to(text) == anchored.back());
  CHECK(fast.distance_to_beginning(text) == *std::min_element(anchored.begin(), anchored.end()));

  Alignment alignment = fast.align(text);
  CHECK(alignment.distance == best);
  Range range = alignment.range();
  REQUIRE(range.begin <= range.end);
  REQUIRE(range.end <= text.size());
  CHECK(slow_ends(pattern, text.substr(range.begin, range.size()), false).back() == best);
  for (size_t i = 0; i < alignment.first.size(); ++i) {
    CHECK(alignment.first[i] <= alignment.last[i]);
    if (i > 0) CHECK(alignment.last[i - 1] <= alignment.first[i]);
  }
}

}  // namespace

TEST_CASE("search: random patterns and texts of few letters") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::u16string pattern = random_text(random, 1 + random() % 150, 2 + uint32_t(random() % 5));
    compare(pattern, random_text(random, random() % 200, 2 + uint32_t(random() % 5)));
  }
}

TEST_CASE("search: a changed copy inside other text, patterns around whole words of 64") {
  std::mt19937 random(11);
  for (size_t size : {1, 2, 31, 63, 64, 65, 127, 128, 129, 191, 192, 200, 257}) {
    for (int edits : {0, 1, 3, 12, 40}) {
      std::u16string pattern = random_text(random, size, 20);
      std::u16string text =
          random_text(random, 90, 20) + changed(random, pattern, edits) + random_text(random, 70, 20);
      compare(pattern, text);
    }
  }
}

TEST_CASE("search: adversarial repeats") {
  for (size_t size : {1, 5, 64, 65, 130}) {
    for (size_t text_size : {0, 1, 63, 64, 200}) {
      std::u16string text(text_size, u'a');
      compare(std::u16string(size, u'a'), text);
      compare(std::u16string(size, u'b'), text);
      std::u16string mixed(size, u'a');
      mixed.back() = u'b';
      compare(mixed, text);
      for (size_t i = 0; i < text.size(); i += 2) text[i] = u'b';
      compare(mixed, text);
    }
  }
}

TEST_CASE("gram index: occurrences are those of the plain search") {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::u16string text = random_text(random, random() % 400, 2 + uint32_t(random() % 3));
    GramIndex index(text);
    size_t size = 1 + random() % 9;
    std::u16string phrase = round % 2 && text.size() > size
                                ? text.substr(random() % (text.size() - size), size)
                                : random_text(random, size, 4);
    std::vector<uint32_t> expected;
    for (size_t at = text.find(phrase); at != text.npos; at = text.find(phrase, at + 1))
      expected.push_back(uint32_t(at));
    CHECK(index.occurrences(phrase, 10000) == expected);
    if (expected.size() > 2) {
      expected.resize(2);
      CHECK(index.occurrences(phrase, 2) == expected);
    }
  }
}

TEST_CASE("gram filter: the share of a phrase's grams in a range is never too low, and hardly too high") {
  std::mt19937 random(13);
  for (int round = 0; round < 300; ++round) {
    std::u16string text = random_text(random, 10 + random() % 800, 2 + uint32_t(random() % 20));
    GramIndex index(text);
    std::u16string phrase = random_text(random, 5 + random() % 300, 2 + uint32_t(random() % 20));
    PhraseGrams grams(index, phrase);
    Range range{uint32_t(random() % text.size()), uint32_t(text.size())};
    std::u16string_view there = std::u16string_view(text).substr(range.begin);
    bool all = true, none = true;
    for (size_t at = 0; at + GramIndex::kGram <= phrase.size(); ++at) {
      bool stands = there.find(phrase.substr(at, GramIndex::kGram)) != there.npos;
      all &= stands;
      none &= !stands;
    }
    float share = grams.share(range);
    CHECK(share >= 0);
    CHECK(share <= 1.0001f);
    if (all) CHECK(share > 0.9999f);
    if (none) CHECK(share < 0.15f);
  }
  CHECK(PhraseGrams(GramIndex(u"some text"), u"abc").share({0, 9}) == 1);
}

// Votes are few, and in a long text every gram has many places: a window's weight must not sink with the text's size.
TEST_CASE(
    "gram filter: an edited copy is in the best window whatever the text's size, other words pass nowhere") {
  std::mt19937 random(17);
  std::vector<std::u16string> words;
  for (int i = 0; i < 4000; ++i) words.push_back(random_text(random, 2 + random() % 8, 18) + u" ");
  for (size_t size : {5000u, 60000u, 600000u}) {
    std::u16string text;
    // The square makes some words common, as in prose.
    auto word = [&] { return words[size_t(random() % 4000) * (random() % 4000) / 4000]; };
    while (text.size() < size) text += word();
    GramIndex index(text);
    for (int round = 0; round < 20; ++round) {
      uint32_t begin = uint32_t(random() % (text.size() - 260));
      std::u16string phrase = text.substr(begin, 260);
      for (size_t at = random() % 8; at < phrase.size(); at += 8) phrase[at] = u'#';
      std::vector<GramWindow> windows = PhraseGrams(index, phrase).windows(80, 4, 0.35f);
      REQUIRE(!windows.empty());
      CHECK(windows[0].range.begin <= begin);
      CHECK(windows[0].range.end >= begin + 260);
      std::u16string other;
      while (other.size() < 260) other += word();
      PhraseGrams grams(index, other);
      for (const GramWindow& window : grams.windows(80, 4, 0.35f)) CHECK(grams.share(window.range) < 0.35f);
    }
  }
}
