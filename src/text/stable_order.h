#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace who_says {

/// The places of `count` things in the order that `before` gives; of equal ones the earlier stays first.
std::vector<uint32_t> stable_order(std::size_t count,
                                   bool (*before)(const void* things, uint32_t a, uint32_t b),
                                   const void* things);

/// std::stable_sort, but one piece of code for all types: each of the standard one's is 3 KB of WebAssembly.
template <class T, class Before>
void sort_stably(std::vector<T>& things, Before before) {
  struct Sorted {
    const std::vector<T>& things;
    const Before& before;
  } of{things, before};
  auto compare = [](const void* what, uint32_t a, uint32_t b) -> bool {
    const Sorted& all = *static_cast<const Sorted*>(what);
    return all.before(all.things[a], all.things[b]);
  };
  std::vector<T> sorted;
  sorted.reserve(things.size());
  for (uint32_t place : stable_order(things.size(), compare, &of)) sorted.push_back(std::move(things[place]));
  things.swap(sorted);
}

}  // namespace who_says
