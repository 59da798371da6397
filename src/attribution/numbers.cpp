#include "attribution/numbers.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

#include "attribution/numbers_words.h"
#include "attribution/token_words.h"

namespace who_says {
namespace {

/// Number words are read no further than this: nobody writes longer ones.
constexpr uint32_t kLongestNumber = 8;
/// Adjectives and names that may stand between a number and what it counts: "10,000 newly trained North Korean soldiers".
constexpr uint32_t kFarthestThing = 5;

struct Number {
  double value = 0;
  uint32_t end = 0;       ///< token behind it
  char16_t currency = 0;  ///< sign in the number's own token
  bool percent = false;
  bool digits = false;  ///< begins with digits
  bool plain = true;    ///< digits without grouping, scale or sign: may be a year
};

constexpr bool is_year(double value) { return value >= 1500 && value < 2200; }

class QuantityReader {
 public:
  QuantityReader(std::u16string_view text, const Tokens& tokens) : words_(text, tokens), tokens_(tokens) {}

  std::vector<Quantity> run() {
    std::vector<Quantity> out;
    uint32_t count = static_cast<uint32_t>(tokens_.all.size());
    for (uint32_t at = 0; at < count;) {
      std::optional<Quantity> q = quantity(at);
      if (!q) {
        ++at;
        continue;
      }
      at = std::max(q->tokens.end, at + 1);
      out.push_back(std::move(*q));
    }
    return out;
  }

 private:
  // ---- numbers

  std::optional<Number> number(uint32_t at) const {
    std::u16string_view word = words_.at(at);
    if (word.empty()) return std::nullopt;
    Number out;
    out.end = at;
    if (is_currency_sign(word[0]) && word.size() == 1) {
      out.currency = word[0];
      word = words_.at(at + 1);
      ++out.end;
      if (word.empty() || !is_digit(word[0])) return std::nullopt;
    }
    if (is_digit(word[0]) || (is_currency_sign(word[0]) && word.size() > 1)) {
      if (!read_digits(word, out)) return std::nullopt;
      ++out.end;
      read_scales(out);
      return out;
    }
    return in_words(at);
  }

  /// "$2,000", "2.5", "60%", "€48m"; false for "18:00", "1990s", "3rd", "1,23".
  static bool read_digits(std::u16string_view word, Number& out) {
    out.digits = true;
    size_t at = 0;
    if (is_currency_sign(word[0])) {
      out.currency = word[0];
      at = 1;
    }
    double value = 0;
    size_t group = 0;
    bool grouped = false;
    for (; at < word.size() && (is_digit(word[at]) || word[at] == ','); ++at) {
      if (word[at] == ',') {
        if (grouped && group != 3) return false;
        if (!grouped && group > 3) return false;
        grouped = true;
        group = 0;
        continue;
      }
      value = value * 10 + (word[at] - u'0');
      ++group;
    }
    if (grouped && group != 3) return false;
    if (at < word.size() && word[at] == '.') {
      double place = 0.1;
      for (++at; at < word.size() && is_digit(word[at]); ++at, place /= 10)
        value += (word[at] - u'0') * place;
      out.plain = false;
    }
    std::u16string_view rest = word.substr(at);
    if (rest == u"%")
      out.percent = true;
    else if (rest == u"bn")
      value *= 1e9;
    else if (rest == u"k" || rest == u"K")
      value *= 1e3;
    else if (rest == u"m" && out.currency)
      value *= 1e6;
    else if (!rest.empty())
      return false;
    if (grouped || !rest.empty() || out.currency) out.plain = false;
    out.value = value;
    return std::isfinite(value);
  }
  void read_scales(Number& out) const {
    while (std::optional<double> scale = scale_of(words_.at(out.end))) {
      out.value *= *scale;
      out.plain = false;
      if (++out.end, !std::isfinite(out.value)) break;
    }
  }

  /// "ten thousand", "two hundred and fifty", "half a million", "a dozen".
  std::optional<Number> in_words(uint32_t at) const {
    Number out;
    out.plain = false;
    out.end = at;
    bool half = words_.is(at, u"half");
    uint32_t article = half ? at + 1 : at;
    if (words_.one_of(article, {u"a", u"an"})) {
      std::optional<double> scale = scale_of(words_.at(article + 1));
      if (!scale) return std::nullopt;
      out.value = half ? *scale / 2 : *scale;
      out.end = article + 2;
      read_scales(out);
      return out;
    }
    double total = 0, part = 0;
    bool any = false;
    while (out.end < at + kLongestNumber) {
      std::u16string_view word = words_.at(out.end);
      if (std::optional<double> small = small_number(word)) {
        part += *small;
        any = true;
        ++out.end;
      } else if (std::optional<double> scale = scale_of(word); scale && any) {
        part *= *scale;
        if (*scale >= 1000) total += part, part = 0;
        ++out.end;
      } else if (any && words_.is(out.end, u"and") && out.end > at && words_.is(out.end - 1, u"hundred") &&
                 small_number(words_.at(out.end + 1))) {
        ++out.end;
      } else {
        break;
      }
    }
    if (!any) return std::nullopt;
    out.value = total + part;
    return out;
  }

  // ---- quantities

  std::optional<Quantity> quantity(uint32_t at) const {
    uint32_t begin = at;
    Bound bound = bound_at(at);
    std::optional<Number> first = number(at);
    if (!first || is_date(at, *first)) return std::nullopt;
    Quantity out;
    out.bound = bound;
    out.number = {at, first->end};
    out.low = out.high = first->value;
    Number last = *first;
    read_range(begin, last, out);
    if (last.percent || words_.one_of(out.number.end, {u"percent", u"%", u"pct"}))
      read_percent(last.percent, out);
    else if (words_.is(out.number.end, u"per") && words_.is(out.number.end + 1, u"cent"))
      out.tokens.end = out.number.end + 2, out.measure = Measure::percent;
    else if (char16_t sign = first->currency ? first->currency : last.currency)
      out.measure = Measure::money, out.unit = sign, out.tokens.end = out.number.end;
    else if (!read_unit(out) && !read_thing(out, *first))
      return std::nullopt;
    out.tokens.begin = begin;
    read_period(out);
    return out;
  }

  /// "600,000 to 700,000", "5–10", "between 10 and 20"; "from 10 to 20" are two quantities.
  void read_range(uint32_t begin, Number& last, Quantity& out) const {
    uint32_t join = out.number.end;
    bool between = begin > 0 && words_.is(begin - 1, u"between");
    bool joined = words_.one_of(join, {u"-", u"–"}) || (words_.is(join, u"to") && !after_from(begin)) ||
                  (between && words_.is(join, u"and"));
    // "from 4,000 in 2019 to 8,100": a year is no end of a range.
    if (!joined || (last.plain && is_year(last.value))) return;
    std::optional<Number> second = number(join + 1);
    if (!second || second->value <= last.value || (second->currency && !last.currency)) {
      // "2 to 3 million": the scale counts for both.
      return;
    }
    double low = last.value;
    if (last.plain && !second->plain && low < 1000 && second->value >= 1e3) {
      double scale = std::pow(1000.0, std::floor(std::log10(second->value) / 3));
      if (low < second->value / scale) low *= scale;
    }
    out.low = low;
    out.high = second->value;
    out.number.end = second->end;
    char16_t currency = last.currency;
    last = *second;
    if (!last.currency) last.currency = currency;
  }
  bool after_from(uint32_t begin) const {
    for (uint32_t back = 1; back <= 2 && back <= begin; ++back)
      if (words_.is(begin - back, u"from")) return true;
    return false;
  }

  void read_percent(bool own, Quantity& out) const {
    out.tokens.end = out.number.end + (own ? 0 : 1);
    out.measure = Measure::percent;
  }
  bool read_unit(Quantity& out) const {
    uint32_t at = out.number.end;
    bool square = words_.one_of(at, {u"square", u"sq"});
    if (words_.is(at, u"percentage") && words_.one_of(at + 1, {u"point", u"points"})) {
      out.measure = Measure::points;
      out.tokens.end = at + 2;
      return true;
    }
    if (words_.is(at, u"degrees")) ++at;
    const UnitWord* unit = unit_of(words_.at(square ? at + 1 : at), square);
    if (!unit) return false;
    out.measure = unit->measure;
    out.unit = unit->canonical;
    out.factor = unit->factor;
    out.offset = unit->offset;
    out.tokens.end = at + (square ? 2 : 1);
    return true;
  }

  /// What is counted: the first plural in lower case, or a people's name, within a few words.
  bool read_thing(Quantity& out, const Number& first) const {
    if (first.plain && first.digits && out.low == out.high && is_year(out.low)) return false;
    if (out.low == 1 && !first.digits) return false;  // "one receives …"
    out.tokens.end = out.number.end;
    if (words_.is(out.number.end, u"-")) return false;  // "29-year-old"
    for (uint32_t at = out.number.end; at < out.number.end + kFarthestThing; ++at) {
      std::u16string_view word = words_.at(at);
      if (word.empty() || !is_word_unit(word[0]) || is_digit(word[0]) || ends_thing(word)) break;
      if (!is_plural(word)) continue;
      // "10,000 United Nations staff": a name in capitals goes on, unless it is the last word of its kind.
      if (words_.capital(at) && at + 1 < out.number.end + kFarthestThing && is_plural(words_.at(at + 1)))
        continue;
      out.unit = singular(word);
      out.tokens.end = at + 1;
      return true;
    }
    return true;  // a bare number: "12 of them", "120 of the 200"
  }

  void read_period(Quantity& out) const {
    uint32_t at = out.tokens.end;
    if (words_.is(at, u"per") && words_.one_of(at + 1, {u"head", u"person", u"capita"})) {
      out.each = true;
      at += 2;
    } else if (words_.one_of(at, {u"each", u"apiece"}) && period_of(words_.at(at + 1)) == Period::none) {
      out.each = true;
      ++at;
    }
    if (words_.one_of(at, {u"a", u"an", u"per", u"each", u"every"})) {
      Period period = period_of(words_.at(at + 1));
      if (period != Period::none) {
        out.period = period;
        at += 2;
      }
    } else if (Period period = adverb_period(words_.at(at)); period != Period::none) {
      out.period = period;
      ++at;
    }
    if (!out.each && words_.one_of(at, {u"each", u"apiece"})) {
      out.each = true;
      ++at;
    }
    out.tokens.end = at;
  }

  /// The bound that begins at `at`; moves `at` to the number behind it.
  Bound bound_at(uint32_t& at) const {
    for (const BoundWords& b : bound_words()) {
      uint32_t next = at;
      bool all = true;
      for (std::u16string_view word : b.words) {
        if (word.empty()) break;
        all = all && words_.is(next++, word);
      }
      if (!all) continue;
      at = next;
      return b.bound;
    }
    return Bound::exact;
  }

  /// A day of a month, a year beside one, a number in a name ("Article 5", "G-7").
  bool is_date(uint32_t at, const Number& number) const {
    if (number.currency || number.percent) return false;
    if (is_month(words_.at(number.end)) || (at > 0 && is_month(words_.at(at - 1))))
      return number.value < 2200;
    return at > 0 && number.digits && number.plain &&
           (words_.one_of(at - 1, {u"article", u"chapter", u"section", u"no.", u"room", u"page", u"group"}) ||
            (words_.capital(at - 1) && words_.one_of(at - 1, {u"flight", u"highway", u"route"})));
  }

  TokenWords words_;
  const Tokens& tokens_;
};

}  // namespace

std::vector<Quantity> find_quantities(std::u16string_view text, const Tokens& tokens) {
  return QuantityReader(text, tokens).run();
}

std::string written_number(double value) {
  struct Scale {
    double size;
    const char* word;
  };
  constexpr std::array<Scale, 3> kScales = {{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}};
  if (!std::isfinite(value) || std::fabs(value) >= 1e15) return "more than can be written";
  for (Scale s : kScales)
    if (std::fabs(value) >= s.size * 0.9999995) return written_number(value / s.size) + s.word;
  char buffer[64];
  bool whole = std::fabs(value - std::round(value)) < 1e-9 * std::max(1.0, std::fabs(value)) ||
               std::fabs(value) >= 1000;
  std::snprintf(buffer, sizeof buffer, whole ? "%.0f" : std::fabs(value) < 1 ? "%.3f" : "%.2f", value);
  std::string out = buffer;
  if (out.find('.') != std::string::npos) {
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
  }
  size_t point = std::min(out.find('.'), out.size());
  for (size_t at = point; at > 3 + (out[0] == '-' ? 1u : 0u);) {
    at -= 3;
    out.insert(at, ",");
  }
  return out;
}

}  // namespace who_says
