// Coefficients against published figures. Sources:
//   K2011  K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, sections A to C
//   K2004  K. Krippendorff, Content Analysis, 2nd edition, 2004, pp. 253-255: the example of unitizing
//   K1995  K. Krippendorff, "On the reliability of unitizing continuous data", Sociological Methodology 25, 1995, p. 57: Bertha and Bill
//   AP2008 R. Artstein and M. Poesio, "Inter-Coder Agreement for Computational Linguistics", 2008, table 1 and what follows it

#include "classroom/agreement.h"

#include <doctest/doctest.h>

#include <random>

using namespace who_says;
using doctest::Approx;

namespace {

/// "a b . c": a full stop is no value.
std::vector<std::string> row(const std::string& text) {
  std::vector<std::string> out;
  for (char c : text)
    if (c != ' ') out.push_back(c == '.' ? "" : std::string(1, c));
  return out;
}
double value(const Agreement& agreement) {
  REQUIRE(agreement.value);
  return *agreement.value;
}
double rounded(double x) { return std::round(x * 1000) / 1000; }

}  // namespace

TEST_CASE("K2011: four observers with gaps, two observers, binary data") {
  CHECK(rounded(value(krippendorff_alpha({row("1 2 3 3 2 1 4 1 2 . . ."), row("1 2 3 3 2 2 4 1 2 5 . 3"),
                                          row(". 3 3 3 2 3 4 2 2 5 1 ."),
                                          row("1 2 3 3 2 4 4 1 2 5 1 .")}))) == Approx(0.743));
  CHECK(rounded(value(krippendorff_alpha(
            {row("a a b b d c c c e d d a"), row("b a b b b c c c e d d d")}))) == Approx(0.692));
  CHECK(rounded(value(krippendorff_alpha({row("0 1 0 0 0 0 0 0 1 0"), row("1 1 1 0 0 1 0 0 0 0")}))) ==
        Approx(0.095));
}

TEST_CASE("AP2008: S, pi and kappa of one table") {
  std::vector<std::string> a, b;
  auto add = [&](int n, const char* first, const char* second) {
    for (int i = 0; i < n; ++i) a.push_back(first), b.push_back(second);
  };
  add(20, "stat", "stat");
  add(20, "stat", "ireq");  // counts of 100: 20 and 20, 10 and 50
  add(10, "ireq", "stat");
  add(50, "ireq", "ireq");
  CHECK(cohen_kappa(a, b).observed == Approx(0.7));
  CHECK(rounded(value(bennett_s(a, b))) == Approx(0.4));
  CHECK(rounded(value(scott_pi(a, b))) == Approx(0.341));
  CHECK(rounded(value(cohen_kappa(a, b))) == Approx(0.348));
  // Alpha of two coders without gaps is pi with a correction for small samples: 1 - (1 - 1/2n)(1 - pi).
  CHECK(value(krippendorff_alpha({a, b})) == Approx(1 - (1 - 1.0 / 200) * (1 - value(scott_pi(a, b)))));
}

TEST_CASE("K1995: Bertha and Bill, word by word") {
  std::vector<std::string> bertha = row("0 0 1 1 1 1 1 1 1 1 0 0 0 0 1 1 1 1 1 1 0 0 0 0");
  std::vector<std::string> bill = row("0 0 0 0 1 1 1 1 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0");
  CHECK(rounded(value(cohen_kappa(bertha, bill))) == Approx(0.385).epsilon(0.002));
  CHECK(rounded(value(scott_pi(bertha, bill))) == Approx(0.314).epsilon(0.002));
  CHECK(rounded(value(krippendorff_alpha({bertha, bill}))) == Approx(0.329).epsilon(0.002));
}

TEST_CASE("K2004: two observers unitize a continuum from 150 to 450") {
  std::vector<Unit> units = {{0, 75, 145, "c"},  {0, 220, 250, "c"}, {1, 70, 150, "c"},
                             {1, 205, 225, "c"}, {1, 250, 270, "c"}, {0, 30, 90, "k"},
                             {0, 150, 200, "k"}, {1, 30, 90, "k"},   {1, 150, 200, "k"}};
  Agreement c = unitizing_alpha(units, 2, 300, "c"), k = unitizing_alpha(units, 2, 300, "k");
  CHECK(c.observed == Approx(0.0144).epsilon(0.01));
  CHECK(c.expected == Approx(0.0532).epsilon(0.002));
  CHECK(value(c) == Approx(0.7286).epsilon(0.0002));
  CHECK(k.observed == 0);
  CHECK(k.expected == Approx(0.0490).epsilon(0.002));
  CHECK(value(k) == 1);
  CHECK(value(unitizing_alpha(units, 2, 300)) == Approx(0.8591).epsilon(0.0006));
}

TEST_CASE("K1995: disagreement that is seen, of four pairs of observers") {
  auto seen = [](std::vector<Unit> units) { return unitizing_alpha(units, 2, 24).observed; };
  CHECK(seen({{0, 2, 10, ""}, {0, 14, 20, ""}, {1, 4, 8, ""}, {1, 15, 17, ""}}) == Approx(0.03125));
  CHECK(seen({{0, 0, 18, ""},
              {1, 0, 2, ""},
              {1, 2, 3, ""},
              {1, 3, 4, ""},
              {1, 4, 5, ""},
              {1, 5, 6, ""},
              {1, 6, 9, ""},
              {1, 9, 10, ""}}) == Approx(2.26736));
  CHECK(seen({{0, 2, 8, ""},
              {0, 10, 12, ""},
              {0, 14, 18, ""},
              {0, 20, 22, ""},
              {1, 0, 2, ""},
              {1, 4, 8, ""},
              {1, 10, 14, ""},
              {1, 16, 18, ""},
              {1, 20, 22, ""}}) == Approx(0.02777).epsilon(0.001));
}

TEST_CASE("unitizing by hand: one mark each, two words of ten apart") {
  // Sections: 0: gap 0-2, mark 2-6, gap 6-10; 1: gap 0-4, mark 4-8, gap 8-10. The marks meet: (2-4)² + (6-8)² = 8; neither lies
  // within a gap. Seen: 2·8 / (2·1·10²) = 0.08. By chance: for each mark of 4 words (2-1)/3·(2·64 - 3·16 + 4) = 28, and one gap is as
  // long as the mark (16·1) in coder 0 and one in coder 1: 16·2 = 32; 2/10 · 2·(28 + 32) = 24, over 20·19 - 2·4·3 = 356.
  Agreement two = unitizing_alpha({{0, 2, 6, ""}, {1, 4, 8, ""}}, 2, 10);
  CHECK(two.observed == Approx(0.08));
  CHECK(two.expected == Approx(24.0 / 356));
  CHECK(value(two) == Approx(1 - 0.08 * 356 / 24));
}

TEST_CASE("n/a where nothing can be said") {
  for (const Agreement& none :
       {krippendorff_alpha({}), krippendorff_alpha({row("a b"), row(". .")}),
        krippendorff_alpha({row("a a"), row("a a")}), cohen_kappa({}, {}),
        cohen_kappa(row("a a"), row("a a")), scott_pi(row("a a"), row("a a")), bennett_s(row("a"), row("a")),
        unitizing_alpha({}, 2, 10), unitizing_alpha({{0, 1, 2, ""}}, 1, 10),
        unitizing_alpha({{0, 1, 2, ""}}, 2, 0)}) {
    CHECK_FALSE(none.value);
    CHECK(in_english(none).substr(0, 4) == "n/a:");
  }
}

TEST_CASE("any data: 1 for one mind, never above, the same whoever comes first") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<Unit> units, turned;
    int coders = 2 + static_cast<int>(random() % 3);
    for (int i = 0; i < 12; ++i) {
      int64_t begin = random() % 50;
      units.push_back({static_cast<int>(random() % static_cast<unsigned>(coders)), begin,
                       begin + 1 + static_cast<int64_t>(random() % 9), ""});
      turned.push_back(units.back());
      turned.back().coder = coders - 1 - units.back().coder;
    }
    Agreement one = unitizing_alpha(units, coders, 60);
    REQUIRE(one.value);
    CHECK(*one.value <= 1);
    CHECK(value(unitizing_alpha(turned, coders, 60)) == Approx(*one.value));
    std::vector<Unit> same;
    for (const Unit& unit : units)
      for (int coder = 0; coder < coders; ++coder) same.push_back({coder, unit.begin, unit.end, ""});
    CHECK(value(unitizing_alpha(same, coders, 60)) == 1);
    Codes codes(3);
    for (auto& list : codes)
      for (int u = 0; u < 10; ++u) list.push_back(std::string(1, "abc."[random() % 4]));
    Codes swapped = {codes[2], codes[0], codes[1]};
    Agreement alpha = krippendorff_alpha(codes);
    if (alpha.value) {
      CHECK(*alpha.value <= 1);
      CHECK(*krippendorff_alpha(swapped).value == Approx(*alpha.value));
    }
  }
}
