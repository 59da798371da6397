#pragma once

#include <string_view>
#include <vector>

#include "attribution/steps.h"

namespace who_says {

// The tables that are compiled in: lines of columns between tabs; a line that begins with '#' is a comment.

/// The parts of `text` between each `at`; only between tabs may one be empty.
std::vector<std::string_view> split(std::string_view text, char at);

/// Adds a pass over the lines of `table` that are neither empty nor comments. The table outlives the steps.
void each_line(Steps& steps, std::string_view table, std::function<void(std::string_view)> f);

}  // namespace who_says
