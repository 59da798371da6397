#include "text/direction.h"

#include <doctest/doctest.h>

#include <vector>

using namespace who_says;

namespace {
constexpr Direction L = Direction::left_to_right, R = Direction::right_to_left, N = Direction::none;

/// Words of width 1 with gaps of 1, as the places in which they stand from the line's beginning.
std::vector<int> places(std::vector<Direction> directions, Direction base) {
  std::vector<LineWord> words;
  for (Direction d : directions) words.push_back({words.empty() ? 0.0f : 1.0f, 1, d, 0});
  arrange(words, base);
  std::vector<int> out;
  for (const LineWord& word : words) out.push_back(static_cast<int>(word.offset / 2));
  return out;
}
using Places = std::vector<int>;
}  // namespace

TEST_CASE("the direction of a text is that of its first letter") {
  CHECK(direction_of("") == N);
  CHECK(direction_of("Who says?") == L);
  CHECK(direction_of("14 – 15 (%)") == N);
  CHECK(direction_of("“Straße”") == L);
  CHECK(direction_of("שלום") == R);
  CHECK(direction_of("«מי אומר»") == R);
  CHECK(direction_of("14 الجسر") == R);
  CHECK(direction_of("١٤") == N);
  CHECK(direction_of("다리") == L);
  CHECK(direction_of("मरम्मत") == L);
  CHECK(direction_of("🚢 – …") == N);
  CHECK(direction_of("🚢 ship") == L);
  CHECK(direction_of("\xD7") == N);  // cut within a character
}

TEST_CASE("words against a line's direction stand in reverse order") {
  CHECK(places({L, L, L}, L) == Places{0, 1, 2});
  CHECK(places({R, R, R}, R) == Places{0, 1, 2});
  CHECK(places({L, R, R, R, L}, L) == Places{0, 3, 2, 1, 4});
  CHECK(places({R, L, L, R}, R) == Places{0, 2, 1, 3});
  CHECK(places({R, R}, L) == Places{1, 0});
}

TEST_CASE("words without direction go with neighbours that agree, else with the line") {
  CHECK(places({L, R, N, R, L}, L) == Places{0, 3, 2, 1, 4});
  CHECK(places({L, R, N, L}, L) == Places{0, 1, 2, 3});
  CHECK(places({R, N, N, L}, R) == Places{0, 1, 2, 3});
  CHECK(places({N, R, R}, L) == Places{0, 2, 1});
  CHECK(places({N, N}, R) == Places{0, 1});
}

TEST_CASE("gaps stay between the words that they parted") {
  std::vector<LineWord> words = {{0, 10, L, 0}, {3, 20, R, 0}, {5, 30, R, 0}, {7, 10, L, 0}};
  arrange(words, L);
  CHECK(words[0].offset == 0);
  CHECK(words[2].offset == 13);
  CHECK(words[1].offset == 48);
  CHECK(words[3].offset == 75);
}
