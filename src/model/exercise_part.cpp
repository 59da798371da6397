#include "model/exercise_part.h"

#include <algorithm>

#include "model/codec_put.h"

namespace who_says {

void ExercisePart::first_ones(Members& m, const char* key, const std::string& parent, size_t most,
                              const ReadOne& read) {
  size_t n = 0;
  each(m, key, parent, [&](const Json& value, const std::string& where) {
    if (++n == most + 1)
      problem("too-many",
              "Only the first " + std::to_string(most) +
                  " of this list are read here; the others stay in the file.",
              parent + "/" + key);
    return n <= most && read(value, where);
  });
}

void ExercisePart::objects(Members& m, const char* key, const std::string& parent, size_t most,
                           const ReadObject& read) {
  first_ones(m, key, parent, most, [&](const Json& value, const std::string& where) {
    if (!value.is_object()) return wrong("an object", where), false;
    Members inner(value);
    return read(inner, where);
  });
}

void ExercisePart::item_texts(Members& m, const char* key, const std::string& parent,
                              std::vector<std::string>& out) {
  first_ones(m, key, parent, limits_.items, [&](const Json& value, const std::string& where) {
    if (!value.is_string()) return wrong("text", where), false;
    out.push_back(value.get<std::string>());
    return true;
  });
}

void ExercisePart::lists(Members& m, const char* key, const std::string& parent,
                         std::vector<std::vector<std::string>>& out) {
  each(m, key, parent, [&](const Json& value, const std::string& where) {
    std::vector<std::string> list;
    bool all = value.is_array();
    if (all)
      for (const Json& one : value) {
        all = all && one.is_string();
        if (all) list.push_back(one.get<std::string>());
      }
    if (!all) return wrong("a list of texts", where), false;
    out.push_back(std::move(list));
    return true;
  });
}

bool ExercisePart::flag(Members& m, const char* key, bool fallback, const std::string& where) {
  const Json* value = m.peek(key);
  if (!value || value->is_null()) return fallback;
  if (!value->is_boolean()) return wrong("true or false", where + "/" + key), fallback;
  bool out = value->get<bool>();
  m.drop(key);
  return out;
}

double ExercisePart::number(Members& m, const char* key, double fallback, double most,
                            const std::string& where) {
  const Json* value = m.peek(key);
  if (!value || value->is_null()) return fallback;
  double out = number_of(*value).value_or(-1);
  if (!(out >= 0 && out <= most)) {
    wrong(("a number from 0 to " + std::to_string(static_cast<long>(most))).c_str(), where + "/" + key);
    return fallback;
  }
  m.drop(key);
  return out;
}

uint32_t ExercisePart::count(Members& m, const char* key, uint32_t most, const std::string& where) {
  const Json* value = m.peek(key);
  if (value && value->is_number_float()) return wrong("a whole number", where + "/" + key), 0;
  return static_cast<uint32_t>(number(m, key, 0, most, where));
}

Mark ExercisePart::mark(const Json& target, std::u16string_view text, const std::string& where) {
  if (!marks_ || marks_text_.data() != text.data() || marks_text_.size() != text.size()) {
    marks_.emplace(loaded_, text);
    marks_text_ = text;
  }
  size_t before = loaded_.problems.size();
  marks_->read(object_with("target", target), where, marks_read_++);
  // The reader says where its target stands; here that is the mark itself.
  for (size_t i = before; i < loaded_.problems.size(); ++i) {
    std::string& at = loaded_.problems[i].where;
    if (at.compare(where.size(), 7, "/target") == 0) at.erase(where.size(), 7);
  }
  Mark out;
  out.selector = loaded_.document.claims.back()->selector;
  out.foreign = loaded_.document.claims.back()->foreign;
  loaded_.document.claims.pop_back();
  return out;
}

void ExercisePart::exercise_named(Members& m, std::string& id, std::string& version, std::string& hash) {
  const Json* value = m.peek("exercise");
  if (!value || value->is_null()) return;
  if (!value->is_object()) return wrong("an object with id, version and hash", "/exercise");
  Members e(*value);
  id = text(e, "id", "/exercise");
  version = text(e, "version", "/exercise");
  hash = text(e, "hash", "/exercise");
  m.replace("exercise", e.rest());
}

void ExercisePart::envelope(Members& m, const char* type) {
  m.drop_if("type", type);
  const Json* format = m.peek("format");
  if (!format) return;
  double number = number_of(*format).value_or(0);
  if (number == kExerciseFormat) return m.drop("format");
  if (number > kExerciseFormat)
    problem("newer-format",
            "This file was written by a newer Who Says; what this one does not know is kept and not used.",
            "/format");
  else
    wrong("the number of the format", "/format");
}

const CodePointMap* PositionMaps::of(const Task* task) {
  if (!task || task->article >= exercise_.articles.size() || exercise_.text_of(*task).empty()) return nullptr;
  maps_.resize(exercise_.articles.size());
  std::unique_ptr<CodePointMap>& map = maps_[task->article];
  if (!map) map = std::make_unique<CodePointMap>(exercise_.text_of(*task));
  return map.get();
}

Json write_mark(const Mark& mark, const CodePointMap* map) {
  Claim claim;
  claim.selector = mark.selector;
  Kept kept = Kept::read(mark.foreign);
  if (const Json* unread = member(kept.members, "target")) return *unread;
  Json out = write_target(claim, kept, map);
  return out.is_object() ? out : Json::object();
}

Json begin_file(const char* type, const Json& foreign) {
  Json out;
  put_default(out, "type", type, foreign);
  const Json* format = member(foreign, "format");
  out["format"] = format ? *format : Json(kExerciseFormat);
  return out;
}

Json named_exercise(const std::string& id, const std::string& version, const std::string& hash,
                    const Json& foreign) {
  Json out = Json::object();
  put(out, "id", id);
  put(out, "version", version);
  put(out, "hash", hash);
  if (const Json* more = member(foreign, "exercise")) add_foreign(out, *more);
  return out;
}

}  // namespace who_says
