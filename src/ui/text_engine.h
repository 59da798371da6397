#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace who_says {

/// Faces of the panel. The shell maps them to CSS fonts: the host page's typeface; `quote` is the article's own.
enum class Face : uint8_t { regular, semibold, italic, quote };

/// Pixels of one run of text. All device pixels. `left` and `top` are from the pen position on the base line to the bitmap's corner.
struct RunShape {
  float advance = 0;
  float left = 0;
  float top = 0;
  int32_t width = 0;
  int32_t height = 0;
  bool coloured = false;  ///< it has colours of its own, as emoji have
};
struct FaceMetrics {
  float ascent = 0;
  float descent = 0;  ///< positive
};

/// Measures and rasterises runs of text. In the browser it is the browser's own text engine, so shaping, kerning and fallback fonts are
/// the page's; natively a fixed-width drawing for tests. Sizes are device pixels; text is UTF-8.
class TextEngine {
 public:
  virtual ~TextEngine() = default;
  virtual FaceMetrics metrics(Face face, float size) = 0;
  virtual float advance(Face face, float size, std::string_view run) = 0;
  /// Prepares the run's bitmap with the pen `phase` (0 to 1) of a pixel right of a whole one; `copy` then writes its coverage
  /// (one byte a pixel, `pitch` bytes a row). `left` counts from the whole pixel. Of a coloured one it writes red, green, blue and
  /// coverage; what is black there, and nothing else, is in the ink that the run is drawn in. A negative width: this frame has taken long
  /// enough, and no further run is asked for in it. Of each frame at least the first is made.
  virtual RunShape raster(Face face, float size, std::string_view run, float phase) = 0;
  virtual void copy(uint8_t* out, int pitch) = 0;
  /// Bytes of the words of a run in a script that has no spaces between them, one after the other. What it does not tell of is one word.
  virtual std::vector<float> words(std::string_view run) = 0;
};

}  // namespace who_says
