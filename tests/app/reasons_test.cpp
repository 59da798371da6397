// Why the engine suggests something, in the interface language.

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/models.h"
#include "app/suggested.h"
#include "model/loading.h"

using namespace who_says;
using namespace who_says::test;
using nlohmann::json;

namespace {

std::string words_of_file(const std::string& name) { return file_text("assets/words/" + name + ".json"); }

Command in_language(const std::string& language) {
  Command words = command(Verb::set_words, "", language, language == "en" ? "{}" : words_of_file(language));
  words.plural = language == "en" ? "" : "x";
  return words;
}

/// The suggestions of the sample; those of s3 and of its source's alias have these parts.
std::string suggestions_with(const std::string& parts) {
  json file = json::parse(sample_suggestions());
  file["items"][2]["sourcing"]["reasonParts"] = json::parse(parts);
  file["sources"][2]["aliases"] = json::parse(
      R"([{"name":"the ministry","reason":"the same words","reasonParts":[{"code":"same-words"}]}])");
  return file.dump();
}
constexpr const char* kPuts =
    R"([{"code":"cue","values":["puts","neutral"]},{"code":"indirect"},{"code":"passes-on","values":["AFP"]}])";

Effects suggest(App& app, const std::string& parts) {
  return app.update(command(Verb::load_suggestions, "", "en", suggestions_with(parts)));
}
std::string why(const App& app) { return claim_model(app.state(), *app.state().shown.find_claim("s3")).why; }
bool has_line(App& app, const std::string& wanted) {
  if (app.state().opened_source != "nis-2") app.update(command(Verb::open_source, "nis-2"));
  for (const SourceRow& row : sources_model(app.state()).rows)
    if (std::find(row.lines.begin(), row.lines.end(), wanted) != row.lines.end()) return true;
  return false;
}

}  // namespace

TEST_CASE("reasons: the words for them are asked for once, when there are some to tell, and then used") {
  App app;
  load_sample(app);
  CHECK_FALSE(find(app.update(in_language("fr")), EffectKind::more_words));
  Effects effects = suggest(app, kPuts);
  const Effect* wanted = find(effects, EffectKind::more_words);
  REQUIRE(wanted);
  CHECK(wanted->id == "reasons");
  CHECK(wanted->value == "fr");
  CHECK(why(app) == "Proposée parce que\u00a0: 'argues' tells");
  CHECK(has_line(app, "«\u00a0the ministry\u00a0»: the same words"));
  CHECK_FALSE(find(app.update(command(Verb::open_claim, "s3")), EffectKind::more_words));

  app.update(
      command(Verb::add_words, "", "ko", words_of_file("reasons.ko")));  // too late: for another language
  CHECK(why(app) == "Proposée parce que\u00a0: 'argues' tells");
  app.update(command(Verb::add_words, "", "fr", "{"));
  app.update(command(Verb::add_words, "", "fr", ""));
  CHECK(why(app) == "Proposée parce que\u00a0: 'argues' tells");
  app.update(command(Verb::add_words, "", "fr", words_of_file("reasons.fr")));
  CHECK(why(app) ==
        "Proposée parce que\u00a0: «\u00a0puts\u00a0» → Mots neutres\u00a0; une proposition sans guillemets "
        "→ En "
        "d’autres mots. «\u00a0AFP\u00a0» la transmet.");
  CHECK(has_line(app, "«\u00a0the ministry\u00a0»: les mêmes mots"));
  app.update(command(Verb::correct_claim, "s3"));
  REQUIRE(app.state().draft);
  CHECK(editor_model(app.state()).why.find("Mots neutres") != std::string::npos);
  app.update(command(Verb::cancel_draft));
  CHECK(app.state().words("title") != "Who says?");  // other words stay

  // Another language has none yet, and English needs none.
  effects = app.update(in_language("uk"));
  REQUIRE(find(effects, EffectKind::more_words));
  CHECK(find(effects, EffectKind::more_words)->value == "uk");
  CHECK(why(app).find("'argues' tells") != std::string::npos);
  CHECK_FALSE(find(app.update(in_language("en")), EffectKind::more_words));
  CHECK(why(app) == "Suggested because: 'argues' tells");
}

TEST_CASE("reasons: nothing is asked for where there is nothing to tell in other words") {
  App app;
  app.update(in_language("de"));
  load_sample(app);
  load_suggestions(app);
  CHECK_FALSE(find(app.update(command(Verb::show_view, "", "sources")), EffectKind::more_words));
}

TEST_CASE("reasons: what cannot be said in other words is shown as the file has it") {
  for (const char* parts :
       {R"([{"code":"of-tomorrow","values":["puts"]}])", R"([{"code":"cue","values":["puts"]}])",
        R"([{"code":"cue","values":["puts","neutral","AFP"]}])",
        R"([{"code":"cue","values":["puts","loud"]}])", R"([{"code":"joint","values":["a"]}])",
        R"([{"code":"indirect"},{"code":"passes-on"}])", R"([7])", "7"}) {
    App app;
    load_sample(app);
    app.update(in_language("de"));
    suggest(app, parts);
    app.update(command(Verb::add_words, "", "de", words_of_file("reasons.de")));
    CHECK_MESSAGE(why(app) == "Vorgeschlagen, weil: 'argues' tells", parts);
    CHECK(has_line(app, "„the ministry“: dieselben Wörter"));
  }
}

TEST_CASE("reasons: an accepted suggestion keeps its parts") {
  App app;
  load_sample(app);
  suggest(app, kPuts);
  Effects effects = app.update(command(Verb::accept_claim, "s3"));
  CHECK(app.state().document.find_claim("s3")->reason_parts.size() == 3);
  json saved = json::parse(find(effects, EffectKind::save_layer)->text);
  CHECK(saved["items"].back()["sourcing"]["reasonParts"] == json::parse(kPuts));
}

TEST_CASE("reasons: every code can be said in every language, with every word of its closed set") {
  json english = json::parse(words_of_file("reasons.en"));
  for (const char* language : {"de", "es", "fr", "ko", "uk"}) {
    InterfaceWords say;
    REQUIRE(say.read(words_of_file(language), "x"));
    say.add(words_of_file(std::string("reasons.") + language));
    auto words = [&](std::string_view key) { return say.as_written(key); };
    for (const auto& [key, pattern] : english.items()) {
      if (key == "reason.joint") continue;
      std::string code = key.substr(7), text = pattern.get<std::string>();
      std::vector<std::string> values;
      for (const char* place : {"{1}", "{2}"})
        if (text.find(place) != text.npos) values.push_back("Ida " + std::to_string(values.size()));
      std::vector<std::string> last;
      if (text.find("{kind}") != text.npos)
        for (int kind = 0; kind <= static_cast<int>(SourceKind::unspecified); ++kind)
          last.emplace_back(word(static_cast<SourceKind>(kind)));
      if (text.find("{cue}") != text.npos)
        for (int cue = 0; cue < static_cast<int>(CueClass::none); ++cue)
          last.emplace_back(word(static_cast<CueClass>(cue)));
      auto check = [&](const std::vector<std::string>& all) {
        std::string said = in_sentences(because(code, all), words);
        CHECK_MESSAGE(!said.empty(), language, " ", code);
        CHECK_MESSAGE(said.find_first_of("{}") == said.npos, language, " ", said);
        for (const std::string& value : values)
          CHECK_MESSAGE(said.find(value) != said.npos, language, " ", said);
      };
      if (last.empty()) check(values);
      for (const std::string& word : last) {
        std::vector<std::string> all = values;
        all.push_back(word);
        check(all);
      }
    }
  }
}
