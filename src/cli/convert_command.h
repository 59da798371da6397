#pragma once

#include "cli/verb.h"

namespace who_says {

/// `who-says convert`: W3C annotations to a claims file, and back.
extern const Verb convert_verb;

}  // namespace who_says
