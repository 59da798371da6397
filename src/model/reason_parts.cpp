#include "model/reason_parts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace who_says {
namespace {

/// What the words of attribution tell, one after the other in one sentence.
constexpr std::array<std::string_view, 9> kOfWording = {
    "cue", "negated", "hypothetical", "no-cue", "agentless", "direct", "mixed", "indirect", "reported"};

bool is_of_wording(const ReasonPart& part) {
  return std::find(kOfWording.begin(), kOfWording.end(), part.code) != kOfWording.end();
}

std::optional<std::string> reason_sentence(const ReasonPart& part, const ReasonWords& words) {
  std::string pattern = words("reason." + part.code), out;
  if (pattern.empty()) return std::nullopt;
  size_t places = 0;
  bool closed = false;
  for (size_t i = 0; i < pattern.size();) {
    size_t close = pattern[i] == '{' ? pattern.find('}', i) : pattern.npos;
    if (close == pattern.npos) {
      out += pattern[i++];
      continue;
    }
    std::string name = pattern.substr(i + 1, close - i - 1);
    i = close + 1;
    if (name.size() == 1 && name[0] >= '1' && name[0] <= '9') {
      size_t place = static_cast<size_t>(name[0] - '0');
      if (place > part.values.size()) return std::nullopt;
      places = std::max(places, place);
      out += part.values[place - 1];
      continue;
    }
    if (name.find('.') == name.npos) {
      if (part.values.empty()) return std::nullopt;
      closed = true;
      (name += '.') += part.values.back();
    }
    std::string word = words(name);
    if (word.empty()) return std::nullopt;
    out += word;
  }
  if (places + closed != part.values.size()) return std::nullopt;
  return out;
}

}  // namespace

ReasonParts because(std::string_view code, std::vector<std::string> values) {
  ReasonParts out(1);
  out[0].code = code;
  out[0].values = std::move(values);
  return out;
}

std::string in_sentences(const ReasonParts& parts, const ReasonWords& words) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    std::optional<std::string> sentence = reason_sentence(parts[i], words);
    if (!sentence) return {};
    if (i > 0 && is_of_wording(parts[i - 1]) && is_of_wording(parts[i]))
      out += words("reason.joint");
    else if (!out.empty())
      out += out.back() == '.' ? " " : ". ";
    out += *sentence;
  }
  return out;
}

}  // namespace who_says
