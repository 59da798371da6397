#pragma once

#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

/// Moves edges of found spans that fall where no phrase ends or begins.
///
/// - "According to two people who read it, | Mr Oye | told staff …": whoever stands behind the words is the source.
/// - "Analysts at Corben | Stanhope", "The maker, based in | San Diego": a source ends with the name that it has begun.
/// - "Moody | 's denied that …": a name's own ending.
/// - "Outside court, | a neighbour", "Reuters: | insurers": what stands before the comma or the colon is no part of it.
/// - "Said | on Friday", "wrote in a blog | post", "wrote on | LinkedIn": a day is no part of a cue, a medium is, and whole.
/// - "Told | jurors", "ruled | last week", "rated | a similar claim": who is told, when, and of what are no part of a cue.
/// - "Said in its own write-up | that …", "assesses | with some confidence | that …": a content begins at its clause.
/// - "Disagreed, | claiming | it was late": what they claim is the content of "claiming".
/// - "“I was here,” she says, | pouring tea. | “They left.”": what somebody does meanwhile is not what they say.
void mend_edges(const RuleText& text, SpanAttribution& spans);

}  // namespace who_says
