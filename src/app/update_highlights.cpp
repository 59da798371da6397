#include <algorithm>

#include "app/update.h"

namespace who_says {
namespace {

// What it costs to look at a claim, and to tell it to the shell and have it painted, in units of go_on().
constexpr size_t kLookUnits = 300;
constexpr size_t kTellUnits = 6000;

bool is_telling(const Effect& effect) { return effect.kind == EffectKind::show_highlights; }

/// How many highlights these effects still have room for.
size_t room(const Effects& effects) {
  size_t told = 0;
  for (const Effect& effect : effects)
    if (is_telling(effect)) told += effect.highlights.size() + effect.gone.size();
  return told < kHighlightsAtOnce ? kHighlightsAtOnce - told : 0;
}

Effect& telling(Effects& effects) {
  auto at = std::find_if(effects.begin(), effects.end(), is_telling);
  return at != effects.end() ? *at : effects.emplace_back(EffectKind::show_highlights);
}

/// A claim is told once within a command: the last counts.
Effect& telling_of(const std::string& claim, Effects& effects) {
  Effect& out = telling(effects);
  std::erase_if(out.highlights, [&](const Highlight& one) { return one.claim == claim; });
  std::erase(out.gone, claim);
  return out;
}

/// Tells one claim's highlight if it is another than was told. True when it was.
bool tell(State& state, const Claim& claim, Effects& effects) {
  Painting& painting = state.painting;
  auto told = painting.told.find(claim.id);
  std::optional<Highlight> now = highlight_of(state, claim);
  // What is still looked for stays as it is painted: its words may be the same.
  bool is_known = now || state.place_of(claim.id);
  bool is_same = told != painting.told.end() && now && told->second.highlight == *now &&
                 told->second.article == painting.article;
  if (!is_known || is_same) {
    if (told != painting.told.end()) told->second.pass = painting.pass;
    return false;
  }
  if (!now) {
    if (told == painting.told.end()) return false;
    painting.told.erase(told);
    painting.marked.erase(claim.id);
    telling_of(claim.id, effects).gone.push_back(claim.id);
    return true;
  }
  if (now->selected || now->pointed)
    painting.marked.insert(claim.id);
  else
    painting.marked.erase(claim.id);
  telling_of(claim.id, effects).highlights.push_back(*now);
  painting.told[claim.id] = {std::move(*now), painting.pass, painting.article};
  return true;
}

}  // namespace

void tell_highlights(State& state, size_t units, Effects& effects) {
  Painting& painting = state.painting;
  size_t left = room(effects);
  auto spend = [&](bool told) {
    size_t cost = told ? kTellUnits : kLookUnits;
    units = units > cost ? units - cost : 0;
    if (told) --left;
  };
  while (painting.step == Painting::Step::claims && units > 0 && left > 0) {
    if (painting.at < state.shown.claims.size()) {
      spend(tell(state, *state.shown.claims[painting.at++], effects));
    } else {
      painting.step = Painting::Step::gone;
      painting.swept.clear();
    }
  }
  while (painting.step == Painting::Step::gone && units > 0 && left > 0) {
    auto at = painting.told.lower_bound(painting.swept);
    if (at == painting.told.end()) {
      painting.step = Painting::Step::done;
      break;
    }
    auto next = std::next(at);
    painting.swept = next == painting.told.end() ? at->first + '\0' : next->first;
    bool is_gone = at->second.pass != painting.pass;
    if (is_gone) {
      painting.marked.erase(at->first);
      telling_of(at->first, effects).gone.push_back(at->first);
      painting.told.erase(at);
    }
    spend(is_gone);
  }
}

void begin_highlights(State& state) {
  Painting& painting = state.painting;
  ++painting.pass;
  painting.at = 0;
  bool has_none = painting.told.empty() && state.places.empty();
  painting.step = has_none ? Painting::Step::done : Painting::Step::claims;
}

void show_marks(State& state, Effects& effects) {
  std::set<std::string> ids = state.painting.marked;
  ids.insert(state.opened);
  ids.insert(state.pointed);
  ids.erase("");
  for (const std::string& id : ids)
    if (const Claim* claim = state.shown.find_claim(id)) tell(state, *claim, effects);
}

void show_draft(State& state, Effects& effects) {
  Painting& painting = state.painting;
  std::optional<Highlight> now = highlight_of_draft(state);
  if (!now && painting.draft) {
    telling(effects).gone.push_back("");
    painting.draft.reset();
  } else if (now && (!painting.draft || painting.draft->highlight != *now ||
                     painting.draft->article != painting.article)) {
    telling(effects).highlights.push_back(*now);
    painting.draft = {std::move(*now), painting.pass, painting.article};
  }
}

void show_highlights(State& state, Effects& effects) {
  begin_highlights(state);
  show_marks(state, effects);
  tell_highlights(state, kUnitsAtOnce, effects);
  ask_for_more(state, effects);
}

}  // namespace who_says
