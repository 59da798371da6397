#pragma once

#include <string>
#include <vector>

#include "model/exercise.h"

namespace who_says {

/// An article with what its claims file says.
struct SourcedArticle {
  std::u16string text;
  Document document;
};
struct ExerciseWish {
  std::string id, version = "1", title, lang;
  std::vector<TaskKind> kinds;  ///< in the order of the tasks
  bool embed = true;            ///< the texts go into the file
};

/// An exercise with its key from claims files: a task for each kind that the claims give something for, the others are left out.
/// What a pupil should find is in the key alone; the claims that pupils see have their words and nothing else. The same arguments
/// give the same exercise. Only claims whose words stand at their position are used. `compare` takes two articles; sources are the same
/// when their ids are.
///
/// The key says what the claims file says: an author looks it over. Of `check-number` it has the answer where the file's question is
/// working that can be read (worked_sum.h), else only the question.
Exercise make_exercise(const std::vector<SourcedArticle>& articles, const ExerciseWish& wish);

}  // namespace who_says
