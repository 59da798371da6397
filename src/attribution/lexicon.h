#pragma once

#include <string>
#include <string_view>

#include "model/vocabulary.h"

namespace who_says {

/// What a language's lexicon says of one cue ("claim", "according to"). Looked up by any of its forms.
struct CueEntry {
  std::u16string lemma;
  CueClass cue_class = CueClass::neutral;
  Medium medium = Medium::unknown;
  bool statement = true;        ///< false: thought, hope, intention
  bool hearsay_adverb = false;  ///< "reportedly", "allegedly": an attribution without a source by itself
  float strength = 1;           ///< how often the word is a cue where it occurs, 0 to 1
};

/// Words of one language by which attributions are known, from assets/attribution/lexicon/LANGUAGE.tsv. Immutable; lives as long as the program.
class Lexicon {
 public:
  /// The lexicon of a language ("en", "es", "de", "uk"); nullptr when there is none.
  static const Lexicon* of(std::string_view language);

  std::string_view language() const;
  /// A cue by one word of the text (any inflected form, any case); nullptr = none.
  const CueEntry* cue(std::u16string_view word) const;
  /// Words of a closed class: "pronoun", "negation", "auxiliary", "complementizer", "former", "determiner", "modal", …
  bool in_class(std::string_view word_class, std::u16string_view lower_case_word) const;
};

}  // namespace who_says
