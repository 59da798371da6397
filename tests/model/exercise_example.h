#pragma once

#include <string>

#include "model/exercise.h"
#include "model/loading.h"
#include "text/utf.h"

// The examples of assets/exercise-file.md.

/// The n-th fenced block of a language.
inline std::string example_block(const std::string& language, size_t n) {
  std::string page = file_text("assets/exercise-file.md"), fence = "\n```" + language + "\n";
  size_t begin = 0;
  for (size_t i = 0; i <= n; ++i) {
    begin = page.find(fence, begin);
    REQUIRE(begin != std::string::npos);
    begin += fence.size();
  }
  return page.substr(begin, page.find("\n```", begin) - begin);
}

inline who_says::Exercise example_exercise() {
  auto read = who_says::read_exercise(example_block("json", 0));
  REQUIRE(read.ok());
  return std::move(read.value().value);
}
inline who_says::Work example_work(const who_says::Exercise& exercise) {
  auto read = who_says::read_work(example_block("json", 1), exercise);
  REQUIRE(read.ok());
  return std::move(read.value().value);
}
