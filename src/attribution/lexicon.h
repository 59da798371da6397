#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/word_map.h"
#include "model/vocabulary.h"

namespace who_says {

/// What kind of word or phrase a cue is.
enum class CueKind : uint8_t {
  verb,
  noun,         ///< "claim", "statement", with the content behind it
  adjective,    ///< "confident", with a form of "be"
  adverb,       ///< "reportedly"
  preposition,  ///< "according to", with the source behind it
  agentless,    ///< "rumour has it": a whole frame without a source
};

/// What can follow a cue as its content; bits of CueEntry::frames.
namespace frame {
constexpr uint16_t clause = 1;      ///< "that …", a bare clause
constexpr uint16_t quotation = 2;   ///< words in quotation marks, before or behind
constexpr uint16_t noun = 4;        ///< a noun phrase or gerund: "denies fraud"
constexpr uint16_t infinitive = 8;  ///< "promised to …"
constexpr uint16_t object = 16;     ///< somebody and an infinitive: "urged residents to …"
constexpr uint16_t recipient = 32;  ///< somebody who is told, before the content: "told reporters that …"
constexpr uint16_t raised = 64;     ///< passive with an infinitive: "is said to …"
constexpr uint16_t figure = 128;    ///< a noun phrase and its figure: "puts the loss at 18 percent"
}  // namespace frame

/// Form of a verb, as far as its ending tells.
enum class Inflection : uint8_t { base, third, past, gerund, other };

/// What a language's lexicon says of one cue ("claim", "according to"). Looked up by any of its forms.
struct CueEntry {
  std::u16string lemma;
  CueKind kind = CueKind::verb;
  CueClass cue_class = CueClass::neutral;
  Medium medium = Medium::unknown;
  bool statement = true;        ///< false: thought, hope, intention
  bool hearsay_adverb = false;  ///< "reportedly", "allegedly": an attribution without a source by itself
  Inflection inflection = Inflection::other;
  uint16_t frames = 0;  ///< bits of `frame`
  float strength = 1;   ///< how often the form is a cue where it occurs, 0 to 1
};

/// Words of one language by which attributions are known, from assets/attribution/lexicon/LANGUAGE.tsv (README.md there explains the
/// lines). Words are asked for as lexicon_form() gives them. Immutable; lives as long as the program.
class Lexicon {
 public:
  /// The lexicon of a language ("en", "es", "de", "uk"); nullptr when there is none.
  static const Lexicon* of(std::string_view language);
  /// Reads a part of it ahead, about `work` units of Steps, and says how many; 0 = there is nothing left to read. of() reads the rest.
  static uint64_t prepare(std::string_view language, uint64_t work);

  std::string_view language() const { return language_; }
  /// A cue by any of its inflected forms; nullptr = none.
  const CueEntry* cue(std::u16string_view word) const;
  /// The noun among the cues that has this form ("claims"), also where a verb has it too; nullptr = none.
  const CueEntry* noun(std::u16string_view word) const;

  /// A cue of several words, by its first form.
  struct Phrase {
    std::vector<std::u16string> rest;  ///< the words behind the first
    CueEntry entry;
  };
  /// Phrases that begin with a word, the longest first; nullptr = none.
  const std::vector<Phrase>* phrases(std::u16string_view first_word) const;

  /// Words of a closed class: "pronoun", "negation", "auxiliary", "complementizer", "former", "determiner", "modal", …
  bool in_class(std::string_view word_class, std::u16string_view word) const;
  /// The bit of a class in `classes`; 0 when the language has no such class.
  uint64_t class_bit(std::string_view word_class) const;
  /// All closed classes of a word, a bit each.
  uint64_t classes(std::u16string_view word) const;

  /// Reads the lines of a lexicon. Lines that it does not understand are left out; their number goes to `*bad` (if given).
  static Lexicon parse(std::string_view language, std::string_view tsv, uint32_t* bad = nullptr);

 private:
  friend class LexiconReader;

  std::string language_;
  WordMap<CueEntry> cues_;  ///< all but nouns
  WordMap<CueEntry> nouns_;
  WordMap<std::vector<Phrase>> phrases_;
  WordMap<uint64_t> classes_;
  std::vector<std::string> class_names_;
};

/// Lower case with plain apostrophes: how words stand in a lexicon.
std::u16string lexicon_form(std::u16string_view word);

}  // namespace who_says
