#pragma once

#include <string>

#include "app/app.h"
#include "app/state.h"

namespace who_says::test {

/// An article of three paragraphs with four claims: a chain of two, a plain source, agentless, unsourced.
inline std::shared_ptr<const Article> sample_article() {
  auto article = std::make_shared<Article>();
  article->url = "https://news.example/a";
  article->title = "A deal";
  article->text =
      u"The newspaper cites Wi Song Lak, who argues that Russian deliveries could help. He came late.\n\n"
      u"The service puts the pay at $2,000 a month.\n\n"
      u"Moscow opens its technology. A satellite, it is assumed, will follow.";
  article->blocks = blocks_of_plain_text(article->text);
  return article;
}

inline std::string sample_claims() {
  auto item = [](const char* id, const char* words, const char* rest) {
    return std::string(R"({"id":")") + id +
           R"(","type":"Annotation","target":{"selector":{"type":"TextQuoteSelector","exact":")" + words +
           "\"}}" + rest + "}";
  };
  return R"({"type":"AnnotationPage","sources":[
    {"id":"herald","name":"The Herald","kind":"news-outlet","form":"organization"},
    {"id":"wi","name":"Wi Song Lak","kind":"diplomat","office":"former","aliases":[{"name":"Wi Son Lak","reason":"spelled so"}]},
    {"id":"nis","name":"Intelligence Service","kind":"intelligence-agency","office":"current"}],"items":[)" +
         item(
             "c1", "Russian deliveries could help",
             R"(,"body":[{"type":"List","purpose":"linking","items":[{"source":"#herald","cue":"cites"},{"source":"#wi","cue":"argues that"}]}],"sourcing":{"scope":"explicit","directness":"indirect","naming":"named","cueClass":"neutral"})") +
         "," +
         item(
             "c2", "$2,000 a month",
             R"(,"body":[{"type":"List","purpose":"linking","items":[{"source":"#nis","cue":"puts the pay at"}]}],"sourcing":{"scope":"explicit","directness":"indirect","naming":"named"})") +
         "," + item("c3", "Moscow opens its technology", "") + "," +
         item(
             "c4", "A satellite",
             R"(,"body":[{"type":"List","purpose":"linking","items":[{"cue":"it is assumed"}]}],"sourcing":{"scope":"agentless","confidence":0.86},"status":"suggested")") +
         "]}";
}

inline Command command(Verb verb, std::string id = "", std::string value = "", std::string text = "") {
  Command c;
  c.verb = verb;
  c.id = std::move(id);
  c.value = std::move(value);
  c.text = std::move(text);
  c.stamp = {"stamp", "2026-01-02T03:04:05Z"};
  return c;
}

inline void load_sample(App& app) {
  Command article = command(Verb::load_article);
  article.article = sample_article();
  app.update(article);
  app.update(command(Verb::load_claims, "", "", sample_claims()));
}

inline const Effect* find(const Effects& effects, EffectKind kind) {
  for (const Effect& effect : effects)
    if (effect.kind == kind) return &effect;
  return nullptr;
}

inline Range range_of(std::u16string_view words) {
  uint32_t at = static_cast<uint32_t>(sample_article()->text.find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

}  // namespace who_says::test
