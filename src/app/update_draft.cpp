#include <algorithm>

#include "app/update.h"
#include "text/segment.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// A source id of the name's own letters, not yet used: "wi-song-lak", "wi-song-lak-2".
std::string new_source_id(const Document& document, std::string_view name) {
  std::string base;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80))
      base += c;
    else if (!base.empty() && base.back() != '-')
      base += '-';
  }
  while (!base.empty() && base.back() == '-') base.pop_back();
  if (base.empty()) base = "source";
  std::string id = base;
  for (int n = 2; document.find_source(id); ++n) id = base + "-" + std::to_string(n);
  return id;
}

std::string trimmed(std::string text) {
  auto space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && space(text.back())) text.pop_back();
  size_t begin = 0;
  while (begin < text.size() && space(text[begin])) ++begin;
  return text.substr(begin);
}

void take_source(Draft& draft, const Source& source) {
  draft.source = source.id;
  draft.source_name = source.name;
  draft.kind = source.kind;
  draft.office = source.office;
  draft.naming = source.naming;
}

/// Who says it, and how it is given.
void take_claim(const State& state, Draft& draft, const Claim& claim) {
  if (const Source* origin = origin_of(state.shown, claim)) take_source(draft, *origin);
  draft.naming = claim.naming == Naming::none && !draft.source.empty() ? draft.naming : claim.naming;
  draft.directness = claim.directness;
  draft.certainty = claim.certainty;
  if (claim.chain.size() >= 2) draft.relay = claim.chain[claim.chain.size() - 2].source;
}

}  // namespace

void cancel_draft(State& state, Effects& effects) {
  if (state.draft) {
    std::string back = state.review ? std::string("review-accept")
                       : state.draft->existing
                           ? "claim:" + state.draft->claim
                           : std::string(state.view == View::text ? "tab:text" : "tab:claims");
    effects.push_back(Effect(EffectKind::focus, std::move(back)));
  }
  state.draft.reset();
  state.pick = {};
  state.fields.erase("draft-source");
  state.fields.erase("draft-note");
}

void begin_draft(State& state, Range range, const Stamp& stamp, Effects& effects) {
  if (state.mode == Mode::view)
    return add_notice(state, effects,
                      {"mode", Notice::Kind::problem, state.words("notice.view-only"), "", {}});
  range = trim_claim(state.text(), snap_to_words(state.text(), range));
  if (range.empty())
    return add_notice(state, effects,
                      {"words", Notice::Kind::problem, state.words("notice.no-words"), "", {}});
  Draft draft;
  draft.claim = "urn:uuid:" + stamp.id;
  draft.range = range;
  std::u16string_view text = state.text();
  // A claim inside quotation marks is a quotation.
  auto mark = [&](uint32_t at) {
    return at < text.size() && (text[at] == '"' || text[at] == 0x201C || text[at] == 0x201D ||
                                text[at] == 0xAB || text[at] == 0xBB);
  };
  if (range.begin > 0 && mark(range.begin - 1) && (mark(range.end) || mark(range.end + 1)))
    draft.directness = Directness::direct;
  if (const Claim* suggestion = suggestion_over(state, range)) {
    take_claim(state, draft, *suggestion);
    draft.suggestion = suggestion->id;
  }
  state.fields["draft-source"] = draft.source_name;
  state.draft = std::move(draft);
  state.fields["draft-note"].clear();
  state.pick = range;
  effects.push_back(Effect(EffectKind::focus, "draft-source"));
}

void correct_claim(State& state, const std::string& id, Effects& effects) {
  const Claim* claim = state.shown.find_claim(id);
  if (!claim || state.mode == Mode::view) return;
  Draft draft;
  draft.claim = id;
  draft.existing = true;
  if (state.anchored(id)) draft.range = state.place_of(id)->range;
  take_claim(state, draft, *claim);
  draft.note = claim->note;
  state.fields["draft-source"] = draft.source_name;
  state.fields["draft-note"] = draft.note;
  state.draft = std::move(draft);
  effects.push_back(Effect(EffectKind::focus, "draft-source"));
}

void set_draft_source(State& state, const std::string& name) {
  if (!state.draft) return;
  Draft& draft = *state.draft;
  std::string wanted = trimmed(name);
  draft.source_name = wanted;
  for (const SourcePtr& source : state.shown.sources) {
    bool same = source->name == wanted;
    for (const Alias& alias : source->aliases) same = same || alias.name == wanted;
    if (same && !wanted.empty()) return take_source(draft, *source);
  }
  if (!draft.source.empty() || wanted.empty()) {  // no longer that source: what was known of it goes
    draft.kind = SourceKind::unspecified;
    draft.office = Office::unknown;
  }
  draft.source.clear();
  draft.naming = wanted.empty() ? Naming::none : draft.naming == Naming::none ? Naming::named : draft.naming;
}

void set_draft(State& state, const std::string& member, const std::string& value) {
  if (!state.draft) return;
  Draft& draft = *state.draft;
  auto set = [&](auto& to) {
    if (auto known = parse_word<std::decay_t<decltype(to)>>(value)) to = *known;
  };
  if (member == "source") {
    if (const Source* source = state.shown.find_source(value)) {
      take_source(draft, *source);
      state.fields["draft-source"] = source->name;
    }
  } else if (member == "kind") {
    set(draft.kind);
  } else if (member == "office") {
    set(draft.office);
  } else if (member == "naming") {
    set(draft.naming);
  } else if (member == "directness") {
    set(draft.directness);
  } else if (member == "certainty") {
    set(draft.certainty);
  } else if (member == "relay") {
    draft.relay = value;
  }
}

std::vector<Hop> draft_chain(const Draft& draft, const Claim* old) {
  const std::vector<Hop> before = old ? old->chain : std::vector<Hop>();
  size_t last = before.size();
  if (last > 2 && before[last - 1].source == draft.source && before[last - 2].source == draft.relay)
    return before;
  std::vector<Hop> chain;
  // The hops of before keep their cue and link where their source stays.
  auto add = [&](const std::string& id) {
    Hop hop;
    hop.source = id;
    for (const Hop& was : before)
      if (was.source == id) hop = was;
    chain.push_back(std::move(hop));
  };
  if (!draft.relay.empty() && draft.relay != draft.source) {
    for (size_t i = 0; i + 2 < last; ++i) {  // who passed it on before that one
      if (before[i].source == draft.relay || before[i].source == draft.source) break;
      chain.push_back(before[i]);
    }
    add(draft.relay);
  }
  if (!draft.source.empty())
    add(draft.source);
  else if (last > 0 && before.back().source.empty())
    chain.push_back(before.back());
  else if (!chain.empty())
    chain.push_back({});  // passed on, but nobody is named behind it
  return chain;
}

void save_draft(State& state, const Stamp& stamp, Effects& effects) {
  if (!state.draft) return;
  if (!state.draft->existing && state.draft->range.empty())  // they went from the article meanwhile
    return add_notice(state, effects,
                      {"words", Notice::Kind::problem, state.words("notice.no-words"), "", {}});
  Draft draft = *state.draft;
  draft.note = state.field("draft-note");
  Document next = state.document;
  for (const std::string& used : {draft.relay, draft.source})
    if (const Source* source = state.shown.find_source(used); source && !next.find_source(used))
      next.sources.push_back(std::make_shared<Source>(*source));

  if (draft.source.empty() && !draft.source_name.empty()) {
    auto source = std::make_shared<Source>();
    source->id = new_source_id(state.shown, draft.source_name);
    source->name = draft.source_name;
    source->kind = draft.kind;
    source->office = draft.office;
    source->naming = draft.naming == Naming::none ? Naming::named : draft.naming;
    draft.source = source->id;
    next.sources.push_back(std::move(source));
  } else if (!draft.source.empty()) {
    for (SourcePtr& there : next.sources) {
      if (there->id != draft.source || (there->kind == draft.kind && there->office == draft.office)) continue;
      auto source = std::make_shared<Source>(*there);
      if (source->kind != draft.kind) source->own_kind.clear();
      source->kind = draft.kind;
      source->office = draft.office;
      there = std::move(source);
    }
  }

  const Claim* old = state.shown.find_claim(draft.claim);
  auto claim = old ? std::make_shared<Claim>(*old) : std::make_shared<Claim>();
  if (!old) {
    claim->id = draft.claim;
    claim->created = stamp.now;
    claim->status = state.mode == Mode::edit ? Status::confirmed : Status::reader;
    if (state.article) claim->target = state.article->url;
  } else if (claim->status == Status::suggested) {
    claim->status = state.mode == Mode::edit ? Status::confirmed : Status::reader;
  }
  claim->modified = stamp.now;
  if (state.index && !draft.range.empty() &&
      (!old || !state.anchored(old->id) || !(state.place_of(old->id)->range == draft.range)))
    claim->selector = describe(ready_index(state), *state.article, draft.range);
  claim->chain = draft_chain(draft, old);
  claim->naming = draft.source.empty() ? Naming::none : draft.naming;
  if (claim->chain.empty())
    claim->scope = Scope::none;
  else if (claim->scope == Scope::none)
    claim->scope = claim->chain.back().source.empty() ? Scope::agentless : Scope::explicit_;
  claim->directness = draft.directness;
  claim->certainty = draft.certainty;
  claim->note = draft.note;

  bring_sources(state, next, *claim);

  std::string id = claim->id;
  state.draft.reset();
  state.pick = {};
  state.fields.erase("draft-source");
  state.fields.erase("draft-note");
  commit(state, with_claim(next, std::move(claim)), effects);
  announce(effects, state.words("notice.saved"));
  if (state.review) return go_on_reviewing(state, "notice.saved", effects);
  open_claim(state, id, true, effects);
  effects.push_back(Effect(EffectKind::focus, (state.view == View::text ? "text-claim:" : "claim:") + id));
}

Range moved_edge(std::u16string_view text, Range range, bool begin, int number) {
  std::vector<Range> all = words(text);
  if (all.empty() || range.empty()) return range;
  // The words at the two ends.
  auto first = std::find_if(all.begin(), all.end(), [&](Range w) { return w.end > range.begin; });
  auto last = std::find_if(all.rbegin(), all.rend(), [&](Range w) { return w.begin < range.end; });
  if (first == all.end() || last == all.rend()) return range;
  int a = static_cast<int>(first - all.begin()), b = static_cast<int>(all.rend() - last) - 1,
      n = static_cast<int>(all.size());
  if (begin)
    a = std::clamp(a + number, 0, b);
  else
    b = std::clamp(b + number, a, n - 1);
  return {all[static_cast<size_t>(a)].begin, all[static_cast<size_t>(b)].end};
}

void pick(State& state, std::string_view how, Effects& effects) {
  std::u16string_view text = state.text();
  if (text.empty()) return;
  if (how == "clear") {
    state.pick = {};
  } else if (how == "next-sentence" || how == "previous-sentence") {
    std::vector<Range> all = sentences(text);
    if (all.empty()) return;
    auto at = std::find_if(all.begin(), all.end(), [&](Range s) { return s.end > state.pick.begin; });
    if (at == all.end()) at = all.end() - 1;
    if (!state.pick.empty()) {
      if (how == "next-sentence" && at + 1 != all.end()) ++at;
      if (how == "previous-sentence" && at != all.begin()) --at;
    }
    state.pick = trim_claim(text, *at);
  } else if (!state.pick.empty()) {
    bool begin = how == "next-word" || how == "previous-word";
    int number = how == "grow-word" || how == "next-word" ? 1 : -1;
    state.pick = moved_edge(text, state.pick, begin, number);
  }
  if (state.pick.empty()) return;
  announce(effects,
           state.words("text.chosen", {{"text", to_utf8(text.substr(state.pick.begin, state.pick.size()))}}));
  effects.push_back(Effect(EffectKind::scroll_panel, "pick"));
}

}  // namespace who_says
