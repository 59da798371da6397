#pragma once

#include <string>

namespace who_says {

/// What a file that a pupil handed in holds: its text, or the JSON of the work whose packed line (model/exercise_line.h) was pasted into
/// it. A line that is no DEFLATE stream, or holds more than 4 MB, stays as it is: whoever reads the work names it.
std::string unpacked_work(std::string text);

}  // namespace who_says
