#pragma once

#include <string_view>
#include <vector>

#include "attribution/detection.h"
#include "attribution/steps.h"
#include "attribution/tokens.h"

namespace who_says {

class Lexicon;
class Weights;

/// Attributions inside the contents of others ("X said [Y denied it]"), and those whom a source cites ("X reported, citing Y, that
/// …": Y's has the content of X's). What finds attributions in the article does not look there: the corpus that the network learns
/// from does not annotate them. Contents are read as texts of their own, by the rules and, with `weights`, the network, three levels deep. Sources that begin before
/// the content they stand in are cut to it. Adds to `attributions`, keeps their order, that of the first spans; call it before others
/// point into it. nested_in is left to find_chains.
void find_nested(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                 std::vector<Attribution>& attributions, const Weights* weights = nullptr);
/// The same in steps.
Steps nested_in_steps(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                      std::vector<Attribution>& attributions, const Weights* weights = nullptr);

}  // namespace who_says
