#include <algorithm>
#include <set>

#include "model/exercise_key.h"
#include "text/utf.h"

namespace who_says {
namespace {

class ExerciseReader : public ExercisePart {
 public:
  ExerciseReader(Loaded& scratch, const ExerciseLimits& limits) : ExercisePart(scratch, limits) {}

  Exercise read(const Json& root, std::u16string_view page_text) {
    Members m(root);
    envelope(m, "Exercise");
    out_.id = text(m, "id", "");
    out_.version = text(m, "version", "");
    out_.title = text(m, "title", "");
    out_.lang = text(m, "lang", "");
    ages(m);
    out_.introduction = text(m, "introduction", "");
    objects(m, "articles", "", limits_.articles, [&](Members& a, const std::string& where) {
      article(a, page_text, where);
      return true;
    });
    objects(m, "tasks", "", limits_.tasks,
            [&](Members& t, const std::string& where) { return task(t, where); });
    if (const Json* key = m.peek("key"); key && !key->is_null()) {
      if (key->is_object()) {
        KeyReader reader(loaded_, limits_, out_);
        out_.key = reader.read(*key, "/key");
        complete_sources(out_, out_.key);
        out_.has_key = true;
        m.drop("key");
      } else {
        wrong("an object with \"answers\"", "/key");
      }
    }
    sealed(m);
    out_.foreign = m.foreign();
    return std::move(out_);
  }

 private:
  void ages(Members& m) {
    const Json* value = m.peek("ages");
    if (!value || value->is_null()) return;
    auto age = [&](size_t i) -> uint32_t {
      bool good = value->is_array() && value->size() == 2 && (*value)[i].is_number_unsigned();
      return good && (*value)[i].get<uint64_t>() <= 120 ? (*value)[i].get<uint32_t>() : 0;
    };
    uint32_t from = age(0), to = age(1);
    if (from == 0 || to < from) return wrong("two ages in years, the lower first,", "/ages");
    out_.age_from = from;
    out_.age_to = to;
    m.drop("ages");
  }

  void article(Members& m, std::u16string_view page_text, const std::string& where) {
    ExerciseArticle article;
    article.embedded = m.peek("text") && m.peek("text")->is_string();
    article.text = to_utf16(text(m, "text", where));
    if (!article.embedded && out_.articles.empty()) article.text = page_text;
    if (const Json* claims = m.peek("claims"); claims && !claims->is_null()) {
      // A claims file as it is: what reads such files reads it.
      Limits limits = limits_;
      limits.depth += 8;
      Result<Loaded> loaded = read_claims(dump_json(*claims), article.text, limits);
      if (loaded) {
        for (Error& one : loaded.value().problems)
          problem(one.code.c_str(), one.message, where + "/claims" + one.where);
        article.document = std::move(loaded.value().document);
        m.drop("claims");
      } else {
        problem(loaded.error().code.c_str(), loaded.error().message, where + "/claims");
      }
    }
    article.foreign = m.foreign();
    out_.articles.push_back(std::move(article));
  }

  bool task(Members& m, const std::string& where) {
    Task task;
    task.id = text(m, "id", where);
    if (task.id.empty()) return wrong("a task with an \"id\"", where), false;
    if (!ids_.insert(task.id).second)
      return problem("twice", "The id \"" + task.id + "\" is already taken; what stands here is not used.",
                     where),
             false;
    const Json* kind = m.peek("kind");
    auto known = kind ? word_of<TaskKind>(*kind) : std::nullopt;
    if (!known) return unknown_word(words_of<TaskKind>(), where + "/kind"), false;
    task.kind = *known;
    m.drop("kind");
    task.title = text(m, "title", where);
    task.instructions = text(m, "instructions", where);
    texts(m, "hints", where, task.hints);
    size_t articles = std::max<size_t>(out_.articles.size(), 1);
    task.article = count(m, "article", static_cast<uint32_t>(articles - 1), where);
    ids(m, "claims", "unknown-claim", where, task.claims);
    ids(m, "sources", "unknown-source", where, task.sources);
    each(m, "kinds", where, [&](const Json& value, const std::string& here) {
      auto one = word_of<SourceKind>(value);
      if (!one) return unknown_word(words_of<SourceKind>(), here), false;
      task.kinds.push_back(*one);
      return true;
    });
    asks(m, task, where);
    task.source = text(m, "source", where);
    if (!task.source.empty() && !out_.find_source(task.source))
      unknown("unknown-source", task.source, where + "/source");
    unit(m, task, where);
    task.cue = text(m, "cue", where);
    task.other_cue = text(m, "otherCue", where);
    task.letter = closed(m, "letter", Imvain::independent, where);
    task.points = number(m, "points", -1, 1000, where);
    task.minutes = count(m, "minutes", 1000, where);
    task.foreign = m.foreign();
    out_.tasks.push_back(std::move(task));
    return true;
  }

  void unknown(const char* code, const std::string& id, const std::string& where) {
    bool claim = std::string_view(code) == "unknown-claim";
    problem(code,
            "The task names the " + std::string(claim ? "claim" : "source") + " \"" + id +
                "\", which no article of this exercise has.",
            where);
  }
  void ids(Members& m, const char* key, const char* code, const std::string& parent,
           std::vector<std::string>& out) {
    item_texts(m, key, parent, out);
    bool claims = std::string_view(code) == "unknown-claim";
    for (const std::string& id : out)
      if (claims ? !out_.find_claim(id) : !out_.find_source(id)) unknown(code, id, parent + "/" + key);
  }
  void asks(Members& m, Task& task, const std::string& where) {
    if (!m.peek("asks")) return;
    bool kind = false, office = false;
    each(m, "asks", where, [&](const Json& value, const std::string& here) {
      bool is_kind = value == "kind", is_office = value == "office";
      kind = kind || is_kind;
      office = office || is_office;
      if (!is_kind && !is_office) unknown_word("kind, office", here);
      return is_kind || is_office;
    });
    if (!kind && !office) return;
    task.asks_kind = kind;
    task.asks_office = office;
  }
  void unit(Members& m, Task& task, const std::string& where) {
    const Json* unit = m.peek("unit");
    if (!unit || unit->is_null()) return;
    task.by_sentence = *unit == "sentences";
    if (!task.by_sentence && *unit != "words") return unknown_word("words, sentences", where + "/unit");
    m.drop("unit");
  }

  void sealed(Members& m) {
    const Json* value = m.peek("sealedKey");
    if (!value || value->is_null()) return;
    for (const char* part : {"cipher", "derivation", "salt", "iv", "text"})
      if (string_or(*value, part).empty())
        return wrong("an object with cipher, derivation, iterations, salt, iv and text", "/sealedKey");
    const Json* iterations = member(*value, "iterations");
    if (!iterations || !iterations->is_number_unsigned())
      return wrong("a whole number", "/sealedKey/iterations");
    out_.sealed_key = dump_json(*value);
    m.drop("sealedKey");
  }

  Exercise out_;
  std::set<std::string> ids_;
};

bool has_list(const Json& root, const char* key) {
  const Json* list = member(root, key);
  return list && list->is_array() && !list->empty();
}

}  // namespace

Result<Read<Exercise>> read_exercise(std::string_view json, std::u16string_view page_text,
                                     const ExerciseLimits& limits) {
  Result<Json> root = parse_json(json, limits.bytes, limits.depth);
  if (!root) return root.error();
  if (!has_list(root.value(), "tasks"))
    return Error{"wrong-shape", "This file is no exercise: it has no list of \"tasks\".", ""};
  if (!has_list(root.value(), "articles"))
    return Error{"wrong-shape", "This exercise has no list of \"articles\", so there is nothing to read.",
                 ""};
  Loaded scratch;
  ExerciseReader reader(scratch, limits);
  Exercise exercise = reader.read(root.value(), page_text);
  if (exercise.articles.empty())
    return Error{"wrong-shape", "None of the articles of this exercise could be read.", "/articles"};
  if (exercise.tasks.empty())
    return Error{"wrong-shape", "None of the tasks of this exercise could be read.", "/tasks"};
  return Read<Exercise>{std::move(exercise), reader.problems()};
}

}  // namespace who_says
