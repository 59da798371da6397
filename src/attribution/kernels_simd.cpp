#include <cmath>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "attribution/kernels.h"

namespace who_says {
namespace {

// The compiler's vector types (GCC, Clang): one source for WebAssembly, SSE2 and NEON, but for the one instruction that no compiler
// finds by itself.
typedef float Floats __attribute__((vector_size(16)));
typedef int32_t Ints __attribute__((vector_size(16)));
typedef int16_t Shorts __attribute__((vector_size(16)));
typedef int16_t HalfShorts __attribute__((vector_size(8)));

constexpr float kRound = 12582912.0f;  // as in kernels_scalar.cpp

[[gnu::always_inline]] inline Floats load(const float* from) {
  Floats out;
  std::memcpy(&out, from, sizeof out);
  return out;
}
[[gnu::always_inline]] inline void store(float* to, Floats values) {
  std::memcpy(to, &values, sizeof values);
}
inline Floats all(float value) { return Floats{value, value, value, value}; }

/// Two whole numbers of 16 bits, in each lane.
[[gnu::always_inline]] inline Shorts pair(const int16_t* from) {
  int32_t both;
  std::memcpy(&both, from, sizeof both);
  Ints lanes = {both, both, both, both};
  Shorts out;
  std::memcpy(&out, &lanes, sizeof out);
  return out;
}
[[gnu::always_inline]] inline Shorts load(const int16_t* from) {
  Shorts out;
  std::memcpy(&out, from, sizeof out);
  return out;
}
/// sums += a[0] * b[0] + a[1] * b[1], …, modulo 2^32.
[[gnu::always_inline]] inline void add_dots(Ints& sums, Shorts a, Shorts b) {
#if defined(__wasm_simd128__)
  sums = (Ints)wasm_i32x4_add((v128_t)sums, wasm_i32x4_dot_i16x8((v128_t)a, (v128_t)b));
#elif defined(__SSE2__)
  sums = (Ints)_mm_add_epi32((__m128i)sums, _mm_madd_epi16((__m128i)a, (__m128i)b));
#else
  for (int lane = 0; lane < 4; ++lane) {
    uint32_t dot = static_cast<uint32_t>(a[2 * lane] * b[2 * lane]) +
                   static_cast<uint32_t>(a[2 * lane + 1] * b[2 * lane + 1]);
    sums[lane] = static_cast<int32_t>(static_cast<uint32_t>(sums[lane]) + dot);
  }
#endif
}

/// kRows rows through 4 × kVectors columns, whose sums stay in registers.
template <uint32_t kRows, uint32_t kVectors>
[[gnu::always_inline]] inline void tile(const Input& in, uint32_t row, const Matrix& matrix, uint32_t column,
                                        float* out) {
  Ints sums[kRows][kVectors] = {};
  size_t inner = size_t(matrix.taps) * matrix.inner;
  const int16_t* codes = matrix.codes.data() + column * inner;
  const int16_t* values = in.values + size_t(row) * in.stride;
  for (uint32_t tap = 0; tap < matrix.taps; ++tap, values += in.tap_stride)
    for (uint32_t k = 0; k < matrix.inner; k += 2, codes += 2 * kColumns) {
      Shorts weights[kVectors];
      for (uint32_t v = 0; v < kVectors; ++v) weights[v] = load(codes + v * inner * kColumns);
      for (uint32_t r = 0; r < kRows; ++r) {
        Shorts value = pair(values + size_t(r) * in.stride + k);
        for (uint32_t v = 0; v < kVectors; ++v) add_dots(sums[r][v], value, weights[v]);
      }
    }
  for (uint32_t v = 0; v < kVectors; ++v) {
    uint32_t at = column + v * kColumns;
    Floats bias = load(matrix.bias.data() + at), scales = load(matrix.scales.data() + at);
    for (uint32_t r = 0; r < kRows; ++r)
      store(out + size_t(row + r) * matrix.columns + at,
            bias + scales * __builtin_convertvector(sums[r][v], Floats));
  }
}

template <uint32_t kVectors>
inline void strip(const Input& in, const Matrix& matrix, uint32_t column, float* out) {
  uint32_t row = 0;
  for (; row + 4 <= in.rows; row += 4) tile<4, kVectors>(in, row, matrix, column, out);
  for (; row < in.rows; ++row) tile<1, kVectors>(in, row, matrix, column, out);
}

void multiply(const Input& in, const Matrix& matrix, float* out) {
  uint32_t column = 0;
  for (; column + 2 * kColumns <= matrix.columns; column += 2 * kColumns) strip<2>(in, matrix, column, out);
  if (column < matrix.columns) strip<1>(in, matrix, column, out);
}

/// exponential() of four values.
inline Floats exponentials(Floats x) {
  x = x > -87.0f ? x : all(-87.0f);
  x = x < 87.0f ? x : all(87.0f);
  Floats shifted = x * 1.44269504088896341f + kRound;
  Floats n = shifted - kRound;
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

void normalise(const float* in, uint32_t n, int16_t* out) {
  Floats lanes = all(0);
  for (uint32_t i = 0; i < n; i += 4) lanes += load(in + i);
  float mean = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) / static_cast<float>(n);
  Floats squares = all(0);
  for (uint32_t i = 0; i < n; i += 4) {
    Floats apart = load(in + i) - mean;
    squares += apart * apart;
  }
  float variance = ((squares[0] + squares[1]) + (squares[2] + squares[3])) / static_cast<float>(n);
  float scale = 1.0f / std::sqrt(variance + 1e-5f);
  for (uint32_t i = 0; i < n; i += 4) {
    Floats x = (load(in + i) - mean) * scale * kFixedOne;
    x = x > -32768.0f ? x : all(-32768.0f);
    x = x < 32767.0f ? x : all(32767.0f);
    Ints whole = __builtin_convertvector((x + kRound) - kRound, Ints);
    HalfShorts half = __builtin_convertvector(whole, HalfShorts);
    std::memcpy(out + i, &half, sizeof half);
  }
}

}  // namespace

const Kernels& simd_kernels() {
  static constexpr Kernels kernels = {multiply, add_gated, normalise};
  return kernels;
}

}  // namespace who_says
