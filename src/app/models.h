#pragma once

#include <string>
#include <vector>

#include "app/state.h"
#include "app/view_models.h"

namespace who_says {

/// What the panel shows of a state. Only the view in front is filled.
PanelModel panel_model(const State& state);
/// Marks in a model of the same contents what is pointed at and focused now.
void mark(const State& state, PanelModel& model);
/// Brings a model of the same State::list up to date where only what is open or unfolded can have changed. False when that is not all.
bool look_again(const State& state, PanelModel& model);
/// The outline of a model.
OutlineNode outline_of(const PanelModel& model, const State& state, uint64_t since);

// The parts, one file a view.
HeaderModel header_model(const State& state);
ClaimsModel claims_model(const State& state);
/// Its part that hangs on what is open: marks in the strip, cards, "more".
void list_cards(const State& state, ClaimsModel& model);
/// The inside of an open card.
ClaimModel claim_model(const State& state, const Claim& claim);
SourcesModel sources_model(const State& state);
ProfileModel profile_model(const State& state);
TextModel text_model(const State& state);
EditorModel editor_model(const State& state);
CardModel card_model(const State& state, const Claim& claim);
// models_review.cpp
DetectionModel detection_model(const State& state);
ReviewModel review_model(const State& state);
/// What of them is said: "4 accepted · 2 rejected · 25 to go", and that as a sentence when the review is over (update_review.cpp).
std::string review_counts(const State& state);
std::string review_end(const State& state);
/// "Likely right: of 100 suggestions with this confidence, about 86 are."
std::string confidence_words(const State& state, double confidence);

// What several of them need.
Action action(std::string id, std::string label, Verb verb, std::string target = "", std::string value = "");
std::string joined(const State& state, const std::vector<std::string>& parts);  ///< "a · b"
std::string listed(const State& state, const std::vector<std::string>& parts);  ///< "a, b and c"
std::string quoted(const State& state, const std::string& text);                ///< "“a”"
/// A reason in the interface language, where its parts and words for them are at hand; else as the file has it.
std::string reason_words(const State& state, const std::string& reason, const ReasonParts& parts);
std::string kind_label(const State& state, const Document& document,
                       const Source* source);  ///< "Ex-diplomat"
Icon icon_of(const Source* source);
/// The country of a source in words; the engine's codes ("KR") are for machines.
std::string country_words(const Source& source);
/// Where claims stand, in shares of the article; the open one once more at the end.
/// Of claims in their order; those not among the `found` ones are faint.
std::vector<Piece> pieces_of(const State& state, const std::vector<const Claim*>& claims,
                             const std::vector<const Claim*>& found);
inline std::vector<Piece> pieces_of(const State& state, const std::vector<const Claim*>& claims) {
  return pieces_of(state, claims, claims);
}
void add_piece(const State& state, const Claim& claim, bool selected, std::vector<Piece>& pieces);
/// The path from the article to the origin.
std::vector<HopModel> chain_model(const State& state, const std::vector<Hop>& chain, const std::string& id);
/// An action that shows just these claims.
Action spans_action(const std::string& id, const std::string& label, const std::vector<const Claim*>& claims);

/// Kinds of these claims' sources by hue, the most frequent first; nobody last.
std::vector<LegendItem> legend_of(const State& state, const std::vector<const Claim*>& claims);

// models_paper.cpp
/// What prints, as three tables: kinds with a letter for each; all claims with the letter of their kind, number, words, and what is said
/// of them; the sources that they name. Between tables stands U+001D, a table begins with its title; each row follows a U+001E and begins
/// with id and hue of its claim; each cell follows a U+001F.
std::string paper_of(const State& state);

// models_terms.cpp
/// What is said of a claim, explained.
TermsModel claim_terms(const State& state, const Claim& claim);
/// The words of the view in front, unless a card is open.
TermsModel view_terms(const State& state);

// models_report.cpp
/// A notice about claims that no longer stand as they did, for who may settle them.
void add_report(const State& state, std::vector<Notice>& notices);
void add_place_actions(const State& state, const Claim& claim, std::vector<Action>& actions);

}  // namespace who_says
