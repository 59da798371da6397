#include "text/search.h"

#include <algorithm>
#include <bit>

namespace who_says {
namespace {

// 64 rows of one column of the edit matrix, as differences from row to row: +1 where `up`, -1 where `down`, else 0.
struct Block {
  uint64_t up = ~uint64_t{0};
  uint64_t down = 0;

  // Goes on by one column. `carry` is the difference, column to column, in the row above; returns that of row `last`.
  int advance(uint64_t equal, int carry, uint64_t last) {
    uint64_t vertical = equal | down;
    equal |= uint64_t(carry < 0);
    uint64_t horizontal = (((equal & up) + up) ^ up) | equal;
    uint64_t plus = down | ~(horizontal | up);
    uint64_t minus = up & horizontal;
    int out = int((plus & last) != 0) - int((minus & last) != 0);
    plus = plus << 1 | uint64_t(carry > 0);
    minus = minus << 1 | uint64_t(carry < 0);
    up = minus | ~(vertical | plus);
    down = plus & vertical;
    return out;
  }
};

constexpr uint64_t kTop = uint64_t{1} << 63;

uint64_t last_row(uint32_t pattern_size) { return uint64_t{1} << ((pattern_size - 1) % 64); }

}  // namespace

Pattern::Pattern(std::u16string_view pattern) : pattern_(pattern) {
  uint16_t rows = 1;
  for (char16_t c : pattern_) {
    if (c >= 256)
      high_.push_back({c, 0});
    else if (low_[c] == 0)
      low_[c] = rows++;
  }
  std::sort(high_.begin(), high_.end());
  high_.erase(std::unique(high_.begin(), high_.end()), high_.end());
  for (auto& unit : high_) unit.second = rows++;
  masks_.resize(size_t{rows} * blocks());
  for (uint32_t i = 0; i < size(); ++i) {
    auto row = const_cast<uint64_t*>(masks(pattern_[i]));
    row[i / 64] |= uint64_t{1} << (i % 64);
  }
}

const uint64_t* Pattern::masks(char16_t c) const {
  size_t row = 0;
  if (c < 256) {
    row = low_[c];
  } else if (!high_.empty()) {
    auto found = std::lower_bound(high_.begin(), high_.end(), std::pair<char16_t, uint16_t>(c, 0));
    if (found != high_.end() && found->first == c) row = found->second;
  }
  return masks_.data() + row * blocks();
}

std::vector<MatchEnd> Pattern::ends(std::u16string_view text, uint32_t max_distance) const {
  std::vector<MatchEnd> found;
  if (size() == 0) {
    for (uint32_t end = 0; end <= text.size(); ++end) found.push_back({end, 0});
    return found;
  }
  uint32_t bound = std::min(max_distance, size());
  if (size() <= bound) found.push_back({0, size()});

  uint32_t final = blocks() - 1;
  // Rows up to `active` may hold a value within the bound; `score` is the value in the last row of each block.
  uint32_t active = std::min(final, bound == 0 ? 0 : (bound - 1) / 64);
  std::vector<Block> column(blocks());
  std::vector<uint32_t> score(blocks());
  for (uint32_t b = 0; b <= final; ++b) score[b] = b == final ? size() : (b + 1) * 64;
  uint64_t final_row = last_row(size());

  for (uint32_t j = 0; j < text.size(); ++j) {
    const uint64_t* equal = masks(text[j]);
    int carry = 0;
    for (uint32_t b = 0; b <= active; ++b) {
      carry = column[b].advance(equal[b], carry, b == final ? final_row : kTop);
      score[b] += uint32_t(carry);
    }
    if (active < final && score[active] - uint32_t(carry) <= bound &&
        ((equal[active + 1] & 1) || carry < 0)) {
      uint32_t above = score[active] - uint32_t(carry);
      ++active;
      column[active] = Block{};
      uint32_t rows = active == final ? size() - final * 64 : 64;
      int last = column[active].advance(equal[active], carry, active == final ? final_row : kTop);
      score[active] = above + rows + uint32_t(last);
    } else {
      while (active > 0 && score[active] >= bound + 64) --active;
    }
    if (active == final && score[final] <= bound) found.push_back({j + 1, score[final]});
  }
  return found;
}

Alignment Pattern::align(std::u16string_view text, uint32_t max_distance) const {
  Alignment result;
  result.distance = size();
  uint32_t width = blocks(), j = 0;
  // Each block of each column, with the value in its last row.
  struct Cell {
    Block block;
    uint32_t score;
  };
  std::vector<Cell> matrix((text.size() + 1) * width);
  for (uint32_t b = 0; b < width; ++b) matrix[b].score = (b + 1) * 64;
  uint32_t here = size();
  uint64_t final_row = size() > 0 ? last_row(size()) : 0;
  for (uint32_t end = 1; end <= text.size() && width > 0; ++end) {
    const uint64_t* equal = masks(text[end - 1]);
    Cell* column = matrix.data() + size_t(end) * width;
    int carry = 0;
    for (uint32_t b = 0; b < width; ++b) {
      column[b] = column[int64_t(b) - int64_t(width)];
      carry = column[b].block.advance(equal[b], carry, b + 1 == width ? final_row : kTop);
      column[b].score += uint32_t(carry);
    }
    here += uint32_t(carry);
    if (here < result.distance) {
      result.distance = here;
      j = end;
    }
  }
  if (result.distance > max_distance) return result;
  result.first.assign(size() + 1, 0);
  result.last.assign(size() + 1, 0);
  if (size() == 0) return result;

  // The value in row i of column j: that above its block, and the differences from there down.
  auto value = [&](uint32_t row, uint32_t end) {
    if (row == 0) return uint32_t{0};
    uint32_t b = (row - 1) / 64;
    const Cell* column = matrix.data() + size_t(end) * width;
    uint64_t rows = ~uint64_t{0} >> (63 - (row - 1) % 64);
    uint32_t above = b == 0 ? 0 : column[b - 1].score;
    return above + uint32_t(std::popcount(column[b].block.up & rows)) -
           uint32_t(std::popcount(column[b].block.down & rows));
  };
  uint32_t i = size();
  result.first[i] = result.last[i] = j;
  for (here = result.distance; i > 0;) {
    if (j > 0 && pattern_[i - 1] == text[j - 1]) {
      --i, --j;
    } else if (j > 0 && value(i - 1, j - 1) + 1 == here) {
      --i, --j, --here;
    } else if (j > 0 && value(i, j - 1) + 1 == here) {
      --j, --here;
      result.first[i] = j;
      continue;
    } else {
      --i, --here;
    }
    result.first[i] = result.last[i] = j;
  }
  return result;
}

// Least distances to the beginnings of `text`, the empty one first: nothing before the pattern is free.
template <class Visit>
void Pattern::anchored(std::u16string_view text, Visit visit) const {
  std::vector<Block> column(blocks());
  uint32_t here = size();
  visit(here);
  for (char16_t c : text) {
    const uint64_t* equal = masks(c);
    int carry = 1;
    for (uint32_t b = 0; b < column.size(); ++b) {
      carry = column[b].advance(equal[b], carry, b + 1 == column.size() ? last_row(size()) : kTop);
    }
    here += uint32_t(carry);
    visit(here);
  }
}

uint32_t Pattern::distance_to_beginning(std::u16string_view text) const {
  uint32_t best = size();
  if (size() > 0) anchored(text, [&](uint32_t distance) { best = std::min(best, distance); });
  return best;
}

uint32_t Pattern::distance_to(std::u16string_view text) const {
  uint32_t result = uint32_t(text.size());
  if (size() > 0) anchored(text, [&](uint32_t distance) { result = distance; });
  return result;
}

}  // namespace who_says
