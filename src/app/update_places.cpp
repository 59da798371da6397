#include "app/update.h"

namespace who_says {
namespace {

/// A claim told anew from where it stands now.
std::shared_ptr<Claim> told_anew(State& state, const Claim& claim, Range range, const Stamp& stamp) {
  auto next = std::make_shared<Claim>(claim);
  next->selector = describe(ready_index(state), *state.article, range);
  next->modified = stamp.now;
  return next;
}

}  // namespace

bool may_settle(const State& state, const Claim& claim) {
  return state.mode == Mode::edit || (state.mode == Mode::read && claim.status == Status::reader);
}

void accept_place(State& state, const Command& command, Effects& effects) {
  const Claim* claim = state.document.find_claim(command.id);
  const Resolution* place = state.place_of(command.id);
  if (!claim || !place || !may_settle(state, *claim)) return;
  Range range = command.range.empty() ? place->range : command.range;
  if (range.empty() || range.end > state.text().size()) return;
  commit(state, with_claim(state.document, told_anew(state, *claim, range, command.stamp)), effects);
  announce(effects, state.words("said.place-kept"));
}

void accept_moved(State& state, const Command& command, Effects& effects) {
  Document next = state.document;
  size_t kept = 0;
  for (ClaimPtr& claim : next.claims) {
    const Resolution* place = state.place_of(claim->id);
    if (!place || place->state != AnchorState::moved || !may_settle(state, *claim)) continue;
    claim = told_anew(state, *claim, place->range, command.stamp);
    ++kept;
  }
  if (!kept) return;
  commit(state, std::move(next), effects);
  announce(effects, state.words("said.place-kept"));
}

}  // namespace who_says
