#pragma once

#include <string_view>
#include <vector>

#include "attribution/lexicon.h"
#include "attribution/tokens.h"

namespace who_says {

/// A mark that opens a quotation in English typography: “ ‘ „ « ‹.
constexpr bool is_opening_mark(char16_t c) {
  return c == 0x201C || c == 0x2018 || c == 0x201E || c == 0xAB || c == 0x2039;
}

/// What words in quotation marks are there for.
enum class QuoteUse : uint8_t {
  speech,  ///< somebody's words
  scare,   ///< a few words inside a clause that are held at arm's length
  title,   ///< of a book, a film, a report
};

/// One outermost quotation of one paragraph. A quotation that goes on over paragraphs is one piece for each.
///
///     “ I know , ” he said .        marks [0, 5), inside [1, 4)
struct Quotation {
  TokenSpan marks;   ///< with its marks
  TokenSpan inside;  ///< without them; may be empty
  QuoteUse use = QuoteUse::speech;
  bool goes_on = false;    ///< the next one in the list continues it
  bool continues = false;  ///< it continues the one before
};

/// Quotations of a text in reading order, in double, single, low or angular marks, curly or straight; apostrophes are told apart.
/// What a paragraph leaves open goes on in the next one if that begins with an opening mark of its kind, else it ends there.
/// Linear in the tokens.
std::vector<Quotation> find_quotations(std::u16string_view text, const Tokens& tokens,
                                       const Lexicon& lexicon);

/// Sets Token::quote of the tokens in quotations.
void mark_quotes(std::u16string_view text, Tokens& tokens);

/// For each token the index of the quotation in whose marks it lies, or -1.
std::vector<int32_t> quotation_of_tokens(const std::vector<Quotation>& quotations, size_t token_count);

}  // namespace who_says
