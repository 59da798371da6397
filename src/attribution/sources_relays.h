#pragma once

#include "attribution/detection.h"
#include "attribution/sources_cast.h"

namespace who_says {

/// Words that name the outlet which an attribution was told to: "told | AFP", "in an interview with | the Herald", "told | this
/// newspaper"; empty = none. `own`: it is this very outlet.
TokenSpan relay_words(const SourceText& text, const Cast& cast, const Attribution& attribution, bool* own);

}  // namespace who_says
