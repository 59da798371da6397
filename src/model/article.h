#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/range.h"

namespace who_says {

enum class BlockRole : uint8_t { paragraph, heading, list_item, quote, caption, other };

/// One block of an article (what a reader sees as a paragraph). Blocks are in order, do not overlap, and exclude the line
/// breaks between them.
struct Block {
  Range range;
  BlockRole role = BlockRole::paragraph;
  uint8_t level = 0;  ///< of a heading: 1 to 6
};

/// An article as plain text. Blocks are separated by "\n\n", `<br>` is "\n", other white space runs are one space.
struct Article {
  std::string url;  ///< address without fragment; may be empty
  std::string title;
  std::string lang;  ///< BCP 47; may be empty
  std::u16string text;
  std::vector<Block> blocks;
};

/// Blocks of plain text: each non-empty line is a paragraph.
std::vector<Block> blocks_of_plain_text(std::u16string_view text);

/// The nearest heading at or before an offset; empty when there is none.
std::u16string_view heading_over(const Article& article, uint32_t offset);

/// FNV-1a 64 of the text as UTF-8, white space runs folded to one space, as 16 hex digits. Names a version of an article; no
/// protection against intent.
std::string text_hash(std::u16string_view text);

}  // namespace who_says
