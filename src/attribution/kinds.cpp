#include "attribution/kinds_judge.h"

#include <algorithm>
#include <array>

#include "attribution/bodies.h"
#include "attribution/word_list.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// former … ambassador: the words that decided, with what lies between left out.
std::string deciding_words(const SourceText& text, const TitlePlace& place) {
  std::string out;
  if (!place.former.empty() && !place.in_clause) {
    std::u16string first = text.form(place.span.begin);
    if (place.former != first) {
      out += to_utf8(place.former);
      bool adjacent = place.span.begin > 0 && text.form(place.span.begin - 1) == place.former;
      out += adjacent ? " " : " … ";
    }
  }
  out += to_utf8(text.plain(place.span));
  if (!place.former.empty() && place.in_clause) out += " … " + to_utf8(place.former);
  return out;
}

ReasonParts reason_for(const SourceText& text, const TitlePlace& place, SourceKind kind,
                       const std::string& body, bool former) {
  std::string words = deciding_words(text, place);
  if (body.empty()) return because_of_kind(former ? "title-former" : "title", {words}, kind);
  return because_of_kind(former ? "title-of-former" : "title-of", {words, body}, kind);
}

constexpr std::array<std::u16string_view, 7> kOwnMedia = {u"website", u"web site", u"site",   u"page",
                                                          u"account", u"podcast",  u"channel"};
constexpr std::array<std::u16string_view, 8> kPlaces = {
    u"village", u"town", u"city", u"district", u"municipality", u"region", u"settlement", u"county"};
constexpr std::array<std::u16string_view, 30> kTrades = {
    u"paper",       u"packaging",  u"retail",   u"mining",       u"energy",     u"media",
    u"tech",        u"technology", u"telecoms", u"food",         u"drinks",     u"luxury",
    u"car",         u"pharma",     u"banking",  u"insurance",    u"shipping",   u"steel",
    u"engineering", u"property",   u"travel",   u"hotel",        u"leisure",    u"gaming",
    u"chemicals",   u"oil",        u"fashion",  u"construction", u"investment", u"logistics"};
/// Of whom an office is, they are of its kind: "advisers to Senator Lund".
constexpr std::array<std::u16string_view, 6> kServants = {u"adviser", u"advisor",        u"aide",
                                                          u"staffer", u"senior adviser", u"chief of staff"};
/// Of a paper or an agency these are whom it asked.
constexpr std::array<std::u16string_view, 2> kAsked = {u"source", u"interlocutor"};
/// What somebody is to another, who is more than that: "his employer, the MP Ada Lund".
constexpr std::array<std::u16string_view, 8> kTies = {u"employer", u"agent",    u"landlord", u"boss",
                                                      u"rival",    u"opponent", u"mentor",   u"supporter"};
constexpr std::array<std::u16string_view, 8> kPartisan = {
    u"democratic", u"republican", u"labour", u"tory", u"conservative", u"gop", u"socialist", u"communist"};
/// Of the body whose name stands right before them.
constexpr std::array<std::u16string_view, 3> kMenOf = {u"man", u"woman", u"insider"};
constexpr std::array<std::u16string_view, 4> kCouples = {u"husband", u"wife", u"boyfriend", u"girlfriend"};

}  // namespace

Body Judge::body_of(const TitlePlace& place) const {
  if (!place.body.empty()) {
    Body body = body_(place.body);
    // "His Iowa director"
    bool own = body.kind == SourceKind::unspecified && !phrase_.possessive.empty();
    return own && possessive_.kind != SourceKind::unspecified ? possessive_ : body;
  }
  // "The mayor's spokesman", "a spokesman for the mayor"
  uint32_t end = 0;
  bool serves = place.title->spokesperson || is_one(place.title->term, kServants);
  for (TokenSpan span : {phrase_.possessor, TokenSpan{place.span.end, place.words.end}})
    for (uint32_t at = span.begin; serves && at < span.end; ++at)
      if (const KnownTitle* title = title_at(text_, at, span.end, &end); title && title->office) {
        Body body;
        body.kind = title->kind;
        return body;
      }
  bool wrote = place.title->of_body && place.title->term.find(u"author") != std::u16string::npos;
  bool heads = place.title->of_body && place.title->kind == SourceKind::business;
  if (!phrase_.possessive.empty() || place.title->spokesperson || wrote || heads) return possessive_;
  return {};
}

/// The country that a description names first: "South Korean ambassador to Russia" → KR.
std::string Judge::country_in(TokenSpan span) const {
  for (uint32_t at = span.begin; at < span.end; ++at) {
    if (!is_name_like(text_, at)) continue;
    for (uint32_t end = std::min(span.end, at + 3); end > at; --end)
      if (const KnownCountry* country = text_.gazetteer.country(text_.plain({at, end}))) return country->code;
  }
  return {};
}

Finding Judge::by_title(const TitlePlace& place) {
  const KnownTitle& title = *place.title;
  Body body = body_of(place);
  Finding out;
  out.kind = title.kind;
  out.form = title.form;
  out.spokesperson = title.spokesperson;
  out.organization = body.name;
  out.country = country_in({place.words.begin, place.span.end});
  if (out.country.empty()) out.country = body.country;
  // "Rovers captain Lee Shand" commands nobody.
  if (title.term == u"captain" && body.kind != SourceKind::military &&
      !is_upper(text_.at(place.span.begin)[0]))
    out.kind = SourceKind::person_affected;
  // "Two Nigerien officers"
  if (title.term == u"officers" && body.kind == SourceKind::unspecified && !out.country.empty() &&
      phrase_.name.empty())
    body.kind = SourceKind::military;
  // "The head of the village of Lund"
  if (title.of_body && title.form == Form::person && body.kind == SourceKind::unspecified)
    for (uint32_t at = place.span.end; at < place.words.end; ++at)
      if (is_one(text_.form(at), kPlaces)) body.kind = SourceKind::government;
  // "The paper and packaging group"
  if (title.term == u"group")
    for (uint32_t at = std::max(place.words.begin, place.span.begin - std::min(place.span.begin, 3u));
         at < place.span.begin; ++at)
      if (is_one(text_.form(at), kTrades)) out.kind = SourceKind::business;
  // "The UN migration agency"
  if (title.kind == SourceKind::government && title.form == Form::organization)
    for (uint32_t at = place.words.begin; at < place.span.begin; ++at)
      if (text_.words.is(at, u"un") || text_.words.is(at, u"u.n."))
        out.kind = SourceKind::international_organization;
  // "The EU's diplomatic service", "Ms Lund's office"
  bool owned = title.kind == SourceKind::unspecified || title.term == u"office";
  if (title.form == Form::organization && owned && body.kind != SourceKind::unspecified &&
      body.kind != SourceKind::document)
    out.kind = body.kind;
  // "Tulsa police Sgt. Brandon Davis", "a retired BND colonel"
  if (title.kind == SourceKind::military && title.form == Form::person &&
      (body.kind == SourceKind::law_justice || body.kind == SourceKind::intelligence_agency))
    out.kind = body.kind;
  // "A Pfizer chemist"
  if (title.kind == SourceKind::academic && title.form == Form::person && title.office &&
      body.kind == SourceKind::business && body.named)
    out.kind = body.kind;
  // "The Azerbaijani side"
  if (title.term == u"side" && place.span.begin > place.words.begin &&
      text_.gazetteer.country(text_.at(place.span.begin - 1)))
    out.kind = SourceKind::government;
  // A document has no people; who wrote it is no scholar for that.
  bool wrote = title.form == Form::person && body.kind == SourceKind::document;
  if (wrote) body.kind = SourceKind::unspecified;
  if (wrote && title.of_body && title.kind == SourceKind::academic) out.kind = body.kind;
  // "A senior Democratic aide"
  for (uint32_t at = place.words.begin; at < place.span.begin && body.kind == SourceKind::unspecified; ++at)
    if (title.of_body && title.form == Form::person && text_.words.capital(at) &&
        is_one(text_.form(at), kPartisan))
      body.kind = SourceKind::legislator_politician;
  // "Nurses' leader": of their union
  if (title.of_body && body.kind == SourceKind::person_affected) body.kind = SourceKind::ngo_advocacy;
  // The United Nations' has no head.
  if (title.of_body && body.name == "Security Council") body.kind = SourceKind::government;
  bool asked = is_one(title.term, kAsked);
  if (asked && (body.kind == SourceKind::news_outlet || (title.term == u"interlocutor" && !body.named)))
    body.kind = SourceKind::unspecified;
  bool body_known = body.kind != SourceKind::unspecified;
  bool of_body_before = is_one(title.term, kMenOf) && body_known && place.body.end == place.span.begin;
  if (title.form == Form::person) {
    bool named_person = !phrase_.name.empty() && phrase_.sort != NameSort::body;
    out.form = place.plural && !named_person ? Form::group : Form::person;
    if (title.spokesperson) {
      out.kind = body.kind;
      out.weight = body_known ? Weight::body : Weight::described;
      // Who has a spokesperson, and nothing else is told of, is most often a company.
      bool unknown_name = !body_known && !place.body.empty() && is_name_like(text_, place.body.begin) &&
                          !body.name.empty() &&
                          text_.gazetteer.first_name(text_.at(place.body.begin)) == Gender::unknown;
      if (unknown_name) out.kind = SourceKind::business;
    } else if (title.of_body) {
      // "The chief executive of Facebook" is no voice on it.
      if (body_known && body.kind != SourceKind::social_media) out.kind = body.kind;
      if (!body_known && title.term == u"analyst" && body.named &&
          (text_.words.is(place.span.end, u"at") || text_.words.is(place.span.end, u"with")))
        out.kind = SourceKind::business;  // of a broker
      out.weight = body_known                              ? Weight::body
                   : title.kind == SourceKind::unspecified ? Weight::described
                                                           : Weight::default_of_title;
      if (!body_known && phrase_.doctor) {  // "a handwriting expert, Dr …"
        out.kind = SourceKind::academic;
        out.weight = Weight::clause;
      }
    } else if (of_body_before) {  // "the former Scotland Yard man"
      out.kind = body.kind;
      out.weight = Weight::body;
    } else if (title.generic) {
      out.weight = title.kind == SourceKind::unspecified ? Weight::described
                   : title.kind == SourceKind::person_affected
                       ? Weight::honorific  // "the chairman, her nephew Bo Lund"
                       : Weight::head;
    } else {
      bool whose = !phrase_.possessive.empty() || !phrase_.possessor.empty();
      out.weight = whose && is_one(title.term, kTies) ? Weight::head : Weight::title;
    }
    // "Belarusian leader": of the country.
    bool leads_country = title.term == u"leader" && !body_known && place.span.begin > place.words.begin &&
                         text_.gazetteer.country(text_.at(place.span.begin - 1));
    if (leads_country) {
      out.kind = SourceKind::government;
      out.weight = Weight::body;
    }
    bool office = title.office || of_body_before || (body_known && (title.spokesperson || title.of_body));
    bool past = (!place.former.empty() || title.term == u"predecessor") && title.form == Form::person;
    if (title.generic && (place.former == u"retired" || place.former == u"late")) past = false;
    if (title.generic && title.kind == SourceKind::unspecified && !of_body_before) past = false;
    if (is_one(title.term, kCouples)) past = false;  // no office
    if (past)
      out.office = Office::former;
    else if (title.kind == SourceKind::person_affected)
      out.office = Office::not_applicable;
    else if (office)
      out.office = out.kind == SourceKind::unspecified && !body_known ? Office::unknown : Office::current;
    else if (is_state_kind(out.kind))
      out.office = Office::current;
    else
      out.office = out.kind == SourceKind::unspecified ? Office::unknown : Office::not_applicable;
  } else if (title.form == Form::document) {
    // Figures are data whoever gives them; a survey or a database is its maker's work.
    bool work = title.term == u"survey" || title.term == u"database" || title.term == u"index" ||
                title.term == u"estimate" || title.term == u"forecast" || title.term == u"calculation" ||
                title.term == u"calculations" || title.term == u"ranking";
    work = work && body.named && body.kind != SourceKind::government && body.kind != SourceKind::news_outlet;
    bool keeps = (title.kind == SourceKind::data_statistics && !work) ||
                 title.kind == SourceKind::social_media ||
                 (title.kind == SourceKind::academic && body.kind == SourceKind::news_outlet);
    if (body_known && !keeps) out.kind = body.kind;
    out.office = Office::not_applicable;
    out.weight = body_known ? Weight::body : Weight::head;
    // "The Dutch paper De Telegraaf"
    if (title.term == u"paper" && place.span.end == phrase_.name.begin && !phrase_.name.empty()) {
      out.kind = SourceKind::news_outlet;
      out.form = Form::organization;
      out.weight = Weight::title;
    }
  } else {
    if (place.plural && phrase_.name.empty() && phrase_.plural) out.form = Form::group;
    if (title.term == u"agency" && body.kind == SourceKind::news_outlet)
      out.kind = body.kind;  // "the Tass agency"
    out.office = office_of_body(out.kind, out.form);
    out.weight = out.kind == SourceKind::unspecified ? Weight::described : Weight::head;
    out.organization.clear();
    if (is_one(title.term, kOwnMedia) && body_known) {  // "the campaign's website"
      out.kind = body.kind;
      out.office = Office::not_applicable;
    }
  }
  if (place.in_clause && out.weight > Weight::clause && !phrase_.titles.empty() &&
      place.title->form != Form::person)
    out.weight = Weight::clause;
  if (title.form == Form::person && phrase_.sort == NameSort::body &&
      !phrase_.name.empty()) {  // "the owner, Parrish & Lund"
    out.form = Form::organization;
    out.weight = std::min(out.weight, Weight::clause);  // "the owner, the Tern Foundation"
    if (title.kind == SourceKind::person_affected) {    // "Her partner, the Centre Party": its name says more
      out.kind = SourceKind::unspecified;
      out.weight = Weight::bare;
    }
    out.office = office_of_body(out.kind, out.form);
  }
  // A person's name beside the word for a body: "Amy Lee, of the police".
  if (!phrase_.name.empty() && phrase_.sort == NameSort::person && title.form != Form::person) {
    out.form = Form::person;
    out.office = Office::current;
    out.weight = std::min(out.weight, Weight::clause);
  }
  if (title.generic) out.organization.clear();
  bool former = !place.former.empty() || out.office == Office::former;
  out.reason = reason_for(text_, place, out.kind,
                          title.spokesperson || title.of_body ? body.name : std::string(), former);
  return out;
}

Finding judge(const SourceText& text, const Phrase& phrase, const BodyLookup& body, const Body& possessive) {
  return Judge(text, phrase, body, possessive).run();
}

}  // namespace who_says
