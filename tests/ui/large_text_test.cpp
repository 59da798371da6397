// A reader's text of twice the size: what stands around words grows with them, and nothing is cut.

#include <cmath>

#include "imgui.h"
#include "ui/states.h"
#include "ui/theme.h"

using namespace who_says;
using namespace who_says::test;

namespace {

void set_text(App& app, float font_scale) {
  Command look = command(Verb::set_appearance);
  look.appearance.font_scale = font_scale;
  app.update(look);
}

/// Width and height of what is drawn in one colour between two upright lines, inside of an item.
std::pair<float, float> drawn_size(const ui::ItemRect& in, float from, float to, ui::Colour colour) {
  float x0 = 1e6f, x1 = -1e6f, y0 = 1e6f, y1 = -1e6f;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& v : list->VtxBuffer) {
      if (v.col != colour || v.pos.x < from || v.pos.x > to || v.pos.y < in.y || v.pos.y > in.y + in.height)
        continue;
      x0 = std::min(x0, v.pos.x), x1 = std::max(x1, v.pos.x);
      y0 = std::min(y0, v.pos.y), y1 = std::max(y1, v.pos.y);
    }
  return {x1 - x0, y1 - y0};
}

void fields_of(const OutlineNode& node, std::vector<const OutlineNode*>& out) {
  if (node.role == OutlineRole::field) out.push_back(&node);
  for (const OutlineNode& child : node.children) fields_of(child, out);
}

}  // namespace

TEST_CASE("text of 200 %: what is pressed and its pictures are twice as high") {
  auto stage = [](float font_scale, const std::function<void(App&)>& enter) {
    Stage s;
    s.width = 432 * font_scale;
    s.height = 4000;
    set_text(s.app, font_scale);
    enter(s.app);
    s.draw();
    return s.out.items;
  };
  int compared = 0;
  auto compare = [&](const std::function<void(App&)>& enter, std::initializer_list<std::string> kinds) {
    std::vector<ui::ItemRect> small = stage(1, enter), large = stage(2, enter);
    for (const ui::ItemRect& was : small)
      for (const std::string& kind : kinds) {
        if (was.id.rfind(kind, 0) != 0) continue;
        auto is =
            std::find_if(large.begin(), large.end(), [&](const ui::ItemRect& r) { return r.id == was.id; });
        REQUIRE_MESSAGE(is != large.end(), was.id);
        CHECK_MESSAGE(std::fabs(is->height - 2 * was.height) <= 1, was.id, ": ", is->height, " for ",
                      was.height);
        ++compared;
      }
  };
  compare([](App& app) { app.update(command(Verb::toggle_filters)); },
          {"legend:", "filter:", "accept:", "export"});
  compare([](App& app) { app.update(command(Verb::show_view, "", "sources")); }, {"order:"});
  compare([](App& app) { app.update(command(Verb::show_view, "", "text")); }, {"pick:"});
  compare([](App& app) { app.update(command(Verb::correct_claim, "c1")); },
          {"draft:", "draft-note", "save-draft"});
  CHECK(compared > 40);

  // The picture of a card's kind.
  std::pair<float, float> sizes[2];
  for (int twice : {0, 1}) {
    Stage s;
    s.width = 432 * static_cast<float>(twice + 1);
    s.height = 4000;
    set_text(s.app, static_cast<float>(twice + 1));
    s.draw();
    const ui::ItemRect* card = s.item("claim:c1");
    REQUIRE(card);
    float left = card->x + 14, room = 24 * static_cast<float>(twice + 1);
    sizes[twice] =
        drawn_size(*card, left, left + room,
                   ui::theme_of(s.app.model().appearance).hue(s.app.model().claims.cards.front().hue));
  }
  CHECK(sizes[0].first > 10);
  // The soft edges of a stroke are a pixel or two at any size.
  CHECK(sizes[1].first == doctest::Approx(2 * sizes[0].first).epsilon(0.08));
  CHECK(sizes[1].second == doctest::Approx(2 * sizes[0].second).epsilon(0.08));
}

TEST_CASE("text of 200 % on 320 pixels: no word and no field's hint is cut, nothing sticks out") {
  int hints = 0, above = 0;
  each_state(
      320, 1, [](App& app) { set_text(app, 2); },
      [&](Stage& s, const std::string& where) {
        s.draw();
        for (const std::string& line : s.out.cut) CHECK_MESSAGE(false, where, ": cut: ", line);
        for (const ui::ItemRect& r : s.out.items)
          CHECK_MESSAGE((r.x >= -0.5f && r.x + r.width <= s.width + 0.5f), where, ": outside: ", r.id);
        std::vector<const OutlineNode*> fields;
        fields_of(s.app.outline(), fields);
        for (const OutlineNode* field : fields) {
          const ui::ItemRect* r = s.item(field->id);
          REQUIRE_MESSAGE(r, where, ": ", field->id);
          float wide = s.text.advance(Face::regular, 28, field->hint), room = r->width - 24;
          ++hints;
          above += r->hinted;
          if (field->multiline)
            CHECK_MESSAGE(r->height >= 18 + 42 * std::ceil(wide / room), where, ": ", field->id);
          else
            CHECK_MESSAGE((r->hinted || wide <= room + 1), where, ": cut: ", field->hint);
        }
      });
  CHECK(hints > 50);
  CHECK(above > 10);
}
