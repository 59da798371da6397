#pragma once

#include "ui/frame.h"

namespace who_says::ui {

/// The line under a claim's words, one style a hue so that colour is never alone: state solid, intelligence double, expertise
/// dashed, former dotted, media thin, society solid in expertise's colour, record dashed in state's, none wavy. A suggestion's is
/// thinner and paler. `y` is its top.
void draw_underline(Frame& f, Hue hue, bool suggested, float x0, float x1, float y);

}  // namespace who_says::ui
