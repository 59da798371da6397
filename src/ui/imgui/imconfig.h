#pragma once

// Dear ImGui as this project compiles it: no demo, no files, no shell, no font of its own.

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
// The panel hands it no format with anything to fill in (no_tables.cpp): saves printf.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
// "FreeType" here only means "stb_truetype stays out": the panel supplies ImGuiFreeType::GetFontLoader() itself, and the glyphs come
// from the browser.
#define IMGUI_ENABLE_FREETYPE
// Code points past U+FFFF.
#define IMGUI_USE_WCHAR32

// The core never aborts on a reader's page: asserts hold in debug builds and tests only.
#ifdef NDEBUG
#define IM_ASSERT(expression) ((void)(expression))
#endif

// Read only by the loader of .ini files, which the panel has not.
#include <stdio.h>
#define sscanf(...) 0
