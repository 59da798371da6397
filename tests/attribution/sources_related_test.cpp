#include <doctest/doctest.h>

#include "attribution/marked.h"

using namespace who_says;

// Who is told of by somebody else or in other words: a deputy, "the head of the service", one of those spoken of, a surname before its name.

TEST_CASE("sources: a deputy, a colleague, a predecessor are of what the other one is of") {
  MarkedText m(
      "[1s Foreign Minister Abel Dorn] [1c said] [1q no].\nHis deputy, Milo Raskin, was milder. [2s He] [2c "
      "said] [2q "
      "perhaps].");
  CHECK(m.of(2).name == "Milo Raskin");
  CHECK(m.of(2).kind == SourceKind::government);
  MarkedText fellow(
      "[1s Ada Moss, the Sahel director of the International Crisis Group,] [1c said] [1q no]. [2s Her "
      "colleague Ilir "
      "Brand] [2c thinks] [2q so].");
  CHECK(fellow.of(2).kind == SourceKind::think_tank);
  MarkedText before(
      "[1s NATO's secretary general, Ada Moss,] [1c said] [1q no]. [2s Her predecessor, Ilir Brand,] [2c "
      "said] [2q so].");
  CHECK(before.of(2).kind == SourceKind::international_organization);
  CHECK(before.of(2).office == Office::former);
}

TEST_CASE("sources: the head of the service is of the service that the text speaks of") {
  MarkedText m(
      "[1s Dravania's Foreign Intelligence Service] [1c said] [1q so]. [2s Kira Rosen, the head of the "
      "service,] [2c told] "
      "reporters [2q no].");
  CHECK(m.of(2).kind == SourceKind::intelligence_agency);
}

TEST_CASE("sources: one of those of whom the sentence before tells") {
  MarkedText m("Western diplomats dispute that. [1s One of them] [1c said] [1q no].");
  CHECK(m.of(1).kind == SourceKind::diplomat);
  CHECK(m.of(1).naming == Naming::described);
}

TEST_CASE("sources: a former minister is not the aide who spoke before") {
  MarkedText m(
      "[1s A parliamentary aide] [1c said] [1q so]. [2s The former minister] [2c denied] [2q it]. [3s He] "
      "[3c said] [3q no].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.index(3) == m.index(2));
  CHECK(m.of(2).office == Office::former);
}

TEST_CASE("sources: a body that is described first and named in the next sentences") {
  MarkedText m(
      "[1s South Korea's spy agency] [1c said] [1q no]. It has been asked for long.\n[2s The National "
      "Intelligence Service] "
      "[2c said] [2q so].");
  CHECK(m.index(1) == m.index(2));
  MarkedText two(
      "[1s Poland's spy agency] [1c said] [1q no].\n[2s South Korea's National Intelligence Service] [2c "
      "said] [2q so].");
  CHECK(two.index(1) != two.index(2));
}

TEST_CASE("sources: a party is one for 'its', for all its plural") {
  MarkedText m(
      "[1s The Social Democrats] [1c want] [1q an inquiry]; [2s its leader, Andrea Bahl,] [2c said] [2q "
      "so].");
  CHECK(m.of(2).kind == SourceKind::legislator_politician);
}

TEST_CASE("sources: two unknown words that report are an outlet") {
  MarkedText m("[1s Ostsee Sanomat] [1c reported] that [1q the ship was slow].");
  CHECK(m.of(1).kind == SourceKind::news_outlet);
  MarkedText person("[1s Anna Brand] [1c reported] that [1q the ship was slow].");
  CHECK(person.of(1).kind != SourceKind::news_outlet);
}

TEST_CASE("sources: some of those of whom the same sentence tells") {
  MarkedText m("Behind closed doors, diplomats are less calm, [1s three of them] [1c said] [1q so].");
  CHECK(m.of(1).kind == SourceKind::diplomat);
  CHECK(m.of(1).form == Form::group);
}

TEST_CASE("sources: his spokesman is no body's") {
  MarkedText m(
      "[1s Dravania's security service] [1c said] [1q so]. [2s Foreign Minister Abel Dorn] [2c denied] [2q "
      "it]. [3s His "
      "spokesman] [3c said] [3q no].");
  CHECK(m.index(3) != m.index(1));
}

TEST_CASE("sources: he is the one with whom the sentence before begins, also where that one said nothing") {
  MarkedText m(
      "[1s Mayor Milo Raskin] [1c said] [1q so].\nDravania's ambassador in Oslo was summoned. [2s He] [2c "
      "said] [2q no].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.of(2).kind == SourceKind::diplomat);
}

TEST_CASE("sources: who are in a city is not the city's government") {
  MarkedText m("There are people in Moscow [1s who] [1c think] [1q that he is a hero].");
  CHECK(m.of(1).kind != SourceKind::government);
}

TEST_CASE("sources: a description before a name that is no source is known when the name speaks") {
  MarkedText m(
      "[1s Dravania's National Security Bureau] [1c said] [1q no]. A former deputy director of the bureau, "
      "Ilir Brand, is "
      "less sure. [2s Brand] [2c said] [2q so].");
  CHECK(m.of(2).kind == SourceKind::intelligence_agency);
  CHECK(m.of(2).office == Office::former);
}

TEST_CASE("sources: initials are those of a body that the text names, whoever else is known by them") {
  MarkedText m("[1s The Rapid Support Forces] [1c denied] [1q it]. [2s The RSF] [2c said] [2q so].");
  CHECK(m.index(1) == m.index(2));
  CHECK(m.of(2).kind == SourceKind::military);
  CHECK(MarkedText("[1s The RSF] [1c said] [1q so].").of(1).kind == SourceKind::ngo_advocacy);
}

TEST_CASE("sources: the researcher may be one of a think tank, in whichever city") {
  MarkedText m(
      "[1s Gallia Lund of Tel Aviv's INSS] [1c said] [1q no]. [2q Yes], [2s the researcher] [2c said].");
  CHECK(m.of(1).kind == SourceKind::think_tank);
  CHECK(m.index(1) == m.index(2));
}

TEST_CASE("sources: a surname in a headline is the person whose whole name comes later") {
  MarkedText m("[1s Raskov] [1c doubts] [1q it]\n[2s Belarusian leader Ilya Raskov] [2c said] [2q so].");
  CHECK(m.index(1) == m.index(2));
  CHECK(m.of(1).name == "Ilya Raskov");
}

TEST_CASE("sources: newspapers and clubs by the last word of their names") {
  MarkedText paper("[1s The Penwick Echo] [1c said] [1q it rained]. [2s The Echo] [2c added] [2q more].");
  CHECK(paper.index(2) == paper.index(1));
  MarkedText club("[1s Hythe Wanderers] [1c said] [1q he was ill]. [2s Wanderers] [2c denied] [2q it].");
  CHECK(club.index(2) == club.index(1));
  MarkedText of("[1s The Bank of England] [1c said] [1q no]. [2s England] [2c won], [2q twice].");
  CHECK(of.index(2) != of.index(1));
}

TEST_CASE("sources: whose daughter somebody is who is called by name behind a comma") {
  MarkedText m(
      "[1s A third source, a former diver,] [1c called] [1q it odd]. Mr Oye's daughter, Ebba Oye, read a "
      "note. [2s "
      "She] [2c said] [2q he never swam].");
  CHECK(m.of(2).name == "Ebba Oye");
}

TEST_CASE("sources: a spokesman of the government is of no agency") {
  MarkedText m(
      "[1s The Met Office] [1c said] [1q it would snow]. [2s A government spokesman] [2c said] [2q no].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.of(2).kind == SourceKind::government);
}

TEST_CASE("sources: 'the woman' is the waitress") {
  MarkedText m(
      "[1s Irina Moss, his daughter,] [1c said] [1q he was ill]. [2s A waitress at the hotel] [2c said] [2q "
      "she saw "
      "him]. [3q He shouted], [3c said] [3s the woman].");
  CHECK(m.index(3) == m.index(2));
}

TEST_CASE("sources: 'the company' is the one that has just spoken, though nothing tells what it is") {
  MarkedText m(
      "[1s The consultancy Black Elm] [1c said] [1q it leaked]. [2s Lumo, based in Oslo,] [2c denied] [2q "
      "it]. [3s The "
      "company] [3c said] [3q all was well].");
  CHECK(m.index(3) == m.index(2));
}

TEST_CASE("sources: where somebody worked before does not end the office that they have") {
  MarkedText m(
      "[1s Lumo's chief technology officer, Ivo Lund,] [1c said] [1q no]. [2s Lund, who previously worked at "
      "Amazon,] "
      "[2c said] [2q yes].");
  CHECK(m.index(2) == m.index(1));
  CHECK(m.of(2).office == Office::current);
}
