#pragma once

#include <string_view>

#include "attribution/tokens.h"

namespace who_says {

/// A mark that opens a quotation in English typography: “ ‘ „ « ‹.
constexpr bool is_opening_mark(char16_t c) {
  return c == 0x201C || c == 0x2018 || c == 0x201E || c == 0xAB || c == 0x2039;
}

/// Sets Token::quote of every token. Straight marks open or close by the white space around them. A quotation that a paragraph
/// leaves open goes on in the next one only if that begins with an opening mark.
void mark_quotes(std::u16string_view text, Tokens& tokens);

}  // namespace who_says
