#include <doctest/doctest.h>

#include "attribution/mended.h"

using namespace who_says;

TEST_CASE("who declined to be named has said nothing by that") {
  Mended named(u"The man, who declined to be named because he was afraid, left.", u"who", u"declined",
               u"to be named because he was afraid");
  CHECK(named.content() == "");
}

TEST_CASE("who asked for anonymity has said nothing by that") {
  const char16_t* sentence =
      u"Two officials, who asked not to be identified, told LSM that the port would close.";
  CHECK(Mended(sentence, u"who", u"asked", u"not to be identified").content() == "");
  CHECK(Mended(u"A clerk who asked for anonymity said so.", u"who", u"asked", u"for anonymity").content() ==
        "");
  CHECK(Mended(u"A clerk who asked for her name to be withheld said so.", u"who", u"asked for",
               u"her name to be withheld")
            .content() == "");
  CHECK(
      Mended(u"The clerk asked not to be sent to Tartu.", u"The clerk", u"asked", u"not to be sent to Tartu")
          .content() != "");
}

TEST_CASE("what somebody is asked about they have not said") {
  const char16_t* sentence = u"The envoy, asked about the memo, told Kanal Syd that the talks went on.";
  CHECK(Mended(sentence, u"The envoy", u"asked about", u"the memo").content() == "");
  CHECK(Mended(sentence, u"The envoy", u"told", u"that the talks went on").content() ==
        "that the talks went on");
  CHECK(Mended(u"Mr Berg, 52, asked whether the ferry would sail.", u"Mr Berg", u"asked",
               u"whether the ferry would sail")
            .content() != "");
}

TEST_CASE("a question tells of nobody who has said something") {
  CHECK(Mended(u"What do engineers say?", u"engineers", u"say", u"What do").content() == "");
  CHECK(Mended(u"Who is said to have paid for it?", u"", u"is said", u"to have paid for it").content() == "");
  CHECK(Mended(u"“What is it?” the boy asked.", u"the boy", u"asked", u"What is it").content() ==
        "What is it");
}
