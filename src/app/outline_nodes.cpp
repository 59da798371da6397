#include "app/outline_nodes.h"

#include "app/models.h"
#include "text/utf.h"

namespace who_says {

OutlineNode node(OutlineRole role, std::string id, std::string name) {
  OutlineNode out;
  out.role = role;
  out.id = std::move(id);
  out.name = std::move(name);
  return out;
}
OutlineNode heading(std::string id, std::string name, uint8_t level) {
  OutlineNode out = node(OutlineRole::heading, std::move(id), std::move(name));
  out.level = level;
  return out;
}
OutlineNode control(const Action& action, OutlineRole role) {
  OutlineNode out = node(role, action.id, action.label);
  out.on = action.on;
  out.enabled = action.enabled;
  out.keys = action.keys;
  out.command = action.command;
  return out;
}
OutlineNode field(const Field& f) {
  OutlineNode out = node(OutlineRole::field, f.id, f.label);
  out.value = f.value;
  out.hint = f.placeholder;
  out.multiline = f.multiline;
  return out;
}

OutlineNode& add(OutlineNode& parent, OutlineNode child) {
  parent.children.push_back(std::move(child));
  return parent.children.back();
}
void add_line(OutlineNode& parent, const std::string& id, const std::string& text) {
  if (!text.empty()) add(parent, node(OutlineRole::text, id, text));
}
void add_actions(OutlineNode& parent, const std::vector<Action>& list, OutlineRole role) {
  for (const Action& action : list)
    if (!action.id.empty()) add(parent, control(action, role));
}
void add_group(OutlineNode& parent, const std::string& id, const FilterGroup& group, OutlineRole role) {
  OutlineNode& list = add(parent, node(OutlineRole::list, id, group.label));
  for (const Action& option : group.options) {
    OutlineNode& item = add(list, node(OutlineRole::item, "item:" + option.id));
    add(item, control(option, role));
  }
}

void add_text(OutlineNode& parent, const TextModel& model) {
  add_line(parent, "empty", model.empty);
  add_line(parent, "help", model.help);
  for (size_t i = 0; i < model.choosing.size(); ++i)
    add_group(parent, "choose:" + std::to_string(i), model.choosing[i]);
  if (!model.highlight.id.empty()) add(parent, control(model.highlight));
  if (!model.text) return;
  OutlineNode& article = add(parent, node(OutlineRole::article, "text"));
  std::u16string_view text = *model.text;
  size_t next = 0;
  for (size_t i = 0; i < model.blocks.size(); ++i) {
    const TextBlock& block = model.blocks[i];
    std::string id = "block:" + std::to_string(i);
    std::string words = to_utf8(text.substr(block.range.begin, block.range.size()));
    if (block.role == BlockRole::heading)
      add(article, heading(id, words, static_cast<uint8_t>(block.level < 3 ? 3 : block.level)));
    else
      add_line(article, id, words);
    for (; next < model.highlights.size() && model.highlights[next].range.begin < block.range.end; ++next) {
      const Highlight& h = model.highlights[next];
      std::string quote = to_utf8(text.substr(h.range.begin, h.range.size()));
      Action open = action("text-claim:" + h.claim, quote, Verb::open_claim, h.claim);
      open.on = h.selected;
      add(article, control(open));
    }
  }
}

}  // namespace who_says
