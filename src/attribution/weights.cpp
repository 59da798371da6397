#include "attribution/weights.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <memory>
#include <numeric>
#include <utility>

// The file, little endian:
//
//   "WSAT"  u32 version  u32 checksum (FNV-1a of all that follows)  char[16] name, padded with zeros
//   u32 words   u8 word dimensions   u8 dimensions of each of the five tables
//   u16 width   u8 layers   u8 dilation of each   u16 span width   u8 span layers   u8 dilation of each
//   f32 cue bias   f32 threshold   f32[5] factors and f32 bias of the calibration
//   vocabulary: the low, then the middle, then the high bytes of the differences between one 24-bit fingerprint and the next (the first: to 0)
//   the tables and matrices in the order of the class
//
// A table: u16[columns] scales (upper halves of floats), then i8 codes row by row. A matrix: a table, then u16[columns] biases.
// One byte a code, although codes have 4 to 6 bits: whatever compresses the file on its way does the rest.

namespace who_says {
namespace {

constexpr uint32_t kVersion = 1;
constexpr uint32_t kHeader = 12;

/// Reads on until something is missing; then everything is zero and `ok` false.
struct ByteReader {
  std::span<const uint8_t> rest;
  bool ok = true;

  std::span<const uint8_t> bytes(size_t n) {
    if (!ok || rest.size() < n) {
      ok = false;
      return {};
    }
    std::span<const uint8_t> out = rest.first(n);
    rest = rest.subspan(n);
    return out;
  }
  template <class T>
  T number() {
    T out = 0;
    std::span<const uint8_t> from = bytes(sizeof(T));
    if (ok) std::memcpy(&out, from.data(), sizeof(T));
    return out;
  }
  std::vector<float> halves(uint32_t n) {
    std::vector<float> out;
    std::span<const uint8_t> from = bytes(2 * size_t(n));
    if (!ok) return out;
    out.resize(n);
    for (uint32_t i = 0; i < n; ++i) {
      uint32_t bits = (uint32_t(from[2 * i]) | uint32_t(from[2 * i + 1]) << 8) << 16;
      std::memcpy(&out[i], &bits, 4);
      ok = ok && std::isfinite(out[i]);
    }
    return out;
  }
  /// Codes of rows × columns, and the scales of the columns.
  std::span<const int8_t> codes(uint32_t rows, uint32_t columns, std::vector<float>& scales) {
    scales = halves(columns);
    std::span<const uint8_t> from = bytes(size_t(rows) * columns);
    return {reinterpret_cast<const int8_t*>(from.data()), from.size()};
  }
  Table table(uint32_t rows, uint32_t columns) {
    std::vector<float> scales;
    std::span<const int8_t> from = codes(rows, columns, scales);
    if (!ok) return {};
    Table out{rows, columns, std::vector<float>(from.size())};
    for (size_t i = 0; i < from.size(); ++i) out.values[i] = from[i] * scales[i % columns];
    return out;
  }
  Matrix matrix(uint32_t inner, uint32_t columns) {
    Matrix out;
    std::span<const int8_t> from = codes(inner, columns, out.scales);
    out.bias = halves(columns);
    if (!ok) return {};
    out.inner = (inner + 1) / 2 * 2;
    out.columns = (columns + kColumns - 1) / kColumns * kColumns;
    for (float& scale : out.scales) scale /= kFixedOne;
    out.scales.resize(out.columns);
    out.bias.resize(out.columns);
    out.codes.resize(size_t(out.inner) * out.columns);
    for (uint32_t k = 0; k < inner; ++k)
      for (uint32_t column = 0; column < columns; ++column)
        out.codes[column / kColumns * out.inner * kColumns + (k / 2 * kColumns + column % kColumns) * 2 +
                  k % 2] = from[size_t(k) * columns + column];
    return out;
  }
  void convolution(uint32_t width, Convolution& out) {
    std::span<const int8_t> from = codes(3 * width, 2 * width, out.scales);
    out.bias = halves(2 * width);
    if (!ok) return;
    out.width = width;
    out.set_codes(from);
    for (float& scale : out.scales) scale /= 24 * kFixedOne;
  }
  std::vector<Convolution> dilations() {
    std::vector<Convolution> out(number<uint8_t>());
    for (Convolution& layer : out) {
      layer.dilation = number<uint8_t>();
      ok = ok && layer.dilation > 0;
    }
    return out;
  }
};

std::string hexadecimal(uint32_t value) {
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
  return out;
}

}  // namespace

uint32_t Weights::reach() const {
  uint32_t sum = 0;
  for (const Convolution& layer : encoder) sum += layer.dilation;
  return sum;
}

uint32_t Weights::word_row(const TokenFeatures& token) const {
  for (uint32_t print : {token.word >> 8, token.tail >> 8}) {
    auto at = std::lower_bound(vocabulary_.begin(), vocabulary_.end(), print);
    if (at != vocabulary_.end() && *at == print) return static_cast<uint32_t>(at - vocabulary_.begin()) + 1;
  }
  return 0;
}

/// Reads a weights file step by step; after an error there are no more.
class WeightsReader {
 public:
  WeightsReader(std::span<const uint8_t> file, std::optional<Result<Weights>>& to) : in_{file}, to_(to) {}

  void add_to(Steps& steps) {
    steps.once([this] { read_header(); });
    steps.then([this] { return add_to_checksum(); });
    then(steps, [this] { read_sizes(); });
    then(steps, [this] { read_vocabulary(); });
    then(steps, [this] { out_.words = in_.table(words_ + 1, columns_[0]); });
    for (size_t i = 0; i < kTableRows.size(); ++i)
      then(steps, [this, i] { out_.tables[i] = in_.table(kTableRows[i], columns_[i + 1]); });
    then(steps,
         [this] { out_.input = in_.matrix(std::accumulate(columns_.begin(), columns_.end(), 0u), width_); });
    steps.then([this] { return read_layer(out_.encoder, width_); });
    then(steps, [this] {
      out_.cue = in_.matrix(width_, kCueLabels);
      out_.span_input = in_.matrix(width_, span_width_);
      out_.distance = in_.table(kDistanceRows, span_width_);
      out_.mark = in_.table(kMarkRows, span_width_);
      out_.side = in_.table(kSideRows, span_width_);
      layer_ = 0;
    });
    steps.then([this] { return read_layer(out_.span_layers, span_width_); });
    then(steps, [this] {
      out_.span = in_.matrix(span_width_, kSpanLabels);
      if (!in_.ok || !in_.rest.empty())
        return refuse("wrong-shape", "The attribution weights are shorter or longer than their sizes say.");
      to_ = std::move(out_);
    });
  }

 private:
  static constexpr std::array<uint32_t, 5> kTableRows = {kEndingRows, kShortEndingRows, kBeginningRows,
                                                         kShapeRows, kPlaceRows};
  /// A step that is worth what it reads.
  void then(Steps& steps, std::function<void()> step) {
    steps.then([this, step = std::move(step), done = false]() mutable -> uint32_t {
      if (done || to_) return 0;
      done = true;
      size_t before = in_.rest.size();
      step();
      return worth(before - in_.rest.size());
    });
  }
  static uint32_t worth(size_t bytes) { return static_cast<uint32_t>(bytes / 256) + 1; }
  void refuse(const char* code, const char* message) { to_ = Error{code, message, ""}; }

  void read_header() {
    std::span<const uint8_t> magic = in_.bytes(4);
    if (in_.rest.size() < kHeader - 4 || std::memcmp(magic.data(), "WSAT", 4) != 0)
      return refuse("not-weights", "This is no file of attribution weights.");
    if (in_.number<uint32_t>() != kVersion)
      return refuse("wrong-version", "These attribution weights are for another version of this program.");
    sum_ = in_.number<uint32_t>();
    unsummed_ = in_.rest;
  }
  uint32_t add_to_checksum() {
    constexpr size_t kBlock = 16384;
    if (to_ || unsummed_.empty()) return 0;
    std::span<const uint8_t> block = unsummed_.first(std::min(kBlock, unsummed_.size()));
    unsummed_ = unsummed_.subspan(block.size());
    for (uint8_t byte : block) hash_ = (hash_ ^ byte) * 16777619u;
    if (unsummed_.empty() && hash_ != sum_)
      refuse("damaged", "The file of attribution weights is damaged; fetch it again.");
    return worth(block.size());
  }
  void read_sizes() {
    std::span<const uint8_t> name = in_.bytes(16);
    out_.version_ =
        std::string(name.begin(), std::find(name.begin(), name.end(), 0)) + " " + hexadecimal(sum_);
    words_ = in_.number<uint32_t>();
    for (uint32_t& c : columns_) c = in_.number<uint8_t>();
    width_ = in_.number<uint16_t>();
    out_.encoder = in_.dilations();
    span_width_ = in_.number<uint16_t>();
    out_.span_layers = in_.dilations();
    out_.cue_bias = in_.number<float>();
    out_.threshold = in_.number<float>();
    for (float& factor : out_.calibration.factors) factor = in_.number<float>();
    out_.calibration.bias = in_.number<float>();
    auto fits = [](uint32_t width) { return width > 0 && width % kColumns == 0; };
    if (!in_.ok || !fits(width_) || !fits(span_width_) || words_ > (1u << 24))
      refuse("wrong-shape", "The attribution weights have sizes that cannot be.");
  }
  void read_vocabulary() {
    std::span<const uint8_t> low = in_.bytes(words_), middle = in_.bytes(words_), high = in_.bytes(words_);
    uint32_t print = 0;
    for (uint32_t i = 0; in_.ok && i < words_; ++i) {
      print += low[i] | uint32_t(middle[i]) << 8 | uint32_t(high[i]) << 16;
      out_.vocabulary_.push_back(print);
    }
  }
  uint32_t read_layer(std::vector<Convolution>& layers, uint32_t width) {
    if (to_ || layer_ == layers.size()) return 0;
    Convolution& layer = layers[layer_++];
    in_.convolution(width, layer);
    return worth(layer.codes.size());
  }

  ByteReader in_;
  std::optional<Result<Weights>>& to_;
  Weights out_;
  uint32_t sum_ = 0, hash_ = 2166136261u;
  std::span<const uint8_t> unsummed_;
  uint32_t words_ = 0, width_ = 0, span_width_ = 0;
  std::array<uint32_t, 6> columns_ = {};  ///< of the words, of each table
  size_t layer_ = 0;
};

Steps Weights::read_in_steps(std::span<const uint8_t> file, std::optional<Result<Weights>>& out) {
  Steps steps;
  out.reset();
  auto reader = std::make_shared<WeightsReader>(file, out);
  reader->add_to(steps);
  steps.keep(std::move(reader));
  return steps;
}

Result<Weights> Weights::read(std::span<const uint8_t> file) {
  std::optional<Result<Weights>> out;
  read_in_steps(file, out).finish();
  return std::move(*out);
}

}  // namespace who_says
