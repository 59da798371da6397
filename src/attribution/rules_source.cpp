#include "attribution/rules.h"
#include "attribution/rules_phrase.h"

namespace who_says {
namespace {

bool said_words(const CueEntry& entry) { return (entry.frames & (frame::quotation | frame::clause)) != 0; }

/// Marks behind which "said X" can stand.
bool ends_fronted(const RuleText& text, TokenSpan sentence, uint32_t begin) {
  if (begin == sentence.begin) {
    // "“Where is it?” said X" is cut into two sentences.
    return begin > 0 && text.closes_quote(begin - 1);
  }
  return text.comma(begin - 1) || text.closes_quote(begin - 1) || text.dash(begin - 1);
}

/// The source of "…, said X": the phrase behind the cue, if nothing but a mark, a time or a place follows it.
TokenSpan inverted(const RuleText& text, TokenSpan sentence, const Candidate& c) {
  const WordClasses& a = text.is_a;
  TokenSpan none{c.verb.end, c.verb.end};
  Inflection form = c.entry->inflection;
  if (form == Inflection::gerund || (form == Inflection::base && !ends_fronted(text, sentence, c.verb.begin)))
    return none;
  if (!(c.entry->frames & frame::quotation) || c.group.begin != c.verb.begin) return none;
  // "…“, sagte gestern der Minister"
  bool quote = c.verb.begin > 1 && (text.closes_quote(c.verb.begin - 1) ||
                                    (text.comma(c.verb.begin - 1) && text.closes_quote(c.verb.begin - 2)));
  uint32_t begin = c.verb.end;
  while (quote && begin + 1 < sentence.end && text.is(begin, a.adverb | a.time) && !text[begin].capital)
    ++begin;
  if (!ends_fronted(text, sentence, c.verb.begin) || !phrase_begins(text, begin)) return none;
  if (text.quoted_apart(begin, c.verb.begin)) return none;
  // "Smith, the chair, called the plan …": the comma closes an apposition.
  TokenSpan before = phrase_left(text, sentence.begin, c.verb.begin);
  if (!before.empty() && !text.closes_quote(c.verb.begin - 1) &&
      (before.begin <= sentence.begin + 1 || text.closes_quote(before.begin - 1) ||
       text.closes_quote(before.begin - 2) || text.is(before.begin - 1, a.coordination)))
    return none;
  TokenSpan source = phrase_right(text, begin, sentence.end, false);
  if (source.empty()) return none;
  uint32_t next = source.end;
  bool ends = next >= sentence.end || text.comma(next) || text.stop(next) || text.dash(next) ||
              text[next].mark == ':' || text.opens_quote(next);
  if (ends || (quote && !looks_finite(text, next))) return source;
  if (text.is(next, a.time | a.preposition | a.adverb) && text[begin].capital) return source;
  return none;
}

TokenSpan last_source(const std::vector<Candidate>& earlier) {
  for (size_t i = earlier.size(), left = 8; i > 0 && left > 0; --i, --left)
    if (!earlier[i - 1].source.empty() && earlier[i - 1].pattern != Pattern::noun &&
        earlier[i - 1].pattern != Pattern::relative)
      return earlier[i - 1].source.front();
  return {};
}

/// "by X" behind a passive.
TokenSpan agent(const RuleText& text, TokenSpan sentence, const Candidate& c) {
  uint32_t at = c.verb.end;
  for (uint32_t left = 8; at < sentence.end && left > 0; ++at, --left) {
    if (!text[at].word) break;
    if (text.is(at, text.is_a.agent) && phrase_begins(text, at + 1))
      return phrase_right(text, at + 1, sentence.end, true);
    if (text.is(at, text.is_a.complementizer)) break;
  }
  return {};
}

TokenSpan owner(const RuleText& text, TokenSpan sentence, const Candidate& c) {
  for (uint32_t at = c.verb.begin, left = 3; at > sentence.begin && left > 0; --left) {
    --at;
    if (text.is(at, text.is_a.possessive)) return {at, at + 1};
    if (text.is(at, text.is_a.genitive) || text[at].form == u"'") {
      TokenSpan name = phrase_left(text, sentence.begin, at);
      return {name.begin, at + 1};
    }
  }
  return {};
}

void count_source(const RuleText& text, Candidate& c) {
  if (c.source.empty()) {
    c.signs |= bit(sign::no_source);
    return;
  }
  uint32_t first = c.source.front().begin;
  uint32_t last = c.source.front().end - 1;
  if (text.is(first, text.is_a.pronoun) && c.source.front().size() == 1)
    c.signs |= bit(sign::pronoun_source);
  else if (text[last].capital || text[first].capital)
    c.signs |= bit(sign::name_source);
  else
    c.signs |= bit(sign::common_source);
}

TokenSpan find(const RuleText& text, TokenSpan sentence, const std::vector<Candidate>& earlier,
               Candidate& c) {
  const WordClasses& a = text.is_a;
  switch (c.pattern) {
    case Pattern::preposition:
      return phrase_right(text, c.verb.end, sentence.end, c.verb.begin == sentence.begin);
    case Pattern::noun:
      return owner(text, sentence, c);
    case Pattern::passive:
      return agent(text, sentence, c);
    case Pattern::adverb:
    case Pattern::agentless:
      return {};
    default:
      break;
  }
  TokenSpan behind = inverted(text, sentence, c);
  if (!behind.empty()) {
    c.pattern = Pattern::fronted_clause;
    return behind;
  }
  uint32_t begin = c.group.begin;
  if (begin == sentence.begin) return {};
  uint32_t last = begin - 1;
  bool gerund = c.pattern == Pattern::gerund;
  if (gerund || (c.signs & bit(sign::infinitive_cue))) {
    TokenSpan shared = last_source(earlier);
    return shared.empty() ? subject_before(text, sentence, begin) : shared;
  }
  if (text.is(last, a.coordination)) {
    c.pattern = Pattern::coordinated;
    TokenSpan shared = last_source(earlier);
    return shared.empty() ? subject_before(text, sentence, last) : shared;
  }
  if (text.is(last, a.relative)) {
    c.pattern = Pattern::relative;
    return {last, begin};
  }
  return phrase_left(text, sentence.begin, begin);
}

}  // namespace

bool find_source(const RuleText& text, const std::vector<Candidate>& earlier, Candidate& candidate) {
  TokenSpan sentence = text.bounds_of(candidate.verb.begin);
  TokenSpan source = find(text, sentence, earlier, candidate);
  if (!source.empty()) candidate.source.push_back(source);
  count_source(text, candidate);
  if (candidate.source.empty() && said_words(*candidate.entry) && candidate.pattern == Pattern::noun)
    return text.is(candidate.verb.end, text.is_a.that);
  bool sourceless = candidate.pattern == Pattern::passive || candidate.pattern == Pattern::adverb ||
                    candidate.pattern == Pattern::agentless;
  return sourceless || !candidate.source.empty();
}

}  // namespace who_says
