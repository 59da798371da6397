#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/text_engine.h"
#include "ui/theme.h"

struct ImDrawList;
struct ImFontAtlas;
struct ImFontLoader;

namespace who_says::ui {

/// Text as whole words: each is measured and rasterised once by the text engine and kept in Dear ImGui's atlas. Sizes and
/// positions are device pixels.
class Runs {
 public:
  explicit Runs(TextEngine& engine) : engine_(engine) {}

  float advance(Face face, float size, std::string_view run);
  FaceMetrics metrics(Face face, float size);
  /// Draws one run with its pen at (x, y) on the base line. While its picture waits for the next frame, one that is there from less than a
  /// pixel beside stands in for it, or none.
  void draw(ImDrawList* list, ImFontAtlas* atlas, Face face, float size, std::string_view run, float x,
            float y, Colour colour);
  /// Bytes of the first word of `run`, which is in a script without spaces between words; never 0.
  size_t word(std::string_view run);
  /// Before a frame: runs unused for long make room when there are many; the atlas gets colours when a run has some.
  void tidy(ImFontAtlas* atlas);
  /// The next frame is another: a run is drawn, or in colour, only then.
  bool waits() const { return (waits_ && made_) || wants_colours_; }
  /// Fonts changed: nothing measured before holds.
  void forget(ImFontAtlas* atlas);

 private:
  struct Run {
    float advance = -1;
    int rect = -1;  ///< in the atlas; -1 = not rasterised
    bool empty = false;
    RunShape shape;
    uint32_t used = 0;
  };
  void make(Run& run, ImFontAtlas* atlas, Face face, float size, std::string_view text, float phase);
  static uint64_t key(Face face, float size, std::string_view run, int phase = 0);

  TextEngine& engine_;
  std::unordered_map<uint64_t, Run> runs_;
  std::unordered_map<uint64_t, size_t> words_;
  std::unordered_map<uint32_t, FaceMetrics> metrics_;
  std::vector<uint8_t> pixels_;
  uint32_t frame_ = 0;
  bool made_ = false;   ///< this frame has a new picture; a full atlas takes none, and waiting would not end
  bool waits_ = false;  ///< a picture was not made in this frame
  bool wants_colours_ = false;
};

/// A font loader without glyphs: the panel draws all its text as runs.
const ImFontLoader* empty_font_loader();

}  // namespace who_says::ui
