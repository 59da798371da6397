#include "text/utf.h"

#include <doctest/doctest.h>

using namespace who_says;

TEST_CASE("UTF-8 and UTF-16 convert both ways") {
  CHECK(to_utf16("Wi Sŏng Rak") == u"Wi Sŏng Rak");
  CHECK(to_utf8(u"위성락 📰") == "위성락 📰");
  CHECK(to_utf16("📰").size() == 2);
}

TEST_CASE("ill-formed UTF-8 becomes one replacement for each maximal part") {
  CHECK(to_utf16("a\xFFz") == u"a\uFFFDz");
  CHECK(to_utf16("\xE2\x82") == u"\uFFFD");                  // cut short
  CHECK(to_utf16("\xC0\xAF") == u"\uFFFD\uFFFD");            // over-long
  CHECK(to_utf16("\xED\xA0\x80") == u"\uFFFD\uFFFD\uFFFD");  // a surrogate
  CHECK(to_utf16("\xF4\x90\x80\x80") == u"\uFFFD\uFFFD\uFFFD\uFFFD");
  size_t bad = 0;
  CHECK_FALSE(is_utf8("ok\xC3(", &bad));
  CHECK(bad == 2);
  CHECK(is_utf8("grüße"));
}

TEST_CASE("a lone surrogate becomes a replacement") {
  CHECK(to_utf8(std::u16string{u'a', char16_t(0xD800), u'b'}) == "a\uFFFDb");
}

TEST_CASE("offsets convert between code units and code points") {
  //                   0  1-2  3  4-5  6
  std::u16string text = u"a📰b📰c";
  CodePointMap map(text);
  CHECK(map.to_code_points(0) == 0);
  CHECK(map.to_code_points(1) == 1);
  CHECK(map.to_code_points(3) == 2);
  CHECK(map.to_code_points(7) == 5);
  CHECK(map.to_code_points(99) == 5);
  CHECK(map.to_utf16(2) == 3);
  CHECK(map.to_utf16(5) == 7);
  CHECK(map.to_utf16(99) == 7);
  for (uint32_t point = 0; point <= 5; ++point) CHECK(map.to_code_points(map.to_utf16(point)) == point);
}

TEST_CASE("an offset inside a pair is the code point it is part of") {
  CHECK(CodePointMap(u"a📰b").to_code_points(2) == 1);
}
