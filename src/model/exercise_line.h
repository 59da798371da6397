#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace who_says {

/// What a line holds: bytes of a work's JSON (short form or file), or of the same packed by DEFLATE (RFC 1951), which the page does.
struct WorkLine {
  bool packed = false;
  std::string bytes;
};

/// A work as one line to copy, to send or to show as a code: "WSW1.", "j" (JSON) or "z" (packed), ".", base64url (RFC 4648, no
/// padding), ".", check sum: FNV-1a 32 of that base64url text as 8 hex digits.
std::string write_work_line(const WorkLine& line);

/// Finds the line in what somebody pasted and reads it. White space, line breaks, "=" at the ends of lines and ">" of quoted mail
/// inside it do no harm. Errors: "no-line" (nothing of that kind here), "cut-line" (its end is missing), "changed-line" (the check
/// sum says that letters are missing or changed), "newer-line" (of a later version).
Result<WorkLine> read_work_line(std::string_view pasted);

/// A text with several lines in it, as a teacher collects them, in pieces of one line each; any other text is one piece. Views of `text`.
std::vector<std::string_view> works_in(std::string_view text);

/// A work's JSON: what was given if that is JSON, else what its line holds. Errors: read_work_line's, and "packed-line": pages and the
/// tool who-says unpack it before they come here.
Result<std::string> work_json(std::string_view file_or_line);

/// Bytes as base64url without padding, and back; false for what is none.
std::string to_base64url(std::string_view bytes);
bool from_base64url(std::string_view text, std::string& bytes);

}  // namespace who_says
