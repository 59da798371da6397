#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace who_says {

// The closed value sets. Each enum has, in this order of enumerators, one kebab-case word a value; `word(x)` gives it and
// `parse_word<E>("…")` reads it back. Labels for people come from the language files, never from here.

// clang-format off
enum class SourceKind : uint8_t {
  government, intelligence_agency, military, law_justice, legislator_politician, diplomat, international_organization,
  think_tank, academic,
  ngo_advocacy, business, person_affected,
  news_outlet, social_media,
  document, data_statistics,
  self, unspecified,
};
/// Groups of kinds: they share hue and underline style.
enum class KindGroup : uint8_t { state, expertise, society, media, record, self, unspecified };
enum class Form : uint8_t { person, group, organization, document, state };
enum class Office : uint8_t { current, former, not_applicable, unknown };
enum class Naming : uint8_t { named, described, generic, none };
enum class Role : uint8_t { participant, authority, representative, affected, witness, commentator, relay, unknown };
enum class Scope : uint8_t { explicit_, blanket, agentless, none };
enum class ChainLink : uint8_t { explicit_, carried, blanket, uncertain };
enum class Directness : uint8_t { direct, mixed, indirect, free_indirect, reported, none };
enum class Medium : uint8_t { speech, thought, writing, unknown };
enum class CueClass : uint8_t { neutral, endorsing, distancing, emphatic, attitude, hearsay, none };
enum class Certainty : uint8_t { certain, probable, possible, conditional, unknown };
enum class Evidence : uint8_t { none, number, document, reasoning, example, eyewitness, link };
enum class ClaimType : uint8_t { event, quantity, forecast, judgement, intention, speech_report, unspecified };
enum class Status : uint8_t { suggested, confirmed, reader };
enum class AnchorState : uint8_t { exact, moved, edited, ambiguous, gone };
enum class Basis : uint8_t { text, outside_text };
// Of exercises: what a task asks, whether a sum holds, which of two reports has a source, the letters of IMVAIN.
enum class TaskKind : uint8_t { match, classify, spot, chain, highlight, count, swap_cue, check_number, rank, compare };
enum class Arithmetic : uint8_t { holds, does_not_hold, cannot_tell };
enum class Reported : uint8_t { both, first, second };
enum class Imvain : uint8_t { independent, multiple, verified, authoritative, named };
// clang-format on

/// What a highlight or card is coloured by: hue families plus "former official" and "none named".
enum class Hue : uint8_t { state, intelligence, expertise, former, media, society, record, none };

/// All words of E in enumerator order. Specialised for each enum above (except Hue, KindGroup: those are written too).
template <class E>
struct Words;

/// The word of a value, e.g. "intelligence-agency". Static lifetime.
template <class E>
std::string_view word(E value);
/// The value of a word; nullopt when it is not in the set.
template <class E>
std::optional<E> parse_word(std::string_view text);

/// All words of a set, "a, b, c": for error messages.
template <class E>
std::string words_of();

KindGroup group_of(SourceKind kind);
/// Hue by the design: a former diplomat, official or politician takes `former`; a claim without source `none`.
Hue hue_of(SourceKind kind, Office office);

}  // namespace who_says
