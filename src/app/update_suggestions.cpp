#include <algorithm>
#include <set>
#include <utility>

#include "app/update.h"
#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// Sources by their names in small letters. Two aliases alone say nothing: "he" is one of many.
class SuggestedNames {
 public:
  explicit SuggestedNames(const Document& document) {
    for (const SourcePtr& source : document.sources) names_.insert({key(source->name), source->id});
    for (const SourcePtr& source : document.sources)
      for (const Alias& alias : source->aliases) aliases_.insert({key(alias.name), source->id});
  }
  /// Id of the source that has this one's name as name or alias, or whose name is an alias of this one; "" when none has.
  std::string find(const Source& source) const {
    std::string id = find(names_, source.name);
    if (id.empty()) id = find(aliases_, source.name);
    for (size_t i = 0; id.empty() && i < source.aliases.size(); ++i)
      id = find(names_, source.aliases[i].name);
    return id;
  }

 private:
  using Table = std::map<std::string, std::string>;
  static std::string key(const std::string& name) { return to_utf8(lowered(to_utf16(name))); }
  static std::string find(const Table& table, const std::string& name) {
    auto at = name.empty() ? table.end() : table.find(key(name));
    return at == table.end() ? std::string() : at->second;
  }
  Table names_, aliases_;
};

/// Id in what is shown of each source of the suggestions: the document's own one where it has the same name or alias.
std::map<std::string, std::string> source_ids(const State& state) {
  SuggestedNames names(state.document);
  std::map<std::string, std::string> ids;
  for (const SourcePtr& source : state.suggestions.sources) {
    std::string id = names.find(*source);
    if (id.empty()) {
      id = source->id;
      auto taken = [&] {
        return state.document.find_source(id) || (id != source->id && state.suggestions.find_source(id));
      };
      for (int n = 2; taken(); ++n) id = source->id + "-" + std::to_string(n);
    }
    ids[source->id] = std::move(id);
  }
  return ids;
}

/// The same claim with other names for its sources; itself when they are the same.
ClaimPtr with_ids(const ClaimPtr& claim, const std::map<std::string, std::string>& ids) {
  auto renamed = [&](const Hop& hop) {
    auto at = ids.find(hop.source);
    return at == ids.end() ? hop.source : at->second;
  };
  if (std::all_of(claim->chain.begin(), claim->chain.end(),
                  [&](const Hop& hop) { return renamed(hop) == hop.source; }))
    return claim;
  auto out = std::make_shared<Claim>(*claim);
  for (Hop& hop : out->chain) hop.source = renamed(hop);
  return out;
}

/// Where a claim stands, as far as it is known; what is not looked for yet, by its position.
Range place(const State& state, const Claim& claim) {
  if (state.anchored(claim.id)) return state.place_of(claim.id)->range;
  if (state.place_of(claim.id) || !claim.selector.position) return {};
  Range range = *claim.selector.position;
  bool stands = range.end <= state.text().size() && range.begin <= range.end &&
                state.text().substr(range.begin, range.size()) == claim.selector.exact;
  return stands ? range : Range{};
}

std::string origin_id(const Claim& claim) {
  return claim.chain.empty() ? std::string() : claim.chain.back().source;
}

/// The claims of the document by place, for the question which of them a range overlaps.
class Places {
 public:
  explicit Places(const State& state) {
    for (const ClaimPtr& claim : state.document.claims)
      if (Range range = place(state, *claim); !range.empty()) all_.push_back({range, claim.get()});
    sort_by_place(all_);
    uint32_t end = 0;
    for (const PlacedClaim& one : all_) farthest_.push_back(end = std::max(end, one.first.end));
  }
  /// Whether a claim of the same origin stands on some of these words.
  bool have(Range range, const std::string& origin) const {
    size_t at = 0;
    for (size_t count = all_.size(); count > 0;) {  // the first that begins behind the range
      size_t half = count / 2;
      bool before = all_[at + half].first.begin < range.end;
      if (before) at += half + 1;
      count = before ? count - half - 1 : half;
    }
    while (at-- > 0 && farthest_[at] > range.begin)
      if (all_[at].first.overlaps(range) && origin_id(*all_[at].second) == origin) return true;
    return false;
  }

 private:
  std::vector<PlacedClaim> all_;
  std::vector<uint32_t> farthest_;  ///< end of the claims up to each
};

}  // namespace

bool refresh_shown(State& state) {
  std::vector<ClaimPtr> before = std::move(state.shown.claims);
  state.shown = state.document;
  ++state.list;
  if (!state.suggestions.claims.empty()) {
    std::set<std::string> gone(state.document.removed.begin(), state.document.removed.end());
    for (const ClaimPtr& claim : state.document.claims) gone.insert(claim->id);
    std::map<std::string, std::string> ids = source_ids(state);
    Places places(state);
    std::set<std::string> used;
    for (const ClaimPtr& suggestion : state.suggestions.claims) {
      if (gone.count(suggestion->id)) continue;
      ClaimPtr claim = with_ids(suggestion, ids);
      if (places.have(place(state, *claim), origin_id(*claim))) continue;
      for (const Hop& hop : suggestion->chain) used.insert(hop.source);
      state.shown.claims.push_back(std::move(claim));
    }
    for (const SourcePtr& source : state.suggestions.sources) {
      const std::string& id = ids[source->id];
      if (!used.count(source->id) || state.shown.find_source(id)) continue;
      auto copy = std::make_shared<Source>(*source);
      copy->id = id;
      state.shown.sources.push_back(std::move(copy));
    }
  }
  return !std::equal(before.begin(), before.end(), state.shown.claims.begin(), state.shown.claims.end(),
                     [](const ClaimPtr& a, const ClaimPtr& b) { return a->id == b->id; });
}

void bring_sources(const State& state, Document& next, const Claim& claim) {
  for (const Hop& hop : claim.chain)
    for (const SourcePtr& source : state.shown.sources)
      if (source->id == hop.source && !next.find_source(hop.source)) next.sources.push_back(source);
}

void add_suggestions(State& state, const Command& command, Effects& effects) {
  DetectionState& detection = state.detection;
  Result<Loaded> loaded = read_claims(command.text, state.text());
  if (!loaded) {
    detection.looking = Looking::failed;
    detection.why = loaded.error().message;
    Effect failed(EffectKind::failed, loaded.error().where);
    failed.value = loaded.error().code;
    failed.text = loaded.error().message;
    effects.push_back(std::move(failed));
    return;
  }
  Document& part = loaded.value().document;
  for (SourcePtr& source : part.sources)
    if (!state.arriving.find_source(source->id)) state.arriving.sources.push_back(std::move(source));
  for (ClaimPtr& claim : part.claims) {
    // Whatever the file says of them: nobody has confirmed them here.
    if (claim->status != Status::suggested) {
      auto suggestion = std::make_shared<Claim>(*claim);
      suggestion->status = Status::suggested;
      claim = std::move(suggestion);
    }
    state.arriving.claims.push_back(std::move(claim));
  }
}

void load_suggestions(State& state, const Command& command, Effects& effects) {
  DetectionState& detection = state.detection;
  detection = {command.value.empty() ? Looking::unknown_language : Looking::done, 100, command.flag,
               command.id};
  if (!command.text.empty()) add_suggestions(state, command, effects);
  state.suggestions = std::move(state.arriving);
  state.arriving = {};
  show_arrived(state, effects);
  if (detection.looking == Looking::failed)
    announce(effects, state.words("detect.failed"));
  else if (detection.looking == Looking::unknown_language)
    announce(effects, state.words("detect.unknown-language"));
  else
    announce(effects, state.words.count("detect.found", count_suggested(state)));
}

void clear_suggestions(State& state, Effects& effects) {
  if (state.detection.looking != Looking::off) state.detection = {Looking::ready, 0, false, ""};
  bool had_some = !state.suggestions.claims.empty() || state.review;
  state.suggestions = state.arriving = {};
  state.review.reset();
  if (had_some) show_arrived(state, effects);
}

void ask_for_reasons(State& state, Effects& effects) {
  if (state.reasons_asked || state.language == "en") return;
  const Document& shown = state.shown;
  auto tells = [](const auto& one) { return !one.reason_parts.empty(); };
  if (std::none_of(shown.claims.begin(), shown.claims.end(), [&](const ClaimPtr& c) { return tells(*c); }) &&
      std::none_of(shown.sources.begin(), shown.sources.end(), [&](const SourcePtr& s) {
        return std::any_of(s->aliases.begin(), s->aliases.end(), tells);
      }))
    return;
  state.reasons_asked = true;
  Effect wanted(EffectKind::more_words, "reasons");
  wanted.value = state.language;
  effects.push_back(std::move(wanted));
}

void set_detection(State& state, const Command& command, Effects& effects) {
  DetectionState& detection = state.detection;
  Looking before = detection.looking;
  detection.percent = std::clamp(command.number, 0, 100);
  detection.why = command.text;
  detection.looking = command.value == "ready"     ? Looking::ready
                      : command.value == "running" ? Looking::running
                      : command.value == "failed"  ? Looking::failed
                                                   : Looking::off;
  if (detection.looking == before) return;
  state.arriving = {};
  if (detection.looking == Looking::running) announce(effects, state.words("detect.running"));
  if (detection.looking == Looking::failed) announce(effects, state.words("detect.failed"));
}

void ask_to_detect(State& state, bool stop, Effects& effects) {
  Looking& looking = state.detection.looking;
  if (looking == Looking::off || stop != (looking == Looking::running)) return;
  looking = stop ? Looking::ready : Looking::running;
  state.detection.percent = 0;
  Effect out(EffectKind::detect);
  out.flag = stop;
  effects.push_back(std::move(out));
  announce(effects, state.words(stop ? "detect.stopped" : "detect.running"));
}

const Claim* suggestion_over(const State& state, Range range) {
  const Claim* best = nullptr;
  uint32_t most = 0;
  for (const ClaimPtr& claim : state.shown.claims) {
    if (claim->status != Status::suggested) continue;
    uint32_t common = intersect(place(state, *claim), range).size();
    // Words that only touch it are about something else: half of one of the two is asked for.
    if (2 * common < std::min(range.size(), place(state, *claim).size()) || common <= most) continue;
    best = claim.get();
    most = common;
  }
  return best;
}

}  // namespace who_says
