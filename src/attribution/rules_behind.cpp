#include "attribution/rules_behind.h"

#include <algorithm>

#include "attribution/word_list.h"
#include "text/letters.h"

namespace who_says {
namespace {

bool speech_opens(const RuleText& text, uint32_t at) {
  return text.opens_quote(at) && at == text.quotation_at(at).marks.begin &&
         text.quotation_at(at).use == QuoteUse::speech;
}

/// ", a day after …": when it was said.
bool later_event(const RuleText& text, uint32_t at) {
  const WordClasses& a = text.is_a;
  for (uint32_t i = at; i < at + 4; ++i) {
    if (text.form(i, u"after") || text.form(i, u"before")) return i > at && text.is(i - 1, a.time);
    if (i + 1 >= text.size() || !text[i].word) return false;
  }
  return false;
}

}  // namespace

uint32_t introduced_at(const RuleText& text, uint32_t at, uint32_t end) {
  const WordClasses& a = text.is_a;
  uint32_t limit = std::min(end, at + kLookAhead);
  for (uint32_t i = at; i < limit; ++i) {
    if (text.is(i, a.that) && !text.is(i - 1, a.preposition)) return i;
    if (text[i].mark == ':') return i;
    if (speech_opens(text, i)) return i;
    if (text.comma(i) && !speech_opens(text, i + 1) && i > at + 8) return 0;
  }
  return 0;
}

uint32_t behind_recipient(const RuleText& text, const CueEntry& entry, uint32_t at, uint32_t end) {
  const WordClasses& a = text.is_a;
  bool object = (entry.frames & frame::object) != 0;
  if (at >= end || !text[at].word || text.is(at, a.complementizer)) return at;
  if (!(entry.frames & frame::recipient)) return at;
  uint32_t i = at;
  if (text.is(at, a.object_pronoun) || text.form(at, u"her")) {
    i = at + 1;
  } else if (text.is(at, a.pronoun)) {
    return at;
  } else {
    uint32_t limit = std::min(end, at + 10);
    bool names = false;
    while (i < limit && (text[i].word || text.is(i, a.genitive)) &&
           !text.is(i, a.complementizer | a.pronoun | a.auxiliary) && !text.is(i, a.infinitive)) {
      if (text.is(i, a.determiner | a.possessive) && i > at &&
          !text.is(i - 1, a.preposition | a.coordination))
        break;
      if (text.is(i, a.recipient) && !text[i].capital && i + 1 < limit &&
          !text.is(i + 1, a.preposition | a.time)) {
        ++i;
        break;
      }
      names = names || text[i].capital;
      ++i;
    }
    bool clear = i < end && (text.is(i, a.complementizer | a.pronoun | a.determiner | a.possessive) ||
                             text.is(i, a.infinitive) || text.opens_quote(i) || text.comma(i) ||
                             text[i].mark == ':' || text.is(i - 1, a.recipient));
    if (!clear) return object ? at : (names ? i : at);
  }
  // "told the crowd to …": whom one tells to do something belongs to the content.
  return text.is(i, a.infinitive) && object && !text.is(at, a.recipient) ? at : i;
}

uint32_t behind_told(const RuleText& text, const CueEntry& entry, uint32_t at, uint32_t end) {
  constexpr uint32_t kReach = 6;
  const WordClasses& a = text.is_a;
  uint32_t i = at;
  while ((entry.frames & frame::recipient) && i < end && i < at + kReach && text[i].word && !text.quoted(i) &&
         (text[i].capital || !text[i].cue) &&
         !text.is(i, a.complementizer | a.infinitive | a.finite | a.preposition | a.pronoun | a.negation))
    if (text.is(i++, a.object_pronoun)) break;
  return i >= end || text.stop(i) || text.comma(i) ? i : at;
}

uint32_t content_end(const RuleText& text, const Candidate& c, uint32_t at, uint32_t end) {
  const WordClasses& a = text.is_a;
  bool clause = (c.entry->frames & frame::clause) != 0 || text.is(at, a.that);
  for (uint32_t i = at + 1; i < end; ++i) {
    if (text.quoted(i) && !text.quoted(c.verb.begin)) continue;
    if (text[i].mark == ';') return i;
    if (text[i].mark == ')') {
      bool opened = false;
      for (uint32_t k = i, left = 40; k > at && left > 0 && !opened; --k, --left)
        opened = text[k - 1].mark == '(';
      if (!opened) return i;
    }
    if (!text.comma(i) || i + 1 >= end) continue;
    // "…, said a diplomat": all before it is what the diplomat says.
    const CueEntry* next = text[i + 1].cue;
    if (next && next->strength > 0.5f &&
        (next->inflection == Inflection::past || next->inflection == Inflection::third) &&
        (next->frames & frame::quotation) && text.is(i + 2, a.determiner) && !text.quoted(i + 1))
      return i;
    // ", which has said that it will appeal, closed": the relative clause ends with its comma.
    if (c.pattern == Pattern::relative && c.group.begin > 1 && text.comma(c.group.begin - 2)) return i;
    if (text.form(i + 1, u"according") || later_event(text, i + 1)) return i;
    if (text[i + 1].cue && text[i + 1].cue->inflection == Inflection::gerund &&
        text[i + 1].cue->strength > 0.5f)
      return i;
    if (!clause && (text.is(i + 1, a.clause_opener | a.relative) || text.form(i + 1, u"but") ||
                    text[i + 1].form.ends_with(u"ing")))
      return i;
  }
  return end;
}

uint32_t behind_time(const RuleText& text, TokenSpan sentence) {
  constexpr WordList<8> kClocks = {u"am", u"pm", u"a.m.", u"p.m.", u"gmt", u"bst", u"cet", u"et"};
  std::u16string_view form = text[sentence.begin].form;
  size_t colon = form.find_first_of(u":.");
  bool clock = colon == 1 || colon == 2;
  for (size_t i = 0; clock && i < std::min(form.size(), colon + 3); ++i)
    clock = i == colon || is_digit(form[i]);
  if (!clock || form.size() < colon + 3) return sentence.begin;
  uint32_t at = sentence.begin + 1;
  while (at + 1 < sentence.end && (is_one(text[at].form, kClocks) || text.dash(at))) ++at;
  return at;
}

uint32_t behind_dateline(const RuleText& text, TokenSpan sentence) {
  constexpr uint32_t kLongest = 9;
  uint32_t paragraph = text.tokens.all[sentence.begin].paragraph;
  if (text.tokens.paragraphs[paragraph].begin != sentence.begin) return sentence.begin;
  if (uint32_t behind = behind_time(text, sentence); behind > sentence.begin) return behind;
  bool loud = true;  // in capitals alone: "HONIARA: "
  for (uint32_t at = sentence.begin; at < std::min(sentence.end, sentence.begin + kLongest); ++at) {
    uint32_t begin = text.tokens.all[at].range.begin;
    if (text[at].mark == ':' && loud && at > sentence.begin) return at + 1;
    for (uint32_t i = begin; i < text.tokens.all[at].range.end; ++i)
      loud = loud && (!is_word_unit(text.text[i]) || is_upper(text.text[i]) || is_digit(text.text[i]));
    bool apart = begin > 0 && is_space(text.text[begin - 1]);  // no hyphen
    if (text.dash(at) && apart && at > sentence.begin) return at + 1;
    if (text[at].word && !text[at].capital && !is_digit(text[at].form[0])) break;
  }
  return sentence.begin;
}

}  // namespace who_says
