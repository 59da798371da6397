// `who-says grade` and `who-says agreement`: the real tool over files of a folder.

#include <doctest/doctest.h>
#include <zlib.h>

#include <nlohmann/json.hpp>

#include "cli/tool.h"
#include "model/exercise_line.h"

using nlohmann::json;
using who_says::test::Folder;
using who_says::test::project_file;
using who_says::test::Run;
using who_says::test::run_tool;

namespace {

/// The n-th example of exercise-file.md.
std::string example(int n) {
  std::string page = project_file("assets/exercise-file.md");
  const std::string fence = "\n```json\n";
  size_t begin = 0;
  for (int i = 0; i <= n; ++i) begin = page.find(fence, begin) + fence.size();
  return page.substr(begin, page.find("\n```", begin) - begin);
}
json printed(const Run& run) {
  json out = json::parse(run.out, nullptr, false);
  REQUIRE_MESSAGE(!out.is_discarded(), run.out << run.err);
  return out;
}

/// A line as the page packs it.
std::string packed_line(const std::string& text) {
  std::string bytes(compressBound(static_cast<uLong>(text.size())) + 64, '\0');
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  bytes.resize(stream.total_out);
  deflateEnd(&stream);
  return who_says::write_work_line({true, bytes});
}

}  // namespace

TEST_CASE("grade: lines as pupils copy them are unpacked; what is no work in them is named") {
  Folder folder;
  folder.write("bridge.exercise.json", example(0));
  folder.write("b4.txt", "My answers:\n> " + packed_line(example(1)) + "\n");
  folder.write("cut.txt", who_says::write_work_line({true, "no stream"}));
  folder.write("huge.txt", packed_line(std::string(size_t{5} << 20, ' ')));
  Run run = run_tool(folder, "grade bridge.exercise.json b4.txt cut.txt huge.txt");
  CHECK(run.code == 1);
  json all = printed(run);
  REQUIRE(all["pupils"].size() == 1);
  CHECK(all["pupils"][0]["grade"]["points"] == 7);
  for (const char* name : {"cut.txt", "huge.txt"}) CHECK(run.err.find(name) != std::string::npos);
  CHECK(run.err.find("[broken]") != std::string::npos);
}

TEST_CASE("grade: a text with the lines of several pupils is as many works") {
  Folder folder;
  folder.write("bridge.exercise.json", example(0));
  json other = json::parse(example(1));
  other["seat"] = "C2";
  other["answers"][0]["checks"] = 3;
  folder.write("class.txt", packed_line(example(1)) + "\n\nC2 wrote:\n> " + packed_line(other.dump()) + "\n");
  Run run = run_tool(folder, "grade bridge.exercise.json class.txt");
  CHECK(run.code == 0);
  json all = printed(run);
  REQUIRE(all["pupils"].size() == 2);
  CHECK(all["pupils"][1]["seat"] == "C2");
  CHECK(all["pupils"][1]["file"] == "class.txt, 2");
  CHECK(all["pupils"][1]["help"]["t1"]["checks"] == 3);
}

TEST_CASE("grade: a work, an older one, a stranger, a broken file") {
  Folder folder;
  folder.write("bridge.exercise.json", example(0));
  folder.write("b4.work.json", example(1));
  json older = json::parse(example(1)), stranger = older;
  older["saved"] = "2026-03-01T09:20:00Z";
  stranger["exercise"]["hash"] = "0000000000000000";
  folder.write("old.work.json", older.dump());
  folder.write("other.work.json", stranger.dump());
  folder.write("broken.work.json", "{");

  Run one = run_tool(folder, "grade bridge.exercise.json b4.work.json old.work.json");
  CHECK(one.code == 0);
  json all = printed(one);
  REQUIRE(all["pupils"].size() == 1);
  CHECK(all["pupils"][0]["seat"] == "B4");
  CHECK(all["pupils"][0]["grade"]["points"] == 7);
  CHECK(all["pupils"][0]["grade"]["most"] == 14);
  CHECK(all["files"][1]["state"] == "older");
  for (const json& task : all["pupils"][0]["grade"]["tasks"])
    for (const json& item : task["items"]) CHECK_FALSE(item["reason"].get<std::string>().empty());

  Run some = run_tool(folder, "grade bridge.exercise.json b4.work.json other.work.json broken.work.json");
  CHECK(some.code == 1);
  CHECK(some.err.find("other.work.json") != std::string::npos);
  CHECK(some.err.find("[other-version]") != std::string::npos);
  CHECK(some.err.find("[broken]") != std::string::npos);
  CHECK(printed(some)["pupils"].size() == 1);

  CHECK(run_tool(folder, "grade bridge.exercise.json --to=csv b4.work.json").out.find("\r\nB4,2026-03-02") !=
        std::string::npos);
  CHECK(run_tool(folder, "grade bridge.exercise.json --to=answers b4.work.json")
            .out.find("This claim is not marked.") != std::string::npos);
  json xapi = printed(
      run_tool(folder, "grade bridge.exercise.json --to=xapi --home=https://school.example b4.work.json"));
  REQUIRE(xapi.size() == 5);
  CHECK(xapi.back()["verb"]["id"] == "http://adlnet.gov/expapi/verbs/completed");
  CHECK(xapi.back()["result"]["score"]["scaled"] == 0.5);
  CHECK(xapi[0]["actor"]["account"]["name"] == "B4");
  CHECK(xapi[0]["actor"]["account"]["homePage"] == "https://school.example");
}

TEST_CASE("grade: the key in a file of its own, none, and the text in another file") {
  Folder folder;
  json exercise = json::parse(example(0)), key = exercise["key"];
  std::string text = exercise["articles"][0]["text"];
  exercise.erase("key");
  folder.write("no-key.json", exercise.dump());
  key["exercise"] = json::parse(example(1))["exercise"];
  folder.write("key.json", key.dump());
  folder.write("w.json", example(1));
  CHECK(printed(run_tool(folder, "grade no-key.json w.json"))["pupils"][0]["grade"]["most"] == 0);
  CHECK(printed(run_tool(folder,
                         "grade no-key.json --key=key.json w.json"))["pupils"][0]["grade"]["points"] == 7);
  key["exercise"]["hash"] = "0000000000000000";
  folder.write("key.json", key.dump());
  Run other = run_tool(folder, "grade no-key.json --key=key.json w.json");
  CHECK(other.code == 2);
  CHECK(other.err.find("[other-exercise]") != std::string::npos);
  exercise["articles"][0].erase("text");
  folder.write("page.json", exercise.dump());
  CHECK(run_tool(folder, "grade page.json w.json").err.find("[no-text]") != std::string::npos);
  std::string lines;
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\n' || text[i + 1] != '\n') lines += text[i];
  folder.write("article.txt", lines);
  CHECK(run_tool(folder, "grade page.json --article=article.txt w.json").code == 0);
  CHECK(run_tool(folder, "grade - w.json -").code == 2);
  CHECK(run_tool(folder, "grade w.json w.json").code == 2);
}

TEST_CASE("agreement: values with gaps, two coders, marks, n/a, and what is no table") {
  Folder folder;
  std::string csv = "unit,coder,value\n";
  const char* rows[] = {"123321412...", "1233224125.3", ".33323422 51.", "1233244125 1."};
  for (int coder = 0; coder < 4; ++coder) {
    int unit = 0;
    for (const char* c = rows[coder]; *c; ++c)
      if (*c != ' ')
        csv +=
            std::to_string(++unit) + "," + std::string(1, static_cast<char>('A' + coder)) + "," + *c + "\n";
  }
  folder.write("codes.csv", csv);
  json four = printed(run_tool(folder, "agreement codes.csv"));
  CHECK(four["krippendorffAlpha"]["value"].get<double>() == doctest::Approx(0.743).epsilon(0.001));
  CHECK_FALSE(four.contains("cohenKappa"));

  folder.write("two.csv", "1;a;x\n2;a;x\n1;b;x\n2;b;y\n");
  json two = printed(run_tool(folder, "agreement two.csv"));
  CHECK(two["cohenKappa"]["value"] == 0);
  folder.write("same.csv", "1,a,x\n1,b,x\n");
  CHECK(printed(run_tool(folder, "agreement same.csv"))["krippendorffAlpha"]["value"].is_null());

  folder.write("marks.csv", "coder,begin,end\na,2,6\nb,4,8\n");
  json marks = printed(run_tool(folder, "agreement --length=10 marks.csv"));
  CHECK(marks["krippendorffUAlpha"]["observed"] == doctest::Approx(0.08));

  folder.write("bad.csv", "unit,coder,value\n1,a\n");
  Run bad = run_tool(folder, "agreement bad.csv");
  CHECK(bad.code == 2);
  CHECK(bad.err.find("line 2") != std::string::npos);
  CHECK(run_tool(folder, "agreement --length=ten marks.csv").code == 2);
  CHECK(run_tool(folder, "agreement", "").code == 2);
  CHECK(run_tool(folder, "grade --help").out.find("who-says grade bridge.exercise.json") !=
        std::string::npos);
}
