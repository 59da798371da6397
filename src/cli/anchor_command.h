#pragma once

#include "cli/verb.h"

namespace who_says {

/// `who-says anchor`: finds each line's quote in its text, so that anyone can measure the engine on cases of their own. With
/// --explain it gives the terms that tests/bench/anchoring/fit.mjs fits the weights to.
extern const Verb anchor_verb;

}  // namespace who_says
