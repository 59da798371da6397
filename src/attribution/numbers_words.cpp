#include "attribution/numbers_words.h"

#include <algorithm>

#include "text/letters.h"

namespace who_says {
namespace {

using Word = std::u16string_view;

bool same(Word word, Word lower_case) {
  return word.size() == lower_case.size() && std::equal(word.begin(), word.end(), lower_case.begin(),
                                                        [](char16_t a, char16_t b) { return lower(a) == b; });
}
template <class List>
bool in(Word word, const List& list) {
  return std::any_of(list.begin(), list.end(), [word](Word w) { return same(word, w); });
}
bool ends_in(Word word, Word ending) {
  return word.size() > ending.size() && same(word.substr(word.size() - ending.size()), ending);
}

constexpr std::array<Word, 20> kOnes = {u"zero",    u"one",     u"two",       u"three",    u"four",
                                        u"five",    u"six",     u"seven",     u"eight",    u"nine",
                                        u"ten",     u"eleven",  u"twelve",    u"thirteen", u"fourteen",
                                        u"fifteen", u"sixteen", u"seventeen", u"eighteen", u"nineteen"};
constexpr std::array<Word, 8> kTens = {u"twenty", u"thirty",  u"forty",  u"fifty",
                                       u"sixty",  u"seventy", u"eighty", u"ninety"};

struct Scale {
  Word word;
  double size;
};
constexpr std::array<Scale, 9> kScales = {{{u"hundred", 1e2},
                                           {u"thousand", 1e3},
                                           {u"million", 1e6},
                                           {u"billion", 1e9},
                                           {u"trillion", 1e12},
                                           {u"dozen", 12},
                                           {u"mn", 1e6},
                                           {u"bn", 1e9},
                                           {u"tn", 1e12}}};

// Factors: NIST Special Publication 811, appendix B.8 (international foot, US gallon, oil barrel). "pounds" stays out: money or
// mass. "ton" counts as the metric one.
constexpr std::array<UnitWord, 70> kUnits = {{
    {u"dollars", u"$", Measure::money, 1},
    {u"dollar", u"$", Measure::money, 1},
    {u"euros", u"€", Measure::money, 1},
    {u"euro", u"€", Measure::money, 1},
    {u"rubles", u"₽", Measure::money, 1},
    {u"roubles", u"₽", Measure::money, 1},
    {u"hryvnia", u"₴", Measure::money, 1},
    {u"hryvnias", u"₴", Measure::money, 1},
    {u"yen", u"¥", Measure::money, 1},
    {u"yuan", u"yuan", Measure::money, 1},
    {u"won", u"₩", Measure::money, 1},
    {u"rupees", u"₹", Measure::money, 1},
    {u"kroner", u"kroner", Measure::money, 1},
    {u"kronor", u"kronor", Measure::money, 1},
    {u"francs", u"francs", Measure::money, 1},
    {u"pesos", u"pesos", Measure::money, 1},
    {u"lira", u"lira", Measure::money, 1},
    {u"reais", u"reais", Measure::money, 1},
    {u"tons", u"ton", Measure::mass, 1000},
    {u"ton", u"ton", Measure::mass, 1000},
    {u"tonnes", u"ton", Measure::mass, 1000},
    {u"tonne", u"ton", Measure::mass, 1000},
    {u"kilograms", u"kilogram", Measure::mass, 1},
    {u"kilogram", u"kilogram", Measure::mass, 1},
    {u"kilogrammes", u"kilogram", Measure::mass, 1},
    {u"kg", u"kilogram", Measure::mass, 1},
    {u"grams", u"gram", Measure::mass, 1e-3},
    {u"lb", u"lb", Measure::mass, 0.45359237},
    {u"lbs", u"lb", Measure::mass, 0.45359237},
    {u"ounces", u"ounce", Measure::mass, 0.028349523},
    {u"kilometres", u"kilometre", Measure::length, 1e3},
    {u"kilometers", u"kilometre", Measure::length, 1e3},
    {u"km", u"kilometre", Measure::length, 1e3},
    {u"miles", u"mile", Measure::length, 1609.344},
    {u"mile", u"mile", Measure::length, 1609.344},
    {u"metres", u"metre", Measure::length, 1},
    {u"meters", u"metre", Measure::length, 1},
    {u"feet", u"foot", Measure::length, 0.3048},
    {u"ft", u"foot", Measure::length, 0.3048},
    {u"yards", u"yard", Measure::length, 0.9144},
    {u"inches", u"inch", Measure::length, 0.0254},
    {u"centimetres", u"centimetre", Measure::length, 0.01},
    {u"centimeters", u"centimetre", Measure::length, 0.01},
    {u"cm", u"centimetre", Measure::length, 0.01},
    {u"mm", u"millimetre", Measure::length, 0.001},
    {u"acres", u"acre", Measure::area, 4046.8564},
    {u"acre", u"acre", Measure::area, 4046.8564},
    {u"hectares", u"hectare", Measure::area, 1e4},
    {u"hectare", u"hectare", Measure::area, 1e4},
    {u"ha", u"hectare", Measure::area, 1e4},
    {u"litres", u"litre", Measure::volume, 1},
    {u"liters", u"litre", Measure::volume, 1},
    {u"gallons", u"gallon", Measure::volume, 3.7854118},
    {u"barrels", u"barrel", Measure::volume, 158.98729},
    {u"celsius", u"°C", Measure::temperature, 1, -273.15},
    {u"°c", u"°C", Measure::temperature, 1, -273.15},
    {u"fahrenheit", u"°F", Measure::temperature, 5.0 / 9, -459.67},
    {u"°f", u"°F", Measure::temperature, 5.0 / 9, -459.67},
    {u"mph", u"mph", Measure::speed, 0.44704},
    {u"kph", u"km/h", Measure::speed, 1 / 3.6},
    {u"hours", u"hour", Measure::duration, 1.0 / 24},
    {u"hour", u"hour", Measure::duration, 1.0 / 24},
    {u"minutes", u"minute", Measure::duration, 1.0 / 1440},
    {u"days", u"day", Measure::duration, 1},
    {u"day", u"day", Measure::duration, 1},
    {u"weeks", u"week", Measure::duration, 7},
    {u"months", u"month", Measure::duration, 365.25 / 12},
    {u"month", u"month", Measure::duration, 365.25 / 12},
    {u"years", u"year", Measure::duration, 365.25},
    {u"year", u"year", Measure::duration, 365.25},
}};

constexpr std::array<BoundWords, 32> kBounds = {{
    {{u"no", u"more", u"than"}, Bound::at_most},
    {{u"not", u"more", u"than"}, Bound::at_most},
    {{u"no", u"less", u"than"}, Bound::at_least},
    {{u"no", u"fewer", u"than"}, Bound::at_least},
    {{u"more", u"than"}, Bound::over},
    {{u"greater", u"than"}, Bound::over},
    {{u"less", u"than"}, Bound::under},
    {{u"fewer", u"than"}, Bound::under},
    {{u"at", u"least"}, Bound::at_least},
    {{u"at", u"most"}, Bound::at_most},
    {{u"up", u"to"}, Bound::at_most},
    {{u"as", u"many", u"as"}, Bound::at_most},
    {{u"an", u"estimated"}, Bound::about},
    {{u"close", u"to"}, Bound::about},
    {{u"some"}, Bound::about},
    {{u"about"}, Bound::about},
    {{u"around"}, Bound::about},
    {{u"roughly"}, Bound::about},
    {{u"approximately"}, Bound::about},
    {{u"nearly"}, Bound::about},
    {{u"almost"}, Bound::about},
    {{u"over"}, Bound::over},
    {{u"above"}, Bound::over},
    {{u"exceed"}, Bound::over},
    {{u"exceeds"}, Bound::over},
    {{u"exceeded"}, Bound::over},
    {{u"exceeding"}, Bound::over},
    {{u"pass"}, Bound::over},
    {{u"under"}, Bound::under},
    {{u"below"}, Bound::under},
    {{u"surpass"}, Bound::over},
    {{u"top"}, Bound::over},
}};

constexpr std::array<Word, 12> kMonths = {u"january",   u"february", u"march",    u"april",
                                          u"may",       u"june",     u"july",     u"august",
                                          u"september", u"october",  u"november", u"december"};
constexpr std::array<Word, 11> kShortMonths = {u"jan.", u"feb.", u"mar.",  u"apr.", u"jun.", u"jul.",
                                               u"aug.", u"sep.", u"sept.", u"oct.", u"dec."};
constexpr std::array<Word, 12> kPlurals = {u"people", u"men",   u"women",     u"children",
                                           u"police", u"staff", u"troops",    u"sheep",
                                           u"cattle", u"fish",  u"personnel", u"aircraft"};
constexpr std::array<Word, 74> kThingEnds = {
    u"of",    u"in",     u"on",      u"at",     u"to",    u"from",   u"for",     u"by",    u"with",  u"and",
    u"or",    u"but",    u"that",    u"which",  u"who",   u"whose",  u"will",    u"would", u"could", u"can",
    u"may",   u"might",  u"must",    u"should", u"is",    u"are",    u"was",     u"were",  u"be",    u"been",
    u"has",   u"have",   u"had",     u"do",     u"does",  u"did",    u"the",     u"a",     u"an",    u"this",
    u"these", u"those",  u"its",     u"his",    u"her",   u"their",  u"our",     u"as",    u"than",  u"if",
    u"when",  u"after",  u"before",  u"since",  u"until", u"during", u"over",    u"under", u"out",   u"not",
    u"said",  u"says",   u"per",     u"each",   u"every", u"while",  u"because", u"where", u"into",  u"about",
    u"times", u"always", u"perhaps", u"apiece"};
constexpr std::array<Word, 8> kPersons = {u"person",  u"man",   u"woman",     u"adult",
                                          u"recruit", u"staff", u"personnel", u"employee"};

}  // namespace

std::optional<double> small_number(std::u16string_view word) {
  for (size_t i = 0; i < kOnes.size(); ++i)
    if (same(word, kOnes[i])) return static_cast<double>(i);
  for (size_t i = 0; i < kTens.size(); ++i) {
    double tens = static_cast<double>(10 * (i + 2));
    if (same(word, kTens[i])) return tens;
    // "twenty-five"
    size_t size = kTens[i].size();
    if (word.size() < size + 4 || word[size] != '-' || !same(word.substr(0, size), kTens[i])) continue;
    for (size_t one = 1; one < 10; ++one)
      if (same(word.substr(size + 1), kOnes[one])) return tens + static_cast<double>(one);
  }
  return std::nullopt;
}

std::optional<double> scale_of(std::u16string_view word) {
  for (const Scale& scale : kScales)
    if (same(word, scale.word)) return scale.size;
  return std::nullopt;
}

const UnitWord* unit_of(std::u16string_view word, bool square) {
  static constexpr std::array<UnitWord, 7> kSquares = {{
      {u"kilometres", u"square kilometre", Measure::area, 1e6},
      {u"kilometers", u"square kilometre", Measure::area, 1e6},
      {u"km", u"square kilometre", Measure::area, 1e6},
      {u"miles", u"square mile", Measure::area, 2589988.1},
      {u"metres", u"square metre", Measure::area, 1},
      {u"meters", u"square metre", Measure::area, 1},
      {u"feet", u"square foot", Measure::area, 0.09290304},
  }};
  auto find = [word](const auto& list) -> const UnitWord* {
    for (const UnitWord& unit : list)
      if (same(word, unit.word)) return &unit;
    return nullptr;
  };
  return square ? find(kSquares) : find(kUnits);
}

std::span<const BoundWords> bound_words() { return kBounds; }

Period period_of(std::u16string_view noun) {
  constexpr std::array<Word, 5> kNouns = {u"hour", u"day", u"week", u"month", u"year"};
  for (size_t i = 0; i < kNouns.size(); ++i)
    if (same(noun, kNouns[i])) return static_cast<Period>(i + 1);
  return Period::none;
}
Period adverb_period(std::u16string_view adverb) {
  constexpr std::array<Word, 5> kAdverbs = {u"hourly", u"daily", u"weekly", u"monthly", u"annually"};
  for (size_t i = 0; i < kAdverbs.size(); ++i)
    if (same(adverb, kAdverbs[i])) return static_cast<Period>(i + 1);
  return same(adverb, u"yearly") ? Period::year : Period::none;
}
std::string_view period_word(Period period) {
  constexpr std::array<std::string_view, 6> kWords = {"", "hour", "day", "week", "month", "year"};
  return kWords[static_cast<size_t>(period)];
}

bool is_currency_sign(char16_t c) {
  return c == '$' || c == 0xA3 || c == 0xA5 || (c >= 0x20A0 && c <= 0x20BF);
}

bool is_month(std::u16string_view word) {
  // "may" and "march" in lower case are other words.
  return !word.empty() && is_upper(word[0]) && (in(word, kMonths) || in(word, kShortMonths));
}

bool is_plural(std::u16string_view word) {
  if (word.empty()) return false;
  if (in(word, kPlurals)) return true;
  if (same(word, u"news") || same(word, u"series")) return false;
  return word.size() >= 4 && ends_in(word, u"s") && !ends_in(word, u"ss") && !ends_in(word, u"us") &&
         !ends_in(word, u"is");
}
bool ends_thing(std::u16string_view word) { return in(word, kThingEnds); }

std::u16string singular(std::u16string_view word) {
  std::u16string out = lowered(word);
  struct Pair {
    Word plural, one;
  };
  constexpr std::array<Pair, 5> kIrregular = {{{u"people", u"person"},
                                               {u"men", u"man"},
                                               {u"women", u"woman"},
                                               {u"children", u"child"},
                                               {u"troops", u"soldier"}}};
  for (const Pair& p : kIrregular)
    if (out == p.plural) return std::u16string(p.one);
  if (!is_plural(out) || in(out, kPlurals)) return out;
  if (ends_in(out, u"ies")) return out.substr(0, out.size() - 3) + u"y";
  if (ends_in(out, u"sses") || ends_in(out, u"xes") || ends_in(out, u"ches") || ends_in(out, u"shes"))
    return out.substr(0, out.size() - 2);
  out.pop_back();
  return out;
}

bool is_people(std::u16string_view word) {
  return in(word, kPersons) || ends_in(word, u"ean") || ends_in(word, u"ian") || ends_in(word, u"ican");
}

}  // namespace who_says
