#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace who_says {

enum class Direction : uint8_t { none, left_to_right, right_to_left };

/// Of the first character of a UTF-8 text that has a direction of its own (rules P2 and P3 of UAX #9); none for digits, signs and spaces.
Direction direction_of(std::string_view text);

/// A word of a line, in the order in which it is read. `gap` is the space before it.
struct LineWord {
  float gap = 0;
  float advance = 0;
  Direction direction = Direction::none;
  float offset = 0;  ///< of the side where it begins to be read, from where the line begins; see arrange()
};

/**
 * Gives each word its offset: measured from the line's left edge if `base` is left to right, from its right edge otherwise, to the
 * word's nearer side. Words that run against `base` stand in reverse order among themselves (UAX #9 at the level of words; letters
 * within a word are the text engine's). Words without direction go with their neighbours if these agree, else with `base`.
 */
void arrange(std::span<LineWord> words, Direction base);

}  // namespace who_says
