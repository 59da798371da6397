// `who-says detect`: the real tool over files of a folder. What is found is tested in tests/attribution; here, how it comes out.

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/tool.h"
#include "text/utf.h"

using nlohmann::json;
using who_says::test::Folder;
using who_says::test::Run;
using who_says::test::run_tool;

namespace {

const char* const kHarbour =
    "Harbour to close 📰\r\n"
    "\r\n"
    "The old cranes could  fail in any storm, engineer Ada Brandt said on Monday.\r\n"
    "The council denied that it had been warned. \"Nobody told us,\" said Jon Vale, the mayor of Lindow.\r\n";

const char* const kHtml =
    "<html lang=en><head><link rel=canonical href='https://lindow.example/a'><title>x</title></head><body>"
    "<nav>Menu</nav><article><h1>Harbour   to close</h1><p>The port will close, <b>Ada Brandt</b> said on "
    "Monday in the town of Lindow.</p></article></body></html>";

json parsed(const std::string& text) {
  json out = json::parse(text, nullptr, false);
  REQUIRE_MESSAGE(!out.is_discarded(), text);
  return out;
}
bool has(const std::string& text, const char* words) { return text.find(words) != text.npos; }

/// The words of the spans of a role, of all attributions, "; " between attributions.
std::string words(const json& article, const char* role, const std::string& utf8) {
  std::u16string text = who_says::to_utf16(utf8);
  std::string out;
  for (const json& one : article["attributions"]) {
    out += out.empty() ? "" : "; ";
    for (const json& span : one[role])
      out += (out.empty() || out.back() == ' ' ? "" : " … ") +
             who_says::to_utf8(text.substr(span[0], span[1].get<size_t>() - span[0].get<size_t>()));
  }
  return out;
}

}  // namespace

TEST_CASE("detect writes a claims file of suggestions that stand where it says") {
  Folder folder;
  folder.write("a.txt", kHarbour);
  Run run = run_tool(folder, "detect --rules-only a.txt -o a.claims.json");
  CHECK(run.code == 0);
  CHECK(run.out.empty());
  CHECK(run.err.empty());
  json file = parsed(folder.read("a.claims.json"));
  CHECK(file["article"]["lang"] == "en");
  REQUIRE(file["items"].size() >= 2);
  for (const json& claim : file["items"]) CHECK(claim["status"] == "suggested");
  Run lint = run_tool(folder, "lint a.txt a.claims.json");
  CHECK(lint.code == 0);
  CHECK(has(lint.out, ", 0 moved, 0 edited, 0 ambiguous, 0 gone; 0 problems in the file\n"));
  CHECK(run_tool(folder, "detect --rules-only a.txt").out == folder.read("a.claims.json"));
}

TEST_CASE("detect --format=attributions counts UTF-16 code units of plain text as it stands in the file") {
  Folder folder;
  folder.write("a.txt", kHarbour);
  json all = parsed(run_tool(folder, "detect --rules-only --format=attributions a.txt").out);
  REQUIRE(all["articles"].size() == 1);
  const json& article = all["articles"][0];
  CHECK(article["id"] == "a");
  CHECK(article["language"] == "en");
  CHECK(article["rulesOnly"] == true);
  CHECK(!article.contains("text"));
  CHECK(words(article, "cue", kHarbour) == "said; denied; said");
  CHECK(has(words(article, "content", kHarbour), "The old cranes could  fail in any storm"));
  CHECK(has(words(article, "content", kHarbour), "Nobody told us"));
  CHECK(has(words(article, "source", kHarbour), "Jon Vale, the mayor of Lindow"));
  for (const json& one : article["attributions"]) {
    CHECK(one["confidence"].get<double>() >= 0);
    CHECK(one["confidence"].get<double>() <= 1);
    CHECK(one["scope"] == "explicit");
    CHECK(one["reason"] != "");
  }
}

TEST_CASE("detect --outermost leaves out attributions inside others") {
  Folder folder;
  const char* const nested =
      "The mayor said on Monday that the engineers had warned that the bridge of the town was not safe.";
  auto cues = [&](const char* option) {
    std::string call = std::string("detect --rules-only --language=en --format=attributions - ") + option;
    return words(parsed(run_tool(folder, call, nested).out)["articles"][0], "cue", nested);
  };
  CHECK(cues("") == "said; had warned");
  CHECK(cues("--outermost") == "said");
}

TEST_CASE("of HTML the article's text comes with its attributions, and claims stand in it") {
  Folder folder;
  folder.write("page.html", kHtml);
  json article =
      parsed(run_tool(folder, "detect --rules-only --format=attributions page.html").out)["articles"][0];
  CHECK(article["text"] ==
        "Harbour to close\n\nThe port will close, Ada Brandt said on Monday in the town of Lindow.");
  CHECK(words(article, "content", article["text"]) == "The port will close");
  CHECK(words(article, "source", article["text"]) == "Ada Brandt");
  Run run = run_tool(folder, "detect --rules-only - -o c.json", kHtml);
  CHECK(run.code == 0);
  json file = parsed(folder.read("c.json"));
  CHECK(file["article"]["title"] == "Harbour to close");
  CHECK(file["article"]["url"] == "https://lindow.example/a");
  CHECK(run_tool(folder, "lint page.html c.json").code == 0);
  json menu =
      parsed(run_tool(folder, "detect --format=attributions --language=en --element=nav page.html").out);
  CHECK(menu["articles"][0]["text"] == "Menu");
}

TEST_CASE("several files: one JSON, one report, or claims files in a folder") {
  Folder folder;
  folder.write("a.txt", kHarbour);
  folder.write("b.html", kHtml);
  std::filesystem::create_directory(folder.path("out"));
  json all = parsed(run_tool(folder, "detect --rules-only --format=attributions a.txt b.html").out);
  CHECK(all["articles"].size() == 2);
  CHECK(all["articles"][1]["id"] == "b");
  CHECK(run_tool(folder, "detect --rules-only a.txt b.html").code == 2);
  CHECK(run_tool(folder, "detect --rules-only a.txt b.html -o out").code == 0);
  CHECK(folder.read("out/a.claims.json") == run_tool(folder, "detect --rules-only a.txt").out);
  CHECK(std::filesystem::exists(folder.path("out/b.claims.json")));
  // Names that are alike: an id has to be one article's.
  folder.write("out/a.txt", kHarbour);
  all = parsed(run_tool(folder, "detect --rules-only --format=attributions a.txt out/a.txt").out);
  CHECK(all["articles"][0]["id"] == "a.txt");
  CHECK(all["articles"][1]["id"] == "out/a.txt");
  CHECK(has(run_tool(folder, "detect a.txt out/a.txt -o out").err, "Two files have the same name"));
  // One that cannot be read does not stop the others.
  Run run = run_tool(folder, "detect --rules-only --format=report none.txt a.txt");
  CHECK(run.code == 2);
  CHECK(has(run.err, "none.txt: "));
  CHECK(has(run.out, "Jon Vale"));
}

TEST_CASE("detect --format=report is for reading") {
  Folder folder;
  folder.write("a.txt", kHarbour);
  Run run = run_tool(folder, "detect --rules-only --format=report a.txt");
  CHECK(run.code == 0);
  CHECK(has(run.out, "language en, who-says "));
  CHECK(has(run.out, ", rules only\n"));
  CHECK(has(run.out, "3 attributions"));
  CHECK(has(run.out, "Sources ("));
  CHECK(has(run.out, "  line 3  "));
  CHECK(has(run.out, "“The old cranes could fail in any storm”"));
  CHECK(has(run.out, "A person has to look at it."));
}

TEST_CASE("a language that is not known is said, and nothing is looked for") {
  Folder folder;
  const char* const finnish =
      "Satama suljetaan kolmeksi viikoksi toukokuussa, kertoi satamatoimisto maanantaina. Insinöörin mukaan "
      "vanhat nosturit voivat pettää missä tahansa myrskyssä, eikä kukaan tiedä hintaa.";
  Run run = run_tool(folder, "detect --format=attributions -", finnish);
  CHECK(run.code == 1);
  CHECK(has(run.err, "[unknown-language]"));
  json article = parsed(run.out)["articles"][0];
  CHECK(article["language"] == "");
  CHECK(article["attributions"].empty());
  CHECK(run_tool(folder, "detect --language=en --format=attributions -", finnish).code == 0);
}

TEST_CASE("Spanish, German and Ukrainian are known as such and read by rules alone") {
  struct {
    const char *language, *text, *source, *cue, *content;
  } const cases[] = {
      {"es",
       "La alcaldesa de Valencia, Ana Ruiz, dijo el lunes que el puente estará cerrado hasta marzo. Según el "
       "Ministerio de Transportes, las obras costarán 4 millones de euros.",
       "La alcaldesa de Valencia, Ana Ruiz; el Ministerio de Transportes", "dijo; Según",
       "que el puente estará cerrado hasta marzo; las obras costarán 4 millones de euros"},
      {"de",
       "Die Bürgermeisterin Anna Weber sagte am Montag, dass die Brücke bis März gesperrt bleibt. „Wir "
       "wussten "
       "nichts davon“, erklärte der Sprecher der Stadt.",
       "Die Bürgermeisterin Anna Weber; der Sprecher der Stadt", "sagte; erklärte",
       "dass die Brücke bis März gesperrt bleibt; Wir wussten nichts davon"},
      {"uk",
       "Мер міста Ганна Коваль заявила в понеділок, що міст буде закрито до березня. «Ми нічого не знали», — "
       "сказав речник міністерства.",
       "Мер міста Ганна Коваль; речник міністерства", "заявила; сказав",
       "що міст буде закрито до березня; Ми нічого не знали"}};
  Folder folder;
  for (const auto& c : cases) {
    CAPTURE(c.language);
    json article = parsed(run_tool(folder, "detect --format=attributions -", c.text).out)["articles"][0];
    CHECK(article["language"] == c.language);
    CHECK(article["rulesOnly"] == true);
    CHECK(words(article, "source", c.text) == c.source);
    CHECK(words(article, "cue", c.text) == c.cue);
    CHECK(words(article, "content", c.text) == c.content);
  }
}

TEST_CASE("detect --ndjson keeps the order with any number of threads") {
  Folder folder;
  std::ostringstream lines;
  for (int i = 0; i < 200; ++i)
    lines << json{{"id", i},
                  {"text", std::string(size_t(i % 7), '\n') + kHarbour},
                  {"url", "https://a.example"}}
          << (i % 5 ? "\n" : "\r\n");
  folder.write("in", lines.str());
  Run one = run_tool(folder, "detect --rules-only --format=attributions --ndjson --jobs=1 in");
  Run many = run_tool(folder, "detect --rules-only --format=attributions --ndjson --jobs=7 -", lines.str());
  CHECK(one.code == 0);
  CHECK(many.code == 0);
  CHECK(one.out == many.out);
  std::istringstream out(many.out);
  std::string line;
  for (int i = 0; i < 200; ++i) {
    REQUIRE(std::getline(out, line));
    json answer = parsed(line);
    CHECK(answer["id"] == i);
    if (i % 7 == 0) CHECK(words(answer, "cue", kHarbour) == "said; denied; said");
  }
  CHECK(!std::getline(out, line));
}

TEST_CASE("detect --ndjson gives claims, reads HTML, and takes the language of the line") {
  Folder folder;
  folder.write("in",
               json{{"id", "x"}, {"html", kHtml}, {"lang", "en-GB"}, {"url", "https://b.example"}}.dump());
  Run run = run_tool(folder, "detect --rules-only --ndjson in");
  CHECK(run.code == 0);
  json answer = parsed(run.out);
  CHECK(answer["id"] == "x");
  CHECK(answer["claims"]["article"]["url"] == "https://b.example");
  CHECK(answer["claims"]["article"]["lang"] == "en");
  folder.write("c.json", answer["claims"].dump());
  folder.write("page.html", kHtml);
  CHECK(run_tool(folder, "lint page.html c.json").code == 0);
}

TEST_CASE("detect --ndjson reports a bad line with its number and goes on") {
  Folder folder;
  folder.write(
      "in",
      "{\"id\": 1, \"text\": \"The port will close in May, the mayor of the town said on Monday.\"}\n"
      "\n"
      "{\"id\": 2, \"text\": }\n"
      "{\"id\": 3}\n"
      "{\"id\": 4, \"text\": \"  \"}\n"
      "[]\n"
      "{\"text\": \"no id\"}\n"
      "{\"id\": 6, \"text\": \"bytes \xff\"}\n"
      "{\"id\": 5, \"text\": \"It is assumed that the work of the town will cost nine million.\"}");
  Run run = run_tool(folder, "detect --ndjson --language=en --jobs=2 in");
  CHECK(run.code == 1);
  CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 2);
  CHECK(has(run.out, "{\"id\":1,"));
  CHECK(has(run.out, "{\"id\":5,"));
  CHECK(has(run.err, "in:3:19: "));
  CHECK(has(run.err, "in:4:1: "));
  CHECK(has(run.err, "in:5:1: "));
  CHECK(has(run.err, "[no-words]"));
  CHECK(has(run.err, "in:6:1: "));
  CHECK(has(run.err, "in:7:1: "));
  CHECK(has(run.err, "in:8:26: "));
  CHECK(std::count(run.err.begin(), run.err.end(), '\n') == 6);
}

TEST_CASE("calls of detect that make no sense are refused") {
  Folder folder;
  folder.write("a.txt", kHarbour);
  auto refused = [&](const char* arguments, const char* why) {
    Run run = run_tool(folder, arguments);
    CHECK_MESSAGE(run.code == 2, arguments);
    CHECK_MESSAGE(has(run.err, why), run.err);
    CHECK(run.out.empty());
  };
  refused("detect", "Expected: FILE…");
  refused("detect - -", "once only");
  refused("detect --jobs=3 a.txt", "--ndjson only");
  refused("detect --ndjson --jobs=none a.txt", "number from 1 to 256");
  refused("detect --ndjson --jobs=0 a.txt", "number from 1 to 256");
  refused("detect --ndjson --format=report a.txt", "standard output");
  refused("detect --rules-only --weights=w a.txt", "no use");
  refused("detect --weights=none a.txt", "none: ");
  refused("detect --weights=a.txt a.txt", "[not-weights]");
  refused("detect --format=xml a.txt", "takes one of");
  refused("detect --ndjson none", "none: ");
}

TEST_CASE("detect --help shows every option and examples") {
  Folder folder;
  Run run = run_tool(folder, "detect --help");
  CHECK(run.code == 0);
  for (const char* words :
       {"usage: who-says detect FILE…", "--format=claims|attributions|report", "--ndjson", "--jobs=N",
        "--rules-only", "--weights=FILE", "--language=CODE", "Exit codes:", "zcat night.ndjson.gz"})
    CHECK_MESSAGE(has(run.out, words), words);
  CHECK(has(run_tool(folder, "--help").out, "  detect    "));
}
