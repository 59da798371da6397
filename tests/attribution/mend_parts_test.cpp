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

TEST_CASE("a description that was taken for what is said belongs to the source") {
  Mended service(u"Dravania's security service, the DBU, said it had caught two clerks.", u"the DBU,",
                 u"said", u"Dravania's security service|it had caught two clerks");
  CHECK(service.source() == "Dravania's security service, the DBU,");
  CHECK(service.content() == "it had caught two clerks");
  Mended handler(u"Their handler, the DBU, said, was a clerk.", u"the DBU", u"said",
                 u"Their handler|was a clerk");
  CHECK(handler.source() == "the DBU");
}

TEST_CASE("when and by whom a survey was issued belongs to it") {
  Mended survey(u"According to a survey issued in July by the pollster LSM, half of us would leave.",
                u"a survey issued", u"According to", u"in July by the pollster LSM, half of us would leave");
  CHECK(survey.source() == "a survey issued in July by the pollster LSM");
  CHECK(survey.content() == "half of us would leave");
  Mended city(u"According to LSM in Riga people left, and others came.", u"LSM", u"According to",
              u"in Riga people left, and others came");
  CHECK(city.source() == "LSM");
}

TEST_CASE("of an inquiry by three outlets all three are the source") {
  Mended inquiry(u"The firm sold permits for years, an inquiry by Der Bote, Kanal Syd and LSM found.",
                 u"Kanal Syd and LSM", u"found", u"The firm sold permits for years, an inquiry by Der Bote");
  CHECK(inquiry.source() == "an inquiry by Der Bote, Kanal Syd and LSM");
  CHECK(inquiry.content() == "The firm sold permits for years,");
  Mended group(
      u"The firm sold permits, a report by the research group Arms Watch and the weekly Kompas says.",
      u"Arms Watch and the weekly Kompas", u"says", u"The firm sold permits, a report by the research group");
  CHECK(group.source() == "a report by the research group Arms Watch and the weekly Kompas");
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
  Mended hour(u"She told the BBC's Newshour she had learnt of it.", u"She", u"told",
              u"'s|Newshour she had learnt of it");
  CHECK(hour.content() == "she had learnt of it");
}

TEST_CASE("who speaks behind a semicolon is no part of what was said before it") {
  const char16_t* sentence =
      u"Some papers reported that the plan exists; Kompas, citing a clerk, said it does not.";
  CHECK(Mended(sentence, u"Some papers", u"reported", u"that the plan exists; Kompas").content() ==
        "that the plan exists");
}

TEST_CASE("what has been claimed somewhere begins at its 'that'") {
  Mended claimed(u"It has been claimed on social media that building has begun.", u"", u"has been claimed on",
                 u"social media that building has begun");
  CHECK(claimed.content() == "that building has begun");
  Mended blamed(u"He was blamed for rules that nobody could read.", u"", u"was blamed for",
                u"rules that nobody could read");
  CHECK(blamed.content() == "rules that nobody could read");
}

TEST_CASE("to whom something was written is not what was written") {
  Mended letter(u"The firm has nothing to hide, its lawyers wrote in a letter to the authors, adding more.",
                u"its lawyers", u"wrote in a letter to", u"The firm has nothing to hide|the authors");
  CHECK(letter.content() == "The firm has nothing to hide");
}

TEST_CASE("a cue ends before an 'in a' without its noun") {
  CHECK(Mended(u"“No,” she said in a written reply.", u"she", u"said in a", u"No").cue() == "said");
}

TEST_CASE("whom a source has it from belongs neither to it nor to its cue") {
  Mended cue(u"The workers left, LSM reported with reference to clerks.", u"LSM", u"reported with",
             u"The workers left|reference to clerks");
  CHECK(cue.cue() == "reported");
  CHECK(cue.content() == "The workers left");
  CHECK(Mended(u"The workers left, reports LSM with reference to clerks.", u"LSM with reference to clerks",
               u"reports", u"The workers left")
            .source() == "LSM");
}

TEST_CASE("nothing before the beginning or behind the end of a text is read") {
  CHECK(Mended(u"Said in May, the mayor was ill", u"the mayor", u"Said", u"was ill").source() == "the mayor");
  CHECK(Mended(u"The clerk suggested to the witness", u"The clerk", u"suggested to", u"the witness")
            .content() == "the witness");
  CHECK(Mended(u"The clerk told the", u"The clerk", u"told", u"the").content() == "the");
}

TEST_CASE("whom somebody has it from is no part of what they say") {
  CHECK(Mended(u"The weekly reported, with reference to aides, that the bank had failed.", u"The weekly",
               u"reported", u"with reference to aides, that the bank had failed")
            .content() == "that the bank had failed");
  Mended writes(u"The bank will close, the paper Bote writes with reference to aides in Bern.",
                u"the paper Bote", u"writes with reference", u"to aides in Bern");
  CHECK(writes.cue() == "writes");
  CHECK(writes.content() == "The bank will close");
}

TEST_CASE("according to which: the study says so") {
  Mended study(u"Kompas cites a study by LSM, according to which stocks will run low in March.",
               u"stocks will run low in", u"according to", u"Kompas cites a study by LSM");
  CHECK(study.source() == "a study by LSM");
  CHECK(study.content().find("stocks will run low in March") == 0);
}

TEST_CASE("a content has the month of 'every month', and not the 'last' of 'said last night'") {
  CHECK(Mended(u"According to him, 300 people sign every month.", u"him", u"According to",
               u"300 people sign every")
            .content() == "300 people sign every month");
  CHECK(Mended(u"Drivers will strike on Friday, the union said last night.", u"the union", u"said",
               u"Drivers will strike on Friday|last")
            .content() == "Drivers will strike on Friday");
}

TEST_CASE("what the paper reported last week stands behind whom it cites") {
  CHECK(Mended(u"The paper reported last week, citing two clerks, that the deal was dead.", u"The paper",
               u"reported", u"last week")
            .content() == "that the deal was dead.");
}
