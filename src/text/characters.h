#pragma once

#include <string_view>

#include "text/range.h"

namespace who_says {

/// `offset` (UTF-16 code units) is a border between characters as a reader sees them: extended grapheme clusters of UAX #29, as
/// far as articles hold them: surrogate pairs, combining marks, joiners, variation selectors, emoji with skin tones, joined
/// emoji, flags, tags, CR LF, Hangul jamo. Prepended marks of a few Indic scripts are left out. Both ends of the text are borders.
bool is_character_border(std::u16string_view text, uint32_t offset);
/// `range`, clamped to the text and widened to whole characters.
Range whole_characters(std::u16string_view text, Range range);

}  // namespace who_says
