#include "attribution/decode.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using namespace who_says;

namespace {

bool allowed(const std::vector<uint8_t>& labels) {
  for (size_t at = 0; at < labels.size(); ++at)
    if (labels[at] != 0 && labels[at] % 2 == 0 &&
        (at == 0 || (labels[at - 1] != labels[at] && labels[at - 1] != labels[at] - 1)))
      return false;
  return true;
}
float total(const std::vector<float>& scores, uint32_t labels, const std::vector<uint8_t>& path, float bias) {
  float sum = 0;
  for (size_t at = 0; at < path.size(); ++at)
    sum += scores[at * labels + path[at]] - (path[at] == 0 ? bias : 0);
  return sum;
}

}  // namespace

TEST_CASE("the best labels are those of trying all") {
  std::mt19937 random(3);
  std::normal_distribution<float> normal;
  for (int round = 0; round < 60; ++round) {
    uint32_t labels = round % 2 ? 3 : 5, rows = 1 + random() % 5;
    float bias = round % 3 ? 0.0f : 0.5f;
    std::vector<float> scores(rows * labels);
    for (float& score : scores) score = normal(random);
    for (uint32_t row = 0; row < rows; ++row) log_softmax(&scores[row * labels], labels);
    float best = -1e30f;
    uint32_t paths = static_cast<uint32_t>(std::pow(labels, rows));
    for (uint32_t code = 0; code < paths; ++code) {
      std::vector<uint8_t> path;
      for (uint32_t rest = code, row = 0; row < rows; ++row, rest /= labels) path.push_back(rest % labels);
      if (allowed(path)) best = std::max(best, total(scores, labels, path, bias));
    }
    std::vector<uint8_t> found = best_labels(scores.data(), rows, labels, labels, bias);
    CHECK(allowed(found));
    CHECK(total(scores, labels, found, bias) == doctest::Approx(best));
  }
  CHECK(best_labels(nullptr, 0, 3, 3, 0).empty());
}

TEST_CASE("log_softmax gives logarithms of probabilities") {
  std::vector<float> scores = {100, 0, -100};
  log_softmax(scores.data(), 3);
  CHECK(scores[0] == doctest::Approx(0).epsilon(1e-4));
  CHECK(scores[1] == doctest::Approx(-100));
}

TEST_CASE("spans are read off the labels") {
  std::vector<uint8_t> labels = {0, 1, 2, 1, 3, 4, 4, 0, 4};
  CHECK(spans_of(labels, 0, 10) == std::vector<TokenSpan>{{11, 13}, {13, 14}});
  // A content that goes on behind the cue, whose labels were wiped, is a second span.
  CHECK(spans_of(labels, 1, 10) == std::vector<TokenSpan>{{14, 17}, {18, 19}});
}

TEST_CASE("an attribution leaves the cue out of source and content, and is surer where the scores are") {
  // Five tokens: content content cue source outside.
  auto at = [](float sure) {
    std::vector<float> cue = {0, sure, 0}, spans;
    log_softmax(cue.data(), 3);
    for (uint32_t label : {3u, 4u, 0u, 1u, 0u}) {
      std::vector<float> row(kSpanLabels);
      row[label] = sure;
      log_softmax(row.data(), kSpanLabels);
      spans.insert(spans.end(), row.begin(), row.end());
    }
    Calibration calibration;
    calibration.factors = {1, 1, 1, 0};
    return attribution_of({22, 23}, cue.data(), 3, {20, 25}, spans.data(), kSpanLabels, calibration);
  };
  SpanAttribution found = at(4);
  CHECK(found.content == std::vector<TokenSpan>{{20, 22}});
  CHECK(found.source == std::vector<TokenSpan>{{23, 24}});
  CHECK(found.cue == std::vector<TokenSpan>{{22, 23}});
  CHECK(found.confidence > at(3).confidence);
  CHECK(at(30).confidence == doctest::Approx(0.5));  // the sum of logarithms is 0 at most
}
