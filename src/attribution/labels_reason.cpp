#include "attribution/labels.h"
#include "text/utf.h"

namespace who_says {
namespace {

std::string quoted_words(const RuleText& text, const std::vector<TokenSpan>& spans) {
  constexpr size_t kMost = 60;  // code units
  std::u16string words;
  for (TokenSpan span : spans) {
    if (!words.empty()) words += u" … ";
    uint32_t begin = text.tokens.all[span.begin].range.begin;
    uint32_t end = text.tokens.all[span.end - 1].range.end;
    words += text.text.substr(begin, end - begin);
  }
  if (words.size() > kMost) words = words.substr(0, kMost - 1) + u"…";
  return "“" + to_utf8(words) + "”";
}

std::string_view form_reason(Directness directness) {
  switch (directness) {
    case Directness::direct:
      return "all in quotation marks → direct";
    case Directness::mixed:
      return "words in quotation marks → mixed";
    case Directness::indirect:
      return "a clause without quotation marks → indirect";
    case Directness::reported:
      return "named, not told in a clause → reported";
    default:
      return "";
  }
}

}  // namespace

std::string reason_of(const RuleText& text, const SpanAttribution& spans, const CueEntry* entry,
                      const Attribution& labels) {
  std::string out;
  auto join = [&out](std::string_view part) {
    if (part.empty()) return;
    if (!out.empty()) out += "; ";
    out += part;
  };
  if (!spans.cue.empty()) {
    std::string cue = quoted_words(text, spans.cue);
    if (entry || labels.cue_class != CueClass::none) join(cue + " → " + std::string(word(labels.cue_class)));
    if (labels.negated) join("negated");
    if (labels.hypothetical) join("hypothetical");
  } else {
    join("no cue");
  }
  if (labels.scope == Scope::agentless) join("nobody is named → agentless");
  join(form_reason(labels.directness));
  return out;
}

}  // namespace who_says
