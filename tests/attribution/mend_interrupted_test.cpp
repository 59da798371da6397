#include "attribution/mend_interrupted.h"

#include <doctest/doctest.h>

#include "attribution/mended.h"

using namespace who_says;

TEST_CASE("what stands before an interruption belongs to the content") {
  CHECK(Mended(u"The museum, Larsen points out, gave her an office.", u"Larsen", u"points out",
               u"gave her an office")
            .content() == "The museum … gave her an office");
  CHECK(Mended(u"Earlier, Larsen said, nobody came.", u"Larsen", u"said", u"nobody came").content() ==
        "nobody came");
}

TEST_CASE("what stands behind an interruption belongs to the content") {
  CHECK(Mended(u"What counts, according to two traders, is that rates fall.", u"two traders", u"according to",
               u"What counts")
            .content() == "What counts … is that rates fall.");
}

TEST_CASE("a content that is cut before a comma goes on to who says it") {
  CHECK(Mended(u"The woman, known only as Eva, was taken to hospital, a nurse told the Courier.", u"a nurse",
               u"told", u"The")
            .content() == "The woman, known only as Eva, was taken to hospital");
}

TEST_CASE("what stands before who says it is content, and not only the tail behind") {
  Mended held(u"Police have held a clerk, two aides said on Friday, in a case that could cost votes.",
              u"two aides", u"said", u"that could cost votes");
  CHECK(held.content() == "Police have held a clerk … in a case that could cost votes");
}

TEST_CASE("as somebody remarked, in somebody's opinion: the content begins behind the comma") {
  CHECK(Mended(u"As Lund once remarked, the Danes do not believe that it matters.", u"Lund", u"once remarked",
               u"that it matters")
            .content() == "the Danes do not believe that it matters");
  CHECK(Mended(u"In his opinion, the question was put so that one answer was likely.", u"his", u"opinion",
               u"that one answer was likely")
            .content() == "the question was put so that one answer was likely");
  CHECK(Mended(u"In Berlin, Lund said that it matters.", u"Lund", u"said", u"that it matters").content() ==
        "that it matters");
}

TEST_CASE("what stands in front may be no more than how it goes on") {
  CHECK(Mended(u"On the other hand, according to Lund, the bank may try it.", u"Lund", u"according to",
               u"On the other hand")
            .content()
            .find("the bank may try it") != std::string::npos);
}
