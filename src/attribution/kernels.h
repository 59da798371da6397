#pragma once

#include <cstdint>
#include <vector>

namespace who_says {

/// What goes into a matrix are fixed-point numbers of 16 bits: so many of their units are 1. Normalised rows of up to 255 values fit.
constexpr float kFixedOne = 2048;
/// To the nearest, the even one of two; beyond what 16 bits hold, the last that they do; what is no number, as the least.
int16_t fixed(float value);

/// Columns of a matrix are padded to a multiple of this.
constexpr uint32_t kColumns = 4;

/// The rows that go into a matrix. Row r is one stretch of `inner` values for each tap of the matrix: the first begins at
/// `values + r * stride`, each further one `tap_stride` behind the last.
struct Input {
  const int16_t* values = nullptr;
  uint32_t stride = 0, rows = 0;
  uint32_t tap_stride = 0;
};

/// taps × inner rows of one-byte codes, `inner` even; a value is its code times the scale of its column.
///
///     codes: for each 4 columns, for each two rows k, k + 1:   k of column 0, k + 1 of column 0, k of column 1, …
struct Matrix {
  uint32_t taps = 1, inner = 0;
  uint32_t columns = 0;  ///< a multiple of kColumns; those that pad are zeros
  std::vector<int16_t> codes;
  std::vector<float> scales;  ///< of a column's codes times units of fixed-point numbers
  std::vector<float> bias;    ///< of columns
};

/// The inner loops of the network. Two implementations give bit-equal results: products are summed as whole numbers, all else is
/// added up in the same order, and nothing of the C library's mathematics is used. All arrays are distinct.
struct Kernels {
  /// out[r][c] = bias[c] + scales[c] * sum over k of in[r][k] * codes[k][c]; rows of `out` lie `columns` apart. A sum that 32 bits do
  /// not hold is taken modulo 2^32.
  void (*multiply)(const Input& in, const Matrix& matrix, float* out);
  /// values[i] += gates[i] * sigmoid(gates[n + i]), 0 <= i < n, n a multiple of 4.
  void (*add_gated)(const float* gates, uint32_t n, float* values);
  /// out = fixed((in - mean) / sqrt(variance + 1e-5)), of n values, n a multiple of 4.
  void (*normalise)(const float* in, uint32_t n, int16_t* out);
};

/// Plain loops: the reference.
const Kernels& scalar_kernels();
/// Four values at a time, in the vector registers that the target has (WebAssembly simd128, SSE2, NEON); without any, the compiler
/// takes them apart.
const Kernels& simd_kernels();

/// e^x within 2e-7 of its value, relatively, for |x| <= 87; beyond, as at ±87; what is no number, as at -87. The same in both implementations.
float exponential(float x);

}  // namespace who_says
