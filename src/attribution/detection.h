#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "model/reason_parts.h"
#include "model/vocabulary.h"
#include "text/range.h"

namespace who_says {

// What the engine finds in one text: plain values. Ranges are UTF-16 code units of that text, half-open; indices point into the
// vectors of the same Detection, `kNone` = nothing.

constexpr int kNone = -1;

/// One relation *source, cue, content* with its labels (see the vocabulary).
struct Attribution {
  std::vector<Range> source;   ///< in reading order, disjoint; empty = nobody is named
  std::vector<Range> cue;      ///< may be empty
  std::vector<Range> content;  ///< outer quotation marks and final punctuation lie outside
  Directness directness = Directness::none;
  Scope scope = Scope::none;
  CueClass cue_class = CueClass::none;
  Medium medium = Medium::unknown;
  Certainty certainty = Certainty::unknown;
  bool statement = true;  ///< something said, written or shown; false: thought, hope, fear, wish, intention
  bool negated = false;   ///< "did not say that …"
  bool hypothetical = false;              ///< "would say", "if he says"
  int entity = kNone;                     ///< who is behind it
  int relay = kNone;                      ///< entity that it was told to or carried by: "told AFP"
  int nested_in = kNone;                  ///< attribution in whose content this one lies
  int carried_from = kNone;               ///< attribution whose outer hops go on here without words
  ChainLink link = ChainLink::explicit_;  ///< how the hop to `entity` is known
  float confidence = 0;                   ///< 0 to 1, calibrated
  ReasonParts reason;                     ///< what in the words tells it
};

/// Where the first of its spans begins; UINT32_MAX where it has none.
inline uint32_t first_place(const Attribution& a) {
  uint32_t first = UINT32_MAX;
  for (const std::vector<Range>* spans : {&a.source, &a.cue, &a.content})
    if (!spans->empty()) first = std::min(first, spans->front().begin);
  return first;
}
/// Where the last of its spans ends; 0 where it has none.
inline uint32_t last_place(const Attribution& a) {
  uint32_t last = 0;
  for (const std::vector<Range>* spans : {&a.source, &a.cue, &a.content})
    if (!spans->empty()) last = std::max(last, spans->back().end);
  return last;
}

/// Words that stand for an entity, and why they are taken to.
struct Mention {
  Range range;
  ReasonParts reason;  ///< "surname of Wi Song Lak"; empty at the entity's own name
};

/// Someone or something that attributions have as their source, or that relays them.
struct Entity {
  std::string name;  ///< at its fullest mention, without title
  SourceKind kind = SourceKind::unspecified;
  Form form = Form::person;
  Office office = Office::unknown;
  Naming naming = Naming::none;
  Role role = Role::unknown;
  std::string description;        ///< "former South Korean ambassador to Russia"; may be empty
  std::string organization;       ///< what it belongs to or speaks for; may be empty
  std::string country;            ///< ISO 3166-1 alpha-2; may be empty
  std::vector<Mention> mentions;  ///< in reading order
  ReasonParts reason;             ///< "'former … ambassador' → diplomat, former"
};

/// A checkable sentence of the article's own for which nobody is named.
struct Unattributed {
  Range range;
  ReasonParts reason;
};

/// Arithmetic that the text itself implies, with its working: "10,000 × $2,000 a month × 12 = $240 million a year; the text says
/// more than $200 million". Never a verdict.
struct NumberCheck {
  std::vector<Range> numbers;  ///< the places of the text that it uses
  Range claim;                 ///< the words that state the result; empty when the text states none
  std::string working;
};

struct Detection {
  std::string language;         ///< "en"; "" = nothing tells which it is
  bool language_known = false;  ///< the engine has words of that language; else it looks for nothing
  std::string engine;           ///< version of the engine that found it; may be empty
  bool rules_only = false;      ///< no network had a part in it
  std::vector<Attribution> attributions;  ///< in reading order of their first span
  std::vector<Entity> entities;
  std::vector<Unattributed> unattributed;
  std::vector<NumberCheck> checks;
};

}  // namespace who_says
