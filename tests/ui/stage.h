#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/sample.h"
#include "platform/headless/test_text.h"
#include "text/utf.h"
#include "ui/panel.h"

namespace who_says::test {

/// A panel without a screen, with the sample article and its claims.
struct Stage {
  App app;
  TestText text;
  ui::Panel panel{text};
  ui::CommandQueue queue;
  ui::FrameOutput out;
  float width = 432, height = 900, scale = 1, scroll = 0;

  explicit Stage(bool sample = true) {
    if (sample) load_sample(app);
  }
  void draw() {
    queue.clear();
    out = panel.draw(app.model(), {width * scale, height * scale, scale, scroll, 0}, queue);
  }
  const ui::ItemRect* item(const std::string& id) const {
    for (const ui::ItemRect& r : out.items)
      if (r.id == id) return &r;
    return nullptr;
  }
  /// Shows the Text view; a place on the first word of an item of it.
  std::pair<float, float> show_text(const std::string& id) {
    height = 1600;
    app.update(command(Verb::show_view, "", "text"));
    draw();
    const ui::ItemRect* r = item(id);
    REQUIRE_MESSAGE(r, id);
    return {r->x + 3, r->y + 10};
  }
  /// Presses the middle of an item as a mouse does; returns what it asked for.
  std::vector<Command> press(const std::string& id) {
    draw();
    const ui::ItemRect* r = item(id);
    REQUIRE_MESSAGE(r, id);
    float x = r->x + std::min(r->width / 2, 20.0f), y = r->y + std::min(r->height / 2, 10.0f);
    std::vector<Command> all;
    auto step = [&] {
      draw();
      for (Command& c : queue)
        if (c.verb != Verb::point_claim) all.push_back(c);
    };
    panel.pointer_move(x, y);
    step();
    panel.pointer_button(true);
    step();
    panel.pointer_button(false);
    step();
    panel.pointer_leave();
    step();
    return all;
  }
};

/// An article of so many claims; every fifth is a suggestion.
inline void load_many_cards(App& app, int count) {
  auto article = std::make_shared<Article>();
  article->url = "https://news.example/many";
  std::string items;
  for (int n = 0; n < count; ++n) {
    std::string words = "bridge number " + std::to_string(n) + std::string(static_cast<size_t>(n % 7), '.') +
                        (n % 3 ? "" : " and all that leads to it, from one bank to the other, opens in May");
    article->text += to_utf16("An officer said that " + words + ".\n\n");
    items += (n ? "," : "") + std::string(R"({"id":"c)") + std::to_string(n) +
             R"(","type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":")" + words +
             "\"}}" + (n % 5 ? "" : R"(,"status":"suggested")") + "}";
  }
  article->blocks = blocks_of_plain_text(article->text);
  Command load = command(Verb::load_article);
  load.article = article;
  app.update(load);
  app.update(command(Verb::load_claims, "", "", R"({"type":"AnnotationPage","items":[)" + items + "]}"));
  Command on = command(Verb::go_on);
  on.number = 1000000000;
  for (int n = 0; n < 20; ++n) app.update(on);
  REQUIRE(app.state().places.size() == static_cast<size_t>(count));
}

inline void controls_of(const OutlineNode& node, std::vector<const OutlineNode*>& out) {
  if (node.command || node.role == OutlineRole::field) out.push_back(&node);
  for (const OutlineNode& child : node.children) controls_of(child, out);
}

/// A place of a lesson that may be scrolled to.
inline bool lesson_place(const std::string& id) {
  return id == "lesson-heading" || id == "lesson-result" || id.rfind("part:", 0) == 0;
}

/// What the panel draws and what the outline has are the same controls.
inline void check_outline(Stage& s, const std::string& where) {
  s.draw();
  std::map<std::string, int> drawn;
  for (const ui::ItemRect& r : s.out.items) ++drawn[r.id];
  std::vector<const OutlineNode*> controls;
  controls_of(s.app.outline(), controls);
  std::set<std::string> expected;
  for (const OutlineNode* control : controls) {
    expected.insert(control->id);
    CHECK_MESSAGE(drawn[control->id] == 1, where, ": ", control->id);
  }
  for (const ui::ItemRect& r : s.out.items) {
    if (!expected.count(r.id))
      CHECK_MESSAGE((r.id == "strip" || r.id == "pick" || r.id == "terms" || r.id.rfind("card:", 0) == 0 ||
                     lesson_place(r.id)),
                    where, ": ", r.id);
    CHECK_MESSAGE(r.x >= -0.5f, where, ": ", r.id);
    CHECK_MESSAGE(r.x + r.width <= s.width + 0.5f, where, ": ", r.id);
  }
}

}  // namespace who_says::test
