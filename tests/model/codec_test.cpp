#include "model/codec.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace who_says;
using nlohmann::json;

namespace {

const std::u16string article = u"📰 Wi argues that Russian deliveries could help. The service pays $2,000.";

Loaded good(const std::string& text, std::u16string_view of = article) {
  Result<Loaded> loaded = read_claims(text, of);
  REQUIRE_MESSAGE(loaded.ok(), loaded.error().message);
  return std::move(loaded.value());
}
Error bad(const std::string& text, const Limits& limits = {}) {
  Result<Loaded> loaded = read_claims(text, article, limits);
  REQUIRE_FALSE(loaded.ok());
  return loaded.error();
}
std::string quote(const char* words) {
  return std::string(R"({"type":"TextQuoteSelector","exact":")") + words + "\"}";
}
std::string annotation(const std::string& selector, const std::string& more = "") {
  return R"({"id":"a","type":"Annotation","target":{"source":"http://x/","selector":)" + selector + "}" +
         more + "}";
}

}  // namespace

TEST_CASE("every outer shape of W3C annotations is read") {
  std::string one = annotation(quote("Russian deliveries"));
  for (const std::string& text :
       {one, "[" + one + "]", R"({"type":"AnnotationPage","items":[)" + one + "]}",
        R"({"type":"AnnotationCollection","first":{"type":"AnnotationPage","items":[)" + one + "]}}"}) {
    Loaded loaded = good(text);
    REQUIRE(loaded.document.claims.size() == 1);
    CHECK(loaded.document.claims[0]->selector.exact == u"Russian deliveries");
    CHECK(loaded.document.claims[0]->target == "http://x/");
    CHECK(loaded.problems.empty());
  }
}

TEST_CASE("targets: strings, lists, positions alone") {
  Loaded page = good(R"({"type":"Annotation","id":"p","target":"http://x/"})");
  CHECK(page.document.claims[0]->target == "http://x/");
  CHECK(page.problems[0].code == "no-words");
  Loaded list =
      good(R"({"type":"Annotation","target":[{"source":"http://x/","selector":[)" + quote("Wi") + "]}]}");
  CHECK(list.document.claims[0]->selector.exact == u"Wi");
  Loaded position = good(annotation(R"({"type":"TextPositionSelector","start":2,"end":4})"));
  CHECK(position.document.claims[0]->selector.exact == u"Wi");
}

TEST_CASE("positions are code points in the file and UTF-16 inside") {
  Loaded loaded =
      good(annotation("[" + quote("Wi") + R"(,{"type":"TextPositionSelector","start":2,"end":4}])"));
  CHECK(*loaded.document.claims[0]->selector.position == Range{3, 5});
  json out = json::parse(write_claims(loaded.document, article));
  CHECK(out["items"][0]["target"]["selector"][1]["start"] == 2);
}

TEST_CASE("bodies become sources, chains, remarks and notes") {
  Loaded loaded = good(
      R"({"type":"AnnotationPage","sources":[{"id":"h","name":"Herald","kind":"news-outlet"},{"id":"w","name":"Wi","kind":"diplomat","office":"former"}],"items":[)" +
      annotation(
          quote("Russian deliveries"),
          R"(,"body":[{"type":"List","purpose":"linking","items":[{"type":"SpecificResource","source":"#h","link":"explicit","cue":"cites"},
                       {"type":"SpecificResource","source":"#w","link":"uncertain"}]},{"type":"TextualBody","purpose":"questioning","value":"Why?","basis":"outside-text"},
                       {"type":"TextualBody","purpose":"bookmarking","value":"mine"}],"sourcing":{"scope":"blanket","evidence":["number"],"confidence":0.5},"status":"suggested")") +
      "]}");
  const Claim& c = *loaded.document.claims[0];
  REQUIRE(c.chain.size() == 2);
  CHECK(c.chain[0].cue == "cites");
  CHECK(c.chain[1].link == ChainLink::uncertain);
  CHECK(origin_of(loaded.document, c)->name == "Wi");
  CHECK(hue_of(loaded.document, c) == Hue::former);
  CHECK(c.remarks[0].question);
  CHECK(c.remarks[0].basis == Basis::outside_text);
  CHECK(c.note == "mine");
  CHECK(c.scope == Scope::blanket);
  CHECK(c.evidence == std::vector<Evidence>{Evidence::number});
  CHECK(c.confidence == 0.5);
  CHECK(c.status == Status::suggested);
}

TEST_CASE("what is not understood survives a load and a save, at every level") {
  std::string text =
      R"({"type":"AnnotationPage","x":1,"article":{"title":"T","y":[2]},"sources":[{"id":"s","name":"S","z":{"a":null}}],"items":[{
    "id":"a","type":"Annotation","motivation":"describing","creator":{"type":"Person","name":"Ann","email":"a@x"},"rights":"CC0",
    "target":{"source":"http://x/","state":{"type":"TimeState"},"selector":[{"type":"TextQuoteSelector","exact":"Wi","refinedBy":{"q":1}},{"type":"XPathSelector","value":"/p"}]},
    "body":[{"type":"TextualBody","purpose":"tagging","value":"t"},"http://y/",{"type":"TextualBody","purpose":"commenting","value":"c","format":"text/plain"}],
    "sourcing":{"scope":"explicit","mood":"grey"}}]})";
  json out = json::parse(write_claims(good(text).document, article));
  CHECK(out["x"] == 1);
  CHECK(out["article"]["y"] == json::array({2}));
  CHECK(out["sources"][0]["z"] == json{{"a", nullptr}});
  const json& a = out["items"][0];
  CHECK(a["motivation"] == "describing");
  CHECK(a["creator"]["email"] == "a@x");
  CHECK(a["rights"] == "CC0");
  CHECK(a["target"]["state"]["type"] == "TimeState");
  CHECK(a["target"]["selector"][0]["refinedBy"]["q"] == 1);
  CHECK(a["target"]["selector"][1]["type"] == "XPathSelector");
  CHECK(a["sourcing"]["mood"] == "grey");
  CHECK(a.dump().find("tagging") != std::string::npos);
  CHECK(a.dump().find("http://y/") != std::string::npos);
  CHECK(a.dump().find("text/plain") != std::string::npos);
}

TEST_CASE("saving what was loaded changes nothing") {
  std::string once = write_claims(
      good(R"([{"type":"Annotation","bodyValue":"why","target":{"source":"http://x/","selector":)" +
           quote("Wi") + "}}]")
          .document,
      article);
  CHECK(write_claims(good(once).document, article) == once);
}

TEST_CASE("bad files say what and where") {
  Error e = bad("{\n  \"items\": [,]\n}");
  CHECK(e.code == "not-json");
  CHECK(e.where == "line 2, column 13");
  CHECK(bad("\"words\"").code == "wrong-shape");
  CHECK(bad("{\"a\":\"\xFF\"}").code == "not-utf8");
  CHECK(bad(std::string(100, '['), {16u << 20, 64, 10}).code == "too-deep");
  CHECK(bad("[1,2,3]   ", {5, 64, 10}).code == "too-large");
}

TEST_CASE("what is good in a bad file is kept, and the rest is pointed at") {
  Loaded loaded =
      good(R"({"type":"AnnotationPage","sources":[{"id":"s","name":"S","kind":"spy"},7],"items":[5,)" +
           annotation(quote("Wi"), R"(,"status":"maybe")") + R"(,{"type":"Annotation"}]})");
  CHECK(loaded.document.claims.size() == 2);
  CHECK(loaded.document.sources.size() == 1);
  std::string places;
  for (const Error& p : loaded.problems) places += p.where + " ";
  CHECK(places.find("/sources/0/kind") != std::string::npos);
  CHECK(places.find("/sources/1") != std::string::npos);
  CHECK(places.find("/items/0") != std::string::npos);
  CHECK(places.find("/items/1/status") != std::string::npos);
  CHECK(places.find("/items/2") != std::string::npos);
  json out = json::parse(write_claims(loaded.document, article));
  CHECK(out["sources"][0]["kind"] == "spy");  // the unknown word is not lost
}

TEST_CASE("over the limit of count the first ones are read") {
  Limits limits;
  limits.annotations = 2;
  Result<Loaded> loaded = read_claims(
      "[" + annotation(quote("Wi")) + "," + annotation(quote("Wi")) + "," + annotation(quote("Wi")) + "]",
      article, limits);
  REQUIRE(loaded.ok());
  CHECK(loaded.value().document.claims.size() == 2);
  CHECK(loaded.value().document.claims[1]->id == "a~2");
}

TEST_CASE("kinds of a file's own have a parent") {
  Loaded loaded = good(
      R"({"type":"AnnotationPage","kinds":[{"id":"blogger","label":"Blogger","parent":"social-media"}],"sources":[{"id":"b","name":"B","kind":"blogger"}],"items":[]})");
  CHECK(loaded.document.sources[0]->kind == SourceKind::social_media);
  CHECK(loaded.document.sources[0]->own_kind == "blogger");
  CHECK(json::parse(write_claims(loaded.document, article))["sources"][0]["kind"] == "blogger");
}

TEST_CASE("a selector's hints are written and read; other fragments stay as they are") {
  Document document;
  Claim claim;
  claim.id = "urn:c";
  claim.selector = {u"the words", u"before ", u" after", Range{7, 16}, ":~:text=the%20words", u"A heading"};
  document.claims.push_back(std::make_shared<Claim>(claim));
  std::string file = write_claims(document, u"");
  CHECK(file.find("\"heading\": \"A heading\"") != std::string::npos);
  CHECK(file.find("FragmentSelector") != std::string::npos);
  Result<Loaded> loaded = read_claims(file, u"");
  REQUIRE(loaded);
  CHECK(loaded.value().problems.empty());
  CHECK(loaded.value().document.claims[0]->selector == claim.selector);

  Result<Loaded> other = read_claims(
      R"({"type":"Annotation","target":{"selector":[{"type":"TextQuoteSelector","exact":"x"},)"
      R"({"type":"FragmentSelector","conformsTo":"http://tools.ietf.org/rfc/rfc3236","value":"part"}]}})",
      u"");
  REQUIRE(other);
  CHECK(other.value().document.claims[0]->selector.fragment.empty());
  CHECK(write_claims(other.value().document, u"").find("rfc3236") != std::string::npos);
}
