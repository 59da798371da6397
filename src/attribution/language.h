#pragma once

#include <string>
#include <string_view>

namespace who_says {

/// The language of a text, "en", "es", "de", "uk" or another that the small identification knows (BCP 47 primary tag); "" when it
/// is too short or none fits. Looks at no more than the first 20,000 code units.
std::string identify_language(std::u16string_view text);

}  // namespace who_says
