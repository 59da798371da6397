#include "cli/detect_article.h"

#include <utility>
#include <vector>

#include "attribution/detect.h"
#include "attribution/language.h"
#include "cli/html_article.h"
#include "text/utf.h"

namespace who_says {
namespace {

void leave_nested_out(Detection& found) {
  std::vector<int> place;  // of each attribution among those that stay
  int stays = 0;
  for (const Attribution& one : found.attributions) place.push_back(one.nested_in == kNone ? stays++ : kNone);
  std::erase_if(found.attributions, [](const Attribution& one) { return one.nested_in != kNone; });
  for (Attribution& one : found.attributions)
    if (one.carried_from != kNone) one.carried_from = place[size_t(one.carried_from)];
}

}  // namespace

Result<DetectArticle> detect_article(std::string id, std::string_view text, bool is_html,
                                     const DetectSettings& settings) {
  if (size_t bad = 0; !is_utf8(text, &bad))
    return Error{"not-utf8",
                 "This article is not UTF-8 text (byte " + std::to_string(bad + 1) +
                     "): save it as UTF-8 and try again.",
                 ""};
  DetectArticle out{std::move(id), {}, is_html};
  if (is_html) {
    Result<FileArticle> read = read_html_article(text, settings.element);
    if (!read) return read.error();
    out.file = std::move(read).value();
  } else if (settings.text_as_is) {
    out.file.article.text = to_utf16(text);
  } else {
    out.file = read_plain_article(text);
  }
  if (out.file.article.text.empty())
    return Error{"no-words", "There are no words to read in this article.", ""};
  return out;
}

Detection detect_sourcing(const DetectArticle& article, const DetectSettings& settings) {
  const Article& file = article.file.article;
  std::string language = settings.language;
  if (language.empty()) language = identify_language(file.text);
  if (language.empty()) language = file.lang;
  Detection found = detect(file.text, language, settings.weights);
  if (settings.outermost) leave_nested_out(found);
  return found;
}

}  // namespace who_says
