#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "text/letters.h"
#include "text/utf.h"
#include "ui/underline.h"
#include "ui/views.h"
#include "ui/widgets.h"

namespace who_says::ui {
namespace {

/// A word of the article and where it was set.
struct SetWord {
  Range range;  ///< UTF-16 code units of the article
  Box box;
  Direction direction = Direction::none;
  bool line_start = false;
};

/// Sets one block word by word. Returns its height.
float set_block(Frame& f, Style style, std::u16string_view text, Range block, float x, float y, float width,
                std::vector<SetWord>& out) {
  width = f.measure_of(style, width);
  float size = f.font_size(style), space = f.runs().advance(style.face, size, " "),
        height = f.line_height(style), pen = 0, gap = 0, top = y;
  Direction base = f.direction(to_utf8(text.substr(block.begin, std::min<size_t>(block.size(), 200))));
  std::vector<LineWord> line;
  auto end_line = [&] {
    arrange(line, base);
    SetWord* words = out.data() + out.size() - line.size();
    for (size_t i = 0; i < line.size(); ++i) {
      const LineWord& word = line[i];
      float at = base == f.direction() ? word.offset : width - word.offset - word.advance;
      words[i].box = {x + at, top, word.advance, height};
      words[i].direction = word.direction;
    }
    line.clear();
    pen = gap = 0;
    top += height;
  };
  for (uint32_t i = block.begin; i < block.end;) {
    if (text[i] == '\n') {
      end_line();
      ++i;
      continue;
    }
    if (is_space(text[i])) {
      if (!line.empty()) gap += space;
      ++i;
      continue;
    }
    uint32_t end = i;
    while (end < block.end && !is_space(text[end])) ++end;
    std::string words = to_utf8(text.substr(i, end - i));
    for (std::string_view rest = words; !rest.empty();) {
      std::string_view word = rest.substr(0, f.unbroken(rest));
      rest.remove_prefix(word.size());
      end = i + static_cast<uint32_t>(to_utf16(word).size());
      float advance = f.runs().advance(style.face, size, word);
      if (pen > 0 && pen + gap + advance > width) end_line();
      out.push_back({{i, end}, {}, Direction::none, line.empty()});
      line.push_back({gap, advance, direction_of(word), 0});
      pen += gap + advance;
      gap = 0;
      i = end;
    }
  }
  end_line();
  return top - y;
}

/// Horizontal part of a word that a range covers.
void covered(Frame& f, Style style, std::u16string_view text, const SetWord& word, Range range, float& x0,
             float& x1) {
  Range part = intersect(word.range, range);
  auto before = [&](uint32_t offset) {
    if (offset <= word.range.begin) return 0.0f;
    if (offset >= word.range.end) return word.box.width;
    return f.runs().advance(style.face, f.font_size(style),
                            to_utf8(text.substr(word.range.begin, offset - word.range.begin)));
  };
  bool along = word.direction == f.direction();
  x0 = along ? word.box.x + before(part.begin) : word.box.right() - before(part.end);
  x1 = along ? word.box.x + before(part.end) : word.box.right() - before(part.begin);
}

void paint_words(Frame& f, const TextModel& model, Style style, const std::vector<SetWord>& words) {
  const Theme& t = f.theme();
  std::u16string_view text = *model.text;
  auto each = [&](Range range, auto paint) {
    for (size_t i = 0; i < words.size(); ++i) {
      if (!words[i].range.overlaps(range) || !f.visible(words[i].box.y, words[i].box.height)) continue;
      float x0, x1;
      covered(f, style, text, words[i], range, x0, x1);
      // The space before a next word beside it belongs to the range too.
      bool goes_on = i + 1 < words.size() && words[i + 1].range.begin < range.end && !words[i + 1].line_start;
      if (goes_on && words[i + 1].direction == words[i].direction) {
        const Box& next = words[i + 1].box;
        next.x >= x1 ? x1 = next.x : x0 = next.right();
      }
      paint(words[i], x0, x1);
    }
  };
  auto is_here = [&](const Highlight& h) {
    return !words.empty() && h.range.end > words.front().range.begin &&
           h.range.begin < words.back().range.end;
  };
  for (const Highlight& h : model.highlights) {
    if ((!h.selected && !h.pointed) || !is_here(h)) continue;
    each(h.range, [&](const SetWord& w, float x0, float x1) {
      f.fill({x0, w.box.y + f.px(2), x1 - x0, w.box.height - f.px(4)},
             mixed(t.hue(h.hue), t.panel, h.selected ? 0.16f : 0.09f));
    });
  }
  if (!model.pick.empty())
    each(model.pick, [&](const SetWord& w, float x0, float x1) {
      f.fill({x0, w.box.y + f.px(1), x1 - x0, w.box.height - f.px(2)}, mixed(t.accent, t.panel, 0.22f));
    });
  for (const SetWord& word : words)
    if (f.visible(word.box.y, word.box.height))
      f.run(style, to_utf8(text.substr(word.range.begin, word.range.size())), word.box.x,
            f.baseline(style, word.box.y), t.ink);
  // Nested claims: each further one stands a little lower.
  std::vector<Range> above;
  for (const Highlight& h : model.highlights) {
    if (!is_here(h)) continue;
    int level = 0;
    for (Range r : above) level += r.overlaps(h.range);
    above.push_back(h.range);
    each(h.range, [&](const SetWord& w, float x0, float x1) {
      draw_underline(f, h.hue, h.suggested, x0, x1,
                     f.baseline(style, w.box.y) + f.em(3) + static_cast<float>(std::min(level, 2)) * f.em(3));
    });
  }
}

const SetWord* word_at(const std::vector<SetWord>& words, float x, float y) {
  const SetWord* best = nullptr;
  float nearest = 0;
  for (const SetWord& word : words) {
    if (y < word.box.y || y >= word.box.bottom()) continue;
    float away = std::max({0.0f, word.box.x - x, x - word.box.right()});
    if (!best || away < nearest) best = &word, nearest = away;
  }
  return best;
}

/// The steps that choose words, as pictures under the name of their group. Returns the height.
float choosing(Frame& f, const std::vector<FilterGroup>& groups, float x, float y, float width) {
  constexpr Icon icons[] = {Icon::chevron_up, Icon::chevron_down, Icon::minus, Icon::plus,
                            Icon::begin_back, Icon::begin_on,     Icon::close};
  const Theme& t = f.theme();
  float size = f.target(32), label = f.line_height(style::tiny), pen = x, top = y;
  size_t next = 0;
  for (const FilterGroup& group : groups) {
    float buttons = (size + f.px(4)) * static_cast<float>(group.options.size()) - f.px(4),
          wide = std::max(buttons, f.text_width(style::tiny, group.label));
    if (pen > x && pen + wide > x + width + 0.5f) {
      pen = x;
      y += label + size + f.px(8);
    }
    f.text_line(style::tiny, pen, y, wide + 1, group.label, t.soft);
    for (const Action& step : group.options) {
      Box box{pen, y + label + f.px(4), size, size};
      f.fill(box, t.card, f.px(8));
      f.border(box, t.line, f.px(8));
      icon_button(f, step, icons[std::min(next++, std::size(icons) - 1)], box.x, box.y, size);
      pen += size + f.px(4);
    }
    pen += std::max(0.0f, wide - buttons) + f.px(12);
  }
  return y + label + f.px(4) + size - top;
}

}  // namespace

float draw_text(Frame& f, const TextModel& model, TextDrag& drag, float x, float y, float width) {
  const Theme& t = f.theme();
  float top = y;
  if (!model.empty.empty()) return f.paragraph(style::body, x, y, width, model.empty, t.soft);
  if (!model.help.empty()) y += f.paragraph(style::small, x, y, width, model.help, t.soft) + f.px(8);
  if (!model.choosing.empty()) y += choosing(f, model.choosing, x, y, width) + f.px(8);
  if (!model.highlight.id.empty()) {
    y += buttons(f, {model.highlight}, x, y, width) + f.px(16);
  }

  std::vector<SetWord> all;
  float text_top = y;
  for (const TextBlock& block : model.blocks) {
    Style style = block.role == BlockRole::heading ? style::article_heading : style::article;
    float indent = block.role == BlockRole::list_item || block.role == BlockRole::quote ? f.em(16) : 0;
    y += f.part(y, [&] {
      std::vector<SetWord> words;
      float height = set_block(f, style, *model.text, block.range, x + indent, y, width - indent, words);
      if (f.visible(y, height)) {
        paint_words(f, model, style, words);
        if (block.role == BlockRole::list_item)
          f.dot(x + f.em(6), y + f.line_height(style) / 2, f.em(2.5f), t.soft, Hue::media);
        if (block.role == BlockRole::quote) f.fill({x, y, f.px(3), height}, t.line);
      }
      all.insert(all.end(), words.begin(), words.end());
      return height;
    });
    y += f.px(16);
  }

  if (!model.pick.empty() && !f.same_layout()) {
    Box pick{};
    for (const SetWord& word : all)
      if (word.range.overlaps(model.pick)) {
        if (pick.height == 0) pick = {x, word.box.y, width, 0};
        pick.height = word.box.bottom() - pick.y;
      }
    f.place("pick", pick);
  }
  // The claims of the text are items: each stands where its first word does.
  constexpr std::string_view prefix = "text-claim:";
  std::string_view focused = f.model().focused;
  focused = focused.substr(0, prefix.size()) == prefix ? focused.substr(prefix.size()) : "";
  for (const Highlight& h : model.highlights) {
    if (f.same_layout() && h.claim != focused) continue;
    auto word = std::partition_point(all.begin(), all.end(),
                                     [&](const SetWord& w) { return w.range.end <= h.range.begin; });
    if (word == all.end() || !word->range.overlaps(h.range)) continue;
    std::string id = std::string(prefix) + h.claim;
    f.place(id, {word->box.x, word->box.y, std::max(word->box.width, f.px(24)), word->box.height});
    f.focus_ring(id, word->box, f.px(3));
  }

  if (f.measuring() || y <= text_top) return y - top;
  ImGui::SetCursorScreenPos({f.across(x, width), text_top});
  ImGui::InvisibleButton("article", {width, y - text_top});
  ImVec2 mouse = ImGui::GetMousePos();
  mouse.x = f.across(mouse.x);
  if (ImGui::IsItemHovered()) f.cursor("text");
  const SetWord* word = word_at(all, mouse.x, mouse.y);
  if (ImGui::IsItemActivated() && word) drag = {true, word->range, mouse.x, mouse.y, {}};
  bool can_pick = !model.highlight.id.empty();
  // Told from our own places: a quick drag may be over in the first frame that hears of it.
  bool dragged =
      std::max(std::abs(mouse.x - drag.x), std::abs(mouse.y - drag.y)) >= f.px(4) || !drag.pick.empty();
  if (drag.active && word && can_pick && dragged && (ImGui::IsItemActive() || ImGui::IsItemDeactivated())) {
    Range pick{std::min(drag.anchor.begin, word->range.begin), std::max(drag.anchor.end, word->range.end)};
    if (!(pick == drag.pick)) {
      drag.pick = pick;
      Command command;
      command.verb = Verb::pick_range;
      command.range = pick;
      f.queue(std::move(command));
    }
  }
  if (drag.active && ImGui::IsItemDeactivated()) {
    if (drag.pick.empty()) {  // a click: the shortest claim under it opens, else what was chosen goes
      const Highlight* hit = nullptr;
      for (const Highlight& h : model.highlights)
        if (h.range.overlaps(drag.anchor) && (!hit || h.range.size() < hit->range.size())) hit = &h;
      Command command;
      command.verb = hit ? Verb::open_claim : Verb::pick_range;
      if (hit) command.id = hit->claim;
      if (hit || can_pick) f.queue(std::move(command));
    }
    drag = {};
  }
  return y - top;
}

}  // namespace who_says::ui
