#pragma once

#include "attribution/detection.h"
#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

// The parts of the labelling stage (stages.h: label).

/// Content without what lies outside it: final punctuation, the marks of a quotation that is the whole of it. A leading "that" stays,
/// as in the corpora (PARC, PolNeAR); claims go without it (claims.h). Offsets of the text.
std::vector<Range> trimmed_content(const RuleText& text, const std::vector<TokenSpan>& content);

/// The lexicon's entry for a cue: its longest phrase, else its strongest word. nullptr = the lexicon knows none of its words.
const CueEntry* entry_of(const RuleText& text, const std::vector<TokenSpan>& cue);

/// direct, mixed, indirect or reported, by the quotation marks in and around the content and by its form.
Directness directness_of(const RuleText& text, const SpanAttribution& spans, const CueEntry* entry);

/// Sets cue class, medium, certainty, statement, negated and hypothetical.
void label_cue(const RuleText& text, const SpanAttribution& spans, const CueEntry* entry, Attribution& out);

/// Whether the spans are no attribution at all: refused comment, a title, a scare quote.
bool is_trap(const RuleText& text, const SpanAttribution& spans);

/// What in the words tells the labels.
ReasonParts reason_of(const RuleText& text, const SpanAttribution& spans, const CueEntry* entry,
                      const Attribution& labels);

}  // namespace who_says
