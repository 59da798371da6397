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

TEST_CASE("who asked that a name not be used has said nothing by that") {
  Mended son(u"Her son, who asked that his name not be used, said so.", u"who", u"asked",
             u"that his name not be used");
  CHECK(son.content() == "");
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

TEST_CASE("who spoke on condition that they are not named has said nothing by that") {
  CHECK(Mended(u"A clerk who spoke on the condition that he not be named said so.", u"who", u"spoke",
               u"that he not be named")
            .content() == "");
}

TEST_CASE("what is not known, and what could not be verified, nobody says") {
  CHECK(Mended(u"It was not immediately clear whether he had a lawyer.", u"It", u"was not immediately clear",
               u"whether he had a lawyer")
            .content()
            .empty());
  CHECK(Mended(u"Lumo could not independently verify the tapes.", u"Lumo", u"could not independently verify",
               u"the tapes")
            .content()
            .empty());
  CHECK(Mended(u"Let us remind you that it rained.", u"us", u"remind", u"that it rained").content().empty());
  CHECK(Mended(u"The firm has submitted an outline plan.", u"The firm", u"has submitted an outline", u"plan")
            .content()
            .empty());
  CHECK(
      Mended(u"Lumo would not confirm that he had left.", u"Lumo", u"would not confirm", u"that he had left")
          .content() == "that he had left");
}

TEST_CASE("by whom screenshots were seen is no attribution") {
  CHECK(Mended(u"Screenshots seen by LSM show an account.", u"Screenshots", u"seen", u"by LSM").content() ==
        "");
}
