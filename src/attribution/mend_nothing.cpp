#include "attribution/mend_nothing.h"

#include "attribution/rules_phrase.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr WordList<4> kRequests = {u"asked", u"asking", u"requested", u"requesting"};
constexpr WordList<4> kQuestioned = {u"asked", u"pressed", u"questioned", u"quizzed"};
constexpr WordList<17> kQuestions = {u"what", u"who",   u"whom",  u"whose", u"how",  u"why",
                                     u"when", u"where", u"which", u"do",    u"does", u"did",
                                     u"is",   u"are",   u"was",   u"were",  u"has"};

constexpr WordList<5> kKnown = {u"clear", u"known", u"certain", u"unclear", u"unknown"};
constexpr WordList<5> kSeen = {u"seen", u"obtained", u"reviewed", u"viewed", u"examined"};
constexpr WordList<5> kVerifying = {u"verify", u"verified", u"confirm", u"confirmed", u"corroborate"};

bool is_anonymity(const RuleText& text, TokenSpan cue, uint32_t at) {
  const WordClasses& a = text.is_a;
  // "spoke on condition that he not be named"
  bool spoke = text.form(cue.begin, u"spoke") || text.form(cue.begin, u"speaking");
  for (uint32_t i = cue.begin + 1; spoke && i < std::min(text.size(), cue.begin + 4); ++i)
    if (text.form(i, u"condition")) return true;
  if (text.form(cue.end - 1, u"anonymity")) return true;  // "was granted anonymity"
  bool request = is_one(text[cue.begin].form, kRequests) || is_one(text[cue.end - 1].form, kRequests);
  if (!request && !text.is(cue.end - 1, a.refusal)) return false;
  if (request && (text.form(at, u"for") || text.form(at, u"not"))) ++at;
  if (request && text.form(at, u"anonymity")) return true;
  // "asked that her name not be used"
  if (request && text.is(at, a.that) && text.is(at + 1, a.possessive) && text.form(at + 2, u"name"))
    return true;
  // "asked for her name to be withheld"
  if (request && text.is(at, a.possessive) && text.form(at + 1, u"name")) at += 2;
  return text.is(at, a.infinitive) && text.is(at + 1, a.be) &&
         (text.form(at + 2, u"named") || text.form(at + 2, u"identified") || text.form(at + 2, u"quoted") ||
          text.form(at + 2, u"withheld") || text.form(at + 2, u"drawn"));
}

bool is_asked(const RuleText& text, TokenSpan cue, TokenSpan content) {
  if (cue.begin == 0 || !text.comma(cue.begin - 1) || content.begin < cue.end) return false;
  uint32_t after = content.end + (text.comma(content.end) ? 1u : 0u);
  return is_one(text[cue.begin].form, kQuestioned) && after > content.end && after < text.size() &&
         looks_finite(text, after);
}

bool is_question(const RuleText& text, TokenSpan cue) {
  TokenSpan sentence = text.sentence_of(cue.begin);
  return text[sentence.end - 1].mark == '?' && !text.quoted(cue.begin) && !text.quoted(sentence.end - 1) &&
         is_one(text[sentence.begin].form, kQuestions);
}

/// "A man accused of theft": by whom, nobody tells.
bool is_accused(const RuleText& text, const SpanAttribution& spans) {
  TokenSpan cue = spans.cue.front();
  return cue.size() == 2 && text.form(cue.begin, u"accused") && text.form(cue.begin + 1, u"of") &&
         spans.source.size() == 1 && spans.source.front().end == cue.begin;
}

/// "Screenshots | seen by LSM | show": by whom they were seen.
bool is_reading(const RuleText& text, const SpanAttribution& spans) {
  TokenSpan cue = spans.cue.front();
  bool passive =
      cue.size() <= 2 && is_one(text[cue.begin].form, kSeen) && text.is(cue.begin + 1, text.is_a.agent);
  return passive && spans.source.size() == 1 && spans.source.front().end == cue.begin;
}

bool any_of(const RuleText& text, TokenSpan span, uint64_t classes) {
  for (uint32_t at = span.begin; at < span.end; ++at)
    if (text.is(at, classes)) return true;
  return false;
}

/// "Has said little", "says nothing"
bool is_silence(const RuleText& text, const SpanAttribution& spans) {
  TokenSpan content = spans.content.front();
  const CueEntry* verb = text[spans.cue.front().end - 1].cue;
  return verb && verb->statement && spans.content.size() == 1 && content.size() == 1 &&
         (text.form(content.begin, u"little") || text.form(content.begin, u"nothing"));
}

/// "Has submitted an outline | application": a noun, and no other verb that says something.
bool is_noun(const RuleText& text, TokenSpan cue) {
  uint32_t last = cue.end - 1;
  if (cue.size() < 2 || !text.is(last - 1, text.is_a.article) || !text[last].cue || text[last].noun)
    return false;
  for (uint32_t at = cue.begin; at < last; ++at)
    if (text[at].cue && !text.is(at, text.is_a.auxiliary | text.is_a.modal)) return false;
  return true;
}

/// "It was not immediately clear who …", "Reuters could not verify that": nobody says so. "Let us remind you that …": the author does.
bool is_unknown(const RuleText& text, const SpanAttribution& spans) {
  TokenSpan cue = spans.cue.front();
  uint32_t last = cue.end - 1;
  bool negated = any_of(text, cue, text.is_a.negation);
  if (negated && is_one(text[last].form, kVerifying) && any_of(text, cue, text.is_a.possible)) return true;
  if (spans.source.size() > 1) return false;
  if (spans.source.empty()) return negated && is_one(text[last].form, kKnown) && text.form(cue.begin, u"it");
  TokenSpan source = spans.source.front();
  if (source.size() != 1) return false;
  if (text.form(source.begin, u"us")) return source.begin > 0 && text.form(source.begin - 1, u"let");
  return text.form(source.begin, u"it") && is_one(text[last].form, kKnown) &&
         (negated || text[last].form.starts_with(u"un"));
}

}  // namespace

bool says_nothing(const RuleText& text, const SpanAttribution& spans) {
  TokenSpan cue = spans.cue.front(), content = spans.content.front();
  return is_accused(text, spans) || is_reading(text, spans) || is_unknown(text, spans) ||
         is_noun(text, cue) || is_silence(text, spans) || is_anonymity(text, cue, content.begin) ||
         is_asked(text, cue, content) || is_question(text, cue);
}

}  // namespace who_says
