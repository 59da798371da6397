#include "text/utf.h"

#include <algorithm>

namespace who_says {
namespace {

constexpr char16_t kReplacement = 0xFFFD;

bool is_high(char16_t c) { return (c & 0xFC00) == 0xD800; }
bool is_low(char16_t c) { return (c & 0xFC00) == 0xDC00; }

/// Decodes the code point at `at`; `*size` is how many bytes it takes. An ill-formed part gives 0xFFFFFFFF and its maximal size.
uint32_t decode(std::string_view utf8, size_t at, size_t* size) {
  constexpr uint32_t bad = 0xFFFFFFFF;
  auto byte = [&](size_t k) { return k < utf8.size() ? static_cast<uint8_t>(utf8[k]) : 0u; };
  uint32_t lead = byte(at);
  *size = 1;
  if (lead < 0x80) return lead;
  uint32_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                    : lead >= 0xE0 && lead <= 0xEF ? 3
                    : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                   : 0;
  if (!length) return bad;
  // The second byte's limits keep out over-long forms, surrogates and what lies past U+10FFFF.
  uint32_t least = lead == 0xE0   ? 0xA0
                   : lead == 0xF0 ? 0x90
                                  : 0x80,
           most = lead == 0xED   ? 0x9F
                  : lead == 0xF4 ? 0x8F
                                 : 0xBF;
  uint32_t code = lead & (0xFFu >> (length + 1));
  for (uint32_t k = 1; k < length; ++k) {
    uint32_t next = byte(at + k);
    if (at + k >= utf8.size() || next < least || next > most) return bad;
    code = code << 6 | (next & 0x3F);
    *size = k + 1;
    least = 0x80;
    most = 0xBF;
  }
  return code;
}

}  // namespace

std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size());
  for (size_t at = 0; at < utf8.size();) {
    size_t size;
    uint32_t code = decode(utf8, at, &size);
    at += size;
    if (code == 0xFFFFFFFF) {
      out += kReplacement;
    } else if (code < 0x10000) {
      out += static_cast<char16_t>(code);
    } else {
      out += static_cast<char16_t>(0xD7C0 + (code >> 10));
      out += static_cast<char16_t>(0xDC00 + (code & 0x3FF));
    }
  }
  return out;
}

std::string to_utf8(std::u16string_view utf16) {
  std::string out;
  out.reserve(utf16.size());
  for (size_t i = 0; i < utf16.size(); ++i) {
    uint32_t code = utf16[i];
    if (is_high(utf16[i]) && i + 1 < utf16.size() && is_low(utf16[i + 1]))
      code = 0x10000 + ((code & 0x3FF) << 10) + (utf16[++i] & 0x3FF);
    else if ((code & 0xF800) == 0xD800)
      code = kReplacement;
    if (code < 0x80) {
      out += static_cast<char>(code);
      continue;
    }
    int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr uint8_t lead[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(lead[more] | code >> (6 * more));
    while (more-- > 0) out += static_cast<char>(0x80 | (code >> (6 * more) & 0x3F));
  }
  return out;
}

bool is_utf8(std::string_view utf8, size_t* bad) {
  for (size_t at = 0, size; at < utf8.size(); at += size) {
    if (decode(utf8, at, &size) != 0xFFFFFFFF) continue;
    if (bad) *bad = at;
    return false;
  }
  return true;
}

CodePointMap::CodePointMap(std::u16string_view text) : size_(static_cast<uint32_t>(text.size())) {
  for (uint32_t i = 0; i + 1 < text.size(); ++i)
    if (is_high(text[i]) && is_low(text[i + 1])) pairs_.push_back(i++);
}

uint32_t CodePointMap::to_code_points(uint32_t offset) const {
  offset = std::min(offset, size_);
  // Each pair whose second unit lies at or before the offset takes one off.
  auto pairs = std::lower_bound(pairs_.begin(), pairs_.end(), offset) - pairs_.begin();
  return offset - static_cast<uint32_t>(pairs);
}

uint32_t CodePointMap::to_utf16(uint32_t code_points) const {
  // Pair k begins at code point pairs_[k] - k, which grows with k.
  uint32_t low = 0, high = static_cast<uint32_t>(pairs_.size());
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (pairs_[middle] - middle < code_points)
      low = middle + 1;
    else
      high = middle;
  }
  return code_points > size_ ? size_ : std::min(size_, code_points + low);
}

}  // namespace who_says
