#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/claim.h"

namespace who_says {

/// Where a selector's words are in an article now.
struct Resolution {
  AnchorState state = AnchorState::gone;
  Range range;                    ///< of the best place; empty when `gone`
  double confidence = 0;          ///< probability that `range` is what was meant
  std::vector<Range> candidates;  ///< `ambiguous`: all places that are as good, in reading order
};

/// An article prepared once for many look-ups. Keeps its own copy of what it needs; const look-ups are pure.
class AnchorIndex {
 public:
  explicit AnchorIndex(std::u16string_view text);
  ~AnchorIndex();
  AnchorIndex(AnchorIndex&&) noexcept;
  AnchorIndex& operator=(AnchorIndex&&) noexcept;

  /// Finds a selector: position → exact with context → approximate.
  Resolution resolve(const Selector& selector) const;
  /// The selector of a range: its words, the least context that makes them unique (at most 64 units a side), its position.
  Selector describe(Range range) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

/// "#:~:text=…" directive of a range (WICG Text Fragments), without the '#'; percent-encoded UTF-8.
std::string text_fragment(std::u16string_view text, Range range);

}  // namespace who_says
