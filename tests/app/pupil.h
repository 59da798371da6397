#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "app/exercise/model.h"
#include "app/sample.h"
#include "model/json.h"
#include "text/utf.h"

namespace who_says::test {

inline std::string asset(const std::string& path) {
  std::ifstream file(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/" + path);
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

/// The text of an article that comes along, a paragraph a line of its file.
inline std::u16string article_text(const std::string& name) {
  std::string text = asset("articles/" + name + ".txt");
  while (!text.empty() && text.back() == '\n') text.pop_back();
  for (size_t i = 0; (i = text.find('\n', i)) != text.npos; i += 2) text.insert(i, "\n");
  return to_utf16(text);
}

/// The demonstration article.
inline std::shared_ptr<const Article> water_article() {
  auto article = std::make_shared<Article>();
  article->url = "https://news.example/water";
  article->text = article_text("harwick-water");
  article->blocks = blocks_of_plain_text(article->text);
  return article;
}

/// A task of each kind on it.
inline std::string water_exercise() { return asset("../tests/app/water.exercise.json"); }

/// The same with its key behind a code.
inline std::string sealed_exercise() {
  Json sealed = parse_own_json(water_exercise());
  sealed.erase("key");
  sealed["sealedKey"] = {{"cipher", "AES-GCM"},  {"derivation", "PBKDF2-SHA-256"},
                         {"iterations", 100000}, {"salt", "AAAA"},
                         {"iv", "AAAA"},         {"text", "AAAA"}};
  return dump_json(sealed);
}

inline const LessonModel& model(const App& app) { return *app.model().lesson; }

/// A pupil in front of the exercise, before its first task.
inline Effects load_lesson(App& app, const std::string& exercise = water_exercise()) {
  app.update(command(Verb::load_exercise));
  Command article = command(Verb::load_article);
  article.article = water_article();
  app.update(article);
  return app.update(command(Verb::load_exercise, "", "", exercise));
}

inline Effects step(App& app, const std::string& what, const std::string& id = "") {
  return app.update(command(Verb::lesson, id, what));
}
inline Effects go_to_task(App& app, const std::string& id) { return step(app, "task", id); }
inline Effects answer(App& app, const std::string& item, const std::string& value,
                      const std::string& how = "") {
  return app.update(command(Verb::answer, item, value, how));
}
/// Marks words of the article, as a selection on the page does.
inline Effects mark_words(App& app, std::u16string_view words) {
  Command begin = command(Verb::begin_draft);
  auto at = static_cast<uint32_t>(app.state().text().find(words));
  begin.range = {at, at + static_cast<uint32_t>(words.size())};
  return app.update(begin);
}

inline const Effect* find_effect(const Effects& effects, EffectKind kind, const std::string& value = "") {
  const Effect* out = nullptr;
  for (const Effect& e : effects)
    if (e.kind == kind && (value.empty() || e.value == value)) out = &e;
  return out;
}

/// Right answers to every task of the exercise.
inline void answer_all(App& app) {
  go_to_task(app, "who");
  answer(app, "fifth", "council");
  answer(app, "twice", "moss");
  answer(app, "average", "institute");
  go_to_task(app, "what");
  for (auto [source, kind, office] :
       {std::tuple("moss", "government", "former"), std::tuple("institute", "think-tank", "current"),
        std::tuple("fair-taps", "ngo-advocacy", "current")}) {
    answer(app, source, kind, "kind");
    answer(app, source, office, "office");
  }
  go_to_task(app, "nobody");
  answer(app, "claims", "close", "toggle");
  go_to_task(app, "path");
  answer(app, "third", "courier", "add");
  answer(app, "third", "abara", "add");
  go_to_task(app, "moss-says");
  mark_words(app, u"the council is counting the same leak twice");
  mark_words(app, u"the loss is closer to a tenth");
  go_to_task(app, "origins");
  answer(app, "number", "3");
  for (const char* origin : {"abara", "moss", "institute"}) answer(app, "origins", origin, "toggle");
  go_to_task(app, "word");
  app.update(command(Verb::set_field, "lesson-text:word", "", "It sounds more certain."));
  go_to_task(app, "sum");
  answer(app, "sum", "holds");
  go_to_task(app, "order");
  for (const char* source : {"institute", "fair-taps", "council"}) answer(app, "order", source, "add");
  go_to_task(app, "two");
  answer(app, "council", "both");
  answer(app, "moss", "first");
  answer(app, "fair-taps", "both");
}

}  // namespace who_says::test
