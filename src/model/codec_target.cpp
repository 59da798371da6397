// Targets and their selectors: which words an annotation is about.

#include <algorithm>
#include <optional>

#include "model/codec_annotation.h"
#include "model/codec_put.h"

namespace who_says {
namespace {

/// A Choice or List that says no more than its items: they are read in its place.
const Json* choices(const Json& selector) {
  const Json* items = member(selector, "items");
  bool plain = (is_type(selector, "Choice") || is_type(selector, "List")) && selector.size() == 2;
  return plain && items && items->is_array() && !items->empty() ? items : nullptr;
}

bool names_words(const Json& selector) {
  if (selector.is_array()) return std::any_of(selector.begin(), selector.end(), names_words);
  if (const Json* items = choices(selector)) return names_words(*items);
  return is_type(selector, "TextQuoteSelector") || is_type(selector, "TextPositionSelector");
}

bool is_readable(const Json& target) {
  return target.is_object() || (target.is_string() && !target.get_ref<const std::string&>().empty());
}

}  // namespace

void AnnotationReader::read_target(Members& m, Claim& c, Kept& kept, const std::string& where) {
  const Json* target = m.peek("target");
  if (target && is_readable(*target)) {
    read_place(*target, c, kept, where);
    return m.drop("target");
  }
  bool is_list = target && target->is_array();
  if (!is_list || std::none_of(target->begin(), target->end(), is_readable)) {
    if (!target) m.note_absent("target");
    return wrong("an address, or an object with \"source\" and \"selector\",", where);
  }
  // The first target with words of a text is the claim; the others are kept.
  auto found = std::find_if(target->begin(), target->end(), [](const Json& one) {
    const Json* selector = member(one, "selector");
    return selector && names_words(*selector);
  });
  if (found == target->end()) found = std::find_if(target->begin(), target->end(), is_readable);
  for (auto one = target->begin(); one != target->end(); ++one)
    if (one != found) kept.targets.push_back(*one);
  read_place(*found, c, kept, where + "/" + std::to_string(found - target->begin()));
  m.drop("target");
}

void AnnotationReader::read_place(const Json& target, Claim& c, Kept& kept, const std::string& where) {
  if (target.is_string()) {
    c.target = target.get<std::string>();
    return problem("no-words", "This annotation is about the whole page and names no words of it.", where);
  }
  Members m(target);
  m.plain_keywords();
  const Json* source = m.peek("source");
  const Json* named = source ? source : m.peek("id");
  if (named) c.target = named->is_string() ? named->get<std::string>() : string_or(*named, "id");
  if (const Json* selector = m.peek("selector"); selector && !selector->empty()) {
    if (selector->is_array())
      for (size_t i = 0; i < selector->size(); ++i)
        read_selector((*selector)[i], c, kept, where + "/selector/" + std::to_string(i));
    else
      read_selector(*selector, c, kept, where + "/selector");
    // Only an address that the writer puts back by itself is taken out.
    bool plain_source = source && source->is_string() && !m.peek("id");
    m.drop("selector");
    if (plain_source) m.drop("source");
  }
  if (c.selector.exact.empty() && c.selector.position && !text_.empty())
    c.selector.exact = text_.substr(c.selector.position->begin, c.selector.position->size());
  const Json& others = kept.selectors;
  bool no_elements = c.selector.fragment.empty() && std::all_of(others.begin(), others.end(), names_words);
  if (c.selector.exact.empty() && no_elements)
    problem("no-words", "This annotation names no words of the text.", where);
  else if (c.selector.exact.empty())
    problem("only-elements", "This annotation names elements of a page, and no words of its text.", where);
  kept.target = m.rest();
}

void AnnotationReader::read_selector(const Json& selector, Claim& c, Kept& kept, const std::string& where) {
  if (const Json* items = choices(selector)) {
    for (size_t i = 0; i < items->size(); ++i)
      read_selector((*items)[i], c, kept, where + "/items/" + std::to_string(i));
    return;
  }
  bool quote = is_type(selector, "TextQuoteSelector") && c.selector.exact.empty();
  bool position = is_type(selector, "TextPositionSelector") && !c.selector.position;
  if (quote && read_quote(selector, c, kept, where)) return;
  if (position && read_position(selector, c, kept, where)) return;
  if (read_fragment(selector, c)) return;
  kept.selectors.push_back(selector);
}

/// Only a text directive as we write it; other fragments are kept as they are.
bool AnnotationReader::read_fragment(const Json& selector, Claim& c) {
  bool ours = c.selector.fragment.empty() && selector.size() == 3 && is_type(selector, "FragmentSelector") &&
              string_or(selector, "conformsTo") == kTextDirective &&
              string_or(selector, "value").rfind(":~:text=", 0) == 0;
  if (ours) c.selector.fragment = string_or(selector, "value");
  return ours;
}

bool AnnotationReader::read_quote(const Json& selector, Claim& c, Kept& kept, const std::string& where) {
  if (string_or(selector, "exact").empty()) return wrong("\"exact\" with the words", where), false;
  Members m(selector);
  m.plain_keywords();
  m.drop_if("type", "TextQuoteSelector");
  c.selector.exact = to_utf16(m.text("exact"));
  c.selector.prefix = to_utf16(text(m, "prefix", where));
  c.selector.suffix = to_utf16(text(m, "suffix", where));
  c.selector.heading = to_utf16(text(m, "heading", where));
  kept.quote = m.rest();
  return true;
}

bool AnnotationReader::read_position(const Json& selector, Claim& c, Kept& kept, const std::string& where) {
  Members m(selector);
  m.plain_keywords();
  m.drop_if("type", "TextPositionSelector");
  auto offset = [&](const char* key) -> std::optional<uint32_t> {
    const Json* value = m.peek(key);
    if (!value || !value->is_number_unsigned() || value->get<uint64_t>() > 0xFFFFFFFFu) return std::nullopt;
    return value->get<uint32_t>();
  };
  auto begin = offset("start"), end = offset("end");
  if (!begin || !end || *end < *begin)
    return wrong("\"start\" and \"end\" as whole numbers, start first,", where), false;
  // Of a longer text than this one, as after cuts: the quote alone must do, and the position stays as it is.
  if (!text_.empty() && *end > map_.to_code_points(static_cast<uint32_t>(text_.size()))) return false;
  m.drop("start");
  m.drop("end");
  c.selector.position =
      text_.empty() ? Range{*begin, *end} : Range{map_.to_utf16(*begin), map_.to_utf16(*end)};
  kept.position = m.rest();
  return true;
}

Json write_target(const Claim& c, const Kept& kept, const CodePointMap* map) {
  Json selectors = Json::array();
  if (!c.selector.exact.empty()) {
    Json quote;
    put_default(quote, "type", "TextQuoteSelector", kept.quote);
    quote["exact"] = to_utf8(c.selector.exact);
    put(quote, "prefix", to_utf8(c.selector.prefix));
    put(quote, "suffix", to_utf8(c.selector.suffix));
    put(quote, "heading", to_utf8(c.selector.heading));
    add_foreign(quote, kept.quote);
    selectors.push_back(quote);
  }
  if (c.selector.position) {
    auto offset = [map](uint32_t at) { return map ? map->to_code_points(at) : at; };
    Json position;
    put_default(position, "type", "TextPositionSelector", kept.position);
    position["start"] = offset(c.selector.position->begin);
    position["end"] = offset(c.selector.position->end);
    add_foreign(position, kept.position);
    selectors.push_back(position);
  }
  if (!c.selector.fragment.empty())
    selectors.push_back(
        {{"type", "FragmentSelector"}, {"conformsTo", kTextDirective}, {"value", c.selector.fragment}});
  for (const Json& other : kept.selectors) selectors.push_back(other);
  Json out = Json::object();
  if (selectors.empty() && kept.target.empty() && !c.target.empty()) {
    out = c.target;
  } else {
    if (const Json* source = member(kept.target, "source"))
      out["source"] = *source;
    else if (!member(kept.target, "id"))
      put(out, "source", c.target);
    if (!selectors.empty()) out["selector"] = selectors;
    add_foreign(out, kept.target);
  }
  if (kept.targets.empty()) return out;
  Json all = Json::array({out});
  for (const Json& other : kept.targets) all.push_back(other);
  return all;
}

}  // namespace who_says
