#include <array>

#include "app/models.h"

namespace who_says {

// The claims that no longer stand as they did, for who may put that right; the same list as `who-says lint` prints.
void add_report(const State& state, std::vector<Notice>& notices) {
  std::array<size_t, 5> counts{};
  for (const ClaimPtr& claim : state.document.claims)
    if (may_settle(state, *claim))
      if (const Resolution* place = state.place_of(claim->id)) ++counts[static_cast<size_t>(place->state)];
  counts[static_cast<size_t>(AnchorState::exact)] = 0;
  size_t all = 0;
  std::vector<std::string> parts;
  for (size_t i = 0; i < counts.size(); ++i) {
    all += counts[i];
    if (counts[i])
      parts.push_back(
          state.words.count("report." + std::string(word(static_cast<AnchorState>(i))), counts[i]));
  }
  if (!all) return;
  Notice report{"report", Notice::Kind::conflict, state.words.count("report", all), listed(state, parts), {}};
  report.actions.push_back(
      action("report-show", state.words("report.show"), Verb::filter, "", "anchor:changed"));
  if (size_t moved = counts[static_cast<size_t>(AnchorState::moved)])
    report.actions.push_back(
        action("report-moved", state.words.count("report.keep-moved", moved), Verb::accept_moved));
  notices.push_back(std::move(report));
}

void add_place_actions(const State& state, const Claim& claim, std::vector<Action>& actions) {
  const Resolution* place = state.place_of(claim.id);
  if (!place || !may_settle(state, claim)) return;
  auto keep = [&](const std::string& id, const std::string& label, Range range) {
    Action out = action(id + ":" + claim.id, label, Verb::accept_place, claim.id);
    out.command.range = range;
    actions.push_back(std::move(out));
  };
  if (place->state == AnchorState::moved || place->state == AnchorState::edited)
    keep("keep-place", state.words("claim.keep-place"), place->range);
  if (place->state == AnchorState::ambiguous)
    for (size_t i = 0; i < place->candidates.size(); ++i)
      keep("keep-place-" + std::to_string(i + 1),
           state.words("claim.this-place", {{"n", state.words.number(i + 1)}}), place->candidates[i]);
}

}  // namespace who_says
