#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

#include "attribution/numbers_checks.h"
#include "attribution/numbers_words.h"

namespace who_says {
namespace {

using Word = std::u16string_view;

std::string written_factor(double factor) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4g", factor);
  return buffer;
}
bool exact(const Quantity& q) { return q.low == q.high; }
bool alike(const Quantity& a, const Quantity& b) {
  if (a.period != b.period) return false;
  if (a.measure == b.measure)
    return a.unit == b.unit || (a.measure == Measure::count && (a.unit.empty() || b.unit.empty()));
  // "from 4 to 6 tons": the unit stands once.
  return a.measure == Measure::count && a.unit.empty();
}

/// "of the", "out of its": what stands between a part and its whole.
bool is_of(const NumberTable& table, uint32_t from, uint32_t to) {
  const TokenWords& words = table.words();
  if (words.is(from, u"out")) ++from;
  if (!words.is(from, u"of")) return false;
  for (++from; from < to; ++from)
    if (!words.one_of(from, {u"the", u"its", u"their", u"all", u"those", u"his", u"her", u"our"}))
      return false;
  return from == to;
}
/// "or", "(", a dash, or a comma with "or" behind it directly before `token`.
bool restates(const NumberTable& table, uint32_t token) {
  return token > 0 && table.words().one_of(token - 1, {u"or", u"(", u"–", u"—"});
}

constexpr std::array<Word, 44> kChangeWords = {
    u"rose",     u"rise",      u"risen",     u"rises",   u"grew",      u"grow",      u"grown",  u"growth",
    u"increase", u"increased", u"increases", u"climbed", u"jumped",    u"up",        u"higher", u"more",
    u"soared",   u"gain",      u"gained",    u"fell",    u"fall",      u"fallen",    u"falls",  u"dropped",
    u"drop",     u"drops",     u"declined",  u"decline", u"decreased", u"decrease",  u"shrank", u"down",
    u"lower",    u"fewer",     u"less",      u"cut",     u"reduced",   u"reduction", u"lost",   u"surged",
    u"plunged",  u"slipped",   u"expanded",  u"raised"};

struct Multiple {
  Word word;
  double times;
};
constexpr std::array<Multiple, 13> kMultiples = {{{u"doubled", 2},
                                                  {u"doubling", 2},
                                                  {u"twofold", 2},
                                                  {u"tripled", 3},
                                                  {u"trebled", 3},
                                                  {u"tripling", 3},
                                                  {u"threefold", 3},
                                                  {u"quadrupled", 4},
                                                  {u"fourfold", 4},
                                                  {u"fivefold", 5},
                                                  {u"tenfold", 10},
                                                  {u"halved", 0.5},
                                                  {u"halving", 0.5}}};

/// The quantities of "from A to B" or "to B from A".
struct Change {
  const Quantity* from;
  const Quantity* to;
};
std::optional<Change> change_in(const NumberTable& table, const std::vector<const Quantity*>& all) {
  const TokenWords& words = table.words();
  std::optional<Change> out;
  for (size_t i = 0; i + 1 < all.size(); ++i) {
    const Quantity &a = *all[i], &b = *all[i + 1];
    if (a.tokens.begin == 0 || b.tokens.begin == 0) continue;
    // A year may stand between: "from 900 in 2019 to 1,200".
    if (b.tokens.begin - a.tokens.end > 5) continue;
    bool forth = words.is(a.tokens.begin - 1, u"from") && words.is(b.tokens.begin - 1, u"to");
    bool back = words.is(a.tokens.begin - 1, u"to") && words.is(b.tokens.begin - 1, u"from");
    if (!forth && !back) continue;
    if (out) return std::nullopt;  // two changes: which one is meant stays open
    out = forth ? Change{&a, &b} : Change{&b, &a};
  }
  return out;
}

bool changes_near(const NumberTable& table, const Quantity& q, TokenSpan sentence) {
  uint32_t from = std::max(q.tokens.begin, sentence.begin + 4) - 4;
  uint32_t to = std::min(q.tokens.end + 3, sentence.end);
  for (uint32_t at = from; at < to; ++at)
    if (table.words().one_of(at, kChangeWords)) return true;
  return false;
}

}  // namespace

void find_shares(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out) {
  std::vector<const Quantity*> all = table.of(sentence);
  Quantity percent_like;
  percent_like.measure = Measure::percent;
  for (size_t i = 0; i + 1 < all.size(); ++i) {
    const Quantity &a = *all[i], &b = *all[i + 1];
    if (!exact(a) || !exact(b) || b.low <= 0 || !is_of(table, a.tokens.end, b.tokens.begin)) continue;
    const Quantity* next = i + 2 < all.size() ? all[i + 2] : nullptr;
    const Quantity* before = i > 0 ? all[i - 1] : nullptr;
    if (a.measure == Measure::percent && b.measure != Measure::percent && b.period == Period::none) {
      // "60 percent of the 200 members, or 120"
      if (!next || !exact(*next) || !alike(*next, b) || !restates(table, next->tokens.begin)) continue;
      out.push_back(table.check(
          {&a, &b}, next,
          table.written(a) + " of " + table.written(b) + " " + table.result(b.low * a.low / 100, b)));
    } else if (alike(a, b) && a.measure != Measure::percent && a.low <= b.low) {
      // "120 of the 200 members, or 60 percent"; "60 percent, or 120 of the 200 members"
      const Quantity* share = nullptr;
      if (next && next->measure == Measure::percent && restates(table, next->tokens.begin))
        share = next;
      else if (before && before->measure == Measure::percent && restates(table, a.tokens.begin) &&
               a.tokens.begin - before->tokens.end <= 2)
        share = before;
      if (!share || !exact(*share)) continue;
      out.push_back(table.check({&a, &b}, share,
                                table.written(a) + " ÷ " + table.written(b) + " " +
                                    table.result(100 * a.low / b.low, percent_like)));
    }
  }
}

void find_changes(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out) {
  std::vector<const Quantity*> all = table.of(sentence);
  std::optional<Change> change = change_in(table, all);
  if (!change || !exact(*change->from) || !exact(*change->to)) return;
  const Quantity &from = *change->from, &to = *change->to;
  if (from.low <= 0 || to.low <= 0 || from.low == to.low) return;
  if (!alike(from, to) && !alike(to, from)) return;
  const Quantity& unit = from.unit.empty() ? to : from;
  if (from.factor != to.factor && from.measure == to.measure) return;

  const Quantity* stated = nullptr;
  for (const Quantity* q : all) {
    if (q == &from || q == &to || !changes_near(table, *q, table.sentence(sentence))) continue;
    bool relative = q->measure == Measure::percent && unit.measure != Measure::percent;
    bool points = q->measure == Measure::points && unit.measure == Measure::percent;
    if (!relative && !points) continue;
    if (stated) return;
    stated = q;
  }
  double difference = to.low - from.low;
  std::string ends =
      written_number(std::max(from.low, to.low)) + " − " + written_number(std::min(from.low, to.low));
  if (stated && stated->measure == Measure::points) {
    out.push_back(
        table.check({&from, &to}, stated, ends + " " + table.result(std::fabs(difference), *stated)));
  } else if (stated) {
    std::string more = difference > 0 ? " more" : " less";
    out.push_back(table.check({&from, &to}, stated,
                              "(" + ends + ") ÷ " + written_number(from.low) + " " +
                                  table.result(100 * std::fabs(difference) / from.low, *stated) + more));
  } else {
    TokenSpan span = table.sentence(sentence);
    for (uint32_t at = span.begin; at < span.end; ++at)
      for (const Multiple& m : kMultiples) {
        if (!table.words().is(at, m.word)) continue;
        bool less = m.times < 1;
        double times = less ? from.low / to.low : to.low / from.low;
        const Quantity like{};
        NumberCheck check =
            table.check({&from, &to}, nullptr,
                        written_number(less ? from.low : to.low) + " ÷ " +
                            written_number(less ? to.low : from.low) + " " + table.result(times, like) +
                            "; the text says “" + std::string(m.word.begin(), m.word.end()) + "”");
        check.claim = table.words().range({at, at + 1});
        out.push_back(std::move(check));
        return;
      }
  }
}

void find_sums(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out) {
  const TokenWords& words = table.words();
  TokenSpan span = table.sentence(sentence);
  std::vector<const Quantity*> all = table.of(sentence);
  if (all.size() < 3) return;
  auto part = [&](const Quantity& q, const Quantity& total) {
    return exact(q) && q.measure == total.measure && q.period == total.period &&
           (q.measure == Measure::count ? !words.is(q.tokens.end, u"of") : q.unit == total.unit) &&
           q.low < total.low;
  };
  for (size_t i = 0; i < all.size(); ++i) {
    const Quantity& total = *all[i];
    if (!exact(total) || total.measure == Measure::percent || total.bound != Bound::exact) continue;
    // "20 in all" behind the parts; "20 people: …" or "20 people – …" before them.
    uint32_t before = total.tokens.begin, after = total.tokens.end;
    bool behind =
        i + 1 == all.size() &&
        ((words.is(after, u"in") && words.one_of(after + 1, {u"all", u"total"})) ||
         words.one_of(after, {u"altogether", u"combined"}) ||
         (before > span.begin && words.one_of(before - 1, {u"totalling", u"totaling", u"making"})) ||
         (before > span.begin + 2 && words.is(before - 1, u"of") && words.is(before - 2, u"total")));
    bool ahead = i == 0 && words.one_of(after, {u":", u"–", u"—"});
    if (!behind && !ahead) continue;
    std::vector<const Quantity*> parts = all;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    if (!std::all_of(parts.begin(), parts.end(), [&](const Quantity* q) { return part(*q, total); }))
      continue;
    double sum = 0;
    std::string working;
    for (const Quantity* q : parts) {
      sum += q->low;
      working += (working.empty() ? "" : " + ") + table.written(*q);
    }
    out.push_back(table.check(parts, &total, working + " " + table.result(sum, total)));
    return;
  }
}

void find_conversions(const NumberTable& table, uint32_t sentence, std::vector<NumberCheck>& out) {
  const TokenWords& words = table.words();
  std::vector<const Quantity*> all = table.of(sentence);
  for (size_t i = 0; i + 1 < all.size(); ++i) {
    const Quantity &a = *all[i], &b = *all[i + 1];
    bool physical = a.measure != Measure::count && a.measure != Measure::money &&
                    a.measure != Measure::percent && a.measure != Measure::points &&
                    a.measure != Measure::duration;
    if (!physical || a.measure != b.measure || a.factor == b.factor || !exact(a) || !exact(b)) continue;
    uint32_t at = a.tokens.end;
    bool bracket = words.is(at, u"(") && b.tokens.begin == at + 1;
    if (words.is(at, u",")) ++at;
    bool other = words.is(at, u"or") && b.tokens.begin == at + 1;
    if (!bracket && !other) continue;
    double value = (a.low - a.offset) * a.factor / b.factor + b.offset;
    std::string working = table.written(a);
    if (a.measure != Measure::temperature) working += " × " + written_factor(a.factor / b.factor);
    out.push_back(table.check({&a}, &b, working + " " + table.result(value, b)));
  }
}

}  // namespace who_says
