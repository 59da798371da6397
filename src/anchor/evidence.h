#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace who_says {

/// What speaks for one place being the quote's, each figure from 0 to 1 unless said otherwise.
struct PlaceEvidence {
  bool same = false;      ///< the quote's words stand there unchanged
  double similarity = 0;  ///< of quote and place: 1 - edits / the longer one's size
  double kept = 0;    ///< share of the place's units that match the quote's: high when a quote was shortened
  double length = 0;  ///< of the quote: 0 = one unit, 1 = 200 and more, logarithmic
  double before = 0, after = 0;  ///< similarity of the prefix and suffix with what stands around the place
  double touching_before = 0,
         touching_after = 0;  ///< how far they agree to the letter, outwards from the place; 16 units = 1
  double known_before = 0,
         known_after = 0;  ///< how much of a prefix and suffix the selector has; 32 units = 1
  bool broke_before = false, broke_after = false;    ///< the quote began and ended a line or block
  bool breaks_before = false, breaks_after = false;  ///< the place does
  bool has_position = false;
  bool at_position = false;  ///< begins at the selector's position
  double nearness = 0;       ///< to the selector's position: 1 = there, 0 = a text's length away, logarithmic
  double twins = 0;          ///< other places with the same words: ln(1 + count)
};

constexpr size_t kFeatures = 33;
using Features = std::array<double, kFeatures>;

/// The terms that are weighed: the figures above and products of them, named one by one in weights.inc. Products let the weight
/// of one figure hang on another: unchanged words count by their length (a long quote needs no context, a name does), context
/// counts more for a short quote, position only with words that are alike, line breaks at the quote's ends only where the words
/// changed and the context is another. The weights come from data: conditional logistic
/// regression over generated edits (tests/bench/anchoring/fit.mjs; figures and data in tests/bench/anchoring.md).
Features features(const PlaceEvidence& evidence);
/// Log-odds of the place against "the quote is gone". The places of one quote and "gone" are then alternatives that exclude
/// each other: P(place) = e^score / (1 + Σ e^score).
double score(const PlaceEvidence& evidence);

}  // namespace who_says
