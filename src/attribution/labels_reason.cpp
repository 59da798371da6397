#include "attribution/labels.h"
#include "text/utf.h"

namespace who_says {
namespace {

std::string shortened_words(const RuleText& text, const std::vector<TokenSpan>& spans) {
  constexpr size_t kMost = 60;  // code units
  std::u16string words;
  for (TokenSpan span : spans) {
    if (!words.empty()) words += u" … ";
    uint32_t begin = text.tokens.all[span.begin].range.begin;
    uint32_t end = text.tokens.all[span.end - 1].range.end;
    words += text.text.substr(begin, end - begin);
  }
  if (words.size() > kMost) words = words.substr(0, kMost - 1) + u"…";
  return to_utf8(words);
}

std::string_view form_reason(Directness directness) {
  switch (directness) {
    case Directness::direct:
      return "direct";
    case Directness::mixed:
      return "mixed";
    case Directness::indirect:
      return "indirect";
    case Directness::reported:
      return "reported";
    default:
      return "";
  }
}

}  // namespace

ReasonParts reason_of(const RuleText& text, const SpanAttribution& spans, const CueEntry* entry,
                      const Attribution& labels) {
  ReasonParts out;
  if (!spans.cue.empty()) {
    if (entry || labels.cue_class != CueClass::none)
      out.push_back({"cue", {shortened_words(text, spans.cue), std::string(word(labels.cue_class))}});
    if (labels.negated) out.push_back({"negated"});
    if (labels.hypothetical) out.push_back({"hypothetical"});
  } else {
    out.push_back({"no-cue"});
  }
  if (labels.scope == Scope::agentless) out.push_back({"agentless"});
  if (std::string_view form = form_reason(labels.directness); !form.empty())
    out.push_back({std::string(form)});
  return out;
}

}  // namespace who_says
