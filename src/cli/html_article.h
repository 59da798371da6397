#pragma once

#include <string_view>

#include "cli/article_text.h"
#include "model/result.h"

namespace who_says {

/// Reads the article of an HTML file (UTF-8): the same text that web/src/page-text.ts gives for the page as it was sent.
/// What scripts would add is not there; shadow roots declared in HTML are not read.
///
/// `element` names the element: "#id", ".class" or a tag; "" = the first `article`, else `[itemprop=articleBody]`, else `main`, else
/// the whole body. Errors: "wrong-selector", "no-article", "too-deep".
Result<FileArticle> read_html_article(std::string_view html, std::string_view element);

}  // namespace who_says
