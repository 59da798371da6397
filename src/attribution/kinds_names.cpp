#include <algorithm>
#include <array>

#include "attribution/bodies.h"
#include "attribution/kinds_judge.h"
#include "attribution/spelling.h"
#include "attribution/word_list.h"
#include "text/utf.h"

// Of Judge: what a name, and what is told of a person beside titles, say of a source.

namespace who_says {
namespace {

/// Documents whose name may end in the word: "the Clean Air Act". "The Democratic National Convention" is none.
constexpr std::array<std::u16string_view, 8> kNamedDocuments = {
    u"act", u"treaty", u"constitution", u"bible", u"accord", u"protocol", u"charter", u"pact"};

/// Bodies whose name begins so are of several states.
constexpr std::array<std::u16string_view, 3> kOfManyStates = {u"international", u"european",
                                                              u"inter-american"};

}  // namespace

void Judge::take_as(Finding out, SourceKind kind, Office office, Weight weight, ReasonParts reason) {
  out.kind = kind;
  out.office = office;
  out.weight = weight;
  out.reason = std::move(reason);
  take(std::move(out));
}

void Judge::by_name() {
  if (phrase_.name.empty() || phrase_.sort == NameSort::person) return;
  std::u16string words = text_.plain(phrase_.name);
  std::string shown = to_utf8(words);
  Finding out;
  out.form = Form::organization;
  if (phrase_.sort == NameSort::state) {
    const KnownCountry* country = text_.gazetteer.country(words);
    out.kind = SourceKind::government;
    out.form = Form::state;
    out.country = country ? country->code : "";
    out.office = Office::current;
    out.weight = Weight::title;
    out.reason = because("state", {shown});
    return take(std::move(out));
  }
  const KnownName* known = text_.gazetteer.name(words);
  if (!known && phrase_.determiner == Determiner::definite) known = text_.gazetteer.name(u"The " + words);
  // "Greenpeace Indonesia"
  TokenSpan branch{phrase_.name.begin, phrase_.name.end - 1};
  if (!known && !branch.empty() && text_.gazetteer.country(text_.at(branch.end)))
    known = text_.gazetteer.name(text_.plain(branch));
  // "The U.S. National Science Foundation"
  if (!known && phrase_.name.size() > 1 && text_.gazetteer.country(text_.at(phrase_.name.begin)))
    known = text_.gazetteer.name(text_.plain({phrase_.name.begin + 1, phrase_.name.end}));
  if (known) {
    out.kind = known->kind;
    out.country = known->country;
    if (out.country.empty() && !phrase_.possessor.empty()) out.country = country_in(phrase_.possessor);
    out.office = office_of_body(out.kind, out.form);
    out.weight = known->ambiguous ? Weight::word_of_name : Weight::known;
    out.reason = because_of_kind("known-name", {shown}, out.kind);
    return take(std::move(out));
  }
  std::u16string_view first = text_.at(phrase_.name.begin);
  if (first[0] == '@' || first[0] == '#') {
    out.kind = SourceKind::social_media;
    out.form = first[0] == '@' ? Form::person : Form::group;
    out.office = Office::not_applicable;
    out.weight = Weight::known;
    out.reason = because("social-name", {shown});
    return take(std::move(out));
  }
  uint32_t joint = phrase_.name.begin;
  while (joint < phrase_.name.end && is_name_like(text_, joint)) ++joint;
  const KnownTitle* document = joint > phrase_.name.begin && phrase_.name.size() > 1
                                   ? text_.gazetteer.title(text_.form(joint - 1))
                                   : nullptr;
  bool joined = joint < phrase_.name.end || (document && is_one(document->term, kNamedDocuments));
  if (document && joined && document->form == Form::document &&
      !text_.gazetteer.name_word(document->term)) {  // "UN Convention on …"
    out.kind = document->kind;
    out.form = Form::document;
    out.office = Office::not_applicable;
    out.weight = Weight::word_of_name;
    out.reason = because_of_kind("word-of-name", {to_utf8(document->term)}, out.kind);
    return take(std::move(out));
  }
  if (const KnownTitle* word = kind_word(text_, phrase_.name)) {
    out.kind = word->kind;
    // "Bank of Korea": a country's own.
    bool of_country = joint + 1 < phrase_.name.end && text_.words.is(joint, u"of") &&
                      text_.gazetteer.country(text_.plain({joint + 1, phrase_.name.end}));
    if (of_country && word->term == u"bank") out.kind = SourceKind::government;
    // "The International Seabed Authority"
    if (word->kind == SourceKind::government && phrase_.name.size() > 1 &&
        is_one(text_.form(phrase_.name.begin), kOfManyStates))
      out.kind = SourceKind::international_organization;
    // "The Iranian Security Council"
    if (word->term == u"security council" && !country_in(phrase_.name).empty())
      out.kind = SourceKind::government;
    if (phrase_.doing == Doing::stands) out.kind = SourceKind::legislator_politician;
    out.office = office_of_body(out.kind, out.form);
    out.weight = word->kind == SourceKind::unspecified ? Weight::described : Weight::word_of_name;
    out.reason = because_of_kind("word-of-name", {to_utf8(word->term)}, out.kind);
    out.country = country_in(phrase_.name);
    if (out.country.empty() && !phrase_.possessor.empty()) out.country = country_in(phrase_.possessor);
    return take(std::move(out));
  }
  if (phrase_.sort == NameSort::body && phrase_.doing == Doing::represents) {
    return take_as(std::move(out), SourceKind::ngo_advocacy, Office::not_applicable, Weight::clause,
                   because("represents"));
  }
  if (phrase_.sort == NameSort::body && phrase_.doing == Doing::stands) {
    return take_as(std::move(out), SourceKind::legislator_politician, Office::not_applicable, Weight::clause,
                   because("stands"));
  }
  if (phrase_.sort == NameSort::body && phrase_.doing == Doing::trades) {
    return take_as(std::move(out), SourceKind::business, Office::not_applicable, Weight::clause,
                   because("trades"));
  }
  if (phrase_.sort == NameSort::body) {
    take_as(std::move(out), SourceKind::unspecified, Office::not_applicable, Weight::bare, because("untold"));
  }
}

void Judge::by_person() {
  Finding out = best_;
  if (phrase_.name.empty() && best_.weight != Weight::none) return by_clause();
  out.form = phrase_.plural ? Form::group : Form::person;
  std::u16string first =
      phrase_.name.empty() ? std::u16string() : std::u16string(text_.at(phrase_.name.begin));
  if (!first.empty() && first[0] == '@') {
    return take_as(std::move(out), SourceKind::social_media, Office::not_applicable, Weight::known,
                   because("social-name", {to_utf8(first)}));
  }
  if (phrase_.party && best_.weight < Weight::title) {
    return take_as(std::move(out), SourceKind::legislator_politician, Office::current, Weight::title,
                   because("party"));
  }
  if (phrase_.doctor && best_.weight < Weight::honorific) {
    return take_as(std::move(out), SourceKind::academic, Office::current, Weight::honorific,
                   because("doctor"));
  }
  if (!phrase_.affiliation.empty() && phrase_.sort != NameSort::body && best_.weight < Weight::clause) {
    Body body = body_(phrase_.affiliation);
    bool state = text_.gazetteer.country(text_.plain(phrase_.affiliation));
    if (body.kind != SourceKind::unspecified && !state) {  // "NBC's Chuck Todd"
      out.kind = body.kind;
      out.office = phrase_.affiliation_past ? Office::former : Office::current;
      out.weight = Weight::clause;
      out.organization = body.name;
      out.reason =
          because_of_kind(phrase_.affiliation_past ? "of-body-former" : "of-body", {body.name}, body.kind);
      return take(std::move(out));
    }
    // "Kyle Benbow, of Benbow Street Furniture"
    bool own_firm =
        phrase_.affiliation.size() > 1 && phrase_.name.size() > 1 && body.kind == SourceKind::unspecified;
    for (uint32_t at = phrase_.affiliation.begin; own_firm && at < phrase_.affiliation.end; ++at)
      if (text_.at(at) == text_.at(phrase_.name.end - 1))
        return take_as(std::move(out), SourceKind::business, Office::not_applicable, Weight::clause,
                       because("own-firm"));
    // "Rishi Lund of Evercore ISI": no place is called so.
    for (uint32_t at = phrase_.affiliation.begin; !state && at < phrase_.affiliation.end; ++at)
      if (all_capitals(text_.at(at)) && !text_.gazetteer.country(text_.at(at)))
        return take_as(
            std::move(out), SourceKind::business, Office::current, Weight::clause,
            because_of_kind("of-body", {to_utf8(text_.plain(phrase_.affiliation))}, SourceKind::business));
  }
  if (phrase_.name.empty() || phrase_.plural) return;
  // "Okta rival Verilock" may be a company.
  if (phrase_.sort == NameSort::unknown && !phrase_.titles.empty() &&
      phrase_.titles.front().title->term == u"rival")
    return;
  bool head = false;  // more than "Mr"
  for (uint32_t at = phrase_.head.begin; at < phrase_.head.end; ++at)
    head = head || !is_honorific(text_.form(at));
  if (phrase_.doing == Doing::pleads && best_.weight < Weight::title) {
    return take_as(std::move(out), SourceKind::law_justice, Office::current, Weight::title,
                   because("pleads"));
  }
  // "Ann Cho, who conducted the survey"
  if (phrase_.doing == Doing::studied && best_.weight < Weight::clause) {
    return take_as(std::move(out), SourceKind::academic, Office::current, Weight::clause, because("studied"));
  }
  if (phrase_.doing == Doing::works && best_.weight < Weight::described) {  // nobody private
    return take_as(std::move(out), SourceKind::unspecified, Office::unknown, Weight::described,
                   because("works"));
  }
  bool described = phrase_.age || phrase_.clause || phrase_.apposition || phrase_.modified || head;
  if (!phrase_.name.empty() && described && best_.weight < Weight::described) {
    take_as(std::move(out), SourceKind::person_affected, Office::not_applicable, Weight::described,
            because("private"));
  } else if (!phrase_.name.empty() && best_.weight == Weight::described &&
             best_.kind == SourceKind::unspecified &&
             (phrase_.age || phrase_.clause || phrase_.titles.front().title->generic) &&
             !best_.spokesperson) {
    best_.kind = SourceKind::person_affected;
    best_.office = Office::not_applicable;
    best_.reason = because("private");
  }
}

/// "Four people who telephoned relatives": described by what happened to them, and not by how they asked to be quoted.
void Judge::by_clause() {
  static constexpr std::array<std::u16string_view, 16> kAnonymous = {
      u"asked", u"spoke",  u"declined", u"requested", u"insisted", u"was",   u"were", u"is",
      u"are",   u"wished", u"did",      u"would",     u"could",    u"knows", u"know", u"refused"};
  if (!phrase_.clause || best_.kind != SourceKind::unspecified || phrase_.titles.empty() ||
      !phrase_.titles.front().title->generic)
    return;
  for (uint32_t at = phrase_.titles.front().span.end; at + 1 < phrase_.span.end; ++at) {
    if (!text_.words.is(at, u"who")) continue;
    if (is_one(text_.form(at + 1), kAnonymous) || text_.in_class("auxiliary", at + 1)) return;
    best_.kind = SourceKind::person_affected;
    best_.office = Office::not_applicable;
    best_.reason = because("happened");
    return;
  }
}

/// "The insurer's form": whatever it is, it is the insurer's.
bool Judge::by_possessor() {
  if (phrase_.possessor.empty() || !phrase_.name.empty() || phrase_.plural) return false;
  Body owner = body_(phrase_.possessor);
  if (owner.kind == SourceKind::unspecified) return false;
  Finding out;
  out.form = Form::document;
  take_as(std::move(out), owner.kind, Office::not_applicable, Weight::bare,
          because_of_kind("of-body", {owner.name}, owner.kind));
  return true;
}

void Judge::plain() {
  if (by_possessor()) return;
  bool many =
      phrase_.plural || phrase_.pronoun == u"they" || phrase_.pronoun == u"we" || phrase_.pronoun == u"them";
  best_.form = many ? Form::group : Form::person;
  if (phrase_.sort == NameSort::body && !phrase_.plural) best_.form = Form::organization;
  best_.office = Office::unknown;
  best_.weight = Weight::bare;
  best_.reason = because(phrase_.name.empty() ? "no-word" : "no-title");
}

}  // namespace who_says
