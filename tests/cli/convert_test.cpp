// `who-says convert`: the real tool over files of a folder.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "cli/tool.h"

using nlohmann::json;
using who_says::test::Folder;
using who_says::test::project_file;
using who_says::test::Run;
using who_says::test::run_tool;

namespace {

/// What another tool may have written: all of it standard.
const json kForeign = {
    {"@context", "http://www.w3.org/ns/anno.jsonld"},
    {"id", "http://x/anno/1"},
    {"type", "Annotation"},
    {"motivation", "commenting"},
    {"creator", {{"id", "http://x/ada"}, {"type", "Person"}, {"name", "Ada"}}},
    {"created", "2026-01-02T03:04:05Z"},
    {"rights", "http://x/cc0"},
    {"target",
     {{"source", "http://x/story"},
      {"selector",
       {{{"type", "TextQuoteSelector"}, {"exact", "cranes"}, {"prefix", "old "}},
        {{"type", "CssSelector"},
         {"value", "#p2"},
         {"refinedBy", {{"type", "FragmentSelector"}, {"value", "x"}}}}}}}},
    {"body",
     {{{"type", "TextualBody"},
       {"purpose", "commenting"},
       {"value", "Who says so?"},
       {"format", "text/plain"}},
      {{"type", "TextualBody"}, {"purpose", "tagging"}, {"value", "port"}},
      {{"id", "http://x/photo"}, {"type", "Image"}, {"format", "image/png"}}}},
};

json parsed(const Run& run) {
  json out = json::parse(run.out, nullptr, false);
  REQUIRE_MESSAGE(!out.is_discarded(), run.out << run.err);
  return out;
}
std::vector<std::string> texts(const json& annotation, const char* purpose) {
  std::vector<std::string> out;
  for (const json& body : annotation["body"])
    if (body.value("purpose", "") == purpose) out.push_back(body.value("value", ""));
  return out;
}

}  // namespace

TEST_CASE("every outer shape becomes a claims file, and foreign annotations come back as they were") {
  Folder folder;
  json bare = kForeign, inner = kForeign;
  inner.erase("@context");
  const char* context = "http://www.w3.org/ns/anno.jsonld";
  json page{{"@context", context}, {"type", "AnnotationPage"}, {"items", {inner}}};
  json collection{{"@context", context},
                  {"type", "AnnotationCollection"},
                  {"first", {{"type", "AnnotationPage"}, {"items", {inner}}}}};
  for (const json& shape : {bare, page, collection, json::array({inner})}) {
    CAPTURE(shape.dump());
    Run claims = run_tool(folder, "convert -", shape.dump());
    CHECK(claims.code == 0);
    CHECK(claims.err.empty());
    json file = parsed(claims);
    CHECK(file["type"] == "AnnotationPage");
    CHECK(file["items"].size() == 1);
    Run back = run_tool(folder, "convert --to annotations -", claims.out);
    CHECK(back.code == 0);
    json plain = parsed(back);
    CHECK(plain["@context"] == context);
    json item = plain["items"][0];
    item.erase("@context");
    CHECK(item == inner);
  }
}

TEST_CASE("rows of Hypothesis: comment and tags become bodies") {
  Folder folder;
  json row{{"id", "x1"},
           {"user", "acct:a@x"},
           {"uri", "http://x/story"},
           {"text", "Who says so?"},
           {"tags", {"port", "cranes"}},
           {"target",
            {{{"source", "http://x/story"},
              {"selector",
               {{{"type", "RangeSelector"}, {"startContainer", "/p[1]"}, {"startOffset", 4}},
                {{"type", "TextPositionSelector"}, {"start", 4}, {"end", 10}},
                {{"type", "TextQuoteSelector"}, {"exact", "cranes"}}}}}}}};
  Run claims = run_tool(folder, "convert -", json{{"total", 1}, {"rows", {row}}}.dump());
  CHECK(claims.code == 0);
  CHECK(parsed(claims)["items"][0]["tags"] == json{"port", "cranes"});
  json item = parsed(run_tool(folder, "convert --to=annotations -", claims.out))["items"][0];
  CHECK(texts(item, "commenting") == std::vector<std::string>{"Who says so?"});
  CHECK(texts(item, "tagging") == std::vector<std::string>{"port", "cranes"});
  CHECK_FALSE(item.contains("user"));
  CHECK(item["target"]["selector"].size() == 2);
  CHECK(item["target"]["source"] == "http://x/story");
}

TEST_CASE("a claims file for other tools: who is behind a claim, in standard bodies") {
  Folder folder;
  std::string sample = WHO_SAYS_SOURCE_DIR "/assets/articles/pyongyang-moscow.claims.json";
  Run run = run_tool(folder, "convert --to=annotations -o out.json " + sample);
  CHECK(run.code == 0);
  CHECK(run.out.empty());
  json plain = json::parse(folder.read("out.json"), nullptr, false);
  json source = json::parse(project_file("assets/articles/pyongyang-moscow.claims.json"), nullptr, false);
  REQUIRE(plain["items"].size() == source["items"].size());
  for (const char* own : {"sources", "article", "kinds", "independence", "generator"})
    CHECK_FALSE(plain.contains(own));
  CHECK(plain.dump().find("sourcing") == std::string::npos);
  CHECK(plain.dump().find("\"#") == std::string::npos);
  for (size_t i = 0; i < plain["items"].size(); ++i) {
    CHECK(plain["items"][i]["target"] == source["items"][i]["target"]);
    CHECK_FALSE(plain["items"][i].contains("status"));
  }
  auto by_wi = std::find_if(plain["items"].begin(), plain["items"].end(), [](const json& item) {
    return texts(item, "identifying") == std::vector<std::string>{"Wi Song Lak"};
  });
  REQUIRE(by_wi != plain["items"].end());
  CHECK(texts(*by_wi, "classifying") == std::vector<std::string>{"diplomat"});
  CHECK(texts(*by_wi, "linking")[0].find("The Korea Herald (cites) → Wi Song Lak (") == 0);
  std::vector<std::string> tags = texts(*by_wi, "tagging");
  CHECK(std::find(tags.begin(), tags.end(), "scope: explicit") != tags.end());
}

TEST_CASE("what the engine suggests stays a suggestion for other tools") {
  Folder folder;
  json item{{"id", "urn:s"},
            {"type", "Annotation"},
            {"target", {{"selector", {{"type", "TextQuoteSelector"}, {"exact", "a"}}}}},
            {"status", "suggested"},
            {"sourcing", {{"confidence", 0.5}, {"notStated", {"when he said it"}}}}};
  json plain = parsed(run_tool(folder, "convert --to=annotations -", item.dump()))["items"][0];
  CHECK(texts(plain, "tagging") == std::vector<std::string>{"status: suggested", "confidence: 0.5"});
  CHECK(texts(plain, "commenting") == std::vector<std::string>{"Not stated: when he said it"});
}

TEST_CASE("--article adds context and position where they are missing") {
  Folder folder;
  folder.write("a.html",
               "<article><p>📰 Old cranes fell, the old cranes of Lindow.</p></article><div class=b>no</div>");
  auto quote = [](const char* id, json selector) {
    return json{{"id", id}, {"type", "Annotation"}, {"target", {{"selector", std::move(selector)}}}};
  };
  json full = {{{"type", "TextQuoteSelector"}, {"exact", "cranes"}, {"prefix", "Old "}, {"suffix", " fell"}},
               {{"type", "TextPositionSelector"}, {"start", 6}, {"end", 12}}};
  json items = {quote("urn:bare", {{{"type", "TextQuoteSelector"}, {"exact", "the old cranes of"}}}),
                quote("urn:full", full),
                quote("urn:gone", {{{"type", "TextQuoteSelector"}, {"exact", "a bridge of solid stone"}}}),
                quote("urn:place", {{{"type", "TextPositionSelector"}, {"start", 2}, {"end", 5}}})};
  folder.write("in.json", items.dump());
  Run run = run_tool(folder, "convert in.json --article a.html");
  CHECK(run.code == 1);
  CHECK(run.err.find("in.json: The words of urn:gone do not stand in the article") != std::string::npos);
  json out = parsed(run)["items"];
  CHECK(out[0]["target"]["selector"][0]["prefix"] == "📰 Old cranes fell, ");
  CHECK(out[0]["target"]["selector"][1] ==
        json{{"type", "TextPositionSelector"}, {"start", 19}, {"end", 36}});
  CHECK(out[1]["target"]["selector"] == full);
  CHECK(out[2]["target"] == items[2]["target"]);
  CHECK(out[3]["target"]["selector"][0]["exact"] == "Old");
  CHECK(run_tool(folder, "convert in.json --article a.html --element=.b").err.find("urn:bare") !=
        std::string::npos);
}

TEST_CASE("what is good is written in spite of problems; without JSON nothing is") {
  Folder folder;
  Run run = run_tool(folder, "convert - -o out.json", json::array({kForeign, 5}).dump());
  CHECK(run.code == 1);
  CHECK(run.err.find("standard input#/1: ") == 0);
  CHECK(json::parse(folder.read("out.json"), nullptr, false)["items"].size() == 2);
  folder.write("out.json", "before");
  Run bad = run_tool(folder, "convert - -o out.json", "{\"a\":\n}");
  CHECK(bad.code == 2);
  CHECK(bad.err.find("standard input:2:1: ") == 0);
  CHECK(folder.read("out.json") == "before");
  CHECK(run_tool(folder, "convert - -o none/out.json", kForeign.dump()).code == 2);
}
