// The strip of claims: what a search or a filter finds is told from the rest without colours.

#include <cmath>

#include "imgui.h"
#include "ui/stage.h"

using namespace who_says;
using namespace who_says::test;

namespace {

double lightness(ui::Colour colour) {
  auto part = [&](int shift) {
    double v = ((colour >> shift) & 255) / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(IM_COL32_R_SHIFT) + 0.7152 * part(IM_COL32_G_SHIFT) + 0.0722 * part(IM_COL32_B_SHIFT);
}

/// The colour that most corners of what is drawn between two lines of the strip have.
ui::Colour colour_between(const ui::ItemRect& strip, float from, float to) {
  std::map<ui::Colour, int> corners;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& v : list->VtxBuffer)
      if (v.pos.x > from && v.pos.x < to && v.pos.y > strip.y - 1 && v.pos.y < strip.y + strip.height + 1 &&
          v.col >> IM_COL32_A_SHIFT == 255)
        ++corners[v.col];
  auto most = std::max_element(corners.begin(), corners.end(),
                               [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == corners.end() ? 0 : most->first;
}

}  // namespace

TEST_CASE("a press on a kind shows where its claims stand, to who sees no colours too") {
  Stage s;
  auto pieces = [&](bool faint) {
    size_t n = 0;
    for (const Piece& piece : s.app.model().claims.strip) n += piece.faint == faint;
    return n;
  };
  size_t all = pieces(false);
  REQUIRE(all == 4);
  CHECK(pieces(true) == 0);
  s.app.update(command(Verb::filter, "", "hue:former"));
  size_t found = s.app.model().claims.cards.size();
  REQUIRE(found > 0);
  REQUIRE(found < all);
  CHECK(pieces(false) == found);
  CHECK(pieces(true) == all - found);
  s.app.update(command(Verb::clear_filters));
  CHECK(pieces(true) == 0);
  s.app.update(command(Verb::set_field, "search-claims", "", "zebra"));
  CHECK(pieces(true) == all);
}

TEST_CASE("a piece that is found differs from the others of its kind by its lightness, in both themes") {
  for (bool dark : {false, true}) {
    Stage s;
    Command look = command(Verb::set_appearance);
    look.appearance.dark = dark;
    s.app.update(look);
    PanelModel model = s.app.model();
    model.claims.strip.clear();
    for (int hue = 0; hue < 8; ++hue)
      for (bool faint : {false, true}) {
        float begin = static_cast<float>(2 * hue + faint) / 16;
        model.claims.strip.push_back({begin, begin + 1 / 16.0f, static_cast<Hue>(hue), false, faint});
      }
    s.out = s.panel.draw(model, {s.width, s.height, 1, 0, 0}, s.queue);
    const ui::ItemRect* strip = s.item("strip");
    REQUIRE(strip);
    for (int hue = 0; hue < 8; ++hue) {
      auto drawn = [&](int n) {
        float wide = strip->width / 16, from = strip->x + static_cast<float>(2 * hue + n) * wide;
        return lightness(colour_between(*strip, from - 1, from + wide));
      };
      double a = drawn(0), b = drawn(1);
      CHECK_MESSAGE((std::max(a, b) + 0.05) / (std::min(a, b) + 0.05) >= 2.9, hue, ": ", a, " ", b);
    }
  }
}
