#include "text/decimal.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

using who_says::decimal;

TEST_CASE("decimal reads what stands at the beginning and says where it ends") {
  struct Case {
    const char* text;
    double value;
    size_t bytes;
  };
  for (const Case& c : {Case{"0", 0, 1}, Case{"-12.5", -12.5, 5}, Case{"+3", 3, 2}, Case{".5x", 0.5, 2},
                        Case{"7.", 7, 2}, Case{"1.2.3", 1.2, 3}, Case{"1e3", 1000, 3}, Case{"25E-1,", 2.5, 5},
                        Case{"1e", 1, 1}, Case{"1e+", 1, 1}, Case{"", 0, 0}, Case{"-", 0, 0}, Case{".", 0, 0},
                        Case{"x1", 0, 0}, Case{"9 7", 9, 1}}) {
    CAPTURE(c.text);
    const char* end = nullptr;
    CHECK(decimal(c.text, &end) == c.value);
    CHECK(static_cast<size_t>(end - c.text) == c.bytes);
    CHECK(decimal(c.text) == c.value);
  }
}

TEST_CASE("decimal: the largest, the smallest, and beyond") {
  CHECK(decimal("1e999999999999999999999") == std::numeric_limits<double>::infinity());
  CHECK(decimal("-1e400") == -std::numeric_limits<double>::infinity());
  CHECK(decimal("1e-400") == 0);
  CHECK(decimal("0e999999999999999999999") == 0);
  CHECK(std::signbit(decimal("-0.0")));
  std::string zeros(300, '0');
  CHECK(decimal(("1" + zeros + "e-300").c_str()) == doctest::Approx(1));
  CHECK(decimal(("0." + zeros + "1e301").c_str()) == doctest::Approx(1));
}

TEST_CASE("decimal is strtod's where it says so, and near it elsewhere") {
  std::mt19937_64 random(7);
  for (int n = 0; n < 20000; ++n) {
    int count = 1 + static_cast<int>(random() % 19), point = static_cast<int>(random() % 25);
    std::string text = random() % 2 ? "-" : "";
    if (point == 0) text += "0.";
    for (int i = 0; i < count; ++i) {
      text += static_cast<char>('0' + random() % 10);
      if (i + 1 == point && i + 1 < count) text += '.';
    }
    if (random() % 2) text += "e" + std::to_string(static_cast<int>(random() % 61) - 30);
    double right = std::strtod(text.c_str(), nullptr), got = decimal(text.c_str());
    CAPTURE(text);
    double size = std::fabs(right);
    if (count <= 15 && (right == 0 || (size >= 1e-7 && size < 1e22)))
      CHECK(got == right);
    else
      CHECK(got == doctest::Approx(right).epsilon(1e-14));
  }
}
