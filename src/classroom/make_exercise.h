#pragma once

#include <map>
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
  std::map<TaskKind, std::vector<std::string>>
      asked;                            ///< ids of claims to ask about; a kind without any: the maker chooses
  std::string source;                   ///< highlight: all that rests on this one; empty = every claim
  bool by_sentence = false;             ///< highlight: whole sentences
  Imvain letter = Imvain::independent;  ///< rank
};

/// An exercise with its key from claims files: a task for each kind that the claims give something for, the others are left out.
/// What a pupil should find is in the key alone; the claims that pupils see have their words and nothing else. The same arguments
/// give the same exercise. Only claims whose words stand at their position are used. `compare` takes two articles; sources are the same
/// when their ids are; of more than eight, those of both reports, of the second and of the first take turns.
///
/// `swap-cue` takes a claim under no heading whose cue is a verb of saying or claiming (other_cue.h), in the language of the wish, else of the
/// article's claims file. Of what is asked for by a wish, only what the kind can ask about counts.
///
/// The key says what the claims file says: an author looks it over. Of `check-number` it has the answer where the file's question is
/// working that can be read (worked_sum.h), else only the question.
Exercise make_exercise(const std::vector<SourcedArticle>& articles, const ExerciseWish& wish);
/// Ids of what a task of this kind can be asked to be about: claims, in the order of the text; of `highlight` the sources that it can
/// look for. None for kinds that are about all there is.
std::vector<std::string> what_to_ask(const std::vector<SourcedArticle>& articles, const ExerciseWish& wish,
                                     TaskKind kind);

}  // namespace who_says
