#pragma once

#include <cstdint>

#include "app/command.h"
#include "model/vocabulary.h"

namespace who_says::ui {

/// A colour as Dear ImGui packs it: 0xAABBGGRR.
using Colour = uint32_t;

/// The colours of the panel, as in the project's design: text at 4.5:1 and more on `panel` and `card` in both themes.
struct Theme {
  Colour ink, soft, line, panel, card, accent, on_accent, track;
  Colour hues[8];  ///< by Hue
  Colour hue(Hue h) const { return hues[static_cast<int>(h)]; }
};

Theme theme_of(const Appearance& appearance);
/// `colour` at `share` (0 to 1) of its opacity.
Colour faded(Colour colour, float share);
/// `share` of `over` on `under`, opaque.
Colour mixed(Colour over, Colour under, float share);

}  // namespace who_says::ui
