#include "attribution/quotes.h"

#include "text/letters.h"

namespace who_says {
namespace {

enum class Mark { none, opens, closes, either };

/// The mark that ends a quotation begun by `opening`.
constexpr char16_t closing_of(char16_t opening) {
  switch (opening) {
    case 0x201C:
      return 0x201D;
    case 0x2018:
      return 0x2019;
    case 0x201E:
      return 0x201C;  // „…“; „…” is accepted too
    case 0xAB:
      return 0xBB;
    case 0x2039:
      return 0x203A;
    default:
      return opening;
  }
}

bool ends_here(char16_t closing, char16_t c) {
  return c == closing || (closing == 0x201C && c == 0x201D) || (closing == '"' && c == 0x201D) ||
         (closing == 0x201D && c == '"');
}

/// What a straight double mark at `at` does, by its neighbours.
Mark straight_mark(std::u16string_view text, uint32_t at) {
  bool space_before = at == 0 || is_space(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '[' ||
                      text[at - 1] == 0x2014;
  bool space_after = at + 1 >= text.size() || is_space(text[at + 1]);
  if (space_before && !space_after) return Mark::opens;
  if (space_after && !space_before) return Mark::closes;
  return Mark::either;
}

/// Closing marks of quotations are no apostrophes: "the voters’ will" has no open ‘ before it.
class Follower {
 public:
  explicit Follower(std::u16string_view text) : text_(text) {}

  /// At the first token of a paragraph: whether the quotation that was left open goes on.
  void begin_paragraph(char16_t first) {
    if (closing_ && !(is_opening_mark(first) || first == '"')) closing_ = 0;
    reopens_ = closing_ != 0;
  }
  Quote next(const Token& token) {
    char16_t c = text_[token.range.begin];
    bool mark = token.range.size() == 1 &&
                (is_opening_mark(c) || c == '"' || c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x203A);
    bool reopens = reopens_;
    reopens_ = false;
    if (!mark) return closing_ ? Quote::inside : Quote::outside;
    if (reopens) {
      closing_ = closing_of(c);
      return Quote::opens;
    }
    if (closing_ && ends_here(closing_, c)) {
      // A straight mark that can only open, inside a straight quotation: the closing one was forgotten.
      if (c == '"' && straight_mark(text_, token.range.begin) == Mark::opens) return Quote::opens;
      closing_ = 0;
      return Quote::closes;
    }
    bool opens = is_opening_mark(c) || (c == '"' && straight_mark(text_, token.range.begin) != Mark::closes);
    if (closing_) {
      // The outer kind once more: forgotten closing mark. Other kinds: a quotation inside the quotation.
      return opens && closing_of(c) == closing_ ? Quote::opens : Quote::inside;
    }
    if (!opens) return Quote::outside;
    closing_ = closing_of(c);
    return Quote::opens;
  }

 private:
  std::u16string_view text_;
  char16_t closing_ = 0;  ///< what ends the open quotation; 0 = none is open
  bool reopens_ = false;
};

}  // namespace

void mark_quotes(std::u16string_view text, Tokens& tokens) {
  Follower follower(text);
  for (TokenSpan paragraph : tokens.paragraphs) {
    follower.begin_paragraph(text[tokens.all[paragraph.begin].range.begin]);
    for (uint32_t at = paragraph.begin; at < paragraph.end; ++at)
      tokens.all[at].quote = follower.next(tokens.all[at]);
  }
}

}  // namespace who_says
