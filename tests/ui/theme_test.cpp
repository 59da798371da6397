#include "ui/theme.h"

#include <doctest/doctest.h>

#include <cmath>
#include <iterator>
#include <set>

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

// What the views put on each other, beyond panel and card: grounds of what is chosen, pressed or pointed at (src/ui/draw_*.cpp).
TEST_CASE("text keeps its contrast on every ground that is used, lines and pictures have 3 to 1") {
  for (bool dark : {false, true}) {
    Appearance appearance;
    appearance.dark = dark;
    Theme t = theme_of(appearance);
    INFO((dark ? "dark" : "light"));
    const Colour chosen_words = mixed(t.accent, t.panel, 0.22f);
    CHECK(contrast(t.ink, chosen_words) >= 4.5);
    for (Colour hue : t.hues) {
      for (float share : {0.09f, 0.16f}) CHECK(contrast(t.ink, mixed(hue, t.panel, share)) >= 4.5);
      CHECK(contrast(t.panel, hue) >= 4.5);                        // a source's first letter on its mark
      CHECK(contrast(mixed(hue, t.panel, 0.8f), t.panel) >= 3);    // the line of a suggestion
      CHECK(contrast(mixed(hue, t.panel, 0.9f), t.panel) >= 3);    // a piece of the strip
      CHECK(contrast(hue, mixed(t.accent, t.panel, 0.22f)) >= 3);  // a line under chosen words
      CHECK(contrast(hue, t.track) >= 3);
    }
    for (float share : {0.09f, 0.16f}) CHECK(contrast(t.accent, mixed(t.accent, t.card, share)) >= 4.5);
    for (float share : {0.025f, 0.05f, 0.06f}) {
      CHECK(contrast(t.ink, mixed(t.ink, t.card, share)) >= 4.5);
      CHECK(contrast(t.soft, mixed(t.ink, t.card, share)) >= 4.5);
      CHECK(contrast(t.accent, mixed(t.ink, t.card, share)) >= 4.5);
    }
    CHECK(contrast(t.ink, mixed(t.ink, t.panel, 0.12f)) >= 4.5);
    for (float share : {0.08f, 0.16f})
      CHECK(contrast(t.on_accent, mixed(t.on_accent, t.accent, share)) >= 4.5);
    CHECK(contrast(t.ink, mixed(t.accent, t.card, 0.07f)) >= 4.5);
    CHECK(contrast(t.soft, mixed(t.accent, t.card, 0.07f)) >= 4.5);
    CHECK(contrast(t.accent, mixed(t.accent, t.card, 0.07f)) >= 3);
    CHECK(contrast(mixed(t.accent, t.card, 0.85f), t.card) >= 3);  // columns
    CHECK(contrast(t.accent, t.track) >= 3);                       // how much is done
    CHECK(contrast(t.accent, t.panel) >= 3);                       // the ring of the focus
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

TEST_CASE("eight kinds of line have six colours at most, in both themes") {
  for (bool dark : {false, true}) {
    Appearance appearance;
    appearance.dark = dark;
    Theme t = theme_of(appearance);
    CHECK(std::set<Colour>(std::begin(t.hues), std::end(t.hues)).size() == 6);
  }
}
