#include <algorithm>

#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {

float draw_detection(Frame& f, const DetectionModel& model, float x, float y, float width) {
  if (model.text.empty()) return 0;
  const Theme& t = f.theme();
  float pad = f.px(16), text = x + pad + f.em(26), inner = width - 2 * pad - f.em(26), top = y;
  auto inside = [&](float at) {
    float from = at;
    at += f.paragraph(style::strong, text, at, inner, model.text, t.ink);
    if (model.running) {
      at += f.px(8);
      progress(f, model.share, {text, at, inner, f.px(4)});
      at += f.px(4);
    }
    if (!model.details.empty())
      at += f.px(4) + f.paragraph(style::small, text, at + f.px(4), inner, model.details, t.soft);
    if (!model.actions.empty()) at += f.px(12) + buttons(f, model.actions, text, at + f.px(12), inner);
    return at - from;
  };
  float height = 2 * pad + f.measure([&] { return inside(y + pad); });
  // Dashed, as everything is that the engine says.
  Box box{x, y, width, height};
  f.fill(box, t.card, f.px(corner::card));
  f.border(box, mixed(t.accent, t.card, 0.5f), f.px(corner::card), 1, true);
  f.icon(model.problem   ? Icon::warning
         : model.running ? Icon::search
                         : Icon::note,
         x + pad, y + pad + f.em(1), 18, t.accent);
  inside(y + pad);
  return y + height + f.px(16) - top;
}

float draw_review(Frame& f, const ReviewModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  if (model.finished) {
    y += f.paragraph(style::heading, x, y, width, model.end, t.ink) + f.px(16);
  } else {
    if (!model.counts.empty()) y += f.paragraph(style::small, x, y, width, model.counts, t.soft) + f.px(8);
    if (!model.decided.empty())
      y += f.paragraph(style::small_strong, x, y, width, model.decided, t.ink) + f.px(8);
    y += draw_card(f, model.card, x, y, width) + f.px(16);
  }
  y += buttons(f, model.finished ? model.more : model.steps, x, y, width) + f.px(8);
  y += buttons(f, model.finished ? model.steps : model.more, x, y, width) + f.px(16);
  if (!model.help.empty()) y += f.paragraph(style::small, x, y, width, model.help, t.soft);
  return y - top;
}

}  // namespace who_says::ui
