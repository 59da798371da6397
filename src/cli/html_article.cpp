#include "cli/html_article.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "cli/html_source.h"
#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

// Elements as in web/src/page-text.ts. <br> and <slot> are seen to where nodes are read.
const std::set<std::string_view> kSkipped = {
    "script", "style", "noscript", "template", "canvas", "video",    "audio", "iframe",
    "object", "embed", "select",   "textarea", "button", "who-says", "rt",    "rp"};
const std::set<std::string_view> kBlocks = {
    "address", "article", "aside",    "blockquote", "caption", "dd",      "details", "dialog", "div",
    "dl",      "dt",      "fieldset", "figcaption", "figure",  "footer",  "form",    "h1",     "h2",
    "h3",      "h4",      "h5",       "h6",         "header",  "hgroup",  "hr",      "li",     "main",
    "menu",    "nav",     "ol",       "p",          "pre",     "section", "summary", "table",  "tbody",
    "td",      "tfoot",   "th",       "thead",      "tr",      "ul"};
// Browsers nest no deeper than 512.
constexpr int kMostNesting = 2000;

/// The memory of one parse, given back as a whole: Gumbo's own way out calls itself once for each level of nesting.
class Memory {
 public:
  void* get(size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (size > left_) {
      left_ = std::max(size, kChunk);
      chunks_.push_back(std::make_unique<std::byte[]>(left_));
      next_ = chunks_.back().get();
    }
    left_ -= size;
    return std::exchange(next_, next_ + size);
  }

 private:
  static constexpr size_t kChunk = 1 << 18;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  size_t left_ = 0;
};

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }

std::string tag_of(const GumboNode& node) {
  const GumboElement& element = node.v.element;
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  std::string out(name.data, name.length);
  for (char& c : out) c = char(lower(char16_t(uint8_t(c))));
  return out;
}

const char* attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found ? found->value : nullptr;
}

const GumboNode* child(const GumboVector& children, unsigned index) {
  return static_cast<const GumboNode*>(children.data[index]);
}

using Test = std::function<bool(const GumboNode&)>;

/// The first element in document order, `from` itself too.
const GumboNode* find(const GumboNode& from, const Test& test) {
  std::vector<const GumboNode*> open = {&from};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (!is_element(*node)) continue;
    if (test(*node)) return node;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = children.length; i-- > 0;) open.push_back(child(children, i));
  }
  return nullptr;
}

Test has_tag(std::string tag) {
  return [tag = std::move(tag)](const GumboNode& node) { return tag_of(node) == tag; };
}

std::optional<Test> selected_by(std::string_view selector) {
  std::string name(selector.substr(selector.find_first_not_of("#.") == 1 ? 1 : 0));
  auto is_name = [](char c) {
    return is_digit(char16_t(c)) || lower(char16_t(c)) != char16_t(c) || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '_' || uint8_t(c) >= 0x80;
  };
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_name)) return std::nullopt;
  if (selector[0] == '#')
    return [name](const GumboNode& node) {
      const char* id = attribute(node, "id");
      return id && id == name;
    };
  if (selector[0] == '.')
    return [name](const GumboNode& node) {
      const char* classes = attribute(node, "class");
      if (!classes) return false;
      constexpr const char* kSpaces = " \t\n\f\r";
      std::string_view all = classes;
      for (size_t begin = 0; (begin = all.find_first_not_of(kSpaces, begin)) != all.npos;) {
        size_t end = std::min(all.find_first_of(kSpaces, begin), all.size());
        if (all.substr(begin, end - begin) == name) return true;
        begin = end;
      }
      return false;
    };
  for (char& c : name) c = char(lower(char16_t(uint8_t(c))));
  return has_tag(std::move(name));
}

const GumboNode* usual_article(const GumboNode& root) {
  auto is_body = [](const GumboNode& node) {
    const char* value = attribute(node, "itemprop");
    return value && std::string_view(value) == "articleBody";
  };
  for (const Test& test : {has_tag("article"), Test(is_body), has_tag("main"), has_tag("body")})
    if (const GumboNode* found = find(root, test)) return found;
  return nullptr;
}

class Reader {
 public:
  /// False when it is nested too deep.
  bool read(const GumboNode& element, bool pre, int depth = 0) {
    if (depth > kMostNesting) return false;
    std::string tag = tag_of(element);
    bool is_html = element.v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
    bool is_block = is_html && kBlocks.count(tag) > 0;
    BlockRole role = text_.role();
    uint8_t level = text_.level();
    if (is_block) text_.close_block();
    if (is_html) set_role(tag);
    const GumboVector& children = element.v.element.children;
    for (unsigned i = 0; i < children.length; ++i)
      if (!read_node(*child(children, i), pre || tag == "pre", depth)) return false;
    if (is_block) text_.close_block();
    text_.set_role(role, level);
    return true;
  }
  FileArticle finish() { return text_.finish(); }

 private:
  bool read_node(const GumboNode& node, bool pre, int depth) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
      std::u16string data = text_from_gumbo(node.v.text.text);
      uint32_t line = node.v.text.start_pos.line;
      pre ? text_.preformatted(data, line) : text_.words(data, line);
      return true;
    }
    if (!is_element(node)) return true;
    std::string tag = tag_of(node);
    const char* hidden = attribute(node, "aria-hidden");
    if (tag == "br")
      text_.break_line();
    else if (kSkipped.count(tag) == 0 && !attribute(node, "hidden") &&
             !(hidden && std::string_view(hidden) == "true"))
      return read(node, pre, depth + 1);
    return true;
  }

  void set_role(const std::string& tag) {
    if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6')
      text_.set_role(BlockRole::heading, uint8_t(tag[1] - '0'));
    else if (tag == "li")
      text_.set_role(BlockRole::list_item, 0);
    else if (tag == "blockquote")
      text_.set_role(BlockRole::quote, 0);
    else if (tag == "figcaption" || tag == "caption")
      text_.set_role(BlockRole::caption, 0);
  }

  ArticleText text_;
};

// ---- what is known of the page beside its text

std::string words_in(const GumboNode* element) {
  Reader reader;
  if (!element || !reader.read(*element, false)) return {};
  return to_utf8(reader.finish().article.text);
}

std::string title_of(const GumboNode& article, const GumboNode& root) {
  std::string heading = words_in(find(article, has_tag("h1")));
  return heading.empty() ? words_in(find(root, has_tag("title"))) : heading;
}

std::string address_of(const GumboNode& article, const GumboNode& root) {
  if (const char* own = attribute(article, "itemid"); own && *own) return own;
  const GumboNode* link = find(root, [](const GumboNode& node) {
    const char* rel = attribute(node, "rel");
    return rel && std::string_view(rel) == "canonical" && tag_of(node) == "link";
  });
  const char* address = link ? attribute(*link, "href") : nullptr;
  return address ? address : "";
}

std::string language_of(const GumboNode& article) {
  for (const GumboNode* node = &article; node && is_element(*node); node = node->parent)
    if (const char* lang = attribute(*node, "lang")) return lang;
  return {};
}

}  // namespace

Result<FileArticle> read_html_article(std::string_view html, std::string_view element) {
  std::optional<Test> wanted;
  if (!element.empty() && !(wanted = selected_by(element)))
    return Error{"wrong-selector", "An element is named by \"#id\", \".class\" or its tag.", ""};
  std::string source = html_for_gumbo(html);

  Memory memory;
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = &memory;
  options.allocator = [](void* from, size_t size) { return static_cast<Memory*>(from)->get(size); };
  options.deallocator = [](void*, void*) {};
  options.max_errors = 0;
  const GumboOutput* page = gumbo_parse_with_options(&options, source.data(), source.size());

  const GumboNode* article = wanted ? find(*page->root, *wanted) : usual_article(*page->root);
  if (!article) return Error{"no-article", "The page has no element " + std::string(element) + ".", ""};
  bool pre = false;
  for (const GumboNode* node = article; node && is_element(*node); node = node->parent)
    pre |= tag_of(*node) == "pre";
  Reader reader;
  if (!reader.read(*article, pre))
    return Error{"too-deep",
                 "The article is nested deeper than " + std::to_string(kMostNesting) + " elements.", ""};
  FileArticle out = reader.finish();
  out.article.title = title_of(*article, *page->root);
  out.article.url = address_of(*article, *page->root);
  out.article.lang = language_of(*article);
  return out;
}

}  // namespace who_says
