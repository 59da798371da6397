// What is published beside the code says what the code does: assets/claims-file.md, assets/claims.schema.json and the sample articles.

#include "model/article.h"
#include "model/loading.h"
#include "text/utf.h"

using namespace who_says;
using nlohmann::json;

namespace {

/// What stands in the first fenced block of this language after a heading.
std::string fenced(const std::string& markdown, const std::string& heading, const std::string& language) {
  size_t at = markdown.find("\n## " + heading + "\n");
  REQUIRE(at != std::string::npos);
  std::string fence = "\n```" + language + "\n";
  size_t begin = markdown.find(fence, at);
  REQUIRE(begin != std::string::npos);
  begin += fence.size();
  return markdown.substr(begin, markdown.find("\n```", begin) - begin);
}

void check_places(const Loaded& of, const std::u16string& text) {
  CHECK(problems(of).empty());
  for (const ClaimPtr& claim : of.document.claims) {
    REQUIRE(claim->selector.position);
    Range place = *claim->selector.position;
    CHECK(text.substr(place.begin, place.size()) == claim->selector.exact);
  }
}

json without_generator(json file) {
  file.erase("generator");
  return file;
}

template <class E>
void check_words(const json& schema, const char* name) {
  CAPTURE(name);
  REQUIRE(schema["$defs"].contains(name));
  std::string words;
  for (const json& one : schema["$defs"][name]["enum"])
    (words += words.empty() ? "" : ", ") += one.get<std::string>();
  CHECK(words == words_of<E>());
}

}  // namespace

TEST_CASE("the example of claims-file.md is what is read and written") {
  std::string markdown = file_text("assets/claims-file.md");
  std::u16string text = to_utf16(fenced(markdown, "An example", "text"));
  std::string example = fenced(markdown, "An example", "json");
  Loaded read = loaded(example, text);
  check_places(read, text);
  CHECK(read.document.article_hash == text_hash(text));
  CHECK(without_generator(json::parse(write_claims(read.document, text))) == json::parse(example));
  CHECK(json::parse(fenced(markdown, "The context", "json")) == json::parse(example)["@context"]);

  const auto& claims = read.document.claims;
  REQUIRE(claims.size() == 3);
  CHECK(claims[0]->scope == Scope::blanket);
  CHECK(claims[1]->chain.size() == 3);
  CHECK(claims[1]->remarks.size() == 2);
  CHECK(claims[2]->chain[0].link == ChainLink::uncertain);
  CHECK(claims[2]->status == Status::suggested);
  CHECK(claims[2]->confidence > 0);
  CHECK_FALSE(claims[2]->reason.empty());
  CHECK_FALSE(claims[2]->engine.empty());
  CHECK(read.document.find_source("dockers")->own_kind == "trade-union");
}

TEST_CASE("the claims files of sample articles are what is read and written") {
  std::vector<std::string> files = files_in("assets/articles", ".claims.json");
  CHECK_FALSE(files.empty());
  for (const std::string& file : files) {
    std::string path = "assets/articles/" + file;
    size_t end = path.rfind(".claims.json");
    CAPTURE(path);
    std::string lines = file_text(path.substr(0, end) + ".txt"), article;
    while (!lines.empty() && lines.back() == '\n') lines.pop_back();
    for (char c : lines) article += c == '\n' ? std::string("\n\n") : std::string(1, c);
    std::u16string text = to_utf16(article);
    Loaded read = loaded(file_text(path), text);
    check_places(read, text);
    CHECK(read.document.article_hash == text_hash(text));
    CHECK(without_generator(json::parse(write_claims(read.document, text))) == json::parse(file_text(path)));
  }
}

TEST_CASE("the closed sets of the schema are those of the vocabulary") {
  json schema = json::parse(file_text("assets/claims.schema.json"));
  check_words<SourceKind>(schema, "sourceKind");
  check_words<Form>(schema, "form");
  check_words<Office>(schema, "office");
  check_words<Naming>(schema, "naming");
  check_words<Role>(schema, "role");
  check_words<Scope>(schema, "scope");
  check_words<ChainLink>(schema, "link");
  check_words<Directness>(schema, "directness");
  check_words<Medium>(schema, "medium");
  check_words<CueClass>(schema, "cueClass");
  check_words<Certainty>(schema, "certainty");
  check_words<Evidence>(schema, "evidence");
  check_words<ClaimType>(schema, "claimType");
  check_words<Status>(schema, "status");
  check_words<Basis>(schema, "basis");
}

TEST_CASE("claims-file.md names every word of every closed set, and the limits") {
  std::string markdown = file_text("assets/claims-file.md");
  auto names = [&](const std::string& words) {
    for (size_t begin = 0; begin < words.size();) {
      size_t end = std::min(words.find(", ", begin), words.size());
      std::string word = words.substr(begin, end - begin);
      CHECK_MESSAGE(markdown.find("`" + word + "`") != std::string::npos, word);
      begin = end + 2;
    }
  };
  for (const std::string& words :
       {words_of<SourceKind>(), words_of<Form>(), words_of<Office>(), words_of<Naming>(), words_of<Role>(),
        words_of<Scope>(), words_of<ChainLink>(), words_of<Directness>(), words_of<Medium>(),
        words_of<CueClass>(), words_of<Certainty>(), words_of<Evidence>(), words_of<ClaimType>(),
        words_of<Status>(), words_of<Basis>()})
    names(words);
  Limits limits;
  for (const std::string& row :
       {"| size | " + std::to_string(limits.bytes >> 20) + " MB |",
        "| nesting | " + std::to_string(limits.depth) + " levels",
        "| annotations, sources, kinds | " + std::to_string(limits.annotations) + " of each"})
    CHECK_MESSAGE(markdown.find(row) != std::string::npos, row);
}
