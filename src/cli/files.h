#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"

namespace who_says {

/// A whole file; "-" is standard input. Errors: "unreadable", "too-large" (over 64 MB).
Result<std::string> read_file(const std::string& path);
/// Writes a whole file or nothing: a new file beside it takes its place, with the rights of the old one. "-" is standard output.
/// Error: "unwritable".
std::optional<Error> write_file(const std::string& path, std::string_view text);

/// The name of a file for people; "-" is "standard input".
std::string file_name(const std::string& path);
/// One line for standard error, in the form that editors and CI systems understand:
///
///     claims.json:3:14: This file is not JSON: … [not-json]          a place in the text
///     claims.json#/items/4/target: Here … was expected … [wrong-shape]      a JSON pointer
std::string report_line(const std::string& path, const Error& error);
/// Writes it there.
void report(const std::string& path, const Error& error);

/// Exit codes of every verb.
enum ExitCode { kDone = 0, kNeedsPerson = 1, kFailed = 2 };

/// Reports and gives kFailed.
int fail(const std::string& path, const Error& error);

}  // namespace who_says
