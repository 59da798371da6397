#include "attribution/network.h"

#include <algorithm>

#include "attribution/decode.h"
#include "attribution/features.h"

namespace who_says {
namespace {

/// Tokens whose results come from one pass. More cost memory, fewer cost time at their edges.
constexpr uint32_t kChunk = 2048;
/// Rows, and groups of a convolution, done before a step may end.
constexpr uint32_t kRows = 16;
constexpr uint32_t kGroups = 16;
/// Longer runs of cue labels are cut.
constexpr uint32_t kLongestCue = 12;

/// Buckets of the distance to the cue: their lower bounds.
constexpr uint32_t kDistances[] = {1, 2, 3, 4, 6, 9, 14, 22, 35};

uint32_t distance_row(TokenSpan cue, uint32_t token) {
  bool before = token < cue.begin;
  uint32_t distance = before ? cue.begin - token : token >= cue.end ? token - cue.end + 1 : 0;
  uint32_t bucket = 0;
  for (uint32_t bound : kDistances) bucket += distance >= bound;
  return before ? bucket : kDistanceRows / 2 + bucket;
}

uint32_t side_row(const Tokens& tokens, TokenSpan cue, uint32_t token) {
  const Token &here = tokens.all[token], &there = tokens.all[cue.begin];
  int64_t apart = static_cast<int64_t>(here.sentence) - static_cast<int64_t>(there.sentence);
  uint32_t row = static_cast<uint32_t>(std::clamp<int64_t>(apart, -2, 2) + 2);
  return here.paragraph == there.paragraph ? row : row + kSideRows / 2;
}

}  // namespace

TokenSpan window_of(const Tokens& tokens, TokenSpan cue) {
  uint32_t paragraph = tokens.all[cue.begin].paragraph;
  TokenSpan out = tokens.paragraphs[paragraph];
  auto opens = [&](uint32_t token) { return tokens.all[token].quote == Quote::opens; };
  auto left_open = [&](uint32_t token) { return opens(token) || tokens.all[token].quote == Quote::inside; };
  bool continued = paragraph + 1 < tokens.paragraphs.size() && opens(out.end);
  bool continues = paragraph > 0 && opens(out.begin) && left_open(out.begin - 1);
  if (continued) out.end = tokens.paragraphs[paragraph + 1].end;
  if (continues) out.begin = tokens.paragraphs[paragraph - 1].begin;
  out.begin = std::max(out.begin, cue.begin - std::min(cue.begin, kWindowBefore));
  out.end = std::min(out.end, cue.end + kWindowBehind);
  return out;
}

Network::Network(std::u16string_view text, const Tokens& tokens, const Weights& weights,
                 const Kernels& kernels, Log* log)
    : text_(text), tokens_(tokens), weights_(weights), kernels_(kernels), log_(log) {}

float Network::progress() const {
  if (done()) return 1;
  return static_cast<float>(chunk_.begin) / static_cast<float>(tokens_.all.size());
}

void Network::step(uint32_t work) {
  uint64_t layers = std::max<size_t>(1, weights_.encoder.size());
  for (uint64_t spent = 0; spent < work * layers && !done();) switch (phase_) {
      case Phase::begin:
        begin_chunk();
        break;
      case Phase::embed:
        spent += embed();
        break;
      case Phase::layers:
        spent += run_layers();
        break;
      case Phase::cues:
        find_cues();
        break;
      case Phase::spans:
        spent += run_spans();
        break;
    }
}

/// The chunk ends with a paragraph where it can.
void Network::begin_chunk() {
  uint32_t all = static_cast<uint32_t>(tokens_.all.size());
  uint32_t end = std::min(all, chunk_.begin + kChunk);
  if (end < all) {
    uint32_t border = tokens_.paragraphs[tokens_.all[end].paragraph].begin;
    if (border > chunk_.begin) end = border;
  }
  chunk_.end = end;
  uint32_t before = kWindowBefore + weights_.reach(), behind = kWindowBehind + weights_.reach();
  reached_ = {chunk_.begin - std::min(chunk_.begin, before), std::min(all, chunk_.end + behind)};
  text_values_.resize(weights_.width(), reached_.size());
  row_ = group_ = layer_ = 0;
  phase_ = Phase::embed;
}

uint32_t Network::embed() {
  uint32_t inner = weights_.input.inner;
  uint32_t rows = std::min(kRows, reached_.size() - row_);
  std::vector<float> facts(inner);
  std::vector<int16_t> in(size_t(rows) * inner);
  for (uint32_t i = 0; i < rows; ++i) {
    TokenFeatures token = token_features(text_, tokens_, reached_.begin + row_ + i);
    std::fill(facts.begin(), facts.end(), 0.0f);
    float* to = facts.data();
    weights_.words.add_row(weights_.word_row(token), to);
    to += weights_.words.columns;
    const uint32_t table_rows[] = {token.ending, token.short_ending, token.beginning, token.shape,
                                   token.place};
    for (size_t table = 0; table < weights_.tables.size(); to += weights_.tables[table++].columns)
      weights_.tables[table].add_row(table_rows[table], to);
    std::transform(facts.begin(), facts.end(), in.begin() + ptrdiff_t(i) * inner, fixed);
  }
  kernels_.multiply(in.data(), rows, weights_.input, text_values_.row(row_));
  row_ += rows;
  if (row_ == reached_.size()) phase_ = Phase::layers;
  return rows;
}

void Network::Values::resize(uint32_t columns, uint32_t count) {
  width = columns;
  rows = count;
  hidden.resize(size_t(columns) * count);
  normal.resize(size_t(columns) * (count + 1));
  std::fill(normal.end() - columns, normal.end(), int16_t{0});
}

void Network::normalise(Values& values) {
  for (uint32_t row = 0; row < values.rows; ++row)
    kernels_.normalise(values.row(row), values.width, values.normal_row(row));
}

/// Groups [first, last) through one gated convolution of the normalised values.
void Network::convolve(const Convolution& layer, Values& values, uint32_t first, uint32_t last) {
  points_.resize(size_t(kGroups) * Convolution::kPoints * values.width);
  for (uint32_t group = first; group < last; group += kGroups)
    kernels_.convolve({values.normal_row(0), values.rows}, layer, group, std::min(last, group + kGroups),
                      points_.data(), values.row(0));
}

uint32_t Network::run_layers() {
  if (group_ == 0) normalise(text_values_);
  if (layer_ == weights_.encoder.size()) {  // what both stages read is normalised once more
    phase_ = Phase::cues;
    return 1;
  }
  const Convolution& layer = weights_.encoder[layer_];
  uint32_t all = layer.groups(text_values_.rows), last = std::min(all, group_ + kGroups);
  uint32_t done = (last - group_) * Convolution::kTokens;
  convolve(layer, text_values_, group_, last);
  group_ = last;
  if (group_ == all) {
    group_ = 0;
    ++layer_;
  }
  return done;
}

void Network::find_cues() {
  uint32_t columns = weights_.cue.columns;
  cue_scores_.resize(size_t(chunk_.size()) * columns);
  kernels_.multiply(text_values_.normal_row(chunk_.begin - reached_.begin), chunk_.size(), weights_.cue,
                    cue_scores_.data());
  span_rows_.resize(size_t(reached_.size()) * weights_.span_width());
  kernels_.multiply(text_values_.normal_row(0), reached_.size(), weights_.span_input, span_rows_.data());
  for (uint32_t row = 0; row < chunk_.size(); ++row) {
    log_softmax(&cue_scores_[size_t(row) * columns], kCueLabels);
    if (log_)
      log_->cues.insert(log_->cues.end(), &cue_scores_[size_t(row) * columns],
                        &cue_scores_[size_t(row) * columns] + kCueLabels);
  }
  cues_.clear();
  in_cue_.assign(chunk_.size(), false);
  cue_ = 0;
  for (uint32_t at = chunk_.begin; at < chunk_.end;) {
    uint32_t end = std::min(chunk_.end, tokens_.paragraphs[tokens_.all[at].paragraph].end);
    std::vector<uint8_t> labels = best_labels(&cue_scores_[size_t(at - chunk_.begin) * columns], end - at,
                                              columns, kCueLabels, weights_.cue_bias);
    for (TokenSpan cue : spans_of(labels, 0, at)) {
      cues_.push_back({cue.begin, std::min(cue.end, cue.begin + kLongestCue)});
      std::fill_n(in_cue_.begin() + (cue.begin - chunk_.begin), cues_.back().size(), true);
    }
    at = end;
  }
  phase_ = Phase::spans;
}

uint32_t Network::run_spans() {
  uint32_t columns = weights_.cue.columns, width = weights_.width(), span_width = weights_.span_width();
  if (cue_ == cues_.size()) {
    chunk_.begin = chunk_.end;
    phase_ = Phase::begin;
    return 1;
  }
  TokenSpan cue = cues_[cue_++];
  TokenSpan window = window_of(tokens_, cue);
  uint32_t rows = window.size();
  span_values_.resize(span_width, rows);
  std::copy_n(span_rows_.begin() + ptrdiff_t(window.begin - reached_.begin) * span_width,
              size_t(rows) * span_width, span_values_.row(0));
  for (uint32_t row = 0; row < rows; ++row) {
    uint32_t token = window.begin + row;
    uint32_t mark = cue.contains(token) ? 1 : chunk_.contains(token) && in_cue_[token - chunk_.begin] ? 2 : 0;
    float* to = span_values_.row(row);
    weights_.distance.add_row(distance_row(cue, token), to);
    weights_.mark.add_row(mark, to);
    weights_.side.add_row(side_row(tokens_, cue, token), to);
  }
  normalise(span_values_);
  for (const Convolution& layer : weights_.span_layers) {
    convolve(layer, span_values_, 0, layer.groups(rows));
    normalise(span_values_);
  }
  std::vector<float> scores(size_t(rows) * weights_.span.columns);
  kernels_.multiply(span_values_.normal_row(0), rows, weights_.span, scores.data());
  for (uint32_t row = 0; row < rows; ++row)
    log_softmax(&scores[size_t(row) * weights_.span.columns], kSpanLabels);
  if (log_) {
    log_->found.push_back(cue);
    for (uint32_t row = 0; row < rows; ++row)
      log_->spans.insert(log_->spans.end(), &scores[size_t(row) * weights_.span.columns],
                         &scores[size_t(row) * weights_.span.columns] + kSpanLabels);
  }
  SpanAttribution found =
      attribution_of(cue, &cue_scores_[size_t(cue.begin - chunk_.begin) * columns], columns, window,
                     scores.data(), weights_.span.columns, weights_.calibration);
  if (!found.content.empty() && found.confidence >= weights_.threshold) found_.push_back(std::move(found));
  // Counted by multiplications, in rows of one first-stage layer.
  uint64_t work = uint64_t(rows) * weights_.span_layers.size() * span_width * span_width;
  return static_cast<uint32_t>(work / (uint64_t(width) * width) + 1);
}

}  // namespace who_says
