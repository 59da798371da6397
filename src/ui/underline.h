#pragma once

#include "ui/frame.h"

namespace who_says::ui {

/// The line under a claim's words, one a hue so that colour is never alone, 2 pixels or more: state solid, media thick, intelligence double,
/// expertise dashed, society in thick dashes, former dotted, record in thick dots, none wavy; as web/src/highlighter.ts has them on the page.
/// A suggestion's is paler and stands lower. `y` is the top of one that is none. Dashes and dots are counted from `begin` on: where that is the
/// canvas's edge, those of neighbouring words join.
void draw_underline(Frame& f, Hue hue, bool suggested, float x0, float x1, float y, float begin = 0);

}  // namespace who_says::ui
