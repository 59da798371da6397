#include "attribution/reasons.h"

#include <algorithm>
#include <utility>

#include "model/json.h"

namespace who_says {
namespace {

constexpr std::string_view kEnglishReasons =
#include "compiled_in/words/reasons.en.json.inc"
    ;

}  // namespace

std::string in_english(const ReasonParts& parts) {
  static const Json kTable = parse_own_json(kEnglishReasons);
  return in_sentences(parts, [](std::string_view key) {
    if (key.starts_with("reason.")) return string_or(kTable, key);
    std::string word(key.substr(key.find('.') + 1));
    std::replace(word.begin(), word.end(), '-', ' ');
    return word;
  });
}

ReasonParts because_of_kind(std::string_view code, std::vector<std::string> values, SourceKind kind) {
  values.emplace_back(word(kind));
  return because(code, std::move(values));
}

}  // namespace who_says
