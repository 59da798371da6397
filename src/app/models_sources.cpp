#include <algorithm>

#include "app/models.h"
#include "text/letters.h"
#include "text/stable_order.h"
#include "text/utf.h"

namespace who_says {
namespace {

struct SourceTally {
  const Source* source = nullptr;
  std::vector<const Claim*> origin_of, relay_of;
  bool uncertain = false;
  size_t all() const { return origin_of.size() + relay_of.size(); }
};

std::string initial_of(const std::string& name) {
  std::u16string text = to_utf16(name);
  for (const char16_t* article : {u"The ", u"the "})
    if (text.rfind(article, 0) == 0) text.erase(0, 4);
  if (text.empty()) return "?";
  return to_utf8(std::u16string_view(text).substr(0, is_high_surrogate(text[0]) ? 2 : 1));
}

bool fits(const Source& source, const std::u16string& wanted) {
  auto has = [&](const std::string& text) {
    return lowered(to_utf16(text)).find(wanted) != std::u16string::npos;
  };
  return has(source.name) || has(source.description) || has(source.organization) ||
         std::any_of(source.aliases.begin(), source.aliases.end(),
                     [&](const Alias& a) { return has(a.name); });
}

void add_claims(const State& state, const std::vector<const Claim*>& claims, const std::string& row,
                SourceRow& out) {
  for (const Claim* claim : claims)
    out.claims.push_back(
        action("row:" + row + ":" + claim->id, to_utf8(claim->selector.exact), Verb::open_claim, claim->id));
  (void)state;
}

SourceRow source_row(const State& state, const SourceTally& tally) {
  const InterfaceWords& say = state.words;
  const Source& source = *tally.source;
  SourceRow row;
  row.id = source.id;
  row.open = action("source:" + source.id, source.name, Verb::open_source, source.id);
  row.opened = row.open.on = state.opened_source == source.id;
  row.initial = initial_of(source.name);
  row.hue = hue_of(source.kind, source.office);
  row.icon = icon_of(&source);
  row.name = source.name;
  row.count = say.count("sources.claims", tally.all());
  std::string first =
      joined(state, {kind_label(state, state.shown, &source),
                     source.description.empty() ? country_words(source) : source.description});
  if (source.naming != Naming::named)
    first = joined(state, {first, say("naming." + std::string(word(source.naming)))});
  row.lines.push_back(first);
  if (!tally.relay_of.empty())
    row.lines.push_back(joined(
        state,
        {say.count("sources.relay", tally.relay_of.size()),
         tally.origin_of.empty() ? std::string() : say.count("sources.origin", tally.origin_of.size())}));
  std::vector<std::string> names;
  for (const Alias& alias : source.aliases) names.push_back(quoted(state, alias.name));
  if (!names.empty()) row.lines.push_back(say("sources.alias", {{"list", listed(state, names)}}));
  if (row.opened)
    for (const Alias& alias : source.aliases)
      if (!alias.reason.empty())
        row.lines.push_back(quoted(state, alias.name) + ": " +
                            reason_words(state, alias.reason, alias.reason_parts));
  size_t unchecked = 0;
  for (const auto* list : {&tally.origin_of, &tally.relay_of})
    for (const Claim* claim : *list) unchecked += claim->status == Status::suggested;
  if (unchecked) row.lines.push_back(say.count("sources.unchecked", unchecked));
  if (tally.uncertain) row.lines.push_back(say("sources.uncertain"));
  row.ticks = pieces_of(state, tally.origin_of);
  for (Piece& piece : pieces_of(state, tally.relay_of)) {
    piece.hue = row.hue;
    row.ticks.push_back(piece);
  }
  if (row.opened) {
    std::vector<const Claim*> all = tally.origin_of;
    all.insert(all.end(), tally.relay_of.begin(), tally.relay_of.end());
    add_claims(state, all, source.id, row);
  }
  return row;
}

}  // namespace

SourcesModel sources_model(const State& state) {
  const InterfaceWords& say = state.words;
  SourcesModel out;
  out.search = {"search-sources", say("search.sources"), state.field("search-sources"), say("search.sources"),
                false};
  constexpr std::pair<const char*, SourceOrder> orders[] = {
      {"claims", SourceOrder::claims}, {"kind", SourceOrder::kind}, {"place", SourceOrder::place}};
  for (const auto& [name, order] : orders) {
    Action a = action(std::string("order:") + name, say(std::string("sources.order.") + name),
                      Verb::sort_sources, "", name);
    a.on = state.order == order;
    out.order.push_back(std::move(a));
  }

  std::vector<SourceTally> tallies;
  for (const SourcePtr& source : state.shown.sources) tallies.push_back({source.get(), {}, {}, false});
  std::vector<const Claim*> nobody;
  for (const Claim* claim : claims_in_order(state)) {
    const Source* origin = origin_of(state.shown, *claim);
    if (!origin) nobody.push_back(claim);
    for (const Hop& hop : claim->chain)
      for (SourceTally& tally : tallies) {
        if (tally.source->id != hop.source) continue;
        (tally.source == origin ? tally.origin_of : tally.relay_of).push_back(claim);
        tally.uncertain = tally.uncertain || hop.link == ChainLink::uncertain;
      }
  }
  auto place = [&](const SourceTally& tally) {
    uint32_t first = 0xFFFFFFFF;
    for (const auto* list : {&tally.origin_of, &tally.relay_of})
      for (const Claim* claim : *list)
        if (state.anchored(claim->id)) first = std::min(first, state.place_of(claim->id)->range.begin);
    return first;
  };
  sort_stably(tallies, [&](const SourceTally& a, const SourceTally& b) {
    if (state.order == SourceOrder::kind && a.source->kind != b.source->kind)
      return a.source->kind < b.source->kind;
    if (state.order == SourceOrder::place) return place(a) < place(b);
    return a.all() > b.all();
  });
  std::u16string wanted = lowered(to_utf16(state.field("search-sources")));
  for (const SourceTally& tally : tallies)
    if (wanted.empty() || fits(*tally.source, wanted)) out.rows.push_back(source_row(state, tally));

  if (!nobody.empty() && wanted.empty()) {
    SourceRow row;
    row.id = "nobody";
    row.nobody = true;
    row.name = say("nobody");
    row.count = say.count("sources.claims", nobody.size());
    row.open = action("source:nobody", row.name, Verb::open_source, "nobody");
    row.opened = row.open.on = state.opened_source == "nobody";
    size_t agentless = 0;
    std::string cue;
    for (const Claim* claim : nobody) {
      if (claim->chain.empty() || claim->chain.back().cue.empty()) continue;
      ++agentless;
      if (cue.empty()) cue = claim->chain.back().cue;
    }
    std::vector<std::string> parts;
    if (nobody.size() > agentless) parts.push_back(say.count("sources.plain", nobody.size() - agentless));
    if (agentless) parts.push_back(say.count("sources.agentless", agentless, {{"cue", cue}}));
    row.lines.push_back(joined(state, parts));
    row.ticks = pieces_of(state, nobody);
    if (row.opened) add_claims(state, nobody, "nobody", row);
    out.rows.push_back(std::move(row));
  }
  if (out.rows.empty() && wanted.empty()) {  // there is nothing to search, nor to put in order
    out.search = {};
    out.order.clear();
  }
  if (out.rows.empty()) out.empty = say(tallies.empty() ? "sources.empty" : "sources.none-found");
  return out;
}

}  // namespace who_says
