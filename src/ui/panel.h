#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/view_models.h"
#include "ui/text_engine.h"

namespace who_says::ui {

using CommandQueue = std::vector<Command>;

/// Where an interactive item or field was drawn, in CSS pixels of the canvas (origin top left, scroll applied).
struct ItemRect {
  std::string id;
  float x = 0, y = 0, width = 0, height = 0;
  bool field = false;   ///< a DOM input lies over it
  bool hinted = false;  ///< whose placeholder is drawn above it
  bool fixed = false;   ///< in the header or the foot, which do not scroll
  bool visible = true;  ///< inside the canvas
};

struct FrameInput {
  float width = 0;  ///< of the canvas, device pixels
  float height = 0;
  float scale = 1;       ///< device pixels a CSS pixel
  float scroll_top = 0;  ///< CSS pixels: of the native scroller
  double now_ms = 0;
  /// Of the model's contents. What is out of sight is laid out once for each; 0 = anew in every frame.
  uint64_t contents = 0;
};
struct FrameOutput {
  float content_height = 0;        ///< CSS pixels: header, all content and foot; the scroller's height
  float header_height = 0;         ///< CSS pixels: the part at the top that does not scroll
  float end = 0;                   ///< CSS pixels of the canvas: below it stands what does not scroll either
  bool same_layout = false;        ///< all things are where they were: `items` is left empty
  std::vector<ItemRect> items;     ///< interactive items, also those out of sight
  bool wants_frame = false;        ///< an animation is under way
  const char* cursor = "default";  ///< CSS cursor under the pointer
  std::vector<std::string> cut;    ///< lines that had no room and end in an ellipsis
};

/// The panel: owns the Dear ImGui context, layout cache and run cache. One a widget.
class Panel {
 public:
  explicit Panel(TextEngine& engine);
  ~Panel();
  /// Draws one frame of `model`; commands that a person gave go to `queue`. Afterwards ImGui::GetDrawData() holds the frame.
  FrameOutput draw(const PanelModel& model, const FrameInput& input, CommandQueue& queue);
  /// Scroll position (CSS px) that makes an item wholly visible; -1 when it is unknown or already visible.
  float scroll_to(const std::string& id) const;
  // Input, in CSS pixels of the canvas.
  void pointer_move(float x, float y);
  void pointer_leave();
  void pointer_button(bool down);
  /// Text metrics changed (fonts arrived, zoom): measure everything anew.
  void forget_text();
  /// Who draws has lost the textures: they are wanted anew with the next frame.
  void forget_textures();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace who_says::ui
