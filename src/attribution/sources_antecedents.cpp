#include "attribution/sources_antecedents.h"

#include <algorithm>
#include <array>

#include "attribution/word_list.h"
#include "text/utf.h"

namespace who_says {
namespace {

// How far back, in sentences. Pronouns seldom reach further; descriptions do.
constexpr uint32_t kPronounReach = 6;
constexpr uint32_t kDescriptionReach = 60;
constexpr size_t kPlacesLookedAt = 400;

// Weights of what speaks for an antecedent, in sentences of distance.
constexpr float kIsSource = 1.2f, kIsNestedSource = 0.5f, kIsSubject = 0.6f, kInContent = -0.6f,
                kSameParagraph = 0.3f, kIsSpeaker = 1.0f, kOtherGenderPossible = -0.5f, kUnlikely = 0.01f,
                kGoesOn = 0.8f;
/// For whom the text tells of and has named often: that many places at most.
constexpr float kOwned = -2.0f;
constexpr float kPerPlace = 0.4f, kMuchLess = 4;
constexpr uint32_t kPlacesCounted = 6;
/// Nearer to each other than this, two figures are a guess.
constexpr float kClose = 0.25f;

enum class Wanted : uint8_t { he, she, it, they, none };

Wanted wanted_by(std::u16string_view p) {
  if (p == u"he" || p == u"him" || p == u"his" || p == u"himself" || p == u"él" || p == u"er" ||
      p == u"він" || p == u"йому" || p == u"нього")
    return Wanted::he;
  if (p == u"she" || p == u"her" || p == u"hers" || p == u"herself" || p == u"ella" || p == u"вона" ||
      p == u"неї")
    return Wanted::she;
  if (p == u"it" || p == u"its" || p == u"itself") return Wanted::it;
  if (p == u"they" || p == u"them" || p == u"their" || p == u"themselves" || p == u"ellos" || p == u"вони")
    return Wanted::they;
  return Wanted::none;
}

bool is_quoted(const SourceText& text, const Place& place) {
  return text.tokens.all[place.span.begin].quote == Quote::inside;
}

bool is_said(const SourceText& text, uint32_t sentence) {
  TokenSpan words = text.tokens.sentences[sentence];
  return text.tokens.all[std::min(words.begin + 1, words.end - 1)].quote == Quote::inside &&
         text.tokens.all[words.end > words.begin + 1 ? words.end - 2 : words.begin].quote == Quote::inside;
}

/// "Greta Holm": a first name that is not known and ends like most names of women do.
bool sounds_female(const Figure& f) {
  size_t end = f.name.find(u' ');
  return end != std::u16string::npos && end > 2 && f.name[end - 1] == u'a';
}

/// 0 = does not fit.
float fit(const Figure& f, Wanted wanted, bool quoted) {
  Form form = f.finding.form;
  switch (wanted) {
    case Wanted::he:
    case Wanted::she: {
      // "I", "who" that nobody was found for
      if (f.naming == Naming::none && lowered(f.name) != u"he" && lowered(f.name) != u"she") return 0;
      Gender own = wanted == Wanted::he ? Gender::male : Gender::female;
      if (f.plural || f.sort == NameSort::body || f.sort == NameSort::state) return 0;
      if (!f.named && (form != Form::person || (f.heads.empty() && f.naming != Naming::none && !f.used)))
        return 0;
      if (f.gender == own) return 1;
      if (f.gender != Gender::unknown) return 0;
      return own == Gender::male && sounds_female(f) ? kUnlikely : 1 + kOtherGenderPossible;
    }
    case Wanted::it:
      // "The Social Democrats … its leader": a party or a band is one for all its plural.
      if (f.plural && !(f.named && f.sort == NameSort::body)) return 0;
      if (f.sort == NameSort::person) return 0;
      if (f.named && f.sort == NameSort::unknown) return 0.3f;
      if (!f.named && (form == Form::person || form == Form::group)) return 0;
      return f.sort == NameSort::state ? 0.7f : 1;
    case Wanted::they:
      if (form == Form::group || f.plural) return 1.4f;
      if (quoted) return 0;  // whom a speaker calls "they" is seldom a body that the article names
      if (f.fits_body()) return f.finding.kind == SourceKind::law_justice ? 1 : 0.5f;
      return 0;
    case Wanted::none:
      break;
  }
  return 0;
}

}  // namespace

Antecedent antecedent_of(const SourceText& text, const Cast& cast, std::u16string_view pronoun,
                         const Standing& at) {
  Wanted wanted = wanted_by(pronoun);
  Antecedent out;
  if (wanted == Wanted::none || at.span.empty()) return out;
  const Token& own = text.tokens.all[at.span.begin];
  float best = -100, second = -100;
  size_t looked = 0;
  uint32_t distance = 0;
  for (uint32_t back = 0; back <= kPronounReach && back <= own.sentence && looked < kPlacesLookedAt; ++back) {
    const std::vector<Place>& places = cast.in_sentence(own.sentence - back);
    // What somebody says between does not count: "… wrote. 'He could tell from a cough.' Born in 1933, he …"
    if (back > 0 && !(at.told_of && is_said(text, own.sentence - back))) ++distance;
    for (size_t i = places.size(); i-- > 0;) {
      const Place& place = places[i];
      if (place.span.end > at.span.begin || ++looked > kPlacesLookedAt) continue;
      if (at.quoted && place.figure == at.speaker) continue;
      // Nobody tells of a spokesman without a name.
      if (at.told_of && cast[place.figure].finding.spokesperson && !cast[place.figure].named) continue;
      bool same_paragraph = text.tokens.all[place.span.begin].paragraph == own.paragraph;
      // Whom a speaker calls "they" the article may not have named.
      if (wanted == Wanted::they && at.quoted && !is_quoted(text, place)) continue;
      float fits = fit(cast[place.figure], wanted, at.quoted);
      if (fits <= 0) continue;
      float score = fits - float(distance) - (fits <= kUnlikely ? kMuchLess : 0);
      if (at.told_of && !same_paragraph)
        score += kPerPlace * float(std::min(cast[place.figure].places, kPlacesCounted));
      else if (place.source)
        score += place.depth <= at.depth ? kIsSource : kIsNestedSource;
      if (place.subject) score += kIsSubject;
      bool in_content = !place.source && !at.told_of && place.depth > at.depth;
      if (in_content || (!place.source && !at.quoted && is_quoted(text, place))) score += kInContent;
      if (place.goes_on) score += kGoesOn;
      // "Her doctor told her to. She thinks …": the one whose doctor it is
      const std::u16string& owner = cast[place.figure].owner;
      bool owned = (wanted == Wanted::he && owner == u"his") || (wanted == Wanted::she && owner == u"her");
      if (owned && cast[place.figure].gender == Gender::unknown) score += kOwned;
      if (place.figure == at.speaker) score += kIsSpeaker;
      if (same_paragraph) score += kSameParagraph;
      score -= 0.01f * float(places.size() - i);
      if (place.figure == out.figure) {
        best = std::max(best, score);
      } else if (score > best) {
        second = best;
        best = score;
        out.figure = place.figure;
      } else {
        second = std::max(second, score);
      }
    }
  }
  out.sure = best - second > kClose;
  return out;
}

TokenSpan body_spoken_of(const SourceText& text, uint32_t token) {
  constexpr uint32_t kOpening = 5;
  uint32_t sentence = text.tokens.all[token].sentence;
  for (uint32_t back = 0; back <= std::min(sentence, 1u); ++back) {
    TokenSpan words = text.tokens.sentences[sentence - back];
    uint32_t begin = words.begin + (text.in_class("article", words.begin) ? 1 : 0);
    uint32_t end = std::min(std::min(words.end, token), begin + kOpening), title_end = 0;
    // "Oxfam closed its office."
    uint32_t name = name_end(text, begin, std::min(words.end, token));
    if (const KnownName* known = name > begin ? text.gazetteer.name(text.plain({begin, name})) : nullptr;
        known && !known->ambiguous)
      return {begin, name};
    for (uint32_t at = begin; at < end && text.is_word(at) && !text.in_class("possessive", at); ++at)
      if (const KnownTitle* title = title_at(text, at, end, &title_end))
        return title->form == Form::organization ? TokenSpan{begin, title_end} : TokenSpan();
  }
  return {};
}

int before_relative(const SourceText& text, const Cast& cast, TokenSpan pronoun) {
  const Token& own = text.tokens.all[pronoun.begin];
  int found = kNone;
  uint32_t nearest = 0;
  for (const Place& place : cast.in_sentence(own.sentence)) {
    if (place.span.end > pronoun.begin) continue;
    if (pronoun.begin - place.span.end > 3 || place.span.end < nearest) continue;
    if (text.words.is(pronoun.begin, u"who") && cast[place.figure].sort == NameSort::state) continue;
    nearest = place.span.end;
    found = place.figure;
  }
  return found;
}

namespace {

/// Heads that may stand for any body of the state or between states, and other words that say little.
constexpr std::array<std::u16string_view, 22> kVagueBodies = {
    u"fund",         u"federation",   u"agency",    u"department",    u"service", u"body",
    u"organization", u"organisation", u"group",     u"institution",   u"office",  u"authority",
    u"centre",       u"center",       u"institute", u"bureau",        u"union",   u"association",
    u"board",        u"council",      u"team",      u"administration"};
constexpr std::array<std::u16string_view, 19> kVaguePeople = {
    u"man",         u"woman",        u"person",         u"official", u"officer",  u"speaker", u"people",
    u"expert",      u"source",       u"chief",          u"leader",   u"head",     u"witness", u"spokesman",
    u"spokeswoman", u"spokesperson", u"representative", u"guest",    u"youngster"};
/// Whose relation is told is somebody else than one of whom nothing like it was said.
constexpr std::array<std::u16string_view, 14> kKin = {
    u"niece", u"nephew",   u"sister", u"brother", u"uncle",   u"aunt",       u"cousin",
    u"son",   u"daughter", u"wife",   u"husband", u"ex-wife", u"ex-husband", u"relative"};
/// Of a court, no court.
constexpr std::array<std::u16string_view, 5> kSides = {u"defence", u"defense", u"prosecution", u"jury",
                                                       u"bench"};
/// Adjectives that do not part one figure from another.
constexpr std::array<std::u16string_view, 19> kSameness = {
    u"private", u"independent", u"influential", u"popular", u"respected", u"same",  u"latter",
    u"said",    u"new",         u"retired",     u"former",  u"ex-",       u"local", u"late",
    u"veteran", u"own",         u"young",       u"elderly", u"older"};

/// Classes in which others are.
constexpr std::array<std::u16string_view, 7> kBroadClasses = {
    u"researcher", u"scientist", u"academic", u"scholar", u"executive", u"businessman", u"businesswoman"};

bool has_word(const std::u16string& words, std::u16string_view word) {
  std::u16string padded = u" ";
  padded += word;
  padded += u" ";
  return words.find(padded) != std::u16string::npos;
}
std::u16string_view last_word(std::u16string_view words) {
  size_t space = words.rfind(u' ');
  return space == std::u16string_view::npos ? words : words.substr(space + 1);
}

/// How well a figure fits a description; 0 = not at all.
float description_fit(const Figure& f, const Phrase& phrase, const KnownTitle& title) {
  bool called = false;
  bool same_kind = f.finding.kind == title.kind && title.kind != SourceKind::unspecified;
  // "The researcher" may be of a think tank.
  same_kind = same_kind || (title.kind == SourceKind::academic && title.of_body &&
                            f.finding.kind == SourceKind::think_tank);
  // "The spy agency" is no news agency.
  bool other_kind = !same_kind && title.term.find(u' ') != std::u16string::npos &&
                    title.kind != SourceKind::unspecified && f.finding.kind != SourceKind::unspecified;
  for (const std::u16string& head : f.heads)
    called = called || head == title.term || (!other_kind && last_word(head) == last_word(title.term));
  SourceKind unspecified = SourceKind::unspecified;
  if (title.form == Form::person) {
    bool group = phrase.plural;
    if (group != (f.finding.form == Form::group || (f.plural && !f.named))) return 0;
    if (!group && !f.fits_person() && !(f.sort == NameSort::unknown && f.named)) return 0;
    if (phrase.gender != Gender::unknown && f.gender != Gender::unknown && phrase.gender != f.gender)
      return 0;
    if (called) return 3;
    if (is_one(title.term, kKin)) return 0;
    bool vague = is_one(title.term, kVaguePeople);
    if (title.term == u"witness") return 1;
    if (title.term == u"source" || title.term == u"spokesman" || title.term == u"spokeswoman")
      return f.finding.spokesperson ? 1 : 0;
    // "The former minister" is not an aide who is one still.
    bool past = !phrase.titles.front().former.empty() && title.office;
    if (past && !f.named && f.finding.office == Office::current) return 0;
    // "The doctors" are no seismologists.
    bool other = !f.named && !f.heads.empty() && !is_one(title.term, kBroadClasses) &&
                 (title.kind == SourceKind::academic || title.kind == SourceKind::business);
    if (same_kind && other) return 0;
    // "The defendant" is no other one who was described otherwise, but may be one of whom a name is known.
    if (same_kind && !title.spokesperson) return title.generic && !f.named ? 0 : 2;
    return vague ? 1 : 0;
  }
  if (is_one(title.term, kSides) && !called) return 0;
  // "The team": of those who found it out
  if (title.term == u"team" && !called)
    return f.finding.kind == SourceKind::academic && f.finding.form == Form::group ? 2 : 0;
  if (title.form == Form::document) {
    if (f.finding.form != Form::document) return 0;
    if (called) return 3;
    bool record = title.kind == SourceKind::document || title.kind == SourceKind::academic;
    bool theirs = f.finding.kind != SourceKind::data_statistics && f.finding.kind != SourceKind::social_media;
    bool broad = title.term == u"document" || title.term == u"report" || title.term == u"paper" ||
                 title.term == u"text" || title.term == u"study" || title.term == u"research";
    return record && theirs && broad ? 1 : same_kind ? 0.5f : 0;
  }
  // "The paper" of a journal or a memo: a document that was called so.
  if (f.finding.form == Form::document && called) return 2.5f;
  if (!f.fits_body() && !(f.sort == NameSort::unknown && f.named)) return 0;
  if (phrase.plural && f.named && !called) return 0;
  if (title.term == u"government" && f.sort != NameSort::state && !called) return 0;
  if (f.sort == NameSort::state)
    return title.term == u"country" || title.term == u"state" || title.term == u"kingdom" ? 2.0f : 0;
  if (called || (!other_kind && has_word(f.words, last_word(title.term)))) return 3;
  bool vague = is_one(title.term, kVagueBodies);
  SourceKind kind = f.finding.kind;
  bool body_of_state = kind == SourceKind::government || kind == SourceKind::intelligence_agency ||
                       kind == SourceKind::law_justice || kind == SourceKind::international_organization ||
                       kind == SourceKind::military;
  if (title.term == u"department" || title.term == u"service" || title.term == u"agency" ||
      title.term == u"office" || title.term == u"bureau" || title.term == u"authority")
    return body_of_state ? 1.5f : 0;
  if (title.term == u"council" || title.term == u"board" || title.term == u"administration") return 0;
  if (same_kind) return f.named ? 2.2f : vague ? 1.5f : 0;
  if (vague && kind != unspecified && kind != SourceKind::news_outlet) return 1;
  if (kind == unspecified && f.named && f.finding.weight <= Weight::bare) return 0.8f;
  return 0;
}

}  // namespace

Antecedent described_before(const SourceText& text, const Cast& cast, const Phrase& phrase,
                            const Standing& at) {
  Antecedent out;
  if (phrase.span.empty()) return out;
  const KnownTitle* title = phrase.titles.empty() ? nullptr : phrase.titles.front().title;
  const Token& own = text.tokens.all[at.span.begin];
  // Words that a figure must have been described with, too: "the transport ministry" is not the interior one.
  std::vector<std::u16string> wanted;
  bool demonym = false;
  if (title) {
    const TokenSpan& words = phrase.titles.front().span;
    for (uint32_t t = phrase.head.begin; t < words.begin; ++t)
      if (text.is_word(t) && !text.is_number(t) && text.at(t - 1) != u"-" &&
          !is_one(text.form(t), kSameness) && !text.form(t).ends_with(u"-based") &&
          !text.gazetteer.is_former(text.form(t)))
        wanted.push_back(text.form(t));
    // "The head of the church": only one who is of that body.
    TokenSpan body = phrase.titles.front().body;
    if (!body.empty() && body.begin >= words.end)
      for (uint32_t t = body.begin; t < body.end; ++t)
        if (is_name_like(text, t)) wanted.push_back(text.form(t));
  } else if (phrase.head.size() == 1 || !phrase.name.empty()) {
    TokenSpan words = phrase.head.empty() ? phrase.name : phrase.head;
    const KnownCountry* country = text.gazetteer.country(text.plain(words));
    demonym =
        (country && country->demonym) || text.form(words.end - 1).find(u"year-old") != std::u16string::npos;
    if (!demonym) return out;
  } else if (text.plain(phrase.span).find(u"year-old") != std::u16string::npos) {
    demonym = true;
  } else {
    return out;
  }
  // "The Chinese do not accept it": their country
  std::u16string last = demonym ? text.form(phrase.span.end - 1) : std::u16string();
  const KnownCountry* of = last.ends_with(u"ese") || last.ends_with(u"sh") || last.ends_with(u"ch")
                               ? text.gazetteer.country(text.at(phrase.span.end - 1))
                               : nullptr;
  const KnownCountry* nation = demonym ? text.gazetteer.country(text.at(phrase.span.end - 1)) : nullptr;
  bool year = demonym && text.plain(phrase.span).find(u"year-old") != std::u16string::npos;
  float best = 0, second = 0;
  size_t looked = 0;
  for (uint32_t back = 0; back <= kDescriptionReach && back <= own.sentence && looked < kPlacesLookedAt;
       ++back) {
    const std::vector<Place>& places = cast.in_sentence(own.sentence - back);
    for (size_t i = places.size(); i-- > 0;) {
      const Place& place = places[i];
      if (place.span.end > at.span.begin || ++looked > kPlacesLookedAt) continue;
      const Figure& f = cast[place.figure];
      bool state = of && f.sort == NameSort::state && f.finding.country == of->code;
      auto demonym_fit = [&]() -> float {
        if (!f.fits_person() || f.plural) return 0;
        // "The 23-year-old" is somebody private or a player sooner than an official.
        if (year) return f.finding.kind != SourceKind::person_affected ? 1 : 2;
        return nation && f.finding.country == nation->code ? 3 : 2;
      };
      float score = of ? (state ? 2.0f : 0) : demonym ? demonym_fit() : description_fit(f, phrase, *title);
      if (score <= 0) continue;
      // "Lumo denied it. The company …": Lumo, of which nothing else is known, sooner than a firm farther off
      if (title && title->kind == SourceKind::business && f.named && back == 1 && place.source &&
          f.finding.kind == SourceKind::unspecified && f.fits_body())
        score += 1.5f;
      bool told_apart = false;
      for (const std::u16string& word : wanted) told_apart = told_apart || !has_word(f.words, word);
      if (told_apart) {
        bool some = std::any_of(wanted.begin(), wanted.end(),
                                [&](const std::u16string& w) { return has_word(f.words, w); });
        // "Shares in Corvane fell after the fashion retailer said": a firm that was just named
        bool firm = title && title->form == Form::organization && title->kind == SourceKind::business &&
                    f.finding.kind == SourceKind::business && f.named && back <= 2;
        if (!some && !firm) continue;
        score -= 0.7f;
      }
      if (at.quoted && place.figure == at.speaker) score -= 1;
      score -= 0.08f * float(std::min(back, 12u));
      if (place.source) score += 0.3f;
      if (score < 1 && back > kPronounReach) continue;
      if (place.figure == out.figure) {
        best = std::max(best, score);
      } else if (score > best) {
        second = best;
        best = score;
        out.figure = place.figure;
      } else {
        second = std::max(second, score);
      }
    }
  }
  if (best < 0.6f) out.figure = kNone;
  out.sure = best - second > 0.1f;
  return out;
}

int named_behind(const SourceText& text, const Cast& cast, const Phrase& phrase) {
  constexpr uint32_t kSentences = 3;
  constexpr std::array<SourceKind, 4> kTelling = {SourceKind::intelligence_agency, SourceKind::think_tank,
                                                  SourceKind::ngo_advocacy,
                                                  SourceKind::international_organization};
  if (phrase.titles.empty() || phrase.plural || phrase.titles.front().title->form != Form::organization)
    return kNone;
  bool opens = !phrase.possessor.empty() || phrase.determiner == Determiner::indefinite;
  SourceKind kind = phrase.titles.front().title->kind;
  if (!opens || std::find(kTelling.begin(), kTelling.end(), kind) == kTelling.end()) return kNone;
  uint32_t own = text.tokens.all[phrase.span.begin].sentence, begin = text.words.range(phrase.span).begin;
  const KnownCountry* country =
      phrase.possessor.empty() ? nullptr : text.gazetteer.country(text.plain(phrase.possessor));
  for (uint32_t sentence = own + 1; sentence <= own + kSentences && sentence < text.tokens.sentences.size();
       ++sentence)
    for (const Place& place : cast.in_sentence(sentence)) {
      const Figure& f = cast[place.figure];
      if (!place.source || !f.named || f.finding.kind != kind || f.sort != NameSort::body) continue;
      bool elsewhere = country && !f.finding.country.empty() && f.finding.country != country->code;
      return f.first.begin > begin && !elsewhere ? place.figure : kNone;
    }
  return kNone;
}

}  // namespace who_says
