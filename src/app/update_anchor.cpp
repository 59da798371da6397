#include <algorithm>

#include "app/update.h"

namespace who_says {
namespace {

// What the steps cost, in code units of text that could be read into the index meanwhile (tests/bench/anchoring.md, "How fast").
constexpr size_t kUnchangedUnits = 500;
constexpr size_t kThoroughUnits = 9000;

size_t take(size_t units, size_t cost) { return units > cost ? units - cost : 0; }

void place(State& state, const ClaimPtr& claim, Resolution resolution) {
  state.places[claim->id] = {claim, std::move(resolution)};
}

}  // namespace

void anchor_claims(State& state, Effects& effects) {
  std::map<std::string, Placed> places;
  state.search = {};
  for (const ClaimPtr& claim : state.document.claims) {
    auto at = state.places.find(claim->id);
    if (at != state.places.end() && at->second.claim->selector == claim->selector)
      places.insert(state.places.extract(at));
    else
      state.search.unchanged.push_back(claim);
  }
  state.places = std::move(places);
  if (state.index) go_on(state, kUnitsAtOnce, effects);
}

bool go_on(State& state, size_t units, Effects& effects) {
  if (!state.index || state.search.done()) return false;
  Search& search = state.search;
  bool shown = false;
  while (units > 0 && !search.done()) {
    if (!state.index_ready) {
      size_t step = std::min<size_t>(units, 1 << 15);
      state.index_ready = state.index->prepare(step);
      units = take(units, step);
    } else if (search.at < search.unchanged.size()) {
      const ClaimPtr& claim = search.unchanged[search.at++];
      if (auto found = state.index->resolve_unchanged(claim->selector))
        place(state, claim, std::move(*found));
      else
        search.thorough.push_back(claim);
      units = take(units, kUnchangedUnits);
      shown = shown || (search.at == search.unchanged.size() && !search.thorough.empty());
    } else {
      ClaimPtr claim = std::move(search.thorough.back());
      search.thorough.pop_back();
      place(state, claim, state.index->resolve(claim->selector));
      units = take(units, kThoroughUnits);
    }
  }
  if (!search.done()) effects.push_back(Effect(EffectKind::go_on));
  if (!shown && !search.done()) return false;
  show_highlights(state, effects);
  return true;
}

}  // namespace who_says
