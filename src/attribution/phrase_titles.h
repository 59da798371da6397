#pragma once

#include <optional>
#include <string>

#include "attribution/names.h"

namespace who_says {

/// A title or head-word inside a phrase, with what the words around it say of the office.
struct TitlePlace {
  const KnownTitle* title = nullptr;
  TokenSpan span;   ///< its words, "ambassador"
  TokenSpan words;  ///< with what describes it, "former South Korean ambassador to Russia"
  TokenSpan body;   ///< words that name the body which it belongs to; empty = none
  std::u16string
      former;  ///< the word that tells that the office is past ("former", "until"); empty = current
  bool plural = false;
  bool in_clause = false;  ///< found in a relative clause ("who was health secretary")
};

/// The title in a noun phrase: the last in its head ("former ambassador"), else the first in what follows ("a copy | of the report").
/// `possessor`: the words before "'s", a body for it when it names no other. nullopt = none.
std::optional<TitlePlace> title_in(const SourceText& text, TokenSpan head, TokenSpan tail,
                                   TokenSpan possessor = {});

/// "The prosecutor's office": a title that reaches over the genitive behind `possessor` to the end of `head`. nullopt = none.
std::optional<TitlePlace> title_over_genitive(const SourceText& text, TokenSpan possessor, TokenSpan head);

/// What a relative clause ("who was health secretary until 2020") says of somebody.
struct ClauseSays {
  std::optional<TitlePlace> title;
  bool first =
      false;  ///< it counts before the titles in front of the clause: "who now comments for Kanal Syd"
  std::u16string past;  ///< the word that tells that the office is past; empty = none
  TokenSpan body;       ///< whom somebody works for, where no title is told: "who works with the institute"
  bool works = false;   ///< it tells of work, though not of a post: "who covers steel"
};

ClauseSays clause_says(const SourceText& text, TokenSpan clause);

}  // namespace who_says
