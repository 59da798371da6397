#include "ui/theme.h"

#include <cmath>

namespace who_says::ui {
namespace {

constexpr Colour rgb(uint32_t hex) {
  return 0xFF000000u | (hex & 0xFF) << 16 | (hex & 0xFF00) | (hex >> 16 & 0xFF);
}

float luminance(Colour c) {
  auto linear = [](uint32_t v) {
    float x = static_cast<float>(v & 0xFF) / 255.0f;
    return x <= 0.04045f ? x / 12.92f : std::pow((x + 0.055f) / 1.055f, 2.4f);
  };
  return 0.2126f * linear(c) + 0.7152f * linear(c >> 8) + 0.0722f * linear(c >> 16);
}

}  // namespace

Colour faded(Colour colour, float share) {
  uint32_t alpha = static_cast<uint32_t>(static_cast<float>(colour >> 24) * share + 0.5f);
  return (colour & 0xFFFFFFu) | alpha << 24;
}

Colour mixed(Colour over, Colour under, float share) {
  Colour out = 0xFF000000u;
  for (int shift = 0; shift < 24; shift += 8) {
    float a = static_cast<float>(over >> shift & 0xFF), b = static_cast<float>(under >> shift & 0xFF);
    out |= static_cast<uint32_t>(a * share + b * (1 - share) + 0.5f) << shift;
  }
  return out;
}

Theme theme_of(const Appearance& appearance) {
  Theme t;
  // Hues: state, intelligence, expertise, former, media, society, record, none. Society has expertise's colour and record has
  // state's; icon, label and underline tell them apart.
  if (appearance.dark) {
    t.ink = rgb(0xECEAE4), t.soft = rgb(0xA3A8B2), t.panel = rgb(0x1B1E23), t.card = rgb(0x22262C),
    t.accent = rgb(0x8AB8E6);
    t.line = mixed(rgb(0xFFFFFF), t.card, 0.16f);
    const uint32_t hues[] = {0x6FB3EA, 0x858CE0, 0x5AC79D, 0xE090C5, 0xF0955A, 0x5AC79D, 0x6FB3EA, 0xA3A8B2};
    for (int i = 0; i < 8; ++i) t.hues[i] = rgb(hues[i]);
  } else {
    t.ink = rgb(0x1B1D22), t.soft = rgb(0x5A606B), t.panel = rgb(0xFBFAF7), t.card = rgb(0xFFFFFF),
    t.accent = rgb(0x1F4E79);
    t.line = mixed(rgb(0x14161C), t.card, 0.13f);
    const uint32_t hues[] = {0x005A9C, 0x332288, 0x00704F, 0x8A3A73, 0xB34700, 0x00704F, 0x005A9C, 0x6B7079};
    for (int i = 0; i < 8; ++i) t.hues[i] = rgb(hues[i]);
  }
  if (appearance.accent) t.accent = rgb(appearance.accent);
  t.on_accent = luminance(t.accent) > 0.35f ? rgb(0x15171B) : rgb(0xFFFFFF);
  t.track = mixed(t.ink, t.card, 0.07f);
  return t;
}

}  // namespace who_says::ui
