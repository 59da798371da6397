#include "app/exercise/lesson.h"

#include <algorithm>
#include <utility>

#include "app/exercise/model.h"
#include "app/models.h"

namespace who_says {
namespace {

/// The control that was pressed goes with its page: who works by keyboard goes on there.
void go_on_at(const char* id, Effects& effects) {
  effects.push_back(Effect(EffectKind::scroll_panel, id));
  effects.push_back(Effect(EffectKind::focus, id));
  effects.back().flag = true;
}

/// The work as text stands above the button that was pressed, which stays in sight with it.
void show_line(Effects& effects) { effects.push_back(Effect(EffectKind::scroll_panel, "lesson-copy")); }

void show_page(State& state, Effects& effects) {
  state.lesson->line.clear();
  state.pick = {};
  show_marked(state, effects);
  go_on_at("lesson-heading", effects);
  std::shared_ptr<const LessonModel> now = lesson_model(state);
  announce(effects, joined(state, {now->position, now->heading}));
}

void go_to(State& state, LessonPage page, size_t at, Effects& effects) {
  Lesson& lesson = *state.lesson;
  lesson.page = page;
  lesson.at = std::min(at, lesson.exercise->tasks.size() - 1);
  if (page == LessonPage::end) lesson.done = true;
  show_page(state, effects);
}

void step(State& state, bool on, Effects& effects) {
  Lesson& lesson = *state.lesson;
  size_t last = lesson.exercise->tasks.size() - 1;
  if (lesson.page == LessonPage::beginning) {
    if (on) go_to(state, LessonPage::task, 0, effects);
  } else if (lesson.page == LessonPage::end) {
    if (!on) go_to(state, LessonPage::task, last, effects);
  } else if (on) {
    go_to(state, lesson.at == last ? LessonPage::end : LessonPage::task, lesson.at + 1, effects);
  } else {
    go_to(state, lesson.at == 0 ? LessonPage::beginning : LessonPage::task, lesson.at ? lesson.at - 1 : 0,
          effects);
  }
}

size_t place_of(const Lesson& lesson, const std::string& task) {
  const std::vector<Task>& tasks = lesson.exercise->tasks;
  return static_cast<size_t>(
      std::find_if(tasks.begin(), tasks.end(), [&](const Task& one) { return one.id == task; }) -
      tasks.begin());
}

/// From the beginning to the first task that is open, or where the pupil was the last time.
void begin(State& state, Effects& effects) {
  Lesson& lesson = *state.lesson;
  if (std::exchange(lesson.was_here, false)) return go_to(state, LessonPage::task, lesson.at, effects);
  size_t at = 0;
  while (at < lesson.answers.size() && is_answered(lesson.answers[at])) ++at;
  go_to(state, LessonPage::task, at == lesson.answers.size() ? 0 : at, effects);
}

void check(State& state, Effects& effects) {
  Lesson& lesson = *state.lesson;
  lesson.checked[lesson.at] = true;
  ++lesson.answers[lesson.at].checks;
  state.pick = {};
  show_marked(state, effects);
  go_on_at("lesson-result", effects);
  announce(effects, lesson_model(state)->result);
}

void open_again(State& state, Effects& effects) {
  state.lesson->checked[state.lesson->at] = false;
  show_page(state, effects);
}

/// Once, before work goes out that a teacher could not tell from that of others.
bool asks_for_seat(State& state, const std::string& what, Effects& effects) {
  Lesson& lesson = *state.lesson;
  bool goes_out = what == "save" || what == "copy" || what == "link";
  if (!goes_out || lesson.page != LessonPage::end || lesson.asked_for_seat ||
      !state.field(std::string(kSeatField)).empty())
    return false;
  lesson.asked_for_seat = true;
  go_on_at(kSeatField.data(), effects);
  announce(effects, state.words("lesson.seat.none"));
  return true;
}

void take_step(State& state, const Command& c, Effects& effects) {
  Lesson& lesson = *state.lesson;
  const std::string& what = c.value;
  if (asks_for_seat(state, what, effects)) return;
  if (what == "begin") {
    begin(state, effects);
  } else if (what == "next" || what == "back") {
    step(state, what == "next", effects);
  } else if (what == "task") {
    if (size_t at = place_of(lesson, c.id); at < lesson.answers.size())
      go_to(state, LessonPage::task, at, effects);
  } else if (what == "was-at") {
    size_t at = place_of(lesson, c.id);
    lesson.was_here = at < lesson.answers.size() && lesson.page == LessonPage::beginning;
    if (lesson.was_here) lesson.at = at;
    return;
  } else if (what == "check") {
    check(state, effects);
  } else if (what == "again") {
    open_again(state, effects);
  } else if (what == "hint") {
    uint32_t& hints = lesson.answers[lesson.at].hints;
    if (hints < lesson.task().hints.size()) announce(effects, lesson.task().hints[hints++]);
  } else if (what == "text") {
    lesson.reads_text = !lesson.reads_text;
  } else if (what == "show") {
    show_in_article(state, c.id, true, effects);
  } else if (what == "unlock") {
    Effect unlock(EffectKind::lesson, lesson.exercise->sealed_key);
    unlock.value = what;
    unlock.text = state.field(std::string(kCodeField));
    effects.push_back(std::move(unlock));
  } else if (what == "save") {
    Effect file(EffectKind::download);
    file.text = write_work(work_of(state, c.stamp.now), *lesson.exercise);
    std::string seat = state.field(std::string(kSeatField));
    const std::string& id = lesson.exercise->id;  // often an address
    file.value = id.substr(id.rfind('/') + 1) + (seat.empty() ? "" : "-" + seat) + ".work.json";
    std::erase_if(file.value, [](char letter) {
      return (letter >= 0 && letter < 32) ||
             std::string_view("/\\:*?\"<>|").find(letter) != std::string_view::npos;
    });
    effects.push_back(std::move(file));
  } else if (what == "copy" || what == "link") {
    Effect copy(EffectKind::lesson);
    if (what == "link")
      for (const char* key : {"lesson.link", "lesson.link.how", "lesson.link.too-long", "lesson.link.close"})
        copy.id += state.words(key) + "\n";
    copy.value = what;
    copy.text = write_short_work(work_of(state, c.stamp.now), *lesson.exercise);
    lesson.line = "…";
    effects.push_back(std::move(copy));
  } else if (what == "line") {
    lesson.line = c.text;
    show_line(effects);
  } else if (what == "offer") {
    return offer_work(state, c.text, effects);
  } else if (what == "open-offered") {
    return load_work(state, lesson.offered, true, effects);
  }
  keep(state, c.stamp, effects);
}

/// What is typed into a lesson's own fields.
void type(State& state, const Command& c, Effects& effects) {
  Lesson& lesson = *state.lesson;
  state.fields[c.id] = c.text;
  if (c.id == kCodeField) lesson.code_problem.clear();
  if (c.id.rfind(kTextField, 0) == 0)
    for (Answer& answer : lesson.answers)
      if (c.id.substr(kTextField.size()) == answer.task) answer.text = c.text;
  if (c.id != kCodeField) keep(state, c.stamp, effects);
}

}  // namespace

bool lesson_takes(State& s, const Command& c, Effects& effects) {
  if (c.verb == Verb::load_exercise) {
    load_exercise(s, c, effects);
    return true;
  }
  Lesson& lesson = *s.lesson;
  bool at_task = lesson.begun() && lesson.page == LessonPage::task;
  switch (c.verb) {
    case Verb::load_article:
      load_article(s, c, effects);
      read_article(s, effects);
      return true;
    case Verb::load_key:
      if (lesson.begun()) load_key(s, c, effects);
      return true;
    case Verb::load_work:
      if (lesson.begun()) load_work(s, c.text, false, effects);
      return true;
    case Verb::answer:
      if (at_task && !lesson.checked[lesson.at]) give_answer(s, c, effects);
      return true;
    case Verb::lesson:
      if (lesson.begun()) take_step(s, c, effects);
      return true;
    case Verb::begin_draft:
      if (at_task) add_mark(s, c.range.empty() ? s.pick : c.range, effects);
      return true;
    case Verb::open_claim:
      effects.push_back(Effect(EffectKind::scroll_panel, "part:" + c.id));
      return true;
    case Verb::undo:
    case Verb::redo:
      if (lesson.begun()) undo_answer(s, c.verb == Verb::redo, effects);
      return true;
    case Verb::print:
      effects.push_back(Effect(EffectKind::paper));
      if (lesson.begun()) effects.back().text = paper_of_lesson(s);
      return true;
    case Verb::import_claims:
      if (c.text.empty())
        effects.push_back(Effect(EffectKind::choose_file));
      else if (lesson.begun())
        load_work(s, c.text, true, effects);
      return true;
    case Verb::set_field:
      if (lesson.begun() && s.field(c.id) != c.text) type(s, c, effects);
      return true;
    case Verb::step_back:
      if (!lesson.reads_text) return false;
      lesson.reads_text = false;
      return true;
    case Verb::notify:
      // What is said of the text pushes it down.
      if (c.value == "lesson.copied" || c.value == "lesson.copy-by-hand") show_line(effects);
      // What is not kept here can be had as a file at once.
      if (!lesson.begun() || (c.value != "lesson.not-kept" && c.value != "lesson.no-room")) return false;
      add_notice(s, effects,
                 {"notify",
                  Notice::Kind::problem,
                  s.words(c.value),
                  "",
                  {action("lesson-keep", s.words("lesson.save"), Verb::lesson, "", "save")}});
      return true;
    // Claims of the publisher, the reader or the engine would give the answers away.
    case Verb::load_claims:
    case Verb::await_claims:
    case Verb::load_layer:
    case Verb::complete_claims:
    case Verb::detect:
    case Verb::add_suggestions:
    case Verb::load_suggestions:
    case Verb::begin_review:
    case Verb::correct_claim:
    case Verb::share:
    case Verb::export_claims:
      return true;
    default:
      return false;
  }
}

}  // namespace who_says
