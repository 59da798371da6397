#include "anchor/evidence.h"

#include <algorithm>

namespace who_says {
namespace {

#include "anchor/weights.inc"

}  // namespace

Features features(const PlaceEvidence& e) {
  double same = e.same ? 1 : 0;
  double alike = std::max(0.0, (e.similarity - 0.3) / 0.7);  // unrelated English sentences reach about 0.3
  double kept = std::max(0.0, (e.kept - 0.4) / 0.6);
  double before = e.known_before * std::max(0.0, (e.before - 0.3) / 0.7);
  double after = e.known_after * std::max(0.0, (e.after - 0.3) / 0.7);
  double around = (before + after) / 2;
  // Both sides are known, and both are others: a look-alike has that, a quote that was edited hardly ever.
  double lack_before = std::max(0.0, e.known_before - before),
         lack_after = std::max(0.0, e.known_after - after);
  double clash = std::min(lack_before, lack_after), lack = std::max(lack_before, lack_after);
  // Line and block breaks at its ends, counted where the context is another: a paragraph that moved brings its breaks along; a quote
  // from within one that stands by itself now is mostly another's words.
  auto breaks = [&](bool did) {
    return (e.breaks_before && e.broke_before == did ? lack_before : 0) +
           (e.breaks_after && e.broke_after == did ? lack_after : 0);
  };
  double nearly = std::max(0.0, alike - 0.8) / 0.2;
  double stronger = std::max(before, after);
  double touching = e.touching_before * e.known_before + e.touching_after * e.known_after;
  double unknown = 2 - e.known_before - e.known_after;
  double at = e.at_position ? 1 : 0;
  return {1,
          same,
          same * e.length,
          same * e.length * e.length,
          alike,
          alike * alike,
          alike * e.length,
          kept,
          stronger,
          std::min(before, after),
          around * around,
          around * (1 - e.length),
          around * alike,
          touching,
          std::min(e.touching_before, e.touching_after),
          unknown,
          unknown * same * e.length,
          at,
          at * alike,
          e.nearness,
          e.has_position ? 0.0 : 1.0,
          same * e.twins,
          same * e.twins * around,
          (1 - same) * clash,
          (1 - same) * clash * alike,
          (1 - same) * clash * e.length,
          same * unknown,
          (1 - same) * (1 - at) * stronger * stronger * alike,
          (1 - same) * (1 - at) * std::max(e.touching_before, e.touching_after),
          (1 - same) * lack,
          (1 - same) * lack * at,
          (1 - same) * breaks(true) * nearly,
          (1 - same) * breaks(false) * alike};
}

double score(const PlaceEvidence& evidence) {
  Features terms = features(evidence);
  double sum = 0;
  for (size_t i = 0; i < kFeatures; ++i) sum += kWeights[i] * terms[i];
  return sum;
}

}  // namespace who_says
