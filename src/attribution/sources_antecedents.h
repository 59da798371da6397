#pragma once

#include "attribution/sources_cast.h"

namespace who_says {

/// What a pronoun or "the ministry" is taken to mean.
struct Antecedent {
  int figure = kNone;
  bool sure = true;  ///< no other figure fits nearly as well
};

/// Where a mention stands whose figure is looked for.
struct Standing {
  TokenSpan span;
  uint32_t depth = 0;    ///< contents around it
  int speaker = kNone;   ///< figure whose words it stands in
  bool quoted = false;   ///< inside quotation marks
  bool told_of = false;  ///< who says nothing there: "Born in 1933, he …"
};

/// The figure that a pronoun of the third person means: the nearest one before it that fits in number and gender, sources and
/// subjects of sentences first. Looks back at most a few sentences.
Antecedent antecedent_of(const SourceText& text, const Cast& cast, std::u16string_view pronoun,
                         const Standing& at);

/// The description of a body with which the sentence of a token, or the one before, begins: "The environment ministry was silent; a
/// spokesman …". Empty where none does.
TokenSpan body_spoken_of(const SourceText& text, uint32_t token);

/// The figure right before a relative pronoun; kNone = none.
int before_relative(const SourceText& text, const Cast& cast, TokenSpan pronoun);

/// The figure that "the ministry", "the ex-minister", "the paper" means: one before it that was called so, or is of that kind.
Antecedent described_before(const SourceText& text, const Cast& cast, const Phrase& phrase,
                            const Standing& at);

/// The body that a description opens with and that the next sentences name: "South Korea's spy agency said … The National Intelligence
/// Service added …". It is of the same kind and is not named before; kNone = none.
int named_behind(const SourceText& text, const Cast& cast, const Phrase& phrase);

}  // namespace who_says
