#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace who_says {

class Folder;

/// A text with the differences levelled that typography, encoding and layout make, and a map back to its source.
///
///     source  s a i d _ _ \n “ n o . . .  ﬁ x e \u0301 d \u00AD
///     text    s a i d _      " n o . . .  f i x é        d
///
/// - every run of white space, line and block breaks → one space
/// - curly, low, angle quotes and primes → `"` and `'`; dashes, also `--` → one `-`; `…` → `...`
/// - ligatures ﬀ … ﬆ → their letters; full-width forms → ASCII; half-width katakana → katakana
/// - soft hyphens, zero-width and direction marks, variation selectors → nothing (a zero-width joiner stays among symbols)
/// - a base and its combining marks → one character where one exists (NFC and NFD become alike); Hangul jamo → syllables
///
/// Case stays: "US" is not "us". Order is kept, well-formed text stays well-formed, no surrogate pair is split. Folding a folded
/// text changes nothing but can join what edits put together. Built in O(n); memory beside the text grows with its irregular
/// places only. Offsets are UTF-16 code units.
class FoldedText {
 public:
  FoldedText() = default;
  explicit FoldedText(std::u16string_view source);

  const std::u16string& text() const { return text_; }
  uint32_t source_size() const { return source_size_; }

  /// The unit at `folded` is a space that stands for white space with a line break in it.
  bool breaks_at(uint32_t folded) const;
  /// The source of a range of `text()`: whole characters, nothing that folds away at its edges. Ranges are clamped to the text.
  Range to_source(Range folded) const;
  /// The folded form of a range of the source, widened to whole folded units. Clamped.
  Range to_folded(Range source) const;

 private:
  friend class Folder;
  // A place where the two texts are not one unit to one: `folded_size` units of text stand for `source_size` of the source.
  struct Knot {
    uint32_t folded;
    uint32_t source;
    uint32_t folded_size;
    uint32_t source_size;
  };
  uint32_t source_begin(uint32_t folded) const;  // where the unit at `folded` begins
  uint32_t source_end(uint32_t folded) const;    // where the unit before `folded` ends
  const Knot* last_knot(uint32_t offset, uint32_t Knot::*side) const;

  std::u16string text_;
  std::vector<Knot> knots_;
  std::vector<uint32_t> breaks_;  // folded offsets, in order
  uint32_t source_size_ = 0;
};

/// Folds a text in steps, for who must not be kept waiting. Keeps views of the source and of `out`, which both must outlive it and
/// stay where they are; `out` is of no use before the last step.
class Folding {
 public:
  Folding(std::u16string_view source, FoldedText& out);
  ~Folding();
  /// Folds `units` of the source and somewhat more. True when all is folded.
  bool step(size_t units);

 private:
  std::unique_ptr<Folder> folder_;
};

/// The folded form alone.
std::u16string fold(std::u16string_view text);

}  // namespace who_says
