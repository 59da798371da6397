#pragma once

#include "attribution/labels.h"
#include "attribution/mend.h"
#include "attribution/mend_edges.h"
#include "attribution/token_words.h"
#include "text/utf.h"

namespace who_says {

/// A sentence with what was found in it, by its words; "" = nothing, "|" stands between two pieces.
struct Mended {
  std::u16string text;
  Tokens tokens = tokenise(text);
  SpanAttribution spans;

  Mended(std::u16string words, const std::u16string& source, const std::u16string& cue,
         const std::u16string& content)
      : text(std::move(words)) {
    tokens = tokenise(text);
    spans.source = place(source);
    spans.cue = place(cue);
    spans.content = place(content);
    RuleText rules(text, tokens, *Lexicon::of("en"));
    mend_edges(rules, spans);
    mend(rules, entry_of(rules, spans.cue), spans);
  }
  std::vector<TokenSpan> place(const std::u16string& words) const {
    size_t bar = words.find(u'|');
    if (bar != std::u16string::npos) {
      std::vector<TokenSpan> out = place(words.substr(0, bar));
      for (TokenSpan span : place(words.substr(bar + 1))) out.push_back(span);
      return out;
    }
    size_t begin = text.find(words);
    if (words.empty() || begin == std::u16string::npos) return {};
    return {TokenWords(text, tokens).in({uint32_t(begin), uint32_t(begin + words.size())})};
  }
  std::string words(const std::vector<TokenSpan>& spans_) const {
    std::string out;
    for (TokenSpan span : spans_) {
      Range range = TokenWords(text, tokens).range(span);
      out += (out.empty() ? "" : " … ") + to_utf8(text.substr(range.begin, range.size()));
    }
    return out;
  }
  std::string source() const { return words(spans.source); }
  std::string cue() const { return words(spans.cue); }
  std::string content() const { return words(spans.content); }
};

}  // namespace who_says
