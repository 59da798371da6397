#include "platform/software_renderer.h"

#include <doctest/doctest.h>

#include <random>

#include "platform/canvas.h"

namespace who_says {
namespace {

constexpr uint32_t kPaper = 0xFFF4F7FA;
constexpr int kWidth = 120, kHeight = 100;

// Each channel may be one off a layer: the renderer rounds to 8 bits after each.
constexpr int kRounding = 2;

uint8_t slope(int x, int y) { return static_cast<uint8_t>(x * 3 + y); }
uint8_t dark(int, int) { return 255; }

TEST_CASE("rectangles: pixels whose centre is inside, at any offset, opaque and translucent") {
  for (float at : {3.0f, 3.25f, 3.5f, 3.75f, -4.5f, 90.0f}) {
    for (uint32_t colour : {0xFF203040u, 0x80C08040u, 0x01000000u, 0x00FFFFFFu}) {
      Canvas c;
      c.rectangle(at, at, at + 20, at + 30.5f, colour);
      SoftwareRenderer r;
      r.draw(c.data(), kWidth, kHeight, kPaper);
      CHECK(difference(r.pixels(), obvious(c.data(), kWidth, kHeight, kPaper)) <= kRounding);
    }
  }
}

TEST_CASE("pictures of the atlas: coverage times colour, cut at the canvas and the clip") {
  Canvas c;
  c.texels(10, 20, 30, 12, slope);
  c.picture(5, 5, 10, 20, 30, 12, 0xFF102030);
  c.picture(-10, 40, 10, 20, 30, 12, 0x80AA5511);
  c.picture(105, 92, 10, 20, 30, 12, 0xFF0000FF);
  c.clip(50, 50, 61, 55);
  c.picture(45, 45, 10, 20, 30, 12, 0xFF204000);
  SoftwareRenderer r;
  r.draw(c.data(), kWidth, kHeight, kPaper);
  CHECK(difference(r.pixels(), obvious(c.data(), kWidth, kHeight, kPaper)) <= kRounding);
}

TEST_CASE("triangles: seams are drawn once, colours and coverage run between the corners") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> at(-80, 560);
  std::uniform_int_distribution<uint32_t> any;
  for (int i = 0; i < 150; ++i) {
    Canvas c;
    auto point = [&] {
      return ImVec2(static_cast<float>(at(random)) / 4, static_cast<float>(at(random)) / 4);
    };
    ImVec2 a = point(), b = point(), d = point();
    uint32_t colour = any(random);
    if (i % 3 == 0) {
      c.triangle(a, b, d, colour, colour, colour);
    } else if (i % 3 == 1) {  // the edge of an anti-aliased shape
      c.triangle(a, b, d, colour, colour & 0xFFFFFF, colour & 0xFFFFFF);
    } else {
      c.triangle(a, b, d, any(random), any(random), any(random));
    }
    SoftwareRenderer r;
    r.draw(c.data(), kWidth, kHeight, kPaper);
    std::vector<uint32_t> slow = obvious(c.data(), kWidth, kHeight, kPaper);
    // A centre that lies on an edge within the precision of a float may fall to either side.
    int far = 0;
    for (size_t p = 0; p < slow.size(); ++p) far += difference({r.pixels()[p]}, {slow[p]}) > kRounding;
    CHECK_MESSAGE(far <= 3, "triangle ", i, ": ", far, " pixels");
  }
}

TEST_CASE("a shape of two triangles covers every pixel exactly once") {
  for (float shift : {0.0f, 0.3f, 0.5f}) {
    Canvas c;
    ImVec2 a(10 + shift, 10), b(80, 25 + shift), d(70 + shift, 90), e(5, 70);
    c.triangle(a, b, d, 0x80000000, 0x80000000, 0x80000000);
    c.triangle(a, d, e, 0x80000000, 0x80000000, 0x80000000);
    SoftwareRenderer r;
    r.draw(c.data(), kWidth, kHeight, 0xFFFFFFFF);
    for (uint32_t pixel : r.pixels()) CHECK((pixel == 0xFFFFFFFF || (pixel & 0xFF) == 127));
  }
}

TEST_CASE("the clip holds to the pixel, and an empty or inverted one draws nothing") {
  Canvas c;
  c.clip(20, 30, 40, 33);
  c.rectangle(0, 0, 120, 100, 0xFF000000);
  c.triangle({0, 0}, {120, 0}, {60, 200}, 0xFF000000, 0xFF000000, 0x00000000);
  c.clip(70, 70, 70, 90);
  c.rectangle(0, 0, 120, 100, 0xFF000000);
  c.clip(90, 90, 80, 80);
  c.rectangle(0, 0, 120, 100, 0xFF000000);
  SoftwareRenderer r;
  r.draw(c.data(), kWidth, kHeight, kPaper);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      bool inside = x >= 20 && x < 40 && y >= 30 && y < 33;
      CHECK((r.pixels()[static_cast<size_t>(y * kWidth + x)] != kPaper) == inside);
    }
}

TEST_CASE("only bands that changed are given back, and the picture is the same as drawn whole") {
  SoftwareRenderer kept;
  std::mt19937 random(3);
  std::uniform_int_distribution<int> some(0, 90);
  std::vector<ImVec2> at(12);
  for (ImVec2& p : at) p = {static_cast<float>(some(random)), static_cast<float>(some(random))};
  for (int frame = 0; frame < 60; ++frame) {
    if (frame % 3)
      at[static_cast<size_t>(some(random)) % at.size()] = {static_cast<float>(some(random)),
                                                           static_cast<float>(some(random))};
    Canvas c;
    c.texels(1, 1, 20, 9, slope);
    for (size_t i = 0; i < at.size(); ++i) {
      if (i % 2)
        c.picture(at[i].x, at[i].y, 1, 1, 20, 9, 0xFF332211);
      else
        c.rectangle(at[i].x, at[i].y, at[i].x + 25, at[i].y + 7, 0xA0336699);
    }
    if (frame) c.data()->CmdLists[0]->CmdBuffer[0].TexRef._TexData->Updates.resize(0);
    SoftwareRenderer fresh;
    std::vector<uint32_t> before = kept.pixels();
    std::vector<Rows> rows = kept.draw(c.data(), kWidth, kHeight, kPaper);
    fresh.draw(c.data(), kWidth, kHeight, kPaper);
    REQUIRE(kept.pixels() == fresh.pixels());
    if (frame == 0) {
      REQUIRE(rows.size() == 1);
      CHECK(rows[0].begin == 0);
      CHECK(rows[0].end == kHeight);
      continue;
    }
    if (frame % 3 == 0) CHECK(rows.empty());
    // What was not given back is as it was.
    for (int y = 0; y < kHeight; ++y) {
      bool given = std::any_of(rows.begin(), rows.end(), [&](Rows r) { return r.begin <= y && y < r.end; });
      auto row = [&](const std::vector<uint32_t>& p) { return p.begin() + y * kWidth; };
      if (!given) CHECK(std::equal(row(before), row(before) + kWidth, row(kept.pixels())));
    }
  }
}

TEST_CASE("a new word at the place of an old one in the atlas is drawn, though no vertex changed") {
  Canvas c;
  c.texels(1, 1, 20, 9, slope);
  c.picture(10, 40, 1, 1, 20, 9, 0xFF000000);
  SoftwareRenderer r;
  r.draw(c.data(), kWidth, kHeight, kPaper);
  std::vector<uint32_t> before = r.pixels();
  c.clear();
  c.picture(10, 40, 1, 1, 20, 9, 0xFF000000);
  CHECK(r.draw(c.data(), kWidth, kHeight, kPaper).empty());
  c.texels(1, 1, 20, 9, dark);
  std::vector<Rows> rows = r.draw(c.data(), kWidth, kHeight, kPaper);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].begin == 32);
  CHECK(rows[0].end == 64);
  CHECK(r.pixels() != before);
}

TEST_CASE("another size, another background, forget: the whole picture") {
  Canvas c;
  c.rectangle(0, 0, 30, 30, 0xFF000000);
  SoftwareRenderer r;
  auto whole = [](const std::vector<Rows>& rows, int height) {
    return rows.size() == 1 && rows[0].begin == 0 && rows[0].end == height;
  };
  CHECK(whole(r.draw(c.data(), 40, 33, kPaper), 33));
  CHECK(r.draw(c.data(), 40, 33, kPaper).empty());
  CHECK(whole(r.draw(c.data(), 41, 33, kPaper), 33));
  CHECK(whole(r.draw(c.data(), 41, 33, 0xFF000000), 33));
  r.forget();
  CHECK(whole(r.draw(c.data(), 41, 33, 0xFF000000), 33));
  CHECK(r.draw(c.data(), 0, 0, kPaper).empty());
}

}  // namespace
}  // namespace who_says
