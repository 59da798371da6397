#include <algorithm>

#include "app/update.h"

namespace who_says {
namespace {

constexpr size_t kMostUndoSteps = 200;  // of undo; documents share their claims, so a step costs a few KB

void changed(State& state, Effects& effects) {
  anchor_claims(state, effects);
  std::erase_if(state.notices, [](const Notice& notice) { return notice.id == kAcceptedNotice; });
  if (!state.shown.find_claim(state.opened)) state.opened.clear();
  if (!state.document.find_claim(state.note_claim)) state.note_claim.clear();
  save_layer(state, effects);
  Effect count(EffectKind::changed);
  count.text = std::to_string(state.document.claims.size());
  effects.push_back(std::move(count));
  show_highlights(state, effects);
}

std::shared_ptr<Claim> copy_of(const Document& document, const std::string& id) {
  const Claim* claim = document.find_claim(id);
  return claim ? std::make_shared<Claim>(*claim) : nullptr;
}

}  // namespace

void drop_unused_sources(const State& state, Document& document) {
  std::erase_if(document.sources, [&](const SourcePtr& source) {
    if (state.base.find_source(source->id)) return false;
    return std::none_of(document.claims.begin(), document.claims.end(), [&](const ClaimPtr& claim) {
      return std::any_of(claim->chain.begin(), claim->chain.end(),
                         [&](const Hop& hop) { return hop.source == source->id; });
    });
  });
}

std::string layer_text(const State& state) {
  Document layer = layer_between(state.base, state.document);
  if (layer.claims.empty() && layer.sources.empty() && layer.removed.empty()) return {};
  if (state.article) {
    layer.article_url = state.article->url;
    layer.article_title = state.article->title;
    layer.lang = state.article->lang;
    layer.article_hash = text_hash(state.text());
  }
  return write_claims(layer, state.text());
}

void save_layer(const State& state, Effects& effects) {
  Effect save(EffectKind::save_layer);
  save.text = layer_text(state);
  save.value = text_hash(state.text());
  effects.push_back(std::move(save));
}

void commit(State& state, Document next, Effects& effects) {
  state.past.push_back(std::move(state.document));
  if (state.past.size() > kMostUndoSteps) state.past.erase(state.past.begin());
  state.future.clear();
  state.document = std::move(next);
  changed(state, effects);
}

void undo(State& state, Effects& effects, bool redo) {
  std::vector<Document>& from = redo ? state.future : state.past;
  std::vector<Document>& to = redo ? state.past : state.future;
  if (from.empty()) return;
  std::vector<Decision> decisions = decisions_of(state);
  to.push_back(std::move(state.document));
  state.document = std::move(from.back());
  from.pop_back();
  changed(state, effects);
  announce(effects, state.words(redo ? "said.redone" : "said.undone"));
  undo_reviewing(state, decisions, effects);
}

Document with_claim(const Document& document, std::shared_ptr<Claim> claim) {
  Document next = document;
  for (ClaimPtr& there : next.claims)
    if (there->id == claim->id) {
      there = std::move(claim);
      return next;
    }
  next.claims.push_back(std::move(claim));
  return next;
}

void delete_claim(State& state, const Command& command, Effects& effects) {
  if (!state.shown.find_claim(command.id)) return;
  Document next = state.document;
  // What the engine suggests is not offered again.
  if (state.suggestions.find_claim(command.id)) next.removed.push_back(command.id);
  std::erase_if(next.claims, [&](const ClaimPtr& claim) { return claim->id == command.id; });
  drop_unused_sources(state, next);
  commit(state, std::move(next), effects);
  announce(effects, state.words(command.verb == Verb::dismiss_claim ? "said.dismissed" : "notice.deleted"));
  go_on_reviewing(state, "said.dismissed", effects);
}

std::shared_ptr<Claim> accepted_claim(const State& state, const Claim& suggestion, const Stamp& stamp) {
  auto claim = std::make_shared<Claim>(suggestion);
  claim->status = state.mode == Mode::edit ? Status::confirmed : Status::reader;
  claim->modified = stamp.now;
  return claim;
}

void accept_claim(State& state, const Command& command, Effects& effects) {
  const Claim* suggestion = state.shown.find_claim(command.id);
  if (!suggestion || suggestion->status != Status::suggested) return;
  std::shared_ptr<Claim> claim = accepted_claim(state, *suggestion, command.stamp);
  Document next = state.document;
  bring_sources(state, next, *claim);
  commit(state, with_claim(next, std::move(claim)), effects);
  announce(effects, state.words("said.accepted"));
  go_on_reviewing(state, "said.accepted", effects);
}

void save_note(State& state, const Command& command, Effects& effects) {
  std::string id = command.id.empty() ? state.note_claim : command.id;
  std::shared_ptr<Claim> claim = copy_of(state.document, id);
  if (!claim) return;
  std::string note = command.text.empty() ? state.field("note:" + id) : command.text;
  state.note_claim.clear();
  state.fields.erase("note:" + id);
  effects.push_back(Effect(EffectKind::focus, "note:" + id));
  if (claim->note == note) return;
  claim->note = std::move(note);
  claim->modified = command.stamp.now;
  commit(state, with_claim(state.document, std::move(claim)), effects);
}

void import_claims(State& state, const Command& command, Effects& effects) {
  Result<Loaded> loaded = read_claims(whole_text(state, command), state.text());
  if (!loaded) {
    add_notice(state, effects, {"import", Notice::Kind::problem, state.words("notice.bad-file"), "", {}},
               &loaded.error());
    return;
  }
  state.theirs = std::move(loaded.value().document);
  Merge merge = merge_documents(state.document, state.theirs);
  std::string text = merge.added
                         ? state.words.count("notice.imported", merge.added, {{"name", command.value}})
                         : state.words("notice.imported-nothing", {{"name", command.value}});
  if (!merge.conflicts.empty() && !merge.added) text.clear();
  std::vector<Error>& problems = loaded.value().problems;
  drop_only_elements(problems);
  if (merge.added || merge.document.sources.size() != state.document.sources.size())
    commit(state, std::move(merge.document), effects);
  if (!text.empty())
    add_notice(state, effects, {"import", Notice::Kind::done, text, "", {}},
               problems.empty() ? nullptr : &problems.front());
  for (const Conflict& conflict : merge.conflicts) {
    Notice notice{"conflict:" + conflict.id, Notice::Kind::conflict, "", "", {}};
    std::string mine, theirs;
    if (conflict.is_source) {
      mine = state.document.find_source(conflict.id)->name;
      theirs = state.theirs.find_source(conflict.id)->name;
    }
    notice.text = state.words("notice.conflict", {{"name", conflict.is_source ? mine : conflict.id}});
    add_notice(state, effects, std::move(notice));
  }
}

void settle(State& state, const Command& command, Effects& effects) {
  bool known = std::erase_if(state.notices,
                             [&](const Notice& notice) { return notice.id == "conflict:" + command.id; }) > 0;
  if (!known || command.value != "theirs") return;
  Document next = state.document;
  for (const ClaimPtr& theirs : state.theirs.claims)
    if (theirs->id == command.id) next = with_claim(next, std::make_shared<Claim>(*theirs));
  for (const SourcePtr& theirs : state.theirs.sources)
    for (SourcePtr& mine : next.sources)
      if (mine->id == command.id && theirs->id == command.id) mine = theirs;
  commit(state, std::move(next), effects);
}

void export_claims(const State& state, Effects& effects) {
  Effect out(EffectKind::download);
  Document whole = state.document;
  whole.removed.clear();  // of this reader alone
  std::string name = "article";
  if (state.article) {
    if (whole.article_url.empty()) whole.article_url = state.article->url;
    if (whole.article_title.empty()) whole.article_title = state.article->title;
    if (whole.lang.empty()) whole.lang = state.article->lang;
    whole.article_hash = text_hash(state.text());
    std::string slug;
    for (char c : state.article->title) {
      bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32), plain = true;
      if (plain)
        slug += c;
      else if (!slug.empty() && slug.back() != '-')
        slug += '-';
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    if (!slug.empty()) name = slug.substr(0, 60);
  }
  out.text = write_claims(whole, state.text());
  out.value = name + ".claims.json";
  effects.push_back(std::move(out));
}

void share(State& state, Effects& effects) {
  std::string layer = layer_text(state);
  if (layer.empty()) {
    add_notice(state, effects, {"share", Notice::Kind::problem, state.words("notice.no-share"), "", {}});
    return;
  }
  Effect out(EffectKind::share);
  out.text = std::move(layer);
  for (const Highlight& highlight : highlights_of(state)) {
    const Claim* claim = state.document.find_claim(highlight.claim);
    const Claim* published = state.base.find_claim(highlight.claim);
    if (published && *published == *claim) continue;
    out.id = highlight.claim;
    out.range = highlight.range;
    out.value = text_fragment(state.text(), highlight.range);
    break;
  }
  effects.push_back(std::move(out));
}

}  // namespace who_says
