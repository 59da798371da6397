// A lesson as a pupil goes through it: each kind of task answered, undone, looked at; what is kept; what is not given away.

#include "app/pupil.h"

#include <algorithm>

#include "app/exercise/lesson.h"
#include "app/exercise/model.h"
#include "app/outline.h"

using namespace who_says;
using namespace who_says::test;

namespace {

const Answer& answer_of(const App& app) { return app.state().lesson->answer(); }
std::vector<std::string> chosen(const App& app, const std::string& item) {
  return values_of(answer_of(app), item);
}
std::u16string words_of(const App& app, size_t mark) { return answer_of(app).marks.at(mark).selector.exact; }

bool says(const OutlineNode& node, const std::string& words) {
  if (node.name.find(words) != std::string::npos) return true;
  for (const OutlineNode& child : node.children)
    if (says(child, words)) return true;
  return false;
}
const OutlineNode* find(const OutlineNode& node, const std::string& id) {
  if (node.id == id) return &node;
  for (const OutlineNode& child : node.children)
    if (const OutlineNode* found = find(child, id)) return found;
  return nullptr;
}

}  // namespace

TEST_CASE("a lesson begins with what it is about, goes from task to task and comes to an end") {
  App app;
  app.update(command(Verb::load_exercise));
  REQUIRE(app.model().lesson);
  CHECK(model(app).heading == "Loading the exercise…");
  CHECK(find_effect(load_lesson(app), EffectKind::lesson, "begun")->id == "harwick-water");
  CHECK(app.model().notices.empty());
  CHECK(model(app).heading == "Who says so about Harwick’s water?");
  CHECK(model(app).steps.front().label == "Begin");
  step(app, "begin");
  CHECK(model(app).position == "Task 1 of 10");
  CHECK(model(app).heading == "Who said it?");
  for (int i = 2; i <= 10; ++i) {
    step(app, "next");
    CHECK(model(app).position == "Task " + std::to_string(i) + " of 10");
  }
  CHECK(model(app).steps.back().label == "Finish");
  step(app, "next");
  CHECK(model(app).heading == "10 tasks are still open");
  CHECK(model(app).parts.size() == 10);
  step(app, "back");
  CHECK(model(app).position == "Task 10 of 10");
  go_to_task(app, "who");
  step(app, "back");
  CHECK(model(app).position == "0 of 10 answered");
}

TEST_CASE("claims of the publisher, of the reader and of the engine are not shown in a lesson") {
  App app;
  load_sample(app);
  CHECK(app.state().shown.claims.size() == 4);
  app.update(command(Verb::load_exercise));
  CHECK(app.state().shown.claims.empty());
  app.update(command(Verb::load_claims, "", "", sample_claims()));
  app.update(command(Verb::load_layer, "", "", sample_claims()));
  app.update(command(Verb::load_suggestions, "", "en", sample_claims()));
  CHECK(app.state().shown.claims.empty());
  CHECK(app.model().claims.cards.empty());
}

TEST_CASE("match, classify, check the number, compare: one of some, and another in its place") {
  App app;
  load_lesson(app);
  go_to_task(app, "who");
  CHECK(model(app).parts.size() == 3);
  CHECK(model(app).parts[0].quote == "Harwick could pay a fifth more for its water from next spring");
  answer(app, "fifth", "moss");
  answer(app, "fifth", "council");
  answer(app, "twice", "");
  CHECK(chosen(app, "fifth") == std::vector<std::string>{"council"});
  CHECK(chosen(app, "twice") == std::vector<std::string>{""});
  const OutlineNode* group = find(app.outline(), "choice:twice");
  REQUIRE(group);
  CHECK(group->role == OutlineRole::choice);
  CHECK(group->children.size() == 4);
  CHECK(group->children.back().name == "Nobody is named");
  CHECK(group->children.back().role == OutlineRole::radio);
  CHECK(group->children.back().on);
  go_to_task(app, "what");
  answer(app, "moss", "former", "office");
  answer(app, "moss", "government", "kind");
  CHECK(chosen(app, "moss") == std::vector<std::string>{"government", "former"});
  go_to_task(app, "sum");
  answer(app, "sum", "holds");
  CHECK(chosen(app, "sum") == std::vector<std::string>{"holds"});
  go_to_task(app, "two");
  answer(app, "moss", "first");
  CHECK(chosen(app, "moss") == std::vector<std::string>{"first"});
  // The second report is read in the panel.
  step(app, "text");
  REQUIRE(model(app).text);
  CHECK(says(app.outline(), "Daniel Moss was not asked for this report"));
}

TEST_CASE("spot and count: any number of some") {
  App app;
  load_lesson(app);
  go_to_task(app, "nobody");
  answer(app, "claims", "third", "toggle");
  answer(app, "claims", "close", "toggle");
  answer(app, "claims", "third", "toggle");
  CHECK(chosen(app, "claims") == std::vector<std::string>{"close"});
  answer(app, "claims", "close", "toggle");
  CHECK_FALSE(is_answered(answer_of(app)));
  go_to_task(app, "origins");
  answer(app, "number", "2");
  answer(app, "origins", "abara", "toggle");
  CHECK(chosen(app, "number") == std::vector<std::string>{"2"});
  CHECK(chosen(app, "origins") == std::vector<std::string>{"abara"});
}

TEST_CASE("chain and rank: put in order, moved, taken out") {
  App app;
  load_lesson(app);
  go_to_task(app, "path");
  for (const char* source : {"abara", "courier", "moss"}) answer(app, "third", source, "add");
  answer(app, "third", "moss", "remove");
  answer(app, "third", "courier", "up");
  answer(app, "third", "courier", "up");
  CHECK(chosen(app, "third") == std::vector<std::string>{"courier", "abara"});
  const LessonOrder& order = *model(app).parts[0].order;
  CHECK(order.places[0].name == "1. The Harwick Courier");
  CHECK_FALSE(order.places[0].up.enabled);
  CHECK(order.places[0].down.enabled);
  CHECK(order.rest.size() == 1);
  go_to_task(app, "order");
  answer(app, "order", "institute", "add");
  answer(app, "order", "council", "add");
  answer(app, "order", "institute", "down");
  CHECK(chosen(app, "order") == std::vector<std::string>{"council", "institute"});
}

TEST_CASE("highlight: words of the page or of the panel's text, taken back, painted") {
  App app;
  load_lesson(app);
  CHECK_FALSE(find_effect(go_to_task(app, "sum"), EffectKind::lesson, "marks")->flag);
  CHECK(find_effect(go_to_task(app, "moss-says"), EffectKind::lesson, "marks")->flag);
  mark_words(app, u"loss is closer to a ten");  // to whole words
  mark_words(app, u"the council is counting the same leak twice. ");
  REQUIRE(answer_of(app).marks.size() == 2);
  CHECK(words_of(app, 0) == u"the council is counting the same leak twice");
  CHECK(words_of(app, 1) == u"loss is closer to a tenth");
  // Marked anew, not twice.
  Effects effects = mark_words(app, u"the loss is closer to a tenth");
  CHECK(words_of(app, 1) == u"the loss is closer to a tenth");
  REQUIRE(find_effect(effects, EffectKind::show_highlights));
  CHECK(app.state().shown.claims.size() == 2);
  answer(app, "", "0", "mark");
  CHECK(answer_of(app).marks.size() == 1);
  // By keyboard, in the panel's own text.
  step(app, "text");
  REQUIRE(find(app.outline(), "pick:next-sentence"));
  app.update(command(Verb::pick, "", "next-sentence"));
  app.update(command(Verb::begin_draft));
  CHECK(words_of(app, 0) == u"Local news");
  go_to_task(app, "sum");
  mark_words(app, u"the vote");
  CHECK_FALSE(is_answered(answer_of(app)));
}

TEST_CASE("highlight by sentences: the whole sentence is marked") {
  std::string exercise = water_exercise();
  exercise.replace(exercise.find(R"("kind": "highlight",)"), 20,
                   R"("kind": "highlight", "unit": "sentences",)");
  App app;
  load_lesson(app, exercise);
  go_to_task(app, "moss-says");
  mark_words(app, u"closer to");
  CHECK(words_of(app, 0) == u"In his view the loss is closer to a tenth");
}

TEST_CASE("undo and redo, over tasks; what is typed stays") {
  App app;
  load_lesson(app);
  go_to_task(app, "who");
  answer(app, "fifth", "moss");
  answer(app, "fifth", "council");
  go_to_task(app, "sum");
  app.update(command(Verb::set_field, "lesson-text:sum", "", "25 × 12"));
  answer(app, "sum", "cannot-tell");
  app.update(command(Verb::undo));
  CHECK(chosen(app, "sum").empty());
  CHECK(answer_of(app).text == "25 × 12");
  app.update(command(Verb::undo));
  CHECK(model(app).position == "Task 1 of 10");
  CHECK(chosen(app, "fifth") == std::vector<std::string>{"moss"});
  app.update(command(Verb::redo));
  CHECK(chosen(app, "fifth") == std::vector<std::string>{"council"});
}

TEST_CASE("hints come one by one, and are counted") {
  App app;
  load_lesson(app);
  go_to_task(app, "who");
  CHECK(model(app).hints.empty());
  step(app, "hint");
  CHECK(model(app).hints.size() == 1);
  CHECK(model(app).hint.label == "One more hint");
  step(app, "hint");
  CHECK(model(app).hint.id.empty());
  step(app, "hint");
  CHECK(answer_of(app).hints == 2);
}

TEST_CASE("the work is kept with every answer, comes back, and is saved as a file or a line") {
  App app;
  load_lesson(app);
  answer_all(app);
  app.update(command(Verb::set_field, "lesson-seat", "", "B/7"));
  const Effects saved = step(app, "save");
  const Effect* file = find_effect(saved, EffectKind::download);
  REQUIRE(file);
  CHECK(file->value == "harwick-water-B7.work.json");
  const Effect* kept = find_effect(saved, EffectKind::lesson, "keep");
  REQUIRE(kept);
  CHECK(kept->id == "two");
  CHECK(kept->text == file->text);
  CHECK(find_effect(step(app, "copy"), EffectKind::lesson, "copy")->text.size() < file->text.size());
  const Effects linked = step(app, "link");
  const Effect* link = find_effect(linked, EffectKind::lesson, "link");
  REQUIRE(link);
  CHECK(link->text == find_effect(step(app, "copy"), EffectKind::lesson, "copy")->text);
  CHECK(std::count(link->id.begin(), link->id.end(), '\n') == 4);

  App later;
  load_lesson(later);
  later.update(command(Verb::load_work, "", "", kept->text));
  CHECK(find_effect(step(later, "save"), EffectKind::download)->text == file->text);
  CHECK(later.state().field("lesson-seat") == "B/7");
  CHECK(model(later).steps.front().label == "Go on where you were");
  CHECK(model(later).done == doctest::Approx(1));
  go_to_task(later, "moss-says");
  CHECK(later.state().shown.claims.size() == 2);

  // Work on something else is told, and takes nothing away.
  std::string other = kept->text;
  other.replace(other.find("\"harwick-water\""), 15, "\"another\"");
  later.update(command(Verb::import_claims, "", "x.work.json", other));
  REQUIRE(later.model().notices.size() == 1);
  CHECK(later.model().notices[0].text ==
        "This work belongs to another exercise, or to another version of this one.");
  CHECK(find_effect(step(later, "save"), EffectKind::download)->text == file->text);

  // Where it is not kept, the file is one press away.
  Command lost = command(Verb::notify, "", "lesson.not-kept");
  lost.flag = true;
  later.update(lost);
  const Notice& notice = later.model().notices.back();
  CHECK(notice.kind == Notice::Kind::problem);
  REQUIRE(notice.actions.size() == 2);
  CHECK(notice.actions[0].label == "Save as a file");
  CHECK(find_effect(later.update(notice.actions[0].command), EffectKind::download)->value == file->value);
}

TEST_CASE("answers that a link brings are opened; where there are others, after a question") {
  App full;
  load_lesson(full);
  answer_all(full);
  const auto saved = [](App& app) { return find_effect(step(app, "save"), EffectKind::download)->text; };
  const std::string work = saved(full);
  const auto offer = [](App& app, const std::string& text) {
    return app.update(command(Verb::lesson, "", "offer", text));
  };
  App fresh;
  load_lesson(fresh);
  CHECK(find_effect(offer(fresh, work), EffectKind::lesson, "keep"));
  CHECK(saved(fresh) == work);
  REQUIRE(fresh.model().notices.size() == 1);
  CHECK(fresh.model().notices[0].text == "Your answers are back.");

  App other;
  load_lesson(other);
  step(other, "begin");
  other.update(command(Verb::answer, "fifth", "moss"));
  const std::string mine = saved(other);
  offer(other, work);
  CHECK(saved(other) == mine);
  REQUIRE(other.model().notices.size() == 1);
  const Notice question = other.model().notices[0];
  CHECK(question.actions[0].label == "Open those of the link");
  other.update(question.actions[0].command);
  CHECK(saved(other) == work);
  REQUIRE(other.model().notices.size() == 1);
  CHECK(other.model().notices[0].id == "work");
  // The same once more asks nothing; what is no work, or of another exercise, changes nothing.
  offer(other, work);
  CHECK(other.model().notices[0].id == "work");
  offer(other, "");
  CHECK(other.model().notices.back().text == "This file is no work on an exercise.");
  CHECK(saved(other) == work);
}

TEST_CASE("on paper: each task with what was answered, and no reasons or solutions") {
  App app;
  load_lesson(app);
  step(app, "begin");
  app.update(command(Verb::answer, "fifth", "council"));
  app.update(command(Verb::set_field, "lesson-seat", "", "B7"));
  const Effects effects = app.update(command(Verb::print));
  const Effect* paper = find_effect(effects, EffectKind::paper);
  REQUIRE(paper);
  const std::string& text = paper->text;
  CHECK(std::count(text.begin(), text.end(), '\x1d') == 10);
  CHECK(text.find("\x1f"
                  "B7") != std::string::npos);
  CHECK(text.find("1. Who said it?\x1e\x1f\x1f") != std::string::npos);
  CHECK(text.find("\x1fThe town council") != std::string::npos);
  CHECK(text.find("\x1fRuth Abara") == std::string::npos);
  CHECK(app.state().lesson->page == LessonPage::task);
}

TEST_CASE("work goes out without a seat code only after that was said, once") {
  App app;
  load_lesson(app);
  answer_all(app);
  go_to_task(app, "two");
  step(app, "next");
  auto problem = [&] { return model(app).fields.back().problem; };
  CHECK(problem().empty());
  Effects asked = step(app, "save");
  CHECK_FALSE(find_effect(asked, EffectKind::download));
  CHECK(find_effect(asked, EffectKind::focus)->id == "lesson-seat");
  CHECK(problem().find("Without a seat code") == 0);
  app.update(command(Verb::set_field, "lesson-seat", "", "B7"));
  CHECK(problem().empty());
  app.update(command(Verb::set_field, "lesson-seat", "", ""));
  CHECK(find_effect(step(app, "save"), EffectKind::download));
  CHECK(find_effect(step(app, "link"), EffectKind::lesson, "link"));
}

TEST_CASE("a code that opens nothing is told where it was typed, until it is typed again") {
  App app;
  load_lesson(app, sealed_exercise());
  go_to_task(app, "two");
  step(app, "next");
  Effects refused = app.update(command(Verb::load_key, "", "lesson.wrong-code"));
  // The button stands at its field, and what is said there leaves it in sight.
  CHECK(find_effect(refused, EffectKind::scroll_panel)->id == "lesson-unlock");
  CHECK(model(app).fields.front().id == "lesson-code");
  CHECK(model(app).fields.front().button.id == "lesson-unlock");
  CHECK(model(app).fields.front().problem.find("This code does not open") == 0);
  app.update(command(Verb::set_field, "lesson-code", "", "a"));
  CHECK(model(app).fields.front().problem.empty());
}

TEST_CASE("a highlight without instructions says what is looked for") {
  Json exercise = parse_own_json(water_exercise());
  auto told = [&](const char* source, const char* unit) {
    for (Json& task : exercise["tasks"]) {
      if (task["id"] != "moss-says") continue;
      task.erase("instructions");
      task["source"] = source;
      task["unit"] = unit;
    }
    App app;
    load_lesson(app, dump_json(exercise));
    go_to_task(app, "moss-says");
    return model(app).lines.front();
  };
  CHECK(told("moss", "words") == "Mark all in the article that comes from “Daniel Moss”.");
  CHECK(told("moss", "sentences") ==
        "Mark every sentence of the article that tells something from “Daniel Moss”.");
  CHECK(told("", "sentences") == "Mark every sentence of the article that holds a claim.");
  CHECK(told("", "words").find("Select the words of each claim") == 0);
}

TEST_CASE("where the pupil was the last time is told with what is kept, and begun with") {
  App app;
  load_lesson(app);
  step(app, "begin");
  const std::string second = app.state().lesson->exercise->tasks[1].id;
  Effects effects = step(app, "next");
  CHECK(find_effect(effects, EffectKind::lesson, "keep")->id == second);
  App again;
  load_lesson(again);
  CHECK(step(again, "was-at", "no such task").empty());
  CHECK(model(again).steps.front().label == "Begin");
  CHECK(step(again, "was-at", second).empty());
  CHECK(model(again).steps.front().label == "Go on where you were");
  step(again, "begin");
  CHECK(model(again).position == "Task 2 of 10");
  step(again, "back");
  step(again, "back");
  step(again, "begin");
  CHECK(model(again).position == "Task 1 of 10");
  CHECK(find_effect(step(again, "back"), EffectKind::lesson, "keep")->id.empty());
}
