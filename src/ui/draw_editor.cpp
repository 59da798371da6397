#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {

float draw_editor(Frame& f, const EditorModel& model, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, pad_x = f.px(16), pad_y = f.px(16), gap = f.px(16);
  auto label = [&](const std::string& text) {
    y += f.paragraph(style::small, x, y, width, text, t.soft) + f.px(4);
  };

  float inner = width - 2 * pad_x;
  auto inside = [&](float at) {
    float from = at;
    at += f.paragraph(style::quote, x + pad_x, at, inner, model.quote, t.ink) + f.px(8);
    at += f.paragraph(style::small, x + pad_x, at, inner, model.quote_info, t.soft);
    if (!model.edges.empty()) at += f.px(8) + chips(f, model.edges, x + pad_x, at + f.px(8), inner, t.accent);
    return at - from;
  };
  float height = 2 * pad_y + f.measure([&] { return inside(y + pad_y); });
  card(f, {x, y, width, height}, t.line, false);
  inside(y + pad_y);
  y += height + gap;

  label(model.source.label);
  y += input(f, model.source, x, y, width) + f.px(4);
  y += f.paragraph(style::small, x, y, width, model.source_info, t.soft);
  if (!model.sources.empty()) y += f.px(8) + chips(f, model.sources, x, y + f.px(8), width, t.accent);
  y += gap;

  for (const EditorModel::Choice& choice : model.choices) {
    label(choice.label);
    if (choice.segmented) {
      y += segments(f, choice.options, x, y, width) + gap;
      continue;
    }
    std::vector<Action> options = choice.options;
    if (!choice.more.id.empty()) options.push_back(choice.more);
    y += chips(f, options, x, y, width, t.accent) + gap;
  }

  if (model.chain.size() > 1) {
    label(model.chain_label);
    y += chain(f, model.chain, x, y, width) + gap;
  }
  label(model.note.label);
  y += input(f, model.note, x, y, width) + gap;
  if (!model.why.empty()) {
    float why = f.paragraph(style::small, x + f.px(12), y, width - f.px(12), model.why, t.soft);
    f.fill({x, y, f.px(3), why}, t.line);
    y += why + gap;
  }
  y += buttons(f, model.actions, x, y, width);
  return y - top;
}

}  // namespace who_says::ui
