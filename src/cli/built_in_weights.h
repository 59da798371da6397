#pragma once

#include <optional>
#include <string>

#include "attribution/weights.h"
#include "model/result.h"

namespace who_says {

/// The network's weights for a run of the tool: of a file, or, for "", those that are built into the tool. nullopt: it was built
/// without (CMake's WHO_SAYS_WEIGHTS). Errors: those of read_file and of Weights::read.
Result<std::optional<Weights>> load_weights(const std::string& path);

}  // namespace who_says
