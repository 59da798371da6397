#pragma once

#include "cli/verb.h"

namespace who_says {

/// `who-says grade`: pupils' works by an exercise's key, and the class at a glance.
extern const Verb grade_verb;

}  // namespace who_says
