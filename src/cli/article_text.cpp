#include "cli/article_text.h"

#include <algorithm>

#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

bool is_ascii_space(char16_t c) { return c == ' ' || (c >= 9 && c <= 13); }
/// What JavaScript's trim() takes away.
bool is_trimmed(char16_t c) { return c == 0xFEFF || (is_space(c) && c != 0x85); }

}  // namespace

uint32_t FileArticle::line_of(uint32_t offset) const {
  auto after = std::find_if(article.blocks.begin(), article.blocks.end(),
                            [&](const Block& block) { return block.range.begin > offset; });
  size_t n = size_t(after - article.blocks.begin());
  return lines.empty() ? 0 : lines[n == 0 ? 0 : n - 1];
}

void ArticleText::close_block() {
  if (open_) out_.article.blocks.back().range.end = uint32_t(out_.article.text.size());
  open_ = space_ = false;
  breaks_ = 0;
}

void ArticleText::words(std::u16string_view text, uint32_t line) {
  for (size_t i = 0; i < text.size();) {
    if (is_ascii_space(text[i])) {
      space_ = true;
      if (text[i++] == '\n') ++line;
      continue;
    }
    size_t begin = i;
    while (i < text.size() && !is_ascii_space(text[i])) ++i;
    put(text.substr(begin, i - begin), line);
  }
}

void ArticleText::preformatted(std::u16string_view text, uint32_t line) {
  if (!text.empty()) put(text, line);
}

void ArticleText::break_line() {
  space_ = false;
  if (open_) ++breaks_;
}

void ArticleText::put(std::u16string_view words, uint32_t line) {
  std::u16string& text = out_.article.text;
  if (!open_) {
    if (!text.empty()) text += u"\n\n";
    uint32_t begin = uint32_t(text.size());
    out_.article.blocks.push_back({{begin, begin}, role_, level_});
    out_.lines.push_back(line);
    open_ = true;
  } else if (breaks_ > 0) {
    text.append(breaks_, u'\n');
  } else if (space_) {
    text += u' ';
  }
  breaks_ = 0;
  space_ = false;
  text += words;
}

FileArticle ArticleText::finish() {
  close_block();
  return std::move(out_);
}

FileArticle read_plain_article(std::string_view utf8) {
  std::u16string text = to_utf16(utf8);
  ArticleText out;
  uint32_t line = 1;
  for (size_t begin = 0; begin < text.size(); ++line) {
    size_t end = std::min(text.find_first_of(u"\r\n", begin), text.size());
    std::u16string_view words = std::u16string_view(text).substr(begin, end - begin);
    while (!words.empty() && is_trimmed(words.front())) words.remove_prefix(1);
    while (!words.empty() && is_trimmed(words.back())) words.remove_suffix(1);
    out.words(words, line);
    out.close_block();
    bool two_units = text.compare(end, 2, u"\r\n") == 0;
    begin = end + (two_units ? 2 : 1);
  }
  return out.finish();
}

}  // namespace who_says
