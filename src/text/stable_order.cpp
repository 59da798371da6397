#include "text/stable_order.h"

#include <algorithm>
#include <numeric>

namespace who_says {

std::vector<uint32_t> stable_order(std::size_t count,
                                   bool (*before)(const void* things, uint32_t a, uint32_t b),
                                   const void* things) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return before(things, a, b) || (a < b && !before(things, b, a)); });
  return order;
}

}  // namespace who_says
