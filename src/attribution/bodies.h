#pragma once

#include <string>

#include "attribution/names.h"

namespace who_says {

/// A body that someone belongs to or that issues a document.
struct Body {
  SourceKind kind = SourceKind::unspecified;
  std::string name;     ///< as a person reads it; empty = nothing is known
  std::string country;  ///< ISO 3166-1 alpha-2; may be empty
  bool named = false;   ///< a proper name
};

/// What the gazetteer and the words themselves tell of a body.
Body body_of_words(const SourceText& text, TokenSpan words);

/// Kinds that stand for a state: government, military, …
bool is_state_kind(SourceKind kind);

/// Bodies of the state are in office as long as nothing else is said.
Office office_of_body(SourceKind kind, Form form);

}  // namespace who_says
