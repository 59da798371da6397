#include "attribution/convolution.h"

namespace who_says {

void Convolution::set_codes(std::span<const int8_t> taps) {
  codes.resize(size_t(kPoints) * width * 2 * width);
  size_t point = size_t(width) * 8, row = size_t(width) * 2, tap = width * row;
  for (uint32_t value = 0; value < width; ++value)
    for (bool gate : {false, true}) {
      uint32_t column = gate ? width + value : value;
      const int8_t* from = taps.data() + column;
      int16_t* first = codes.data() + place(0, 0, column);
      for (uint32_t k = 0; k < width; ++k, from += row) {
        int16_t* to = first + k / 2 * 16 + k % 2;
        int before = from[0], here = from[tap], behind = from[2 * tap];
        to[0] = static_cast<int16_t>(6 * before);
        to[point] = static_cast<int16_t>(-4 * (before + here + behind));
        to[2 * point] = static_cast<int16_t>(-4 * (before - here + behind));
        to[3 * point] = static_cast<int16_t>(before + 2 * here + 4 * behind);
        to[4 * point] = static_cast<int16_t>(before - 2 * here + 4 * behind);
        to[5 * point] = static_cast<int16_t>(24 * behind);
      }
    }
}

}  // namespace who_says
