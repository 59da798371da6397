#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/lesson.h"
#include "app/update.h"
#include "model/exercise.h"

namespace who_says {

/// Where a pupil is.
enum class LessonPage : uint8_t { beginning, task, end };
/// The key, as far as this panel has it.
enum class KeyState : uint8_t { none, sealed, open };

/// An exercise being worked on: an answer for each of its tasks, all of them there from the beginning.
struct Lesson {
  std::string json;  ///< the exercise as it came; "" while it is on its way
  std::string problem;
  std::optional<Exercise> exercise;
  KeyState key = KeyState::none;
  LessonPage page = LessonPage::beginning;
  size_t at = 0;  ///< the task in front, also while another page is
  std::vector<Answer> answers;
  std::vector<bool>
      checked;            ///< the task's answer was looked at against the key, and has not been opened again
  bool was_here = false;  ///< the pupil was at task `at` the last time
  bool done = false;      ///< the pupil has come to the end
  bool reads_text = false;   ///< the article is unfolded in the panel
  std::string line;          ///< the work as a line to copy, once it was asked for; "…" until it is there
  std::string code_problem;  ///< why the code opened nothing
  bool asked_for_seat = false;  ///< the work was to be handed over without a seat code
  std::string offered;          ///< a work that a link brought, while other answers are here
  /// For undo: answers of tasks as they were, with the task's number.
  struct Step {
    size_t task;
    Answer answer;
  };
  std::vector<Step> past, future;

  /// The key has said all there is to a task. The first look leaves what was not found for another try.
  bool tells_missed(size_t task) const { return answers[task].checks > 1; }
  const Task& task() const { return exercise->tasks[at]; }
  const Answer& answer() const { return answers[at]; }
  bool begun() const { return exercise.has_value(); }
};

// Commands of lessons. `lesson` has one of these as its value:
//
//     begin, next, back        from page to page
//     task                     id: a task's, to go there
//     was-at                   id: of the task where the pupil was the last time: `begin` goes there
//     check, again             looks at the answer; opens it again
//     hint                     one more
//     text                     unfolds / folds the article in the panel
//     show                     id: scrolls the page to a claim
//     unlock                   the code in the field kCodeField opens the key
//     save, copy, link         the work as a file; as a link or QR code, which the shell shows; as a line, which it makes and brings back:
//     line                     text: that line
//     offer                    text: a work that came with the page's address
//     open-offered             it takes the place of what is here
//
// Effect `lesson` has as its value: "begun" (id: the exercise's; what was kept of it is wanted), "keep" (text: the work; id: of the task in front), "copy"
// (text: the work, short), "link" (the same; id: the words around it, a line each), "unlock" (id: the sealed key, text: the code), "marks" (flag: words of the article can be marked now).
//
// `answer` has the item that is answered as its id, what is chosen as its value, and as its text what is done with it: "" = it is the
// answer; "toggle"; "add", "remove", "up", "down" = in an order; "kind", "office" = of a source; "mark" = a mark goes (value: its number).

/// Fields that are typed into. The text of an answer has the task's id behind it.
constexpr std::string_view kSeatField = "lesson-seat", kCodeField = "lesson-code",
                           kTextField = "lesson-text:";

// The steps, one file an idea.

// load.cpp
void load_exercise(State& state, const Command& command, Effects& effects);
void load_key(State& state, const Command& command, Effects& effects);
/// `told`: a person opened a file, and is told what came of it.
void load_work(State& state, const std::string& json, bool told, Effects& effects);
/// A link brought answers: they are opened, after a question where others are here.
void offer_work(State& state, const std::string& json, Effects& effects);
/// The article came, or is another: words of the exercise are looked for in it.
void read_article(State& state, Effects& effects);
/// What this pupil did until now. `now`: ISO 8601.
Work work_of(const State& state, const std::string& now);
/// Has the shell keep it.
void keep(const State& state, const Stamp& stamp, Effects& effects);

// answers.cpp
/// The task's answer becomes another one; can be undone.
void change_answer(State& state, Answer next, Effects& effects);
void give_answer(State& state, const Command& command, Effects& effects);
void undo_answer(State& state, bool redo, Effects& effects);
/// Something was answered.
bool is_answered(const Answer& answer);
/// Values of an item; none while it is open.
std::vector<std::string> values_of(const Answer& answer, std::string_view item);

// paper.cpp
/// The tasks with what was answered, for Effect `paper`.
std::string paper_of_lesson(State& state);

// marks.cpp
/// The words of the article that are marked, in order: what the page paints.
void show_marked(State& state, Effects& effects);
void add_mark(State& state, Range range, Effects& effects);
/// Words of a mark, by its number in the answer.
std::string words_of_mark(const Answer& answer, size_t number);

}  // namespace who_says
