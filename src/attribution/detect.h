#pragma once

#include <memory>
#include <string_view>

#include "attribution/detection.h"
#include "model/result.h"

namespace who_says {

class Weights;

/// Version of the engine, written into each suggestion: "who-says 0.1.0" and, with the network, the version of its weights.
std::string engine_version(const Weights* weights);

/// Detects the sourcing of one text, in steps of a bounded size so that a page can go on in between.
///
///     Detector detector(article.text, "en", &weights);
///     while (!detector.done()) detector.step(2000);
///     Detection found = detector.take();
class Detector {
 public:
  /// `text` and `weights` must outlive the detector. language: "" = to be identified. weights: nullptr = rules only.
  Detector(std::u16string_view text, std::string_view language, const Weights* weights);
  ~Detector();
  Detector(const Detector&) = delete;
  Detector& operator=(const Detector&) = delete;

  /// Does about `work` units of work and says how many (one unit: a token through the network's first stage, 5 to 10 µs in
  /// WebAssembly; what other stages cost is measured, see tests/bench).
  uint64_t step(uint32_t work);
  bool done() const;
  /// Share of the work that is done, 0 to 1.
  float progress() const;
  /// What was found, once; only when done().
  Detection take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// All at once.
Detection detect(std::u16string_view text, std::string_view language, const Weights* weights);

}  // namespace who_says
