#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace who_says {

/// One thing that tells for a suggestion: which of the sentences of assets/words/reasons.*.json, and what is filled into it. A word of a
/// closed set ("diplomat") is the last value.
struct ReasonPart {
  std::string code;
  std::vector<std::string> values{};
  friend bool operator==(const ReasonPart&, const ReasonPart&) = default;
};
using ReasonParts = std::vector<ReasonPart>;

/// One part, to begin with or to be put behind others.
ReasonParts because(std::string_view code, std::vector<std::string> values = {});

/// The words of a key: "reason." and a code, or a closed set, "." and a word of it ("kind.diplomat"). "" = there are none.
using ReasonWords = std::function<std::string(std::string_view key)>;

/// The parts as a person reads them. In a sentence "{1}" is the first value, "{kind}" the word of the last one, and "{kind.diplomat}" that
/// word. "" where a code or a word is unknown, or the values are not as many as the sentence has places for.
std::string in_sentences(const ReasonParts& parts, const ReasonWords& words);

}  // namespace who_says
