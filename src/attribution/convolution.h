#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace who_says {

/// A gated convolution over three tokens: `dilation` before, the token itself, `dilation` behind; what lies beyond the text is zero.
///
/// Four tokens that lie `dilation` apart are one group. Their twelve products of each code become six by Winograd's minimal filtering
/// F(4, 3) (Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2016): at six points, sums of what goes in are
/// multiplied by sums of the codes, and sums of that come out. Codes count 24 times, so that all are whole numbers and nothing is rounded.
///
///     dilation 2, 18 tokens:   token  0 1 2 3 4 5 6 7 8 9 …  15 16 17
///                              group  0 1 0 1 0 1 0 1 2 3 …   3  4  5
struct Convolution {
  static constexpr uint32_t kPoints = 6;
  static constexpr uint32_t kTokens = 4;  ///< of a group

  uint32_t width = 0;  ///< values of a token, a multiple of 4
  uint32_t dilation = 1;
  /// For each 4 values, for each point, for each two rows k, k + 1: k of value 0, k + 1 of value 0, k of value 1, … of value 3; then the
  /// same of their gates.
  std::vector<int16_t> codes;
  std::vector<float>
      scales;  ///< of the values, then of the gates; of a sum as it comes out in units of fixed-point numbers
  std::vector<float> bias;  ///< as these

  /// Where a code stands in `codes`; `column` < 2 * width, gates behind the values.
  size_t place(uint32_t point, uint32_t k, uint32_t column) const {
    size_t value = column % width, pair = (value / 4 * kPoints + point) * (width / 2) + k / 2;
    return pair * 16 + (column < width ? 0 : 8) + value % 4 * 2 + k % 2;
  }
  /// Sets `codes` to those of 3 × width rows of 2 × width columns: before, token, behind.
  void set_codes(std::span<const int8_t> taps);

  /// Groups of so many tokens.
  uint32_t groups(uint32_t tokens) const {
    uint32_t rest = tokens % (kTokens * dilation);
    return tokens / (kTokens * dilation) * dilation + (rest < dilation ? rest : dilation);
  }
  /// The first token of a group.
  uint32_t first(uint32_t group) const { return group / dilation * kTokens * dilation + group % dilation; }
};

/// Six values that lie `dilation` apart, from one before the group to one behind it, at the points. No result is larger than ten times
/// the largest value.
template <class Whole>
void to_points(const Whole (&in)[6], Whole (&out)[6]) {
  Whole far = in[4] - in[2], near = in[3] - in[1];
  Whole even = in[4] - 4 * in[2], odd = in[3] - 4 * in[1];
  out[0] = 4 * (in[0] - in[2]) + far;
  out[1] = even + odd;
  out[2] = even - odd;
  out[3] = far + 2 * near;
  out[4] = far - 2 * near;
  out[5] = in[5] - in[3] - 4 * near;
}

/// Sums of products at the points → the four tokens' sums.
template <class Whole>
void from_points(const Whole (&in)[6], Whole (&out)[4]) {
  Whole sum = in[1] + in[2], difference = in[1] - in[2];
  Whole outer_sum = in[3] + in[4], outer_difference = in[3] - in[4];
  out[0] = in[0] + sum + outer_sum;
  out[1] = difference + 2 * outer_difference;
  out[2] = sum + 4 * outer_sum;
  out[3] = difference + 8 * outer_difference + in[5];
}

}  // namespace who_says
