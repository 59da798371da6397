#include "attribution/mend_source.h"

#include <algorithm>

#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"
#include "attribution/word_list.h"
#include "text/letters.h"

namespace who_says {
namespace {

constexpr uint32_t kNarrowSourceGap = 3;  ///< tokens between pieces of a source that may be one
constexpr uint32_t kWidestSubject = 16;   ///< tokens of a subject before the noun that stands beside its verb
constexpr uint32_t kClauseReaches = 30;   ///< tokens between two "who" that go with one phrase
/// Words between the beginning of a sentence and the body in "In an interview with Kompas, …".
constexpr uint32_t kOpeningReaches = 8;
constexpr uint32_t kLongestAside = 7;  ///< tokens of ", in its latest daily report"

/// What is done to clips and records, right behind the noun: "a clip shared …".
constexpr WordList<9> kSpread = {u"shared", u"posted",   u"published",  u"released", u"filmed",
                                 u"issued", u"recorded", u"circulated", u"compiled"};
/// What somebody says something of, named before them: "a claim Bern denies".
constexpr WordList<12> kThings = {u"number", u"charge", u"claim", u"figure",     u"view", u"allegation",
                                  u"idea",   u"step",   u"move",  u"accusation", u"link", u"version"};
constexpr WordList<5> kAskedNotToBeNamed = {u"anonymity", u"anonymously", u"named", u"identified", u"name"};
/// Behind a comma and a source: "Bern, by contrast, said".
constexpr WordList<2> kWhichTime = {u"last", u"this"};
constexpr WordList<6> kAsides = {u"however", u"meanwhile", u"though", u"by", u"for", u"in"};
constexpr WordList<4> kAsideEnds = {u"contrast", u"part", u"turn", u"comparison"};

class SourceMender {
 public:
  SourceMender(const RuleText& text, SpanAttribution& spans) : text_(text), a_(text.is_a), spans_(spans) {}

  void run() {
    keep_nearest();
    if (spans_.source.size() != 1) return;
    TokenSpan& source = spans_.source.front();
    take_noun(source);
    take_doer(source);
    find_antecedent(source);
    take_clause(source);
    take_clause_behind(source);
    take_whom(source);
    cut_lead(source);
    cut_occasion(source);
    cut_predicate(source);
    widen(source);
  }

 private:
  /// "Her deputy, | who | was ill, said so": of whom the clause is said.
  void find_antecedent(TokenSpan& source) const {
    bool begun = source.size() > 1;  // "who spoke"
    if (source.size() > 3 || (begun && text_.is(source.begin, a_.that))) return;
    if (!text_.is(source.begin, a_.relative) || spans_.cue.empty()) return;
    uint32_t cue = spans_.cue.front().begin, first = source.begin;
    TokenSpan sentence = text_.sentence_of(source.begin);
    bool far = source.end + 1 < cue && text_.comma(cue - 1);
    // "A clerk who was there, and | who | had a copy, said so"
    if (far && first > sentence.begin + 2 && text_.is(first - 1, a_.coordination))
      for (uint32_t at = first - 1, left = kClauseReaches;
           at-- > sentence.begin && left-- > 0 && first == source.begin;)
        if (text_.is(at, a_.relative) && !text_.is(at, a_.that)) first = at;
    bool apart = first < source.begin || text_.comma(first - 1);
    if (!far || first < sentence.begin + 2 || !apart) return;
    TokenSpan whom =
        phrase_left(text_, behind_dateline(text_, sentence), first - (text_.comma(first - 1) ? 1 : 0));
    if (!whom.empty()) source = whom;
  }

  /// "Her deputy | , who was ill, | said so", "Norton, which was | hired by Bern, | says so": the clause goes with whom it tells of.
  void take_clause(TokenSpan& source) const {
    if (spans_.cue.empty()) return;
    uint32_t cue = spans_.cue.front().begin, at = source.end;
    if (at + 2 >= cue || cue - at > kClauseReaches || !text_.comma(cue - 1)) return;
    bool inside = false;  // the source has begun it
    for (uint32_t i = source.begin + 1; i < source.end; ++i)
      inside = text_.is(i, a_.relative) && text_.comma(i - 1) ? true : inside && !text_.comma(i);
    bool follows = text_.comma(at) && text_.is(at + 1, a_.relative) && !text_.is(at + 1, a_.that);
    if (!inside && !follows) return;
    for (uint32_t i = at + 1; i + 1 < cue; ++i)
      if (text_.comma(i) || text_.quoted(i) || text_.stop(i)) return;
    for (TokenSpan piece : spans_.content)
      if (piece.begin < cue && piece.end > at) return;
    source.end = cue - 1;
  }

  /// "“…,” said one former aide | , who insisted on anonymity |.": so where the source stands behind its cue.
  void take_clause_behind(TokenSpan& source) const {
    if (spans_.cue.empty() || spans_.cue.back().end != source.begin) return;
    uint32_t at = source.end, end = text_.sentence_of(source.begin).end;
    if (at + 3 >= end || !text_.comma(at) || !text_.is(at + 1, a_.relative) || text_.is(at + 1, a_.that))
      return;
    uint32_t stop = at + 2;
    bool quoted_so = false;
    for (; stop < end && stop - at < kClauseReaches && text_[stop].word && !text_.quoted(stop); ++stop)
      quoted_so = quoted_so || is_one(text_[stop].form, kAskedNotToBeNamed);
    if (!quoted_so || (stop < end && stop - at >= kClauseReaches)) return;
    for (TokenSpan piece : spans_.content)
      if (piece.begin < stop && piece.end > at) return;
    source.end = stop;
  }

  /// "Three analysts who | reviewed the drawings | concluded": who is in the clause in front.
  void take_whom(TokenSpan& source) const {
    uint32_t begin = source.begin, at = source.begin;
    if (begin < 2 || !text_.is(begin - 1, a_.relative) || text_.is(begin - 1, a_.that) ||
        spans_.cue.empty() || source.end != spans_.cue.front().begin)
      return;
    if (!text_[at].form.ends_with(u"ed") && !looks_finite(text_, at)) return;
    TokenSpan whom = phrase_left(text_, behind_dateline(text_, text_.sentence_of(begin)), begin - 1);
    if (!whom.empty()) source.begin = whom.begin;
  }

  /// "The fashion | retailer | cut its forecast and said"
  void take_doer(TokenSpan& source) const {
    if (source.size() != 2 || source.end >= text_.size() || !text_.is(source.begin, a_.article) ||
        text_[source.begin + 1].capital)
      return;
    std::u16string_view next = text_[source.end].form;
    bool doer =
        next.ends_with(u"er") || next.ends_with(u"or") || next.ends_with(u"ers") || next.ends_with(u"ors");
    if (doer && next.size() > 4 && !text_.is(source.end, a_.adverb | a_.preposition | a_.finite))
      ++source.end;
  }

  /// "And | the | DPRK, in turn, | hopes": an article is nobody.
  void take_noun(TokenSpan& source) const {
    if (source.size() != 1 || !text_.is(source.begin, a_.article) || spans_.cue.empty()) return;
    uint32_t cue = spans_.cue.front().begin;
    uint32_t limit = cue > source.end ? cue : text_.sentence_of(source.begin).end;
    TokenSpan whole = phrase_right(text_, source.begin, limit, true);
    if (!whole.empty()) source = whole;
  }

  void cut_lead(TokenSpan& source) const {
    if (source.size() < 2) return;
    uint32_t next = source.begin + 1;
    // "As | the professor of law explains, …"
    if (text_.form(source.begin, u"as") &&
        (text_.is(next, a_.determiner | a_.possessive) || text_[next].capital)) {
      ++source.begin;
      return;
    }
    // "Recall that earlier | Reuters reported"
    if (text_.form(source.begin, u"recall") && text_.is(next, a_.that) && source.size() > 2) {
      source.begin = next + 1;
      while (source.size() > 1 && (text_.is(source.begin, a_.adverb) || text_.form(source.begin, u"earlier")))
        ++source.begin;
      return;
    }
    // "…, a claim | Bern denies"
    bool thing = source.begin > 0 && text_.comma(source.begin - 1) && is_one(text_[next].form, kThings);
    if (thing && source.size() > 2 && text_.is(source.begin, a_.article) &&
        (text_[next + 1].capital || text_.is(next + 1, a_.determiner | a_.possessive))) {
      source.begin += 2;
      return;
    }
    // "In 2014 the regulator | fined …"
    if (source.size() > 2 && is_digit(text_[source.begin].form[0]) && text_.is(next, a_.article)) {
      ++source.begin;
      return;
    }
    // "reports | that | a former envoy claims"; inside what somebody says the verb is not seen
    const CueEntry* before = source.begin > 0 ? text_[source.begin - 1].cue : nullptr;
    bool reported = before && before->kind == CueKind::verb && before->statement;
    bool inside = source.begin == text_.sentence_of(source.begin).begin && !text_[source.begin].capital;
    if (text_.is(source.begin, a_.that) && (reported || inside)) {
      ++source.begin;
      return;
    }
    bool plural = text_[next].form.ends_with(u"s") && !text_.is(next, a_.finite | a_.auxiliary);
    // "which analysts called overdue", "said that | passengers"
    if (text_.is(source.begin, a_.relative) && (!text_.is(source.begin, a_.that) || plural) &&
        !text_.is(next, a_.finite | a_.auxiliary | a_.modal) && !text_[next].cue) {
      ++source.begin;
      return;
    }
    if (source.begin == 0 || !text_.is(source.begin - 1, a_.preposition)) return;
    bool opens = source.begin - text_.sentence_of(source.begin).begin <= kOpeningReaches;
    bool behind = !spans_.cue.empty() && spans_.cue.front().end <= source.begin;
    if (!opens || behind) return;
    for (uint32_t at = source.begin; at + 1 < source.end; ++at)
      if (text_.comma(at)) {
        source.begin = at + 1;
        return;
      }
  }

  /// "With the board of the Post, [Mr Ode] said so": of pieces far apart the one before the cue is the source by itself. "Ed Rendell, who
  /// led the party then, thinks [he] all but said so": so is a pronoun behind the others.
  void keep_nearest() {
    if (spans_.source.size() < 2 || spans_.cue.empty()) return;
    TokenSpan last = spans_.source.back();
    uint32_t cue = spans_.cue.front().begin;
    bool beside = last.end == cue || (last.end + 1 == cue && !text_[last.end].word);
    // "Her deputy, who was ill, said so": "who" says nothing.
    if (last.end <= cue && text_.is(last.begin, a_.relative) && (!beside || last.size() > 1)) {
      spans_.source.pop_back();
      // "The log, which LSM published, suggests so": the clause tells of the log.
      if (last.size() > 1 && spans_.source.back().end + 1 == last.begin) spans_.source.back().end = last.end;
      return;
    }
    // "[Analysts] polled by [Bloomberg]"
    TokenSpan& head = spans_.source[spans_.source.size() - 2];
    if (last.begin > head.end && last.begin - head.end <= kNarrowSourceGap && last.end <= cue &&
        text_.is(last.begin - 1, a_.agent) &&
        text_.count_words({head.end, last.begin}) == last.begin - head.end) {
      head.end = last.end;
      spans_.source.pop_back();
      return;
    }
    // "[The team] reports; [those that …]": what stands behind the cue is another clause's.
    TokenSpan nearest = spans_.source.front();
    if (nearest.end == cue && last.begin > cue) {
      spans_.source = {nearest};
      return;
    }
    bool pronoun = last.size() == 1 && text_.is(last.begin, a_.pronoun | a_.relative);
    bool whole =
        text_[last.begin].capital || text_.is(last.begin, a_.determiner | a_.possessive | a_.pronoun);
    TokenSpan gap{spans_.source[spans_.source.size() - 2].end, last.begin};
    bool apart = gap.size() > kNarrowSourceGap || text_.count_words(gap) < gap.size();
    for (uint32_t at = gap.begin; at < gap.end; ++at) apart = apart && !text_.is(at, a_.coordination);
    if (pronoun || (beside && whole && apart)) spans_.source = {last};
  }

  /// "Bern | on Tuesday", "the mayor |, speaking to veterans": when and where somebody says something is no part of who does; "speaking on
  /// condition of anonymity" is.
  void cut_occasion(TokenSpan& source) const {
    for (uint32_t at = source.begin + 1; at + 1 < source.end; ++at) {
      const CueEntry* verb = text_[at + 1].cue;
      if (!text_.comma(at) || !verb || verb->inflection != Inflection::gerund || text_.form(at + 2, u"on"))
        continue;
      source.end = at;
      return;
    }
    // "LSM | with reference to officials": whom it has it from
    for (uint32_t at = source.begin + 1; at + 2 < source.end; ++at)
      if (text_.form(at, u"with") && text_.form(at + 1, u"reference") && text_.form(at + 2, u"to")) {
        source.end = at;
        return;
      }
    // "Bern |, by contrast,"
    uint32_t last = source.end - (text_.comma(source.end - 1) ? 1 : 0);
    for (uint32_t at = last - std::min(last - source.begin, 4u); at + 1 < last; ++at) {
      bool whole = at + 2 == last || is_one(text_[last - 1].form, kAsideEnds);
      if (at == source.begin || !text_.comma(at) || !whole || !is_one(text_[at + 1].form, kAsides)) continue;
      source.end = at;
      return;
    }
    // "The service |, in its daily report,"
    for (uint32_t at = last - std::min(last - source.begin, kLongestAside); at + 3 < last; ++at) {
      bool setting = text_.comma(at) && text_.is(at + 1, a_.preposition) &&
                     text_.is(at + 2, a_.possessive | a_.article) &&
                     text_.is(last - 1, a_.document_medium | a_.speech_setting);
      if (at == source.begin || !setting) continue;
      source.end = at;
      return;
    }
    // "Kent Police | last night"
    uint32_t end = source.end;
    if (source.size() > 2 && text_.is(end - 1, a_.time) && is_one(text_[end - 2].form, kWhichTime)) {
      source.end = end - 2;
      return;
    }
    while (end > source.begin + 1 && text_.is(end - 1, a_.time) && text_[end - 1].capital) --end;
    if (end < source.end && end > source.begin + 1 && text_.is(end - 1, a_.preposition)) source.end = end - 1;
  }

  /// "The team | compared 61 cities and | concluded that …": what else they did is no part of who.
  void cut_predicate(TokenSpan& source) const {
    // "Ms Bell, a nurse |, agrees |, noting …"
    uint32_t verb = source.end - 1;
    if (source.size() > 2 && text_.comma(verb - 1) && looks_finite(text_, verb)) {
      source.end = verb - 1;
      return;
    }
    if (source.size() < 2 || spans_.cue.empty() || source.end != spans_.cue.front().begin ||
        !text_.is(source.end - 1, a_.coordination))
      return;
    --source.end;
    for (uint32_t at = source.begin + 1; at < source.end; ++at) {
      bool past = text_[at].form.ends_with(u"ed") && !text_[at].capital &&
                  (text_[at - 1].capital ||
                   !text_.is(at - 1, a_.determiner | a_.possessive | a_.preposition | a_.adverb)) &&
                  !text_.is(at + 1, a_.preposition);
      if (!past && !looks_finite(text_, at)) continue;
      source.end = at;
      return;
    }
  }

  /// "A classmate who did not want his name in | the paper | admitted", "Documents reviewed by | this agency | suggest": no subject stands
  /// behind a preposition. The sentence begins with it.
  void widen(TokenSpan& source) const {
    uint32_t begin = behind_dateline(text_, text_.sentence_of(source.begin)), before = source.begin - 1;
    // "A clip shared on X and | TikTok | shows"
    if (source.begin > 2 && text_.is(before, a_.coordination) && text_[before - 1].capital) before -= 2;
    if (begin + 1 >= source.begin || source.begin - begin > kWidestSubject || spans_.cue.empty() ||
        source.end != spans_.cue.front().begin || text_.comma(source.begin - 1) ||
        text_.is(begin, a_.preposition | a_.clause_opener | a_.adverb | a_.pronoun))
      return;
    bool clause = false, participle = false;
    bool object = !text_.is(before, a_.preposition);
    uint32_t verbs = 0;
    for (uint32_t at = begin; at < source.begin; ++at) {
      if (!text_[at].word || text_.quoted(at)) return;
      clause = clause || (at > begin && text_.is(at, a_.relative) && !text_.is(at, a_.that));
      bool passive =
          text_.is(at + 1, a_.agent) && (text_[at].form.ends_with(u"ed") || text_.form(at, u"seen"));
      passive = passive || (at > begin && at <= begin + 3 && is_one(text_[at].form, kSpread));
      participle = participle || passive;
      if (clause && looks_finite(text_, at)) ++verbs;
      if (!clause && !participle && (looks_finite(text_, at) || text_.is(at, a_.clause_opener))) return;
    }
    // "A driver who hit | three cars | told police …"
    if (object ? clause && verbs < 2 : clause || participle) source.begin = begin;
  }

  const RuleText& text_;
  const WordClasses& a_;
  SpanAttribution& spans_;
};

}  // namespace

void mend_source(const RuleText& text, SpanAttribution& spans) { SourceMender(text, spans).run(); }

}  // namespace who_says
