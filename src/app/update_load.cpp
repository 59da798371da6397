#include <algorithm>

#include "app/update.h"

namespace who_says {

// What it costs to parse a byte of a claims file, in units of go_on().
constexpr size_t kByteUnits = 10;

void add_notice(State& state, Effects& effects, Notice notice, const Error* error) {
  if (error) {
    std::string english = error->message + (error->where.empty() ? "" : " (" + error->where + ")");
    Effect failed(EffectKind::failed);
    failed.text = notice.text + " " + english;
    failed.value = error->code;
    failed.id = error->where;
    effects.push_back(std::move(failed));
    if (notice.details.empty()) notice.details = std::move(english);
  }
  std::erase_if(state.notices, [&](const Notice& old) { return old.id == notice.id; });
  announce(effects, notice.text);
  state.notices.push_back(std::move(notice));
}

namespace {

void read_base(State& state, Effects& effects) {
  Result<Loaded> loaded = state.reading->take();
  state.reading.reset();
  bool report = !state.claims_read;
  if (!loaded) {
    if (report)
      add_notice(state, effects,
                 {"bad-claims", Notice::Kind::problem, state.words("notice.bad-claims"), "", {}},
                 &loaded.error());
    return;
  }
  // What the reader changed stays.
  Document layer = layer_between(state.base, state.document);
  state.base = std::move(loaded.value().document);
  bring_words(state, state.base);
  state.document = apply_layer(state.base, layer);
  state.claims_read = true;
  if (!state.claims_url && !state.text().empty()) state.claims_url = state.article->url;
  // A claim whose words are not found is listed as such anyway; other problems are told once.
  std::vector<Error>& problems = loaded.value().problems;
  drop_only_elements(problems);
  if (!report || problems.empty()) return;
  Error first = problems.front();
  add_notice(
      state, effects,
      {"problems", Notice::Kind::problem, state.words.count("notice.problems", problems.size()), "", {}},
      &first);
}

void read_layer(State& state, Effects& effects) {
  if (state.layer_json.empty()) return;
  Result<Loaded> layer = read_claims(state.layer_json, state.text());
  if (!layer) {
    add_notice(state, effects, {"bad-layer", Notice::Kind::problem, state.words("notice.bad-layer"), "", {}},
               &layer.error());
  } else {
    state.document = apply_layer(state.document, layer.value().document);
    state.layer_json.clear();
  }
}

void finish(State& state, Effects& effects) {
  show_arrived(state, effects);
  Effect count(EffectKind::changed);
  count.text = std::to_string(state.document.claims.size());
  count.flag = true;
  effects.push_back(std::move(count));
}

/// Reads the publisher's file, again if need be, against the text at hand.
void begin_base(State& state, Effects& effects) {
  state.reading.emplace(state.claims_json, state.text());
  if (!read_on(state, kUnitsAtOnce, effects)) ask_for_more(state, effects);
}

/// Another article: what the reader made on the one before is kept by the shell, under that one's address.
void leave_article(State& state) {
  state.document = state.base;
  state.past.clear();
  state.future.clear();
  state.layer_json.clear();
  state.draft.reset();
  state.review.reset();
  state.suggestions = state.arriving = {};
  if (state.detection.looking != Looking::off) state.detection = {Looking::ready, 0, false, ""};
  state.note_claim.clear();
  state.notices.clear();
}

/// Words that are being highlighted stay so where they stand now: from their old place on, else anywhere, else nowhere.
void follow(std::u16string_view before, std::u16string_view now, Range& range) {
  std::u16string_view words = before.substr(range.begin, range.size());
  size_t at = now.find(words, range.begin);
  if (at == now.npos) at = now.find(words);
  uint32_t begin = static_cast<uint32_t>(at);
  range = at == now.npos ? Range{} : Range{begin, begin + range.size()};
}

}  // namespace

void show_arrived(State& state, Effects& effects) {
  size_t before = cards_listed(state);
  anchor_claims(state, effects);
  if (!state.opened.empty() && !state.shown.find_claim(state.opened)) state.opened.clear();
  list_bit_by_bit(state, before);
  show_highlights(state, effects);
}

std::string whole_text(State& state, const Command& command) {
  auto begun = state.begun.extract(command.id);
  return begun ? std::move(begun.mapped()) + command.text : command.text;
}

bool read_on(State& state, size_t units, Effects& effects) {
  if (!state.reading->read(units / kByteUnits + 1)) return false;
  read_base(state, effects);
  finish(state, effects);
  return true;
}

void load_article(State& state, const Command& command, Effects& effects) {
  if (!command.article) return;
  bool first = !state.article;
  if (!first && state.article->url != command.article->url) leave_article(state);
  state.reading.reset();
  if (state.draft) follow(state.text(), command.article->text, state.draft->range);
  state.article = command.article;
  state.index.emplace(AnchorIndex::begin(state.article->text));
  state.index_ready = false;
  state.places.clear();
  ++state.painting.article;
  state.pick = {};
  if (first) read_layer(state, effects);
  finish(state, effects);
  if (!state.claims_json.empty()) begin_base(state, effects);
}

void load_claims(State& state, const Command& command, Effects& effects) {
  state.reading.reset();
  state.claims_json = whole_text(state, command);
  state.claims_read = state.awaits_claims = false;
  state.claims_url.reset();
  state.found_words.clear();
  begin_base(state, effects);
}

void load_layer(State& state, const Command& command, Effects& effects) {
  state.layer_json = whole_text(state, command);
  if (state.article) read_layer(state, effects);
  finish(state, effects);
}

}  // namespace who_says
