// What of an exercise or of a pupil's file cannot be used is told in the interface's language.

#include "app/exercise/lesson.h"
#include "app/pupil.h"

using namespace who_says;
using namespace who_says::test;

TEST_CASE("an exercise that cannot be read, or did not come, is told") {
  App app;
  load_lesson(app, "{\"type\":\"Exercise\"}");
  CHECK(model(app).heading == "The exercise could not be loaded.");
  REQUIRE(app.model().notices.size() == 1);
  CHECK(app.model().notices[0].text == "This exercise cannot be read. Show this to your teacher:");
  CHECK(app.model().notices[0].details == "Something in it does not have the expected form.");
  app.update(command(Verb::load_exercise, "x.json", "404"));
  CHECK(app.model().notices.back().details == "404 (x.json)");
  for (Verb verb :
       {Verb::answer, Verb::lesson, Verb::undo, Verb::begin_draft, Verb::load_key, Verb::load_work})
    app.update(command(verb, "x", "next", "{}"));
  CHECK(app.model().lesson);
}

TEST_CASE("a file that is no work is told in the interface's language alone; the page gets the particulars") {
  App app;
  load_lesson(app);
  app.update(command(Verb::set_words, "", "de", asset("words/lesson.de.json")));
  Effects effects = app.update(command(Verb::import_claims, "photo.jpg", "", "{\"a\": 1}"));
  const Notice& notice = app.model().notices.back();
  CHECK(notice.text == "Diese Datei enthält keine Antworten auf eine Übung.");
  CHECK(notice.details == "Etwas darin hat nicht die erwartete Form.");
  REQUIRE(find_effect(effects, EffectKind::failed));
  CHECK(find_effect(effects, EffectKind::failed)->value == "wrong-shape");
}

TEST_CASE("what is wrong with an exercise or a file of answers is told in the pupil's language, and where") {
  Command german = command(Verb::set_words, "", "de", asset("words/lesson.de.json"));
  App cut;
  cut.update(command(Verb::load_exercise));
  cut.update(german);
  Effects effects = cut.update(command(Verb::load_exercise, "", "", "{\n\"tasks\": ["));
  REQUIRE(cut.model().notices.size() == 1);
  CHECK(cut.model().notices[0].text == "Diese Übung ist nicht lesbar. Zeig das deiner Lehrkraft:");
  CHECK(cut.model().notices[0].details ==
        "Die Datei ist beschädigt oder von anderer Art. Eine andere Kopie kann helfen. (Zeile 2, Spalte 11)");
  CHECK(find_effect(effects, EffectKind::failed)->text.find("not JSON") != std::string::npos);

  App partly;
  partly.update(command(Verb::load_exercise));
  partly.update(german);
  std::string exercise = water_exercise();
  exercise.insert(exercise.find("\"tasks\": [") + 10, "1, 2, ");
  partly.update(command(Verb::load_exercise, "", "", exercise));
  REQUIRE(partly.model().notices.size() == 1);
  CHECK(partly.model().notices[0].text ==
        "2 Teile dieser Übung sind nicht lesbar und fehlen hier. Der erste:");
  CHECK(partly.model().notices[0].details == "Etwas darin hat nicht die erwartete Form. (/tasks/0)");

  App whole;
  load_lesson(whole);
  whole.update(german);
  whole.update(command(Verb::import_claims, "", "work.json", "no work"));
  CHECK(whole.model().notices.back().details.find("(Zeile 1, Spalte") != std::string::npos);
  whole.update(command(Verb::load_exercise, "https://x.example/e.json", "lesson.no-connection"));
  CHECK(whole.model().notices.back().details.starts_with("Es kam keine Verbindung zustande"));
}
