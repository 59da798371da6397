#include "text/range.h"

#include <doctest/doctest.h>

using who_says::intersect;
using who_says::Range;

TEST_CASE("a range is half-open") {
  Range herald{4, 10};
  CHECK(herald.size() == 6);
  CHECK(herald.contains(4));
  CHECK_FALSE(herald.contains(10));
  CHECK(herald.contains(Range{4, 10}));
  CHECK_FALSE(herald.overlaps(Range{10, 12}));
  CHECK(Range{7, 7}.empty());
}

TEST_CASE("reading order puts the longer of two ranges with one start first") {
  CHECK(Range{0, 9} < Range{0, 4});
  CHECK(Range{0, 4} < Range{1, 9});
  CHECK_FALSE(Range{0, 4} < Range{0, 4});
}

TEST_CASE("an intersection of disjoint ranges is empty, and still a range") {
  CHECK(intersect({0, 5}, {3, 9}) == Range{3, 5});
  CHECK(intersect({0, 3}, {5, 9}).empty());
  CHECK(intersect({0, 3}, {5, 9}).begin <= intersect({0, 3}, {5, 9}).end);
}
