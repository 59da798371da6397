#include "attribution/features.h"

#include <algorithm>
#include <string>

#include "text/letters.h"

namespace who_says {
namespace {

constexpr char16_t plain(char16_t c) {
  if (c == 0x2019 || c == 0x2018) return '\'';
  if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB) return '"';
  if (c == 0x2010 || c == 0x2011) return '-';
  if (c == 0x2013 || c == 0x2014 || c == 0x2015) return 0x2014;
  return c;
}

constexpr uint32_t mixed(uint32_t h) {
  h = (h ^ (h >> 16)) * 0x85EBCA6Bu;
  h = (h ^ (h >> 13)) * 0xC2B2AE35u;
  return h ^ (h >> 16);
}
uint32_t hash(std::u16string_view word, uint32_t seed) {
  uint32_t h = 2166136261u ^ seed;
  for (char16_t c : word) {
    h = (h ^ (c & 0xFF)) * 16777619u;
    h = (h ^ (c >> 8)) * 16777619u;
  }
  return mixed(h);
}

/// The classes of the characters in order, none more than twice in a row: "McCain" → "XxXxx".
std::u16string shape_of(std::u16string_view word) {
  std::u16string shape;
  for (char16_t c : word) {
    char16_t kind = is_digit(c)                    ? u'9'
                    : is_upper(c)                  ? u'X'
                    : c < 0x80 && !is_word_unit(c) ? c
                    : c < 0x80                     ? u'x'
                    : is_word_unit(c)              ? u'x'
                    : plain(c) < 0x80              ? plain(c)
                                                   : u'u';
    size_t n = shape.size();
    if (n < 2 || shape[n - 1] != kind || shape[n - 2] != kind) shape += kind;
    if (shape.size() == 6) break;
  }
  return shape;
}

}  // namespace

std::u16string normalised(std::u16string_view word) {
  std::u16string out(word);
  for (char16_t& c : out) c = is_digit(c) ? u'0' : plain(lower(c));
  return out;
}

uint32_t fingerprint(std::u16string_view word) { return hash(word, 0); }

TokenFeatures token_features(std::u16string_view text, const Tokens& tokens, uint32_t index) {
  const Token& token = tokens.all[index];
  std::u16string_view raw = token_text(text, token);
  std::u16string owned = normalised(raw);
  std::u16string_view word = owned;
  TokenFeatures out;
  out.word = fingerprint(word);
  size_t hyphen = word.rfind(u'-');
  bool compound = hyphen != word.npos && hyphen > 0 && hyphen + 1 < word.size();
  out.tail = compound ? fingerprint(word.substr(hyphen + 1)) : out.word;
  auto last = [&](size_t n) { return word.substr(word.size() - std::min(n, word.size())); };
  out.ending = static_cast<uint16_t>(hash(last(3), 1) % kEndingRows);
  out.short_ending = static_cast<uint16_t>(hash(last(2), word.size() > 5 ? 3 : 2) % kShortEndingRows);
  out.beginning = static_cast<uint16_t>(hash(word.substr(0, 3), 4) % kBeginningRows);
  out.shape = static_cast<uint8_t>(hash(shape_of(raw), 5) % kShapeRows);
  uint32_t begins = tokens.paragraphs[token.paragraph].begin == index ? 2
                    : tokens.sentences[token.sentence].begin == index ? 1
                                                                      : 0;
  out.place = static_cast<uint8_t>(static_cast<uint32_t>(token.quote) * 3 + begins);
  return out;
}

}  // namespace who_says
