#pragma once

#include <string_view>
#include <vector>

#include "attribution/detection.h"
#include "attribution/tokens.h"

namespace who_says {

class Lexicon;

/// The claims that a content makes: its smallest clauses, each one stretch of the text, in reading order and disjoint, in the form
/// of the vocabulary (outer quotation marks, final punctuation and a leading "that" or "and" outside; a mark whose partner lies
/// inside stays). Contents are parted at the ends of sentences, at semicolons, at "and that …", and where ", and" or ", but"
/// joins two clauses with a subject and a verb each. Pieces of a content that are no clause by themselves are joined over what
/// stands between ("A rival has reportedly hired advisers"). Left out: questions ("whether …"), what is shorter than three words,
/// and what begins with an object and has no verb ("him not to leave").
std::vector<Range> claim_clauses(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                                 const std::vector<Range>& content);

/// Whether a content says something by itself: it has a finite verb and is no infinitive ("to boil their water").
bool is_clause(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
               const std::vector<Range>& content);

/// What kind of claim its words make it, by simple rules; `unspecified` where none fits.
ClaimType claim_type(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon, Range claim);

/// What the claim's own words offer as evidence: numbers, reasons, examples, documents.
std::vector<Evidence> evidence_in(std::u16string_view text, const Tokens& tokens, Range claim);

}  // namespace who_says
