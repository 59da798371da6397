#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "attribution/detection.h"
#include "attribution/reasons.h"
#include "attribution/tokens.h"
#include "text/utf.h"

namespace who_says {

// A detection written by its words, for tests of the stages behind it:
//
//     Told told(u"The Herald says that it rained.");
//     int herald = told.somebody("The Herald", SourceKind::news_outlet);
//     told.says({u"The Herald"}, {u"says"}, {u"it rained"}, herald);

struct Told {
  explicit Told(std::u16string words) : text(std::move(words)), tokens(tokenise(text)) {
    detection.language = "en";
    detection.engine = "test 1";
  }

  /// Place of the first `words` at or after `from`.
  Range place(const std::u16string& words, size_t from = 0) const {
    size_t begin = text.find(words, from);
    REQUIRE_MESSAGE(begin != std::u16string::npos, to_utf8(words));
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + words.size())};
  }
  std::vector<Range> places(const std::vector<std::u16string>& spans) const {
    std::vector<Range> out;
    for (const std::u16string& words : spans) out.push_back(place(words));
    return out;
  }
  int somebody(std::string name, SourceKind kind) {
    Entity entity;
    entity.name = std::move(name);
    entity.kind = kind;
    entity.naming = Naming::named;
    detection.entities.push_back(std::move(entity));
    return static_cast<int>(detection.entities.size()) - 1;
  }
  Attribution& says(const std::vector<std::u16string>& source, const std::vector<std::u16string>& cue,
                    const std::vector<std::u16string>& content, int entity = kNone) {
    Attribution a;
    a.source = places(source);
    a.cue = places(cue);
    a.content = places(content);
    a.entity = entity;
    a.scope = Scope::explicit_;
    a.directness = Directness::indirect;
    a.confidence = 0.75f;
    if (entity != kNone)
      for (Range range : a.source)
        detection.entities[static_cast<size_t>(entity)].mentions.push_back({range, {}});
    detection.attributions.push_back(std::move(a));
    return detection.attributions.back();
  }

  std::string words(Range range) const { return to_utf8(text.substr(range.begin, range.size())); }
  std::vector<std::string> words(const std::vector<Range>& ranges) const {
    std::vector<std::string> out;
    for (Range range : ranges) out.push_back(words(range));
    return out;
  }

  std::u16string text;
  Tokens tokens;
  Detection detection;
};

using Strings = std::vector<std::string>;

}  // namespace who_says
