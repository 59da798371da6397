#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/article.h"
#include "model/claim.h"

namespace who_says {

/// The four tabs, and the editor that stands in front of them while a draft is open.
enum class View : uint8_t { claims, sources, profile, text };
/// What this element lets a person do: only read; make highlights of one's own; change everything (editors, teachers).
enum class Mode : uint8_t { view, read, edit };

/// What a person or the page may ask. Verbs are written in JSON as kebab-case ("load-article").
/// Behind each verb: the members of Command that it reads.
enum class Verb : uint8_t {
  load_article,     ///< article. Again with another text: claims are anchored anew
  load_claims,      ///< text (JSON): the publisher's file
  await_claims,     ///< flag: the publisher's file is on its way, or it is so no more
  load_layer,       ///< text (JSON): what this reader made before
  set_words,        ///< text (JSON object key → words), value (language), plural
  set_mode,         ///< value; flag: it is not offered to close it for good
  set_appearance,   ///< appearance
  show_view,        ///< value: "claims", "sources", "profile", "text"
  open_claim,       ///< id; flag = chosen on the page (do not scroll the page). Opens its card, selects it
  close_claim,      ///< nothing: closes the open card
  show_in_article,  ///< id: scroll the page to it and flash it
  point_claim,      ///< id ("" = none): pointer or focus is over it, on the page or in the panel
  open_source,      ///< id: unfold this source's claims; again: fold
  set_field,        ///< id of the field, text: what a person typed into it
  show_more,        ///< the claims after the last one that is listed; flag = those before the first one
  toggle_filters,   ///< unfold / fold the filter block
  filter,  ///< value: "kind:diplomat", "scope:blanket", "status:reader", "hue:former", "ids:" and ids with line feeds between; toggles it
  clear_filters,
  sort_sources,   ///< value: "claims", "kind", "place"
  begin_draft,    ///< range (snapped to words here), stamp: a new highlight
  correct_claim,  ///< id: opens the editor on an existing claim
  set_draft,  ///< id of the member ("source", "kind", "office", "naming", "directness", "certainty", "relay"), value
  move_edge,  ///< value "begin" or "end", number of words (negative = back): the draft's range, or the pick's
  toggle_more,  ///< value: name of a folded part of the editor ("kinds", "naming")
  save_draft,   ///< stamp
  cancel_draft,
  delete_claim,   ///< id, stamp
  accept_claim,   ///< id of a suggestion (of the file or of the engine), stamp
  dismiss_claim,  ///< the same: it is rejected
  accept_place,  ///< id of a claim that moved or changed, range (empty = the one found), stamp: it is told anew from there
  accept_moved,  ///< stamp: the same for all whose words are unchanged
  edit_note,     ///< id: opens the note field of a claim
  save_note,     ///< id, text, stamp
  undo,
  redo,
  pick,  ///< value "next-sentence", "previous-sentence", "grow-word", "shrink-word", "next-word", "previous-word", "clear": choosing
         ///< words of the Text view by keyboard
  pick_range,     ///< range: words chosen with the pointer in the Text view (empty = clear)
  import_claims,  ///< text (JSON), value (file name); without text: effect choose_file
  settle,         ///< id of a conflict, value "mine" or "theirs"
  export_claims,  ///< effect download
  detect,  ///< a person asks for the engine's suggestions: effect `detect`; flag = they ask to stop looking
  detection,  ///< value "off", "ready", "running", "failed"; number = per cent done; text = why it failed: how it stands in the shell
  add_suggestions,   ///< text (JSON): a part of what the engine found; nothing is shown before the last part
  load_suggestions,  ///< the last part, or all of it: text (JSON): what the engine found, as a claims file; value = language of the text ("" = not known);
  ///< flag = by rules alone; id = why the engine's network could not be loaded ("" = it was not asked for)
  clear_suggestions,
  begin_review,  ///< id ("" = the first): walks through the suggestions
  review,        ///< value "next", "previous"
  end_review,
  accept_sure,     ///< stamp: all suggestions of at least kSure
  reopen,          ///< id of a suggestion that was decided: it waits for a decision again
  step_back,       ///< leaves what stands in front: the editor, the review, or the open card
  share,           ///< effect share
  dismiss_notice,  ///< id
  notify,  ///< value (key of the interface words), text (details), flag = something went wrong: what the shell has to tell
  begin_text,  ///< id, text: how the text of a later command that brings claims, with the same id, begins
  complete_claims,  ///< text (JSON): the words that the shell found for claims of effect find_words
  go_on,            ///< number: how much of the work that an effect `go_on` told of; see update.h
  explain,          ///< unfold / fold what the words in sight mean
  load_terms,       ///< text (JSON): the explanations that effect `explain` asked for; "" = they did not come
  add_words,        ///< text (JSON): the words that effect `more_words` asked for; value: their language
  as_text,  ///< the panel as text, and back; value "only" or "either": whether the shell has no other way
  // Of lessons, in a module that has them (app/lesson.h).
  load_exercise,  ///< text (JSON): an exercise; without text it is on its way: from now on the panel shows a lesson and no claims
  load_key,  ///< text (JSON): the key that was not in the exercise; without: value = key of the words that say why not
  load_work,  ///< text (JSON): what this pupil answered before
  answer,     ///< id of what is answered in the task in front, value
  lesson,  ///< value: a step; "next", "back", "check", "again", "hint", … (app/exercise/lesson.h); id, stamp
  print,   ///< flag = a person asks for it: effect paper
  close_for_good,  ///< a person does not want it on this site: effect close
  focus,           ///< id of an outline node that has the browser's focus ("" = none)
};

/// Identity and time of what a command creates. The core has neither clock nor randomness: the shell fills it in.
struct Stamp {
  std::string id;
  std::string now;  ///< ISO 8601
  bool operator==(const Stamp&) const = default;
};

/// How the panel looks: comes from the page, read by the views only.
struct Appearance {
  bool dark = false;
  bool reduced_motion = false;
  bool touch = false;          ///< coarse pointer: targets of 44 px
  uint32_t accent = 0;         ///< 0xRRGGBB; 0 = the theme's own
  float font_scale = 1;        ///< reader's text size over 16 px
  bool right_to_left = false;  ///< the panel is laid out so
  bool operator==(const Appearance&) const = default;
};

struct Command {
  Verb verb{};
  std::string id;
  std::string value;
  std::string text;
  /// Plural category of 0 … 199, one letter each: z o t f m x (zero, one, two, few, many, other).
  std::string plural;
  Range range;
  int number = 0;
  bool flag = false;
  Stamp stamp;
  std::shared_ptr<const Article> article;
  Appearance appearance;
  bool operator==(const Command&) const = default;
};

}  // namespace who_says
