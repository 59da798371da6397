#include "attribution/nested_judge.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "attribution/nested_clause.h"

namespace who_says {
namespace {

// The scores of rules_score.cpp hold for what PolNeAR annotates, which has no attributions inside others. Log-odds are kOdds + kSlope ×
// those of the score: logistic regression over 196 nested ones, 32 of sourcing-dev against its gold, 164 that were found in PolNeAR's
// development articles and read by one person under the conventions of sourcing-dev (113 right).
constexpr float kOdds = 1.33f;
constexpr float kSlope = 0.45f;

// With the network: logistic regression over 402 findings in sourcing-dev, sourcing-more and fourteen further articles, of which 250
// are right by their gold; each tenth from 0.5 on is right as often as it says, ± 0.19 (fitted to nine tenths of the articles at a time).
constexpr float kBase = -1.37f;
constexpr float kClause = 1.77f;       ///< the rules find it, with a clause (is_said_inside)
constexpr float kNoClause = 0.91f;     ///< the rules find it, without one
constexpr float kNetworkOdds = 0.85f;  ///< for each unit of log-odds that the network gives it
constexpr float kNegated = -1.24f;     ///< "we don't want"
constexpr float kAnybody = -1.66f;     ///< "you", "those who"
constexpr float kModal = -0.99f;       ///< "she would recommend"
constexpr float kStrength = 1.11f;     ///< of the cue in the lexicon, 0 to 1
constexpr float kLeast = 0.5f;
/// So far behind its source a cue's own words begin, at most: "has, after two days, denied".
constexpr uint32_t kCueReaches = 12;

float log_odds(float p) {
  float safe = std::clamp(p, 0.01f, 0.98f);
  return std::log(safe / (1 - safe));
}
float probability(float odds) { return 1 / (1 + std::exp(-odds)); }

/// A cue as rules and network see it.
struct FoundCue {
  SpanAttribution spans;
  bool by_rules = false, is_clause = false;
  float by_network = 0;  ///< its confidence; 0 = not found
};

float how_sure(const RuleText& rules, const FoundCue& one) {
  const WordClasses& a = rules.is_a;
  const SpanAttribution& spans = one.spans;
  float odds = kBase;
  if (one.by_rules) odds += one.is_clause ? kClause : kNoClause;
  if (one.by_network > 0) odds += kNetworkOdds * log_odds(one.by_network);
  if (rules.is(only_word(spans.source, rules), a.anybody | a.relative)) odds += kAnybody;

  uint32_t begin = spans.cue.front().begin, end = spans.cue.back().end;
  if (!spans.source.empty() && spans.source.back().end < begin) begin = spans.source.back().end;
  float strength = 0;
  bool negated = false, modal = false;
  for (uint32_t at = begin; at < std::min(end, begin + kCueReaches); ++at) {
    if (rules[at].cue) strength = std::max(strength, rules[at].cue->strength);
    negated |= rules.is(at, a.negation);
    modal |= rules.is(at, a.modal);
  }
  return probability(odds + kStrength * strength + kNegated * negated + kModal * modal);
}

/// What rules and network found, a cue once.
class Cues {
 public:
  explicit Cues(const RuleText& rules) : rules_(rules), by_cue_(rules.size(), kNone) {}

  void add(Candidate candidate) {
    if (at_cue(candidate.cue) != kNone) return;
    bool is_clause = is_said_inside(rules_, candidate);
    add({spans_of(std::move(candidate)), true, is_clause, 0});
  }
  void add(SpanAttribution by_network) {
    float confidence = by_network.confidence;
    size_t known = at_cue(by_network.cue);
    if (known == kNone) return add({std::move(by_network), false, false, confidence});
    FoundCue& same = all_[known];
    same.by_network = std::max(same.by_network, confidence);
    if (!same.is_clause) same.spans = std::move(by_network);
  }
  const std::vector<FoundCue>& all() const { return all_; }

 private:
  static constexpr size_t kNone = SIZE_MAX;

  void add(FoundCue one) {
    for (TokenSpan span : one.spans.cue)
      std::fill(by_cue_.begin() + span.begin, by_cue_.begin() + span.end, all_.size());
    all_.push_back(std::move(one));
  }
  size_t at_cue(const std::vector<TokenSpan>& cue) const {
    for (TokenSpan span : cue)
      for (uint32_t at = span.begin; at < span.end; ++at)
        if (by_cue_[at] != kNone) return by_cue_[at];
    return kNone;
  }

  const RuleText& rules_;
  std::vector<FoundCue> all_;
  std::vector<size_t> by_cue_;  // token → finding
};

}  // namespace

std::vector<SpanAttribution> judge_nested(const RuleText& rules, std::vector<Candidate> candidates,
                                          std::vector<SpanAttribution> by_network) {
  Cues findings(rules);
  for (Candidate& c : candidates) findings.add(std::move(c));
  for (SpanAttribution& one : by_network) findings.add(std::move(one));
  std::vector<SpanAttribution> out;
  for (const FoundCue& one : findings.all()) {
    if (one.spans.cue.empty() || (!one.is_clause && one.by_network == 0)) continue;
    if (is_hedge(rules, one.spans.source, one.spans.cue.back().end - 1)) continue;
    float sure = how_sure(rules, one);
    if (sure < kLeast) continue;
    out.push_back(one.spans);
    out.back().confidence = sure;
  }
  return out;
}

std::vector<SpanAttribution> judge_nested(const RuleText& rules, std::vector<Candidate> candidates) {
  std::vector<SpanAttribution> out;
  for (Candidate& c : candidates) {
    if (!is_said_inside(rules, c)) continue;
    out.push_back(spans_of(std::move(c)));
    out.back().confidence = nested_confidence(out.back().confidence);
  }
  return out;
}

float nested_confidence(float by_rules) { return probability(kOdds + kSlope * log_odds(by_rules)); }

}  // namespace who_says
