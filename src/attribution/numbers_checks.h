#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribution/detection.h"
#include "attribution/numbers.h"
#include "attribution/token_words.h"

namespace who_says {

/// The quantities of a text by sentences, and how working is written down. What the finders below share.
class NumberTable {
 public:
  NumberTable(std::u16string_view text, const Tokens& tokens);

  const TokenWords& words() const { return words_; }
  uint32_t sentence_count() const { return static_cast<uint32_t>(tokens_.sentences.size()); }
  TokenSpan sentence(uint32_t index) const { return tokens_.sentences[index]; }
  /// Quantities of one sentence; at most 24, the rest is a table and no sentence.
  std::vector<const Quantity*> of(uint32_t sentence) const;

  /// "10,000 North Korean soldiers": as the text has it, without the bound.
  std::string written(const Quantity& q) const;
  /// "more than $200 million per year".
  std::string stated(const Quantity& q) const;
  /// A result in the unit of `like`: "$240 million", "16.1 km"; behind "= " or, where it is rounded, "≈ ".
  std::string result(double value, const Quantity& like) const;
  NumberCheck check(std::vector<const Quantity*> used, const Quantity* stated, std::string working) const;

 private:
  std::u16string_view text_;
  const Tokens& tokens_;
  TokenWords words_;
  std::vector<Quantity> all_;
  std::vector<uint32_t> first_of_;  // sentence → its first quantity; one more at the end
};

// Each finder looks at one sentence and, where said, its neighbours.

/// "Each soldier gets $2,000 a month. 10,000 soldiers … payments of $200 million a year": count × rate × period.
void find_payments(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out);
/// "120 of the 200 members, or 60 percent"; "60 percent of the 200 members, or 120".
void find_shares(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out);
/// "rose by a third, from 900 to 1,200"; "doubled from 4 to 8"; "from 900 to 1,200, 300 more".
void find_changes(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out);
/// "12 men and 8 women, 20 in all"; "20 people: 12 men and 8 women".
void find_sums(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out);
/// "10 miles (16 km)".
void find_conversions(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out);

}  // namespace who_says
