#include "attribution/labels.h"

#include "attribution/mend.h"
#include "attribution/mend_edges.h"
#include "attribution/stages.h"

namespace who_says {
namespace {

std::vector<Range> ranges_of(const RuleText& text, const std::vector<TokenSpan>& spans) {
  std::vector<Range> out;
  for (TokenSpan span : spans) {
    // Commas at the edges belong to the sentence.
    while (span.end > span.begin && (text.comma(span.end - 1) || text[span.end - 1].mark == ':') &&
           span.size() > 1)
      --span.end;
    while (span.end > span.begin && text.comma(span.begin)) ++span.begin;
    if (span.empty()) continue;
    out.push_back({text.tokens.all[span.begin].range.begin, text.tokens.all[span.end - 1].range.end});
  }
  return out;
}

bool usable(const RuleText& text, const SpanAttribution& spans) {
  if (spans.content.empty()) return false;
  for (const std::vector<TokenSpan>* role : {&spans.source, &spans.cue, &spans.content})
    for (TokenSpan span : *role)
      if (span.empty() || span.end > text.size()) return false;
  return true;
}

/// "It is assumed that …", "There are reports that …": the subject stands for the clause, and for nobody.
bool is_empty_subject(const RuleText& text, const SpanAttribution& spans) {
  if (spans.source.size() != 1 || spans.source.front().size() != 1 || spans.cue.empty()) return false;
  TokenSpan subject = spans.source.front(), cue = spans.cue.front();
  if (cue.begin != subject.end || !text.form(spans.content.front().begin, u"that")) return false;
  if (text.form(subject.begin, u"there")) return true;
  bool be = text.is(cue.begin, text.is_a.be | text.is_a.have | text.is_a.modal) &&
            !text[cue.end - 1].form.ends_with(u"ing");
  return text.form(subject.begin, u"it") && (be || text.is(cue.begin, text.is_a.emerging));
}

/// "It should be noted that …": the author's own advice to the reader.
bool is_authors(const RuleText& text, const SpanAttribution& spans) {
  if (!spans.source.empty() || spans.cue.empty()) return false;
  TokenSpan cue = spans.cue.front();
  uint32_t first = cue.begin + text.form(cue.begin, u"it");
  return text.is(first, text.is_a.modal) && text.is(first + 1, text.is_a.be);
}

void label_one(const RuleText& words, SpanAttribution spans, std::vector<Attribution>& out) {
  if (!usable(words, spans)) return;
  mend_edges(words, spans);  // first: it may make another cue of it
  const CueEntry* entry = entry_of(words, spans.cue);
  mend(words, entry, spans);
  if (spans.content.empty()) return;
  if (is_empty_subject(words, spans)) spans.source.clear();
  if (is_trap(words, spans) || is_authors(words, spans)) return;
  Attribution labels;
  labels.source = ranges_of(words, spans.source);
  labels.cue = ranges_of(words, spans.cue);
  if (labels.cue.empty() && !spans.cue.empty())  // a colon by itself
    for (TokenSpan s : spans.cue) labels.cue.push_back(words.tokens.all[s.begin].range);
  labels.content = trimmed_content(words, spans.content);
  if (labels.content.empty()) return;
  labels.confidence = spans.confidence;
  labels.scope = !labels.source.empty() ? Scope::explicit_
                 : !labels.cue.empty()  ? Scope::agentless
                                        : Scope::none;
  labels.directness = directness_of(words, spans, entry);
  label_cue(words, spans, entry, labels);
  labels.reason = reason_of(words, spans, entry, labels);
  out.push_back(std::move(labels));
}

}  // namespace

Steps label_in_steps(const RuleText& words, const std::vector<SpanAttribution>& found,
                     std::vector<Attribution>& out) {
  constexpr uint32_t kLabelWorth = 16;
  Steps steps;
  steps.each([&found] { return found.size(); },
             [&words, &found, &out](size_t i) { label_one(words, found[i], out); }, kLabelWorth);
  return steps;
}

std::vector<Attribution> label(const RuleText& words, const std::vector<SpanAttribution>& found) {
  std::vector<Attribution> out;
  label_in_steps(words, found, out).finish();
  return out;
}

}  // namespace who_says
