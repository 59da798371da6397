#pragma once

#include "app/state.h"

namespace who_says {

// The steps of update(), one file an idea. Each changes the state and adds to the effects.

// update_navigate.cpp
void explain(State& state, Effects& effects);

// update_load.cpp
void add_notice(State& state, Effects& effects, Notice notice, const Error* error = nullptr);
void load_article(State& state, const Command& command, Effects& effects);
void load_claims(State& state, const Command& command, Effects& effects);
void load_layer(State& state, const Command& command, Effects& effects);
/// Goes on with the publisher's file for about `units` of go_on(). True when it is over: its claims are there.
bool read_on(State& state, size_t units, Effects& effects);
/// The text of a command that brings claims, from its beginning.
std::string whole_text(State& state, const Command& command);

// update_words.cpp: claims that say by elements of the page, not by words, where they stand.
/// Asks the shell for the words of all that have none.
void ask_for_words(const State& state, Effects& effects);
void complete_claims(State& state, const Command& command, Effects& effects);
/// Leaves out that an annotation names elements only: the shell may find their words.
void drop_only_elements(std::vector<Error>& problems);
/// Words found before, for the publisher's claims that were read anew.
void bring_words(const State& state, Document& document);

// update_anchor.cpp
/// How much is done within the command that asks for it: enough for a short article. In units of go_on().
constexpr size_t kUnitsAtOnce = 120000;
/// The index of the article, of which there must be one, ready at once: for what a person does.
const AnchorIndex& ready_index(State& state);
/// Finds the claims of the document that have no place yet; what takes longer is left to go_on().
void anchor_claims(State& state, Effects& effects);
/// Finds the claims that arrived or went, lists and highlights them.
void show_arrived(State& state, Effects& effects);
/// Goes on with what was begun, for about as long as `units` code units take to be read into the index. True when something is to be
/// seen in the panel: new places, which are in the slice after the unchanged claims have been found, and in that after all have.
bool go_on(State& state, size_t units, Effects& effects);
/// The effect `go_on`, where there is more to do.
void ask_for_more(const State& state, Effects& effects);

// update_highlights.cpp: the shell is told changes, at most so many of them within one command.
constexpr size_t kHighlightsAtOnce = 200;
/// Any highlight may have changed: tells some at once, and the others in go_on().
void show_highlights(State& state, Effects& effects);
/// Only what is selected or pointed at may have changed.
void show_marks(State& state, Effects& effects);
/// The words of the editor, when they are others than before or it was opened or closed.
void show_draft(State& state, Effects& effects);
/// The two parts of show_highlights() that go_on() does one after the other.
void begin_highlights(State& state);
void tell_highlights(State& state, size_t units, Effects& effects);

// update_suggestions.cpp: what the engine found, beside the document.
void add_suggestions(State& state, const Command& command, Effects& effects);
void load_suggestions(State& state, const Command& command, Effects& effects);
void clear_suggestions(State& state, Effects& effects);
/// The words for reasons, in another language than English, as soon as there are some to tell.
void ask_for_reasons(State& state, Effects& effects);
void set_detection(State& state, const Command& command, Effects& effects);
void ask_to_detect(State& state, bool stop, Effects& effects);
/// Makes `shown` anew: the document, and of the suggestions those that are not decided and whose words no claim of the same origin
/// covers; their sources are the document's where a name or an alias is the same. True when other claims are shown than before.
bool refresh_shown(State& state);
/// Adds to a document the sources of a claim's chain that it lacks.
void bring_sources(const State& state, Document& next, const Claim& claim);
/// The suggestion that stands on these words; nullptr when none does.
const Claim* suggestion_over(const State& state, Range range);

// update_review.cpp: one suggestion after the other.
void begin_review(State& state, const std::string& id, Effects& effects);
void end_review(State& state, Effects& effects);
void step_review(State& state, std::string_view how, Effects& effects);
/// After a decision: to the next suggestion that waits. `said`: key of the words for what was done.
void go_on_reviewing(State& state, const char* said, Effects& effects);
/// After an undo or redo: to what it brought back. `before`: the decisions until then.
void undo_reviewing(State& state, const std::vector<Decision>& before, Effects& effects);
/// Goes to a claim of the review. False when it is none of it: then the review is over.
bool review_claim(State& state, const std::string& id, Effects& effects);
void accept_sure(State& state, const Command& command, Effects& effects);
void reopen(State& state, const std::string& id, Effects& effects);
/// The notice of accept_sure: its undo holds only until the next change.
constexpr const char* kAcceptedNotice = "accepted-sure";

// update_document.cpp: all changes of the document go through commit(), so that each can be undone and is kept.
void commit(State& state, Document next, Effects& effects);
void undo(State& state, Effects& effects, bool redo);
void delete_claim(State& state, const Command& command, Effects& effects);
void accept_claim(State& state, const Command& command, Effects& effects);
void save_note(State& state, const Command& command, Effects& effects);
void import_claims(State& state, const Command& command, Effects& effects);
void settle(State& state, const Command& command, Effects& effects);
void export_claims(const State& state, Effects& effects);
void share(State& state, Effects& effects);
/// What this reader made, as a file; "" when nothing.
std::string layer_text(const State& state);
void save_layer(const State& state, Effects& effects);
/// A suggestion as a claim of this person.
std::shared_ptr<Claim> accepted_claim(const State& state, const Claim& suggestion, const Stamp& stamp);
/// A source that no claim names any more and that is not the publisher's goes with its last claim.
void drop_unused_sources(const State& state, Document& document);
/// A changed copy of a claim of the document.
Document with_claim(const Document& document, std::shared_ptr<Claim> claim);

// update_places.cpp: what has moved or changed is settled by who may: an editor, or a reader for highlights of their own.
void accept_place(State& state, const Command& command, Effects& effects);
void accept_moved(State& state, const Command& command, Effects& effects);

// update_draft.cpp
void cancel_draft(State& state, Effects& effects);
void begin_draft(State& state, Range range, const Stamp& stamp, Effects& effects);
void correct_claim(State& state, const std::string& id, Effects& effects);
void set_draft(State& state, const std::string& member, const std::string& value);
void set_draft_source(State& state, const std::string& name);
/// The hops that a draft is saved with; `old`: the claim that it corrects, if there is one. Of a longer chain only who passes it on last and
/// its origin are in the editor: what lies before them stays.
std::vector<Hop> draft_chain(const Draft& draft, const Claim* old);
void save_draft(State& state, const Stamp& stamp, Effects& effects);
/// `range` with one end moved by words.
Range moved_edge(std::u16string_view text, Range range, bool begin, int number);
void pick(State& state, std::string_view how, Effects& effects);

// update_navigate.cpp
void open_claim(State& state, const std::string& id, bool from_page, Effects& effects);
void close_claim(State& state, Effects& effects);
/// The search or the filters are others: the list begins with its first card again.
void list_anew(State& state);
/// How many cards are listed.
size_t cards_listed(const State& state);
/// Claims arrived where `before` cards were listed: so many and some are listed now, more with each slice, unless the reader has
/// looked on in the list meanwhile.
void list_bit_by_bit(State& state, size_t before);
/// Whether that is what the next slice does, and a slice of it: true if more are listed.
bool list_grows_next(const State& state);
bool list_on(State& state);
/// Lists as many cards again as are listed, before or after them.
void show_more(State& state, bool earlier, Effects& effects);
/// `asked`: a person wants to see it; else only if the panel stays in sight.
void show_in_article(const State& state, const std::string& id, bool asked, Effects& effects);
/// Says how many there are, if that is another number than before.
void search_claims(State& state, const std::string& words, Effects& effects);
void toggle_filter(State& state, const std::string& filter, Effects& effects);

void announce(Effects& effects, std::string text);

}  // namespace who_says
