#pragma once

#include <string>

#include "app/pupil.h"

namespace who_says::test {

/// Every page of a lesson that a pupil can meet. `go(name, sample, enter)` as in each_state().
template <class Go>
void each_lesson_state(Go go) {
  go("lesson on its way", false, [](App& app) { app.update(command(Verb::load_exercise)); });
  go("lesson, beginning", false, [](App& app) { load_lesson(app); });
  for (const char* task :
       {"who", "what", "nobody", "path", "moss-says", "origins", "word", "sum", "order", "two"}) {
    go(std::string("lesson, ") + task, false, [&](App& app) {
      load_lesson(app);
      go_to_task(app, task);
      step(app, "text");
      step(app, "hint");
    });
    go(std::string("lesson, answered and looked at, ") + task, false, [&](App& app) {
      load_lesson(app);
      answer_all(app);
      go_to_task(app, task);
      step(app, "check");
    });
  }
  go("lesson, end", false, [](App& app) {
    load_lesson(app);
    answer_all(app);
    step(app, "next");
    app.update(command(Verb::lesson, "", "line", "WSW1.z.abc.00000000"));
  });
  go("lesson, end, a code that opens nothing", false, [](App& app) {
    load_lesson(app, sealed_exercise());
    go_to_task(app, "two");
    step(app, "next");
    app.update(command(Verb::load_key, "", "lesson.wrong-code"));
  });
  go("lesson, broken", false, [](App& app) { load_lesson(app, "{}"); });
}

}  // namespace who_says::test
