#pragma once

#include <fstream>
#include <functional>
#include <iterator>

#include "app/suggested.h"
#include "ui/lesson_states.h"
#include "ui/stage.h"

namespace who_says::test {

/// The sample article with claims that moved, changed, fit two places and are gone.
inline void change_article(App& app) {
  app.update(command(Verb::set_mode, "", "edit"));
  app.update(command(Verb::accept_place, "c1"));  // with its context, by which it is known when words change
  auto other = std::make_shared<Article>(*sample_article());
  other->text = u"A correction was made on Tuesday.\n\n" + other->text;
  auto replace = [&](std::u16string_view words, std::u16string_view by) {
    other->text.replace(other->text.find(words), words.size(), by);
  };
  replace(u"deliveries could", u"shipments could");
  replace(u"Moscow opens its technology. ", u"");
  replace(u"A satellite, it is assumed", u"A satellite rises. A satellite falls. A satellite, it is assumed");
  other->blocks = blocks_of_plain_text(other->text);
  Command load = command(Verb::load_article);
  load.article = other;
  app.update(load);
}

inline std::string words_file(const std::string& name) {
  std::ifstream file(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/words/" + name + ".json");
  return std::string((std::istreambuf_iterator<char>(file)), {});
}

/// Unfolds the explanations, in the language that the panel asks for.
inline void explain(App& app) {
  for (const Effect& effect : app.update(command(Verb::explain)))
    if (effect.kind == EffectKind::explain)
      app.update(command(Verb::load_terms, "", "", words_file("terms." + effect.value)));
}

/// Every view in every state that a person can meet: `visit(stage, name)` is called in each, on a canvas as high as its content.
inline void each_state(float width, float scale, const std::function<void(App&)>& prepare,
                       const std::function<void(Stage&, const std::string&)>& visit) {
  auto go = [&](const std::string& name, bool sample, auto enter) {
    Stage s(sample);
    s.width = width;
    s.scale = scale;
    s.height = 1200;
    prepare(s.app);
    enter(s.app);
    s.draw();
    s.height = std::max(400.0f, s.out.content_height + 20);
    visit(s, name);
  };
  auto at_view = [&](const std::string& name, bool sample, auto enter) {
    for (const char* view : {"claims", "sources", "profile", "text"})
      go(name + ", " + view, sample, [&](App& app) {
        enter(app);
        app.update(command(Verb::show_view, "", view));
      });
  };
  at_view("loading", false, [](App&) {});
  at_view("empty", false, [](App& app) {
    Command article = command(Verb::load_article);
    article.article = sample_article();
    app.update(article);
  });
  at_view("claims", true, [](App&) {});
  at_view("only looking", true, [](App& app) { app.update(command(Verb::set_mode, "", "view")); });
  at_view("edited", true, change_article);
  at_view("suggested", true, [](App& app) { load_suggestions(app); });
  at_view("few in a long text", true, [](App& app) {
    auto longer = std::make_shared<Article>(*sample_article());
    for (int i = 0; i < 300; ++i) longer->text += u" The boats came in again.";
    longer->blocks = blocks_of_plain_text(longer->text);
    Command load = command(Verb::load_article);
    load.article = longer;
    app.update(load);
  });
  go("filters", true, [](App& app) {
    app.update(command(Verb::toggle_filters));
    app.update(command(Verb::filter, "", "kind:diplomat"));
  });
  go("nothing found", true,
     [](App& app) { app.update(command(Verb::set_field, "search-claims", "", "zebra")); });
  for (const char* claim : {"c1", "c2", "c3", "c4"}) {
    go(std::string("open ") + claim, true, [&](App& app) { app.update(command(Verb::open_claim, claim)); });
    go(std::string("open, changed ") + claim, true, [&](App& app) {
      change_article(app);
      app.update(command(Verb::open_claim, claim));
    });
  }
  for (const char* view : {"claims", "sources", "profile", "text"})
    go(std::string("explained ") + view, true, [&](App& app) {
      explain(app);
      app.update(command(Verb::show_view, "", view));
    });
  for (const char* claim : {"c1", "c4"})
    go(std::string("explained ") + claim, true, [&](App& app) {
      explain(app);
      app.update(command(Verb::open_claim, claim));
    });
  go("explained editor", true, [](App& app) {
    explain(app);
    app.update(command(Verb::correct_claim, "c1"));
  });
  go("note", true, [](App& app) {
    app.update(command(Verb::open_claim, "c1"));
    app.update(command(Verb::edit_note, "c1"));
  });
  go("note kept", true, [](App& app) {
    app.update(command(Verb::open_claim, "c1"));
    app.update(command(Verb::save_note, "c1", "", "When was this?"));
  });
  for (const char* source : {"wi", "herald", "nobody"})
    go(std::string("source ") + source, true, [&](App& app) {
      app.update(command(Verb::show_view, "", "sources"));
      app.update(command(Verb::open_source, source));
    });
  go("no source found", true, [](App& app) {
    app.update(command(Verb::show_view, "", "sources"));
    app.update(command(Verb::set_field, "search-sources", "", "zebra"));
  });
  go("words chosen", true, [](App& app) {
    app.update(command(Verb::show_view, "", "text"));
    app.update(command(Verb::pick, "", "next-sentence"));
  });
  go("new highlight", true, [](App& app) {
    Command begin = command(Verb::begin_draft);
    begin.range = range_of(u"He came late");
    app.update(begin);
  });
  go("new source", true, [](App& app) {
    Command begin = command(Verb::begin_draft);
    begin.range = range_of(u"He came late");
    app.update(begin);
    app.update(command(Verb::set_field, "draft-source", "", "A neighbour"));
    app.update(command(Verb::toggle_more, "", "kind"));
  });
  for (const char* claim : {"c1", "c4"})
    go(std::string("correcting ") + claim, true,
       [&](App& app) { app.update(command(Verb::correct_claim, claim)); });
  go("a file that cannot be read", true,
     [](App& app) { app.update(command(Verb::import_claims, "", "x.json", "{")); });
  go("conflict", true, [](App& app) {
    std::string other = sample_claims();
    other.replace(other.find("argues that"), 11, "insists");
    app.update(command(Verb::import_claims, "", "theirs.json", other));
  });
  go("ready to look", true, [](App& app) { app.update(command(Verb::detection, "", "ready")); });
  go("looking", true, [](App& app) {
    Command running = command(Verb::detection, "", "running");
    running.number = 30;
    app.update(running);
  });
  go("could not look", true, [](App& app) { app.update(command(Verb::detection, "", "failed", "404")); });
  go("unknown language", true, [](App& app) { app.update(command(Verb::load_suggestions, "", "")); });
  for (int steps : {0, 1, 9})
    go("review " + std::to_string(steps), true, [&](App& app) {
      load_suggestions(app);
      app.update(command(Verb::begin_review));
      if (steps) app.update(command(Verb::accept_claim, "s2"));
      if (steps == 1) app.update(command(Verb::review, "", "previous"));
      for (int i = 1; i < steps; ++i) app.update(command(Verb::review, "", "next"));
    });
  each_lesson_state(go);
}

}  // namespace who_says::test
