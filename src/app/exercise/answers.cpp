#include <algorithm>

#include "app/exercise/lesson.h"

namespace who_says {
namespace {

constexpr size_t kMostSteps = 200;  // of undo

void set_values(Answer& answer, const std::string& item, std::vector<std::string> values) {
  auto at = std::find_if(answer.choices.begin(), answer.choices.end(),
                         [&](const Choice& choice) { return choice.item == item; });
  if (values.empty()) {
    if (at != answer.choices.end()) answer.choices.erase(at);
  } else if (at != answer.choices.end()) {
    at->values = std::move(values);
  } else {
    answer.choices.push_back({item, std::move(values)});
  }
}

/// Another place in an order; nothing happens at its ends.
void move_by(std::vector<std::string>& values, const std::string& value, int by) {
  auto at = std::find(values.begin(), values.end(), value);
  if (at == values.end() || (by < 0 ? at == values.begin() : at + 1 == values.end())) return;
  std::iter_swap(at, at + by);
}

}  // namespace

std::vector<std::string> values_of(const Answer& answer, std::string_view item) {
  const Choice* choice = answer.find(item);
  return choice ? choice->values : std::vector<std::string>();
}

bool is_answered(const Answer& answer) {
  return !answer.choices.empty() || !answer.marks.empty() ||
         answer.text.find_first_not_of(" \n\t\r") != std::string::npos;
}

void change_answer(State& state, Answer next, Effects& effects) {
  Lesson& lesson = *state.lesson;
  if (next == lesson.answer()) return;
  lesson.past.push_back({lesson.at, std::move(lesson.answers[lesson.at])});
  if (lesson.past.size() > kMostSteps) lesson.past.erase(lesson.past.begin());
  lesson.future.clear();
  lesson.answers[lesson.at] = std::move(next);
  lesson.line.clear();
  show_marked(state, effects);
}

void give_answer(State& state, const Command& c, Effects& effects) {
  Answer next = state.lesson->answer();
  const std::string &how = c.text, &value = c.value;
  if (how == "mark") {
    size_t number = 0;
    for (char digit : value)
      if (digit >= '0' && digit <= '9' && number < next.marks.size())
        number = number * 10 + static_cast<size_t>(digit - '0');
    if (number < next.marks.size())
      next.marks.erase(next.marks.begin() + static_cast<std::ptrdiff_t>(number));
    change_answer(state, std::move(next), effects);
    return keep(state, c.stamp, effects);
  }
  std::vector<std::string> values = values_of(next, c.id);
  auto at = std::find(values.begin(), values.end(), value);
  if (how.empty()) {
    values = {value};
  } else if (how == "kind" || how == "office") {
    values.resize(2);
    values[how == "kind" ? 0 : 1] = value;
  } else if (how == "toggle") {
    at == values.end() ? values.push_back(value) : static_cast<void>(values.erase(at));
  } else if (how == "add") {
    if (at == values.end()) values.push_back(value);
  } else if (how == "remove") {
    if (at != values.end()) values.erase(at);
  } else if (how == "up" || how == "down") {
    move_by(values, value, how == "up" ? -1 : 1);
  }
  set_values(next, c.id, std::move(values));
  change_answer(state, std::move(next), effects);
  keep(state, c.stamp, effects);
}

void undo_answer(State& state, bool redo, Effects& effects) {
  Lesson& lesson = *state.lesson;
  std::vector<Lesson::Step>& from = redo ? lesson.future : lesson.past;
  std::vector<Lesson::Step>& to = redo ? lesson.past : lesson.future;
  if (from.empty()) return;
  Lesson::Step step = std::move(from.back());
  from.pop_back();
  Answer& now = lesson.answers[step.task];
  // What is typed is undone where it is typed; hints that were read stay read, and so does the key.
  step.answer.text = now.text;
  step.answer.hints = now.hints;
  step.answer.checks = now.checks;
  std::swap(now, step.answer);
  lesson.at = step.task;
  lesson.page = LessonPage::task;
  lesson.checked[step.task] = false;
  to.push_back(std::move(step));
  show_marked(state, effects);
  announce(effects, state.words(redo ? "said.redone" : "said.undone"));
  keep(state, {}, effects);
}

}  // namespace who_says
