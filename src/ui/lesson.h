#pragma once

#include "ui/views.h"

namespace who_says::ui {

// A lesson in place of the views: ui/exercise has it, or platform/plain/no_lessons.cpp stands in (see app/lesson.h).

float draw_lesson_header(Frame& f, const LessonModel& model, float x, float y, float width);
float draw_lesson(Frame& f, const LessonModel& model, TextDrag& drag, float x, float y, float width);

}  // namespace who_says::ui
