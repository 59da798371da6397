#include "text/direction.h"

namespace who_says {
namespace {

struct Span {
  uint32_t first, last;
};
// The blocks of scripts that are written from right to left: Hebrew to Arabic Extended-A, presentation forms, those beyond U+FFFF.
constexpr Span kRightToLeft[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
// Within or beside them: digits, punctuation, marks of currency; general punctuation and symbols; what East Asian text puts between words.
constexpr Span kNeutral[] = {{0x00A0, 0x00A9}, {0x00AB, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF},
                             {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x0300, 0x036F}, {0x0600, 0x0607},
                             {0x060C, 0x060C}, {0x0610, 0x061A}, {0x064B, 0x066C}, {0x06D6, 0x06E4},
                             {0x06F0, 0x06F9}, {0x2000, 0x200D}, {0x2010, 0x2070}, {0x2074, 0x207E},
                             {0x2080, 0x208E}, {0x20A0, 0x20FF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F},
                             {0x3000, 0x3004}, {0x3008, 0x3020}, {0xFE00, 0xFE6F}, {0x1F000, 0x1FAFF}};

template <size_t N>
bool within(const Span (&spans)[N], uint32_t code) {
  for (Span span : spans)
    if (code >= span.first && code <= span.last) return true;
  return false;
}

Direction of(uint32_t code) {
  if (code < 0x80) {
    bool letter = (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    return letter ? Direction::left_to_right : Direction::none;
  }
  if (within(kNeutral, code)) return Direction::none;
  if (code == 0x200F || within(kRightToLeft, code)) return Direction::right_to_left;
  return Direction::left_to_right;
}

}  // namespace

Direction direction_of(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    uint32_t code = static_cast<uint8_t>(text[i++]);
    int more = code < 0xC0 ? 0 : code < 0xE0 ? 1 : code < 0xF0 ? 2 : 3;
    if (more) code &= 0x3Fu >> more;
    for (; more > 0 && i < text.size(); --more) code = code << 6 | (static_cast<uint8_t>(text[i++]) & 0x3F);
    if (Direction found = of(code); found != Direction::none) return found;
  }
  return Direction::none;
}

void arrange(std::span<LineWord> words, Direction base) {
  if (base == Direction::none) base = Direction::left_to_right;
  Direction before = base;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].direction != Direction::none) {
      before = words[i].direction;
      continue;
    }
    size_t next = i;
    while (next < words.size() && words[next].direction == Direction::none) ++next;
    Direction after = next < words.size() ? words[next].direction : base;
    for (; i < next; ++i) words[i].direction = before == after ? before : base;
    --i;
  }
  float pen = 0;
  for (size_t i = 0; i < words.size();) {
    size_t end = i + 1;
    if (words[i].direction == base) {
      words[i].offset = pen + words[i].gap;
      pen = words[i].offset + words[i].advance;
    } else {
      while (end < words.size() && words[end].direction != base) ++end;
      pen += words[i].gap;
      for (size_t k = end; k-- > i;) {
        words[k].offset = pen;
        pen += words[k].advance + (k > i ? words[k].gap : 0);
      }
    }
    i = end;
  }
}

}  // namespace who_says
