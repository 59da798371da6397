#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/tokens.h"

namespace who_says {

// Rows of the tables that hashed features point into. Training reads them from the feature program's output, so they stand here only.
constexpr uint32_t kEndingRows = 1024;      ///< last three letters
constexpr uint32_t kShortEndingRows = 256;  ///< last two letters, and whether the word is long
constexpr uint32_t kBeginningRows = 512;    ///< first three letters
constexpr uint32_t kShapeRows = 128;
constexpr uint32_t kPlaceRows = 12;

/// What the network knows of one token. Integers only, so that training and the widget agree by construction: training gets them
/// from this very code (training/features.cpp).
struct TokenFeatures {
  uint32_t word = 0;    ///< fingerprint of the normalised word
  uint32_t tail = 0;    ///< fingerprint of what stands behind its last hyphen; `word` when there is none
  uint16_t ending = 0;  ///< < kEndingRows
  uint16_t short_ending = 0;  ///< < kShortEndingRows
  uint16_t beginning = 0;     ///< < kBeginningRows
  uint8_t shape = 0;          ///< capitals, digits, marks; < kShapeRows
  uint8_t place = 0;          ///< state of quotation (Quote) and begin of sentence or paragraph; < kPlaceRows
};

/// Lower case, digits as '0', typographic apostrophes, quotation marks and hyphens as plain ones: the form in which the
/// vocabulary holds a word.
std::u16string normalised(std::u16string_view word);
/// 32-bit FNV-1a over the code units (low byte first), mixed as MurmurHash3 does at its end. Fingerprint of a normalised word.
uint32_t fingerprint(std::u16string_view word);

TokenFeatures token_features(std::u16string_view text, const Tokens& tokens, uint32_t token);

}  // namespace who_says
