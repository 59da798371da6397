#include "attribution/labels.h"
#include "attribution/rules_phrase.h"
#include "text/letters.h"

namespace who_says {
namespace {

/// Share of the letters in quotation marks from which words that begin with a quotation count as quoted whole: a word too many at
/// the end is an error of the span's edge. (The metrics of PolNeAR use the same share.)
constexpr double kWhole = 0.95;

uint32_t letters(std::u16string_view word) {
  uint32_t count = 0;
  for (char16_t c : word) count += is_word_unit(c);
  return count;
}

/// Whether `text` around a token of a quotation inside another opens or closes an inner one.
bool inner_opens(const RuleText& text, uint32_t at) {
  char16_t c = text[at].mark;
  if (c == 0x2018 || c == 0x201C || c == 0xAB || c == 0x201E) return true;
  if (c != '\'' && c != '"') return false;
  uint32_t begin = text.tokens.all[at].range.begin;
  return begin > 0 && is_space(text.text[begin - 1]) && begin + 1 < text.text.size() &&
         !is_space(text.text[begin + 1]);
}
bool inner_closes(const RuleText& text, uint32_t at) {
  char16_t c = text[at].mark;
  return c == 0x2019 || c == 0x201D || c == 0xBB || c == '\'' || c == '"';
}

struct Counts {
  bool begins = false;  ///< with a quoted word
  uint32_t inside = 0;
  uint32_t outside = 0;
};

/// Letters of a content in and out of quotation marks. `own`: quotation in which the cue itself stands (then only marks inside it
/// count), or -1.
Counts count(const RuleText& text, const std::vector<TokenSpan>& content, int32_t own) {
  Counts counts;
  for (TokenSpan span : content) {
    bool inner = false;
    for (uint32_t at = span.begin; at < span.end; ++at) {
      bool quoted = text.quoted(at);
      if (own >= 0 && quoted && text.quotation_of[at] == own) {
        if (!inner && inner_opens(text, at))
          inner = true;
        else if (inner && inner_closes(text, at))
          inner = false;
        quoted = inner;
      }
      uint32_t size = letters(text[at].form);
      if (counts.inside + counts.outside == 0 && size > 0 && !text.is(at, text.is_a.that))
        counts.begins = quoted;
      if (counts.inside + counts.outside == 0 && text.is(at, text.is_a.that) && !quoted) continue;
      (quoted ? counts.inside : counts.outside) += size;
    }
  }
  return counts;
}

bool relative_here(const RuleText& text, uint32_t at, uint32_t begin) {
  return at > begin && text.is(at, text.is_a.relative) && !text.is(at - 1, text.is_a.pronoun);
}

/// "to" and the verb behind it.
bool infinitive_here(const RuleText& text, uint32_t at, uint32_t end) {
  return text.is(at, text.is_a.infinitive) && at + 1 < end && text[at + 1].word && !text[at + 1].capital &&
         !text.is(at + 1, text.is_a.determiner | text.is_a.possessive | text.is_a.pronoun |
                              text.is_a.object_pronoun | text.is_a.preposition | text.is_a.time) &&
         !is_digit(text[at + 1].form[0]) && !text[at + 1].form.ends_with(u"ing");
}

/// Whether words form a clause (with a finite verb or an infinitive), not a noun phrase or gerund.
bool is_clause(const RuleText& text, TokenSpan span, const CueEntry* entry) {
  const WordClasses& a = text.is_a;
  bool takes_clause =
      !entry || (entry->frames & (frame::clause | frame::quotation)) != 0 || entry->frames == 0;
  bool view = entry && entry->kind == CueKind::noun && text.comma(span.begin - 1);  // "In her view, …"
  if (entry && (entry->kind == CueKind::preposition || view)) return text.count_words(span) > 2;
  uint32_t begin = span.begin;
  while (begin < span.end && (!text[begin].word || text.is(begin, a.adverb))) ++begin;
  if (begin == span.end) return false;
  if (text.is(begin, a.infinitive) && infinitive_here(text, begin, span.end)) return true;
  if (text.is(begin, a.complementizer) && (takes_clause || !text.is(begin, a.that)))
    return text.count_words(span) > 2;
  if (text.is(begin, a.preposition) && !text.is(begin, a.clause_opener) && text.count_words(span) < 6)
    return false;
  if (text[begin].form.ends_with(u"ing") && !text[begin].capital && begin + 1 < span.end) return false;
  // What takes no noun phrase has a clause, whatever its verb.
  if (entry && takes_clause && entry->kind == CueKind::verb && !(entry->frames & frame::noun) &&
      (entry->frames & frame::clause) && text.count_words(span) > 2)
    return true;
  bool relative = false;
  bool infinitive = entry && (entry->frames & (frame::object | frame::infinitive | frame::recipient)) != 0;
  for (uint32_t at = begin; at < span.end; ++at) {
    if (text.comma(at)) relative = false;
    if (relative_here(text, at, begin)) relative = true;
    // "warned them to leave", "considers it to be over"
    bool to_be = entry && entry->kind == CueKind::verb && text.is(at + 1, a.be);
    if ((infinitive || to_be) && infinitive_here(text, at, span.end) && at > begin) return true;
    if (relative) continue;
    const RuleWord& word = text[at];
    if (!takes_clause) {
      // Against the lexicon only on plain evidence: "citing reports, a medical had been booked".
      if (at > begin && text.is(at, a.auxiliary | a.modal) && text.is(at, a.finite)) return true;
      continue;
    }
    if (at > begin && looks_finite(text, at) && !text.is(at - 1, a.article | a.possessive | a.preposition))
      return true;
    if (at == begin || word.capital || text.is(at, a.determiner | a.preposition)) continue;
    const RuleWord& before = text[at - 1];
    bool subject = text.is(at - 1, a.pronoun);
    if (subject && !text.is(at, a.preposition | a.coordination)) return true;
    bool past = word.form.size() > 4 && word.form.ends_with(u"ed") && before.word &&
                !text.is(at - 1, a.article | a.possessive | a.preposition | a.adverb | a.coordination) &&
                !text.is(at + 1, a.preposition) && at + 1 < span.end;
    if (past) return true;
    // "Permit renewals take years": a plural before a bare word before a phrase.
    bool present = word.form.size() > 3 && word.form.ends_with(u"s") && !word.form.ends_with(u"ss") &&
                   !word.noun && before.word && !before.form.ends_with(u"s") && at + 1 < span.end &&
                   at > begin + 1 && text.is(at - 2, a.article | a.possessive) &&
                   text.is(at + 1, a.determiner | a.possessive | a.object_pronoun | a.preposition) &&
                   !text.is(at - 1, a.article | a.possessive | a.preposition | a.determiner);
    if (present) return true;
  }
  return false;
}

}  // namespace

Directness directness_of(const RuleText& text, const SpanAttribution& spans, const CueEntry* entry) {
  int32_t own = -1;
  if (!spans.cue.empty()) own = text.quotation_of[spans.cue.front().begin];
  // A cue that is itself one of a few quoted words stands in no quotation of speech.
  if (own >= 0 && text.quotations[static_cast<size_t>(own)].use != QuoteUse::speech) own = -1;
  Counts counts = count(text, spans.content, own);
  uint32_t all = counts.inside + counts.outside;
  if (all == 0) return Directness::indirect;
  if (counts.outside == 0 || (counts.begins && counts.inside >= kWhole * all)) return Directness::direct;
  if (counts.inside > 0) return Directness::mixed;
  if (own >= 0) {
    // Words of somebody's quotation, told on inside it: as direct as the quotation around them.
    for (TokenSpan span : spans.content)
      if (text.quotation_of[span.begin] == own) return Directness::direct;
  }
  for (TokenSpan span : spans.content)
    if (is_clause(text, span, entry)) return Directness::indirect;
  // "The ice | , he explains, | used to groan"
  for (size_t i = 1; i < spans.content.size(); ++i) {
    uint32_t begin = spans.content[i].begin;
    if (looks_finite(text, begin) || text.is(begin, text.is_a.auxiliary | text.is_a.modal))
      return Directness::indirect;
  }
  return Directness::reported;
}

}  // namespace who_says
