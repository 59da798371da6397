#include "attribution/kinds.h"

#include <algorithm>
#include <array>

#include "attribution/bodies.h"
#include "attribution/word_list.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// "'former … ambassador'": the words that decided, with what lies between left out.
std::string quoted(const SourceText& text, const TitlePlace& place) {
  std::string out = "'";
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
  return out + "'";
}

std::string reason_for(const SourceText& text, const TitlePlace& place, SourceKind kind,
                       const std::string& body) {
  std::string out = quoted(text, place);
  if (!body.empty()) out += " of " + body;
  out += " → " + kind_in_words(kind);
  if (!place.former.empty()) out += ", former";
  return out;
}

/// Documents whose name may end in the word: "the Clean Air Act". "The Democratic National Convention" is none.
constexpr std::array<std::u16string_view, 8> kNamedDocuments = {
    u"act", u"treaty", u"constitution", u"bible", u"accord", u"protocol", u"charter", u"pact"};

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
constexpr std::array<std::u16string_view, 4> kCouples = {u"husband", u"wife", u"boyfriend", u"girlfriend"};

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
  Body body_of(const TitlePlace& place) const {
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
    if (!phrase_.possessive.empty() || place.title->spokesperson || wrote) return possessive_;
    return {};
  }
  std::string country_in(TokenSpan span) const;
  Finding by_title(const TitlePlace& place);
  void by_name();
  void by_person();
  void by_clause();
  void plain();

  const SourceText& text_;
  const Phrase& phrase_;
  const BodyLookup& body_;
  const Body& possessive_;
  Finding best_;
};

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
  // "Tulsa police Sgt. Brandon Davis"
  if (title.kind == SourceKind::military && title.form == Form::person &&
      body.kind == SourceKind::law_justice)
    out.kind = body.kind;
  // A document has no people; who wrote it is no scholar for that.
  bool wrote = title.form == Form::person && body.kind == SourceKind::document;
  if (wrote) body.kind = SourceKind::unspecified;
  if (wrote && title.of_body && title.kind == SourceKind::academic) out.kind = body.kind;
  // The United Nations' has no head.
  if (title.of_body && body.name == "Security Council") body.kind = SourceKind::government;
  bool asked = is_one(title.term, kAsked);
  if (asked && (body.kind == SourceKind::news_outlet || (title.term == u"interlocutor" && !body.named)))
    body.kind = SourceKind::unspecified;
  bool body_known = body.kind != SourceKind::unspecified;
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
      if (!body_known && title.term == u"analyst" && body.named)
        out.kind = SourceKind::business;  // of a broker
      out.weight = body_known                              ? Weight::body
                   : title.kind == SourceKind::unspecified ? Weight::described
                                                           : Weight::default_of_title;
      if (!body_known && phrase_.doctor) {  // "a handwriting expert, Dr …"
        out.kind = SourceKind::academic;
        out.weight = Weight::clause;
      }
    } else if (title.generic) {
      out.weight = title.kind == SourceKind::unspecified ? Weight::described : Weight::head;
    } else {
      out.weight = Weight::title;
    }
    // "Belarusian leader": of the country.
    bool leads_country = title.term == u"leader" && !body_known && place.span.begin > place.words.begin &&
                         text_.gazetteer.country(text_.at(place.span.begin - 1));
    if (leads_country) {
      out.kind = SourceKind::government;
      out.weight = Weight::body;
    }
    bool office = title.office || (body_known && (title.spokesperson || title.of_body));
    bool past = (!place.former.empty() || title.term == u"predecessor") && title.form == Form::person;
    if (title.generic && (place.former == u"retired" || place.former == u"late")) past = false;
    if (title.generic && title.kind == SourceKind::unspecified) past = false;
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
                 (title.kind == SourceKind::academic && body.kind != SourceKind::think_tank);
    if (body_known && !keeps) out.kind = body.kind;
    out.office = Office::not_applicable;
    out.weight = body_known ? Weight::body : Weight::head;
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
  out.reason =
      reason_for(text_, place, out.kind, title.spokesperson || title.of_body ? body.name : std::string());
  if (out.office == Office::former && place.former.empty()) out.reason += ", former";
  return out;
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
    out.reason = "'" + shown + "' stands for its government";
    return take(std::move(out));
  }
  const KnownName* known = text_.gazetteer.name(words);
  if (!known && phrase_.determiner == Determiner::definite) known = text_.gazetteer.name(u"The " + words);
  // "Greenpeace Indonesia"
  TokenSpan branch{phrase_.name.begin, phrase_.name.end - 1};
  if (!known && !branch.empty() && text_.gazetteer.country(text_.at(branch.end)))
    known = text_.gazetteer.name(text_.plain(branch));
  if (known) {
    out.kind = known->kind;
    out.country = known->country;
    if (out.country.empty() && !phrase_.possessor.empty()) out.country = country_in(phrase_.possessor);
    out.office = office_of_body(out.kind, out.form);
    out.weight = known->ambiguous ? Weight::word_of_name : Weight::known;
    out.reason = "known by name: " + shown + " → " + kind_in_words(out.kind);
    return take(std::move(out));
  }
  std::u16string_view first = text_.at(phrase_.name.begin);
  if (first[0] == '@' || first[0] == '#') {
    out.kind = SourceKind::social_media;
    out.form = first[0] == '@' ? Form::person : Form::group;
    out.office = Office::not_applicable;
    out.weight = Weight::known;
    out.reason = "'" + shown + "' is a name on social media";
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
    out.reason = "'" + to_utf8(document->term) + "' in its name → " + kind_in_words(out.kind);
    return take(std::move(out));
  }
  if (const KnownTitle* word = kind_word(text_, phrase_.name)) {
    out.kind = word->kind;
    // "Bank of Korea": a country's own.
    bool of_country = joint + 1 < phrase_.name.end && text_.words.is(joint, u"of") &&
                      text_.gazetteer.country(text_.plain({joint + 1, phrase_.name.end}));
    if (of_country && word->term == u"bank") out.kind = SourceKind::government;
    out.office = office_of_body(out.kind, out.form);
    out.weight = word->kind == SourceKind::unspecified ? Weight::described : Weight::word_of_name;
    out.reason = "'" + to_utf8(word->term) + "' in its name → " + kind_in_words(out.kind);
    out.country = country_in(phrase_.name);
    if (out.country.empty() && !phrase_.possessor.empty()) out.country = country_in(phrase_.possessor);
    return take(std::move(out));
  }
  if (phrase_.sort == NameSort::body && phrase_.represents) {
    out.kind = SourceKind::ngo_advocacy;
    out.weight = Weight::clause;
    out.office = Office::not_applicable;
    out.reason = "by whom it represents → ngo advocacy";
    return take(std::move(out));
  }
  if (phrase_.sort == NameSort::body && phrase_.trades) {
    out.kind = SourceKind::business;
    out.weight = Weight::clause;
    out.office = Office::not_applicable;
    out.reason = "by what it makes, its shares or its form → business";
    return take(std::move(out));
  }
  if (phrase_.sort == NameSort::body) {
    out.weight = Weight::bare;
    out.office = Office::not_applicable;
    out.reason = "the text does not say what it is";
    take(std::move(out));
  }
}

void Judge::by_person() {
  Finding out = best_;
  if (phrase_.name.empty() && best_.weight != Weight::none) return by_clause();
  out.form = phrase_.plural ? Form::group : Form::person;
  std::u16string first =
      phrase_.name.empty() ? std::u16string() : std::u16string(text_.at(phrase_.name.begin));
  if (!first.empty() && first[0] == '@') {
    out.kind = SourceKind::social_media;
    out.office = Office::not_applicable;
    out.weight = Weight::known;
    out.reason = "'" + to_utf8(first) + "' is a name on social media";
    return take(std::move(out));
  }
  if (phrase_.party && best_.weight < Weight::title) {
    out.kind = SourceKind::legislator_politician;
    out.office = Office::current;
    out.weight = Weight::title;
    out.reason = "the party in brackets → legislator or politician";
    return take(std::move(out));
  }
  if (phrase_.doctor && best_.weight < Weight::honorific) {
    out.kind = SourceKind::academic;
    out.office = Office::current;
    out.weight = Weight::honorific;
    out.reason = "'Dr' or 'Prof.' before the name → academic";
    return take(std::move(out));
  }
  if (!phrase_.affiliation.empty() && phrase_.sort != NameSort::body && best_.weight < Weight::clause) {
    Body body = body_(phrase_.affiliation);
    bool state = text_.gazetteer.country(text_.plain(phrase_.affiliation));
    if (body.kind != SourceKind::unspecified && !state) {  // "NBC's Chuck Todd"
      out.kind = body.kind;
      out.office = phrase_.affiliation_past ? Office::former : Office::current;
      out.weight = Weight::clause;
      out.organization = body.name;
      out.reason = "of " + body.name + " → " + kind_in_words(body.kind);
      if (phrase_.affiliation_past) out.reason += ", former";
      return take(std::move(out));
    }
  }
  if (phrase_.name.empty() || phrase_.plural) return;
  // "Okta rival Verilock" may be a company.
  if (phrase_.sort == NameSort::unknown && !phrase_.titles.empty() &&
      phrase_.titles.front().title->term == u"rival")
    return;
  bool head = false;  // more than "Mr"
  for (uint32_t at = phrase_.head.begin; at < phrase_.head.end; ++at)
    head = head || !is_honorific(text_.form(at));
  if (phrase_.pleads && best_.weight < Weight::title) {
    out.kind = SourceKind::law_justice;
    out.office = Office::current;
    out.weight = Weight::title;
    out.reason = "for one side in court → law justice";
    return take(std::move(out));
  }
  // "Ann Cho, who conducted the survey"
  if (phrase_.studied && best_.weight < Weight::clause) {
    out.kind = SourceKind::academic;
    out.office = Office::current;
    out.weight = Weight::clause;
    out.reason = "by the study that they made → academic";
    return take(std::move(out));
  }
  if (phrase_.works && best_.weight < Weight::described) {  // nobody private
    out.weight = Weight::described;
    out.office = Office::unknown;
    out.reason = "told what they do, not for whom";
    return take(std::move(out));
  }
  bool described = phrase_.age || phrase_.clause || phrase_.apposition || phrase_.modified || head;
  if (!phrase_.name.empty() && described && best_.weight < Weight::described) {
    out.kind = SourceKind::person_affected;
    out.office = Office::not_applicable;
    out.weight = Weight::described;
    out.reason = "named with private details only (age, home, what happened) → person affected";
    take(std::move(out));
  } else if (!phrase_.name.empty() && best_.weight == Weight::described &&
             best_.kind == SourceKind::unspecified &&
             (phrase_.age || phrase_.clause || phrase_.titles.front().title->generic) &&
             !best_.spokesperson) {
    best_.kind = SourceKind::person_affected;
    best_.office = Office::not_applicable;
    best_.reason = "named with private details only (age, home, what happened) → person affected";
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
    best_.reason = "described by what they did or what happened to them → person affected";
    return;
  }
}

void Judge::plain() {
  bool many =
      phrase_.plural || phrase_.pronoun == u"they" || phrase_.pronoun == u"we" || phrase_.pronoun == u"them";
  best_.form = many ? Form::group : Form::person;
  if (phrase_.sort == NameSort::body && !phrase_.plural) best_.form = Form::organization;
  best_.office = Office::unknown;
  best_.weight = Weight::bare;
  best_.reason =
      phrase_.name.empty() ? "no word of it tells what kind of source it is" : "named without a title";
}

}  // namespace

std::string kind_in_words(SourceKind kind) {
  std::string out(word(kind));
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

Finding judge(const SourceText& text, const Phrase& phrase, const BodyLookup& body, const Body& possessive) {
  return Judge(text, phrase, body, possessive).run();
}

}  // namespace who_says
