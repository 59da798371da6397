#include "attribution/labels.h"

namespace who_says {

std::vector<Range> trimmed_content(const RuleText& text, const std::vector<TokenSpan>& content) {
  std::vector<Range> out;
  for (TokenSpan span : content) {
    for (bool again = true; again && !span.empty();) {
      again = false;
      uint32_t last = span.end - 1;
      // Marks of a quotation that is the whole span, or that the span leaves open or closes only.
      if (text.quoted(span.begin)) {
        const Quotation& q = text.quotation_at(span.begin);
        if (span.begin < q.inside.begin && (q.inside.end >= last || span.end <= q.inside.end)) {
          span.begin = q.inside.begin;
          again = true;
          continue;
        }
      }
      if (text.quoted(last)) {
        const Quotation& q = text.quotation_at(last);
        if (last >= q.inside.end && q.marks.begin < span.begin) {
          span.end = std::max(q.inside.end, span.begin);
          again = true;
          continue;
        }
      }
      const RuleWord& end = text[last];
      bool final = text.comma(last) || text.stop(last) || end.mark == ':' || text.dash(last);
      // "U.S." and "?" of a question stay: the first is a word, the second tells that it is asked.
      if (final && end.mark != '?' && end.mark != '!') {
        --span.end;
        again = true;
        continue;
      }
      const RuleWord& first = text[span.begin];
      if (text.comma(span.begin) || first.mark == ':' || text.dash(span.begin) || text.stop(span.begin)) {
        ++span.begin;
        again = true;
        continue;
      }
    }
    if (text.count_words(span) == 0) continue;
    Range range{text.tokens.all[span.begin].range.begin, text.tokens.all[span.end - 1].range.end};
    out.push_back(range);
  }
  return out;
}

}  // namespace who_says
