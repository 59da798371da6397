#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace who_says {

/// FNV-1a over code units.
struct WordHash {
  using is_transparent = void;
  size_t operator()(std::u16string_view word) const {
    uint32_t hash = 2166136261u;
    for (char16_t c : word) hash = (hash ^ c) * 16777619u;
    return hash ^ hash >> 15;
  }
};

/// Values by words; a look-up copies no word.
template <class Value>
using WordMap = std::unordered_map<std::u16string, Value, WordHash, std::equal_to<>>;

/// What is known of a word; nullptr = nothing.
template <class Value>
const Value* find(const WordMap<Value>& map, std::u16string_view word) {
  auto it = map.find(word);
  return it == map.end() ? nullptr : &it->second;
}

}  // namespace who_says
