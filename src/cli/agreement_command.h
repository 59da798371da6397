#pragma once

#include "cli/verb.h"

namespace who_says {

/// `who-says agreement`: how far people agree beyond chance.
extern const Verb agreement_verb;

}  // namespace who_says
