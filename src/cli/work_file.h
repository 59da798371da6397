#pragma once

#include <string>
#include <string_view>

#include "model/result.h"

namespace who_says {

/// What a file that a pupil handed in holds: its text as it is, or the JSON of the work whose packed line (model/exercise_line.h) was
/// pasted into it. Errors: "packed-line" for a line whose bytes are no DEFLATE stream, or one of more than 4 MB.
Result<std::string> unpacked_work(std::string text);

}  // namespace who_says
