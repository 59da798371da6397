// Annotations of other programs, in fixtures/*.json: what is loaded and saved says what it said. To add one, put a file there whose
// words stand in fixtures/article.txt.

#include <set>

#include "model/loading.h"
#include "text/utf.h"

using namespace who_says;
using nlohmann::json;

namespace {

const std::string folder = "tests/model/fixtures/";

std::vector<std::string> fixtures() { return files_in(folder, ".json"); }

std::u16string kept_article() { return to_utf16(file_text(folder + "article.txt")); }

json as_list(const json& value) { return value.is_array() ? value : json::array({value}); }

/// The list that is meant: one value stands for a list of it, and a Choice of selectors for its items.
json meant(const json& value, bool selectors) {
  json out = json::array();
  for (const json& one : as_list(value))
    if (selectors && one.is_object() && one.value("type", json()) == "Choice")
      out.insert(out.end(), one["items"].begin(), one["items"].end());
    else
      out.push_back(one);
  return out;
}

/// All that `before` says is said by `after`; the only liberties are those that assets/claims-file.md names.
bool says(const json& after, const json& before) {
  if (!before.is_object()) return after == before;
  if (!after.is_object()) return false;
  static const std::set<std::string> lists{"target", "body", "selector"};
  for (const auto& [key, value] : before.items()) {
    std::string name = after.contains(key) ? key : key == "@id" ? "id" : key == "@type" ? "type" : key;
    if (!after.contains(name) && key != "bodyValue") return false;
    if (key == "bodyValue" && !after.contains(key)) {
      bool found = false;
      for (const json& body : after.value("body", json::array()))
        found = found || body.value("value", json()) == value;
      if (!found) return false;
    } else if (lists.count(key)) {
      json there = meant(after[name], key == "selector");
      for (const json& one : meant(value, key == "selector"))
        if (std::none_of(there.begin(), there.end(), [&](const json& other) { return says(other, one); }))
          return false;
    } else if (!(value.is_object() && key != "sourcing" ? says(after[name], value) : after[name] == value)) {
      return false;
    }
  }
  return true;
}

json items_of(const json& file) {
  for (const char* key : {"items", "rows", "@graph"})
    if (file.is_object() && file.contains(key)) return file[key];
  if (file.is_object() && file.contains("first"))
    return file["first"].is_object() ? file["first"]["items"] : json::array();
  return as_list(file);
}

}  // namespace

TEST_CASE("loaded, saved and loaded again, foreign annotations are the same") {
  std::vector<std::string> names = fixtures();
  CHECK(names.size() >= 20);
  for (const std::string& name : names) {
    CAPTURE(name);
    std::string text = file_text(folder + name);
    for (std::u16string words : {kept_article(), std::u16string()}) {
      Loaded first = loaded(text, words);
      std::string written = write_claims(first.document, words);
      Loaded second = loaded(written, words);
      CHECK(same_documents(first.document, second.document));
      CHECK(second.problems.size() <= first.problems.size());
      CHECK(write_claims(second.document, words) == written);
    }
  }
}

TEST_CASE("every member of a foreign annotation is there after a save") {
  for (const std::string& name : fixtures()) {
    CAPTURE(name);
    json before = json::parse(file_text(folder + name));
    json after = saved(before.dump(), kept_article());
    json items = items_of(before);
    REQUIRE(after["items"].size() == items.size());
    for (size_t i = 0; i < items.size(); ++i) {
      std::string id = items[i].value("id", items[i].value("@id", ""));
      bool found = false;
      for (const json& one : after["items"])
        found = found || ((id.empty() || one.value("id", one.value("@id", "")) == id) && says(one, items[i]));
      CHECK_MESSAGE(found, items[i].dump(1), after["items"].dump(1));
    }
  }
}

TEST_CASE("members of a foreign page are there after a save") {
  for (const char* name : {"page.json", "collection.json", "collection-elsewhere.json", "graph.json"}) {
    CAPTURE(name);
    json before = json::parse(file_text(folder + name));
    json after = saved(before.dump(), kept_article());
    for (const auto& [key, value] : before.items()) {
      const std::string member = key;
      CAPTURE(member);
      if (key == "items" || key == "@graph" || key == "type" || key == "@context") continue;
      json left = value;
      if (key == "first" && left.is_object()) left.erase("items");
      CHECK(after[key] == left);
    }
    for (const json& context : as_list(before["@context"]))
      CHECK(std::count(after["@context"].begin(), after["@context"].end(), context) == 1);
  }
}

TEST_CASE("numbers keep their digits") {
  std::string text = file_text(folder + "exact-numbers.json");
  std::string out = write_claims(loaded(text, kept_article()).document, kept_article());
  for (const char* number : {"12345678901234567890123", "0.1234567890123456789", "18446744073709551615"})
    CHECK(out.find(std::string(number) + (out.find(std::string(number) + ",") == out.npos ? "\n" : ",")) !=
          out.npos);
}

TEST_CASE("the check itself sees what is lost") {
  json before{{"id", "a"}, {"target", "u"}, {"body", {{{"value", "v"}, {"x", 1}}}}};
  json after = before;
  CHECK(says(after, before));
  after["body"][0].erase("x");
  CHECK_FALSE(says(after, before));
  after = before;
  after["target"] = "w";
  CHECK_FALSE(says(after, before));
  after = before;
  after.erase("id");
  CHECK_FALSE(says(after, before));
}
