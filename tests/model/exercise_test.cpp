// Exercises, keys and works: what is read, written, kept and refused. The examples are those of assets/exercise-file.md.

#include "model/exercise.h"

#include "model/article.h"
#include "model/exercise_example.h"
#include "model/exercise_line.h"

using namespace who_says;
using nlohmann::json;

namespace {

template <class T>
std::vector<std::string> problems_of(const Read<T>& of) {
  Loaded loaded;
  loaded.problems = of.problems;
  return problems(loaded);
}
json changed(const std::string& patch) {
  json file = json::parse(example_block("json", 0));
  file.merge_patch(json::parse(patch));
  return file;
}
std::vector<std::string> problems_with(const json& file) {
  Result<Read<Exercise>> read = read_exercise(file.dump());
  REQUIRE(read.ok());
  return problems_of(read.value());
}

}  // namespace

TEST_CASE("the exercise of exercise-file.md is what is read and written") {
  std::string file = example_block("json", 0);
  Result<Read<Exercise>> read = read_exercise(file);
  REQUIRE(read.ok());
  CHECK(problems_of(read.value()).empty());
  const Exercise& e = read.value().value;
  CHECK(json::parse(write_exercise(e)) == json::parse(file));
  CHECK(e.age_from == 11);
  CHECK(e.age_to == 14);
  REQUIRE(e.articles.size() == 1);
  CHECK(to_utf8(e.articles[0].text) == example_block("text", 0));
  CHECK(e.articles[0].document.article_hash == article_hash(e.articles[0]));
  CHECK(e.articles[0].document.claims.size() == 4);
  REQUIRE(e.tasks.size() == 9);
  CHECK(e.find_task("t2")->asks_office);
  CHECK(e.find_task("t2")->kinds.size() == 4);
  CHECK(e.find_task("t4")->points == 3);
  CHECK(e.find_task("t5")->source == "council");
  CHECK(e.find_task("t7")->other_cue == "as … admitted");
  CHECK(e.find_task("t9")->letter == Imvain::authoritative);
  CHECK(e.find_task("t10") == nullptr);
  REQUIRE(e.has_key);
  CHECK(e.key.find("t1")->items[1].acceptable_sources == std::vector<std::string>{"lind"});
  CHECK(e.key.find("t1")->items[2].answer == std::vector<std::string>{""});
  CHECK(e.key.find("t1")->feedback.size() == 2);
  const KeyAnswer& marks = *e.key.find("t5");
  REQUIRE(marks.marks.size() == 2);
  CHECK(marks.marks[0].alternatives.size() == 1);
  CHECK(marks.marks[0].mark.selector.exact == u"The Mill Street bridge will close in May");
}

TEST_CASE("the work of exercise-file.md is what is read and written, in each of its forms") {
  Exercise e = example_exercise();
  std::string file = example_block("json", 1);
  Result<Read<Work>> read = read_work(file, e);
  REQUIRE(read.ok());
  CHECK(problems_of(read.value()).empty());
  const Work& work = read.value().value;
  CHECK(json::parse(write_work(work, e)) == json::parse(file));
  CHECK(work.seat == "B4");
  CHECK(work.done);
  CHECK(work.hash == exercise_hash(e));
  CHECK(is_of(work, e));
  CHECK(work.find("t1")->find("c2")->values == std::vector<std::string>{"lind"});
  CHECK(work.find("t1")->find("c4") == nullptr);

  std::string brief = write_short_work(work, e);
  CHECK(brief == example_block("short", 0));
  Result<Read<Work>> again = read_work(brief, e);
  REQUIRE(again.ok());
  CHECK(problems_of(again.value()).empty());
  CHECK(write_short_work(again.value().value, e) == brief);
  CHECK(again.value().value.find("t5")->marks[0].selector.exact ==
        u"The Mill Street bridge will close in May");
  CHECK(write_work_line({false, brief}) == example_block("line", 0));
}

TEST_CASE("a key in a file of its own") {
  Exercise e = example_exercise();
  std::string file = write_key(e.key, e);
  Result<Read<Key>> read = read_key(file, e);
  REQUIRE(read.ok());
  CHECK(problems_of(read.value()).empty());
  CHECK(write_key(read.value().value, e) == file);
  CHECK(read.value().value.answers.size() == e.key.answers.size());
  Exercise other = e;
  other.version = "2";
  CHECK(read_key(file, other).error().code == "other-exercise");
  CHECK(read_key(example_block("json", 1), e).error().code == "wrong-shape");
}

TEST_CASE(
    "a key opens on an exercise that neither has nor states its article's text, and says what it went by") {
  Exercise e = example_exercise(), without = e;
  without.articles[0].text.clear();
  without.articles[0].embedded = false;
  without.articles[0].document.article_hash.clear();
  std::string file = write_key(e.key, e);
  Result<Read<Key>> read = read_key(file, without);
  REQUIRE(read.ok());
  REQUIRE(read.value().problems.size() == 1);
  CHECK(read.value().problems[0].code == "key-unsure");
  CHECK(read.value().value.answers.size() == e.key.answers.size());
  without.version = "2";
  CHECK(read_key(file, without).error().code == "other-exercise");
}

TEST_CASE(
    "an exercise without its key does not say what a task asks of sources; who has the key has it again") {
  Exercise e = example_exercise(), bare = e;
  Key key = e.key;
  part_from_key(bare, key);
  CHECK_FALSE(bare.has_key);
  std::string file = write_exercise(bare);
  CHECK(exercise_hash(bare) == exercise_hash(e));
  for (const std::string& id : e.find_task("t2")->sources) {
    const Source* source = bare.find_source(id);
    CHECK(source->kind == SourceKind::unspecified);
    CHECK(source->name == e.find_source(id)->name);
    CHECK(file.find("\"id\": \"" + id + "\",\n            \"name\"") != std::string::npos);
  }
  CHECK(bare.find_source("lind")->office == Office::unknown);
  CHECK(bare.find_source("council")->kind == SourceKind::government);  // not asked
  Exercise pupils = std::move(read_exercise(file).value().value);
  Result<Read<Key>> read = read_key(write_key(key, e), pupils);
  REQUIRE(read.ok());
  CHECK(problems_of(read.value()).empty());
  complete_sources(pupils, read.value().value);
  for (const Task& task : e.tasks)
    for (const std::string& id : task.sources) {
      CHECK(pupils.find_source(id)->kind == e.find_source(id)->kind);
      CHECK(pupils.find_source(id)->office == e.find_source(id)->office);
    }
}

TEST_CASE("work on an exercise that neither has nor states its article's text is that exercise's") {
  Exercise e = example_exercise(), without = e;
  without.articles[0].text.clear();
  without.articles[0].embedded = false;
  without.articles[0].document.article_hash.clear();
  Work work;
  work.exercise = e.id;
  work.version = e.version;
  work.hash = exercise_hash(e);
  work.articles = {article_hash(e.articles[0])};
  CHECK(is_of(work, without));
  without.tasks[0].claims.pop_back();
  CHECK_FALSE(is_of(work, without));
}

TEST_CASE("the hash of an exercise is that of what is asked") {
  Exercise e = example_exercise();
  std::string hash = exercise_hash(e);
  Exercise same = e;
  same.has_key = false;
  same.key = {};
  same.tasks[0].instructions = "Who said it?";
  same.tasks[0].hints.clear();
  same.tasks[0].points = 7;
  CHECK(exercise_hash(same) == hash);
  Exercise again = read_exercise(write_exercise(e)).value().value;
  CHECK(exercise_hash(again) == hash);
  for (auto change : {+[](Exercise& x) { x.version = "2"; }, +[](Exercise& x) { x.tasks.pop_back(); },
                      +[](Exercise& x) { std::swap(x.tasks[0], x.tasks[1]); },
                      +[](Exercise& x) { x.tasks[0].claims.pop_back(); },
                      +[](Exercise& x) { x.articles[0].text += u" More."; }}) {
    Exercise other = e;
    change(other);
    CHECK(exercise_hash(other) != hash);
  }
}

TEST_CASE("an exercise about the page takes the page's text") {
  json file = changed(R"({})");
  std::string text = file["articles"][0]["text"];
  file["articles"][0].erase("text");
  Result<Read<Exercise>> read = read_exercise(file.dump(), to_utf16(text));
  REQUIRE(read.ok());
  CHECK(problems_of(read.value()).empty());
  CHECK_FALSE(read.value().value.articles[0].embedded);
  CHECK(json::parse(write_exercise(read.value().value)) == file);
  CHECK(exercise_hash(read.value().value) == exercise_hash(example_exercise()));
}

TEST_CASE("members that nobody knows survive at every level") {
  json file = json::parse(example_block("json", 0));
  auto everywhere = [](auto&& self, json& value) -> void {
    if (!value.is_structured()) return;
    for (json& one : value) self(self, one);
    if (value.is_object()) value["ex:unknown"] = {{"a", {1, nullptr}}};
  };
  everywhere(everywhere, file);
  Exercise e = read_exercise(file.dump()).value().value;
  CHECK(json::parse(write_exercise(e)) == file);

  json work = json::parse(example_block("json", 1));
  everywhere(everywhere, work);
  CHECK(json::parse(write_work(read_work(work.dump(), e).value().value, e)) == work);
}

TEST_CASE("what cannot be used is reported with its place, and stays in the file") {
  json file = changed(R"({"format": 2, "ages": [14, 11], "sealedKey": {"cipher": "AES-GCM"}, "lang": 5})");
  file["tasks"][0]["claims"].push_back("c9");
  file["tasks"][0]["sources"].push_back(7);
  file["tasks"][1]["kinds"].push_back("spy");
  file["tasks"][1]["asks"].push_back("mood");
  file["tasks"][2]["article"] = 3;
  file["tasks"][3]["kind"] = "riddle";
  file["tasks"][4]["unit"] = "letters";
  file["tasks"][4]["source"] = "nobody";
  file["tasks"][5]["id"] = "t1";
  file["tasks"][6]["points"] = -2;
  file["tasks"][7]["minutes"] = 2.5;
  file["tasks"][8]["letter"] = "loud";
  file["tasks"].push_back("x");
  file["key"]["answers"][1]["items"].push_back({{"item", "lind"}});
  file["key"]["answers"][2]["items"][0]["alternatives"] = json::parse(R"([["c1", 2]])");
  file["key"]["answers"][4]["marks"][1]["selector"] = "here";
  file["key"]["answers"][4]["marks"][0]["optional"] = "yes";
  std::vector<std::string> found = problems_with(file);
  std::vector<std::string> wanted = {"newer-format at /format",
                                     "wrong-shape at /lang",
                                     "wrong-shape at /ages",
                                     "wrong-shape at /tasks/0/sources/3",
                                     "unknown-claim at /tasks/0/claims",
                                     "unknown-word at /tasks/1/kinds/4",
                                     "unknown-word at /tasks/1/asks/2",
                                     "wrong-shape at /tasks/2/article",
                                     "unknown-word at /tasks/3/kind",
                                     "unknown-source at /tasks/4/source",
                                     "unknown-word at /tasks/4/unit",
                                     "twice at /tasks/5",
                                     "wrong-shape at /tasks/6/points",
                                     "wrong-shape at /tasks/7/minutes",
                                     "unknown-word at /tasks/8/letter",
                                     "wrong-shape at /tasks/9",
                                     "wrong-shape at /key/answers/1/items/2",
                                     "wrong-shape at /key/answers/2/items/0/alternatives/0",
                                     "unknown-task at /key/answers/3/task",
                                     "wrong-shape at /key/answers/4/marks/0/optional",
                                     "only-elements at /key/answers/4/marks/1",
                                     "unknown-task at /key/answers/5/task",
                                     "wrong-shape at /sealedKey"};
  std::sort(found.begin(), found.end());
  std::sort(wanted.begin(), wanted.end());
  auto lines = [](const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& one : all) out += one + "\n";
    return out;
  };
  CHECK(lines(found) == lines(wanted));
  // Lists may be in another order after saving, and what absence means is left out; nothing else changes.
  std::string once = write_exercise(read_exercise(file.dump()).value().value);
  CHECK(write_exercise(read_exercise(once).value().value) == once);
  for (const char* kept : {"\"c9\"", "7", "\"spy\"", "\"mood\"", "\"riddle\"", "\"letters\"", "-2", "2.5",
                           "\"loud\"", "\"here\"", "\"yes\"", "\"t4\""})
    CHECK_MESSAGE(once.find(kept) != std::string::npos, kept);
}

TEST_CASE("limits: what is beyond stays in the file") {
  json file = changed(R"({})");
  ExerciseLimits limits;
  limits.tasks = 2;
  limits.items = 2;
  Result<Read<Exercise>> read = read_exercise(file.dump(), {}, limits);
  REQUIRE(read.ok());
  CHECK(read.value().value.tasks.size() == 2);
  CHECK(read.value().value.tasks[0].claims.size() == 2);
  CHECK(read.value().problems.front().code == "too-many");
  json again = json::parse(write_exercise(read.value().value));
  CHECK(again["tasks"] == file["tasks"]);
  limits.bytes = 100;
  CHECK(read_exercise(file.dump(), {}, limits).error().code == "too-large");
  limits.work_bytes = 100;
  CHECK(read_work(example_block("json", 1), example_exercise(), limits).error().code == "too-large");
}

TEST_CASE("refused: what is no exercise, no work") {
  for (const char* text : {"[]", "{}", R"({"tasks": []})", R"({"tasks": [{"id": "a", "kind": "match"}]})",
                           R"({"tasks": [{}], "articles": [{}]})",
                           R"({"tasks": [{"id": "a", "kind": "match"}], "articles": [1]})"}) {
    Result<Read<Exercise>> read = read_exercise(text);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == "wrong-shape");
  }
  CHECK(read_exercise("{").error().code == "not-json");
  Exercise e = example_exercise();
  for (const char* text : {"[]", "{}", "[1]", R"({"answers": []})", R"([1,2,3,4,5,6,7,8,9])"})
    CHECK(read_work(text, e).error().code == "wrong-shape");
  Result<Read<Work>> odd =
      read_work(R"([1,2,3,4,5,6,7,8,[1,["t1",[2],3,4,"x"],["t5",{},[4,[1],[9,3],[0,999]]]]])", e);
  REQUIRE(odd.ok());
  CHECK(odd.value().problems.size() > 5);
}

TEST_CASE("an emoji before a mark: files count code points") {
  json file = changed(R"({})");
  file["articles"][0]["text"] = "\xF0\x9F\x98\x80 Bridge closed, he said.";
  file["articles"][0]["claims"] = json::parse(R"({"type": "AnnotationPage", "items": []})");
  Exercise e = read_exercise(file.dump()).value().value;
  json work = json::parse(example_block("json", 1));
  work["answers"] = json::parse(
      R"([{"task": "t5", "marks": [{"selector": [{"type": "TextPositionSelector", "start": 2, "end": 15}]}]}])");
  Work read = read_work(work.dump(), e).value().value;
  CHECK(read.answers[0].marks[0].selector.position == Range{3, 16});
  CHECK(read.answers[0].marks[0].selector.exact == u"Bridge closed");
  CHECK(write_short_work(read, e).find("[[2,15]]") != std::string::npos);
}

TEST_CASE("a line survives what mail programs do, and says what is wrong otherwise") {
  std::string line = example_block("line", 0);
  std::string bytes = read_work_line(line).value().bytes;
  CHECK(bytes == example_block("short", 0));
  std::string folded;
  for (size_t i = 0; i < line.size(); ++i) {
    if (i % 70 == 69) folded += i % 140 == 69 ? "=\r\n> > " : "\n \xC2\xA0\t";
    folded += line[i];
  }
  CHECK(read_work_line("Dear Ms Lind, here it is:\n\n" + folded + "\n\nYours, B4").value().bytes == bytes);
  CHECK(read_work_line("WSW is what it says. " + line).value().bytes == bytes);
  CHECK_FALSE(read_work_line(line).value().packed);
  for (size_t n = 0; n < 4; ++n) {
    std::string some(bytes, 0, n);
    CHECK(read_work_line(write_work_line({true, some})).value().bytes == some);
    CHECK(read_work_line(write_work_line({true, some})).value().packed);
  }
  CHECK(read_work_line("").error().code == "no-line");
  CHECK(works_in("") == std::vector<std::string_view>{""});
  CHECK(works_in("no line") == std::vector<std::string_view>{"no line"});
  CHECK(works_in("C1: WSW1.j.A.0\n> WSW1.z.B.1 bye") ==
        std::vector<std::string_view>{"WSW1.j.A.0\n> ", "WSW1.z.B.1 bye"});
  CHECK(works_in(" [1, \"WSW1.\", \"WSW1.\"]").size() == 1);
  CHECK(read_work_line("WSW").error().code == "no-line");
  CHECK(read_work_line("nothing here").error().code == "no-line");
  CHECK(read_work_line("WSW2.j.AAAA.00000000").error().code == "newer-line");
  CHECK(read_work_line("WSW1.q.AAAA.00000000").error().code == "newer-line");
  for (size_t end = 5; end < line.size(); ++end) {
    CAPTURE(end);
    Result<WorkLine> cut = read_work_line(line.substr(0, end));
    REQUIRE_FALSE(cut.ok());
    CHECK(cut.error().code == "cut-line");
  }
  std::string other = line;
  other[30] = other[30] == 'A' ? 'B' : 'A';
  CHECK(read_work_line(other).error().code == "changed-line");
  other = line;
  other[30] = '*';
  CHECK(read_work_line(other).error().code == "changed-line");
}

TEST_CASE(
    "the closed sets of the schema are those of the vocabulary, and exercise-file.md names their words") {
  json schema = json::parse(file_text("assets/exercise.schema.json"))["$defs"];
  std::string page = file_text("assets/exercise-file.md");
  auto check = [&](const char* name, const std::string& wanted) {
    std::string words;
    for (const json& one : schema[name]["enum"]) {
      words += (words.empty() ? "" : ", ") + one.get<std::string>();
      if (std::string(name) != "sourceKind")
        CHECK(page.find("`" + one.get<std::string>() + "`") != std::string::npos);
    }
    CHECK(words == wanted);
  };
  check("taskKind", words_of<TaskKind>());
  check("arithmetic", words_of<Arithmetic>());
  check("reported", words_of<Reported>());
  check("imvain", words_of<Imvain>());
  check("sourceKind", words_of<SourceKind>());
}
