#include "cli/claims_file.h"

#include <memory>

#include "cli/files.h"

namespace who_says {

Result<Loaded> load_claims(const std::string& path, std::u16string_view article_text) {
  Result<std::string> file = read_file(path);
  if (!file) return file.error();
  Result<Loaded> loaded = read_claims(file.value(), article_text);
  if (loaded)
    for (const Error& problem : loaded.value().problems) report(path, problem);
  return loaded;
}

std::vector<Resolution> resolve_all(const Document& document, const AnchorIndex& article) {
  std::vector<Resolution> out;
  for (const ClaimPtr& claim : document.claims) out.push_back(article.resolve(claim->selector));
  return out;
}

bool is_certain(const Resolution& resolution) {
  return resolution.state == AnchorState::exact || resolution.state == AnchorState::moved;
}

size_t renew_selectors(Document& document, const Article& article, const AnchorIndex& index,
                       const std::vector<Resolution>& resolutions, bool only_incomplete) {
  size_t changed = 0;
  for (size_t i = 0; i < document.claims.size(); ++i) {
    const Selector& old = document.claims[i]->selector;
    bool is_complete = old.position && (!old.prefix.empty() || !old.suffix.empty());
    if (!is_certain(resolutions[i]) || (only_incomplete && is_complete)) continue;
    Selector fresh = describe(index, article, resolutions[i].range);
    if (fresh == old) continue;
    auto claim = std::make_shared<Claim>(*document.claims[i]);
    claim->selector = std::move(fresh);
    document.claims[i] = std::move(claim);
    ++changed;
  }
  return changed;
}

}  // namespace who_says
