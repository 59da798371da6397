#pragma once

#include <cstdint>
#include <vector>

#include "attribution/spans.h"
#include "attribution/weights.h"

namespace who_says {

/// The likeliest allowed sequence of labels (Viterbi): label 0 is outside, 2 i + 1 begins and 2 i + 2 continues a span of kind i; a
/// span is only continued where one of its kind is open. `scores`: rows × `stride` logits, of which the first `labels` count (an odd
/// number, at most kSpanLabels); each row must be normalised (logarithms of probabilities). `bias` is taken from label 0 everywhere.
std::vector<uint8_t> best_labels(const float* scores, uint32_t rows, uint32_t stride, uint32_t labels,
                                 float bias);

/// Turns a row of logits into logarithms of probabilities.
void log_softmax(float* scores, uint32_t labels);

/// Spans of kind `kind` in `labels`, shifted by `first`.
std::vector<TokenSpan> spans_of(const std::vector<uint8_t>& labels, uint32_t kind, uint32_t first);

/// The attribution of one cue. `cue_scores` points at the row of its first token, `span_scores` at the row of window.begin; both are
/// normalised. Empty content: the cue is none.
SpanAttribution attribution_of(TokenSpan cue, const float* cue_scores, uint32_t cue_stride, TokenSpan window,
                               const float* span_scores, uint32_t span_stride,
                               const Calibration& calibration);

}  // namespace who_says
