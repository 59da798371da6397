// What is wrong in a file is said in a sentence, with its place; what is good is kept.

#include "model/loading.h"

using namespace who_says;
using nlohmann::json;

namespace {

using Strings = std::vector<std::string>;

/// "code at where" of the error that refuses the file.
std::string refusal(const std::string& file, const Limits& limits = {}) {
  Result<Loaded> read = read_claims(file, depot_article, limits);
  REQUIRE_FALSE(read.ok());
  CHECK(read.error().message.size() > 20);
  CHECK(read.error().message.back() == '.');
  return read.error().code + " at " + read.error().where;
}
std::string refusal_message(const std::string& file) {
  Result<Loaded> read = read_claims(file, depot_article);
  REQUIRE_FALSE(read.ok());
  return read.error().message;
}
std::string page(const std::string& members, const std::string& items = "") {
  return R"({"type":"AnnotationPage",)" + members + R"("items":[)" + items + "]}";
}
std::string annotation_of(const std::string& members) {
  return R"({"id":"a","type":"Annotation",)" + members + "}";
}
const std::string carts = R"("target":{"selector":{"type":"TextQuoteSelector","exact":"carts"}})";

}  // namespace

TEST_CASE("a file that is not JSON: line and column") {
  CHECK(refusal("") == "not-json at line 1, column 1");
  CHECK(refusal("{\n  \"a\": [1,\n  ]\n}") == "not-json at line 3, column 3");
  CHECK(refusal("[1] 2") == "not-json at line 1, column 5");
  CHECK(refusal("<html>") == "not-json at line 1, column 1");
  CHECK(refusal("{\"é\": 1 2}") == "not-json at line 1, column 9");  // columns are characters
  CHECK(refusal("{'a': 1}") == "not-json at line 1, column 2");
}

TEST_CASE("NaN and infinity are none of JSON's numbers") {
  CHECK(refusal("[1, NaN]") == "not-json at line 1, column 5");
  CHECK(refusal("[-Infinity]") == "not-json at line 1, column 3");
}

TEST_CASE("a number too large for a double is named as such") {
  CHECK(refusal("[1,\n 1e999]") == "number-too-large at line 2, column 6");
  CHECK(read_claims("[1e-999]", depot_article).ok());
}

TEST_CASE("half a character in an escape") {
  CHECK(refusal(R"(["\ud800"])").rfind("not-json at line 1", 0) == 0);
  CHECK(refusal_message(R"(["\ud800"])").find("backslash") != std::string::npos);
  CHECK(refusal_message(R"(["\q"])").find("backslash") != std::string::npos);
  CHECK(read_claims(R"(["\ud83d\ude00"])", depot_article).ok());
}

TEST_CASE("text that is not UTF-8") {
  CHECK(refusal("[\n\"\xC3\xA9\xFF\"]") == "not-utf8 at line 2, column 3");
  CHECK(refusal("[\"\xED\xA0\x80\"]") == "not-utf8 at line 1, column 3");
  CHECK(read_claims("\xEF\xBB\xBF[]", depot_article).ok());
}

TEST_CASE("limits of size, depth and number") {
  CHECK(refusal(std::string(2048, ' '), {1024, 64, 10}) == "too-large at ");
  CHECK(refusal(std::string(5000, '[') + std::string(5000, ']')) == "too-deep at ");
  Limits two;
  two.annotations = 2;
  Result<Loaded> many = read_claims(page(R"("sources":[{"id":"a"},{"id":"b"},{"id":"c"}],)",
                                         "{\"target\":\"u\"},{\"target\":\"u\"},{\"target\":\"u\"}"),
                                    depot_article, two);
  REQUIRE(many.ok());
  CHECK(many.value().document.sources.size() == 2);
  CHECK(many.value().document.claims.size() == 2);
  Strings said = problems(many.value());
  CHECK(std::count(said.begin(), said.end(), "too-many at /sources") == 1);
  CHECK(std::count(said.begin(), said.end(), "too-many at /items") == 1);
}

TEST_CASE("a shape that holds no annotations") {
  for (const char* file : {"null", "5", "\"words\"", "{}", R"({"items":5})", R"({"type":"Person"})"})
    CHECK(refusal(file) == "wrong-shape at ");
}

TEST_CASE("entries that are no annotations: where, and what was expected") {
  Loaded all = loaded(page("", R"(5,{"name":"n"},)" + annotation_of(carts)), depot_article);
  CHECK(problems(all) == Strings{"wrong-shape at /items/0", "wrong-shape at /items/1"});
  CHECK(all.document.claims.size() == 1);
  CHECK(all.problems[0].message.find("annotation") != std::string::npos);
}

TEST_CASE("members of another type") {
  Loaded all = loaded(
      page(
          R"("article":[],"id":7,"independence":1,"kinds":{},"sources":[1,{"name":"n"},{"id":"s","name":2,"aliases":[3]}],"removed":[1],)",
          annotation_of(carts + R"(,"created":5,"sourcing":[],"status":6)")),
      depot_article);
  CHECK(problems(all) == Strings{"wrong-shape at /id", "wrong-shape at /article",
                                 "wrong-shape at /independence", "wrong-shape at /kinds",
                                 "wrong-shape at /sources/0", "wrong-shape at /sources/1",
                                 "wrong-shape at /sources/2/name", "wrong-shape at /sources/2/aliases/0",
                                 "wrong-shape at /removed/0", "wrong-shape at /items/0/created",
                                 "wrong-shape at /items/0/sourcing", "unknown-word at /items/0/status"});
  CHECK(all.document.sources.size() == 1);
  CHECK(all.document.claims[0]->selector.exact == u"carts");
}

TEST_CASE("words that are in no closed set: the message lists those that are") {
  Loaded all = loaded(
      page(
          R"("sources":[{"id":"s","kind":"spy","office":"ex"}],)",
          annotation_of(
              carts +
              R"(,"sourcing":{"scope":"all","evidence":["number","proof"],"certainty":"sure","confidence":2})")),
      depot_article);
  CHECK(problems(all) == Strings{"unknown-word at /sources/0/kind", "unknown-word at /sources/0/office",
                                 "unknown-word at /items/0/sourcing/scope",
                                 "unknown-word at /items/0/sourcing/certainty",
                                 "unknown-word at /items/0/sourcing/evidence/1",
                                 "wrong-shape at /items/0/sourcing/confidence"});
  CHECK(all.problems[2].message.find("explicit, blanket, agentless, none") != std::string::npos);
  CHECK(all.document.claims[0]->evidence == std::vector<Evidence>{Evidence::number});
}

TEST_CASE("ids that stand twice") {
  Loaded all = loaded(
      page(
          R"("kinds":[{"id":"k","parent":"business"},{"id":"k","parent":"business"},{"id":"diplomat","parent":"business"}],"sources":[{"id":"s"},{"id":"s"}],)",
          annotation_of(carts) + "," + annotation_of(carts)),
      depot_article);
  CHECK(problems(all) ==
        Strings{"twice at /kinds/1", "twice at /kinds/2", "twice at /sources/1", "twice at /items/1/id"});
  CHECK(all.document.claims[0]->id == "a");
  CHECK(all.document.claims[1]->id == "a~2");
}

TEST_CASE("a chain that names a source which the file does not describe") {
  Loaded all = loaded(
      page(
          R"("sources":[{"id":"s"}],)",
          annotation_of(
              carts +
              R"(,"body":[{"type":"List","purpose":"linking","items":[{"source":"#s"},{"source":"#t"},{"cue":"it is said"}]}])")),
      depot_article);
  CHECK(problems(all) == Strings{"unknown-source at /items/0"});
  CHECK(all.problems[0].message.find("\"t\"") != std::string::npos);
  CHECK(all.document.claims[0]->chain.size() == 3);
}

TEST_CASE("chains that cannot be read") {
  for (const char* items : {"5", "[]", R"([{"source":5}])", "[5]"}) {
    Loaded all = loaded(
        page("",
             annotation_of(carts + R"(,"body":{"type":"List","purpose":"linking","items":)" + items + "}")),
        depot_article);
    REQUIRE(all.problems.size() == 1);
    CHECK(all.problems[0].where.rfind("/items/0/body", 0) == 0);
    CHECK(all.document.claims[0]->chain.empty());
  }
}

TEST_CASE("an own kind without a parent") {
  Loaded all = loaded(
      page(
          R"("kinds":[{"id":"blogger","label":"Blogger"},{"id":"k","parent":"nobody"}],"sources":[{"id":"s","kind":"blogger"}],)"),
      depot_article);
  CHECK(problems(all) == Strings{"no-parent at /kinds/0", "unknown-word at /kinds/1/parent"});
  CHECK(all.document.sources[0]->own_kind == "blogger");
  CHECK(all.document.sources[0]->kind == SourceKind::unspecified);
}

TEST_CASE("positions: beyond the text, end before start, no whole numbers") {
  auto at = [](const std::string& start, const std::string& end) {
    Loaded all = loaded(
        page(
            "",
            annotation_of(
                R"("target":{"selector":[{"type":"TextQuoteSelector","exact":"carts"},{"type":"TextPositionSelector","start":)" +
                start + ",\"end\":" + end + "}]}")),
        depot_article);
    CHECK(all.document.claims[0]->selector.exact == u"carts");
    Strings said = problems(all);
    CHECK((said.empty() || !all.document.claims[0]->selector.position));
    if (!said.empty()) return said[0];
    return std::string(all.document.claims[0]->selector.position ? "" : "not used");
  };
  std::string place = " at /items/0/target/selector/1";
  CHECK(at("2", "44").empty());        // the text has 44 characters, one of them two UTF-16 code units
  CHECK(at("2", "45") == "not used");  // the article was cut: no fault of the file's
  CHECK(at("900", "910") == "not used");
  CHECK(at("9", "3") == "wrong-shape" + place);
  CHECK(at("-1", "3") == "wrong-shape" + place);
  CHECK(at("1.5", "3") == "wrong-shape" + place);
  CHECK(at("1", "99999999999") == "wrong-shape" + place);
  CHECK(at("\"1\"", "3") == "wrong-shape" + place);
}

TEST_CASE("annotations that name no words") {
  Loaded all =
      loaded(R"([{"target":"http://x/"},{"target":{"source":"http://x/"}},{"type":"Annotation"},{"target":[]},
                         {"target":{"selector":{"type":"TextQuoteSelector","exact":""}}}])",
             depot_article);
  CHECK(problems(all) == Strings{"no-words at /0/target", "no-words at /1/target", "wrong-shape at /2/target",
                                 "wrong-shape at /3/target", "wrong-shape at /4/target/selector",
                                 "no-words at /4/target"});
  CHECK(all.document.claims.size() == 5);
}

TEST_CASE("annotations that name elements of a page only") {
  Loaded all = loaded(
      R"([{"target":{"source":"http://x/","selector":{"type":"XPathSelector","value":"//p"}}},{"target":{"selector":
          {"type":"FragmentSelector","conformsTo":"https://wicg.github.io/scroll-to-text-fragment/","value":":~:text=carts"}}}])",
      depot_article);
  CHECK(problems(all) == Strings{"only-elements at /0/target", "only-elements at /1/target"});
  CHECK(all.document.claims.size() == 2);
}

TEST_CASE("annotations that lie elsewhere are named, not fetched") {
  CHECK(problems(loaded(R"({"type":"AnnotationCollection","first":"http://x/1"})", depot_article)) ==
        Strings{"elsewhere at /first"});
  CHECK(problems(loaded(page(R"("next":"http://x/2",)"), depot_article)) == Strings{"elsewhere at /next"});
}
