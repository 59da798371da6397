#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "model/exercise.h"
#include "text/utf.h"

// The exercise and the work of assets/exercise-file.md, and answers for it.

inline std::string read_whole(const std::string& path) {
  std::ifstream in(std::string(WHO_SAYS_SOURCE_DIR "/") + path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}
inline std::string example_json(int n) {
  std::string page = read_whole("assets/exercise-file.md");
  const std::string fence = "\n```json\n";
  size_t begin = 0;
  for (int i = 0; i <= n; ++i) begin = page.find(fence, begin) + fence.size();
  return page.substr(begin, page.find("\n```", begin) - begin);
}
inline who_says::Exercise lesson() {
  auto read = who_says::read_exercise(example_json(0));
  REQUIRE(read.ok());
  return std::move(read.value().value);
}
inline who_says::Work lesson_work(const who_says::Exercise& exercise) {
  auto read = who_says::read_work(example_json(1), exercise);
  REQUIRE(read.ok());
  return std::move(read.value().value);
}
inline who_says::Answer chosen(const char* task, std::vector<who_says::Choice> choices) {
  who_says::Answer answer;
  answer.task = task;
  answer.choices = std::move(choices);
  return answer;
}
/// A mark on the n-th place of these words.
inline who_says::Mark mark_on(std::u16string_view text, std::u16string_view words) {
  size_t at = text.find(words);
  REQUIRE_MESSAGE(at != text.npos, who_says::to_utf8(words));
  who_says::Mark mark;
  mark.selector.exact = words;
  mark.selector.position =
      who_says::Range{static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  return mark;
}
