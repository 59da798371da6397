#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "attribution/kernels.h"
#include "attribution/spans.h"
#include "attribution/tokens.h"
#include "attribution/weights.h"

namespace who_says {

/// Tokens before and behind a cue that the second stage looks at, at most.
constexpr uint32_t kWindowBefore = 56;
constexpr uint32_t kWindowBehind = 80;

/// The tokens in which source and content of `cue` are looked for: its paragraph; also the next one when that begins with a
/// quotation mark, and the one before when a quotation goes on from there; no further than the above.
TokenSpan window_of(const Tokens& tokens, TokenSpan cue);

/// Finds attributions by the network: a first stage reads the text and marks cues (gated convolutions over word, ending, shape and
/// place of each token), a second one marks source and content of each cue. In steps of a bounded size; linear in the text; memory
/// beside the result is bounded.
class Network {
 public:
  /// What the network computed, for tests: one row a token of kCueLabels logarithms of probabilities, and for each cue in order, one
  /// row of kSpanLabels for each token of its window.
  struct Log {
    std::vector<float> cues;
    std::vector<TokenSpan> found;
    std::vector<float> spans;
  };

  /// All arguments must outlive the network's run.
  Network(std::u16string_view text, const Tokens& tokens, const Weights& weights,
          const Kernels& kernels = simd_kernels(), Log* log = nullptr);

  /// Does about `work` units; one unit is one token through the first stage. Other work is counted by its multiplications.
  void step(uint32_t work);
  bool done() const { return chunk_.begin >= tokens_.all.size(); }
  /// Share of the tokens that are done, 0 to 1.
  float progress() const;
  /// What was found, in reading order of the cues, once; only when done().
  std::vector<SpanAttribution> take() { return std::move(found_); }

 private:
  enum class Phase { begin, embed, layers, cues, spans };
  /// What a stage knows of each token, row by row, and the same normalised, with a row of zeros behind.
  struct Values {
    uint32_t width = 0, rows = 0;
    std::vector<float> hidden;
    std::vector<int16_t> normal;

    void resize(uint32_t columns, uint32_t count);
    float* row(uint32_t at) { return &hidden[size_t(at) * width]; }
    int16_t* normal_row(uint32_t at) { return &normal[size_t(at) * width]; }
  };

  void begin_chunk();
  uint32_t embed();
  uint32_t run_layers();
  void find_cues();
  uint32_t run_spans();
  void normalise(Values& values);
  void convolve(const Convolution& layer, Values& values, uint32_t first, uint32_t last);

  std::u16string_view text_;
  const Tokens& tokens_;
  const Weights& weights_;
  const Kernels& kernels_;
  Log* log_;
  std::vector<SpanAttribution> found_;

  // A chunk of the text: what is computed for it, `reached_`, goes further by all that its results look at.
  Phase phase_ = Phase::begin;
  TokenSpan chunk_, reached_;
  uint32_t row_ = 0, group_ = 0, layer_ = 0;
  Values text_values_;             ///< of reached_
  Values span_values_;             ///< of the window of a cue
  std::vector<float> span_rows_;   ///< what the second stage begins with of each token of reached_
  std::vector<int16_t> points_;    ///< scratch of convolve()
  std::vector<float> cue_scores_;  ///< of chunk_, rows of weights_.cue.columns
  std::vector<TokenSpan> cues_;    ///< of chunk_
  std::vector<bool> in_cue_;       ///< for each token of chunk_
  uint32_t cue_ = 0;
};

}  // namespace who_says
