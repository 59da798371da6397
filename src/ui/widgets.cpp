#include "ui/widgets.h"

#include <algorithm>

#include "imgui.h"

namespace who_says::ui {
namespace {

/// Lays boxes in rows. Returns where the next of `width` goes; `bottom()` is the end of the last row.
class Rows {
 public:
  Rows(float x, float y, float width, float height, float gap, float row_gap)
      : x_(x), left_(x), y_(y), right_(x + width), height_(height), gap_(gap), row_gap_(row_gap) {}
  Box next(float width) {
    width = std::min(width, right_ - left_);
    if (x_ > left_ && x_ + width > right_ + 0.5f) {
      x_ = left_;
      y_ += height_ + row_gap_;
    }
    Box box{x_, y_, width, height_};
    x_ += width + gap_;
    return box;
  }
  float bottom() const { return y_ + height_; }

 private:
  float x_, left_, y_, right_, height_, gap_, row_gap_;
};

void label(Frame& f, Style style, Box box, std::string_view text, Colour colour) {
  float width = std::min(f.text_width(style, text), box.width);
  f.text_line(style, box.x + std::max(0.0f, (box.width - width) / 2),
              box.y + (box.height - f.line_height(style)) / 2, box.width + 1, text, colour);
}

/// The key that presses it, for people who have keys.
std::string_view key_of(const Frame& f, const Action& action) {
  std::string_view keys = action.keys;
  return f.model().appearance.touch ? std::string_view() : keys.substr(0, keys.find(' '));
}

void button_in(Frame& f, const Action& action, Box box) {
  const Theme& t = f.theme();
  Frame::Press press = f.item(action, box);
  Colour fill = action.primary ? t.accent : t.card, ink = action.primary ? t.on_accent : t.ink;
  if (action.on && !action.primary) fill = mixed(t.accent, t.card, 0.12f);
  if (press.hovered) fill = mixed(action.primary ? t.on_accent : t.ink, fill, press.held ? 0.16f : 0.08f);
  if (!action.enabled) ink = faded(ink, 0.45f), fill = action.primary ? mixed(t.accent, t.card, 0.5f) : fill;
  f.fill(box, fill, f.px(8));
  if (!action.primary) f.border(box, action.on ? t.accent : t.line, f.px(8));
  Box words{box.x + f.px(8), box.y, box.width - f.px(16), box.height};
  if (std::string_view key = key_of(f, action); !key.empty()) {
    float cap = f.px(17), y = box.y + (box.height - cap) / 2;
    words.width -= cap + f.px(4);
    Box at{words.right() + f.px(4), y, cap, cap};
    f.border(at, mixed(ink, fill, 0.45f), f.px(4));
    label(f, style::tiny, at, key, ink);
  }
  label(f, action.primary ? style::small_strong : style::small, words, action.label, ink);
  f.focus_ring(action.id, box, f.px(8));
}

float button_width(Frame& f, const Action& action) {
  float key = key_of(f, action).empty() ? 0 : f.px(21);
  return f.text_width(action.primary ? style::small_strong : style::small, action.label) + f.px(25) + key;
}

void chip_in(Frame& f, const Action& action, Box box, Colour tint) {
  const Theme& t = f.theme();
  Frame::Press press = f.item(action, box);
  Colour fill = press.hovered ? mixed(t.ink, t.card, 0.06f) : t.card;
  if (action.on) fill = mixed(tint, t.card, press.hovered ? 0.16f : 0.09f);
  f.fill(box, fill, box.height / 2);
  f.border(box, action.on ? tint : t.line, box.height / 2);
  label(f, action.on ? style::small_strong : style::small,
        {box.x + f.px(10), box.y, box.width - f.px(20), box.height}, action.label, action.on ? tint : t.ink);
  f.focus_ring(action.id, box, box.height / 2);
}

}  // namespace

float button(Frame& f, const Action& action, float x, float y) {
  Box box{x, y, button_width(f, action), f.target(32)};
  button_in(f, action, box);
  return box.width;
}

float buttons(Frame& f, const std::vector<Action>& actions, float x, float y, float width) {
  if (actions.empty()) return 0;
  Rows rows(x, y, width, f.target(32), f.px(8), f.px(8));
  for (const Action& action : actions) button_in(f, action, rows.next(button_width(f, action)));
  return rows.bottom() - y;
}

float chips(Frame& f, const std::vector<Action>& actions, float x, float y, float width, Colour tint) {
  if (actions.empty()) return 0;
  Rows rows(x, y, width, f.target(31), f.px(8), f.px(8));
  for (const Action& action : actions)
    chip_in(f, action, rows.next(f.text_width(style::small_strong, action.label) + f.px(26)), tint);
  return rows.bottom() - y;
}

float segments(Frame& f, const std::vector<Action>& actions, float x, float y, float width) {
  if (actions.empty()) return 0;
  const Theme& t = f.theme();
  float each = width / static_cast<float>(actions.size());
  for (const Action& action : actions)
    if (f.text_width(style::strong, action.label) + f.px(10) > each)
      return chips(f, actions, x, y, width, t.accent);
  Box box{x, y, width, f.target(35)};
  f.fill(box, t.card, f.px(8));
  for (size_t i = 0; i < actions.size(); ++i) {
    float left = x + static_cast<float>(static_cast<int>(each * static_cast<float>(i))),
          right = x + static_cast<float>(static_cast<int>(each * static_cast<float>(i + 1)));
    Box part{left, y, right - left, box.height};
    Frame::Press press = f.item(actions[i], part);
    if (actions[i].on)
      f.fill(part, t.accent, f.px(8));
    else if (press.hovered)
      f.fill({part.x + 1, part.y + 1, part.width - 2, part.height - 2}, mixed(t.ink, t.card, 0.06f), f.px(7));
    if (i > 0 && !actions[i].on && !actions[i - 1].on) f.line(left, y, left, y + box.height, t.line);
    label(f, actions[i].on ? style::strong : style::body, part, actions[i].label,
          actions[i].on ? t.on_accent : t.ink);
  }
  f.border(box, t.line, f.px(8));
  for (size_t i = 0; i < actions.size(); ++i) {
    float left = x + each * static_cast<float>(i);
    f.focus_ring(actions[i].id, {left, y, each, box.height}, f.px(8));
  }
  return box.height;
}

void icon_button(Frame& f, const Action& action, Icon icon, float x, float y, float size) {
  const Theme& t = f.theme();
  Box box{x, y, size, size};
  Frame::Press press = f.item(action, box);
  if (press.hovered) f.fill(box, mixed(t.ink, t.panel, press.held ? 0.14f : 0.08f), f.px(6));
  float picture = 17 * f.scale();
  f.icon(icon, x + (size - picture) / 2, y + (size - picture) / 2, 17,
         action.enabled ? t.ink : faded(t.soft, 0.45f));
  f.focus_ring(action.id, box, f.px(6));
}

float link_button(Frame& f, const Action& action, float x, float y) {
  const Theme& t = f.theme();
  Box box{x, y, f.text_width(style::small, action.label), f.target(24)};
  Frame::Press press = f.item(action, box);
  f.text_line(style::small, x, y + (box.height - f.line_height(style::small)) / 2, box.width + 1,
              action.label, press.hovered ? t.ink : t.accent);
  if (press.hovered)
    f.line(x, f.baseline(style::small, y + (box.height - f.line_height(style::small)) / 2) + f.px(2),
           x + box.width,
           f.baseline(style::small, y + (box.height - f.line_height(style::small)) / 2) + f.px(2), t.ink);
  f.focus_ring(action.id, box, f.px(4));
  return box.width;
}

void bar(Frame& f, Box box, Hue hue) {
  if (hue == Hue::none)
    f.hatch(box, f.theme().hue(hue));
  else
    f.fill(box, f.theme().hue(hue), f.px(3));
}

void progress(Frame& f, float share, Box box) {
  const Theme& t = f.theme();
  f.fill(box, t.track, box.height / 2);
  float width = std::min(box.width, std::max(box.height, share * box.width));
  if (share > 0) f.fill({box.x, box.y, width, box.height}, t.accent, box.height / 2);
}

void strip(Frame& f, const std::vector<Piece>& pieces, Box box, bool track) {
  const Theme& t = f.theme();
  if (track) f.fill(box, t.track, f.px(3));
  for (const Piece& piece : pieces) {
    float left = box.x + static_cast<float>(static_cast<int>(piece.begin * box.width));
    float right =
        std::max(left + f.px(3),
                 box.x + static_cast<float>(static_cast<int>(piece.end * box.width)) - (track ? 0 : f.px(1)));
    Box part{left, box.y, std::min(right, box.right()) - left, box.height};
    if (piece.hue == Hue::none)
      f.hatch(part, t.hue(piece.hue));
    else
      f.fill(part, piece.selected || track ? t.hue(piece.hue) : mixed(t.hue(piece.hue), t.panel, 0.9f),
             f.px(2));
    if (piece.selected)
      f.border({part.x - f.px(2), part.y - f.px(2), part.width + f.px(4), part.height + f.px(4)}, t.ink,
               f.px(4), 1.5f);
  }
}

float chain(Frame& f, const std::vector<HopModel>& hops, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, indent = f.px(22), axis = x + f.px(6);
  float before = 0;
  for (size_t i = 0; i < hops.size(); ++i) {
    const HopModel& hop = hops[i];
    y += f.px(3);
    float centre = y + f.line_height(style::body) / 2;
    if (i > 0) {  // the line that leads here: whole when the text states it, broken otherwise
      float from = before + f.px(9), to = centre - f.px(9);
      if (hop.link == ChainLink::explicit_)
        f.line(axis - f.px(1), from, axis - f.px(1), to, t.line, 2);
      else
        for (float d = from; d < to; d += f.px(6))
          f.line(axis - f.px(1), d, axis - f.px(1), std::min(to, d + f.px(3)), t.soft, 2);
    }
    before = centre;
    f.dot(axis, centre, f.px(5), hop.article ? t.soft : t.hue(hop.hue), hop.article ? Hue::media : hop.hue);
    y +=
        f.paragraph(hop.origin ? style::strong : style::body, x + indent, y, width - indent, hop.name, t.ink);
    std::vector<Span> details;
    std::string separator = " · ";
    auto add = [&](std::string_view text, Style style) {
      if (text.empty()) return;
      if (!details.empty()) details.push_back({separator, style::small, t.soft});
      details.push_back({text, style, t.soft});
    };
    add(hop.details, style::small);
    add(hop.cue, style::small_italic);
    add(hop.link_note, style::small);
    if (!details.empty()) y += f.paragraph(x + indent, y, width - indent, details);
    y += f.px(3);
  }
  return y - top;
}

void card(Frame& f, Box box, Colour border, bool dashed) {
  f.fill(box, f.theme().card, f.px(10));
  f.border(box, border, f.px(10), 1, dashed);
}

}  // namespace who_says::ui
