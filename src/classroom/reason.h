#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "classroom/csv.h"

namespace who_says {

/// Why an answer has the credit it has. The sentences stand in assets/words/lesson.*.json, and in English in reason.cpp too, for what
/// has no such files: reports, tables, the tool. A test holds that both say the same.
enum class Why : uint8_t {
  open,
  right,
  not_the_keys,
  counts_too,
  same_group,
  somebody_else,
  nobody_named,
  kind_right,
  kind_near,
  kind_other,
  office_right,
  office_other,
  order_right,
  order_partly,
  names_nobody,
  names_nobody_too,
  names_somebody,
  none_right,
  set_right,
  set_partly,
  sentence_found,
  sentence_missed,
  sentence_optional,
  sentence_extra,
  claim_missed,
  two_claims,
  optional,
  claim_found,
  claim_partly,
  piece,
  not_asked,
  lost,
};
inline constexpr size_t kWhys = static_cast<size_t>(Why::lost) + 1;

struct Reason {
  Why why = Why::open;
  uint32_t n = 0;    ///< "{n}" of the sentence
  uint32_t all = 0;  ///< "{all}"
};

/// The end of its sentence's key: "lesson.why." + this.
std::string_view why_word(Why why);
/// The sentence with its numbers not yet in it.
std::string_view why_in_english(Why why);
/// All of them, one after the other; in the words of a table, else in English.
std::string in_words(const std::vector<Reason>& reasons, const TableWords& words);
std::string in_english(const std::vector<Reason>& reasons);

}  // namespace who_says
