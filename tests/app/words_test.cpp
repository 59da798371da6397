#include "app/words.h"

#include <doctest/doctest.h>

using namespace who_says;

TEST_CASE("English is built in") {
  InterfaceWords say;
  CHECK(say("title") == "Who says?");
  CHECK(say.count("summary.claims", 1) == "1 claim");
  CHECK(say.count("summary.claims", 27) == "27 claims");
  CHECK(say("quoted", {{"text", "x"}}) == "“x”");
  CHECK(say("no such key") == "no such key");
}

TEST_CASE("numbers are written as English, or as a language file says") {
  InterfaceWords say;
  CHECK(say.number(0) == "0");
  CHECK(say.number(999) == "999");
  CHECK(say.number(1234) == "1,234");
  CHECK(say.number(1234567) == "1,234,567");
  CHECK(say.number(12345678) == "12345678");
  CHECK(say.share(0.86) == "0.86");
  CHECK(say.share(0.05) == "0.05");
  CHECK(say.share(1) == "1.00");
  CHECK(say.count("summary.words", 1234) == "1,234 words");
  REQUIRE(say.read(R"({"intl:digits":"٠١٢٣٤٥٦٧٨٩","intl:whole":"0|00|000|0٬000","intl:share":"0٫00"})", ""));
  CHECK(say.number(7) == "٧");
  CHECK(say.number(1234) == "١٬٢٣٤");
  CHECK(say.number(12345) == "١٢٣٤٥");
  CHECK(say.share(0.86) == "٠٫٨٦");
  CHECK(say.count("summary.words", 1234) == "١٬٢٣٤ words");
}

TEST_CASE("another language replaces what it has; plural forms come from the page") {
  InterfaceWords say;
  //             0 1 2 3 4 5
  REQUIRE(say.read(
      R"({"title":"Хто каже?","summary.claims":{"one":"{n} твердження","few":"{n} твердження!","many":"{n} тверджень","other":"x"}})",
      "mofffm"));
  CHECK(say("title") == "Хто каже?");
  CHECK(say.count("summary.claims", 1) == "1 твердження");
  CHECK(say.count("summary.claims", 2) == "2 твердження!");
  CHECK(say.count("summary.claims", 0) == "0 тверджень");
  CHECK(say("tab.claims") == "Claims");
  CHECK(say.count("summary.sources", 2) == "2 sources");  // English has no "few"
  CHECK_FALSE(say.read("[", "").ok());
  CHECK(say("title") == "Хто каже?");
}
