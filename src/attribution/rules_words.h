#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/lexicon.h"
#include "attribution/quotations.h"
#include "attribution/steps.h"
#include "attribution/tokens.h"

namespace who_says {

/// Closed classes of a lexicon as bits, looked up once.
struct WordClasses {
  explicit WordClasses(const Lexicon& lexicon);
  uint64_t article, determiner, possessive, pronoun, object_pronoun, standalone, relative, complementizer,
      clause_opener, coordination, preposition, auxiliary, be, have, do_, modal, negation, refusal, adverb,
      time, recipient, document, document_medium, speech_setting, group, organization, finite, hypothetical,
      person_pronoun, possible, probable, conditional, that, infinitive, agent, genitive, speaking, hedge,
      anybody, emerging, scale, placing, separable;
  bool capital_nouns;  ///< nouns are written with a capital, as in German
};

/// One token as the rules read it.
struct RuleWord {
  std::u16string form;                                    ///< lower case, plain apostrophes
  uint64_t classes = 0;                                   ///< bits of WordClasses
  const CueEntry* cue = nullptr;                          ///< verb, adjective, adverb of that form
  const CueEntry* noun = nullptr;                         ///< noun of that form
  const std::vector<Lexicon::Phrase>* phrases = nullptr;  ///< that begin with the form
  bool capital = false;
  bool word = false;  ///< begins with a letter or digit
  char16_t mark = 0;  ///< its character when it is a single mark
};

/// All tokens of a text as the rules read them, with its quotations. Keeps references.
class RuleText {
 public:
  RuleText(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon);
  /// Adds to `steps` what reads the words; before they are through there are none. Must stay where it is until then.
  RuleText(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon, Steps& steps);
  RuleText(const RuleText&) = delete;
  RuleText& operator=(const RuleText&) = delete;

  uint32_t size() const { return static_cast<uint32_t>(words_.size()); }
  const RuleWord& operator[](uint32_t token) const { return words_[token]; }
  bool is(uint32_t token, uint64_t classes) const {
    return token < size() && (words_[token].classes & classes) != 0;
  }
  bool form(uint32_t token, std::u16string_view lower_case) const {
    return token < size() && words_[token].form == lower_case;
  }
  bool quoted(uint32_t token) const { return token < size() && quotation_of[token] >= 0; }
  /// Whether the token is one of the marks of a quotation.
  bool opens_quote(uint32_t token) const { return quoted(token) && token < quotation_at(token).inside.begin; }
  bool closes_quote(uint32_t token) const {
    if (!quoted(token)) return false;
    const Quotation& q = quotations[static_cast<size_t>(quotation_of[token])];
    return q.inside.end <= token && token < q.marks.end;
  }
  const Quotation& quotation_at(uint32_t token) const {
    return quotations[static_cast<size_t>(quotation_of[token])];
  }
  TokenSpan sentence_of(uint32_t token) const { return tokens.sentences[tokens.all[token].sentence]; }
  /// Its sentence, and inside a quotation of speech no more than that.
  TokenSpan bounds_of(uint32_t token) const {
    TokenSpan sentence = sentence_of(token);
    if (!quoted(token) || quotation_at(token).use != QuoteUse::speech) return sentence;
    TokenSpan inside = quotation_at(token).inside;
    return {std::max(sentence.begin, inside.begin), std::min(sentence.end, inside.end)};
  }
  /// Whether `token` stands in a quotation in which `other` does not.
  bool quoted_apart(uint32_t token, uint32_t other) const {
    return quoted(token) && (other >= size() || quotation_of[token] != quotation_of[other] ||
                             opens_quote(token) || closes_quote(token));
  }
  /// The longest phrase of the lexicon that begins at `at` and ends by `end`; nullptr = none.
  const Lexicon::Phrase* phrase_at(uint32_t at, uint32_t end) const;
  /// Words (no marks) in a span.
  uint32_t count_words(TokenSpan span) const {
    return span.empty() ? 0 : words_before_[span.end] - words_before_[span.begin];
  }
  bool comma(uint32_t token) const { return token < size() && words_[token].mark == ','; }
  bool dash(uint32_t token) const {
    return token < size() &&
           (words_[token].mark == 0x2013 || words_[token].mark == 0x2014 || words_[token].mark == 0x2015 ||
            words_[token].form == u"--" || words_[token].mark == '-');
  }
  bool stop(uint32_t token) const {
    char16_t c = token < size() ? words_[token].mark : u'.';
    return c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026 ||
           (token < size() && words_[token].form == u"...");
  }

  std::u16string_view text;
  const Tokens& tokens;
  const Lexicon& lexicon;
  WordClasses is_a;
  std::vector<Quotation> quotations;
  std::vector<int32_t> quotation_of;

 private:
  void add_to(Steps& steps);
  void read(const Token& token);

  std::vector<RuleWord> words_;
  std::vector<uint32_t> words_before_;
};

}  // namespace who_says
