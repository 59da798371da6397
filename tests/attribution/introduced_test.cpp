#include <doctest/doctest.h>

#include "attribution/marked.h"
#include "attribution/reasons.h"

using namespace who_says;

// Whom a text tells of before they say anything, and what kind of source that makes of them.

namespace {

/// Of who says the last sentence, known by what stands before it.
Entity introduced(const std::string& before, const std::string& who) {
  return MarkedText(before + " [1s " + who + "] [1c said] that [1q the rules were late].").of(1);
}

}  // namespace

TEST_CASE("introduced: by a title before a comma, in the middle of a sentence") {
  Entity lobbyist =
      introduced("Emails show that Mr. Jessup's lobbyist, Carl Dunning, wrote to her aide.", "Mr. Dunning");
  CHECK(lobbyist.kind == SourceKind::ngo_advocacy);
  CHECK(lobbyist.name == "Carl Dunning");
  CHECK(introduced("She told the chairman, Sir Gerald Thornhaugh.", "Sir Gerald").kind ==
        SourceKind::business);
  CHECK(introduced("The letter went to the council's chief executive, Nora Pell, in May.", "Ms Pell").kind ==
        SourceKind::government);
  Entity treasurer =
      introduced("The court heard that the charity's former treasurer, Ian Vale, had left.", "Vale");
  CHECK(treasurer.kind == SourceKind::ngo_advocacy);
  CHECK(treasurer.office == Office::former);
  CHECK(introduced("Police questioned the minister's brother, Tom Pell, for an hour.", "Mr Pell").kind ==
        SourceKind::person_affected);
  CHECK(introduced("A lawyer for the family, Sue Gray, was in court.", "Gray").kind ==
        SourceKind::law_justice);
  CHECK(introduced("They wrote to the bishop of Lund, Ola Berg.", "Berg").kind == SourceKind::ngo_advocacy);
}

TEST_CASE("introduced: by what stands behind the name") {
  Entity minister =
      introduced("He is kind about Kazem Rahimzad, Iran's foreign minister in those years.", "Rahimzad");
  CHECK(minister.kind == SourceKind::government);
  Entity director = introduced(
      "Alastair Penhall, Trackway Britain's route director until 2022, is to be asked.", "Mr Penhall");
  CHECK(director.kind == SourceKind::business);
  CHECK(director.office == Office::former);
  CHECK(introduced("She called at the house with Conleth Mulrane SC, prosecuting.", "Mr Mulrane").kind ==
        SourceKind::law_justice);
  CHECK(introduced("Thomas Branigan (61), of Cloonfad Upper, denies murder.", "Mr Branigan").kind ==
        SourceKind::person_affected);
  Entity officer = introduced("In the dock was Amir Nazari, 41, a former officer of the police.", "Nazari");
  CHECK(officer.kind == SourceKind::law_justice);
  CHECK(officer.office == Office::former);
}

TEST_CASE("introduced: in a list each has a title of their own") {
  const std::string letter =
      "Among them were the novelist Karel Brod, the former judge Ilse Maar and the bishop of Lund.";
  CHECK(introduced(letter, "Brod").kind == SourceKind::person_affected);
  CHECK(introduced(letter, "Maar").kind == SourceKind::law_justice);
}

TEST_CASE("introduced: inside of another source, with an office that is past") {
  MarkedText m(
      "[1s Aides to former Gov. Whit Langford of North Carolina] [1c argued] [1q he had won]. [2s Mr. "
      "Langford] [2c "
      "said] [2q no].");
  CHECK(m.of(2).kind == SourceKind::government);
  CHECK(m.of(2).office == Office::former);
}

TEST_CASE("introduced: 'one of them' is what they are") {
  MarkedText m(
      "[1s Analysts at Nordea] [1c called] [1q it a mistake]. \"[2q This is wrong],\" [2s one of them, "
      "Joonas Virkamaki,] "
      "[2c wrote].");
  CHECK(m.of(2).kind == SourceKind::business);
  CHECK(m.of(2).form == Form::person);
  CHECK(in_english(m.of(2).reason) == "one of “Analysts at Nordea”");
}

TEST_CASE("introduced: a chief executive is of the body that the text speaks of") {
  CHECK(introduced("The council met on Monday.", "Chief executive Dominic Farquharson").kind ==
        SourceKind::government);
  CHECK(introduced("Oxfam closed its office.", "Country director Paul Hume").kind ==
        SourceKind::ngo_advocacy);
  CHECK(introduced("It rained.", "Chief executive Dominic Farquharson").kind == SourceKind::business);
  CHECK(
      introduced("President Gonzalo Ibarrola was away.", "Mr. Ibarrola's communications chief, Renata Plaza,")
          .kind == SourceKind::government);
}

TEST_CASE("introduced: by a name that somebody gave; 'one' of those before; 'the fund'") {
  MarkedText student(
      "[1s A student who gave her name only as Dewi] [1c said] [1q no]. [2s Dewi] [2c added] [2q more].");
  CHECK(student.of(1).naming == Naming::named);
  CHECK(student.index(2) == student.index(1));
  MarkedText farmers("[1s Farmers] [1c said] [1q it was lost]. [2s One, Pedro Alvarez,] [2c said] [2q so].");
  CHECK(in_english(farmers.of(2).reason) == "one of “Farmers”");
  MarkedText fund("[1s The IMF] [1c said] [1q no]. [2s The fund] [2c urged] [2q cuts].");
  CHECK(fund.index(2) == fund.index(1));
}

TEST_CASE("introduced: a commissioner for human rights may be a woman; who is of a place is a person") {
  MarkedText m(
      "[1s The high commissioner for human rights, Leontine Roux,] [1c said] [1q no]. [2s She] [2c said] [2q "
      "more].");
  CHECK(m.index(2) == m.index(1));
  CHECK(MarkedText("[1s Carrowmore, of Reigate in Surrey,] [1c said] [1q no].").of(1).kind ==
        SourceKind::person_affected);
  CHECK(MarkedText("[1s Varsa, a trade union federation,] [1c said] [1q no].").of(1).kind ==
        SourceKind::ngo_advocacy);
  CHECK(MarkedText("[1s A manager at the U.S. National Science Foundation] [1c said] [1q no].").of(1).kind ==
        SourceKind::government);
  CHECK(MarkedText("[1s The National Confederation of Industry] [1c said] [1q no].").of(1).kind ==
        SourceKind::ngo_advocacy);
}
