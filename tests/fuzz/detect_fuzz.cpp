// Detection in any text: it ends in time, all that it gives lies inside the text and points at what is there, steps give what one
// call gives, and its claims file is read again without a problem. The input: a byte of choices, then a byte a word or mark of those
// that attributions are made of; 255 takes the next two as a code unit.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "attribution/detect.h"
#include "attribution/stages.h"
#include "attribution/weights.h"
#include "model/codec.h"

using namespace who_says;

namespace {

constexpr const char16_t* kParts[] = {
    u" ",
    u" ",
    u" ",
    u" ",
    u"\n",
    u"\n\n",
    u". ",
    u", ",
    u": ",
    u"; ",
    u"? ",
    u"!",
    u"\"",
    u"“",
    u"”",
    u"‘",
    u"’",
    u"'",
    u"«",
    u"»",
    u" — ",
    u"-",
    u"(",
    u")",
    u"...",
    u"he ",
    u"she ",
    u"they ",
    u"it ",
    u"who ",
    u"I ",
    u"we ",
    u"that ",
    u"the ",
    u"a ",
    u"of ",
    u"in ",
    u"to ",
    u"and ",
    u"but ",
    u"by ",
    u"for ",
    u"not ",
    u"is ",
    u"was ",
    u"has ",
    u"would ",
    u"will ",
    u"said ",
    u"says ",
    u"told ",
    u"added ",
    u"claimed ",
    u"reported ",
    u"wrote ",
    u"denied ",
    u"believes ",
    u"warned ",
    u"asked ",
    u"citing ",
    u"quoted ",
    u"noted ",
    u"hopes ",
    u"assumed ",
    u"according to ",
    u"reportedly ",
    u"it is assumed that ",
    u"declined to comment ",
    u"writes about this",
    u"Ada Brandt ",
    u"Brandt ",
    u"Mr. ",
    u"Dr. ",
    u"Jon Vale ",
    u"mayor ",
    u"former ",
    u"minister ",
    u"ambassador ",
    u"spokesman ",
    u"experts ",
    u"officials ",
    u"residents ",
    u"police ",
    u"court ",
    u"The Herald ",
    u"National Intelligence Service ",
    u"NIS ",
    u"(NIS) ",
    u"INSS ",
    u"Reuters ",
    u"Korea ",
    u"report ",
    u"statement ",
    u"study ",
    u"data ",
    u"10,000 ",
    u"$2,000 ",
    u"million ",
    u"per month ",
    u"a year ",
    u"40% ",
    u"more than ",
    u"2016 ",
    u"Monday ",
    u"port ",
    u"close ",
    u"money ",
    u"nobody ",
    u"@user ",
    u"https://a.example/b ",
    u"U.S. ",
    u"don't ",
    u"x",
    u"\U0001F6A2",
    u"\u0301",
    u"й",
    u"dijo ",
    u"sagte ",
    u"сказав ",
};

void must(bool holds) {
  if (!holds) std::abort();
}

std::u16string decoded(const uint8_t* data, size_t size) {
  std::u16string text;
  for (size_t i = 0; i < size; ++i) {
    if (data[i] == 255 && i + 2 < size) {
      text += char16_t(data[i + 1] << 8 | data[i + 2]);
      i += 2;
    } else {
      text += kParts[data[i] % std::size(kParts)];
    }
  }
  return text;
}

/// The project's weights, where they are.
const Weights* weights() {
  static const std::optional<Weights> read = []() -> std::optional<Weights> {
    std::ifstream in(WHO_SAYS_SOURCE_DIR "/assets/attribution/english.weights", std::ios::binary);
    std::vector<char> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    Result<Weights> out = Weights::read({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
    return out ? std::optional(std::move(out).value()) : std::nullopt;
  }();
  return read ? &*read : nullptr;
}

void check_range(std::u16string_view text, Range range) {
  must(range.begin < range.end && range.end <= text.size());
}
void check_ranges(std::u16string_view text, const std::vector<Range>& ranges) {
  for (size_t i = 0; i < ranges.size(); ++i) {
    check_range(text, ranges[i]);
    must(i == 0 || ranges[i - 1].end <= ranges[i].begin);
  }
}
void check_index(int index, size_t size) { must(index == kNone || (index >= 0 && size_t(index) < size)); }

void check(std::u16string_view text, const Detection& found) {
  const std::vector<Attribution>& all = found.attributions;
  for (const Attribution& one : all) {
    check_ranges(text, one.source);
    check_ranges(text, one.cue);
    check_ranges(text, one.content);
    must(one.confidence >= 0 && one.confidence <= 1);
    check_index(one.entity, found.entities.size());
    check_index(one.relay, found.entities.size());
    check_index(one.nested_in, all.size());
    check_index(one.carried_from, all.size());
    // Outwards, every chain comes to an end.
    size_t hops = 0;
    for (const Attribution* at = &one; hops <= all.size(); ++hops) {
      int outer = at->nested_in != kNone ? at->nested_in : at->carried_from;
      if (outer == kNone) break;
      at = &all[size_t(outer)];
    }
    must(hops <= all.size());
  }
  for (const Entity& one : found.entities) {
    for (size_t i = 0; i < one.mentions.size(); ++i) {
      check_range(text, one.mentions[i].range);
      must(i == 0 || !(one.mentions[i].range < one.mentions[i - 1].range));
    }
  }
  for (const Unattributed& one : found.unattributed) check_range(text, one.range);
  for (const NumberCheck& one : found.checks) {
    for (Range range : one.numbers) check_range(text, range);
    must(one.claim.begin <= one.claim.end && one.claim.end <= text.size());
    must(!one.working.empty());
  }
  must(!found.language.empty() || (all.empty() && found.entities.empty()));
}

void check_claims(std::u16string_view text, const Detection& found) {
  Document document = suggestions(text, found);
  std::string written = write_claims(document, text);
  Result<Loaded> read = read_claims(written, text);
  must(read.ok());
  must(read.value().problems.empty());
  must(read.value().document.claims.size() == document.claims.size());
  must(read.value().document.sources.size() == document.sources.size());
  must(write_claims(read.value().document, text) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 1) return 0;
  constexpr std::string_view kLanguages[] = {"en", "en", "en", "en", "", "es", "de", "uk"};
  std::string_view language = kLanguages[data[0] % 8];
  const Weights* network = data[0] / 8 % 4 == 0 ? weights() : nullptr;
  std::u16string text = decoded(data + 1, size - 1);

  auto begin = std::chrono::steady_clock::now();
  Detection found = detect(text, language, network);
  std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  must(seconds.count() < 2 + 1e-3 * double(text.size()));  // sanitizers and a busy machine included
  check(text, found);
  check_claims(text, found);

  Detector detector(text, language, network);
  size_t steps = 0;
  for (; !detector.done(); ++steps) detector.step(data[0] + 1u);
  must(steps <= text.size() * 4 + 100);
  Detection again = detector.take();
  must(again.attributions.size() == found.attributions.size() &&
       again.entities.size() == found.entities.size());
  for (size_t i = 0; i < found.attributions.size(); ++i)
    must(again.attributions[i].content == found.attributions[i].content &&
         again.attributions[i].confidence == found.attributions[i].confidence);
  return 0;
}
