#include "ui/frame.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"

namespace who_says::ui {
namespace {

ImVec2 from(Box box) { return {box.x, box.y}; }
ImVec2 to(Box box) { return {box.right(), box.bottom()}; }

}  // namespace

Frame::Frame(const PanelModel& model, const FrameInput& input, Runs& runs, Parts& parts, CommandQueue& queue,
             FrameOutput& output)
    : model_(model),
      runs_(runs),
      queue_(queue),
      output_(output),
      parts_(parts),
      scale_(input.scale),
      font_scale_(model.appearance.font_scale),
      theme_(theme_of(model.appearance)),
      list_(ImGui::GetWindowDrawList()),
      atlas_(ImGui::GetIO().Fonts),
      clip_{0, 0, input.width, input.height},
      whole_(clip_),
      direction_(model.appearance.right_to_left ? Direction::right_to_left : Direction::left_to_right) {}

float Frame::px(float css) const { return std::floor(css * scale_ + 0.5f); }
float Frame::target(float css) const {
  return px(std::max(css * font_scale_, model_.appearance.touch ? 44.0f : 24.0f));
}

// ---- shapes

void Frame::fill(Box box, Colour colour, float radius) {
  box = placed(box);
  if (visible(box.y, box.height) && box.width > 0 && box.height > 0)
    list_->AddRectFilled(from(box), to(box), colour, radius);
}

void Frame::border(Box box, Colour colour, float radius, float width, bool dashed) {
  if (!visible(box.y, box.height)) return;
  box = placed(box);
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
  bool upright = x0 == x1;
  x0 = across(x0, upright ? w : 0), x1 = across(x1, upright ? w : 0);
  if (y0 == y1)
    list_->AddRectFilled({std::min(x0, x1), y0}, {std::max(x0, x1), y0 + w}, colour);
  else if (upright)
    list_->AddRectFilled({x0, y0}, {x0 + w, y1}, colour);
  else
    list_->AddLine({x0, y0}, {x1, y1}, colour, w);
}

void Frame::hatch(Box box, Colour colour) {
  if (!visible(box.y, box.height) || box.width <= 0) return;
  box = placed(box);
  list_->PushClipRect(from(box), to(box), true);
  float step = px(8), width = std::max(1.5f, 2.6f * scale_);
  // On a grid of the canvas: boxes side by side are one hatch.
  for (float x = std::floor((box.x - box.height) / step) * step; x < box.right() + step; x += step)
    list_->AddLine({x, box.bottom() + 1}, {x + box.height + 2, box.y - 1}, colour, width);
  list_->PopClipRect();
}

void Frame::dot(float x, float y, float radius, Colour colour, Hue hue) {
  if (!visible(y - radius, 2 * radius)) return;
  x = across(x);
  if (hue != Hue::none) return list_->AddCircleFilled({x, y}, radius, colour, 20);
  for (float d : {-0.45f, 0.45f})
    list_->AddLine({x + radius * (d - 0.5f), y + radius * 0.8f}, {x + radius * (d + 0.5f), y - radius * 0.8f},
                   colour, std::max(1.0f, 1.8f * scale_));
}

void Frame::icon(Icon icon, float x, float y, float css_size, Colour colour) {
  float size = em(css_size);
  if (visible(y, size))
    draw_icon(list_, icon, across(x, size), y, size, colour, direction_ == Direction::right_to_left);
}

// ---- items

void Frame::place(const std::string& id, Box box) {
  if (measuring_ || same_layout()) return;
  box = placed(box);
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
  box = placed(box);
  Box ring{box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap};
  list_->AddRect(from(ring), to(ring), theme_.accent, radius + gap, 0, std::max(2.0f, px(2)));
}

Frame::Press Frame::item(const Action& action, Box box) {
  Press press;
  if (action.id.empty() || measuring_) return press;
  place(action.id, box);
  if (!action.enabled || !visible(box.y, box.height) || box.width < 1 || box.height < 1) return press;
  ImGui::SetCursorScreenPos(from(placed(box)));
  ImGui::PushID(action.id.c_str());
  press.pressed = ImGui::InvisibleButton(action.label.c_str(), {box.width, box.height});
  press.hovered = ImGui::IsItemHovered();
  press.held = ImGui::IsItemActive();
  ImGui::PopID();
  if (press.hovered) cursor("pointer");
  if (press.pressed) queue(action.command);
  return press;
}

void Frame::field(const Field& field, Box box, bool hinted) {
  if (measuring_) return;
  bool focused = field.id == model_.focused;
  fill(box, theme_.card, px(8));
  border(box, focused ? theme_.accent : theme_.line, px(8), focused ? 2 : 1);
  place(field.id, box);
  if (same_layout()) return;
  output_.items.back().field = true;
  output_.items.back().hinted = hinted;
}

void Frame::clip(Box box) {
  clip_ = box = placed(box);
  ImGui::PushClipRect(from(box), to(box), true);
}
void Frame::unclip() {
  clip_ = whole_;
  ImGui::PopClipRect();
}

}  // namespace who_says::ui
