#pragma once

#include <cstddef>
#include <string_view>

#include "attribution/tokens.h"

namespace who_says {

// A long text is looked at piece by piece, so that no step of a Detector is long. An article of usual length is one piece.

/// End of the piece that begins at `begin` < text.size(): the end of the text where that is near, else the end of a line, after
/// which no quotation goes on if that can be; in a line without end, of a sentence, a word or at least a character.
size_t piece_end(std::u16string_view text, size_t begin);

/// The tokens of a piece; their ranges are those of the whole text.
Tokens tokens_of_piece(std::u16string_view text, Range piece);

/// Adds the tokens of the next piece.
void append(Tokens& tokens, const Tokens& next);

/// The tokens of some paragraphs, as if there were no others.
Tokens tokens_of_paragraphs(const Tokens& tokens, TokenSpan paragraphs);

}  // namespace who_says
