// The exercises that come with the widget, answered as their keys have it.

#include <filesystem>

#include "classroom/grade.h"
#include "model/loading.h"

using namespace who_says;

TEST_CASE("the key of each exercise that comes along, handed in as a work, gets all points") {
  size_t seen = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/exercises")) {
    std::string name = file.path().filename().string();
    if (name.find(".exercise.json") == std::string::npos) continue;
    ++seen;
    Result<Read<Exercise>> read = read_exercise(file_text("assets/exercises/" + name));
    REQUIRE_MESSAGE(read.ok(), name);
    const Exercise& e = read.value().value;
    Work work;
    for (const KeyAnswer& wanted : e.key.answers) {
      Answer answer;
      answer.task = wanted.task;
      for (const KeyItem& item : wanted.items) answer.choices.push_back({item.item, item.answer});
      for (const KeyMark& mark : wanted.marks) answer.marks.push_back(mark.mark);
      work.answers.push_back(answer);
    }
    Grade all = grade(e, &e.key, work);
    CHECK_MESSAGE(all.most >= 5, name);
    for (const TaskGrade& task : all.tasks)
      CHECK_MESSAGE(task.points == doctest::Approx(task.most), name, " ", task.task, ": ", task.reason);
    CHECK_MESSAGE(grade(e, &e.key, Work{}).points == 0, name);
  }
  CHECK(seen >= 2);
}
