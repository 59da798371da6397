#include <algorithm>

#include "app/models.h"
#include "app/update.h"
#include "text/utf.h"

namespace who_says {
namespace {

Decision decision_of(const Claim& suggestion, const Claim* now) {
  if (!now) return Decision::rejected;
  if (now->status == Status::suggested) return Decision::open;
  Claim accepted = suggestion;  // what accepting changes is no correction
  accepted.status = now->status;
  accepted.modified = now->modified;
  accepted.note = now->note;
  return accepted == *now ? Decision::accepted : Decision::corrected;
}

const Claim* current(const State& state) {
  const Review& review = *state.review;
  return review.at < review.claims.size() ? review.claims[review.at].get() : nullptr;
}

std::string position(const State& state) {
  return state.words("review.position", {{"n", state.words.number(state.review->at + 1)},
                                         {"all", state.words.number(state.review->claims.size())}});
}

/// Brings the suggestion that it is about into sight, on the page and in the panel, and says it. `said` goes before it.
void show_current(State& state, std::string said, Effects& effects) {
  if (!said.empty()) said += ". ";
  if (const Claim* claim = current(state)) {
    state.opened = claim->id;
    const Source* origin = origin_of(state.shown, *claim);
    said += position(state) + ": " + quoted(state, to_utf8(claim->selector.exact)) + ". " +
            (origin ? origin->name : state.words("nobody"));
    show_in_article(state, claim->id, false, effects);
  } else {
    state.opened.clear();
    said += review_end(state);
  }
  effects.push_back(Effect(EffectKind::selected, state.opened));
  effects.push_back(Effect(EffectKind::scroll_panel, "card:review"));
  show_marks(state, effects);
  announce(effects, std::move(said));
}

/// The control that a decision begins with.
std::string first_control(const State& state) {
  if (!current(state)) return "review-done";
  return decisions_of(state)[state.review->at] == Decision::open ? "review-accept" : "review-reopen";
}

/// The next suggestion that waits, from `from` on; all that were left out before come at the end only when a person goes back.
void go_to_open(State& state, size_t from) {
  std::vector<Decision> decisions = decisions_of(state);
  size_t at = from;
  while (at < decisions.size() && decisions[at] != Decision::open) ++at;
  state.review->at = at;
}

}  // namespace

std::vector<Decision> decisions_of(const State& state) {
  std::vector<Decision> out;
  if (!state.review) return out;
  for (const ClaimPtr& claim : state.review->claims)
    out.push_back(decision_of(*claim, state.shown.find_claim(claim->id)));
  return out;
}

std::string review_counts(const State& state) {
  size_t counts[4] = {};
  for (Decision decision : decisions_of(state)) ++counts[static_cast<size_t>(decision)];
  std::vector<std::string> parts;
  auto add = [&](const char* key, Decision decision) {
    if (size_t n = counts[static_cast<size_t>(decision)]) parts.push_back(state.words.count(key, n));
  };
  add("review.accepted", Decision::accepted);
  add("review.corrected", Decision::corrected);
  add("review.rejected", Decision::rejected);
  add("review.open", Decision::open);
  return joined(state, parts);
}

std::string review_end(const State& state) {
  return state.words("review.end", {{"counts", review_counts(state)}});
}

void begin_review(State& state, const std::string& id, Effects& effects) {
  if (state.mode == Mode::view) return;
  std::vector<ClaimPtr> suggestions;
  for (const ClaimPtr& claim : state.shown.claims)
    if (claim->status == Status::suggested) suggestions.push_back(claim);
  Review review;
  for (const Claim* claim : claims_in_order(state)) {
    if (claim->status != Status::suggested || !state.anchored(claim->id)) continue;
    if (claim->id == id) review.at = review.claims.size();
    review.claims.push_back(*std::find_if(suggestions.begin(), suggestions.end(),
                                          [&](const ClaimPtr& one) { return one.get() == claim; }));
  }
  if (review.claims.empty()) return;
  state.draft.reset();
  state.view = View::claims;
  state.review = std::move(review);
  show_current(state, "", effects);
  effects.push_back(Effect(EffectKind::focus, "review-accept"));
}

void end_review(State& state, Effects& effects) {
  if (!state.review) return;
  state.review.reset();
  close_claim(state, effects);
  effects.push_back(Effect(EffectKind::focus, count_suggested(state) ? "begin-review" : "tab:claims"));
}

void step_review(State& state, std::string_view how, Effects& effects) {
  if (!state.review) return;
  Review& review = *state.review;
  if (how == "next" && review.at < review.claims.size()) ++review.at;
  if (how == "previous" && review.at > 0) --review.at;
  if (how == "open") go_to_open(state, 0);
  show_current(state, "", effects);
  // Who presses these again and again stays on them; the others are replaced by those of the next card.
  constexpr std::string_view kept[] = {"review-previous", "review-next"};
  bool stays = current(state) && std::count(std::begin(kept), std::end(kept), state.focused) > 0;
  if (!stays) effects.push_back(Effect(EffectKind::focus, first_control(state)));
}

void go_on_reviewing(State& state, const char* said, Effects& effects) {
  if (!state.review) return;
  go_to_open(state, state.review->at);
  show_current(state, state.words(said), effects);
  effects.push_back(Effect(EffectKind::focus, first_control(state)));
}

void undo_reviewing(State& state, const std::vector<Decision>& before, Effects& effects) {
  if (!state.review) return;
  std::vector<Decision> now = decisions_of(state);
  for (size_t i = 0; i < now.size() && i < before.size(); ++i) {
    if (now[i] == before[i]) continue;
    state.review->at = i;
    show_current(state, state.words("said.undone"), effects);
    effects.push_back(Effect(EffectKind::focus, first_control(state)));
    return;
  }
}

bool review_claim(State& state, const std::string& id, Effects& effects) {
  if (!state.review) return false;
  const std::vector<ClaimPtr>& claims = state.review->claims;
  auto at =
      std::find_if(claims.begin(), claims.end(), [&](const ClaimPtr& claim) { return claim->id == id; });
  if (at == claims.end()) {
    state.review.reset();
    return false;
  }
  state.review->at = static_cast<size_t>(at - claims.begin());
  show_current(state, "", effects);
  return true;
}

void accept_sure(State& state, const Command& command, Effects& effects) {
  if (state.mode == Mode::view) return;
  Document next = state.document;
  size_t accepted = 0;
  for (const ClaimPtr& suggestion : state.shown.claims) {
    if (suggestion->status != Status::suggested || suggestion->confidence < kSure) continue;
    auto claim = accepted_claim(state, *suggestion, command.stamp);
    bring_sources(state, next, *claim);
    next = with_claim(next, std::move(claim));
    ++accepted;
  }
  if (!accepted) return;
  commit(state, std::move(next), effects);
  std::string said = state.words.count("review.all-accepted", accepted);
  Notice notice{kAcceptedNotice, Notice::Kind::done, said, "", {}};
  notice.actions.push_back(action("undo-accepted", state.words("tool.undo"), Verb::undo));
  add_notice(state, effects, std::move(notice));
  if (!state.review) return;
  go_to_open(state, state.review->at);
  show_current(state, said, effects);
}

void reopen(State& state, const std::string& id, Effects& effects) {
  if (!state.review || state.mode == Mode::view) return;
  const Claim* suggestion = current(state);
  if (!suggestion || suggestion->id != id || decisions_of(state)[state.review->at] == Decision::open) return;
  Document next = state.document;
  std::erase(next.removed, id);
  if (state.suggestions.find_claim(id)) {  // offered again, once it is no claim any longer
    std::erase_if(next.claims, [&](const ClaimPtr& claim) { return claim->id == id; });
    drop_unused_sources(state, next);
  } else {
    next = with_claim(next, std::make_shared<Claim>(*suggestion));
  }
  commit(state, std::move(next), effects);
  show_current(state, state.words("review.reopened"), effects);
  effects.push_back(Effect(EffectKind::focus, "review-accept"));
}

}  // namespace who_says
