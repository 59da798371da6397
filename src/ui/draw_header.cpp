#include <algorithm>

#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {
namespace {

constexpr float kFootGap = 16;

/// Title at the left, what is said of it at the right, on one base line; or below it, where there is no room.
float title_line(Frame& f, const std::string& title, const std::string& info, float x, float y, float width) {
  const Theme& t = f.theme();
  float info_width = f.text_width(style::small, info), gap = f.px(12);
  if (f.text_width(style::title, title) + gap + info_width > width) {
    float height = f.paragraph(style::title, x, y, width, title, t.ink);
    return height + f.paragraph(style::small, x, y + height, width, info, t.soft);
  }
  f.text_line(style::title, x, y, width, title, t.ink);
  float drop = f.baseline(style::title, y) - f.baseline(style::small, y);
  f.text_line(style::small, x + width - info_width, y + drop, info_width + 1, info, t.soft);
  return f.line_height(style::title);
}

void draw_steps(Frame& f, const std::vector<Action>& tools, float right, float y, float size) {
  for (size_t i = tools.size(); i-- > 0;) {
    if (!is_step(tools[i])) continue;
    right -= size;
    icon_button(f, tools[i], tools[i].id == "undo" ? Icon::undo : Icon::redo, right, y, size);
  }
}

}  // namespace

float draw_header(Frame& f, const HeaderModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, left = x + side_of(f, width), inner = inner_of(f, width),
        tool_size = std::max(f.target(24), f.em(17) + f.px(12));
  float tools = 0, tabs = 0, gap = f.px(20), narrow_gap = f.px(8);
  for (const Action& tool : model.tools)
    if (is_step(tool)) tools += tool_size;
  // As if each were the chosen one: lines break in the same places whichever is.
  for (const Action& tab : model.tabs) tabs += f.text_width(style::strong, tab.label);
  float gaps = static_cast<float>(std::max<size_t>(1, model.tabs.size()));
  // Where all of it does not fit, the last tab goes on in a line with undo and redo.
  bool one_line = tabs + narrow_gap * gaps <= inner - tools;
  gap = std::clamp((inner - tabs - (one_line ? tools : 0)) / gaps, narrow_gap, gap);
  float right = left + inner + (tool_size - f.em(17)) / 2;

  y += f.px(16);
  y += title_line(f, model.title, model.summary, left, y, inner) + f.px(8);

  float tab_height = std::max(f.target(24), f.line_height(style::body) + f.px(16)), pen = left;
  auto next_line = [&] {
    pen = left;
    y += tab_height;
  };
  for (const Action& tab : model.tabs) {
    Style style = tab.on ? style::strong : style::body;
    float w = f.text_width(style, tab.label);
    float end = left + inner + 1 - (&tab == &model.tabs.back() ? tools : 0);
    if (pen > left && pen + f.text_width(style::strong, tab.label) > end) next_line();
    Box box{pen - gap / 2 + 1, y, w + gap - 2, tab_height};
    Frame::Press press = f.item(tab, box);
    f.text_line(style, pen, y + (tab_height - f.line_height(style)) / 2, w + 1, tab.label,
                tab.on || press.hovered ? t.ink : t.soft);
    if (tab.on) f.fill({pen, y + tab_height - f.px(2), w, f.px(2)}, t.accent);
    f.focus_ring(tab.id, {pen - f.px(4), y + f.px(3), w + f.px(8), tab_height - f.px(8)}, f.px(4));
    pen += w + gap;
  }
  if (tools > 0 && pen > left && pen - gap > left + inner + 1 - tools) next_line();
  draw_steps(f, model.tools, right, y + (tab_height - tool_size) / 2, tool_size);
  y += tab_height + f.px(4);
  f.line(x, y, x + width, y, t.line);
  return y + f.px(1) - top;
}

float draw_editor_header(Frame& f, const EditorModel& model, float x, float y, float width) {
  float top = y;
  y += f.px(16);
  y += title_line(f, model.title, model.state, x + side_of(f, width), y, inner_of(f, width)) + f.px(12);
  f.line(x, y, x + width, y, f.theme().line);
  return y + f.px(1) - top;
}

float draw_review_header(Frame& f, const ReviewModel& model, float x, float y, float width) {
  float top = y, left = x + side_of(f, width), inner = inner_of(f, width);
  y += f.px(16);
  y += title_line(f, model.title, model.position, left, y, inner) + f.px(12);
  progress(f, model.done, {left, y, inner, f.px(4)});
  y += f.px(16);
  f.line(x, y, x + width, y, f.theme().line);
  return y + f.px(1) - top;
}

float draw_notices(Frame& f, const std::vector<Notice>& notices, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  for (const Notice& notice : notices) {
    float pad = f.px(16), text = x + pad + f.em(26), inner = width - 2 * pad - f.em(26);
    auto inside = [&](float at) {
      float from = at;
      at += f.paragraph(style::strong, text, at, inner, notice.text, t.ink);
      if (!notice.details.empty())
        at += f.px(4) + f.paragraph(style::small, text, at + f.px(4), inner, notice.details, t.soft);
      if (!notice.actions.empty()) at += f.px(12) + buttons(f, notice.actions, text, at + f.px(12), inner);
      return at - from;
    };
    float height = 2 * pad + f.measure([&] { return inside(y + pad); });
    Box box{x, y, width, height};
    f.fill(box, mixed(t.accent, t.card, 0.07f), f.px(corner::card));
    f.border(box, mixed(t.accent, t.card, 0.5f), f.px(corner::card));
    Icon icon = notice.kind == Notice::Kind::done       ? Icon::check
                : notice.kind == Notice::Kind::conflict ? Icon::note
                                                        : Icon::warning;
    f.icon(icon, x + pad, y + pad + f.em(1), 18, t.accent);
    inside(y + pad);
    y += height + f.px(16);
  }
  return y - top;
}

std::vector<FootRow> foot_rows(Frame& f, const HeaderModel& model, float width) {
  std::vector<FootRow> rows;
  float used = 0, gap = f.px(kFootGap);
  for (size_t i = model.tools.size(); i-- > 0;) {
    const Action& tool = model.tools[i];
    if (is_step(tool)) continue;
    float wide = std::min(width, f.text_width(style::small, tool.label));
    bool fits = !rows.empty() && used + gap + wide <= width;
    if (!fits) rows.emplace(rows.begin());
    used = fits ? used + gap + wide : wide;
    FootRow& row = rows.front();
    row.tools.insert(row.tools.begin(), &tool);
    row.height = std::max(row.height, f.measure([&] { return link_button(f, tool, 0, 0, width).height; }));
  }
  return rows;
}

void draw_foot_row(Frame& f, const FootRow& row, float x, float y, float width) {
  for (const Action* tool : row.tools) x += link_button(f, *tool, x, y, width).width + f.px(kFootGap);
}

}  // namespace who_says::ui
