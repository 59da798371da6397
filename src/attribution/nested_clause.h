#pragma once

#include <vector>

#include "attribution/rules.h"

namespace who_says {

/// Whether a candidate found inside a content is an attribution of its own: it has a source (or is passive), and what it says is a
/// clause ("that …", "he should go") or what somebody is to do ("to leave", "him to leave"); noun phrases are too often a plain
/// object. What only softens the outer speaker's words ("I think", "you know") is none, nor what "might" be said or what "everybody
/// knows". Cuts the content where a clause of the one around goes on.
bool is_said_inside(const RuleText& rules, Candidate& candidate);

/// The only token of a source; the end of the text when it has more.
uint32_t only_word(const std::vector<TokenSpan>& source, const RuleText& rules);
/// "I think", "you know": the speaker's own judgement, softened. `verb`: a token.
bool is_hedge(const RuleText& rules, const std::vector<TokenSpan>& source, uint32_t verb);

}  // namespace who_says
