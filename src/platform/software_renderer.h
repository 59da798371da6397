#pragma once

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace who_says {

/// Rows of a picture, half-open.
struct Rows {
  int begin = 0;
  int end = 0;
};

/// Draws Dear ImGui's draw data into an opaque picture in memory, for browsers without a graphics processor. The picture is cut into
/// bands of 16 rows; a band whose draw commands are the same as in the frame before is left as it is. Expects one 8-bit texture
/// (the atlas) and draw data in device pixels.
class SoftwareRenderer {
 public:
  /// Draws a frame and returns the rows that changed, in order. `background`: 0xAABBGGRR, opaque.
  std::vector<Rows> draw(ImDrawData* data, int width, int height, uint32_t background);
  /// RGBA, row by row, of the last frame. Valid until the next draw.
  const std::vector<uint32_t>& pixels() const { return pixels_; }
  /// The next frame is drawn whole.
  void forget() { hashes_.clear(); }

 private:
  std::vector<uint32_t> pixels_;
  std::vector<uint64_t> hashes_;
  int width_ = 0, height_ = 0;
};

}  // namespace who_says
