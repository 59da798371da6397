#pragma once

#include <functional>
#include <string>

#include "attribution/bodies.h"
#include "attribution/phrases.h"
#include "attribution/reasons.h"

namespace who_says {

/// How much a reason for a kind weighs against others of the same entity; the first of the highest decides.
enum class Weight : uint8_t {
  none,
  bare,
  described,
  honorific,
  default_of_title,
  clause,
  word_of_name,
  head,
  body,
  title,
  known
};

/// What one phrase says of an entity.
struct Finding {
  SourceKind kind = SourceKind::unspecified;
  Form form = Form::person;
  Office office = Office::unknown;
  Weight weight = Weight::none;
  bool spokesperson = false;
  ReasonParts reason;  ///< "'former … ambassador' → diplomat, former"
  std::string organization;
  std::string country;
};

/// What is known of the body that `words` name: by the article, then by the gazetteer and the words themselves.
using BodyLookup = std::function<Body(TokenSpan words)>;

/// Kind, form and office by what the phrase says. `possessive`: the body that "its" or "their" stands for, when there is one.
Finding judge(const SourceText& text, const Phrase& phrase, const BodyLookup& body, const Body& possessive);

}  // namespace who_says
