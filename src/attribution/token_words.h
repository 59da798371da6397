#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "attribution/tokens.h"
#include "text/letters.h"

namespace who_says {

/// The tokens of a text read as words, case aside. Keeps views: text and tokens must outlive it. Indices past the last token
/// are an empty word.
class TokenWords {
 public:
  TokenWords(std::u16string_view text, const Tokens& tokens) : text_(text), all_(tokens.all) {}

  std::u16string_view at(uint32_t token) const {
    return token < all_.size() ? token_text(text_, all_[token]) : std::u16string_view();
  }
  /// `word` in lower case.
  bool is(uint32_t token, std::u16string_view word) const { return same(at(token), word); }
  template <class List>
  bool one_of(uint32_t token, const List& words) const {
    std::u16string_view own = at(token);
    return std::any_of(words.begin(), words.end(), [own](std::u16string_view w) { return same(own, w); });
  }
  bool one_of(uint32_t token, std::initializer_list<std::u16string_view> words) const {
    return one_of<std::initializer_list<std::u16string_view>>(token, words);
  }
  bool capital(uint32_t token) const {
    std::u16string_view own = at(token);
    return !own.empty() && is_upper(own[0]);
  }
  /// First token that does not lie before `offset`.
  uint32_t from(uint32_t offset) const {
    auto it = std::lower_bound(all_.begin(), all_.end(), offset,
                               [](const Token& t, uint32_t o) { return t.range.end <= o; });
    return static_cast<uint32_t>(it - all_.begin());
  }
  /// Tokens that `range` touches.
  TokenSpan in(Range range) const {
    uint32_t begin = from(range.begin), end = begin;
    auto it = std::lower_bound(all_.begin() + begin, all_.end(), range.end,
                               [](const Token& t, uint32_t o) { return t.range.begin < o; });
    end = static_cast<uint32_t>(it - all_.begin());
    return {begin, std::max(begin, end)};
  }
  /// Place of a span of tokens, which is not empty.
  Range range(TokenSpan span) const { return {all_[span.begin].range.begin, all_[span.end - 1].range.end}; }

 private:
  static bool same(std::u16string_view own, std::u16string_view word) {
    return own.size() == word.size() && std::equal(own.begin(), own.end(), word.begin(),
                                                   [](char16_t a, char16_t b) { return lower(a) == b; });
  }

  std::u16string_view text_;
  const std::vector<Token>& all_;
};

}  // namespace who_says
