#include "model/codec_context.h"
#include "model/codec_put.h"
#include "model/exercise_key.h"

namespace who_says {
namespace {

/// The claims file of an article, without what every one of ours has.
Json claims_of(const ExerciseArticle& article) {
  Json out = parse_own_json(write_claims(article.document, article.text));
  if (out["@context"] == context_with(nullptr)) out.erase("@context");
  if (out["generator"].is_object()) out.erase("generator");
  return out;
}

Json article(const ExerciseArticle& article) {
  Json out = Json::object(), foreign = parsed(article.foreign);
  if (article.embedded) out["text"] = to_utf8(article.text);
  if (!member(foreign, "claims")) out["claims"] = claims_of(article);
  add_foreign(out, foreign);
  return out;
}

/// 3, not 3.0.
Json number_json(double value) {
  auto whole = static_cast<int64_t>(value);
  return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

Json task(const Task& t) {
  const Task plain;
  Json out = object_with("id", t.id), foreign = parsed(t.foreign);
  out["kind"] = std::string(word(t.kind));
  put(out, "title", t.title);
  put(out, "instructions", t.instructions);
  put_list(out, "hints", t.hints, foreign);
  if (t.article > 0) out["article"] = t.article;
  put_list(out, "claims", t.claims, foreign);
  put_list(out, "sources", t.sources, foreign);
  Json kinds = Json::array(), asks = Json::array();
  for (SourceKind kind : t.kinds) kinds.push_back(std::string(word(kind)));
  put_list(out, "kinds", std::move(kinds), foreign);
  if (t.asks_kind) asks.push_back("kind");
  if (t.asks_office) asks.push_back("office");
  if (t.asks_kind != plain.asks_kind || t.asks_office != plain.asks_office || member(foreign, "asks"))
    put_list(out, "asks", std::move(asks), foreign);
  put(out, "source", t.source);
  if (t.by_sentence) out["unit"] = "sentences";
  put(out, "cue", t.cue);
  put(out, "otherCue", t.other_cue);
  if (t.kind == TaskKind::rank || t.letter != plain.letter)
    put_default(out, "letter", std::string(word(t.letter)).c_str(), foreign);
  if (t.points >= 0) out["points"] = number_json(t.points);
  if (t.minutes > 0) out["minutes"] = t.minutes;
  add_foreign(out, foreign);
  return out;
}

}  // namespace

std::string write_exercise(const Exercise& exercise) {
  Json foreign = parsed(exercise.foreign), out = begin_file("Exercise", foreign);
  put(out, "id", exercise.id);
  put(out, "version", exercise.version);
  put(out, "title", exercise.title);
  put(out, "lang", exercise.lang);
  if (exercise.age_from > 0) out["ages"] = Json::array({exercise.age_from, exercise.age_to});
  put(out, "introduction", exercise.introduction);
  Json articles = Json::array(), tasks = Json::array();
  for (const ExerciseArticle& one : exercise.articles) articles.push_back(article(one));
  for (const Task& one : exercise.tasks) tasks.push_back(task(one));
  put_list(out, "articles", std::move(articles), foreign);
  put_list(out, "tasks", std::move(tasks), foreign);
  if (exercise.has_key) out["key"] = write_key_object(exercise.key, exercise, false);
  if (!exercise.sealed_key.empty()) out["sealedKey"] = parse_own_json(exercise.sealed_key);
  add_foreign(out, foreign);
  return dump_json(out, 2) + "\n";
}

}  // namespace who_says
