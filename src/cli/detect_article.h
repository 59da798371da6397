#pragma once

#include <string>
#include <string_view>

#include "attribution/detection.h"
#include "cli/article_text.h"
#include "model/result.h"

namespace who_says {

class Weights;

/// A text that `who-says detect` looks at.
struct DetectArticle {
  std::string id;           ///< of the line, or made of the file's name
  FileArticle file;         ///< `lang` as the page or the line says it; may be empty
  bool is_of_html = false;  ///< the text was read out of HTML: offsets are of no use without it
};

/// How the texts are read and looked at; the same for all of them.
struct DetectSettings {
  const Weights* weights = nullptr;  ///< nullptr = rules only
  std::string language;              ///< of all texts; "" = each text's own
  std::string element;               ///< of HTML, as read_html_article takes it
  bool outermost = false;            ///< leave out attributions that stand inside others
  bool text_as_is =
      false;  ///< offsets are to count in plain text as it stands in the file, white space and all
};

/// The article in `text`, which is HTML or plain. Errors: "not-utf8", "no-words", those of read_html_article.
Result<DetectArticle> detect_article(std::string id, std::string_view text, bool is_html,
                                     const DetectSettings& settings);

/// Its sourcing. The language is the one of the settings; else the one that the text seems to be in; else what the page or line
/// says.
Detection detect_sourcing(const DetectArticle& article, const DetectSettings& settings);

}  // namespace who_says
