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

std::vector<uint8_t> buffer;
std::optional<Weights> weights;
std::u16string text;
std::unique_ptr<Detector> detector;
Detection found;
Document document;
Steps claims;  // of what was found to the document
std::string answer;  // what was returned last

/// Share of the work that making the claims of what was found is.
constexpr double kClaimsShare = 0.03;
/// Units of Steps in one of Detector's.
constexpr uint64_t kStepsAUnit = 4;

}  // namespace
}  // namespace who_says

using namespace who_says;

extern "C" {

uint8_t* wd_buffer(int bytes) {
  buffer.resize(static_cast<size_t>(bytes));
  return buffer.data();
}

const char* wd_weights(int bytes) {
  Result<Weights> read = Weights::read({buffer.data(), static_cast<size_t>(bytes)});
  answer = read ? "" : read.error().message;
  if (read) weights = std::move(read).value();
  return answer.c_str();
}

void wd_begin(int units, int language_bytes) {
  size_t bytes = static_cast<size_t>(units) * 2;
  text.resize(static_cast<size_t>(units));
  std::memcpy(text.data(), buffer.data(), bytes);
  std::string language = identify_language(text);
  if (language.empty())
    language.assign(reinterpret_cast<const char*>(buffer.data()) + bytes,
                    static_cast<size_t>(language_bytes));
  detector = std::make_unique<Detector>(text, language, weights ? &*weights : nullptr);
}

double wd_step(int work) {
  if (detector && !detector->done()) {
    detector->step(static_cast<uint32_t>(work));
    if (!detector->done()) return (1 - kClaimsShare) * static_cast<double>(detector->progress());
    found = detector->take();
    claims = suggestions_in_steps(text, found, document);
  } else {
    claims.run(static_cast<uint64_t>(work) * kStepsAUnit);
  }
  return claims.done() ? 1 : 1 - kClaimsShare;
}

const char* wd_about() {
  answer = dump_json(Json{{"language", found.language},
                          {"rulesOnly", found.rules_only},
                          {"engine", found.engine},
                          {"claims", document.claims.size()}});
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
