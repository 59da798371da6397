#include <doctest/doctest.h>

#include "attribution/marked.h"
#include "attribution/reasons.h"

using namespace who_says;

namespace {

/// The entity of a source in a sentence of its own.
Entity source(const std::string& words, const char* language = "en") {
  return MarkedText("[1s " + words + "] [1c said] that [1q the bridge was safe].", language).of(1);
}
std::string kind(const std::string& words, const char* language = "en") {
  return std::string(word(source(words, language).kind));
}
std::string office(const std::string& words) { return std::string(word(source(words).office)); }
std::string naming(const std::string& words) { return std::string(word(source(words).naming)); }
std::string form(const std::string& words) { return std::string(word(source(words).form)); }

}  // namespace

TEST_CASE("kinds: by title") {
  CHECK(kind("U.S. Attorney General Ellen Marsh") == "law-justice");
  CHECK(kind("Ukrainian President Petro Hrim") == "government");
  CHECK(kind("Rep. Jim Hale (R-Ohio)") == "legislator-politician");
  CHECK(kind("Anna Vries (Labour)") == "legislator-politician");
  CHECK(kind("Captain Ilir Moss, a navy spokesman,") == "military");
  CHECK(kind("Dr. Amy Chen, an epidemiologist at the University of Leeds who led the study,") == "academic");
  CHECK(kind("Human rights lawyer Amal Haddad") == "law-justice");
  CHECK(kind("Union leader Bob Crane") == "ngo-advocacy");
  CHECK(kind("The European Union's envoy for the region, Mattia Berg,") == "diplomat");
  CHECK(kind("Priya Nand, who owns the corner shop,") == "business");
  CHECK(kind("Sarah Jones, a mother of two from Leeds,") == "person-affected");
  CHECK(kind("Nell Abel, 54,") == "person-affected");
}

TEST_CASE("kinds: by the body that somebody is of") {
  CHECK(kind("A spokesman for the Justice Department, Brian Hale,") == "law-justice");
  CHECK(kind("Kremlin spokesman Dmitry Volk") == "government");
  CHECK(kind("Jane Roe, chief economist at the Institute for Fiscal Studies,") == "think-tank");
  CHECK(kind("Jane Roe, an analyst at the bank Nordhavn,") == "business");
  CHECK(kind("Goldman Sachs analysts") == "business");
  CHECK(kind("Experts from the Carnegie Endowment") == "think-tank");
  CHECK(kind("A NATO official") == "international-organization");
  CHECK(kind("The head of the Russian Orthodox Church") == "ngo-advocacy");
  CHECK(kind("The museum's director, Alison Weir,") == "academic");
  CHECK(kind("NBC's Chuck Dodd") == "news-outlet");
  CHECK(source("Jane Roe, chief economist at the Institute for Fiscal Studies,").organization ==
        "Institute for Fiscal Studies");
}

TEST_CASE("kinds: who has seen a document has not issued it") {
  CHECK(kind("An internal memo seen by the weekly Expresso") == "document");
  CHECK(kind("A memo issued by the weekly Expresso") == "news-outlet");
}

TEST_CASE("kinds: a body is nobody whom something happened to") {
  CHECK(kind("Her coalition partner, the Centre Party,") == "legislator-politician");
  CHECK(kind("Her partner, Jo Berg,") == "person-affected");
}

TEST_CASE("kinds: a word for newspapers tells only at the end of a name") {
  CHECK(kind("The Evening Standard") == "news-outlet");
  CHECK(kind("Radio Kyiv") == "news-outlet");
  CHECK(kind("Razia Khan of Standard Chartered") == "business");
  CHECK(kind("Standard Wool") != "news-outlet");
}

TEST_CASE("kinds: bodies by name, by a word of it, by what they are called") {
  CHECK(kind("The Pentagon") == "military");
  CHECK(kind("Wendle County Council") == "government");
  CHECK(kind("the National Institute of Statistics") == "data-statistics");
  CHECK(kind("the Main Intelligence Office of Zemlin (MIO)") == "intelligence-agency");
  CHECK(kind("Border Solidarity, a local charity,") == "ngo-advocacy");
  CHECK(kind("the online magazine Kompas") == "news-outlet");
  CHECK(kind("Fjellbryg A/S") == "business");
  CHECK(kind("Doctors Across Rivers (DAR), a medical charity,") == "ngo-advocacy");
  CHECK(kind("the Bank of Thailand") == "government");
  CHECK(form("The hospital") == "organization");
  CHECK(kind("Moscow") == "government");
  CHECK(form("Moscow") == "state");
  CHECK(source("South Korea's National Intelligence Service").country == "KR");
}

TEST_CASE("kinds: documents take the kind of their issuer; figures are data") {
  CHECK(kind("A report by the Stockholm International Peace Research Institute (SIPRI)") == "think-tank");
  CHECK(form("A report by the Stockholm International Peace Research Institute (SIPRI)") == "document");
  CHECK(kind("Figures from the World Bank") == "data-statistics");
  CHECK(kind("An internal e-mail dated 2 April") == "document");
  CHECK(kind("Court documents") == "law-justice");
  CHECK(kind("Bank statements shown to the jury") == "document");
  CHECK(kind("A WhatsApp message forwarded thousands of times") == "social-media");
}

TEST_CASE("kinds: who is no more told than that stays unspecified") {
  for (const char* words :
       {"Experts", "Some", "Critics", "A person familiar with the matter", "A source close to the coach"})
    CHECK(kind(words) == "unspecified");
  CHECK(office("A person familiar with the matter") == "unknown");
}

TEST_CASE("office: former, current, not applicable") {
  CHECK(office("Former county surveyor Denzil Ash") == "former");
  CHECK(office("Henrike Oye, a former Dutch ambassador to Peru who now teaches in Leiden,") == "former");
  CHECK(office("Idris Cale, foreign minister from 2011 to 2015,") == "former");
  CHECK(office("Hanneke Sor, who was health secretary until 2020,") == "former");
  CHECK(office("General Pieter Hol, who commanded the navy until 2021,") == "former");
  CHECK(office("Union chairwoman Petra Bol, who drove a bus until 2014,") == "current");
  CHECK(office("Ex-prime minister Boris Novak") == "former");
  CHECK(office("The late senator John Ruiz") == "former");
  CHECK(office("Deputy minister Karol Wis") == "current");
  CHECK(office("The Pentagon") == "current");
  CHECK(office("Retired postman Alf Dun, 71,") == "not-applicable");
  CHECK(office("Human Rights Watch") == "not-applicable");
  CHECK(office("A report by the World Bank") == "not-applicable");
}

TEST_CASE("naming: named, described, generic, none") {
  CHECK(naming("Wi Song Lak") == "named");
  CHECK(naming("A report by the World Bank") == "named");
  CHECK(naming("the Dravanian navy") == "named");
  CHECK(naming("Experts from the institute") == "described");
  CHECK(naming("Health officials in Port Ibara") == "described");
  CHECK(naming("A NATO official") == "described");
  CHECK(naming("Two nurses") == "described");
  CHECK(naming("An internal e-mail dated 2 April") == "described");
  CHECK(naming("Experts") == "generic");
  CHECK(naming("Police") == "generic");
  CHECK(naming("the military") == "generic");
  CHECK(naming("Some residents") == "generic");
  CHECK(naming("Nobody") == "none");
}

TEST_CASE("kinds: every decision has a reason that a person can read") {
  CHECK(in_english(source("former South Korean ambassador to Russia Wi Song Lak").reason) ==
        "“former … ambassador” → diplomat, former");
  CHECK(in_english(source("the Main Intelligence Office of Zemlin").reason) ==
        "“intelligence” in its name → intelligence agency");
  CHECK_FALSE(source("Wi Song Lak").reason.empty());
}

TEST_CASE("kinds: titles of other languages") {
  CHECK(kind("el exministro de Defensa Juan Pérez", "es") == "government");
  CHECK(source("el exministro de Defensa Juan Pérez", "es").name == "Juan Pérez");
  CHECK(source("el exministro de Defensa Juan Pérez", "es").office == Office::former);
  CHECK(kind("La portavoz del Gobierno, Ana Ruiz,", "es") == "government");
  CHECK(kind("Der frühere Botschafter Wolfgang Kern", "de") == "diplomat");
  CHECK(source("Der frühere Botschafter Wolfgang Kern", "de").office == Office::former);
  CHECK(kind("Eine Sprecherin des Innenministeriums", "de") == "government");
  CHECK(kind("Колишній посол України в Росії Іван Петренко", "uk") == "diplomat");
  CHECK(source("Президент України Володимир Зеленко", "uk").name == "Володимир Зеленко");
  CHECK(kind("Міністерство оборони", "uk") == "government");
}

TEST_CASE("kinds: letters behind a name are no part of it") {
  CHECK(source("Ada Marsh KC, for the crown,").name == "Ada Marsh");
  CHECK(kind("Ada Marsh KC, for the crown,") == "law-justice");
  CHECK(source("Tom Bale MP").name == "Tom Bale");
  CHECK(kind("Tom Bale MP") == "legislator-politician");
}

TEST_CASE("kinds: posts and bodies of domestic news") {
  CHECK(kind("Insp Joan Reed") == "law-justice");
  CHECK(kind("the lender's chief technology officer, Kim Vale,") == "business");
  CHECK(kind("A spokeswoman for Eastmoor NHS Trust") == "government");
  CHECK(kind("The maker of a popular kettle") == "business");
  CHECK(kind("City captain Joe Reeve") == "person-affected");
  CHECK(kind("Captain Joe Reeve") == "military");
  CHECK(kind("A former captain in the Norwegian navy") == "military");
  CHECK(kind("Joe Reeve, who runs the UK bond fund at Marl Capital,") == "business");
  CHECK(office("Her ex-husband, Joe Reeve,") == "not-applicable");
  CHECK(form("A waitress at the hotel") == "person");
  CHECK(form("A witness") == "person");
  CHECK(form("Witnesses") == "group");
}

TEST_CASE("kinds: unions and associations of people are bodies") {
  CHECK(source("The National Union of Painters").name == "National Union of Painters");
  CHECK(kind("The National Union of Painters") == "ngo-advocacy");
  CHECK(source("The Printers and Allied Crafts Union").name == "Printers and Allied Crafts Union");
  CHECK(kind("The Printers and Allied Crafts Union") == "ngo-advocacy");
  CHECK(source("Watch Manager Dean Alder").name == "Dean Alder");
}

TEST_CASE("kinds: whose spokesman, and what a body's own name tells") {
  MarkedText m(
      "[1s A transport ministry source] [1c said] [1q no]. [2s The prime minister's official spokesman] [2c "
      "said] [2q "
      "yes].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.of(2).kind == SourceKind::government);
  CHECK(kind("The barn's owner, the Tern Foundation,") == "ngo-advocacy");
  CHECK(kind("The barn's owner, Tern & Hale,") == "business");
}

TEST_CASE("kinds: the body behind a title counts before a place in front of it") {
  CHECK(kind("Ada Moss, the Sahel director of the International Crisis Group,") == "think-tank");
  CHECK(kind("Ada Moss, senior Baltic researcher at Human Rights Watch,") == "ngo-advocacy");
  CHECK(kind("The Interpol director general, Ada Moss,") == "international-organization");
}

TEST_CASE("kinds: whom somebody works for, now or before, where no title is told") {
  CHECK(kind("Bo Marsh, formerly of the European Council on Foreign Relations,") == "think-tank");
  CHECK(kind("Belarusian leader Ilya Raskov") == "government");
  CHECK(kind("Labour leader Ilya Raskov") == "legislator-politician");
  CHECK(kind("Polish Deputy Defence Minister Cezary Tomak") == "government");
  CHECK(source("Polish Deputy Defence Minister Cezary Tomak").name == "Cezary Tomak");
  CHECK(kind("Bo Marsh, of the German Council on Foreign Relations,") == "think-tank");
  CHECK(office("Bo Marsh, formerly of the European Council on Foreign Relations,") == "former");
  const std::string fled =
      "Bo Marsh, who fled in 2003 and now works with the Institute for Northern Security,";
  CHECK(kind(fled) == "think-tank");
  CHECK(office(fled) == "current");
}

TEST_CASE("kinds: officers are of whom they are of") {
  CHECK(kind("Two former Mossad officers") == "intelligence-agency");
  CHECK(kind("Officers") == "unspecified");
}

TEST_CASE("kinds: an adviser to a minister is not the minister") {
  Entity adviser = source("an adviser to Prime Minister Ana Brill");
  CHECK(adviser.naming == Naming::described);
  CHECK(adviser.name != "Ana Brill");
}

TEST_CASE("kinds: one word of a description does not decide against the others") {
  CHECK(kind("Former Mossad head Avi Lund") == "intelligence-agency");
  CHECK(office("Former Mossad head Avi Lund") == "former");
  CHECK(kind("Food law specialist Nora Cray of Trinity College Dublin") == "academic");
  CHECK(kind("Dorwick police Sgt. Brandon Hale") == "law-justice");
  CHECK(kind("Army Sgt. Brandon Hale") == "military");
  CHECK(kind("Public health officials in Leeds") == "government");
  CHECK(kind("Ada Lund, the Danish glaciologist,") == "academic");
  CHECK(kind("One industry figure") == "unspecified");
  CHECK(kind("Okta rival Verilock") == "unspecified");
  CHECK(kind("Identity provider Verilock") == "business");
  CHECK(kind("Reports in Spain") == "document");
  CHECK(kind("A leaflet from the Dental Association") == "ngo-advocacy");
  CHECK(kind("One spreadsheet") == "document");
  CHECK(kind("The BNS agency") == "news-outlet");
}

TEST_CASE("kinds: a firm behind what it does is no person, who is of a body is no newspaper") {
  CHECK(source("Developer Barlow Homes").name == "Barlow Homes");
  CHECK(form("Developer Barlow Homes") == "organization");
  CHECK(form("Activist investor Cedar Capital") == "organization");
  CHECK(form("Developer Ada Barlow") == "person");
  CHECK(source("Yun Sun of the Stimson Center").name == "Yun Sun");
  CHECK(kind("Yun Sun of the Stimson Center") == "think-tank");
  CHECK(kind("The Toronto Sun") == "news-outlet");
}

TEST_CASE("kinds: names joined by 'and', letters of a body before a name, a mission to a body") {
  CHECK(source("The Royal College of Paediatrics and Child Health").name ==
        "Royal College of Paediatrics and Child Health");
  CHECK(source("The U.S. Cybersecurity and Infrastructure Security Agency (CISA)").name ==
        "U.S. Cybersecurity and Infrastructure Security Agency");
  CHECK(source("The expert of the Council on Foreign Relations (CFR) Jan Meister").name == "Jan Meister");
  CHECK(source("Iran's mission to the United Nations").name == "Iran's mission to the United Nations");
  CHECK(kind("Iran's mission to the United Nations") == "diplomat");
  CHECK(source("The group, which includes Peru, Kenya and Colombia,").name != "Colombia");
}

TEST_CASE("kinds: parties by name") {
  CHECK(kind("The Greens") == "legislator-politician");
  CHECK(kind("The Social Democrats") == "legislator-politician");
}

TEST_CASE("kinds: who heads a charity is of the charity, who heads a medium is in business") {
  CHECK(kind("Ann Lund, chief executive of the Red Cross,") == "ngo-advocacy");
  CHECK(kind("Ann Lund, chief executive of Facebook,") == "business");
  CHECK(kind("Ann Lund, chief executive of Lumo,") == "business");
}

TEST_CASE("kinds: a first name that is a rank, too; a surname that is a place, too; a rank before a name") {
  CHECK(source("Marine Le Gall").name == "Marine Le Gall");
  CHECK(kind("Marine Le Gall") == "unspecified");
  CHECK(kind("Marine Corporal Jim Ray") == "military");
  CHECK(form("His lawyer, Ellen Park,") == "person");
  CHECK(source("Former commander of NATO forces in Europe General Ben Lund").name == "Ben Lund");
}

TEST_CASE("kinds: whom a paper asked is not of the paper") {
  CHECK(kind("A source of the newspaper") == "unspecified");
  CHECK(kind("The interlocutor of the agency") == "unspecified");
  CHECK(kind("A source in the general staff") == "military");
  CHECK(kind("A spokesman for the governor, Dan Weir,") == "government");
}

TEST_CASE("kinds: initials with points, a national security council") {
  CHECK(kind("The F.D.A.") == "government");
  CHECK(kind("The deputy head of the Security Council, Ivan Lund,") == "government");
  CHECK(kind("The UN Security Council") == "international-organization");
}

TEST_CASE("kinds: where a body sits is not whose it is, whom somebody belongs to is") {
  CHECK(kind("A report by a Washington research group") == "think-tank");
  CHECK(kind("Brian Lund, a spokesman for the Lund campaign,") == "legislator-politician");
  CHECK(kind("A spokeswoman for Mr Lund's super PAC") == "legislator-politician");
  CHECK(kind("The campaign's website") == "legislator-politician");
  CHECK(kind("Oliver Lund, an analyst at Peel Hunt,") == "business");
  CHECK(kind("Ada Lund, the head of the village of Stare Lipki,") == "government");
  CHECK(kind("The council's area engineer, Jan Lund,") == "government");
  CHECK(kind("Two Nigerien officers") == "military");
}

TEST_CASE(
    "kinds: what a clause tells of a name: what it makes, whom it represents, what somebody ran, led, "
    "designed") {
  CHECK(kind("Nordan Velin, which makes insulin,") == "business");
  CHECK(form("Nordan Velin, which makes insulin,") == "organization");
  CHECK(kind("Velna, which represents 3,000 workers,") == "ngo-advocacy");
  CHECK(kind("Henrik Lund, who ran the service's counterintelligence department until 2021,") ==
        "intelligence-agency");
  CHECK(
      kind(
          "Henrik Lund, who designed it and is now at the Center for Strategic and International Studies,") ==
      "think-tank");
  CHECK(kind("Ann Cho, who conducted the survey,") == "academic");
  CHECK(kind("Jill Lund, who chairs the Stop Thorn Batteries group,") == "ngo-advocacy");
  CHECK(kind("A congressional aide who has been briefed on the Pentagon assessment") ==
        "legislator-politician");
}

TEST_CASE(
    "kinds: institutes of science, state committees, organisations, firms by their form, groups by their "
    "trade") {
  CHECK(kind("The Max Planck Institute of Animal Behavior") == "academic");
  CHECK(kind("The Institute for National Security Strategy") == "think-tank");
  CHECK(kind("The State Border Committee") == "government");
  CHECK(kind("The Collective Security Treaty Organisation") == "international-organization");
  CHECK(source("Steppe Copper plc").name == "Steppe Copper plc");
  CHECK(kind("Steppe Copper plc") == "business");
  CHECK(kind("The paper and packaging group Sealford Mondale") == "business");
  CHECK(kind("The London-based group") == "unspecified");
}

TEST_CASE("kinds: whom a report is by, whom a paper polled, with whom somebody wrote") {
  CHECK(kind("The report, by the State Department's inspector general,") == "government");
  CHECK(form("The report, by the State Department's inspector general,") == "document");
  CHECK(kind("An analysis of commission filings by The New York Times") == "news-outlet");
  CHECK(kind("An analysis by KFX, a health policy research group,") == "think-tank");
  CHECK(kind("Analysts polled by Bloomberg") == "unspecified");
  CHECK(kind("Dr. Ostrander and a colleague") == "academic");
  CHECK(form("A Beninese intelligence assessment") == "document");
  CHECK(source("Deputy State Pathologist Dr Ada Lund").name == "Ada Lund");
}

TEST_CASE("kinds: for one side in court, the then minister, what was not done before") {
  CHECK(kind("Fiona Lund, for the defence,") == "law-justice");
  CHECK(office("The then energy minister") == "former");
  CHECK(office("Local MP Joanna Lund, who has not previously taken a side,") == "current");
}
