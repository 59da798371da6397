// The hues for people who see fewer colours. Simulated as Machado, Oliveira and Fernandes do (A physiologically-based model for
// simulation of color vision deficiency, 2009): their matrices for a complete lack, applied to linear RGB. Differences are CIEDE2000.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/theme.h"

using namespace who_says;
using namespace who_says::ui;

namespace {

using Triple = std::array<double, 3>;
constexpr double kPi = 3.14159265358979323846;

Triple linear(Colour c) {
  Triple out;
  for (size_t i = 0; i < 3; ++i) {
    double v = (c >> (8 * i) & 0xFF) / 255.0;
    out[i] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  }
  return out;
}

Triple multiplied(const std::array<Triple, 3>& m, const Triple& v) {
  Triple out;
  for (size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return out;
}

struct Vision {
  const char* name;
  std::array<Triple, 3> matrix;
  double light, dark;  ///< the least difference between two hues that is allowed
};
const Vision kVisions[] = {
    {"all colours", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}, 19, 15},
    {"protan",
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
     8,
     6.9},
    {"deutan",
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
     8,
     4.5},
    {"tritan",
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
     8,
     6.4},
};

/// CIE L*a*b* of linear sRGB, white point D65.
Triple lab(Triple rgb) {
  for (double& v : rgb) v = std::clamp(v, 0.0, 1.0);
  Triple xyz = multiplied({{{0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
                            {0.2126729, 0.7151522, 0.0721750},
                            {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}}},
                          rgb);
  for (double& v : xyz) v = v > 216.0 / 24389 ? std::cbrt(v) : (24389.0 / 27 * v + 16) / 116;
  return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

/// CIEDE2000 (Sharma, Wu and Dalal, 2005).
double difference(const Triple& a, const Triple& b) {
  double mean_c = (std::hypot(a[1], a[2]) + std::hypot(b[1], b[2])) / 2, c7 = std::pow(mean_c, 7);
  double g = 0.5 * (1 - std::sqrt(c7 / (c7 + std::pow(25.0, 7))));
  double a1 = a[1] * (1 + g), a2 = b[1] * (1 + g);
  double c1 = std::hypot(a1, a[2]), c2 = std::hypot(a2, b[2]);
  auto angle = [](double y, double x) {
    double h = std::atan2(y, x) * 180 / kPi;
    return h < 0 ? h + 360 : h;
  };
  double h1 = c1 == 0 ? 0 : angle(a[2], a1), h2 = c2 == 0 ? 0 : angle(b[2], a2), turn = h2 - h1;
  if (c1 * c2 == 0)
    turn = 0;
  else if (turn > 180)
    turn -= 360;
  else if (turn < -180)
    turn += 360;
  double dl = b[0] - a[0], dc = c2 - c1, dh = 2 * std::sqrt(c1 * c2) * std::sin(turn / 2 * kPi / 180);
  double l = (a[0] + b[0]) / 2, c = (c1 + c2) / 2, h = h1 + h2;
  if (c1 * c2 != 0) {
    if (std::fabs(h1 - h2) > 180) h += h < 360 ? 360 : -360;
    h /= 2;
  }
  auto cosine = [](double degrees) { return std::cos(degrees * kPi / 180); };
  double t =
      1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) - 0.20 * cosine(4 * h - 63);
  double sl = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50)), sc = 1 + 0.045 * c,
         sh = 1 + 0.015 * c * t, cc7 = std::pow(c, 7);
  double rt = -2 * std::sqrt(cc7 / (cc7 + std::pow(25.0, 7))) *
              std::sin(60 * std::exp(-std::pow((h - 275) / 25, 2)) * kPi / 180);
  return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dh / sh, 2) +
                   rt * (dc / sc) * (dh / sh));
}

}  // namespace

TEST_CASE("the measure of colour differences is CIEDE2000") {
  CHECK(difference({50, 2.6772, -79.7751}, {50, 0, -82.7485}) == doctest::Approx(2.0425).epsilon(1e-4));
  CHECK(difference({50, 2.5, 0}, {73, 25, -18}) == doctest::Approx(27.1492).epsilon(1e-4));
  CHECK(difference({22.7233, 20.0904, -46.694}, {23.0331, 14.973, -42.5619}) ==
        doctest::Approx(2.0373).epsilon(1e-4));
}

// tests/bench/README.md states the least differences.
TEST_CASE("hues stay apart for people who see fewer colours, in both themes") {
  constexpr Hue hues[] = {Hue::state, Hue::intelligence, Hue::expertise, Hue::former, Hue::media, Hue::none};
  for (bool dark : {false, true}) {
    Appearance appearance;
    appearance.dark = dark;
    Theme theme = theme_of(appearance);
    for (const Vision& vision : kVisions) {
      double least = 1000;
      std::string pair;
      for (Hue one : hues)
        for (Hue other : hues) {
          if (one >= other) continue;
          double d = difference(lab(multiplied(vision.matrix, linear(theme.hue(one)))),
                                lab(multiplied(vision.matrix, linear(theme.hue(other)))));
          if (d < least) least = d, pair = std::string(word(one)) + " and " + std::string(word(other));
        }
      std::string where =
          std::string(vision.name) + (dark ? ", dark: " : ", light: ") + pair + " " + std::to_string(least);
      CHECK_MESSAGE(least >= (dark ? vision.dark : vision.light), where);
    }
  }
}
