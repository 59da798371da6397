#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/effect.h"

namespace who_says {

// What each view shows: finished words (UTF-8, in the interface language) and the commands behind each control. Views draw
// these and nothing else; the outline is made from the same values, so both always agree.

/// A thing one can press. `id` is unique in the panel and stable over frames.
struct Action {
  std::string id;
  std::string label;
  Command command;
  bool primary = false;
  bool on = false;
  bool enabled = true;
  std::string
      keys{};  ///< that press it while the panel has the focus, as in aria-keyshortcuts: "A", "J ArrowRight"
};
/// A place to type: drawn as an empty frame, typed into through a real DOM input that lies over it.
struct Field {
  std::string id;
  std::string label;
  std::string value;
  std::string placeholder;
  bool multiline = false;
  std::string problem{};  ///< with what stands in it; said above it
};

/// What the words in sight mean; each one press away.
struct TermsModel {
  Action open;  ///< id empty = there is nothing to explain
  struct Term {
    std::string name, text;
  };
  std::vector<Term> terms;  ///< while unfolded
};

/// Pictures with a silhouette of their own, one a kind group plus some for actions.
// clang-format off
enum class Icon : uint8_t { government, intelligence, military, law, politician, diplomat, former, international, think_tank, academic, ngo,
                            business, person, outlet, social, document, data, self, none, undo, redo, menu, close, search, pencil, note,
                            filter, chevron_down, chevron_right, check, warning, chevron_up, plus, minus, begin_back, begin_on };
// clang-format on

/// A piece of a line, in shares of the whole article (0 to 1).
struct Piece {
  float begin = 0;
  float end = 0;
  Hue hue = Hue::none;
  bool selected = false;
  bool faint = false;  ///< not among those that a search or filter finds
};
struct LegendItem {
  Hue hue = Hue::none;
  std::string label;
  std::string count;
  Action action;  ///< filters by it
};

struct HopModel {
  std::string id;
  std::string name;       ///< "This article", "The Korea Herald"
  std::string details;    ///< "News outlet · passes it on"
  std::string cue;        ///< with its quotation marks; drawn in italics after the details
  std::string link_note;  ///< "carried over from the sentence before", "not certain"; empty for explicit
  Hue hue = Hue::none;
  ChainLink link = ChainLink::explicit_;  ///< of the line that leads to it
  bool article = false;                   ///< the first hop
  bool origin = false;                    ///< the last: drawn bold
};
struct RemarkModel {
  std::string text;
  std::string byline;  ///< "Editor's remark · from the text"
};
/// An open card: all that is known of one claim.
struct ClaimModel {
  std::vector<HopModel> chain;
  std::vector<std::string> facts;       ///< "Named · Paraphrase · Probable"
  std::vector<std::string> not_stated;  ///< full sentences, "Not stated: when he said it."
  std::vector<RemarkModel> remarks;
  std::string confidence;  ///< of a suggestion, in words
  std::string why;         ///< reason of a suggestion
  std::string note;        ///< the reader's own note, when not being edited
  bool note_open = false;
  Field note_field;
  std::vector<std::string> anchor_words;  ///< `edited`: "was: …", "now: …"; `ambiguous`: the places
  std::vector<Action> actions;
  TermsModel terms;
};
struct CardModel {
  std::string id;      ///< of the claim
  uint64_t since = 0;  ///< State::contents when it was made: of a later one it is the same
  Action open;         ///< id "claim:<id>"; opens or closes the card
  Hue hue = Hue::none;
  Icon icon = Icon::none;
  std::string kind;        ///< "Ex-diplomat"
  std::string directness;  ///< "Paraphrase"
  std::string badge;  ///< "suggested · 0.86", "yours"; drawn as a pill instead of directness when not empty
  std::string quote;
  std::string who;          ///< bold; empty when nobody is named
  std::string who_details;  ///< "South Korea · named", or "“it is assumed” does not say by whom"
  std::string anchor;       ///< one sentence when the anchor is not exact
  bool suggested = false;   ///< dashed frame
  bool alone = false;       ///< in no list: pressing its words leads to the article
  bool opened = false;
  bool pointed = false;
  std::vector<Action> actions;  ///< of a closed suggestion: accept, correct, dismiss
  ClaimModel detail;            ///< filled when opened
};

struct FilterGroup {
  std::string label;
  std::vector<Action> options;  ///< chips; `on` when chosen
};
struct ClaimsModel {
  std::vector<Piece> strip;
  std::string strip_label;
  std::vector<LegendItem> legend;
  Field search;  ///< neither it nor the filter while there is nothing to search
  Action filter_button;
  bool filters_open = false;
  std::vector<FilterGroup> filters;
  Action clear_filters;
  std::string found;  ///< "4 of 27 claims" while a search or filter is on
  size_t first = 0;   ///< of all that are found, the first card
  std::vector<CardModel> cards;
  Action earlier, more;  ///< id empty = there are none before, after these
  std::string empty;     ///< one or two sentences when there is no card
};

struct SourceRow {
  std::string id;
  Action open;  ///< unfolds its claims
  std::string initial;
  Hue hue = Hue::none;
  Icon icon = Icon::none;
  std::string name;
  std::string count;  ///< "7 claims"
  std::vector<std::string>
      lines;  ///< "Ex-diplomat · former ambassador to Russia", "also written “Wi Son Lak”"
  std::vector<Piece> ticks;  ///< where it speaks
  bool opened = false;
  bool nobody = false;         ///< the row of claims without a source: hatched, dashed
  std::vector<Action> claims;  ///< when opened: one a claim, opens its card
};
struct SourcesModel {
  Field search;               ///< none while there is nothing to search
  std::vector<Action> order;  ///< segmented: by claims, by kind, by place
  std::vector<SourceRow> rows;
  std::string empty;
};

struct BarRow {
  Hue hue = Hue::none;
  Icon icon = Icon::none;
  std::string label;
  std::string count;  ///< "7 of 27"
  float share = 0;    ///< of the longest row
  Action action;      ///< opens the spans behind it
};
struct Segment {
  float share = 0;  ///< of the whole bar
  enum class Fill : uint8_t { strong, medium, hatch, empty } fill = Fill::strong;
  std::string label;
  Action action;  ///< id empty = nothing to open
};
struct Column {
  std::string label;
  float share = 0;  ///< of the highest
  std::string count;
  Action action;
};
struct Fact {
  std::string text;    ///< "11 rest on a former official"
  std::string strong;  ///< drawn in ink after the text: "not assessed"
  Action action;       ///< id empty = nothing to open
};
struct FactGroup {
  std::string title;
  std::vector<Fact> facts;
};
struct ProfileModel {
  std::string kinds_title;
  std::vector<BarRow> kinds;
  std::string place_title;
  std::string place_line;  ///< how many stand in each third, for those who do not see the strip
  std::vector<Piece> strip;
  std::string words_title;
  std::vector<Segment> words;
  std::string words_line;
  std::string depth_title;
  std::vector<Column> depth;
  std::string depth_line;
  std::vector<FactGroup> facts;
  std::string caution;  ///< "Counts, not a verdict: …"
  std::string empty;
};

struct TextBlock {
  Range range;
  BlockRole role = BlockRole::paragraph;
  uint8_t level = 0;
};
struct TextModel {
  const std::u16string* text = nullptr;  ///< the article's; lives as long as the state
  std::vector<TextBlock> blocks;
  std::vector<Highlight> highlights;  ///< in reading order
  Range pick;                         ///< words chosen; empty = none
  std::string pick_words;             ///< the same for the outline
  std::string help;
  std::vector<FilterGroup>
      choosing;      ///< choosing words without a pointer: sentences, words, the beginning, nothing
  Action highlight;  ///< "Highlight this claim"; enabled with a pick
  std::string empty;
};

/// How the engine's look for claims stands, above the lists.
struct DetectionModel {
  std::string text;  ///< "31 claims found by the engine, not checked by a person."; empty = nothing to say
  std::string details;
  bool running = false;
  float share = 0;  ///< of the work, while it runs
  bool problem = false;
  std::vector<Action> actions;
};

/// Walks through suggestions one by one.
struct ReviewModel {
  std::string title;
  std::string position;   ///< "12 of 31"
  float done = 0;         ///< share that is decided
  std::string counts;     ///< "4 accepted · 1 corrected · 2 rejected · 24 to go"
  bool finished = false;  ///< no card: `end` says what came of it
  CardModel card;
  std::string decided;  ///< what was decided of this one; empty = it waits
  std::vector<Action> steps;
  std::vector<Action> more;  ///< accept all that are sure, leave
  std::string help;
  std::string end;
};

struct EditorModel {
  std::string title;  ///< "New highlight"
  std::string state;  ///< "not saved yet"
  std::string quote;
  std::string quote_info;     ///< "12 words · paragraph 2"
  std::vector<Action> edges;  ///< begin/end one word back/forward
  Field source;
  std::vector<Action> sources;  ///< the article's sources that fit what was typed
  std::string source_info;      ///< "Source in this article", "New source"
  struct Choice {
    std::string id;
    std::string label;
    bool segmented = true;  ///< else chips
    std::vector<Action> options;
    Action more;  ///< id empty = all are shown
  };
  std::vector<Choice> choices;  ///< kind, office, naming, directness, certainty, relay
  std::string chain_label;
  std::vector<HopModel> chain;
  Field note;
  std::string why;
  std::vector<Action> actions;  ///< save, cancel, delete
};

struct Notice {
  std::string id;
  enum class Kind : uint8_t { done, problem, conflict } kind = Kind::done;
  std::string text;
  std::string details;
  std::vector<Action> actions;
};

/// Undo and redo are icons of the header; the other tools are words of the footer.
inline bool is_step(const Action& tool) { return tool.id == "undo" || tool.id == "redo"; }

struct HeaderModel {
  std::string title;    ///< "Who says?"
  std::string summary;  ///< "27 claims · 9 sources"
  std::vector<Action> tabs;
  std::vector<Action>
      tools;  ///< undo, redo, export, import, share, close: ids "undo", "redo", "export", "import", "share"
};

struct LessonModel;  // app/exercise/model.h

struct PanelModel {
  HeaderModel header;
  View view = View::claims;
  bool editing = false;    ///< the editor stands in front
  bool reviewing = false;  ///< the review stands in front
  std::vector<Notice> notices;
  ClaimsModel claims;
  SourcesModel sources;
  ProfileModel profile;
  TextModel text;
  EditorModel editor;
  DetectionModel detection;
  ReviewModel review;
  std::shared_ptr<const LessonModel> lesson;  ///< in front of all views
  TermsModel terms;                           ///< at the end; an open card has its own
  Appearance appearance;
  std::string focused;  ///< id of the outline node with the browser's focus
};

}  // namespace who_says
