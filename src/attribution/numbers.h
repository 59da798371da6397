#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribution/tokens.h"

namespace who_says {

enum class Measure : uint8_t {
  count,
  money,
  percent,
  points,
  mass,
  length,
  area,
  volume,
  temperature,
  speed,
  duration
};
/// How the text bounds a number: "more than", "up to", "about".
enum class Bound : uint8_t { exact, about, over, at_least, under, at_most };
/// "a month", "per year".
enum class Period : uint8_t { none, hour, day, week, month, year };

/// A number of the text with what it counts or measures.
///
///     at least 10,000 North Korean soldiers      around $2,000 a month
///     bound    low=high            thing         bound  low    period
struct Quantity {
  TokenSpan tokens;  ///< bound, number, unit or counted thing, period
  TokenSpan number;  ///< the number alone, with a currency sign
  double low = 0;    ///< "600,000 to 700,000": two ends; else both are the same
  double high = 0;
  Bound bound = Bound::exact;
  Measure measure = Measure::count;
  Period period = Period::none;
  bool each = false;  ///< "each", "apiece", "per head" stands behind it
  std::u16string
      unit;  ///< canonical: "$", "km", "ton"; of a count the counted thing in lower case, singular; may be empty
  double factor = 1;  ///< base units of the measure in one unit
  double offset = 0;  ///< base = (value - offset) * factor, for temperatures
};

/// Quantities of an English text in reading order. Left out: years, dates, times of day, ages, ordinals, "one" without a unit.
std::vector<Quantity> find_quantities(std::u16string_view text, const Tokens& tokens);

/// A number as working shows it: "240 million", "1,416", "33.3".
std::string written_number(double value);
/// Singular in lower case, roughly: "soldiers" → "soldier", "people" → "person".
std::u16string singular(std::u16string_view word);

}  // namespace who_says
