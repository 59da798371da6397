#pragma once

#include <string>
#include <vector>

namespace who_says {

/// What a file that pupils handed in holds: its text, or for each work whose line (model/exercise_line.h) was pasted into it, that line or,
/// where it is packed, the work's JSON. A line that is no DEFLATE stream, or holds more than 4 MB, stays as it is: whoever reads the work
/// names it.
std::vector<std::string> unpacked_works(const std::string& text);

}  // namespace who_says
