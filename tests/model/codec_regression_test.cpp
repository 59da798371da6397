// Bugs of the reader and writer of claims files, one case each.

#include "model/loading.h"

using namespace who_says;
using nlohmann::json;

namespace {

json page_with(const std::string& members) {
  return saved(R"({"type":"AnnotationPage",)" + members + R"(,"items":[]})", depot_article);
}
/// The first annotation, saved, of a page with one about the word "carts".
json annotation_with(const std::string& members, const std::string& page = "") {
  return saved(
      R"({"type":"AnnotationPage",)" + page + R"("items":[{"id":"a","type":"Annotation",)" + members +
          R"(,"target":{"source":"http://x/","selector":{"type":"TextQuoteSelector","exact":"carts"}}}]})",
      depot_article)["items"][0];
}
json target_with(const std::string& target) {
  return saved(R"([{"id":"a","type":"Annotation","target":)" + target + "}]",
               depot_article)["items"][0]["target"];
}
bool has(const json& list, const json& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

TEST_CASE("regression: the program that made a foreign page was replaced by ours") {
  json out = page_with(R"("generator":{"name":"Pen","homepage":"http://p/"})");
  REQUIRE(out["generator"].is_array());
  CHECK(out["generator"][0]["name"] == "Who Says");
  CHECK(out["generator"][1]["homepage"] == "http://p/");
  CHECK(saved(out.dump(), depot_article)["generator"] == out["generator"]);
}

TEST_CASE("regression: a foreign page's own context was lost, and with it what its terms mean") {
  json out =
      page_with(R"("@context":["http://www.w3.org/ns/anno.jsonld",{"ex":"http://e/"}],"ex:mood":"calm")");
  CHECK(has(out["@context"], json{{"ex", "http://e/"}}));
  CHECK(saved(out.dump(), depot_article)["@context"] == out["@context"]);
}

TEST_CASE("regression: annotations of a collection or of rows were written twice") {
  for (const char* shape : {R"({"type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[)",
                            R"({"x":{"y":1},"rows":[)"}) {
    std::string end = std::string(shape).find("rows") == std::string::npos ? "]}}" : "]}";
    json out = saved(shape + std::string(R"({"id":"a","type":"Annotation","target":"http://x/"})") + end,
                     depot_article);
    CHECK(out["items"].size() == 1);
    CHECK_FALSE(out.contains("rows"));
    CHECK_FALSE(out.contains("first"));
  }
}

TEST_CASE("regression: a target that is no text came back as a text") {
  CHECK(target_with(R"({"id":"http://x/","type":"Video"})") == json{{"id", "http://x/"}, {"type", "Video"}});
  CHECK(target_with(R"({"source":"http://x/"})") == json{{"source", "http://x/"}});
}

TEST_CASE("regression: of a target's source that is an object only the id came back") {
  json out = target_with(
      R"({"source":{"id":"http://x/","type":"Text"},"selector":{"type":"TextQuoteSelector","exact":"carts"}})");
  CHECK(out["source"]["type"] == "Text");
}

TEST_CASE("regression: a target without meaning was lost") {
  CHECK(target_with("5") == 5);
  CHECK(target_with(R"(["http://x/",5])") == json::array({"http://x/", 5}));
  json none = saved(R"([{"id":"a","type":"Annotation"}])", depot_article);
  CHECK_FALSE(none["items"][0].contains("target"));
}

TEST_CASE("regression: an image before the words of a text was taken for the claim") {
  Loaded all = loaded(
      R"([{"type":"Annotation","target":[{"source":"http://i/","selector":{"type":"FragmentSelector","value":"xywh=1"}},
                                       {"source":"http://x/","selector":[{"type":"TextQuoteSelector","exact":"carts"}]}]}])",
      depot_article);
  CHECK(all.document.claims[0]->selector.exact == u"carts");
}

TEST_CASE("regression: a position beyond the text was moved to its end on saving") {
  json out = target_with(
      R"({"selector":[{"type":"TextQuoteSelector","exact":"carts"},{"type":"TextPositionSelector","start":900,"end":905}]})");
  CHECK(out["selector"][1]["start"] == 900);
  CHECK(out["selector"][1]["end"] == 905);
}

TEST_CASE("regression: the kind of a source of an own kind was written once more at each save") {
  std::string page =
      R"("kinds":[{"id":"union","label":"Union","parent":"ngo-advocacy"}],"sources":[{"id":"u","name":"U","kind":"union"}],)";
  json once =
      annotation_with(R"("body":[{"type":"SpecificResource","purpose":"identifying","source":"#u"}])", page);
  json twice = annotation_with("\"body\":" + once["body"].dump(), page);
  CHECK(once["body"].size() == 3);
  CHECK(once["body"] == twice["body"]);
}

TEST_CASE("regression: only one of several sources, chains or kinds that bodies name was kept") {
  json body = annotation_with(
      R"("body":[{"type":"SpecificResource","purpose":"identifying","source":"#a"},{"type":"SpecificResource","purpose":"identifying","source":"#b"},
                 {"type":"TextualBody","purpose":"classifying","value":"diplomat"},{"type":"TextualBody","purpose":"classifying","value":"military"},
                 {"type":"List","purpose":"linking","id":"http://l/","items":[{"source":"#c"}]},{"type":"List","purpose":"linking","items":[{"source":"#d"}]}])")
      ["body"];
  std::string all = body.dump();
  for (const char* wanted : {"#a", "#b", "#c", "#d", "diplomat", "military", "http://l/"})
    CHECK_MESSAGE(all.find(wanted) != std::string::npos, wanted);
}

TEST_CASE("regression: the address of something elsewhere became a source of this file") {
  json body = annotation_with(
      R"("body":[{"type":"List","purpose":"linking","items":[{"source":"http://people/x"}]}])")["body"];
  CHECK(body[0]["items"][0]["source"] == "http://people/x");
}

TEST_CASE("regression: a chain lost the steps that could not be read") {
  json body =
      annotation_with(R"("body":[{"type":"List","purpose":"linking","items":[{"source":"#a"},5]}])")["body"];
  CHECK(body[0]["items"] == json::parse(R"([{"source":"#a"},5])"));
}

TEST_CASE("regression: a link or parent that is no word of the set was replaced by the default") {
  json body = annotation_with(
      R"("body":[{"type":"List","purpose":"linking","items":[{"source":"#a","link":"guess"}]}])")["body"];
  CHECK(body.back()["items"][0]["link"] == "guess");
  CHECK(page_with(R"("kinds":[{"id":"k","parent":"nobody"}])")["kinds"][0]["parent"] == "nobody");
}

TEST_CASE("regression: several purposes of a body were lost") {
  json body = annotation_with(
      R"("body":{"type":"TextualBody","purpose":["commenting","tagging"],"value":"v"})")["body"];
  CHECK(body[0]["purpose"] == json::array({"commenting", "tagging"}));
}

TEST_CASE("regression: a body without a purpose, or a tag, came back as a comment") {
  json body =
      annotation_with(R"("motivation":"describing","body":{"type":"TextualBody","value":"v"})")["body"];
  CHECK(body[0] == json{{"type", "TextualBody"}, {"value", "v"}});
  json tag = annotation_with(R"("motivation":"tagging","bodyValue":"port")");
  CHECK(tag["bodyValue"] == "port");
  CHECK_FALSE(tag.contains("body"));
}

TEST_CASE("regression: an annotation without a motivation came back as a highlight") {
  CHECK_FALSE(annotation_with(R"("rights":"CC0")").contains("motivation"));
}

TEST_CASE("regression: an own note without text was lost") {
  json body = annotation_with(R"("body":{"type":"TextualBody","purpose":"bookmarking","value":5})")["body"];
  CHECK(body[0]["value"] == 5);
}

TEST_CASE("regression: of a remark's author only a name was read, or nothing") {
  std::string body =
      R"("body":{"type":"TextualBody","purpose":"commenting","value":"v","creator":{"id":"http://p/","name":"Ann"}})";
  Loaded all = loaded("[{\"type\":\"Annotation\",\"target\":\"http://x/\"," + body + "}]", depot_article);
  CHECK(all.document.claims[0]->remarks[0].creator == "Ann");
  CHECK(annotation_with(body)["body"][0]["creator"]["id"] == "http://p/");
}

TEST_CASE("regression: evidence and missing facts that are not understood were lost beside others") {
  json sourcing =
      annotation_with(R"("sourcing":{"evidence":["number","rumour"],"notStated":["when",7]})")["sourcing"];
  CHECK(sourcing["evidence"] == json::array({"number", "rumour"}));
  CHECK(sourcing["notStated"] == json::array({"when", 7}));
}

TEST_CASE("regression: members of aliases, and removed ids that are no text, were lost") {
  json out = page_with(
      R"("sources":[{"id":"s","name":"S","aliases":[{"name":"it","lang":"ko"},{"reason":"r"}]}],"removed":["a",1])");
  CHECK(out["sources"][0]["aliases"] == json::parse(R"([{"name":"it","lang":"ko"},{"reason":"r"}])"));
  CHECK(out["removed"] == json::array({"a", 1}));
}

TEST_CASE("regression: list entries that are no annotations, and those over the limit, were lost") {
  json out = saved(R"({"items":[5,{"id":"a","type":"Annotation","target":"http://x/"},{"name":"n"}]})",
                   depot_article);
  CHECK(out["items"].size() == 3);
  Limits limits;
  limits.annotations = 1;
  Result<Loaded> cut = read_claims(
      R"([{"id":"a","type":"Annotation","target":"http://x/"},{"id":"b","type":"Annotation","target":"http://x/"}])",
      depot_article, limits);
  CHECK(json::parse(write_claims(cut.value().document, depot_article))["items"][1]["id"] == "b");
}

TEST_CASE("regression: a deep annotation could be saved, but not opened again") {
  std::string deep;
  for (int i = 0; i < 70; ++i) deep = R"({"a":[)" + deep + "]}";
  for (size_t depth = 60; depth < 75; ++depth) {
    Limits limits;
    limits.depth = depth;
    Result<Loaded> bare =
        read_claims(R"({"type":"Annotation","target":"http://x/","x":)" + deep + "}", depot_article, limits);
    if (bare)
      CHECK(read_claims(write_claims(bare.value().document, depot_article), depot_article, limits).ok());
    CHECK(bare.ok() == (depth >= 72));
  }
}

TEST_CASE("regression: very many ids that are the same took minutes") {
  std::string list = "[";
  for (int i = 0; i < 20000; ++i) list += R"({"id":"a","type":"Annotation","target":"http://x/"},)";
  list.back() = ']';
  CHECK(loaded(list, depot_article).document.claims.size() == 20000);
}

TEST_CASE("regression: an object of very many members took minutes") {
  std::string object = "{";
  for (int i = 0; i < 100000; ++i) object += "\"" + std::to_string(i) + "\":1,";
  object.back() = '}';
  Result<Loaded> read = read_claims(object, depot_article);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().code == "too-many");
}
