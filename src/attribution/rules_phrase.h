#pragma once

#include "attribution/rules_words.h"

namespace who_says {

// Noun phrases without a parser: walks over words until a closed-class word, a verb or a mark ends them. Bounded.

/// The noun phrase that ends before `end`, not before `floor`. Appositions and brackets at its end belong to it
/// ("Smith, the chair," "Smith (R-Ohio)"). Empty when none ends there.
TokenSpan phrase_left(const RuleText& text, uint32_t floor, uint32_t end);

/// The noun phrase that begins at `begin`, before `end`. With `closed`, a comma ends it unless another one closes an apposition
/// ("According to Smith, a dealer, …").
TokenSpan phrase_right(const RuleText& text, uint32_t begin, uint32_t end, bool closed);

/// Whether a noun phrase can begin here.
bool phrase_begins(const RuleText& text, uint32_t at);

/// Whether the token is a finite verb as far as its form tells.
bool looks_finite(const RuleText& text, uint32_t at);

/// The subject of the clause around `at`: the noun phrase before its nearest finite verb on the left, else the phrase that the
/// sentence begins with. Empty when there is none.
TokenSpan subject_before(const RuleText& text, TokenSpan sentence, uint32_t at);

}  // namespace who_says
