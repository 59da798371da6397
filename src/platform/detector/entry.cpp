#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "attribution/detect.h"
#include "attribution/language.h"
#include "attribution/stages.h"
#include "attribution/weights.h"
#include "model/codec.h"
#include "model/json.h"

// The engine as a module of its own: one instance looks through one text. See platform/README.md.

namespace who_says {
namespace {

std::vector<uint8_t> buffer, weights_file;
Steps reading;  // of the weights, into `read`
std::optional<Result<Weights>> read;
std::u16string text;
std::string language;  // where the text does not tell its own
std::unique_ptr<Detector> detector;
Detection found;
Steps making;  // of claims, into `document`
Document document;
std::string answer;  // what was returned last

/// Share of the work that making the claims of what was found is.
constexpr double kClaimsShare = 0.03;
/// Units of Steps in one of Detector's.
constexpr uint64_t kStepsAUnit = 8;

void begin() {
  weights_file = {};
  std::string known = identify_language(text);
  detector = std::make_unique<Detector>(text, known.empty() ? language : known,
                                        read && read->ok() ? &read->value() : nullptr);
}

}  // namespace
}  // namespace who_says

using namespace who_says;

extern "C" {

uint8_t* wd_buffer(int bytes) {
  buffer.resize(static_cast<size_t>(bytes));
  return buffer.data();
}

void wd_weights(int bytes) {
  weights_file.swap(buffer);
  reading = Weights::read_in_steps({weights_file.data(), static_cast<size_t>(bytes)}, read);
}

void wd_begin(int units, int language_bytes) {
  size_t bytes = static_cast<size_t>(units) * 2;
  text.resize(static_cast<size_t>(units));
  std::memcpy(text.data(), buffer.data(), bytes);
  language.assign(reinterpret_cast<const char*>(buffer.data()) + bytes, static_cast<size_t>(language_bytes));
  buffer = {};
}

double wd_step(int work) {
  uint64_t steps = static_cast<uint64_t>(work) * kStepsAUnit;
  if (!reading.done()) {
    reading.run(steps);
    return 0;
  }
  if (!detector) {
    begin();
    return 0;
  }
  if (!detector->done()) {
    detector->step(static_cast<uint32_t>(work));
    if (!detector->done()) return (1 - kClaimsShare) * static_cast<double>(detector->progress());
    found = detector->take();
    making = suggestions_in_steps(text, found, document);
  } else {
    making.run(steps);
  }
  return making.done() ? 1 : 1 - kClaimsShare;
}

const char* wd_about() {
  answer = dump_json(Json{{"language", found.language_known ? found.language : ""},
                          {"rulesOnly", found.rules_only},
                          {"engine", found.engine},
                          {"claims", document.claims.size()},
                          {"refused", read && !read->ok() ? read->error().message : ""}});
  return answer.c_str();
}

const char* wd_result(int from, int count) {
  Document part;
  size_t end = std::min(document.claims.size(), static_cast<size_t>(from) + static_cast<size_t>(count));
  std::set<std::string_view> used;
  for (size_t i = static_cast<size_t>(from); i < end; ++i) {
    part.claims.push_back(document.claims[i]);
    for (const Hop& hop : document.claims[i]->chain) used.insert(hop.source);
  }
  for (const SourcePtr& source : document.sources)
    if (used.count(source->id)) part.sources.push_back(source);
  part.lang = document.lang;
  answer = write_claims(part, text);
  return answer.c_str();
}
}
