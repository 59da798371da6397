#include <algorithm>

#include "attribution/rules.h"
#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"
#include "text/letters.h"

namespace who_says {
namespace {

constexpr uint32_t kBareVerbReaches =
    6;                                  ///< tokens from the beginning of a clause without "that" to its verb
constexpr uint32_t kLongestSide = 400;  ///< tokens of a sentence before and behind a cue that are looked at

class ContentFinder {
 public:
  ContentFinder(const RuleText& text, uint32_t next, Candidate& c)
      : text_(text),
        a_(text.is_a),
        c_(c),
        sentence_(text.bounds_of(c.verb.begin)),
        next_(std::min(next, sentence_.end)) {
    if (c.verb.begin - sentence_.begin > kLongestSide) sentence_.begin = c.verb.begin - kLongestSide;
    if (sentence_.end - c.verb.begin > kLongestSide) sentence_.end = c.verb.begin + kLongestSide;
    low_ = c.group.begin;
    high_ = c.verb.end;
    if (c.source.empty()) return;
    TokenSpan source = c.source.front();
    // A source that stands beside its cue is no part of the content; one that is shared from further away does not count.
    if (source.end <= c.group.begin && c.group.begin - source.end <= 1) low_ = source.begin;
    if (source.begin >= c.verb.end && source.begin - c.verb.end <= 1) high_ = source.end;
  }

  bool find() {
    switch (c_.pattern) {
      case Pattern::preposition:
        return around_preposition();
      case Pattern::adverb:
        return around_adverb();
      case Pattern::passive:
        return of_passive();
      case Pattern::agentless:
        return before_agentless(low_) || behind();
      case Pattern::noun:
        return behind();
      default:
        return (fronted_quotation() || fronted_clause() || behind() || last_resort());
    }
  }

 private:
  bool has(uint16_t frames) const { return (c_.entry->frames & frames) != 0; }
  bool quote_opens(uint32_t at) const {
    return text_.opens_quote(at) && at == text_.quotation_at(at).marks.begin;
  }
  bool speech_opens(uint32_t at) const {
    return quote_opens(at) && text_.quotation_at(at).use == QuoteUse::speech;
  }

  /// Adds a span without marks at its edges that do not belong to it.
  bool add(uint32_t begin, uint32_t end) {
    while (begin < end && !text_[begin].word && !text_.opens_quote(begin) && text_[begin].mark != '(')
      ++begin;
    while (end > begin && !text_[end - 1].word && !text_.closes_quote(end - 1) &&
           text_[end - 1].mark != ')' && text_[end - 1].mark != '%')
      --end;
    if (text_.count_words({begin, end}) == 0) return false;
    c_.content.push_back({begin, end});
    return true;
  }
  /// Adds a quotation and what continues it in later paragraphs.
  uint32_t add_quotation(uint32_t at, uint32_t begin) {
    size_t index = static_cast<size_t>(text_.quotation_of[at]);
    uint32_t end = text_.quotations[index].marks.end;
    add(begin, end);
    while (text_.quotations[index].goes_on && index + 1 < text_.quotations.size() &&
           c_.content.size() < kMostPieces) {
      ++index;
      add(text_.quotations[index].marks.begin, text_.quotations[index].marks.end);
    }
    return end;
  }

  // ---- before the cue

  bool fronted_quotation() {
    if (!has(frame::quotation) || low_ == 0) return false;
    uint32_t at = low_ - 1;
    // "…”, — said X" has two marks between.
    for (uint32_t left = 2;
         left > 0 && at > 0 && !text_.closes_quote(at) && (text_.comma(at) || text_.dash(at)); --left)
      --at;
    if (!text_.closes_quote(at) || text_.tokens.all[at].paragraph != text_.tokens.all[low_].paragraph)
      return false;
    const Quotation* q = &text_.quotation_at(at);
    uint32_t begin = q->marks.begin;
    TokenSpan first = text_.sentence_of(begin);
    bool fragment = begin > first.begin && text_[begin - 1].word && first.begin >= floor();
    if (q->use != QuoteUse::speech && !fragment && !text_.comma(low_ - 1) && !text_.comma(at - 1))
      return false;
    if (fragment) begin = first.begin;
    // Earlier paragraphs of the same quotation come first.
    std::vector<TokenSpan> earlier;
    size_t index = static_cast<size_t>(text_.quotation_of[at]);
    while (text_.quotations[index].continues && index > 0 && earlier.size() < kMostPieces) {
      --index;
      earlier.push_back(text_.quotations[index].marks);
    }
    for (size_t i = earlier.size(); i > 0; --i) add(earlier[i - 1].begin, earlier[i - 1].end);
    add(begin, q->marks.end);
    if (c_.content.empty()) return false;
    c_.pattern = Pattern::fronted_quotation;
    c_.signs |= bit(sign::quoted_content);
    // "…,” he said, “and …”
    uint32_t resumed = high_;
    uint32_t limit = std::min(sentence_.end, high_ + kLookAhead);
    while (resumed < limit && !quote_opens(resumed)) ++resumed;
    if (resumed < limit && speech_opens(resumed) &&
        (text_.comma(resumed - 1) || text_.dash(resumed - 1) || text_[resumed - 1].mark == ':' ||
         text_.stop(resumed - 1)))
      add_quotation(resumed, resumed);
    return true;
  }

  /// Where content before the cue can begin.
  uint32_t floor() const { return behind_dateline(text_, sentence_); }
  bool has_finite(uint32_t begin, uint32_t end) const {
    for (uint32_t at = begin; at < end; ++at)
      if (looks_finite(text_, at)) return true;
    return false;
  }

  bool fronted_clause() {
    if (!has(frame::clause | frame::quotation) || low_ <= sentence_.begin + 2) return false;
    if (!(text_.comma(low_ - 1) || text_.dash(low_ - 1))) return false;
    bool turned = c_.pattern == Pattern::fronted_clause;
    if (c_.pattern == Pattern::gerund || c_.pattern == Pattern::coordinated ||
        c_.pattern == Pattern::relative)
      return false;
    uint32_t after = high_;
    bool ends = after >= sentence_.end || text_.stop(after) || text_.comma(after) || text_.dash(after) ||
                text_.is(after, a_.coordination);
    bool opener = text_.is(sentence_.begin, a_.preposition | a_.clause_opener | a_.adverb) && !turned;
    if (!ends && text_.is(after, a_.preposition | a_.time | a_.adverb))
      ends = !introduced_at(text_, after, end_of_clause());
    uint32_t told = ends ? after : behind_told(text_, *c_.entry, after, sentence_.end);
    if (told > after && has_finite(sentence_.begin, low_ - 1)) {
      after = told;
      ends = true;
      c_.signs |= bit(sign::told_only);
    }
    if (!ends && !turned) return false;
    if (opener && after < sentence_.end && !text_.stop(after) && !has_finite(sentence_.begin, low_))
      return false;
    if (text_.count_words({sentence_.begin, low_}) < 3) return false;
    // "Aside from Tuesday night, X said …" has no clause before the comma.
    if (opener && !has_finite(sentence_.begin, low_)) return false;
    if (!add(floor(), low_ - 1)) return false;
    c_.pattern = Pattern::fronted_clause;
    // "…, Yonhap reports.": no noun behind a name, however often the word is one.
    bool named = (c_.signs >> sign::name_source & 1u) != 0 && c_.entry->inflection == Inflection::third;
    if (named && ends && c_.entry->statement && has(frame::quotation)) c_.signs |= bit(sign::name_closes);
    // "Levels rose, the paper reports, and fell again."
    if (text_.comma(after) && after + 2 < sentence_.end &&
        (text_.is(after + 1, a_.coordination) || speech_opens(after + 1) ||
         text_.is(after + 1, a_.auxiliary)))
      add(after + 1, sentence_.end);
    else if (text_.comma(after) && turned == false && after + 2 < sentence_.end &&
             !text_[after + 1].form.ends_with(u"ing") && !text_.is(after + 1, a_.clause_opener))
      add(after + 1, sentence_.end);
    return true;
  }

  /// Nothing behind the cue: what stands before it in the sentence.
  bool last_resort() {
    if (!has(frame::clause | frame::quotation) || low_ <= sentence_.begin + 2) return false;
    if (c_.pattern == Pattern::gerund || c_.pattern == Pattern::coordinated) return false;
    if (!text_.comma(low_ - 1)) return false;
    c_.pattern = Pattern::fronted_clause;
    return add(sentence_.begin, low_ - 1);
  }

  // ---- behind the cue

  uint32_t end_of_clause() const { return std::min(sentence_.end, std::max(next_, c_.verb.end)); }

  /// First token of what stands behind the cue; the sentence's end when nothing does.
  uint32_t start() {
    uint32_t end = end_of_clause();
    uint32_t at = c_.verb.end;
    if (high_ > at) at = high_;
    // "Die Bahn teilte | mit, …"
    if (text_.is(at, a_.separable) && (text_.comma(at + 1) || text_.is(at + 1, a_.that))) ++at;
    at = behind_recipient(text_, *c_.entry, at, end);
    if (at >= end) return end;
    if (has(frame::clause | frame::quotation) && !text_.opens_quote(at) && !text_.is(at, a_.complementizer)) {
      bool aside = text_.is(at, a_.preposition | a_.time | a_.adverb) || text_.comma(at) ||
                   text_.is(at + 1, a_.time);  // "last year"
      if (aside) {
        uint32_t later = introduced_at(text_, at, end_of_clause());
        if (later != 0) {
          if (text_.is(at, a_.preposition)) c_.signs |= bit(sign::speech_medium);
          cue_medium(at, later);
          at = later;
        } else if (text_.is(at, a_.time) && !text_.is(at + 1, a_.preposition)) {
          ++at;
        }
      }
    }
    while (at < end && (text_.comma(at) || text_[at].mark == ':' || text_.dash(at))) ++at;
    return at;
  }
  /// "said in a statement": the medium belongs to the cue.
  void cue_medium(uint32_t at, uint32_t later) {
    if (at != c_.verb.end || !text_.is(at, a_.preposition)) return;
    for (uint32_t i = at + 1; i < std::min(later, at + 5); ++i) {
      if (text_.is(i, a_.document_medium)) {
        medium_end_ = i + 1;
        return;
      }
      if (!text_[i].word) return;
    }
  }

  bool behind() {
    uint32_t end = end_of_clause();
    uint32_t at = start();
    if (at >= end || text_.stop(at)) return false;
    if (text_[at].mark == ')' || (text_.closes_quote(at) && !text_.opens_quote(at))) return false;
    set_pattern(at);
    if (c_.pattern != Pattern::noun && !fits(at)) return false;
    if (quote_opens(at)) {
      const Quotation& q = text_.quotation_at(at);
      if (q.use == QuoteUse::speech && whole(q, end)) {
        c_.signs |= bit(sign::quoted_content);
        add_quotation(at, at);
        return !c_.content.empty();
      }
    }
    uint32_t stop = content_end(text_, c_, at, end);
    // A quotation that runs over the sentence's end is taken whole.
    if (stop > at && text_.quoted(stop - 1) && !text_.quoted(c_.verb.begin)) {
      const Quotation& q = text_.quotation_at(stop - 1);
      if (q.marks.begin >= at && q.marks.end > stop) {
        add_quotation(stop - 1, at);
        c_.signs |= bit(sign::quoted_content);
        return !c_.content.empty();
      }
    }
    if (!add(at, stop)) return false;
    for (uint32_t i = at; i < stop; ++i)
      if (text_.quoted(i) && !text_.quoted(c_.verb.begin)) {
        c_.signs |= bit(sign::quoted_content);
        break;
      }
    return true;
  }

  /// Whether the quotation is the content by itself: what follows it is no more of the clause.
  bool whole(const Quotation& q, uint32_t end) const {
    uint32_t after = q.marks.end;
    if (q.goes_on || after >= end || text_.stop(after)) return true;
    if (text_.comma(after) || text_.dash(after)) return true;
    return text_.is(after, a_.time) ||
           (text_.is(after, a_.preposition | a_.coordination | a_.clause_opener) &&
            text_.count_words(q.inside) >= 6 && text_[q.inside.begin].capital);
  }

  void set_pattern(uint32_t at) {
    if (text_.is(at, a_.that)) c_.signs |= bit(sign::that_follows);
    if (text_.is(at, a_.preposition)) c_.signs |= bit(sign::preposition_follows);
    if (text_.is(at, a_.article | a_.possessive)) c_.signs |= bit(sign::determiner_follows);
    if (c_.pattern != Pattern::subject_clause) return;
    if (quote_opens(at))
      c_.pattern = Pattern::subject_quotation;
    else if (text_.is(at, a_.infinitive))
      c_.pattern = Pattern::subject_infinitive;
    else if (!has(frame::clause))
      c_.pattern = Pattern::subject_noun;
  }

  /// Whether what begins at `at` can be the cue's complement.
  bool fits(uint32_t at) const {
    if (quote_opens(at)) return true;
    if (text_.is(at, a_.infinitive))
      return has(frame::infinitive | frame::object | frame::clause | frame::raised);
    return !(text_.is(at, a_.coordination) && at == c_.verb.end);
  }

  // ---- other frames

  bool around_preposition() {
    uint32_t after = high_;
    bool opens =
        low_ == sentence_.begin || text_.is(low_ - 1, a_.coordination) || text_.opens_quote(low_ - 1);
    if (!opens && low_ <= sentence_.begin + 2) opens = true;
    if (opens) {
      if (text_.comma(after)) ++after;
      return add(after, end_of_clause());
    }
    uint32_t begin = sentence_.begin;
    for (uint32_t i = low_; i > begin; --i)
      if (text_[i - 1].mark == ';') {
        begin = i;
        break;
      }
    if (!add(begin, low_)) return false;
    if (text_.comma(after) && text_.is(after + 1, a_.coordination) && after + 3 < sentence_.end)
      add(after + 1, end_of_clause());
    return true;
  }

  bool around_adverb() {
    bool before = add(sentence_.begin, c_.verb.begin);
    bool after = add(c_.verb.end, end_of_clause());
    return before || after;
  }

  /// "The cashier stole the money, a court heard on Monday.", "…, it was alleged at York Crown Court": `low` is the first word behind.
  bool before_agentless(uint32_t low) {
    uint32_t after = c_.verb.end;
    if (low <= sentence_.begin + 2 || !text_.comma(low - 1)) return false;
    bool ends = after >= sentence_.end || text_.stop(after) ||
                (text_.is(after, a_.preposition | a_.time) && !introduced_at(text_, after, end_of_clause()));
    return ends && has_finite(floor(), low - 1) && add(floor(), low - 1);
  }

  /// Whom a passive is about: the noun phrase before it, with a clause of its own ("The firm, which makes tyres, is said to …").
  TokenSpan passive_subject() const {
    TokenSpan near = phrase_left(text_, sentence_.begin, c_.group.begin);
    if (!near.empty() || c_.group.begin <= floor() + 2 || !text_.comma(c_.group.begin - 1)) return near;
    return {floor(), c_.group.begin - 1};
  }

  bool of_passive() {
    uint32_t at = c_.verb.end;
    TokenSpan subject = passive_subject();
    bool dummy = subject.size() == 1 && text_.form(subject.begin, u"it");
    if (dummy && c_.source.empty() && before_agentless(subject.begin)) {
      c_.signs |= bit(sign::that_follows);  // as sure as "it is alleged that"
      return true;
    }
    if (!c_.source.empty()) {
      high_ = c_.source.front().end;
      // "been told by a nurse that …"
      if (has(frame::recipient) && text_.is(high_, a_.that)) return behind();
      if (subject.empty()) return false;
      return add(subject.begin, subject.end);
    }
    if (text_.is(at, a_.infinitive) && !dummy && has(frame::infinitive | frame::raised | frame::clause) &&
        !has(frame::object)) {
      if (subject.empty()) return false;
      add(subject.begin, subject.end);
      return add(at, content_end(text_, c_, at, end_of_clause()));
    }
    if (text_.is(at, a_.complementizer) || dummy) return behind();
    if (has(frame::recipient | frame::object) &&
        (text_.is(at, a_.infinitive) || text_.is(at, a_.preposition)))
      return behind();
    // "We were told it was safe."
    bool clause = text_.is(at, a_.pronoun | a_.determiner | a_.possessive) && has(frame::recipient);
    if (clause && has_finite(at + 1, std::min(end_of_clause(), at + kBareVerbReaches))) return behind();
    if (subject.empty()) return false;
    if (has(frame::noun) && text_.form(at, u"as")) {
      add(subject.begin, subject.end);
      return add(at, content_end(text_, c_, at, end_of_clause()));
    }
    return false;
  }

  static constexpr size_t kMostPieces = 40;  ///< paragraphs of one quotation

  const RuleText& text_;
  const WordClasses& a_;
  Candidate& c_;
  TokenSpan sentence_;
  uint32_t next_;
  uint32_t low_ = 0, high_ = 0;

 public:
  uint32_t medium_end_ = 0;
};

}  // namespace

bool find_content(const RuleText& text, uint32_t next, Candidate& candidate) {
  ContentFinder finder(text, next, candidate);
  if (!finder.find()) return false;
  uint32_t words = 0;
  for (TokenSpan span : candidate.content) words += text.count_words(span);
  if (words == 0) return false;
  // "as one farmer put it"
  bool quoted = (candidate.signs >> sign::quoted_content & 1u) != 0;
  if (candidate.entry && candidate.entry->lemma == u"put it" && !quoted) return false;
  if (words > 12) candidate.signs |= bit(sign::long_content);
  TokenSpan sentence = text.bounds_of(candidate.verb.begin);
  uint32_t before = candidate.group.begin;
  if (candidate.pattern == Pattern::gerund && before > sentence.begin && !text.comma(before - 1) &&
      !text.is(before - 1, text.is_a.preposition))
    candidate.signs |= bit(sign::loose_gerund);
  if (before > sentence.begin && text.comma(before - 1)) candidate.signs |= bit(sign::own_comma);
  if (before > sentence.begin && text.form(before - 1, u"it")) candidate.signs |= bit(sign::dummy_subject);
  if (words < 4) candidate.signs |= bit(sign::short_content);
  TokenSpan cue = candidate.group;
  if (finder.medium_end_ > cue.end) cue.end = finder.medium_end_;
  if (candidate.pattern == Pattern::preposition || candidate.signs & bit(sign::infinitive_cue)) {
    // "to" of an infinitive stays with what it depends on.
    cue.begin = candidate.verb.begin;
  }
  // "It is assumed": the dummy subject belongs to the cue.
  bool dummy = candidate.pattern == Pattern::passive && (candidate.signs >> sign::dummy_subject & 1u) != 0;
  bool apart = candidate.content.front().begin >= cue.end || candidate.content.back().end < cue.begin;
  if (dummy && candidate.source.empty() && apart) --cue.begin;
  candidate.cue = {cue};
  return true;
}

}  // namespace who_says
