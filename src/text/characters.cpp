#include "text/characters.h"

#include <algorithm>

#include "text/letters.h"

namespace who_says {
namespace {

/// The code point at `offset`; a lone surrogate is itself.
uint32_t code_point_at(std::u16string_view text, uint32_t offset) {
  char16_t c = text[offset];
  if (is_high_surrogate(c) && offset + 1 < text.size() && is_low_surrogate(text[offset + 1]))
    return 0x10000 + ((uint32_t(c) - 0xD800) << 10) + (uint32_t(text[offset + 1]) - 0xDC00);
  return c;
}
/// The code point that ends at `offset` > 0.
uint32_t code_point_before(std::u16string_view text, uint32_t offset) {
  if (offset >= 2 && is_low_surrogate(text[offset - 1]) && is_high_surrogate(text[offset - 2]))
    return code_point_at(text, offset - 2);
  return text[offset - 1];
}

bool between(uint32_t c, uint32_t first, uint32_t last) { return c >= first && c <= last; }

/// Goes with what stands before it.
bool extends(uint32_t c) {
  return is_extending(static_cast<char16_t>(c < 0x10000 ? c : 0)) || between(c, 0x1F3FB, 0x1F3FF) ||
         between(c, 0xE0020, 0xE007F) || between(c, 0xE0100, 0xE01EF);
}
bool is_flag_letter(uint32_t c) { return between(c, 0x1F1E6, 0x1F1FF); }
bool is_picture(uint32_t c) {
  return between(c, 0x1F000, 0x1FAFF) || between(c, 0x2190, 0x2BFF) || c == 0x3030;
}

enum class Jamo { none, lead, vowel, tail, open_syllable, closed_syllable };
Jamo jamo(uint32_t c) {
  if (between(c, 0x1100, 0x115F) || between(c, 0xA960, 0xA97C)) return Jamo::lead;
  if (between(c, 0x1160, 0x11A7) || between(c, 0xD7B0, 0xD7C6)) return Jamo::vowel;
  if (between(c, 0x11A8, 0x11FF) || between(c, 0xD7CB, 0xD7FB)) return Jamo::tail;
  if (between(c, 0xAC00, 0xD7A3)) return (c - 0xAC00) % 28 ? Jamo::closed_syllable : Jamo::open_syllable;
  return Jamo::none;
}
bool jamo_joined(Jamo before, Jamo after) {
  switch (before) {
    case Jamo::lead:
      return after != Jamo::none && after != Jamo::tail;
    case Jamo::vowel:
    case Jamo::open_syllable:
      return after == Jamo::vowel || after == Jamo::tail;
    case Jamo::tail:
    case Jamo::closed_syllable:
      return after == Jamo::tail;
    case Jamo::none:
      break;
  }
  return false;
}

/// Flag letters pair up from where their row begins.
bool inside_flag(std::u16string_view text, uint32_t offset) {
  uint32_t letters = 0;
  for (uint32_t at = offset; at >= 2 && is_flag_letter(code_point_before(text, at)); at -= 2) ++letters;
  return letters % 2 == 1;
}

}  // namespace

bool is_character_border(std::u16string_view text, uint32_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  if (is_low_surrogate(text[offset]) && is_high_surrogate(text[offset - 1])) return false;
  uint32_t before = code_point_before(text, offset), after = code_point_at(text, offset);
  if (before == '\r' && after == '\n') return false;
  if (before < 0x20 || after < 0x20) return true;
  if (extends(after)) return false;
  if (before == 0x200D && is_picture(after)) return false;
  if (is_flag_letter(before) && is_flag_letter(after)) return !inside_flag(text, offset);
  return !jamo_joined(jamo(before), jamo(after));
}

Range whole_characters(std::u16string_view text, Range range) {
  uint32_t size = static_cast<uint32_t>(text.size());
  range.end = std::min(range.end, size);
  range.begin = std::min(range.begin, range.end);
  while (!is_character_border(text, range.begin)) --range.begin;
  while (!is_character_border(text, range.end)) ++range.end;
  return range;
}

}  // namespace who_says
