// Why the engine suggests something: codes with values, and the English that they stand for.

#include "attribution/reasons.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "attribution/detect.h"
#include "attribution/stages.h"
#include "model/loading.h"
#include "text/utf.h"

using namespace who_says;

namespace {

struct Worded {
  ReasonParts parts;
  const char* words;
};

const std::vector<Worded>& reasons_in_english() {
  static const std::vector<Worded> kAll = {
      {because("cue", {"claims", "distancing"}), "“claims” → distancing"},
      {because("negated"), "negated"},
      {because("hypothetical"), "hypothetical"},
      {because("no-cue"), "no cue"},
      {because("agentless"), "nobody is named → agentless"},
      {because("direct"), "all in quotation marks → direct"},
      {because("mixed"), "words in quotation marks → mixed"},
      {because("indirect"), "a clause without quotation marks → indirect"},
      {because("reported"), "named, not told in a clause → reported"},
      {because("speaker-goes-on"),
       "Nobody is named beside this quotation; the speaker of the one right before it is taken to go on."},
      {because("named-before"),
       "Nobody is named beside this quotation; who is named right before it is taken to speak."},
      {because("citing"), "“citing” names whom the source has it from."},
      {because("blanket", {"The Herald writes about this."}),
       "“The Herald writes about this.” speaks for the sentences before it, which name nobody."},
      {because("passes-on", {"AFP"}), "AFP passes it on."},
      {because("within", {"AFP"}), "It stands in the words of AFP."},
      {because("within-unnamed"), "It stands in the words of another who is not named."},
      {because("goes-on", {"AFP"}), "It goes on with what AFP reports."},
      {because("bare-number-date"), "No source is named for this sentence, which gives a number and a date."},
      {because("bare-number"), "No source is named for this sentence, which gives a number."},
      {because("bare-date"), "No source is named for this sentence, which gives a date."},
      {because("bare-name"), "No source is named for this sentence, which gives a name and an event."},
      {because("bare-own"), "The article itself says so; nobody is named for it."},
      {because("after-source"), "The sentence before names a source; nothing says that it goes on."},
      {because_of_kind("title", {"mayor"}, SourceKind::government), "“mayor” → government"},
      {because_of_kind("title-former", {"former … ambassador"}, SourceKind::diplomat),
       "“former … ambassador” → diplomat, former"},
      {because_of_kind("title-of", {"head", "NIS"}, SourceKind::intelligence_agency),
       "“head” of NIS → intelligence agency"},
      {because_of_kind("title-of-former", {"head", "NIS"}, SourceKind::intelligence_agency),
       "“head” of NIS → intelligence agency, former"},
      {because_of_kind("of-body", {"NBC"}, SourceKind::news_outlet), "of NBC → news outlet"},
      {because_of_kind("of-body-former", {"NBC"}, SourceKind::news_outlet), "of NBC → news outlet, former"},
      {because_of_kind("known-name", {"NATO"}, SourceKind::international_organization),
       "known by name: NATO → international organization"},
      {because_of_kind("word-of-name", {"institute"}, SourceKind::think_tank),
       "“institute” in its name → think tank"},
      {because("state", {"Seoul"}), "“Seoul” stands for its government"},
      {because("social-name", {"@lund"}), "“@lund” is a name on social media"},
      {because("represents"), "by whom it represents → ngo advocacy"},
      {because("stands"), "by its candidate or leader → legislator or politician"},
      {because("trades"), "by what it makes, its shares or its form → business"},
      {because("party"), "the party in brackets → legislator or politician"},
      {because("doctor"), "“Dr” or “Prof.” before the name → academic"},
      {because("own-firm"), "of a firm of that name → business"},
      {because("pleads"), "for one side in court → law justice"},
      {because("studied"), "by the study that they made → academic"},
      {because("works"), "told what they do, not for whom"},
      {because("private"), "named with private details only (age, home, what happened) → person affected"},
      {because("happened"), "described by what they did or what happened to them → person affected"},
      {because("untold"), "the text does not say what it is"},
      {because("no-word"), "no word of it tells what kind of source it is"},
      {because("no-title"), "named without a title"},
      {because("as-other", {"Ted Cruz"}), "as Ted Cruz"},
      {because("own-outlet"), "the outlet of this article"},
      {because("spoken-to"), "somebody spoke to it → news outlet"},
      {because("outlet-verb", {"reported"}), "a name alone that “reported” → taken for a news outlet"},
      {because("one-of", {"Farmers"}), "one of “Farmers”"},
      {because("part-of", {"two", "Farmers"}), "two of “Farmers”"},
      {because_of_kind("speaks-for-kind", {"spokesman", "AFP"}, SourceKind::news_outlet),
       "“spokesman” speaks for AFP → news outlet"},
      {because_of_kind("no-body-kind", {"spokesman", "AFP"}, SourceKind::news_outlet),
       "“spokesman” without a body named: taken to be of AFP → news outlet"},
      {because("same-source"), "part of the same source"},
      {because("same-words"), "the same words"},
      {because("in-words-of", {"I", "Ida"}), "“I” in the words of Ida"},
      {because("goes-with", {"who", "Ida"}), "“who” goes with Ida"},
      {because("sentence-before", {"He", "The ambassador"}),
       "“He”: the sentence before begins with The ambassador"},
      {because("nearest", {"She", "Ida"}), "“She”: the nearest before it that fits is Ida"},
      {because("taken-for", {"the mayor", "Ida"}), "“the mayor” is taken for Ida"},
      {because("named-after", {"the mayor", "Ida"}), "“the mayor” is named after it: Ida"},
      {because("spoke-before", {"spokesman"}), "“spokesman” who spoke before"},
      {because("speaks-for", {"spokesman", "AFP"}), "“spokesman” speaks for AFP"},
      {because("no-body", {"spokesman", "AFP"}), "“spokesman” without a body named: taken to be of AFP"},
      {because("report-of", {"AFP"}), "a report of AFP"},
      {because("both-of", {"the brothers"}), "both of the brothers"},
      {because("of-person-of", {"Ann Cho", "Lund"}), "of Ann Cho, of Lund"},
      {because("surname", {"Ida Lunt"}), "surname of Ida Lunt"},
      {because("first-name", {"Ida Lunt"}), "first name of Ida Lunt"},
      {because("full-name", {"Lunt"}), "full name of Lunt"},
      {because("same-surname", {"Ida Lunt"}), "same surname and first name or initial as Ida Lunt"},
      {because("other-form", {"Ida Lunt"}), "another form of the name of Ida Lunt"},
      {because("stands-for", {"Russia"}), "stands for Russia"},
      {because("known-as", {"Russia"}), "known as another name of Russia"},
      {because("initials", {"Rapid Support Forces"}), "initials of Rapid Support Forces"},
      {because("acronym", {"RSF"}), "what RSF stands for"},
      {because("short-for", {"Korea Herald"}), "short for Korea Herald"},
      {because("spelled-like", {"Ha Jong Min"}), "spelled almost like Ha Jong Min"},
  };
  return kAll;
}

}  // namespace

TEST_CASE("reasons are in English what they were before they had codes") {
  for (const Worded& one : reasons_in_english()) CHECK(in_english(one.parts) == one.words);
}

TEST_CASE("several reasons: what the wording tells is one sentence, the rest are sentences of their own") {
  ReasonParts all = because("cue", {"told", "neutral"});
  auto add = [&all](const ReasonParts& more) { all.insert(all.end(), more.begin(), more.end()); };
  add(because("mixed"));
  add(because_of_kind("title-former", {"ex-mayor"}, SourceKind::government));
  add(because("passes-on", {"AFP"}));
  add(because("goes-on", {"AFP"}));
  CHECK(in_english(all) ==
        "“told” → neutral; words in quotation marks → mixed. “ex-mayor” → government, former. AFP passes it "
        "on. "
        "It goes on with what AFP reports.");
  CHECK(in_english({}).empty());
  CHECK(in_english({{"cue", {"reckons", "attitude"}}, {"indirect"}, {"title", {"union", "ngo-advocacy"}}}) ==
        "“reckons” → attitude; a clause without quotation marks → indirect. “union” → ngo advocacy");
}

TEST_CASE("the engine gives reasons by known codes, with as many values as their sentences have places") {
  auto check = [](const ReasonParts& parts) {
    for (const ReasonPart& part : parts) {
      bool known =
          std::any_of(reasons_in_english().begin(), reasons_in_english().end(), [&](const Worded& one) {
            return one.parts[0].code == part.code && one.parts[0].values.size() == part.values.size();
          });
      CHECK_MESSAGE(known, part.code);
      CHECK_MESSAGE(!in_english({part}).empty(), part.code);
    }
  };
  size_t claims = 0;
  const std::string folder = "tests/bench/attribution/sourcing-dev/texts";
  for (const std::string& name : files_in(folder, ".txt")) {
    std::u16string text = to_utf16(file_text(folder + "/" + name));
    Detection found = detect(text, "en", nullptr);
    for (const Attribution& one : found.attributions) check(one.reason);
    for (const Unattributed& one : found.unattributed) check(one.reason);
    for (const Entity& one : found.entities) {
      check(one.reason);
      for (const Mention& mention : one.mentions) check(mention.reason);
    }
    Document document = suggestions(text, found);
    for (const ClaimPtr& claim : document.claims) {
      CHECK_FALSE(claim->reason.empty());
      CHECK(claim->reason == in_english(claim->reason_parts));
    }
    for (const SourcePtr& source : document.sources)
      for (const Alias& alias : source->aliases) CHECK(alias.reason == in_english(alias.reason_parts));
    claims += document.claims.size();
  }
  CHECK(claims > 50);
}
