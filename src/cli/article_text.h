#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace who_says {

/// An article read from a file, and where its blocks stand there.
struct FileArticle {
  Article article;
  std::vector<uint32_t>
      lines;  ///< for each block of the article, the line of the file where it begins, from 1

  /// The line of the file where the block of this offset begins; 0 for an article without blocks.
  uint32_t line_of(uint32_t offset) const;
};

/// Puts an article's text together by the one reading rule, which web/src/page-text.ts follows as well: blocks with words are
/// joined by "\n\n", `<br>` between words is "\n", every other run of ASCII white space one space, none at a block's edges. Text
/// of `<pre>` stays as it is, and so do no-break spaces everywhere.
class ArticleText {
 public:
  /// Role of the blocks that begin from now on; `level` of a heading, else 0.
  void set_role(BlockRole role, uint8_t level) { role_ = role, level_ = level; }
  BlockRole role() const { return role_; }
  uint8_t level() const { return level_; }
  /// A block begins or ends here.
  void close_block();
  /// Running text that begins in this line of the file.
  void words(std::u16string_view text, uint32_t line);
  void preformatted(std::u16string_view text, uint32_t line);
  void break_line();
  /// Ends the text; nothing may follow.
  FileArticle finish();

 private:
  void put(std::u16string_view words, uint32_t line);

  FileArticle out_;
  BlockRole role_ = BlockRole::paragraph;
  uint8_t level_ = 0;
  bool open_ = false;
  bool space_ = false;   // white space since the last word
  uint32_t breaks_ = 0;  // the same of line breaks
};

/// Plain text (UTF-8): each line with words is a paragraph, as on the page that shows a reader's own text.
FileArticle read_plain_article(std::string_view text);

}  // namespace who_says
