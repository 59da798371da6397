#include <algorithm>

#include "app/models.h"
#include "text/utf.h"

namespace who_says {

std::string confidence_words(const State& state, double confidence) {
  if (confidence < 0) return {};
  const char* words = confidence >= kSure  ? "very-likely"
                      : confidence >= 0.75 ? "likely"
                      : confidence >= 0.5  ? "uncertain"
                                           : "doubtful";
  return state.words("confidence.line",
                     {{"words", state.words(std::string("confidence.") + words)},
                      {"confidence", state.words.share(confidence)},
                      {"n", state.words.number(static_cast<size_t>(confidence * 100 + 0.5))}});
}

DetectionModel detection_model(const State& state) {
  const InterfaceWords& say = state.words;
  const DetectionState& detection = state.detection;
  DetectionModel out;
  bool whole = state.view == View::claims;
  size_t suggested = count_suggested(state);
  auto offer = [&](Action action) {
    if (whole) out.actions.push_back(std::move(action));
  };
  auto try_again = [&] { offer(action("detect", say("detect.again"), Verb::detect)); };
  if (detection.looking == Looking::running) {
    out.running = true;
    out.text = say("detect.running");
    out.details = say("detect.percent", {{"n", say.number(static_cast<size_t>(detection.percent))}});
    out.share = static_cast<float>(detection.percent) / 100;
    Action stop = action("detect-stop", say("detect.stop"), Verb::detect);
    stop.command.flag = true;
    offer(std::move(stop));
    return out;
  }
  if (suggested) {
    out.text = say.count("detect.found", suggested);
    if (state.mode != Mode::view) {
      Action begin = action("begin-review", say.count("detect.review", suggested), Verb::begin_review);
      begin.primary = true;
      offer(std::move(begin));
    }
  }
  if (!whole) return out;
  switch (detection.looking) {
    case Looking::unknown_language:
      out.text = say("detect.unknown-language");
      break;
    case Looking::failed:
      out.text = say("detect.failed");
      out.details = detection.why + (detection.why.empty() ? "" : " ") + say("detect.failed.how");
      out.problem = true;
      try_again();
      break;
    case Looking::done:
      if (state.suggestions.claims.empty()) out.text = say("detect.nothing");
      if (!out.text.empty() && detection.rules_only) {
        out.details = say("detect.rules-only");
        if (!detection.why.empty()) {
          out.details += " " + say("detect.no-network", {{"why", detection.why}});
          try_again();
        }
      }
      break;
    default:
      break;
  }
  return out;
}

namespace {

/// The claim of a review as it is now; nullptr when it was rejected.
const Claim* now(const State& state, const Claim& suggestion) {
  return state.shown.find_claim(suggestion.id);
}

Action keyed(Action action, const char* keys) {
  action.keys = keys;
  return action;
}

CardModel review_card(const State& state, const Claim& suggestion, Decision decision) {
  const InterfaceWords& say = state.words;
  CardModel card;
  if (const Claim* claim = now(state, suggestion)) {
    card = card_model(state, *claim);
    card.detail = claim_model(state, *claim);
  } else {
    card.quote = to_utf8(suggestion.selector.exact);
    card.badge = say("claim.rejected");
  }
  card.id = "review";
  card.alone = card.opened = true;
  card.pointed = false;
  card.suggested = decision == Decision::open;
  card.open = action("review-show", card.quote, Verb::show_in_article, suggestion.id);
  card.actions.clear();
  std::vector<Action>& actions = card.detail.actions;
  actions.clear();
  if (decision == Decision::open) {
    Action accept =
        keyed(action("review-accept", say("claim.accept"), Verb::accept_claim, suggestion.id), "A");
    accept.primary = true;
    actions.push_back(std::move(accept));
    actions.push_back(
        keyed(action("review-correct", say("claim.correct"), Verb::correct_claim, suggestion.id), "E"));
    actions.push_back(
        keyed(action("review-reject", say("claim.dismiss"), Verb::dismiss_claim, suggestion.id), "X"));
  } else {
    actions.push_back(action("review-reopen", say("review.reopen"), Verb::reopen, suggestion.id));
  }
  return card;
}

}  // namespace

ReviewModel review_model(const State& state) {
  const InterfaceWords& say = state.words;
  const Review& review = *state.review;
  std::vector<Decision> decisions = decisions_of(state);
  auto open = static_cast<size_t>(std::count(decisions.begin(), decisions.end(), Decision::open));
  ReviewModel out;
  out.title = say("review.title");
  out.counts = review_counts(state);
  out.done = static_cast<float>(decisions.size() - open) / static_cast<float>(decisions.size());
  out.finished = review.at >= review.claims.size();
  Action back = keyed(action("review-previous", say("review.previous"), Verb::review, "", "previous"),
                      "K ArrowLeft"),
         next = keyed(action("review-next", say("review.next"), Verb::review, "", "next"), "J ArrowRight");
  back.enabled = review.at > 0;
  next.enabled = !out.finished;
  out.steps = {std::move(back), std::move(next)};
  if (out.finished) {
    out.end = review_end(state);
    Action done = action("review-done", say("review.done"), Verb::end_review);
    done.primary = true;
    out.more.push_back(std::move(done));
    if (open)
      out.more.push_back(action("review-rest", say.count("review.rest", open), Verb::review, "", "open"));
  } else {
    const Claim& suggestion = *review.claims[review.at];
    Decision decision = decisions[review.at];
    out.position =
        say("review.position", {{"n", say.number(review.at + 1)}, {"all", say.number(review.claims.size())}});
    out.card = review_card(state, suggestion, decision);
    constexpr const char* decided[] = {"", "review.is-accepted", "review.is-corrected", "review.is-rejected"};
    if (decision != Decision::open) out.decided = say(decided[static_cast<size_t>(decision)]);
    auto sure = static_cast<size_t>(
        std::count_if(state.shown.claims.begin(), state.shown.claims.end(), [](const ClaimPtr& claim) {
          return claim->status == Status::suggested && claim->confidence >= kSure;
        }));
    if (sure)
      out.more.push_back(action("accept-sure",
                                say.count("review.accept-sure", sure, {{"confidence", say.share(kSure)}}),
                                Verb::accept_sure));
    out.more.push_back(action("end-review", say("review.leave"), Verb::end_review));
    out.help = say("review.help");
  }
  Action undo = keyed(action("undo", say("tool.undo"), Verb::undo), "U");
  undo.enabled = !state.past.empty();
  out.more.push_back(std::move(undo));
  return out;
}

}  // namespace who_says
