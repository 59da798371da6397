#include "attribution/spelling.h"

#include <algorithm>
#include <vector>

#include "text/letters.h"

namespace who_says {

std::u16string bare_letters(std::u16string_view word) {
  // Base letters of U+00E0 to U+017F, lower case; others stay.
  static constexpr char16_t kLatin1[] = u"aaaaaaaceeeeiiiidnooooo÷ouuuuypy";
  static constexpr char16_t kExtended[] =
      u"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttt"
      u"tttuuuuuuuuuuuuwwyyyzzzzzzs";
  std::u16string out;
  for (char16_t c : word) {
    c = lower(c);
    if (c >= 0xE0 && c <= 0xFF)
      c = kLatin1[c - 0xE0];
    else if (c >= 0x100 && c <= 0x17F)
      c = kExtended[c - 0x100];
    else if (c == 0x219)
      c = 's';
    else if (c == 0x21B)
      c = 't';
    else if (c == 0xDF)
      c = 's';
    else if (c == 0x2019)
      c = '\'';
    if (c >= 0x300 && c <= 0x36F) continue;
    out += c;
  }
  return out;
}

uint32_t name_distance(std::u16string_view a, std::u16string_view b, uint32_t limit) {
  constexpr size_t kLongest = 40;
  std::u16string x = bare_letters(a.substr(0, kLongest)), y = bare_letters(b.substr(0, kLongest));
  size_t difference = x.size() > y.size() ? x.size() - y.size() : y.size() - x.size();
  if (difference > limit) return limit + 1;
  std::vector<uint32_t> row(y.size() + 1);
  for (size_t j = 0; j <= y.size(); ++j) row[j] = uint32_t(j);
  for (size_t i = 1; i <= x.size(); ++i) {
    uint32_t diagonal = row[0];
    row[0] = uint32_t(i);
    for (size_t j = 1; j <= y.size(); ++j) {
      uint32_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (x[i - 1] != y[j - 1])});
      diagonal = above;
    }
  }
  return std::min(row[y.size()], limit + 1);
}

namespace {
std::vector<std::u16string_view> words_of_name(std::u16string_view name) {
  std::vector<std::u16string_view> out;
  for (size_t begin = 0; begin < name.size();) {
    size_t end = std::min(name.find(u' ', begin), name.size());
    if (end > begin) out.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}
}  // namespace

bool is_spelling_variant(std::u16string_view a, std::u16string_view b) {
  if (a == b) return false;
  std::vector<std::u16string_view> x = words_of_name(a), y = words_of_name(b);
  if (x.size() != y.size() || x.empty()) return false;
  uint32_t total = 0;
  for (size_t i = 0; i < x.size(); ++i) {
    // Short words may be one letter apart only beside other words that are alike ("Wi Son Lak").
    size_t longest = std::max(x[i].size(), y[i].size());
    uint32_t allowed = longest >= 7 ? 2 : longest >= 5 || (longest >= 4 && x.size() > 2) ? 1 : 0;
    uint32_t distance = name_distance(x[i], y[i], allowed);
    if (distance > allowed) return false;
    // The first letter seldom changes in another transliteration, but it tells two people apart.
    if (distance > 0 && i + 1 == x.size() && bare_letters(x[i])[0] != bare_letters(y[i])[0]) return false;
    total += distance;
  }
  return total <= 3;
}

bool all_capitals(std::u16string_view word) {
  size_t capitals = 0;
  for (char16_t c : word) {
    if (is_upper(c))
      ++capitals;
    else if (!is_digit(c) && c != '-' && c != '&' && c != '.')
      return false;
  }
  return capitals >= 2;
}

bool is_acronym_of(std::u16string_view acronym, std::u16string_view name) {
  if (acronym.size() < 2 || acronym.size() > 8) return false;
  std::u16string all, large;
  for (size_t i = 0; i < name.size(); ++i) {
    if (!is_word_unit(name[i]) || (i > 0 && is_word_unit(name[i - 1])) ||
        (i > 0 && (name[i - 1] == '\'' || name[i - 1] == 0x2019)))
      continue;
    all += lower(name[i]);
    if (is_upper(name[i])) large += lower(name[i]);
  }
  std::u16string own;
  for (char16_t c : acronym)
    if (c != '.') own += lower(c);
  return own.size() >= 2 && (own == all || own == large);
}

std::u16string without_points(std::u16string_view initials) {
  std::u16string out;
  for (size_t i = 0; i < initials.size(); ++i) {
    bool point = i % 2 == 1;
    if (point != (initials[i] == '.') || (!point && !is_upper(initials[i]))) return std::u16string(initials);
    if (!point) out += initials[i];
  }
  return out.size() > 1 ? out : std::u16string(initials);
}

std::u16string initials_of(std::u16string_view name) {
  std::u16string out;
  for (size_t i = 0; i < name.size(); ++i)
    if (is_upper(name[i]) && (i == 0 || is_space(name[i - 1]))) out += lower(name[i]);
  return out;
}

}  // namespace who_says
