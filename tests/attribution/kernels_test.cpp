#include "attribution/kernels.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using namespace who_says;

namespace {

std::vector<float> random_values(size_t n, uint32_t seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  std::vector<float> out(n);
  for (float& value : out) value = normal(random);
  return out;
}

std::vector<int16_t> random_shorts(size_t n, int least, int most, uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<int16_t> out(n);
  for (int16_t& value : out)
    value = static_cast<int16_t>(least + static_cast<int>(random() % (most - least + 1)));
  return out;
}

Matrix random_matrix(uint32_t taps, uint32_t inner, uint32_t columns) {
  return {taps,
          inner,
          columns,
          random_shorts(size_t(taps) * inner * columns, -127, 127, inner),
          random_values(columns, columns),
          random_values(columns, columns + 1)};
}
/// Code of row k of a tap in a column, as Matrix says where it stands.
int code_at(const Matrix& m, uint32_t tap, uint32_t k, uint32_t column) {
  uint32_t row = tap * m.inner + k;
  return m.codes[size_t(column / 4) * m.taps * m.inner * 4 + row / 2 * 8 + column % 4 * 2 + row % 2];
}

}  // namespace

TEST_CASE("vectors and plain loops give the same bits") {
  const Kernels &plain = scalar_kernels(), &simd = simd_kernels();
  for (uint32_t rows : {1u, 3u, 4u, 9u})
    for (uint32_t columns : {4u, 8u, 12u, 176u})
      for (uint32_t inner : {4u, 12u, 88u})
        for (uint32_t taps : {1u, 3u}) {
          Matrix matrix = random_matrix(taps, inner, columns);
          // The last ones do not fit into 32 bits.
          for (int most : {300, 32767}) {
            std::vector<int16_t> in = random_shorts(size_t(rows + 2) * inner, most / 2, most, rows);
            std::vector<float> a(size_t(rows) * columns), b(a.size());
            plain.multiply({in.data(), inner, rows, inner}, matrix, a.data());
            simd.multiply({in.data(), inner, rows, inner}, matrix, b.data());
            REQUIRE(a == b);
          }
        }
  for (uint32_t n : {4u, 56u, 88u}) {
    std::vector<float> gates = random_values(2 * n, n), a = random_values(n, n + 1), b = a;
    for (float& gate : gates) gate *= 30;
    plain.add_gated(gates.data(), n, a.data());
    simd.add_gated(gates.data(), n, b.data());
    REQUIRE(a == b);
    std::vector<int16_t> c(n), d(n);
    plain.normalise(gates.data(), n, c.data());
    simd.normalise(gates.data(), n, d.data());
    REQUIRE(c == d);
  }
}

TEST_CASE("multiply gives the product of the matrices, tap by tap") {
  constexpr uint32_t kRows = 3, kInner = 8, kColumnsOf = 8;
  Matrix matrix = random_matrix(2, kInner, kColumnsOf);
  std::vector<int16_t> in = random_shorts(60, -500, 500, 1);
  std::vector<float> out(kRows * kColumnsOf);
  simd_kernels().multiply({in.data(), 7, kRows, 10}, matrix, out.data());
  for (uint32_t row = 0; row < kRows; ++row)
    for (uint32_t column = 0; column < kColumnsOf; ++column) {
      double sum = 0;
      for (uint32_t tap = 0; tap < 2; ++tap)
        for (uint32_t k = 0; k < kInner; ++k)
          sum += in[row * 7 + tap * 10 + k] * code_at(matrix, tap, k, column);
      CHECK(out[row * kColumnsOf + column] ==
            doctest::Approx(matrix.bias[column] + matrix.scales[column] * sum).epsilon(1e-5));
    }
}

TEST_CASE("fixed-point numbers are the nearest ones, and bounded") {
  CHECK(fixed(0) == 0);
  CHECK(fixed(1) == 2048);
  CHECK(fixed(-1.00021f) == -2048);
  CHECK(fixed(1.0004f) == 2049);
  CHECK(fixed(100) == 32767);
  CHECK(fixed(-1e30f) == -32768);
  CHECK(fixed(std::nanf("")) == -32768);
}

TEST_CASE("normalise leaves mean 0 and variance 1") {
  std::vector<float> in = random_values(88, 5);
  std::vector<int16_t> out(88);
  for (float& value : in) value = value * 7 + 3;
  scalar_kernels().normalise(in.data(), 88, out.data());
  double sum = 0, squares = 0;
  for (int16_t value : out) sum += value / 2048.0, squares += value / 2048.0 * value / 2048.0;
  CHECK(std::abs(sum / 88) < 1e-4);
  CHECK(squares / 88 == doctest::Approx(1).epsilon(1e-3));
}

TEST_CASE("exponential is near e^x wherever it is defined, and bounded beyond") {
  double worst = 0;
  for (float x = -87; x <= 87; x += 0.037f)
    worst = std::max(worst, std::abs(exponential(x) / std::exp(double(x)) - 1));
  CHECK(worst < 2e-7);
  CHECK(exponential(-1e30f) == exponential(-87));
  CHECK(exponential(1e30f) == exponential(87));
  CHECK(exponential(std::nanf("")) == exponential(-87));
}
