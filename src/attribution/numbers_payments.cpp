#include <algorithm>

#include "attribution/numbers_checks.h"
#include "attribution/numbers_words.h"

namespace who_says {
namespace {

constexpr uint32_t kEachReaches = 12;  ///< tokens from "each soldier" to what he gets
constexpr uint32_t kEachWords = 3;     ///< "each seasonal farm worker"
constexpr uint32_t kNearSentences = 2;

/// Whom or what a rate is paid for: words behind "each", "every", "per".
struct Payee {
  std::vector<std::u16string> words;  ///< candidates, singular
  bool each = false;                  ///< "each" alone: whatever is counted in the sentence
};

Payee payee_of(const NumberTable& table, const Quantity& rate, TokenSpan sentence) {
  const TokenWords& words = table.words();
  Payee out;
  out.each = rate.each;
  auto take = [&](uint32_t at) {
    for (uint32_t end = std::min(at + kEachWords, sentence.end); at < end; ++at) {
      if (words.at(at).empty() || !is_word_unit(words.at(at)[0]) || ends_thing(words.at(at))) break;
      out.words.push_back(singular(words.at(at)));
    }
  };
  uint32_t from =
      rate.tokens.begin > sentence.begin + kEachReaches ? rate.tokens.begin - kEachReaches : sentence.begin;
  for (uint32_t at = from; at < rate.tokens.begin; ++at)
    if (words.one_of(at, {u"each", u"every", u"per"}) && period_of(words.at(at + 1)) == Period::none)
      take(at + 1);
  uint32_t after = rate.tokens.end;
  if (words.is(after, u"for")) ++after;
  if (words.one_of(after, {u"per", u"each", u"every", u"a"}) &&
      period_of(words.at(after + 1)) == Period::none)
    take(after + 1);
  // "10,000 soldiers at $2,000 a month"
  if (rate.tokens.begin > sentence.begin && words.is(rate.tokens.begin - 1, u"at")) out.each = true;
  return out;
}

bool fits(const Payee& payee, const Quantity& count, bool same_sentence, bool loosely) {
  if (count.measure != Measure::count || count.low != count.high || count.low < 2 ||
      count.period != Period::none)
    return false;
  if (!count.unit.empty() &&
      std::find(payee.words.begin(), payee.words.end(), count.unit) != payee.words.end())
    return true;
  if (payee.each && same_sentence) return !count.unit.empty();
  // "each soldier … 10,000 North Koreans": the name of a people says nothing against their being soldiers.
  return loosely && !payee.words.empty() && is_people(count.unit);
}

/// How many of the rate's periods the total covers, and in words; 0 = not known.
double periods(Period rate, Period total, std::string& words) {
  if (rate == total) return 1;
  if (total != Period::year) return 0;
  double many = rate == Period::month ? 12 : rate == Period::week ? 52 : rate == Period::day ? 365 : 0;
  words = " × " + written_number(many) + " " + std::string(period_word(rate)) + "s";
  return many;
}

bool says_total(const NumberTable& table, TokenSpan sentence) {
  static constexpr std::array<std::u16string_view, 22> kTotals = {
      u"total",  u"totals", u"totalling", u"totaling", u"altogether", u"payments", u"payment", u"payroll",
      u"cost",   u"costs",  u"bill",      u"sum",      u"amount",     u"wages",    u"pay",     u"pays",
      u"spends", u"spend",  u"budget",    u"payout",   u"earns",      u"brings"};
  for (uint32_t at = sentence.begin; at < sentence.end; ++at)
    if (table.words().one_of(at, kTotals)) return true;
  return false;
}

}  // namespace

void find_payments(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out) {
  for (const Quantity* rate : table.of(sentence)) {
    if (rate->measure != Measure::money || rate->low != rate->high) continue;
    Payee payee = payee_of(table, *rate, table.sentence(sentence));
    if (payee.words.empty() && !payee.each) continue;
    // The count, in this sentence or a near one; two that fit and differ leave it open which is meant.
    uint32_t first = sentence > 0 ? sentence - 1 : 0;
    uint32_t last = std::min(sentence + kNearSentences, table.sentence_count() - 1);
    for (bool loosely : {false, true}) {
      const Quantity* count = nullptr;
      uint32_t count_sentence = sentence;
      bool open = false;
      for (uint32_t s = first; s <= last; ++s)
        for (const Quantity* q : table.of(s)) {
          if (!fits(payee, *q, s == sentence, loosely)) continue;
          open = open || (count && count->low != q->low);
          if (!count) count = q, count_sentence = s;
        }
      if (open) break;
      if (!count) continue;
      // The total, beside the count or after it.
      for (uint32_t s = std::max(count_sentence, sentence); s <= std::min(count_sentence + 1, last); ++s) {
        if (!says_total(table, table.sentence(s))) continue;
        for (const Quantity* total : table.of(s)) {
          if (total == rate || total->measure != Measure::money || total->unit != rate->unit || total->each)
            continue;
          if (total->low <= rate->low || total->tokens.begin < rate->tokens.begin) continue;
          std::string times;
          double many = periods(rate->period, total->period, times);
          if (many == 0) continue;
          double value = count->low * rate->low * many;
          std::string period;
          if (total->period != Period::none) period = " a " + std::string(period_word(total->period));
          out.push_back(table.check({count, rate}, total,
                                    table.written(*count) + " × " + table.written(*rate) + times + " " +
                                        table.result(value, *total) + period));
          return;
        }
      }
      break;
    }
  }
}

}  // namespace who_says
