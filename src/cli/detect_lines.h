#pragma once

#include <string>
#include <vector>

#include "cli/detect_article.h"

namespace who_says {

/// `who-says detect --ndjson`: an article a line in, a result a line out on standard output, in the same order. A line that is no
/// article is reported on standard error with its number and skipped. Memory does not grow with the number of lines. Returns the
/// exit code.
int detect_lines(const std::vector<std::string>& paths, const DetectSettings& settings, bool as_claims,
                 unsigned threads);

}  // namespace who_says
