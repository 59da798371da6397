#include "model/article.h"

#include "text/letters.h"

namespace who_says {
std::vector<Block> blocks_of_plain_text(std::u16string_view text) {
  std::vector<Block> out;
  uint32_t n = static_cast<uint32_t>(text.size());
  for (uint32_t begin = 0; begin < n;) {
    uint32_t end = begin;
    while (end < n && text[end] != '\n') ++end;
    Range range{begin, end};
    while (!range.empty() && is_space(text[range.begin])) ++range.begin;
    while (!range.empty() && is_space(text[range.end - 1])) --range.end;
    if (!range.empty()) out.push_back({range, BlockRole::paragraph, 0});
    begin = end + 1;
  }
  return out;
}

std::string text_hash(std::u16string_view text) {
  uint64_t hash = 14695981039346656037ull;
  auto add = [&hash](uint32_t byte) { hash = (hash ^ (byte & 0xFF)) * 1099511628211ull; };
  bool space = false, begun = false;
  for (size_t i = 0; i < text.size(); ++i) {
    uint32_t c = text[i];
    if (is_space(text[i])) {
      space = begun;
      continue;
    }
    if (space) add(' ');
    space = false;
    begun = true;
    if ((c & 0xFC00) == 0xD800 && i + 1 < text.size() && (text[i + 1] & 0xFC00) == 0xDC00)
      c = 0x10000 + ((c & 0x3FF) << 10) + (text[++i] & 0x3FF);
    else if ((c & 0xF800) == 0xD800)
      c = 0xFFFD;
    if (c < 0x80) {
      add(c);
      continue;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    add((more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0) | c >> (6 * more));
    while (more-- > 0) add(0x80 | (c >> (6 * more) & 0x3F));
  }
  std::string out(16, '0');
  for (int k = 15; k >= 0; --k, hash >>= 4) out[static_cast<size_t>(k)] = "0123456789abcdef"[hash & 15];
  return out;
}

std::u16string_view heading_over(const Article& article, uint32_t offset) {
  std::u16string_view found;
  for (const Block& block : article.blocks) {
    if (block.range.begin > offset) break;
    if (block.role == BlockRole::heading)
      found = std::u16string_view(article.text).substr(block.range.begin, block.range.size());
  }
  return found;
}

}  // namespace who_says
