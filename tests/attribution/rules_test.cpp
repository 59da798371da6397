#include <doctest/doctest.h>

#include <string>

#include "attribution/lexicon.h"
#include "attribution/rules_words.h"
#include "attribution/stages.h"
#include "text/utf.h"

using namespace who_says;

namespace {

/// What the rules find: "source | cue | content" a line, spans of a role parted by " … ", quotation marks as they stand.
std::string found(std::string_view utf8, std::string_view language = "en") {
  std::u16string text = to_utf16(utf8);
  Tokens tokens = tokenise(text);
  std::string out;
  auto words = [&](const std::vector<TokenSpan>& spans) {
    std::u16string all;
    for (TokenSpan span : spans) {
      if (!all.empty()) all += u" … ";
      uint32_t begin = tokens.all[span.begin].range.begin;
      all += std::u16string_view(text).substr(begin, tokens.all[span.end - 1].range.end - begin);
    }
    return to_utf8(all);
  };
  for (const SpanAttribution& a : find_by_rules(RuleText(text, tokens, *Lexicon::of(language)))) {
    CHECK(a.confidence > 0);
    CHECK(a.confidence < 1);
    if (!out.empty()) out += "\n";
    out += words(a.source) + " | " + words(a.cue) + " | " + words(a.content);
  }
  return out;
}

}  // namespace

TEST_CASE("the source before the cue") {
  CHECK(found("The mayor said that the bridge would be closed.") ==
        "The mayor | said | that the bridge would be closed");
  CHECK(found("The mayor said the bridge was safe.") == "The mayor | said | the bridge was safe");
  CHECK(found("Ana Roe, who runs the council, has promised to open the bridge in May.") ==
        "Ana Roe, who runs the council | has promised | to open the bridge in May");
  CHECK(found("The report, published on Friday, found that the bridge was unsafe.") ==
        "The report, published on Friday | found | that the bridge was unsafe");
  CHECK(found("The council denies fraud.") == "The council | denies | fraud");
  CHECK(found("A report by the institute puts the average loss in such towns at about 18 percent.") ==
        "A report by the institute | puts | the average loss in such towns at about 18 percent");
  CHECK(found("The agency pegged the bill at $3 million.") == "The agency | pegged | the bill at $3 million");
  CHECK(found("The agency put the toll at 31 on Monday.") == "The agency | put | the toll at 31 on Monday");
  CHECK(found("The town puts the children first. She put the cup on the table at 9.") == "");
  CHECK(found("The mayor urged residents to stay at home.") ==
        "The mayor | urged | residents to stay at home");
}

TEST_CASE("recipients, media and times stand outside") {
  CHECK(found("She told reporters that the bridge was closed.") == "She | told | that the bridge was closed");
  CHECK(found("Roe said on Monday that the bridge was closed.") == "Roe | said | that the bridge was closed");
  CHECK(found("Roe said in a statement that the bridge was closed.") ==
        "Roe | said in a statement | that the bridge was closed");
}

TEST_CASE("content before the cue, and the source behind it") {
  CHECK(found("The bridge will be closed until the spring, the mayor said on Monday.") ==
        "the mayor | said | The bridge will be closed until the spring");
  CHECK(found("The plan is a mess, argued Jo Poe.") == "Jo Poe | argued | The plan is a mess");
  CHECK(found("According to the council, the bridge is closed.") ==
        "the council | According to | the bridge is closed");
  CHECK(found("The bridge is closed, according to a report by the council’s engineers.") ==
        "a report by the council’s engineers | according to | The bridge is closed");
}

TEST_CASE("an apposition before the cue is no inverted source") {
  CHECK(found("Alf Dunmore, 71, who crosses twice a day, called the detour “a three-mile joke”.") ==
        "Alf Dunmore, 71, who crosses twice a day | called | the detour “a three-mile joke”");
}

TEST_CASE("quotations, broken by their cue and going on") {
  CHECK(found("“The bridge is closed,” said Ana Roe, the mayor. “It will stay closed.”") ==
        "Ana Roe, the mayor | said | “The bridge is closed,” … “It will stay closed.”");
  CHECK(found("“The bridge,” she told reporters, “is closed for good.”") ==
        "she | told | “The bridge,” … “is closed for good.”");
  CHECK(found("“Nobody rang me,” she said. “You find out late.\n“I have asked for the file.”") ==
        "she | said | “Nobody rang me,” … “You find out late. … “I have asked for the file.”");
  CHECK(found("'The bridge is closed,' said Ana Roe.") == "Ana Roe | said | 'The bridge is closed,'");
}

TEST_CASE("cues that share a source") {
  CHECK(found("The mayor said the bridge was safe and added that it would open in May.") ==
        "The mayor | said | the bridge was safe\nThe mayor | added | that it would open in May");
  CHECK(found("The plan is a mess, argued Jo Poe, adding that the mayor had lied.") ==
        "Jo Poe | argued | The plan is a mess\nJo Poe | adding | that the mayor had lied");
}

TEST_CASE("nobody is named") {
  CHECK(found("It is assumed that a second bridge will follow.") ==
        " | It is assumed | that a second bridge will follow");
  CHECK(found("The minister is said to be considering a toll.") ==
        " | is said | The minister … to be considering a toll");
  CHECK(found("The bridge has reportedly been sold.") == " | reportedly | The bridge has … been sold");
  CHECK(found("The court heard that the money was gone.") == " | The court heard | that the money was gone");
}

TEST_CASE("relative clauses, colons and headlines") {
  CHECK(found("Hanbit, which has said that it will appeal, closed on Monday.") ==
        "which | has said | that it will appeal");
  CHECK(found("Its director is cautious: “We do not know yet.”") ==
        "Its director | is cautious | “We do not know yet.”");
  CHECK(found("Bridge unsafe since 2019: report") == "report | : | Bridge unsafe since 2019");
  CHECK(found("Wi Song Lak: “The bargain suits the North, not us.”") ==
        "Wi Song Lak | : | “The bargain suits the North, not us.”");
}

TEST_CASE("a cue inside a quotation has its own source there") {
  CHECK(found("“He told me that it was safe,” she said.") ==
        "she | said | “He told me that it was safe,”\nHe | told | that it was safe");
}

TEST_CASE("what is no attribution") {
  CHECK(found("The bridge was closed on Tuesday.") == "");
  CHECK(found("The insurance claims of nine of them are pending.") == "");
  CHECK(found("The report was long.") == "");
  CHECK(found("") == "");
}

TEST_CASE("Spanish, German and Ukrainian") {
  CHECK(found("La alcaldesa dijo que el puente estará cerrado.", "es") ==
        "La alcaldesa | dijo | que el puente estará cerrado");
  CHECK(found("«El puente está cerrado», afirmó la alcaldesa.", "es") ==
        "la alcaldesa | afirmó | «El puente está cerrado»");
  CHECK(found("Según el informe, el puente está cerrado.", "es") ==
        "el informe | Según | el puente está cerrado");
  CHECK(found("Die Bürgermeisterin sagte, dass die Brücke gesperrt bleibt.", "de") ==
        "Die Bürgermeisterin | sagte | dass die Brücke gesperrt bleibt");
  CHECK(found("„Die Brücke ist gesperrt“, sagte die Bürgermeisterin.", "de") ==
        "die Bürgermeisterin | sagte | „Die Brücke ist gesperrt“");
  CHECK(found("Laut dem Bericht ist die Brücke gesperrt.", "de") ==
        "dem Bericht | Laut | ist die Brücke gesperrt");
  CHECK(found("Laut dem Ministerium kosten die neuen Deiche zwei Millionen Euro.", "de") ==
        "dem Ministerium | Laut | kosten die neuen Deiche zwei Millionen Euro");
  CHECK(found("Laut der Agentur dpa steigen die Preise im Mai um vier Prozent.", "de") ==
        "der Agentur dpa | Laut | steigen die Preise im Mai um vier Prozent");
  CHECK(found("Laut dem Sprecher der Stadt bleibt die Brücke gesperrt.", "de") ==
        "dem Sprecher der Stadt | Laut | bleibt die Brücke gesperrt");
  CHECK(found("Die Brücke wurde angeblich verkauft.", "de") == " | angeblich | Die Brücke wurde … verkauft");
  CHECK(found("Мер заявила, що міст буде закрито.", "uk") == "Мер | заявила | що міст буде закрито");
  CHECK(found("За словами мера, міст закрито.", "uk") == "мера | За словами | міст закрито");
}

TEST_CASE("what nobody is named for") {
  CHECK(found("The firm, which makes tyres, is believed to have lost millions.") ==
        " | is believed | The firm, which makes tyres … to have lost millions");
  CHECK(found("A man was reported to have been shot on Friday.") ==
        " | was reported | A man … to have been shot on Friday");
  CHECK(found("The court heard last year that Pike had been threatened.") ==
        " | The court heard | that Pike had been threatened");
  CHECK(found("The cashier stole the money, a court heard.") ==
        " | a court heard | The cashier stole the money");
  CHECK(found("Roe was reportedly offered a post abroad in the spring.") ==
        " | reportedly | Roe was … offered a post abroad in the spring");
}

TEST_CASE("signed quotations, and those that are a paragraph without a speaker") {
  CHECK(found("“If only we had known about the river,” — Grace Phiri, survivor") ==
        "Grace Phiri, survivor | — | “If only we had known about the river,”");
  CHECK(found("“We have waited too long. The market will not wait.”") ==
        " |  | “We have waited too long. The market will not wait.”");
  CHECK(found("“The End of Coal”") == "");
}

TEST_CASE("a content ends where its sentence turns to who says it") {
  CHECK(found("The ministry had informed embassies that the camp would be closed, said a diplomat.")
            .find("The ministry | had informed | that the camp would be closed\n") != std::string::npos);
}

TEST_CASE("a clause before whoever told it, with nothing but the newspaper behind") {
  CHECK(found("The owners have sold the wharf, sources have told the Harbour Post.") ==
        "sources | have told | The owners have sold the wharf");
  CHECK(found("The clerk is ill, he told me.").find("he | told | The clerk is ill") != std::string::npos);
  CHECK(found("It was late, he told nobody.").find("he | told | It was late") == std::string::npos);
}

TEST_CASE("as somebody put it") {
  CHECK(found("As the baker Ines Roth put it, “bread is a clock”.") ==
        "the baker Ines Roth | put it | “bread is a clock”");
  CHECK(found("The baker put it in a bag.") == "");
}

TEST_CASE("a quotation whose comma stands outside it, with the day before who said it") {
  CHECK(found("«No vamos a ceder», dijo el ministro Abel Dorn en rueda de prensa.", "es") ==
        "el ministro Abel Dorn | dijo | «No vamos a ceder»");
  CHECK(found("«No vamos a ceder», dijo ayer el ministro Abel Dorn.", "es") ==
        "el ministro Abel Dorn | dijo | «No vamos a ceder»");
}

TEST_CASE("German: who is told, verbs in two parts, somebody's account") {
  CHECK(found("„Wir gehen“, sagte Minister Abel Dorn der „Zeit“.", "de") ==
        "Minister Abel Dorn | sagte | „Wir gehen“");
  CHECK(found("Die Bahn teilte mit, dass ein Kabel fehlt.", "de") ==
        "Die Bahn | teilte | dass ein Kabel fehlt");
  CHECK(found("Nach Angaben eines Sprechers waren Züge betroffen.", "de") ==
        "Sprechers | Nach Angaben eines | waren Züge betroffen");
}

TEST_CASE("what stands before a name and 'reports' is what it reports") {
  CHECK(found("The workers left on Monday, Radio Lund reports.") ==
        "Radio Lund | reports | The workers left on Monday");
  CHECK(found("Of all the agency's papers, Lund reports to the council.").find("Of all") ==
        std::string::npos);
}

TEST_CASE("in somebody's view, as noted by somebody") {
  CHECK(found("In his opinion, the West will answer.") == "his | opinion | the West will answer");
  CHECK(found("In the minister's view, the West will answer.") ==
        "the minister's | view | the West will answer");
  CHECK(found("As reported by LSM, the workers left.") == "LSM | As reported by | the workers left");
  CHECK(found("In his room, the West was on the map.") == "");
}

TEST_CASE("the letters of questions and answers are nobody") {
  CHECK(found("Q: Who is behind the flights?").find("Q |") == std::string::npos);
  CHECK(found("A: It takes patience, not money.").find("A |") == std::string::npos);
  CHECK(found("LUND: It takes patience, not money.") == "LUND | : | It takes patience, not money.");
}

TEST_CASE("a clause before 'a court heard' and 'it was alleged'") {
  CHECK(found("A cleaner stole the money, a court heard on Monday.") ==
        " | a court heard | A cleaner stole the money");
  CHECK(found("The girl was hit twice, it was alleged at York Crown Court.") ==
        " | it was alleged | The girl was hit twice");
}

TEST_CASE("in somebody's words, by somebody's account") {
  CHECK(found("In her words, the party is finished.").find("her | words | the party is finished") !=
        std::string::npos);
  CHECK(found("By his own account, he was never asked.").find("his | account | he was never asked") !=
        std::string::npos);
}

TEST_CASE("a name is no cue, a label no speaker") {
  CHECK(found("“Do not go there,” National Rail advised.").find("| Rail |") == std::string::npos);
  CHECK(found("FACT CHECK: Did Bern ban the bicycle").empty());
}

TEST_CASE("translated English: as is noted in the report, as the paper notes, came to the conclusion") {
  CHECK(found("As is noted in the report, the losses are high.") ==
        "the report | As is noted in | the losses are high");
  CHECK(found("The analysts came to the conclusion that the army is tired.") ==
        "The analysts | came to the conclusion | that the army is tired");
}

TEST_CASE("'as the paper notes' is surer than the same words without 'as'") {
  std::u16string text = u"As the publication notes, the deal is dead.";
  Tokens tokens = tokenise(text);
  std::vector<SpanAttribution> all = find_by_rules(RuleText(text, tokens, *Lexicon::of("en")));
  REQUIRE(all.size() == 1);
  CHECK(all.front().confidence > 0.5f);
}
