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
  CHECK_FALSE(say.read("[", "").ok());
  CHECK(say("title") == "Хто каже?");
}
