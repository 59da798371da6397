#include "attribution/merge.h"

#include <algorithm>
#include <utility>

#include "attribution/stages.h"

namespace who_says {
namespace {

/// Least confidence of what the rules add: on PolNeAR dev soft F1 is best from 0.4 to 0.6, on sourcing-dev the lower the better.
constexpr float kLeastConfidence = 0.5f;

uint32_t first_token(const SpanAttribution& one) {
  uint32_t first = UINT32_MAX;
  for (const auto* role : {&one.source, &one.cue, &one.content})
    if (!role->empty()) first = std::min(first, role->front().begin);
  return first;
}

/// What of a text's tokens is taken.
class Taken {
 public:
  explicit Taken(size_t tokens) : taken_(tokens, false) {}

  void take(const std::vector<TokenSpan>& spans) {
    for (TokenSpan span : spans) std::fill(taken_.begin() + span.begin, taken_.begin() + span.end, true);
  }
  bool has_any(const std::vector<TokenSpan>& spans) const {
    return std::any_of(spans.begin(), spans.end(), [&](TokenSpan span) {
      return std::find(taken_.begin() + span.begin, taken_.begin() + span.end, true) !=
             taken_.begin() + span.end;
    });
  }

 private:
  std::vector<bool> taken_;
};

bool beside(TokenSpan a, TokenSpan b) { return a.end == b.begin || b.end == a.begin; }
bool overlap(TokenSpan a, TokenSpan b) { return a.begin < b.end && b.begin < a.end; }

/// "The grid operator [confirmed] it and [stressed] that …": who is found for both is the same phrase. The network reads each cue by
/// itself and may cut the phrase for the farther one; the one beside its cue is whole.
void share_sources(std::vector<SpanAttribution>& all) {
  for (size_t i = 0; i < all.size(); ++i) {
    SpanAttribution& own = all[i];
    if (own.source.size() != 1 || own.cue.empty() || beside(own.source.front(), own.cue.front())) continue;
    for (size_t j = i > kNeighbours ? i - kNeighbours : 0; j < std::min(all.size(), i + kNeighbours); ++j) {
      const SpanAttribution& other = all[j];
      if (j == i || other.source.size() != 1 || other.cue.empty()) continue;
      if (!beside(other.source.front(), other.cue.front())) continue;
      if (overlap(own.source.front(), other.source.front())) own.source = other.source;
    }
  }
}

}  // namespace

std::vector<SpanAttribution> with_rules(std::vector<SpanAttribution> by_network,
                                        std::vector<SpanAttribution> by_rules, size_t tokens) {
  Taken taken(tokens);
  for (const SpanAttribution& one : by_network) {
    taken.take(one.cue);
    taken.take(one.content);
  }
  std::vector<SpanAttribution> out = std::move(by_network);
  for (SpanAttribution& one : by_rules)
    if (one.confidence >= kLeastConfidence && !taken.has_any(one.cue.empty() ? one.content : one.cue))
      out.push_back(std::move(one));
  std::stable_sort(out.begin(), out.end(), [](const SpanAttribution& a, const SpanAttribution& b) {
    return first_token(a) < first_token(b);
  });
  share_sources(out);
  return out;
}

}  // namespace who_says
