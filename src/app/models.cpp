#include "app/models.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "app/lesson.h"
#include "text/segment.h"
#include "text/utf.h"

namespace who_says {

Action action(std::string id, std::string label, Verb verb, std::string target, std::string value) {
  Action out;
  out.id = std::move(id);
  out.label = std::move(label);
  out.command.verb = verb;
  out.command.id = std::move(target);
  out.command.value = std::move(value);
  return out;
}

std::string joined(const State& state, const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += state.words("separator");
    out += part;
  }
  return out;
}

std::string listed(const State& state, const std::vector<std::string>& parts) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i) out += state.words(i + 1 == parts.size() ? "list.and" : "list.comma");
    out += parts[i];
  }
  return out;
}

std::string quoted(const State& state, const std::string& text) {
  return state.words("quoted", {{"text", text}});
}

std::string reason_words(const State& state, const std::string& reason, const ReasonParts& parts) {
  std::string own = in_sentences(parts, [&](std::string_view key) { return state.words.as_written(key); });
  return own.empty() ? reason : own;
}

std::string kind_label(const State& state, const Document& document, const Source* source) {
  if (!source) return state.words("nobody");
  for (const OwnKind& kind : document.kinds)
    if (kind.id == source->own_kind && !kind.label.empty()) return kind.label;
  std::string kind(word(source->kind));
  if (source->office == Office::former && state.words.has("former." + kind))
    return state.words("former." + kind);
  return state.words("kind." + kind);
}

std::string country_words(const Source& source) { return source.country.size() > 2 ? source.country : ""; }

Icon icon_of(const Source* source) {
  if (!source) return Icon::none;
  if (hue_of(source->kind, source->office) == Hue::former) return Icon::former;
  switch (source->kind) {
    case SourceKind::government:
      return Icon::government;
    case SourceKind::intelligence_agency:
      return Icon::intelligence;
    case SourceKind::military:
      return Icon::military;
    case SourceKind::law_justice:
      return Icon::law;
    case SourceKind::legislator_politician:
      return Icon::politician;
    case SourceKind::diplomat:
      return Icon::diplomat;
    case SourceKind::international_organization:
      return Icon::international;
    case SourceKind::think_tank:
      return Icon::think_tank;
    case SourceKind::academic:
      return Icon::academic;
    case SourceKind::ngo_advocacy:
      return Icon::ngo;
    case SourceKind::business:
      return Icon::business;
    case SourceKind::person_affected:
      return Icon::person;
    case SourceKind::news_outlet:
      return Icon::outlet;
    case SourceKind::social_media:
      return Icon::social;
    case SourceKind::document:
      return Icon::document;
    case SourceKind::data_statistics:
      return Icon::data;
    case SourceKind::self:
      return Icon::self;
    case SourceKind::unspecified:
      return Icon::person;
  }
  return Icon::none;
}

void add_piece(const State& state, const Claim& claim, bool selected, std::vector<Piece>& pieces) {
  const Resolution* place = state.place_of(claim.id);
  if (!place || !stands(*place)) return;
  float size = static_cast<float>(std::max<size_t>(1, state.text().size()));
  pieces.push_back({static_cast<float>(place->range.begin) / size,
                    static_cast<float>(place->range.end) / size, hue_of(state.shown, claim), selected,
                    false});
}

std::vector<Piece> pieces_of(const State& state, const std::vector<const Claim*>& claims,
                             const std::vector<const Claim*>& found) {
  // Of more than a strip has pixels for, those are left out that begin where the one before does.
  constexpr size_t kPixels = 1500;
  bool crowded = claims.size() > kPixels;
  std::vector<Piece> out;
  const Claim* opened = nullptr;
  auto next = found.begin();
  for (const Claim* claim : claims) {
    if (claim->id == state.opened) opened = claim;
    bool is_found = next != found.end() && *next == claim;
    if (is_found) ++next;
    size_t n = out.size();
    add_piece(state, *claim, false, out);
    if (out.size() == n) continue;
    out[n].faint = !is_found;
    if (!crowded || !n || out[n].begin - out[n - 1].begin >= 1.0f / kPixels) continue;
    if (out[n - 1].faint && is_found) out[n - 1] = out[n];
    out.pop_back();
  }
  if (opened) add_piece(state, *opened, true, out);
  return out;
}

std::vector<HopModel> chain_model(const State& state, const std::vector<Hop>& chain, const std::string& id) {
  std::vector<HopModel> out;
  HopModel article;
  article.id = "hop:" + id + ":article";
  article.name = state.words("article");
  article.article = true;
  article.hue = Hue::none;
  out.push_back(article);
  for (size_t i = 0; i < chain.size(); ++i) {
    const Hop& hop = chain[i];
    const Source* source = state.shown.find_source(hop.source);
    HopModel h;
    h.id = "hop:" + id + ":" + std::to_string(i);
    h.link = hop.link;
    h.origin = i + 1 == chain.size();
    if (source) {
      h.name = source->name;
      h.hue = hue_of(source->kind, source->office);
      std::string what = h.origin && !source->description.empty() ? source->description
                                                                  : kind_label(state, state.shown, source);
      if (!what.empty() && what[0] >= 'a' && what[0] <= 'z') what[0] = static_cast<char>(what[0] - 32);
      h.details = joined(state, {what, h.origin ? state.words("naming." + std::string(word(source->naming)))
                                                : state.words("chain.relay")});
    } else {
      h.name = hop.source.empty() ? state.words("chain.nobody") : hop.source;
      h.hue = Hue::none;
    }
    if (!hop.cue.empty()) h.cue = quoted(state, hop.cue);
    if (hop.link != ChainLink::explicit_) h.link_note = state.words("link." + std::string(word(hop.link)));
    out.push_back(std::move(h));
  }
  return out;
}

Action spans_action(const std::string& id, const std::string& label,
                    const std::vector<const Claim*>& claims) {
  if (claims.empty()) return {};
  std::string ids = "ids:";
  for (size_t i = 0; i < claims.size(); ++i) (ids += i ? "\n" : "") += claims[i]->id;
  return action(id, label, Verb::filter, "", ids);
}

HeaderModel header_model(const State& state) {
  HeaderModel out;
  const InterfaceWords& say = state.words;
  out.title = say("title");
  size_t suggested = count_suggested(state), settled = state.shown.claims.size() - suggested;
  std::string claims = suggested && !settled ? "" : say.count("summary.claims", settled);
  if (suggested) claims = joined(state, {claims, say.count("summary.suggested", suggested)});
  std::set<std::string_view> used;
  for (const ClaimPtr& claim : state.shown.claims)
    for (const Hop& hop : claim->chain)
      if (!hop.source.empty()) used.insert(hop.source);
  std::string sources = say.count("summary.sources", used.size());
  switch (state.view) {
    case View::sources: {
      std::vector<const Source*> origins;
      for (const ClaimPtr& claim : state.shown.claims)
        if (const Source* origin = origin_of(state.shown, *claim);
            origin && std::find(origins.begin(), origins.end(), origin) == origins.end())
          origins.push_back(origin);
      out.summary = joined(state, {sources, say.count("summary.origins", origins.size())});
      break;
    }
    case View::profile:
    case View::text:
      out.summary = say.count("summary.words", count_words(state.text()));
      break;
    case View::claims:
      out.summary = joined(state, {claims, sources});
      break;
  }
  constexpr std::string_view views[] = {"claims", "sources", "profile", "text"};
  for (size_t i = 0; i < std::size(views); ++i) {
    std::string view(views[i]);
    Action tab = action("tab:" + view, say("tab." + view), Verb::show_view, "", view);
    tab.on = static_cast<size_t>(state.view) == i;
    out.tabs.push_back(std::move(tab));
  }
  if (state.mode != Mode::view) {
    Action undo = action("undo", say("tool.undo"), Verb::undo),
           redo = action("redo", say("tool.redo"), Verb::redo);
    undo.enabled = !state.past.empty();
    redo.enabled = !state.future.empty();
    out.tools.push_back(std::move(undo));
    out.tools.push_back(std::move(redo));
  }
  if (state.detection.looking == Looking::ready)
    out.tools.push_back(action("detect", say("tool.detect"), Verb::detect));
  if (state.mode != Mode::view)
    out.tools.push_back(action("import", say("tool.import"), Verb::import_claims));
  out.tools.push_back(action("export", say("tool.export"), Verb::export_claims));
  if (state.mode != Mode::view) out.tools.push_back(action("share", say("tool.share"), Verb::share));
  Action print = action("print", say("tool.print"), Verb::print);
  print.command.flag = true;
  out.tools.push_back(std::move(print));
  if (!state.text_only)
    out.tools.push_back(
        action("as-text", say(state.as_text ? "tool.as-panel" : "tool.as-text"), Verb::as_text));
  if (!state.stays) out.tools.push_back(action("close-for-good", say("tool.close"), Verb::close_for_good));
  return out;
}

TextModel text_model(const State& state) {
  TextModel out;
  const InterfaceWords& say = state.words;
  if (!state.article || state.article->text.empty()) {
    out.empty = say("text.empty");
    return out;
  }
  out.text = &state.article->text;
  for (const Block& block : state.article->blocks)
    out.blocks.push_back({block.range, block.role, block.level});
  out.highlights = highlights_of(state);
  if (state.mode == Mode::view) return out;
  out.pick = state.pick;
  out.pick_words = to_utf8(state.text().substr(state.pick.begin, state.pick.size()));
  out.help = state.pick.empty() ? say("text.help") : say("text.chosen", {{"text", out.pick_words}});
  constexpr struct {
    const char *group, *step, *keys;
  } steps[] = {{"sentence", "previous-sentence", "ArrowUp"},
               {"sentence", "next-sentence", "ArrowDown"},
               {"word", "shrink-word", "ArrowLeft"},
               {"word", "grow-word", "ArrowRight"},
               {"begin", "previous-word", "B"},
               {"begin", "next-word", "N"},
               {"nothing", "clear", "C"}};
  for (auto [group, step, keys] : steps) {
    Action a = action(std::string("pick:") + step, say(std::string("text.") + step), Verb::pick, "", step);
    a.keys = keys;
    std::string_view name = step;
    a.enabled = name == "next-sentence" || name == "previous-sentence" || !state.pick.empty();
    std::string label = say(std::string("text.choose.") + group);
    if (out.choosing.empty() || out.choosing.back().label != label) out.choosing.push_back({label, {}});
    out.choosing.back().options.push_back(std::move(a));
  }
  out.highlight = action("highlight", say("text.highlight"), Verb::begin_draft);
  out.highlight.primary = true;
  out.highlight.keys = "H";
  out.highlight.enabled = !state.pick.empty();
  return out;
}

void mark(const State& state, PanelModel& model) {
  model.focused = state.focused;
  for (CardModel& card : model.claims.cards) card.pointed = card.id == state.pointed;
  for (Highlight& highlight : model.text.highlights) highlight.pointed = highlight.claim == state.pointed;
}

bool look_again(const State& state, PanelModel& model) {
  if (model.lesson || model.editing || model.reviewing || model.view != View::claims ||
      state.view != View::claims)
    return false;
  ClaimsModel& claims = model.claims;
  std::erase_if(claims.strip, [](const Piece& piece) { return piece.selected; });
  list_cards(state, claims);
  if (const Claim* opened = state.shown.find_claim(state.opened))
    add_piece(state, *opened, true, claims.strip);
  model.terms = view_terms(state);
  mark(state, model);
  return true;
}

PanelModel panel_model(const State& state) {
  PanelModel out;
  out.header = header_model(state);
  out.view = state.view;
  out.editing = state.draft.has_value();
  out.reviewing = !out.editing && state.review.has_value();
  out.appearance = state.appearance;
  out.focused = state.focused;
  if (state.lesson) out.lesson = lesson_model(state);
  if (!out.lesson && !out.editing && !out.reviewing && state.view == View::claims)
    add_report(state, out.notices);
  for (const Notice& notice : state.notices) {
    Notice shown = notice;
    if (notice.kind == Notice::Kind::conflict) {
      std::string id = notice.id.substr(std::string("conflict:").size());
      shown.actions.push_back(
          action("settle-mine:" + id, state.words("notice.conflict-mine"), Verb::settle, id, "mine"));
      shown.actions.push_back(
          action("settle-theirs:" + id, state.words("notice.conflict-theirs"), Verb::settle, id, "theirs"));
      if (const Claim* claim = state.shown.find_claim(id))
        shown.text = state.words("notice.conflict", {{"name", to_utf8(claim->selector.exact)}});
    } else {
      shown.actions.push_back(
          action("dismiss:" + notice.id, state.words("notice.close"), Verb::dismiss_notice, notice.id));
    }
    out.notices.push_back(std::move(shown));
  }
  if (out.lesson) return out;
  if (!out.editing && !out.reviewing) out.detection = detection_model(state);
  if (out.editing)
    out.editor = editor_model(state);
  else if (out.reviewing)
    out.review = review_model(state);
  else if (state.view == View::claims)
    out.claims = claims_model(state);
  else if (state.view == View::sources)
    out.sources = sources_model(state);
  else if (state.view == View::profile)
    out.profile = profile_model(state);
  else
    out.text = text_model(state);
  bool no_article = !state.article && !state.claims_read && state.claims_json.empty();
  if (no_article || state.awaits_claims || state.reading) {
    std::string words = state.words(no_article ? "loading" : "loading.claims");
    for (std::string* empty : {&out.claims.empty, &out.sources.empty, &out.profile.empty})
      if (!empty->empty()) *empty = words;
    if (no_article && !out.text.empty.empty()) out.text.empty = words;
    if (state.shown.claims.empty()) out.header.summary.clear();  // "0 claims" is not known yet
  }
  out.terms = view_terms(state);
  return out;
}

}  // namespace who_says
