#include "attribution/rules_words.h"

#include <algorithm>

#include "text/letters.h"

namespace who_says {

WordClasses::WordClasses(const Lexicon& lexicon) {
  auto bit = [&lexicon](std::string_view name) { return lexicon.class_bit(name); };
  article = bit("article");
  determiner = bit("determiner") | article;
  possessive = bit("possessive");
  pronoun = bit("pronoun");
  object_pronoun = bit("object-pronoun");
  person_pronoun = bit("person-pronoun");
  standalone = bit("standalone");
  relative = bit("relative");
  complementizer = bit("complementizer");
  clause_opener = bit("clause-opener");
  coordination = bit("coordination");
  preposition = bit("preposition");
  auxiliary = bit("auxiliary");
  be = bit("be");
  have = bit("have");
  do_ = bit("do");
  modal = bit("modal");
  negation = bit("negation");
  refusal = bit("refusal");
  hypothetical = bit("hypothetical");
  adverb = bit("adverb");
  time = bit("time");
  recipient = bit("recipient");
  document = bit("document");
  document_medium = bit("document-medium");
  speech_setting = bit("speech-setting");
  group = bit("group");
  organization = bit("organization");
  finite = bit("finite");
  possible = bit("possible");
  probable = bit("probable");
  conditional = bit("conditional");
  that = bit("that");
  infinitive = bit("infinitive");
  agent = bit("agent");
  genitive = bit("genitive");
  speaking = bit("speaking");
  hedge = bit("hedge");
  anybody = bit("anybody");
  emerging = bit("emerging");
  scale = bit("scale");
  placing = bit("placing");
  separable = bit("separable");
  capital_nouns = lexicon.language() == "de";
}

RuleText::RuleText(std::u16string_view text_, const Tokens& tokens_, const Lexicon& lexicon_, Steps& steps)
    : text(text_), tokens(tokens_), lexicon(lexicon_), is_a(lexicon_) {
  add_to(steps);
}

RuleText::RuleText(std::u16string_view text_, const Tokens& tokens_, const Lexicon& lexicon_)
    : text(text_), tokens(tokens_), lexicon(lexicon_), is_a(lexicon_) {
  Steps steps;
  add_to(steps);
  steps.finish();
}

const Lexicon::Phrase* RuleText::phrase_at(uint32_t at, uint32_t end) const {
  if (!words_[at].phrases) return nullptr;
  for (const Lexicon::Phrase& phrase : *words_[at].phrases) {
    uint32_t size = static_cast<uint32_t>(phrase.rest.size());
    bool same = at + size < end;
    for (uint32_t i = 0; same && i < size; ++i) same = form(at + 1 + i, phrase.rest[i]);
    if (same) return &phrase;
  }
  return nullptr;
}

void RuleText::add_to(Steps& steps) {
  constexpr size_t kTokensAStep = 32;
  steps.once(
      [this] {
        quotations = find_quotations(text, tokens, lexicon);
        quotation_of = quotation_of_tokens(quotations, tokens.all.size());
        words_.reserve(tokens.all.size());
        words_before_.reserve(tokens.all.size() + 1);
        words_before_.push_back(0);
      },
      static_cast<uint32_t>(tokens.all.size() / 8) + 1);
  steps.each([this] { return (tokens.all.size() + kTokensAStep - 1) / kTokensAStep; },
             [this](size_t step) {
               size_t end = std::min(tokens.all.size(), (step + 1) * kTokensAStep);
               for (size_t at = step * kTokensAStep; at < end; ++at) read(tokens.all[at]);
             },
             kTokensAStep / 2);
}

void RuleText::read(const Token& token) {
  std::u16string_view own = token_text(text, token);
  RuleWord word;
  word.form = lexicon_form(own);
  word.classes = lexicon.classes(word.form);
  word.cue = lexicon.cue(word.form);
  word.noun = lexicon.noun(word.form);
  word.phrases = lexicon.phrases(word.form);
  if (word.cue && word.cue->kind == CueKind::noun) word.cue = nullptr;
  word.capital = is_upper(own[0]);
  word.word = std::any_of(own.begin(), own.end(), is_word_unit);
  word.mark = own.size() == 1 && !word.word ? own[0] : u'\0';
  words_.push_back(std::move(word));
  words_before_.push_back(words_before_.back() + words_.back().word);
}

}  // namespace who_says
