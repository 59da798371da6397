#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "platform/messenger.h"
#include "platform/software_renderer.h"
#include "ui/panel.h"

namespace who_says {

/// What a session asks of the shell.
class Host {
 public:
  virtual ~Host() = default;
  /// A fresh id and the time, for what a press in the panel creates.
  virtual Stamp stamp() = 0;
  /// Software renderer: these rows of the picture changed. `pixels` is the whole picture and must not be kept.
  virtual void present(const uint8_t* pixels, int width, int height, Rows rows) = 0;
  /// Otherwise the shell draws: textures have been brought up to date before each frame.
  virtual void texture(ImDrawData* data) = 0;
  virtual void paint(ImDrawData* data, int width, int height) = 0;
};

/// One widget: the application, its panel, and how it is drawn. Draws only what is asked for.
class Session : public Messenger {
 public:
  Session(TextEngine& engine, Host& host, bool software);

  /// Draws so from now on. The shell holds none of the textures, or no longer: it is given all of them with the next frame.
  void use_renderer(bool software);
  /// Where things are, as JSON: only the cursor if nothing else changed; "" when all is as it was. Scrolling moves nothing.
  std::string take_layout();
  /// Draws. Milliseconds until the next wanted frame: 0 = at once, -1 = none.
  double frame(const ui::FrameInput& input);
  void pointer(int kind, float x, float y);
  float scroll_to(const std::string& id) const { return panel_.scroll_to(id); }
  void forget_text();
  const ui::FrameOutput& layout() const { return output_; }

 private:
  ui::Panel panel_;
  Host& host_;
  bool software_;
  SoftwareRenderer renderer_;
  ui::FrameOutput output_;
  std::string layout_, taken_layout_, cursor_, taken_cursor_;
};

}  // namespace who_says
