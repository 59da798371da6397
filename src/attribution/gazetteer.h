#pragma once

#include <string>
#include <string_view>

#include "model/vocabulary.h"

namespace who_says {

/// A body that is known by name ("Brookings Institution", "Brookings"), from assets/attribution/kinds.tsv.
struct KnownName {
  std::u16string name;  ///< its full name
  SourceKind kind = SourceKind::unspecified;
  Form form = Form::organization;
  std::string country;     ///< ISO 3166-1 alpha-2; may be empty
  bool ambiguous = false;  ///< several bodies share this form: context must decide
};

/// A title or head-word of a description ("ambassador", "think tank", "spokesman"), from assets/attribution/titles/LANGUAGE.tsv.
struct KnownTitle {
  std::u16string term;  ///< lower case, words parted by one space
  SourceKind kind = SourceKind::unspecified;
  Form form = Form::person;
  bool office = false;        ///< an office that one can have had: "former" and "ex-" apply
  bool spokesperson = false;  ///< speaks for an organisation and takes its kind
};

/// Names and titles with their kinds. Immutable; lives as long as the program.
class Gazetteer {
 public:
  /// With the titles of a language ("en", "es", "de", "uk"); nullptr when there are none.
  static const Gazetteer* of(std::string_view language);

  /// By full name, short form or acronym, any case where it has more than one word; nullptr = not known.
  const KnownName* name(std::u16string_view words) const;
  /// By the words of a title, lower case; nullptr = none.
  const KnownTitle* title(std::u16string_view lower_case_words) const;
};

}  // namespace who_says
