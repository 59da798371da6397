#include "ui/frame.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace who_says::ui {
namespace {

ImVec2 from(Box box) { return {box.x, box.y}; }
ImVec2 to(Box box) { return {box.right(), box.bottom()}; }

/// Bytes of the UTF-8 character at `at`.
size_t character(std::string_view text, size_t at) {
  uint8_t lead = static_cast<uint8_t>(text[at]);
  size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, text.size() - at);
}
/// Han, kana and Hangul: a line may break after any of them.
bool breaks_anywhere(std::string_view text, size_t at) {
  if (static_cast<uint8_t>(text[at]) < 0xE2 || text.size() - at < 3) return false;
  uint32_t code = (static_cast<uint32_t>(text[at]) & 0x0F) << 12 |
                  (static_cast<uint32_t>(text[at + 1]) & 0x3F) << 6 |
                  (static_cast<uint32_t>(text[at + 2]) & 0x3F);
  return (static_cast<uint8_t>(text[at]) & 0xF0) == 0xE0 &&
         ((code >= 0x3040 && code <= 0x30FF) || (code >= 0x4E00 && code <= 0x9FFF) ||
          (code >= 0xAC00 && code <= 0xD7A3));
}

/// The next word of `text` from `at`, without the space before it. Hyphens and dashes end a word, as a line may break there.
struct Word {
  std::string_view text;
  bool space = false;  ///< white space before it
};
bool next_word(std::string_view text, size_t& at, Word& out) {
  out.space = false;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t'))
    ++at, out.space = true;
  if (at >= text.size()) return false;
  size_t begin = at;
  while (at < text.size() && text[at] != ' ' && text[at] != '\n' && text[at] != '\t') {
    bool wide = breaks_anywhere(text, at), hyphen = text[at] == '-' && at > begin;
    bool dash = text.substr(at, 3) == "\xE2\x80\x94" || text.substr(at, 3) == "\xE2\x80\x93";
    if (wide && at > begin && !breaks_anywhere(text, begin)) break;
    at += character(text, at);
    if (wide || hyphen || dash) break;
  }
  out.text = text.substr(begin, at - begin);
  return true;
}

}  // namespace

Frame::Frame(const PanelModel& model, const FrameInput& input, Runs& runs, CommandQueue& queue,
             FrameOutput& output)
    : model_(model),
      runs_(runs),
      queue_(queue),
      output_(output),
      scale_(input.scale),
      font_scale_(model.appearance.font_scale),
      theme_(theme_of(model.appearance)),
      list_(ImGui::GetWindowDrawList()),
      atlas_(ImGui::GetIO().Fonts),
      clip_{0, 0, input.width, input.height},
      whole_(clip_) {}

float Frame::px(float css) const { return std::floor(css * scale_ + 0.5f); }
float Frame::target(float css) const { return px(std::max(css, model_.appearance.touch ? 44.0f : 24.0f)); }

// ---- text

float Frame::text_width(Style style, std::string_view text) {
  float size = font_size(style), space = runs_.advance(style.face, size, " "), width = 0;
  Word word;
  for (size_t at = 0; next_word(text, at, word);)
    width += (word.space && width > 0 ? space : 0) + runs_.advance(style.face, size, word.text);
  return width;
}

float Frame::baseline(Style style, float y) {
  FaceMetrics m = runs_.metrics(style.face, font_size(style));
  return std::floor(y + (line_height(style) - m.ascent - m.descent) / 2 + m.ascent + 0.5f);
}

void Frame::run(Style style, std::string_view text, float x, float base, Colour colour) {
  runs_.draw(list_, atlas_, style.face, font_size(style), text, x, base, colour);
}

float Frame::text_line(Style style, float x, float y, float width, std::string_view text, Colour colour) {
  float size = font_size(style), space = runs_.advance(style.face, size, " "), dots = 0, pen = 0,
        base = baseline(style, y);
  bool shown = visible(y, line_height(style));
  bool fits = text_width(style, text) <= width + 0.5f;
  if (!fits) dots = runs_.advance(style.face, size, "…");
  if (!fits && !measuring_) output_.cut.emplace_back(text);
  Word word;
  for (size_t at = 0; next_word(text, at, word);) {
    float advance = runs_.advance(style.face, size, word.text), gap = word.space && pen > 0 ? space : 0;
    if (!fits && pen + gap + advance + dots > width) {
      std::string part(word.text);  // as many characters of it as go in
      while (!part.empty() && pen + gap + runs_.advance(style.face, size, part) + dots > width) {
        size_t n = part.size() - 1;
        while (n > 0 && (static_cast<uint8_t>(part[n]) & 0xC0) == 0x80) --n;
        part.resize(n);
      }
      part += "…";
      if (shown) run(style, part, x + pen + gap, base, colour);
      return pen + gap + runs_.advance(style.face, size, part);
    }
    if (shown) run(style, word.text, x + pen + gap, base, colour);
    pen += gap + advance;
  }
  return pen;
}

float Frame::paragraph(float x, float y, float width, const std::vector<Span>& spans) {
  float pen = 0, top = y, height = 0;
  for (const Span& span : spans) height = std::max(height, line_height(span.style));
  bool any = false, glue = false;
  for (const Span& span : spans) {
    float size = font_size(span.style), space = runs_.advance(span.style.face, size, " ");
    Word word;
    for (size_t at = 0; next_word(span.text, at, word);) {
      std::string_view rest = word.text;
      float gap = (word.space || glue) && pen > 0 ? space : 0;
      glue = false;
      while (!rest.empty()) {
        std::string_view part = rest;
        float advance = runs_.advance(span.style.face, size, part);
        if (pen > 0 && pen + gap + advance > width) {
          pen = gap = 0;
          top += height;
        }
        if (advance > width) {  // longer than a line: cut between characters
          size_t n = 0, last = 0;
          while (n < rest.size()) {
            size_t next = n + character(rest, n);
            if (last && runs_.advance(span.style.face, size, rest.substr(0, next)) > width) break;
            last = n = next;
          }
          part = rest.substr(0, last);
          advance = runs_.advance(span.style.face, size, part);
        }
        if (visible(top, height))
          run(span.style, part, x + pen + gap,
              baseline(span.style, top + (height - line_height(span.style)) / 2), span.colour);
        pen += gap + advance;
        gap = 0;
        any = true;
        rest.remove_prefix(part.size());
      }
    }
    glue = !span.text.empty() && (span.text.back() == ' ' || span.text.back() == '\n');
  }
  return any ? top - y + height : 0;
}

float Frame::paragraph(Style style, float x, float y, float width, std::string_view text, Colour colour) {
  return paragraph(x, y, width, {{text, style, colour}});
}

float Frame::paragraph_height(Style style, float width, std::string_view text) {
  return measure([&] { return paragraph(style, 0, 0, width, text, 0); });
}

// ---- shapes

void Frame::fill(Box box, Colour colour, float radius) {
  if (visible(box.y, box.height) && box.width > 0 && box.height > 0)
    list_->AddRectFilled(from(box), to(box), colour, radius);
}

void Frame::border(Box box, Colour colour, float radius, float width, bool dashed) {
  if (!visible(box.y, box.height)) return;
  float w = std::max(1.0f, px(width)), h = w / 2;
  ImVec2 a(box.x + h, box.y + h), b(box.right() - h, box.bottom() - h);
  if (!dashed) return list_->AddRect(a, b, colour, std::max(0.0f, radius - h), 0, w);
  float dash = px(3), gap = px(3);
  auto run = [&](float x0, float y0, float x1, float y1) {
    float length = std::fabs(x1 - x0) + std::fabs(y1 - y0), dx = x1 > x0 ? 1 : 0, dy = y1 > y0 ? 1 : 0;
    for (float d = 0; d < length; d += dash + gap) {
      float e = std::min(length, d + dash);
      list_->AddRectFilled({x0 + dx * d - (dy > 0 ? h : 0), y0 + dy * d - (dx > 0 ? h : 0)},
                           {x0 + dx * e + (dy > 0 ? h : 0), y0 + dy * e + (dx > 0 ? h : 0)}, colour);
    }
  };
  run(a.x + radius, a.y, b.x - radius, a.y);
  run(a.x + radius, b.y, b.x - radius, b.y);
  run(a.x, a.y + radius, a.x, b.y - radius);
  run(b.x, a.y + radius, b.x, b.y - radius);
  for (int corner = 0; corner < 4; ++corner) {
    ImVec2 centre(corner == 0 || corner == 3 ? a.x + radius : b.x - radius,
                  corner < 2 ? a.y + radius : b.y - radius);
    list_->PathArcTo(centre, radius, 3.14159f + static_cast<float>(corner) * 1.5708f + 0.4f,
                     3.14159f + static_cast<float>(corner) * 1.5708f + 1.17f, 6);
    list_->PathStroke(colour, 0, w);
  }
}

void Frame::line(float x0, float y0, float x1, float y1, Colour colour, float width) {
  float w = std::max(1.0f, px(width));
  if (!visible(std::min(y0, y1) - w, std::fabs(y1 - y0) + 2 * w)) return;
  if (y0 == y1)
    list_->AddRectFilled({x0, y0}, {x1, y0 + w}, colour);
  else if (x0 == x1)
    list_->AddRectFilled({x0, y0}, {x0 + w, y1}, colour);
  else
    list_->AddLine({x0, y0}, {x1, y1}, colour, w);
}

void Frame::hatch(Box box, Colour colour) {
  if (!visible(box.y, box.height) || box.width <= 0) return;
  list_->PushClipRect(from(box), to(box), true);
  float step = px(8), width = std::max(1.5f, 2.6f * scale_);
  for (float x = box.x - box.height - step; x < box.right() + step; x += step)
    list_->AddLine({x, box.bottom() + 1}, {x + box.height + 2, box.y - 1}, colour, width);
  list_->PopClipRect();
}

void Frame::dot(float x, float y, float radius, Colour colour, Hue hue) {
  if (!visible(y - radius, 2 * radius)) return;
  if (hue != Hue::none) return list_->AddCircleFilled({x, y}, radius, colour, 20);
  for (float d : {-0.45f, 0.45f})
    list_->AddLine({x - radius + radius * d, y + radius * 0.8f},
                   {x + radius * 0.6f + radius * d, y - radius * 0.8f}, colour,
                   std::max(1.0f, 1.8f * scale_));
}

void Frame::icon(Icon icon, float x, float y, float css_size, Colour colour) {
  float size = css_size * scale_;
  if (visible(y, size)) draw_icon(list_, icon, x, y, size, colour);
}

// ---- items

void Frame::place(const std::string& id, Box box) {
  if (measuring_) return;
  ItemRect rect;
  rect.id = id;
  rect.x = box.x / scale_;
  rect.y = box.y / scale_;
  rect.width = box.width / scale_;
  rect.height = box.height / scale_;
  rect.visible = box.bottom() > clip_.y && box.y < clip_.bottom() && box.right() > 0 && box.x < whole_.width;
  output_.items.push_back(std::move(rect));
}

void Frame::focus_ring(const std::string& id, Box box, float radius) {
  if (measuring_ || id.empty() || id != model_.focused) return;
  float gap = px(2);
  Box ring{box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap};
  list_->AddRect(from(ring), to(ring), theme_.accent, radius + gap, 0, std::max(2.0f, px(2)));
}

Frame::Press Frame::item(const Action& action, Box box) {
  Press press;
  if (action.id.empty() || measuring_) return press;
  place(action.id, box);
  if (!action.enabled || !visible(box.y, box.height) || box.width < 1 || box.height < 1) return press;
  ImGui::SetCursorScreenPos(from(box));
  ImGui::PushID(action.id.c_str());
  press.pressed = ImGui::InvisibleButton(action.label.c_str(), {box.width, box.height});
  press.hovered = ImGui::IsItemHovered();
  press.held = ImGui::IsItemActive();
  ImGui::PopID();
  if (press.hovered) cursor("pointer");
  if (press.pressed) queue(action.command);
  return press;
}

void Frame::field(const Field& field, Box box) {
  if (measuring_) return;
  bool focused = field.id == model_.focused;
  fill(box, theme_.card, px(8));
  border(box, focused ? theme_.accent : theme_.line, px(8), focused ? 2 : 1);
  place(field.id, box);
  output_.items.back().field = true;
}

void Frame::clip(Box box) {
  clip_ = box;
  ImGui::PushClipRect(from(box), to(box), true);
}
void Frame::unclip() {
  clip_ = whole_;
  ImGui::PopClipRect();
}

}  // namespace who_says::ui
