#include "text/segment.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/characters.h"
#include "text/letters.h"

namespace who_says {
namespace {

/// Stands inside a word when a letter or digit is on both sides.
bool joins(char16_t c) { return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011; }
bool is_closing(char16_t c) {
  return c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x203A || c == ')' ||
         c == ']' || c == 0x300D || c == 0x300F;
}
bool is_opening(char16_t c) {
  return c == '"' || c == '\'' || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0xAB || c == 0x2039 ||
         c == '(' || c == '[' || c == 0x300C || c == 0x300E;
}
bool is_stop(char16_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
         c == 0x0964 || c == 0x061F || c == 0x06D4;
}
constexpr std::array<std::u16string_view, 50> kAbbreviations = {
    u"mr",  u"mrs", u"ms",   u"dr",   u"prof", u"sen",    u"rep",  u"gov", u"gen", u"col",
    u"lt",  u"sgt", u"capt", u"cmdr", u"adm",  u"maj",    u"rev",  u"hon", u"st",  u"jr",
    u"sr",  u"vs",  u"no",   u"nos",  u"inc",  u"corp",   u"co",   u"ltd", u"jan", u"feb",
    u"mar", u"apr", u"jun",  u"jul",  u"aug",  u"sep",    u"sept", u"oct", u"nov", u"dec",
    u"fig", u"ca",  u"cf",   u"e.g",  u"i.e",  u"approx", u"dept", u"est", u"u.s", u"u.k"};

/// The full stop at `stop` ends an abbreviation or initial, not a sentence.
bool abbreviates(std::u16string_view text, uint32_t stop) {
  uint32_t begin = stop;
  while (begin > 0 && (is_word_unit(text[begin - 1]) ||
                       (text[begin - 1] == '.' && begin >= 2 && is_word_unit(text[begin - 2]))))
    --begin;
  std::u16string word(text.substr(begin, stop - begin));
  if (word.empty()) return false;
  // "She wrote on X. He …"
  if (word == u"X" && text.substr(0, begin).ends_with(u" on ")) return false;
  if (word.size() == 1 && is_upper(word[0])) return word[0] != 'I';
  word = lowered(word);
  if (word == u"no" || word == u"nos" || word == u"fig" ||
      word == u"est") {  // words too: only before a number
    uint32_t next = stop + 1;
    while (next < text.size() && text[next] == ' ') ++next;
    return next < text.size() && is_digit(text[next]) && word != u"est";
  }
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

}  // namespace

std::vector<Range> words(std::u16string_view text) {
  std::vector<Range> out;
  uint32_t n = static_cast<uint32_t>(text.size());
  for (uint32_t i = 0; i < n;) {
    if (!is_word_unit(text[i])) {
      ++i;
      continue;
    }
    uint32_t begin = i;
    while (i < n) {
      if (is_word_unit(text[i])) {
        ++i;
        continue;
      }
      bool inside = i + 1 < n && is_word_unit(text[i + 1]);
      bool numeric =
          (text[i] == '.' || text[i] == ',') && inside && is_digit(text[i - 1]) && is_digit(text[i + 1]);
      bool letters = text[i] == '.' && inside && is_upper(text[i - 1]) && is_upper(text[i + 1]);  // U.S
      if (!numeric && !letters && !(joins(text[i]) && inside)) break;
      ++i;
    }
    if (i < n && text[i] == '.' && i - begin >= 3 && text[i - 2] == '.' && is_upper(text[i - 1]))
      ++i;  // U.S.
    out.push_back({begin, i});
  }
  return out;
}

std::vector<Range> sentences(std::u16string_view text) {
  std::vector<Range> out;
  uint32_t n = static_cast<uint32_t>(text.size()), begin = 0;
  auto close = [&](uint32_t end) {
    while (begin < end && is_space(text[begin])) ++begin;
    uint32_t last = end;
    while (last > begin && is_space(text[last - 1])) --last;
    if (last > begin) out.push_back({begin, last});
    begin = end;
  };
  for (uint32_t i = 0; i < n; ++i) {
    if (text[i] == '\n') {
      close(i);
      continue;
    }
    if (!is_stop(text[i])) continue;
    bool wide = text[i] == 0x3002 || text[i] == 0xFF01 || text[i] == 0xFF1F;
    bool abbreviation = text[i] == '.' && abbreviates(text, i);
    uint32_t end = i + 1;
    while (end < n && is_stop(text[end])) ++end;
    while (end < n && is_closing(text[end])) ++end;
    uint32_t next = end;
    while (next < n && is_space(text[next]) && text[next] != '\n') ++next;
    i = end - 1;
    if (next == n || text[next] == '\n') continue;  // the break or the end closes it
    if (!wide && next == end) continue;             // 2.5, U.S, "what?!"-he
    if (abbreviation && !wide) continue;
    bool starts = !(text[next] >= 'a' && text[next] <= 'z') && text[next] != ',' && text[next] != ';';
    if (is_opening(text[next]) && next + 1 < n && text[next + 1] >= 'a' && text[next + 1] <= 'z' &&
        text[i] != '.')
      starts = false;
    if (starts) close(end);
  }
  close(n);
  return out;
}

uint32_t count_words(std::u16string_view text) { return static_cast<uint32_t>(words(text).size()); }

Range snap_to_words(std::u16string_view text, Range range) {
  uint32_t n = static_cast<uint32_t>(text.size());
  range.begin = std::min(range.begin, n);
  range.end = std::min(range.end, n);
  if (range.empty()) return {range.begin, range.begin};
  // Words are found in a stretch that no word crosses: from white space to white space.
  uint32_t from = range.begin, to = range.end;
  while (from > 0 && !is_space(text[from - 1])) --from;
  while (to < n && !is_space(text[to])) ++to;
  Range out{range.begin, range.begin};
  bool any = false;
  for (Range word : words(text.substr(from, to - from))) {
    word.begin += from;
    word.end += from;
    if (!word.overlaps(range)) continue;
    if (!any) out.begin = word.begin;
    out.end = word.end;
    any = true;
  }
  if (!any) return out;
  return whole_characters(text, out);
}

Range trim_claim(std::u16string_view text, Range range) {
  range.end = std::min(range.end, static_cast<uint32_t>(text.size()));
  range.begin = std::min(range.begin, range.end);
  auto outer = [](char16_t c) {
    return is_space(c) || c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB;
  };
  auto single = [](char16_t c) { return c == '\'' || c == 0x2018 || c == 0x2019; };
  while (!range.empty() && (outer(text[range.begin]) || single(text[range.begin]))) ++range.begin;
  for (;;) {
    if (range.empty()) break;
    char16_t last = text[range.end - 1];
    bool stop = is_stop(last) || last == ',' || last == ';' || last == ':';
    if (last == '.' && abbreviates(text, range.end - 1)) stop = false;
    if (!outer(last) && !single(last) && !stop) break;
    --range.end;
  }
  return range;
}

}  // namespace who_says
