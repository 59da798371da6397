#include "app/messages_class_page.h"

#include "app/messages_classroom.h"
#include "classroom/make_exercise.h"
#include "model/article.h"
#include "model/exercise_line.h"
#include "model/json.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr size_t kMostBytes = size_t{256} << 20;  // of a class of 500 with large works
constexpr size_t kMostDepth = 96;

std::string refusal(const Error& error) {
  Json out;
  out["error"] = {{"code", error.code}, {"message", error.message}, {"where", error.where}};
  return dump_json(out);
}
std::string with_problems(Json out, const std::vector<Error>& problems) {
  out["problems"] = parse_own_json(problems_json(problems));
  return dump_json(out);
}
std::string one(const char* key, std::string value) {
  Json out;
  out[key] = std::move(value);
  return dump_json(out);
}

}  // namespace

struct ClassPage::Question {
  Json json;
  std::string text(const char* key) const { return string_or(json, key); }
  bool flag(const char* key, bool fallback) const {
    const Json* value = member(json, key);
    return value && value->is_boolean() ? value->get<bool>() : fallback;
  }
  TableWords words() const {
    TableWords out;
    if (const Json* all = member(json, "words"); all && all->is_object())
      for (const auto& [key, value] : all->items())
        if (value.is_string()) out[key] = value.get<std::string>();
    return out;
  }
  /// The objects of a list.
  std::vector<const Json*> list(const char* key) const {
    std::vector<const Json*> out;
    if (const Json* value = member(json, key); value && value->is_array())
      for (const Json& item : *value) out.push_back(&item);
    return out;
  }
};

std::string ClassPage::open(const Question& q) {
  Result<Read<Exercise>> read = read_exercise(q.text("exercise"), to_utf16(q.text("pageText")));
  if (!read) return refusal(read.error());
  exercise_ = std::move(read.value().value);
  has_key_ = exercise_->has_key;
  key_ = exercise_->key;
  class_ = {};
  const Exercise& e = *exercise_;
  Json tasks = Json::array();
  for (const Task& task : e.tasks)
    tasks.push_back({{"id", task.id},
                     {"kind", std::string(word(task.kind))},
                     {"title", task.title},
                     {"points", task.points}});
  Json out = {{"id", e.id}, {"version", e.version}, {"title", e.title}, {"lang", e.lang}};
  out["hash"] = exercise_hash(e);
  out["articleHash"] = article_hash(e.articles[0]);
  out["hasText"] = !e.articles[0].text.empty();
  out["hasKey"] = has_key_;
  out["sealed"] = !e.sealed_key.empty();
  out["tasks"] = std::move(tasks);
  return with_problems(std::move(out), read.value().problems);
}

std::string ClassPage::take_key(const Question& q) {
  Result<Read<Key>> read = read_key(q.text("key"), *exercise_);
  if (!read) return refusal(read.error());
  key_ = std::move(read.value().value);
  has_key_ = true;
  complete_sources(*exercise_, key_);
  return with_problems(Json::object(), read.value().problems);
}

std::string ClassPage::work(const Question& q) const {
  Result<std::string> text = work_json(q.text("work"));
  if (!text) return refusal(text.error());
  Result<Read<Work>> read = read_work(text.value(), *exercise_);
  if (!read) return refusal(read.error());
  const Work& work = read.value().value;
  if (q.text("verb") == "grade") {
    if (!is_of(work, *exercise_))
      return refusal({"other-exercise", "This is work on another exercise, or another version of it.", ""});
    return grade_json(grade(*exercise_, key(), work));
  }
  std::string brief = write_short_work(work, *exercise_);
  Json out = {
      {"work", write_work(work, *exercise_)}, {"short", brief}, {"line", write_work_line({false, brief})}};
  return with_problems(std::move(out), read.value().problems);
}

std::string ClassPage::roll_up_files(const Question& q) {
  std::vector<HandedIn> files;
  for (const Json* file : q.list("files"))
    files.push_back({string_or(*file, "name"), string_or(*file, "text")});
  class_ = roll_up(*exercise_, key(), files);
  return roll_up_json(class_);
}

namespace {

std::string make(const std::vector<const Json*>& articles, const std::vector<const Json*>& kinds,
                 ExerciseWish wish) {
  std::vector<SourcedArticle> sourced;
  for (const Json* article : articles) {
    SourcedArticle one;
    one.text = to_utf16(string_or(*article, "text"));
    Result<Loaded> claims = read_claims(string_or(*article, "claims"), one.text);
    if (!claims) return refusal(claims.error());
    one.document = std::move(claims.value().document);
    sourced.push_back(std::move(one));
  }
  for (const Json* kind : kinds) {
    auto known = kind->is_string() ? parse_word<TaskKind>(kind->get_ref<const std::string&>()) : std::nullopt;
    if (!known)
      return refusal({"unknown-word", "Kinds of task are: " + words_of<TaskKind>() + ".", "/kinds"});
    wish.kinds.push_back(*known);
  }
  Exercise made = make_exercise(sourced, wish);
  if (made.tasks.empty())
    return refusal({"no-tasks", "The claims of this article give nothing for these kinds of task.", ""});
  Json about = Json::object();
  for (TaskKind kind : wish.kinds) about[std::string(word(kind))] = what_to_ask(sourced, wish, kind);
  Json out = {{"exercise", write_exercise(made)}, {"about", std::move(about)}};
  return dump_json(out);
}

}  // namespace

std::string ClassPage::ask(std::string_view question) {
  Result<Json> json = parse_json(question, kMostBytes, kMostDepth);
  if (!json) return refusal(json.error());
  Question q{std::move(json).value()};
  std::string verb = q.text("verb");
  if (verb == "open") return open(q);
  if (verb == "agreement") {
    const Json* length = member(q.json, "length");
    Result<std::string> out =
        agreement_of_csv(q.text("csv"), length ? static_cast<int64_t>(number_of(*length).value_or(0)) : 0);
    return out ? out.value() : refusal(out.error());
  }
  if (verb == "make") {
    ExerciseWish wish{
        q.text("id"), q.text("version"), q.text("title"), q.text("lang"), {}, q.flag("embed", true), {}, {}};
    if (wish.version.empty()) wish.version = "1";
    wish.source = q.text("source");
    wish.by_sentence = q.flag("sentences", false);
    wish.letter = parse_word<Imvain>(q.text("letter")).value_or(Imvain::independent);
    if (const Json* asked = member(q.json, "asked"); asked && asked->is_object())
      for (const auto& [kind, ids] : asked->items())
        if (auto known = parse_word<TaskKind>(kind); known && ids.is_array())
          for (const Json& id : ids)
            if (id.is_string()) wish.asked[*known].push_back(id.get<std::string>());
    return make(q.list("articles"), q.list("kinds"), std::move(wish));
  }
  if (verb == "unwrap") {
    Result<WorkLine> line = read_work_line(q.text("line"));
    if (!line) return refusal(line.error());
    Json out = {{"packed", line.value().packed}};
    out["data"] = to_base64url(line.value().bytes);
    return dump_json(out);
  }
  if (verb == "wrap") {
    WorkLine line;
    line.packed = q.flag("packed", false);
    if (!from_base64url(q.text("data"), line.bytes))
      return refusal({"wrong-shape", "This is no base64url.", "/data"});
    return one("line", write_work_line(line));
  }
  if (!exercise_) return refusal({"no-exercise", "Open an exercise first.", ""});
  if (verb == "key") return take_key(q);
  if (verb == "work" || verb == "grade") return work(q);
  if (verb == "roll-up") return roll_up_files(q);
  if (verb == "csv") {
    TableWords words = q.words();
    return one("csv", q.text("of") == "answers" ? answers_csv(class_, words)
                                                : pupils_csv(class_, *exercise_, words));
  }
  if (verb == "xapi") return one("statements", xapi_json(class_, *exercise_, q.text("home")));
  if (verb == "split") {
    Exercise bare = *exercise_;
    Key key = key_;
    part_from_key(bare, key);
    Json out = {{"exercise", write_exercise(bare)}, {"key", write_key(key, *exercise_)}};
    return dump_json(out);
  }
  return refusal({"unknown-verb", "There is no such verb.", "/verb"});
}

}  // namespace who_says
