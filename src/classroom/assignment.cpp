#include "classroom/assignment.h"

#include <algorithm>
#include <limits>

namespace who_says {
namespace {

constexpr int64_t kFar = std::numeric_limits<int64_t>::max() / 4;

/// Least-cost assignment of each of `n` rows to one of `m` >= n columns. Rows and columns count from 1 inside; 0 is the free end.
template <class Cost>
std::vector<int> assign(uint32_t n, uint32_t m, Cost cost) {
  std::vector<int64_t> row_price(n + 1, 0), column_price(m + 1, 0);
  std::vector<uint32_t> row_of(m + 1, 0), before(m + 1, 0);
  for (uint32_t row = 1; row <= n; ++row) {
    row_of[0] = row;
    uint32_t at = 0;
    std::vector<int64_t> nearest(m + 1, kFar);
    std::vector<char> done(m + 1, 0);
    do {
      done[at] = 1;
      uint32_t from = row_of[at], next = 0;
      int64_t step = kFar;
      for (uint32_t column = 1; column <= m; ++column) {
        if (done[column]) continue;
        int64_t reduced = cost(from - 1, column - 1) - row_price[from] - column_price[column];
        if (reduced < nearest[column]) nearest[column] = reduced, before[column] = at;
        if (nearest[column] < step) step = nearest[column], next = column;
      }
      for (uint32_t column = 0; column <= m; ++column) {
        if (done[column])
          row_price[row_of[column]] += step, column_price[column] -= step;
        else
          nearest[column] -= step;
      }
      at = next;
    } while (row_of[at] != 0);
    for (; at != 0; at = before[at]) row_of[at] = row_of[before[at]];
  }
  std::vector<int> out(n, -1);
  for (uint32_t column = 1; column <= m; ++column)
    if (row_of[column] != 0) out[row_of[column] - 1] = static_cast<int>(column - 1);
  return out;
}

}  // namespace

std::vector<int> best_pairs(uint32_t rows, uint32_t columns, const std::vector<int64_t>& weights) {
  auto weight = [&](uint32_t row, uint32_t column) {
    return std::max<int64_t>(weights[static_cast<size_t>(row) * columns + column], 0);
  };
  std::vector<int> out(rows, -1);
  if (rows <= columns) {
    out = assign(rows, columns, [&](uint32_t r, uint32_t c) { return -weight(r, c); });
  } else {
    std::vector<int> turned = assign(columns, rows, [&](uint32_t c, uint32_t r) { return -weight(r, c); });
    for (uint32_t c = 0; c < columns; ++c)
      if (turned[c] >= 0) out[static_cast<uint32_t>(turned[c])] = static_cast<int>(c);
  }
  for (uint32_t r = 0; r < rows; ++r)
    if (out[r] >= 0 && weight(r, static_cast<uint32_t>(out[r])) < 1) out[r] = -1;
  return out;
}

}  // namespace who_says
