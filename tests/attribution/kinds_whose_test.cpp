#include <doctest/doctest.h>

#include "attribution/marked.h"

using namespace who_says;

namespace {

std::string kind_of_source(const std::string& words) {
  return std::string(
      word(MarkedText("[1s " + words + "] [1c said] that [1q the bridge was safe].").of(1).kind));
}

}  // namespace

TEST_CASE("kinds: a people with its article is its government, a country's side is the government's") {
  CHECK(kind_of_source("The Saudis") == "government");
  CHECK(kind_of_source("The Azerbaijani side") == "government");
  CHECK(kind_of_source("The other side") == "unspecified");
  CHECK(kind_of_source("The Iranian Security Council") == "government");
  CHECK(kind_of_source("The Security Council") == "international-organization");
}

TEST_CASE("kinds: authorities and agencies of many states, commissions, bureaus of two things") {
  CHECK(kind_of_source("The International Seabed Authority") == "international-organization");
  CHECK(kind_of_source("The National Seabed Authority") == "government");
  CHECK(kind_of_source("The National Commission on Dams") == "government");
  CHECK(kind_of_source("The Mines and Geosciences Bureau") == "government");
  CHECK(kind_of_source("The National Institute of Anthropology and History") == "academic");
}

TEST_CASE("kinds: a paper is of whom it is, or a newspaper where its name follows") {
  CHECK(kind_of_source("A leaked Treasury paper") == "government");
  CHECK(kind_of_source("A working paper") == "academic");
  CHECK(kind_of_source("The Dutch paper De Stad") == "news-outlet");
  CHECK(kind_of_source("A World Bank study of 2020") == "international-organization");
  CHECK(kind_of_source("A study in the Times") == "academic");
}

TEST_CASE("kinds: who made a document stands behind its participle; what is not known is its owner's") {
  CHECK(kind_of_source("An internal audit, completed in June by the council,") == "government");
  CHECK(kind_of_source("An internal audit, seen by the council,") == "document");
  CHECK(kind_of_source("A report filed at Companies House") == "document");
  CHECK(kind_of_source("A report filed by the union") == "ngo-advocacy");
  CHECK(kind_of_source("The insurer's form") == "business");
}

TEST_CASE("kinds: a colonel of a service, a chemist of a firm, a man of a firm that bears his name") {
  CHECK(kind_of_source("A retired BND colonel") == "intelligence-agency");
  CHECK(kind_of_source("A retired colonel") == "military");
  CHECK(kind_of_source("A former Exxon geologist") == "business");
  CHECK(kind_of_source("A geologist at the University of Leeds") == "academic");
  CHECK(kind_of_source("Kyle Benlow, of Benlow Street Furniture,") == "business");
}

TEST_CASE("kinds: who knows of an inquiry is not the inquiry's; a fellow rower is no fellow") {
  CHECK(kind_of_source("Two officials with knowledge of the inquiry") == "government");
  CHECK(kind_of_source("A fellow rower, Beth Aled,") == "person-affected");
  CHECK(kind_of_source("A fellow at the Institute for Fiscal Studies") == "think-tank");
}

TEST_CASE("kinds: a prison's director, an authority's inspector, whose nephew a chairman is") {
  CHECK(kind_of_source("Prison director Ludvik Kralj") == "law-justice");
  CHECK(kind_of_source("A former inspector of the Lake Transport Authority") == "government");
  CHECK(kind_of_source("A police inspector") == "law-justice");
  CHECK(kind_of_source("The chairman, her nephew Ales Mikul,") == "business");
  CHECK(kind_of_source("The National Examinations Board") == "government");
  CHECK(kind_of_source("The City Philharmonic") == "unspecified");
}

TEST_CASE("kinds: a party by its candidate, a sport's body by country") {
  CHECK(kind_of_source("The Lake Alliance, whose candidate trails by four points,") ==
        "legislator-politician");
  CHECK(kind_of_source("The Lake Alliance") == "ngo-advocacy");
  CHECK(kind_of_source("British Rowing") == "ngo-advocacy");
}

TEST_CASE("kinds: a secretary general is of the body, where it is known") {
  MarkedText m(
      "[1s The Panel Federation, a trade association,] [1c said] [1q no]. [2s Its secretary general, Kees "
      "Dijk,] [2c said] [2q yes].");
  CHECK(m.of(2).kind == SourceKind::business);
  CHECK(kind_of_source("Secretary General Kees Dijk") == "international-organization");
}

TEST_CASE("kinds: bodies that news is full of, by name") {
  struct Case {
    const char *name, *kind;
  };
  for (Case one : {Case{"The U.S. Forest Service", "government"}, Case{"The DfT", "government"},
                   Case{"The Bank of Korea", "government"}, Case{"The Serious Fraud Office", "law-justice"},
                   Case{"Uefa", "international-organization"}, Case{"Public Citizen", "ngo-advocacy"},
                   Case{"The Nuffield Trust", "think-tank"}, Case{"Deloitte", "business"},
                   Case{"Boko Haram", "military"}}) {
    CAPTURE(one.name);
    CHECK(kind_of_source(one.name) == one.kind);
  }
}

TEST_CASE("kinds: occupations and bodies that are only described") {
  struct Case {
    const char *words, *kind;
  };
  for (Case one : {Case{"A planning inspector", "government"}, Case{"The safety board", "government"},
                   Case{"The bailiff", "law-justice"}, Case{"The fraud squad", "law-justice"},
                   Case{"A rebel leader", "military"}, Case{"The papal nuncio", "diplomat"},
                   Case{"The council leader", "legislator-politician"}, Case{"An agronomist", "academic"},
                   Case{"The foreman", "business"}, Case{"The brewery", "business"},
                   Case{"An election monitor", "ngo-advocacy"}, Case{"The food bank", "ngo-advocacy"},
                   Case{"A shepherd", "person-affected"}, Case{"The label", "document"},
                   Case{"A cameraman", "news-outlet"}, Case{"The PM", "government"}}) {
    CAPTURE(one.words);
    CHECK(kind_of_source(one.words) == one.kind);
  }
}

TEST_CASE("kinds: a name may end in 's; a country behind a name is its branch") {
  MarkedText m("[1s Moody's] [1c said] [1q yes]. [2s Moody's, the ratings agency,] [2c said] [2q no].");
  CHECK(m.of(1).name == "Moody's");
  CHECK(m.index(1) == m.index(2));
  CHECK(m.of(1).kind == SourceKind::business);
  CHECK(MarkedText("[1s The auction house Bellingham's, which sold it,] [1c said] [1q yes].").of(1).name ==
        "Bellingham's");
  // What is the minister's is another matter.
  CHECK(kind_of_source("Ukraine's") == "government");
  CHECK(kind_of_source("Greenpeace Indonesia") == "ngo-advocacy");
  CHECK(MarkedText("[1s Trackway Britain] [1c said] [1q yes].").of(1).form == Form::organization);
  CHECK(MarkedText("[1s Michael Jordan] [1c said] [1q yes].").of(1).form == Form::person);
  CHECK(kind_of_source("AFSCME Council 25, which represents many of them,") == "ngo-advocacy");
}

TEST_CASE("kinds: who has an owner is more than whose they are; a body's man; a firm by its acronym") {
  CHECK(kind_of_source("His employer, the Labour MP Ludmila Vranova,") == "legislator-politician");
  CHECK(kind_of_source("His employer, Lund Holding,") == "business");
  CHECK(kind_of_source("The former Scotland Yard man Casimir Threlk") == "law-justice");
  CHECK(kind_of_source("Rishi Ballan of Evercore ISI") == "business");
  CHECK(kind_of_source("Rishi Ballan of Leeds") == "person-affected");
  CHECK(kind_of_source("Catriona Grieve, a partner in the accountants Marr Tolland,") == "business");
  CHECK(kind_of_source("Joachim Renn, of the Brussels think tank Bruegel,") == "think-tank");
  CHECK(kind_of_source("Gavin Pever, chair of the Treasury committee,") == "legislator-politician");
  CHECK(kind_of_source("The European Union mission") == "international-organization");
  CHECK(kind_of_source("The presidential spokesman, Teguh Marta,") == "government");
}

TEST_CASE("naming: what it is behind a name makes no description of it") {
  auto naming = [](const std::string& words) {
    return MarkedText("[1s " + words + "] [1c said] that [1q the bridge was safe].").of(1).naming;
  };
  CHECK(naming("The Turan agency") == Naming::named);
  CHECK(naming("Iran's Fars agency") == Naming::named);
  CHECK(naming("The RMT union") == Naming::named);
  CHECK(naming("Science magazine") == Naming::named);
  CHECK(naming("The Moscow daily") == Naming::described);
  CHECK(naming("A Turan agency") == Naming::described);
  CHECK(naming("The news agency") == Naming::described);
  CHECK(naming("Industry groups") != Naming::named);
}

TEST_CASE("kinds: high commissioners, observers, missions, police generals, branches' directors") {
  CHECK(kind_of_source("The UN High Commissioner for Human Rights, Lena Duarte,") ==
        "international-organization");
  CHECK(kind_of_source("The EU's chief observer, Maria Lindqvist,") == "international-organization");
  CHECK(kind_of_source("The WHO's Europe director, Hans Vogt,") == "international-organization");
  CHECK(kind_of_source("The Iranian mission to the UN") == "diplomat");
  CHECK(kind_of_source("National police chief Gen. Budi Santo") == "law-justice");
  CHECK(kind_of_source("Defence chief Gen. Budi Santo") == "military");
  CHECK(kind_of_source("Amnesty International Indonesia's director, Rani Putri,") == "ngo-advocacy");
  CHECK(kind_of_source("A No 10 source") == "government");
  CHECK(kind_of_source("A senior Democratic aide") == "legislator-politician");
  CHECK(kind_of_source("A senior aide") == "government");
  CHECK(kind_of_source("Nurses' leader Pat Cole") == "ngo-advocacy");
  CHECK(MarkedText("[1s The Finnish Competition and Consumer Authority] [1c said] [1q yes].").of(1).name ==
        "Finnish Competition and Consumer Authority");
}
