#include "classroom/worked_sum.h"

#include <doctest/doctest.h>

#include <string>

using namespace who_says;

namespace {
std::string sum_of(const char* working) {
  auto found = worked_sum(working);
  return found ? std::string(word(*found)) : "open";
}
}  // namespace

TEST_CASE("working that the engine writes: the numbers fit, do not, or a person is to say") {
  struct Case {
    const char* working;
    const char* sum;
  };
  const Case cases[] = {
      {"10,000 gardeners × $2,000 a month × 12 months = $240 million a year; the text says more than $200 "
       "million per year.",
       "holds"},
      {"10,000 gardeners × $2,000 a month × 12 months = $240 million a year; the text says less than $200 "
       "million per year.",
       "does-not-hold"},
      {"300 drivers × $50 a day = $15,000 a day; the text says $15,000 a day.", "holds"},
      {"12 men + 9 women = 21; the text says 20 people.", "does-not-hold"},
      {"12 men + 8 women = 20; the text says at least 20 people.", "holds"},
      {"12 men + 8 women = 20; the text says more than 20 people.", "does-not-hold"},
      {"12 men + 8 women = 20; the text says at most 20 people.", "holds"},
      {"(1,200 − 900) ÷ 900 cars ≈ 33.33 percent; the text says 33 percent.", "holds"},
      {"(1,200 − 900) ÷ 900 cars ≈ 33.33 percent; the text says 33.5 percent.", "does-not-hold"},
      {"10 miles ≈ 16.09 km; the text says 16 km.", "holds"},
      {"10 miles ≈ 16.09 km; the text says about 15 km.", "holds"},
      {"10 miles ≈ 16.09 km; the text says about 14 km.", "open"},
      {"10 miles ≈ 16.09 km; the text says about 10 km.", "does-not-hold"},
      {"4,000 × 2 = 8,000; the text says 8,100.", "does-not-hold"},
      {"73 × 200 = 14,600; the text says 15,000.", "open"},
      {"1.5 million + 1 million = 2.5 million; the text says 2.5 million.", "holds"},
      {"45 percent of 80 ships = 36; the text says a third.", "open"},
      {"Is 3 = 3?", "open"},
      {"", "open"},
      {"= ; the text says .", "open"},
      {"1 + 1 = 99999999999999999999; the text says 2.", "open"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(sum_of(c.working) == c.sum, c.working);
}
