#include <algorithm>
#include <cmath>

#include "ui/frame.h"

namespace who_says::ui {
namespace {

/// Bytes of the UTF-8 character at `at`.
size_t character(std::string_view text, size_t at) {
  uint8_t lead = static_cast<uint8_t>(text[at]);
  size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, text.size() - at);
}
/// Thai, Lao, Burmese and Khmer, which have no spaces between words.
bool is_unspaced(std::string_view text, size_t at) {
  if (text.size() - at < 3) return false;
  uint8_t lead = static_cast<uint8_t>(text[at]), next = static_cast<uint8_t>(text[at + 1]);
  return (lead == 0xE0 && next >= 0xB8 && next <= 0xBB) ||
         (lead == 0xE1 && (next == 0x80 || next == 0x81 || next == 0x9E || next == 0x9F));
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

/// Signs that no line begins with, and signs that none ends with.
constexpr std::string_view kClosing = ".,;:!?)]}%’”»…·、。，．：；！？）］｝〉》」』】〕ー々",
                           kOpening = "([{‘“«（［｛〈《「『【〔";
bool is_one_of(std::string_view signs, std::string_view text, size_t at) {
  return at < text.size() && signs.find(text.substr(at, character(text, at))) != signs.npos;
}

/// The next word of `text` from `at`, without the space before it.
struct Word {
  std::string_view text;
  bool space = false;  ///< white space before it
};
bool next_word(Frame& f, std::string_view text, size_t& at, Word& out) {
  out.space = false;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t'))
    ++at, out.space = true;
  if (at >= text.size()) return false;
  out.text = text.substr(at);
  out.text = out.text.substr(0, out.text.find_first_of(" \n\t"));
  out.text = out.text.substr(0, f.unbroken(out.text));
  at += out.text.size();
  return true;
}

}  // namespace

size_t Frame::unbroken(std::string_view text) {
  bool opens = false;
  for (size_t at = 0; at < text.size();) {
    if (is_unspaced(text, at)) {
      size_t end = at;
      while (is_unspaced(text, end)) end += 3;
      at += runs_.word(text.substr(at, end - at));
      if (at < end) return at;
      continue;
    }
    bool wide = breaks_anywhere(text, at), hyphen = text[at] == '-' && at > 0;
    bool dash = text.substr(at, 3) == "\xE2\x80\x94" || text.substr(at, 3) == "\xE2\x80\x93";
    if (wide && at > 0 && !opens && !breaks_anywhere(text, 0)) return at;
    opens = is_one_of(kOpening, text, at);
    at += character(text, at);
    while (wide && is_one_of(kClosing, text, at)) at += character(text, at);
    if (wide || hyphen || dash) return at;
  }
  return text.size();
}

float Frame::text_width(Style style, std::string_view text) {
  float size = font_size(style), space = runs_.advance(style.face, size, " "), width = 0;
  Word word;
  for (size_t at = 0; next_word(*this, text, at, word);)
    width += (word.space && width > 0 ? space : 0) + runs_.advance(style.face, size, word.text);
  return width;
}

float Frame::baseline(Style style, float y) {
  FaceMetrics m = runs_.metrics(style.face, font_size(style));
  return std::floor(y + (line_height(style) - m.ascent - m.descent) / 2 + m.ascent + 0.5f);
}

void Frame::run(Style style, std::string_view text, float x, float base, Colour colour) {
  float size = font_size(style);
  if (direction_ == Direction::right_to_left) x = across(x, runs_.advance(style.face, size, text));
  if (direction_of(text) != Direction::right_to_left)
    return runs_.draw(list_, atlas_, style.face, size, text, x, base, colour);
  // An isolate from right to left, so that signs at its ends stand where they belong.
  std::string isolated = "\xE2\x81\xA7";
  isolated.append(text).append("\xE2\x81\xA9");
  runs_.draw(list_, atlas_, style.face, size, isolated, x, base, colour);
}

Direction Frame::direction(std::string_view text) const {
  Direction own = direction_of(text);
  return own == Direction::none ? direction_ : own;
}

void Frame::add(const Piece& piece, float gap, float advance) {
  pieces_.push_back(piece);
  words_.push_back({gap, advance, direction_of(piece.text), 0});
}

void Frame::set_line(float x, float y, float height, float width, Direction base) {
  if (visible(y, height)) {
    arrange(words_, base);
    for (size_t i = 0; i < pieces_.size(); ++i) {
      const auto& [text, style, colour] = pieces_[i];
      const LineWord& word = words_[i];
      float at = base == direction_ ? word.offset : width - word.offset - word.advance;
      run(style, text, x + at, baseline(style, y + (height - line_height(style)) / 2), colour);
    }
  }
  pieces_.clear();
  words_.clear();
}

float Frame::text_line(Style style, float x, float y, float width, std::string_view text, Colour colour) {
  float size = font_size(style), space = runs_.advance(style.face, size, " "), dots = 0, pen = 0;
  bool fits = text_width(style, text) <= width + 0.5f;
  if (!fits) dots = runs_.advance(style.face, size, "…");
  std::string cut;
  Word word;
  for (size_t at = 0; next_word(*this, text, at, word);) {
    float advance = runs_.advance(style.face, size, word.text), gap = word.space && pen > 0 ? space : 0;
    bool last = !fits && pen + gap + advance + dots > width;
    if (last) {
      cut = word.text;  // as many characters of it as go in
      while (!cut.empty() && pen + gap + runs_.advance(style.face, size, cut) + dots > width) {
        size_t n = cut.size() - 1;
        while (n > 0 && (static_cast<uint8_t>(cut[n]) & 0xC0) == 0x80) --n;
        cut.resize(n);
      }
      cut += "…";
      word.text = cut;
      advance = runs_.advance(style.face, size, cut);
    }
    add({word.text, style, colour}, gap, advance);
    pen += gap + advance;
    if (last) break;
  }
  set_line(x, y, line_height(style), pen, direction(text));
  return pen;
}

float Frame::paragraph(float x, float y, float width, const std::vector<Span>& spans) {
  float pen = 0, top = y, height = 0;
  Direction base = Direction::none;
  float most = 0;
  for (const Span& span : spans) {
    height = std::max(height, line_height(span.style));
    most = std::max(most, measure_of(span.style, width));
    if (base == Direction::none) base = direction_of(span.text);
  }
  if (base == Direction::none) base = direction_;
  width = most;
  bool any = false, glue = false, wraps = false;
  for (const Span& span : spans) {
    float size = font_size(span.style), space = runs_.advance(span.style.face, size, " ");
    Word word;
    for (size_t at = 0; next_word(*this, span.text, at, word);) {
      std::string_view rest = word.text;
      float gap = (word.space || glue) && pen > 0 ? space : 0;
      glue = false;
      while (!rest.empty()) {
        std::string_view part = rest;
        float advance = runs_.advance(span.style.face, size, part);
        if (pen > 0 && pen + gap + advance > width) {
          set_line(x, top, height, width, base);
          wraps = true;
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
        add({part, span.style, span.colour}, gap, advance);
        pen += gap + advance;
        gap = 0;
        any = true;
        rest.remove_prefix(part.size());
      }
    }
    glue = !span.text.empty() && (span.text.back() == ' ' || span.text.back() == '\n');
  }
  // A single line stays where its neighbours begin, whatever its direction.
  set_line(x, top, height, wraps ? width : pen, base);
  return any ? top - y + height : 0;
}

float Frame::paragraph(Style style, float x, float y, float width, std::string_view text, Colour colour) {
  return paragraph(x, y, width, {{text, style, colour}});
}

float Frame::paragraph_height(Style style, float width, std::string_view text) {
  return measure([&] { return paragraph(style, 0, 0, width, text, 0); });
}

}  // namespace who_says::ui
