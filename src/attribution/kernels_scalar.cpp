#include <cmath>
#include <cstring>

#include "attribution/kernels.h"

namespace who_says {

namespace {
constexpr float kRound =
    12582912.0f;  // 1.5 * 2^23: what it is added to is rounded to the nearest whole number
}

int16_t fixed(float value) {
  float x = value * kFixedOne;
  x = x > -kFixedMost ? x : -kFixedMost;
  x = x < kFixedMost ? x : kFixedMost;
  return static_cast<int16_t>(static_cast<int32_t>((x + kRound) - kRound));
}

// Cody and Waite's reduction x = n ln 2 + r, then the polynomial of Cephes' expf (S. Moshier) for |r| <= ln 2 / 2.
float exponential(float x) {
  x = x > -87.0f ? x : -87.0f;  // what is no number, too
  x = x < 87.0f ? x : 87.0f;
  float shifted = x * 1.44269504088896341f + kRound;
  float n = shifted - kRound;
  float r = x - n * 0.693359375f;
  r = r - n * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r);
  p = p + r;
  p = p + 1.0f;
  int32_t exponent = (static_cast<int32_t>(n) + 127) << 23;
  float power;
  std::memcpy(&power, &exponent, sizeof power);
  return p * power;
}

namespace {

void multiply(const int16_t* in, uint32_t rows, const Matrix& matrix, float* out) {
  for (uint32_t row = 0; row < rows; ++row, in += matrix.inner)
    for (uint32_t column = 0; column < matrix.columns; ++column) {
      const int16_t* codes = matrix.codes.data() + size_t(column / kColumns) * matrix.inner * kColumns;
      uint32_t sum = 0;
      for (uint32_t k = 0; k < matrix.inner; ++k) {
        int32_t code = codes[(k / 2 * kColumns + column % kColumns) * 2 + k % 2];
        sum += static_cast<uint32_t>(in[k] * code);
      }
      out[size_t(row) * matrix.columns + column] =
          matrix.bias[column] + matrix.scales[column] * static_cast<float>(static_cast<int32_t>(sum));
    }
}

/// Token n of a group, before and behind it too: where its values stand.
const int16_t* row_of(NormalRows in, const Convolution& layer, uint32_t group, uint32_t n) {
  int64_t row = int64_t(layer.first(group)) + (int64_t(n) - 1) * layer.dilation;
  bool there = row >= 0 && row < in.rows;
  return in.values + (there ? size_t(row) : in.rows) * layer.width;
}

void convolve(NormalRows in, const Convolution& layer, uint32_t first, uint32_t last, int16_t* scratch,
              float* values) {
  constexpr uint32_t kPoints = Convolution::kPoints, kTokens = Convolution::kTokens;
  uint32_t width = layer.width;
  for (uint32_t group = first; group < last; ++group) {
    for (uint32_t k = 0; k < width; ++k) {
      int32_t from[kPoints], to[kPoints];
      for (uint32_t n = 0; n < kPoints; ++n) from[n] = row_of(in, layer, group, n)[k];
      to_points(from, to);
      for (uint32_t point = 0; point < kPoints; ++point)
        scratch[point * width + k] = static_cast<int16_t>(to[point]);
    }
    auto sums = [&](uint32_t column, uint32_t(&out)[kTokens]) {
      uint32_t products[kPoints] = {};
      for (uint32_t point = 0; point < kPoints; ++point)
        for (uint32_t k = 0; k < width; ++k)
          products[point] += static_cast<uint32_t>(int32_t(scratch[point * width + k]) *
                                                   layer.codes[layer.place(point, k, column)]);
      from_points(products, out);
    };
    auto result = [&](uint32_t column, uint32_t sum) {
      return layer.bias[column] + layer.scales[column] * static_cast<float>(static_cast<int32_t>(sum));
    };
    for (uint32_t i = 0; i < width; ++i) {
      uint32_t value_sums[kTokens], gate_sums[kTokens];
      sums(i, value_sums);
      sums(width + i, gate_sums);
      for (uint32_t n = 0; n < kTokens; ++n) {
        uint32_t row = layer.first(group) + n * layer.dilation;
        if (row >= in.rows) break;
        values[size_t(row) * width + i] +=
            result(i, value_sums[n]) / (1.0f + exponential(-result(width + i, gate_sums[n])));
      }
    }
  }
}

/// Sums go over eight lanes, as the vector form has them.
float sum_of(const float (&lanes)[8]) {
  float four[4];
  for (int i = 0; i < 4; ++i) four[i] = lanes[i] + lanes[i + 4];
  return (four[0] + four[1]) + (four[2] + four[3]);
}

void normalise(const float* in, uint32_t n, int16_t* out) {
  float lanes[8] = {}, squares[8] = {};
  for (uint32_t i = 0; i < n; ++i) lanes[i % 8] += in[i];
  float mean = sum_of(lanes) / static_cast<float>(n);
  for (uint32_t i = 0; i < n; ++i) {
    float apart = in[i] - mean;
    squares[i % 8] += apart * apart;
  }
  float variance = sum_of(squares) / static_cast<float>(n);
  float scale = 1.0f / std::sqrt(variance + 1e-5f);
  for (uint32_t i = 0; i < n; ++i) out[i] = fixed((in[i] - mean) * scale);
}

}  // namespace

const Kernels& scalar_kernels() {
  static constexpr Kernels kernels = {multiply, convolve, normalise};
  return kernels;
}

}  // namespace who_says
