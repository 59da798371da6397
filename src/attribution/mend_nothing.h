#pragma once

#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

/// Of `mend`: whether the words tell how somebody is quoted or what is asked, and nothing that anybody says. Needs a cue and a content.
///
/// - "who declined to be named", "who asked for anonymity", "who was granted anonymity", "refused to be drawn"
/// - "A man accused of theft was freed", "has said little"
/// - "The envoy, asked about the report, told Kanal Syd …": what he was asked.
/// - "What do experts say?": a question.
/// - "It was not clear who fired", "the agency could not verify it": nobody knows. "Let us remind you that …": the author.
bool says_nothing(const RuleText& text, const SpanAttribution& spans);

}  // namespace who_says
