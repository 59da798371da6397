#include "attribution/nested_clause.h"

#include <algorithm>

#include "text/letters.h"

namespace who_says {
namespace {

/// How far behind its beginning the verb of a clause without "that" stands.
constexpr uint32_t kNestedVerbReaches = 8;
/// How far behind its beginning "to" stands in "him to leave".
constexpr uint32_t kInfinitiveReaches = 4;
/// Words that are cues more seldom ("release", "try") are none here, unless "that" or a question follows.
constexpr float kWeakest = 0.12f;

class ClauseReader {
 public:
  ClauseReader(const RuleText& rules, Candidate& c) : rules_(rules), a_(rules.is_a), c_(c) {}

  bool says() {
    bool passive = c_.pattern == Pattern::passive;
    // "He is said to have left"
    if (passive && c_.source.empty() && c_.content.size() == 2 && has(frame::raised))
      return is_infinitive(c_.content.back().begin);
    if (c_.content.size() != 1 || c_.cue.empty() || (c_.source.empty() && !passive)) return false;
    if (c_.pattern == Pattern::noun || c_.pattern == Pattern::adverb || c_.pattern == Pattern::colon)
      return false;
    if (rules_.is(one_word(), a_.that)) return false;  // "reports that showed a leak"
    if (is_hedge(rules_, c_.source, c_.verb.begin) || is_anybodys() || only_might() || follows_participle())
      return false;
    uint32_t begin = c_.content.front().begin, last = c_.cue.back().end - 1;
    if (!rules_.is(begin, a_.complementizer) && c_.entry->strength < kWeakest) return false;
    // "plans to leave"; "reached out to her" says nothing.
    if (rules_.is(last, a_.infinitive)) return !c_.entry->statement && !rules_[begin].form.ends_with(u"ing");
    if (rules_.is(begin, a_.infinitive))
      return has(frame::infinitive | frame::object) && is_infinitive(begin);
    return says_clause(rules_.is(last, a_.preposition));
  }

 private:
  bool has(uint32_t frames) const { return (c_.entry->frames & frames) != 0; }
  uint32_t one_word() const { return only_word(c_.source, rules_); }

  /// "Everybody knows that", "those who want change": nobody in particular, or whom the wish tells apart.
  bool is_anybodys() const { return !c_.entry->statement && rules_.is(one_word(), a_.anybody | a_.relative); }
  /// "They might ask", "she would say": nobody has.
  bool only_might() const {
    // "waiting to be told", "she'd have loved"
    bool be = c_.pattern == Pattern::passive && rules_.form(c_.group.begin, u"be");
    if (be && c_.group.begin > 0 && rules_.is(c_.group.begin - 1, a_.infinitive)) return true;
    for (uint32_t at = c_.group.begin; at < c_.verb.begin; ++at)
      if (rules_.form(at, u"'d") && rules_.form(at + 1, u"have")) return true;
    for (uint32_t at = c_.group.begin; at < c_.verb.begin; ++at)
      if (rules_.is(at, a_.modal) && rules_.is(at, a_.possible | a_.conditional)) return true;
    return false;
  }
  /// "His announced plans", "any remaining doubts": the cue is a noun.
  bool follows_participle() const {
    if (c_.source.empty() || c_.source.front().size() < 2 || c_.source.front().end != c_.group.begin)
      return false;
    const RuleWord& word = rules_[c_.group.begin - 1];
    return !word.capital && (word.form.ends_with(u"ed") || word.form.ends_with(u"ing")) &&
           rules_[c_.verb.begin].noun != nullptr;
  }

  bool says_clause(bool behind_preposition) {
    TokenSpan& content = c_.content.front();
    uint32_t first = content.begin + !rules_[content.begin].word;  // behind a quotation mark
    bool opened = rules_.is(first, a_.complementizer) && !rules_.form(first, u"when");
    // "warning that", but not "writing that"
    if (c_.pattern == Pattern::gerund &&
        (!rules_.is(first, a_.that) || rules_.form(c_.cue.front().begin, u"writing")))
      return false;
    // "talked about that", "is told it", "those who agree would pay"
    if (behind_preposition && (!opened || rules_.is(first, a_.that))) return false;
    // "we were told it was safe", but "is told it"
    bool told = has(frame::recipient) && rules_.is(first, a_.pronoun | a_.determiner | a_.possessive) &&
                c_.source.empty() && first == c_.cue.back().end;
    if (!opened && ((c_.pattern == Pattern::passive && !told) ||
                    rules_.is(first, a_.preposition | a_.clause_opener | a_.finite | a_.modal)))
      return false;
    if (!has(frame::clause | frame::infinitive | frame::object)) return false;
    // "The polls that showed him ahead": a noun with a relative clause.
    if (rules_[c_.verb.begin].noun && rules_.is(first, a_.that) && is_finite(first + 1)) return false;
    if (rules_.is(first + 1, a_.coordination)) return false;  // "knew this and …"
    bool takes_somebody = has(frame::infinitive | frame::object);
    uint32_t verb = 0;
    for (uint32_t at = content.begin + opened; at < content.end; ++at) {
      bool ends = rules_.comma(at) || (rules_.is(at, a_.clause_opener) && at > content.begin);
      if (!verb && !opened && (ends || at > content.begin + kNestedVerbReaches)) return false;
      // "wants him to leave"
      bool near = at > content.begin && at <= content.begin + kInfinitiveReaches;
      if (!verb && takes_somebody && near && is_infinitive(at)) return true;
      if (!verb && at > content.begin && is_finite(at) && (opened || !has(frame::noun) || !is_participle(at)))
        verb = at;
      if (verb && rules_.comma(at) && begins_clause(at + 1, content.end)) {
        content.end = at;
        break;
      }
    }
    return verb != 0;
  }
  bool is_infinitive(uint32_t at) const {
    if (!rules_.is(at, a_.infinitive) || at + 1 >= rules_.size()) return false;
    return rules_[at + 1].word && !rules_[at + 1].capital && !is_digit(rules_[at + 1].form[0]) &&
           !rules_[at + 1].form.ends_with(u"ing") &&
           !rules_.is(at + 1,
                      a_.determiner | a_.possessive | a_.pronoun | a_.object_pronoun | a_.preposition);
  }
  /// "The money borrowed from her": a form in -ed before a preposition.
  bool is_participle(uint32_t at) const {
    return !rules_.is(at, a_.finite | a_.modal | a_.auxiliary) && rules_.is(at + 1, a_.preposition);
  }
  bool is_finite(uint32_t at) const {
    if (at >= rules_.size()) return false;
    if (rules_.is(at, a_.genitive) && !rules_.is(at - 1, a_.pronoun | a_.standalone)) return false;
    if (rules_.is(at, a_.finite | a_.modal | a_.auxiliary)) return true;
    const RuleWord& word = rules_[at];
    return word.word && !word.capital && word.form.size() >= 5 && word.form.ends_with(u"ed");
  }
  /// A subject with its verb, perhaps behind "then", "so", "and".
  bool begins_clause(uint32_t at, uint32_t end) const {
    if (rules_.is(at, a_.coordination) || rules_.form(at, u"then") || rules_.form(at, u"so")) ++at;
    if (!rules_.is(at, a_.pronoun | a_.article | a_.possessive | a_.determiner)) return false;
    for (uint32_t next = at + 1; next < std::min(end, at + 6); ++next)
      if (is_finite(next)) return true;
    return false;
  }

  const RuleText& rules_;
  const WordClasses& a_;
  Candidate& c_;
};

}  // namespace

uint32_t only_word(const std::vector<TokenSpan>& source, const RuleText& rules) {
  return source.size() == 1 && source.front().size() == 1 ? source.front().begin : rules.size();
}

bool is_hedge(const RuleText& rules, const std::vector<TokenSpan>& source, uint32_t verb) {
  return rules.is(only_word(source, rules), rules.is_a.speaking) && rules.is(verb, rules.is_a.hedge);
}

bool is_said_inside(const RuleText& rules, Candidate& candidate) {
  return ClauseReader(rules, candidate).says();
}

}  // namespace who_says
