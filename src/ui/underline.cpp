#include "ui/underline.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace who_says::ui {

void draw_underline(Frame& f, Hue hue, bool suggested, float x0, float x1, float y) {
  Colour colour = f.theme().hue(hue);
  if (suggested) colour = mixed(colour, f.theme().panel, 0.8f), y += f.px(2);
  auto solid = [&](float width) { f.fill({x0, y, x1 - x0, f.px(width)}, colour); };
  auto pieces = [&](float on, float off, float width) {
    // Phase from the canvas, so that neighbouring words of one claim join.
    float step = f.px(on) + f.px(off);
    for (float x = std::floor(x0 / step) * step; x < x1; x += step)
      if (std::min(x1, x + f.px(on)) > std::max(x0, x))
        f.fill({std::max(x0, x), y, std::min(x1, x + f.px(on)) - std::max(x0, x), f.px(width)}, colour);
  };
  switch (hue) {
    case Hue::state:
      return solid(2);
    case Hue::media:
      return solid(3);
    case Hue::intelligence:
      solid(2);
      y += f.px(4);
      return solid(2);
    case Hue::expertise:
      return pieces(6, 3, 2);
    case Hue::society:
      return pieces(12, 6, 4);
    case Hue::former:
      return pieces(3, 3, 3);
    case Hue::record:
      return pieces(5, 5, 5);
    case Hue::none: {
      if (!f.visible(y, f.px(6))) return;
      float wave = f.px(8), high = f.px(1.6f), centre = y + high + f.px(0.5f);
      for (float x = x0; x < x1; x += 1.5f)
        f.list()->PathLineTo({f.across(x), centre + high * std::sin(x * 6.28319f / wave)});
      return f.list()->PathStroke(colour, 0, 2 * f.scale());
    }
  }
}

}  // namespace who_says::ui
