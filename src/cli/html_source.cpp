#include "cli/html_source.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

bool begins_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i)
    if (lower(char16_t(uint8_t(text[i]))) != char16_t(word[i])) return false;
  return true;
}
bool begins_tag(std::string_view text, std::string_view tag) {
  constexpr std::string_view kEnds = " \t\n\f\r/>";
  return begins_with_word(text, tag) && text.size() > tag.size() &&
         kEnds.find(text[tag.size()]) != kEnds.npos;
}
size_t end_of_tag(std::string_view html, size_t at) {
  for (char quote = 0; at < html.size(); ++at) {
    if (quote) {
      if (html[at] == quote) quote = 0;
    } else if (html[at] == '>') {
      return at + 1;
    } else if ((html[at] == '"' || html[at] == '\'') && html[at - 1] == '=') {
      quote = html[at];
    }
  }
  return html.size();
}

/// A browser that runs scripts takes what stands in <noscript> as plain text, and so it never ends <head>. Gumbo reads as one that
/// runs none: blanks take its place, so that lines stay where they are.
std::string without_noscript(std::string_view html) {
  std::string out(html);
  for (size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    std::string_view rest = html.substr(at);
    if (rest.substr(0, 4) == "<!--") {
      at = html.find("-->", at + 2);
      continue;
    }
    bool is_tag = rest.size() > 1 && lower(char16_t(uint8_t(rest[1]))) >= 'a' &&
                  lower(char16_t(uint8_t(rest[1]))) <= 'z';
    size_t begin = is_tag ? end_of_tag(html, at + 1) : at + 1;
    at = begin;
    for (const char* raw :
         {"noscript", "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"}) {
      std::string name = raw;
      if (!is_tag || !begins_tag(rest.substr(1), name)) continue;
      while (at < html.size() && !begins_tag(html.substr(at), "</" + name)) ++at;
      if (name == "noscript")
        std::replace_if(
            out.begin() + std::ptrdiff_t(begin), out.begin() + std::ptrdiff_t(at),
            [](char c) { return c != '\n'; }, ' ');
      break;
    }
  }
  return out;
}

// ---- control characters

// Gumbo replaces them by U+FFFD, browsers keep them, and there are pages with a U+0092 for each apostrophe. They pass as characters
// of the last private plane that nobody uses, from here on.
constexpr char32_t kStandIn = 0x10F800;

bool is_replaced(uint8_t c) {
  return (c > 0 && c < 9) || c == 0x0B || (c > 0x0D && c < 0x20) || (c >= 0x7F && c < 0xA0);
}
std::string stand_in(uint8_t c) { return {'\xF4', '\x8F', char(0xA0 + (c >> 6)), char(0x80 + (c & 0x3F))}; }
std::string with_stand_ins(std::string_view html) {
  std::string out;
  for (size_t i = 0; i < html.size(); ++i) {
    uint8_t c = uint8_t(html[i]);
    bool two_bytes = c == 0xC2 && i + 1 < html.size();
    if (two_bytes && is_replaced(uint8_t(html[i + 1])))
      out += stand_in(uint8_t(html[++i]));
    else if (c < 0x80 && is_replaced(c))
      out += stand_in(c);
    else
      out += html[i];
  }
  return out;
}

}  // namespace

bool is_html(std::string_view name, std::string_view text) {
  size_t dot = name.rfind('.');
  if (dot != name.npos)
    for (std::string_view ending : {".html", ".htm", ".xhtml"})
      if (name.size() - dot == ending.size() && begins_with_word(name.substr(dot), ending)) return true;
  size_t begin = std::min(text.find_first_not_of(" \t\n\f\r"), text.size());
  if (text.substr(0, 3) == "\xEF\xBB\xBF" && begin == 0) return is_html("", text.substr(3));
  text.remove_prefix(begin);
  for (std::string_view tag : {"<!doctype", "<html", "<head", "<body", "<main", "<article"})
    if (begins_tag(text, tag)) return true;
  return begins_with_word(text, "<!--");
}

std::string html_for_gumbo(std::string_view html) {
  if (html.substr(0, 3) == "\xEF\xBB\xBF") html.remove_prefix(3);
  return with_stand_ins(without_noscript(html));
}

std::u16string text_from_gumbo(std::string_view text) {
  std::u16string out = to_utf16(text);
  constexpr char16_t high = 0xD800 + ((kStandIn - 0x10000) >> 10), low = 0xDC00;
  for (size_t at = 0; (at = out.find(high, at)) != out.npos; ++at)
    if (at + 1 < out.size() && out[at + 1] >= low && out[at + 1] < low + 0xA0)
      out.replace(at, 2, 1, char16_t(out[at + 1] - low));
  return out;
}

}  // namespace who_says
