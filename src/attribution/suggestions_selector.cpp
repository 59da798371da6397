#include "attribution/suggestions_selector.h"

#include <algorithm>

#include "text/characters.h"
#include "text/letters.h"

namespace who_says {
namespace {

constexpr uint32_t kContext = 32;  // of prefix and suffix, as claims files have it

uint32_t context_begin(std::u16string_view text, uint32_t end) {
  uint32_t begin = end > kContext ? end - kContext : 0;
  uint32_t word = begin;
  while (word > 0 && word < end && !is_space(text[word - 1])) ++word;
  if (word < end) begin = word;
  while (begin < end && !is_character_border(text, begin)) ++begin;
  return begin;
}
uint32_t context_end(std::u16string_view text, uint32_t begin) {
  uint32_t size = static_cast<uint32_t>(text.size());
  uint32_t end = std::min(begin + kContext, size);
  uint32_t word = end;
  while (word < size && word > begin && !is_space(text[word])) --word;
  if (word > begin) end = word;
  while (end > begin && !is_character_border(text, end)) --end;
  return end;
}

}  // namespace

bool is_well_formed(std::u16string_view words) {
  for (size_t at = 0; at < words.size(); ++at) {
    if (is_low_surrogate(words[at])) return false;
    if (is_high_surrogate(words[at]) && (++at == words.size() || !is_low_surrogate(words[at]))) return false;
  }
  return true;
}

Selector selector_at(std::u16string_view text, Range range) {
  uint32_t begin = context_begin(text, range.begin), end = context_end(text, range.end);
  Selector out;
  out.exact = text.substr(range.begin, range.size());
  out.prefix = text.substr(begin, range.begin - begin);
  out.suffix = text.substr(range.end, end - range.end);
  out.position = range;
  if (!is_well_formed(out.prefix)) out.prefix.clear();
  if (!is_well_formed(out.suffix)) out.suffix.clear();
  return out;
}

}  // namespace who_says
