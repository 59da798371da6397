#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "anchor/evidence.h"
#include "model/claim.h"
#include "text/fold.h"
#include "text/gram_index.h"

namespace who_says {

/// A place in an article that may be a quote's.
struct Place {
  Range range;  ///< in the folded text
  PlaceEvidence evidence;
  double score = 0;
  double probability = 0;  ///< among all places found and "gone"
};

/// The places of an article where a selector's quote may stand, best first, with their probabilities. At most 16.
/// Looks at the occurrences of the quote, then, unless one of those is nearly certain, at places that are only like it: where
/// enough of its grams stand (PhraseGrams), and for short ones at the selector's position too.
std::vector<Place> find_places(const FoldedText& article, const GramIndex& grams, const Selector& selector);
/// The same if an unchanged place is nearly certain; else none, and only find_places() can tell.
std::vector<Place> find_same_places(const FoldedText& article, const GramIndex& grams,
                                    const Selector& selector);

}  // namespace who_says
