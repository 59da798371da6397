// What a key asks for, pupils can give: with the controls that they have, and nothing else.

#include <algorithm>
#include <filesystem>

#include "app/exercise/lesson.h"
#include "app/pupil.h"
#include "classroom/grade.h"
#include "classroom/make_exercise.h"
#include "classroom/marks.h"
#include "model/codec.h"
#include "text/segment.h"

using namespace who_says;
using namespace who_says::test;

namespace {

/// What can be pressed in the task in front.
std::vector<Command> controls(const App& app) {
  std::vector<Command> out;
  for (const LessonPart& part : model(app).parts) {
    for (const LessonChoice& choice : part.choices)
      for (const Action& option : choice.options) out.push_back(option.command);
    if (part.order)
      for (const Action& rest : part.order->rest) out.push_back(rest.command);
  }
  return out;
}

/// Presses what gives this item the key's answer, one value after another, as far as there are controls for it.
void press(App& app, const KeyItem& key) {
  for (size_t i = 0; i < key.answer.size(); ++i)
    for (const Command& one : controls(app)) {
      bool other_half = (one.text == "kind" && i != 0) || (one.text == "office" && i != 1);
      if (one.id != key.item || one.value != key.answer[i] || other_half) continue;
      app.update(one);
      break;
    }
}

void solve(const Exercise& exercise, const std::string& name) {
  App app;
  app.update(command(Verb::load_exercise));
  auto article = std::make_shared<Article>();
  article->text = exercise.articles[0].text;
  article->blocks = blocks_of_plain_text(article->text);
  Command load = command(Verb::load_article);
  load.article = article;
  app.update(load);
  app.update(command(Verb::load_exercise, "", "", write_exercise(exercise)));
  REQUIRE_MESSAGE(app.state().lesson->begun(), name);
  for (const Task& task : exercise.tasks) {
    const KeyAnswer* key = exercise.key.find(task.id);
    if (!key || !is_graded(task.kind)) continue;
    go_to_task(app, task.id);
    for (const KeyItem& item : key->items) press(app, item);
    for (const KeyMark& mark : key->marks) mark_words(app, mark.mark.selector.exact);
    TaskGrade grade = grade_task(exercise, task, &exercise.key, &app.state().lesson->answer());
    CHECK_MESSAGE(grade.points == doctest::Approx(grade.most), name, " ", task.id, ": ", grade.reason);
  }
}

Exercise exercise_of(const std::string& json) {
  Result<Read<Exercise>> read = read_exercise(json);
  REQUIRE(read.ok());
  return std::move(read.value().value);
}

SourcedArticle sourced(const std::string& name) {
  SourcedArticle out;
  out.text = article_text(name);
  Result<Loaded> read = read_claims(asset("articles/" + name + ".claims.json"), out.text);
  REQUIRE_MESSAGE(read.ok(), name);
  out.document = std::move(read.value().document);
  return out;
}

Exercise made_of(const std::string& name, std::vector<TaskKind> kinds) {
  ExerciseWish wish;
  wish.id = "made";
  wish.kinds = std::move(kinds);
  return make_exercise({sourced(name)}, wish);
}

/// What marks at these places of the article get of a highlight.
TaskGrade marks_grade(const Exercise& exercise, const std::vector<Range>& places) {
  Answer answer;
  for (Range place : places) {
    answer.marks.emplace_back();
    answer.marks.back().selector.exact = exercise.articles[0].text.substr(place.begin, place.size());
    answer.marks.back().selector.position = place;
  }
  return grade_task(exercise, exercise.tasks[0], &exercise.key, &answer);
}
double share_of_points(const Exercise& exercise, const std::vector<Range>& places) {
  TaskGrade grade = marks_grade(exercise, places);
  return grade.points / grade.most;
}

}  // namespace

TEST_CASE(
    "the key of each exercise that comes along can be given with a pupil's own controls, and gets all "
    "points") {
  size_t seen = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/exercises")) {
    std::string name = file.path().filename().string();
    if (name.find(".exercise.json") == std::string::npos) continue;
    ++seen;
    solve(exercise_of(asset("exercises/" + name)), name);
  }
  CHECK(seen >= 2);
}

TEST_CASE(
    "the key that is made of a claims file can be given with a pupil's own controls, and gets all points") {
  for (const char* name : {"ellerby-pool", "halm-piers", "pyongyang-moscow"}) {
    Exercise made = made_of(name, {TaskKind::match, TaskKind::classify, TaskKind::spot, TaskKind::chain,
                                   TaskKind::highlight, TaskKind::count, TaskKind::check_number});
    CHECK(made.tasks.size() >= 4);
    solve(made, name);
  }
}

TEST_CASE(
    "marking all of an article gets nothing, every sentence at most 0.70, the key and three words around it "
    "all of it") {
  for (const char* name : {"ellerby-pool", "halm-piers", "halm-piers-wire", "pyongyang-moscow"}) {
    Exercise e = made_of(name, {TaskKind::highlight});
    REQUIRE_MESSAGE(e.tasks.size() == 1, name);
    const std::u16string& text = e.articles[0].text;
    ArticleWords words(text);
    std::vector<Range> key, wider;
    for (const KeyMark& mark : e.key.answers[0].marks) {
      key.push_back(*mark.mark.selector.position);
      WordSpan span = words.touched(key.back());
      uint32_t last = static_cast<uint32_t>(words.words().size());
      wider.push_back(words.range_of({span.begin - std::min(span.begin, 3u), std::min(span.end + 3, last)}));
    }
    CHECK_MESSAGE(share_of_points(e, {{0, static_cast<uint32_t>(text.size())}}) < 0.005, name);
    CHECK_MESSAGE(share_of_points(e, sentences(text)) <= 0.70, name);
    CHECK_MESSAGE(share_of_points(e, key) == doctest::Approx(1), name);
    // Of claims of six words and more; of shorter ones three words on either side are more than half.
    TaskGrade grade = marks_grade(e, wider);
    for (size_t i = 0; i < key.size(); ++i)
      if (words.touched(key[i]).size() >= 6)
        for (const ItemGrade& item : grade.items)
          if (item.item == std::to_string(i + 1)) CHECK_MESSAGE(item.credit == 1, name, " ", item.item);
  }
}
