#include "attribution/naming.h"

#include <algorithm>
#include <array>

#include "attribution/word_list.h"

namespace who_says {
namespace {

/// Bodies that are a class when nothing tells which: "the military".
constexpr std::array<std::u16string_view, 9> kMass = {u"police",     u"military", u"government",
                                                      u"media",      u"press",    u"army",
                                                      u"opposition", u"public",   u"authorities"};
constexpr std::array<std::u16string_view, 12> kNationalBodies = {
    u"army",       u"navy",           u"air force",      u"armed forces",
    u"government", u"parliament",     u"central bank",   u"coast guard",
    u"military",   u"defence forces", u"defense forces", u"statistics office"};

/// Behind a bare noun, what tells who they are.
constexpr std::array<std::u16string_view, 5> kTelling = {u"close", u"familiar", u"briefed", u"involved",
                                                         u"aware"};

/// "The Turan agency", "the RMT union", "Science magazine": what it is stands behind its name. "The Washington daily" is not told so.
bool is_name_with_class(const SourceText& text, const Phrase& phrase) {
  if (phrase.titles.empty() || phrase.plural) return false;
  const TitlePlace& place = phrase.titles.front();
  bool named_so = place.title->form == Form::organization &&
                  (place.title->kind != SourceKind::government || place.title->term == u"agency") &&
                  place.title->kind != SourceKind::legislator_politician &&
                  place.title->kind != SourceKind::law_justice && place.title->kind != SourceKind::military;
  if (!named_so || place.plural || place.span.end != phrase.head.end || place.span.begin <= phrase.head.begin)
    return false;
  TokenSpan name{phrase.head.begin, place.span.begin};
  for (uint32_t at = name.begin; at < name.end; ++at)
    if (!is_name_like(text, at) || text.gazetteer.country(text.at(at))) return false;
  return sort_of_name(text, name, false) != NameSort::state && !text.gazetteer.title(text.form(name.begin));
}

}  // namespace

Naming naming_of(const SourceText& text, const Phrase& phrase, Form form, bool issuer_named) {
  static constexpr std::array<std::u16string_view, 9> kNone = {u"nobody",  u"everybody", u"everyone",
                                                               u"someone", u"somebody",  u"anyone",
                                                               u"none",    u"anybody",   u"no one"};
  if (!phrase.pronoun.empty()) return Naming::none;
  if (!phrase.name.empty()) return Naming::named;
  if (form == Form::document) {
    const KnownTitle* title = phrase.titles.empty() ? nullptr : phrase.titles.front().title;
    bool social = title && title->kind == SourceKind::social_media;
    bool bare_class = phrase.plural && phrase.determiner == Determiner::none && !phrase.modified;
    if (bare_class && title && title->kind == SourceKind::data_statistics && title->term != u"figures" &&
        phrase.head.size() == 1)
      return Naming::generic;
    return issuer_named && !social ? Naming::named : Naming::described;
  }
  std::u16string words = lowered(text.plain(phrase.span));
  if (std::find(kNone.begin(), kNone.end(), words) != kNone.end()) return Naming::none;
  if (phrase.determiner != Determiner::indefinite && form == Form::organization &&
      is_name_with_class(text, phrase))
    return Naming::named;
  switch (phrase.determiner) {
    case Determiner::indefinite:
      return phrase.modified || phrase.clause ? Naming::described : Naming::generic;
    case Determiner::quantifier:
      return Naming::generic;
    case Determiner::none:
      if (phrase.modified && phrase.head.size() == 1 && !phrase.titles.empty() &&
          phrase.titles.front().span.end < phrase.span.end &&
          text.form(phrase.titles.front().span.end) == u"of")
        return Naming::described;
      // "People close to the firm", "doctors at the Royal Infirmary"
      if (phrase.modified && !phrase.titles.empty() && phrase.titles.front().span.end < phrase.span.end) {
        std::u16string next = text.form(phrase.titles.front().span.end);
        if (is_one(next, kTelling) || (next == u"at" && !phrase.titles.front().body.empty()))
          return Naming::described;
      }
      // "Health officials in Port Ibara" are described, "officials in Port Ibara" are a bare class.
      return (phrase.head.size() > 1 && text.form(phrase.head.begin) != u"local") || phrase.clause ||
                     (!phrase.titles.empty() && !phrase.titles.front().body.empty() &&
                      phrase.titles.front().title->of_body)
                 ? Naming::described
                 : Naming::generic;
    case Determiner::definite:
      if (form == Form::organization && !phrase.titles.empty()) {
        const TokenSpan& title = phrase.titles.front().span;
        if (!phrase.modified && is_one(text.form(title.end - 1), kMass)) return Naming::generic;
        // "The Dravanian navy": with the name of its country it is its proper name.
        bool country = title.begin > phrase.head.begin && is_name_like(text, phrase.head.begin) &&
                       title.end == phrase.head.end;
        if (country && is_one(text.plain(title), kNationalBodies)) return Naming::named;
      }
      return Naming::described;
    default:
      return Naming::described;
  }
}

Role role_of(const Finding& finding, const Phrase& phrase) {
  if (finding.spokesperson) return Role::representative;
  for (const TitlePlace& place : phrase.titles)
    if (place.title->term == u"witness" || place.title->term == u"eyewitness") return Role::witness;
  switch (finding.kind) {
    case SourceKind::person_affected:
      return Role::affected;
    case SourceKind::think_tank:
    case SourceKind::academic:
      return Role::commentator;
    case SourceKind::news_outlet:
    case SourceKind::social_media:
      return finding.form == Form::person ? Role::commentator : Role::relay;
    case SourceKind::government:
    case SourceKind::intelligence_agency:
    case SourceKind::military:
    case SourceKind::law_justice:
    case SourceKind::international_organization:
    case SourceKind::legislator_politician:
    case SourceKind::diplomat:
      return finding.office == Office::former ? Role::commentator : Role::authority;
    case SourceKind::ngo_advocacy:
      return Role::commentator;
    case SourceKind::business:
      return finding.form == Form::document ? Role::unknown : Role::participant;
    default:
      return Role::unknown;
  }
}

}  // namespace who_says
