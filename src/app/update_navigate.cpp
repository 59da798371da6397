#include <algorithm>

#include "app/update.h"

namespace who_says {

void announce(Effects& effects, std::string text) {
  Effect out(EffectKind::announce);
  out.text = std::move(text);
  effects.push_back(std::move(out));
}

void show_in_article(const State& state, const std::string& id, bool asked, Effects& effects) {
  if (!state.anchored(id)) return;
  Effect out(EffectKind::scroll_page);
  out.id = id;
  out.value = asked ? "asked" : "beside";
  out.range = state.place_of(id)->range;
  out.flag = !state.appearance.reduced_motion;
  effects.push_back(std::move(out));
}

namespace {

/// The control that was pressed goes with its view: who got there by keyboard goes on at another one.
void follow_focus(std::string id, Effects& effects) {
  Effect out(EffectKind::focus, std::move(id));
  out.flag = true;
  effects.push_back(std::move(out));
}

void list_whole(State& state) {
  state.cards_shown = kCardsAtOnce;
  state.list_grows = false;
}

/// A card that is asked for is listed, however long the list.
void list_card(State& state, const Claim* claim) {
  const std::vector<const Claim*>& claims = listed_claims(state).passing;
  size_t at = static_cast<size_t>(std::find(claims.begin(), claims.end(), claim) - claims.begin());
  if (at == claims.size() || (at >= state.first_card && at < state.first_card + state.cards_shown)) return;
  list_whole(state);
  state.first_card = at < kCardsAtOnce ? 0 : at - kCardsAtOnce / 2;
}

}  // namespace

void list_anew(State& state) {
  ++state.list;
  state.first_card = 0;
  list_whole(state);
}

size_t cards_listed(const State& state) {
  return std::min(state.cards_shown, listed_claims(state).passing.size());
}

void list_bit_by_bit(State& state, size_t before) {
  if (state.first_card > 0 || state.cards_shown > kCardsAtOnce || !state.opened.empty()) return;
  size_t now = std::max(kCardsASlice, before);
  if (now >= std::min(kCardsAtOnce, listed_claims(state).passing.size())) return list_whole(state);
  state.cards_shown = now;
  state.list_grows = true;
}

bool list_grows_next(const State& state) {
  return state.list_grows && !state.reading && state.search.done() && !state.search.due;
}

bool list_on(State& state) {
  size_t before = cards_listed(state);
  state.cards_shown += kCardsASlice;
  if (state.cards_shown >= kCardsAtOnce || state.cards_shown > cards_listed(state)) list_whole(state);
  return cards_listed(state) > before;
}

void show_more(State& state, bool earlier, Effects& effects) {
  if (!earlier) {
    state.cards_shown *= 2;
    return;
  }
  const std::vector<const Claim*>& claims = listed_claims(state).passing;
  if (state.first_card >= claims.size()) return;
  // The card that was the first one stays in sight.
  effects.push_back(Effect(EffectKind::scroll_panel, "claim:" + claims[state.first_card]->id));
  size_t more = std::min(state.first_card, state.cards_shown);
  state.first_card -= more;
  state.cards_shown += more;
}

void open_claim(State& state, const std::string& id, bool from_page, Effects& effects) {
  const Claim* claim = state.shown.find_claim(id);
  if (!claim) return;
  if (state.draft) return;  // what is being written stays in front
  if (review_claim(state, id, effects)) return;
  if (!from_page && state.view != View::claims) follow_focus("claim:" + id, effects);
  if (state.view != View::text || !from_page) state.view = View::claims;
  state.opened = id;
  if (from_page && !passes(state, *claim)) {  // a card that is asked for is shown
    state.filters.clear();
    state.fields.erase("search-claims");
    list_anew(state);
  }
  list_card(state, claim);
  effects.push_back(Effect(EffectKind::selected, id));
  if (!from_page) show_in_article(state, id, false, effects);
  effects.push_back(Effect(EffectKind::scroll_panel, "card:" + id));
  show_marks(state, effects);
}

void close_claim(State& state, Effects& effects) {
  if (state.opened.empty()) return;
  state.opened.clear();
  state.note_claim.clear();
  effects.push_back(Effect(EffectKind::selected));
  show_marks(state, effects);
}

void explain(State& state, Effects& effects) {
  state.explaining = !state.explaining;
  if (!state.explaining) return;
  if (!state.words.has_terms()) {
    Effect wanted(EffectKind::explain);
    wanted.value = state.language;
    effects.push_back(std::move(wanted));
  }
  effects.push_back(Effect(EffectKind::scroll_panel, "terms"));
}

void search_claims(State& state, const std::string& words, Effects& effects) {
  size_t before = listed_claims(state).passing.size();
  state.fields["search-claims"] = words;
  list_anew(state);
  // With each letter anew it would only be in the way of what is typed.
  if (size_t now = listed_claims(state).passing.size(); now != before)
    announce(effects, state.words.count("said.claims", now));
}

void toggle_filter(State& state, const std::string& filter, Effects& effects) {
  auto at = std::find(state.filters.begin(), state.filters.end(), filter);
  bool ids = filter.rfind("ids:", 0) == 0;
  if (at != state.filters.end()) {
    state.filters.erase(at);
  } else {
    if (ids) state.filters.clear();  // "these spans" stands for itself
    state.filters.push_back(filter);
  }
  if (state.view != View::claims) {
    follow_focus("clear-filters", effects);
    // Another list than the one that was left: from its top.
    effects.push_back(Effect(EffectKind::scroll_panel, "search-claims"));
    state.view = View::claims;
    state.fields.erase("search-claims");
  }
  list_anew(state);
  announce(effects,
           state.words("said.filtered", {{"n", state.words.number(listed_claims(state).passing.size())},
                                         {"all", state.words.number(state.shown.claims.size())}}));
}

}  // namespace who_says
