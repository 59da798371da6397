#pragma once

#include <string_view>
#include <vector>

#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

/// What the network found, and beside it what the rules find whose cue it passed over. In reading order. Those inside the content of
/// another are left to find_chains (nested.h). What the rules may add is what measurably helped: tests/bench/attribution.md.
std::vector<SpanAttribution> with_rules(std::vector<SpanAttribution> by_network, const RuleText& text);

}  // namespace who_says
