#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "anchor/anchor.h"
#include "app/app.h"
#include "app/words.h"
#include "model/codec.h"

namespace who_says {

/// A highlight being made or corrected: nothing of it is in the document before it is saved.
struct Draft {
  std::string claim;  ///< id: of the new claim, or of the one that is corrected
  bool existing = false;
  Range range;
  std::string source;       ///< Source::id; empty = new or nobody
  std::string source_name;  ///< what the field holds
  SourceKind kind = SourceKind::unspecified;
  Office office = Office::unknown;
  Naming naming = Naming::named;
  Directness directness = Directness::indirect;
  Certainty certainty = Certainty::unknown;
  std::string relay;  ///< Source::id of who passes it on
  std::string note;
  std::set<std::string> unfolded;  ///< parts of the editor that show everything
};

enum class SourceOrder : uint8_t { claims, kind, place };

/// A claim's place; holds for as long as the claim has the selector that was looked for.
struct Placed {
  ClaimPtr claim;
  Resolution resolution;
};
/// Claims that are still to be found: first all of them where they cost little, then those that must be looked for thoroughly.
struct Search {
  std::vector<ClaimPtr> unchanged, thorough;
  size_t at = 0;     ///< of `unchanged`
  bool due = false;  ///< places were found that are to be shown in the next slice
  bool done() const { return at == unchanged.size() && thorough.empty(); }
};

/// Cards that are listed at first, and with each "more": a panel of thousands costs seconds.
constexpr size_t kCardsAtOnce = 100;

/// Everything the widget knows. Changed by update() only.
struct State {
  std::shared_ptr<const Article> article;
  std::optional<AnchorIndex> index;
  bool index_ready = false;
  InterfaceWords words;
  std::string language = "en";
  Mode mode = Mode::read;
  Appearance appearance;

  std::string claims_json;  ///< the publisher's file as it came: read again when the article comes
  std::string layer_json;   ///< the reader's layer, until it is read
  bool claims_read = false;
  Document base;      ///< the publisher's document
  Document document;  ///< with all that the reader changed
  std::vector<Document> past, future;
  std::map<std::string, Placed> places;  ///< by claim id
  Search search;

  View view = View::claims;
  std::string opened, pointed, opened_source, focused;
  std::map<std::string, std::string> fields;  ///< what a person typed, by field id
  size_t cards_shown = kCardsAtOnce;          ///< of the claims that pass, in order
  bool filters_open = false;
  std::vector<std::string> filters;  ///< "kind:diplomat", "ids:" and ids with line feeds between
  SourceOrder order = SourceOrder::claims;
  std::optional<Draft> draft;
  std::string note_claim;  ///< id of the claim whose note is being written
  Range pick;
  std::vector<Notice> notices;
  Document theirs;  ///< of the last import: for settling conflicts

  uint64_t revision = 1;

  std::u16string_view text() const {
    return article ? std::u16string_view(article->text) : std::u16string_view();
  }
  const Resolution* place_of(const std::string& claim) const {
    auto at = places.find(claim);
    return at == places.end() ? nullptr : &at->second.resolution;
  }
  /// The claim stands in the article, at one known place.
  bool anchored(const std::string& claim) const {
    const Resolution* place = place_of(claim);
    return place && place->state != AnchorState::gone && place->state != AnchorState::ambiguous;
  }
  std::string field(const std::string& id) const {
    auto at = fields.find(id);
    return at == fields.end() ? std::string() : at->second;
  }
};

/// Claims of the document in reading order; those without a place at the end.
std::vector<const Claim*> claims_in_order(const State& state);
/// This person may say where the claim stands.
bool may_settle(const State& state, const Claim& claim);
/// The claim passes the search and the filters.
bool passes(const State& state, const Claim& claim);
/// The highlights of the article, in reading order.
std::vector<Highlight> highlights_of(const State& state);

}  // namespace who_says
