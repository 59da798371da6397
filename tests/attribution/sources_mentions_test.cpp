#include <doctest/doctest.h>

#include "attribution/marked.h"

using namespace who_says;

// Whom pronouns and short mentions mean.

TEST_CASE("mentions: whom the text goes on about, though he says nothing there") {
  MarkedText m(
      "[1s Olaf Brandt, a shepherd,] [1c says] [1q the glacier moves]. Scholars first laughed at him, [2c "
      "recalls] "
      "[2s Ylva Norn]. [3s He] [3c announced] [3q the flood in April].");
  CHECK(m.index(3) == m.index(1));
  MarkedText told(
      "Sir Basil Crowe, envoy\n\nSir Basil Crowe was an envoy. Crowe was poor. [1s Colleagues] [1c "
      "remembered] [1q him well]. \"[2q He "
      "had a "
      "good ear],\" [2s Lord Tarn] [2c wrote]. \"[2q He could sing.]\"\n\nBorn in Leeds, [3s he] [3c was "
      "told] [3q "
      "to be a clerk]. He went to Aden. [4s He] [4c denied] [4q it].");
  CHECK(told.of(3).name == "Basil Crowe");
  CHECK(told.index(4) == told.index(3));
}

TEST_CASE("mentions: of whom somebody tells in quotation marks, the article does not go on to tell") {
  MarkedText m(
      "[1s The council] [1c met]. [2s A spokesman] [2c said]: \"[2q It rained. An officer went there on "
      "Monday and saw "
      "nothing.]\" [3s He] [3c denied] [3q that it was late].");
  CHECK(m.index(3) == m.index(2));
}

TEST_CASE("mentions: 'they' are those with whom the sentence before begins, also where they said nothing") {
  MarkedText m(
      "[1s Western governments] [1c believe] [1q it].\nThe authors, Lena Roth and Jakub Wold, read 212 "
      "files. [2s "
      "They] [2c conclude] [2q that it is false].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.of(2).name == "authors");
  MarkedText body(
      "Experts of the Mill Institute also saw the bridge. [1s They] [1c believe] [1q it is safe].");
  CHECK(body.of(1).kind == SourceKind::think_tank);
  CHECK(body.of(1).form == Form::group);
}

TEST_CASE("mentions: one in eight parents are several") {
  MarkedText m(
      "[1s One in eight parents asked by YouGov] [1c said] [1q [2s they] [2c considered] [2q it unsafe]].");
  CHECK(m.of(1).form == Form::group);
  CHECK(m.index(2) == m.index(1));
}

TEST_CASE("mentions: in the village 'they' are whoever is there, in a bureau they are the bureau") {
  MarkedText m(
      "[1s The Weather Institute] [1c admits] [1q it]. In the village [2s they] [2c call] [2q him "
      "Professor].");
  CHECK(m.index(2) != m.index(1));
}

TEST_CASE("mentions: we asked him who replied") {
  MarkedText m(
      "[1s Adam Jahn] [1c said] [1q no]. We asked the administrator of Open Orchard for proof. [2s He] [2c "
      "replied] [2q "
      "that he had none].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.of(2).name == "administrator of Open Orchard");
}

TEST_CASE("mentions: a niece is not the defendant, and the witness is who spoke last") {
  MarkedText m(
      "[1s Jean Croft, 52,] [1c denies] [1q fraud]. [2s The niece] [2c said] [2q she had met Croft]. [3s The "
      "witness] "
      "[3c accepted] [3q that it was dark]. [4s She] [4c denied] [4q the rest].");
  CHECK(m.index(2) != m.index(1));
  CHECK(m.index(3) == m.index(2));
  CHECK(m.index(4) == m.index(2));
}

TEST_CASE("mentions: a don who asked, a study from June, which showed") {
  MarkedText who("At Balliol he met a don [1s who] [1c asked] [1q him in]. [2s Ada Penn] [2c laughed].");
  CHECK(who.of(1).name == "don");
  MarkedText which(
      "The numbers echo a Mill Institute study from June, [1s which] [1c showed] [1q that rents rose].");
  CHECK(which.of(1).form == Form::document);
  CHECK(which.of(1).kind == SourceKind::think_tank);
}

TEST_CASE("mentions: who was only named is known by the description right behind") {
  MarkedText m(
      "[1s Gary Nevin] [1c disagreed]. \"[2q It is dear],\" [2s the former England defender] [2c said].");
  CHECK(m.index(2) == m.index(1));
  MarkedText roofer(
      "[1s Hubby Daz, 37,] [1c revealed] [1q it]. [2s The roofer] [2c said]: \"[2q It was big.]\"");
  CHECK(roofer.index(2) == roofer.index(1));
  MarkedText victim("[1s Sgt. Ann Roe] [1c said] [1q no]. [2s The victim] [2c said] [2q yes].");
  CHECK(victim.index(2) != victim.index(1));
}

TEST_CASE("mentions: other specialists are others, and the Chinese are China") {
  MarkedText doctors(
      "[1s The Norwegian seismologists] [1c showed] [1q it]. [2s The local doctors] [2c say] [2q it is not "
      "so].");
  CHECK(doctors.index(2) != doctors.index(1));
  MarkedText people(
      "[1s China] [1c wants] [1q it]. As [2s Henry Kissel] [2c said], [2q [3s the Chinese] [3c refuse] [3q "
      "it]].");
  CHECK(people.index(3) == people.index(1));
}

TEST_CASE("mentions: the 64-page study is the report, and its authors are of whom it is") {
  MarkedText m(
      "Rents rose, [1c according to] [1s a report released on Monday by the Mill Institute]. [2s The 64-page "
      "study] [2c "
      "finds] [2q more]. \"[3q It is a slump],\" [3c said] [3s Ada Penn, the report's lead author]. [4s The "
      "authors] "
      "[4c recommend] [4q taxes].");
  CHECK(m.index(2) == m.index(1));
  CHECK(m.of(3).kind == SourceKind::think_tank);
  CHECK(m.of(4).kind == SourceKind::think_tank);
}

TEST_CASE("mentions: a surname that is a body's name too is the person's who was named with it") {
  MarkedText m(
      "[1s IBRiS head Marcin Duma] [1c said] [1q no]. [2s Duma] [2c rejected] [2q it]. [3s The Duma] [3c "
      "met].");
  CHECK(m.index(2) == m.index(1));
  CHECK(m.of(1).form == Form::person);
  CHECK(m.index(3) != m.index(1));
}

TEST_CASE("mentions: when is no part of who, and a weekly conference is no weekly") {
  MarkedText m("[1s Last year] [1s a Bootle gran] [1c told] [1q how a snake came].");
  CHECK(m.of(1).name == "Bootle gran");
  MarkedText relay("[1s Ada Penn] [1c told] a weekly news conference [1q that it rained].");
  CHECK(relay.detection.attributions[0].relay == kNone);
  MarkedText weekly("[1s Ada Penn] [1c told] the weekly Kompas [1q that it rained].");
  CHECK(weekly.detection.attributions[0].relay != kNone);
}

TEST_CASE("mentions: what stands before a name of which a past office is told") {
  MarkedText m("Former US climate envoy Ada Stern was calm. [1s She] [1c said] [1q it would pass].");
  CHECK(m.of(1).name == "Ada Stern");
  CHECK(m.of(1).office == Office::former);
}

TEST_CASE("mentions: 'he' after somebody who is only told of, by surname") {
  MarkedText m("It took Mr. Lund a month to admit it. \"[1q I was wrong],\" [1s he] [1c told] a crowd.");
  CHECK(m.of(1).name == "Lund");
}

TEST_CASE("mentions: 'she' after 'her doctor' is the one whose doctor it is") {
  MarkedText m(
      "[1s Ada Lund] [1c said] [1q it hurt]. [2s Her doctor] [2c told] her [2q to rest]. [3s She] [3c "
      "thinks] [3q "
      "not].");
  CHECK(m.index(3) == m.index(1));
}

TEST_CASE("mentions: whom a speaker calls 'they' the article may not have named") {
  MarkedText m(
      "[1s Mr Lund's aides] [1c dismissed] [1q it]. \"[3q [2s They] [2c said] [2q he would not run]],\" [3s "
      "Ms "
      "Kerr] [3c said].");
  CHECK(m.index(2) != m.index(1));
}

TEST_CASE("mentions: a firm by its shares, then 'the fashion retailer'; the organisation of one who spoke") {
  MarkedText firm(
      "Shares in Corvane fell after [1s the fashion retailer] [1c said] [1q shoppers were late]. [2s "
      "Corvane] [2c "
      "denied] [2q it].");
  CHECK(firm.of(1).name == "Corvane");
  CHECK(firm.of(2).kind == SourceKind::business);
  MarkedText own(
      "[1s Ada Lund of the Mill Institute] [1c said] [1q it rained]. [2s Her organisation] [2c estimated] "
      "[2q the "
      "loss].");
  CHECK(own.of(2).name == "Mill Institute");
}

TEST_CASE("mentions: the team is of those who found it out, the Kenyan is from Kenya") {
  MarkedText team(
      "[1s The United Nations] [1c said] [1q it]. [2s The team] [2c estimated] [2q that the ice is thin].");
  CHECK(team.index(2) != team.index(1));
  MarkedText native(
      "[1s Jan Wekesa, a Kenyan general,] [1c said] [1q it]. [2s Sir Nigel Lund] [2c denied] [2q it]. [3s "
      "The "
      "Kenyan] [3c wrote] [3q that].");
  CHECK(native.index(3) == native.index(1));
}
