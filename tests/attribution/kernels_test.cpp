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

Matrix random_matrix(uint32_t inner, uint32_t columns) {
  return {inner, columns, random_shorts(size_t(inner) * columns, -127, 127, inner),
          random_values(columns, columns), random_values(columns, columns + 1)};
}
/// Code of row k in a column, as Matrix says where it stands.
int code_at(const Matrix& m, uint32_t k, uint32_t column) {
  return m.codes[size_t(column / 4) * m.inner * 4 + k / 2 * 8 + column % 4 * 2 + k % 2];
}

/// A convolution with the codes that it is made of: 3 × width rows of 2 × width columns.
struct Case {
  Convolution layer;
  std::vector<int8_t> taps;

  Case(uint32_t width, uint32_t dilation, int most) {
    for (int16_t code : random_shorts(size_t(6) * width * width, -most, most, width + dilation))
      taps.push_back(static_cast<int8_t>(code));
    layer.width = width;
    layer.dilation = dilation;
    layer.set_codes(taps);
    for (float value : random_values(2 * width, width)) layer.scales.push_back(value * 1e-6f);
    layer.bias = random_values(2 * width, width + 1);
  }
};

/// Normalised rows with the row of zeros behind, the numbers as large as they may be.
std::vector<int16_t> random_rows(uint32_t rows, uint32_t width) {
  int most = static_cast<int>(kFixedMost);
  std::vector<int16_t> out = random_shorts(size_t(rows + 1) * width, -most, most, rows);
  std::fill(out.end() - width, out.end(), int16_t{0});
  return out;
}

std::vector<float> convolved(const Kernels& kernels, const Convolution& layer, const std::vector<int16_t>& in,
                             uint32_t rows) {
  std::vector<float> out = random_values(size_t(rows) * layer.width, 7);
  uint32_t groups = layer.groups(rows);
  std::vector<int16_t> scratch(size_t(groups + 3) / 4 * 4 * Convolution::kPoints * layer.width);
  kernels.convolve({in.data(), rows}, layer, 0, groups, scratch.data(), out.data());
  return out;
}

}  // namespace

TEST_CASE("vectors and plain loops give the same bits") {
  const Kernels &plain = scalar_kernels(), &simd = simd_kernels();
  for (uint32_t rows : {1u, 3u, 4u, 9u})
    for (uint32_t columns : {4u, 8u, 12u, 176u})
      for (uint32_t inner : {4u, 12u, 88u}) {
        Matrix matrix = random_matrix(inner, columns);
        // The last ones do not fit into 32 bits.
        for (int most : {300, 32767}) {
          std::vector<int16_t> in = random_shorts(size_t(rows) * inner, most / 2, most, rows);
          std::vector<float> a(size_t(rows) * columns), b(a.size());
          plain.multiply(in.data(), rows, matrix, a.data());
          simd.multiply(in.data(), rows, matrix, b.data());
          REQUIRE(a == b);
        }
      }
  for (uint32_t width : {4u, 12u, 56u})
    for (uint32_t dilation : {1u, 2u, 5u})
      for (uint32_t rows : {1u, 2u, 7u, 11u, 40u}) {
        Case one(width, dilation, 127);
        std::vector<int16_t> in = random_rows(rows, width);
        REQUIRE(convolved(plain, one.layer, in, rows) == convolved(simd, one.layer, in, rows));
      }
  for (uint32_t n : {4u, 56u, 88u}) {
    std::vector<float> in = random_values(n, n);
    for (float& value : in) value *= 30;
    std::vector<int16_t> c(n), d(n);
    plain.normalise(in.data(), n, c.data());
    simd.normalise(in.data(), n, d.data());
    REQUIRE(c == d);
  }
}

TEST_CASE("multiply gives the product of the matrices") {
  constexpr uint32_t kRows = 3, kInner = 8, kColumnsOf = 8;
  Matrix matrix = random_matrix(kInner, kColumnsOf);
  std::vector<int16_t> in = random_shorts(kRows * kInner, -500, 500, 1);
  std::vector<float> out(kRows * kColumnsOf);
  simd_kernels().multiply(in.data(), kRows, matrix, out.data());
  for (uint32_t row = 0; row < kRows; ++row)
    for (uint32_t column = 0; column < kColumnsOf; ++column) {
      double sum = 0;
      for (uint32_t k = 0; k < kInner; ++k) sum += in[row * kInner + k] * code_at(matrix, k, column);
      CHECK(out[row * kColumnsOf + column] ==
            doctest::Approx(matrix.bias[column] + matrix.scales[column] * sum).epsilon(1e-5));
    }
}

TEST_CASE("the groups of a convolution hold each token once") {
  for (uint32_t dilation : {1u, 2u, 3u, 16u})
    for (uint32_t tokens : {0u, 1u, 2u, 7u, 8u, 9u, 63u, 64u, 65u}) {
      Convolution layer;
      layer.dilation = dilation;
      std::vector<uint32_t> seen(tokens);
      for (uint32_t group = 0; group < layer.groups(tokens); ++group) {
        CHECK(layer.first(group) < tokens);
        for (uint32_t n = 0; n < Convolution::kTokens; ++n)
          if (uint32_t token = layer.first(group) + n * dilation; token < tokens) ++seen[token];
      }
      CHECK(seen == std::vector<uint32_t>(tokens, 1));
    }
}

TEST_CASE("convolve gives what three products a token give, to the last bit") {
  constexpr uint32_t kWidth = 8, kRows = 37;
  for (uint32_t dilation : {1u, 2u, 8u}) {
    Case one(kWidth, dilation, 15);
    std::vector<int16_t> in = random_rows(kRows, kWidth);
    std::vector<float> before = random_values(kRows * kWidth, 7);
    std::vector<float> found = convolved(simd_kernels(), one.layer, in, kRows);
    auto result = [&](uint32_t row, uint32_t column) {
      int32_t sum = 0;
      for (uint32_t tap = 0; tap < 3; ++tap) {
        int64_t from = int64_t(row) + (int64_t(tap) - 1) * dilation;
        if (from < 0 || from >= kRows) continue;
        for (uint32_t k = 0; k < kWidth; ++k)
          sum += in[size_t(from) * kWidth + k] * one.taps[(tap * kWidth + k) * 2 * kWidth + column];
      }
      return one.layer.bias[column] + one.layer.scales[column] * static_cast<float>(24 * sum);
    };
    for (uint32_t row = 0; row < kRows; ++row)
      for (uint32_t i = 0; i < kWidth; ++i) {
        float value = result(row, i), gate = result(row, kWidth + i);
        REQUIRE(found[row * kWidth + i] == before[row * kWidth + i] + value / (1.0f + exponential(-gate)));
      }
  }
}

TEST_CASE("fixed-point numbers are the nearest ones, and bounded") {
  CHECK(fixed(0) == 0);
  CHECK(fixed(1) == 256);
  CHECK(fixed(-1.0019f) == -256);
  CHECK(fixed(1.0021f) == 257);
  CHECK(fixed(100) == 3276);
  CHECK(fixed(-1e30f) == -3276);
  CHECK(fixed(std::nanf("")) == -3276);
}

TEST_CASE("normalise leaves mean 0 and variance 1") {
  std::vector<float> in = random_values(88, 5);
  std::vector<int16_t> out(88);
  for (float& value : in) value = value * 7 + 3;
  scalar_kernels().normalise(in.data(), 88, out.data());
  double sum = 0, squares = 0;
  for (int16_t value : out) sum += value / 256.0, squares += value / 256.0 * value / 256.0;
  CHECK(std::abs(sum / 88) < 1e-3);
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
