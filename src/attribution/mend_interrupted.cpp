#include "attribution/mend_interrupted.h"

#include <algorithm>

#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"

namespace who_says {
namespace {

constexpr uint32_t kLongestInterruption = 24;  ///< tokens of a source with its cue, between their commas
constexpr uint32_t kLongestTail = 24;  ///< tokens between such a source and a content that is its tail
constexpr uint32_t kShortHead = 3;     ///< a content of fewer tokens before an interruption is cut

class InterruptionMender {
 public:
  InterruptionMender(const RuleText& text, SpanAttribution& spans)
      : text_(text), a_(text.is_a), spans_(spans) {}

  void run() {
    if (spans_.source.size() != 1) return;
    TokenSpan source = spans_.source.front(), cue = spans_.cue.front();
    own_ = {std::min(source.begin, cue.begin), std::max(source.end, cue.end)};
    sentence_ = text_.bounds_of(cue.begin);
    if (own_.size() > kLongestInterruption || own_.begin < sentence_.begin || own_.end > sentence_.end)
      return;
    begin_ = behind_dateline(text_, sentence_);
    bool alone = spans_.content.size() == 1 && !text_.quoted(content().begin) && !text_.quoted(cue.begin);
    if (!alone) return;
    if (opens()) return take_clause_behind();
    if (own_.begin < begin_ + 2 || !text_.comma(own_.begin - 1)) return;
    if (content().end <= own_.begin)
      take_rest();
    else if (content().begin >= own_.end)
      take_front();
  }

 private:
  TokenSpan& content() { return spans_.content.front(); }
  bool predicate(uint32_t at) const {
    while (text_.is(at, a_.adverb | a_.negation) && at + 1 < sentence_.end) ++at;
    return at < sentence_.end && (text_.is(at, a_.auxiliary | a_.modal) || looks_finite(text_, at));
  }
  bool has_verb(TokenSpan span) const {
    for (uint32_t at = span.begin + 1; at < span.end; ++at)
      if (looks_finite(text_, at) || text_.is(at, a_.auxiliary | a_.modal)) return true;
    return false;
  }
  bool unquoted(TokenSpan span) const {
    for (uint32_t at = span.begin; at < span.end; ++at)
      if (text_.opens_quote(at)) return false;
    return true;
  }

  /// "As Lund once remarked, …", "In his opinion, …"
  bool opens() const {
    bool as = text_.form(begin_, u"as") && own_.begin == begin_ + 1;
    bool in = text_.form(begin_, u"in") && own_.begin <= begin_ + 1 && text_.comma(own_.end);
    return as || in;
  }
  void take_clause_behind() {
    uint32_t comma = own_.end;
    while (comma < sentence_.end && text_[comma].word && comma < own_.end + kShortHead) ++comma;
    TokenSpan front{comma + 1, content().begin};
    if (!text_.comma(comma) || content().begin <= comma + 1 || !text_.is(content().begin, a_.that)) return;
    if (unquoted(front) && has_verb(front)) content().begin = front.begin;
  }

  /// The content stands before the source.
  void take_rest() {
    uint32_t last = own_.begin - 1;
    TokenSpan gap{content().end, last};
    bool short_head = content().size() < kShortHead && content().begin == begin_;
    if (short_head && gap.begin < gap.end && unquoted(gap) && has_verb(gap)) content().end = last;
    bool whole = content().begin == begin_ && content().end == last;
    TokenSpan rest{own_.end + 1, sentence_.end};
    // "On the other hand, according to Lund, | the bank may try it"
    bool clause = whole && text_.comma(own_.end) && text_.is(content().begin, a_.preposition) &&
                  rest.begin < rest.end && !predicate(rest.begin) && has_verb(rest);
    bool goes_on = clause || (whole && text_.comma(own_.end) && predicate(own_.end + 1));
    if (goes_on && !has_verb(content())) spans_.content.push_back({own_.end + 1, sentence_.end});
  }

  /// The content stands behind the source.
  void take_front() {
    TokenSpan front{begin_, own_.begin - 1};
    if (!unquoted(front) || text_.is(front.begin, a_.preposition | a_.adverb | a_.coordination)) return;
    bool closed = text_.comma(content().begin - 1);
    bool subject = closed && content().begin == own_.end + 1 && predicate(content().begin);
    bool tail = text_.is(content().begin, a_.that) && !closed && content().begin > own_.end &&
                content().begin - own_.end < kLongestTail && has_comma({own_.end, content().begin}) &&
                has_verb(front) && !text_.is(front.begin, a_.clause_opener);
    if (subject ? has_verb(front) : !tail) return;
    if (tail) content().begin = comma_in({own_.end, content().begin}) + 1;
    spans_.content.insert(spans_.content.begin(), front);
  }
  bool has_comma(TokenSpan span) const { return comma_in(span) < span.end; }
  uint32_t comma_in(TokenSpan span) const {
    uint32_t at = span.begin;
    while (at < span.end && !text_.comma(at)) ++at;
    return at;
  }

  const RuleText& text_;
  const WordClasses& a_;
  SpanAttribution& spans_;
  TokenSpan own_, sentence_;
  uint32_t begin_ = 0;
};

}  // namespace

void mend_interrupted(const RuleText& text, SpanAttribution& spans) { InterruptionMender(text, spans).run(); }

}  // namespace who_says
