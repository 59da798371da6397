#include "ui/underline.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace who_says::ui {

void draw_underline(Frame& f, Hue hue, bool suggested, float x0, float x1, float y) {
  Colour colour = f.theme().hue(hue);
  if (suggested) colour = mixed(colour, f.theme().panel, 0.8f);
  float thick = suggested ? std::max(1.0f, f.px(1)) : f.px(2);
  auto pieces = [&](float on, float off, float width) {
    // Phase from the canvas, so that neighbouring words of one claim join.
    float step = on + off;
    for (float x = std::floor(x0 / step) * step; x < x1; x += step)
      if (std::min(x1, x + on) > std::max(x0, x))
        f.fill({std::max(x0, x), y, std::min(x1, x + on) - std::max(x0, x), width}, colour);
  };
  switch (hue) {
    case Hue::state:
    case Hue::society:
      f.fill({x0, y, x1 - x0, thick}, colour);
      break;
    case Hue::intelligence: {
      float thin = std::max(1.0f, f.px(1.3f));
      f.fill({x0, y, x1 - x0, thin}, colour);
      f.fill({x0, y + thin + f.px(2), x1 - x0, thin}, colour);
      break;
    }
    case Hue::expertise:
    case Hue::record:
      pieces(f.px(6), f.px(3), thick);
      break;
    case Hue::former:
      pieces(f.px(3), f.px(3), suggested ? f.px(2) : f.px(3));
      break;
    case Hue::media:
      f.fill({x0, y, x1 - x0, std::max(1.0f, f.px(suggested ? 1 : 1.5f))}, colour);
      break;
    case Hue::none: {
      if (!f.visible(y, f.px(4))) break;
      float wave = f.px(8), high = f.px(1.6f), centre = y + high;
      for (float x = x0; x < x1; x += 1.5f)
        f.list()->PathLineTo({f.across(x), centre + high * std::sin(x * 6.28319f / wave)});
      f.list()->PathStroke(colour, 0, std::max(1.0f, (suggested ? 1.0f : 1.4f) * f.scale()));
      break;
    }
  }
}

}  // namespace who_says::ui
