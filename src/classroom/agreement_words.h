#pragma once

#include <string>

namespace who_says {

/// A coefficient in a plain sentence. 0.8 and 0.667 are Krippendorff's (2004, p. 241) customary borders for relying on data, and for
/// tentative conclusions.
std::string in_words(double value);

}  // namespace who_says
