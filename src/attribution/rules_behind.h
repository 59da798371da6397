#pragma once

#include "attribution/rules.h"

namespace who_says {

// Where a content begins and ends.

/// The "that", colon or quotation of speech that follows from `at` within reach, before `end`; 0 when none does.
uint32_t introduced_at(const RuleText& text, uint32_t at, uint32_t end);

/// First token behind somebody who is told ("told reporters on the bridge | that"), when such a one begins at `at` and the cue takes
/// one; else `at`. Whom one tells to do something belongs to the content.
uint32_t behind_recipient(const RuleText& text, const CueEntry& entry, uint32_t at, uint32_t end);

/// "The plant will close, two officials told | the Evening Post |.": behind whom they told, where that ends the clause; `at` = it does not.
uint32_t behind_told(const RuleText& text, const CueEntry& entry, uint32_t at, uint32_t end);

/// End of the content of `c` that begins at `at`, at most `end`.
uint32_t content_end(const RuleText& text, const Candidate& c, uint32_t at, uint32_t end);

/// Where a sentence begins behind the time of an entry of a live page: "10:42 | The minister says", "8.15pm GMT – |".
uint32_t behind_time(const RuleText& text, TokenSpan sentence);

/// First token behind the dateline ("WASHINGTON, March 3 — ") with which the sentence begins, when it is the first of its paragraph;
/// else its begin.
uint32_t behind_dateline(const RuleText& text, TokenSpan sentence);

}  // namespace who_says
