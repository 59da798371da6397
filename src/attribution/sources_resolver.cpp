#include "attribution/sources_resolver.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "attribution/phrase_parts.h"
#include "attribution/sources_antecedents.h"
#include "attribution/sources_judge.h"
#include "attribution/word_list.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr std::array<std::u16string_view, 12> kFirstPerson = {
    u"i", u"we", u"me", u"us", u"myself", u"ourselves", u"ich", u"wir", u"yo", u"nosotros", u"я", u"ми"};
constexpr std::array<std::u16string_view, 9> kNobody = {u"you",   u"what",  u"one",   u"that",  u"this",
                                                        u"these", u"those", u"there", u"it all"};
/// Verbs by which an unknown name is taken for an outlet.
constexpr std::array<std::u16string_view, 14> kReporting = {
    u"reported", u"reports", u"wrote",  u"writes", u"published", u"broadcast", u"quoted",
    u"quotes",   u"aired",   u"citing", u"cites",  u"cited",     u"reporting", u"posted"};
/// Of whom somebody speaks to somebody: "he was told".
constexpr std::array<std::u16string_view, 6> kToldTo = {u"told",     u"asked",  u"warned",
                                                        u"informed", u"taught", u"advised"};
/// Tokens whose capitals are noted in one step, and what that and the look-up of a name are worth.
constexpr uint32_t kBlock = 16, kBlockWorth = 4, kNameWorth = 12;
/// Endings that make a demonym of a country's name.
constexpr std::array<std::u16string_view, 7> kDemonymEndings = {u"n", u"an",  u"ian", u"ese",
                                                                u"i", u"ish", u"ic"};

/// The figure of the noun phrase that ends right before a relative pronoun; kNone = there is none.
int figure_before(const SourceText& text, Cast& cast, uint32_t pronoun) {
  constexpr uint32_t kReach = 12;
  uint32_t floor = text.tokens.sentences[text.tokens.all[pronoun].sentence].begin;
  uint32_t end = pronoun;
  if (end > floor && !text.is_word(end - 1)) --end;
  uint32_t begin = end;
  bool of = false;
  while (begin > floor && end - begin < kReach && text.is_word(begin - 1)) {
    std::u16string form = text.form(begin - 1);
    if (text.lexicon.in_class("article", form) || text.lexicon.in_class("possessive", form)) {
      --begin;
      break;
    }
    of = form == u"of" || form == u"from" || form == u"at" || form == u"in";
    if (!of && (text.lexicon.in_class("preposition", form) || text.lexicon.in_class("finite", form) ||
                text.lexicon.in_class("auxiliary", form) || text.lexicon.in_class("coordination", form) ||
                text.lexicon.in_class("complementizer", form) ||
                (begin < end && text.lexicon.cue(form) && !text.gazetteer.title(form))))
      break;
    --begin;
  }
  if (begin == end) return kNone;
  Phrase phrase = read_phrase(text, {begin, end});
  if (!phrase.pronoun.empty() || phrase.span.empty()) return kNone;
  int figure = phrase.name.empty() ? kNone : cast.find_name(phrase).first;
  if (figure == kNone) {
    // "a don who asked"
    bool somebody = text.words.is(pronoun, u"who") && (phrase.determiner == Determiner::indefinite ||
                                                       phrase.determiner == Determiner::definite);
    if (phrase.name.empty() && phrase.titles.empty() && !somebody) return kNone;
    figure = cast.add(phrase);
    judge_figure(text, cast, figure, phrase);
  }
  return figure;
}

/// Who speaks around "I" when no content was found to hold it: the source nearest to it in its paragraph.
int speaker_beside(const SourceText& text, const Cast& cast, const SourceItem& item) {
  if (!item.quoted) return kNone;
  const Token& own = text.tokens.all[item.phrase.span.begin];
  int found = kNone;
  for (uint32_t sentence = own.sentence;
       sentence < own.sentence + 2 && sentence < text.tokens.sentences.size(); ++sentence)
    for (const Place& place : cast.in_sentence(sentence))
      if (place.source && place.depth <= item.depth &&
          text.tokens.all[place.span.begin].paragraph == own.paragraph &&
          text.tokens.all[place.span.begin].quote != Quote::inside && found == kNone)
        found = place.figure;
  for (uint32_t back = 1; found == kNone && back <= 2 && back <= own.sentence; ++back)
    for (const Place& place : cast.in_sentence(own.sentence - back))
      if (place.source && text.tokens.all[place.span.begin].quote != Quote::inside) found = place.figure;
  return found;
}

/// "Shares in Corvane", "Corvane shares", "Corvane plc": a firm that nothing else may be known of.
void take_for_firm(const SourceText& text, Phrase& phrase) {
  static constexpr WordList<4> kHeld = {u"shares", u"stake", u"stock", u"shareholders"};
  static constexpr WordList<6> kBehind = {u"shares", u"stock", u"shareholders", u"plc", u"inc", u"ltd"};
  TokenSpan name = phrase.name;
  if (name.empty() || !phrase.titles.empty() || phrase.honorific || phrase.sort == NameSort::state) return;
  bool before = name.begin > 1 &&
                (text.words.is(name.begin - 1, u"in") || text.words.is(name.begin - 1, u"of")) &&
                is_one(text.form(name.begin - 2), kHeld);
  if (!before && !is_one(text.form(name.end), kBehind)) return;
  phrase.sort = NameSort::body;
  phrase.doing = Doing::trades;
}

}  // namespace

Standing SourceResolver::standing(const SourceItem& item) const {
  return {item.phrase.span, item.depth, item.parent == kNone ? kNone : speaker_of(item.parent), item.quoted};
}

int SourceResolver::speaker_of(int attribution) const { return figure_of_[static_cast<size_t>(attribution)]; }

void SourceResolver::settle(SourceItem& item, int figure, ChainLink link, ReasonParts why) {
  item.figure = figure;
  item.link = link;
  item.why = std::move(why);
  Figure& f = cast_[figure];
  f.used = true;
  f.mentions.push_back({text_.words.range(item.phrase.span), item.why});
  cast_.put({item.phrase.span, figure, true, text_.begins_sentence(item.phrase.span.begin), item.depth});
  for (int a : item.attributions) {
    Attribution& attribution = detection_.attributions[static_cast<size_t>(a)];
    int& known = figure_of_[static_cast<size_t>(a)];
    if (known == kNone) known = figure;
    if (attribution.link == ChainLink::explicit_ && attribution.scope != Scope::blanket)
      attribution.link = link;
  }
}

int SourceResolver::new_figure(SourceItem& item) {
  int figure = cast_.add(item.phrase);
  judge_figure(text_, cast_, figure, item.phrase, standing(item));
  return figure;
}

/// A name in a source: known already, or a new figure.
void SourceResolver::name(SourceItem& item) {
  guess_state(item);
  take_for_firm(text_, item.phrase);
  auto [figure, why] = cast_.find_name(item.phrase);
  if (figure == kNone)
    figure = cast_.add(item.phrase);
  else
    cast_.learn(figure, item.phrase);
  // What depends on "its" is judged when that is known.
  if (item.phrase.possessive.empty()) judge_figure(text_, cast_, figure, item.phrase, standing(item));
  settle(item, figure, ChainLink::explicit_, std::move(why));
}

/// "Dravania", when the article has "Dravanian" or a "Foreign Ministry of Dravania": a state.
void SourceResolver::guess_state(SourceItem& item) {
  Phrase& phrase = item.phrase;
  if (phrase.sort != NameSort::unknown || phrase.name.size() != 1 || !phrase.titles.empty()) return;
  std::u16string word(text_.at(phrase.name.begin));
  for (std::u16string_view ending : kDemonymEndings)
    if (capitals_.count(word + std::u16string(ending))) {
      phrase.sort = NameSort::state;
      return;
    }
  if (of_bodies_.count(word)) phrase.sort = NameSort::state;
}

/// A name that nothing else is known of, and that reports or writes, is taken for an outlet.
void SourceResolver::guess_outlet(SourceItem& item) {
  if (item.figure == kNone || item.phrase.name.empty()) return;
  Figure& f = cast_[item.figure];
  if (f.finding.weight > Weight::bare || item.phrase.honorific) return;
  // "Helsingin Sanomat reported" is nobody's name that is known; "Ann Cho reported" may be.
  TokenSpan name = item.phrase.name;
  bool first_name = text_.gazetteer.first_name(text_.at(name.begin)) != Gender::unknown;
  if (f.sort == NameSort::person && (first_name || f.gender != Gender::unknown || name.size() != 2)) return;
  for (int a : item.attributions)
    for (Range range : detection_.attributions[static_cast<size_t>(a)].cue) {
      TokenSpan cue = text_.words.in(range);
      for (uint32_t at = cue.begin; at < cue.end; ++at) {
        if (!is_one(text_.form(at), kReporting)) continue;
        Finding finding;
        finding.kind = SourceKind::news_outlet;
        finding.form = Form::organization;
        finding.office = Office::not_applicable;
        finding.weight = Weight::described;
        finding.reason = because("outlet-verb", {to_utf8(text_.form(at))});
        f.sort = NameSort::body;
        cast_.take(item.figure, item.phrase, std::move(finding), Naming::named);
        return;
      }
    }
}

/// "Colleagues remembered him. … He chose": whom the text goes on about, though he is no source there.
void SourceResolver::follow(const SourceItem& item) {
  Standing at = standing(item);
  at.told_of = !item.quoted;
  Antecedent found = antecedent_of(text_, cast_, item.phrase.pronoun, at);
  if (found.figure == kNone) return;
  // One who stands in the same sentence is followed already.
  const Token& own = text_.tokens.all[item.phrase.span.begin];
  for (const Place& place : cast_.in_sentence(own.sentence))
    if (place.figure == found.figure && place.span.begin < item.phrase.span.begin) return;
  bool subject = item.phrase.pronoun == u"he" || item.phrase.pronoun == u"she";
  cast_.put({item.phrase.span, found.figure, false, subject, item.depth, subject});
}

/// Whether its attributions have their source in several places.
bool SourceResolver::in_parts(const SourceItem& item) const {
  for (int a : item.attributions)
    if (detection_.attributions[static_cast<size_t>(a)].source.size() < 2) return false;
  return true;
}

void SourceResolver::resolve(SourceItem& item) {
  if (item.attributions.empty()) {
    if (!item.phrase.pronoun.empty()) follow(item);
    return;
  }
  if (item.figure != kNone) {
    // "Its coordinator, Marta …", "the report's author": whose body it is is known only now.
    const std::vector<TitlePlace>& titles = item.phrase.titles;
    bool of_common =
        !titles.empty() && titles.front().body.size() == 1 && !is_name_like(text_, titles.front().body.begin);
    if (!item.phrase.possessive.empty() || of_common)
      judge_figure(text_, cast_, item.figure, item.phrase, standing(item));
    learn_from_group(item);
    guess_outlet(item);
    return;
  }
  // "Last year … a Bootle gran": when is no part of who.
  if (item.phrase.name.empty() && item.phrase.titles.empty() &&
      text_.in_class("time", item.phrase.span.end - 1) && in_parts(item))
    return;
  for (int a : item.attributions)
    if (int known = figure_of_[static_cast<size_t>(a)]; known != kNone)  // another part of the same source
      return settle(item, known, ChainLink::explicit_, because("same-source"));
  if (!item.phrase.pronoun.empty())
    resolve_pronoun(item);
  else
    resolve_description(item);
}

void SourceResolver::resolve_pronoun(SourceItem& item) {
  const std::u16string& pronoun = item.phrase.pronoun;
  std::string shown = to_utf8(text_.plain(item.phrase.span));
  if (is_one(pronoun, kFirstPerson)) {
    int speaker = item.parent == kNone ? kNone : speaker_of(item.parent);
    if (speaker == kNone) speaker = speaker_beside(text_, cast_, item);
    if (speaker != kNone)
      return settle(item, speaker, ChainLink::carried,
                    because("in-words-of", {shown, to_utf8(cast_[speaker].name)}));
    return settle(item, new_figure(item), ChainLink::uncertain, {});
  }
  if (text_.lexicon.in_class("relative", pronoun) || pronoun == u"who" || pronoun == u"which") {
    int before = before_relative(text_, cast_, item.phrase.span);
    if (before == kNone) before = figure_before(text_, cast_, item.phrase.span.begin);
    if (before != kNone)
      return settle(item, before, ChainLink::explicit_,
                    because("goes-with", {shown, to_utf8(cast_[before].name)}));
  }
  if (is_one(pronoun, kNobody)) return settle(item, new_figure(item), ChainLink::uncertain, {});
  if (pronoun == u"he" || pronoun == u"she" || pronoun == u"they")
    if (int person = person_spoken_of(item.phrase.span.begin, pronoun == u"they"); person != kNone)
      return settle(item, person, ChainLink::carried,
                    because("sentence-before", {shown, to_utf8(cast_[person].name)}));
  if (pronoun == u"they" && means_locals(item.phrase.span.begin))
    return settle(item, new_figure(item), ChainLink::uncertain, {});
  Standing at = standing(item);
  for (int a : item.attributions)  // "he was told"
    for (Range cue : detection_.attributions[static_cast<size_t>(a)].cue) {
      TokenSpan words = text_.words.in(cue);
      at.told_of = at.told_of || (words.size() > 1 && text_.in_class("be", words.end - 2) &&
                                  is_one(text_.form(words.end - 1), kToldTo));
    }
  Antecedent found = antecedent_of(text_, cast_, pronoun, at);
  if (found.figure == kNone) return settle(item, new_figure(item), ChainLink::uncertain, {});
  Figure& f = cast_[found.figure];
  if (f.gender == Gender::unknown && f.fits_person()) {
    if (pronoun == u"he" || pronoun == u"him") f.gender = Gender::male;
    if (pronoun == u"she" || pronoun == u"her") f.gender = Gender::female;
  }
  ReasonParts why = because("nearest", {shown, to_utf8(f.name)});
  settle(item, found.figure, found.sure ? ChainLink::carried : ChainLink::uncertain, std::move(why));
}

void SourceResolver::resolve_description(SourceItem& item) {
  Phrase& phrase = item.phrase;
  if (phrase.span.empty()) return;
  if (is_own_outlet(text_, phrase, standing(item)))
    return settle(item, new_figure(item), ChainLink::explicit_, {});
  if (means_issuer(item) || means_part_of_group(item) || means_own_body(item)) return;
  std::string shown = to_utf8(text_.plain(phrase.span));
  bool definite = phrase.determiner == Determiner::definite || phrase.determiner == Determiner::demonstrative;
  if (definite || (phrase.determiner == Determiner::none && phrase.head.size() == 1 && !phrase.plural)) {
    Antecedent before = described_before(text_, cast_, phrase, standing(item));
    if (before.figure == kNone && (before.figure = named_just_before(item)) != kNone) before.sure = false;
    if (before.figure != kNone) {
      Finding past;
      const KnownTitle* title = phrase.titles.empty() ? nullptr : phrase.titles.front().title;
      if (title) {
        cast_[before.figure].words += u" " + lowered(text_.plain(phrase.span)) + u" ";
        cast_[before.figure].heads.push_back(title->term);
        if (cast_[before.figure].finding.weight <= Weight::described)
          judge_figure(text_, cast_, before.figure, phrase, standing(item));
      }
      return settle(item, before.figure, before.sure ? ChainLink::carried : ChainLink::uncertain,
                    because("taken-for", {shown, to_utf8(cast_[before.figure].name)}));
    }
  }
  if (int named = named_behind(text_, cast_, phrase); named != kNone)
    return settle(item, named, ChainLink::carried,
                  because("named-after", {shown, to_utf8(cast_[named].name)}));
  // The same words again: "police", "some residents".
  if (phrase.determiner != Determiner::indefinite && phrase.determiner != Determiner::number) {
    auto [known, added] = by_words_.emplace(lowered(text_.plain(phrase.span)), kNone);
    if (!added) return settle(item, known->second, ChainLink::explicit_, because("same-words"));
    known->second = new_figure(item);
    return settle(item, known->second, ChainLink::explicit_, {});
  }
  settle(item, new_figure(item), ChainLink::explicit_, {});
}

void SourceResolver::note_capitals(size_t block) {
  uint32_t end = std::min(text_.size(), static_cast<uint32_t>(block + 1) * kBlock);
  for (uint32_t at = static_cast<uint32_t>(block) * kBlock; at < end; ++at)
    if (text_.words.capital(at)) capitals_.insert(std::u16string(text_.at(at)));
}

void SourceResolver::note_body(const Phrase& phrase) {
  TokenSpan n = phrase.name;
  if (n.size() >= 3 && phrase.sort == NameSort::body && text_.words.is(n.end - 2, u"of"))
    of_bodies_.insert(std::u16string(text_.at(n.end - 1)));
}

/// A name that no source has.
void SourceResolver::name_elsewhere(Phrase& phrase) {
  take_for_firm(text_, phrase);
  auto [figure, why] = cast_.find_name(phrase);
  bool tells = phrase.name.size() > 1 || phrase.sort == NameSort::body || phrase.sort == NameSort::state ||
               !phrase.titles.empty() || phrase.honorific;
  if (figure == kNone && !tells) return;
  if (phrase.name.size() == 1 && text_.in_class("time", phrase.name.begin))
    return;  // "on Friday, ruling that …"
  if (figure == kNone)
    figure = cast_.add(phrase);
  else
    cast_.learn(figure, phrase);
  judge_figure(text_, cast_, figure, phrase);
  // "Is in Port Ellis": nobody who says anything.
  uint32_t begin = phrase.span.begin;
  bool place = begin > 0 && (text_.words.is(begin - 1, u"in") || text_.words.is(begin - 1, u"near")) &&
               phrase.titles.empty() && cast_[figure].finding.weight <= Weight::bare &&
               text_.gazetteer.first_name(text_.at(phrase.name.begin)) == Gender::unknown;
  // "On Twitter he called": the company is another one.
  bool medium = begin > 0 && text_.words.is(begin - 1, u"on") && phrase.titles.empty() &&
                cast_[figure].sort == NameSort::body;
  if (place || medium) return;
  cast_.put({phrase.span, figure, false, text_.begins_sentence(phrase.span.begin), 0});
}

void SourceResolver::judge_possessed(const Phrase& phrase) {
  if (phrase.possessive.empty()) return;
  if (int figure = cast_.find_name(phrase).first; figure != kNone)
    judge_figure(text_, cast_, figure, phrase, {phrase.span, 0, kNone, false});
}

/// Gives the next name in reading order its figure, in sources and elsewhere. What that was worth; 0 = there is none.
uint32_t SourceResolver::name_next() {
  bool sources_done = item_ == items_.size(), others_done = other_ == scan_.found.size();
  if (!others_done && (sources_done || scan_.found[other_].span.begin < items_[item_].phrase.span.begin)) {
    name_elsewhere(scan_.found[other_++]);
    return kNameWorth;
  }
  if (sources_done) return 0;
  if (!items_[item_].phrase.name.empty()) name(items_[item_]);
  ++item_;
  return kNameWorth;
}

void SourceResolver::add_to(Steps& steps) {
  auto items = [this] { return items_.size(); };
  steps.each([this] { return (text_.size() + kBlock - 1) / kBlock; },
             [this](size_t block) { note_capitals(block); }, kBlockWorth);
  steps.then([this] { return scan_.step(); });
  steps.each([this] { return scan_.found.size(); }, [this](size_t i) { note_body(scan_.found[i]); });
  steps.each(items, [this](size_t i) { note_body(items_[i].phrase); });
  steps.then([this] { return name_next(); });
  steps.once([this] {
    order_.resize(items_.size());
    std::iota(order_.begin(), order_.end(), 0u);
    std::stable_sort(order_.begin(), order_.end(),
                     [&](uint32_t a, uint32_t b) { return items_[a].rank < items_[b].rank; });
  });
  steps.each(
      items, [this](size_t i) { resolve(items_[order_[i]]); }, kNameWorth);
  // "His deputy, Majid …" did not speak yet: whose deputy he is is known only now.
  steps.each([this] { return scan_.found.size(); }, [this](size_t i) { judge_possessed(scan_.found[i]); });
}

}  // namespace who_says
