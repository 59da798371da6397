#include <algorithm>

#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {
namespace {

/// A titled card around `inside(x, y, width) -> height`.
template <class F>
float titled(Frame& f, const std::string& title, float x, float y, float width, F inside) {
  float pad_x = f.px(16), pad_y = f.px(16), inner = width - 2 * pad_x;
  float head = f.paragraph_height(style::heading, inner, title) + f.px(8);
  float height = 2 * pad_y + head + f.measure([&] { return inside(x + pad_x, y + pad_y + head, inner); });
  card(f, {x, y, width, height}, f.theme().line, false);
  f.paragraph(style::heading, x + pad_x, y + pad_y, inner, title, f.theme().ink);
  inside(x + pad_x, y + pad_y + head, inner);
  return height;
}

/// A row that may open something: shade under the pointer, ring for the focus.
Frame::Press row_item(Frame& f, const Action& action, Box box) {
  Frame::Press press = f.item(action, box);
  if (press.hovered) f.fill(box, mixed(f.theme().ink, f.theme().card, 0.05f), f.px(corner::small));
  f.focus_ring(action.id, box, f.px(corner::small));
  return press;
}

float kinds(Frame& f, const std::vector<BarRow>& rows, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, label = 0, word = 0, count = 0;
  for (const BarRow& row : rows) {
    label = std::max(label, f.text_width(style::body, row.label));
    count = std::max(count, f.text_width(style::small, row.count));
    word = std::max(word, widest_word(f, style::body, row.label));
  }
  label = std::min(label + f.px(12), width * 0.48f);
  // Where a word has no room beside its bar, the bar stands below.
  bool below = word > label - f.px(8);
  float bar_height = f.em(10), left = below ? 0 : label,
        room = below ? width - count - f.px(16) : label - f.px(8),
        longest = below ? width : width - label - count - f.px(16);
  for (const BarRow& row : rows) {
    float lines = f.paragraph_height(style::body, room, row.label), under = below ? bar_height + f.px(8) : 0,
          height = std::max(f.target(28), lines + f.px(8) + under), line = height - under;
    row_item(f, row.action, {x - f.px(8), y, width + f.px(16), height});
    f.paragraph(style::body, x, y + (line - lines) / 2, room, row.label, t.ink);
    Box box{x + left, y + (height - bar_height) / 2, std::max(f.px(4), longest * row.share), bar_height};
    if (below) box.y = y + line;
    bar(f, box, row.hue);
    float w = f.text_width(style::small, row.count);
    f.text_line(style::small, x + width - w, y + (line - f.line_height(style::small)) / 2, w + 1, row.count,
                t.soft);
    y += height;
  }
  return y - top;
}

float words(Frame& f, const ProfileModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, height = f.target(24), bar_height = f.em(18), pen = x, gap = f.px(2);
  // What can be pressed has the width of a target; the others share what that leaves.
  float room = width - gap * static_cast<float>(model.words.size()), shares = 0;
  auto least = [&](const Segment& segment) { return segment.action.id.empty() ? f.px(4) : f.px(24); };
  auto is_small = [&](const Segment& segment) { return segment.share * width < least(segment) + gap; };
  for (const Segment& segment : model.words)
    if (is_small(segment))
      room -= least(segment);
    else
      shares += segment.share;
  for (const Segment& segment : model.words) {
    float w = is_small(segment) ? least(segment) : segment.share / shares * room;
    Box box{pen, y + (height - bar_height) / 2, w, bar_height};
    Frame::Press press = f.item(segment.action, {pen, y, w, height});
    switch (segment.fill) {
      case Segment::Fill::strong:
        f.fill(box, t.accent, f.px(4));
        break;
      case Segment::Fill::medium:
        f.fill(box, mixed(t.accent, t.card, 0.45f), f.px(4));
        break;
      case Segment::Fill::hatch:
        f.hatch(box, t.hue(Hue::none));
        break;
      case Segment::Fill::empty:
        f.fill(box, mixed(t.ink, t.card, 0.09f), f.px(4));
        break;
    }
    if (press.hovered) f.border(box, t.ink, f.px(4));
    f.focus_ring(segment.action.id, box, f.px(4));
    pen += w + gap;
  }
  y += height + f.px(4);
  y += f.paragraph(style::small, x, y, width, model.words_line, t.soft);
  return y - top;
}

float depth(Frame& f, const ProfileModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, high = f.px(48), gap = f.px(8), label = f.line_height(style::tiny);
  float each = std::min(f.em(44), (width - gap * static_cast<float>(model.depth.size())) /
                                      static_cast<float>(std::max<size_t>(1, model.depth.size())));
  float pen = x;
  for (const Column& column : model.depth) {
    Box whole{pen, y, each, label + high + label + f.px(4)};
    Frame::Press press = f.item(column.action, whole);
    float tall = std::max(column.share > 0 ? f.px(3) : f.px(1), high * column.share);
    Box box{pen, y + label + high - tall, each, tall};
    f.fill(box, press.hovered ? t.accent : mixed(t.accent, t.card, 0.85f), std::min(f.px(4), tall / 2));
    auto centred = [&](const std::string& text, float at, Colour colour) {
      float w = f.text_width(style::tiny, text);
      f.text_line(style::tiny, pen + (each - w) / 2, at, w + 1, text, colour);
    };
    centred(column.count, y + label + high - tall - label, t.ink);
    centred(column.label, y + label + high + f.px(4), t.soft);
    f.focus_ring(column.action.id, whole, f.px(4));
    pen += each + gap;
  }
  y += label + high + label + f.px(12);
  y += f.paragraph(style::small, x, y, width, model.depth_line, t.soft);
  return y - top;
}

float facts(Frame& f, const std::vector<Fact>& list, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  for (const Fact& fact : list) {
    std::vector<Span> spans = {{fact.text, style::small, t.soft}};
    if (!fact.strong.empty()) {
      spans.push_back({" ", style::small, t.soft});
      spans.push_back({fact.strong, style::small_strong, t.ink});
    }
    float chevron = fact.action.id.empty() ? 0 : f.em(18);
    float text = f.measure([&] { return f.paragraph(x, y, width - chevron, spans); });
    float height = fact.action.id.empty() ? text + f.px(4) : std::max(f.target(24), text + f.px(4));
    row_item(f, fact.action, {x - f.px(8), y, width + f.px(16), height});
    f.paragraph(x, y + (height - text) / 2, width - chevron, spans);
    if (chevron > 0)
      f.icon(Icon::chevron_right, x + width - f.em(12), y + (height - f.em(12)) / 2, 12, t.soft);
    y += height;
  }
  return y - top;
}

}  // namespace

float draw_profile(Frame& f, const ProfileModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, gap = f.px(16);
  if (!model.empty.empty()) return f.paragraph(style::body, x, y, width, model.empty, t.soft);
  y += titled(f, model.kinds_title, x, y, width,
              [&](float a, float b, float w) { return kinds(f, model.kinds, a, b, w); }) +
       gap;
  y += titled(f, model.place_title, x, y, width,
              [&](float a, float b, float w) {
                Box box{a, b, w, f.px(20)};
                strip(f, model.strip, box, true);
                f.place("strip", box);
                return box.height;
              }) +
       gap;
  y += titled(f, model.words_title, x, y, width,
              [&](float a, float b, float w) { return words(f, model, a, b, w); }) +
       gap;
  y += titled(f, model.depth_title, x, y, width,
              [&](float a, float b, float w) { return depth(f, model, a, b, w); }) +
       gap;
  for (const FactGroup& group : model.facts)
    y += titled(f, group.title, x, y, width,
                [&](float a, float b, float w) { return facts(f, group.facts, a, b, w); }) +
         gap;
  y += f.paragraph(style::small, x, y, width, model.caution, t.soft);
  return y - top;
}

}  // namespace who_says::ui
