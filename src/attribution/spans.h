#pragma once

#include <vector>

#include "attribution/tokens.h"

namespace who_says {

/// One attribution as the network or the rules find it: which words are source, cue and content. Spans of a role are in reading
/// order and do not overlap. A source or a cue may be missing; a content is always there.
struct SpanAttribution {
  std::vector<TokenSpan> source;
  std::vector<TokenSpan> cue;
  std::vector<TokenSpan> content;
  float confidence = 0;  ///< calibrated: how often such a finding is right, 0 to 1
};

}  // namespace who_says
