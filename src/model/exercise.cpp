#include "model/exercise.h"

#include <algorithm>

#include "model/article.h"
#include "text/utf.h"

namespace who_says {
namespace {

template <class List>
auto by_task(const List& list, std::string_view task) {
  auto at = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.task == task; });
  return at == list.end() ? nullptr : &*at;
}

}  // namespace

const KeyAnswer* Key::find(std::string_view task) const { return by_task(answers, task); }
const Answer* Work::find(std::string_view task) const { return by_task(answers, task); }
const Choice* Answer::find(std::string_view item) const {
  auto at = std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.item == item; });
  return at == choices.end() ? nullptr : &*at;
}

const Task* Exercise::find_task(std::string_view task) const {
  auto at = std::find_if(tasks.begin(), tasks.end(), [&](const Task& one) { return one.id == task; });
  return at == tasks.end() ? nullptr : &*at;
}
const Source* Exercise::find_source(std::string_view source) const {
  for (const ExerciseArticle& article : articles)
    if (const Source* found = article.document.find_source(source)) return found;
  return nullptr;
}
const Claim* Exercise::find_claim(std::string_view claim) const {
  for (const ExerciseArticle& article : articles)
    if (const Claim* found = article.document.find_claim(claim)) return found;
  return nullptr;
}
std::u16string_view Exercise::text_of(const Task& task) const {
  return task.article < articles.size() ? std::u16string_view(articles[task.article].text)
                                        : std::u16string_view();
}

std::string article_hash(const ExerciseArticle& article) {
  return article.text.empty() ? article.document.article_hash : text_hash(article.text);
}

std::string exercise_hash(const Exercise& exercise, const std::vector<std::string>& texts) {
  std::string all;
  auto add = [&all](std::string_view part) { (all += part) += '\x1E'; };
  auto add_all = [&](const std::vector<std::string>& parts) {
    for (const std::string& part : parts) add(part);
    add("\x1D");
  };
  add(exercise.id);
  add(exercise.version);
  for (size_t i = 0; i < exercise.articles.size(); ++i) {
    const ExerciseArticle& article = exercise.articles[i];
    std::string hash = article.embedded || article.document.article_hash.empty()
                           ? article_hash(article)
                           : article.document.article_hash;
    add(hash.empty() && i < texts.size() ? texts[i] : hash);
  }
  for (const Task& task : exercise.tasks) {
    add(task.id);
    add(word(task.kind));
    add(std::to_string(task.article));
    add_all(task.claims);
    for (const std::string& id : task.claims)
      if (const Claim* claim = exercise.find_claim(id)) add(to_utf8(claim->selector.exact));
    add_all(task.sources);
    for (SourceKind kind : task.kinds) add(word(kind));
    add(task.asks_kind ? "kind" : "");
    add(task.asks_office ? "office" : "");
    add(task.source);
    add(task.by_sentence ? "sentences" : "");
    add(word(task.letter));
  }
  return text_hash(to_utf16(all));
}

bool is_of(const Work& work, const Exercise& exercise) {
  return work.exercise == exercise.id && work.version == exercise.version &&
         work.hash == exercise_hash(exercise, work.articles);
}

bool is_graded(TaskKind kind) { return kind != TaskKind::swap_cue && kind != TaskKind::rank; }

bool holds_posts(const Source& source) { return source.form == Form::person || source.form == Form::group; }
bool asks_office(const Task& task, const Source* source) {
  return task.asks_office && (!source || holds_posts(*source) || !task.asks_kind);
}

}  // namespace who_says
