#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/codec_annotation.h"
#include "model/exercise.h"

namespace who_says {

/// What the readers of exercises, keys and works share.
class ExercisePart : public PartReader {
 public:
  ExercisePart(Loaded& scratch, const ExerciseLimits& limits) : PartReader(scratch), limits_(limits) {}
  std::vector<Error> problems() { return std::move(loaded_.problems); }

 protected:
  /// `each`, for `most` values; the others are reported and stay in the file.
  void first_ones(Members& m, const char* key, const std::string& parent, size_t most, const ReadOne& read);
  /// The same for objects.
  using ReadObject = std::function<bool(Members& m, const std::string& where)>;
  void objects(Members& m, const char* key, const std::string& parent, size_t most, const ReadObject& read);
  /// A list of lists of texts.
  void lists(Members& m, const char* key, const std::string& parent,
             std::vector<std::vector<std::string>>& out);
  bool flag(Members& m, const char* key, bool fallback, const std::string& where);
  /// A number from 0 to `most`.
  double number(Members& m, const char* key, double fallback, double most, const std::string& where);
  uint32_t count(Members& m, const char* key, uint32_t most, const std::string& where);
  /// A target with selectors, in an article's text. What is not understood of it is in Mark::foreign.
  Mark mark(const Json& target, std::u16string_view text, const std::string& where);
  /// Texts up to ExerciseLimits::items; the others stay in the file.
  void item_texts(Members& m, const char* key, const std::string& parent, std::vector<std::string>& out);
  /// The members id, version and hash of the object `exercise`.
  void exercise_named(Members& m, std::string& id, std::string& version, std::string& hash);
  /// "type" and "format" of the whole file.
  void envelope(Members& m, const char* type);

  ExerciseLimits limits_;

 private:
  /// One article after the other: its text is prepared once.
  std::optional<AnnotationReader> marks_;
  std::u16string_view marks_text_;
  size_t marks_read_ = 0;
};

/// The highest version of the format that is understood.
constexpr int kExerciseFormat = 1;

/// The exercise's text of each article, ready for positions.
class PositionMaps {
 public:
  explicit PositionMaps(const Exercise& exercise) : exercise_(exercise) {}
  /// nullptr when the text is not at hand.
  const CodePointMap* of(const Task* task);

 private:
  const Exercise& exercise_;
  std::vector<std::unique_ptr<CodePointMap>> maps_;
};

Json write_mark(const Mark& mark, const CodePointMap* map);
/// `{"type", "format"}`, or what the file had there.
Json begin_file(const char* type, const Json& foreign);
Json named_exercise(const std::string& id, const std::string& version, const std::string& hash,
                    const Json& foreign);

}  // namespace who_says
