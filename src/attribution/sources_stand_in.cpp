#include <algorithm>
#include <array>

#include "attribution/phrase_parts.h"
#include "attribution/sources_judge.h"
#include "attribution/sources_resolver.h"
#include "attribution/word_list.h"
#include "text/utf.h"

// Of SourceResolver: descriptions that stand for somebody else, a spokesman or a report for its body, "one of them" for a group.

namespace who_says {
namespace {

/// Nouns for what a body says: who says it is the body.
constexpr std::array<std::u16string_view, 7> kUtterances = {
    u"statement",  u"press release", u"news release",     u"press statement",
    u"communique", u"communiqué",    u"written statement"};
constexpr std::array<std::u16string_view, 4> kOfBodies = {u"of", u"from", u"at", u"with"};
/// Of the latest figures, how many are looked through: keeps long texts linear.
constexpr int kFiguresLookedAt = 200;

}  // namespace

int SourceResolver::body_figure(TokenSpan words) {
  if (words.empty()) return kNone;
  if (int known = cast_.find_body(words); known != kNone)
    return cast_[known].sort == NameSort::person ? kNone : known;
  uint32_t begin = description_of_body(text_, words).begin;
  bool article = begin > 0 && text_.in_class("article", begin - 1);
  Phrase phrase = read_phrase(text_, {article ? begin - 1 : begin, words.end});
  if (!phrase.name.empty()) {
    if (phrase.sort == NameSort::person) return kNone;
    if (phrase.sort == NameSort::unknown) phrase.sort = NameSort::body;
    auto [figure, why] = cast_.find_name(phrase);
    if (figure == kNone) figure = cast_.add(phrase);
    judge_figure(text_, cast_, figure, phrase);
    return figure;
  }
  Antecedent before = described_before(text_, cast_, phrase, {phrase.span, 0, kNone, false});
  if (before.figure != kNone) return before.figure;
  int figure = cast_.add(phrase);
  judge_figure(text_, cast_, figure, phrase);
  return figure;
}

/// One who speaks for a body is somebody else than the body, and of its kind.
bool SourceResolver::settle_speaking_for(SourceItem& item, int body, ChainLink link, ReasonParts why) {
  const TitlePlace& place = item.phrase.titles.front();
  if (!place.title->spokesperson) {
    settle(item, body, link, std::move(why));
    return true;
  }
  // The one who spoke for it before, unless "spokeswoman" tells that it is another.
  for (int before : cast_[body].speakers)
    if (cast_[before].gender == Gender::unknown || item.phrase.gender == Gender::unknown ||
        cast_[before].gender == item.phrase.gender) {
      settle(item, before, link, std::move(why));
      return true;
    }
  int figure = cast_.add(item.phrase);
  cast_[body].speakers.push_back(figure);
  Finding finding = cast_[body].finding;
  finding.form = item.phrase.plural ? Form::group : Form::person;
  finding.office = Office::current;
  finding.weight = Weight::body;
  finding.spokesperson = true;
  std::u16string_view called = cast_[body].name;
  if (!cast_[body].named && lowered(called.substr(0, 4)) == u"the ") called.remove_prefix(4);
  finding.organization = to_utf8(called);
  finding.reason = because_of_kind(why.front().code == "speaks-for" ? "speaks-for-kind" : "no-body-kind",
                                   why.front().values, finding.kind);
  cast_.take(figure, item.phrase, std::move(finding), Naming::described);
  cast_.put({item.phrase.span, body, false, false, item.depth});
  settle(item, figure, link, std::move(why));
  return true;
}

/// A statement is the body's own word; so is "the INSS report" after INSS itself.
bool SourceResolver::means_issuer(SourceItem& item) {
  const Phrase& phrase = item.phrase;
  if (phrase.titles.empty()) return false;
  const TitlePlace& place = phrase.titles.front();
  bool speaks_for = place.title->spokesperson;
  bool utterance = place.title->form == Form::document && is_one(place.title->term, kUtterances);
  std::string shown = to_utf8(text_.plain(place.span));
  if (speaks_for || utterance) {
    int figure = body_figure(place.body);
    if (figure == kNone && place.body.empty() && phrase.possessive.empty() &&
        phrase.determiner == Determiner::definite) {
      // "The spokesman added": one who spoke before, else the body that did.
      Antecedent before = described_before(text_, cast_, phrase, standing(item));
      if (before.figure != kNone) {
        settle(item, before.figure, ChainLink::carried, because("spoke-before", {shown}));
        return true;
      }
    }
    // "His spokesman", "the mayor's spokesman": nobody's that is a body.
    bool of_somebody =
        phrase.possessive == u"his" || phrase.possessive == u"her" || !phrase.possessor.empty();
    if (figure == kNone && of_somebody) return false;
    if (figure == kNone && place.body.empty()) {
      Antecedent before = antecedent_of(text_, cast_, u"it", standing(item));
      if (before.figure != kNone && cast_[before.figure].fits_body())
        return settle_speaking_for(item, before.figure, ChainLink::uncertain,
                                   because("no-body", {shown, to_utf8(cast_[before.figure].name)}));
    }
    if (figure == kNone && place.body.empty() && phrase.possessive.empty()) {
      TokenSpan words = body_spoken_of(text_, phrase.span.begin);
      if (words.empty()) return false;
      figure = body_figure(words);
      return settle_speaking_for(item, figure, ChainLink::uncertain,
                                 because("no-body", {shown, to_utf8(text_.plain(words))}));
    }
    if (figure == kNone) return false;
    return settle_speaking_for(item, figure, ChainLink::explicit_,
                               because("speaks-for", {shown, to_utf8(cast_[figure].name)}));
  }
  bool report = place.title->form == Form::document && place.title->kind == SourceKind::document;
  if (report && phrase.determiner == Determiner::definite && !place.body.empty() &&
      place.body.end <= place.span.begin) {
    int body = cast_.find_body(place.body);
    if (body == kNone) return false;
    // People of that body who spoke before, else the body itself when it is a source.
    std::string own = to_utf8(cast_[body].name);
    int found = cast_[body].used ? body : kNone;
    for (int other = std::max(0, cast_.size() - kFiguresLookedAt); other < cast_.size(); ++other) {
      const Figure& f = cast_[other];
      if (f.used && f.finding.form == Form::group && f.finding.organization == own) found = other;
    }
    if (found == kNone) return false;
    settle(item, found, ChainLink::carried, because("report-of", {own}));
    return true;
  }
  return false;
}

/// "Ann Cho of the Lund Institute … Her organisation": the institute.
bool SourceResolver::means_own_body(SourceItem& item) {
  const Phrase& phrase = item.phrase;
  bool own = phrase.possessive == u"his" || phrase.possessive == u"her" || phrase.possessive == u"their";
  if (!own || phrase.titles.empty() || phrase.head.size() != 1 ||
      phrase.titles.front().title->form != Form::organization)
    return false;
  int person = antecedent_of(text_, cast_, phrase.possessive, standing(item)).figure;
  if (person == kNone || cast_[person].finding.organization.empty()) return false;
  const std::string name = cast_[person].finding.organization;
  int body = cast_.find_called(to_utf16(name));
  if (body == kNone || !cast_[body].fits_body()) return false;
  settle(item, body, ChainLink::carried, because("of-person-of", {to_utf8(cast_[person].name), name}));
  return true;
}

/// "Gary Neville disagreed. '…,' the former defender said": one who was only named, described now. kNone = nobody whom it fits.
int SourceResolver::named_just_before(const SourceItem& item) {
  const Phrase& phrase = item.phrase;
  if (phrase.determiner != Determiner::definite || phrase.plural || phrase.head.empty()) return kNone;
  const KnownTitle* title = phrase.titles.empty() ? nullptr : phrase.titles.front().title;
  std::u16string last = text_.form(phrase.head.end - 1);
  // Without a title only who does something: "the roofer". A bare class may be anybody: "the victim".
  bool doer = !title && phrase.head.size() == 1 && phrase.span.end == phrase.head.end && last.size() > 4 &&
              (last.ends_with(u"er") || last.ends_with(u"ist"));
  bool told_more = title && title->form == Form::person && !title->spokesperson && phrase.possessor.empty() &&
                   (!title->generic || !phrase.titles.front().former.empty() || phrase.head.size() > 1) &&
                   title->kind != SourceKind::law_justice;
  if (!doer && !told_more) return kNone;
  const Token& own = text_.tokens.all[phrase.span.begin];
  for (uint32_t back = 0; back <= std::min(own.sentence, 2u); ++back) {
    const std::vector<Place>& places = cast_.in_sentence(own.sentence - back);
    for (size_t i = places.size(); i-- > 0;) {
      const Place& place = places[i];
      const Figure& f = cast_[place.figure];
      if (place.span.end > phrase.span.begin || (!place.source && (back > 0 || !f.fits_person()))) continue;
      bool fits =
          place.source && f.named && f.sort == NameSort::person && f.finding.weight <= Weight::described &&
          text_.tokens.all[place.span.begin].paragraph == own.paragraph &&
          (phrase.gender == Gender::unknown || f.gender == Gender::unknown || phrase.gender == f.gender);
      return fits ? place.figure : kNone;
    }
  }
  return kNone;
}

/// "In the village they call him": whoever is there.
bool SourceResolver::means_locals(uint32_t token) const {
  constexpr uint32_t kFar = 5;
  uint32_t begin = text_.tokens.sentences[text_.tokens.all[token].sentence].begin;
  if (token - begin < 3 || token - begin > kFar || !text_.words.is(begin, u"in") ||
      !text_.in_class("article", begin + 1))
    return false;
  for (uint32_t at = begin + 1; at < token; ++at)
    if (!text_.is_word(at) || is_name_like(text_, at) || text_.in_class("object-pronoun", at)) return false;
  return true;
}

/// People of whom its own sentence tells before, or with whom the sentence before begins, and who are no source there: "Western
/// diplomats dispute it. One of them said …".
int SourceResolver::group_spoken_of(uint32_t token) {
  constexpr uint32_t kOpening = 5;
  const Token& own = text_.tokens.all[token];
  for (uint32_t back = 0; back <= std::min(own.sentence, 1u); ++back) {
    TokenSpan words = text_.tokens.sentences[own.sentence - back];
    if (text_.tokens.all[words.begin].paragraph != own.paragraph) return kNone;
    words.end = std::min(back == 0 ? token : words.end,
                         back == 0 ? words.begin + kLongestPhrase : words.begin + kOpening);
    uint32_t begin = words.begin, title_end = 0;
    for (uint32_t at = words.begin; at < words.end; ++at) {
      if (!text_.is_word(at)) {
        begin = at + 1;
        continue;
      }
      const KnownTitle* title = title_at(text_, at, words.end, &title_end);
      if (!title || title->form != Form::person || !is_plural_word(text_.form(title_end - 1))) continue;
      Phrase phrase = read_phrase(text_, {begin, title_end});
      int figure = cast_.add(phrase);
      judge_figure(text_, cast_, figure, phrase);
      return figure;
    }
  }
  return kNone;
}

/// Somebody with whom the sentence before begins and who is no source there: "The ambassador was summoned. He said …"; for "they" several:
/// "The authors, …, studied it. They conclude …".
int SourceResolver::person_spoken_of(uint32_t token, bool several) {
  constexpr uint32_t kOpening = 6;
  const Token& own = text_.tokens.all[token];
  if (own.sentence == 0 || !text_.begins_sentence(token)) return kNone;
  TokenSpan words = text_.tokens.sentences[own.sentence - 1];
  if (text_.tokens.all[words.begin].paragraph != own.paragraph || text_.in_class("preposition", words.begin))
    return kNone;
  // Of whom somebody tells in quotation marks, the article does not go on to tell.
  if (text_.tokens.all[words.begin].quote == Quote::inside && own.quote != Quote::inside) return kNone;
  // "We asked the administrator of … He replied"
  bool asked = (text_.words.is(words.begin, u"we") || text_.words.is(words.begin, u"i")) &&
               text_.words.is(words.begin + 1, u"asked");
  if (asked) words.begin += 2;
  for (const Place& place : cast_.in_sentence(own.sentence - 1)) {
    const Figure& f = cast_[place.figure];
    if (asked) break;
    if (several ? place.source && (f.plural || f.finding.form == Form::group)
                : f.fits_person() || f.sort == NameSort::unknown)
      return kNone;
  }
  uint32_t end = std::min(words.end, words.begin + kOpening), title_end = 0;
  for (uint32_t at = words.begin; at < end && (text_.is_word(at) || text_.is_genitive(at)); ++at) {
    const KnownTitle* title = title_at(text_, at, end, &title_end);
    if (!title) continue;
    if (title->form != Form::person || title->generic || is_plural_word(text_.form(title_end - 1)) != several)
      return kNone;
    // "Experts of the Carnegie Endowment"
    if (title_end + 2 < words.end && is_one(text_.form(title_end), kOfBodies)) {
      uint32_t name = title_end + (text_.in_class("article", title_end + 1) ? 2 : 1);
      if (uint32_t name_ends = name_end(text_, name, words.end); name_ends > name) title_end = name_ends;
    }
    Phrase phrase = read_phrase(text_, {words.begin, title_end});
    if (!phrase.name.empty() || phrase.titles.empty()) return kNone;
    int figure = kNone;
    if (phrase.determiner == Determiner::definite)
      figure = described_before(text_, cast_, phrase, {phrase.span, 0, kNone, false}).figure;
    if (figure != kNone) return figure;
    figure = cast_.add(phrase);
    judge_figure(text_, cast_, figure, phrase, {phrase.span, 0, kNone, false});
    return figure;
  }
  return kNone;
}

/// The people that "them" stands for where an item begins; kNone when the text speaks of none.
int SourceResolver::group_meant(const SourceItem& item, bool any_before) {
  auto is_group = [this](int figure) {
    return figure != kNone && (cast_[figure].plural || cast_[figure].finding.form == Form::group);
  };
  int group = antecedent_of(text_, cast_, u"they", standing(item)).figure;
  if (!is_group(group) && any_before) group = group_spoken_of(item.phrase.span.begin);
  return is_group(group) ? group : kNone;
}

/// "One of them, Omar Diaz": what they are.
void SourceResolver::learn_from_group(const SourceItem& item) {
  uint32_t begin = item.phrase.span.begin;
  bool one = text_.words.is(begin, u"one") || text_.words.is(begin, u"another");
  bool of_them = text_.words.is(begin + 1, u"of") && text_.words.is(begin + 2, u"them");
  if (!one || !(of_them || text_.at(begin + 1) == u",")) return;
  int group = group_meant(item, true);
  if (group == kNone || group == item.figure || cast_[group].finding.kind == SourceKind::unspecified) return;
  Finding finding = cast_[group].finding;
  finding.form = Form::person;
  finding.weight = Weight::head;
  finding.reason = because("one-of", {to_utf8(cast_[group].name)});
  cast_.take(item.figure, item.phrase, std::move(finding), Naming::named);
}

/// "One of them", "one of the two nurses", "another".
bool SourceResolver::means_part_of_group(SourceItem& item) {
  const Phrase& phrase = item.phrase;
  std::u16string first = text_.form(phrase.span.begin);
  constexpr std::array<std::u16string_view, 8> kSome = {u"two",  u"three",   u"four", u"five",
                                                        u"some", u"several", u"many", u"most"};
  bool some = is_one(first, kSome) && phrase.span.size() == 3 &&
              text_.words.is(phrase.span.begin + 1, u"of") && text_.words.is(phrase.span.begin + 2, u"them");
  if (!some && first != u"one" && first != u"another" && first != u"both" && first != u"either") return false;
  bool of = phrase.span.size() > 1 && text_.words.is(phrase.span.begin + 1, u"of");
  if (!of && phrase.span.size() > 1 && text_.is_word(phrase.span.begin + 1)) return false;
  int group = group_meant(item, of);
  if (group == kNone) return false;
  if (first == u"both") {
    settle(item, group, ChainLink::carried, because("both-of", {to_utf8(cast_[group].name)}));
    return true;
  }
  Phrase own = phrase;
  own.plural = some;
  int figure = cast_.add(own);
  Finding finding = cast_[group].finding;
  finding.form = some ? Form::group : Form::person;
  finding.weight = Weight::head;
  std::string called = to_utf8(cast_[group].name);
  finding.reason =
      first == u"one" ? because("one-of", {called}) : because("part-of", {to_utf8(first), called});
  cast_.take(figure, own, finding, Naming::described);
  cast_[figure].plural = some;
  settle(item, figure, ChainLink::explicit_, {});
  return true;
}

}  // namespace who_says
