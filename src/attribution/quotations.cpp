#include "attribution/quotations.h"

#include <algorithm>
#include <string>

#include "attribution/token_words.h"
#include "text/letters.h"

namespace who_says {
namespace {

/// Kinds of marks that do not close each other.
enum class Style : uint8_t { none, double_, single, angular, single_angular };
enum class Side : uint8_t { none, opens, closes, either };

struct StyledMark {
  Style style = Style::none;
  Side side = Side::none;
};

bool is_end_mark(char16_t c) { return c == ',' || c == '.' || c == '!' || c == '?' || c == 0x2026; }

class QuotationFinder {
 public:
  QuotationFinder(std::u16string_view text, const Tokens& tokens)
      : text_(text), tokens_(tokens), words_(text, tokens) {}

  std::vector<Quotation> all() {
    for (TokenSpan paragraph : tokens_.paragraphs) read(paragraph);
    if (!out_.empty()) out_.back().goes_on = false;
    return std::move(out_);
  }

 private:
  char16_t before(Range r) const { return r.begin > 0 ? text_[r.begin - 1] : u' '; }
  char16_t after(Range r) const { return r.end < text_.size() ? text_[r.end] : u' '; }

  /// A mark by itself and its neighbours; apostrophes between letters are never tokens of their own here.
  StyledMark mark(uint32_t token) const {
    Range r = tokens_.all[token].range;
    if (r.size() != 1) return {};
    // Two straight single marks are one double mark; the first stands for both.
    if (text_[r.begin] == '\'') {
      if (before(r) == '\'' && !(r.begin > 1 && text_[r.begin - 2] == '\'')) return {};
      if (after(r) == '\'') {
        char16_t next = r.end + 1 < text_.size() ? text_[r.end + 1] : u' ';
        bool opens = !is_space(next) && (r.begin == 0 || is_space(before(r)) || before(r) == '(');
        return {Style::double_, opens ? Side::opens : Side::closes};
      }
    }
    bool space_before = !is_word_unit(before(r)) && !is_end_mark(before(r)) && before(r) != ')' &&
                        before(r) != '%' && before(r) != ']' && before(r) != 0x2019 && before(r) != '\'' &&
                        before(r) != '$';
    bool space_after = is_space(after(r));
    Side straight = space_before && !space_after ? Side::opens
                    : space_before               ? Side::either
                    : space_after                ? Side::closes
                                                 : Side::closes;
    switch (text_[r.begin]) {
      case 0x201C:
        // Closes German quotations („…“).
        return {Style::double_, low_ || space_after ? Side::either : Side::opens};
      case 0x201E:
        return {Style::double_, Side::opens};
      case 0x201D:
        return {Style::double_, Side::closes};
      case '"':
        return {Style::double_, straight};
      case 0xAB:
        return {Style::angular, space_before || !space_after ? Side::opens : Side::either};
      case 0xBB:
        return {Style::angular, is_space(before(r)) && !space_after ? Side::either : Side::closes};
      case 0x2039:
        return {Style::single_angular, Side::opens};
      case 0x203A:
        return {Style::single_angular, Side::closes};
      case 0x2018:
        return {Style::single, is_digit(after(r)) ? Side::none : Side::opens};
      case 0x2019:
        return {Style::single, Side::closes};
      case '\'':
        return {Style::single, straight == Side::opens && is_digit(after(r)) ? Side::none : straight};
      default:
        return {};
    }
  }

  void read(TokenSpan paragraph) {
    Style carried = open_;
    open_ = Style::none;
    // Last token of the paragraph that can close a single quotation, seen from each place: apostrophes of plurals are told by it.
    last_closer_ = paragraph.begin;
    for (uint32_t at = paragraph.end; at > paragraph.begin && last_closer_ == paragraph.begin; --at)
      if (StyledMark m = mark(at - 1);
          m.style == Style::single && m.side != Side::opens && m.side != Side::none)
        last_closer_ = at - 1;
    StyledMark first = mark(paragraph.begin);
    bool continues = carried != Style::none && first.style == carried &&
                     (first.side == Side::opens || first.side == Side::either);
    if (!continues && !out_.empty()) out_.back().goes_on = false;
    for (uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
      StyledMark m = mark(at);
      if (m.style == Style::none || m.side == Side::none) continue;
      if (open_ == Style::none) {
        bool opens = m.side == Side::opens || m.side == Side::either;
        if (m.style == Style::single && opens && !worth_opening(at, paragraph)) continue;
        if (!opens) continue;
        open_ = m.style;
        begin_ = at;
        low_ = text_[tokens_.all[at].range.begin] == 0x201E;
        continue;
      }
      if (m.style != open_) continue;
      if (m.side == Side::opens) {
        // The same kind once more: the closing mark was forgotten.
        if (m.style != Style::single) {
          add(begin_, at, at, continues && begin_ == paragraph.begin);
          begin_ = at;
        }
        continue;
      }
      if (m.style == Style::single && plural_apostrophe(at)) continue;
      add(begin_, at, at + 1, continues && begin_ == paragraph.begin);
      open_ = Style::none;
      low_ = false;
    }
    low_ = false;
    if (open_ == Style::none) return;
    add(begin_, paragraph.end, paragraph.end, continues && begin_ == paragraph.begin);
    out_.back().goes_on = true;  // unless the next paragraph says otherwise
  }

  /// A straight or curly single mark is a quotation if something closes it here, or if it opens the paragraph or follows what
  /// introduces speech; else it is an apostrophe ('em).
  bool worth_opening(uint32_t at, TokenSpan paragraph) const {
    if (last_closer_ > at) return true;
    if (at == paragraph.begin) return true;
    char16_t c = text_[tokens_.all[at - 1].range.begin];
    return is_end_mark(c) || c == ':';
  }
  /// "voters' will": the mark behind an s and before a word, while a later mark can close the quotation.
  bool plural_apostrophe(uint32_t at) const {
    Range r = tokens_.all[at].range;
    if (at == 0 || at >= last_closer_ || lower(before(r)) != 's') return false;
    char16_t next = r.end + 1 < text_.size() && is_space(after(r)) ? text_[r.end + 1] : u'.';
    return is_word_unit(next) && lower(next) == next;
  }

  void add(uint32_t begin, uint32_t inside_end, uint32_t end, bool continues) {
    if (continues && !out_.empty())
      out_.back().goes_on = true;
    else
      continues = false;
    // The second half of a double mark made of two single ones.
    bool pair = end == inside_end + 1 && open_ == Style::double_ && words_.at(inside_end) == u"'";
    uint32_t inside = begin + 1;
    if (open_ == Style::double_ && words_.at(begin) == u"'" && inside < inside_end) ++inside;
    out_.push_back(
        {{begin, end + pair}, {inside, std::max(inside, inside_end)}, QuoteUse::speech, false, continues});
  }

  std::u16string_view text_;
  const Tokens& tokens_;
  TokenWords words_;
  std::vector<Quotation> out_;
  Style open_ = Style::none;
  uint32_t begin_ = 0;
  uint32_t last_closer_ = 0;
  bool low_ = false;
};

QuoteUse use_of(const Quotation& q, const TokenWords& words, const Lexicon& lexicon) {
  if (q.goes_on || q.continues || q.inside.empty()) return QuoteUse::speech;
  if (q.inside.size() > 12) return QuoteUse::speech;
  uint32_t count = 0, capitals = 0, long_words = 0;
  bool clause = false;
  for (uint32_t at = q.inside.begin; at < q.inside.end; ++at) {
    std::u16string_view word = words.at(at);
    if (!is_word_unit(word[0])) continue;
    ++count;
    std::u16string form = lexicon_form(word);
    clause = clause || lexicon.in_class("finite", form) || lexicon.in_class("pronoun", form);
    if (word.size() > 3 || is_digit(word[0])) {
      ++long_words;
      capitals += is_upper(word[0]) || is_digit(word[0]);
    }
  }
  char16_t last = words.at(q.inside.end - 1)[0];
  if (count >= 2 && long_words >= 2 && capitals == long_words && last != '.' && last != '!' &&
      words.capital(q.inside.begin))
    return QuoteUse::title;
  if (count <= 3 && !is_end_mark(last) && !clause) return QuoteUse::scare;
  return QuoteUse::speech;
}

}  // namespace

std::vector<Quotation> find_quotations(std::u16string_view text, const Tokens& tokens,
                                       const Lexicon& lexicon) {
  std::vector<Quotation> out = QuotationFinder(text, tokens).all();
  TokenWords words(text, tokens);
  for (Quotation& q : out) q.use = use_of(q, words, lexicon);
  return out;
}

void mark_quotes(std::u16string_view text, Tokens& tokens) {
  for (const Quotation& q : QuotationFinder(text, tokens).all()) {
    // The network has seen straight single marks as apostrophes only.
    if (text[tokens.all[q.marks.begin].range.begin] == '\'' && q.inside.begin == q.marks.begin + 1) continue;
    for (uint32_t at = q.marks.begin; at < q.marks.end; ++at)
      tokens.all[at].quote = at < q.inside.begin ? Quote::opens
                             : at < q.inside.end ? Quote::inside
                                                 : Quote::closes;
  }
}

std::vector<int32_t> quotation_of_tokens(const std::vector<Quotation>& quotations, size_t token_count) {
  std::vector<int32_t> of(token_count, -1);
  for (size_t i = 0; i < quotations.size(); ++i)
    for (uint32_t at = quotations[i].marks.begin; at < quotations[i].marks.end; ++at)
      of[at] = static_cast<int32_t>(i);
  return of;
}

}  // namespace who_says
