#pragma once

#include "app/exercise/model.h"
#include "ui/frame.h"

namespace who_says::ui {

// The pieces of a lesson's page. Each draws from (x, y) in `width`, all device pixels, and returns its height.

float draw_part(Frame& f, const LessonPart& part, float x, float y, float width);
float draw_points(Frame& f, const std::vector<LessonPoint>& points, float x, float y, float width);

}  // namespace who_says::ui
