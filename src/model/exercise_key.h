#pragma once

#include <set>

#include "model/exercise_part.h"

namespace who_says {

/// Reads the key of an exercise, whose articles and tasks are already there.
class KeyReader : public ExercisePart {
 public:
  KeyReader(Loaded& scratch, const ExerciseLimits& limits, const Exercise& exercise)
      : ExercisePart(scratch, limits), exercise_(exercise) {}
  Key read(const Json& object, const std::string& where);

 private:
  bool answer(Members& m, Key& key, const std::string& where);
  bool item(Members& m, KeyAnswer& out, const std::string& where);
  bool key_mark(Members& m, KeyAnswer& out, std::u16string_view text, const std::string& where);

  const Exercise& exercise_;
  std::set<std::string> tasks_;
};

/// The key as a member of its exercise; in a file of its own also with the exercise it belongs to.
Json write_key_object(const Key& key, const Exercise& exercise, bool own_file);

}  // namespace who_says
