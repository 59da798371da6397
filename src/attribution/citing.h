#pragma once

#include <cstdint>
#include <string_view>

#include "attribution/word_list.h"

namespace who_says {

/// "Referring to" does so only behind what outlets do: "the paper writes, referring to the mayor", not "Lund said, referring to the mayor".
inline constexpr WordList<6> kOutletVerbs = {u"writes",   u"wrote",   u"reports",
                                             u"reported", u"informs", u"informed"};

/// How many words from token `at` on name whom somebody has it from: "citing", "referring to", "with reference to", "which refers to", "who cites"; 0 = they
/// do not. `is(token, word)` tells whether a token is a word, case aside.
template <class Is>
uint32_t citing_words(uint32_t at, Is is) {
  if (is(at, u"citing") || is(at, u"quoting")) return 1;
  if (is(at, u"referring")) return is(at + 1, u"to") ? 2 : 0;
  if (is(at, u"with")) return is(at + 1, u"reference") && is(at + 2, u"to") ? 3 : 0;
  if ((is(at, u"which") || is(at, u"who")) && (is(at + 1, u"cites") || is(at + 1, u"cited"))) return 2;
  bool refers = is(at, u"which") && (is(at + 1, u"refers") || is(at + 1, u"referred"));
  return refers && is(at + 2, u"to") ? 3 : 0;
}

}  // namespace who_says
