#include "attribution/nested.h"

#include "attribution/lexicon.h"
#include "attribution/said.h"
#include "attribution/stages.h"

using namespace who_says;

namespace {

/// "source | cue | content" of each attribution that was added.
Strings added(Told& told) {
  size_t before = told.detection.attributions.size();
  std::vector<Range> cues;
  for (const Attribution& a : told.detection.attributions)
    cues.insert(cues.end(), a.cue.begin(), a.cue.end());
  find_nested(told.text, told.tokens, *Lexicon::of("en"), told.detection.attributions);
  CHECK(told.detection.attributions.size() >= before);
  Strings out;
  for (const Attribution& a : told.detection.attributions) {
    if (a.cue.empty() || std::find(cues.begin(), cues.end(), a.cue.front()) != cues.end()) continue;
    out.push_back((a.source.empty() ? "" : told.words(a.source.front())) + " | " + told.words(a.cue.front()) +
                  " | " + told.words(a.content.front()));
  }
  return out;
}

}  // namespace

TEST_CASE("attributions inside a content are found, also in a quotation and with weak cues") {
  Told told(u"“The engineers told us that the dam was sound, then we lost the money,” Lunt said.");
  told.says({u"Lunt"}, {u"said"}, {u"The engineers told us that the dam was sound, then we lost the money"});
  Strings found = added(told);
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("The engineers | told | ") == 0);
  CHECK(found[0].find("the dam was sound") != std::string::npos);
  CHECK(found[0].find("money") == std::string::npos);
  find_chains(told.text, told.tokens, told.detection);
  CHECK(told.detection.attributions[1].nested_in == 0);

  Told intends(u"The agency said it intended to visit the site on Monday.");
  intends.says({u"The agency"}, {u"said"}, {u"it intended to visit the site on Monday"});
  REQUIRE(added(intends) == Strings{"it | intended | to visit the site on Monday"});
  CHECK_FALSE(intends.detection.attributions[1].statement);
}

TEST_CASE("verbs with a plain object inside a content are none") {
  Told told(u"Lunt said he wrote it. Perez said she approved the plan.");
  told.says({u"Lunt"}, {u"said"}, {u"he wrote it"});
  CHECK(added(told).empty());
}

TEST_CASE("what only softens the speaker's own words, or is anybody's, is none") {
  for (const char16_t* words :
       {u"I think the bridge will hold", u"you know the river rises every spring",
        u"we believe that the fares are too high", u"everybody knows that the mill is closed",
        u"those who want the mill to close can vote", u"they might say that the mill is closed",
        u"the talks with her were about to begin", u"the firm reached out to the council in May",
        u"he started the firm with money borrowed from his father",
        u"the reports that showed the leak were late", u"she talked about that for an hour",
        u"if the port offers 600 to 700 tons, that is enough"}) {
    CAPTURE(to_utf8(words));
    Told told(u"“" + std::u16string(words) + u",” Lunt said.");
    told.says({u"Lunt"}, {u"said"}, {words});
    CHECK(added(told) == Strings());
  }
}

TEST_CASE("others' words and wishes inside a content are found") {
  struct Case {
    const char16_t* content;
    const char* found;
  };
  for (Case one : {Case{u"he hopes to open the mill in May", "he | hopes to | open the mill in May"},
                   Case{u"the mill expects prices to fall", "the mill | expects | prices to fall"},
                   Case{u"he thinks that is wrong", "he | thinks | that is wrong"},
                   Case{u"nobody said that the mill was closed", "nobody | said | that the mill was closed"},
                   Case{u"I want the mill to open", "I | want | the mill to open"}}) {
    CAPTURE(to_utf8(one.content));
    Told told(u"Lunt said " + std::u16string(one.content) + u".");
    told.says({u"Lunt"}, {u"said"}, {one.content});
    CHECK(added(told) == Strings{one.found});
  }
}

TEST_CASE("citing a reason cites nobody") {
  Told told(
      u"The port said the quay would close, citing the danger of a collapse. Rowe warned ferries would stop, "
      u"citing two "
      u"officials.");
  told.says({u"The port"}, {u"said"}, {u"the quay would close"});
  told.says({u"Rowe"}, {u"warned"}, {u"ferries would stop"});
  CHECK(added(told) == Strings{"two officials | citing | ferries would stop"});
  Told refers(u"As the weekly Bote writes, referring to two aides, the bank has failed.");
  refers.says({u"the weekly Bote"}, {u"writes"}, {u"the bank has failed"});
  CHECK(added(refers) == Strings{"two aides | referring to | the bank has failed"});
}

TEST_CASE("a nested attribution has a confidence of its own") {
  Told told(u"“They told us it was malaria,” Rowe said.");
  told.says({u"Rowe"}, {u"said"}, {u"They told us it was malaria"});
  REQUIRE(added(told).size() == 1);
  CHECK(told.detection.attributions[1].confidence > 0.6f);
}

TEST_CASE("whom a source cites is found, with the content of that source") {
  Told told(u"The group argues, citing a survey of 2022, that three villages still burn coal.");
  told.says({u"The group"}, {u"argues"}, {u"three villages still burn coal"});
  CHECK(added(told) == Strings{"a survey of 2022 | citing | three villages still burn coal"});
  find_chains(told.text, told.tokens, told.detection);
  int nested = 0;
  for (const Attribution& a : told.detection.attributions) nested += a.nested_in != kNone;
  CHECK(nested == 1);
}

TEST_CASE("a source that begins before the content in which it stands is cut") {
  Told told(u"The Courier reports that mayor Lunt claims that the dam broke.");
  told.says({u"The Courier"}, {u"reports"}, {u"mayor Lunt claims that the dam broke"});
  told.says({u"The Courier reports that mayor Lunt"}, {u"claims"}, {u"the dam broke"});
  CHECK(added(told).empty());
  find_chains(told.text, told.tokens, told.detection);
  for (const Attribution& a : told.detection.attributions)
    if (told.words(a.cue.front()) == "claims") {
      CHECK(told.words(a.source) == Strings{"mayor Lunt"});
      CHECK(a.nested_in != kNone);
    }
}

TEST_CASE("a second look adds nothing") {
  Told told(u"“The engineers told us that the dam was sound,” Lunt said, citing a letter by the council.");
  told.says({u"Lunt"}, {u"said"}, {u"The engineers told us that the dam was sound"});
  CHECK(added(told).size() == 2);
  CHECK(added(told).empty());
}

TEST_CASE("nothing inside nothing") {
  Told told(u"");
  CHECK(added(told).empty());
}

TEST_CASE("each 'citing' belongs to one attribution, the one that it stands beside") {
  Told told(u"Some papers reported that the plan exists; Kompas, citing two clerks, said that it does not.");
  told.says({u"Some papers"}, {u"reported"}, {u"that the plan exists"});
  told.says({u"Kompas"}, {u"said"}, {u"that it does not"});
  CHECK(added(told) == Strings{"two clerks | citing | that it does not"});
  Told behind(u"The service had warned Bern in May, the weekly Kompas wrote, citing a cable.");
  behind.says({u"The service"}, {u"had warned"}, {u"Bern in May"});
  behind.says({u"the weekly Kompas"}, {u"wrote"}, {u"The service had warned Bern in May"});
  CHECK(added(behind) == Strings{"a cable | citing | The service had warned Bern in May"});
}

TEST_CASE("'with reference to' names whom the source has it from") {
  Told told(u"The workers left, Radio Lund reports with reference to a clerk in the ministry.");
  told.says({u"Radio Lund"}, {u"reports"}, {u"The workers left"});
  CHECK(added(told) == Strings{"a clerk in the ministry | with reference to | The workers left"});
  find_chains(told.text, told.tokens, told.detection);
  CHECK(told.detection.attributions[1].nested_in == 0);
}

TEST_CASE("whom a source quotes as saying something says it, in whatever order") {
  Told told(u"The Courier quoted a retired judge as saying that the law was weak.");
  told.says({u"The Courier"}, {u"quoted"}, {u"a retired judge as saying that the law was weak"});
  CHECK(added(told) == Strings{"a retired judge | as saying | that the law was weak"});
  find_chains(told.text, told.tokens, told.detection);
  CHECK(told.words(told.detection.attributions[0].content) == Strings{"that the law was weak"});
  CHECK(told.detection.attributions[1].nested_in == 0);
  Told behind(u"“It will not last,” the daily quotes an engineer as saying.");
  behind.says({u"the daily"}, {u"quotes"}, {u"It will not last", u"an engineer as saying"});
  CHECK(added(behind) == Strings{"an engineer | as saying | It will not last"});
  Told passive(u"He was quoted by Radio Lund as saying that it rained.");
  passive.says({u"He"}, {u"was quoted"}, {u"that it rained"});
  CHECK(added(passive).empty());
}

TEST_CASE("whom a source cites at the end of a content, or refers to, is found") {
  Told told(u"The Courier reported that the firm had sold turbines, citing customs records.");
  told.says({u"The Courier"}, {u"reported"}, {u"that the firm had sold turbines, citing customs records"});
  CHECK(added(told) == Strings{"customs records | citing | that the firm had sold turbines"});
  CHECK(told.words(told.detection.attributions[0].content) == Strings{"that the firm had sold turbines"});
  Told reason(u"The minister said he would go, citing poor health.");
  reason.says({u"The minister"}, {u"said"}, {u"he would go, citing poor health"});
  CHECK(added(reason).empty());
  Told refers(u"According to the portal, which refers to two employees of the mill, it burned.");
  refers.says({u"the portal"}, {u"According to"}, {u"it burned"});
  CHECK(added(refers) == Strings{"two employees of the mill | refers to | it burned"});
}

TEST_CASE("who told somebody something in a passive is found inside a content") {
  Told by(u"She said she had been told by a nurse that the drug was safe.");
  by.says({u"She"}, {u"said"}, {u"she had been told by a nurse that the drug was safe"});
  CHECK(added(by) == Strings{"a nurse | had been told | that the drug was safe"});
  Told bare(u"“We were told it was a false alarm,” he said.");
  bare.says({u"he"}, {u"said"}, {u"We were told it was a false alarm"});
  CHECK(added(bare) == Strings{" | were told | it was a false alarm"});
  Told story(u"He said the children were told a story about a bear.");
  story.says({u"He"}, {u"said"}, {u"the children were told a story about a bear"});
  CHECK(added(story).empty());
  Told waits(u"He said they were waiting to be told what to do.");
  waits.says({u"He"}, {u"said"}, {u"they were waiting to be told what to do"});
  CHECK(added(waits).empty());
}
