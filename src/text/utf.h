#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace who_says {

/// Converts; ill-formed input becomes U+FFFD, one for each maximal ill-formed part (Unicode 15, section 3.9).
std::u16string to_utf16(std::string_view utf8);
/// Converts; a lone surrogate becomes U+FFFD.
std::string to_utf8(std::u16string_view utf16);
/// True when `utf8` is well-formed; otherwise `*bad` (if given) is the byte offset of the first ill-formed part.
bool is_utf8(std::string_view utf8, size_t* bad = nullptr);

/// Converts offsets between UTF-16 code units and Unicode code points of one text. Built once in O(n); each look-up is
/// O(log n). A lone surrogate counts as one code point. Offsets past the end are clamped. An offset inside a surrogate pair
/// maps to the code point it is part of.
class CodePointMap {
 public:
  explicit CodePointMap(std::u16string_view text);
  uint32_t to_code_points(uint32_t utf16_offset) const;
  uint32_t to_utf16(uint32_t code_point_offset) const;

 private:
  std::vector<uint32_t> pairs_;  // UTF-16 offset of the first unit of each surrogate pair
  uint32_t size_ = 0;
};

}  // namespace who_says
