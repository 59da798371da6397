#pragma once

#include "app/sample.h"

namespace who_says::test {

/// What an engine may find in the sample article, as its claims file. s1 and s4 stand where the sample's claims already are; s2 is by
/// The Herald under another name of its own, s3 by somebody new, s5 by nobody.
inline std::string sample_suggestions() {
  auto item = [](const char* id, std::u16string_view words, const char* exact, const char* chain,
                 const char* confidence) {
    Range at = range_of(words);
    return std::string(R"({"id":")") + id +
           R"(","type":"Annotation","target":{"selector":[{"type":"TextQuoteSelector","exact":")" + exact +
           R"("},{"type":"TextPositionSelector","start":)" + std::to_string(at.begin) + R"(,"end":)" +
           std::to_string(at.end) + R"(}]},"body":[{"type":"List","purpose":"linking","items":[)" + chain +
           R"(]}],"sourcing":{"scope":"explicit","directness":"indirect","confidence":)" + confidence +
           R"(,"reason":"'argues' tells","engine":"who-says 0.1.0, network 7"},"status":"suggested"})";
  };
  return R"({"type":"AnnotationPage","sources":[
    {"id":"e1","name":"Wi Son Lak","kind":"diplomat"},
    {"id":"e2","name":"the herald","kind":"news-outlet"},
    {"id":"nis","name":"Finance Ministry","kind":"government","office":"current"}],"items":[)" +
         item("s1", u"Russian deliveries", "Russian deliveries", R"({"source":"#e1","cue":"argues"})",
              "0.97") +
         "," + item("s2", u"He came late", "He came late", R"({"source":"#e2"})", "0.91") + "," +
         item("s3", u"pay at $2,000", "pay at $2,000", R"({"source":"#nis","cue":"puts"})", "0.62") + "," +
         item("s4", u"Moscow opens", "Moscow opens", "", "0.8") + "," +
         item("s5", u"will follow", "will follow", R"({"cue":"it is assumed"})", "0.3") + "]}";
}

inline void load_suggestions(App& app) {
  app.update(command(Verb::load_suggestions, "", "en", sample_suggestions()));
}

/// Ids of the suggestions that are offered, in order.
inline std::string offered(const App& app) {
  std::string out;
  for (const ClaimPtr& claim : app.state().shown.claims)
    if (claim->status == Status::suggested && !app.state().document.find_claim(claim->id))
      out += (out.empty() ? "" : " ") + claim->id;
  return out;
}

}  // namespace who_says::test
