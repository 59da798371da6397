#pragma once

#include <string>
#include <string_view>

#include "attribution/gazetteer.h"
#include "attribution/lexicon.h"
#include "attribution/token_words.h"

namespace who_says {

/// A text with all that reading names and descriptions in it needs. Keeps references; all must outlive it.
struct SourceText {
  SourceText(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
             const Gazetteer& gazetteer)
      : text(text), tokens(tokens), lexicon(lexicon), gazetteer(gazetteer), words(text, tokens) {}

  uint32_t size() const { return static_cast<uint32_t>(tokens.all.size()); }
  std::u16string_view at(uint32_t token) const { return words.at(token); }
  /// Lower case, plain apostrophes.
  std::u16string form(uint32_t token) const;
  /// The words of a span as the text has them, white space as one blank, plain apostrophes.
  std::u16string plain(TokenSpan span) const;
  bool in_class(std::string_view word_class, uint32_t token) const {
    return lexicon.in_class(word_class, form(token));
  }
  /// Whether a token is a word or a number and no mark.
  bool is_word(uint32_t token) const;
  bool is_number(uint32_t token) const;
  bool begins_sentence(uint32_t token) const;
  /// "'s" or the apostrophe behind a plural.
  bool is_genitive(uint32_t token) const;

  std::u16string_view text;
  const Tokens& tokens;
  const Lexicon& lexicon;
  const Gazetteer& gazetteer;
  TokenWords words;
};

/// End of the proper name that begins at `token` and stays before `end`; `token` itself when none begins there. Words with a
/// capital, with what joins them ("of", "for" and their like only in names of bodies, "van", "de", "&").
uint32_t name_end(const SourceText& text, uint32_t token, uint32_t end);

/// Whether a word may be part of a name by its letters: a capital, "al-Assad", "@handle", "#tag".
bool is_name_like(const SourceText& text, uint32_t token);

/// The longest title that begins at `token`, its words of any case; nullptr = none. `*title_end` is behind it.
const KnownTitle* title_at(const SourceText& text, uint32_t token, uint32_t end, uint32_t* title_end);

/// "Mr", "Dr" and their like.
bool is_honorific(std::u16string_view lower_case_word);
/// "von", "de", "al": a small word inside a name.
bool is_name_particle(std::u16string_view lower_case_word);

enum class NameSort : uint8_t { person, body, state, unknown };

/// What a name stands for, by its own words alone. unknown: one word that may be a surname or a body.
NameSort sort_of_name(const SourceText& text, TokenSpan name, bool after_article);

/// The word of a body's name that tells its kind ("Ministry", "Herald"); nullptr = none.
const KnownTitle* kind_word(const SourceText& text, TokenSpan name);

}  // namespace who_says
