#include <algorithm>

#include "attribution/rules.h"
#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr uint32_t kLongestSpeaker = 8;  ///< tokens before the colon of "Jo Smith, mayor: …"
constexpr uint32_t kLongestHeadline = 30;
constexpr uint32_t kLongestReport = 4;  ///< words behind the colon of "…: report"

constexpr uint32_t kLongestSignature = 14;  ///< tokens from the dash of "— Jo Smith, mayor of Lakeland"

Candidate made(Pattern pattern, TokenSpan source, TokenSpan cue, TokenSpan content) {
  Candidate c;
  c.pattern = pattern;
  c.verb = c.group = cue;
  c.cue = {cue};
  if (!source.empty()) c.source = {source};
  c.content = {content};
  return c;
}

bool is_name(const RuleText& text, TokenSpan span) {
  bool any = false;
  for (uint32_t at = span.begin; at < span.end; ++at) {
    if (!text[at].word) {
      if (text[at].mark != ',' && text[at].mark != '-' && text[at].mark != '(' && text[at].mark != ')')
        return false;
      continue;
    }
    any = any || text[at].capital;
    if (!text[at].capital && !text.is(at, text.is_a.coordination | text.is_a.preposition | text.is_a.article))
      return false;
  }
  return any;
}

/// What stands before a colon and is no speaker.
constexpr WordList<8> kLabels = {u"check",    u"live",   u"watch", u"exclusive",
                                 u"breaking", u"update", u"claim", u"verdict"};

}  // namespace

bool is_interview_letter(const RuleText& text, TokenSpan source) {
  bool letter = text.form(source.begin, u"q") || text.form(source.begin, u"a");
  if (source.end >= text.size() || text[source.end].mark != ':') return false;
  return (letter && source.size() == 1) || is_one(text[source.end - 1].form, kLabels);
}

namespace {

/// "WI: …": the paragraph is what the named one says.
bool speaker_first(const RuleText& text, TokenSpan paragraph, uint32_t colon, std::vector<Candidate>& out) {
  if (colon - paragraph.begin > kLongestSpeaker || colon + 2 >= paragraph.end) return false;
  TokenSpan source{paragraph.begin, colon};
  if (!is_name(text, source)) return false;
  if (is_interview_letter(text, source)) return false;
  Candidate c = made(Pattern::colon, source, {colon, colon + 1}, {colon + 1, paragraph.end});
  c.signs |= bit(sign::name_source);
  if (text.opens_quote(colon + 1)) c.signs |= bit(sign::quoted_content);
  out.push_back(std::move(c));
  return true;
}

/// "Bridge unsafe since 2019: report": a headline with its source behind the colon.
bool source_last(const RuleText& text, TokenSpan paragraph, uint32_t colon, std::vector<Candidate>& out) {
  TokenSpan source{colon + 1, paragraph.end};
  if (paragraph.size() > kLongestHeadline || source.empty() || source.size() > kLongestReport) return false;
  if (text.stop(paragraph.end - 1) || text.count_words({paragraph.begin, colon}) < 3) return false;
  uint64_t sources = text.is_a.document | text.is_a.group | text.is_a.organization;
  bool known = false;
  for (uint32_t at = source.begin; at < source.end; ++at) known = known || text.is(at, sources);
  if (!known) return false;
  Candidate c = made(Pattern::colon, source, {colon, colon + 1}, {paragraph.begin, colon});
  out.push_back(std::move(c));
  return true;
}

/// "Its senior fellow is cautious: “…”": what introduces a quotation is its cue.
void introduced(const RuleText& text, uint32_t colon, std::vector<Candidate>& out) {
  TokenSpan sentence = text.sentence_of(colon);
  if (!text.opens_quote(colon + 1) || colon - sentence.begin > 30 || colon == sentence.begin) return;
  if (text.quotation_at(colon + 1).use != QuoteUse::speech) return;
  for (uint32_t at = sentence.begin; at < colon; ++at)
    if (text[at].cue && text[at].cue->strength > 0.3f) return;
  uint32_t verb = colon;
  for (uint32_t at = sentence.begin; at < colon && verb == colon; ++at)
    if (looks_finite(text, at)) verb = at;
  if (verb == colon) return;
  TokenSpan source = phrase_left(text, sentence.begin, verb);
  if (source.empty()) return;
  Candidate c = made(Pattern::colon, source, {verb, colon}, text.quotation_at(colon + 1).marks);
  c.signs |= bit(sign::quoted_content);
  out.push_back(std::move(c));
}

/// "“…” — Jo Smith, mayor", the name perhaps in a paragraph of its own: a quotation that is signed.
bool signed_quotation(const RuleText& text, TokenSpan paragraph, std::vector<Candidate>& out) {
  uint32_t dash = paragraph.end;
  uint32_t floor = paragraph.end - std::min(paragraph.size(), kLongestSignature);
  while (dash > floor && !text.dash(dash - 1)) --dash;
  if (dash == floor || dash < 2) return false;
  TokenSpan source{dash, paragraph.end};
  --dash;
  bool named = source.size() > 1 && text[source.begin].capital && text[source.begin + 1].capital;
  for (uint32_t at = source.begin; at < source.end; ++at)
    if (text.stop(at) || text.quoted(at) || looks_finite(text, at)) return false;
  if (!named || !text.closes_quote(dash - 1)) return false;
  const Quotation& last = text.quotation_at(dash - 1);
  uint32_t begin = text.tokens.paragraphs[text.tokens.all[dash - 1].paragraph].begin;
  if (last.use != QuoteUse::speech || last.marks.begin != begin) return false;
  Candidate c = made(Pattern::colon, source, {dash, dash + 1}, last.marks);
  c.signs |= bit(sign::name_source) | bit(sign::quoted_content);
  out.push_back(std::move(c));
  return true;
}

}  // namespace

std::vector<Candidate> find_by_colon(const RuleText& text, TokenSpan paragraph) {
  std::vector<Candidate> out;
  if (signed_quotation(text, paragraph, out)) return out;
  paragraph.begin = behind_time(text, paragraph);
  for (uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
    if (text[at].mark != ':' || text.quoted(at)) continue;
    if (out.empty() && at > paragraph.begin &&
        (speaker_first(text, paragraph, at, out) || source_last(text, paragraph, at, out)))
      return out;
    introduced(text, at, out);
  }
  return out;
}

}  // namespace who_says
