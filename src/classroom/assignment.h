#pragma once

#include <cstdint>
#include <vector>

namespace who_says {

/// For each row the column that it is paired with, or -1: the one-to-one pairing with the largest sum of weights. Weights below 1
/// never pair. The same weights give the same pairing. `weights`: row by row, at most 2^40 each. O(min² · max).
///
/// Kuhn (1955) and Munkres (1957), in the form with shortest augmenting paths of Jonker and Volgenant (1987).
std::vector<int> best_pairs(uint32_t rows, uint32_t columns, const std::vector<int64_t>& weights);

}  // namespace who_says
