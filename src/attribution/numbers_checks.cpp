#include "attribution/numbers_checks.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "attribution/numbers_words.h"
#include "attribution/stages.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr size_t kMostInSentence = 24;

std::string_view bound_phrase(Bound bound) {
  switch (bound) {
    case Bound::exact:
      return "";
    case Bound::about:
      return "about ";
    case Bound::over:
      return "more than ";
    case Bound::at_least:
      return "at least ";
    case Bound::under:
      return "less than ";
    case Bound::at_most:
      return "at most ";
  }
  return "";
}

}  // namespace

NumberTable::NumberTable(std::u16string_view text, const Tokens& tokens)
    : text_(text), tokens_(tokens), words_(text, tokens), all_(find_quantities(text, tokens)) {
  first_of_.reserve(tokens.sentences.size() + 1);
  uint32_t next = 0;
  for (TokenSpan sentence : tokens.sentences) {
    while (next < all_.size() && all_[next].tokens.begin < sentence.begin) ++next;
    first_of_.push_back(next);
  }
  first_of_.push_back(static_cast<uint32_t>(all_.size()));
}

std::vector<const Quantity*> NumberTable::of(uint32_t sentence) const {
  std::vector<const Quantity*> out;
  if (sentence >= sentence_count()) return out;
  for (uint32_t i = first_of_[sentence]; i < first_of_[sentence + 1] && out.size() < kMostInSentence; ++i)
    if (all_[i].tokens.end <= tokens_.sentences[sentence].end) out.push_back(&all_[i]);
  return out;
}

std::string NumberTable::written(const Quantity& q) const {
  Range range = words_.range({q.number.begin, q.tokens.end});
  return to_utf8(text_.substr(range.begin, range.size()));
}
std::string NumberTable::stated(const Quantity& q) const {
  return std::string(bound_phrase(q.bound)) + written(q);
}

std::string NumberTable::result(double value, const Quantity& like) const {
  std::string number = written_number(value);
  double scale = std::fabs(value) >= 1e12  ? 1e12
                 : std::fabs(value) >= 1e9 ? 1e9
                 : std::fabs(value) >= 1e6 ? 1e6
                                           : 1;
  double places = std::fabs(value) < 1 ? 1e3 : scale == 1 && std::fabs(value) >= 1000 ? 1 : 1e2;
  double shown = value / scale * places;
  bool rounded = std::fabs(shown - std::round(shown)) > 1e-6 * std::max(1.0, std::fabs(shown));
  std::string out = rounded ? "≈ " : "= ";
  switch (like.measure) {
    case Measure::money:
      return out + (like.unit.size() == 1 ? to_utf8(like.unit) + number : number + " " + to_utf8(like.unit));
    case Measure::percent:
      return out + number + " percent";
    case Measure::points:
      return out + number + " percentage points";
    case Measure::count:
      return out + number;
    case Measure::temperature:
      return out + number + " " + to_utf8(like.unit);
    default:
      break;
  }
  Range unit = words_.range({like.number.end, like.tokens.end});
  return out + number + " " + to_utf8(text_.substr(unit.begin, unit.size()));
}

NumberCheck NumberTable::check(std::vector<const Quantity*> used, const Quantity* stated_as,
                               std::string working) const {
  NumberCheck out;
  if (stated_as) {
    out.claim = words_.range(stated_as->tokens);
    working += "; the text says " + stated(*stated_as);
    used.push_back(stated_as);
  }
  for (const Quantity* q : used) out.numbers.push_back(words_.range(q->tokens));
  std::sort(out.numbers.begin(), out.numbers.end());
  out.working = std::move(working) + ".";
  return out;
}

Steps number_checks_in_steps(std::u16string_view text, const Tokens& tokens, Detection& detection) {
  Steps steps;
  if (detection.language != "en") return steps;
  constexpr uint32_t kSentenceWorth = 6;
  auto made = std::make_shared<std::optional<NumberTable>>();
  std::optional<NumberTable>& table = *made;
  steps.keep(std::move(made));
  steps.once([&table, text, &tokens] { table.emplace(text, tokens); },
             static_cast<uint32_t>(tokens.all.size() / 2) + 1);
  steps.each([&table] { return size_t{table->sentence_count()}; },
             [&table, &checks = detection.checks](size_t i) {
               uint32_t s = static_cast<uint32_t>(i);
               find_payments(*table, s, checks);
               find_shares(*table, s, checks);
               find_changes(*table, s, checks);
               find_sums(*table, s, checks);
               find_conversions(*table, s, checks);
             },
             kSentenceWorth);
  return steps;
}

void find_number_checks(std::u16string_view text, const Tokens& tokens, Detection& detection) {
  number_checks_in_steps(text, tokens, detection).finish();
}

}  // namespace who_says
