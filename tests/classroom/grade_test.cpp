#include "classroom/grade.h"

#include <random>

#include "classroom/assignment.h"
#include "classroom/lesson.h"
#include "classroom/marks.h"
#include "text/segment.h"

using namespace who_says;
using doctest::Approx;

namespace {

/// Points of one task for these choices.
TaskGrade graded(const Exercise& e, const Answer& answer) {
  return grade_task(e, *e.find_task(answer.task), &e.key, &answer);
}
double points(const Exercise& e, const char* task, std::vector<Choice> choices) {
  return graded(e, chosen(task, std::move(choices))).points;
}

/// Marks of an article "w0 w1 w2 …" as pairs of words, half-open.
using Spans = std::vector<std::pair<int, int>>;
std::u16string numbered(int words) {
  std::u16string text;
  for (int i = 0; i < words; ++i) text += u"w" + to_utf16(std::to_string(i)) + u" ";
  return text;
}
Mark place(const ArticleWords& article, std::pair<int, int> span) {
  Mark mark;
  mark.selector.position =
      article.range_of({static_cast<uint32_t>(span.first), static_cast<uint32_t>(span.second)});
  return mark;
}
TaskGrade marked(const Spans& key, const Spans& marks, int words = 100) {
  std::u16string text = numbered(words);
  ArticleWords article(text);
  Task task;
  task.id = "t";
  task.kind = TaskKind::highlight;
  task.points = 1;
  KeyAnswer wanted;
  for (auto span : key) wanted.marks.push_back({place(article, span), {}, false, "", ""});
  Answer answer;
  for (auto span : marks) answer.marks.push_back(place(article, span));
  return grade_marks(task, article, wanted, &answer);
}

}  // namespace

TEST_CASE("labels: right, of the same group, acceptable, another, open") {
  Exercise e = lesson();
  CHECK(points(e, "t1", {{"c1", {"council"}}, {"c2", {"institute"}}, {"c3", {""}}}) == 3);
  CHECK(points(e, "t1", {{"c2", {"lind"}}}) == 1);       // the key's acceptableSources
  CHECK(points(e, "t1", {{"c1", {"institute"}}}) == 0);  // expertise is not state
  CHECK(points(e, "t1", {{"c3", {"council"}}}) == 0);
  CHECK(points(e, "t1", {{"c1", {""}}}) == 0);
  CHECK(points(e, "t1", {}) == 0);
  CHECK(points(e, "t2",
               {{"lind", {"business", "current"}}, {"institute", {"think-tank", "not-applicable"}}}) == 2);
  CHECK(points(e, "t2", {{"lind", {"academic", "current"}}}) == 1);  // an alternative
  CHECK(points(e, "t2", {{"institute", {"academic", "not-applicable"}}}) ==
        0.5);  // same group: half of the kind, and an organization is asked nothing else
  CHECK(points(e, "t2", {{"institute", {"government", "former"}}}) == 0);

  TaskGrade grade = graded(e, chosen("t1", {{"c1", {"lind"}}, {"c3", {"council"}}}));
  REQUIRE(grade.items.size() == 3);
  CHECK(grade.items[0].finding == Finding::wrong);
  CHECK(grade.items[0].feedback == "Look at the words right before and after the claim.");
  CHECK(grade.items[1].finding == Finding::missed);
  CHECK(in_english(grade.items[1].reasons) == "This was left open.");
  CHECK(grade.items[2].feedback == "The council stands two sentences before. Does it say this, too?");
  CHECK(grade.items[2].because == "“It is assumed” says by nobody.");
  for (const ItemGrade& item : grade.items) CHECK_FALSE(item.reasons.empty());
}

TEST_CASE("former or current is asked of persons and groups, and only where the key says one of them") {
  Exercise e = lesson();
  CHECK(points(e, "t2", {{"institute", {"think-tank", ""}}}) == 1);
  CHECK(points(e, "t2", {{"institute", {"think-tank"}}}) == 1);
  CHECK(points(e, "t2", {{"lind", {"business"}}}) == 0.5);
  KeyAnswer& key = *std::find_if(e.key.answers.begin(), e.key.answers.end(),
                                 [](const KeyAnswer& one) { return one.task == "t2"; });
  for (const char* open : {"unknown", "not-applicable", ""}) {
    key.items[0].answer = {"business", open};
    CHECK(points(e, "t2", {{"lind", {"business", ""}}}) == 1);
    CHECK(points(e, "t2", {{"lind", {"business", "former"}}}) == 1);
    CHECK(points(e, "t2", {{"lind", {"government", "former"}}}) == 0);
  }
}

TEST_CASE("sets and orders") {
  Exercise e = lesson();
  CHECK(points(e, "t3", {{"claims", {"c3"}}}) == 1);
  CHECK(points(e, "t3", {{"claims", {"c3", "c1"}}}) == 0.5);
  CHECK(points(e, "t3", {{"claims", {"c1", "c2", "c3", "c4"}}}) == 0.25);  // all of them: next to nothing
  CHECK(points(e, "t3", {{"claims", {}}}) == 0);
  CHECK(points(e, "t4", {{"c2", {"lind", "institute"}}}) == 3);
  CHECK(points(e, "t4", {{"c2", {"institute", "lind"}}}) == 1.5);
  CHECK(points(e, "t4", {{"c2", {"council", "lind", "institute"}}}) == Approx(2));
  CHECK(points(e, "t6", {{"number", {"2"}}, {"origins", {"institute", "council"}}}) == 2);
  CHECK(points(e, "t6", {{"number", {"3"}}, {"origins", {"council", "lind", "institute"}}}) ==
        Approx(2.0 / 3));
  CHECK(points(e, "t8", {{"sum", {"does-not-hold"}}}) == 1);
  CHECK(points(e, "t8", {{"sum", {"cannot-tell"}}}) == 0);
  CHECK(common_in_order({"a", "b", "c", "d"}, {"b", "d", "a"}) == 2);
  CHECK(common_in_order({}, {"a"}) == 0);
}

TEST_CASE("not graded: written answers, and everything without a key") {
  Exercise e = lesson();
  Work work = lesson_work(e);
  Grade with = grade(e, &e.key, work);
  CHECK(with.tasks.size() == e.tasks.size());
  CHECK(with.points == Approx(1 + 1 + 3 + 1 + 1));
  CHECK(with.most == 3 + 2 + 1 + 3 + 2 + 2 + 1);
  CHECK_FALSE(with.tasks[6].graded);
  CHECK_FALSE(with.tasks[6].example.empty());
  Grade without = grade(e, nullptr, work);
  CHECK(without.most == 0);
  for (const TaskGrade& task : without.tasks) {
    CHECK_FALSE(task.graded);
    CHECK_FALSE(task.reason.empty());
  }
  CHECK(without.tasks[0].answered);
  CHECK_FALSE(without.tasks[1].answered);
}

TEST_CASE("credit by shared words") {
  CHECK(credit_of(0.5) == 1);
  CHECK(credit_of(1) == 1);
  CHECK(credit_of(0.2) == 0);
  CHECK(credit_of(0.35) == Approx(0.5));
  CHECK(overlap({0, 4}, {2, 6}) == Approx(2.0 / 6));
  CHECK(overlap({0, 2}, {2, 4}) == 0);
  // Punctuation and quotation marks at the edges are no words, and a word that is touched counts as a whole.
  std::u16string text = u"He said: “The bridge, it’s closed.”";
  ArticleWords article(text);
  CHECK(article.touched({8, 34}) == WordSpan{2, 6});
  CHECK(article.touched({11, 16}) == WordSpan{2, 4});
  CHECK(article.touched({7, 10}).empty());
  CHECK(article.range_of({2, 4}) == Range{10, 20});
}

TEST_CASE("highlights: found, partly, missed, extra, pieces") {
  CHECK(marked({{0, 10}, {20, 30}}, {{0, 10}, {20, 30}}).points == 1);
  CHECK(marked({{0, 10}, {20, 30}}, {{0, 10}}).points == 0.5);
  TaskGrade partly = marked({{0, 10}, {20, 30}}, {{7, 17}, {22, 27}});  // 3 of 17 words; 5 of 10
  CHECK(partly.count(Finding::missed) == 1);
  CHECK(partly.count(Finding::found) == 1);
  CHECK(partly.count(Finding::extra) == 1);
  CHECK(partly.points == Approx(1.0 / 3));
  TaskGrade edge = marked({{0, 10}}, {{5, 13}});  // 5 of 13
  CHECK(edge.count(Finding::partly) == 1);
  CHECK(edge.points == Approx((5.0 / 13 - 0.2) / 0.3));
  TaskGrade piece = marked({{0, 10}}, {{0, 6}, {6, 9}});
  CHECK(piece.points == 1);
  CHECK(piece.count(Finding::repeated) == 1);
  TaskGrade two = marked({{0, 8}, {9, 17}}, {{0, 17}});
  CHECK(two.points == 0.5);
  CHECK(two.count(Finding::partly) == 2);
  CHECK(in_english(two.items[0].reasons).find("two claims") != std::string::npos);
  CHECK(two.count(Finding::extra) == 0);
  CHECK(marked({{0, 8}, {9, 17}}, {{0, 17}, {9, 17}}).points == Approx((1 + (8.0 / 17 - 0.2) / 0.3) / 2));
  CHECK(marked({{0, 8}, {20, 28}, {40, 48}}, {{0, 100}}).points == 0);
  CHECK(marked({}, {}).points == 0);
  CHECK(in_english(marked({{0, 5}}, {}).items[0].reasons) == "This claim is not marked.");
}

TEST_CASE("a whole claim with three words more at each end is found, however short") {
  CHECK(marked({{10, 13}}, {{7, 16}}).points == 1);
  CHECK(marked({{10, 11}, {30, 35}}, {{7, 14}, {27, 38}}).points == 1);
  CHECK(marked({{10, 13}, {16, 19}}, {{7, 16}, {13, 22}}).points == 1);
  CHECK(marked({{10, 13}, {14, 24}}, {{7, 16}, {14, 24}}).points == 1);   // the next one’s first words
  CHECK(marked({{10, 20}, {14, 16}}, {{11, 19}, {14, 16}}).points == 1);  // one lies in the other
  CHECK(marked({{10, 13}}, {{6, 16}}).points == Approx((3.0 / 10 - 0.2) / 0.3));  // four words before it
  CHECK(marked({{10, 13}}, {{11, 17}}).points ==
        Approx((2.0 / 7 - 0.2) / 0.3));                                       // its first word is not there
  CHECK(marked({{10, 13}, {14, 17}}, {{7, 16}}).count(Finding::found) == 0);  // half of the next one
  TaskGrade twice = marked({{10, 13}, {30, 33}}, {{7, 16}, {7, 16}});
  CHECK(twice.count(Finding::found) == 1);
  CHECK(twice.points < 0.5);
}

TEST_CASE("alternatives, optional marks, words that are nowhere") {
  Exercise e = lesson();
  std::u16string_view text = e.articles[0].text;
  Answer answer;
  answer.task = "t5";
  answer.marks = {mark_on(text, u"The Mill Street bridge will close in May, the city council said on Monday"),
                  mark_on(text, u"The work takes 10 months at 200,000 euros a month")};
  CHECK(graded(e, answer).points == 2);
  answer.marks.push_back(mark_on(text, u"traffic on Quay Road"));
  CHECK(graded(e, answer).points == Approx(2 * 2.0 / 3));
  KeyMark free;
  free.mark = answer.marks.back();
  free.optional = true;
  Key key = e.key;
  key.answers[4].marks.push_back(free);
  CHECK(grade_task(e, *e.find_task("t5"), &key, &answer).points == 2);
  answer.marks.pop_back();
  CHECK(grade_task(e, *e.find_task("t5"), &key, &answer).points == 2);
  Mark lost;
  lost.selector.exact = u"of another article";
  answer.marks.push_back(lost);
  TaskGrade grade = graded(e, answer);
  CHECK(grade.points == 2);
  CHECK(in_english(grade.items.back().reasons).find("do not stand in the article") != std::string::npos);
}

TEST_CASE("a wrong mark is told what the key says of it") {
  Exercise e = lesson();
  std::u16string_view text = e.articles[0].text;
  e.key.answers[4].feedback.push_back({"", "extra", std::nullopt, "Too many.", ""});
  e.key.answers[4].feedback.push_back({"", "", std::nullopt, "Read it again.", ""});
  Answer answer;
  answer.task = "t5";
  answer.marks = {mark_on(text, u"assumed that traffic on Quay Road will double"),
                  mark_on(text, u"The repair will cost 3 million euros")};
  TaskGrade grade = graded(e, answer);
  REQUIRE(grade.items.size() == 4);
  CHECK(grade.items[0].feedback == "Read it again.");            // the first claim is missed
  CHECK(grade.items[1].feedback == "Find a number of months.");  // the second
  CHECK(grade.items[2].feedback == "Who assumes it?");           // about these words
  CHECK(grade.items[3].feedback == "Too many.");
  answer.marks = {mark_on(text, u"The Mill Street bridge will close in May"), mark_on(text, text)};
  grade = graded(e, answer);
  CHECK(grade.items[0].feedback.empty());             // found
  CHECK(grade.items.back().feedback == "Too many.");  // who marks all has not marked these words
  e.tasks[4].by_sentence = true;
  answer.marks = {mark_on(text, u"It is assumed that traffic on Quay Road will double.")};
  grade = graded(e, answer);
  REQUIRE(grade.items.size() == 3);
  CHECK(grade.items[0].feedback == "Read it again.");
  CHECK(grade.items[1].feedback == "Who assumes it?");
  CHECK(grade.items[2].feedback == "Find a number of months.");
}

TEST_CASE("whole sentences, for the young") {
  Exercise e = lesson();
  e.tasks[4].by_sentence = true;
  std::u16string_view text = e.articles[0].text;
  Answer answer;
  answer.task = "t5";
  answer.marks = {
      mark_on(text, u"The Mill Street bridge will close in May, the city council said on Monday.")};
  TaskGrade grade = graded(e, answer);
  CHECK(grade.points == 1);
  CHECK(grade.count(Finding::found) == 1);
  CHECK(grade.count(Finding::missed) == 1);
  answer.marks.push_back(mark_on(text, u"It is assumed that traffic on Quay Road will double."));
  CHECK(graded(e, answer).points == Approx(2.0 / 3));
  CHECK(graded(e, answer).count(Finding::extra) == 1);
}

TEST_CASE("the best pairs, against all pairings of small tables") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    uint32_t rows = random() % 6, columns = random() % 6;
    std::vector<int64_t> weights(rows * columns);
    for (int64_t& weight : weights) weight = random() % 3 == 0 ? 0 : static_cast<int64_t>(random() % 50);
    auto best = [&](auto&& self, uint32_t row, uint32_t taken) -> int64_t {
      if (row == rows) return 0;
      int64_t most = self(self, row + 1, taken);
      for (uint32_t c = 0; c < columns; ++c)
        if (!(taken & (1u << c)))
          most = std::max(most, weights[row * columns + c] + self(self, row + 1, taken | (1u << c)));
      return most;
    };
    std::vector<int> pairs = best_pairs(rows, columns, weights);
    REQUIRE(pairs.size() == rows);
    int64_t sum = 0;
    uint32_t taken = 0;
    for (uint32_t r = 0; r < rows; ++r) {
      if (pairs[r] < 0) continue;
      auto c = static_cast<uint32_t>(pairs[r]);
      REQUIRE(c < columns);
      CHECK_FALSE(((taken >> c) & 1u) == 1u);
      taken |= 1u << c;
      CHECK(weights[r * columns + c] > 0);
      sum += weights[r * columns + c];
    }
    CHECK(sum == best(best, 0, 0));
    CHECK(best_pairs(rows, columns, weights) == pairs);
  }
}

TEST_CASE("any marks: points between none and all, the same whatever their order") {
  std::mt19937 random(3);
  auto spans = [&](size_t most) {
    Spans out(random() % (most + 1));
    for (auto& span : out) {
      span.first = static_cast<int>(random() % 60);
      span.second = span.first + 1 + static_cast<int>(random() % 15);
    }
    return out;
  };
  for (int round = 0; round < 300; ++round) {
    Spans key = spans(6), marks = spans(8);
    TaskGrade one = marked(key, marks, 80);
    CHECK(one.points >= 0);
    CHECK(one.points <= 1 + 1e-9);
    std::reverse(marks.begin(), marks.end());
    CHECK(marked(key, marks, 80).points == Approx(one.points));
    if (!key.empty())
      CHECK(one.count(Finding::found) + one.count(Finding::partly) + one.count(Finding::missed) ==
            key.size());
  }
}
