// The foot: its tools stay in sight below a list of any length.

#include <initializer_list>

#include "ui/stage.h"

using namespace who_says;
using namespace who_says::test;

namespace {

struct Room {
  const char* what;
  float width, height, font_scale;
  bool touch;
  std::initializer_list<const char*> standing;  ///< tools that are in sight wherever the list is scrolled
};

void enter(Stage& s, const Room& room, int claims) {
  load_many_cards(s.app, claims);
  Command look = command(Verb::set_appearance);
  look.appearance.font_scale = room.font_scale;
  look.appearance.touch = room.touch;
  s.app.update(look);
  s.width = room.width;
  s.height = room.height;
}

const Room rooms[] = {
    {"at the side", 400, 870, 1, false, {"import", "export", "share", "as-text", "print", "close-for-good"}},
    {"in the page", 432, 620, 1, false, {"import", "export", "share", "as-text", "print", "close-for-good"}},
    {"all of the page", 1200, 860, 1, false, {"import", "as-text", "close-for-good"}},
    {"half a phone", 390, 394, 1, true, {"as-text", "close-for-good"}},
    {"nearly all of a phone", 390, 790, 1, true, {"import", "as-text", "close-for-good"}},
    {"320 pixels", 320, 570, 1, false, {"as-text", "close-for-good"}},
    {"320 pixels, text of 200 %", 320, 570, 2, false, {"as-text", "close-for-good"}},
};

}  // namespace

TEST_CASE("tools stand at the foot, in sight wherever a long list is scrolled; the list ends above them") {
  for (const Room& room : rooms) {
    Stage s(false);
    enter(s, room, 60);
    s.draw();
    float most = s.out.content_height - s.height;
    REQUIRE(most > 1000);
    for (float scroll : {0.0f, 400.0f, most}) {
      s.scroll = scroll;
      s.draw();
      CHECK_MESSAGE(s.out.end - s.out.header_height >= 119, room.what);
      for (const char* id : room.standing) {
        const ui::ItemRect* tool = s.item(id);
        REQUIRE_MESSAGE(tool, room.what, ": ", id);
        CHECK_MESSAGE((tool->fixed && tool->visible), room.what, ": ", id);
        CHECK_MESSAGE((tool->y >= s.out.end && tool->y + tool->height <= s.height), room.what, ": ", id);
      }
      for (const ui::ItemRect& item : s.out.items)
        if (!item.fixed && scroll == most)
          CHECK_MESSAGE(item.y + item.height <= s.out.end, room.what, ": ", item.id);
    }
  }
}

TEST_CASE("where there is no room for a card beside them, tools scroll with the list") {
  Stage s(false);
  enter(s, {"", 320, 240, 1, false, {}}, 60);
  s.draw();
  CHECK(s.out.end == s.height);
  s.scroll = s.out.content_height - s.height;
  s.draw();
  for (const char* id : {"export", "as-text", "close-for-good"}) {
    const ui::ItemRect* tool = s.item(id);
    REQUIRE(tool);
    CHECK(!tool->fixed);
    CHECK(tool->y + tool->height <= s.height);
  }
}

TEST_CASE("what lies under the foot is not pressed; what the focus goes to comes to stand above it") {
  for (const Room& room : rooms) {
    Stage s(false);
    enter(s, room, 60);
    s.draw();
    const ui::ItemRect* under = nullptr;
    for (const ui::ItemRect& item : s.out.items)
      if (!item.fixed && item.id.rfind("claim:", 0) == 0 && item.y + item.height > s.height) {
        under = &item;
        break;
      }
    REQUIRE(under);
    std::string id = under->id;
    // Between the foot's upper edge and its first row; nothing is drawn there.
    s.panel.pointer_move(s.width / 2, s.out.end + 3);
    std::vector<Command> asked;
    for (int step = 0; step < 4; ++step) {
      if (step) s.panel.pointer_button(step == 1);
      s.draw();
      asked.insert(asked.end(), s.queue.begin(), s.queue.end());
    }
    CHECK_MESSAGE(asked.empty(), room.what);
    float to = s.panel.scroll_to(id);
    CHECK_MESSAGE(to > 0, room.what);
    s.scroll = to;
    s.draw();
    const ui::ItemRect* now = s.item(id);
    REQUIRE(now);
    CHECK_MESSAGE(now->y >= s.out.header_height, room.what);
    if (now->height < s.out.end - s.out.header_height - 24)
      CHECK_MESSAGE(now->y + now->height <= s.out.end, room.what);
    CHECK_MESSAGE(s.panel.scroll_to("close-for-good") == -1, room.what);
  }
}

TEST_CASE("the focus goes the way things stand in a low panel: head, list, foot") {
  for (const Room& room : rooms) {
    Stage s(false);
    enter(s, room, 12);
    s.draw();
    std::vector<const OutlineNode*> controls;
    controls_of(s.app.outline(), controls);
    // Of the head, of what scrolls, of the foot.
    auto part = [&](const ui::ItemRect& r) { return !r.fixed ? 1 : r.y < s.out.end ? 0 : 2; };
    const ui::ItemRect* before = nullptr;
    for (const OutlineNode* control : controls) {
      const ui::ItemRect* r = s.item(control->id);
      REQUIRE(r);
      if (before && part(*before) == part(*r))
        CHECK_MESSAGE(r->y + r->height > before->y, room.what, ": ", control->id, " after ", before->id);
      else if (before)
        CHECK_MESSAGE(part(*r) > part(*before), room.what, ": ", control->id, " after ", before->id);
      before = r;
    }
  }
}
