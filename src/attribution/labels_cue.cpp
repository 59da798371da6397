#include <algorithm>

#include "attribution/labels.h"
#include "attribution/word_list.h"
#include "text/letters.h"

namespace who_says {
namespace {

bool any(const RuleText& text, const std::vector<TokenSpan>& spans, uint64_t classes) {
  for (TokenSpan span : spans)
    for (uint32_t at = span.begin; at < span.end; ++at)
      if (text.is(at, classes)) return true;
  return false;
}

enum class Speaker { none, person, document, other };

/// What kind of source the words tell of, for the medium: a person speaks, a document is written, of a body one cannot tell.
Speaker speaker_of(const RuleText& text, const std::vector<TokenSpan>& source) {
  const WordClasses& a = text.is_a;
  if (source.empty()) return Speaker::none;
  TokenSpan span = source.front();
  if (span.size() == 1 && text.is(span.begin, a.pronoun))
    return text.is(span.begin, a.person_pronoun) ? Speaker::person : Speaker::other;
  if (span.size() == 1 && text.is(span.begin, a.object_pronoun) && !text.form(span.begin, u"it"))
    return Speaker::person;
  // The head: the last word before what only tells more of it.
  uint32_t end = span.begin;
  while (end < span.end && (text[end].word || text[end].form == u"'") &&
         !(text.is(end, a.preposition | a.relative) && end > span.begin))
    ++end;
  if (end == span.begin) end = span.begin + 1;
  uint32_t head = end - 1;
  uint32_t capitals = 0, first = head;
  for (uint32_t at = span.begin; at < end; ++at)
    if (text[at].capital && !text.is(at, a.determiner | a.group)) {
      ++capitals;
      first = std::min(first, at);
    }
  for (uint32_t at = span.begin; at < end; ++at) {
    // "a memo dated 2 March", "records shown to the jury"; not "newspaper editor Jo Smith".
    bool tells = at + 1 >= span.end || !text[at + 1].word || at + 1 == end ||
                 text[at + 1].form.ends_with(u"ed") || text.form(at + 1, u"shown") ||
                 text.form(at + 1, u"seen");
    if (text.is(at, a.document) && tells) return Speaker::document;
  }
  std::u16string_view last = token_text(text.text, text.tokens.all[head]);
  bool acronym =
      last.size() > 1 && std::all_of(last.begin(), last.end(), [](char16_t c) { return is_upper(c); });
  if (acronym) return Speaker::other;
  bool body = false;
  for (uint32_t at = span.begin; at < end; ++at) body = body || text.is(at, a.organization);
  if (body && text.is(head, a.organization)) return Speaker::other;
  if (text.is(head, a.group))
    return capitals > 0 || text.is(span.begin, a.determiner) ? Speaker::person : Speaker::other;
  if (text[head].capital) {
    // "the Pentagon", "the World Bank": a name behind "the" is a body's; a bare name of one word may be either.
    if (text.form(span.begin, u"the") && first == span.begin + 1) return Speaker::other;
    if (body) return Speaker::other;
    return Speaker::person;
  }
  return Speaker::person;
}

/// Behind "would": what came later, or came often, was said.
constexpr WordList<9> kCame = {u"later",     u"eventually",   u"subsequently", u"afterwards", u"often",
                               u"regularly", u"occasionally", u"frequently",   u"sometimes"};

/// "would say"; not "could be heard telling", which tells of what was, nor "would later say".
bool modal(const RuleText& text, const std::vector<TokenSpan>& cue) {
  for (TokenSpan span : cue)
    for (uint32_t at = span.begin; at < span.end; ++at) {
      if (!text.is(at, text.is_a.modal)) continue;
      bool came = text.form(at, u"would") && is_one(text[at + 1].form, kCame);
      if (!came && !(text.form(at + 1, u"be") && at + 3 < span.end)) return true;
    }
  return false;
}

/// "if the minister says", "were to say": a hypothesis a few words before the source or in the cue.
bool supposed(const RuleText& text, const SpanAttribution& spans) {
  if (spans.cue.empty()) return false;
  uint32_t at = spans.cue.front().begin;
  if (!spans.source.empty()) at = std::min(at, spans.source.front().begin);
  uint32_t floor = text.sentence_of(at).begin;
  for (uint32_t left = 4; at > floor && left > 0; --at, --left) {
    if (text.is(at - 1, text.is_a.hypothetical)) return true;
    if (!text[at - 1].word || text.is(at - 1, text.is_a.coordination)) break;
  }
  return false;
}

bool hears(const CueEntry* entry) { return entry && entry->lemma == u"hear"; }

/// "They are convinced that …": a passive of who is made to believe is a belief.
bool is_conviction(const RuleText& text, const std::vector<TokenSpan>& cue, const CueEntry& entry) {
  bool made = entry.lemma == u"convince" || entry.lemma == u"persuade";
  return made && entry.inflection == Inflection::past && any(text, cue, text.is_a.be);
}

/// "told himself": what is said to oneself is thought.
bool to_oneself(const RuleText& text, uint32_t at) {
  for (std::u16string_view word :
       {u"himself", u"herself", u"themselves", u"myself", u"ourselves", u"yourself"})
    if (text.form(at, word)) return true;
  return false;
}

Certainty certainty_of(const RuleText& text, const SpanAttribution& spans, const CueEntry* entry) {
  const WordClasses& a = text.is_a;
  bool possible = false, probable = false, conditional = false, asked = false;
  for (TokenSpan span : spans.content) {
    asked = asked || text.form(span.begin, u"whether") || text.form(span.begin, u"if");
    for (uint32_t at = span.begin; at < span.end; ++at) {
      bool month = text.form(at, u"may") && text[at].capital;
      possible = possible || (text.is(at, a.possible) && !month);
      probable = probable || text.is(at, a.probable);
      conditional = conditional || text.is(at, a.conditional);
    }
  }
  if (asked) return Certainty::unknown;
  if (possible) return Certainty::possible;
  if (probable) return Certainty::probable;
  if (conditional) return Certainty::conditional;
  if (entry && entry->cue_class == CueClass::attitude) return Certainty::unknown;
  if (entry && entry->cue_class == CueClass::hearsay) return Certainty::possible;
  return Certainty::certain;
}

}  // namespace

const CueEntry* entry_of(const RuleText& text, const std::vector<TokenSpan>& cue) {
  const CueEntry* best = nullptr;
  size_t best_size = 0;
  for (TokenSpan span : cue)
    for (uint32_t at = span.begin; at < span.end; ++at) {
      const RuleWord& word = text[at];
      if (const Lexicon::Phrase* phrase = text.phrase_at(at, span.end))
        if (phrase->rest.size() + 1 > best_size) {
          best = &phrase->entry;
          best_size = phrase->rest.size() + 1;
        }
      const CueEntry* entry = word.cue ? word.cue : word.noun;
      if (!entry || text.is(at, text.is_a.auxiliary | text.is_a.modal)) continue;
      // "appears to show", "declined to say": the verb behind "to" tells what is done.
      bool chained = best && best_size == 1 && text.is(at - 1, text.is_a.infinitive) && at > span.begin;
      bool better =
          !best || chained || (best_size == 1 && entry->strength > best->strength) || best_size == 0;
      if (better && best_size <= 1) {
        best = entry;
        best_size = 1;
      }
    }
  return best;
}

void label_cue(const RuleText& text, const SpanAttribution& spans, const CueEntry* entry, Attribution& out) {
  const WordClasses& a = text.is_a;
  out.cue_class = entry ? entry->cue_class : out.cue.empty() ? CueClass::none : CueClass::neutral;
  if (!entry && !spans.cue.empty() && !text[spans.cue.front().begin].word) out.cue_class = CueClass::neutral;
  out.statement = !entry || entry->statement;
  out.negated = any(text, spans.cue, a.negation | a.refusal);
  for (TokenSpan span : spans.cue)  // "stopped short of saying"
    for (uint32_t at = span.begin + 1; at < span.end; ++at)
      out.negated = out.negated || (text.form(at, u"short") && text[at - 1].form.starts_with(u"stop"));
  // "nobody said", "neither club said"
  if (!spans.source.empty() && text.is(spans.source.front().begin, a.negation)) out.negated = true;
  bool were_to = false;
  for (TokenSpan span : spans.cue)
    were_to = were_to || (text.form(span.begin, u"were") && text.is(span.begin + 1, a.infinitive));
  out.hypothetical = supposed(text, spans) || were_to || modal(text, spans.cue);
  bool heard = !spans.cue.empty() && entry && entry->kind == CueKind::agentless;
  if (out.scope == Scope::agentless && !heard && entry) {
    bool it =
        !spans.cue.empty() && (text.is(spans.cue.front().begin, a.pronoun | a.be) || entry->hearsay_adverb);
    bool told = (entry->frames & frame::recipient) != 0;
    if (it && !told && !out.negated) out.cue_class = CueClass::hearsay;
  }
  if (out.negated || out.hypothetical) out.statement = false;
  if (hears(entry) && out.scope == Scope::agentless && !out.negated) {
    // "a court heard that": said there by somebody; "he had also heard": hearsay.
    bool court = spans.cue.front().size() == 1 || text.is(spans.cue.front().begin, a.article);
    out.cue_class = court ? CueClass::neutral : CueClass::hearsay;
    out.statement = true;
    out.medium = Medium::speech;
    out.certainty = certainty_of(text, spans, entry);
    return;
  }
  if (entry && !spans.cue.empty() && to_oneself(text, spans.cue.back().end)) {
    out.cue_class = CueClass::attitude;
    out.medium = Medium::thought;
    out.statement = false;
    out.certainty = Certainty::unknown;
    return;
  }
  Speaker speaker = speaker_of(text, spans.source);
  if (entry && is_conviction(text, spans.cue, *entry)) {
    out.cue_class = CueClass::attitude;
    out.medium = Medium::thought;
    out.statement = false;
    out.certainty = certainty_of(text, spans, entry);
    return;
  }
  if (entry && entry->kind == CueKind::adjective && out.directness == Directness::direct) {
    // "She is cautious: “…”" introduces what was said.
    out.cue_class = CueClass::neutral;
    out.statement = true;
    out.medium = speaker == Speaker::person ? Medium::speech : Medium::unknown;
    out.certainty = certainty_of(text, spans, entry);
    return;
  }
  Medium own = entry ? entry->medium : Medium::unknown;
  bool written = any(text, spans.cue, a.document_medium);
  if (entry && !entry->statement && entry->medium == Medium::thought)
    out.medium = Medium::thought;
  else if (written || speaker == Speaker::document)
    out.medium = Medium::writing;
  else if (own == Medium::writing)
    out.medium = Medium::writing;
  else if (out.hypothetical)
    out.medium = Medium::unknown;
  else if (entry && entry->frames == frame::quotation && own == Medium::speech)
    out.medium = Medium::speech;
  else if (own == Medium::speech && (speaker == Speaker::person || (heard && speaker == Speaker::none)))
    out.medium = Medium::speech;
  else if (!entry && out.directness == Directness::direct && speaker == Speaker::person)
    out.medium = Medium::speech;
  else
    out.medium = Medium::unknown;
  out.certainty = certainty_of(text, spans, entry);
}

bool is_trap(const RuleText& text, const SpanAttribution& spans) {
  const WordClasses& a = text.is_a;
  TokenSpan first = spans.content.front();
  // Nobody and no cue, and a few quoted words: a title or a scare quote.
  if (spans.cue.empty() && spans.content.size() == 1 && text.quoted(first.begin) &&
      text.quotation_at(first.begin).use != QuoteUse::speech)
    return true;
  if (spans.content.size() == 1 && text.quoted(first.begin) &&
      text.quotation_at(first.begin).use == QuoteUse::title) {
    uint32_t before = text.quotation_at(first.begin).marks.begin;
    if (before > 0 && (text.form(before - 1, u"titled") || text.form(before - 1, u"entitled"))) return true;
  }
  // "declined to comment", "did not respond to questions".
  if (spans.cue.empty()) return false;
  bool refused = any(text, spans.cue, a.refusal);
  bool negated = any(text, spans.cue, a.negation) ||
                 (!spans.source.empty() && text.is(spans.source.front().begin, a.negation));
  if (!refused && !negated) return false;
  auto silent = [&text](uint32_t at) {
    for (std::u16string_view word : {u"comment", u"respond", u"reply", u"elaborate", u"return", u"commented",
                                     u"responded", u"replied", u"returned"})
      if (text.form(at, word)) return true;
    return false;
  };
  for (TokenSpan span : spans.cue)
    for (uint32_t at = span.begin; at < span.end; ++at)
      if (silent(at)) return true;
  if (refused && text.is(first.begin, a.infinitive) && silent(first.begin + 1)) return true;
  return refused && silent(first.begin);
}

}  // namespace who_says
