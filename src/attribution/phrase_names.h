#pragma once

#include <optional>

#include "attribution/names.h"

namespace who_says {

/// A proper name inside a noun phrase.
struct PhraseName {
  TokenSpan words;
  TokenSpan before;                 ///< the words of the head in front of it: title, adjectives
  TokenSpan behind;                 ///< letters behind it: "Ada Obi | MP"
  bool known = false;               ///< a name of the gazetteer
  bool honorific = false;           ///< "Mr" and its like stood before it
  bool doctor = false;              ///< "Dr", "Prof."
  Gender gender = Gender::unknown;  ///< by honorific
};

/// The name at the end of the head of a phrase, what titles it has apart: "Captain | Ilir Mondesh". nullopt = the head ends in common
/// words. `goes_on`: more words of the phrase follow.
std::optional<PhraseName> name_in_head(const SourceText& text, TokenSpan head, bool after_article,
                                       bool goes_on);

/// Whether the span is a name that ends in "'s" itself: "Moody's", with no thing of Moody's behind it but a verb or the end.
bool is_name_in_genitive(const SourceText& text, TokenSpan span);

/// "Cevian Capital": a body by its last word, and no name of a person.
bool is_body_by_word(const SourceText& text, TokenSpan name);

/// The person's name that ends what follows an office: "ambassador to Russia | Wi Song Lak"; empty = none.
TokenSpan name_ending_tail(const SourceText& text, TokenSpan head, TokenSpan tail);

/// "Who gave her name only as | Dewi": the name in a clause; empty = it gives none.
TokenSpan name_given(const SourceText& text, TokenSpan clause);

/// "A user called | HaddonHen", "a man identified as | …"; empty = none.
TokenSpan name_called(const SourceText& text, TokenSpan tail);

/// "Ted Cruz and Rand Paul": several who speak as one.
bool are_joined_names(const SourceText& text, TokenSpan span);

}  // namespace who_says
