#include <algorithm>
#include <map>

#include "app/models.h"
#include "text/stable_order.h"
#include "text/utf.h"

namespace who_says {
namespace {

std::string cue_of(const Claim& claim) {
  return claim.chain.empty() ? std::string() : claim.chain.back().cue;
}

void add_anchor(const State& state, const Claim& claim, CardModel& card) {
  const Resolution* place = state.place_of(claim.id);
  if (state.text().empty()) {
    card.anchor = state.words("anchor.no-article");
  } else if (!place) {
    // Still being looked for, which is soon over, needs no words.
  } else if (place->state != AnchorState::exact) {
    card.anchor = state.words("anchor." + std::string(word(place->state)));
  }
}

Action claim_action(const State& state, const char* what, const Claim& claim, Verb verb,
                    bool primary = false) {
  Action out =
      action(std::string(what) + ":" + claim.id, state.words(std::string("claim.") + what), verb, claim.id);
  out.primary = primary;
  return out;
}

}  // namespace

CardModel card_model(const State& state, const Claim& claim) {
  const InterfaceWords& say = state.words;
  const Source* origin = origin_of(state.shown, claim);
  CardModel card;
  card.id = claim.id;
  card.since = state.contents;
  card.quote = to_utf8(claim.selector.exact);
  card.open = action("claim:" + claim.id, card.quote, Verb::open_claim, claim.id);
  card.opened = card.open.on = state.opened == claim.id;
  card.pointed = state.pointed == claim.id;
  card.hue = hue_of(state.shown, claim);
  card.icon = icon_of(origin);
  card.kind = kind_label(state, state.shown, origin);
  card.directness = say("directness." + std::string(word(claim.directness)));
  card.suggested = claim.status == Status::suggested;
  if (card.suggested)
    card.badge = claim.confidence >= 0 ? say("claim.suggested", {{"confidence", say.share(claim.confidence)}})
                                       : say("status.suggested");
  if (claim.status == Status::reader) card.badge = say("claim.yours");
  if (origin) {
    card.who = origin->name;
    card.who_details = joined(
        state,
        {country_words(*origin) == origin->name ? std::string() : country_words(*origin),
         say("naming." + std::string(word(claim.naming == Naming::none ? origin->naming : claim.naming)))});
  } else {
    std::string cue = cue_of(claim);
    card.who_details = cue.empty() ? say("claim.unsourced") : say("claim.agentless", {{"cue", cue}});
  }
  add_anchor(state, claim, card);
  if (card.opened) {
    card.detail = claim_model(state, claim);
  } else if (card.suggested && state.mode != Mode::view) {
    card.actions = {claim_action(state, "accept", claim, Verb::accept_claim, true),
                    claim_action(state, "correct", claim, Verb::correct_claim),
                    claim_action(state, "dismiss", claim, Verb::dismiss_claim)};
  }
  return card;
}

namespace {

Action chip(const State& state, const std::string& filter, const std::string& label) {
  Action out = action("filter:" + filter, label, Verb::filter, "", filter);
  out.on = std::find(state.filters.begin(), state.filters.end(), filter) != state.filters.end();
  return out;
}

/// The chips of what the document has: no chip that finds nothing.
std::vector<FilterGroup> filter_groups(const State& state) {
  const InterfaceWords& say = state.words;
  FilterGroup kinds{say("filter.kind"), {}}, scopes{say("filter.scope"), {}},
      statuses{say("filter.status"), {}};
  auto add = [&](FilterGroup& group, const std::string& filter, const std::string& label) {
    for (const Action& there : group.options)
      if (there.command.value == filter) return;
    group.options.push_back(chip(state, filter, label));
  };
  for (const ClaimPtr& claim : state.shown.claims) {
    const Source* origin = origin_of(state.shown, *claim);
    std::string kind(origin ? word(origin->kind) : std::string_view("none"));
    add(kinds, "kind:" + kind, origin ? say("kind." + kind) : say("nobody"));
    add(scopes, "scope:" + std::string(word(claim->scope)), say("scope." + std::string(word(claim->scope))));
    add(statuses, "status:" + std::string(word(claim->status)),
        say("status." + std::string(word(claim->status))));
  }
  return {kinds, scopes, statuses};
}

}  // namespace

std::vector<LegendItem> legend_of(const State& state, const std::vector<const Claim*>& claims) {
  struct Entry {
    Hue hue;
    std::string label;
    size_t count;
  };
  std::vector<std::pair<const Source*, size_t>> origins;  // in the order in which claims name them
  std::map<const Source*, size_t> known;
  for (const Claim* claim : claims) {
    auto [at, is_new] = known.insert({origin_of(state.shown, *claim), origins.size()});
    if (is_new) origins.push_back({at->first, 0});
    ++origins[at->second].second;
  }
  // By hue, and named by the kind while a hue has one kind only.
  std::vector<Entry> entries;
  for (auto [origin, count] : origins) {
    Hue hue = origin ? hue_of(origin->kind, origin->office) : Hue::none;
    std::string label = kind_label(state, state.shown, origin);
    auto at = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.hue == hue; });
    if (at == entries.end()) {
      entries.push_back({hue, label, count});
    } else {
      at->count += count;
      if (at->label != label) at->label = state.words("hue." + std::string(word(hue)));
    }
  }
  sort_stably(entries, [](const Entry& a, const Entry& b) {
    if ((a.hue == Hue::none) != (b.hue == Hue::none)) return b.hue == Hue::none;
    return a.count > b.count;
  });
  std::vector<LegendItem> out;
  for (const Entry& e : entries) {
    std::string filter = "hue:" + std::string(word(e.hue));
    Action a = chip(state, filter, e.label + " " + state.words.number(e.count));
    a.id = "legend:" + std::string(word(e.hue));
    out.push_back({e.hue, e.label, state.words.number(e.count), std::move(a)});
  }
  return out;
}

void list_cards(const State& state, ClaimsModel& model) {
  const std::vector<const Claim*>& claims = listed_claims(state).passing;
  // Fewer than before may be found.
  size_t first = state.first_card < claims.size() ? state.first_card : 0;
  size_t end = std::min(claims.size(), first + state.cards_shown);
  std::vector<CardModel> before = std::move(model.cards);
  model.cards.clear();
  for (size_t i = first; i < end; ++i) {
    size_t at = i - model.first;  // unless that is less than none
    if (at < before.size() && !before[at].opened && claims[i]->id != state.opened)
      model.cards.push_back(std::move(before[at]));
    else
      model.cards.push_back(card_model(state, *claims[i]));
  }
  model.first = first;
  auto list_more = [&](const char* which, size_t left) {
    if (!left || state.list_grows) return Action{};
    return action(std::string(which) + "-cards",
                  state.words.count(std::string("claims.") + which, std::min(left, state.cards_shown)),
                  Verb::show_more);
  };
  model.more = list_more("more", claims.size() - end);
  model.earlier = list_more("earlier", first);
  model.earlier.command.flag = true;
}

ClaimsModel claims_model(const State& state) {
  ClaimsModel out;
  const InterfaceWords& say = state.words;
  const std::vector<const Claim*>& claims = claims_in_order(state);
  out.strip = pieces_of(state, claims, listed_claims(state).passing);
  out.strip_label = say("strip");
  out.legend = legend_of(state, claims);
  bool searching = !state.field("search-claims").empty();
  if (!claims.empty() || searching || !state.filters.empty()) {  // else there is nothing to search
    out.search = {"search-claims", say("search.claims"), state.field("search-claims"), say("search.claims"),
                  false};
    out.filter_button = action("filters", say("filter"), Verb::toggle_filters);
    out.filter_button.on = state.filters_open;
    out.filters_open = state.filters_open;
    if (out.filters_open) out.filters = filter_groups(state);
  }
  size_t shown = listed_claims(state).passing.size();
  list_cards(state, out);
  if (searching || !state.filters.empty()) {
    out.found = say("filter.found", {{"n", say.number(shown)}, {"all", say.number(claims.size())}});
    out.clear_filters = action("clear-filters", say("filter.clear"), Verb::clear_filters);
  }
  if (claims.empty() && state.detection.looking == Looking::running)
    out.empty.clear();
  else if (claims.empty() && state.article && state.text().empty())
    out.empty = say("text.empty");
  else if (claims.empty())
    out.empty = say("claims.empty") + (state.mode == Mode::view ? "" : " " + say("claims.empty.how"));
  else if (out.cards.empty())
    out.empty = say("claims.none-found");
  return out;
}

ClaimModel claim_model(const State& state, const Claim& claim) {
  ClaimModel out;
  const InterfaceWords& say = state.words;
  out.chain = chain_model(state, claim.chain, claim.id);
  out.terms = claim_terms(state, claim);

  std::vector<std::string> facts;
  if (claim.certainty != Certainty::unknown)
    facts.push_back(say("certainty." + std::string(word(claim.certainty))));
  if (claim.cue_class != CueClass::none) facts.push_back(say("cue." + std::string(word(claim.cue_class))));
  for (Evidence evidence : claim.evidence)
    if (evidence != Evidence::none) facts.push_back(say("evidence." + std::string(word(evidence))));
  if (claim.type != ClaimType::unspecified) facts.push_back(say("type." + std::string(word(claim.type))));
  if (claim.scope == Scope::blanket) facts.push_back(say("scope.blanket"));
  out.facts = std::move(facts);

  if (!claim.not_stated.empty())
    out.not_stated.push_back(say("claim.not-stated", {{"list", listed(state, claim.not_stated)}}));
  for (const Remark& remark : claim.remarks) {
    std::string basis = say("basis." + std::string(word(remark.basis)));
    std::string byline = remark.creator.empty()
                             ? say(remark.question ? "question" : "remark", {{"basis", basis}})
                             : say(remark.question ? "question.by" : "remark.by",
                                   {{"name", remark.creator}, {"basis", basis}});
    out.remarks.push_back({remark.text, std::move(byline)});
  }
  if (claim.status == Status::suggested) out.confidence = confidence_words(state, claim.confidence);
  if (!claim.reason.empty())
    out.why = say("claim.why", {{"reason", reason_words(state, claim.reason, claim.reason_parts)}});
  out.note_open = state.note_claim == claim.id;
  std::string note_id = "note:" + claim.id;
  out.note_field = {note_id, say("claim.note-label"), state.field(note_id), say("claim.note-hint"), true};
  if (!claim.note.empty() && !out.note_open) out.note = say("claim.your-note", {{"note", claim.note}});

  const Resolution* place = state.place_of(claim.id);
  if (place && place->state == AnchorState::edited) {
    out.anchor_words.push_back(say("anchor.was", {{"text", to_utf8(claim.selector.exact)}}));
    out.anchor_words.push_back(
        say("anchor.now", {{"text", to_utf8(state.text().substr(place->range.begin, place->range.size()))}}));
  } else if (place && place->state == AnchorState::ambiguous) {
    size_t n = 0;
    for (Range candidate : place->candidates) {
      constexpr uint32_t around = 24;
      uint32_t begin = candidate.begin > around ? candidate.begin - around : 0;
      std::u16string_view words = state.text().substr(begin, candidate.end + around - begin);
      out.anchor_words.push_back(say("anchor.place", {{"n", say.number(++n)}, {"text", to_utf8(words)}}));
    }
  }

  auto add = [&](const char* what, Verb verb, bool primary = false) {
    Action a = action(std::string(what) + ":" + claim.id, say(std::string("claim.") + what), verb, claim.id);
    a.primary = primary;
    out.actions.push_back(std::move(a));
  };
  bool suggested = claim.status == Status::suggested;
  if (state.mode != Mode::view && !out.note_open) add_place_actions(state, claim, out.actions);
  if (state.mode != Mode::view && out.note_open) {
    Action save = action("save-note:" + claim.id, say("claim.note-save"), Verb::save_note, claim.id);
    save.primary = true;
    out.actions.push_back(std::move(save));
    out.actions.push_back(
        action("cancel-note:" + claim.id, say("claim.note-cancel"), Verb::edit_note, claim.id));
    return out;
  }
  if (state.mode != Mode::view && suggested) add("accept", Verb::accept_claim, true);
  if (state.anchored(claim.id)) add("show", Verb::show_in_article, !suggested || state.mode == Mode::view);
  if (state.mode != Mode::view) {
    if (state.document.find_claim(claim.id)) add("note", Verb::edit_note);
    add("correct", Verb::correct_claim);
    if (suggested)
      add("dismiss", Verb::dismiss_claim);
    else if (state.mode == Mode::edit || claim.status == Status::reader)
      add("delete", Verb::delete_claim);
  }
  return out;
}

}  // namespace who_says
