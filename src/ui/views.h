#pragma once

#include <algorithm>
#include <cmath>

#include "ui/frame.h"

namespace who_says::ui {

// One function a view. Each draws from (x, y) in `width`, all device pixels, and returns its height. None changes state: what a
// person asks for goes into the frame's queue.

/// The width of what the panel shows. A wider panel never has shorter lines: else a scrollbar would come and go with each frame.
inline float inner_of(const Frame& f, float width) {
  return std::max(std::min(width - 2 * f.px(16), f.px(320)), width - 2 * f.px(20));
}
/// From the panel's edge to what it shows.
inline float side_of(const Frame& f, float width) { return std::floor((width - inner_of(f, width)) / 2); }

float draw_header(Frame& f, const HeaderModel& model, float x, float y, float width);
float draw_editor_header(Frame& f, const EditorModel& model, float x, float y, float width);
float draw_review_header(Frame& f, const ReviewModel& model, float x, float y, float width);
float draw_notices(Frame& f, const std::vector<Notice>& notices, float x, float y, float width);
float draw_claims(Frame& f, const ClaimsModel& model, float x, float y, float width);
float draw_card(Frame& f, const CardModel& card, float x, float y, float width);
/// How the engine's look for claims stands; nothing when there is nothing to say.
float draw_detection(Frame& f, const DetectionModel& model, float x, float y, float width);
float draw_review(Frame& f, const ReviewModel& model, float x, float y, float width);
/// The inside of an open card, below its quote.
float draw_claim(Frame& f, const ClaimModel& model, float x, float y, float width);
float draw_sources(Frame& f, const SourcesModel& model, float x, float y, float width);
float draw_profile(Frame& f, const ProfileModel& model, float x, float y, float width);
float draw_editor(Frame& f, const EditorModel& model, float x, float y, float width);
/// Quiet buttons under everything: open, save, share. The last row is the fullest: it is the one that stands in sight where there is
/// little room.
struct FootRow {
  std::vector<const Action*> tools;
  float height = 0;
};
std::vector<FootRow> foot_rows(Frame& f, const HeaderModel& model, float width);
void draw_foot_row(Frame& f, const FootRow& row, float x, float y, float width);

/// A drag over the Text view, kept by the panel between frames.
struct TextDrag {
  bool active = false;
  Range anchor;        ///< the word where it began
  float x = 0, y = 0;  ///< where the button went down, device pixels
  Range pick;
};
float draw_text(Frame& f, const TextModel& model, TextDrag& drag, float x, float y, float width);

}  // namespace who_says::ui
