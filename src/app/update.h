#pragma once

#include "app/state.h"

namespace who_says {

// The steps of update(), one file an idea. Each changes the state and adds to the effects.

// update_load.cpp
void load_article(State& state, const Command& command, Effects& effects);
void load_claims(State& state, const Command& command, Effects& effects);
void load_layer(State& state, const Command& command, Effects& effects);
void add_notice(State& state, Effects& effects, Notice notice, const Error* error = nullptr);

// update_anchor.cpp
/// How much is done within the command that asks for it: enough for an article of some pages. In units of go_on().
constexpr size_t kUnitsAtOnce = 60000;
/// The index of the article, of which there must be one, ready at once: for what a person does.
const AnchorIndex& ready_index(State& state);
/// Finds the claims of the document that have no place yet; what takes longer is left to go_on().
void anchor_claims(State& state, Effects& effects);
/// Goes on with it for about as long as `units` code units take to be read into the index. Asks for more by an effect. True when
/// new places are shown, which is the slice after the unchanged claims have been found, and after all have.
bool go_on(State& state, size_t units, Effects& effects);

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
/// A changed copy of a claim of the document.
Document with_claim(const Document& document, std::shared_ptr<Claim> claim);

// update_places.cpp: what has moved or changed is settled by who may: an editor, or a reader for highlights of their own.
void accept_place(State& state, const Command& command, Effects& effects);
void accept_moved(State& state, const Command& command, Effects& effects);

// update_draft.cpp
void begin_draft(State& state, Range range, const Stamp& stamp, Effects& effects);
void correct_claim(State& state, const std::string& id, Effects& effects);
void set_draft(State& state, const std::string& member, const std::string& value);
void set_draft_source(State& state, const std::string& name);
void save_draft(State& state, const Stamp& stamp, Effects& effects);
/// `range` with one end moved by words.
Range moved_edge(std::u16string_view text, Range range, bool begin, int number);
void pick(State& state, std::string_view how, Effects& effects);

// update_navigate.cpp
void open_claim(State& state, const std::string& id, bool from_page, Effects& effects);
void close_claim(State& state, Effects& effects);
/// `asked`: a person wants to see it; else only if the panel stays in sight.
void show_in_article(const State& state, const std::string& id, bool asked, Effects& effects);
void toggle_filter(State& state, const std::string& filter, Effects& effects);

void show_highlights(const State& state, Effects& effects);
void announce(Effects& effects, std::string text);

}  // namespace who_says
