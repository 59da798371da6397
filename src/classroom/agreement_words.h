#pragma once

#include "classroom/agreement.h"

namespace who_says {

/// With a value, and what that comes to. 0.8 and 0.667 are Krippendorff's (2004, p. 241) customary borders for relying on data, and for
/// tentative conclusions.
Agreement agreed(double value, double observed, double expected);
Agreement undefined(Accord why);

}  // namespace who_says
