#pragma once

#include <optional>
#include <string>
#include <vector>

#include "classroom/roll_up.h"

namespace who_says {

/// What a page of the classroom asks of the core: one exercise, its key, a class. Questions and answers are JSON in UTF-8, a question
/// an object with "verb"; an answer that is {"error": {"code", "message", "where"}} says what is wrong. Lists of problems hold the same.
///
/// | verb | members | answer |
/// |---|---|---|
/// | open | exercise, pageText? (texts) | id, version, title, lang, hash, articleHash, hasText, hasKey, sealed, tasks [{id, kind, title, points}], problems |
/// | key | key (text) | problems |
/// | split | | exercise (text without its key), key (text) |
/// | work | work (text: a file or a line) | work (the file's text), short (its short form), line, problems |
/// | unwrap | line | packed, data (base64url) |
/// | wrap | data (base64url), packed | line |
/// | grade | work | app/messages_classroom.h |
/// | roll-up | files [{name, text}] | the same |
/// | csv | of ("pupils" or "answers"), words? {key: text} (classroom/csv.h) | csv: of the last roll-up |
/// | xapi | home | statements (text): of the last roll-up |
/// | agreement | csv, length? | the same |
/// | make | articles [{text, claims}], kinds, id, title?, version?, lang?, embed?, asked? {kind: [claim id]}, source?, sentences?, letter? | exercise (text with its key), about {kind: [id]} |
class ClassPage {
 public:
  std::string ask(std::string_view question);

 private:
  struct Question;
  std::string open(const Question& q);
  std::string take_key(const Question& q);
  std::string work(const Question& q) const;
  std::string roll_up_files(const Question& q);
  const Key* key() const { return has_key_ ? &key_ : nullptr; }

  std::optional<Exercise> exercise_;
  bool has_key_ = false;
  Key key_;
  RollUp class_;
};

}  // namespace who_says
