#pragma once

#include <utility>
#include <vector>

#include "attribution/rules_words.h"
#include "attribution/spans.h"
#include "attribution/steps.h"

namespace who_says {

// The parts of the rules engine (stages.h: find_by_rules). All spans are of tokens, half-open.

/// How the words around a cue are arranged.
enum class Pattern : uint8_t {
  subject_clause,      ///< X said that …, X said …
  subject_quotation,   ///< X said, “…”
  subject_infinitive,  ///< X promised to …
  subject_noun,        ///< X denies …
  fronted_quotation,   ///< “…,” X said / said X
  fronted_clause,      ///< …, X said / said X
  preposition,         ///< according to X, …
  gerund,              ///< …, saying that …
  coordinated,         ///< X said … and added …
  relative,            ///< X, who said …
  noun,                ///< X's claim that …
  adjective,           ///< X is confident that …
  passive,             ///< it is said that …, X is said to …
  adverb,              ///< … reportedly …
  agentless,           ///< rumour has it …
  colon,               ///< X: …
};
constexpr size_t kPatterns = 16;

/// A cue with what the rules take for its source and content, before it is known whether it is one.
struct Candidate {
  TokenSpan verb;   ///< the cue's own words ("pointed out")
  TokenSpan group;  ///< with auxiliaries, adverbs and negation ("has also pointed out")
  std::vector<TokenSpan> cue, source, content;
  const CueEntry* entry = nullptr;
  Pattern pattern = Pattern::subject_clause;
  uint32_t signs = 0;  ///< bits of `sign`
  float confidence = 0;
};

inline SpanAttribution spans_of(Candidate&& one) {
  return {std::move(one.source), std::move(one.cue), std::move(one.content), one.confidence};
}

/// What else speaks for or against a candidate; the order is that of the table in rules_score.cpp.
namespace sign {
enum : uint32_t {
  pronoun_source,
  name_source,
  common_source,
  no_source,
  quoted_content,
  that_follows,
  quoted_cue,
  infinitive_cue,
  modal,
  negated,
  plain_base,
  long_content,
  short_content,
  loose_gerund,
  preposition_follows,
  determiner_follows,
  speech_medium,
  dummy_subject,
  own_comma,
  told_only,
  opening_view,
  name_closes,
  opened_by_as,
  count
};
}
constexpr uint32_t bit(uint32_t sign) { return 1u << sign; }

/// Tokens between a cue and its content: "said in an interview with X on Tuesday that".
constexpr uint32_t kLookAhead = 16;

/// Words of a sentence that can be cues, in reading order.
std::vector<Candidate> find_cues(const RuleText& text, TokenSpan sentence);

/// Gives a candidate its source. `earlier` are the candidates of the same sentence before it, with their sources; false = none that
/// this cue could have.
bool find_source(const RuleText& text, const std::vector<Candidate>& earlier, Candidate& candidate);

/// Gives a candidate its content and sets its pattern; false = there is none. `next`: token where the next cue of the sentence
/// begins that shares the source, or the sentence's end.
bool find_content(const RuleText& text, uint32_t next, Candidate& candidate);

/// How likely the candidate is an attribution, from its cue's strength, its pattern and its signs.
float score(Candidate& candidate);

/// All candidates of a text whose confidence is at least `least`, in reading order.
std::vector<Candidate> find_candidates(const RuleText& text, float least);
/// The same in steps, a sentence each; a token is worth one unit.
Steps candidates_in_steps(const RuleText& text, float least, std::vector<Candidate>& out);

/// "X: …", "“…” — X" and headlines ("Taxes would hurt, says think tank") of a paragraph.
std::vector<Candidate> find_by_colon(const RuleText& text, TokenSpan paragraph);
/// "Q: …", "A: …" of an interview, "FACT CHECK: …": the letter and the label name nobody.
bool is_interview_letter(const RuleText& text, TokenSpan source);

}  // namespace who_says
