#pragma once

#include <string>

#include "cli/article_text.h"
#include "model/result.h"

namespace who_says {

/// Reads an article from a file of HTML or plain text, "-" from standard input; `element` as in read_html_article. Errors: those
/// of read_file and read_html_article, "not-utf8", "no-words".
Result<FileArticle> read_article(const std::string& path, const std::string& element);

}  // namespace who_says
