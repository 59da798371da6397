#include "text/fold.h"

#include <doctest/doctest.h>

#include <string>

using namespace who_says;

TEST_CASE("fold: long plain runs, and what ends them, are folded alike in steps of any size") {
  std::u16string source;
  for (int i = 0; i < 400; ++i) {
    source += u"Plain words of it";
    source += i % 7 == 0 ? u"  " : i % 11 == 0 ? u" \u00AD" : i % 5 == 0 ? u"e\u0301 " : u" ";
    if (i % 13 == 0) source += u"— “so”\n";
  }
  FoldedText whole(source);
  CHECK(whole.text().find(u"  ") == whole.text().npos);
  for (size_t units : {1u, 3u, 1000u, 1024u, 1025u}) {
    FoldedText stepped;
    Folding folding(source, stepped);
    while (!folding.step(units)) {
    }
    REQUIRE(stepped.text() == whole.text());
    for (uint32_t at = 0; at < whole.text().size(); at += 97)
      CHECK(stepped.to_source({at, at + 5}) == whole.to_source({at, at + 5}));
  }
}

TEST_CASE("fold: a mark joins the last letter of a plain run") {
  CHECK(fold(u"the cafe\u0301 is open") == u"the caf\u00E9 is open");
  CHECK(fold(u"a \u0301b") == u"a \u0301b");  // not the letter before the space
}

TEST_CASE("fold: spaces that stand for line breaks are known") {
  FoldedText text(u"one two \n\n three\r\nfour\u2029five");
  CHECK(text.text() == u"one two three four five");
  CHECK_FALSE(text.breaks_at(3));
  CHECK(text.breaks_at(7));
  CHECK(text.breaks_at(13));
  CHECK(text.breaks_at(18));
  CHECK_FALSE(text.breaks_at(19));
  CHECK_FALSE(FoldedText(u"").breaks_at(0));
}
