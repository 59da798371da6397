#pragma once

#include <algorithm>
#include <vector>

#include "text/range.h"

namespace who_says {

// Lists of ranges in reading order that do not overlap: the spans of one role.

inline uint32_t total_size(const std::vector<Range>& ranges) {
  uint32_t size = 0;
  for (Range r : ranges) size += r.size();
  return size;
}

/// Code units that `ranges` shares with `range`. O(log n + what is shared).
inline uint32_t shared_size(const std::vector<Range>& ranges, Range range) {
  auto it = std::lower_bound(ranges.begin(), ranges.end(), range.begin,
                             [](Range r, uint32_t begin) { return r.end <= begin; });
  uint32_t size = 0;
  for (; it != ranges.end() && it->begin < range.end; ++it) size += intersect(*it, range).size();
  return size;
}
inline uint32_t shared_size(const std::vector<Range>& a, const std::vector<Range>& b) {
  uint32_t size = 0;
  for (Range r : b) size += shared_size(a, r);
  return size;
}

}  // namespace who_says
