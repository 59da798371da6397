#include "app/state.h"

#include <algorithm>

#include "text/letters.h"
#include "text/stable_order.h"
#include "text/utf.h"

namespace who_says {
namespace {

std::u16string search_key(std::string_view text) { return lowered(to_utf16(text)); }

bool fits_search(const State& state, const Claim& claim, const std::u16string& wanted) {
  auto has = [&](std::string_view text) { return search_key(text).find(wanted) != std::u16string::npos; };
  if (lowered(claim.selector.exact).find(wanted) != std::u16string::npos || has(claim.note)) return true;
  for (const Remark& remark : claim.remarks)
    if (has(remark.text)) return true;
  for (const Hop& hop : claim.chain) {
    if (has(hop.cue)) return true;
    const Source* source = state.shown.find_source(hop.source);
    if (!source) continue;
    if (has(source->name) || has(source->description) || has(source->organization) || has(source->country))
      return true;
    for (const Alias& alias : source->aliases)
      if (has(alias.name)) return true;
  }
  return false;
}

bool fits_filter(const State& state, const Claim& claim, std::string_view group, std::string_view value) {
  const Source* origin = origin_of(state.shown, claim);
  if (group == "kind") return value == (origin ? word(origin->kind) : std::string_view("none"));
  if (group == "hue") return value == word(hue_of(state.shown, claim));
  if (group == "scope") return value == word(claim.scope);
  if (group == "status") return value == word(claim.status);
  if (group == "anchor") {  // "changed": not exactly as it stood
    const Resolution* place = state.place_of(claim.id);
    return place && (value == "changed" ? place->state != AnchorState::exact : value == word(place->state));
  }
  if (group == "ids") {
    for (size_t begin = 0; begin <= value.size();) {
      size_t end = std::min(value.find('\n', begin), value.size());
      if (value.substr(begin, end - begin) == claim.id) return true;
      begin = end + 1;
    }
    return false;
  }
  return true;
}

}  // namespace

void sort_by_place(std::vector<PlacedClaim>& claims) {
  sort_stably(claims, [](const PlacedClaim& a, const PlacedClaim& b) { return a.first < b.first; });
}

const ClaimList& listed_claims(const State& state) {
  ClaimList& out = state.claim_list;
  if (out.of == state.list) return out;
  out = {state.list, {}, {}};
  std::vector<PlacedClaim> placed;
  for (const ClaimPtr& claim : state.shown.claims) {
    const Resolution* place = state.place_of(claim->id);
    placed.push_back(
        {place && place->state != AnchorState::gone ? place->range : Range{0xFFFFFFFF, 0xFFFFFFFF},
         claim.get()});
  }
  sort_by_place(placed);
  for (const auto& [range, claim] : placed) {
    out.all.push_back(claim);
    if (passes(state, *claim)) out.passing.push_back(claim);
  }
  return out;
}

bool passes(const State& state, const Claim& claim) {
  if (state.filters.empty() && state.field("search-claims").empty()) return true;
  std::u16string wanted = search_key(state.field("search-claims"));
  if (!wanted.empty() && !fits_search(state, claim, wanted)) return false;
  // Within a group one filter is enough; each group that has filters must be met.
  std::map<std::string_view, bool> groups;
  for (const std::string& filter : state.filters) {
    std::string_view all = filter;
    size_t colon = std::min(all.find(':'), all.size());
    bool& met = groups[all.substr(0, colon)];
    met = met || fits_filter(state, claim, all.substr(0, colon), all.substr(std::min(colon + 1, all.size())));
  }
  return std::all_of(groups.begin(), groups.end(), [](const auto& group) { return group.second; });
}

size_t count_suggested(const State& state) {
  return static_cast<size_t>(
      std::count_if(state.shown.claims.begin(), state.shown.claims.end(),
                    [](const ClaimPtr& claim) { return claim->status == Status::suggested; }));
}

std::optional<Highlight> highlight_of(const State& state, const Claim& claim) {
  const Resolution* place = state.place_of(claim.id);
  if (!place || !stands(*place)) return std::nullopt;
  Highlight h;
  h.claim = claim.id;
  h.range = place->range;
  h.hue = hue_of(state.shown, claim);
  h.selected = claim.id == state.opened;
  h.pointed = claim.id == state.pointed;
  h.suggested = claim.status == Status::suggested;
  return h;
}

std::optional<Highlight> highlight_of_draft(const State& state) {
  if (!state.draft || state.draft->range.empty()) return std::nullopt;
  Highlight h;
  h.range = state.draft->range;
  if (!state.draft->source_name.empty()) h.hue = hue_of(state.draft->kind, state.draft->office);
  return h;
}

std::vector<Highlight> highlights_of(const State& state) {
  std::vector<Highlight> out;
  for (const ClaimPtr& claim : state.shown.claims)
    if (std::optional<Highlight> h = highlight_of(state, *claim)) out.push_back(std::move(*h));
  sort_stably(out, [](const Highlight& a, const Highlight& b) { return a.range < b.range; });
  return out;
}

}  // namespace who_says
