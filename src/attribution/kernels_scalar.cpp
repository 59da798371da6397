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
  x = x > -32768.0f ? x : -32768.0f;
  x = x < 32767.0f ? x : 32767.0f;
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

void multiply(const Input& in, const Matrix& matrix, float* out) {
  uint32_t inner = matrix.taps * matrix.inner;
  for (uint32_t row = 0; row < in.rows; ++row)
    for (uint32_t column = 0; column < matrix.columns; ++column) {
      const int16_t* codes = matrix.codes.data() + size_t(column / kColumns) * inner * kColumns;
      uint32_t sum = 0;  // modulo 2^32
      for (uint32_t tap = 0; tap < matrix.taps; ++tap) {
        const int16_t* values = in.values + size_t(row) * in.stride + size_t(tap) * in.tap_stride;
        for (uint32_t k = 0; k < matrix.inner; ++k) {
          uint32_t at = tap * matrix.inner + k;
          int32_t code = codes[(at / 2 * kColumns + column % kColumns) * 2 + at % 2];
          sum += static_cast<uint32_t>(values[k] * code);
        }
      }
      out[size_t(row) * matrix.columns + column] =
          matrix.bias[column] + matrix.scales[column] * static_cast<float>(static_cast<int32_t>(sum));
    }
}

void add_gated(const float* gates, uint32_t n, float* values) {
  for (uint32_t i = 0; i < n; ++i) values[i] += gates[i] / (1.0f + exponential(-gates[n + i]));
}

/// Sums go over four lanes, as the vector form has them.
void normalise(const float* in, uint32_t n, int16_t* out) {
  float lanes[4] = {};
  for (uint32_t i = 0; i < n; ++i) lanes[i % 4] += in[i];
  float mean = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) / static_cast<float>(n);
  float squares[4] = {};
  for (uint32_t i = 0; i < n; ++i) {
    float apart = in[i] - mean;
    squares[i % 4] += apart * apart;
  }
  float variance = ((squares[0] + squares[1]) + (squares[2] + squares[3])) / static_cast<float>(n);
  float scale = 1.0f / std::sqrt(variance + 1e-5f);
  for (uint32_t i = 0; i < n; ++i) out[i] = fixed((in[i] - mean) * scale);
}

}  // namespace

const Kernels& scalar_kernels() {
  static constexpr Kernels kernels = {multiply, add_gated, normalise};
  return kernels;
}

}  // namespace who_says
