#pragma once

#include <string_view>

#include "model/claim.h"

namespace who_says {

/// Exact words, position, and up to 32 code units around them, cut between words. Whether they are enough to find the words again
/// in a changed text is not looked at: the floor of anchoring, which this one does not know, makes a better one where it matters.
Selector selector_at(std::u16string_view text, Range range);

/// No lone surrogate, which has no form in a file.
bool is_well_formed(std::u16string_view words);

}  // namespace who_says
