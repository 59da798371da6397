#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace who_says {

/// Sorts `list` by key(element), ascending; elements of one key stay as they were. Moves each element once: for those that are large.
template <class Element, class Key>
void sort_by(std::vector<Element>& list, Key key) {
  std::vector<uint32_t> order(list.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return key(list[a]) < key(list[b]); });
  std::vector<Element> sorted;
  sorted.reserve(list.size());
  for (uint32_t i : order) sorted.push_back(std::move(list[i]));
  list = std::move(sorted);
}

}  // namespace who_says
