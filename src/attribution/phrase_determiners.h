#pragma once

#include <string_view>

#include "attribution/phrases.h"

namespace who_says {

/// "Her", "whose", lower case.
bool is_possessive(std::u16string_view word);

/// Reads "the two", "some of", "her" from `at` on into the phrase; where what they determine begins.
uint32_t read_determiners(const SourceText& text, uint32_t at, uint32_t end, Phrase& phrase);

}  // namespace who_says
