#include "attribution/joined.h"

#include <doctest/doctest.h>

#include <string>

#include "attribution/mended.h"
#include "attribution/stages.h"

using namespace who_says;

namespace {

/// What the network might find, parted: "cue | content" a line.
std::string parted(const char16_t* words, const std::u16string& source, const std::u16string& cue,
                   const std::u16string& content) {
  Mended one(words, source, cue, content);
  one.spans.source = one.place(source);
  one.spans.cue = one.place(cue);
  one.spans.content = one.place(content);
  one.spans.confidence = 0.8f;
  RuleText text(one.text, one.tokens, *Lexicon::of("en"));
  std::vector<SpanAttribution> found = {one.spans};
  part_joined(text, find_by_rules(text), found);
  std::string out;
  for (const SpanAttribution& a : found) {
    CHECK(one.words(a.source) == to_utf8(source));
    out += (out.empty() ? "" : "\n") + one.words(a.cue) + " | " + one.words(a.content);
  }
  return out;
}

}  // namespace

TEST_CASE("a second verb of the same source is an attribution of its own") {
  CHECK(parted(u"Anna Weiss told deputies that it was “a shame” and pledged 20 million euros.", u"Anna Weiss",
               u"told", u"that it was “a shame” and pledged 20 million euros") ==
        "told | that it was “a shame”\npledged | 20 million euros");
  CHECK(parted(u"The chairman admitted that the photographs were real but denied fraud.", u"The chairman",
               u"admitted", u"that the photographs were real but denied fraud") ==
        "admitted | that the photographs were real\ndenied | fraud");
  CHECK(parted(u"Mr Lund said the plant would close in May and offered staff new jobs.", u"Mr Lund", u"said",
               u"the plant would close in May and offered staff new jobs") ==
        "said | the plant would close in May\noffered | staff new jobs");
}

TEST_CASE("a second verb of whom the content tells stays in it") {
  for (const char16_t* content : {u"that the committee had studied the plan and rejected it",
                                  u"that his deputy admired it and praised its author"}) {
    std::u16string words = u"The minister said " + std::u16string(content) + u".";
    CHECK(parted(words.c_str(), u"The minister", u"said", content) == "said | " + to_utf8(content));
  }
}

TEST_CASE("a content ends where its source declines to say more") {
  CHECK(parted(u"She said the plant was old and declined to give a date.", u"She", u"said",
               u"the plant was old and declined to give a date") == "said | the plant was old");
}

TEST_CASE("a content ends where somebody else begins to speak") {
  CHECK(parted(u"The mayor insists the bridge is safe, and Bern's ministry points out that it was mended.",
               u"The mayor", u"insists",
               u"the bridge is safe, and Bern's ministry points out that it was mended") ==
        "insists | the bridge is safe");
  CHECK(parted(u"The mayor has promised to look into it, it is understood.", u"The mayor", u"promised",
               u"to look into it, it is understood") == "promised | to look into it");
}
