#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace who_says {

/// Where every run of four units of a text stands, for look-ups that do not read the text. Built once in O(n); 4 bytes a unit
/// and up to 1 MB of buckets. Holds a view: the text must outlive it.
class GramIndex {
 public:
  static constexpr uint32_t kGram = 4;

  GramIndex() = default;
  explicit GramIndex(std::u16string_view text);
  /// Begins an index that step() builds; look-ups before its end find nothing.
  void begin(std::u16string_view text);
  /// Goes on for about `units` of the text, which is read twice. True when the index is whole.
  bool step(size_t units);

  std::u16string_view text() const { return text_; }

  /// Begins of the occurrences of `phrase`, overlapping ones too, in order; at most `limit`. Reads the places of its rarest
  /// gram; a phrase under four units is looked for in the whole text.
  std::vector<uint32_t> occurrences(std::u16string_view phrase, size_t limit) const;

  /// A stretch of text that shares grams with a phrase.
  struct Window {
    Range range;  ///< where the whole phrase may lie
    float weight;  ///< share of the phrase's grams found here, each weighed by its rarity (bits); about 0 … 1
  };
  /// The filter before approximate search: the best `limit` windows, best first. The rarest grams of the phrase vote for the
  /// place where it would begin; no more than a fixed number of votes are read, so the cost does not grow with the text.
  /// Not complete: a place that shares no rare run of four units with the phrase is not found.
  std::vector<Window> windows(std::u16string_view phrase, uint32_t slack, size_t limit) const;

 private:
  struct Bucket {
    const uint32_t* begin;
    const uint32_t* end;
    uint32_t size() const { return uint32_t(end - begin); }
  };
  uint32_t slot(const char16_t* gram) const;
  Bucket bucket(const char16_t* gram) const;

  std::u16string_view text_;
  uint32_t shift_ = 63;                 // 64 - bits of a slot
  std::vector<uint32_t> begins_;        // of each slot in places_, and the end
  std::unique_ptr<uint32_t[]> places_;  // of grams, in order within a slot
  uint32_t count_ = 0;                  // of places_; 0 until the index is whole
  // While it is built:
  uint32_t counted_ = 0, placed_ = 0;
  std::vector<uint32_t> next_;
};

}  // namespace who_says
