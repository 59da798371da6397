#pragma once

#include <vector>

#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

/// Ends contents where the sentence goes on with what the same source says or does next, or with another speaker. The network has seen few
/// such sentences, and takes the rest for content.
/// Those added stand behind the others.
///
/// - "Told deputies it was “a shame” | and pledged 20 million", "admitted the photographs were real | but denied fraud", "said it would
///   close | and offered staff work": the second verb is a cue of its own, with the same source, unless it is one already.
/// - "Said it would go on | but declined to say how": the speaker declined.
/// - "The mayor insists it works, | and the ministry points out that …": another's words, when the rules find them, too.
void part_joined(const RuleText& text, const std::vector<SpanAttribution>& by_rules,
                 std::vector<SpanAttribution>& found);

}  // namespace who_says
