#include "attribution/rules_phrase.h"

#include "text/letters.h"

namespace who_says {
namespace {

/// Tokens; longer ones are read wrongly more often than they are meant.
constexpr uint32_t kLongestSource = 40;
constexpr uint32_t kLongestApposition = 25;  ///< tokens between its commas

bool is_pronoun(const RuleText& text, uint32_t at) {
  return text.is(at, text.is_a.pronoun) && !text.is(at, text.is_a.determiner | text.is_a.relative);
}

/// Whether what begins at `at`, behind a comma, tells more of the phrase before the comma.
bool apposition_begins(const RuleText& text, uint32_t at) {
  const WordClasses& a = text.is_a;
  if (at >= text.size() || !text[at].word) return false;
  if (text.form(at, u"who") || text.form(at, u"which") || text.form(at, u"whose")) return true;
  if (text.is(at, a.article | a.possessive)) return true;
  if (is_digit(text[at].form[0])) return true;
  if (text.is(at, a.clause_opener | a.coordination | a.preposition | a.pronoun | a.auxiliary | a.modal))
    return false;
  if (text[at].form.ends_with(u"ing") && !text[at].capital) return text.form(at, u"speaking");
  return !text.is(at, a.adverb);
}

/// Begin of the bracket that ends at `last`, or `last` when there is none.
uint32_t bracket_begin(const RuleText& text, uint32_t floor, uint32_t last) {
  for (uint32_t at = last, left = 12; at > floor && left > 0; --left) {
    --at;
    if (text[at].mark == '(') return at;
  }
  return last;
}

/// "records held in the archive", "a database kept by the centre": a past form between a noun and a preposition.
bool looks_participle(const RuleText& text, uint32_t at, uint32_t floor) {
  const WordClasses& a = text.is_a;
  if (at <= floor || at + 1 >= text.size() || text[at].capital) return false;
  if (text.is(at, a.auxiliary | a.modal) || !text.is(at + 1, a.preposition)) return false;
  if (text[at].form.ends_with(u"s") || !text[at - 1].word) return false;
  return !text.is(at - 1,
                  a.pronoun | a.relative | a.clause_opener | a.standalone | a.adverb | a.auxiliary | a.modal);
}

/// "dem Ministerium | kosten": where nouns have capitals, a word without one behind a noun is a verb, unless it is one of those that
/// stand inside phrases.
bool ends_noun(const RuleText& text, uint32_t at) {
  const WordClasses& a = text.is_a;
  // "der Agentur dpa | steigen": agencies write themselves small.
  bool noun_before = text[at - 1].capital || text.is(at - 1, a.recipient) || text.closes_quote(at - 1);
  return a.capital_nouns && noun_before && !text[at].capital && text[at].word &&
         !is_digit(text[at].form[0]) &&
         !text.is(at, a.determiner | a.possessive | a.preposition | a.coordination | a.recipient);
}

/// A noun phrase to the left that ends in a word.
uint32_t walk_left(const RuleText& text, uint32_t floor, uint32_t end) {
  const WordClasses& a = text.is_a;
  uint32_t begin = end;
  uint32_t least = end > floor + kLongestSource ? end - kLongestSource : floor;
  while (begin > least) {
    uint32_t at = begin - 1;
    const RuleWord& word = text[at];
    if (word.mark == ')') {
      uint32_t open = bracket_begin(text, least, at);
      if (open == at) break;
      begin = open;
      continue;
    }
    if (text.quoted_apart(at, end)) {
      const Quotation& q = text.quotation_at(at);
      // A nickname or a quoted word is part of the phrase; a sentence in quotation marks is not.
      if (q.marks.end > end || q.use == QuoteUse::speech || q.marks.begin < least) break;
      begin = q.marks.begin;
      continue;
    }
    if (!word.word && word.mark != '/' && word.mark != '-' && word.mark != '&' && word.mark != '%' &&
        word.form != u"'") {
      break;
    }
    if (text.is(at, a.coordination)) {
      // "Smith and Jones": both sides begin with a capital, or both are bare nouns after one determiner.
      bool joined = begin < end && at > least && text[at - 1].word && text[at - 1].capital &&
                    text[begin].capital && !text.is(begin, a.pronoun);
      if (!joined) break;
      begin = at;
      continue;
    }
    if (text.is(at, a.pronoun)) {
      if (begin == end && !text.is(at, a.relative)) return at;
      break;
    }
    if (text.is(at, a.clause_opener) && !text.is(at, a.preposition | a.determiner)) break;
    if (text.is(at, a.that) &&
        (begin == end || text.is(begin, a.determiner | a.possessive) || text[begin].capital))
      break;
    if (looks_finite(text, at) && !looks_participle(text, at, least)) break;
    if (text.is(at, a.auxiliary | a.modal)) break;
    if (text.is(at, a.preposition)) {
      // A preposition inside ("a spokesman for the group") stands behind a word of the phrase.
      bool inside =
          begin < end && at > least && text[at - 1].word &&
          !text.is(at - 1, a.clause_opener | a.coordination | a.auxiliary | a.modal | a.adverb | a.pronoun) &&
          !looks_finite(text, at - 1);
      if (!inside) break;
    }
    begin = at;
  }
  // What cannot begin a phrase.
  while (begin < end && (text.is(begin, a.adverb | a.coordination) || !text[begin].word) &&
         !text.is(begin, a.determiner | a.pronoun | a.standalone) && text[begin].mark != '(' &&
         !text.quoted_apart(begin, end))
    ++begin;
  while (begin < end && text.is(begin, a.time) && begin + 1 < end && !text.is(begin + 1, a.possessive) &&
         !text.is(begin + 1, a.genitive))
    ++begin;
  return begin;
}

}  // namespace

bool looks_finite(const RuleText& text, uint32_t at) {
  const WordClasses& a = text.is_a;
  const RuleWord& word = text[at];
  if (text.is(at, a.finite)) return true;
  if (word.capital || !word.cue || word.cue->kind != CueKind::verb) return false;
  bool modified = at > 0 && text.is(at - 1, a.article | a.possessive | a.preposition);
  if (modified) return false;
  if (word.cue->inflection == Inflection::third) return word.cue->strength > 0.3f;
  return word.cue->inflection == Inflection::past && word.cue->strength > 0.25f;
}

TokenSpan phrase_left(const RuleText& text, uint32_t floor, uint32_t end) {
  const WordClasses& a = text.is_a;
  if (end <= floor) return {end, end};
  uint32_t last = end - 1;
  if (text.comma(last) || text.dash(last)) {
    bool dash = text.dash(last);
    uint32_t limit = last > floor + kLongestApposition ? last - kLongestApposition : floor;
    for (uint32_t at = last; at > limit;) {
      --at;
      if (text.quoted_apart(at, last) && text.quotation_at(at).use == QuoteUse::speech) break;
      if (dash ? !text.dash(at) : !text.comma(at)) continue;
      if (at == floor || !(text[at - 1].word || text[at - 1].mark == ')')) break;
      if (!dash && !apposition_begins(text, at + 1)) {
        // "Trump, in a speech, said": the phrase before the parenthesis alone.
        if (!text.is(at + 1, a.preposition | a.clause_opener | a.adverb) &&
            !text[at + 1].form.ends_with(u"ing"))
          continue;
        uint32_t begin = walk_left(text, floor, at);
        return {begin, at};
      }
      uint32_t begin = walk_left(text, floor, at);
      // "Smith, 71, a retired postman, said": once more to the left when what stands there is no name yet.
      if (begin < at) {
        bool headless = is_digit(text[begin].form[0]) || text.is(begin, a.article);
        if (headless && begin > floor && text.comma(begin - 1)) {
          uint32_t earlier = walk_left(text, floor, begin - 1);
          if (earlier < begin - 1 && text[earlier].capital) return {earlier, end - 1};
        }
        return {begin, end - 1};
      }
      break;
    }
    return {end, end};
  }
  uint32_t begin = walk_left(text, floor, end);
  // "Smith, who wore a suit and was late" has no comma at its end: not this phrase.
  return {begin, end};
}

bool phrase_begins(const RuleText& text, uint32_t at) {
  const WordClasses& a = text.is_a;
  if (at >= text.size() || !text[at].word) return false;
  if (text.is(at, a.pronoun)) return !text.is(at, a.relative);
  if (text.is(at, a.determiner | a.possessive | a.standalone)) return true;
  if (text.is(at, a.clause_opener | a.preposition | a.coordination | a.adverb | a.auxiliary | a.modal |
                      a.object_pronoun))
    return false;
  return true;
}

TokenSpan phrase_right(const RuleText& text, uint32_t begin, uint32_t end, bool closed) {
  const WordClasses& a = text.is_a;
  if (begin >= end) return {begin, begin};
  if (is_pronoun(text, begin) || (text.is(begin, a.object_pronoun) && !text.is(begin, a.determiner)))
    return {begin, begin + 1};
  uint32_t most = std::min(end, begin + kLongestSource);
  uint32_t at = begin;
  bool apposition = false;
  for (; at < most; ++at) {
    const RuleWord& word = text[at];
    // "Minister Dorn | dem Kurier", "… der „Zeit“": who is told.
    bool told = a.capital_nouns && at > begin + 1 && text[at - 1].capital && text.is(at, a.article) &&
                (text.form(at, u"dem") || (text.form(at, u"der") && text.opens_quote(at + 1)));
    if (told) break;
    if (text.quoted_apart(at, begin)) {
      const Quotation& q = text.quotation_at(at);
      if (q.marks.begin < begin || q.use == QuoteUse::speech || q.marks.end > most) break;
      at = q.marks.end - 1;
      continue;
    }
    if (word.mark == '(') {
      uint32_t close = at;
      while (close < most && text[close].mark != ')') ++close;
      if (close == most) break;
      at = close;
      continue;
    }
    if (text.comma(at)) {
      if (apposition) break;  // the apposition is closed
      if (!apposition_begins(text, at + 1)) break;
      // A number is an age only when a comma follows it at once.
      if (is_digit(text[at + 1].form[0]) && !text.comma(at + 2)) break;
      bool plain = text.is(at + 1, a.article) && !text.form(at + 1, u"the");
      bool relative = text.is(at + 1, a.relative) || is_digit(text[at + 1].form[0]);
      // "According to Smith, the bridge …": the clause itself, unless a second comma closes what follows.
      if (closed && !plain && !relative) break;
      uint32_t close = at + 1;
      uint32_t limit = std::min(most, at + 1 + kLongestApposition);
      while (close < limit && !text.comma(close) && !text.stop(close) && !text.opens_quote(close)) ++close;
      if (close == limit && limit < end) break;
      if (closed && !text.comma(close)) break;
      // An age alone leaves room for more: "Smith, 34, a baker, …".
      apposition = !(close == at + 2 && is_digit(text[at + 1].form[0]));
      at = close - 1;
      if (!text.comma(close)) {
        at = close;
        break;
      }
      continue;
    }
    if (!word.word && word.mark != '/' && word.mark != '-' && word.mark != '&' && word.form != u"'") break;
    if (at > begin) {
      if (text.is(at, a.relative) && !text.is(at, a.that)) {
        // A relative clause without a comma runs to the next mark.
        while (at < most && !text.comma(at) && !text.stop(at) && !text.opens_quote(at)) ++at;
        break;
      }
      if (text.is(at, a.clause_opener) && !text.is(at, a.preposition)) break;
      if (text.is(at, a.coordination)) {
        bool joined = at + 1 < most && text[at + 1].word && !text.is(at + 1, a.pronoun) &&
                      phrase_begins(text, at + 1) && !(text[at + 1].cue && !text[at + 1].capital);
        if (!joined || text.form(at, u"but")) break;
        continue;
      }
      if (text.is(at, a.pronoun | a.modal) || ends_noun(text, at)) break;
      if (looks_finite(text, at) && !looks_participle(text, at, begin)) break;
      if (text.is(at, a.time) && !text.is(at - 1, a.preposition | a.article)) break;
      if (text.is(at, a.preposition)) {
        bool near = text.form(at, u"of") || text.form(at, u"for") || text.form(at, u"from") ||
                    text.form(at, u"with") || text.form(at, u"at");
        bool common = !text[at - 1].capital && !text.is(at - 1, a.time);
        bool moment = text.is(at + 1, a.time | a.speech_setting) || text.is(at + 2, a.speech_setting) ||
                      text.is(at + 3, a.speech_setting) || text.is(at + 2, a.time) ||
                      (at + 1 < most && is_digit(text[at + 1].form[0]));
        if (moment || (!near && !common && !closed)) break;
      }
    }
  }
  at = std::min(at, most);
  while (at > begin && !text[at - 1].word && text[at - 1].mark != ')' && !text.closes_quote(at - 1)) --at;
  while (at > begin && text.is(at - 1, a.preposition) && !text.is(at - 1, a.standalone)) --at;
  return {begin, at};
}

TokenSpan subject_before(const RuleText& text, TokenSpan sentence, uint32_t at) {
  const WordClasses& a = text.is_a;
  uint32_t floor = at > sentence.begin + kLongestSource ? at - kLongestSource : sentence.begin;
  for (uint32_t verb = at; verb > floor;) {
    --verb;
    if (!looks_finite(text, verb) || text.quoted_apart(verb, at)) continue;
    uint32_t end = verb;
    while (end > floor && text.is(end - 1, a.adverb | a.auxiliary | a.modal | a.negation)) --end;
    TokenSpan subject = phrase_left(text, sentence.begin, end);
    if (!subject.empty()) return subject;
  }
  uint32_t begin = sentence.begin;
  while (begin < at && (text.is(begin, a.adverb | a.coordination) || !text[begin].word)) ++begin;
  if (begin >= at || !phrase_begins(text, begin) || text.quoted_apart(begin, at)) return {at, at};
  return phrase_right(text, begin, at, false);
}

}  // namespace who_says
