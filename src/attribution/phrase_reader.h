#pragma once

#include "attribution/phrases.h"

namespace who_says {

/// Reads one noun phrase, part by part: what stands before its first comma, then appositions and brackets. Of read_phrase; keeps a reference
/// to the text.
class PhraseReader {
 public:
  PhraseReader(const SourceText& text, TokenSpan span) : text_(text), span_(span) {}
  Phrase read();

 private:
  bool word_is(uint32_t at, std::u16string_view word) const {
    return at < text_.size() && text_.words.is(at, word);
  }
  bool is_mark(uint32_t at) const { return !text_.is_word(at) && !text_.is_genitive(at); }
  bool is_comma(uint32_t at) const {
    std::u16string_view own = text_.at(at);
    return own.size() == 1 &&
           (own[0] == ',' || own[0] == ';' || own[0] == 0x2013 || own[0] == 0x2014 || own[0] == ':');
  }
  void trim();
  bool read_pronoun();
  void parts();
  void first_part(TokenSpan part);
  void further_part(TokenSpan part);
  void bracket(uint32_t opening, TokenSpan inside);
  void clause(TokenSpan words);
  bool named_in_tail(TokenSpan rest);
  uint32_t determiner(uint32_t at, uint32_t end);
  void add_title(TokenSpan head, TokenSpan tail, TokenSpan possessor = {});
  bool take_name(TokenSpan head, bool after_article);
  void set_gender(std::u16string_view word);

  const SourceText& text_;
  TokenSpan span_;
  Phrase out_;
  bool listed_ = false;  // a clause that names members
};

}  // namespace who_says
