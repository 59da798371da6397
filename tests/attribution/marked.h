#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "attribution/detection.h"
#include "attribution/lexicon.h"
#include "attribution/stages.h"
#include "attribution/tokens.h"
#include "text/utf.h"

namespace who_says {

/// A text with its attributions marked in it, for tests of what comes behind detection:
///
///     [1s Wi Song Lak] [1c says] that [1q the deal helps [2s Seoul], as [2c it]…]
///
/// Number of the attribution, then s(ource), c(ue) or q (content). Marks may lie in each other; a role may occur more than once.
struct MarkedText {
  std::u16string text;
  Detection detection;

  explicit MarkedText(std::string_view marked, std::string_view language = "en") {
    std::u16string in = to_utf16(marked);
    struct Open {
      size_t attribution;
      char16_t role;
      uint32_t begin;
    };
    std::vector<Open> open;
    auto digit = [&](size_t at) { return at < in.size() && in[at] >= '0' && in[at] <= '9'; };
    for (size_t i = 0; i < in.size(); ++i) {
      if (in[i] == '[' && digit(i + 1)) {
        size_t number = 0;
        for (++i; digit(i); ++i) number = number * 10 + size_t(in[i] - '0');
        open.push_back({number, in[i], uint32_t(text.size())});
        ++i;  // the blank behind the role
        if (detection.attributions.size() < number) detection.attributions.resize(number);
      } else if (in[i] == ']' && !open.empty()) {
        Open mark = open.back();
        open.pop_back();
        Attribution& a = detection.attributions[mark.attribution - 1];
        std::vector<Range>& spans = mark.role == 's' ? a.source : mark.role == 'c' ? a.cue : a.content;
        spans.push_back({mark.begin, uint32_t(text.size())});
      } else {
        text += in[i];
      }
    }
    detection.language = language;
    find_sources(text, tokenise(text), *Lexicon::of(language), detection);
  }

  /// The entity of an attribution by its number; an empty one when it has none.
  Entity of(size_t number) const {
    int entity = detection.attributions.at(number - 1).entity;
    return entity == kNone ? Entity() : detection.entities.at(size_t(entity));
  }
  int index(size_t number) const { return detection.attributions.at(number - 1).entity; }
};

}  // namespace who_says
