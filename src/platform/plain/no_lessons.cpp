// A module without exercises: what app/lesson.h and ui/lesson.h name, and nothing of it.

#include "app/lesson.h"

#include "app/update.h"
#include "ui/lesson.h"

namespace who_says {

bool lesson_takes(State&, const Command&, Effects& effects) {
  Effect failed(EffectKind::failed);
  failed.value = "no-exercises";
  failed.text = "This build of the panel has no exercises: take the classroom\u2019s module.";
  effects.push_back(std::move(failed));
  return true;
}
std::shared_ptr<const LessonModel> lesson_model(const State&) { return nullptr; }
void lesson_outline(const LessonModel&, OutlineNode&) {}

namespace ui {
float draw_lesson_header(Frame&, const LessonModel&, float, float, float) { return 0; }
float draw_lesson(Frame&, const LessonModel&, TextDrag&, float, float, float) { return 0; }
}  // namespace ui

}  // namespace who_says
