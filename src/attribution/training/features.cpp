// attribution-features: what training needs of the engine.
//
//   attribution-features < texts.ndjson              what the network knows of each text
//   attribution-features --scores WEIGHTS < …        what the network computes
//   attribution-features --attributions WEIGHTS < …  what it finds
//   attribution-features --fingerprints < words      fingerprints of normalised words, one a line
//   attribution-features --tables                    rows of the tables that features point into
//
// In: one JSON object a line, {"id": …, "text": …}. Out: one a line in the same order, with offsets in Unicode code points,
// half-open:
//   {"id": …, "tokens": [[begin, end, paragraph, sentence, quote], …], "words": [normalised word, …],
//    "features": [[word, tail, ending, short ending, beginning, shape, place], …]}
//   {"id": …, "cues": [row after row], "found": [[first token, end], …], "spans": [row after row of each cue's window]}
//   {"id": …, "attributions": [{"source": [[begin, end], …], "cue": …, "content": …, "confidence": …}, …]}

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "attribution/features.h"
#include "attribution/network.h"
#include "text/utf.h"

namespace {

using nlohmann::json;
using namespace who_says;

json features_of(std::u16string_view text, const Tokens& tokens) {
  CodePointMap map(text);
  json out = {{"tokens", json::array()}, {"words", json::array()}, {"features", json::array()}};
  for (uint32_t at = 0; at < tokens.all.size(); ++at) {
    const Token& token = tokens.all[at];
    out["tokens"].push_back({map.to_code_points(token.range.begin), map.to_code_points(token.range.end),
                             token.paragraph, token.sentence, static_cast<int>(token.quote)});
    out["words"].push_back(to_utf8(normalised(token_text(text, token))));
    TokenFeatures f = token_features(text, tokens, at);
    out["features"].push_back({f.word, f.tail, f.ending, f.short_ending, f.beginning, f.shape, f.place});
  }
  return out;
}

json scores_of(std::u16string_view text, const Tokens& tokens, const Weights& weights) {
  Network::Log log;
  Network network(text, tokens, weights, simd_kernels(), &log);
  while (!network.done()) network.step(1000);
  json found = json::array();
  for (TokenSpan cue : log.found) found.push_back({cue.begin, cue.end});
  return {{"cues", log.cues}, {"found", found}, {"spans", log.spans}};
}

json attributions_of(std::u16string_view text, const Tokens& tokens, const Weights& weights) {
  Network network(text, tokens, weights);
  while (!network.done()) network.step(1000);
  CodePointMap map(text);
  auto ranges = [&](const std::vector<TokenSpan>& spans) {
    json out = json::array();
    for (TokenSpan span : spans)
      out.push_back({map.to_code_points(tokens.all[span.begin].range.begin),
                     map.to_code_points(tokens.all[span.end - 1].range.end)});
    return out;
  };
  json out = json::array();
  for (const SpanAttribution& found : network.take())
    out.push_back({{"source", ranges(found.source)},
                   {"cue", ranges(found.cue)},
                   {"content", ranges(found.content)},
                   {"confidence", found.confidence}});
  return {{"attributions", out}};
}

int fail(const std::string& message) {
  std::cerr << "attribution-features: " << message << "\n";
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  std::string option = count > 1 ? arguments[1] : "", line;
  if (option == "--tables") {
    std::cout << json{kEndingRows, kShortEndingRows, kBeginningRows, kShapeRows, kPlaceRows} << "\n";
    return 0;
  }
  if (option == "--fingerprints") {
    while (std::getline(std::cin, line)) std::cout << fingerprint(to_utf16(line)) << "\n";
    return 0;
  }
  std::optional<Weights> weights;
  if (!option.empty()) {
    if ((option != "--scores" && option != "--attributions") || count < 3)
      return fail("unknown option " + option);
    std::ifstream file(arguments[2], std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), {});
    Result<Weights> read = Weights::read({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
    if (!read) return fail(read.error().message);
    weights = std::move(read).value();
  }
  for (size_t number = 1; std::getline(std::cin, line); ++number) {
    json parsed = json::parse(line, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("id") || !parsed.contains("text") ||
        !parsed["text"].is_string())
      return fail("line " + std::to_string(number) + " is no object with id and text");
    std::u16string text = to_utf16(parsed["text"].get<std::string>());
    Tokens tokens = tokenise(text);
    json out = !weights               ? features_of(text, tokens)
               : option == "--scores" ? scores_of(text, tokens, *weights)
                                      : attributions_of(text, tokens, *weights);
    out["id"] = parsed["id"];
    std::cout << out << "\n";
  }
  return 0;
}
