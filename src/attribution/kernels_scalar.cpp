#include <cmath>
#include <cstring>

#include "attribution/kernels.h"

namespace who_says {

// Cody and Waite's reduction x = n ln 2 + r, then the polynomial of Cephes' expf (S. Moshier) for |r| <= ln 2 / 2.
float exponential(float x) {
  x = x > -87.0f ? x : -87.0f;  // what is no number, too
  x = x < 87.0f ? x : 87.0f;
  float shifted = x * 1.44269504088896341f + 12582912.0f;  // 1.5 * 2^23: rounds to the nearest whole number
  float n = shifted - 12582912.0f;
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

void multiply_add(const float* in, uint32_t in_stride, uint32_t rows, const float* matrix, uint32_t inner,
                  uint32_t columns, float* out) {
  for (uint32_t row = 0; row < rows; ++row)
    for (uint32_t column = 0; column < columns; ++column) {
      float sum = out[row * columns + column];
      for (uint32_t k = 0; k < inner; ++k) sum += in[row * in_stride + k] * matrix[k * columns + column];
      out[row * columns + column] = sum;
    }
}

void add_gated(const float* gates, uint32_t n, float* values) {
  for (uint32_t i = 0; i < n; ++i) values[i] += gates[i] / (1.0f + exponential(-gates[n + i]));
}

/// Sums go over four lanes, as the vector form has them.
void normalise(const float* in, uint32_t n, float* out) {
  float lanes[4] = {};
  for (uint32_t i = 0; i < n; ++i) lanes[i % 4] += in[i];
  float mean = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) / static_cast<float>(n);
  float squares[4] = {};
  for (uint32_t i = 0; i < n; ++i) {
    out[i] = in[i] - mean;
    squares[i % 4] += out[i] * out[i];
  }
  float variance = ((squares[0] + squares[1]) + (squares[2] + squares[3])) / static_cast<float>(n);
  float scale = 1.0f / std::sqrt(variance + 1e-5f);
  for (uint32_t i = 0; i < n; ++i) out[i] *= scale;
}

}  // namespace

const Kernels& scalar_kernels() {
  static constexpr Kernels kernels = {multiply_add, add_gated, normalise};
  return kernels;
}

}  // namespace who_says
