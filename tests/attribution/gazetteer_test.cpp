#include "attribution/gazetteer.h"

#include <doctest/doctest.h>

using namespace who_says;

TEST_CASE("gazetteer: there is one for each language that has a lexicon, and none for others") {
  for (const char* language : {"en", "es", "de", "uk"}) CHECK(Gazetteer::of(language) != nullptr);
  CHECK(Gazetteer::of("fr") == nullptr);
  CHECK(Gazetteer::of("") == nullptr);
}

TEST_CASE("gazetteer: names by full name, short form and acronym") {
  const Gazetteer& g = *Gazetteer::of("en");
  REQUIRE(g.name(u"Brookings Institution"));
  CHECK(g.name(u"Brookings Institution")->kind == SourceKind::think_tank);
  CHECK(g.name(u"Brookings")->name == u"Brookings Institution");
  CHECK(g.name(u"BND")->kind == SourceKind::intelligence_agency);
  CHECK(g.name(u"BND")->country == "DE");
  CHECK(g.name(u"WORLD HEALTH ORGANIZATION")->kind == SourceKind::international_organization);
  CHECK(g.name(u"the World Health Organization"));
  CHECK(g.name(u"King’s Fund") == g.name(u"King's Fund"));
}

TEST_CASE("gazetteer: one word alone counts only in its own case, and some only with 'The'") {
  const Gazetteer& g = *Gazetteer::of("en");
  CHECK(g.name(u"Oxfam"));
  CHECK_FALSE(g.name(u"oxfam"));
  CHECK(g.name(u"The Hill")->kind == SourceKind::news_outlet);
  CHECK_FALSE(g.name(u"Hill"));
  CHECK_FALSE(g.name(u""));
}

TEST_CASE("gazetteer: a form of several bodies is ambiguous, and has no country when these differ") {
  const Gazetteer& g = *Gazetteer::of("en");
  CHECK(g.name(u"CSIS")->ambiguous);  // a think tank in Washington, a service in Ottawa
  CHECK_FALSE(g.name(u"National Intelligence Service")->ambiguous);
  CHECK(g.name(u"National Intelligence Service")->country.empty());
}

TEST_CASE("gazetteer: titles, their plurals and flags") {
  const Gazetteer& g = *Gazetteer::of("en");
  CHECK(g.title(u"ambassador")->kind == SourceKind::diplomat);
  CHECK(g.title(u"ambassadors") == g.title(u"ambassador"));
  CHECK(g.title(u"attorneys general")->kind == SourceKind::law_justice);
  CHECK(g.title(u"policemen")->kind == SourceKind::law_justice);
  CHECK(g.title(u"deputies")->kind == SourceKind::legislator_politician);
  CHECK(g.title(u"ambassador")->office);
  CHECK_FALSE(g.title(u"shopkeeper")->office);
  CHECK(g.title(u"spokeswoman")->spokesperson);
  CHECK(g.title(u"director")->of_body);
  CHECK(g.title(u"think tank")->form == Form::organization);
  CHECK(g.title(u"memo")->form == Form::document);
  CHECK_FALSE(g.title(u"herald"));
  CHECK(g.name_word(u"herald")->kind == SourceKind::news_outlet);
  CHECK_FALSE(g.title(u"s"));
  CHECK_FALSE(g.title(u""));
}

TEST_CASE("gazetteer: words that tell that an office is past") {
  const Gazetteer& g = *Gazetteer::of("en");
  CHECK(g.is_former(u"former"));
  size_t rest = 0;
  CHECK(g.is_former(u"ex-minister", &rest));
  CHECK(rest == 3);
  CHECK_FALSE(g.is_former(u"example"));
  CHECK(Gazetteer::of("es")->is_former(u"exministro", &rest));
  CHECK(rest == 2);
  CHECK(Gazetteer::of("uk")->is_former(u"колишнього", &rest));
  CHECK(rest == 0);
}

TEST_CASE("gazetteer: endings stand for any in languages that inflect, but for no further word") {
  const Gazetteer& de = *Gazetteer::of("de");
  CHECK(de.title(u"botschafterin")->kind == SourceKind::diplomat);
  CHECK_FALSE(de.title(u"botschafter wolfgang"));
  CHECK(Gazetteer::of("uk")->title(u"послом")->kind == SourceKind::diplomat);
  CHECK(Gazetteer::of("es")->title(u"embajadora")->kind == SourceKind::diplomat);
}

TEST_CASE("gazetteer: countries and first names") {
  const Gazetteer& g = *Gazetteer::of("en");
  CHECK(g.country(u"South Korea")->code == "KR");
  CHECK(g.country(u"South Korean")->demonym);
  CHECK_FALSE(g.country(u"Seoul")->demonym);
  CHECK_FALSE(g.country(u"Atlantis"));
  CHECK(g.first_name(u"Maria") == Gender::female);
  CHECK(g.first_name(u"John") == Gender::male);
  CHECK(g.first_name(u"Wi") == Gender::unknown);
}

TEST_CASE("names and titles are read ahead in steps, once") {
  while (uint64_t did = Gazetteer::prepare("uk", 100)) CHECK(did < 100 + 300);
  CHECK(Gazetteer::of("uk") == Gazetteer::of("uk"));
  CHECK(Gazetteer::prepare("uk", 1) == 0);
  CHECK(Gazetteer::prepare("xx", 1) == 0);
}
