#pragma once

#include <string>

#include "model/reason_parts.h"
#include "model/vocabulary.h"

namespace who_says {

/// The parts in the English of assets/words/reasons.en.json, in which the engine itself says them.
std::string in_english(const ReasonParts& parts);

/// because() with a kind as the last value.
ReasonParts because_of_kind(std::string_view code, std::vector<std::string> values, SourceKind kind);

}  // namespace who_says
