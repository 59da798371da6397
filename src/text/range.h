#pragma once

#include <algorithm>
#include <cstdint>

namespace who_says {

/// Half-open span [begin, end) of an article's text, in UTF-16 code units from its start.
///
///     text    T h e _ H e r a l d
///     offset  0 1 2 3 4 5 6 7 8 9 10
///     "Herald" is {4, 10}
struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return end <= begin; }
  constexpr bool contains(uint32_t offset) const { return begin <= offset && offset < end; }
  constexpr bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Range a, Range b) { return a.begin == b.begin && a.end == b.end; }
  /// Reading order: by begin, the longer first.
  friend constexpr bool operator<(Range a, Range b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  }
};

constexpr Range intersect(Range a, Range b) {
  uint32_t begin = std::max(a.begin, b.begin);
  return {begin, std::max(begin, std::min(a.end, b.end))};
}

}  // namespace who_says
