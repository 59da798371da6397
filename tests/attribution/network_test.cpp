#include "attribution/network.h"

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "network_case.h"
#include "text/utf.h"

using namespace who_says;

namespace {

struct RecordedCase {
  nlohmann::json recorded = nlohmann::json::parse(case_file("network_case.json"), nullptr, false);
  std::u16string text = to_utf16(recorded["text"].get<std::string>());
  Tokens tokens = tokenise(text);
  Result<Weights> weights = Weights::read(case_weights());

  Network::Log run(const Kernels& kernels, uint32_t work) const {
    Network::Log log;
    Network network(text, tokens, weights.value(), kernels, &log);
    while (!network.done()) network.step(work);
    return log;
  }
};

double largest_difference(const std::vector<float>& a, const nlohmann::json& b) {
  if (a.size() != b.size()) return 1e9;
  double out = 0;
  for (size_t i = 0; i < a.size(); ++i) out = std::max(out, std::abs(double(a[i]) - b[i].get<double>()));
  return out;
}

/// Sentences until the text has more tokens than a chunk.
std::u16string long_text(size_t sentences, bool lines) {
  std::u16string out;
  for (size_t i = 0; i < sentences; ++i) {
    out +=
        u"\u201CWe know nothing of it,\u201D the ambassador said on Monday. Officials denied that he was "
        u"there.";
    out += lines && i % 3 == 2 ? u'\n' : u' ';
  }
  return out;
}

}  // namespace

TEST_CASE("the engine computes what training computes") {
  RecordedCase c;
  REQUIRE(c.weights.ok());
  Network::Log log = c.run(scalar_kernels(), 1000);
  // Training has floating-point numbers where the engine rounds to 256ths.
  CHECK(largest_difference(log.cues, c.recorded["cues"]) < 3e-2);
  CHECK(largest_difference(log.spans, c.recorded["spans"]) < 3e-2);
  nlohmann::json found = nlohmann::json::array();
  for (TokenSpan cue : log.found) found.push_back({cue.begin, cue.end});
  CHECK(found == c.recorded["found"]);
  CHECK(log.found.size() > 2);
}

TEST_CASE("vectors or plain loops, large steps or small: the same bits") {
  RecordedCase c;
  REQUIRE(c.weights.ok());
  Network::Log plain = c.run(scalar_kernels(), 1000);
  for (uint32_t work : {1u, 37u, 100000u}) {
    Network::Log simd = c.run(simd_kernels(), work);
    CHECK(simd.cues == plain.cues);
    CHECK(simd.spans == plain.spans);
  }
}

TEST_CASE("a long text is done in chunks, and gives at each place what a short one gives") {
  RecordedCase c;
  REQUIRE(c.weights.ok());
  for (bool lines : {true, false}) {
    std::u16string text = long_text(150, lines);
    Tokens tokens = tokenise(text);
    REQUIRE(tokens.all.size() > 2500);
    Network::Log log;
    Network network(text, tokens, c.weights.value(), simd_kernels(), &log);
    float progress = 0;
    while (!network.done()) {
      CHECK(network.progress() >= progress);
      progress = network.progress();
      network.step(64);
    }
    CHECK(network.progress() == 1);
    REQUIRE(log.cues.size() == tokens.all.size() * kCueLabels);
    // The text repeats itself every three sentences: away from its ends so do the scores, over the chunks' borders too.
    uint32_t period = tokens.sentences[6].begin - tokens.sentences[0].begin;
    bool same = true;
    for (uint32_t at = 2 * period; at + 3 * period < tokens.all.size(); ++at)
      for (uint32_t label = 0; label < kCueLabels; ++label)
        same = same && log.cues[at * kCueLabels + label] == log.cues[(at + period) * kCueLabels + label];
    CHECK(same);
  }
}

TEST_CASE("a step does a bounded amount of work") {
  RecordedCase c;
  REQUIRE(c.weights.ok());
  std::u16string text = long_text(150, true);
  Tokens tokens = tokenise(text);
  Network network(text, tokens, c.weights.value());
  uint32_t steps = 0;
  for (; !network.done(); ++steps) network.step(50);
  CHECK(steps >= tokens.all.size() / 70);
}

TEST_CASE("the window of a cue is its paragraph, and the one that its quotation comes from or goes on in") {
  Tokens tokens = tokenise(u"Before.\n\u201COne,\u201D he said.\n\u201CTwo.\u201D\nAfter he said so.");
  auto window = [&](uint32_t cue) { return window_of(tokens, {cue, cue + 1}); };
  CHECK(window(7) == TokenSpan{tokens.paragraphs[1].begin, tokens.paragraphs[2].end});
  CHECK(window(15) == tokens.paragraphs[3]);
  std::u16string longer;
  for (int i = 0; i < 400; ++i) longer += u"word ";
  CHECK(window_of(tokenise(longer), {200, 202}) == TokenSpan{200 - kWindowBefore, 202 + kWindowBehind});
}

TEST_CASE("the weights that ship find who says what") {
  std::string bytes = file_of_project("assets/attribution/english.weights");
  Result<Weights> weights = Weights::read({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
  REQUIRE(weights.ok());
  CHECK(weights.value().version().substr(0, 10) == "english-1 ");
  std::u16string text =
      u"The bridge was closed on Monday.\n\u201CWe know nothing of it,\u201D said the mayor, Ann Lee, "
      u"\u201Cand we never "
      u"did.\u201D\nOfficials at the ministry denied that it was unsafe.";
  Tokens tokens = tokenise(text);
  Network network(text, tokens, weights.value());
  while (!network.done()) network.step(1000);
  auto words = [&](const std::vector<TokenSpan>& spans) {
    std::string out;
    for (TokenSpan span : spans) {
      uint32_t begin = tokens.all[span.begin].range.begin, end = tokens.all[span.end - 1].range.end;
      out += (out.empty() ? "" : " + ") + to_utf8(std::u16string_view(text).substr(begin, end - begin));
    }
    return out;
  };
  std::vector<SpanAttribution> found = network.take();
  REQUIRE(found.size() == 2);
  CHECK(words(found[0].source).substr(0, 18) == "the mayor, Ann Lee");
  CHECK(words(found[0].cue) == "said");
  CHECK(words(found[0].content) == "“We know nothing of it,” + “and we never did.”");
  CHECK(found[0].confidence >= weights.value().threshold);
  CHECK(words(found[1].source) == "Officials at the ministry");
  CHECK(words(found[1].cue) == "denied");
  CHECK(words(found[1].content) == "that it was unsafe");
}

TEST_CASE("a text without tokens is done at once") {
  RecordedCase c;
  REQUIRE(c.weights.ok());
  Tokens tokens = tokenise(u" \n");
  Network network(u" \n", tokens, c.weights.value());
  CHECK(network.done());
  CHECK(network.take().empty());
}
