#include "ui/exercise/parts.h"

#include <algorithm>

#include "ui/widgets.h"

namespace who_says::ui {
namespace {

/// A ring or a square, filled when chosen.
void mark(Frame& f, bool one, bool on, float x, float y, Colour colour) {
  float size = f.em(18), radius = one ? size / 2 : f.px(4);
  Box box{x, y, size, size};
  f.border(box, colour, radius, 1.5f);
  if (!on) return;
  float in = f.em(4);
  if (one)
    f.fill({x + in, y + in, size - 2 * in, size - 2 * in}, colour, radius - in);
  else
    f.icon(Icon::check, x + f.em(1), y + f.em(1), 16, colour);
}

/// One below the other, over the whole width: long words stay readable, and a thumb finds them.
float rows(Frame& f, const LessonChoice& choice, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, pad = f.px(12), indent = f.em(28) + pad;
  for (const Action& option : choice.options) {
    const Style& style = option.on ? style::strong : style::body;
    float words = f.paragraph_height(style, width - indent - pad, option.label),
          height = std::max(f.target(40), words + 2 * f.px(8));
    Box box{x, y, width, height};
    Frame::Press press = f.item(option, box);
    Colour fill = option.on ? mixed(t.accent, t.card, 0.10f) : t.card;
    if (press.hovered && option.enabled) fill = mixed(t.ink, fill, press.held ? 0.12f : 0.06f);
    f.fill(box, fill, f.px(8));
    f.border(box, option.on ? t.accent : t.line, f.px(8));
    bool faint = !option.enabled && !option.on;
    mark(f, choice.one, option.on, x + pad, y + (height - f.em(18)) / 2,
         option.on ? t.accent
         : faint   ? t.line
                   : t.soft);
    f.paragraph(style, x + indent, y + (height - words) / 2, width - indent - pad, option.label,
                faint ? t.soft : t.ink);
    f.focus_ring(option.id, box, f.px(8));
    y += height + f.px(8);
  }
  return y - top - f.px(8);
}

float draw_choice(Frame& f, const LessonChoice& choice, float x, float y, float width) {
  float top = y;
  if (!choice.label.empty())
    y += f.paragraph(style::small, x, y, width, choice.label, f.theme().soft) + f.px(4);
  y += choice.rows ? rows(f, choice, x, y, width) : chips(f, choice.options, x, y, width, f.theme().accent);
  return y - top;
}

float draw_order(Frame& f, const LessonOrder& order, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, size = f.target(32);
  y += f.paragraph(style::small, x, y, width, order.label, t.soft) + f.px(4);
  if (!order.empty.empty()) {
    float height = f.paragraph_height(style::body, width - f.px(24), order.empty) + f.px(24);
    f.border({x, y, width, height}, t.line, f.px(8), 1, true);
    f.paragraph(style::body, x + f.px(12), y + f.px(12), width - f.px(24), order.empty, t.soft);
    y += height + f.px(8);
  }
  for (const LessonOrder::Place& place : order.places) {
    float room = width - 3 * size - f.px(28);
    // Where a word has no room beside the buttons they stand below.
    bool below = widest_word(f, style::strong, place.name) > room;
    if (below) room = width - f.px(24);
    float words = f.paragraph_height(style::strong, room, place.name), under = below ? size + f.px(4) : 0,
          height = std::max(size + f.px(8), words + f.px(16) + under), line = height - under;
    Box box{x, y, width, height};
    f.fill(box, mixed(t.accent, t.card, 0.07f), f.px(8));
    f.border(box, t.line, f.px(8));
    f.paragraph(style::strong, x + f.px(12), y + (line - words) / 2, room, place.name, t.ink);
    float right = x + width - f.px(4) - 3 * size, middle = below ? y + line : y + (height - size) / 2;
    icon_button(f, place.up, Icon::chevron_up, right, middle, size);
    icon_button(f, place.down, Icon::chevron_down, right + size, middle, size);
    icon_button(f, place.remove, Icon::close, right + 2 * size, middle, size);
    y += height + f.px(8);
  }
  if (!order.rest.empty()) {
    y += f.px(4);
    y += f.paragraph(style::small, x, y, width, order.rest_label, t.soft) + f.px(4);
    y += chips(f, order.rest, x, y, width, t.accent);
  }
  return y - top;
}

Icon icon_of(LessonPoint::Came came) {
  switch (came) {
    case LessonPoint::Came::found:
      return Icon::check;
    case LessonPoint::Came::partly:
      return Icon::pencil;
    case LessonPoint::Came::missed:
      return Icon::search;
    case LessonPoint::Came::extra:
      return Icon::plus;
    case LessonPoint::Came::told:
      return Icon::note;
  }
  return Icon::note;
}

}  // namespace

float draw_points(Frame& f, const std::vector<LessonPoint>& points, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, indent = f.em(26);
  for (const LessonPoint& point : points) {
    f.icon(icon_of(point.came), x, y + f.em(1), 18, t.accent);
    std::vector<Span> spans;
    std::string label = point.label.empty() ? "" : point.label + ":";
    if (!label.empty()) spans = {{label, style::strong, t.ink}, {" ", style::body, t.ink}};
    spans.push_back({point.text, style::body, t.ink});
    y += f.paragraph(x + indent, y, width - indent, spans) + f.px(8);
  }
  return y - top - (points.empty() ? 0 : f.px(8));
}

float draw_part(Frame& f, const LessonPart& part, float x, float y, float width) {
  const Theme& t = f.theme();
  float pad = f.px(16), inner = width - 2 * pad, left = x + pad;
  auto inside = [&](float at) {
    float from = at;
    bool first = true;
    auto gap = [&] {
      if (!first) at += f.px(8);
      first = false;
    };
    auto words = [&](const std::string& text, Style style, Colour colour) {
      if (text.empty()) return;
      gap();
      at += f.paragraph(style, left, at, inner, text, colour);
    };
    words(part.title, style::heading, t.ink);
    words(part.quote, style::quote, t.ink);
    words(part.details, style::small, t.soft);
    if (!part.points.empty()) gap(), at += draw_points(f, part.points, left, at, inner);
    if (!part.actions.empty()) gap(), at += buttons(f, part.actions, left, at, inner);
    for (const LessonChoice& choice : part.choices) gap(), at += draw_choice(f, choice, left, at, inner);
    if (part.order) gap(), at += draw_order(f, *part.order, left, at, inner);
    return at - from;
  };
  float height = 2 * pad + f.measure([&] { return inside(y + pad); });
  Box box{x, y, width, height};
  card(f, box, t.line, false);
  f.place("part:" + part.id, box);
  inside(y + pad);
  return height;
}

}  // namespace who_says::ui
