#pragma once

#include "app/view_models.h"
#include "ui/theme.h"

struct ImDrawList;

namespace who_says::ui {

/// Draws a picture of 18 × 18 units at (x, y), `size` device pixels wide, in strokes of one colour; `mirrored`: those that point along the
/// line of text point the other way.
void draw_icon(ImDrawList* list, Icon icon, float x, float y, float size, Colour colour, bool mirrored);

}  // namespace who_says::ui
