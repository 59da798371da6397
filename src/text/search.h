#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/range.h"

namespace who_says {

/// An end of an approximate match: some part of the text that ends at `end` is `distance` edits (insert, delete or replace one
/// UTF-16 code unit) from the pattern, and none that ends there is nearer.
struct MatchEnd {
  uint32_t end;
  uint32_t distance;
  friend constexpr bool operator==(MatchEnd a, MatchEnd b) {
    return a.end == b.end && a.distance == b.distance;
  }
};

/// How a whole pattern lies in a part of a text at least cost.
struct Alignment {
  uint32_t distance = 0;
  /// For each offset 0 … size of the pattern, the least and the greatest offset of the text that it lies at. They differ where
  /// the text has more than the pattern.
  std::vector<uint32_t> first, last;
  Range range() const { return {last.front(), first.back()}; }
};

/// A pattern prepared for bit-parallel search: Myers 1999 in 64-bit words, in blocks after Hyyrö 2003 for patterns over 64
/// units. Costs O(text × ceil(pattern / 64)) at most; blocks that cannot come under the bound are left out (Ukkonen's cut-off).
/// Keeps its own copy of the pattern. An empty pattern matches everywhere at distance 0.
class Pattern {
 public:
  explicit Pattern(std::u16string_view pattern);

  uint32_t size() const { return uint32_t(pattern_.size()); }
  /// Every end in `text` within `max_distance`, in order. Ends run from 0 (nothing of the text) to its size.
  std::vector<MatchEnd> ends(std::u16string_view text, uint32_t max_distance) const;
  /// The cheapest alignment. Ties: the earliest end; from there leftwards, a match or replacement before a gap.
  /// Dearer ones than `max_distance` are not traced: `first` and `last` are then empty.
  /// Memory: text × ceil(pattern / 64) × 24 bytes.
  Alignment align(std::u16string_view text, uint32_t max_distance = UINT32_MAX) const;
  /// Least distance of the pattern to some beginning of `text`, the empty one included.
  uint32_t distance_to_beginning(std::u16string_view text) const;
  /// Distance of the pattern to all of `text` (Levenshtein).
  uint32_t distance_to(std::u16string_view text) const;

 private:
  uint32_t blocks() const { return (size() + 63) / 64; }
  const uint64_t* masks(char16_t c) const;
  template <class Visit>
  void anchored(std::u16string_view text, Visit visit) const;

  std::u16string pattern_;
  uint16_t low_[256] = {};  // unit → row of masks_; row 0 is of units that are not in the pattern
  std::vector<std::pair<char16_t, uint16_t>> high_;  // the same for units from 256 on, sorted
  std::vector<uint64_t> masks_;  // rows of blocks() words: where in the pattern a unit stands
};

}  // namespace who_says
