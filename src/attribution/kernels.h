#pragma once

#include <cstdint>
#include <vector>

#include "attribution/convolution.h"

namespace who_says {

/// What goes into a matrix are fixed-point numbers of 16 bits: so many of their units are 1.
constexpr float kFixedOne = 256;
/// Ten times as much fits into 16 bits, as a convolution needs it. Normalised rows of up to 160 values have nothing larger.
constexpr float kFixedMost = 3276;
/// To the nearest, the even one of two; beyond ±kFixedMost, as there; what is no number, as the least.
int16_t fixed(float value);

/// Columns of a matrix are padded to a multiple of this.
constexpr uint32_t kColumns = 4;

/// `inner` rows of one-byte codes, `inner` even; a value is its code times the scale of its column.
///
///     codes: for each 4 columns, for each two rows k, k + 1:   k of column 0, k + 1 of column 0, k of column 1, …
struct Matrix {
  uint32_t inner = 0;
  uint32_t columns = 0;  ///< a multiple of kColumns; those that pad are zeros
  std::vector<int16_t> codes;
  std::vector<float> scales;  ///< of a column's codes times units of fixed-point numbers
  std::vector<float> bias;    ///< of columns
};

/// Normalised values of tokens one after another, row by row, and behind them one row of zeros.
struct NormalRows {
  const int16_t* values = nullptr;
  uint32_t rows = 0;
};

/// The inner loops of the network. Two implementations give bit-equal results: products are summed as whole numbers, all else is
/// added up in the same order, and nothing of the C library's mathematics is used. Sums that 32 bits do not hold are taken modulo 2^32.
/// All arrays are distinct.
struct Kernels {
  /// out[r][c] = bias[c] + scales[c] * sum over k of in[r][k] * codes[k][c], 0 <= r < rows; rows of `in` lie `inner` apart, of `out`
  /// `columns`.
  void (*multiply)(const int16_t* in, uint32_t rows, const Matrix& matrix, float* out);
  /// values[r][i] += v * sigmoid(g), where v and g are value i and gate i of the convolution of token r, for all tokens of groups
  /// [first, last). `scratch`: room for (last - first) * kPoints * width numbers.
  void (*convolve)(NormalRows in, const Convolution& layer, uint32_t first, uint32_t last, int16_t* scratch,
                   float* values);
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
