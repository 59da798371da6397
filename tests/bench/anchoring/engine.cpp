// The anchoring engine for a page that measures it: engine.mjs calls these. Texts come as UTF-16 code units in one buffer; a
// selector's words lie there one after another: quote, prefix, suffix.

#include <emscripten.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/update.h"

using namespace who_says;

namespace {

struct Answer {
  double confidence;
  uint32_t state, begin, end;
};

std::vector<char16_t> buffer;
std::optional<AnchorIndex> article;
Answer answer;
State widget;
std::string message;

std::u16string_view cut(size_t begin, size_t size) { return {buffer.data() + begin, size}; }

// `begin`: where the quote was; -1 = not known.
Selector selector(uint32_t exact, uint32_t prefix, uint32_t suffix, int32_t begin) {
  Selector out;
  out.exact = cut(0, exact);
  out.prefix = cut(exact, prefix);
  out.suffix = cut(exact + prefix, suffix);
  if (begin >= 0) out.position = Range{uint32_t(begin), uint32_t(begin) + exact};
  return out;
}

// Effects as the page gets them: `message`. 1: there is more to do; 2: highlights are among them.
int told(const Effects& effects) {
  message = write_effects(effects);
  auto has = [&](EffectKind kind) {
    return std::any_of(effects.begin(), effects.end(), [&](const Effect& one) { return one.kind == kind; });
  };
  return (has(EffectKind::go_on) ? 1 : 0) + (has(EffectKind::show_highlights) ? 2 : 0);
}

}  // namespace

extern "C" {

/// Room for `units` code units, until the next call.
EMSCRIPTEN_KEEPALIVE char16_t* engine_buffer(uint32_t units) {
  if (buffer.size() < units) buffer.resize(units);
  return buffer.data();
}

/// Makes the index of the buffer's first `units`, at once.
EMSCRIPTEN_KEEPALIVE void engine_load(uint32_t units) {
  article.reset();
  article.emplace(cut(0, units));
}

EMSCRIPTEN_KEEPALIVE const Answer* engine_find(uint32_t exact, uint32_t prefix, uint32_t suffix,
                                               int32_t begin) {
  Resolution found = article->resolve(selector(exact, prefix, suffix, begin));
  answer = {found.confidence, uint32_t(found.state), found.range.begin, found.range.end};
  return &answer;
}

// As the widget does it: claims, then the article, then what is left of the search in slices.

EMSCRIPTEN_KEEPALIVE void engine_add_claim(uint32_t exact, uint32_t prefix, uint32_t suffix, int32_t begin) {
  auto claim = std::make_shared<Claim>();
  claim->id = std::to_string(widget.document.claims.size());
  claim->selector = selector(exact, prefix, suffix, begin);
  widget.document.claims.push_back(std::move(claim));
}

/// The article is the buffer's first `units`.
EMSCRIPTEN_KEEPALIVE void engine_read(uint32_t units) {
  auto story = std::make_shared<Article>();
  story->text = cut(0, units);
  widget.article = std::move(story);
}

/// Does as much as the widget does once it has read an article; see told().
EMSCRIPTEN_KEEPALIVE int engine_start() {
  Effects effects;
  widget.index.emplace(AnchorIndex::begin(widget.text()));
  anchor_claims(widget, effects);
  show_highlights(widget, effects);
  return told(effects);
}

EMSCRIPTEN_KEEPALIVE int engine_go_on(uint32_t units) {
  Effects effects;
  go_on(widget, units, effects);
  return told(effects);
}

/// What the last of these calls told the page: JSON.
EMSCRIPTEN_KEEPALIVE const char* engine_message() { return message.data(); }
EMSCRIPTEN_KEEPALIVE uint32_t engine_message_size() { return uint32_t(message.size()); }

/// How many claims are in a state.
EMSCRIPTEN_KEEPALIVE uint32_t engine_count(uint32_t state) {
  return uint32_t(std::count_if(widget.places.begin(), widget.places.end(), [&](const auto& place) {
    return uint32_t(place.second.resolution.state) == state;
  }));
}
}
