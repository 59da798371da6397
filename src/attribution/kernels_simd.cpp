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
typedef uint32_t Sums __attribute__((vector_size(16)));  // modulo 2^32
typedef int16_t Shorts __attribute__((vector_size(16)));
typedef uint16_t HalfPoints __attribute__((vector_size(8)));  // modulo 2^16
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
/// Not under `least`, not over `most`; what is no number becomes `least`.
[[gnu::always_inline]] inline Floats bounded(Floats x, float least, float most) {
#if defined(__wasm_simd128__)
  return (Floats)wasm_f32x4_pmin((v128_t)all(most), wasm_f32x4_pmax((v128_t)all(least), (v128_t)x));
#elif defined(__SSE2__)
  return (Floats)_mm_min_ps(_mm_max_ps((__m128)x, (__m128)all(least)), (__m128)all(most));
#else
  x = x > least ? x : all(least);
  return x < most ? x : all(most);
#endif
}
/// What was rounded by adding kRound, as whole numbers modulo 2^22.
[[gnu::always_inline]] inline Sums rounded(Floats shifted) {
  Sums bits;
  std::memcpy(&bits, &shifted, sizeof bits);
  return bits;
}

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
[[gnu::always_inline]] inline void add_dots(Sums& sums, Shorts a, Shorts b) {
#if defined(__wasm_simd128__)
  sums = (Sums)wasm_i32x4_add((v128_t)sums, wasm_i32x4_dot_i16x8((v128_t)a, (v128_t)b));
#elif defined(__SSE2__)
  sums = (Sums)_mm_add_epi32((__m128i)sums, _mm_madd_epi16((__m128i)a, (__m128i)b));
#else
  for (int lane = 0; lane < 4; ++lane)
    sums[lane] += static_cast<uint32_t>(a[2 * lane] * b[2 * lane]) +
                  static_cast<uint32_t>(a[2 * lane + 1] * b[2 * lane + 1]);
#endif
}

[[gnu::always_inline]] inline Floats floats(Sums sums) { return __builtin_convertvector((Ints)sums, Floats); }

/// kRows rows through 4 × kVectors columns, whose sums stay in registers.
template <uint32_t kRows, uint32_t kVectors>
[[gnu::always_inline]] inline void tile(const int16_t* in, const Matrix& matrix, uint32_t column,
                                        float* out) {
  Sums sums[kRows][kVectors] = {};
  size_t inner = matrix.inner;
  const int16_t* codes = matrix.codes.data() + column * inner;
  for (uint32_t k = 0; k < inner; k += 2, codes += 2 * kColumns) {
    Shorts weights[kVectors];
    for (uint32_t v = 0; v < kVectors; ++v) weights[v] = load(codes + v * inner * kColumns);
    for (uint32_t r = 0; r < kRows; ++r) {
      Shorts value = pair(in + r * inner + k);
      for (uint32_t v = 0; v < kVectors; ++v) add_dots(sums[r][v], value, weights[v]);
    }
  }
  for (uint32_t v = 0; v < kVectors; ++v) {
    uint32_t at = column + v * kColumns;
    Floats bias = load(matrix.bias.data() + at), scales = load(matrix.scales.data() + at);
    for (uint32_t r = 0; r < kRows; ++r)
      store(out + size_t(r) * matrix.columns + at, bias + scales * floats(sums[r][v]));
  }
}

template <uint32_t kVectors>
inline void strip(const int16_t* in, uint32_t rows, const Matrix& matrix, uint32_t column, float* out) {
  uint32_t row = 0;
  auto from = [&] { return in + size_t(row) * matrix.inner; };
  auto to = [&] { return out + size_t(row) * matrix.columns; };
  for (; row + 4 <= rows; row += 4) tile<4, kVectors>(from(), matrix, column, to());
  for (; row < rows; ++row) tile<1, kVectors>(from(), matrix, column, to());
}

void multiply(const int16_t* in, uint32_t rows, const Matrix& matrix, float* out) {
  uint32_t column = 0;
  for (; column + 2 * kColumns <= matrix.columns; column += 2 * kColumns)
    strip<2>(in, rows, matrix, column, out);
  if (column < matrix.columns) strip<1>(in, rows, matrix, column, out);
}

/// exponential() of four values.
inline Floats exponentials(Floats x) {
  x = bounded(x, -87.0f, 87.0f);
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
  Sums exponent = (rounded(shifted) + 127) << 23;
  Floats power;
  std::memcpy(&power, &exponent, sizeof power);
  return p * power;
}

/// Groups whose points stand side by side: for each point, for each two values k, k + 1, k and k + 1 of each group.
constexpr uint32_t kTile = 4;

/// Writes the points of a group to its place of a tile.
void find_points(NormalRows in, const Convolution& layer, uint32_t group, int16_t* out) {
  constexpr uint32_t kPoints = Convolution::kPoints;
  const int16_t* rows[kPoints];
  for (uint32_t n = 0; n < kPoints; ++n) {
    int64_t row = int64_t(layer.first(group)) + (int64_t(n) - 1) * layer.dilation;
    rows[n] = in.values + (row >= 0 && row < in.rows ? size_t(row) : in.rows) * layer.width;
  }
  for (uint32_t k = 0; k < layer.width; k += 4) {
    HalfPoints from[kPoints], to[kPoints];
    for (uint32_t n = 0; n < kPoints; ++n) std::memcpy(&from[n], rows[n] + k, sizeof from[n]);
    to_points(from, to);
    for (uint32_t point = 0; point < kPoints; ++point) {
      uint32_t pairs[2];
      std::memcpy(pairs, &to[point], sizeof pairs);
      int16_t* place = out + (point * layer.width + k) * kTile;
      std::memcpy(place, &pairs[0], sizeof pairs[0]);
      std::memcpy(place + 2 * kTile, &pairs[1], sizeof pairs[1]);
    }
  }
}

/// Four values and their gates of kGroups groups, from the groups' points on.
template <uint32_t kGroups>
[[gnu::always_inline]] inline void convolve_tile(NormalRows in, const Convolution& layer, uint32_t group,
                                                 uint32_t value, const int16_t* points, float* values) {
  constexpr uint32_t kPoints = Convolution::kPoints, kTokens = Convolution::kTokens;
  uint32_t width = layer.width;
  const int16_t* codes = layer.codes.data() + layer.place(0, 0, value);
  Sums sums[kGroups][2][kPoints];
  for (uint32_t point = 0; point < kPoints; ++point) {
    Sums here[kGroups][2] = {};
    for (const int16_t* end = codes + width * 8; codes < end; codes += 32, points += 4 * kTile)
      for (uint32_t half = 0; half < 2; ++half) {
        Shorts weights = load(codes + 16 * half), gate_weights = load(codes + 16 * half + 8);
        for (uint32_t g = 0; g < kGroups; ++g) {
          Shorts both = pair(points + 2 * kTile * half + 2 * g);
          add_dots(here[g][0], both, weights);
          add_dots(here[g][1], both, gate_weights);
        }
      }
    for (uint32_t g = 0; g < kGroups; ++g)
      for (uint32_t v = 0; v < 2; ++v) sums[g][v][point] = here[g][v];
  }
  Floats bias = load(layer.bias.data() + value), scales = load(layer.scales.data() + value);
  Floats gate_bias = load(layer.bias.data() + width + value);
  Floats gate_scales = load(layer.scales.data() + width + value);
  for (uint32_t g = 0; g < kGroups; ++g) {
    Sums found[kTokens], gates[kTokens];
    from_points(sums[g][0], found);
    from_points(sums[g][1], gates);
    for (uint32_t n = 0; n < kTokens; ++n) {
      uint32_t row = layer.first(group + g) + n * layer.dilation;
      if (row >= in.rows) break;
      float* to = values + size_t(row) * width + value;
      Floats gate = gate_bias + gate_scales * floats(gates[n]);
      store(to, load(to) + (bias + scales * floats(found[n])) / (1.0f + exponentials(-gate)));
    }
  }
}

void convolve(NormalRows in, const Convolution& layer, uint32_t first, uint32_t last, int16_t* scratch,
              float* values) {
  size_t size = size_t(Convolution::kPoints) * layer.width * kTile;
  for (uint32_t group = first; group < last; ++group)
    find_points(in, layer, group, scratch + (group - first) / kTile * size + (group - first) % kTile * 2);
  for (uint32_t value = 0; value < layer.width; value += 4) {
    const int16_t* points = scratch;
    uint32_t group = first;
    for (; group + kTile <= last; group += kTile, points += size)
      convolve_tile<kTile>(in, layer, group, value, points, values);
    if (last - group == 3) convolve_tile<3>(in, layer, group, value, points, values);
    if (last - group == 2) convolve_tile<2>(in, layer, group, value, points, values);
    if (last - group == 1) convolve_tile<1>(in, layer, group, value, points, values);
  }
}

/// Sums go over eight lanes: two vectors need not wait for each other.
inline float sum_of(Floats even, Floats odd) {
  Floats lanes = even + odd;
  return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

void normalise(const float* in, uint32_t n, int16_t* out) {
  Floats even = all(0), odd = all(0);
  uint32_t i = 0;
  for (; i + 8 <= n; i += 8) even += load(in + i), odd += load(in + i + 4);
  if (i < n) even += load(in + i);
  float mean = sum_of(even, odd) / static_cast<float>(n);
  even = odd = all(0);
  for (i = 0; i + 8 <= n; i += 8) {
    Floats one = load(in + i) - mean, other = load(in + i + 4) - mean;
    even += one * one;
    odd += other * other;
  }
  if (i < n) {
    Floats one = load(in + i) - mean;
    even += one * one;
  }
  float variance = sum_of(even, odd) / static_cast<float>(n);
  float scale = 1.0f / std::sqrt(variance + 1e-5f);
  for (i = 0; i < n; i += 4) {
    Floats x = bounded((load(in + i) - mean) * scale * kFixedOne, -kFixedMost, kFixedMost);
    HalfShorts half = __builtin_convertvector(rounded(x + kRound), HalfShorts);
    std::memcpy(out + i, &half, sizeof half);
  }
}

}  // namespace

const Kernels& simd_kernels() {
  static constexpr Kernels kernels = {multiply, convolve, normalise};
  return kernels;
}

}  // namespace who_says
