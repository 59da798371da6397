#include <doctest/doctest.h>

#include "attribution/mended.h"

using namespace who_says;

TEST_CASE("a description before a name belongs to the source") {
  const char16_t* warned = u"Her predecessor, Anneke Roos, had warned that the dike was weak.";
  CHECK(Mended(warned, u"Anneke Roos", u"had warned", u"that the dike was weak").source() ==
        "Her predecessor, Anneke Roos");
  const char16_t* minister = u"Dravania's prime minister, Sheikh Omar Al Adim, has said that water is short.";
  CHECK(Mended(minister, u"Sheikh Omar Al Adim,", u"has said", u"that water is short").source() ==
        "Dravania's prime minister, Sheikh Omar Al Adim,");
  CHECK(Mended(u"The next morning, Anneke Roos, had warned that the dike was weak.", u"Anneke Roos",
               u"had warned", u"that the dike was weak")
            .source() == "Anneke Roos");
  CHECK(Mended(u"The dike, Anneke Roos, 61, warned, was weak.", u"Anneke Roos, 61", u"warned",
               u"The dike|was weak")
            .source() == "Anneke Roos, 61");
}

TEST_CASE("of an inquiry by three outlets all three are the source") {
  Mended inquiry(u"The firm sold permits for years, an inquiry by Der Bote, Kanal Syd and LSM found.",
                 u"Kanal Syd and LSM", u"found", u"The firm sold permits for years, an inquiry by Der Bote");
  CHECK(inquiry.source() == "an inquiry by Der Bote, Kanal Syd and LSM");
  CHECK(inquiry.content() == "The firm sold permits for years,");
  Mended two(u"In Tartu, Mr Berg and Ms Ode said so.", u"Mr Berg and Ms Ode", u"said", u"so");
  CHECK(two.source() == "Mr Berg and Ms Ode");
}

TEST_CASE("a content that is a subject alone goes on") {
  Mended found(u"The ministry said it had found “clear traces” of oil in both wells.", u"The ministry",
               u"said", u"it");
  CHECK(found.content() == "it had found “clear traces” of oil in both wells.");
  CHECK(Mended(u"The ministry said it.", u"The ministry", u"said", u"it").content() == "it");
}

TEST_CASE("when something was reported is not what was reported") {
  const char16_t* sentence =
      u"The wells were to be closed in May, LSM had reported last week, quoting engineers.";
  CHECK(Mended(sentence, u"LSM", u"had reported", u"last week").content() ==
        "The wells were to be closed in May");
  CHECK(Mended(u"In May, LSM had reported last week.", u"LSM", u"had reported", u"last week").content() ==
        "last week");
}

TEST_CASE("where somebody writes and whom they tell is not what they say") {
  Mended wrote(u"She wrote on Kanal Syd that the wells were dry.", u"She", u"wrote on",
               u"Kanal Syd|that the wells were dry");
  CHECK(wrote.content() == "that the wells were dry");
  Mended told(u"She told Radio of Europe the charge was false.", u"She", u"told",
              u"Europe the charge was false");
  CHECK(told.content() == "the charge was false");
}

TEST_CASE("who speaks behind a semicolon is no part of what was said before it") {
  const char16_t* sentence =
      u"Some papers reported that the plan exists; Kompas, citing a clerk, said it does not.";
  CHECK(Mended(sentence, u"Some papers", u"reported", u"that the plan exists; Kompas").content() ==
        "that the plan exists");
}
