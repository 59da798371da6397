#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "anchor/anchor.h"
#include "model/codec.h"

namespace who_says {

/// Reads claims from a file, "-" from standard input, and reports each problem on standard error. Errors: those of read_file and
/// read_claims.
Result<Loaded> load_claims(const std::string& path, std::u16string_view article_text);

/// Where each claim of a document stands in an article, in the document's order.
std::vector<Resolution> resolve_all(const Document& document, const AnchorIndex& article);

/// Its words stand there unchanged.
bool is_certain(const Resolution& resolution);

/// Gives the claims whose words stand unchanged selectors made for this article: words, context and position. `only_incomplete`
/// leaves alone those that have all three. Other claims are never touched. Returns how many changed.
size_t renew_selectors(Document& document, const Article& article, const AnchorIndex& index,
                       const std::vector<Resolution>& resolutions, bool only_incomplete);

}  // namespace who_says
