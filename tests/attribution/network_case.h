#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

// The small network that training/record_case.py made, with what it computes for one text: network_case.weights, network_case.json.

inline std::string file_of_project(const std::string& path) {
  std::ifstream file(std::string(WHO_SAYS_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
inline std::string case_file(const std::string& name) { return file_of_project("tests/attribution/" + name); }
inline std::vector<uint8_t> case_weights() {
  std::string bytes = case_file("network_case.weights");
  return {bytes.begin(), bytes.end()};
}
