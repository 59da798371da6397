#include "ui/underline.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace who_says::ui {

void draw_underline(Frame& f, Hue hue, bool suggested, float x0, float x1, float y, float begin) {
  Colour colour = f.theme().hue(hue);
  if (suggested) colour = mixed(colour, f.theme().panel, 0.8f), y += f.em(2);
  auto solid = [&](float width) { f.fill({x0, y, x1 - x0, f.em(width)}, colour); };
  auto pieces = [&](float on, float off, float width) {
    float step = f.em(on) + f.em(off);
    for (float x = begin + std::floor((x0 - begin) / step) * step; x < x1; x += step)
      if (std::min(x1, x + f.em(on)) > std::max(x0, x))
        f.fill({std::max(x0, x), y, std::min(x1, x + f.em(on)) - std::max(x0, x), f.em(width)}, colour);
  };
  switch (hue) {
    case Hue::state:
      return solid(2);
    case Hue::media:
      return solid(3);
    case Hue::intelligence:
      solid(2);
      y += f.em(4);
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
      if (!f.visible(y, f.em(6))) return;
      float wave = f.em(8), high = f.em(1.6f), centre = y + high + f.em(0.5f);
      for (float x = x0; x < x1; x += 1.5f)
        f.list()->PathLineTo({f.across(x), centre + high * std::sin(x * 6.28319f / wave)});
      return f.list()->PathStroke(colour, 0, f.em(2));
    }
  }
}

}  // namespace who_says::ui
