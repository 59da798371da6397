#include "attribution/mend.h"

#include <algorithm>
#include <array>

#include "attribution/mend_nothing.h"
#include "attribution/mend_parts.h"
#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"
#include "attribution/word_list.h"
#include "text/letters.h"

namespace who_says {
namespace {

constexpr uint32_t kWidestContentGap = 12;  ///< tokens between pieces of a content that are one
constexpr uint32_t kNarrowSourceGap = 3;    ///< tokens between pieces of a source that may be one
constexpr uint32_t kWidestSubject = 16;  ///< tokens of a subject before the noun that stands beside its verb
/// Words between the beginning of a sentence and the body in "In an interview with Kompas, …".
constexpr uint32_t kSettingReaches = 8;

/// What is done to clips and records, right behind the noun: "a clip shared …".
constexpr WordList<9> kSpread = {u"shared", u"posted",   u"published",  u"released", u"filmed",
                                 u"issued", u"recorded", u"circulated", u"compiled"};

/// What somebody says something of, named before them: "a claim Bern denies".
constexpr WordList<12> kThings = {u"number", u"charge", u"claim", u"figure",     u"view", u"allegation",
                                  u"idea",   u"step",   u"move",  u"accusation", u"link", u"version"};
/// Behind a comma and a source: "Bern, by contrast, said"
constexpr WordList<6> kAsides = {u"however", u"meanwhile", u"though", u"by", u"for", u"in"};
constexpr WordList<4> kAsideEnds = {u"contrast", u"part", u"turn", u"comparison"};

class Mender {
 public:
  Mender(const RuleText& text, const CueEntry* entry, SpanAttribution& spans)
      : text_(text), a_(text.is_a), entry_(entry), spans_(spans) {}

  void run() {
    if (spans_.content.empty()) return;
    cut_dateline(spans_.source);
    cut_dateline(spans_.content);
    keep_nearest();
    if (spans_.source.size() == 1) {
      find_antecedent(spans_.source.front());
      take_whom(spans_.source.front());
      cut_lead(spans_.source.front());
      cut_occasion(spans_.source.front());
      cut_predicate(spans_.source.front());
      widen(spans_.source.front());
    }
    if (spans_.cue.size() != 1) return;
    if (says_nothing(text_, spans_)) return spans_.content.clear();
    mend_parts(text_, entry_, spans_);
    cut_clause_before();
    cut_clause_behind();
    begin_at_that();
    cut_duration();
    lengthen_that();
    fill_gaps();
    cut_setting();
    give_number_back();
    if (!entry_ || entry_->kind != CueKind::verb) return;
    cut_recipient();
    if (is_passive()) mend_passive();
  }

 private:
  bool has(uint32_t frames) const { return (entry_->frames & frames) != 0; }
  TokenSpan cue() const { return spans_.cue.front(); }
  TokenSpan& content() { return spans_.content.front(); }

  void cut_dateline(std::vector<TokenSpan>& role) const {
    if (role.empty()) return;
    TokenSpan& first = role.front();
    uint32_t begin = behind_dateline(text_, text_.sentence_of(first.begin));
    if (first.contains(begin) && first.end > begin) first.begin = begin;
  }

  /// "Her deputy, | who | was ill, said so": of whom the clause is said.
  void find_antecedent(TokenSpan& source) const {
    if (source.size() != 1 || !text_.is(source.begin, a_.relative) || spans_.cue.empty()) return;
    uint32_t cue = spans_.cue.front().begin, first = source.begin;
    TokenSpan sentence = text_.sentence_of(source.begin);
    bool far = source.end + 1 < cue && text_.comma(cue - 1);
    // "A clerk who was there, and | who | had a copy, said so"
    if (far && first > sentence.begin + 2 && text_.is(first - 1, a_.coordination))
      for (uint32_t at = first - 1; at-- > sentence.begin && first == source.begin;)
        if (text_.is(at, a_.relative) && !text_.is(at, a_.that)) first = at;
    bool apart = first < source.begin || text_.comma(first - 1);
    if (!far || first < sentence.begin + 2 || !apart) return;
    TokenSpan whom =
        phrase_left(text_, behind_dateline(text_, sentence), first - (text_.comma(first - 1) ? 1 : 0));
    if (!whom.empty()) source = whom;
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

  void cut_lead(TokenSpan& source) const {
    if (source.size() < 2) return;
    uint32_t next = source.begin + 1;
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
    bool plural = text_[next].form.ends_with(u"s") && !text_.is(next, a_.finite | a_.auxiliary);
    // "which analysts called overdue", "said that | passengers"
    if (text_.is(source.begin, a_.relative) && (!text_.is(source.begin, a_.that) || plural) &&
        !text_.is(next, a_.finite | a_.auxiliary | a_.modal) && !text_[next].cue) {
      ++source.begin;
      return;
    }
    if (source.begin == 0 || !text_.is(source.begin - 1, a_.preposition)) return;
    bool opens = source.begin - text_.sentence_of(source.begin).begin <= kSettingReaches;
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
    bool pronoun = last.size() == 1 && text_.is(last.begin, a_.pronoun | a_.relative);
    bool whole =
        text_[last.begin].capital || text_.is(last.begin, a_.determiner | a_.possessive | a_.pronoun);
    TokenSpan gap{spans_.source[spans_.source.size() - 2].end, last.begin};
    bool apart = gap.size() > kNarrowSourceGap || text_.count_words(gap) < gap.size();
    for (uint32_t at = gap.begin; at < gap.end; ++at) apart = apart && !text_.is(at, a_.coordination);
    if (pronoun || (beside && whole && apart)) spans_.source = {last};
  }

  /// "… said the talks had failed | in an interview on Tuesday": where it was said is no part of it.
  void cut_setting() {
    TokenSpan& last = spans_.content.back();
    if (last.begin < cue().end || text_.quoted(last.end - 1)) return;
    uint32_t words = 0;
    for (uint32_t at = last.end; at-- > last.begin + 2 && text_[at].word && words < kSettingReaches;
         ++words) {
      bool opens = text_.form(at, u"in") && (text_.form(at + 1, u"a") || text_.form(at + 1, u"an"));
      for (uint32_t noun = at + 2; opens && noun < std::min(last.end, at + 5); ++noun)
        if (text_.is(noun, a_.speech_setting | a_.document_medium)) {
          last.end = at;
          return;
        }
    }
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
    // "Bern |, by contrast,"
    uint32_t last = source.end - (text_.comma(source.end - 1) ? 1 : 0);
    for (uint32_t at = last - std::min(last - source.begin, 4u); at + 1 < last; ++at) {
      bool whole = at + 2 == last || is_one(text_[last - 1].form, kAsideEnds);
      if (at == source.begin || !text_.comma(at) || !whole || !is_one(text_[at + 1].form, kAsides)) continue;
      source.end = at;
      return;
    }
    uint32_t end = source.end;
    while (end > source.begin + 1 && text_.is(end - 1, a_.time) && text_[end - 1].capital) --end;
    if (end < source.end && end > source.begin + 1 && text_.is(end - 1, a_.preposition)) source.end = end - 1;
  }

  /// "The team | compared 61 cities and | concluded that …": what else they did is no part of who.
  void cut_predicate(TokenSpan& source) const {
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

  /// "An official admitted it; | without them, the official said, growth would be lower": what stands before the semicolon somebody else
  /// may have said. So with a colon where the content goes on behind the cue.
  void cut_clause_before() {
    TokenSpan& first = content();
    if (first.end > cue().begin) return;
    bool goes_on = spans_.content.size() > 1;
    for (uint32_t at = first.end - 1; at > first.begin; --at) {
      bool parts = text_[at].mark == ';' || (goes_on && text_[at].mark == ':');
      if (!parts || text_.quoted(at)) continue;
      first.begin = at + 1;
      return;
    }
  }

  /// "Said it was likely; | Jefferies": the next clause is another's, or the article's.
  void cut_clause_behind() {
    TokenSpan& last = spans_.content.back();
    for (uint32_t at = std::max(last.begin, cue().end); at < last.end; ++at)
      if (text_[at].mark == ';' && !text_.quoted(at)) {
        if (at > last.begin) last.end = at;
        return;
      }
  }

  void lengthen_that() {
    if (spans_.content.size() != 1 || content().size() != 1 || !text_.is(content().begin, a_.complementizer))
      return;
    if (content().begin >= cue().end) content().end = text_.sentence_of(content().begin).end;
  }

  /// "[The ministry] had told embassies [that it would close], said a diplomat": pieces of one sentence with nothing of the
  /// attribution's own between them are one.
  void fill_gaps() {
    std::vector<TokenSpan>& pieces = spans_.content;
    for (size_t i = 1; i < pieces.size();) {
      TokenSpan gap{pieces[i - 1].end, pieces[i].begin};
      bool own = text_.tokens.all[gap.begin].sentence != text_.tokens.all[pieces[i].begin].sentence;
      for (const std::vector<TokenSpan>* role : {&spans_.source, &spans_.cue})
        for (TokenSpan span : *role) own = own || (span.begin < gap.end && gap.begin < span.end);
      if (own || gap.empty() || gap.size() > kWidestContentGap) {
        ++i;
        continue;
      }
      pieces[i - 1].end = pieces[i].end;
      pieces.erase(pieces.begin() + static_cast<ptrdiff_t>(i));
    }
  }

  /// "The Post reported, citing records, that the tools | reached Russia": the subject of what was said is part of it.
  void begin_at_that() {
    constexpr uint32_t kLongestSubject = 6;
    TokenSpan& first = content();
    if (first.begin < cue().end || text_.quoted(first.begin)) return;
    uint32_t floor = std::max(cue().end, first.begin > kLongestSubject ? first.begin - kLongestSubject : 0);
    for (uint32_t at = first.begin; at-- > floor && text_[at].word;)
      if (text_.is(at, a_.that) && text_.comma(at - 1) && text_.is(at + 1, a_.determiner | a_.possessive)) {
        first.begin = at;
        return;
      }
  }

  /// "Has argued | for years | that it pays"
  void cut_duration() {
    uint32_t begin = content().begin;
    constexpr std::array<std::u16string_view, 5> kDurations = {u"years", u"months", u"weeks", u"days",
                                                               u"decades"};
    bool duration = std::any_of(kDurations.begin(), kDurations.end(),
                                [&](std::u16string_view unit) { return text_.form(begin, unit); });
    if (!duration || begin < cue().end || !text_.is(begin + 1, a_.that) || content().end <= begin + 1) return;
    content().begin = begin + 1;
    if (cue().size() > 1 && cue().end == begin && text_.is(begin - 1, a_.preposition))
      --spans_.cue.front().end;
  }

  void give_number_back() {
    uint32_t last = cue().end - 1;
    if (cue().size() < 2 || content().begin != cue().end || !text_.is(last, a_.preposition)) return;
    bool number = is_digit(text_[content().begin].form[0]) &&
                  (text_.form(last, u"about") || text_.form(last, u"around") || text_.form(last, u"over"));
    bool bound = text_.form(last, u"at") &&
                 (text_.form(content().begin, u"least") || text_.form(content().begin, u"most"));
    if (!number && !bound) return;
    --spans_.cue.front().end;
    --content().begin;
  }

  void cut_recipient() {
    // "told | employees | there would be …"
    if (spans_.content.size() > 1 && content().size() == 1 && text_.is(content().begin, a_.recipient) &&
        content().begin == cue().end && has(frame::recipient))
      spans_.content.erase(spans_.content.begin());
    if (content().begin != cue().end) return;
    uint32_t at = content().begin;
    // "suggested to | the witness that …"
    if (cue().size() > 1 && text_.form(at - 1, u"to") && text_.is(at, a_.determiner | a_.possessive)) {
      constexpr uint32_t kFar = 5;
      while (text_[at].word && at < content().begin + kFar && !text_.is(at, a_.that) &&
             !(text_[at].cue && text_[at].cue->strength > 0.5f))
        ++at;
      if (at == content().begin || !text_.is(at, a_.that) || at + 1 >= content().end) return;
      content().begin = at;
      --spans_.cue.front().end;
      return;
    }
    bool name = text_[at].capital || (text_.is(at, a_.article) && text_[at + 1].capital);
    if (!has(frame::recipient) || !(name || text_.is(at, a_.recipient)) || text_.is(at, a_.pronoun)) return;
    uint32_t begin = behind_recipient(text_, *entry_, at, content().end);
    bool clause = name ? text_.is(begin, a_.that) || (text_.is(begin, a_.pronoun) && text_[begin - 1].capital)
                       : text_.is(begin, a_.determiner | a_.possessive | a_.pronoun | a_.complementizer);
    if (clause && begin > at && begin < content().end) content().begin = begin;
  }

  // ---- passives

  /// A form of "be" and a participle, with the source before them and no "by" behind.
  bool is_passive() const {
    if (spans_.source.size() != 1 || entry_->inflection != Inflection::past) return false;
    TokenSpan source = spans_.source.front();
    if (source.end > cue().begin || cue().begin - source.end > 1 || text_.is(cue().end, a_.agent))
      return false;
    bool be = false;
    for (uint32_t at = cue().begin; at < cue().end; ++at) {
      // The entry may be a phrase: "accused of".
      if (text_[at].cue && entry_->lemma.starts_with(text_[at].cue->lemma)) return be;
      be = be || (text_.is(at, a_.be) && !text_.is(at, a_.have | a_.genitive));  // "who's called for"
    }
    return false;
  }

  void mend_passive() {
    uint32_t begin = content().begin;
    bool told = entry_->statement && has(frame::recipient | frame::object);
    bool raised = has(frame::raised);
    if (text_.is(begin, a_.infinitive) || text_.is(cue().end - 1, a_.infinitive)) {
      bool verb = !text_.is(begin, a_.infinitive) || is_verb(begin + 1);
      if (!verb)
        spans_.content.clear();
      else if (raised)
        take_subject();
      else if (told)
        spans_.source.clear();
      return;
    }
    // "They were concerned that …" is a feeling of theirs.
    if (text_.is(begin, a_.complementizer)) {
      if (told) spans_.source.clear();
      return;
    }
    // "We are convinced this is …": a clause, too.
    for (uint32_t at = begin; at < std::min(content().end, begin + 4); ++at)
      if (text_.is(at, a_.finite)) return;
    if ((entry_->statement || raised) && begin >= cue().end) take_subject();
  }
  bool is_verb(uint32_t at) const {
    return at < text_.size() && text_[at].word && !text_[at].capital && !is_digit(text_[at].form[0]) &&
           !text_.is(at, a_.determiner | a_.possessive | a_.pronoun | a_.object_pronoun | a_.preposition);
  }
  void take_subject() {
    spans_.content.insert(spans_.content.begin(), spans_.source.front());
    spans_.source.clear();
  }

  const RuleText& text_;
  const WordClasses& a_;
  const CueEntry* entry_;
  SpanAttribution& spans_;
};

}  // namespace

void mend(const RuleText& text, const CueEntry* entry, SpanAttribution& spans) {
  Mender(text, entry, spans).run();
}

}  // namespace who_says
