#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "attribution/numbers.h"

namespace who_says {

// English words of numbers and units, and what they stand for. All look-ups take a word in any case.

/// zero … ninety-nine.
std::optional<double> small_number(std::u16string_view word);
/// hundred, thousand, million, …, dozen.
std::optional<double> scale_of(std::u16string_view word);

struct UnitWord {
  std::u16string_view word;
  std::u16string_view canonical;
  Measure measure;
  double factor;  ///< base units in one: kg, m, m², litre, kelvin, m/s, day
  double offset = 0;
};
/// A currency or unit by its word or sign; nullptr = none. square: "square miles".
const UnitWord* unit_of(std::u16string_view word, bool square);

struct BoundWords {
  std::array<std::u16string_view, 3> words;  ///< the last ones may be empty
  Bound bound;
};
/// Longer ones first.
std::span<const BoundWords> bound_words();

Period period_of(std::u16string_view noun);
/// "annually", "monthly".
Period adverb_period(std::u16string_view adverb);
/// "month" of Period::month.
std::string_view period_word(Period period);

bool is_currency_sign(char16_t c);
bool is_month(std::u16string_view word);
/// A plural of a countable noun, by its ending or from a short list.
bool is_plural(std::u16string_view word);
/// Words at which the noun phrase behind a number ends: prepositions, verbs, articles.
bool ends_thing(std::u16string_view word);
/// People of no special trade, in the singular: "person", "recruit", or the name of a people ("korean").
bool is_people(std::u16string_view singular_word);

}  // namespace who_says
