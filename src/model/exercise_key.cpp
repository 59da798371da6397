#include "model/exercise_key.h"

#include <algorithm>
#include <utility>

#include "model/codec_put.h"

namespace who_says {

Key KeyReader::read(const Json& object, const std::string& where) {
  Key key;
  Members m(object);
  if (where.empty()) {
    envelope(m, "Key");
    exercise_named(m, key.exercise, key.version, key.hash);
  }
  objects(m, "answers", where, limits_.tasks,
          [&](Members& a, const std::string& here) { return answer(a, key, here); });
  objects(m, "sources", where, limits_.items, [&](Members& s, const std::string& here) {
    KeySource source;
    source.id = text(s, "id", here);
    if (source.id.empty()) return wrong("a source with an \"id\"", here), false;
    source.kind = text(s, "kind", here);
    source.office = closed(s, "office", Office::unknown, here);
    source.foreign = s.foreign();
    key.sources.push_back(std::move(source));
    return true;
  });
  key.foreign = m.foreign();
  return key;
}

bool KeyReader::answer(Members& m, Key& key, const std::string& where) {
  KeyAnswer out;
  out.task = text(m, "task", where);
  const Task* task = exercise_.find_task(out.task);
  if (!task)
    return problem("unknown-task",
                   "The key answers the task \"" + out.task + "\", which this exercise does not have.",
                   where + "/task"),
           false;
  if (!tasks_.insert(out.task).second)
    return problem("twice",
                   "The task \"" + out.task + "\" is already answered; what stands here is not used.",
                   where + "/task"),
           false;
  objects(m, "items", where, limits_.items,
          [&](Members& i, const std::string& here) { return item(i, out, here); });
  std::u16string_view article = exercise_.text_of(*task);
  objects(m, "marks", where, limits_.marks,
          [&](Members& k, const std::string& here) { return key_mark(k, out, article, here); });
  out.example = text(m, "example", where);
  objects(m, "feedback", where, limits_.items, [&](Members& f, const std::string& here) {
    Feedback feedback;
    feedback.item = text(f, "item", here);
    feedback.answer = text(f, "answer", here);
    feedback.text = text(f, "text", here);
    if (feedback.text.empty()) return wrong("feedback with \"text\"", here), false;
    if (f.peek("selector"))
      feedback.mark = this->mark(f.left(), article, here);
    else
      feedback.foreign = f.foreign();
    out.feedback.push_back(std::move(feedback));
    return true;
  });
  out.foreign = m.foreign();
  key.answers.push_back(std::move(out));
  return true;
}

bool KeyReader::item(Members& m, KeyAnswer& out, const std::string& where) {
  KeyItem item;
  item.item = string_or(m.left(), "item");
  const Json* answer = m.peek("answer");
  if (item.item.empty() || !answer || !answer->is_array())
    return wrong("an object with \"item\" and \"answer\", a list,", where), false;
  m.drop("item");
  item_texts(m, "answer", where, item.answer);
  lists(m, "alternatives", where, item.alternatives);
  texts(m, "acceptableSources", where, item.acceptable_sources);
  item.because = text(m, "because", where);
  item.foreign = m.foreign();
  out.items.push_back(std::move(item));
  return true;
}

bool KeyReader::key_mark(Members& m, KeyAnswer& out, std::u16string_view article, const std::string& where) {
  KeyMark mark;
  objects(m, "alternatives", where, limits_.items, [&](Members& a, const std::string& here) {
    mark.alternatives.push_back(this->mark(a.left(), article, here));
    return true;
  });
  mark.optional = flag(m, "optional", false, where);
  mark.because = text(m, "because", where);
  mark.mark = this->mark(m.left(), article, where);
  out.marks.push_back(std::move(mark));
  return true;
}

namespace {

Json write_item(const KeyItem& item) {
  Json out = object_with("item", item.item), foreign = parsed(item.foreign);
  Json answer = item.answer;
  if (const Json* unread = member(foreign, "answer"); unread && unread->is_array())
    for (const Json& one : *unread) answer.push_back(one);
  out["answer"] = std::move(answer);
  Json alternatives = Json::array();
  for (const std::vector<std::string>& one : item.alternatives) alternatives.push_back(one);
  put_list(out, "alternatives", std::move(alternatives), foreign);
  put_list(out, "acceptableSources", item.acceptable_sources, foreign);
  put(out, "because", item.because);
  add_foreign(out, foreign);
  return out;
}

Json write_key_mark(const KeyMark& mark, const CodePointMap* map) {
  Json out = write_mark(mark.mark, map), alternatives = Json::array();
  // What of the alternatives was not read came along with the mark.
  Json unread = object_with("alternatives", Json::array());
  if (const Json* rest = member(out, "alternatives")) unread["alternatives"] = *rest;
  for (const Mark& one : mark.alternatives) alternatives.push_back(write_mark(one, map));
  out.erase("alternatives");
  put_list(out, "alternatives", std::move(alternatives), unread);
  if (mark.optional) out["optional"] = true;
  put(out, "because", mark.because);
  return out;
}

Json write_answer(const KeyAnswer& answer, const CodePointMap* map) {
  Json out = object_with("task", answer.task), foreign = parsed(answer.foreign);
  Json items = Json::array(), marks = Json::array(), feedback = Json::array();
  for (const KeyItem& item : answer.items) items.push_back(write_item(item));
  for (const KeyMark& mark : answer.marks) marks.push_back(write_key_mark(mark, map));
  for (const Feedback& one : answer.feedback) {
    Json f = one.mark ? write_mark(*one.mark, map) : Json::object();
    put(f, "item", one.item);
    put(f, "answer", one.answer);
    put(f, "text", one.text);
    add_foreign(f, one.foreign);
    feedback.push_back(std::move(f));
  }
  put_list(out, "items", std::move(items), foreign);
  put_list(out, "marks", std::move(marks), foreign);
  put(out, "example", answer.example);
  put_list(out, "feedback", std::move(feedback), foreign);
  add_foreign(out, foreign);
  return out;
}

}  // namespace

Json write_key_object(const Key& key, const Exercise& exercise, bool own_file) {
  Json foreign = parsed(key.foreign), out = Json::object();
  if (own_file) {
    out = begin_file("Key", foreign);
    out["exercise"] = named_exercise(exercise.id, exercise.version, exercise_hash(exercise), foreign);
  }
  PositionMaps maps(exercise);
  Json answers = Json::array();
  for (const KeyAnswer& answer : key.answers)
    answers.push_back(write_answer(answer, maps.of(exercise.find_task(answer.task))));
  put_list(out, "answers", std::move(answers), foreign);
  Json sources = Json::array();
  for (const KeySource& source : key.sources) {
    Json one = object_with("id", source.id);
    put(one, "kind", source.kind);
    put(one, "office", source.office, Office::unknown);
    add_foreign(one, source.foreign);
    sources.push_back(std::move(one));
  }
  put_list(out, "sources", std::move(sources), foreign);
  add_foreign(out, foreign);
  return out;
}

void part_from_key(Exercise& exercise, Key& key) {
  exercise.has_key = false;
  exercise.key = {};
  key.sources.clear();
  for (ExerciseArticle& article : exercise.articles)
    for (SourcePtr& source : article.document.sources) {
      bool asks_kind = false, asks_post = false;
      for (const Task& task : exercise.tasks) {
        bool asked =
            task.kind == TaskKind::classify &&
            (task.sources.empty() || std::count(task.sources.begin(), task.sources.end(), source->id));
        asks_kind = asks_kind || (asked && task.asks_kind);
        asks_post = asks_post || (asked && task.asks_office);
      }
      if (!asks_kind && !asks_post) continue;
      auto bare = std::make_shared<Source>(*source);
      KeySource out{source->id, "", Office::unknown, ""};
      if (asks_kind) {
        if (source->kind != SourceKind::unspecified)
          out.kind = source->own_kind.empty() ? std::string(word(source->kind)) : source->own_kind;
        bare->kind = SourceKind::unspecified;
        bare->own_kind.clear();
      }
      if (asks_post) out.office = std::exchange(bare->office, Office::unknown);
      if (!out.kind.empty() || out.office != Office::unknown) key.sources.push_back(std::move(out));
      source = std::move(bare);
    }
}

void complete_sources(Exercise& exercise, const Key& key) {
  for (ExerciseArticle& article : exercise.articles)
    for (SourcePtr& source : article.document.sources)
      for (const KeySource& known : key.sources) {
        if (known.id != source->id) continue;
        auto whole = std::make_shared<Source>(*source);
        if (auto kind = parse_word<SourceKind>(known.kind)) {
          whole->kind = *kind;
        } else if (const OwnKind* own = own_kind(article.document, known.kind)) {
          whole->kind = own->parent;
          whole->own_kind = own->id;
        }
        if (known.office != Office::unknown) whole->office = known.office;
        source = std::move(whole);
      }
}

std::string write_key(const Key& key, const Exercise& exercise) {
  return dump_json(write_key_object(key, exercise, true), 2) + "\n";
}

namespace {

bool lacks_text(const Exercise& exercise) {
  return std::any_of(exercise.articles.begin(), exercise.articles.end(),
                     [](const ExerciseArticle& article) { return article_hash(article).empty(); });
}

}  // namespace

Result<Read<Key>> read_key(std::string_view json, const Exercise& exercise, const ExerciseLimits& limits) {
  Result<Json> root = parse_json(json, limits.bytes, limits.depth);
  if (!root) return root.error();
  const Json* answers = member(root.value(), "answers");
  if (!answers || !answers->is_array() || member(root.value(), "seat"))
    return Error{"wrong-shape",
                 "This file is no key: it has no list of \"answers\", or it is a pupil’s work.", ""};
  Loaded scratch;
  KeyReader reader(scratch, limits, exercise);
  Key key = reader.read(root.value(), "");
  bool other = !key.exercise.empty() && key.exercise != exercise.id;
  bool unlike = !key.hash.empty() && key.hash != exercise_hash(exercise);
  // Without its text, an exercise's hash is not the one that the key was made for: its id and version must do.
  bool unsure = unlike && lacks_text(exercise) && !key.exercise.empty() && key.version == exercise.version;
  if (other || (unlike && !unsure))
    return Error{"other-exercise",
                 "This key belongs to the exercise \"" + key.exercise + "\", version \"" + key.version +
                     "\": take the key that came with this exercise.",
                 "/exercise"};
  Read<Key> out{std::move(key), reader.problems()};
  if (unsure)
    out.problems.push_back({"key-unsure",
                            "The exercise holds neither the text of its article nor the text’s hash, so "
                            "whether this key was made "
                            "for the same text cannot be told. It is used, as id and version are the same.",
                            "/exercise/hash"});
  return out;
}

}  // namespace who_says
