#pragma once

#include <string_view>
#include <vector>

#include "attribution/detection.h"
#include "attribution/steps.h"
#include "attribution/tokens.h"

namespace who_says {

/// English sentences that give one source for the bare sentences before them: "The Herald writes about this.", "This was reported
/// by …", "That is the account of …", "So says …". Bare: no attribution lies in it. Their content becomes those sentences, of the
/// same paragraph, or of the one before when such a sentence begins its paragraph; attributions found inside the sentence itself
/// make way. "This was reported by A, citing B": B's attribution, nested. Nothing else of `attributions` changes but its order,
/// which is that of their first spans; call it before others point into it. A second call changes nothing.
void find_blanket(std::u16string_view text, const Tokens& tokens, std::vector<Attribution>& attributions);
/// The same in steps.
Steps blanket_in_steps(std::u16string_view text, const Tokens& tokens,
                       std::vector<Attribution>& attributions);

}  // namespace who_says
