#include <algorithm>

#include "app/exercise/model.h"
#include "ui/exercise/parts.h"
#include "ui/lesson.h"
#include "ui/widgets.h"

namespace who_says::ui {
namespace {

/// Paragraphs below each other.
float paragraphs(Frame& f, const std::vector<std::string>& lines, Style style, Colour colour, float x,
                 float y, float width) {
  float top = y;
  for (const std::string& line : lines) y += f.paragraph(style, x, y, width, line, colour) + f.px(8);
  return y - top;
}

float draw_hints(Frame& f, const LessonModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  for (const std::string& hint : model.hints) {
    float height = f.paragraph(style::body, x + f.em(26), y, width - f.em(26), hint, t.ink);
    f.icon(Icon::note, x, y + f.em(1), 18, t.accent);
    y += height + f.px(8);
  }
  if (!model.hint.id.empty()) y += buttons(f, {model.hint}, x, y, width) + f.px(8);
  return y - top;
}

float draw_fields(Frame& f, const std::vector<LessonField>& fields, float x, float y, float width) {
  float top = y, indent = f.em(26);
  for (const LessonField& field : fields) {
    y += f.paragraph(style::small, x, y, width, field.label, f.theme().soft) + f.px(4);
    // Above the field: whoever is led there has read it.
    if (!field.problem.empty()) {
      f.icon(Icon::warning, x, y + f.em(1), 18, f.theme().accent);
      y += f.paragraph(style::body, x + indent, y, width - indent, field.problem, f.theme().ink) + f.px(8);
    }
    y += input(f, field, x, y, width) + f.px(16);
    if (!field.button.id.empty()) y += buttons(f, {field.button}, x, y - f.px(8), width) + f.px(8);
  }
  return y - top;
}

float draw_result(Frame& f, const LessonModel& model, float x, float y, float width) {
  if (model.result.empty()) return 0;
  const Theme& t = f.theme();
  float pad = f.px(16), inner = width - 2 * pad, top = y;
  auto inside = [&](float at) {
    float from = at;
    at += f.paragraph(style::heading, x + pad, at, inner, model.result, t.ink);
    if (!model.points.empty()) at += f.px(8) + draw_points(f, model.points, x + pad, at + f.px(8), inner);
    return at - from;
  };
  float height = 2 * pad + f.measure([&] { return inside(y + pad); });
  Box box{x, y, width, height};
  f.fill(box, mixed(t.accent, t.card, 0.07f), f.px(corner::card));
  f.border(box, mixed(t.accent, t.card, 0.5f), f.px(corner::card));
  inside(y + pad);
  f.place("lesson-result", box);
  return y + height + f.px(16) - top;
}

}  // namespace

float draw_lesson_header(Frame& f, const LessonModel& model, float x, float y, float width) {
  ReviewModel header;
  header.title = model.title;
  header.position = model.position;
  header.done = model.done;
  return draw_review_header(f, header, x, y, width);
}

float draw_lesson(Frame& f, const LessonModel& model, TextDrag& drag, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  f.place("lesson-heading", {x, y, width, f.line_height(style::title)});
  y += f.paragraph(style::title, x, y, width, model.heading, t.ink) + f.px(8);
  y += paragraphs(f, model.lines, style::body, t.ink, x, y, width);
  y += paragraphs(f, model.asides, style::small, t.soft, x, y, width);
  y += draw_hints(f, model, x, y, width) + f.px(4);
  y += draw_result(f, model, x, y, width);
  if (!model.text_button.id.empty()) y += buttons(f, {model.text_button}, x, y, width) + f.px(12);
  if (model.text) {
    if (!model.text_title.empty())
      y += f.paragraph(style::article_heading, x, y, width, model.text_title, t.ink) + f.px(8);
    y += draw_text(f, *model.text, drag, x, y, width) + f.px(16);
  }
  if (!model.parts_label.empty())
    y += f.paragraph(style::strong, x, y, width, model.parts_label, t.ink) + f.px(8);
  for (const LessonPart& part : model.parts) y += draw_part(f, part, x, y, width) + f.px(12);
  if (!model.parts.empty()) y += f.px(4);
  y += draw_fields(f, model.fields, x, y, width);
  y += buttons(f, model.steps, x, y, width) + f.px(16);
  if (!model.more.empty()) y += buttons(f, model.more, x, y, width);
  return y - top;
}

}  // namespace who_says::ui
