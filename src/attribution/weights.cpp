#include "attribution/weights.h"

#include <algorithm>
#include <cmath>
#include <cstring>

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
struct Reader {
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
  Table table(uint32_t rows, uint32_t columns) {
    Table out;
    out.scales = halves(columns);
    std::span<const uint8_t> from = bytes(size_t(rows) * columns);
    if (!ok) return out;
    out.rows = rows;
    out.columns = columns;
    out.codes.resize(from.size());
    if (!from.empty()) std::memcpy(out.codes.data(), from.data(), from.size());
    return out;
  }
  Matrix matrix(uint32_t inner, uint32_t columns) {
    Table codes = table(inner, columns);
    std::vector<float> bias = halves(columns);
    Matrix out;
    if (!ok) return out;
    out.inner = inner;
    out.columns = (columns + 3) / 4 * 4;
    out.values.resize(size_t(inner) * out.columns);
    out.bias = std::move(bias);
    out.bias.resize(out.columns);
    for (uint32_t row = 0; row < inner; ++row) codes.add_row(row, &out.values[size_t(row) * out.columns]);
    return out;
  }
  std::vector<Layer> dilations() {
    std::vector<Layer> out(number<uint8_t>());
    for (Layer& layer : out) layer.dilation = number<uint8_t>();
    return out;
  }
};

uint32_t checksum(std::span<const uint8_t> bytes) {
  uint32_t h = 2166136261u;
  for (uint8_t byte : bytes) h = (h ^ byte) * 16777619u;
  return h;
}

std::string hexadecimal(uint32_t value) {
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
  return out;
}

Error bad(const char* code, const char* message) { return {code, message, ""}; }

}  // namespace

void Table::add_row(uint32_t row, float* to) const {
  const int8_t* from = codes.data() + size_t(row) * columns;
  for (uint32_t column = 0; column < columns; ++column) to[column] += from[column] * scales[column];
}

uint32_t Weights::reach() const {
  uint32_t sum = 0;
  for (const Layer& layer : encoder) sum += layer.dilation;
  return sum;
}

uint32_t Weights::word_row(const TokenFeatures& token) const {
  for (uint32_t print : {token.word >> 8, token.tail >> 8}) {
    auto at = std::lower_bound(vocabulary_.begin(), vocabulary_.end(), print);
    if (at != vocabulary_.end() && *at == print) return static_cast<uint32_t>(at - vocabulary_.begin()) + 1;
  }
  return 0;
}

Result<Weights> Weights::read(std::span<const uint8_t> file) {
  if (file.size() < kHeader || std::memcmp(file.data(), "WSAT", 4) != 0)
    return bad("not-weights", "This is no file of attribution weights.");
  Reader in{file.subspan(4)};
  if (in.number<uint32_t>() != kVersion)
    return bad("wrong-version", "These attribution weights are for another version of this program.");
  uint32_t sum = in.number<uint32_t>();
  if (sum != checksum(in.rest))
    return bad("damaged", "The file of attribution weights is damaged; fetch it again.");

  Weights out;
  std::span<const uint8_t> name = in.bytes(16);
  out.version_ = std::string(name.begin(), std::find(name.begin(), name.end(), 0)) + " " + hexadecimal(sum);
  uint32_t words = in.number<uint32_t>();
  uint32_t word_columns = in.number<uint8_t>();
  std::array<uint32_t, 5> columns = {};
  for (uint32_t& c : columns) c = in.number<uint8_t>();
  uint32_t width = in.number<uint16_t>();
  out.encoder = in.dilations();
  uint32_t span_width = in.number<uint16_t>();
  out.span_layers = in.dilations();
  out.cue_bias = in.number<float>();
  out.threshold = in.number<float>();
  for (float& factor : out.calibration.factors) factor = in.number<float>();
  out.calibration.bias = in.number<float>();
  if (!in.ok || width == 0 || width % 4 != 0 || span_width == 0 || span_width % 4 != 0 || words > (1u << 24))
    return bad("wrong-shape", "The attribution weights have sizes that cannot be.");

  std::span<const uint8_t> low = in.bytes(words), middle = in.bytes(words), high = in.bytes(words);
  uint32_t print = 0;
  for (uint32_t i = 0; in.ok && i < words; ++i) {
    print += low[i] | uint32_t(middle[i]) << 8 | uint32_t(high[i]) << 16;
    out.vocabulary_.push_back(print);
  }
  out.words = in.table(words + 1, word_columns);
  constexpr std::array<uint32_t, 5> kRows = {kEndingRows, kShortEndingRows, kBeginningRows, kShapeRows,
                                             kPlaceRows};
  uint32_t inner = word_columns;
  for (size_t i = 0; i < kRows.size(); ++i) {
    out.tables[i] = in.table(kRows[i], columns[i]);
    inner += columns[i];
  }
  out.input = in.matrix(inner, width);
  for (Layer& layer : out.encoder) layer.matrix = in.matrix(3 * width, 2 * width);
  out.cue = in.matrix(width, kCueLabels);
  out.span_input = in.matrix(width, span_width);
  out.distance = in.table(kDistanceRows, span_width);
  out.mark = in.table(kMarkRows, span_width);
  out.side = in.table(kSideRows, span_width);
  for (Layer& layer : out.span_layers) layer.matrix = in.matrix(3 * span_width, 2 * span_width);
  out.span = in.matrix(span_width, kSpanLabels);
  if (!in.ok || !in.rest.empty())
    return bad("wrong-shape", "The attribution weights are shorter or longer than their sizes say.");
  return out;
}

}  // namespace who_says
