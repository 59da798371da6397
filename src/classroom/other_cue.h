#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/range.h"

namespace who_says {

/// A cue, and what could stand in its place: "said" and "claimed", "behauptet" and "sagt".
struct CueSwap {
  std::string cue, other;
  int rank = 0;  ///< 0 = "say" or "claim" itself, 1 = a verb near to them, 2 = no verb ("according to")
};

/// A cue's verb of saying becomes one of claiming in the same form, a verb of claiming one of saying; what stands around it stays.
/// nullopt: no word of it is known ("defends"), or the language is none of de, en, es, fr, ko, uk
/// (with a region or without).
std::optional<CueSwap> other_cue(std::string_view lang, std::u16string_view cue);
/// The same for a cue that nobody noted: such a verb in the sentence of `claim`, outside of it. nullopt also when two come equally near.
std::optional<CueSwap> other_cue_near(std::string_view lang, std::u16string_view text, Range claim);

}  // namespace who_says
