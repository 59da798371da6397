#pragma once

#include <cstdint>

namespace who_says {

/// The inner loops of the network, on rows of floats. Two implementations give bit-equal results: each sum is added up in the same
/// order, and nothing of the C library's mathematics is used. All arrays are distinct.
struct Kernels {
  /// out[r][c] += sum over k of in[r][k] * matrix[k][c], k rising. `matrix` is inner × columns, columns a multiple of 4;
  /// consecutive rows of `in` lie `in_stride` apart, those of `out` lie `columns` apart.
  void (*multiply_add)(const float* in, uint32_t in_stride, uint32_t rows, const float* matrix,
                       uint32_t inner, uint32_t columns, float* out);
  /// values[i] += gates[i] * sigmoid(gates[n + i]), 0 <= i < n.
  void (*add_gated)(const float* gates, uint32_t n, float* values);
  /// out = (in - mean) / sqrt(variance + 1e-5), of n values, n a multiple of 4.
  void (*normalise)(const float* in, uint32_t n, float* out);
};

/// Plain loops: the reference.
const Kernels& scalar_kernels();
/// Four values at a time, in the vector registers that the target has (WebAssembly simd128, SSE2, NEON); without any, the compiler
/// takes them apart.
const Kernels& simd_kernels();

/// e^x within 2e-7 of its value, relatively, for |x| <= 87; beyond, as at ±87; what is no number, as at -87. The same in both implementations.
float exponential(float x);

}  // namespace who_says
