#include <cmath>
#include <cstring>

#include "attribution/kernels.h"

namespace who_says {
namespace {

// The compiler's vector types (GCC, Clang): one source for WebAssembly, SSE2 and NEON.
typedef float Floats __attribute__((vector_size(16)));
typedef int32_t Ints __attribute__((vector_size(16)));

inline Floats load(const float* from) {
  Floats out;
  std::memcpy(&out, from, sizeof out);
  return out;
}
inline void store(float* to, Floats values) { std::memcpy(to, &values, sizeof values); }
inline Floats all(float value) { return Floats{value, value, value, value}; }

/// A tile of kRows × (4 kVectors) sums, kept in registers while k runs.
template <uint32_t kRows, uint32_t kVectors>
inline void tile(const float* in, uint32_t in_stride, const float* matrix, uint32_t inner, uint32_t columns,
                 float* out) {
  Floats sums[kRows][kVectors];
  for (uint32_t row = 0; row < kRows; ++row)
    for (uint32_t v = 0; v < kVectors; ++v) sums[row][v] = load(out + row * columns + 4 * v);
  for (uint32_t k = 0; k < inner; ++k, matrix += columns) {
    Floats weights[kVectors];
    for (uint32_t v = 0; v < kVectors; ++v) weights[v] = load(matrix + 4 * v);
    for (uint32_t row = 0; row < kRows; ++row) {
      Floats value = all(in[row * in_stride + k]);
      for (uint32_t v = 0; v < kVectors; ++v) sums[row][v] += value * weights[v];
    }
  }
  for (uint32_t row = 0; row < kRows; ++row)
    for (uint32_t v = 0; v < kVectors; ++v) store(out + row * columns + 4 * v, sums[row][v]);
}

template <uint32_t kRows>
inline void strip(const float* in, uint32_t in_stride, const float* matrix, uint32_t inner, uint32_t columns,
                  float* out) {
  uint32_t column = 0;
  for (; column + 8 <= columns; column += 8)
    tile<kRows, 2>(in, in_stride, matrix + column, inner, columns, out + column);
  for (; column + 4 <= columns; column += 4)
    tile<kRows, 1>(in, in_stride, matrix + column, inner, columns, out + column);
}

void multiply_add(const float* in, uint32_t in_stride, uint32_t rows, const float* matrix, uint32_t inner,
                  uint32_t columns, float* out) {
  uint32_t row = 0;
  for (; row + 4 <= rows; row += 4)
    strip<4>(in + row * in_stride, in_stride, matrix, inner, columns, out + row * columns);
  for (; row < rows; ++row)
    strip<1>(in + row * in_stride, in_stride, matrix, inner, columns, out + row * columns);
}

/// exponential() of four values.
inline Floats exponentials(Floats x) {
  x = x > -87.0f ? x : all(-87.0f);
  x = x < 87.0f ? x : all(87.0f);
  Floats shifted = x * 1.44269504088896341f + 12582912.0f;
  Floats n = shifted - 12582912.0f;
  Floats r = x - n * 0.693359375f;
  r = r - n * -2.12194440e-4f;
  Floats p = all(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r);
  p = p + r;
  p = p + 1.0f;
  Ints exponent = (__builtin_convertvector(n, Ints) + 127) << 23;
  Floats power;
  std::memcpy(&power, &exponent, sizeof power);
  return p * power;
}

void add_gated(const float* gates, uint32_t n, float* values) {
  for (uint32_t i = 0; i < n; i += 4)
    store(values + i, load(values + i) + load(gates + i) / (1.0f + exponentials(-load(gates + n + i))));
}

void normalise(const float* in, uint32_t n, float* out) {
  Floats lanes = all(0);
  for (uint32_t i = 0; i < n; i += 4) lanes += load(in + i);
  float mean = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) / static_cast<float>(n);
  Floats squares = all(0);
  for (uint32_t i = 0; i < n; i += 4) {
    Floats apart = load(in + i) - mean;
    store(out + i, apart);
    squares += apart * apart;
  }
  float variance = ((squares[0] + squares[1]) + (squares[2] + squares[3])) / static_cast<float>(n);
  float scale = 1.0f / std::sqrt(variance + 1e-5f);
  for (uint32_t i = 0; i < n; i += 4) store(out + i, load(out + i) * scale);
}

}  // namespace

const Kernels& simd_kernels() {
  static constexpr Kernels kernels = {multiply_add, add_gated, normalise};
  return kernels;
}

}  // namespace who_says
