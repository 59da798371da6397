// Takes the place of Dear ImGui's imgui_tables.cpp: the panel lays everything out itself and makes neither tables nor columns, so what
// the rest of the library calls for them has nothing to do. Saves the reader about 30 KB of code.

#include "imgui.h"
#include "imgui_internal.h"

namespace ImGui {

void EndTable() {}
void TableEndRow(ImGuiTable*) {}
void TableEndCell(ImGuiTable*) {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}
void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}

}  // namespace ImGui

// Names of windows and messages to developers are all that is formatted, and none of them is ever seen: the format itself will do.
int ImFormatString(char* out, size_t size, const char* format, ...) {
  return ImFormatStringV(out, size, format, {});
}
int ImFormatStringV(char* out, size_t size, const char* format, va_list) {
  size_t length = strlen(format);
  if (!out) return static_cast<int>(length);
  if (length >= size) length = size - 1;
  memcpy(out, format, length);
  out[length] = 0;
  return static_cast<int>(length);
}
