#include <algorithm>

#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {
namespace {

/// Where a source's words stand in its card: beside its mark, or below where a word of its name would have no room there.
struct WordsColumn {
  bool below;
  float left, width;
};
WordsColumn words_column(Frame& f, const SourceRow& row, float width) {
  float mark = f.em(30) + f.px(12), count = f.text_width(style::small, row.count) + f.px(8);
  bool below = widest_word(f, style::strong, row.name) > width - mark - count;
  return {below, below ? 0 : mark, below ? width : width - mark};
}

float row_inside(Frame& f, const SourceRow& row, float x, float y, float width) {
  const Theme& t = f.theme();
  WordsColumn column = words_column(f, row, width);
  float top = y, mark = f.em(30), left = x + column.left, inner = column.width;
  Box square{x, y + f.px(1), mark, mark};
  if (row.nobody) {
    f.hatch(square, t.hue(Hue::none));
  } else {
    f.fill(square, t.hue(row.hue), f.px(8));
    float w = f.text_width(style::strong, row.initial);
    f.text_line(style::strong, square.x + (mark - w) / 2,
                square.y + (mark - f.line_height(style::strong)) / 2, mark, row.initial, t.panel);
  }
  float count = f.text_width(style::small, row.count);
  f.text_line(style::small, x + width - count, y + f.px(1), count + 1, row.count, t.soft);
  if (column.below) y += mark + f.px(8);
  y += f.paragraph(style::strong, left, y, column.below ? inner : inner - count - f.px(8), row.name, t.ink);
  for (const std::string& line : row.lines) y += f.paragraph(style::small, left, y, inner, line, t.soft);
  y += f.px(8);
  strip(f, row.ticks, {left, y, inner, f.px(8)}, true);
  y += f.px(8);
  if (!row.claims.empty()) y += f.px(8);
  for (const Action& claim : row.claims) {
    float text = f.paragraph_height(style::body, inner - f.px(12), claim.label),
          height = std::max(f.target(24), text + f.px(8));
    Box box{left - f.px(8), y, inner + f.px(8), height};
    Frame::Press press = f.item(claim, box);
    if (press.hovered) f.fill(box, mixed(t.ink, t.card, 0.05f), f.px(corner::small));
    f.paragraph(style::body, left, y + (height - text) / 2, inner - f.px(12), claim.label, t.accent);
    f.focus_ring(claim.id, box, f.px(corner::small));
    y += height;
  }
  return y - top;
}

float draw_row(Frame& f, const SourceRow& row, float x, float y, float width) {
  const Theme& t = f.theme();
  float pad_x = f.px(16), pad_y = f.px(16);
  float height =
      2 * pad_y + f.measure([&] { return row_inside(f, row, x + pad_x, y + pad_y, width - 2 * pad_x); });
  float press_height = height;
  float room = words_column(f, row, width - 2 * pad_x).width - f.px(12);
  if (row.opened)
    for (const Action& claim : row.claims)
      press_height -= std::max(f.target(24), f.paragraph_height(style::body, room, claim.label) + f.px(8));
  press_height = std::max(press_height, f.px(32));
  if (!f.visible(y, height)) {
    f.place(row.open.id, {x, y, width, press_height});
    row_inside(f, row, x + pad_x, y + pad_y,
               width - 2 * pad_x);  // out of sight: only says where its items are
    return height;
  }
  card(f, {x, y, width, height}, row.opened ? mixed(t.hue(row.hue), t.line, 0.5f) : t.line, row.nobody);
  Frame::Press press = f.item(row.open, {x, y, width, press_height});
  if (press.hovered)
    f.fill({x + f.px(1), y + f.px(1), width - f.px(2), height - f.px(2)}, mixed(t.ink, t.card, 0.025f),
           f.px(corner::inside_card));
  row_inside(f, row, x + pad_x, y + pad_y, width - 2 * pad_x);
  f.focus_ring(row.open.id, {x, y, width, height}, f.px(corner::card));
  return height;
}

}  // namespace

float draw_sources(Frame& f, const SourcesModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, gap = f.px(16);
  if (!model.search.id.empty()) {
    y += input(f, model.search, x, y, width) + f.px(8);
    y += segments(f, model.order, x, y, width) + gap;
  }
  if (!model.empty.empty()) y += f.paragraph(style::body, x, y, width, model.empty, t.soft) + gap;
  for (const SourceRow& row : model.rows) y += f.part(y, [&] { return draw_row(f, row, x, y, width); }) + gap;
  return y - top - (model.rows.empty() ? 0 : gap);
}

}  // namespace who_says::ui
