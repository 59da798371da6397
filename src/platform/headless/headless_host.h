#pragma once

#include <string>
#include <vector>

#include "platform/session.h"

namespace who_says {

/// A shell in memory: counts stamps, keeps the picture.
class HeadlessHost : public Host {
 public:
  Stamp stamp() override;
  void present(const uint8_t* pixels, int width, int height, Rows rows) override;
  void texture(ImDrawData*) override {}
  void paint(ImDrawData*, int, int) override {}

  /// The picture as a binary PPM file.
  std::string ppm() const;
  std::vector<uint8_t> picture;  ///< RGBA
  int width = 0, height = 0;
  int rows_presented = 0, stamps = 0;
};

}  // namespace who_says
