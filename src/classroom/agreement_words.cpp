#include "classroom/agreement_words.h"

#include <array>
#include <cstdio>
#include <utility>

namespace who_says {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, kAccords> kMeanings = {{
    {"well", "they agree well"},
    {"with-care", "they agree, with care in what is concluded"},
    {"in-part", "they agree in part; talk about the cases that differ"},
    {"by-chance", "they agree about as much as by chance"},
    {"below-chance", "they agree less than by chance"},
    {"all-same", "all values are the same, so there is nothing to agree on."},
    {"no-pair", "no unit has values of two people."},
    {"none-in-common", "there is no unit that both coded."},
    {"alone", "it takes two people to agree."},
    {"no-text", "there is no text."},
    {"no-marks", "nobody marked anything."},
}};

}  // namespace

std::string_view accord_word(Accord accord) { return kMeanings[static_cast<size_t>(accord)].first; }

std::string in_english(const Agreement& of) {
  std::string meaning(kMeanings[static_cast<size_t>(of.accord)].second);
  if (!of.value) return "n/a: " + meaning;
  char number[16];
  std::snprintf(number, sizeof number, "%.2f", *of.value);
  return number + (": " + meaning) + " (1 would be wholly, 0 by chance).";
}

Agreement agreed(double value, double observed, double expected) {
  Agreement out{value, observed, expected, Accord::below_chance};
  out.accord = value >= 0.8     ? Accord::well
               : value >= 0.667 ? Accord::with_care
               : value > 0.2    ? Accord::in_part
               : value > -0.05  ? Accord::by_chance
                                : Accord::below_chance;
  return out;
}

Agreement undefined(Accord why) { return {std::nullopt, 0, 0, why}; }

}  // namespace who_says
