#include <algorithm>

#include "app/exercise/lesson.h"
#include "app/models.h"

namespace who_says {
namespace {

constexpr char kEnglishLesson[] =
#include "compiled_in/words/lesson.en.json.inc"
    ;

/// What is wrong, and where in the file, in the reader's language.
std::string said(const InterfaceWords& words, const Error& error) {
  std::string key = "lesson.problem." + error.code, where = error.where;
  std::string problem = words(words.has(key) ? key : "lesson.problem.other");
  if (where.empty()) return problem;
  constexpr std::string_view line = "line ", column = ", column ";
  if (size_t at = where.find(column); where.starts_with(line) && at != std::string::npos)
    where = words("lesson.problem.line", {{"line", where.substr(line.size(), at - line.size())},
                                          {"column", where.substr(at + column.size())}});
  return words("lesson.problem.at", {{"problem", problem}, {"where", where}});
}

void tell(State& state, Effects& effects, const char* id, std::string text, const Error* error = nullptr) {
  add_notice(state, effects,
             {id, Notice::Kind::problem, std::move(text), error ? said(state.words, *error) : "", {}}, error);
}

void use_key(Exercise& exercise, Key key) {
  complete_sources(exercise, key);
  exercise.key = std::move(key);
}
/// Said at the code's field, which stands above the button that was pressed: both stay in sight.
void refuse_code(State& state, Effects& effects, const std::string& words) {
  state.lesson->code_problem = state.words(words);
  announce(effects, state.lesson->code_problem);
  effects.push_back(Effect(EffectKind::scroll_panel, "lesson-unlock"));
}

/// The exercise's first article, where the page has none.
void bring_text(State& state, Effects& effects) {
  Lesson& lesson = *state.lesson;
  const ExerciseArticle& first = lesson.exercise->articles.front();
  if (!state.text().empty() || first.text.empty()) return;
  auto article = std::make_shared<Article>();
  article->url = first.document.article_url;
  article->title = first.document.article_title;
  article->lang = first.document.lang;
  article->text = first.text;
  article->blocks = blocks_of_plain_text(article->text);
  Command load;
  load.verb = Verb::load_article;
  load.article = std::move(article);
  load_article(state, load, effects);
  lesson.reads_text = true;
}

/// Reads `json`, again where another article came: what was answered stays.
void read(State& state, Effects& effects) {
  Lesson& lesson = *state.lesson;
  Result<Read<Exercise>> read = read_exercise(lesson.json, state.text());
  if (!read) {
    lesson.problem = state.words("lesson.broken");
    return tell(state, effects, "bad-exercise", state.words("lesson.broken"), &read.error());
  }
  std::vector<Error>& problems = read.value().problems;
  bool first = !lesson.begun();
  std::vector<Answer> before = std::move(lesson.answers);
  Key key = first ? Key() : std::move(lesson.exercise->key);
  lesson.exercise = std::move(read.value().value);
  if (!lesson.exercise->has_key && lesson.key == KeyState::open) use_key(*lesson.exercise, std::move(key));
  lesson.answers.clear();
  for (const Task& task : lesson.exercise->tasks) {
    auto same =
        std::find_if(before.begin(), before.end(), [&](const Answer& a) { return a.task == task.id; });
    lesson.answers.push_back(same == before.end() ? Answer() : std::move(*same));
    lesson.answers.back().task = task.id;
  }
  if (first) {
    lesson.checked.assign(lesson.answers.size(), false);
    lesson.key = lesson.exercise->has_key              ? KeyState::open
                 : lesson.exercise->sealed_key.empty() ? KeyState::none
                                                       : KeyState::sealed;
    if (!problems.empty())
      tell(state, effects, "exercise-problems", state.words.count("lesson.problems", problems.size()),
           &problems.front());
    Effect begun(EffectKind::lesson, lesson.exercise->id);
    begun.value = "begun";
    effects.push_back(std::move(begun));
    bring_text(state, effects);
  }
  const std::string& hash = lesson.exercise->articles.front().document.article_hash;
  if (!hash.empty() && !state.text().empty() && text_hash(state.text()) != hash)
    tell(state, effects, "other-article", state.words("lesson.other-article"));
  show_marked(state, effects);
}

}  // namespace

void load_exercise(State& state, const Command& command, Effects& effects) {
  if (!state.lesson || state.lesson->begun()) {
    state.words.add_english(kEnglishLesson);
    state.lesson = std::make_shared<Lesson>();
    state.base = state.document = state.suggestions = state.arriving = {};
    state.past.clear();
    state.future.clear();
    state.draft.reset();
    state.review.reset();
    state.opened.clear();
    show_marked(state, effects);
  }
  state.lesson->json = command.text;
  state.lesson->problem = command.value;
  if (!command.value.empty()) {
    Error error{"no-exercise", state.words(command.value), command.id};
    add_notice(state, effects,
               {"no-exercise", Notice::Kind::problem, state.words("lesson.did-not-come"), "", {}}, &error);
  }
  if (!command.text.empty()) read(state, effects);
}

void read_article(State& state, Effects& effects) {
  if (!state.lesson->json.empty()) read(state, effects);
}

void load_key(State& state, const Command& command, Effects& effects) {
  Lesson& lesson = *state.lesson;
  if (command.text.empty()) return refuse_code(state, effects, command.value);
  Result<Read<Key>> key = read_key(command.text, *lesson.exercise);
  if (!key) return refuse_code(state, effects, "lesson.bad-key");
  use_key(*lesson.exercise, std::move(key.value().value));
  lesson.key = KeyState::open;
  lesson.code_problem.clear();
  state.fields.erase(std::string(kCodeField));
  announce(effects, state.words("lesson.unlocked"));
  show_marked(state, effects);
}

void load_work(State& state, const std::string& json, bool told, Effects& effects) {
  Lesson& lesson = *state.lesson;
  Result<Read<Work>> read = read_work(json, *lesson.exercise);
  if (!read || !is_of(read.value().value, *lesson.exercise)) {
    if (!told) return;
    return tell(state, effects, "bad-work", state.words(read ? "lesson.other-work" : "lesson.bad-work"),
                read ? nullptr : &read.error());
  }
  lesson.offered.clear();
  std::erase_if(state.notices, [](const Notice& notice) { return notice.id == "offered"; });
  Work& work = read.value().value;
  for (Answer& answer : lesson.answers)
    if (const Answer* found = work.find(answer.task)) {
      answer = *found;
      state.fields[std::string(kTextField) + answer.task] = answer.text;
    }
  state.fields[std::string(kSeatField)] = work.seat;
  lesson.past.clear();
  lesson.future.clear();
  lesson.checked.assign(lesson.answers.size(), false);
  lesson.page = LessonPage::beginning;
  show_marked(state, effects);
  if (told) {
    const std::vector<Error>& problems = read.value().problems;
    add_notice(state, effects,
               {"work",
                Notice::Kind::done,
                state.words("lesson.work-opened"),
                problems.empty() ? "" : said(state.words, problems.front()),
                {}});
    keep(state, {}, effects);
  }
}

namespace {

/// Whether two answers are the same is asked of what is written of them: marks have more than that.
std::string in_short(const Answer& answer, const Exercise& exercise) {
  Work work;
  work.answers = {answer};
  return write_short_work(work, exercise);
}

}  // namespace

void offer_work(State& state, const std::string& json, Effects& effects) {
  Lesson& lesson = *state.lesson;
  Result<Read<Work>> read = read_work(json, *lesson.exercise);
  bool another = false;
  if (read && is_of(read.value().value, *lesson.exercise))
    for (const Answer& answer : lesson.answers) {
      const Answer* found = read.value().value.find(answer.task);
      another = another || (is_answered(answer) && (!found || in_short(*found, *lesson.exercise) !=
                                                                  in_short(answer, *lesson.exercise)));
    }
  if (!another) return load_work(state, json, true, effects);
  lesson.offered = json;
  add_notice(state, effects,
             {"offered",
              Notice::Kind::done,
              state.words("lesson.offered"),
              "",
              {action("lesson-open-offered", state.words("lesson.offered.open"), Verb::lesson, "",
                      "open-offered")}});
}

Work work_of(const State& state, const std::string& now) {
  const Lesson& lesson = *state.lesson;
  Work work;
  work.exercise = lesson.exercise->id;
  work.version = lesson.exercise->version;
  work.hash = exercise_hash(*lesson.exercise);
  for (const ExerciseArticle& article : lesson.exercise->articles)
    work.articles.push_back(article_hash(article));
  work.seat = state.field(std::string(kSeatField));
  work.saved = now;
  work.done = lesson.done;
  for (const Answer& answer : lesson.answers)
    if (is_answered(answer) || answer.hints) work.answers.push_back(answer);
  return work;
}

void keep(const State& state, const Stamp& stamp, Effects& effects) {
  const Lesson& lesson = *state.lesson;
  Effect out(EffectKind::lesson, lesson.page == LessonPage::task ? lesson.task().id : "");
  out.value = "keep";
  out.text = write_work(work_of(state, stamp.now), *lesson.exercise);
  effects.push_back(std::move(out));
}

}  // namespace who_says
