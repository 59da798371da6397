#pragma once

#include <vector>

#include "attribution/phrases.h"

namespace who_says {

/// Names that stand in the text, in reading order: with the title before them, with an acronym or an apposition behind them. Those
/// whose words touch a span of `taken` (in reading order) are left out, unless they name a body inside it ("experts from the
/// Carnegie Endowment").
std::vector<Phrase> names_in(const SourceText& text, const std::vector<const Phrase*>& taken);

}  // namespace who_says
