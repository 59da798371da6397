#include "attribution/blanket.h"
#include "attribution/said.h"
#include "attribution/stages.h"

using namespace who_says;

namespace {

const Attribution& chained(Told& told, size_t index) {
  find_chains(told.text, told.tokens, told.detection);
  return told.detection.attributions[index];
}

}  // namespace

TEST_CASE("an attribution inside the content of another is nested, at every depth in the nearest") {
  Told told(u"The Courier reports that Mayor Lunt claims that engineers told him the dam would hold.");
  told.says({u"The Courier"}, {u"reports"},
            {u"Mayor Lunt claims that engineers told him the dam would hold"});
  told.says({u"Mayor Lunt"}, {u"claims"}, {u"engineers told him the dam would hold"});
  told.says({u"engineers"}, {u"told"}, {u"the dam would hold"});
  find_chains(told.text, told.tokens, told.detection);
  CHECK(told.detection.attributions[0].nested_in == kNone);
  CHECK(told.detection.attributions[1].nested_in == 0);
  CHECK(told.detection.attributions[2].nested_in == 1);
}

TEST_CASE("an attribution whose own source stands outside is not nested, even with its content inside") {
  Told told(u"“The dam will hold,” said Lunt, the paper wrote. Perez said so too.");
  told.says({u"Lunt"}, {u"said"}, {u"The dam will hold"});
  told.says({u"Perez"}, {u"said"}, {u"so too"});
  CHECK(chained(told, 0).nested_in == kNone);
  CHECK(told.detection.attributions[1].nested_in == kNone);
}

TEST_CASE("whom a source cites is nested in it although both have one content") {
  Told told(u"The Courier reported on Friday, citing a letter by the council, that the dam had cracked.");
  told.says({u"The Courier"}, {u"reported"}, {u"the dam had cracked"});
  told.says({u"a letter by the council"}, {u"citing"}, {u"the dam had cracked"});
  CHECK(chained(told, 1).nested_in == 0);
  CHECK(told.detection.attributions[0].nested_in == kNone);
}

TEST_CASE("contents that hold each other make no circle") {
  Told told(u"A says B says it rains and A says B says it pours.");
  told.says({u"A"}, {u"says"}, {u"A says B says it rains and A says B"});
  told.says({u"B"}, {u"says"}, {u"A says B says it rains and A says B"});
  find_chains(told.text, told.tokens, told.detection);
  for (size_t i = 0; i < 2; ++i) {
    int at = static_cast<int>(i);
    size_t steps = 0;
    while (at != kNone && steps < 5)
      at = told.detection.attributions[static_cast<size_t>(at)].nested_in, ++steps;
    CHECK(steps < 5);
  }
}

TEST_CASE(
    "the outlet that reports what others say has the role of a relay, one that speaks for itself has not") {
  Told told(u"The Courier reports that Lunt denies it. The Gazette says that rain is good.");
  int courier = told.somebody("The Courier", SourceKind::news_outlet);
  int lunt = told.somebody("Lunt", SourceKind::government);
  int gazette = told.somebody("The Gazette", SourceKind::news_outlet);
  told.says({u"The Courier"}, {u"reports"}, {u"Lunt denies it"}, courier);
  told.says({u"Lunt"}, {u"denies"}, {u"it"}, lunt);
  told.says({u"The Gazette"}, {u"says"}, {u"rain is good"}, gazette);
  find_chains(told.text, told.tokens, told.detection);
  CHECK(told.detection.entities[0].role == Role::relay);
  CHECK(told.detection.entities[1].role == Role::unknown);
  CHECK(told.detection.entities[2].role == Role::unknown);
}

TEST_CASE("what a relayed source says in the next sentences goes on through the relay") {
  Told told(
      u"The Courier reports that Lunt denies the leak. He added that the dam is new. Perez said the dam is "
      u"old. "
      u"It rained. It rained. It rained. It rained. It rained. Lunt smiled and said no.");
  int courier = told.somebody("The Courier", SourceKind::news_outlet);
  int lunt = told.somebody("Lunt", SourceKind::government);
  int perez = told.somebody("Perez", SourceKind::government);
  told.says({u"The Courier"}, {u"reports"}, {u"Lunt denies the leak"}, courier);
  told.says({u"Lunt"}, {u"denies"}, {u"the leak"}, lunt);
  told.says({u"He"}, {u"added"}, {u"the dam is new"}, lunt);
  told.says({u"Perez"}, {u"said"}, {u"the dam is old"}, perez);
  told.says({u"Lunt smiled"}, {u"and said"}, {u"no"}, lunt);
  find_chains(told.text, told.tokens, told.detection);
  CHECK(told.detection.attributions[2].carried_from == 1);
  CHECK(told.detection.attributions[3].carried_from == kNone);
  CHECK(told.detection.attributions[4].carried_from == kNone);  // too far
}

TEST_CASE("two cues with one source are carried both") {
  Told told(
      u"The Courier reports that Lunt denies the leak. He called it a lie and added that the dam is new.");
  int courier = told.somebody("The Courier", SourceKind::news_outlet);
  int lunt = told.somebody("Lunt", SourceKind::government);
  told.says({u"The Courier"}, {u"reports"}, {u"Lunt denies the leak"}, courier);
  told.says({u"Lunt"}, {u"denies"}, {u"the leak"}, lunt);
  told.says({u"He"}, {u"called"}, {u"it a lie"}, lunt);
  told.says({u"He"}, {u"added"}, {u"the dam is new"}, lunt);
  find_chains(told.text, told.tokens, told.detection);
  CHECK(told.detection.attributions[2].carried_from == 1);
  CHECK(told.detection.attributions[3].carried_from == 1);
}

TEST_CASE("a quotation that nobody is named for goes on with the speaker of the one before") {
  Told told(u"“We saw it,” said Lunt.\n“It was big.”\nIt rained all day.\n“Who knows?”");
  int lunt = told.somebody("Lunt", SourceKind::government);
  told.says({u"Lunt"}, {u"said"}, {u"We saw it"}, lunt).directness = Directness::direct;
  told.says({}, {}, {u"It was big"}).directness = Directness::direct;
  told.says({}, {}, {u"Who knows"}).directness = Directness::direct;
  find_chains(told.text, told.tokens, told.detection);
  CHECK(told.detection.attributions[1].entity == lunt);
  CHECK(told.detection.attributions[1].link == ChainLink::carried);
  CHECK(told.detection.attributions[2].entity == kNone);
}

TEST_CASE("a quotation that its paragraph leaves open goes on in the next paragraph") {
  Told told(u"“We saw it,” said Lunt. “It was big.\n“It was very big.”\nThen it rained.");
  told.says({u"Lunt"}, {u"said"}, {u"We saw it", u"It was big"}).directness = Directness::direct;
  CHECK(told.words(chained(told, 0).content) == Strings{"We saw it", "It was big", "It was very big"});
}

TEST_CASE("a sentence that says who reported this takes the bare sentences before it as its content") {
  struct Case {
    std::u16string text;
    std::string source;
    Strings content;
  };
  const Case cases[] = {
      {u"The mill burned. Two men fled.\nThe Courier writes about this.",
       "The Courier",
       {"The mill burned", "Two men fled"}},
      {u"The mill burned in May. This was reported by the trade paper Mill & Wheel.",
       "the trade paper Mill & Wheel",
       {"The mill burned in May"}},
      {u"The mill burned down. That is the account of four neighbours.",
       "four neighbours",
       {"The mill burned down"}},
      {u"The mill burned down. So says a letter from the miller, seen by us.",
       "a letter from the miller",
       {"The mill burned down"}},
      {u"The mill burned down. That is the picture the Courier paints in a report.",
       "the Courier",
       {"The mill burned down"}},
      {u"The mill burned down. The Courier reported this on Monday.",
       "The Courier",
       {"The mill burned down"}},
  };
  for (const Case& c : cases) {
    Told told(c.text);
    find_chains(told.text, told.tokens, told.detection);
    INFO(to_utf8(c.text));
    REQUIRE(told.detection.attributions.size() == 1);
    const Attribution& a = told.detection.attributions[0];
    CHECK(told.words(a.source) == Strings{c.source});
    CHECK(told.words(a.content) == c.content);
    CHECK(a.scope == Scope::blanket);
    CHECK(a.link == ChainLink::blanket);
    CHECK(a.directness == Directness::free_indirect);
  }
}

TEST_CASE("a sentence of translated English that says who reported this takes the ones before it") {
  const std::pair<const char16_t*, const char*> cases[] = {
      {u"The mill burned down. About this informs the agency Lund.", "the agency Lund"},
      {u"The mill burned down. This is stated in a report of the council.", "a report of the council"},
      {u"The mill burned down. The Courier informs about this.", "The Courier"},
      {u"The mill burned down. This was stated by the mayor Jan Lund in an interview with LSM.",
       "the mayor Jan Lund"},
      {u"The mill burned down. The head of the agency, Jan Lund, told about this on the air of LSM.",
       "The head of the agency, Jan Lund"},
  };
  for (const auto& [text, source] : cases) {
    Told told(text);
    find_chains(told.text, told.tokens, told.detection);
    REQUIRE(told.detection.attributions.size() == 1);
    CHECK(told.words(told.detection.attributions[0].source) == Strings{source});
    CHECK(told.words(told.detection.attributions[0].content) == Strings{"The mill burned down"});
  }
  Told refers(u"The mill burned down. The Courier writes about this with reference to two clerks.");
  find_chains(refers.text, refers.tokens, refers.detection);
  REQUIRE(refers.detection.attributions.size() == 2);
  CHECK(refers.words(refers.detection.attributions[0].source) == Strings{"two clerks"});
}

TEST_CASE("blanket attributions stop at attributed sentences, questions, headlines and paragraphs") {
  Told told(
      u"Fire at the mill\nIt is gone now. Lunt said it was arson. The roof fell in. The Courier writes about "
      u"this.");
  told.says({u"Lunt"}, {u"said"}, {u"it was arson"});
  find_chains(told.text, told.tokens, told.detection);
  REQUIRE(told.detection.attributions.size() == 2);
  CHECK(told.words(told.detection.attributions[1].content) == Strings{"The roof fell in"});

  for (const char16_t* bare :
       {u"Who did it and why? The Courier writes about this.",
        u"Fire at the mill\nThe Courier writes about this.", u"The Courier writes about this.",
        u"The mill burned. Satellite images confirm this.",
        u"The mill burned. The Courier reported this week that it rained.",
        u"The mill burned. It was said to be old.",
        u"The mill burned. It is noted that the roof was hit by three stones."}) {
    Told none(bare);
    find_chains(none.text, none.tokens, none.detection);
    CHECK(none.detection.attributions.empty());
  }
}

TEST_CASE("a blanket attribution replaces what was found in its sentence, keeps its source, and comes once") {
  Told told(u"The mill burned in May. This was reported by the Courier, citing the police.");
  int courier = told.somebody("the Courier", SourceKind::news_outlet);
  told.says({u"the Courier"}, {u"reported"}, {u"This"}, courier);
  find_chains(told.text, told.tokens, told.detection);
  find_blanket(told.text, told.tokens, told.detection.attributions);
  REQUIRE(told.detection.attributions.size() == 2);
  const Attribution *outer = nullptr, *cited = nullptr;
  for (const Attribution& a : told.detection.attributions) (a.entity == courier ? outer : cited) = &a;
  REQUIRE(outer);
  REQUIRE(cited);
  CHECK(told.words(outer->content) == Strings{"The mill burned in May"});
  CHECK(told.words(cited->source) == Strings{"the police"});
  CHECK(cited->nested_in == outer - told.detection.attributions.data());
  CHECK(told.detection.entities[0].role == Role::relay);
}

TEST_CASE("chains of odd texts") {
  for (const char16_t* text : {u"", u"\n", u"This", u"This was reported by", u"So says", u"“", u"“\n“\n“"}) {
    Told told(text);
    find_chains(told.text, told.tokens, told.detection);
    CHECK(told.detection.attributions.empty());
  }
}
