#pragma once

#include <string_view>
#include <vector>

#include "attribution/detection.h"
#include "attribution/spans.h"
#include "attribution/steps.h"
#include "model/claim.h"

namespace who_says {

/// So many contents may be open at one place; deeper nesting is no language.
constexpr size_t kOpenContents = 32;
/// Attributions stand in reading order: those of one sentence are no farther apart.
constexpr size_t kNeighbours = 6;

/// Units of Steps in one of the detector's, which is a token through the network's first stage. Measured: tests/bench/attribution.md.
constexpr uint32_t kStepsAToken = 12;

class Lexicon;
class RuleText;

// The stages of detection, in the order in which detect.cpp runs them. Each is a pure function of its arguments and linear in the
// length of the text. `text` is the article in UTF-16 code units, `tokens` its tokens. They also come in steps, which are through when
// they have done the same; all arguments must outlive them. A step's unit is about what looking
// at a token for a name takes.

/// Finds source, cue and content by rules over a lexicon: what works without the network, and in other languages.
std::vector<SpanAttribution> find_by_rules(const RuleText& text);
Steps rules_in_steps(const RuleText& text, std::vector<SpanAttribution>& out);

/// Spans to attributions with ranges (edges trimmed as in the vocabulary), and all labels that their own words tell: directness,
/// scope (explicit, agentless), cue class, medium, certainty, statement, negated, hypothetical, reason. Drops what is no
/// attribution: scare quotes, quoted titles, "declined to comment".
std::vector<Attribution> label(const RuleText& text, const std::vector<SpanAttribution>& found);
Steps label_in_steps(const RuleText& text, const std::vector<SpanAttribution>& found,
                     std::vector<Attribution>& out);

/// Who the sources are: joins mentions to entities (aliases, surnames, pronouns, descriptions, acronyms, spelling variants),
/// gives kind, form, office, naming, role and reasons, and sets `entity`, `relay` and `link` of each attribution.
void find_sources(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                  Detection& detection);
Steps sources_in_steps(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                       Detection& detection);

/// Nested attributions, relays, and blanket attributions that reach back over bare sentences ("The Herald writes about this."):
/// sets `nested_in`, `relay`, `link`, `scope`, and the contents of blanket ones.
void find_chains(std::u16string_view text, const Tokens& tokens, Detection& detection);
Steps chains_in_steps(std::u16string_view text, const Tokens& tokens, Detection& detection);

/// Checkable sentences without a source, conservatively.
void find_unattributed(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                       Detection& detection);
Steps unattributed_in_steps(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                            Detection& detection);
/// Quantities and the arithmetic that the text implies.
void find_number_checks(std::u16string_view text, const Tokens& tokens, Detection& detection);
Steps number_checks_in_steps(std::u16string_view text, const Tokens& tokens, Detection& detection);

/// Suggestions as a claims document: one claim a content clause, with chain, labels, status `suggested`, confidence, reason and
/// engine; one source an entity. Ids are made of places in the text, so that the same text gives the same ids. Which article it is, its
/// address and hash, is for whoever keeps the document.
Document suggestions(std::u16string_view text, const Detection& detection);
Steps suggestions_in_steps(std::u16string_view text, const Detection& detection, Document& out);

}  // namespace who_says
