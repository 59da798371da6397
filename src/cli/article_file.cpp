#include "cli/article_file.h"

#include "cli/files.h"
#include "cli/html_article.h"
#include "cli/html_source.h"
#include "text/utf.h"

namespace who_says {

Result<FileArticle> read_article(const std::string& path, const std::string& element) {
  Result<std::string> file = read_file(path);
  if (!file) return file.error();
  const std::string& text = file.value();
  if (size_t bad = 0; !is_utf8(text, &bad))
    return Error{"not-utf8",
                 "This article is not UTF-8 text (byte " + std::to_string(bad + 1) +
                     "): save it as UTF-8 and try again.",
                 ""};
  Result<FileArticle> article =
      is_html(path, text) ? read_html_article(text, element) : Result<FileArticle>(read_plain_article(text));
  if (article && article.value().article.text.empty())
    return Error{"no-words", "There are no words to read in this article.", ""};
  return article;
}

}  // namespace who_says
