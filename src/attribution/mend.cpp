#include "attribution/mend.h"

#include <algorithm>
#include <array>

#include "attribution/mend_interrupted.h"
#include "attribution/mend_nothing.h"
#include "attribution/mend_parts.h"
#include "attribution/mend_source.h"
#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"
#include "attribution/word_list.h"
#include "text/letters.h"

namespace who_says {
namespace {

constexpr uint32_t kWidestContentGap = 12;  ///< tokens between pieces of a content that are one
/// Tokens behind a comma of a content that has no end.
constexpr uint32_t kLongestRest = 8;
/// What the article calls what somebody has said.
constexpr WordList<10> kCommented = {u"figure",  u"claim",      u"charge",    u"accusation", u"number",
                                     u"version", u"allegation", u"statistic", u"assertion",  u"suggestion"};
/// Words from "in an interview …" to the end of a content.
constexpr uint32_t kLongestSetting = 8;

class Mender {
 public:
  Mender(const RuleText& text, const CueEntry* entry, SpanAttribution& spans)
      : text_(text), a_(text.is_a), entry_(entry), spans_(spans) {}

  void run() {
    if (spans_.content.empty()) return;
    cut_dateline(spans_.source);
    cut_dateline(spans_.content);
    mend_source(text_, spans_);
    if (spans_.cue.size() != 1) return;
    if (says_nothing(text_, spans_)) return spans_.content.clear();
    mend_parts(text_, entry_, spans_);
    mend_interrupted(text_, spans_);
    if (spans_.content.empty()) return;
    cut_clause_before();
    cut_clause_behind();
    begin_at_that();
    cut_duration();
    cut_comment();
    lengthen_that();
    drop_scrap();
    finish_phrase();
    fill_gaps();
    cut_setting();
    give_number_back();
    cut_predicate_of_noun();
    if (!entry_ || entry_->kind != CueKind::verb) return;
    cut_recipient();
    if (is_told_by() || is_criticised_by()) return;
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

  /// "… said the talks had failed | in an interview on Tuesday": where it was said is no part of it.
  void cut_setting() {
    TokenSpan& last = spans_.content.back();
    if (last.begin < cue().end || text_.quoted(last.end - 1)) return;
    uint32_t words = 0;
    for (uint32_t at = last.end; at-- > last.begin + 2 && text_[at].word && words < kLongestSetting;
         ++words) {
      bool opens = text_.form(at, u"in") && (text_.form(at + 1, u"a") || text_.form(at + 1, u"an"));
      for (uint32_t noun = at + 2; opens && noun < std::min(last.end, at + 5); ++noun)
        if (text_.is(noun, a_.speech_setting | a_.document_medium)) {
          last.end = at;
          return;
        }
    }
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

  /// "Claimed she had voted with her party 97 percent of the time |, a figure that …": the article speaks of it.
  void cut_comment() {
    TokenSpan& last = spans_.content.back();
    if (last.begin < cue().end) return;
    for (uint32_t at = last.begin + 2; at + 3 < last.end; ++at) {
      bool noun = text_.comma(at) && !text_.quoted(at) && text_.is(at + 1, a_.article) &&
                  is_one(text_[at + 2].form, kCommented);
      if (!noun || !(text_.is(at + 3, a_.relative | a_.pronoun | a_.article) || text_[at + 3].capital))
        continue;
      last.end = at;
      return;
    }
  }

  /// "Claimed | that the | order was given": no content ends in an article. "Panned | his rivals | in the | debate": a noun phrase
  /// ends before it.
  void finish_phrase() {
    TokenSpan& last = spans_.content.back();
    uint32_t end = last.end - 1;
    bool open = text_.is(end, a_.article | a_.preposition | a_.coordination | a_.possessive | a_.infinitive |
                                  a_.modal | a_.complementizer);
    if (!open || last.size() < 2 || last.end >= text_.size() || text_.quoted(end) || !text_[last.end].word)
      return;
    bool clause = text_.is(last.begin, a_.complementizer | a_.infinitive | a_.pronoun) ||
                  text_.is(last.begin + 1, a_.auxiliary | a_.modal);
    bool goes_on = text_.is(end, a_.coordination) ? text_.is(last.end, a_.that) : clause;
    if (!goes_on) {
      while (last.size() > 1 && text_.is(last.end - 1, a_.article | a_.preposition | a_.coordination))
        --last.end;
      if (text_.comma(last.end - 1) && last.size() > 1) --last.end;
      return;
    }
    // "They are undecided |, 27 percent of"
    for (uint32_t at = end; at > last.begin + 1 && end - at < kLongestRest; --at)
      if (text_.comma(at)) {
        last.end = at;
        return;
      }
    uint32_t limit = text_.sentence_of(end).end;
    for (const std::vector<TokenSpan>* role : {&spans_.source, &spans_.cue})
      for (TokenSpan span : *role)
        if (span.begin > end) limit = std::min(limit, span.begin);
    while (last.end < limit && text_[last.end].mark != ';' && !text_.comma(last.end)) ++last.end;
    if (text_.comma(last.end - 1)) --last.end;
  }

  /// "“It was made up,” he said of the | claim |"
  void drop_scrap() {
    TokenSpan last = spans_.content.back();
    if (spans_.content.size() > 1 && last.size() == 1 && last.begin >= cue().end && !text_.quoted(last.begin))
      spans_.content.pop_back();
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

  /// "Its claim that the drug is safe | has been disputed": what is told of the claim.
  void cut_predicate_of_noun() {
    uint32_t before = cue().begin - 1;
    bool noun = cue().begin > 0 && cue().size() == 1 && text_[cue().begin].noun &&
                text_.is(before, a_.genitive | a_.possessive | a_.article | a_.determiner);
    if (!noun || spans_.content.size() != 1 || content().begin != cue().end ||
        !text_.is(content().begin, a_.that))
      return;
    bool verb = false;
    for (uint32_t at = content().begin + 1; at < content().end && text_[at].word && !text_.quoted(at); ++at) {
      if (text_.is(at, a_.relative | a_.complementizer | a_.clause_opener | a_.coordination)) return;
      bool auxiliary = text_.is(at, a_.be | a_.have) && text_.is(at, a_.auxiliary | a_.finite);
      if (verb && auxiliary && !text_.is(at - 1, a_.auxiliary | a_.modal | a_.have | a_.be | a_.infinitive)) {
        content().end = at;
        return;
      }
      verb = verb || auxiliary || text_.is(at, a_.modal) || looks_finite(text_, at);
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
      while (at < text_.size() && text_[at].word && at < content().begin + kFar && !text_.is(at, a_.that) &&
             !(text_[at].cue && text_[at].cue->strength > 0.5f))
        ++at;
      if (at == content().begin || !text_.is(at, a_.that) || at + 1 >= content().end) return;
      content().begin = at;
      --spans_.cue.front().end;
      return;
    }
    bool name =
        text_[at].capital || (text_.is(at, a_.article) && at + 1 < text_.size() && text_[at + 1].capital);
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

  /// "Residents | were told | by the mayor that …": the mayor says so.
  bool is_told_by() {
    TokenSpan& own = spans_.cue.front();
    uint32_t by = own.end - text_.is(own.end - 1, a_.agent);
    if (!has(frame::recipient) || !text_.is(by, a_.agent) || by == own.begin ||
        !text_.is(own.begin, a_.be | a_.have))
      return false;
    TokenSpan whom = phrase_right(text_, by + 1, text_.sentence_of(by).end, true);
    uint32_t end = spans_.content.back().end;
    if (whom.empty() || !text_.is(whom.end, a_.that) || whom.end + 2 >= end) return false;
    own.end = by;
    spans_.source = {whom};
    spans_.content = {{whom.end, end}};
    return true;
  }
  /// "[The drug] was denounced by [thirty doctors as unsafe]": the doctors do, and all else is what.
  bool is_criticised_by() {
    TokenSpan own = cue();
    uint32_t by = own.end - text_.is(own.end - 1, a_.agent);
    bool passive = entry_->inflection == Inflection::past && entry_->statement && by > own.begin &&
                   text_.is(by, a_.agent) && text_.is(own.begin, a_.be | a_.have);
    if (!passive) return false;
    TokenSpan subject, rest;
    for (const std::vector<TokenSpan>* role : {&spans_.source, &spans_.content})
      for (TokenSpan piece : *role) {
        if (piece.end <= own.begin) subject = piece;
        if (piece.begin > by)
          rest = {rest.empty() ? piece.begin : std::min(rest.begin, piece.begin),
                  std::max(rest.end, piece.end)};
      }
    if (subject.empty() || rest.begin != by + 1) return false;
    TokenSpan whom = rest;
    for (uint32_t at = whom.begin + 1; at < whom.end; ++at)
      if (text_.form(at, u"for") || text_.form(at, u"as")) whom.end = at;
    spans_.cue.front().end = by;
    spans_.source = {whom};
    spans_.content = {subject};
    if (whom.end < rest.end) spans_.content.push_back({whom.end, rest.end});
    return true;
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
