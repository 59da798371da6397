#include <array>

#include "app/app.h"
#include "model/json.h"
#include "text/utf.h"

namespace who_says {
namespace {

// clang-format off
constexpr auto kVerbs = std::to_array<std::string_view>({
    "load-article", "load-claims", "await-claims", "load-layer", "set-words", "set-mode", "set-appearance", "show-view",
    "open-claim", "close-claim", "show-in-article", "point-claim", "open-source", "set-field", "show-more",
    "toggle-filters", "filter", "clear-filters", "sort-sources", "begin-draft", "correct-claim",
    "set-draft", "move-edge", "toggle-more", "save-draft", "cancel-draft", "delete-claim", "accept-claim",
    "dismiss-claim", "accept-place", "accept-moved", "edit-note", "save-note", "undo", "redo", "pick",
    "pick-range", "import-claims", "settle", "export-claims", "detect", "detection", "add-suggestions",
    "load-suggestions", "clear-suggestions", "begin-review", "review", "end-review", "accept-sure",
    "reopen", "step-back", "share", "dismiss-notice", "notify", "begin-text", "complete-claims", "go-on",
    "explain", "load-terms", "add-words", "as-text", "load-exercise", "load-key", "load-work", "answer",
    "lesson", "print", "close-for-good", "focus", ""});
static_assert(kVerbs[static_cast<size_t>(Verb::focus)] == "focus");

constexpr auto kEffects = std::to_array<std::string_view>(
    {"show-highlights", "scroll-page", "scroll-panel", "save-layer", "download", "share", "announce",
     "changed", "selected", "failed", "choose-file", "detect", "find-words", "go-on", "explain",
     "more-words", "as-text", "lesson", "paper", "close", "focus"});
static_assert(kEffects[static_cast<size_t>(EffectKind::focus)] == "focus");
// clang-format on

constexpr std::array<std::string_view, 16> kRoles = {
    "region",     "heading", "list",  "item",  "article", "text",   "button", "toggle",
    "disclosure", "tab",     "field", "image", "note",    "status", "choice", "radio"};
static_assert(kRoles[static_cast<size_t>(OutlineRole::radio)] == "radio");

constexpr std::array<std::string_view, 6> kBlocks = {"paragraph", "heading", "list-item",
                                                     "quote",     "caption", "other"};

Error wrong(const std::string& expected, const std::string& where) {
  return {"bad-message", "The page sent a message that cannot be read: " + expected + " was expected.",
          where};
}

bool read_range(const Json& json, Range& out) {
  if (!json.is_array() || json.size() < 2 || !json[0].is_number_unsigned() || !json[1].is_number_unsigned())
    return false;
  uint64_t begin = json[0].get<uint64_t>(), end = json[1].get<uint64_t>();
  if (begin > end || end > 0xFFFFFFFFu) return false;
  out = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  return true;
}

bool flag_of(const Json& json, const char* key) {
  const Json* value = member(json, key);
  return value && value->is_boolean() && value->get<bool>();
}
double number_of(const Json& json, const char* key, double fallback) {
  const Json* value = member(json, key);
  return value && value->is_number() ? value->get<double>() : fallback;
}

Result<std::shared_ptr<const Article>> read_article(const Json& json) {
  auto article = std::make_shared<Article>();
  article->url = string_or(json, "url");
  article->title = string_or(json, "title");
  article->lang = string_or(json, "lang");
  article->text = to_utf16(string_or(json, "text"));
  uint32_t size = static_cast<uint32_t>(article->text.size()), last = 0;
  if (const Json* blocks = member(json, "blocks"); blocks && blocks->is_array()) {
    for (const Json& b : *blocks) {
      Block block;
      if (!read_range(b, block.range) || block.range.begin < last || block.range.end > size)
        return wrong("blocks in order, inside the text", "/article/blocks");
      last = block.range.end;
      if (b.size() > 2 && b[2].is_string())
        for (size_t k = 0; k < kBlocks.size(); ++k)
          if (b[2].get_ref<const std::string&>() == kBlocks[k]) block.role = static_cast<BlockRole>(k);
      if (b.size() > 3 && b[3].is_number_unsigned())
        block.level = static_cast<uint8_t>(std::min<uint64_t>(6, b[3].get<uint64_t>()));
      article->blocks.push_back(block);
    }
  } else {
    article->blocks = blocks_of_plain_text(article->text);
  }
  return std::shared_ptr<const Article>(std::move(article));
}

Json range_json(Range range) { return Json::array({range.begin, range.end}); }

Json command_json(const Command& c) {
  Json out{{"verb", std::string(kVerbs[static_cast<size_t>(c.verb)])}};
  if (!c.id.empty()) out["id"] = c.id;
  if (!c.value.empty()) out["value"] = c.value;
  if (!c.text.empty()) out["text"] = c.text;
  if (!c.plural.empty()) out["plural"] = c.plural;
  if (!c.range.empty()) out["range"] = range_json(c.range);
  if (c.number) out["number"] = c.number;
  if (c.flag) out["flag"] = true;
  if (!c.stamp.id.empty() || !c.stamp.now.empty()) out["stamp"] = {{"id", c.stamp.id}, {"now", c.stamp.now}};
  return out;
}

Json outline_json(const OutlineNode& n, const OutlineNode* before) {
  Json out{{"id", n.id}, {"role", std::string(kRoles[static_cast<size_t>(n.role)])}};
  if (!n.name.empty()) out["name"] = n.name;
  if (n.role == OutlineRole::field) {
    out["value"] = n.value;
    out["hint"] = n.hint;
    if (n.multiline) out["multiline"] = true;
  }
  if (n.level) out["level"] = n.level;
  if (n.on) out["on"] = true;
  if (!n.enabled) out["disabled"] = true;
  if (!n.keys.empty()) out["keys"] = n.keys;
  if (n.command) out["command"] = command_json(*n.command);
  if (!n.children.empty()) {
    Json children = Json::array();
    size_t at = 0;  // most stand in the order in which they stood
    for (const OutlineNode& child : n.children) {
      const OutlineNode* old = nullptr;
      for (size_t i = 0; before && !old && i < before->children.size(); ++i) {
        const OutlineNode& one = before->children[(at + i) % before->children.size()];
        if (one.id == child.id) at += i + 1, old = &one;
      }
      children.push_back(child.same || (old && *old == child) ? Json{{"id", child.id}, {"same", true}}
                                                              : outline_json(child, old));
    }
    out["children"] = std::move(children);
  }
  return out;
}

}  // namespace

Result<Command> read_command(std::string_view text) {
  constexpr size_t most_bytes = 64u << 20, most_depth = 64;
  Result<Json> parsed = parse_json(text, most_bytes, most_depth);
  if (!parsed) return parsed.error();
  const Json& json = parsed.value();
  Command c;
  std::string verb = string_or(json, "verb");
  size_t k = 0;
  while (k < kVerbs.size() && kVerbs[k] != verb) ++k;
  if (k >= kVerbs.size() - 1) return wrong("a known \"verb\"", "/verb");
  c.verb = static_cast<Verb>(k);
  c.id = string_or(json, "id");
  c.value = string_or(json, "value");
  c.text = string_or(json, "text");
  c.plural = string_or(json, "plural");
  c.flag = flag_of(json, "flag");
  c.number = static_cast<int>(std::min(1e9, std::max(-1e9, number_of(json, "number", 0))));
  if (const Json* range = member(json, "range"); range && !read_range(*range, c.range))
    return wrong("a range [begin, end]", "/range");
  if (const Json* stamp = member(json, "stamp"))
    c.stamp = {string_or(*stamp, "id"), string_or(*stamp, "now")};
  if (const Json* article = member(json, "article")) {
    auto read = read_article(*article);
    if (!read) return read.error();
    c.article = std::move(read.value());
  }
  if (const Json* appearance = member(json, "appearance")) {
    Appearance& a = c.appearance;
    a.dark = flag_of(*appearance, "dark");
    a.reduced_motion = flag_of(*appearance, "reducedMotion");
    a.touch = flag_of(*appearance, "touch");
    a.right_to_left = flag_of(*appearance, "rightToLeft");
    a.accent =
        static_cast<uint32_t>(std::min(16777215.0, std::max(0.0, number_of(*appearance, "accent", 0))));
    a.font_scale = static_cast<float>(std::min(4.0, std::max(0.5, number_of(*appearance, "fontScale", 1))));
  }
  return c;
}

std::string write_command(const Command& command) { return dump_json(command_json(command)); }

std::string write_effects(const Effects& effects) {
  Json out = Json::array();
  for (const Effect& e : effects) {
    Json one{{"kind", std::string(kEffects[static_cast<size_t>(e.kind)])}};
    if (!e.id.empty()) one["id"] = e.id;
    if (!e.value.empty()) one["value"] = e.value;
    if (!e.text.empty()) one["text"] = e.text;
    if (!e.range.empty()) one["range"] = range_json(e.range);
    if (e.flag) one["flag"] = true;
    if (!e.highlights.empty()) {
      Json highlights = Json::array();
      for (const Highlight& h : e.highlights) {
        Json one_highlight{
            {"claim", h.claim}, {"range", range_json(h.range)}, {"hue", std::string(word(h.hue))}};
        if (h.selected) one_highlight["selected"] = true;
        if (h.pointed) one_highlight["pointed"] = true;
        if (h.suggested) one_highlight["suggested"] = true;
        highlights.push_back(std::move(one_highlight));
      }
      one["highlights"] = std::move(highlights);
    }
    if (!e.gone.empty()) one["gone"] = e.gone;
    out.push_back(std::move(one));
  }
  return dump_json(out);
}

std::string write_outline(const OutlineNode& root, const OutlineNode* before) {
  return dump_json(outline_json(root, before));
}

}  // namespace who_says
