#pragma once

#include "attribution/sources_antecedents.h"

namespace who_says {

/// Whether the article's own outlet speaks of itself: "this newspaper", "our own check".
bool is_own_outlet(const SourceText& text, const Phrase& phrase, const Standing& at);

/// Adds what a phrase says of a figure: kind, form, office, naming. Bodies that it names are looked up among the figures, then in the
/// gazetteer; "its" and "his" by what stands before. `at`: where the phrase is a source; an empty span where it is none.
void judge_figure(const SourceText& text, Cast& cast, int figure, const Phrase& phrase,
                  const Standing& at = {});

}  // namespace who_says
