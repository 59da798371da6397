#include "ui/theme.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace who_says;
using namespace who_says::ui;

namespace {
double luminance(Colour c) {
  auto linear = [](uint32_t v) {
    double x = (v & 0xFF) / 255.0;
    return x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(c) + 0.7152 * linear(c >> 8) + 0.0722 * linear(c >> 16);
}
double contrast(Colour a, Colour b) {
  double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}
}  // namespace

TEST_CASE("all text has a contrast of 4.5 to 1 in both themes") {
  for (bool dark : {false, true}) {
    Appearance appearance;
    appearance.dark = dark;
    Theme t = theme_of(appearance);
    for (Colour under : {t.panel, t.card}) {
      CHECK(contrast(t.ink, under) >= 7);
      CHECK(contrast(t.soft, under) >= 4.5);
      CHECK(contrast(t.accent, under) >= 4.5);
      for (Colour hue : t.hues) CHECK(contrast(hue, under) >= 4.5);
    }
    CHECK(contrast(t.on_accent, t.accent) >= 4.5);
  }
}

TEST_CASE("a page's accent keeps its button readable") {
  for (uint32_t accent : {0xFFCC00u, 0x002244u, 0xC8102Eu, 0x7A7A7Au}) {
    Appearance appearance;
    appearance.accent = accent;
    Theme t = theme_of(appearance);
    CHECK(contrast(t.on_accent, t.accent) >= 4);
  }
}
