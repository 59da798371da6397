#pragma once

#include "model/codec_foreign.h"

namespace who_says {

/// The JSON-LD context of a claims file: the W3C's, those that the file had beside it, and our own terms.
Json context_with(const Json* others);
/// Leaves in `page` only the contexts that are neither the W3C's nor ours.
void take_context(Members& page);

}  // namespace who_says
