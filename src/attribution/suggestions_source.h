#pragma once

#include <string>
#include <string_view>

#include "attribution/detection.h"
#include "model/claim.h"

namespace who_says {

class Lexicon;

/// An entity as a source of suggestions, by the id that their chains name it by. Aliases are those of its mentions that have a reason.
Source suggested_source(std::u16string_view text, const Lexicon& lexicon, const Entity& entity,
                        const std::string& id);

}  // namespace who_says
