#pragma once

#include "attribution/kinds.h"

namespace who_says {

/// Weighs what the words of one phrase tell of its source's kind. Of judge(); keeps references to what it is given.
class Judge {
 public:
  Judge(const SourceText& text, const Phrase& phrase, const BodyLookup& body, const Body& possessive)
      : text_(text), phrase_(phrase), body_(body), possessive_(possessive) {}

  Finding run() {
    for (const TitlePlace& place : phrase_.titles) {
      Finding found = by_title(place);
      bool tells = found.weight >= Weight::body && found.kind != SourceKind::unspecified;
      take(std::move(found));
      if (tells) break;  // the nearest to the name decides
    }
    by_name();
    if (is_person()) by_person();
    if (best_.weight == Weight::none) plain();
    return std::move(best_);
  }

 private:
  bool is_person() const {
    if (!phrase_.name.empty()) return phrase_.sort == NameSort::person || phrase_.sort == NameSort::unknown;
    return best_.weight == Weight::none || best_.form == Form::person || best_.form == Form::group;
  }
  void take(Finding found) {
    if (best_.country.empty()) best_.country = found.country;
    if (found.weight > best_.weight) {
      if (found.country.empty()) found.country = best_.country;
      best_ = std::move(found);
    } else if (best_.organization.empty()) {
      best_.organization = found.organization;
    }
  }
  Body body_of(const TitlePlace& place) const;
  std::string country_in(TokenSpan span) const;
  Finding by_title(const TitlePlace& place);
  /// Takes `out` with these.
  void take_as(Finding out, SourceKind kind, Office office, Weight weight, ReasonParts reason);
  void by_name();
  void by_person();
  void by_clause();
  bool by_possessor();
  void plain();

  const SourceText& text_;
  const Phrase& phrase_;
  const BodyLookup& body_;
  const Body& possessive_;
  Finding best_;
};

}  // namespace who_says
