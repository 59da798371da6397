#pragma once

#include <string>

#include "attribution/detection.h"
#include "cli/detect_article.h"
#include "model/json.h"

namespace who_says {

/// A claims file with the engine's suggestions.
std::string detected_claims(const DetectArticle& article, const Detection& detection);

/// All that was found, as an object: attributions, entities, unattributed sentences, number checks. Spans are pairs of UTF-16
/// code units of the article's text, half-open.
Json detected_attributions(const DetectArticle& article, const Detection& detection);

/// For people.
std::string detected_report(const DetectArticle& article, const Detection& detection);

}  // namespace who_says
