#include "text/stable_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

using namespace who_says;

TEST_CASE("sort_stably does what std::stable_sort does") {
  uint32_t seed = 7;
  for (size_t size : {0, 1, 2, 3, 10, 100, 1000}) {
    std::vector<std::pair<uint32_t, size_t>> mine;
    for (size_t i = 0; i < size; ++i) mine.push_back({(seed = seed * 1664525 + 1013904223) >> 28, i});
    auto theirs = mine;
    auto before = [](const auto& a, const auto& b) { return a.first > b.first; };
    sort_stably(mine, before);
    std::stable_sort(theirs.begin(), theirs.end(), before);
    CHECK(mine == theirs);
  }
}

TEST_CASE("sort_stably moves what cannot be copied") {
  std::vector<std::unique_ptr<int>> things;
  for (int n : {3, 1, 2}) things.push_back(std::make_unique<int>(n));
  sort_stably(things, [](const auto& a, const auto& b) { return *a < *b; });
  CHECK(*things[0] == 1);
  CHECK(*things[2] == 3);
}
