#include "ui/icons.h"

#include "imgui.h"
#include "text/decimal.h"

namespace who_says::ui {
namespace {

// Paths on an 18 × 18 grid: M move, L line, C cubic curve, O circle (centre, radius), Z close, "-" before a path: broken line.
const char* path_of(Icon icon) {
  switch (icon) {
    case Icon::government:
      return "M2 7 L9 2.5 L16 7 Z M3.5 15.5 L14.5 15.5 M4.8 7.5 L4.8 13 M9 7.5 L9 13 M13.2 7.5 L13.2 13";
    case Icon::intelligence:
      return "M1.5 9 C3.5 5.5 6 3.8 9 3.8 C12 3.8 14.5 5.5 16.5 9 C14.5 12.5 12 14.2 9 14.2 C6 14.2 3.5 12.5 "
             "1.5 9 Z O9 9 2.3";
    case Icon::military:
      return "M9 2 L15 4.5 L15 9 C15 12.5 12.5 14.8 9 16.2 C5.5 14.8 3 12.5 3 9 L3 4.5 Z M6 8.5 L9 6.5 L12 "
             "8.5 M6 11.5 L9 9.5 L12 11.5";
    case Icon::law:
      return "M9 2.5 L9 15.5 M5.5 15.5 L12.5 15.5 M3.5 4.5 L14.5 4.5 M1.5 10 L3.5 4.5 L5.5 10 C4.8 11.3 2.2 "
             "11.3 1.5 10 M12.5 10 L14.5 4.5 L16.5 10 C15.8 11.3 13.2 11.3 12.5 10";
    case Icon::politician:
      return "O9 4.8 2.4 M4 15.5 L5 9.5 L13 9.5 L14 15.5 Z M3 9.5 L15 9.5";
    case Icon::diplomat:
      return "O7 5.5 3 M2 15.5 C2.4 12.1 4.2 10.5 7 10.5 C9.8 10.5 11.6 12.1 12 15.5 M14 3 L14 12 M14 3.5 "
             "L17 5 L14 6.5";
    case Icon::former:
      return "O7.5 5.5 3 M2.5 15.5 C2.9 12.1 4.8 10.5 7.5 10.5 C8.5 10.5 9.4 10.7 10.1 11.1 O13.2 12.8 3.2 "
             "M13.2 11.2 L13.2 13 L14.4 13.7";
    case Icon::international:
      return "O9 9 6.7 M2.3 9 L15.7 9 M9 2.3 C6 5.5 6 12.5 9 15.7 M9 2.3 C12 5.5 12 12.5 9 15.7";
    case Icon::think_tank:
      return "M9 2 C5.8 2 4 4.2 4 6.8 C4 9 5.8 9.8 6.2 12 L11.8 12 C12.2 9.8 14 9 14 6.8 C14 4.2 12.2 2 9 2 "
             "M6.8 14 L11.2 14 M7.6 16 L10.4 16";
    case Icon::academic:
      return "M1.5 7 L9 3.5 L16.5 7 L9 10.5 Z M5 9 L5 13 C7 14.6 11 14.6 13 13 L13 9 M16.5 7 L16.5 11.5";
    case Icon::ngo:
      return "M9 15 C3 11 2 8.5 2 6.5 C2 4.3 3.7 3 5.5 3 C7.2 3 8.4 4 9 5.3 C9.6 4 10.8 3 12.5 3 C14.3 3 16 "
             "4.3 16 6.5 C16 8.5 15 11 9 15 Z";
    case Icon::business:
      return "M2.5 6 L15.500 6 L15.5 14.500 L2.5 14.5 Z M6.500 6 L6.5 3.5 L11.500 3.5 L11.500 6 M2.5 10 "
             "L15.5 10";
    case Icon::person:
      return "O9 5.5 3 M3.5 15.5 C4 12.1 6 10.5 9 10.5 C12 10.5 14 12.1 14.5 15.5";
    case Icon::outlet:
      return "M2.5 3.5 L12.5 3.5 L12.5 14.5 L4 14.5 C3 14.5 2.5 14 2.5 13 Z M12.5 7 L15.5 7 L15.5 13 C15.5 "
             "14 15 14.5 14 14.5 L12.5 14.500 M5 6.5 L10 6.5 M5 9.2 L10 9.2 M5 11.9 L8 11.9";
    case Icon::social:
      return "M3 3.5 L15 3.5 L15 11.5 L9 11.5 L5.500 15 L5.5 11.500 L3 11.5 Z M6 7.5 L6.1 7.500 M9 7.5 L9.1 "
             "7.5 M12 7.5 L12.1 7.5";
    case Icon::document:
      return "M4 2 L11 2 L14 5 L14 16 L4 16 Z M11 2 L11 5 L14 5 M6.500 8.5 L11.500 8.5 M6.5 11.5 L11.5 "
             "11.500";
    case Icon::data:
      return "M2.5 2.5 L2.5 15.500 L15.500 15.5 M5.500 13 L5.5 10 M9 13 L9 6 M12.5 13 L12.500 8";
    case Icon::self:
      return "O9 9 6.7 O9 9 2.2";
    case Icon::none:
      return "-O9 9 6.5";
    case Icon::undo:
      return "M6 3.5 L2.500 7 L6 10.5 M2.5 7 L10.5 7 C13.5 7 15.5 9 15.500 11.500 C15.5 13.5 14 15 12 15";
    case Icon::redo:
      return "M12 3.5 L15.500 7 L12 10.500 M15.5 7 L7.500 7 C4.5 7 2.500 9 2.5 11.5 C2.500 13.5 4 15 6 15";
    case Icon::menu:
      return "M3 5 L15 5 M3 9 L15 9 M3 13 L15 13";
    case Icon::close:
      return "M4.5 4.5 L13.500 13.500 M13.5 4.500 L4.500 13.5";
    case Icon::search:
      return "O7.5 7.5 4.700 M11 11 L15.500 15.5";
    case Icon::pencil:
      return "M3 15 L3.700 11.800 L12 3.5 L14.500 6 L6.200 14.300 Z";
    case Icon::note:
      return "M3 3 L15 3 L15 11 L11 15 L3 15 Z M11 15 L11 11 L15 11";
    case Icon::filter:
      return "M2.5 3.500 L15.5 3.5 L10.5 9.5 L10.500 14.500 L7.5 13 L7.500 9.5 Z";
    case Icon::chevron_down:
      return "M4.500 7 L9 11.500 L13.5 7";
    case Icon::chevron_right:
      return "M7 4.5 L11.500 9 L7 13.5";
    case Icon::chevron_up:
      return "M4 11.500 L9 6.500 L14 11.500";
    case Icon::plus:
      return "M9 3.5 L9 14.5 M3.5 9 L14.5 9";
    case Icon::minus:
      return "M3.5 9 L14.5 9";
    case Icon::begin_back:
      return "M15 9 L6 9 M9.5 5.5 L6 9 L9.5 12.5 M3 4 L3 14";
    case Icon::begin_on:
      return "M6 9 L15 9 M11.5 5.5 L15 9 L11.5 12.5 M3 4 L3 14";
    case Icon::check:
      return "M3.500 9.5 L7.500 13.5 L14.5 5";
    case Icon::warning:
      return "M9 2.5 L16.500 15.5 L1.500 15.5 Z M9 7 L9 11 M9 13 L9 13.200";
  }
  return "";
}

}  // namespace

void draw_icon(ImDrawList* list, Icon icon, float x, float y, float size, Colour colour, bool mirrored) {
  const char* at = path_of(icon);
  float unit = size / 18, stroke = 1.6f * unit;
  mirrored = mirrored && (icon == Icon::undo || icon == Icon::redo || icon == Icon::chevron_right);
  bool broken = *at == '-';
  if (broken) ++at;
  bool open = false;
  auto number = [&at] {
    while (*at == ' ') ++at;
    return static_cast<float>(decimal(at, &at));
  };
  auto point = [&] {
    float px = number(), py = number();
    return ImVec2(x + (mirrored ? 18 - px : px) * unit, y + py * unit);
  };
  auto finish = [&](bool closed) {
    if (open) list->PathStroke(colour, closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke);
    open = false;
  };
  while (*at) {
    char op = *at++;
    switch (op) {
      case 'M':
        finish(false);
        list->PathClear();
        list->PathLineTo(point());
        open = true;
        break;
      case 'L':
        list->PathLineTo(point());
        break;
      case 'C': {
        ImVec2 a = point(), b = point(), c = point();
        list->PathBezierCubicCurveTo(a, b, c, 12);
        break;
      }
      case 'O': {
        finish(false);
        ImVec2 centre = point();
        float radius = number() * unit;
        if (broken) {
          constexpr int dashes = 10;
          for (int i = 0; i < dashes; ++i) {
            float a = static_cast<float>(i) * 6.28319f / dashes;
            list->PathArcTo(centre, radius, a, a + 0.36f, 4);
            list->PathStroke(colour, ImDrawFlags_None, stroke);
          }
        } else {
          list->AddCircle(centre, radius, colour, 24, stroke);
        }
        break;
      }
      case 'Z':
        finish(true);
        break;
      default:
        break;
    }
  }
  finish(false);
}

}  // namespace who_says::ui
