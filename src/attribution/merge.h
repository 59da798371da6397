#pragma once

#include <cstddef>
#include <vector>

#include "attribution/spans.h"

namespace who_says {

/// What the network found in a text of so many tokens, and beside it what the rules found whose cue it passed over. In reading order. Those inside the content of
/// another are left to find_chains (nested.h). What the rules may add is what measurably helped: tests/bench/attribution.md.
std::vector<SpanAttribution> with_rules(std::vector<SpanAttribution> by_network,
                                        std::vector<SpanAttribution> by_rules, size_t tokens);

}  // namespace who_says
