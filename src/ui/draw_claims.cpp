#include <algorithm>

#include "ui/underline.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {
namespace {

constexpr float kGap = 16;

float legend(Frame& f, const std::vector<LegendItem>& items, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, pen = x, least = f.target(24), row = least, sample = f.em(22), indent = sample + f.px(8);
  for (const LegendItem& item : items) {
    float label = f.text_width(style::small, item.label),
          count = f.text_width(style::small_strong, item.count), space = f.em(4);
    float w = indent + label + space + count;
    if (pen > x && pen + w > x + width) {
      pen = x;
      y += row;
    }
    if (w > width) label -= w - width, w = width;
    float lines = f.paragraph_height(style::small, label + 1, item.label);
    row = std::max(least, lines);
    Box box{pen - f.px(4), y, w + f.px(8), row};
    Frame::Press press = f.item(item.action, box);
    if (item.action.on || press.hovered)
      f.fill(box, mixed(t.ink, t.panel, item.action.on ? 0.12f : 0.06f), f.px(corner::small));
    float line = y + (row - f.line_height(style::small)) / 2;
    // The line that its claims have in the article.
    draw_underline(f, item.hue, false, pen, pen + sample, y + row / 2 - f.em(1), pen);
    f.paragraph(style::small, pen + indent, y + (row - lines) / 2, label + 1, item.label,
                item.action.on ? t.ink : t.soft);
    f.text_line(style::small_strong, pen + indent + label + space, line, count + 1, item.count, t.ink);
    f.focus_ring(item.action.id, box, f.px(corner::small));
    pen += w + f.px(16);
  }
  return y + row - top;
}

/// The first line of a card: picture, kind, and at the right, or below, how it is given or a pill.
float kind_line(Frame& f, const CardModel& c, float x, float y, float width) {
  const Theme& t = f.theme();
  bool pill = !c.badge.empty();
  Style style = pill ? style::tiny : style::small;
  const std::string& info = pill ? c.badge : c.directness;
  float height = std::max(f.line_height(style::small), f.em(22)), left = f.em(26), pad = pill ? f.px(8) : 0,
        room = width - left, right = f.text_width(style, info) + 2 * pad;
  f.icon(c.icon, x, y + (height - f.em(18)) / 2, 18, t.hue(c.hue));
  bool one_line = f.text_width(style::small_strong, c.kind) + f.px(8) + right <= room;
  float kind = f.paragraph_height(style::small_strong, room, c.kind);
  float drop = (height - f.line_height(style::small)) / 2;
  f.paragraph(style::small_strong, x + left, y + drop, room, c.kind, t.hue(c.hue));
  if (info.empty()) return std::max(height, kind + 2 * drop);
  if (one_line) {
    left = width - right;
  } else {
    right = std::min(right, room);
    y += std::max(height, kind + drop);
  }
  float lines = std::max(height, f.paragraph_height(style, right - 2 * pad, info) + (pill ? f.em(4) : 0));
  if (pill) f.border({x + left, y, right, lines}, t.line, height / 2);
  float words = f.paragraph_height(style, right - 2 * pad + 1, info);
  f.paragraph(style, x + left + pad, y + (lines - words) / 2, right - 2 * pad + 1, info, t.soft);
  return one_line ? std::max(height, kind + 2 * drop) : std::max(height, kind + drop) + lines;
}

/// Everything in a card; called once out of sight for the height, then to draw.
float card_inside(Frame& f, const CardModel& c, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  y += kind_line(f, c, x, y, width) + f.px(8);
  y += f.paragraph(style::quote, x, y, width, c.quote, t.ink);
  if (!c.anchor.empty())
    y += f.px(8) + f.paragraph(style::small_italic, x, y + f.px(8), width, c.anchor, t.soft);
  y += f.px(8);
  if (c.opened) {
    y += draw_claim(f, c.detail, x, y, width);
  } else {
    std::vector<Span> who;
    if (!c.who.empty()) {
      who.push_back({c.who, style::strong, t.ink});
      if (!c.who_details.empty()) who.push_back({" · ", style::body, t.soft});
    }
    who.push_back({c.who_details, style::body, t.soft});
    y += f.paragraph(x, y, width, who);
    if (!c.actions.empty()) y += f.px(12) + buttons(f, c.actions, x, y + f.px(12), width);
  }
  return y - top;
}

/// The search field and, beside or below it, the filter's button. Returns the height.
float search_row(Frame& f, const ClaimsModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  float row = field_height(f), filter = f.text_width(style::body, model.filter_button.label) + f.px(24),
        beside = width - filter - f.px(8);
  bool one_row = hint_fits(f, model.search, beside);
  float field = input(f, model.search, x, y, one_row ? beside : width);
  if (!one_row) y += field + f.px(8);
  Box box{one_row ? x + width - filter : x, y, filter, row};
  Frame::Press press = f.item(model.filter_button, box);
  f.fill(box, press.hovered || model.filters_open ? mixed(t.ink, t.card, 0.06f) : t.card, f.px(8));
  f.border(box, t.line, f.px(8));
  f.text_line(style::body, box.x + f.px(12), box.y + (row - f.line_height(style::body)) / 2, filter,
              model.filter_button.label, t.ink);
  f.focus_ring(model.filter_button.id, box, f.px(8));
  return y + row - top;
}

}  // namespace

float draw_card(Frame& f, const CardModel& c, float x, float y, float width) {
  const Theme& t = f.theme();
  float pad_x = f.px(16), pad_y = f.px(16);
  float height =
      2 * pad_y + f.measure([&] { return card_inside(f, c, x + pad_x, y + pad_y, width - 2 * pad_x); });
  Box box{x, y, width, height};
  if (c.opened) f.place("card:" + c.id, box);
  // The whole closed card opens it; of an open one, what stands above the chain.
  float press_height = height;
  if (c.opened || !c.actions.empty())
    press_height = pad_y + f.measure([&] { return kind_line(f, c, x, y, width - 2 * pad_x); }) + f.px(8) +
                   f.paragraph_height(style::quote, width - 2 * pad_x, c.quote) + f.px(4);
  if (!f.visible(y, height)) {
    f.place(c.open.id, {x, y, width, press_height});
    card_inside(f, c, x + pad_x, y + pad_y,
                width - 2 * pad_x);  // out of sight: only says where its items are
    return height;
  }
  Colour edge = c.opened    ? mixed(t.hue(c.hue), t.line, 0.55f)
                : c.pointed ? mixed(t.hue(c.hue), t.line, 0.35f)
                            : t.line;
  card(f, box, edge, c.suggested);
  Frame::Press press = f.item(c.open, {x, y, width, press_height});
  if ((press.hovered || c.pointed) && !c.opened)
    f.fill({x + f.px(1), y + f.px(1), width - f.px(2), height - f.px(2)}, mixed(t.ink, t.card, 0.025f),
           f.px(corner::inside_card));
  if (press.hovered && !c.pointed && !c.alone) {
    Command point;
    point.verb = Verb::point_claim;
    point.id = c.id;
    f.queue(std::move(point));
  }
  card_inside(f, c, x + pad_x, y + pad_y, width - 2 * pad_x);
  f.focus_ring(c.open.id, box, f.px(corner::card));
  return height;
}

float draw_claims(Frame& f, const ClaimsModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, gap = f.px(kGap);
  if (!model.strip.empty()) {
    Box box{x, y, width, f.px(24)};
    strip(f, model.strip, box, false);
    f.place("strip", box);
    y += box.height + f.px(8);
  }
  if (!model.legend.empty()) y += legend(f, model.legend, x, y, width) + gap;

  if (!model.search.id.empty()) y += search_row(f, model, x, y, width) + gap;
  if (model.filters_open) {
    for (const FilterGroup& group : model.filters) {
      y += f.paragraph(style::small, x, y, width, group.label, t.soft) + f.px(4);
      y += chips(f, group.options, x, y, width, t.accent) + f.px(12);
    }
    y += f.px(4);
  }
  if (!model.found.empty()) {
    float height = f.target(28), clear = f.text_width(style::small, model.clear_filters.label),
          line = (height - f.line_height(style::small)) / 2;
    if (f.text_width(style::small, model.found) + f.px(8) + clear > width) {
      y += f.paragraph(style::small, x, y + line, width, model.found, t.soft) + line;
      clear = width;
    } else {
      f.text_line(style::small, x, y + line, width, model.found, t.soft);
    }
    link_button(f, model.clear_filters, x + width - clear, y + (height - f.target(24)) / 2, width);
    y += height + f.px(8);
  }
  if (!model.empty.empty()) y += f.paragraph(style::body, x, y, width, model.empty, t.soft) + gap;
  if (!model.earlier.id.empty()) y += buttons(f, {model.earlier}, x, y, width) + gap;
  for (const CardModel& c : model.cards)
    y += f.part(
             y, f.same_layout() || (!c.opened && c.actions.empty()) ? c.since : ~uint64_t{0},
             [&] { return draw_card(f, c, x, y, width); },
             [&](float height) {
               f.place(c.open.id, {x, y, width, height});
             }) +
         gap;
  if (!model.more.id.empty()) y += buttons(f, {model.more}, x, y, width) + gap;
  return y - top - (model.cards.empty() ? 0 : gap);
}

}  // namespace who_says::ui
