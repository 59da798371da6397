#pragma once

#include <dirent.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "model/codec.h"

// Loading and saving for tests, with a failure that says what the reader said.

/// A short article with a character of two code units before all others.
inline const std::u16string depot_article = u"\U0001F4F0 The depot lost 300 carts, the Ledger says.";

inline std::string file_text(const std::string& path) {
  std::ifstream in(std::string(WHO_SAYS_SOURCE_DIR "/") + path, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), path);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Names of the files of a folder that end so, in order. (The WebAssembly build has no std::filesystem.)
inline std::vector<std::string> files_in(const std::string& folder, const std::string& ending) {
  std::vector<std::string> out;
  DIR* list = opendir((std::string(WHO_SAYS_SOURCE_DIR "/") + folder).c_str());
  REQUIRE_MESSAGE(list != nullptr, folder);
  while (const dirent* entry = readdir(list)) {
    std::string name = entry->d_name;
    if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending)
      out.push_back(name);
  }
  closedir(list);
  std::sort(out.begin(), out.end());
  return out;
}

inline who_says::Loaded loaded(const std::string& json, std::u16string_view text) {
  who_says::Result<who_says::Loaded> result = who_says::read_claims(json, text);
  REQUIRE_MESSAGE(result.ok(), result.error().message);
  return std::move(result.value());
}

inline nlohmann::json saved(const std::string& json, std::u16string_view text) {
  return nlohmann::json::parse(who_says::write_claims(loaded(json, text).document, text));
}

/// "code at where" of each problem, in order.
inline std::vector<std::string> problems(const who_says::Loaded& of) {
  std::vector<std::string> out;
  for (const who_says::Error& one : of.problems) {
    CHECK(one.message.size() > 20);
    CHECK(one.message.back() == '.');
    out.push_back(one.code + " at " + one.where);
  }
  return out;
}

inline bool same_documents(const who_says::Document& a, const who_says::Document& b) {
  auto same = [](const auto& x, const auto& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [](const auto& one, const auto& other) { return *one == *other; });
  };
  return a.id == b.id && a.article_url == b.article_url && a.article_title == b.article_title &&
         a.article_hash == b.article_hash && a.lang == b.lang && a.kinds == b.kinds &&
         same(a.sources, b.sources) && same(a.claims, b.claims) && a.removed == b.removed &&
         a.independence_stated == b.independence_stated && a.independence == b.independence &&
         a.foreign == b.foreign;
}
