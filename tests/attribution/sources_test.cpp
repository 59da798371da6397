#include <doctest/doctest.h>

#include "attribution/marked.h"
#include "attribution/reasons.h"
#include "attribution/stages.h"

using namespace who_says;

namespace {

/// Written after the shape of translated wire copy: an outlet, a former ambassador in two spellings, an institute by its acronym, a
/// service that becomes "the department", an outlet that nothing else is known of, an interview.
const char* const kWire =
    "Ties between Ardana and its neighbour grow. [1s The Lakeland Herald] [1c writes] about this. "
    "[2s The publication] [2c reports] that [2q [3s former Ardanian ambassador to Norway Ha Jong Min] [3c "
    "claims] that [3q the deal "
    "helps the north]]. [4c According to] [4s him], [4q prices will fall]. [5s He] [5c noted] that [5q "
    "harvests are poor].\n"
    "“[6q Grain is short],” [6c explained] [6s Ha Yong Min].\n"
    "[7s Experts from Ardana’s Institute for Northern Security Research (INSR)] also [7c revealed] [7q "
    "details]. [8s They] [8c believe] "
    "that [8q the date was no accident].\n"
    "“[9q Trade is the foundation],” [9s the INSR report] [9c notes].\n"
    "[10c According to] [10s Ardana’s National Intelligence Service], [10q each soldier will receive $900 a "
    "month]. [11s The department] "
    "[11c highlights] that [11q thousands will go].\n"
    "Recall that [12s Meridor] [12c wrote] that [12q [13s former advisor to the US Secretary of State, Peter "
    "Brill], [13c expressed doubts] "
    "[13q about the plans]]. Speaking on Espresso, [14s Brill] [14c called] [14q them vain].";

}  // namespace

TEST_CASE("sources: an article like those that agencies translate") {
  MarkedText m(kWire);
  CHECK(m.of(1).kind == SourceKind::news_outlet);
  CHECK(m.of(1).name == "Lakeland Herald");
  CHECK(m.index(2) == m.index(1));
  const Entity ambassador = m.of(3);
  CHECK(ambassador.name == "Ha Jong Min");
  CHECK(ambassador.kind == SourceKind::diplomat);
  CHECK(ambassador.office == Office::former);
  CHECK(ambassador.description == "former Ardanian ambassador to Norway");
  for (size_t same : {4, 5, 6}) CHECK(m.index(same) == m.index(3));
  CHECK(m.detection.attributions[3].link == ChainLink::carried);
  REQUIRE(ambassador.mentions.size() == 4);
  CHECK(in_english(ambassador.mentions[3].reason) == "spelled almost like Ha Jong Min");
  CHECK(m.of(7).kind == SourceKind::think_tank);
  CHECK(m.of(7).organization == "Institute for Northern Security Research");
  CHECK(m.index(8) == m.index(7));
  CHECK(m.index(9) == m.index(7));
  CHECK(m.of(10).kind == SourceKind::intelligence_agency);
  CHECK(m.index(11) == m.index(10));
  CHECK(m.of(12).kind == SourceKind::news_outlet);
  CHECK(m.of(13).name == "Peter Brill");
  CHECK(m.of(13).office == Office::former);
  CHECK(m.index(14) == m.index(13));
  REQUIRE(m.detection.attributions[13].relay != kNone);
  CHECK(m.detection.entities[size_t(m.detection.attributions[13].relay)].name == "Espresso");
}

TEST_CASE("sources: two people of one surname are kept apart") {
  MarkedText m(
      "[1s Prosecutor Maria Stone] [1c said] [1q no]. [2s Her brother, the dealer John Stone,] [2c denied] "
      "[2q it]. "
      "[3s Mr Stone] [3c said] [3q so]. [4s Ms Stone] [4c said] [4q no].");
  CHECK(m.index(1) != m.index(2));
  CHECK(m.index(3) == m.index(2));
  CHECK(m.index(4) == m.index(1));
}

TEST_CASE("sources: pronouns by gender, number and speaker") {
  MarkedText m(
      "[1s Judge Maria Brask] [1c ruled] that [1q John Thane, 54, could go]. “[2q [3s He] [3c told] [3q "
      "himself that he borrowed]],” "
      "[2s she] [2c said]. [4s The relatives] [4c protested]: [4q never]. [5s They] [5c said] [5q more].");
  CHECK(m.index(2) == m.index(1));
  CHECK(m.of(3).name == "John Thane");
  CHECK(m.index(5) == m.index(4));
  CHECK(m.of(4).form == Form::group);
}

TEST_CASE("sources: first person means the speaker, also where the speaker follows") {
  MarkedText m("“[1q [2s I] [2c think] [2q it was a gull]],” [1s Otto Berg, a fisherman,] [1c said].");
  CHECK(m.index(2) == m.index(1));
  CHECK(m.of(1).mentions.size() == 2);
}

TEST_CASE("sources: relative pronouns go with the noun before them") {
  MarkedText m("[1s The Nordic Harbour Agency], [2s which] [2c has said] [2q no], [1c confirmed] [1q it].");
  CHECK(m.index(2) == m.index(1));
}

TEST_CASE("sources: acronyms, short forms and descriptions of bodies") {
  MarkedText m(
      "[1s The Northern Football Confederation (NFC)] [1c said] [1q yes]. [2s The NFC] [2c added] [2q more]. "
      "[3s Fjellbryg A/S] [3c said] [3q no]. [4s The brewer] [4c said] [4q so]. [5s Fjellbryg] [5c denied] "
      "[5q it].");
  CHECK(m.index(2) == m.index(1));
  CHECK(m.index(4) == m.index(3));
  CHECK(m.index(5) == m.index(3));
  CHECK(m.of(5).kind == SourceKind::business);
}

TEST_CASE("sources: descriptions that tell apart are not joined") {
  MarkedText m(
      "[1s The Interior Ministry of Ruzhany] [1c says] [1q yes]. [2s The transport ministry] [2c says] [2q "
      "no]. "
      "[3s The interior ministry] [3c says] [3q so].");
  CHECK(m.index(1) != m.index(2));
  CHECK(m.index(3) == m.index(1));
}

TEST_CASE(
    "sources: a spokesperson is a person of the body's kind, with a name or without, and not the body") {
  MarkedText m(
      "[1s A spokesman for Wendle County Council] [1c said] [1q yes]. [2s The council] [2c said] [2q no]. "
      "[3s Council spokeswoman Ada Penn] [3c said] [3q so].");
  CHECK(m.of(1).name == "spokesman for Wendle County Council");
  CHECK(m.of(1).form == Form::person);
  CHECK(m.of(1).kind == SourceKind::government);
  CHECK(m.of(1).organization == "Wendle County Council");
  CHECK(m.of(2).name == "Wendle County Council");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.index(3) != m.index(1));
  CHECK(m.of(3).kind == SourceKind::government);
  CHECK(m.of(3).role == Role::representative);
}

TEST_CASE("sources: whose coordinator 'its coordinator' is") {
  MarkedText m(
      "[1s Border Solidarity, a local charity,] [1c counted] [1q forty]. [2s Its coordinator, Marta Lis,] "
      "[2c alleges] [2q more].");
  CHECK(m.of(2).kind == SourceKind::ngo_advocacy);
  CHECK(m.of(2).office == Office::current);
  CHECK(m.of(2).organization == "Border Solidarity");
}

TEST_CASE("sources: in a list 'its finance office' is called without 'its'") {
  MarkedText m("[1s The council] [1c said] [1q no]. Prices rise, [2c according to] [2s its finance office].");
  CHECK(m.of(1).name == "council");
  CHECK(m.of(2).name == "finance office");
}

TEST_CASE("sources: one of a group is somebody else than the group") {
  MarkedText m("[1s Two nurses] [1c said] [1q yes]. [2s One of them] [2c added] [2q no].");
  CHECK(m.index(1) != m.index(2));
  CHECK(m.of(2).form == Form::person);
  CHECK(m.of(2).kind == m.of(1).kind);
}

TEST_CASE("sources: a country that is known by its demonym only") {
  MarkedText m(
      "The Dravanian navy sailed. [1s Dravania] [1c wants] [1q notice]. [2s Its president, Rado Kal,] [2c "
      "has said] [2q so].");
  CHECK(m.of(1).form == Form::state);
  CHECK(m.of(1).kind == SourceKind::government);
  CHECK(m.of(2).kind == SourceKind::government);
}

TEST_CASE("sources: what a found span leaves off at its end is read all the same") {
  MarkedText m(
      "[1s A user] called HaddonHen [1c wrote] [1q no]. [2s The Danish] financial regulator [2c said] [2q "
      "so]. "
      "[3s Figures compiled by] StatLine [3c show] [3q more].");
  CHECK(m.of(1).name == "HaddonHen");
  CHECK(m.of(2).kind == SourceKind::government);
  CHECK(m.of(3).naming == Naming::named);
}

TEST_CASE("sources: several names that speak as one are nobody else") {
  MarkedText m(
      "[1s Senator Ted Crane] [1c said] [1q no]. [2s Crane and Rand Pall] [2c agreed] that [2q so]. [3s "
      "Crane] [3c added] [3q more].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.of(2).form == Form::group);
  CHECK(m.of(2).kind == SourceKind::legislator_politician);
  CHECK(m.index(3) == m.index(1));
}

TEST_CASE("sources: a country and its capital are one") {
  MarkedText m(
      "[1s North Korea] [1c says] [1q yes]. [2s Pyongyang] [2c added] [2q no]. [3s Seoul] [3c denied] [3q "
      "it].");
  CHECK(m.index(2) == m.index(1));
  CHECK(m.index(3) != m.index(1));
}

TEST_CASE("sources: relays") {
  MarkedText m(
      "[1s Minister Ada Penn] [1c told] AFP that [1q it rains]. [2s She] [2c told] this newspaper [2q more]. "
      "[3s She] [3c told] reporters [3q more].");
  REQUIRE(m.detection.attributions[0].relay != kNone);
  CHECK(m.detection.entities[size_t(m.detection.attributions[0].relay)].kind == SourceKind::news_outlet);
  CHECK(m.detection.entities[size_t(m.detection.attributions[0].relay)].role == Role::relay);
  REQUIRE(m.detection.attributions[1].relay != kNone);
  CHECK(m.detection.entities[size_t(m.detection.attributions[1].relay)].kind == SourceKind::self);
  CHECK(m.detection.attributions[2].relay == kNone);
}

TEST_CASE(
    "sources: mentions are in reading order and within the text; entities in the order of their first") {
  MarkedText m(kWire);
  uint32_t before = 0;
  for (const Entity& e : m.detection.entities) {
    REQUIRE_FALSE(e.mentions.empty());
    CHECK(e.mentions.front().range.begin >= before);
    before = e.mentions.front().range.begin;
    for (size_t i = 0; i < e.mentions.size(); ++i) {
      CHECK_FALSE(e.mentions[i].range.empty());
      CHECK(e.mentions[i].range.end <= m.text.size());
      if (i > 0) CHECK(e.mentions[i - 1].range < e.mentions[i].range);
    }
  }
}

TEST_CASE("sources: odd input does no harm") {
  for (const char* text :
       {"", "[1s ]", "[1s .]", "[1s ,,]", "[1c said]", "[1s '] [1c said] [1q x]", "[1s (] [1q )]",
        "[1s the] [1q a]", "[1s who] [1q a]", "[1s his] [1c x] [1q y]", "[1s ’s] [1q a]", "[1s A/] [1q b]",
        "[1s ex-] [1q b]", "[1s @] [1q b]", "[1s of the of] [1q b]", "[1q [2q [3s I] said] so]",
        "[1s one of] [1q b]", "[1s The 23] [1q b]"}) {
    MarkedText m(text);
    for (const Attribution& a : m.detection.attributions) CHECK(a.entity < int(m.detection.entities.size()));
  }
  std::u16string lone = {0xD800, u' ', 0xDC00, u'A'};
  Detection detection;
  detection.attributions.resize(1);
  detection.attributions[0].source = {{0, 4}};
  find_sources(lone, tokenise(lone), *Lexicon::of("en"), detection);
  CHECK(detection.attributions[0].entity == 0);
  detection.attributions[0].source = {{0, 4000}};  // past the end
  find_sources(lone, tokenise(lone), *Lexicon::of("en"), detection);
}

TEST_CASE(
    "sources: in steps of any size the same, no step is long, and there are as many as the text is long") {
  auto copies = [](size_t count) {
    std::string text;
    // Each copy has the same numbers, so each attribution gets all of its places.
    for (size_t i = 0; i < count; ++i) text += std::string(kWire) + "\n";
    return text;
  };
  constexpr uint64_t kLongest = 40;  // a name of many words
  auto units = [&](const MarkedText& whole, uint64_t work) {
    Detection detection = whole.detection;
    Tokens tokens = tokenise(whole.text);
    Steps steps = sources_in_steps(whole.text, tokens, *Lexicon::of("en"), detection);
    uint64_t all = 0;
    while (!steps.done()) {
      uint64_t did = steps.run(work);
      CHECK(did < work + kLongest);
      all += did;
    }
    REQUIRE(detection.entities.size() == whole.detection.entities.size());
    for (size_t i = 0; i < detection.entities.size(); ++i) {
      CHECK(detection.entities[i].name == whole.detection.entities[i].name);
      CHECK(detection.entities[i].reason == whole.detection.entities[i].reason);
      CHECK(detection.entities[i].mentions.size() == whole.detection.entities[i].mentions.size());
    }
    for (size_t i = 0; i < detection.attributions.size(); ++i)
      CHECK(detection.attributions[i].entity == whole.detection.attributions[i].entity);
    return all;
  };
  MarkedText small(copies(4)), large(copies(40));
  uint64_t few = units(small, 1);
  CHECK(units(small, 7) == few);
  CHECK(units(small, 1000) == few);
  CHECK(units(large, 100) < 11 * few);
}

TEST_CASE("sources: the acronym of an employer is not its employee's") {
  MarkedText m(
      "[1s Ann Cho, a senior fellow at the Northern Institute for Arms Research (NIAR),] [1c said] [1q it "
      "was late]. [2s She] [2c "
      "expects] [2q more]. [3s NIAR] [3c said] [3q no].");
  CHECK(m.of(1).name == "Ann Cho");
  CHECK(m.of(1).form == Form::person);
  CHECK(m.index(2) == m.index(1));
  CHECK(m.index(3) != m.index(1));
}

TEST_CASE("sources: a spokesman for a ministry of a country speaks for the ministry") {
  MarkedText m(
      "[1s Marek Zielony, a farmer,] [1c said] [1q no]. [2s A spokesman for the Kenyan health ministry] [2c "
      "said] [2q yes].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.of(2).kind == SourceKind::government);
}

TEST_CASE("sources: an office over a genitive, a spy agency, a predecessor, an author") {
  MarkedText office(
      "[1s The prosecutor's office] [1c said] [1q crime fell]. [2s The mayor's office] [2c said] [2q it "
      "rose].");
  CHECK(office.of(1).kind == SourceKind::law_justice);
  CHECK(office.of(2).kind == SourceKind::government);

  MarkedText spies(
      "[1s Lakeland News Agency] [1c reported] [1q a test]. [2s The spy agency] [2c told] parliament [2q it "
      "was ready].");
  CHECK(spies.index(2) != spies.index(1));
  CHECK(spies.of(2).kind == SourceKind::intelligence_agency);

  MarkedText minister(
      "[1s Defence minister Lee Brandt] [1c said] [1q no]. [2s His predecessor, Kim Moller,] [2c said] [2q "
      "talks were possible].");
  CHECK(minister.of(2).kind == SourceKind::government);
  CHECK(minister.of(2).office == Office::former);
  CHECK(in_english(minister.of(2).reason).find("former") != std::string::npos);

  MarkedText author(
      "[1s The study, led by Dr. Hana Obi of the University of Leeds,] [1c suggests] [1q bees learn]. “[2q "
      "It was a shock],” [2s "
      "she] [2c said].");
  CHECK(author.of(2).name == "Hana Obi");
  CHECK(author.of(1).form == Form::document);
}

TEST_CASE("sources: a young person by age is no agent of another") {
  MarkedText m(
      "[1s Striker Tomas Ilves, 24,] [1c said] [1q nothing]. Ilves’s agent, [2s Paul Verdun], [2c said] [2q "
      "wait]. [3s The "
      "24-year-old] [3c told] friends [3q he would stay].");
  CHECK(m.index(3) == m.index(1));
}

TEST_CASE("sources: a surname of two words, and a heading that is no first name") {
  MarkedText m(
      "[1s Anke de Vries] [1c said] [1q no]. [2s De Vries] [2c added] [2q more]. Crooked Jane Roe Must Go, a "
      "sign read. [3s Jane Roe] [3c called] [3q it sad].");
  CHECK(m.index(2) == m.index(1));
  CHECK(m.of(2).name == "Anke de Vries");
  CHECK(m.of(3).name == "Jane Roe");
}

TEST_CASE("sources: a spokesman of the body that the text has just spoken of") {
  MarkedText unnamed(
      "The environment ministry declined to comment; [1s a spokesman] [1c said] only that [1q all is well].");
  CHECK(unnamed.of(1).name == "spokesman");
  CHECK(unnamed.of(1).organization == "environment ministry");
  CHECK(unnamed.of(1).kind == SourceKind::government);
  MarkedText named(
      "The environment ministry declined to comment. [1s A spokesman, Rui Tavares,] [1c said] that [1q all "
      "is "
      "well].");
  CHECK(named.of(1).name == "Rui Tavares");
  CHECK(named.of(1).kind == SourceKind::government);
  MarkedText none("It rained in the hills. [1s A spokesman] [1c said] that [1q all is well].");
  CHECK(none.of(1).kind == SourceKind::unspecified);
}

TEST_CASE("sources: 'the city' is not the department that spoke before") {
  MarkedText m("[1s Her department] [1c called] [1q it dear]. [2s The city] [2c said] [2q no].");
  CHECK(m.index(2) != m.index(1));
}

TEST_CASE("sources: a list calls a description without what is said of it behind a comma") {
  MarkedText m(
      "[1s The memo, a copy of which was shown to Reuters,] [1c says] [1q no]. [2s A manager, who spoke "
      "quietly,] "
      "[2c agreed] with [2q this].");
  CHECK(m.of(1).name == "memo");
  CHECK(m.of(1).naming == Naming::described);
  CHECK(m.of(2).name == "manager");
}

TEST_CASE("sources: whose survey it is, is no name of the survey") {
  MarkedText m(
      "[1c According to] [1s a survey commissioned by the operator, TransMarlow], [1q all want it].");
  CHECK(m.of(1).form == Form::document);
  CHECK(m.of(1).naming != Naming::named);
}

TEST_CASE("sources: a day of the week is nobody") {
  MarkedText m(
      "A judge in Oslo stopped the ban on Friday, ruling that it was rushed. [1s The ministry] [1c said] [1q "
      "it "
      "would appeal].");
  CHECK(m.of(1).name == "ministry");
  CHECK(m.of(1).kind == SourceKind::government);
}

TEST_CASE("sources: a description before a name that somebody is only called by later") {
  MarkedText m(
      "The firm expects more. Its chief executive, Park Do-hyun, who took over in May, is due to speak. [1s "
      "He] "
      "[1c said] [1q sales rise].");
  CHECK(m.of(1).name == "Park Do-hyun");
  CHECK(m.of(1).kind == SourceKind::business);
  CHECK(m.of(1).office == Office::current);
}

TEST_CASE("sources: 'I' of the author and a place are no 'she'") {
  MarkedText author(
      "Ada Moss is tall. [1s I] [1c think] [1q it suits her]. [2s She] [2c says] [2q it does not].");
  CHECK(author.of(2).name == "Ada Moss");
  MarkedText place("The reporter Ada Moss is in Port Vane. [1s She] [1c says] [1q the pier has gone].");
  CHECK(place.of(1).name == "Ada Moss");
}
