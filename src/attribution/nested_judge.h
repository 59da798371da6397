#pragma once

#include <vector>

#include "attribution/rules.h"
#include "attribution/spans.h"

namespace who_says {

/// Which findings inside others' contents, read as a text of their own, are attributions: of the rules' candidates of any confidence
/// and of the network's findings; their confidence is how often such a one is right. Where both found a cue the rules' spans stand,
/// cut as is_said_inside() cuts them. No cue comes twice.
std::vector<SpanAttribution> judge_nested(const RuleText& rules, std::vector<Candidate> candidates,
                                          std::vector<SpanAttribution> by_network);
/// Of rules alone: all that is_said_inside().
std::vector<SpanAttribution> judge_nested(const RuleText& rules, std::vector<Candidate> candidates);

/// How often an attribution inside another is right of which the rules say so much.
float nested_confidence(float by_rules);

}  // namespace who_says
