#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/command.h"
#include "model/claim.h"

namespace who_says {

/// One highlighted span on the page or in the Text view.
struct Highlight {
  std::string claim;  ///< id; "" = no claim yet: the words that the editor is open for
  Range range;
  Hue hue = Hue::none;
  bool selected = false;
  bool pointed = false;
  bool suggested = false;
  friend bool operator==(const Highlight&, const Highlight&) = default;
};

/// What the shell must do. Kinds are written in JSON as kebab-case.
enum class EffectKind : uint8_t {
  show_highlights,  ///< highlights: new ones, or other than before; gone: claims that have none any longer. All others stay
  scroll_page,  ///< range, flag = flash; id of the claim; value: "asked", or "beside" = only if the panel stays in sight
  scroll_panel,  ///< id of the item that must become visible in the panel
  save_layer,  ///< text: what this reader made, as JSON ("" = nothing left); value: hash of the article's text
  download,    ///< text, value (file name)
  share,  ///< text: the reader's layer as JSON; id; range: the first claim, for a text fragment; value: the fragment
  announce,     ///< text: said by the live region
  changed,      ///< claims changed; text: count; flag = by loading, not by a person
  selected,     ///< id ("" = none)
  failed,       ///< text (message), value (code), id (where)
  choose_file,  ///< a person wants to open a claims file
  detect,       ///< look for claims with the engine; flag = stop looking
  find_words,  ///< text (JSON): claims whose selectors name elements of the page, but no words. They come back by complete_claims
  go_on,       ///< there is more work: send the command `go_on` when the page has had its turn
  explain,  ///< the explanations of terms in the interface language are wanted: they come back by load_terms; value: language
  more_words,  ///< words of the file ID.LANGUAGE.json are wanted: they come back by add_words; id; value: language
  as_text,  ///< show the outline (flag), or the panel again
  lesson,  ///< value: what a lesson wants of the shell; "keep", "unlock", "copy" (app/exercise/lesson.h); text; id
  paper,  ///< what prints: text (tables, see models.h), highlights (all), flag: print it now
  close,  ///< stay closed on this site; what stands in its place: text, and value = words of the button that brings it back
  focus,  ///< id of the outline node that should get the browser's focus; flag = only if another one had it
};

struct Effect {
  Effect() = default;
  explicit Effect(EffectKind the_kind, std::string the_id = {}) : kind(the_kind), id(std::move(the_id)) {}

  EffectKind kind{};
  std::string id;
  std::string value;
  std::string text;
  Range range;
  bool flag = false;
  std::vector<Highlight> highlights;
  std::vector<std::string> gone;
};
using Effects = std::vector<Effect>;

}  // namespace who_says
