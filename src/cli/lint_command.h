#pragma once

#include "cli/verb.h"

namespace who_says {

/// `who-says lint`: whether the claims of a file still stand in their article.
extern const Verb lint_verb;

}  // namespace who_says
