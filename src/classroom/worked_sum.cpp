#include "classroom/worked_sum.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "text/decimal.h"

namespace who_says {
namespace {

/// A number as it is written, and what one of its last digit is worth, with the noughts at its end and without them.
struct WrittenNumber {
  double value = 0, last = 1, last_but_noughts = 1;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The first number in digits, with the word for thousands behind it.
std::optional<WrittenNumber> number_in(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && !is_digit(text[at])) ++at;
  if (at == text.size()) return std::nullopt;
  std::string digits;
  WrittenNumber out;
  bool fraction = false;
  size_t noughts = 0;
  for (; at < text.size(); ++at) {
    bool before_digit = at + 1 < text.size() && is_digit(text[at + 1]);
    if (text[at] == ',' && before_digit && !fraction) continue;
    if (text[at] == '.' && before_digit && !fraction)
      fraction = true;
    else if (!is_digit(text[at]))
      break;
    else if (fraction)
      out.last /= 10;
    else
      noughts = text[at] == '0' ? noughts + 1 : 0;
    digits += text[at];
  }
  if (digits.size() > 18) return std::nullopt;
  out.value = decimal(digits.c_str());
  // "20 people" are counted, "15,000" may be rounded.
  out.last_but_noughts = fraction || noughts < 2 ? out.last : std::pow(10, static_cast<double>(noughts));
  constexpr std::array<std::pair<std::string_view, double>, 4> kScales = {
      {{" thousand", 1e3}, {" million", 1e6}, {" billion", 1e9}, {" trillion", 1e12}}};
  for (const auto& [scale, factor] : kScales)
    if (text.substr(at, scale.size()) == scale) {
      out.value *= factor;
      out.last *= factor;
      out.last_but_noughts *= factor;
    }
  return out;
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

}  // namespace

std::optional<Arithmetic> worked_sum(std::string_view working) {
  constexpr std::string_view kSays = "; the text says ";
  size_t says = working.rfind(kSays);
  if (says == std::string_view::npos) return std::nullopt;
  std::string_view before = working.substr(0, says), stated = working.substr(says + kSays.size());
  size_t equals = before.rfind("= "), about = before.rfind("≈ ");
  size_t sign = equals == std::string_view::npos ? about : equals;
  if (sign == std::string_view::npos) return std::nullopt;
  auto result = number_in(before.substr(sign)), told = number_in(stated);
  if (!result || !told) return std::nullopt;
  double difference = std::fabs(result->value - told->value);
  auto is = [](bool holds) { return holds ? Arithmetic::holds : Arithmetic::does_not_hold; };
  if (begins(stated, "more than ")) return is(result->value > told->value);
  if (begins(stated, "at least ")) return is(result->value >= told->value);
  if (begins(stated, "less than ")) return is(result->value < told->value);
  if (begins(stated, "at most ")) return is(result->value <= told->value);
  double size = std::fabs(told->value);
  if (begins(stated, "about ")) {
    if (difference <= size / 10) return Arithmetic::holds;
    return difference > size / 4 ? std::optional(Arithmetic::does_not_hold) : std::nullopt;
  }
  constexpr double kSlack = 1e-9;  // of binary fractions
  if (difference <= std::max(told->last / 2, size / 200) + kSlack) return Arithmetic::holds;
  if (difference <= told->last_but_noughts / 2) return std::nullopt;
  return Arithmetic::does_not_hold;
}

}  // namespace who_says
