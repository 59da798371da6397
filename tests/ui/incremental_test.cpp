// What a panel keeps between frames is what it would lay out from nothing.

#include <random>

#include "ui/stage.h"

using namespace who_says;
using namespace who_says::test;

namespace {

struct Laid {
  std::string id;
  float x, y, width, height;
  bool operator==(const Laid&) const = default;
};

std::vector<Laid> laid(const ui::FrameOutput& out) {
  std::vector<Laid> all;
  for (const ui::ItemRect& r : out.items) all.push_back({r.id, r.x, r.y, r.width, r.height});
  return all;
}

}  // namespace

TEST_CASE("a panel that keeps the heights of cards lays out what a new one does") {
  std::mt19937 random(5);
  Stage s(false);
  load_many_cards(s.app, 120);
  for (int n = 0; n < 60; ++n) {
    auto below = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    Command c = command(Verb::open_claim, "c" + std::to_string(below(120)));
    c.flag = below(2);
    switch (below(8)) {
      case 0:
        c = command(Verb::show_more);
        c.flag = below(2);
        break;
      case 1:
        c = command(Verb::delete_claim, "c" + std::to_string(below(120)));
        break;
      case 2:
        c = command(Verb::set_field, "search-claims", "", below(2) ? "1" : "");
        break;
      case 3:
        c = command(Verb::step_back);
        break;
      case 4:
        s.width = below(2) ? 432 : 340;
        break;
      case 5:
        c = command(Verb::show_view, "", below(2) ? "sources" : "claims");
        break;
    }
    s.app.update(c);
    s.scroll = static_cast<float>(below(3000));
    ui::FrameInput input{s.width, s.height, 1, s.scroll, 0, s.app.contents()};
    ui::FrameOutput kept = s.panel.draw(s.app.model(), input, s.queue);
    ui::Panel fresh(s.text);
    input.contents = 0;
    ui::FrameOutput whole = fresh.draw(s.app.model(), input, s.queue);
    CHECK(kept.content_height == whole.content_height);
    if (!kept.same_layout) CHECK(laid(kept) == laid(whole));
  }
}
