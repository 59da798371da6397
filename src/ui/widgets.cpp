#include "ui/widgets.h"

#include <algorithm>

#include "imgui.h"

namespace who_says::ui {
namespace {

/// Between a field's edge and its words, as in web/src/styles.ts.
constexpr float kFieldPad = 12;
/// Of a piece's colour, what is left when it is not among those found: its lightness tells it from them.
constexpr float kFaint = 0.2f;

/// Lays boxes in rows; `bottom()` is the end of the last row.
class Rows {
 public:
  Rows(float x, float y, float width, float gap)
      : x_(x), left_(x), y_(y), right_(x + width), width_(width), gap_(gap) {}
  /// Where the next one goes: what is wider than a row is as wide as that.
  Box next(float width, float height) {
    width = std::min(width, width_);
    if (x_ > left_ && x_ + width > right_ + 0.5f) {
      x_ = left_;
      y_ += row_ + gap_;
      row_ = 0;
    }
    row_ = std::max(row_, height);
    Box box{x_, y_, width, height};
    x_ += width + gap_;
    return box;
  }
  float bottom() const { return y_ + row_; }

 private:
  float x_, left_, y_, right_, width_, gap_, row_ = 0;
};

/// Height of a thing to press whose words have `width`: one line, or what they take.
float label_height(Frame& f, Style style, float width, std::string_view text, float least) {
  return f.text_width(style, text) <= width + 1
             ? least
             : std::max(least, f.paragraph_height(style, width, text) + f.px(12));
}

/// Words in the middle of a box; in several lines where one is too narrow.
void label(Frame& f, Style style, Box box, std::string_view text, Colour colour) {
  float width = f.text_width(style, text);
  if (width > box.width + 1) {
    float height = f.paragraph_height(style, box.width, text);
    f.paragraph(style, box.x, box.y + (box.height - height) / 2, box.width, text, colour);
    return;
  }
  f.text_line(style, box.x + std::max(0.0f, (box.width - width) / 2),
              box.y + (box.height - f.line_height(style)) / 2, box.width + 1, text, colour);
}

/// The key that presses it, for people who have keys.
std::string_view key_of(const Frame& f, const Action& action) {
  std::string_view keys = action.keys;
  return f.model().appearance.touch ? std::string_view() : keys.substr(0, keys.find(' '));
}

Style button_style(const Action& action) { return action.primary ? style::small_strong : style::small; }

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
    float cap = f.em(17), y = box.y + (box.height - cap) / 2;
    words.width -= cap + f.px(4);
    Box at{words.right() + f.px(4), y, cap, cap};
    f.border(at, mixed(ink, fill, 0.45f), f.px(4));
    label(f, style::tiny, at, key, ink);
  }
  label(f, button_style(action), words, action.label, ink);
  f.focus_ring(action.id, box, f.px(8));
}

void chip_in(Frame& f, const Action& action, Box box, Colour tint, Style style) {
  const Theme& t = f.theme();
  Frame::Press press = f.item(action, box);
  Colour fill = press.hovered ? mixed(t.ink, t.card, 0.06f) : t.card;
  if (action.on) fill = mixed(tint, t.card, press.hovered ? 0.16f : 0.09f);
  float radius = std::min(box.height, f.target(32)) / 2;
  f.fill(box, fill, radius);
  f.border(box, action.on ? tint : t.line, radius);
  label(f, style, {box.x + f.px(12), box.y, box.width - f.px(24), box.height}, action.label,
        action.on ? tint : t.ink);
  f.focus_ring(action.id, box, radius);
}

}  // namespace

float buttons(Frame& f, const std::vector<Action>& actions, float x, float y, float width) {
  if (actions.empty()) return 0;
  Rows rows(x, y, width, f.px(8));
  for (const Action& action : actions) {
    Style style = button_style(action);
    float around = f.px(16) + (key_of(f, action).empty() ? 0 : f.em(17) + f.px(4)),
          wide = f.text_width(style, action.label) + around + f.px(8);
    button_in(
        f, action,
        rows.next(wide, label_height(f, style, std::min(wide, width) - around, action.label, f.target(32))));
  }
  return rows.bottom() - y;
}

float chips(Frame& f, const std::vector<Action>& actions, float x, float y, float width, Colour tint) {
  if (actions.empty()) return 0;
  Rows rows(x, y, width, f.px(8));
  for (const Action& action : actions) {
    // Room for its words as they are when it is on, so that nothing moves then; one that would break only for that stays as it is.
    Style on = style::small_strong;
    float most = width - f.px(24);
    if (f.text_width(on, action.label) > most && f.text_width(style::small, action.label) <= most)
      on = style::small;
    float wide = f.text_width(on, action.label) + f.px(24), inner = std::min(wide, width) - f.px(24);
    chip_in(f, action, rows.next(wide, label_height(f, on, inner, action.label, f.target(32))), tint,
            action.on ? on : style::small);
  }
  return rows.bottom() - y;
}

float segments(Frame& f, const std::vector<Action>& actions, float x, float y, float width) {
  if (actions.empty()) return 0;
  const Theme& t = f.theme();
  float each = width / static_cast<float>(actions.size());
  for (const Action& action : actions)
    if (f.text_width(style::strong, action.label) + f.px(8) > each)
      return chips(f, actions, x, y, width, t.accent);
  Box box{x, y, width, f.target(36)};
  f.fill(box, t.card, f.px(8));
  f.border(box, t.line, f.px(8));  // under the one that is on
  for (size_t i = 0; i < actions.size(); ++i) {
    float left = x + static_cast<float>(static_cast<int>(each * static_cast<float>(i))),
          right = x + static_cast<float>(static_cast<int>(each * static_cast<float>(i + 1)));
    Box part{left, y, right - left, box.height};
    Frame::Press press = f.item(actions[i], part);
    if (actions[i].on) {
      f.fill(part, t.accent, f.px(8));
      // Round at the ends of the row only.
      float end = f.px(8);
      if (i > 0) f.fill({part.x, y, end, box.height}, t.accent);
      if (i + 1 < actions.size()) f.fill({part.right() - end, y, end, box.height}, t.accent);
    } else if (press.hovered) {
      f.fill({part.x + 1, part.y + 1, part.width - 2, part.height - 2}, mixed(t.ink, t.card, 0.06f),
             f.px(corner::inside_control));
    }
    if (i > 0 && !actions[i].on && !actions[i - 1].on) f.line(left, y, left, y + box.height, t.line);
    label(f, actions[i].on ? style::strong : style::body, part, actions[i].label,
          actions[i].on ? t.on_accent : t.ink);
  }
  for (size_t i = 0; i < actions.size(); ++i) {
    float left = x + each * static_cast<float>(i);
    f.focus_ring(actions[i].id, {left, y, each, box.height}, f.px(8));
  }
  return box.height;
}

float widest_word(Frame& f, Style style, std::string_view text) {
  float widest = 0;
  while (!text.empty()) {
    size_t end = std::min(text.find(' '), text.size() - 1) + 1;
    widest = std::max(widest, f.text_width(style, text.substr(0, end)));
    text.remove_prefix(end);
  }
  return widest;
}

float field_height(Frame& f) { return f.target(40); }

bool hint_fits(Frame& f, const Field& field, float width) {
  return f.text_width(style::body, field.placeholder) <= width - f.px(2 * kFieldPad);
}

float input(Frame& f, const Field& field, float x, float y, float width) {
  if (field.multiline) {
    float hint = f.paragraph_height(style::body, width - f.px(2 * kFieldPad), field.placeholder),
          height = std::max(f.em(84), hint + f.px(16));
    f.field(field, {x, y, width, height}, false);
    return height;
  }
  float top = y;
  bool above = !hint_fits(f, field, width);
  if (above) y += f.paragraph(style::small, x, y, width, field.placeholder, f.theme().soft) + f.px(4);
  f.field(field, {x, y, width, field_height(f)}, above);
  return y + field_height(f) - top;
}

void icon_button(Frame& f, const Action& action, Icon icon, float x, float y, float size) {
  const Theme& t = f.theme();
  Box box{x, y, size, size};
  Frame::Press press = f.item(action, box);
  if (press.hovered) f.fill(box, mixed(t.ink, t.panel, press.held ? 0.14f : 0.08f), f.px(corner::small));
  float picture = f.em(17);
  f.icon(icon, x + (size - picture) / 2, y + (size - picture) / 2, 17,
         action.enabled ? t.ink : faded(t.soft, 0.45f));
  f.focus_ring(action.id, box, f.px(corner::small));
}

Box link_button(Frame& f, const Action& action, float x, float y, float width) {
  const Theme& t = f.theme();
  width = std::min(width, f.text_width(style::small, action.label));
  float lines = f.paragraph_height(style::small, width + 1, action.label);
  Box box{x, y, width, std::max(f.target(24), lines)};
  Frame::Press press = f.item(action, box);
  y += (box.height - lines) / 2;
  f.paragraph(style::small, x, y, width + 1, action.label, press.hovered ? t.ink : t.accent);
  if (press.hovered) {
    float under = f.baseline(style::small, y + lines - f.line_height(style::small)) + f.px(2);
    f.line(x, under, x + width, under, t.ink);
  }
  f.focus_ring(action.id, box, f.px(4));
  return box;
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
  auto part_of = [&](const Piece& piece) {
    float left = box.x + static_cast<float>(static_cast<int>(piece.begin * box.width));
    float right =
        std::max(left + f.px(3),
                 box.x + static_cast<float>(static_cast<int>(piece.end * box.width)) - (track ? 0 : f.px(1)));
    return Box{left, box.y, std::min(right, box.right()) - left, box.height};
  };
  auto draw = [&](size_t i) {
    const Piece& piece = pieces[i];
    Box part = part_of(piece);
    // Of thousands most lie wholly under the next one.
    if (i + 1 < pieces.size() && !piece.selected && piece.faint == pieces[i + 1].faint &&
        (piece.hue == Hue::none || pieces[i + 1].hue != Hue::none)) {
      Box next = part_of(pieces[i + 1]);
      if (next.x == part.x && next.width >= part.width) return;
    }
    float strength = piece.faint ? kFaint : piece.selected || track || piece.hue == Hue::none ? 1 : 0.9f;
    Colour colour = strength < 1 ? mixed(t.hue(piece.hue), t.panel, strength) : t.hue(piece.hue);
    if (piece.hue == Hue::none)
      f.hatch(part, colour);
    else
      f.fill(part, colour, f.px(2));
    if (piece.selected)
      f.border({part.x - f.px(2), part.y - f.px(2), part.width + f.px(4), part.height + f.px(4)}, t.ink,
               f.px(4), 1.5f);
  };
  // Those that are found stand above the others.
  for (bool faint : {true, false})
    for (size_t i = 0; i < pieces.size(); ++i)
      if (pieces[i].faint == faint) draw(i);
}

float chain(Frame& f, const std::vector<HopModel>& hops, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y, indent = f.em(22), axis = x + f.em(6);
  float before = 0;
  for (size_t i = 0; i < hops.size(); ++i) {
    const HopModel& hop = hops[i];
    y += f.px(4);
    float centre = y + f.line_height(style::body) / 2;
    if (i > 0) {  // the line that leads here: whole when the text states it, broken otherwise
      float from = before + f.em(9), to = centre - f.em(9);
      if (hop.link == ChainLink::explicit_)
        f.line(axis - f.px(1), from, axis - f.px(1), to, t.line, 2);
      else
        for (float d = from; d < to; d += f.px(8))
          f.line(axis - f.px(1), d, axis - f.px(1), std::min(to, d + f.px(4)), t.soft, 2);
    }
    before = centre;
    f.dot(axis, centre, f.em(5), hop.article ? t.soft : t.hue(hop.hue), hop.article ? Hue::media : hop.hue);
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
    y += f.px(4);
  }
  return y - top;
}

float terms(Frame& f, const TermsModel& model, float x, float y, float width) {
  if (model.open.id.empty()) return 0;
  const Theme& t = f.theme();
  float top = y;
  y += buttons(f, {model.open}, x, y, width);
  for (const TermsModel::Term& term : model.terms)
    y += f.px(8) + f.paragraph(x, y + f.px(8), width,
                               {{term.name + ":", style::small_strong, t.ink},
                                {" ", style::small, t.soft},
                                {term.text, style::small, t.soft}});
  if (!model.terms.empty()) f.place("terms", {x, top, width, y - top});
  return y - top;
}

void card(Frame& f, Box box, Colour border, bool dashed) {
  f.fill(box, f.theme().card, f.px(corner::card));
  f.border(box, border, f.px(corner::card), 1, dashed);
}

}  // namespace who_says::ui
