#include <doctest/doctest.h>

#include "attribution/mended.h"

using namespace who_says;

TEST_CASE("mend: who stands behind 'according to' is the source") {
  Mended read(u"Ms Oye told staff it was over, according to a clerk who read it.",
              u"Ms Oye|a clerk who read it", u"according to", u"it was over");
  CHECK(read.source() == "a clerk who read it");
}

TEST_CASE("mend: a source ends with the name that it has begun") {
  Mended name(u"Traders at Penn Ardley cut their forecast, warning that it would rain.", u"Traders at Penn",
              u"warning", u"that it would rain");
  CHECK(name.source() == "Traders at Penn Ardley");
  Mended place(u"Lumo, based in Cape Town, admitted that it leaked.", u"Lumo, based in", u"admitted",
               u"that it leaked");
  CHECK(place.source() == "Lumo, based in Cape Town");
  Mended day(u"Lumo Friday admitted that it leaked.", u"Lumo", u"admitted", u"that it leaked");
  CHECK(day.source() == "Lumo");
}

TEST_CASE("mend: a source begins behind the comma or colon of what stands before it") {
  Mended outside(u"Outside the hall, one nurse said it was a farce.", u"Outside the hall, one nurse", u"said",
                 u"it was a farce");
  CHECK(outside.source() == "one nurse");
  Mended wire(u"Wire: bankers fear that rates rise.", u"Wire: bankers", u"fear", u"that rates rise");
  CHECK(wire.source() == "bankers");
  Mended which(u"It was a rally at which farmers accused him of theft.", u"which|farmers", u"accused",
               u"him of theft");
  CHECK(which.source() == "farmers");
}

TEST_CASE("mend: a day is no part of a cue, a medium is, and whole") {
  Mended day(u"The bank said on Tuesday that it would wait.", u"The bank", u"said on", u"that it would wait");
  CHECK(day.cue() == "said");
  Mended evening(u"The coach said on Monday night that he was ill.", u"The coach", u"said on Monday night",
                 u"that he was ill");
  CHECK(evening.cue() == "said");
  Mended post(u"The airline said in a blog post that it was sorry.", u"The airline", u"said in a blog",
              u"post that it was sorry");
  CHECK(post.cue() == "said in a blog post");
  CHECK(post.content() == "that it was sorry");
  Mended network(u"Ms Oye wrote on LinkedIn that she was leaving.", u"Ms Oye", u"wrote on",
                 u"that she was leaving");
  CHECK(network.cue() == "wrote on LinkedIn");
  Mended shows(u"The footage appears to show a fox in the yard.", u"The footage", u"appears",
               u"to show a fox in the yard");
  CHECK(shows.cue() == "appears to show");
  CHECK(shows.content() == "a fox in the yard");
}

TEST_CASE("mend: what somebody does while speaking is not what they say") {
  Mended tea(u"“I was here,” she says, stirring her tea by the window. “The rest left.”", u"she", u"says",
             u"“I was here,”|stirring her tea by the window|“The rest left.”");
  CHECK(tea.content() == "“I was here,” … “The rest left.”");
}

TEST_CASE("mend: how somebody asks to be quoted is nothing that they say") {
  Mended asked(u"One guard, who asked not to be named, left.", u"who", u"asked", u"not to be named");
  CHECK(asked.content() == "");
  Mended granted(u"A clerk who was granted anonymity for fear of the sack left.", u"",
                 u"was granted anonymity", u"for fear of the sack");
  CHECK(granted.content() == "");
  Mended drawn(u"The coach refused to be drawn.", u"The coach", u"refused", u"to be drawn");
  CHECK(drawn.content() == "");
  Mended other(u"The clerk asked not to be moved.", u"The clerk", u"asked", u"not to be moved");
  CHECK(other.content() == "not to be moved");
}

TEST_CASE("mend: whoever is told, a newspaper or a witness, stands in no content") {
  Mended paper(u"Ms Oye told the Courier that she had quit.", u"Ms Oye", u"told",
               u"the Courier that she had quit");
  CHECK(paper.content() == "that she had quit");
  Mended bare(u"Ms Oye told the Courier she had quit.", u"Ms Oye", u"told", u"the Courier she had quit");
  CHECK(bare.content() == "she had quit");
  Mended witness(u"He suggested to the driver that it was dark.", u"He", u"suggested to",
                 u"the driver that it was dark");
  CHECK(witness.cue() == "suggested");
  CHECK(witness.content() == "that it was dark");
  Mended least(u"The agency recommends at least an hour of sleep.", u"The agency", u"recommends at",
               u"least an hour of sleep");
  CHECK(least.content() == "at least an hour of sleep");
}

TEST_CASE("mend: nobody is named where the lexicon has a hearing whole") {
  Mended told(u"The jury was told that the safe was empty.", u"The jury", u"was told",
              u"that the safe was empty");
  CHECK(told.source() == "");
  CHECK(told.cue() == "The jury was told");
  Mended judge(u"The jury found that the safe was empty.", u"The jury", u"found", u"that the safe was empty");
  CHECK(judge.source() == "The jury");
}

TEST_CASE("mend: an object of the clause behind 'who' is no subject") {
  Mended hit(u"A cyclist who hit two parked cars told police he was tired.", u"two parked cars", u"told",
             u"he was tired");
  CHECK(hit.source() == "A cyclist who hit two parked cars");
  Mended other(u"The man who runs the club says the coach claimed it was over.", u"the coach", u"claimed",
               u"it was over");
  CHECK(other.source() == "the coach");
}

TEST_CASE("mend: who has said nothing is no source") {
  Mended little(u"Ms Oye has said little.", u"Ms Oye", u"has said", u"little");
  CHECK(little.content() == "");
}

TEST_CASE("mend: a quotation that ends with its sentence is nothing that the next one's subject says") {
  Mended next(u"“Nobody can learn that.” Mr Oye, who is in hospital, waved away the praise.",
              u"Mr Oye, who is in hospital", u"waved away", u"“Nobody can learn that.”");
  CHECK(next.content() == "");
  Mended question(u"“Can you learn that?” Mr Oye asked.", u"Mr Oye", u"asked", u"“Can you learn that?”");
  CHECK(question.content() == "“Can you learn that?”");
  Mended loose(u"“Nobody can learn that.” Mr Oye said.", u"Mr Oye", u"said", u"“Nobody can learn that.”");
  CHECK(loose.content() == "“Nobody can learn that.”");
}

TEST_CASE("mend: pieces that a comma or a recipient parts") {
  Mended chair(u"Lumo's chair, Dame Ada Oye, said that it was over.", u"Lumo's chair|Dame Ada Oye", u"said",
               u"that it was over");
  CHECK(chair.source() == "Lumo's chair, Dame Ada Oye");
  Mended staff(u"Ms Oye told staff it was over.", u"Ms Oye", u"told", u"staff|it was over");
  CHECK(staff.content() == "it was over");
}

TEST_CASE("mend: a content ends before the semicolon behind which another clause begins") {
  Mended next(u"Brokers said that a sale was likely; Penn Ardley, however, sees none.", u"Brokers", u"said",
              u"that a sale was likely; Penn Ardley");
  CHECK(next.content() == "that a sale was likely");
}

TEST_CASE("mend: who is accused is no source") {
  Mended man(u"A man accused of stealing a bell was freed.", u"A man", u"accused of", u"stealing a bell");
  CHECK(man.content() == "");
  Mended active(u"The mayor accused him of theft.", u"The mayor", u"accused", u"him of theft");
  CHECK(active.source() == "The mayor");
}

TEST_CASE("mend: who is told and when is no part of a cue, nor is what it is said of") {
  CHECK(Mended(u"He told jurors: She lied to all of us.", u"He", u"told jurors", u"She lied to all of us")
            .cue() == "told");
  CHECK(Mended(u"The court ruled last week that it may be shown.", u"The court", u"ruled last week",
               u"that it may be shown")
            .cue() == "ruled");
  Mended rated(u"Lund rated a similar claim as false.", u"Lund", u"rated a similar", u"claim as false");
  CHECK(rated.cue() == "rated");
  CHECK(rated.content() == "a similar claim as false");
}

TEST_CASE("mend: a cue ends at its verb or its medium, a content begins at its clause") {
  Mended bank(u"Fitch assesses with some confidence that the bank will recover.", u"Fitch", u"assesses with",
              u"some confidence that the bank will recover");
  CHECK(bank.cue() == "assesses");
  CHECK(bank.content() == "that the bank will recover");
  Mended own(u"Lumo said in its own write-up that it had seen them.", u"Lumo", u"said in",
             u"its own write-up that it had seen them");
  CHECK(own.cue() == "said in its own write-up");
  CHECK(own.content() == "that it had seen them");
  Mended read(u"The mayor said in a statement read out at the hearing that it would close.", u"The mayor",
              u"said in a statement read out at", u"the hearing|that it would close");
  CHECK(read.cue() == "said in a statement");
  CHECK(read.content() == "that it would close");
  Mended law(u"She spoke about the law that bans it.", u"She", u"spoke about", u"the law that bans it");
  CHECK(law.content() == "the law that bans it");
}

TEST_CASE("mend: what somebody claims is the content of 'claiming'") {
  Mended bell(u"Ann Bell disagreed, claiming that the fault was theirs.", u"Ann Bell", u"disagreed",
              u"claiming that the fault was theirs");
  CHECK(bell.cue() == "claiming");
  CHECK(bell.content() == "that the fault was theirs");
}
