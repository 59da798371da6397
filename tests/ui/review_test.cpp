#include "app/suggested.h"
#include "ui/stage.h"

using namespace who_says;
using namespace who_says::test;

TEST_CASE(
    "suggestions and their review: every control of the outline is drawn once, in every size and scale") {
  for (float width : {300.0f, 432.0f, 760.0f})
    for (float scale : {1.0f, 2.0f})
      for (bool touch : {false, true}) {
        Stage s;
        s.width = width;
        s.scale = scale;
        Command appearance = command(Verb::set_appearance);
        appearance.appearance.touch = touch;
        s.app.update(appearance);
        s.app.update(command(Verb::detection, "", "ready"));
        check_outline(s, "ready");
        Command running = command(Verb::detection, "", "running");
        running.number = 30;
        s.app.update(running);
        check_outline(s, "running");
        s.app.update(command(Verb::detection, "", "failed", "404"));
        check_outline(s, "failed");
        s.app.update(command(Verb::load_suggestions, "", ""));
        check_outline(s, "language");
        load_suggestions(s.app);
        check_outline(s, "found");
        s.app.update(command(Verb::begin_review));
        check_outline(s, "review");
        s.app.update(command(Verb::accept_sure));
        check_outline(s, "notice in the review");
        for (int i = 0; i < 2; ++i) s.app.update(command(Verb::review, "", "previous"));
        check_outline(s, "decided");
        s.draw();
        for (const ui::ItemRect& r : s.out.items) CHECK_MESSAGE(r.height >= (touch ? 43.9f : 23.9f), r.id);
        for (int i = 0; i < 9; ++i) s.app.update(command(Verb::review, "", "next"));
        check_outline(s, "end");
      }
}

TEST_CASE("the review is worked with the pointer, and nothing of it moves by itself") {
  Stage s;
  s.height = 1600;
  load_suggestions(s.app);
  for (const char* id : {"begin-review", "review-accept", "review-reject", "review-next", "undo"}) {
    std::vector<Command> asked = s.press(id);
    REQUIRE_MESSAGE(asked.size() == 1, id);
    asked[0].stamp = {"stamp", "2026-01-02T03:04:05Z"};
    s.app.update(asked[0]);
  }
  CHECK(s.app.model().review.counts == "1 accepted · 3 to go");
  s.draw();
  CHECK_FALSE(s.out.wants_frame);
  CHECK(s.item("card:review"));
}

TEST_CASE("a progress bar draws no frame of its own") {
  Stage s;
  Command running = command(Verb::detection, "", "running");
  running.number = 30;
  s.app.update(running);
  s.draw();
  CHECK_FALSE(s.out.wants_frame);
  uint64_t before = s.app.revision();
  s.draw();
  CHECK(s.app.revision() == before);
}
