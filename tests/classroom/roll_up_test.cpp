#include "classroom/roll_up.h"

#include <algorithm>

#include "classroom/csv.h"
#include "classroom/lesson.h"
#include "model/exercise_line.h"

using namespace who_says;

namespace {

HandedIn file(const Exercise& e, const char* name, const char* seat, const char* saved,
              std::vector<Answer> answers) {
  Work work = lesson_work(e);
  work.seat = seat;
  work.saved = saved;
  work.answers = std::move(answers);
  return {name, write_work(work, e)};
}

}  // namespace

TEST_CASE("a class: counted, older, another exercise, another version, broken, pasted") {
  Exercise e = lesson();
  Exercise second = e, other = e;
  second.version = "2";
  other.id = "https://school.example/tunnel";
  Work work = lesson_work(e);
  auto of = [&](const Exercise& x) {
    Work one = work;
    one.exercise = x.id;
    one.version = x.version;
    one.hash = exercise_hash(x);
    return write_work(one, x);
  };
  work.seat = "C1";
  std::string line = write_work_line({false, write_short_work(work, e)});
  Answer council = chosen("t1", {{"c1", {"council"}}, {"c3", {"council"}}});
  Answer lind = chosen("t1", {{"c1", {"lind"}}, {"c3", {"council"}}});
  RollUp all = roll_up(e, &e.key,
                       {file(e, "a.work.json", "A1", "2026-03-02T09:00:00Z", {lind}),
                        file(e, "a2.work.json", "A1", "2026-03-02T09:30:00Z", {council}),
                        file(e, "a0.work.json", "A1", "2026-03-02T08:00:00Z", {}),
                        file(e, "b.work.json", "B1", "2026-03-02T09:00:00Z", {lind}),
                        {"version.work.json", of(second)},
                        {"other.work.json", of(other)},
                        {"broken.work.json", "{\"answers\": ["},
                        {"photo.work.json", "\xFF\xD8\xFF"},
                        {"empty.work.json", ""},
                        {"pasted", "Here: " + line},
                        {"cut", line.substr(0, 60)}});
  std::vector<std::string> states;
  for (const HandedInReport& one : all.files) {
    states.emplace_back(state_word(one.state));
    CHECK((one.state == HandedInState::counted) == one.message.empty());
    CHECK(one.problems.size() == (one.message.empty() ? 0 : 1));
  }
  CHECK(states == std::vector<std::string>{"older", "counted", "older", "counted", "other-version",
                                           "other-exercise", "broken", "broken", "broken", "counted",
                                           "broken"});
  CHECK(all.files[0].message.find("a2.work.json") != std::string::npos);
  CHECK(all.files[0].problems[0].value == "a2.work.json");
  CHECK(all.files[4].problems[0].value == "2");
  CHECK(all.files[6].problems[0].code == "not-json");
  CHECK(all.files[6].problems[0].where.find("line 1") == 0);
  CHECK(all.files[4].message.find("version \"2\"") != std::string::npos);
  CHECK(all.files[5].message.find("tunnel") != std::string::npos);
  REQUIRE(all.pupils.size() == 3);
  CHECK(all.pupils[0].file == "a2.work.json");
  CHECK(all.pupils[2].seat == "C1");
  CHECK(all.pupils[0].grade.points == 1);

  const Question* c3 = nullptr;
  for (const Question& one : all.questions)
    if (one.task == "t1" && one.item == "c3") c3 = &one;
  REQUIRE(c3);
  CHECK(c3->wrong == 3);
  CHECK(c3->right == 0);
  CHECK(c3->open == 0);
  REQUIRE_FALSE(all.wrong.empty());
  CHECK(all.wrong[0].item == "c3");
  CHECK(all.wrong[0].given == std::vector<std::string>{"council"});
  CHECK(all.wrong[0].pupils == 3);
  REQUIRE(all.heat.size() == 1);
  CHECK(all.heat[0].pupils == 1);
  CHECK(all.heat[0].marked[0] == 1);
  CHECK(all.heat[0].wanted[0]);
  CHECK(all.heat[0].marked.back() == 0);
  CHECK(all.written.size() == 1);
}

TEST_CASE("none, and without a key") {
  Exercise e = lesson();
  RollUp none = roll_up(e, &e.key, {});
  CHECK(none.files.empty());
  CHECK(none.pupils.empty());
  CHECK(pupils_csv(none, e).find("seat,saved,done,t1") == 0);
  for (const TaskAgreement& one : none.agreement) CHECK_FALSE(one.agreement.value);
  RollUp keyless = roll_up(e, nullptr,
                           {file(e, "a", "1", "", {chosen("t1", {{"c1", {"lind"}}})}),
                            file(e, "b", "2", "", {chosen("t1", {{"c1", {"lind"}}})})});
  CHECK(keyless.wrong.empty());
  REQUIRE_FALSE(keyless.questions.empty());
  CHECK(keyless.questions[0].tallies[0].pupils == 2);
  CHECK(keyless.questions[0].wrong == 0);
  CHECK(keyless.pupils[0].grade.most == 0);
}

TEST_CASE("a seat is one seat however its letters are typed") {
  Exercise e = lesson();
  RollUp all = roll_up(e, &e.key,
                       {file(e, "a.work.json", "b1", "2026-03-02T09:00:00Z", {}),
                        file(e, "b.work.json", " B1 ", "2026-03-02T09:30:00Z", {}),
                        file(e, "c.work.json", "б1", "2026-03-02T09:00:00Z", {}),
                        file(e, "d.work.json", "Б1", "2026-03-02T09:30:00Z", {}),
                        file(e, "e.work.json", "  ", "2026-03-02T09:30:00Z", {})});
  REQUIRE(all.pupils.size() == 3);
  CHECK(all.pupils[0].seat == "B1");
  CHECK(all.pupils[1].seat == "Б1");
  CHECK(all.pupils[2].seat == "e.work.json");
  CHECK(all.files[0].message.find("b.work.json") != std::string::npos);
}

TEST_CASE("files without a seat are a pupil each") {
  Exercise e = lesson();
  CHECK(roll_up(e, &e.key, {file(e, "a", "", "", {}), file(e, "a", "", "", {}), file(e, "b", "", "", {})})
            .pupils.size() == 3);
}

TEST_CASE("agreement of a class") {
  Exercise e = lesson();
  std::u16string_view text = e.articles[0].text;
  Answer mark;
  mark.task = "t5";
  mark.marks = {mark_on(text, u"The Mill Street bridge will close in May")};
  Answer items = chosen("t1", {{"c1", {"council"}}, {"c2", {"lind"}}, {"c3", {""}}});
  RollUp all =
      roll_up(e, &e.key, {file(e, "a", "1", "", {mark, items}), file(e, "b", "2", "", {mark, items})});
  bool units = false, codes = false;
  for (const TaskAgreement& one : all.agreement) {
    if (one.task != "t5" && one.task != "t1") continue;
    (one.unitizing ? units : codes) = true;
    CHECK(one.pupils == 2);
    REQUIRE(one.agreement.value);
    CHECK(*one.agreement.value == 1);
    if (!one.unitizing) CHECK(*one.two->value == 1);
  }
  CHECK(units);
  CHECK(codes);
}

TEST_CASE("CSV: quotation, formulas, what is read again") {
  CHECK(csv_line({"a", "b,c", "say \"no\"", "=1+1", "-2.5", "two\nlines"}) ==
        "a,\"b,c\",\"say \"\"no\"\"\",'=1+1,-2.5,\"two\nlines\"\r\n");
  CsvRow row = {"a", "b,c", "say \"no\"", "", "two\nlines"};
  REQUIRE(read_csv(csv_line(row) + csv_line(row)).size() == 2);
  CHECK(read_csv(csv_line(row))[0] == row);
  CHECK(read_csv("\xEF\xBB\xBFunit;coder\n1;a\n\n")[1] == CsvRow{"1", "a"});
  CHECK(read_csv("").empty());
  Exercise e = lesson();
  RollUp all = roll_up(e, &e.key, {{"w", example_json(1)}});
  std::string csv = pupils_csv(all, e);
  CHECK(read_csv(csv)[1].size() == read_csv(csv)[0].size());
  CHECK(read_csv(csv)[1][0] == "B4");
  CHECK(read_csv(csv)[1].end()[-4] == "7");
  CHECK(read_csv(answers_csv(all)).size() > 8);
}

TEST_CASE("CSV in the words of another language: heads, states and reasons; what is missing stays English") {
  Exercise e = lesson();
  RollUp all = roll_up(e, &e.key, {file(e, "a", "1", "", {chosen("t1", {{"c1", {"lind"}}})})});
  TableWords words = {{"seat", "Platz"},          {"of", "von"},
                      {"done", "fertig"},         {"yes", "ja"},
                      {"finding.wrong", "nicht"}, {"why.somebody-else", "Das sagt jemand anderes."},
                      {"reason", "Grund"}};
  std::vector<CsvRow> pupils = read_csv(pupils_csv(all, e, words));
  CHECK(pupils[0][0] == "Platz");
  CHECK(pupils[0][2] == "fertig");
  CHECK(pupils[0][4] == "t1 von");
  CHECK(pupils[0].end()[-4] == "points");
  CHECK(pupils[1][2] == "ja");
  std::vector<CsvRow> answers = read_csv(answers_csv(all, words));
  CHECK(answers[0].back() == "Grund");
  auto row = std::find_if(answers.begin(), answers.end(), [](const CsvRow& one) { return one[2] == "c1"; });
  REQUIRE(row != answers.end());
  CHECK((*row)[5] == "nicht");
  CHECK(row->back() == "Das sagt jemand anderes.");
  CHECK(in_words({{Why::order_partly, 2, 3}}, {{"why.order-partly", "{n}/{all}"}}) == "2/3");
}
