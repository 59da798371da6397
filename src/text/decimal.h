#pragma once

namespace who_says {

/// The number that decimal digits write at `text`, which ends with a zero: sign, point and exponent as C's strtod has them, but no
/// hexadecimal, "inf" or "nan". `end`, where given, becomes what stands behind it; `text` itself when no number begins there.
/// Correctly rounded where 15 digits or fewer write a value between 1e-7 and 1e22 (W. D. Clinger, How to Read Floating Point Numbers
/// Accurately, 1990: the digits and the power of ten are both exact then); else within a few units in the last place. Too large: infinity.
double decimal(const char* text, const char** end = nullptr);

}  // namespace who_says
