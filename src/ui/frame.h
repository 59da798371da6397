#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "text/direction.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/runs.h"
#include "ui/theme.h"

struct ImDrawList;
struct ImFontAtlas;

namespace who_says::ui {

/// A box in device pixels.
struct Box {
  float x = 0, y = 0, width = 0, height = 0;
  float right() const { return x + width; }
  float bottom() const { return y + height; }
};

/// How a line of text is set. Size and height in CSS pixels; a line is 1.45 times as high as its size, or more.
struct Style {
  Face face = Face::regular;
  float size = 14;
  float height = 21;
};
namespace style {
inline constexpr Style title{Face::semibold, 20, 29}, body{Face::regular, 14, 21},
    strong{Face::semibold, 14, 21}, heading{Face::semibold, 15, 22}, small{Face::regular, 13, 19.5f},
    small_strong{Face::semibold, 13, 19.5f}, small_italic{Face::italic, 13, 19.5f},
    tiny{Face::regular, 12, 17.5f}, quote{Face::quote, 15.5f, 23.5f}, article{Face::quote, 17, 28},
    article_heading{Face::semibold, 20, 29};
}

/// Radii of corners, in CSS pixels.
namespace corner {
inline constexpr float card = 10, inside_card = card - 1, control = 8, inside_control = control - 1,
                       small = 6;
}

/// A piece of a paragraph in its own style.
struct Span {
  std::string_view text;
  Style style;
  Colour colour;
};

/// Of the parts of a long list, from frame to frame (see Frame::part()): their heights; which contents they were laid out for, 0 = none
/// that still hold; the place of the first one in the list.
struct Parts {
  std::vector<float> heights;
  uint64_t contents = 0;
  size_t first = 0;
};

/// What a view draws with: one frame's canvas, text, theme, and the items that can be pressed. Positions are device pixels of the
/// canvas with the scroll already applied; lengths given to px() are CSS pixels.
class Frame {
 public:
  Frame(const PanelModel& model, const FrameInput& input, Runs& runs, Parts& parts, CommandQueue& queue,
        FrameOutput& output);

  float px(float css) const;  ///< whole device pixels
  /// The same of what grows with the text: pictures, and what stands around words.
  float em(float css) const { return px(css * font_scale_); }
  float scale() const { return scale_; }
  const Theme& theme() const { return theme_; }
  const PanelModel& model() const { return model_; }
  ImDrawList* list() const { return list_; }
  /// Height of a thing to press, which grows with the text: at least 24 CSS pixels, 44 on touch.
  float target(float css) const;

  /// Bytes of `text`, which has no white space, up to where a line may end first: behind a hyphen or a dash, at Han, kana and Hangul, between
  /// words of scripts without spaces.
  size_t unbroken(std::string_view text);

  // Text. All return sizes in device pixels.
  float text_width(Style style, std::string_view text);
  /// One line, cut with an ellipsis when it is wider than `width`. Returns its width.
  float text_line(Style style, float x, float y, float width, std::string_view text, Colour colour);
  /// A paragraph of spans, wrapped at words; one of several lines begins at the side where its text does. Returns its height.
  float paragraph(float x, float y, float width, const std::vector<Span>& spans);
  float paragraph(Style style, float x, float y, float width, std::string_view text, Colour colour);
  /// Where a line of text has to end, however wide the panel is: after some 65 characters.
  float measure_of(Style style, float width) const { return std::min(width, 31 * font_size(style)); }
  float paragraph_height(Style style, float width, std::string_view text);
  float line_height(Style style) const { return px(style.height * font_scale_); }
  float font_size(Style style) const { return style.size * font_scale_ * scale_; }
  float baseline(Style style, float y);
  Runs& runs() { return runs_; }
  void run(Style style, std::string_view text, float x, float base, Colour colour);
  /// The panel's own direction: positions are given as for left to right, and everything is drawn mirrored where it is the other.
  Direction direction() const { return direction_; }
  /// Of a text: its own, else the panel's.
  Direction direction(std::string_view text) const;
  /// From a position as views give it to one on the canvas, or back.
  float across(float x, float width = 0) const {
    return direction_ == Direction::right_to_left ? whole_.width - x - width : x;
  }

  // Shapes.
  void fill(Box box, Colour colour, float radius = 0);
  void border(Box box, Colour colour, float radius, float width = 1, bool dashed = false);
  void line(float x0, float y0, float x1, float y1, Colour colour, float width = 1);
  void hatch(Box box, Colour colour);
  void dot(float x, float y, float radius, Colour colour, Hue hue);
  /// `css_size` grows with the text.
  void icon(Icon icon, float x, float y, float css_size, Colour colour);

  // Items: what can be pressed, in both the canvas and the outline.
  struct Press {
    bool hovered = false, held = false, pressed = false;
  };
  /// Makes a box an item; a press queues the action's command.
  Press item(const Action& action, Box box);
  /// An empty frame over which the page lays its input; `hinted`: the hint is drawn elsewhere.
  void field(const Field& field, Box box, bool hinted);
  /// Registers a place that the outline or scroll_to() may ask for, without a press.
  void place(const std::string& id, Box box);
  void focus_ring(const std::string& id, Box box, float radius);
  void queue(Command command) { queue_.push_back(std::move(command)); }
  void cursor(const char* name) { output_.cursor = name; }

  bool visible(float y, float height) const {
    return !measuring_ && y + height > clip_.y && y < clip_.bottom();
  }
  bool measuring() const { return measuring_; }
  /// The frame lays nothing out: all heights and places are known.
  bool same_layout() const { return output_.same_layout; }
  /// The next part of a long list: `draw()` draws it at `y` and returns its height, and is left out where the part is known to be out of
  /// sight.
  template <class F>
  float part(float y, F draw) {
    return part(y, same_layout() ? 0 : ~uint64_t{0}, draw, [](float) {});
  }
  /// The same for one that is as it has been `since` then: out of sight, `place(height)` says where its items are.
  template <class F, class G>
  float part(float y, uint64_t since, F draw, G place) {
    std::vector<float>& heights = parts_.heights;
    size_t n = next_part_++;
    if (n == heights.size()) heights.push_back(-1);
    if (heights[n] < 0 || since > parts_.contents || visible(y, heights[n]))
      heights[n] = draw();
    else
      place(heights[n]);
    return heights[n];
  }
  /// Runs a drawing function for the height it returns: nothing is drawn, no item is made.
  template <class F>
  float measure(F draw) {
    bool before = measuring_;
    measuring_ = true;
    float height = draw();
    measuring_ = before;
    return height;
  }
  void clip(Box box);
  void unclip();

 private:
  const PanelModel& model_;
  Runs& runs_;
  CommandQueue& queue_;
  FrameOutput& output_;
  Parts& parts_;
  size_t next_part_ = 0;
  float scale_, font_scale_;
  Theme theme_;
  ImDrawList* list_;
  ImFontAtlas* atlas_;
  Box clip_, whole_;
  Direction direction_;
  bool measuring_ = false;
  struct Piece {
    std::string_view text;
    Style style;
    Colour colour;
  };
  /// A line's words, as they are gathered.
  std::vector<Piece> pieces_;
  std::vector<LineWord> words_;

  void add(const Piece& piece, float gap, float advance);
  /// Draws the gathered words and forgets them. `width` is what a line against the panel's direction is flush with.
  void set_line(float x, float y, float height, float width, Direction base);
  Box placed(Box box) const { return {across(box.x, box.width), box.y, box.width, box.height}; }
};

}  // namespace who_says::ui
