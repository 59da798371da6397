#include "text/decimal.h"

#include <algorithm>
#include <cstdint>

#include "text/letters.h"

namespace who_says {
namespace {

/// Exact up to 22.
double power_of_ten(int n) {
  double out = 1;
  while (n-- > 0) out *= 10;
  return out;
}

}  // namespace

double decimal(const char* text, const char** end) {
  const char* at = text;
  bool negative = *at == '-';
  if (negative || *at == '+') ++at;
  uint64_t digits = 0;
  int power = 0;
  bool any = false;
  for (bool point = false; is_digit(static_cast<uint8_t>(*at)) || (*at == '.' && !point); ++at) {
    if (*at == '.') {
      point = true;
      continue;
    }
    any = true;
    bool fits = digits < UINT64_MAX / 10 - 1;
    if (fits) digits = digits * 10 + (static_cast<uint8_t>(*at) & 15);
    power += static_cast<int>(!fits) - static_cast<int>(point);
  }
  if (end) *end = any ? at : text;
  if (!any) return 0;
  if (*at == 'e' || *at == 'E') {
    const char* sign = at + 1;
    const char* digit = sign + static_cast<int>(*sign == '-' || *sign == '+');
    int exponent = 0;
    constexpr int most = 1 << 26;
    const char* first = digit;
    for (; is_digit(static_cast<uint8_t>(*digit)); ++digit)
      exponent = std::min(most, exponent * 10 + (static_cast<uint8_t>(*digit) & 15));
    power += *sign == '-' ? -exponent : exponent;
    if (end && digit != first) *end = digit;
  }
  double value = static_cast<double>(digits);
  if (!digits) power = 0;
  constexpr int furthest = 400;  // from there on all is zero or infinite
  for (int left = std::clamp(power, -furthest, furthest); left != 0;) {
    int step = std::clamp(left, -22, 22);
    value = step < 0 ? value / power_of_ten(-step) : value * power_of_ten(step);
    left -= step;
  }
  return negative ? -value : value;
}

}  // namespace who_says
