// The detector for a script that measures it: engine.mjs calls these. What it gives is the JSON of `who-says detect
// --format=attributions`, so that both can be compared letter by letter.

#include <emscripten.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "attribution/detect.h"
#include "attribution/weights.h"
#include "cli/detect_formats.h"

using namespace who_says;

namespace {

std::vector<uint8_t> bytes;
std::optional<Weights> weights;
DetectArticle article;
std::unique_ptr<Detector> detector;
std::string json;

}  // namespace

extern "C" {

/// Room for `size` bytes of a weights file.
EMSCRIPTEN_KEEPALIVE uint8_t* engine_bytes(uint32_t size) {
  bytes.resize(size);
  return bytes.data();
}
/// Reads it; 1 when that failed.
EMSCRIPTEN_KEEPALIVE int engine_weights() {
  Result<Weights> read = Weights::read(bytes);
  if (read) weights = std::move(read).value();
  bytes = {};
  return read ? 0 : 1;
}

/// Room for a text of `units` code units, which is detected in next.
EMSCRIPTEN_KEEPALIVE char16_t* engine_text(uint32_t units) {
  detector.reset();
  article.file.article.text.resize(units);
  return article.file.article.text.data();
}
EMSCRIPTEN_KEEPALIVE void engine_begin(int with_network) {
  detector = std::make_unique<Detector>(article.file.article.text, "en",
                                        with_network && weights ? &*weights : nullptr);
}
/// 1: there is more to do.
EMSCRIPTEN_KEEPALIVE int engine_step(uint32_t work) {
  detector->step(work);
  return detector->done() ? 0 : 1;
}
/// What was found, as JSON; its size in bytes is engine_json_size.
EMSCRIPTEN_KEEPALIVE const char* engine_json() {
  json = dump_json(detected_attributions(article, detector->take()));
  return json.data();
}
EMSCRIPTEN_KEEPALIVE uint32_t engine_json_size() { return uint32_t(json.size()); }
}
