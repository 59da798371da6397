#include "app/exercise/model.h"

#include <algorithm>

#include "app/exercise/lesson.h"
#include "app/models.h"

namespace who_says {
namespace {

Action step(const State& state, const std::string& what, const std::string& words) {
  return action("lesson-" + what, state.words(words), Verb::lesson, "", what);
}
/// Focus goes to where a pupil goes on: always the same id.
Action forward(const State& state, const std::string& what, const std::string& words) {
  Action out = action("lesson-next", state.words(words), Verb::lesson, "", what);
  out.primary = true;
  return out;
}

Field text_field(const State& state, std::string_view id, const std::string& label,
                 const std::string& placeholder) {
  Field out;
  out.id = id;
  out.label = label;
  out.placeholder = placeholder;
  out.value = state.field(out.id);
  return out;
}

void add_tools(const State& state, LessonModel& out) {
  const Lesson& lesson = *state.lesson;
  Action undo = action("undo", state.words("tool.undo"), Verb::undo),
         redo = action("redo", state.words("tool.redo"), Verb::redo);
  undo.enabled = !lesson.past.empty();
  redo.enabled = !lesson.future.empty();
  out.more.push_back(std::move(undo));
  out.more.push_back(std::move(redo));
}

void add_as_text(const State& state, LessonModel& out) {
  if (!state.text_only)
    out.more.push_back(
        action("as-text", state.words(state.as_text ? "tool.as-panel" : "tool.as-text"), Verb::as_text));
}

void beginning(const State& state, LessonModel& out) {
  const Lesson& lesson = *state.lesson;
  const Exercise& exercise = *lesson.exercise;
  const InterfaceWords& say = state.words;
  out.heading = exercise.title.empty() ? say("lesson.untitled") : exercise.title;
  out.title = say("lesson.title");
  if (!exercise.introduction.empty()) out.lines.push_back(exercise.introduction);
  uint32_t minutes = 0;
  for (const Task& task : exercise.tasks) minutes += task.minutes;
  std::string ages;
  if (exercise.age_from && exercise.age_to)
    ages = say("lesson.ages",
               {{"from", std::to_string(exercise.age_from)}, {"to", std::to_string(exercise.age_to)}});
  out.asides.push_back(joined(state, {say.count("lesson.tasks", exercise.tasks.size()),
                                      minutes ? say.count("lesson.minutes", minutes) : "", ages}));
  if (exercise.has_key) out.asides.push_back(say("lesson.key-in-page"));
  out.asides.push_back(say("lesson.kept-here"));
  bool goes_on = lesson.was_here;
  for (const Answer& answer : lesson.answers) goes_on = goes_on || is_answered(answer);
  out.steps.push_back(forward(state, "begin", goes_on ? "lesson.go-on" : "lesson.begin"));
  out.more.push_back(action("import", say("lesson.open-work"), Verb::import_claims));
  add_as_text(state, out);
}

void add_text(const State& state, LessonModel& out) {
  const Lesson& lesson = *state.lesson;
  const Task& task = lesson.task();
  bool marks = task.kind == TaskKind::highlight && task.article == 0 && !lesson.checked[lesson.at];
  // Of the articles, the one that is not on the page; else the page's, to mark words without a pointer.
  uint32_t other = task.kind == TaskKind::compare ? 1 : task.article;
  const std::vector<ExerciseArticle>& articles = lesson.exercise->articles;
  bool beside = other > 0 && other < articles.size() && !articles[other].text.empty();
  if (!marks && !beside && !(lesson.reads_text && task.article == 0)) return;
  out.text_button = action("lesson-text",
                           state.words(beside  ? "lesson.read-other"
                                       : marks ? "lesson.mark-here"
                                               : "lesson.read-here"),
                           Verb::lesson, "", "text");
  out.text_button.on = lesson.reads_text;
  if (!lesson.reads_text) return;
  if (beside) {
    const ExerciseArticle& article = articles[other];
    out.text_title = article.document.article_title;
    TextModel text;
    text.text = &article.text;
    for (const Block& block : blocks_of_plain_text(article.text))
      text.blocks.push_back({block.range, block.role, block.level});
    out.text = std::move(text);
    return;
  }
  out.text = text_model(state);
  if (!marks) {
    out.text->help.clear();
    out.text->choosing.clear();
    out.text->highlight = {};
    return;
  }
  out.text->highlight.label = state.words("lesson.mark");
  if (task.by_sentence)  // words are no choice: whole sentences are marked
    std::erase_if(out.text->choosing, [](const FilterGroup& group) {
      const std::string& id = group.options.front().id;
      return id != "pick:previous-sentence" && id != "pick:clear";
    });
}

/// The task's instructions; without any, those of its kind.
std::string how_to(const State& state, const Task& task) {
  if (!task.instructions.empty()) return task.instructions;
  if (task.kind == TaskKind::highlight) {
    if (const Source* source = state.lesson->exercise->find_source(task.source))
      return state.words(
          task.by_sentence ? "lesson.how.highlight-source-sentences" : "lesson.how.highlight-source",
          {{"source", source->name}});
    if (task.by_sentence) return state.words("lesson.how.highlight-sentences");
  }
  return state.words("lesson.how." + std::string(word(task.kind)));
}

void task(const State& state, LessonModel& out) {
  const Lesson& lesson = *state.lesson;
  const Task& task = lesson.task();
  const InterfaceWords& say = state.words;
  std::string kind(word(task.kind));
  bool checked = lesson.checked[lesson.at], graded = is_graded(task.kind);
  out.position = say("lesson.position", {{"n", std::to_string(lesson.at + 1)},
                                         {"all", std::to_string(lesson.exercise->tasks.size())}});
  out.heading = task.title.empty() ? say("lesson.kind." + kind) : task.title;
  out.lines.push_back(how_to(state, task));
  if (task.minutes) out.asides.push_back(say.count("lesson.time", task.minutes));
  size_t shown = std::min<size_t>(lesson.answer().hints, task.hints.size());
  out.hints.assign(task.hints.begin(), task.hints.begin() + static_cast<std::ptrdiff_t>(shown));
  if (shown < task.hints.size() && !checked) {
    out.hint = step(state, "hint", "lesson.hint");
    if (shown) out.hint.label = say("lesson.hint-more");
  }
  add_text(state, out);
  add_task(state, out);
  if (checked)
    for (LessonPart& part : out.parts) {
      for (LessonChoice& choice : part.choices)
        for (Action& option : choice.options) option.enabled = false;
      if (!part.order) continue;
      for (Action& rest : part.order->rest) rest.enabled = false;
      for (LessonOrder::Place& place : part.order->places)
        for (Action* button : {&place.up, &place.down, &place.remove}) button->enabled = false;
    }

  const KeyAnswer* key = lesson.exercise->key.find(task.id);
  bool can_check = lesson.key == KeyState::open && (graded || (key && !key->example.empty()));
  Action back = step(state, "back", "lesson.back"),
         next =
             forward(state, "next", lesson.at + 1 == lesson.answers.size() ? "lesson.finish" : "lesson.next");
  out.steps.push_back(std::move(back));
  if (can_check && !checked) {
    Action check = step(state, "check", graded ? "lesson.check" : "lesson.see-example");
    check.primary = true;
    check.enabled = is_answered(lesson.answer());
    next.primary = false;
    if (!is_answered(lesson.answer()) && lesson.at + 1 < lesson.answers.size())
      next.label = say("lesson.skip");
    out.steps.push_back(std::move(check));
  }
  out.steps.push_back(std::move(next));
  if (checked) {
    add_result(state, out);
    out.more.push_back(step(state, "again", "lesson.again"));
  } else if (!graded) {
    out.asides.push_back(say("lesson.not-graded"));
  } else if (!can_check) {
    out.asides.push_back(say(lesson.key == KeyState::sealed ? "lesson.sealed" : "lesson.no-key"));
  }
  add_tools(state, out);
  add_as_text(state, out);
}

void end(const State& state, LessonModel& out) {
  const Lesson& lesson = *state.lesson;
  const InterfaceWords& say = state.words;
  auto open = static_cast<size_t>(std::count_if(lesson.answers.begin(), lesson.answers.end(),
                                                [](const Answer& answer) { return !is_answered(answer); }));
  out.heading = open ? say.count("lesson.end.open", open) : say("lesson.end");
  out.lines.push_back(say("lesson.end.how"));
  if (lesson.key == KeyState::none) out.asides.push_back(say("lesson.no-key"));
  for (size_t i = 0; i < lesson.answers.size(); ++i) {
    const Task& task = lesson.exercise->tasks[i];
    LessonPart part;
    part.id = task.id;
    part.title = std::to_string(i + 1) + ". " +
                 (task.title.empty() ? say("lesson.kind." + std::string(word(task.kind))) : task.title);
    part.details = result_in_short(state, i);
    part.actions.push_back(action("task:" + task.id, say("lesson.to-task", {{"n", std::to_string(i + 1)}}),
                                  Verb::lesson, task.id, "task"));
    out.parts.push_back(std::move(part));
  }
  if (lesson.key == KeyState::sealed) {
    out.fields.push_back({text_field(state, kCodeField, say("lesson.code"), say("lesson.code.hint")),
                          step(state, "unlock", "lesson.unlock")});
    out.fields.back().problem = lesson.code_problem;
  }
  out.fields.push_back({text_field(state, kSeatField, say("lesson.seat"), say("lesson.seat.hint")), {}});
  if (lesson.asked_for_seat && state.field(std::string(kSeatField)).empty())
    out.fields.back().problem = say("lesson.seat.none");
  if (!lesson.line.empty()) {
    Field line = text_field(state, "lesson-line", say("lesson.line"), "");
    line.value = lesson.line;
    line.multiline = true;
    out.fields.push_back({std::move(line), {}});
  }
  out.steps.push_back(step(state, "back", "lesson.back"));
  out.steps.push_back(forward(state, "save", "lesson.save"));
  out.steps.push_back(step(state, "copy", "lesson.copy"));
  out.steps.push_back(step(state, "link", "lesson.link"));
  add_as_text(state, out);
}

}  // namespace

std::shared_ptr<const LessonModel> lesson_model(const State& state) {
  const Lesson& lesson = *state.lesson;
  auto out = std::make_shared<LessonModel>();
  out->title = state.words("lesson.title");
  if (!lesson.begun()) {
    out->heading = state.words(lesson.problem.empty() ? "lesson.loading" : "lesson.did-not-come");
    add_as_text(state, *out);
    return out;
  }
  out->title = lesson.exercise->title.empty() ? out->title : lesson.exercise->title;
  size_t done = 0;
  for (const Answer& answer : lesson.answers) done += is_answered(answer);
  out->done = static_cast<float>(done) / static_cast<float>(lesson.answers.size());
  out->position = state.words("lesson.answered",
                              {{"n", std::to_string(done)}, {"all", std::to_string(lesson.answers.size())}});
  if (lesson.page == LessonPage::beginning)
    beginning(state, *out);
  else if (lesson.page == LessonPage::task)
    task(state, *out);
  else
    end(state, *out);
  return out;
}

}  // namespace who_says
