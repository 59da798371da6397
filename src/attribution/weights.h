#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "attribution/features.h"
#include "attribution/kernels.h"
#include "attribution/steps.h"
#include "model/result.h"

namespace who_says {

/// Rows of values.
struct Table {
  uint32_t rows = 0;
  uint32_t columns = 0;
  std::vector<float> values;

  /// to[c] += row's values. `row` must be < rows.
  void add_row(uint32_t row, float* to) const {
    const float* from = values.data() + size_t(row) * columns;
    for (uint32_t column = 0; column < columns; ++column) to[column] += from[column];
  }
};

/// How sure a finding is: logistic regression over what decode.cpp knows of it.
struct Calibration {
  std::array<float, 5> factors = {};
  float bias = 0;
};

// What the second stage knows of a token beside what the first one found.
constexpr uint32_t kDistanceRows = 20;  ///< tokens to the cue, in buckets, before and behind
constexpr uint32_t kMarkRows = 3;       ///< no cue, this cue, another cue
constexpr uint32_t kSideRows = 10;      ///< sentences to the cue, -2 to 2, in its paragraph and in others
constexpr uint32_t kCueLabels = 3;      ///< outside, begin, inside
constexpr uint32_t kSpanLabels = 5;     ///< outside, begin and inside of source, of content

/// The trained network, read from its file. Immutable; as large as about 4 MB.
class Weights {
 public:
  /// Reads a weights file (the form is described in weights.cpp). Copies what it needs. Errors: "not-weights", "wrong-version",
  /// "wrong-shape", "damaged".
  static Result<Weights> read(std::span<const uint8_t> file);
  /// The same in steps, whose units are of about 256 bytes. `file` and `out` must outlive them; when they are through, `out` is there.
  static Steps read_in_steps(std::span<const uint8_t> file, std::optional<Result<Weights>>& out);

  /// Row of the word table; 0 for words that are not in the vocabulary.
  uint32_t word_row(const TokenFeatures& token) const;
  /// Name and checksum of the file: "english-1 5f03a2c1".
  const std::string& version() const { return version_; }

  float cue_bias = 0;   ///< taken from the score of "outside" when cues are decoded
  float threshold = 0;  ///< findings of lower confidence are dropped
  Calibration calibration;
  Table words;
  std::array<Table, 5> tables;  ///< ending, short ending, beginning, shape, place
  Matrix input;
  std::vector<Convolution> encoder;
  Matrix cue;  ///< to kCueLabels scores
  Matrix span_input;
  Table distance, mark, side;
  std::vector<Convolution> span_layers;
  Matrix span;  ///< to kSpanLabels scores

  /// Values of a token in each stage; multiples of kColumns.
  uint32_t width() const { return input.columns; }
  uint32_t span_width() const { return span_input.columns; }
  /// Tokens to either side that the first stage looks at.
  uint32_t reach() const;

 private:
  friend class WeightsReader;

  std::string version_;
  std::vector<uint32_t>
      vocabulary_;  ///< upper 24 bits of the words' fingerprints, rising; word i has row i + 1
};

}  // namespace who_says
