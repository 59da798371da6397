#include "model/claim.h"

namespace who_says {

const Source* Document::find_source(std::string_view id) const {
  for (const SourcePtr& source : sources)
    if (source->id == id) return source.get();
  return nullptr;
}
const Claim* Document::find_claim(std::string_view id) const {
  for (const ClaimPtr& claim : claims)
    if (claim->id == id) return claim.get();
  return nullptr;
}

const Source* origin_of(const Document& document, const Claim& claim) {
  return claim.chain.empty() || claim.chain.back().source.empty()
             ? nullptr
             : document.find_source(claim.chain.back().source);
}
Hue hue_of(const Document& document, const Claim& claim) {
  const Source* origin = origin_of(document, claim);
  return origin ? hue_of(origin->kind, origin->office) : Hue::none;
}

}  // namespace who_says
