#pragma once

#include <string>
#include <utility>
#include <vector>

#include "attribution/detection.h"
#include "attribution/kinds.h"

namespace who_says {

/// Someone or something that the article names or describes, while sources are being found.
struct Figure {
  std::u16string name;  ///< at its fullest mention, without title; of a description: its words
  NameSort sort = NameSort::unknown;
  Finding finding;  ///< what weighs most so far
  Naming naming = Naming::none;
  Role role = Role::unknown;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool named = false;
  std::u16string description;         ///< words of its title
  std::vector<std::u16string> heads;  ///< terms it was described by: "ambassador", "publication"
  std::u16string owner;               ///< "his" or "her" of "her doctor", who has no name
  std::u16string words;               ///< all its names and descriptions, lower case, with blanks around
  std::vector<int> speakers;          ///< unnamed ones who speak for it
  std::vector<Mention> mentions;      ///< those that are shown
  Range first;                        ///< where the article first has it
  uint32_t places = 0;                ///< where the article has it
  bool used = false;                  ///< attributions or relays point at it
  bool fits_person() const { return sort == NameSort::person || (!named && finding.form == Form::person); }
  bool fits_body() const {
    return sort == NameSort::body || sort == NameSort::state ||
           (!named && finding.form == Form::organization);
  }
};

/// A place in the text where a figure stands.
struct Place {
  TokenSpan span;
  int figure = kNone;
  bool source = false;   ///< the source of an attribution
  bool subject = false;  ///< its sentence begins with it
  uint32_t depth = 0;    ///< contents around it
  bool goes_on = false;  ///< "he" or "she" of whom something else is told than what they say
};

/// All figures of an article, to be looked up by the forms of their names.
class Cast {
 public:
  explicit Cast(const SourceText& text) : text_(text), places_(text.tokens.sentences.size()) {}

  /// The figure that a name means, and why; kNone when it is new. "Wi Song Lak", "Wi", "Wi Son Lak", "INSS", "the Herald".
  std::pair<int, ReasonParts> find_name(const Phrase& phrase) const;
  /// Adds a figure for a phrase.
  int add(const Phrase& phrase);
  /// The names of the phrase mean this figure from now on; a fuller one becomes its name.
  void learn(int figure, const Phrase& phrase);
  /// Takes what a phrase says of the figure.
  void take(int figure, const Phrase& phrase, Finding finding, Naming naming);
  void put(Place place);
  /// Places in a sentence, in reading order.
  const std::vector<Place>& in_sentence(uint32_t sentence) const { return places_[sentence]; }
  /// A body by words that name it: in the article, else by the gazetteer.
  Body body_of(TokenSpan words) const;
  Body body_of_figure(int figure) const;
  /// The figure of just this name; kNone = none.
  int find_called(std::u16string_view name) const;
  /// The figure that a body's name means; kNone = none.
  int find_body(TokenSpan words) const;

  Figure& operator[](int figure) { return figures_[static_cast<size_t>(figure)]; }
  const Figure& operator[](int figure) const { return figures_[static_cast<size_t>(figure)]; }
  int size() const { return static_cast<int>(figures_.size()); }

 private:
  void index(const std::u16string& key, int figure);
  int latest(const std::u16string& key, const Phrase& phrase) const;
  int spelled_like(const std::u16string& name, const Phrase& phrase) const;
  bool agrees(const Figure& figure, const Phrase& phrase) const;

  const SourceText& text_;
  std::vector<Figure> figures_;
  WordMap<std::vector<int>> by_key_;
  std::vector<std::vector<Place>> places_;  ///< by sentence
};

/// Words in lower case without accents, "the" left out: how names are looked up.
std::u16string name_key_of(std::u16string_view name);

}  // namespace who_says
