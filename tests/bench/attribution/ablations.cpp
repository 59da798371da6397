// The detector with one of its parts left out: what is that part worth? ablations.mjs runs it.
//
//   attribution_ablations --list
//   attribution_ablations [--weights=FILE] --without=PART FILE.txt…     as `who-says detect --format=attributions`

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "attribution/detect.h"
#include "attribution/merge.h"
#include "attribution/nested.h"
#include "attribution/network.h"
#include "attribution/rules.h"
#include "attribution/stages.h"
#include "cli/detect_formats.h"
#include "text/utf.h"

using namespace who_says;

namespace {

/// What is left out.
struct Without {
  std::optional<Pattern> pattern;  ///< a group of rules
  bool chains = false, nested = false, beside = false;
  bool all_else = false;  ///< but the network's own spans
};

struct Part {
  const char* name;
  bool of_network;  ///< measured with the network; else with the rules
  std::function<void(Weights*, Without&)> leave_out;
};

void clear(Table& table) { std::fill(table.values.begin(), table.values.end(), 0.0f); }

Part rule(const char* name, Pattern pattern) {
  return {name, false, [pattern](Weights*, Without& without) { without.pattern = pattern; }};
}
Part feature(const char* name, size_t table) {
  return {name, true, [table](Weights* weights, Without&) { clear(weights->tables[table]); }};
}
Part knowledge(const char* name, Table Weights::*table) {
  return {name, true, [table](Weights* weights, Without&) { clear(weights->*table); }};
}

constexpr const char* kAllElse = "all but the network";

const Part kParts[] = {
    {"nothing of the rules", false, [](Weights*, Without&) {}},
    rule("X said that", Pattern::subject_clause),
    rule("X said, quotation", Pattern::subject_quotation),
    rule("X promised to", Pattern::subject_infinitive),
    rule("X denies something", Pattern::subject_noun),
    rule("quotation, X said", Pattern::fronted_quotation),
    rule("clause, X said", Pattern::fronted_clause),
    rule("according to X", Pattern::preposition),
    rule("saying that", Pattern::gerund),
    rule("X said and added", Pattern::coordinated),
    rule("X, who said", Pattern::relative),
    rule("X's claim that", Pattern::noun),
    rule("X is confident that", Pattern::adjective),
    rule("it is said", Pattern::passive),
    rule("reportedly", Pattern::adverb),
    rule("rumour has it", Pattern::agentless),
    rule("X: colon", Pattern::colon),
    {"attributions inside others (rules)", false, [](Weights*, Without& without) { without.nested = true; }},
    {"chains (rules)", false, [](Weights*, Without& without) { without.chains = true; }},
    {"nothing of the network", true, [](Weights*, Without&) {}},
    {kAllElse, true, [](Weights*, Without& without) { without.all_else = true; }},
    knowledge("words", &Weights::words),
    feature("last three letters", 0),
    feature("last two letters", 1),
    feature("first three letters", 2),
    feature("shape", 3),
    feature("quotation and place", 4),
    knowledge("second stage: distance", &Weights::distance),
    knowledge("second stage: marks of cues", &Weights::mark),
    knowledge("second stage: sentences", &Weights::side),
    {"rules beside the network", true, [](Weights*, Without& without) { without.beside = true; }},
    {"attributions inside others (network)", true, [](Weights*, Without& without) { without.nested = true; }},
    {"chains (network)", true, [](Weights*, Without& without) { without.chains = true; }},
};

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<Range> ranges(const Tokens& tokens, const std::vector<TokenSpan>& spans) {
  std::vector<Range> out;
  for (TokenSpan span : spans)
    out.push_back({tokens.all[span.begin].range.begin, tokens.all[span.end - 1].range.end});
  return out;
}

/// Spans as attributions without any label.
std::vector<Attribution> plain(const Tokens& tokens, const std::vector<SpanAttribution>& found) {
  std::vector<Attribution> out;
  for (const SpanAttribution& one : found) {
    Attribution a;
    a.source = ranges(tokens, one.source);
    a.cue = ranges(tokens, one.cue);
    a.content = ranges(tokens, one.content);
    a.confidence = one.confidence;
    out.push_back(std::move(a));
  }
  return out;
}

/// detect.cpp for a text of one piece, less what is left out.
Detection detect_without(std::u16string_view text, const Weights* weights, const Without& without) {
  const Lexicon& lexicon = *Lexicon::of("en");
  Detection out;
  out.language = "en";
  out.rules_only = !weights;
  out.engine = engine_version(weights);
  Tokens tokens = tokenise(text);
  RuleText words(text, tokens, lexicon);
  std::vector<SpanAttribution> found;
  if (weights) {
    Network network(text, tokens, *weights);
    while (!network.done()) network.step(UINT32_MAX);
    found = network.take();
    if (without.all_else) {
      out.attributions = plain(tokens, found);
      return out;
    }
    if (!without.beside) found = with_rules(std::move(found), find_by_rules(words), words.size());
  } else {
    // What find_by_rules gives, with its patterns.
    float least = 1;
    for (const SpanAttribution& one : find_by_rules(words)) least = std::min(least, one.confidence);
    for (Candidate& one : find_candidates(words, least))
      if (one.pattern != without.pattern) found.push_back(spans_of(std::move(one)));
  }
  out.attributions = label(words, found);
  if (!without.nested) find_nested(text, tokens, lexicon, out.attributions, weights);
  find_sources(text, tokens, lexicon, out);
  if (!without.chains) find_chains(text, tokens, out);
  return out;
}

}  // namespace

int main(int count, char** values) {
  std::optional<Weights> weights;
  const Part* part = nullptr;
  std::vector<std::string> files;
  for (int i = 1; i < count; ++i) {
    std::string word = values[i];
    if (word == "--list") {
      for (const Part& one : kParts) std::printf("%s\t%s\n", one.of_network ? "network" : "rules", one.name);
      return 0;
    }
    if (word.rfind("--weights=", 0) == 0) {
      std::string bytes = content(word.substr(10));
      Result<Weights> read = Weights::read({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
      if (!read) return 2;
      weights = std::move(read).value();
    } else if (word.rfind("--without=", 0) == 0) {
      for (const Part& one : kParts)
        if (word.substr(10) == one.name) part = &one;
    } else {
      files.push_back(word);
    }
  }
  if (!part || (part->of_network && !weights)) return 2;
  Without without;
  part->leave_out(weights ? &*weights : nullptr, without);
  std::string out = "{\"articles\": [";
  for (const std::string& file : files) {
    DetectArticle article;
    article.id = std::filesystem::path(file).stem().string();
    article.file.article.text = to_utf16(content(file));
    Detection found =
        detect_without(article.file.article.text, part->of_network ? &*weights : nullptr, without);
    out += (&file == &files[0] ? "\n" : ",\n") + dump_json(detected_attributions(article, found));
  }
  out += "\n]}\n";
  std::fwrite(out.data(), 1, out.size(), stdout);
}
