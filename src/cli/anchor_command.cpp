#include "cli/anchor_command.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>
#include <string_view>

#include "anchor/anchor.h"
#include "anchor/places.h"
#include "cli/files.h"
#include "model/json.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr size_t kMostQuestionBytes = size_t{256} << 20;
constexpr size_t kMostQuestionDepth = 32;

// A text prepared for look-ups; kept while the lines that follow ask about the same one.
struct Prepared {
  std::string utf8;
  std::u16string text;
  CodePointMap points;
  AnchorIndex index;

  explicit Prepared(std::string_view doc) : utf8(doc), text(to_utf16(doc)), points(text), index(text) {}
};

std::u16string text_member(const Json& object, std::string_view key) {
  return to_utf16(string_or(object, key));
}

std::optional<uint32_t> offset_member(const Json& object, std::string_view key) {
  const Json* value = member(object, key);
  if (!value || !value->is_number_unsigned() || value->get<uint64_t>() > UINT32_MAX) return std::nullopt;
  return value->get<uint32_t>();
}

Selector read_selector(const Json& json, const CodePointMap& points) {
  Selector selector;
  selector.exact = text_member(json, "exact");
  selector.prefix = text_member(json, "prefix");
  selector.suffix = text_member(json, "suffix");
  std::optional<uint32_t> start = offset_member(json, "start"), end = offset_member(json, "end");
  if (start && end && *start <= *end)
    selector.position = Range{points.to_utf16(*start), points.to_utf16(*end)};
  return selector;
}

Json pair(const CodePointMap& points, Range range) {
  return Json::array({points.to_code_points(range.begin), points.to_code_points(range.end)});
}

Json answer(const Prepared& article, const Selector& selector) {
  Resolution found = article.index.resolve(selector);
  Json out = Json::object();
  out["state"] = std::string(word(found.state));
  bool gone = found.state == AnchorState::gone;
  out["start"] = gone ? Json() : Json(article.points.to_code_points(found.range.begin));
  out["end"] = gone ? Json() : Json(article.points.to_code_points(found.range.end));
  out["confidence"] = found.confidence;
  out["candidates"] = Json::array();
  for (Range range : found.candidates) out["candidates"].push_back(pair(article.points, range));
  return out;
}

Json explain(const Prepared& article, const Selector& selector) {
  FoldedText folded(article.text);
  GramIndex grams(folded.text());
  Json places = Json::array();
  for (const Place& place : find_places(folded, grams, selector)) {
    Json one = Json::object();
    one["range"] = pair(article.points, folded.to_source(place.range));
    one["probability"] = place.probability;
    Features terms = features(place.evidence);
    one["terms"] = std::vector<double>(terms.begin(), terms.end());
    places.push_back(std::move(one));
  }
  return places;
}

int complain(const std::string& path, size_t line, const std::string& what) {
  std::fprintf(stderr, "%s:%zu: %s\n", file_name(path).c_str(), line, what.c_str());
  return kNeedsPerson;
}

int each_line(std::istream& in, const std::string& path, bool explained) {
  std::optional<Prepared> article;
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    Result<Json> parsed = parse_json(line, kMostQuestionBytes, kMostQuestionDepth);
    if (!parsed) return complain(path, number, parsed.error().message + " " + parsed.error().where);
    const Json* selector = parsed.value().is_object() ? member(parsed.value(), "selector") : nullptr;
    const Json* doc = selector ? member(parsed.value(), "doc") : nullptr;
    const Json* exact = selector && selector->is_object() ? member(*selector, "exact") : nullptr;
    if (!exact || !exact->is_string() || !doc || !doc->is_string())
      return complain(path, number, R"(expected {"selector": {"exact": "…"}, "doc": "…"})");
    const std::string& utf8 = *doc->get_ptr<const std::string*>();
    if (!article || article->utf8 != utf8) article.emplace(utf8);
    Selector wanted = read_selector(*selector, article->points);
    Json out = answer(*article, wanted);
    if (explained) out["places"] = explain(*article, wanted);
    std::string text = dump_json(out) + "\n";
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return kDone;
}

int anchor(const Arguments& arguments) {
  const std::string& path = arguments.files[0];
  bool explained = arguments.has("explain");
  if (path == "-") return each_line(std::cin, path, explained);
  std::ifstream in(path, std::ios::binary);
  if (in) return each_line(in, path, explained);
  report(path, {"unreadable", "This file cannot be opened: is its name right, and may it be read?", ""});
  return kFailed;
}

}  // namespace

const Verb anchor_verb = {
    "anchor",
    "CASES.jsonl",
    "find each line's quote in its text",
    {{"explain", "", "add every place that was weighed, with its probability and the terms of its evidence"}},
    R"(Each line is a case, and each answer a line:
  in   {"selector": {"exact", "prefix", "suffix", "start", "end"}, "doc": TEXT}    only "exact" and "doc" must be there
  out  {"state", "start", "end", "confidence", "candidates": [[start, end], …]}

Offsets are Unicode code points, half-open; start and end are null when the quote is gone.

Exit codes: 0 done; 1 a line is no case, which is said with its number; 2 wrong call, or a file that cannot be read.

  who-says anchor cases.jsonl
  echo '{"selector": {"exact": "the port"}, "doc": "They closed the port."}' | who-says anchor -
)",
    anchor,
};

}  // namespace who_says
