#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace who_says {

/// Half-open span [begin, end) of indices into Tokens::all.
struct TokenSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return end <= begin; }
  constexpr bool contains(uint32_t token) const { return begin <= token && token < end; }
  friend constexpr bool operator==(TokenSpan a, TokenSpan b) { return a.begin == b.begin && a.end == b.end; }
};

/// Where a token stands to the outermost quotation marks around it.
enum class Quote : uint8_t { outside, opens, inside, closes };

/// A word, number, punctuation mark or symbol. White space belongs to none.
///
///     “ I  do n't know , ” said Sen. Jo O'Neil of the U.S. 's Senate .    ("don't" stays one token, "'s" is one of its own)
struct Token {
  Range range;             ///< in the text, UTF-16 code units
  uint32_t paragraph = 0;  ///< index into Tokens::paragraphs
  uint32_t sentence = 0;   ///< index into Tokens::sentences; runs through the whole text
  Quote quote = Quote::outside;
};

struct Tokens {
  std::vector<Token> all;             ///< in reading order, disjoint, none empty
  std::vector<TokenSpan> paragraphs;  ///< one for each line ('\n' parts them) that holds a token
  std::vector<TokenSpan> sentences;   ///< no sentence crosses a paragraph
};

/// Cuts a text into tokens, sentences and paragraphs, and follows its quotation marks: curly, straight, single, angular; a
/// quotation that goes on in the next paragraph when that opens with a mark again. Any code units will do; linear in the text.
Tokens tokenise(std::u16string_view text);

/// The words of a token, a view into `text`.
inline std::u16string_view token_text(std::u16string_view text, const Token& token) {
  return text.substr(token.range.begin, token.range.size());
}

}  // namespace who_says
