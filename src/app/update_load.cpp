#include <algorithm>

#include "app/update.h"

namespace who_says {

void add_notice(State& state, Effects& effects, Notice notice, const Error* error) {
  if (error) {
    notice.details = error->message + (error->where.empty() ? "" : " (" + error->where + ")");
    Effect failed(EffectKind::failed);
    failed.text = notice.text + " " + notice.details;
    failed.value = error->code;
    failed.id = error->where;
    effects.push_back(std::move(failed));
  }
  std::erase_if(state.notices, [&](const Notice& old) { return old.id == notice.id; });
  announce(effects, notice.text);
  state.notices.push_back(std::move(notice));
}

namespace {

/// Reads the publisher's file again, against the text at hand. What the reader changed stays.
void read_base(State& state, Effects& effects, bool report) {
  Result<Loaded> loaded = read_claims(state.claims_json, state.text());
  if (!loaded) {
    if (report)
      add_notice(state, effects,
                 {"bad-claims", Notice::Kind::problem, state.words("notice.bad-claims"), "", {}},
                 &loaded.error());
    return;
  }
  Document layer = layer_between(state.base, state.document);
  state.base = std::move(loaded.value().document);
  state.document = apply_layer(state.base, layer);
  state.claims_read = true;
  // A claim whose words are not found is listed as such anyway; other problems are told once.
  const std::vector<Error>& problems = loaded.value().problems;
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
  anchor_claims(state, effects);
  if (!state.opened.empty() && !state.document.find_claim(state.opened)) state.opened.clear();
  Effect count(EffectKind::changed);
  count.text = std::to_string(state.document.claims.size());
  count.flag = true;
  effects.push_back(std::move(count));
  show_highlights(state, effects);
}

/// Another article: what the reader made on the one before is kept by the shell, under that one's address.
void leave_article(State& state) {
  state.document = state.base;
  state.past.clear();
  state.future.clear();
  state.layer_json.clear();
  state.draft.reset();
  state.note_claim.clear();
  state.notices.clear();
}

}  // namespace

void load_article(State& state, const Command& command, Effects& effects) {
  if (!command.article) return;
  bool first = !state.article;
  if (!first && state.article->url != command.article->url) leave_article(state);
  state.article = command.article;
  state.index.emplace(AnchorIndex::begin(state.article->text));
  state.index_ready = false;
  state.places.clear();
  state.pick = {};
  if (!state.claims_json.empty()) read_base(state, effects, !state.claims_read);
  if (first) read_layer(state, effects);
  finish(state, effects);
}

void load_claims(State& state, const Command& command, Effects& effects) {
  state.claims_json = command.text;
  state.claims_read = false;
  read_base(state, effects, true);
  finish(state, effects);
}

void load_layer(State& state, const Command& command, Effects& effects) {
  state.layer_json = command.text;
  if (state.article) read_layer(state, effects);
  finish(state, effects);
}

}  // namespace who_says
