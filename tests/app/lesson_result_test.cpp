// What a pupil is told about an answer: each kind of task, right and wrong, with the reason; a key that is sealed or not there.

#include "app/exercise/lesson.h"
#include "app/exercise/model.h"
#include "app/pupil.h"
#include "classroom/reason.h"

using namespace who_says;
using namespace who_says::test;

namespace {

/// All points of the page: "Found: …".
std::vector<std::string> points(const App& app) {
  std::vector<std::string> out;
  auto add = [&](const std::vector<LessonPoint>& all) {
    for (const LessonPoint& point : all) out.push_back(point.label + ": " + point.text);
  };
  add(model(app).points);
  for (const LessonPart& part : model(app).parts) add(part.points);
  return out;
}
bool told(const App& app, const std::string& words) {
  for (const std::string& point : points(app))
    if (point.find(words) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("right answers to each kind of task are found, each with its reason") {
  App app;
  load_lesson(app);
  answer_all(app);
  for (const char* task : {"who", "what", "nobody", "path", "moss-says", "origins", "sum", "two"}) {
    go_to_task(app, task);
    CHECK(points(app).empty());
    step(app, "check");
    CHECK_MESSAGE(model(app).result == "You found all of it.", task, ": ", model(app).result);
    CHECK_MESSAGE(!points(app).empty(), task);
    for (const std::string& point : points(app)) {
      bool of_all = point == ": “It is assumed that” does not say by whom.";
      CHECK_MESSAGE((of_all || point.rfind("Found: ", 0) == 0), task, ": ", point);
    }
  }
  go_to_task(app, "path");
  CHECK(told(app, "The Harwick Courier → Ruth Abara"));
  CHECK(told(app, "this article has it from there"));
  go_to_task(app, "word");
  step(app, "check");
  CHECK(told(app, "keeps a distance"));
}

TEST_CASE("wrong answers are told apart: partly, not this one, still to find, one too many") {
  App app;
  load_lesson(app);
  go_to_task(app, "who");
  answer(app, "fifth", "council");
  answer(app, "average", "council");
  answer(app, "twice", "");
  step(app, "check");
  CHECK(model(app).result == "You found 1 of 3. Look at the reasons, then try again or go on.");
  // Who is told how to go on is not told the end of it.
  CHECK(told(app, "Who looked at many towns?"));
  CHECK_FALSE(told(app, "Institute for Public Utilities"));
  CHECK(told(app, "Not this one: The key has: Daniel Moss."));
  // An answer that was looked at stands still until it is opened again.
  answer(app, "twice", "moss");
  CHECK(values_of(app.state().lesson->answer(), "twice") == std::vector<std::string>{""});
  CHECK_FALSE(model(app).parts[0].choices[0].options[0].enabled);
  step(app, "again");
  CHECK(points(app).empty());
  answer(app, "twice", "moss");
  CHECK(values_of(app.state().lesson->answer(), "twice") == std::vector<std::string>{"moss"});

  go_to_task(app, "moss-says");
  mark_words(app, u"the loss is closer to a tenth");
  mark_words(app, u"the vote will be close");
  step(app, "check");
  CHECK(told(app, "Found: “the loss is closer to a tenth”"));
  CHECK(told(app, "One too many: “the vote will be close”"));
  CHECK_FALSE(told(app, "counting the same leak twice"));
  step(app, "again");
  step(app, "check");
  CHECK(told(app, "Still to find: “the council is counting the same leak twice”"));
  // The page shows the same by three lines.
  auto hue = [&](const char* id) { return hue_of(app.state().shown, *app.state().shown.find_claim(id)); };
  CHECK(hue("mark:0") == Hue::state);
  CHECK(hue("mark:1") == Hue::none);
  CHECK(hue("missed:1") == Hue::former);
  step(app, "again");
  CHECK_FALSE(app.state().shown.find_claim("missed:1"));

  go_to_task(app, "nobody");
  answer(app, "claims", "third", "toggle");
  step(app, "check");
  CHECK_FALSE(model(app).result == "You found all of it.");
}

TEST_CASE("the first look at the key leaves what was not found for another try; looks are counted") {
  App app;
  load_lesson(app);
  go_to_task(app, "who");
  answer(app, "fifth", "council");
  step(app, "check");
  CHECK(told(app, "Still to find: You left this open. Have a try: a second check shows the answer."));
  CHECK_FALSE(told(app, "Daniel Moss"));
  step(app, "again");
  step(app, "check");
  CHECK(told(app, "Still to find: The key has: Daniel Moss."));
  CHECK(app.state().lesson->answer().checks == 2);
  // Undo takes an answer back, not what was read.
  app.update(command(Verb::undo));
  CHECK(app.state().lesson->answer().checks == 2);

  go_to_task(app, "moss-says");
  mark_words(app, u"the vote will be close");
  step(app, "check");
  CHECK(told(app, "Still to find: 2 more are there. Look for them: a second check shows them."));
  CHECK_FALSE(app.state().shown.find_claim("missed:1"));
  step(app, "again");
  step(app, "check");
  CHECK(app.state().shown.find_claim("missed:1"));
  std::string work = find_effect(step(app, "save"), EffectKind::download)->text;
  CHECK(work.find("\"checks\": 2") != std::string::npos);
  App later;
  load_lesson(later);
  later.update(command(Verb::load_work, "", "", work));
  CHECK(find_effect(step(later, "save"), EffectKind::download)->text == work);
}

TEST_CASE("wrong marks, and claims still to be found, are told what the key says of them, each thing once") {
  Json exercise = parse_own_json(water_exercise());
  for (Json& one : exercise["key"]["answers"]) {
    if (one["task"] == "moss-says")
      one["feedback"] = {{{"text", "Follow his name."}},
                         {{"item", "2"}, {"answer", "missed"}, {"text", "A tenth of what?"}}};
    if (one["task"] == "nobody") one["feedback"] = {{{"text", "Who believes it?"}}};
  }
  App app;
  load_lesson(app, dump_json(exercise));
  go_to_task(app, "moss-says");
  mark_words(app, u"the vote will be close");
  step(app, "check");
  CHECK(told(app, "One too many: “the vote will be close”. This is not what was asked for."));
  CHECK(told(app, "Look for them: a second check shows them. Follow his name. A tenth of what?"));
  step(app, "again");
  step(app, "check");
  CHECK(told(app, "This is not what was asked for. Follow his name."));
  CHECK(told(app, "This claim is not marked."));
  CHECK_FALSE(told(app, "A tenth of what?"));
  go_to_task(app, "nobody");
  answer(app, "claims", "third", "toggle");
  step(app, "check");
  CHECK(told(app, "This one does name somebody."));
  CHECK_FALSE(told(app, "nothing"));
  CHECK(told(app, "Who believes it?"));
}

TEST_CASE("the key's reason for a set is told once, of the whole, when nothing is left to find") {
  Json exercise = parse_own_json(water_exercise());
  for (Json& one : exercise["key"]["answers"])
    if (one["task"] == "nobody") {
      one["items"][0]["answer"] = {"third", "close"};
      one["items"][0]["because"] = "Two of them name nobody.";
    }
  App app;
  load_lesson(app, dump_json(exercise));
  go_to_task(app, "nobody");
  answer(app, "claims", "third", "toggle");
  step(app, "check");
  CHECK(told(app, "Still to find"));
  CHECK_FALSE(told(app, "Two of them name nobody."));
  step(app, "again");
  step(app, "check");
  CHECK(model(app).points.back().text == "Two of them name nobody.");
  CHECK(model(app).points.back().id == "point:because");
  step(app, "again");
  answer(app, "claims", "close", "toggle");
  step(app, "check");
  CHECK(model(app).result == "You found all of it.");
  CHECK(model(app).points.back().text == "Two of them name nobody.");
}

TEST_CASE("a work as text: what was asked for comes into sight") {
  App app;
  load_lesson(app);
  go_to_task(app, "two");
  step(app, "next");
  app.update(command(Verb::set_field, "lesson-seat", "", "B4"));
  step(app, "copy");
  Command line = command(Verb::lesson, "", "line", "WSW1.j.e30.00000000");
  Effects effects = app.update(line);
  const Effect* scroll = find_effect(effects, EffectKind::scroll_panel);
  REQUIRE(scroll);
  CHECK(scroll->id == "lesson-copy");
  // So it does when a notice above has pushed it down.
  effects = app.update(command(Verb::notify, "", "lesson.copied"));
  scroll = find_effect(effects, EffectKind::scroll_panel);
  REQUIRE(scroll);
  CHECK(scroll->id == "lesson-copy");
}

TEST_CASE("at the end each task says in short what came of it") {
  App app;
  load_lesson(app);
  answer_all(app);
  go_to_task(app, "two");
  step(app, "next");
  const std::vector<LessonPart>& parts = model(app).parts;
  CHECK(model(app).heading == "You are through");
  CHECK(parts[0].details == "3 found");
  CHECK(parts[6].details == "Answered");
  App other;
  load_lesson(other);
  go_to_task(other, "two");
  step(other, "next");
  CHECK(model(other).parts[0].details == "Still open");
}

TEST_CASE("without a key nothing is looked at; a sealed one opens later") {
  Json without = parse_json(water_exercise(), 1 << 20, 64).value();
  Json key = without["key"];
  without.erase("key");
  App none;
  load_lesson(none, dump_json(without));
  go_to_task(none, "who");
  answer(none, "fifth", "council");
  auto has_check = [](const App& app) {
    for (const Action& step : model(app).steps)
      if (step.id == "lesson-check") return true;
    return false;
  };
  CHECK_FALSE(has_check(none));
  CHECK(model(none).asides.back() ==
        "Your answers are not checked here. Your teacher compares them with what the class found.");

  Json sealed = without;
  sealed["sealedKey"] = Json{{"cipher", "AES-GCM"}, {"derivation", "PBKDF2-SHA-256"},
                             {"iterations", 1},     {"salt", "AA=="},
                             {"iv", "AA=="},        {"text", "AA=="}};
  App app;
  load_lesson(app, dump_json(sealed));
  go_to_task(app, "who");
  answer(app, "fifth", "council");
  CHECK_FALSE(has_check(app));
  go_to_task(app, "two");
  step(app, "next");
  app.update(command(Verb::set_field, "lesson-code", "", "green ferry"));
  const Effects asked = step(app, "unlock");
  const Effect* unlock = find_effect(asked, EffectKind::lesson, "unlock");
  REQUIRE(unlock);
  CHECK(unlock->text == "green ferry");
  CHECK(unlock->id.find("AES-GCM") != std::string::npos);
  app.update(command(Verb::load_key, "", "lesson.wrong-code"));
  CHECK(model(app).fields.front().problem.rfind("This code does not open", 0) == 0);
  app.update(command(Verb::load_key, "", "", "{}"));
  CHECK(model(app).fields.front().problem.rfind("These solutions belong", 0) == 0);
  app.update(command(Verb::load_key, "", "", dump_json(Json{{"answers", key["answers"]}})));
  CHECK(model(app).fields.front().id == "lesson-seat");
  go_to_task(app, "who");
  CHECK(has_check(app));
  step(app, "check");
  CHECK(told(app, "Found: The town council."));
  // The code goes nowhere else.
  CHECK(app.state().field("lesson-code").empty());
}

TEST_CASE(
    "why an answer has its credit is said in the interface's language, and in English as the grader does") {
  InterfaceWords english;
  english.add_english(asset("words/lesson.en.json"));
  for (size_t i = 0; i < kWhys; ++i) {
    std::string key = "lesson.why." + std::string(why_word(static_cast<Why>(i)));
    CHECK(english(key, {{"n", "{n}"}, {"all", "{all}"}}) == why_in_english(static_cast<Why>(i)));
  }
  App app;
  load_lesson(app);
  app.update(command(Verb::set_words, "", "de", asset("words/lesson.de.json")));
  go_to_task(app, "moss-says");
  mark_words(app, u"the loss is");
  mark_words(app, u"the vote will be close");
  step(app, "check");
  CHECK(told(app, "Du hast einen Teil davon gefunden: "));
  CHECK(told(app, "Danach war nicht gefragt."));
  CHECK_FALSE(told(app, "This"));
  CHECK_FALSE(told(app, "of the words are the same"));
}
