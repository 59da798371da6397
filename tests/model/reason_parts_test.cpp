// Reasons as codes with values: filled into sentences, read from files that nobody vouches for, and written.

#include "model/reason_parts.h"

#include <map>

#include "model/loading.h"

using namespace who_says;
using nlohmann::json;

namespace {

std::string word_here(std::string_view key) {
  static const std::map<std::string, std::string, std::less<>> kWords = {
      {"reason.joint", " / "},
      {"reason.cue", "«{1}» is {cue}"},
      {"reason.direct", "all quoted"},
      {"reason.turned", "{2} before {1}"},
      {"reason.mayor", "a mayor: {kind.government}"},
      {"reason.said", "{1} said it."},
      {"cue.neutral", "plain"},
      {"kind.government", "of the state"}};
  auto at = kWords.find(key);
  return at == kWords.end() ? std::string() : at->second;
}
std::string said(const ReasonParts& parts) { return in_sentences(parts, word_here); }

/// "reasonParts" beside a reason, as it is saved again; null where it is gone.
json saved_parts(const std::string& parts) {
  json out = saved(
      R"([{"id":"a","type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":"carts"}},)"
      R"("sourcing":{"reason":"So it is.","reasonParts":)" +
          parts + R"(},"status":"suggested"}])",
      depot_article);
  const json& sourcing = out["items"][0]["sourcing"];
  CHECK(sourcing["reason"] == "So it is.");
  return sourcing.contains("reasonParts") ? sourcing["reasonParts"] : json();
}

}  // namespace

TEST_CASE("a reason's sentence has its values where they belong, and words of closed sets by their labels") {
  CHECK(said(because("cue", {"says", "neutral"})) == "«says» is plain");
  CHECK(said(because("turned", {"a", "b"})) == "b before a");
  CHECK(said(because("mayor")) == "a mayor: of the state");
  CHECK(said(because("said", {"{1} {cue}"})) == "{1} {cue} said it.");
  CHECK(said({{"cue", {"says", "neutral"}}, {"direct"}, {"said", {"Ann"}}, {"mayor"}}) ==
        "«says» is plain / all quoted. Ann said it. a mayor: of the state");
}

TEST_CASE("a reason that does not fit its sentence says nothing") {
  for (const ReasonPart& part : ReasonParts{{"unknown"},
                                            {""},
                                            {"joint", {"x"}},
                                            {"cue"},
                                            {"cue", {"says"}},
                                            {"cue", {"says", "loud"}},
                                            {"cue", {"says", "neutral", "more"}},
                                            {"direct", {"more"}},
                                            {"turned", {"a"}},
                                            {"turned", {"a", "b", "c"}},
                                            {"said"}}) {
    CHECK_MESSAGE(said({part}).empty(), part.code);
    CHECK_MESSAGE(said({{"mayor"}, part, {"mayor"}}).empty(), part.code);
  }
}

TEST_CASE("the parts of a reason come back as they were") {
  json parts = json::parse(
      R"([{"code":"cue","values":["says","neutral"]},{"code":"direct"},{"code":"odd","values":["",""]}])");
  CHECK(saved_parts(parts.dump()) == parts);
  CHECK(saved_parts("[]").is_null());
  CHECK(saved_parts(R"([{"code":"direct","values":[]}])") == json::parse(R"([{"code":"direct"}])"));
  json page = saved(
      R"({"type":"AnnotationPage","sources":[{"id":"s","name":"S","aliases":[{"name":"it","reason":"r","reasonParts":[{"code":"direct"}],"ex:x":1}]}],"items":[]})",
      depot_article);
  CHECK(page["sources"][0]["aliases"][0] ==
        json::parse(R"({"name":"it","reason":"r","reasonParts":[{"code":"direct"}],"ex:x":1})"));
}

TEST_CASE("parts that cannot be read are told, kept in the file and not used") {
  for (const char* bad :
       {"7", "\"cue\"", "{}", "[7]", "[{}]", R"([{"code":7}])", R"([{"code":""}])",
        R"([{"code":"a","values":"b"}])", R"([{"code":"a","values":[7]}])",
        R"([{"code":"a"},{"code":"b","values":[null]}])", R"([{"code":"a","ex:more":1}])"}) {
    CHECK_MESSAGE(saved_parts(bad) == json::parse(bad), bad);
    std::string file =
        std::string(R"([{"id":"a","type":"Annotation","target":"http://x/","sourcing":{"reasonParts":)") +
        bad + "}}]";
    Result<Loaded> loaded = read_claims(file, {});
    REQUIRE(loaded);
    CHECK_MESSAGE(loaded.value().document.claims[0]->reason_parts.empty(), bad);
    const std::vector<Error>& problems = loaded.value().problems;
    CHECK_MESSAGE(std::any_of(problems.begin(), problems.end(),
                              [](const Error& e) {
                                return e.where == "/0/sourcing/reasonParts" && e.code == "wrong-shape";
                              }),
                  bad);
  }
}
