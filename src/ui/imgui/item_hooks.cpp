#include "ui/imgui/item_hooks.h"

#include <algorithm>
#include <utility>

#include "imgui.h"
#include "imgui_internal.h"

namespace {
std::vector<who_says::ui::HookedItem> items;
}  // namespace

// What IMGUI_ENABLE_TEST_ENGINE calls, by the names that Dear ImGui gives them.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
  const ImGuiWindow* window = context->CurrentWindow;
  if (!id || window->IsFallbackWindow || id == window->ID || id == window->MoveId) return;
  items.push_back({id, "", box.Min.x, box.Min.y, box.Max.x, box.Max.y});
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags) {
  auto at = std::find_if(items.rbegin(), items.rend(), [&](const auto& item) { return item.id == id; });
  if (at != items.rend()) at->label = label;
}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace who_says::ui {

void hook_items() { ImGui::GetCurrentContext()->TestEngineHookItems = true; }
std::vector<HookedItem> take_hooked_items() { return std::exchange(items, {}); }

}  // namespace who_says::ui
