#pragma once

#include "attribution/lexicon.h"
#include "attribution/rules_words.h"
#include "attribution/spans.h"

namespace who_says {

/// Takes out of found spans what the words themselves show to be wrong. `entry`: the lexicon's of the cue, or nullptr.
///
/// - "… | in an interview on Tuesday" at the end of a content says where it was said.
/// - Whom a passive is about is no source: "Bees are thought to dream" has none, and the bees belong to the content. "They were
///   told that …": they were told, by nobody who is named. Who stands behind "by" is: "They were told by | Ms Bell | that …".
/// - A dateline ("LIMA (Wire) — ", "LIMA: ") belongs to no source and no content.
/// - "An official admitted it; without them, | the official said, …", "… said so; | Jefferies": a content ends at a semicolon.
/// - "Reported, citing records, that the tools | reached Russia": the content begins at its "that".
/// - "Said | about 600 jobs would go": the number goes with its "about".
/// - "Told councillors | the house …", "told the Courier | that …": who is told belongs to no content.
/// - A content that is "that" alone goes on to the end of the sentence.
/// - What mend_source.h, mend_parts.h, mend_interrupted.h and mend_nothing.h tell.
///
/// The content may come out empty: then it is no attribution ("officers were called to Mill Lane").
void mend(const RuleText& text, const CueEntry* entry, SpanAttribution& spans);

}  // namespace who_says
