#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "classroom/reason.h"
#include "model/exercise.h"

namespace who_says {

// How answers are graded. Nothing here decides what is true: an answer is compared with what the author of the key allowed.
//
//     match, classify   each item 1; a kind (the source's) of the same group ½; what the key allows besides 1
//     chain             longest common subsequence with the key / the longer of both
//     spot, count       right ones / (wanted ones + wrong ones); a number is right or not
//     check-number, compare   right or not
//     highlight         marks.h
//     swap-cue, rank    not graded: the key's example is shown beside the answer

/// What became of an item or of a mark.
enum class Finding : uint8_t { found, partly, missed, wrong, extra, repeated };
std::string_view finding_word(Finding finding);

/// One item, or one mark, with the reason for its credit.
struct ItemGrade {
  std::string
      item;  ///< as in Choice::item; of a mark "1", "2", … in the key's order; empty for a pupil's own
  Finding finding = Finding::missed;
  double credit = 0;               ///< of one item: 0 to 1
  std::vector<std::string> given;  ///< ids and words; of a mark its words
  std::vector<std::string> wanted;
  std::optional<Range> place;   ///< of a highlight: the pupil's mark, else the key's
  std::vector<Reason> reasons;  ///< why, for the pupil
  std::string because;          ///< the key's own reason
  std::string feedback;         ///< the key's words for this answer
};

struct TaskGrade {
  std::string task;
  TaskKind kind = TaskKind::match;
  bool answered = false;
  bool graded = false;  ///< false: no key, or nothing right or wrong about it
  double points = 0, most = 0;
  std::string reason;   ///< of the whole: "3 found of 5, 2 too many." or why it is not graded
  std::string example;  ///< the key's, where it is not graded
  std::vector<ItemGrade> items;
  uint32_t count(Finding finding) const;
};

struct Grade {
  double points = 0, most = 0;   ///< of the graded tasks
  std::vector<TaskGrade> tasks;  ///< in the exercise's order
};

/// Grades one work. `key` nullptr: nothing is graded, and only the class can be compared with. Pure: the same arguments give the
/// same result.
Grade grade(const Exercise& exercise, const Key* key, const Work& work);
/// One task of it.
TaskGrade grade_task(const Exercise& exercise, const Task& task, const Key* key, const Answer* answer);

/// Length of the longest common subsequence (Wagner and Fischer's table, 1974).
uint32_t common_in_order(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace who_says
