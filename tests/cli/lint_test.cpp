// `who-says lint`, and what all verbs share: the real tool over files of a folder.

#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/tool.h"

using nlohmann::json;
using who_says::test::Folder;
using who_says::test::project_file;
using who_says::test::Run;
using who_says::test::run_tool;

namespace {

const char* const kArticle =
    "The harbour of Lindow will close for three weeks in May, the port office said.\n"
    "\n"
    "According to the engineer Ada Brandt, the old cranes 📰 could fail in any storm.\n"
    "It is assumed that the work will cost nine million. Nobody asked.\n"
    "Jon Vale wept. He said no. Fishermen fear that the season is lost.\n"
    "Mary Vale wept. He said no. Sailors fear that the season is lost.\n";

json quote(const char* exact, const char* prefix = "", const char* suffix = "") {
  json out{{"type", "TextQuoteSelector"}, {"exact", exact}};
  if (*prefix) out["prefix"] = prefix;
  if (*suffix) out["suffix"] = suffix;
  return out;
}
json at(int start, int end) { return {{"type", "TextPositionSelector"}, {"start", start}, {"end", end}}; }
json claim(const char* id, json selectors, json more = json::object()) {
  json out{{"id", id}, {"type", "Annotation"}, {"target", {{"selector", std::move(selectors)}}}};
  out.update(more);
  return out;
}
std::string page(json items, json more = json::object()) {
  json out{{"type", "AnnotationPage"}, {"items", std::move(items)}};
  out.update(more);
  return out.dump(1);
}

/// One claim of each state.
json every_state() {
  return json::array({
      claim("urn:exact", {quote("The harbour of Lindow will close for three weeks"), at(0, 48)}),
      claim("urn:moved", {quote("the old cranes 📰 could fail in any storm", "Brandt, ", "."), at(7, 46)}),
      claim("urn:edited", {quote("It is assumed that all the work will cost eight million")}),
      claim("urn:ambiguous", {quote("He said no")}),
      claim("urn:gone", {quote("The council voted against a new bridge over the river Ems")}),
  });
}

}  // namespace

TEST_CASE("lint tells each state, with what a person needs") {
  Folder folder;
  folder.write("a.txt", kArticle);
  folder.write("c.json", page(every_state()));
  Run run = run_tool(folder, "lint a.txt c.json");
  CHECK(run.code == 1);
  CHECK(run.err.empty());
  auto has = [&](const char* words) { return run.out.find(words) != run.out.npos; };
  CHECK(has("exact      99 %  line 1     urn:exact  “The harbour"));
  CHECK(has("moved      "));
  CHECK(has("line 3     urn:moved"));
  CHECK(has("was “It is assumed that all the work will cost eight million”"));
  CHECK(has("now “It is assumed that the work will cost nine million”"));
  CHECK(has("He said no. Fishermen fear"));
  CHECK(has("    line 6: “ lost.  Mary Vale wept. He said no."));
  CHECK(has("gone                        urn:gone"));
  CHECK(has("5 claims: 1 exact, 1 moved, 1 edited, 1 ambiguous, 1 gone; 0 problems in the file\n"));
}

TEST_CASE("lint --format=json says the same to programs") {
  Folder folder;
  folder.write("a.txt", kArticle);
  folder.write("c.json", page(every_state()));
  Run run = run_tool(folder, "lint --format json a.txt c.json");
  json all = json::parse(run.out, nullptr, false);
  REQUIRE(all.is_object());
  CHECK(all["counts"] == json{{"exact", 1}, {"moved", 1}, {"edited", 1}, {"ambiguous", 1}, {"gone", 1}});
  CHECK(all["claims"][0]["range"] == json::array({0, 48}));
  // Code points: the sign before it is one.
  CHECK(all["claims"][1]["range"] == json::array({118, 158}));
  CHECK(all["claims"][2]["now"] == "It is assumed that the work will cost nine million");
  CHECK(all["claims"][3]["candidates"].size() == 2);
  CHECK(all["claims"][4]["range"].is_null());
  CHECK(all["claims"][4]["line"].is_null());
  CHECK(all["problems"].empty());
}

TEST_CASE("lint --fix writes new selectors where words are unchanged, and touches nothing else") {
  Folder folder;
  folder.write("a.txt", kArticle);
  json items = every_state();
  items[1]["x-desk"] = {{"checked", true}};
  items[1]["target"]["selector"][0]["x-colour"] = "blue";
  items[2]["target"]["selector"].push_back(at(3, 9));
  folder.write("c.json",
               page(items, {{"x-paper", "Lindow Post"}, {"article", {{"hash", "0"}, {"x-page", 4}}}}));
  std::filesystem::permissions(folder.path("c.json"), std::filesystem::perms(0640));
  Run run = run_tool(folder, "lint --fix a.txt c.json");
  CHECK(run.code == 1);
  CHECK(run.out.find("; 2 selectors written anew\n") != run.out.npos);
  CHECK(folder.list() == "a.txt, c.json");
  CHECK(std::filesystem::status(folder.path("c.json")).permissions() == std::filesystem::perms(0640));

  json now = json::parse(folder.read("c.json"), nullptr, false);
  REQUIRE(now.is_object());
  CHECK(now["x-paper"] == "Lindow Post");
  CHECK(now["article"] == json{{"hash", "0"}, {"x-page", 4}});
  const json& moved = now["items"][1];
  CHECK(moved["x-desk"] == json{{"checked", true}});
  CHECK(moved["target"]["selector"][0]["x-colour"] == "blue");
  CHECK(moved["target"]["selector"][0]["prefix"] == "ing to the engineer Ada Brandt, ");
  CHECK(moved["target"]["selector"][1] == at(118, 158));
  for (int i : {2, 3, 4}) CHECK(now["items"][i]["target"] == items[i]["target"]);

  // Once more there is nothing to write, and so nothing is.
  std::string before = folder.read("c.json");
  Run again = run_tool(folder, "lint --fix a.txt c.json");
  CHECK(again.out.find("written anew") == again.out.npos);
  CHECK(again.out.find("2 exact, 0 moved") != again.out.npos);
  CHECK(folder.read("c.json") == before);
}

TEST_CASE("when all claims stand, --fix brings the hash up to date and follows a link to the file") {
  Folder folder;
  folder.write("a.txt", kArticle);
  folder.write("real.json", page({every_state()[1]}, {{"article", {{"hash", "0"}}}}));
  std::filesystem::create_symlink("real.json", folder.path("c.json"));
  CHECK(run_tool(folder, "lint --fix a.txt c.json").code == 0);
  CHECK(std::filesystem::is_symlink(folder.path("c.json")));
  json now = json::parse(folder.read("real.json"), nullptr, false);
  CHECK(now["article"]["hash"].get<std::string>().size() == 16);
  CHECK(now["items"][0]["target"]["selector"][1] == at(118, 158));
}

TEST_CASE("a file that cannot be written stays whole") {
  Folder folder;
  folder.write("a.txt", kArticle);
  std::filesystem::create_directory(folder.path("shut"));
  std::string file = page(every_state());
  folder.write("shut/c.json", file);
  std::filesystem::permissions(folder.path("shut"), std::filesystem::perms(0500));
  Run run = run_tool(folder, "lint --fix a.txt shut/c.json");
  std::filesystem::permissions(folder.path("shut"), std::filesystem::perms(0700));
  if (run.code == 1) return;  // root may write everywhere
  CHECK(run.code == 2);
  CHECK(run.err.find("shut/c.json: This file cannot be written. [unwritable]") != run.err.npos);
  CHECK(folder.read("shut/c.json") == file);
}

TEST_CASE("problems of the file go to standard error with their place") {
  Folder folder;
  folder.write("a.txt", kArticle);
  json good = every_state()[0];
  good["sourcing"] = {{"scope", "wide"}};
  good["body"] = {{{"type", "List"}, {"purpose", "linking"}, {"items", {{{"source", "#nobody"}}}}}};
  folder.write("c.json", page({good, 7}));
  Run run = run_tool(folder, "lint a.txt c.json");
  CHECK(run.code == 1);
  CHECK(run.err.find("c.json#/items/0/sourcing/scope: ") != run.err.npos);
  CHECK(run.err.find("[unknown-word]") != run.err.npos);
  CHECK(run.err.find("\"nobody\"") != run.err.npos);
  CHECK(run.err.find("[unknown-source]") != run.err.npos);
  CHECK(run.err.find("c.json#/items/1: ") != run.err.npos);
  CHECK(run.out.find("1 claim: 1 exact, 0 moved, 0 edited, 0 ambiguous, 0 gone; 3 problems in the file") !=
        run.out.npos);
  json all = json::parse(run_tool(folder, "lint --format=json a.txt c.json").out, nullptr, false);
  CHECK(all["problems"].size() == 3);
  CHECK(all["problems"][0]["where"] == "/items/0/sourcing/scope");
}

TEST_CASE("files that cannot be read: 2, with the place") {
  Folder folder;
  folder.write("a.txt", kArticle);
  folder.write("bad.json", "{\n  \"items\": [,]\n}\n");
  folder.write("list.json", "7");
  folder.write("latin.txt", "caf\xE9");
  folder.write("empty.html", "<article></article>");
  auto fails = [&](const std::string& arguments, const std::string& words) {
    Run run = run_tool(folder, arguments);
    CHECK_MESSAGE(run.code == 2, arguments);
    CHECK(run.out.empty());
    CHECK_MESSAGE(run.err.find(words) != run.err.npos, run.err);
  };
  fails("lint a.txt bad.json", "bad.json:2:13: This file is not JSON");
  fails("lint a.txt none.json", "none.json: This file cannot be opened");
  fails("lint none.txt bad.json", "none.txt: This file cannot be opened");
  fails("lint . bad.json", "[unreadable]");
  fails("lint a.txt list.json", "list.json: This file holds no annotations");
  fails("lint latin.txt list.json", "latin.txt: This article is not UTF-8");
  fails("lint empty.html list.json", "[no-words]");
  fails("lint empty.html --article='#x' list.json", "[no-article]");
  fails("lint empty.html --article='p > q' list.json", "[wrong-selector]");
}

TEST_CASE("standard input, for either file") {
  Folder folder;
  std::string html = "<!doctype html><nav>Home</nav><div id=story><p>Two cranes fell in March.</div>";
  std::string claims = page({claim("urn:a", quote("Two cranes fell"))});
  folder.write("c.json", claims);
  folder.write("a.html", html);
  CHECK(run_tool(folder, "lint - c.json --article '#story'", html).code == 0);
  CHECK(run_tool(folder, "lint a.html -", claims).code == 0);
  CHECK(run_tool(folder, "lint --fix a.html -", claims).code == 2);
  CHECK(run_tool(folder, "lint - -", claims).code == 2);
}

TEST_CASE("the sample: all claims stand in the text and on the page") {
  Folder folder;
  const char* name = "assets/articles/pyongyang-moscow.claims.json";
  std::string claims = WHO_SAYS_SOURCE_DIR "/" + std::string(name);
  std::string n = std::to_string(json::parse(project_file(name), nullptr, false)["items"].size());
  std::string all = n + " claims: " + n + " exact,";
  Run text = run_tool(folder, "lint " WHO_SAYS_SOURCE_DIR "/assets/articles/pyongyang-moscow.txt " + claims);
  CHECK(text.code == 0);
  CHECK(text.out.find(all) != text.out.npos);
  // The page as web/pages makes it.
  std::string lines = project_file("assets/articles/pyongyang-moscow.txt"), html = "<main><article>\n<p>";
  for (char c : lines.substr(0, lines.find_last_not_of('\n') + 1))
    html += c == '\n' ? "</p>\n<p>" : c == '&' ? "&amp;" : std::string(1, c);
  folder.write("page.html", html + "</p></article></main>");
  Run page = run_tool(folder, "lint page.html " + claims);
  CHECK(page.code == 0);
  CHECK(page.out.find(all) != page.out.npos);
}

TEST_CASE("help, version, wrong calls") {
  Folder folder;
  Run help = run_tool(folder, "--help");
  CHECK(help.code == 0);
  for (const char* verb : {"lint", "convert", "anchor"}) {
    CHECK(help.out.find(std::string("  ") + verb + " ") != help.out.npos);
    Run one = run_tool(folder, std::string(verb) + " --help");
    CHECK(one.code == 0);
    CHECK(one.out.find(std::string("usage: who-says ") + verb) == 0);
    CHECK(one.out.find(std::string("\n  who-says ") + verb) != one.out.npos);
    CHECK(one.out.find("Exit codes: 0") != one.out.npos);
  }
  CHECK(run_tool(folder, "--version").out == "who-says " WHO_SAYS_VERSION "\n");
  for (const char* wrong :
       {"", "dance", "lint", "lint a", "lint a b c", "lint a b --dance", "lint a b --fix=yes",
        "lint a b --format", "lint a b --format=xml", "lint -x a b", "convert", "convert - -o",
        "convert --to=turtle -", "convert - --element=p", "convert - --article=-", "anchor a b"}) {
    Run run = run_tool(folder, wrong);
    CHECK_MESSAGE(run.code == 2, wrong);
    CHECK(run.out.empty());
    CHECK_FALSE(run.err.empty());
  }
  // What begins with a dash is a file after "--".
  CHECK(run_tool(folder, "lint -- -a -b").err.find("-a: This file cannot be opened") == 0);
}

TEST_CASE("anchor answers line by line") {
  Folder folder;
  std::string lines = R"({"selector": {"exact": "the port"}, "doc": "📰 They closed the port."})"
                      "\n\n"
                      R"({"selector": {"exact": "a bridge of stone"}, "doc": "Nothing."})"
                      "\n";
  Run run = run_tool(folder, "anchor -", lines);
  CHECK(run.code == 0);
  size_t end = run.out.find('\n');
  json first = json::parse(run.out.substr(0, end), nullptr, false),
       second = json::parse(run.out.substr(end), nullptr, false);
  CHECK(first["state"] == "exact");
  CHECK(first["start"] == 14);
  CHECK(second["state"] == "gone");
  CHECK(second["start"].is_null());
  folder.write("bad.jsonl", "\n{}");
  Run bad = run_tool(folder, "anchor --explain bad.jsonl");
  CHECK(bad.code == 1);
  CHECK(bad.err.find("bad.jsonl:2: ") == 0);
}
