#pragma once

#include <string>

#include "attribution/names.h"

namespace who_says {

// What the words of a noun phrase are to it: English word lists with some rules of form; the other languages go by their lexicons.

/// "who", "which", "that", …
bool is_relative(std::u16string_view lower_case_word);
/// "led", "published", "familiar": what describes a noun from behind, beside prepositions.
bool is_participle(std::u16string_view lower_case_word);
bool is_plural_word(std::u16string_view lower_case_word);
/// By a noun: "spokeswoman", "father".
Gender gender_of_word(std::u16string_view lower_case_word);

/// Whether what describes a noun from behind begins at `token`: "of …", "who …", "led by …".
bool starts_tail(const SourceText& text, uint32_t token, uint32_t end);
/// Where the first part of a noun phrase ends and what describes it from behind begins; part.end when nothing does.
uint32_t tail_begin(const SourceText& text, TokenSpan part);

/// The word that tells that an office is past, before its title ("former"); empty = none.
std::u16string former_in(const SourceText& text, TokenSpan span);
/// The word that tells it in a clause ("until", "was"); empty = none.
std::u16string past_in(const SourceText& text, TokenSpan clause);

/// A name inside `span` that can be a body ("Nordhavn Kapital", "South Korea's National Intelligence Service"), or the words of a
/// common noun for one ("the bank"); empty = none.
TokenSpan body_in(const SourceText& text, TokenSpan span);

/// A body's word with the adjectives before it: "the | Polish agriculture ministry".
TokenSpan description_of_body(const SourceText& text, TokenSpan body);

}  // namespace who_says
