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

}  // namespace

TEST_CASE("vectors and plain loops give the same bits") {
  const Kernels &plain = scalar_kernels(), &simd = simd_kernels();
  for (uint32_t rows : {1u, 3u, 4u, 9u})
    for (uint32_t columns : {4u, 8u, 12u, 176u})
      for (uint32_t inner : {1u, 7u, 88u}) {
        std::vector<float> in = random_values(rows * inner, rows),
                           matrix = random_values(inner * columns, columns);
        std::vector<float> a = random_values(rows * columns, inner), b = a;
        plain.multiply_add(in.data(), inner, rows, matrix.data(), inner, columns, a.data());
        simd.multiply_add(in.data(), inner, rows, matrix.data(), inner, columns, b.data());
        REQUIRE(a == b);
      }
  for (uint32_t n : {4u, 56u, 88u}) {
    std::vector<float> gates = random_values(2 * n, n), a = random_values(n, n + 1), b = a;
    for (float& gate : gates) gate *= 30;
    plain.add_gated(gates.data(), n, a.data());
    simd.add_gated(gates.data(), n, b.data());
    REQUIRE(a == b);
    plain.normalise(gates.data(), n, a.data());
    simd.normalise(gates.data(), n, b.data());
    REQUIRE(a == b);
  }
}

TEST_CASE("multiply_add adds the product of the matrices") {
  std::vector<float> in = random_values(3 * 5, 1), matrix = random_values(5 * 4, 2), out(3 * 4, 1.0f);
  simd_kernels().multiply_add(in.data(), 5, 3, matrix.data(), 5, 4, out.data());
  for (uint32_t row = 0; row < 3; ++row)
    for (uint32_t column = 0; column < 4; ++column) {
      double sum = 1;
      for (uint32_t k = 0; k < 5; ++k) sum += double(in[row * 5 + k]) * matrix[k * 4 + column];
      CHECK(out[row * 4 + column] == doctest::Approx(sum));
    }
}

TEST_CASE("normalise leaves mean 0 and variance 1") {
  std::vector<float> in = random_values(88, 5), out(88);
  for (float& value : in) value = value * 7 + 3;
  scalar_kernels().normalise(in.data(), 88, out.data());
  double sum = 0, squares = 0;
  for (float value : out) sum += value, squares += double(value) * value;
  CHECK(sum / 88 == doctest::Approx(0).epsilon(1e-5));
  CHECK(squares / 88 == doctest::Approx(1).epsilon(1e-4));
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
