#pragma once

#include "attribution/lexicon.h"
#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

/// Of `mend`: gives spans the parts that were cut off, and takes out parts of their neighbours. Needs a source, a cue of one piece and a
/// content. `entry`: the lexicon's of the cue, or nullptr.
///
/// - "His predecessor, | Ann Cho |, had warned …": the description before the name belongs to the source.
/// - "…, an inquiry by Der Bote, | Kanal Syd and LSM | found": so do the inquiry and the other names.
/// - "According to a survey issued | in July by LSM, half of us …": so do when and by whom it was issued.
/// - "Kompas cites a study, according to | which | half of us …": the study says so.
/// - "The portal writes, | with reference to aides, | that …": whom it has it from is no part of it.
/// - "Said that | it | had found oil": the content goes on to the end of the sentence.
/// - "The oil was there, LSM had reported | last week |": when it was reported is not what was reported.
/// - "300 people sign on every | month": so does it.
/// - "Wrote on | Kanal Syd | that …", "told Radio of | Europe the charge was false": where it was said, and to whom, is not either.
void mend_parts(const RuleText& text, const CueEntry* entry, SpanAttribution& spans);

}  // namespace who_says
