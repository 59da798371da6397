#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
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
  std::string relay;         ///< Source::id of who passes it on
  std::string suggestion{};  ///< id of the engine's suggestion that filled it in
  std::string note;
  std::set<std::string> unfolded;  ///< parts of the editor that show everything
};

/// How the engine's look for claims stands; `off`: the shell has no engine.
enum class Looking : uint8_t { off, ready, running, done, unknown_language, failed };
struct DetectionState {
  Looking looking = Looking::off;
  int percent = 0;
  bool rules_only = false;
  std::string why;  ///< of a failure
};
/// What a person made of a suggestion.
enum class Decision : uint8_t { open, accepted, corrected, rejected };
/// A walk through suggestions, as they were when it began. `at` their number: the end is shown.
struct Review {
  std::vector<ClaimPtr> claims;
  size_t at = 0;
};
/// Calibrated confidence from which suggestions may be accepted all at once.
constexpr double kSure = 0.9;

struct Lesson;  // app/lesson.h

enum class SourceOrder : uint8_t { claims, kind, place };

/// A claim's place; holds for as long as the claim has the selector that was looked for.
struct Placed {
  ClaimPtr claim;
  Resolution resolution;
};
/// It is at one known place.
inline bool stands(const Resolution& place) {
  return place.state != AnchorState::gone && place.state != AnchorState::ambiguous;
}
/// Claims that are still to be found: first all of them where they cost little, then those that must be looked for thoroughly.
struct Search {
  std::vector<uint32_t> unchanged, thorough;  ///< places in State::shown
  size_t at = 0;                              ///< of `unchanged`
  bool due = false;                           ///< places were found that are to be shown in the next slice
  bool lack_words = false;  ///< some of those looked for have none, and the shell was not asked for them yet
  size_t most = 0;  ///< that a slice does next, in units of go_on(): what has not run yet is slow at first
  bool done() const { return at == unchanged.size() && thorough.empty(); }
};

/// The highlights that the shell was told of. It is told changes only, and bit by bit.
struct Painting {
  struct Told {
    Highlight highlight;
    uint64_t pass, article;  ///< when it was last seen to be so
  };
  std::map<std::string, Told> told;  ///< by claim id
  std::optional<Told> draft;         ///< the words of the editor
  std::set<std::string> marked;      ///< of these, the selected and pointed ones
  uint64_t pass = 0;                 ///< which look through all claims this is
  uint64_t article = 0;              ///< which article: places in another one are told again
  enum class Step : uint8_t { claims, gone, done } step = Step::done;
  size_t at = 0;      ///< step `claims`: the next one of State::shown
  std::string swept;  ///< step `gone`: the next one of `told`
};

/// Cards that are listed at once: each costs time with every press. "More" lists as many again as are listed.
constexpr size_t kCardsAtOnce = 40;
/// Of claims that arrive, so many are listed first, and with each slice as many more: a window shows few more of them.
constexpr size_t kCardsASlice = 5;

/// The claims that are shown in reading order, those without a place at the end; and of these the ones that pass search and filters.
struct ClaimList {
  uint64_t of = 0;  ///< which State::list
  std::vector<const Claim*> all, passing;
};

/// Everything the widget knows. Changed by update() only.
struct State {
  std::shared_ptr<const Article> article;
  std::optional<AnchorIndex> index;
  bool index_ready = false;
  InterfaceWords words;
  std::string language = "en";
  bool reasons_asked = false;  ///< for the words of reasons in that language
  Mode mode = Mode::read;
  bool stays = false;  ///< a person cannot close it for good
  Appearance appearance;

  std::map<std::string, std::string>
      begun;                ///< beginnings of long texts, by the name that the shell gave each
  std::string claims_json;  ///< the publisher's file as it came: read again when the article comes
  std::optional<ClaimsReader> reading;  ///< of `claims_json` against the article's text, until it is over
  /// The article that the publisher's file is about, once it is there; and words found there for claims that the file gives none.
  std::optional<std::string> claims_url;
  std::map<std::string, Selector> found_words;
  std::string layer_json;  ///< the reader's layer, until it is read
  bool claims_read = false;
  bool awaits_claims = false;  ///< their file is on its way
  Document base;               ///< the publisher's document
  Document document;           ///< with all that the reader changed
  std::vector<Document> past, future;
  Document
      suggestions;  ///< of the engine, as they came. They become claims of the document by a person's hand only
  Document arriving;  ///< those whose last part has not come yet
  Document shown;     ///< what the views list: the document, and the suggestions that are offered with it
  DetectionState detection;
  std::optional<Review> review;
  std::unordered_map<std::string, Placed> places;  ///< by claim id
  Search search;
  Painting painting;

  View view = View::claims;
  std::string opened, pointed, opened_source, focused;
  std::map<std::string, std::string> fields;  ///< what a person typed, by field id
  size_t first_card = 0,
         cards_shown = kCardsAtOnce;  ///< of the claims that pass: which one, and how many from there on
  bool list_grows = false;            ///< to kCardsAtOnce, slice by slice
  bool filters_open = false;
  bool as_text = false, text_only = false;  ///< the outline is shown; there is nothing else to show
  bool explaining = false;                  ///< what the words in sight mean is unfolded
  std::vector<std::string> filters;         ///< "kind:diplomat", "ids:" and ids with line feeds between
  SourceOrder order = SourceOrder::claims;
  std::optional<Draft> draft;
  std::string note_claim;  ///< id of the claim whose note is being written
  Range pick;
  std::vector<Notice> notices;
  Document theirs;                 ///< of the last import: for settling conflicts
  std::shared_ptr<Lesson> lesson;  ///< in front of all else while there is one

  uint64_t revision = 1;
  /// The same without what is only pointed at or focused: of that no word and no place depends.
  uint64_t contents = 1;
  /// The same without what is only opened or unfolded: of that no claim's order, words or place depends.
  uint64_t list = 1;
  mutable ClaimList claim_list;  ///< kept by listed_claims()

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
    return place && stands(*place);
  }
  std::string field(const std::string& id) const {
    auto at = fields.find(id);
    return at == fields.end() ? std::string() : at->second;
  }
};

using PlacedClaim = std::pair<Range, const Claim*>;
/// In reading order; claims on the same words as they were.
void sort_by_place(std::vector<PlacedClaim>& claims);
/// Made anew only when State::list is another.
const ClaimList& listed_claims(const State& state);
inline const std::vector<const Claim*>& claims_in_order(const State& state) {
  return listed_claims(state).all;
}
/// This person may say where the claim stands.
bool may_settle(const State& state, const Claim& claim);
/// The claim passes the search and the filters.
bool passes(const State& state, const Claim& claim);
/// What was decided of each claim of the review.
std::vector<Decision> decisions_of(const State& state);
/// Suggestions that wait for a decision, in no order.
size_t count_suggested(const State& state);
/// The claim's highlight; nothing while it has no place in the article.
std::optional<Highlight> highlight_of(const State& state, const Claim& claim);
/// The words that the editor is open for, in the hue of what it says so far; nothing where it has none in the article.
std::optional<Highlight> highlight_of_draft(const State& state);
/// The highlights of the article's claims, in reading order.
std::vector<Highlight> highlights_of(const State& state);

}  // namespace who_says
