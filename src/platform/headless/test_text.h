#pragma once

#include <set>
#include <string>
#include <vector>

#include "ui/text_engine.h"

namespace who_says {

/// A text engine without fonts, for tests and native pictures: every character is a box of a width of its own, so that runs differ.
class TestText : public TextEngine {
 public:
  FaceMetrics metrics(Face face, float size) override;
  float advance(Face face, float size, std::string_view run) override;
  RunShape raster(Face face, float size, std::string_view run, float phase) override;
  void copy(uint8_t* out, int pitch) override;
  /// Words of Thai end before ก.
  std::vector<float> words(std::string_view run) override;
  int rasterised = 0;          ///< runs so far
  std::set<std::string> runs;  ///< what was drawn of words

 private:
  RunShape shape_;
  std::vector<uint8_t> pixels_;
};

}  // namespace who_says
