#pragma once

#include <string_view>
#include <vector>

#include "text/range.h"

namespace who_says {

/// Words of `text` in order: runs of letters, digits, marks and inner apostrophes, hyphens, full stops between letters or
/// digits ("U.S.", "2.5", "don't", "so-called"). Ideographs, kana and Hangul syllable runs count as words by run.
std::vector<Range> words(std::u16string_view text);
/// Sentences of `text` in order, trailing white space excluded; a line break that ends a block always ends a sentence.
/// Abbreviations, initials and decimals do not end one; closing quotation marks belong to the sentence they close.
std::vector<Range> sentences(std::u16string_view text);
/// Count of words(text).
uint32_t count_words(std::u16string_view text);

/// The smallest range of whole words that covers `range`'s words, edge white space and punctuation dropped. Empty when `range`
/// touches no word. Never splits a surrogate pair or a grapheme cluster.
Range snap_to_words(std::u16string_view text, Range range);
/// `range` without white space, outer quotation marks and final punctuation: the form of a claim (see the vocabulary).
Range trim_claim(std::u16string_view text, Range range);

}  // namespace who_says
