#pragma once

#include <string>

#include "classroom/roll_up.h"

namespace who_says {

// What the classroom finds, as JSON in UTF-8 for pages and the command line. Ranges count UTF-16 code units, as the page does.

/// {"points", "most", "tasks": [{"task", "kind", "answered", "graded", "points", "most", "reason", "example", "items": […]}]}
std::string grade_json(const Grade& grade, int indent = -1);
/// {"files", "pupils", "questions", "wrong", "heat", "agreement", "written"}: RollUp's members.
std::string roll_up_json(const RollUp& of, int indent = -1);
/// {"value", "observed", "expected", "accord", "sentence"}; value null = n/a.
std::string agreement_json(const Agreement& of, int indent = -1);
/// Agreement of a table: rows of unit, coder, value; or of coder, begin, end and perhaps category: marks on a continuum of `length`
/// words (0 = up to the last end). A first row with these names tells which; without it three columns are the former.
/// Error: "wrong-shape", with the line.
Result<std::string> agreement_of_csv(std::string_view csv, int64_t length, int indent = -1);

/// xAPI 1.0.3 statements of a class, one a pupil and graded task and one for the whole, as a JSON list. The actor is an account named
/// by the seat, at `home` (an address of the school, for instance). No person is named. Statements carry no ids: the store gives them.
std::string xapi_json(const RollUp& of, const Exercise& exercise, const std::string& home, int indent = 2);

/// {"code", "message", "where"} of each.
std::string problems_json(const std::vector<Error>& problems);

}  // namespace who_says
