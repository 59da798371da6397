#pragma once

#include "cli/verb.h"

namespace who_says {

/// `who-says detect`: who is behind what in a text, as the engine sees it.
extern const Verb detect_verb;

}  // namespace who_says
