#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace who_says::ui {

/// What Dear ImGui itself took for an item, told by its own hooks; native builds only, for tests. Device pixels.
struct HookedItem {
  uint32_t id = 0;
  std::string label;
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// Starts to note the items of the current Dear ImGui context.
void hook_items();
/// Those noted since the last call, in the order in which they were made.
std::vector<HookedItem> take_hooked_items();

}  // namespace who_says::ui
