// A text parsed bit by bit is what it is parsed as in one go, and is refused for the same reason at the same place.

#include "model/json.h"
#include "model/loading.h"

using namespace who_says;

namespace {

constexpr size_t most_bytes = 1 << 20, most_depth = 6;

std::string told(const Result<Json>& result) {
  return result ? dump_json(result.value()) : result.error().code + " at " + result.error().where;
}
std::string in_one_go(const std::string& text) { return told(parse_json(text, most_bytes, most_depth)); }
std::string bit_by_bit(const std::string& text, size_t whole, size_t bytes) {
  JsonParser parser(text, most_bytes, most_depth, whole);
  size_t steps = 0;
  while (!parser.read(bytes)) REQUIRE(++steps < text.size() + 10);
  return told(parser.take());
}
void check(const std::string& text) {
  CAPTURE(text);
  for (size_t whole : {0, 1, 7, 40, 4096})
    for (size_t bytes : {1, 25, 100000}) CHECK(bit_by_bit(text, whole, bytes) == in_one_go(text));
}

}  // namespace

TEST_CASE("parsing bit by bit gives the same as in one go") {
  using namespace std::string_literals;
  for (const char* text : {"{}", "[]", " [ ] ", "7", "-1.5e3", "\"a\"", "true", "null",
                           R"({"a":[1,2,{"b":[]}],"c":"d","a":3})", R"(["\"]}", "\\", "{[", {"k,\"":":"}])",
                           "[1.10,12345678901234567890123,0.1]", "\xEF\xBB\xBF{\"a\":1}", "[[[[[[1]]]]]]",
                           R"({"a":{"b":{"c":{"d":{"e":{"f":1}}}}}})", R"([{"é":"日本\ud83d\ude00"}])"})
    check(text);
  for (const std::string& name : files_in("tests/model/fixtures", ".json"))
    check(file_text("tests/model/fixtures/" + name));
}

TEST_CASE("parsing bit by bit refuses the same, with the same place") {
  using namespace std::string_literals;
  for (const std::string& text : {""s,
                                  " "s,
                                  "["s,
                                  "{"s,
                                  "]"s,
                                  "[1,]"s,
                                  "[,1]"s,
                                  "[1 2]"s,
                                  "{\"a\"}"s,
                                  "{\"a\":}"s,
                                  "{\"a\":1,}"s,
                                  "{1:2}"s,
                                  "{\"a\" 1}"s,
                                  "{\"a\":1]"s,
                                  "[1}"s,
                                  "[1] 2"s,
                                  "[\"a"s,
                                  "[\"\\x\"]"s,
                                  "[tru]"s,
                                  "[truefalse]"s,
                                  "[1\0,2]"s,
                                  "[1]\0x"s,
                                  "[\xEF\xBB\xBF"s + "1]",
                                  "[\"\xff\"]"s,
                                  "[1,\n  {\"a\": nul}]"s,
                                  "['a']"s,
                                  "[1e999]"s,
                                  "[[[[[[[1]]]]]]]"s,
                                  R"({"a":{"b":{"c":{"d":{"e":{"f":{"g":1}}}}}}})"s,
                                  "[{\"a\":[[[[[[[2]]]]]]]}]"s})
    check(text);
  std::string many = "{";
  for (size_t i = 0; i <= kMostMembers; ++i) many += (i ? ",\"m" : "\"m") + std::to_string(i) + "\":0";
  CHECK(bit_by_bit(many + "}", 4096, 500) == in_one_go(many + "}"));
  CHECK(bit_by_bit(std::string(most_bytes + 1, ' '), 4096, 500) == "too-large at ");
}

TEST_CASE("a long claims file is read bit by bit, whatever is wrong in it") {
  std::string file = R"({"type":"AnnotationPage","id":"urn:p","items":[)";
  for (int i = 0; i < 300; ++i)
    file += (i ? "," : "") +
            (i % 50 == 9 ? std::string(R"({"no":"target"})")
                         : R"({"type":"Annotation","id":"a)" + std::to_string(i % 200) +
                               R"(","target":{"selector":{"type":"TextQuoteSelector","exact":"carts"}}})");
  file += R"(],"sources":[{"id":"s","name":"S"}],"more":{"kept":[1.50]}})";
  const std::u16string article = u"The depot lost 300 carts.";
  Result<Loaded> at_once = read_claims(file, article);
  ClaimsReader reader(file, article);
  size_t steps = 0;
  while (!reader.read(2000)) ++steps;
  CHECK(steps > 100);
  Result<Loaded> read = reader.take();
  REQUIRE(read.ok());
  CHECK(same_documents(read.value().document, at_once.value().document));
  CHECK(problems(read.value()) == problems(at_once.value()));
  CHECK(problems(read.value()).size() == 104);
}
