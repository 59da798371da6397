#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "classroom/agreement.h"
#include "classroom/csv.h"
#include "classroom/grade.h"

namespace who_says {

/// What a teacher dropped: a file by its name, or something pasted.
struct HandedIn {
  std::string name;
  std::string text;  ///< a work's JSON, or a line (model/exercise_line.h) that is not packed
};

enum class HandedInState : uint8_t { counted, older, other_exercise, other_version, broken };
std::string_view state_word(HandedInState state);

/// Something said of what was handed in: a code for whoever says it in a language of its own, the place, and what it names: the other
/// exercise, its version, the newer file.
struct HandedInProblem {
  std::string code, where, value;
};

/// What became of it. Everything is listed; nothing is dropped without a word.
struct HandedInReport {
  std::string name;
  HandedInState state = HandedInState::counted;
  std::string seat, saved;
  std::vector<HandedInProblem> problems;  ///< why it does not count, or what of it could not be used
  std::string message;                    ///< the same in English
};

/// One who counts.
struct Pupil {
  std::string seat;  ///< its file's name where it has none
  std::string file, saved;
  bool done = false;
  Work work;
  Grade grade;
};

struct Tally {
  std::vector<std::string> given;
  uint32_t pupils = 0;
  bool right = false;
};
/// One item of a task over the class.
struct Question {
  std::string task, item;
  std::vector<std::string> wanted;  ///< empty without a key
  uint32_t right = 0, partly = 0, wrong = 0, open = 0;
  std::vector<Tally> tallies;  ///< what was given, most frequent first
};
/// An answer that is not the key's and that at least two pupils gave.
struct WrongPair {
  std::string task, item;
  std::vector<std::string> wanted, given;
  uint32_t pupils = 0;
};
/// Which words of the article the class marked in a task.
struct Heat {
  std::string task;
  std::vector<Range> words;      ///< of the article's text, UTF-16 code units
  std::vector<uint32_t> marked;  ///< how many pupils marked each of them
  std::vector<bool> wanted;      ///< the key has it
  uint32_t pupils = 0;           ///< who marked anything
};
struct TaskAgreement {
  std::string task;
  bool unitizing = false;  ///< of marks; else nominal, of items
  uint32_t pupils = 0;
  Agreement agreement;           ///< Krippendorff's
  std::optional<Agreement> two;  ///< Cohen's kappa, where just two pupils answered items
};
struct Written {
  std::string task, seat, text;
};

/// A class at a glance.
struct RollUp {
  std::vector<HandedInReport> files;  ///< as they were given
  std::vector<Pupil> pupils;          ///< by seat
  std::vector<Question> questions;
  std::vector<WrongPair> wrong;  ///< most frequent first
  std::vector<Heat> heat;
  std::vector<TaskAgreement> agreement;
  std::vector<Written> written;
};

/// Rolls up what a class handed in. Of one seat, whatever its case, the newest counts (by `saved`; of equal ones the last). What belongs to another
/// exercise or version is refused by its hash, what cannot be read is skipped; both are named. `key` nullptr: without grades.
RollUp roll_up(const Exercise& exercise, const Key* key, const std::vector<HandedIn>& handed_in);

/// The table of pupils and tasks as CSV (RFC 4180): seat, saved, done, points and most of each task, their sums, all hints and checks.
std::string pupils_csv(const RollUp& of, const Exercise& exercise, const TableWords& words = {});
/// One line a pupil, task and item: seat, task, item, given, wanted, finding, credit, reason.
std::string answers_csv(const RollUp& of, const TableWords& words = {});

}  // namespace who_says
