#include <algorithm>

#include "app/exercise/lesson.h"
#include "app/exercise/model.h"
#include "app/models.h"

namespace who_says {
namespace {

/// Tables of the effect `paper`: a title, then rows without a claim. The first row of each is its head.
void add_row(std::string& out, const std::string& asked, const std::string& answered) {
  out += "\x1e\x1f\x1f" + asked + "\x1f" + answered;
}

std::string what_is_asked(const LessonPart& part) {
  if (!part.quote.empty() || !part.title.empty()) return part.quote.empty() ? part.title : part.quote;
  return part.choices.empty() ? "" : part.choices.front().label;
}
std::string what_is_chosen(const State& state, const LessonPart& part) {
  std::vector<std::string> out;
  for (const LessonChoice& choice : part.choices)
    for (const Action& option : choice.options)
      if (option.on) out.push_back(option.label);
  if (part.order)
    for (const LessonOrder::Place& place : part.order->places) out.push_back(place.name);
  return joined(state, out);
}

}  // namespace

std::string paper_of_lesson(State& state) {
  // Each task as its own page has it; the pupil stays where they are.
  std::shared_ptr<Lesson> here = state.lesson;
  auto pages = std::make_shared<Lesson>(*here);
  pages->page = LessonPage::task;
  pages->checked.assign(pages->checked.size(), false);
  state.lesson = pages;
  std::string out = pages->exercise->title;
  add_row(out, state.words("lesson.seat"), state.field(std::string(kSeatField)));
  for (size_t at = 0; at < pages->answers.size(); ++at) {
    pages->at = at;
    std::shared_ptr<const LessonModel> task = lesson_model(state);
    out += "\x1d" + std::to_string(at + 1) + ". " + task->heading;
    add_row(out, task->lines.empty() ? "" : task->lines.front(), "");
    for (const LessonPart& part : task->parts) add_row(out, what_is_asked(part), what_is_chosen(state, part));
    for (const Field& field : task->fields) add_row(out, field.label, field.value);
  }
  state.lesson = here;
  return out;
}

}  // namespace who_says
