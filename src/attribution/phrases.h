#pragma once

#include <string>
#include <vector>

#include "attribution/phrase_titles.h"

namespace who_says {

enum class Determiner : uint8_t { none, definite, indefinite, possessive, demonstrative, quantifier, number };

/// What else than a title tells what a name is: ", which makes pumps", ", which represents nurses", ", who led the study", ", for the
/// defence", ", who covers steel", ", whose candidate trails".
enum class Doing : uint8_t { unknown, trades, represents, studied, pleads, works, stands };

/// A noun phrase as its words tell it: whom it names, and as what. Spans are tokens of the article.
///
///     former South Korean ambassador to Russia Wi Song Lak    Experts from South Korea's Institute … (INSS)
///     └ titles[0].words ─────────────────────┘ └ name ───┘    titles   └ titles[0].body ─────────┘  acronym
struct Phrase {
  TokenSpan span;
  std::u16string pronoun;  ///< the whole phrase in lower case when it is a pronoun; else empty
  TokenSpan name;          ///< proper name of who is meant, without title; empty = none
  NameSort sort = NameSort::unknown;
  TokenSpan acronym;  ///< "(INSS)" behind the name
  Determiner determiner = Determiner::none;
  std::u16string quantifier;  ///< "some", "one of"; lower case
  std::u16string possessive;  ///< pronoun before the noun: "its", "his"
  TokenSpan possessor;        ///< noun or name before "'s"
  TokenSpan affiliation;      ///< body behind a name without title: "Paul Krugman of | the New York Times"
  bool affiliation_past = false;   ///< "formerly of the New York Times"
  std::vector<TitlePlace> titles;  ///< the nearest to the name first
  TokenSpan head;  ///< common words of the first part, without determiner: "handwriting expert"
  bool plural = false;
  bool modified = false;            ///< more than a bare noun: adjective, "of …", clause
  bool honorific = false;           ///< "Mr", "Ms"
  bool doctor = false;              ///< "Dr", "Prof."
  Gender gender = Gender::unknown;  ///< by honorific or noun
  bool age = false;                 ///< ", 54,"
  bool clause = false;              ///< a relative clause about a person
  bool apposition = false;  ///< ", an IT professional from Seattle", whether or not a title was found in it
  Doing doing = Doing::unknown;
  bool party = false;  ///< "(R-Texas)"
};

/// Tokens of a phrase that are read; what is longer is cut.
constexpr uint32_t kLongestPhrase = 80;

/// Reads the noun phrase that is `span`; marks at its edges are left out.
Phrase read_phrase(const SourceText& text, TokenSpan span);

}  // namespace who_says
