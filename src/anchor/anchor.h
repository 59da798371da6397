#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/claim.h"

namespace who_says {

/// Where a selector's words are in an article now.
struct Resolution {
  AnchorState state = AnchorState::gone;
  Range range;                    ///< of the best place; empty when `gone`
  double confidence = 0;          ///< probability that `range` is what was meant
  std::vector<Range> candidates;  ///< `ambiguous`: all places that are as good, in reading order
};

struct Place;

/// An article prepared once for many look-ups. Keeps its own copy of what it needs; const look-ups are pure.
class AnchorIndex {
 public:
  explicit AnchorIndex(std::u16string_view text);
  /// Begins an index that prepare() makes in steps, for who must not be kept waiting. No look-ups before it is ready.
  static AnchorIndex begin(std::u16string_view text);
  /// Works on about `units` code units. True when the index is ready.
  bool prepare(size_t units);
  ~AnchorIndex();
  AnchorIndex(AnchorIndex&&) noexcept;
  AnchorIndex& operator=(AnchorIndex&&) noexcept;

  /// Finds a selector: position → exact with context → approximate.
  Resolution resolve(const Selector& selector) const;
  /// The same for a selector whose words stand there unchanged beyond doubt, which costs little; nothing for all others, of which
  /// only resolve() can tell.
  std::optional<Resolution> resolve_unchanged(const Selector& selector) const;
  /// The selector of a range: its words, the least context that makes them unique (at most 64 units a side), its position.
  Selector describe(Range range) const;

 private:
  struct Impl;
  explicit AnchorIndex(std::unique_ptr<Impl> impl);
  std::optional<Resolution> at_position(const Selector& selector) const;
  Resolution decide(const Selector& selector, const std::vector<Place>& places) const;

  std::unique_ptr<Impl> impl_;
};

/// The selector of a range of an article, from the article's index, with hints: a text directive, and the heading over it.
Selector describe(const AnchorIndex& index, const Article& article, Range range);

/// "#:~:text=…" directive of a range (WICG Text Fragments), without the '#'; percent-encoded UTF-8.
std::string text_fragment(std::u16string_view text, Range range);

}  // namespace who_says
