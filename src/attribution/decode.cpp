#include "attribution/decode.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "attribution/kernels.h"

namespace who_says {
namespace {

constexpr float kNever = -1e9f;
using Scores = std::array<float, kSpanLabels>;

/// `label` may follow `before`.
constexpr bool follows(uint32_t before, uint32_t label) {
  return label == 0 || label % 2 == 1 || before == label || before == label - 1;
}

}  // namespace

void log_softmax(float* scores, uint32_t labels) {
  float top = *std::max_element(scores, scores + labels);
  float sum = 0;
  for (uint32_t i = 0; i < labels; ++i) sum += exponential(scores[i] - top);
  float all = top + std::log(sum);
  for (uint32_t i = 0; i < labels; ++i) scores[i] -= all;
}

std::vector<uint8_t> best_labels(const float* scores, uint32_t rows, uint32_t stride, uint32_t labels,
                                 float bias) {
  std::vector<uint8_t> out(rows);
  if (rows == 0) return out;
  std::vector<std::array<uint8_t, kSpanLabels>> from(rows);
  Scores best = {};
  for (uint32_t label = 0; label < labels; ++label)
    best[label] = follows(0, label) ? scores[label] - (label == 0 ? bias : 0) : kNever;
  for (uint32_t row = 1; row < rows; ++row) {
    const float* score = scores + size_t(row) * stride;
    Scores next = {};
    for (uint32_t label = 0; label < labels; ++label) {
      uint32_t top = 0;
      for (uint32_t before = 1; before < labels; ++before)
        if (follows(before, label) && (!follows(top, label) || best[before] > best[top])) top = before;
      from[row][label] = static_cast<uint8_t>(top);
      next[label] = (follows(top, label) ? best[top] : kNever) + score[label] - (label == 0 ? bias : 0);
    }
    best = next;
  }
  out[rows - 1] = static_cast<uint8_t>(std::max_element(best.begin(), best.begin() + labels) - best.begin());
  for (uint32_t row = rows - 1; row > 0; --row) out[row - 1] = from[row][out[row]];
  return out;
}

std::vector<TokenSpan> spans_of(const std::vector<uint8_t>& labels, uint32_t kind, uint32_t first) {
  std::vector<TokenSpan> out;
  uint8_t begins = static_cast<uint8_t>(2 * kind + 1), continues = static_cast<uint8_t>(2 * kind + 2);
  for (uint32_t at = 0; at < labels.size(); ++at) {
    bool goes_on = labels[at] == continues && !out.empty() && out.back().end == first + at;
    if (goes_on)
      ++out.back().end;
    else if (labels[at] == begins || labels[at] == continues)
      out.push_back({first + at, first + at + 1});
  }
  return out;
}

SpanAttribution attribution_of(TokenSpan cue, const float* cue_scores, uint32_t cue_stride, TokenSpan window,
                               const float* span_scores, uint32_t span_stride,
                               const Calibration& calibration) {
  SpanAttribution out;
  std::vector<uint8_t> labels = best_labels(span_scores, window.size(), span_stride, kSpanLabels, 0);
  for (uint32_t at = cue.begin; at < cue.end; ++at) labels[at - window.begin] = 0;
  out.source = spans_of(labels, 0, window.begin);
  out.content = spans_of(labels, 1, window.begin);
  out.cue = {cue};
  if (out.content.empty()) return out;

  float cue_sum = 0;
  for (uint32_t at = 0; at < cue.size(); ++at)
    cue_sum += std::max(cue_scores[at * cue_stride + 1], cue_scores[at * cue_stride + 2]);
  float source_sum = 0, content_sum = 0;
  for (uint32_t at = 0; at < window.size(); ++at) {
    if (cue.contains(window.begin + at)) continue;
    const float* score = span_scores + size_t(at) * span_stride;
    // What the chosen label leaves open of the question "source or not", "content or not".
    float source = exponential(score[1]) + exponential(score[2]);
    float content = exponential(score[3]) + exponential(score[4]);
    bool in_source = labels[at] == 1 || labels[at] == 2, in_content = labels[at] >= 3;
    source_sum += std::log(std::max(1e-6f, in_source ? source : 1 - source));
    content_sum += std::log(std::max(1e-6f, in_content ? content : 1 - content));
  }
  uint32_t length = 0;
  for (TokenSpan span : out.content) length += span.size();
  const std::array<float, 5> facts = {std::max(-4.0f, cue_sum / static_cast<float>(cue.size())),
                                      std::max(-8.0f, source_sum), std::max(-12.0f, content_sum),
                                      out.source.empty() ? 1.0f : 0.0f, std::log(static_cast<float>(length))};
  float sum = calibration.bias;
  for (size_t i = 0; i < facts.size(); ++i) sum += calibration.factors[i] * facts[i];
  out.confidence = 1.0f / (1.0f + exponential(-sum));
  return out;
}

}  // namespace who_says
