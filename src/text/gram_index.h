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

 private:
  friend class PhraseGrams;
  struct Bucket {
    const uint32_t* begin;
    const uint32_t* end;
    uint32_t size() const { return uint32_t(end - begin); }
  };
  Bucket bucket(uint64_t hash) const;  // of a gram

  std::u16string_view text_;
  uint32_t shift_ = 63;                 // 64 - bits of a slot: the upper ones of a hash
  std::vector<uint32_t> begins_;        // of each slot in places_, and the end
  std::unique_ptr<uint32_t[]> places_;  // of grams, in order within a slot
  uint32_t count_ = 0;                  // of places_; 0 until the index is whole
  // While it is built:
  uint32_t counted_ = 0, placed_ = 0;
  std::vector<uint32_t> next_;
};

/// A stretch of text that shares grams with a phrase.
struct GramWindow {
  Range range;  ///< where the whole phrase may lie
  /// Share of the phrase's grams that stand here in place, estimated from those that voted, each weighed by its rarity (bits). Grams
  /// that stand nowhere in the text weigh as much as the others on average: many may come of one misread letter. About 0 … 1.
  float weight;
};

/// The grams of one phrase, looked up once: the filter before approximate search. Costs O(phrase), whatever the text's size. Holds
/// views of the phrase and the index, which must be whole.
class PhraseGrams {
 public:
  PhraseGrams(const GramIndex& index, std::u16string_view phrase);

  /// The best `limit` windows of at least weight `least`, best first. The rarest grams of the phrase vote for the place where it
  /// would begin; no more than a fixed number of votes are read. A place and the phrase drift apart by `slack` units at most.
  /// Not complete: a place that shares no rare run of four units with the phrase is not found.
  std::vector<GramWindow> windows(uint32_t slack, size_t limit, float least = 0) const;
  /// Share of the phrase's grams that stand somewhere in a range of the text, in any order, weighed as above: 0 … 1; 1 for a
  /// phrase without grams. Never too low; for a few hundred units too high by some hundredths at most. Reads the range once.
  float share(Range range) const;

 private:
  struct Gram {
    const uint32_t* places;  // in the text, with those of the same slot
    uint32_t count;
    float bits;     // its rarity
    uint16_t mark;  // upper bits of its hash
  };

  const GramIndex& index_;
  std::u16string_view phrase_;
  std::vector<Gram> grams_;  // by their offset in the phrase
  float known_bits_ = 0;     // of the grams that stand in the text
  float known_share_ = 0;    // of all grams, those
};

}  // namespace who_says
