#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {

float draw_claim(Frame& f, const ClaimModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  for (const std::string& words : model.anchor_words)
    y += f.paragraph(style::small, x, y, width, words, t.soft) + f.px(4);
  if (!model.chain.empty()) y += chain(f, model.chain, x, y, width) + f.px(4);

  bool ruled = false;
  auto rule = [&] {
    if (ruled) return;
    ruled = true;
    f.line(x, y + f.px(4), x + width, y + f.px(4), t.line);
    y += f.px(16);
  };
  auto soft = [&](Style style, const std::string& text) {
    if (text.empty()) return;
    rule();
    y += f.paragraph(style, x, y, width, text, t.soft) + f.px(4);
  };
  std::string facts;
  for (const std::string& fact : model.facts) facts += (facts.empty() ? "" : " · ") + fact;
  soft(style::small, facts);
  for (const std::string& missing : model.not_stated) soft(style::small, missing);
  for (const RemarkModel& remark : model.remarks) {
    rule();
    float from = y;
    y += f.paragraph(style::body, x + f.px(12), y, width - f.px(12), remark.text, t.ink);
    y += f.paragraph(style::small, x + f.px(12), y, width - f.px(12), remark.byline, t.soft);
    f.fill({x, from + f.px(2), f.px(3), y - from - f.px(4)}, t.line);
    y += f.px(8);
  }
  soft(style::small, model.confidence);
  soft(style::small, model.why);
  if (!model.note.empty()) {
    rule();
    y += f.paragraph(style::body, x, y, width, model.note, t.ink) + f.px(4);
  }
  if (model.note_open) {
    rule();
    y += f.paragraph(style::small, x, y, width, model.note_field.label, t.soft) + f.px(4);
    y += input(f, model.note_field, x, y, width) + f.px(4);
  }
  if (!model.actions.empty()) y += f.px(8) + buttons(f, model.actions, x, y + f.px(8), width);
  if (!model.terms.open.id.empty()) y += f.px(8) + terms(f, model.terms, x, y + f.px(8), width);
  return y - top;
}

}  // namespace who_says::ui
