#include <algorithm>
#include <utility>

#include "app/update.h"

namespace who_says {
namespace {

// What the steps cost, in code units of text that could be read into the index meanwhile (tests/bench/anchoring.md, "How fast").
constexpr size_t kUnchangedUnits = 6000;
constexpr size_t kThoroughUnits = 60000;
// Slices begin small, since code that has not run yet is some ten times slower, and end where one takes some milliseconds: the shell
// may have seen many that cost little.
constexpr size_t kFirstRead = 30000, kMostRead = 100000;
constexpr size_t kFirstLook = 300000, kMostLook = 3000000;
// A longer text is not read into the index within a command.
constexpr size_t kTextAtOnce = 10000;

size_t take(size_t units, size_t cost) { return units > cost ? units - cost : 0; }

void place(State& state, const ClaimPtr& claim, Resolution resolution) {
  state.places[claim->id] = {claim, std::move(resolution)};
}

/// Looks for claims for about so long; if `pauses`, only until there is something to show.
void look(State& state, size_t units, bool pauses) {
  Search& search = state.search;
  while (units > 0 && !search.done() && !(pauses && search.due)) {
    if (!state.index_ready) {
      size_t step = std::min({units, size_t{1} << 15, state.text().size() + 1});
      state.index_ready = state.index->prepare(step);
      units = take(units, step);
      if (state.index_ready) search.most = kFirstLook, units = std::min(units, kFirstLook);
    } else if (search.at < search.unchanged.size()) {
      uint32_t at = search.unchanged[search.at++];
      const ClaimPtr& claim = state.shown.claims[at];
      if (claim->selector.exact.empty()) search.lack_words = true;
      if (auto found = state.index->resolve_unchanged(claim->selector))
        place(state, claim, std::move(*found));
      else
        search.thorough.push_back(at);
      units = take(units, kUnchangedUnits);
      search.due = search.at == search.unchanged.size();
      if (search.due) search.most = kFirstLook;
    } else {
      const ClaimPtr& claim = state.shown.claims[search.thorough.back()];
      search.thorough.pop_back();
      place(state, claim, state.index->resolve(claim->selector));
      units = take(units, kThoroughUnits);
      search.due = search.done();
    }
  }
}

/// Asks for the words of claims that have none, once all have been looked at.
void ask_once(State& state, Effects& effects) {
  Search& search = state.search;
  if (search.at == search.unchanged.size() && std::exchange(search.lack_words, false))
    ask_for_words(state, effects);
}

}  // namespace

const AnchorIndex& ready_index(State& state) {
  while (!state.index_ready) state.index_ready = state.index->prepare(state.text().size() + 1);
  return *state.index;
}

void ask_for_more(const State& state, Effects& effects) {
  bool is_asked = std::any_of(effects.begin(), effects.end(),
                              [](const Effect& e) { return e.kind == EffectKind::go_on; });
  bool searches = state.index && (!state.search.done() || state.search.due);
  if (!is_asked &&
      (searches || state.reading || state.list_grows || state.painting.step != Painting::Step::done))
    effects.push_back(Effect(EffectKind::go_on));
}

void anchor_claims(State& state, Effects& effects) {
  refresh_shown(state);
  std::unordered_map<std::string, Placed> places;
  Search search;
  auto keep = [&](const ClaimPtr& claim) {
    auto at = state.places.find(claim->id);
    if (at == state.places.end() || !(at->second.claim->selector == claim->selector)) return false;
    places.insert(state.places.extract(at));
    return true;
  };
  for (uint32_t i = 0; i < state.shown.claims.size(); ++i)
    if (!keep(state.shown.claims[i])) search.unchanged.push_back(i);
  // Where a suggestion stands is why it is not shown if a claim of the document is there: that is known while there are suggestions.
  for (const ClaimPtr& claim : state.suggestions.claims) keep(claim);
  search.most = state.index_ready ? kFirstLook : kFirstRead;
  state.places = std::move(places);
  state.search = std::move(search);
  if (!state.index) return;
  if (state.index_ready || state.text().size() <= kTextAtOnce) look(state, kUnitsAtOnce, false);
  ask_once(state, effects);
  // Where the document's claims stand tells which suggestions are new.
  if (state.search.done() && refresh_shown(state)) return anchor_claims(state, effects);
  state.search.due = false;  // the command that brought the claims shows what there is
  ask_for_more(state, effects);
}

bool go_on(State& state, size_t units, Effects& effects) {
  bool shows = false;
  if (list_grows_next(state)) {
    shows = list_on(state);
  } else if (state.painting.step != Painting::Step::done) {
    tell_highlights(state, units, effects);
  } else if (state.reading) {
    shows = read_on(state, units, effects);
  } else if (state.index) {
    shows = std::exchange(state.search.due, false);
    if (shows) {
      if (state.search.done() && refresh_shown(state)) anchor_claims(state, effects);
      begin_highlights(state);
    } else {
      size_t& most = state.search.most;
      units = std::min(units, most);
      most = std::min(2 * most, state.index_ready ? kMostLook : kMostRead);
      look(state, units, true);
      ask_once(state, effects);
    }
  }
  ask_for_more(state, effects);
  return shows;
}

}  // namespace who_says
