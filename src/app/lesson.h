#pragma once

#include <memory>

#include "app/effect.h"
#include "app/outline.h"

namespace who_says {

struct State;
struct Lesson;       // app/exercise/lesson.h
struct LessonModel;  // app/exercise/model.h

// All that the application knows of lessons. app/exercise has it; a module that is to have no exercises is linked with
// platform/plain/no_lessons.cpp in its place.

/// Carries out a command if it is a lesson's, or means something else in one. False: it is the panel's as ever.
bool lesson_takes(State& state, const Command& command, Effects& effects);
/// What a state with a lesson shows in place of the views.
std::shared_ptr<const LessonModel> lesson_model(const State& state);
/// The same as nodes of the panel's outline.
void lesson_outline(const LessonModel& model, OutlineNode& panel);

}  // namespace who_says
