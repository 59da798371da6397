#include "attribution/pieces.h"

#include "attribution/quotations.h"
#include "text/characters.h"
#include "text/letters.h"

namespace who_says {
namespace {

// A piece has at least kLeastUnits units and at most kMostUnits: about 1,300 to 2,600 words; most articles are one. No stage takes long for
// so much (tests/bench/attribution.md).
constexpr size_t kLeastUnits = 8000;
constexpr size_t kMostUnits = 16000;

bool goes_on_quoting(std::u16string_view text, size_t line) {
  while (line < text.size() && is_space(text[line])) ++line;
  return line < text.size() && (is_opening_mark(text[line]) || text[line] == '"');
}

/// The last place in (from, to] of which `fits(place)` says yes; 0 for none.
template <class Fits>
size_t last(size_t from, size_t to, Fits fits) {
  for (size_t at = to; at > from; --at)
    if (fits(at)) return at;
  return 0;
}

}  // namespace

size_t piece_end(std::u16string_view text, size_t begin) {
  if (text.size() - begin <= kMostUnits) return text.size();
  size_t from = begin + kLeastUnits, to = begin + kMostUnits, any_line = 0;
  std::u16string_view seen = text.substr(0, to);
  for (size_t at = seen.find(u'\n', from); at < to; at = seen.find(u'\n', at + 1)) {
    if (!goes_on_quoting(text, at + 1)) return at + 1;
    any_line = at + 1;
  }
  if (any_line > 0) return any_line;
  auto ends_sentence = [&](size_t at) { return is_space(text[at - 1]) && text[at - 2] == '.'; };
  if (size_t at = last(from, to, ends_sentence)) return at;
  if (size_t at = last(from, to, [&](size_t place) { return is_space(text[place - 1]); })) return at;
  while (to > from && !is_character_border(text, uint32_t(to))) --to;
  return to;
}

Tokens tokens_of_piece(std::u16string_view text, Range piece) {
  Tokens tokens = tokenise(text.substr(piece.begin, piece.size()));
  if (piece.begin > 0)
    for (Token& token : tokens.all)
      token.range = {token.range.begin + piece.begin, token.range.end + piece.begin};
  return tokens;
}

void append(Tokens& tokens, const Tokens& next) {
  uint32_t all = uint32_t(tokens.all.size());
  uint32_t paragraphs = uint32_t(tokens.paragraphs.size()), sentences = uint32_t(tokens.sentences.size());
  for (Token token : next.all) {
    token.paragraph += paragraphs;
    token.sentence += sentences;
    tokens.all.push_back(token);
  }
  for (TokenSpan span : next.paragraphs) tokens.paragraphs.push_back({span.begin + all, span.end + all});
  for (TokenSpan span : next.sentences) tokens.sentences.push_back({span.begin + all, span.end + all});
}

Tokens tokens_of_paragraphs(const Tokens& tokens, TokenSpan paragraphs) {
  Tokens out;
  if (paragraphs.empty()) return out;
  uint32_t begin = tokens.paragraphs[paragraphs.begin].begin, end = tokens.paragraphs[paragraphs.end - 1].end;
  uint32_t sentence = tokens.all[begin].sentence;
  for (uint32_t i = begin; i < end; ++i) {
    Token token = tokens.all[i];
    token.paragraph -= paragraphs.begin;
    token.sentence -= sentence;
    out.all.push_back(token);
  }
  for (uint32_t i = paragraphs.begin; i < paragraphs.end; ++i)
    out.paragraphs.push_back({tokens.paragraphs[i].begin - begin, tokens.paragraphs[i].end - begin});
  for (uint32_t i = sentence; i <= tokens.all[end - 1].sentence; ++i)
    out.sentences.push_back({tokens.sentences[i].begin - begin, tokens.sentences[i].end - begin});
  return out;
}

}  // namespace who_says
