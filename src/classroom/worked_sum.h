#pragma once

#include <optional>
#include <string_view>

#include "model/exercise.h"

namespace who_says {

/// Whether a text's number fits what its other numbers give, of working as attribution/numbers_checks.h writes it:
/// "12 men + 9 women = 21; the text says 20 people.". A stated number holds when the result is within half a unit of its last digit, or
/// half a per cent; "more than" and the like when it is on that side; "about" within a tenth. nullopt: it is no such working, or round
/// numbers leave it open, which a person is to decide.
std::optional<Arithmetic> worked_sum(std::string_view working);

}  // namespace who_says
