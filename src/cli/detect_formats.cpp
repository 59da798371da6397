#include "cli/detect_formats.h"

#include "attribution/reasons.h"
#include "attribution/stages.h"
#include "model/codec.h"
#include "text/utf.h"

namespace who_says {
namespace {

Json pair(Range range) { return Json::array({range.begin, range.end}); }
Json pairs(const std::vector<Range>& ranges) {
  Json out = Json::array();
  for (Range range : ranges) out.push_back(pair(range));
  return out;
}
Json id_of(const char* letter, int index) {
  return index == kNone ? Json() : Json(letter + std::to_string(index));
}
template <class E>
Json word_of(E value) {
  return std::string(word(value));
}

Json attribution_json(const Attribution& one, int index) {
  Json out;
  out["id"] = id_of("a", index);
  out["source"] = pairs(one.source);
  out["cue"] = pairs(one.cue);
  out["content"] = pairs(one.content);
  out["directness"] = word_of(one.directness);
  out["scope"] = word_of(one.scope);
  out["cueClass"] = word_of(one.cue_class);
  out["medium"] = word_of(one.medium);
  out["certainty"] = word_of(one.certainty);
  out["statement"] = one.statement;
  if (one.negated) out["negated"] = true;
  if (one.hypothetical) out["hypothetical"] = true;
  out["entity"] = id_of("e", one.entity);
  out["link"] = word_of(one.link);
  out["via"] = id_of("e", one.relay);
  out["nestedIn"] = id_of("a", one.nested_in);
  out["carriedFrom"] = id_of("a", one.carried_from);
  out["confidence"] = one.confidence;
  out["reason"] = in_english(one.reason);
  return out;
}

Json entity_json(const Entity& one, int index) {
  Json out;
  out["id"] = id_of("e", index);
  out["name"] = one.name;
  out["kind"] = word_of(one.kind);
  out["form"] = word_of(one.form);
  out["office"] = word_of(one.office);
  out["naming"] = word_of(one.naming);
  out["role"] = word_of(one.role);
  if (!one.description.empty()) out["description"] = one.description;
  if (!one.organization.empty()) out["organization"] = one.organization;
  if (!one.country.empty()) out["country"] = one.country;
  Json mentions = Json::array(), reasons = Json::array();
  for (const Mention& mention : one.mentions) {
    mentions.push_back(pair(mention.range));
    reasons.push_back(in_english(mention.reason));
  }
  out["mentions"] = std::move(mentions);
  out["mentionReasons"] = std::move(reasons);
  out["reason"] = in_english(one.reason);
  return out;
}

}  // namespace

std::string detected_claims(const DetectArticle& article, const Detection& detection) {
  const Article& file = article.file.article;
  Document document = suggestions(file.text, detection);
  document.article_url = file.url;
  document.article_title = file.title;
  document.article_hash = text_hash(file.text);
  document.lang = detection.language;
  return write_claims(document, file.text);
}

Json detected_attributions(const DetectArticle& article, const Detection& detection) {
  Json out;
  out["id"] = article.id;
  out["language"] = detection.language;
  out["engine"] = detection.engine;
  out["rulesOnly"] = detection.rules_only;
  if (article.is_of_html) out["text"] = to_utf8(article.file.article.text);
  Json attributions = Json::array(), entities = Json::array();
  for (size_t i = 0; i < detection.attributions.size(); ++i)
    attributions.push_back(attribution_json(detection.attributions[i], int(i)));
  for (size_t i = 0; i < detection.entities.size(); ++i)
    entities.push_back(entity_json(detection.entities[i], int(i)));
  out["attributions"] = std::move(attributions);
  out["entities"] = std::move(entities);
  Json unattributed = Json::array(), checks = Json::array();
  for (const Unattributed& one : detection.unattributed)
    unattributed.push_back({{"range", pair(one.range)}, {"reason", in_english(one.reason)}});
  for (const NumberCheck& one : detection.checks) {
    Json claim = one.claim.empty() ? Json() : pair(one.claim);
    checks.push_back(
        {{"numbers", pairs(one.numbers)}, {"claim", std::move(claim)}, {"working", one.working}});
  }
  out["unattributed"] = std::move(unattributed);
  out["checks"] = std::move(checks);
  return out;
}

}  // namespace who_says
