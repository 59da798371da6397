#pragma once

#include "attribution/kinds.h"

namespace who_says {

/// By the phrase alone (see vocabulary: naming). `issuer_named`: a proper name says whose document it is.
Naming naming_of(const SourceText& text, const Phrase& phrase, Form form, bool issuer_named);

/// What the entity is to the event, as far as its kind and form tell.
Role role_of(const Finding& finding, const Phrase& phrase);

}  // namespace who_says
