#pragma once

#include <string>
#include <string_view>

namespace who_says {

// Classes of single UTF-16 code units, for Latin, Greek and Cyrillic text; what is beyond them is a letter without case.

constexpr bool is_space(char16_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}
constexpr bool is_digit(char16_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_high_surrogate(char16_t c) { return (c & 0xFC00) == 0xD800; }
constexpr bool is_low_surrogate(char16_t c) { return (c & 0xFC00) == 0xDC00; }

/// Letters, digits, marks and what joins them. Beyond ASCII: everything that is not known as space, punctuation or symbol.
constexpr bool is_word_unit(char16_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  if (c < 0xC0)
    return c == 0xAA || c == 0xAD || c == 0xB2 || c == 0xB3 || c == 0xB5 || c == 0xB9 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c <= 0x206F) return c == 0x200C || c == 0x200D;
  if (c >= 0x2070 && c <= 0x209F) return true;
  if (c >= 0x20A0 && c <= 0x20CF) return false;
  if (c >= 0x2190 && c <= 0x2BFF) return false;
  if (c >= 0x2E00 && c <= 0x2E7F) return false;
  if (c >= 0x3000 && c <= 0x3004) return false;
  if (c >= 0x3008 && c <= 0x3020) return false;
  if (c == 0x3030 || c == 0x30FB || c == 0x061B || c == 0x061F || c == 0x060C || c == 0x06D4 || c == 0x0964 ||
      c == 0x0965)
    return false;
  if (c >= 0xFE10 && c <= 0xFE1F) return false;
  if (c >= 0xFE30 && c <= 0xFE6F) return false;
  if (c >= 0xFF00 && c <= 0xFF0F) return false;
  if (c >= 0xFF1A && c <= 0xFF20) return false;
  if ((c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65)) return false;
  return c < 0xFFF0;
}

/// Goes with the character before it: low surrogates, combining marks, joiners, variation selectors.
constexpr bool is_extending(char16_t c) {
  return is_low_surrogate(c) || (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7 && c != 0x5BE) ||
         (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 ||
         (c >= 0x900 && c <= 0x903) || (c >= 0x93A && c <= 0x94F && c != 0x93D) || c == 0x200D ||
         c == 0x200C || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xE31 && c <= 0xE3A && c != 0xE32) || (c >= 0xE47 && c <= 0xE4E) || c == 0x3099 || c == 0x309A;
}

/// Simple lower case; other units as they are.
constexpr char16_t lower(char16_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 32;
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x490 && c <= 0x4BF) return c | 1;
  return c;
}
constexpr bool is_upper(char16_t c) { return lower(c) != c; }

inline std::u16string lowered(std::u16string_view text) {
  std::u16string out(text);
  for (char16_t& c : out) c = lower(c);
  return out;
}

}  // namespace who_says
