#pragma once

#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

/// Of `mend`: takes out of a found source what belongs to the words around it, and gives it what it stands for.
///
/// - Of several pieces the one beside the cue is the source: "With the board of the Post, | Mr Ode | said …".
/// - "In an interview with Kompas, ", a leading "which" or "that", "on Tuesday", ", by contrast" and "a claim | Bern denies" belong to none.
/// - "The team compared 61 cities and | concluded …": the source is the team.
/// - "Documents reviewed by | this agency | suggest …", "a clip shared on X and | TikTok | shows …": no subject stands behind a preposition;
///   it is what the sentence begins with.
/// - "Her deputy, | who | was ill, said so", "analysts who | read the log | said so", "Norton, which was | hired by Bern, | says so": the
///   source is her deputy, and all of the analysts, with the clause that tells of them.
void mend_source(const RuleText& text, SpanAttribution& spans);

}  // namespace who_says
