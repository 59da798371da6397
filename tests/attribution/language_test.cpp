#include "attribution/language.h"

#include <doctest/doctest.h>

#include "text/utf.h"

using namespace who_says;

namespace {
std::string of(std::string_view text) { return identify_language(to_utf16(text)); }
}  // namespace

TEST_CASE("a sentence or two tell the language") {
  CHECK(of("The mayor said that the bridge would be closed until the spring, and nobody asked her why.") ==
        "en");
  CHECK(of("La alcaldesa dijo que el puente estará cerrado hasta la primavera y que nadie le preguntó por "
           "qué.") == "es");
  CHECK(of("Die Bürgermeisterin sagte, dass die Brücke bis zum Frühjahr gesperrt bleibt und niemand sie "
           "gefragt habe.") == "de");
  CHECK(of("Мер заявила, що міст буде закрито до весни, і ніхто не запитав її чому.") == "uk");
  CHECK(of("Мэр заявила, что мост будет закрыт до весны, и никто не спросил ее почему.") == "ru");
  CHECK(of("La maire a déclaré que le pont serait fermé jusqu'au printemps et que personne ne lui a demandé "
           "pourquoi.") == "fr");
  CHECK(of("La sindaca ha detto che il ponte sarà chiuso fino alla primavera e che nessuno le ha chiesto "
           "perché.") == "it");
  CHECK(of("A prefeita disse que a ponte ficará fechada até a primavera e que ninguém lhe perguntou por "
           "quê.") == "pt");
  CHECK(of("De burgemeester zei dat de brug tot het voorjaar gesloten blijft en dat niemand haar vroeg "
           "waarom.") == "nl");
  CHECK(of("Burmistrz powiedziała, że most będzie zamknięty do wiosny i że nikt jej nie zapytał dlaczego.") ==
        "pl");
}

TEST_CASE("scripts of one language tell it by themselves") {
  CHECK(of("시장은 봄까지 다리가 폐쇄된다고 말했다.") == "ko");
  CHECK(of("市長は橋が春まで閉鎖されると述べた。") == "ja");
  CHECK(of("市长说大桥将关闭到春天。") == "zh");
  CHECK(of("Η δήμαρχος είπε ότι η γέφυρα θα είναι κλειστή.") == "el");
}

TEST_CASE("too little, or none that is known, is no language") {
  CHECK(of("") == "");
  CHECK(of("Yes.") == "");
  CHECK(of("1 2 3 4 5 6 7 8 9") == "");
  CHECK(of("Kovács Szabó Tóth Nagy Horváth Varga Kiss Molnár") == "");
  CHECK(of("A polgármester azt mondta, hogy a hidat tavaszig lezárják, és senki sem kérdezte meg.") == "");
}

TEST_CASE("names and quotations of other languages change nothing in a longer text") {
  CHECK(of("Der Abgeordnete Jean-Luc Dubois sagte „c'est la vie“, als die Sitzung am Abend zu Ende ging, und "
           "lachte.") == "de");
  CHECK(
      of("The paper El País wrote that the party Alternative für Deutschland had lost votes in the east.") ==
      "en");
}

TEST_CASE("no more than the beginning is looked at") {
  std::string english = "The mayor said that the bridge would be closed. ";
  std::string text;
  for (int i = 0; i < 600; ++i) text += english;
  std::string german;
  for (int i = 0; i < 2000; ++i) german += "Die Brücke ist bis zum Frühjahr gesperrt. ";
  CHECK(of(text + german) == "en");
}
