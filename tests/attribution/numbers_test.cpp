#include "attribution/numbers.h"

#include "attribution/said.h"
#include "attribution/stages.h"

using namespace who_says;

namespace {

std::vector<Quantity> quantities(const std::u16string& text) { return find_quantities(text, tokenise(text)); }

Strings checks(const std::u16string& text) {
  Told told(text);
  find_number_checks(told.text, told.tokens, told.detection);
  Strings out;
  for (const NumberCheck& check : told.detection.checks) {
    out.push_back(check.working);
    for (Range range : check.numbers) CHECK_FALSE(told.words(range).empty());
  }
  return out;
}

}  // namespace

TEST_CASE("numbers in digits and words") {
  struct Case {
    std::u16string text;
    double low, high;
    Measure measure;
    std::u16string unit;
  };
  const Case cases[] = {
      {u"some 10,000 North Korean soldiers left", 10000, 10000, Measure::count, u"soldier"},
      {u"ten thousand sheep", 10000, 10000, Measure::count, u"sheep"},
      {u"two hundred and fifty thousand men", 250000, 250000, Measure::count, u"man"},
      {u"twenty-five dogs", 25, 25, Measure::count, u"dog"},
      {u"half a million people", 500000, 500000, Measure::count, u"person"},
      {u"2.5 million tons of grain", 2.5e6, 2.5e6, Measure::mass, u"ton"},
      {u"600,000 to 700,000 tons", 6e5, 7e5, Measure::mass, u"ton"},
      {u"2 to 3 million people", 2e6, 3e6, Measure::count, u"person"},
      {u"between 10 and 20 ships", 10, 20, Measure::count, u"ship"},
      {u"€48m", 48e6, 48e6, Measure::money, u"€"},
      {u"$2.5bn", 2.5e9, 2.5e9, Measure::money, u"$"},
      {u"3 billion kroner", 3e9, 3e9, Measure::money, u"kroner"},
      {u"1.4 percent", 1.4, 1.4, Measure::percent, u""},
      {u"60% of it", 60, 60, Measure::percent, u""},
      {u"41 per cent", 41, 41, Measure::percent, u""},
      {u"16 km away", 16, 16, Measure::length, u"kilometre"},
      {u"300 square miles", 300, 300, Measure::area, u"square mile"},
  };
  for (const Case& c : cases) {
    INFO(to_utf8(c.text));
    std::vector<Quantity> found = quantities(c.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].low == doctest::Approx(c.low));
    CHECK(found[0].high == doctest::Approx(c.high));
    CHECK(found[0].measure == c.measure);
    CHECK(found[0].unit == c.unit);
  }
}

TEST_CASE("bounds and periods") {
  std::vector<Quantity> found = quantities(u"around $2,000 a month each");
  REQUIRE(found.size() == 1);
  CHECK(found[0].bound == Bound::about);
  CHECK(found[0].period == Period::month);
  CHECK(found[0].each);
  CHECK(quantities(u"no more than 200 wagons annually")[0].bound == Bound::at_most);
  CHECK(quantities(u"no more than 200 wagons annually")[0].period == Period::year);
  CHECK(quantities(u"at least 60 cars per day")[0].bound == Bound::at_least);
}

TEST_CASE("years, dates, times, ages and ordinals are no quantities") {
  for (const char16_t* text : {u"in 2019", u"on 14 May 2019", u"March 3", u"at 18:00", u"a 29-year-old baker",
                               u"the 1990s", u"the 3rd time", u"one of them", u"Article 5", u"1,23", u""})
    CHECK_MESSAGE(quantities(text).empty(), to_utf8(text));
}

TEST_CASE("count × rate × period against the total that the text states") {
  CHECK(checks(u"Each gardener gets around $2,000 a month. At least 10,000 gardeners will come and the total "
               u"payments will "
               u"exceed $200 million per year.") ==
        Strings{"10,000 gardeners × $2,000 a month × 12 months = $240 million a year; the text says more "
                "than $200 million per "
                "year."});
  CHECK(checks(u"The firm hired 300 drivers at $50 a day, a total cost of $15,000 a day.") ==
        Strings{"300 drivers × $50 a day = $15,000 a day; the text says $15,000 a day."});
  CHECK(checks(u"Each soldier earns $500 a week. It expects at least 1,000 Ruritanians and payments of $26 "
               u"million a year.") == Strings{"1,000 Ruritanians × $500 a week × 52 weeks = $26 million a "
                                              "year; the text says $26 million a year."});
}

TEST_CASE("no payment is worked out where subject, currency or period do not fit") {
  for (const char16_t* text :
       {u"Each driver gets $10 a day. The bus carries 40 passengers and the total cost is $900 a day.",
        u"Each gardener gets $2,000 a month. The 300 trees have a total cost of $900,000 a year.",
        u"Each gardener gets €2,000 a month. 300 gardeners bring the total to $900,000 a year.",
        u"Each gardener gets $2,000 a month. 300 gardeners came. The total cost is $900,000.",
        u"Each gardener gets $2,000 a month. 300 gardeners came, 200 gardeners left, the total is $9 million "
        u"a year.",
        u"Gardeners get $2,000 a month. The total cost is $900,000 a year."})
    CHECK_MESSAGE(checks(text).empty(), to_utf8(text));
}

TEST_CASE("shares of a stated whole") {
  CHECK(checks(u"Of the council, 120 of the 200 members, or 60 percent, voted.") ==
        Strings{"120 ÷ 200 members = 60 percent; the text says 60 percent."});
  CHECK(checks(u"About 45 percent of the 80 ships, or 36, sank.") ==
        Strings{"45 percent of 80 ships = 36; the text says 36."});
  CHECK(checks(u"It was 60% (12 of 20 people).") ==
        Strings{"12 ÷ 20 people = 60 percent; the text says 60%."});
  CHECK(checks(u"12 of the 20 people left, and sales fell 60 percent.").empty());
  CHECK(checks(u"45 percent of the 80 ships sank, and 36 men died.").empty());
}

TEST_CASE("changes against a stated percentage or multiple") {
  CHECK(checks(u"Sales rose by 33 percent, from 900 cars to 1,200.") ==
        Strings{"(1,200 − 900) ÷ 900 ≈ 33.33 percent more; the text says 33 percent."});
  CHECK(checks(u"Visitors doubled from 4,000 in 2019 to 8,100 in 2020.") ==
        Strings{"8,100 ÷ 4,000 ≈ 2.02; the text says “doubled”."});
  CHECK(checks(u"The rate rose from 4 percent to 6 percent, up 2 percentage points.") ==
        Strings{"6 − 4 = 2 percentage points; the text says 2 percentage points."});
  CHECK(checks(u"It moved from 4 tons to 6 miles, a rise of 50 percent.").empty());
  CHECK(checks(u"They walked from 10 to 12 and 40 percent agreed.").empty());
  CHECK(checks(u"The rate rose from 4 percent to 6 percent, and 50 percent more people came.").empty());
}

TEST_CASE("parts against their sum") {
  CHECK(checks(u"There were 12 men, 8 women and 3 children, 23 in all.") ==
        Strings{"12 men + 8 women + 3 children = 23; the text says 23."});
  CHECK(checks(u"Police held 20 people: 12 men and 9 women.") ==
        Strings{"12 men + 9 women = 21; the text says 20 people."});
  CHECK(checks(u"There were 40 people, 12 of them children, 9 of them men.").empty());
  CHECK(checks(u"12 men, 8 women and 3 dogs came.").empty());
}

TEST_CASE("conversions stated twice") {
  CHECK(checks(u"The trail is 10 miles (16 km) long.") ==
        Strings{"10 miles × 1.609 ≈ 16.09 km; the text says 16 km."});
  CHECK(checks(u"It was 86 degrees Fahrenheit (30 degrees Celsius).") ==
        Strings{"86 degrees Fahrenheit = 30 °C; the text says 30 degrees Celsius."});
  CHECK(checks(u"He paid $5 (about 4 euros) for 10 miles (3 hours).").empty());
}

TEST_CASE("no working holds a verdict") {
  const std::u16string text =
      u"Police held 20 people: 12 men and 9 women. The trail is 10 miles (16 km) long. Sales rose by 33 "
      u"percent, from 900 cars to "
      u"1,200. It was 60% (12 of 20 people).";
  for (const std::string& working : checks(text))
    for (const char* verdict : {"wrong", "right", "correct", "error", "agree", "false", "true", "mistake"})
      CHECK(working.find(verdict) == std::string::npos);
}

TEST_CASE("numbers as working shows them") {
  CHECK(written_number(240000000) == "240 million");
  CHECK(written_number(1416) == "1,416");
  CHECK(written_number(1234567) == "1.23 million");
  CHECK(written_number(33.333) == "33.33");
  CHECK(written_number(0.5) == "0.5");
  CHECK(written_number(999999.9) == "1 million");
  CHECK(written_number(-1500) == "-1,500");
}

TEST_CASE("numbers of odd texts") {
  for (const char16_t* text : {u"$", u"$$ %", u"9999999999999999999999999 million billion trillion",
                               u"million million million million", u"1,,2 1.2.3", u"-"})
    CHECK(checks(text).empty());
}
