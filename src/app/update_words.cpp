#include <algorithm>

#include "app/update.h"

namespace who_says {
namespace {

bool has_no_words(const Claim& claim) { return claim.selector.exact.empty(); }

using Found = std::map<std::string, Selector>;

/// The same claims, and those without words with what was found for them. Claims that documents share they share still.
void complete(Document& document, const Found& found, std::map<const Claim*, ClaimPtr>& done) {
  for (ClaimPtr& claim : document.claims) {
    auto at = has_no_words(*claim) ? found.find(claim->id) : found.end();
    if (at == found.end()) continue;
    ClaimPtr& next = done[claim.get()];
    if (!next) {
      auto copy = std::make_shared<Claim>(*claim);
      copy->selector = at->second;
      next = std::move(copy);
    }
    claim = next;
  }
}

}  // namespace

void ask_for_words(const State& state, Effects& effects) {
  if (!state.article || state.article->text.empty()) return;
  // What the publisher's file says of an element is said of this article's, not of the next one's.
  bool is_about_another = state.claims_url && *state.claims_url != state.article->url;
  Document asked;
  for (const ClaimPtr& claim : state.document.claims)
    if (has_no_words(*claim) && !(is_about_another && state.base.find_claim(claim->id)))
      asked.claims.push_back(claim);
  if (asked.claims.empty()) return;
  Effect out(EffectKind::find_words);
  out.text = write_claims(asked, state.text());
  effects.push_back(std::move(out));
}

void complete_claims(State& state, const Command& command, Effects& effects) {
  Result<Loaded> loaded = read_claims(command.text, state.text());
  if (!loaded) return;
  Found found;
  for (const ClaimPtr& claim : loaded.value().document.claims)
    if (!has_no_words(*claim)) found[claim->id] = claim->selector;
  for (const ClaimPtr& claim : state.base.claims)
    if (auto at = found.find(claim->id); has_no_words(*claim) && at != found.end())
      state.found_words.insert(*at);
  std::map<const Claim*, ClaimPtr> done;
  complete(state.base, found, done);
  complete(state.document, found, done);
  for (Document& document : state.past) complete(document, found, done);
  for (Document& document : state.future) complete(document, found, done);
  if (done.empty()) return;
  // What a reader keeps is kept with its words: the element may hold others the next time.
  bool is_own = std::any_of(done.begin(), done.end(),
                            [&](const auto& one) { return !state.base.find_claim(one.second->id); });
  if (is_own) save_layer(state, effects);
  anchor_claims(state, effects);
  show_highlights(state, effects);
}

void drop_only_elements(std::vector<Error>& problems) {
  std::erase_if(problems, [](const Error& one) { return one.code == "only-elements"; });
}

void bring_words(const State& state, Document& document) {
  if (state.found_words.empty()) return;
  std::map<const Claim*, ClaimPtr> done;
  complete(document, state.found_words, done);
}

}  // namespace who_says
