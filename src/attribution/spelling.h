#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace who_says {

// How names are compared.

/// Edits (insert, delete, replace) from one to the other, at most `limit` + 1; case and accents aside.
uint32_t name_distance(std::u16string_view a, std::u16string_view b, uint32_t limit);

/// Lower case without accents, for comparing spellings.
std::u16string bare_letters(std::u16string_view word);

/// Whether two names are spellings of one: same number of words, each pair equal or one or two letters apart in words long enough
/// for that. False when they are equal.
bool is_spelling_variant(std::u16string_view a, std::u16string_view b);

/// Two capitals or more, with digits, "-", "&" and "." between them at most: "BBC", "F.D.A.".
bool all_capitals(std::u16string_view word);

/// Whether `acronym` is made of the initials of the name's words, small words left out or not.
bool is_acronym_of(std::u16string_view acronym, std::u16string_view name);

/// "FDA" for "F.D.A."; anything else as it is.
std::u16string without_points(std::u16string_view initials);

/// The initials of the name's words that begin with a capital, in lower case: "rsf" of "Rapid Support Forces".
std::u16string initials_of(std::u16string_view name);

}  // namespace who_says
