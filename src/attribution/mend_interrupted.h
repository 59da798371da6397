#pragma once

#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

/// Of `mend`: contents that a source and its cue interrupt or follow, and of which a part was not found. Needs a cue of one piece and a
/// content.
///
/// - "The museum, | Larsen points out, gave her an office": the subject, too.
/// - "What counts |, according to traders, is the rate": the predicate, too.
/// - "The | woman, known as Eva, was ill, a nurse said": up to the comma before who says it.
/// - "Police have held a clerk, two officials said, in a case | that could cost votes": what stands before who says it.
/// - "As Lund once remarked, the Danes do not think | that it matters", "In his opinion, the question was put so | that …": from the comma on.
void mend_interrupted(const RuleText& text, SpanAttribution& spans);

}  // namespace who_says
