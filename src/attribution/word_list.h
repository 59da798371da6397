#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace who_says {

/// Words that belong together, in lower case.
template <size_t N>
using WordList = std::array<std::u16string_view, N>;

template <class List>
bool is_one(std::u16string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace who_says
