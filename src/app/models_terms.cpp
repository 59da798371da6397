#include <algorithm>

#include "app/models.h"

namespace who_says {
namespace {

/// Keys of terms, each once, in the order in which they were added.
class Keys {
 public:
  void add(std::string key) {
    if (std::find(keys_.begin(), keys_.end(), key) == keys_.end()) keys_.push_back(std::move(key));
  }
  template <class E>
  void add(const char* set, E value) {
    add(set + std::string(word(value)));
  }
  void add_source(const Source& source) {
    add("kind.", source.kind);
    if (source.office == Office::former) add("office.", source.office);
    add("naming.", source.naming);
  }
  void add_claim(const State& state, const Claim& claim) {
    if (const Source* origin = origin_of(state.shown, claim))
      add_source(*origin);
    else
      add("naming.", Naming::none);
    add("directness.", claim.directness);
    add("scope.", claim.scope);
    if (claim.cue_class != CueClass::none) add("cue.", claim.cue_class);
    if (claim.certainty != Certainty::unknown) add("certainty.", claim.certainty);
    for (Evidence evidence : claim.evidence)
      if (evidence != Evidence::none) add("evidence.", evidence);
    if (claim.type != ClaimType::unspecified) add("type.", claim.type);
    if (claim.chain.size() > 1)
      for (const char* key : {"chain", "relay", "origin"}) add(key);
    for (const Hop& hop : claim.chain)
      if (hop.link != ChainLink::explicit_) add("link.", hop.link);
    for (const Remark& remark : claim.remarks) add("basis.", remark.basis);
    if (const Resolution* place = state.place_of(claim.id)) add("anchor.", place->state);
    add("status.", claim.status);
  }
  /// All of a set, from the first to the last.
  template <class E>
  void add_all(const char* set, E last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) add(set, static_cast<E>(i));
  }

  TermsModel model(const State& state) const {
    TermsModel out;
    out.open = action("explain", state.words("terms"), Verb::explain);
    out.open.on = state.explaining;
    out.open.keys = "?";
    if (!state.explaining) return out;
    for (const std::string& key : keys_)
      if (std::string text = state.words.term(key); !text.empty())
        out.terms.push_back({state.words.term_name(key), std::move(text)});
    return out;
  }

 private:
  std::vector<std::string> keys_;
};

}  // namespace

TermsModel claim_terms(const State& state, const Claim& claim) {
  Keys keys;
  keys.add_claim(state, claim);
  return keys.model(state);
}

TermsModel view_terms(const State& state) {
  Keys keys;
  if (state.draft) {
    keys.add_all("office.", Office::not_applicable);
    keys.add_all("naming.", Naming::none);
    keys.add_all("directness.", Directness::indirect);
    keys.add_all("certainty.", Certainty::conditional);
    keys.add_all("kind.", SourceKind::unspecified);
    return keys.model(state);
  }
  bool card = state.review ? state.review->at < state.review->claims.size()
                           : state.view == View::claims && state.shown.find_claim(state.opened);
  if (card) return {};  // which has its own
  if (!state.explaining) return keys.model(state);
  for (const char* key : {"claim", "source", "origin", "relay", "suggestion"}) keys.add(key);
  if (state.view == View::sources)
    for (const SourcePtr& source : state.shown.sources) keys.add_source(*source);
  if (state.view == View::profile) {
    for (const char* key : {"chain", "office.former", "office.current", "scope.blanket", "scope.none"})
      keys.add(key);
    keys.add_all("naming.", Naming::none);
    keys.add_all("directness.", Directness::indirect);
    keys.add_all("cue.", CueClass::hearsay);
  }
  if (state.view == View::claims || state.view == View::profile)
    for (const ClaimPtr& claim : state.shown.claims)
      if (const Source* origin = origin_of(state.shown, *claim)) keys.add("kind.", origin->kind);
  return keys.model(state);
}

}  // namespace who_says
