#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/codec.h"

namespace who_says {

// An exercise, its key and a pupil's work as plain values. assets/exercise-file.md describes the files member by member.
//
//     *.exercise.json   Exercise, with its key in it, sealed in it, or without
//     *.key.json        Key alone: the teacher's file
//     *.work.json       Work; also as one line to copy (model/exercise_line.h)

/// One article of an exercise: what the claims file in it says of it, and its text.
struct ExerciseArticle {
  /// Title, address, language, hash, sources and the claims that the tasks ask about. Pupils see all of it: chains stand in the key.
  Document document;
  std::u16string text;    ///< of the file or of the page; empty when neither is at hand
  bool embedded = false;  ///< the file holds the text
  Foreign foreign;
};

/// One task. Which members count is up to its kind:
///
///     kind          asks about           offers                        answers (Choice::item → values)
///     match         claims               sources                       claim → one source id, "" = nobody is named
///     classify      sources              kinds (none = all)            source → kind, office ("" = not given)
///     spot          claims               —                             "claims" → ids of those that name nobody
///     chain         claims               sources                       claim → source ids, from the article inwards
///     highlight     the text             —                             marks
///     count         claims               sources                       "number" → digits; "origins" → source ids
///     swap-cue      claims (one)         cue, other_cue                text (not graded)
///     check-number  claims               —                             "sum" → a word of Arithmetic; text: the working
///     rank          letter               sources                       "order" → source ids, best first; text (not graded)
///     compare       sources              —                             source → a word of Reported
struct Task {
  std::string id;  ///< unique in its exercise
  TaskKind kind = TaskKind::match;
  std::string title;
  std::string instructions;
  std::vector<std::string> hints;
  uint32_t article = 0;  ///< index; compare: of all of them
  std::vector<std::string> claims;
  std::vector<std::string> sources;
  std::vector<SourceKind> kinds;
  bool asks_kind = true;                ///< classify
  bool asks_office = false;             ///< classify: former or current
  std::string source;                   ///< highlight: all that rests on this source; empty = every claim
  bool by_sentence = false;             ///< highlight: whole sentences are marked, for the young
  std::string cue;                      ///< swap-cue: the words that stand there
  std::string other_cue;                ///< swap-cue: those to try instead
  Imvain letter = Imvain::independent;  ///< rank
  double points = -1;                   ///< for all of it; -1 = one for each item, as the key has them
  uint32_t minutes = 0;                 ///< suggested time; 0 = none
  Foreign foreign;
};

/// What a key allows for one item.
struct KeyItem {
  std::string item;
  std::vector<std::string> answer;
  std::vector<std::vector<std::string>> alternatives;  ///< other whole answers that count in full
  std::vector<std::string> acceptable_sources;  ///< any of them counts in full where one source is asked for
  std::string because;                          ///< shown with the result
  Foreign foreign;
};
/// A marked stretch of a text.
struct Mark {
  Selector selector;
  Foreign foreign;
  friend bool operator==(const Mark&, const Mark&) = default;
};
/// One that a highlight should have.
struct KeyMark {
  Mark mark;
  std::vector<Mark> alternatives;  ///< other borders that count as well
  bool optional = false;           ///< marking it is right, leaving it out too
  std::string because;
  Foreign foreign;
};
/// What a pupil is told who gave that answer for that item; of `highlight`, of whose mark that became.
struct Feedback {
  std::string item;    ///< empty = any; of `highlight` the number of a mark of the key, "1" is the first
  std::string answer;  ///< empty = any that is not right; of `highlight` "partly", "missed" or "extra"
  std::optional<Mark> mark;  ///< of `highlight`: for who marked about these words; without = any
  std::string text;
  Foreign foreign;  ///< with a mark: in that
};
struct KeyAnswer {
  std::string task;
  std::vector<KeyItem> items;
  std::vector<KeyMark> marks;
  std::string example;  ///< a good written answer, for tasks that are not graded
  std::vector<Feedback> feedback;
  Foreign foreign;
};
/// What an exercise without its key does not say of a source, since a task asks for it.
struct KeySource {
  std::string id;
  std::string
      kind;  ///< a word of SourceKind, or the id of a kind of the article's; empty = the exercise says it
  Office office = Office::unknown;
  Foreign foreign;
};
struct Key {
  std::string exercise, version, hash;  ///< of the exercise it belongs to, in a file of its own; may be empty
  std::vector<KeyAnswer> answers;
  std::vector<KeySource> sources;
  Foreign foreign;
  const KeyAnswer* find(std::string_view task) const;
};

struct Exercise {
  std::string id;
  std::string version;
  std::string title;
  std::string lang;
  uint32_t age_from = 0, age_to = 0;  ///< reading level, in years; 0 = not stated
  std::string introduction;
  std::vector<ExerciseArticle> articles;  ///< never empty after reading
  std::vector<Task> tasks;
  bool has_key = false;
  Key key;
  Foreign sealed_key;  ///< the key as ciphertext, which a page opens; "" = none. See exercise-file.md
  Foreign foreign;

  const Task* find_task(std::string_view id) const;
  /// Of any article, first one first.
  const Source* find_source(std::string_view id) const;
  const Claim* find_claim(std::string_view id) const;
  /// Of the task's article; empty when it is not at hand.
  std::u16string_view text_of(const Task& task) const;
};

/// One answered item of a pupil.
struct Choice {
  std::string item;
  std::vector<std::string> values;
  friend bool operator==(const Choice&, const Choice&) = default;
};
struct Answer {
  std::string task;
  std::vector<Choice> choices;
  std::vector<Mark> marks;
  std::string text;
  uint32_t hints = 0;   ///< how many were looked at
  uint32_t checks = 0;  ///< how often it was looked at against the key
  Foreign foreign;
  /// nullptr = left open.
  const Choice* find(std::string_view item) const;
  friend bool operator==(const Answer&, const Answer&) = default;
};
/// What one pupil did. A seat code instead of a name.
struct Work {
  std::string exercise, version, hash;  ///< of the exercise
  std::vector<std::string> articles;    ///< hashes of its articles' texts, in order
  std::string seat;
  std::string saved;  ///< when, ISO 8601, told from outside
  bool done = false;  ///< handed in, not only put aside
  std::vector<Answer> answers;
  Foreign foreign;
  const Answer* find(std::string_view task) const;
};

/// Items of tasks that have no item of their own.
constexpr std::string_view kClaimsItem = "claims", kNumberItem = "number", kOriginsItem = "origins",
                           kSumItem = "sum", kOrderItem = "order";

/// text_hash of an article: of its text, else as its claims file states it.
std::string article_hash(const ExerciseArticle& article);
/// Names what pupils were asked: id, version, articles, tasks with their kinds and items. Instructions, hints and the key do not
/// count, so an exercise with its key and the same without one have one hash. text_hash's form; no protection against intent.
/// `texts`: hashes of the articles' texts, for those that the exercise neither has nor states.
std::string exercise_hash(const Exercise& exercise, const std::vector<std::string>& texts = {});
/// Whether answers to a task of that kind are right or wrong at all.
bool is_graded(TaskKind kind);
/// Persons and groups hold posts.
bool holds_posts(const Source& source);
/// Whether a task asks if a source still holds its post: of those that hold posts, and of all where it asks nothing else. `source` nullptr:
/// not in the exercise.
bool asks_office(const Task& task, const Source* source);

struct ExerciseLimits : Limits {
  size_t articles = 8, tasks = 100, items = 1000, marks = 500;
  size_t work_bytes = 1u << 20;  ///< of one pupil's work
};

/// What could be read, and a problem for each part that could not, as in Loaded.
template <class T>
struct Read {
  T value;
  std::vector<Error> problems;
};

/// Reads an exercise. `page_text`: the text of the page's article, for a first article whose text is not in the file.
/// An Error only when nothing of it can be used: those of parse_json, "wrong-shape" (no exercise, no article, no task).
Result<Read<Exercise>> read_exercise(std::string_view json, std::u16string_view page_text = {},
                                     const ExerciseLimits& limits = {});
/// Two-space indent, keys in documented order, final newline. Unknown members read before are written back.
std::string write_exercise(const Exercise& exercise);

/// Reads a key in a file of its own, or an opened one. Error also "other-exercise": made for another exercise or version of it. A
/// problem "key-unsure" says that id and version had to do, for an exercise that neither has nor states its article's text.
Result<Read<Key>> read_key(std::string_view json, const Exercise& exercise,
                           const ExerciseLimits& limits = {});
std::string write_key(const Key& key, const Exercise& exercise);
/// Makes the exercise one without its key, which becomes `key`'s own: with the kinds and posts of sources that tasks ask for.
void part_from_key(Exercise& exercise, Key& key);
/// For who has the key: the exercise says again what its key has of sources.
void complete_sources(Exercise& exercise, const Key& key);

/// Reads a pupil's work, the file or its short form. The exercise gives the texts that positions refer to; whether the work is of
/// that exercise is for who asks (`is_of`).
Result<Read<Work>> read_work(std::string_view json, const Exercise& exercise,
                             const ExerciseLimits& limits = {});
std::string write_work(const Work& work, const Exercise& exercise);
/// The same in as few bytes as possible, for one line: positions without quotations, lists without names.
std::string write_short_work(const Work& work, const Exercise& exercise);
/// The work answers this exercise, in this version. Of an article whose text is neither in the exercise nor stated by a hash, it is taken
/// that the pupil had the right one.
bool is_of(const Work& work, const Exercise& exercise);

}  // namespace who_says
