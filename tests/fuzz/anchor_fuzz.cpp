// Folding, describing and resolving over any text. The input: a byte that says where the text ends and the selector's words begin,
// then units of two bytes, mostly drawn from few letters so that texts repeat themselves.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "anchor/anchor.h"
#include "text/characters.h"
#include "text/fold.h"

using namespace who_says;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

std::u16string decoded(const uint8_t* data, size_t size) {
  const std::u16string letters =
      u"abcdefg .\n-“”’…ﬁé\u0301\u0308\u00AD\u200B\u200D\u1100\u1161\u11A8가中\U0001F6A2\uFF21\uFF76\uFF9E";
  std::u16string text;
  for (size_t i = 0; i < size; ++i) {
    if (data[i] == 255 && i + 2 < size) {
      text += char16_t(data[i + 1] << 8 | data[i + 2]);
      i += 2;
    } else {
      text += letters[data[i] % letters.size()];
    }
  }
  return text;
}

bool splits(std::u16string_view text, uint32_t at) { return !is_character_border(text, at); }

void check_folding(std::u16string_view source) {
  FoldedText folded(source);
  uint32_t size = uint32_t(folded.text().size());
  uint32_t last_begin = 0, last_end = 0;
  for (uint32_t i = 0; i < size; ++i) {
    Range there = folded.to_source({i, i + 1});
    must(there.begin <= there.end && there.end <= source.size());
    must(there.begin >= last_begin && there.end >= last_end);  // order is kept
    last_begin = there.begin;
    last_end = there.end;
    Range back = folded.to_folded(there);
    must(back.begin <= i && i + 1 <= back.end && back.end <= size);  // and back holds what it came from
  }
  for (uint32_t i = 0; i < source.size(); ++i) {
    Range there = folded.to_folded({i, uint32_t(source.size())});
    must(there.begin <= there.end && there.end <= size);
  }
}

void check_resolution(std::u16string_view text, const Resolution& found) {
  must(found.confidence >= 0 && found.confidence <= 1);
  must(found.range.begin <= found.range.end && found.range.end <= text.size());
  must(!splits(text, found.range.begin) && !splits(text, found.range.end));
  must((found.state == AnchorState::gone) == found.range.empty());
  must((found.state == AnchorState::ambiguous) == (found.candidates.size() > 1));
  must(found.state == AnchorState::ambiguous || found.candidates.empty());
  for (size_t i = 1; i < found.candidates.size(); ++i) {
    must(!(found.candidates[i] < found.candidates[i - 1]));
    must(found.candidates[i].end <= text.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 4) return 0;
  std::u16string all = decoded(data + 3, size - 3);
  size_t cut = all.size() * data[0] / 256;
  std::u16string text = all.substr(0, cut), words = all.substr(cut);
  check_folding(text);

  AnchorIndex index(text);
  Selector selector;
  size_t quote = words.size() * data[1] / 256;
  selector.prefix = words.substr(0, quote / 2);
  selector.exact = words.substr(quote / 2, quote);
  selector.suffix = words.substr(std::min(words.size(), quote / 2 + quote));
  if (data[2] & 1) selector.position = Range{uint32_t(data[2]) * 3, uint32_t(data[2]) * 3 + uint32_t(quote)};
  check_resolution(text, index.resolve(selector));

  if (text.empty()) return 0;
  uint32_t begin = uint32_t(text.size() * data[1] / 256);
  uint32_t end = begin + uint32_t((text.size() - begin) * data[2] / 256);
  Selector described = index.describe({begin, end});
  must(described.position.has_value());
  Range range = *described.position;
  must(range.end <= text.size() && !splits(text, range.begin) && !splits(text, range.end));
  must(text.compare(range.begin, range.size(), described.exact) == 0);
  text_fragment(text, range);
  Resolution found = index.resolve(described);
  check_resolution(text, found);
  if (!range.empty()) {
    bool listed = found.range == range;
    for (Range candidate : found.candidates) listed |= candidate == range;
    must(listed || found.state == AnchorState::gone);  // never silently elsewhere
  }
  return 0;
}
