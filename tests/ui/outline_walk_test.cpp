// What the panel shows, the outline has: in every view and state, both are walked.

#include <cmath>

#include "imgui.h"
#include "text/utf.h"
#include "ui/imgui/item_hooks.h"
#include "ui/states.h"
#include "ui/theme.h"

using namespace who_says;
using namespace who_says::test;

namespace {

/// A control as it is found on either side.
struct Control {
  std::string label;
  float x, y, width, height;  ///< CSS pixels
  bool matched = false;
};

bool same_place(const Control& a, const Control& b) {
  auto near = [](float x, float y) { return std::fabs(x - y) <= 1; };
  return near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height);
}

/// The items that Dear ImGui made in the last frame, by its own hooks.
std::vector<Control> drawn_controls(const Stage& s) {
  std::vector<Control> out;
  for (const ui::HookedItem& item : ui::take_hooked_items()) {
    if (item.label == "article") continue;  // its words, of which each claim is a control of its own
    out.push_back({item.label, item.x0 / s.scale, item.y0 / s.scale, (item.x1 - item.x0) / s.scale,
                   (item.y1 - item.y0) / s.scale});
  }
  return out;
}

/// Words as the panel sets them: a line may break at a space and after a hyphen or dash.
void add_words(std::string_view text, std::set<std::string>& out) {
  std::string word;
  auto end = [&] {
    if (!word.empty()) out.insert(word);
    word.clear();
  };
  for (size_t i = 0; i < text.size(); ++i) {
    bool dash = text.substr(i, 3) == "—" || text.substr(i, 3) == "–";
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '-') {
      end();
    } else if (dash) {
      end();
      i += 2;
    } else {
      word += text[i];
    }
  }
  end();
}

void add_outline(const OutlineNode& node, std::set<std::string>& out) {
  for (const std::string& text : {node.name, node.value, node.hint, node.keys}) add_words(text, out);
  for (const OutlineNode& child : node.children) add_outline(child, out);
}

/// What of the outline stands in words on the canvas: names of pictures, lists and regions do not, nor what a real input shows.
void add_seen(const OutlineNode& node, std::set<std::string>& out) {
  bool named_only = node.role == OutlineRole::region || node.role == OutlineRole::image ||
                    node.role == OutlineRole::field || node.id.rfind("chain:", 0) == 0;
  // Icons, and columns that show their two numbers.
  bool picture = node.id == "undo" || node.id == "redo" || node.id.rfind("pick:", 0) == 0 ||
                 node.id.rfind("depth:", 0) == 0;
  if (!named_only && !picture) add_words(node.name, out);
  for (const OutlineNode& child : node.children) add_seen(child, out);
}

/// Text so many times as large as usual.
auto text_size(float scale) {
  return [scale](App& app) {
    Command look = command(Verb::set_appearance);
    look.appearance.font_scale = scale;
    app.update(look);
  };
}

}  // namespace

TEST_CASE("each item that Dear ImGui has is one control of the outline, of the same name at the same place") {
  int states = 0;
  for (float width : {300.0f, 432.0f})
    for (float scale : {1.0f, 2.0f})
      each_state(
          width, scale, [](App&) {},
          [&](Stage& s, const std::string& where) {
            ++states;
            s.draw();
            ui::hook_items();
            ui::take_hooked_items();
            s.draw();
            std::vector<Control> drawn = drawn_controls(s);
            std::vector<const OutlineNode*> controls;
            controls_of(s.app.outline(), controls);
            for (const OutlineNode* control : controls) {
              const ui::ItemRect* r = s.item(control->id);
              CHECK_MESSAGE(r, where, ": not drawn: ", control->id);
              if (!r) continue;
              CHECK_MESSAGE((r->visible && r->width >= 1 && r->height >= 1), where, ": ", control->id);
              CHECK_MESSAGE(r->field == (control->role == OutlineRole::field), where, ": ", control->id);
              if (r->field || !control->enabled || control->id.rfind("text-claim:", 0) == 0) continue;
              Control wanted{control->name, r->x, r->y, r->width, r->height};
              auto at = std::find_if(drawn.begin(), drawn.end(), [&](const Control& d) {
                return !d.matched && d.label == wanted.label && same_place(d, wanted);
              });
              CHECK_MESSAGE(at != drawn.end(), where, ": no such item: ", control->id, " ", control->name);
              if (at != drawn.end()) at->matched = true;
            }
            for (const Control& d : drawn)
              CHECK_MESSAGE(d.matched, where, ": not in the outline: ", d.label, " at ", d.x, " ", d.y);
            check_outline(s, where);
          });
  CHECK(states > 4 * 50);
}

TEST_CASE("the focus goes the way things are drawn: no control stands wholly above the one before it") {
  for (auto [width, font_scale] : {std::pair(432.0f, 1.0f), {300.0f, 1.0f}, {320.0f, 2.0f}})
    each_state(width, 1, text_size(font_scale), [&](Stage& s, const std::string& where) {
      s.draw();
      std::vector<const OutlineNode*> controls;
      controls_of(s.app.outline(), controls);
      const ui::ItemRect* before = nullptr;
      for (const OutlineNode* control : controls) {
        const ui::ItemRect* r = s.item(control->id);
        if (!r || control->id.rfind("text-claim:", 0) == 0)
          continue;  // claims of an article may lie in each other
        if (before)
          CHECK_MESSAGE(r->y + r->height > before->y, s.width, ", ", where, ": ", control->id, " after ",
                        before->id);
        before = r;
      }
    });
}

TEST_CASE("each word that the panel draws is in the outline, and the other way round") {
  // In the narrow one, with text of 200 %, a word that is cut in two would be in no outline.
  for (auto [width, font_scale] : {std::pair(760.0f, 1.0f), {320.0f, 2.0f}})
    each_state(width, 1, text_size(font_scale), [&](Stage& s, const std::string& where) {
      s.panel.forget_text();
      s.text.runs.clear();
      s.draw();
      CHECK_MESSAGE(s.out.cut.empty(), where);
      std::set<std::string> drawn, said;
      for (const std::string& run : s.text.runs) add_words(run, drawn);
      add_outline(s.app.outline(), said);
      for (const std::string& word : drawn) {
        // The mark of a source that has no picture, which its name follows.
        if (to_utf16(word).size() == 1 && word != "?") continue;
        CHECK_MESSAGE(said.count(word), where, ": drawn only: ", word);
      }
    });
}

TEST_CASE("each target is 24 pixels wide and high or more, 44 high on touch") {
  for (bool touch : {false, true})
    each_state(
        320, 1,
        [&](App& app) {
          Command appearance = command(Verb::set_appearance);
          appearance.appearance.touch = touch;
          app.update(appearance);
        },
        [&](Stage& s, const std::string& where) {
          s.draw();
          for (const ui::ItemRect& r : s.out.items) {
            if (r.id == "strip" || r.id == "pick" || r.id == "terms" || lesson_place(r.id))
              continue;  // a picture; places to scroll to
            CHECK_MESSAGE(r.width >= 23.9f, where, ": ", r.id);
            bool in_text = r.id.rfind("text-claim:", 0) == 0;  // as high as its line
            CHECK_MESSAGE(r.height >= (touch && !in_text ? 43.9f : 23.9f), where, ": ", r.id);
          }
        });
}

TEST_CASE("the panel draws the focus where the outline has it, at every control") {
  int controls_seen = 0;
  each_state(
      432, 1, [](App&) {},
      [&](Stage& s, const std::string& where) {
        ui::Colour accent = ui::theme_of(s.app.model().appearance).accent;
        auto focused = [&](const std::string& id) {
          s.app.update(command(Verb::focus, id));
          s.draw();
          size_t marks = 0;
          for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
            for (const ImDrawVert& v : list->VtxBuffer) marks += v.col == accent;
          return marks;
        };
        size_t without = focused("");
        std::vector<const OutlineNode*> controls;
        controls_of(s.app.outline(), controls);
        std::vector<std::string> ids;
        for (const OutlineNode* control : controls) ids.push_back(control->id);
        for (const std::string& id : ids) {
          CHECK_MESSAGE(focused(id) > without, where, ": ", id);
          ++controls_seen;
        }
      });
  CHECK(controls_seen > 500);
}
