// The exercises that come with the widget (assets/exercises).

#include <filesystem>

#include "model/exercise.h"
#include "model/loading.h"
#include "text/utf.h"

using namespace who_says;

namespace {

/// Each stands where its quotation says, in words that stand only there or with the context that tells which are meant.
void check_place(const Selector& selector, std::u16string_view text, const std::string& where) {
  REQUIRE_MESSAGE(selector.position.has_value(), where);
  REQUIRE_MESSAGE(selector.position->end <= text.size(), where);
  CHECK_MESSAGE(
      to_utf8(text.substr(selector.position->begin, selector.position->end - selector.position->begin)) ==
          to_utf8(selector.exact),
      where);
}

}  // namespace

TEST_CASE("the exercises that come along: read without a problem, every claim and mark in its place") {
  size_t seen = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/exercises")) {
    std::string name = file.path().filename().string();
    size_t ending = name.rfind(".exercise.json");
    if (ending == std::string::npos) continue;
    ++seen;
    Result<Read<Exercise>> read = read_exercise(file_text("assets/exercises/" + name));
    REQUIRE_MESSAGE(read.ok(), name);
    for (const Error& problem : read.value().problems)
      CHECK_MESSAGE(false, name, ": ", problem.where, ": ", problem.message);
    const Exercise& e = read.value().value;
    CHECK(e.age_from > 0);
    CHECK(e.has_key);
    for (const ExerciseArticle& article : e.articles)
      for (const auto& claim : article.document.claims)
        check_place(claim->selector, article.text, name + " " + claim->id);
    for (const Task& task : e.tasks) {
      const KeyAnswer* answer = e.key.find(task.id);
      REQUIRE_MESSAGE(answer, name, ": no answer to ", task.id);
      CHECK_MESSAGE(!task.instructions.empty(), name, " ", task.id);
      CHECK_MESSAGE(!task.hints.empty(), name, " ", task.id);
      CHECK_MESSAGE((is_graded(task.kind) || !answer->example.empty()), name, " ", task.id);
      for (const KeyMark& mark : answer->marks) {
        check_place(mark.mark.selector, e.text_of(task), name + " " + task.id);
        for (const Mark& other : mark.alternatives)
          check_place(other.selector, e.text_of(task), name + " " + task.id);
      }
    }
    std::string key = "assets/exercises/" + name.substr(0, ending) + ".key.json";
    if (!std::filesystem::exists(std::string(WHO_SAYS_SOURCE_DIR) + "/" + key)) continue;
    Result<Read<Key>> alone = read_key(file_text(key), e);
    REQUIRE_MESSAGE(alone.ok(), key);
    CHECK(alone.value().problems.empty());
    CHECK(alone.value().value.answers.size() == e.key.answers.size());
  }
  CHECK(seen >= 2);
}
