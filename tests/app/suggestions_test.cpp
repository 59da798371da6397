#include <doctest/doctest.h>

#include "app/suggested.h"

using namespace who_says;
using namespace who_says::test;

namespace {
void load_article_only(App& app) {
  Command article = command(Verb::load_article);
  article.article = sample_article();
  app.update(article);
}
const Notice* notice(const App& app, const std::string& id) {
  for (const Notice& n : app.model().notices)
    if (n.id == id) return &n;
  return nullptr;
}
}  // namespace

TEST_CASE("suggestions are shown beside the document, never in it") {
  App app;
  load_article_only(app);
  Effects effects = app.update(command(Verb::load_suggestions, "", "en", sample_suggestions()));
  CHECK(app.state().document.claims.empty());
  CHECK(app.state().document.sources.empty());
  CHECK_FALSE(find(effects, EffectKind::save_layer));
  CHECK_FALSE(find(effects, EffectKind::changed));
  const Effect* shown = find(effects, EffectKind::show_highlights);
  REQUIRE(shown);
  REQUIRE(shown->highlights.size() == 5);
  for (const Highlight& highlight : shown->highlights) CHECK(highlight.suggested);
  CHECK(shown->highlights[0].range == range_of(u"Russian deliveries"));
  CHECK(find(effects, EffectKind::announce)->text ==
        "5 claims found by the engine, not checked by a person.");
  REQUIRE(app.model().claims.cards.size() == 5);
  CHECK(app.model().claims.cards[0].badge == "suggested · 0.97");
  CHECK(app.model().claims.cards[0].suggested);
  CHECK(app.model().header.summary == "5 suggested · 3 sources");
  CHECK(app.model().detection.text == "5 claims found by the engine, not checked by a person.");
  for (const char* view : {"sources", "profile", "text"}) {
    app.update(command(Verb::show_view, "", view));
    CHECK(app.model().detection.text == "5 claims found by the engine, not checked by a person.");
  }
  app.update(command(Verb::show_view, "", "sources"));
  CHECK(app.model().sources.rows[0].lines.back() == "1 found by the engine, not checked by a person");
  CHECK(app.claims_file().find("s1") == std::string::npos);
  CHECK(find(app.update(command(Verb::export_claims)), EffectKind::download)->text.find("e1") ==
        std::string::npos);
  app.update(command(Verb::clear_suggestions));
  CHECK(app.state().shown.claims.empty());
  CHECK(app.model().detection.text.empty());
}

TEST_CASE("suggestions that come in parts are shown with the last") {
  App whole, parts;
  for (App* app : {&whole, &parts}) load_article_only(*app);
  load_suggestions(whole);
  parts.update(command(Verb::detection, "", "running"));
  Effects effects = parts.update(command(Verb::add_suggestions, "", "", sample_suggestions()));
  CHECK(effects.empty());
  CHECK(offered(parts).empty());
  CHECK(parts.model().detection.running);
  parts.update(command(Verb::load_suggestions, "", "en"));
  CHECK(offered(parts) == offered(whole));
  // A look that begins anew forgets what came before.
  parts.update(command(Verb::detection, "", "running"));
  parts.update(command(Verb::add_suggestions, "", "", sample_suggestions()));
  parts.update(command(Verb::detection, "", "ready"));
  parts.update(command(Verb::load_suggestions, "", "en"));
  CHECK(offered(parts).empty());
  CHECK(find(parts.update(command(Verb::add_suggestions, "", "", "{")), EffectKind::failed));
}

TEST_CASE("what the document has already is not offered: the same words by the same origin") {
  App app;
  load_sample(app);
  load_suggestions(app);
  CHECK(offered(app) == "s2 s3 s5");
  // By name and by alias, whatever the letters; an id that means somebody else here gets another name.
  CHECK(app.state().shown.find_claim("s2")->chain[0].source == "herald");
  const Source* ministry = app.state().shown.find_source(app.state().shown.find_claim("s3")->chain[0].source);
  REQUIRE(ministry);
  CHECK(ministry->id != "nis");
  CHECK(ministry->name == "Finance Ministry");
  CHECK(app.state().shown.sources.size() == 4);
  // "He" is anybody's other name.
  std::string file = sample_suggestions();
  auto aliased = [](std::string text, const std::string& before, const std::string& name) {
    return text.insert(text.find(before), R"("aliases":[{"name":")" + name + "\"}],");
  };
  App pronoun;
  Command article = command(Verb::load_article);
  article.article = sample_article();
  pronoun.update(article);
  pronoun.update(
      command(Verb::load_claims, "", "", aliased(sample_claims(), R"("kind":"news-outlet")", "He")));
  pronoun.update(command(Verb::load_suggestions, "", "en", aliased(file, R"("kind":"government")", "He")));
  CHECK(pronoun.state().shown.sources.size() == 4);
  pronoun.update(
      command(Verb::load_suggestions, "", "en", aliased(file, R"("kind":"government")", "Wi Song Lak")));
  CHECK(pronoun.state().shown.sources.size() == 3);
  // Offered again when the claim that stood there goes.
  app.update(command(Verb::delete_claim, "c1"));
  CHECK(offered(app) == "s1 s2 s3 s5");
  app.update(command(Verb::undo));
  CHECK(offered(app) == "s2 s3 s5");
}

TEST_CASE("the order in which suggestions, claims and what a reader made come does not matter") {
  App app;
  load_article_only(app);
  load_suggestions(app);
  CHECK(offered(app) == "s1 s2 s3 s4 s5");
  app.update(command(Verb::load_claims, "", "", sample_claims()));
  CHECK(offered(app) == "s2 s3 s5");
}

TEST_CASE("accepting makes a claim, keeps what the engine said, and brings the source") {
  for (const char* mode : {"read", "edit"}) {
    App app;
    load_sample(app);
    app.update(command(Verb::set_mode, "", mode));
    load_suggestions(app);
    Effects effects = app.update(command(Verb::accept_claim, "s3"));
    const Claim* claim = app.state().document.find_claim("s3");
    REQUIRE(claim);
    CHECK(claim->status == (std::string(mode) == "edit" ? Status::confirmed : Status::reader));
    CHECK(claim->confidence == doctest::Approx(0.62));
    CHECK(claim->engine == "who-says 0.1.0, network 7");
    CHECK(claim->reason == "'argues' tells");
    CHECK(claim->modified == "2026-01-02T03:04:05Z");
    CHECK(app.state().document.sources.size() == 4);
    CHECK(app.state().document.find_source(claim->chain[0].source)->name == "Finance Ministry");
    CHECK(offered(app) == "s2 s5");
    std::string saved = find(effects, EffectKind::save_layer)->text;
    std::string file = find(app.update(command(Verb::export_claims)), EffectKind::download)->text;
    for (const std::string& text : {saved, file}) {
      CHECK(text.find("who-says 0.1.0, network 7") != std::string::npos);
      CHECK(text.find("0.62") != std::string::npos);
    }
    // An accepted one by a source of the document doubles nobody.
    app.update(command(Verb::accept_claim, "s2"));
    CHECK(app.state().document.sources.size() == 4);
    app.update(command(Verb::undo));
    app.update(command(Verb::undo));
    CHECK_FALSE(app.state().document.find_claim("s3"));
    CHECK(app.state().document.sources.size() == 3);
    CHECK(offered(app) == "s2 s3 s5");

    App again;  // a reload
    load_sample(again);
    again.update(command(Verb::load_layer, "", "", saved));
    load_suggestions(again);
    CHECK(again.state().document.find_claim("s3")->engine == "who-says 0.1.0, network 7");
    CHECK(offered(again) == "s2 s5");
  }
}

TEST_CASE("a rejected suggestion stays away, over a reload too, until that is undone") {
  App app;
  load_sample(app);
  load_suggestions(app);
  Effects effects = app.update(command(Verb::dismiss_claim, "s5"));
  CHECK(offered(app) == "s2 s3");
  CHECK(app.state().document.claims.size() == 4);
  std::string saved = find(effects, EffectKind::save_layer)->text;
  CHECK(find(app.update(command(Verb::export_claims)), EffectKind::download)->text.find("s5") ==
        std::string::npos);
  app.update(command(Verb::undo));
  CHECK(offered(app) == "s2 s3 s5");

  App again;
  load_sample(again);
  again.update(command(Verb::load_layer, "", "", saved));
  load_suggestions(again);
  CHECK(offered(again) == "s2 s3");
  // The publisher's file read once more changes nothing about that.
  again.update(command(Verb::load_claims, "", "", sample_claims()));
  CHECK(offered(again) == "s2 s3");
}

TEST_CASE("an accepted one that is deleted later is rejected") {
  App app;
  load_sample(app);
  load_suggestions(app);
  app.update(command(Verb::accept_claim, "s3"));
  app.update(command(Verb::delete_claim, "s3"));
  CHECK(offered(app) == "s2 s5");
  CHECK(app.state().document.sources.size() == 3);
  app.update(command(Verb::undo));
  CHECK(app.state().document.find_claim("s3"));
}

TEST_CASE("correcting a suggestion saves a claim of this person") {
  App app;
  load_sample(app);
  load_suggestions(app);
  app.update(command(Verb::correct_claim, "s3"));
  REQUIRE(app.model().editing);
  CHECK(app.model().editor.source.value == "Finance Ministry");
  CHECK(app.model().editor.actions.back().label == "Reject");
  CHECK(app.model().editor.why.find("Uncertain (0.62)") != std::string::npos);
  app.update(command(Verb::set_draft, "source", "wi"));
  app.update(command(Verb::save_draft));
  const Claim* claim = app.state().document.find_claim("s3");
  REQUIRE(claim);
  CHECK(claim->chain.back().source == "wi");
  CHECK(claim->status == Status::reader);
  CHECK(claim->engine == "who-says 0.1.0, network 7");
  CHECK(app.state().document.sources.size() == 3);
  CHECK(offered(app) == "s2 s5");
}

TEST_CASE("a highlight begins with what the engine suggests for its words, and says so") {
  App app;
  load_article_only(app);
  load_suggestions(app);
  Command begin = command(Verb::begin_draft);
  begin.range = range_of(u"Russian deliveries could");
  begin.stamp.id = "mine";
  app.update(begin);
  REQUIRE(app.model().editing);
  CHECK(app.model().editor.source.value == "Wi Son Lak");
  CHECK(app.state().draft->kind == SourceKind::diplomat);
  CHECK(app.state().draft->directness == Directness::indirect);
  CHECK(app.model().editor.why.find("Filled in by the engine (confidence 0.97)") == 0);
  app.update(command(Verb::save_draft));
  const Claim* claim = app.state().document.find_claim("urn:uuid:mine");
  REQUIRE(claim);
  CHECK(claim->status == Status::reader);
  CHECK(app.state().document.find_source(claim->chain.back().source)->name == "Wi Son Lak");
  // The suggestion stands on the same words by the same source: it is there now.
  CHECK(offered(app) == "s2 s3 s4 s5");

  begin.range = range_of(u"technology. A satellite");  // no suggestion stands there
  app.update(begin);
  CHECK(app.model().editor.source.value.empty());
  CHECK(app.model().editor.why.empty());
}

TEST_CASE("the state of the look for claims is said") {
  App app;
  load_article_only(app);
  auto tools = [&] {
    std::string out;
    for (const Action& tool : app.model().header.tools) out += tool.id + " ";
    return out;
  };
  // A shell without an engine offers nothing.
  CHECK(tools().find("detect") == std::string::npos);
  CHECK_FALSE(find(app.update(command(Verb::detect)), EffectKind::detect));
  app.update(command(Verb::detection, "", "ready"));
  CHECK(tools().find("detect") != std::string::npos);
  CHECK(app.model().detection.text.empty());

  Effects effects = app.update(command(Verb::detect));
  CHECK_FALSE(find(effects, EffectKind::detect)->flag);
  Command running = command(Verb::detection, "", "running");
  running.number = 40;
  effects = app.update(running);
  CHECK_FALSE(find(effects, EffectKind::announce));  // said once, not at every step
  CHECK(app.model().detection.running);
  CHECK(app.model().detection.share == doctest::Approx(0.4));
  CHECK(app.model().detection.details == "40 per cent done");
  CHECK(app.model().claims.empty.empty());
  Command stop = command(Verb::detect);
  stop.flag = true;
  CHECK(find(app.update(stop), EffectKind::detect)->flag);
  CHECK_FALSE(app.model().detection.running);

  app.update(command(Verb::detection, "", "failed", "who-says-detector.wasm: 404"));
  CHECK(app.model().detection.text == "The engine could not be loaded.");
  CHECK(app.model().detection.details.find("404") != std::string::npos);
  CHECK(app.model().detection.actions[0].label == "Try again");
  CHECK(find(app.update(command(Verb::detect)), EffectKind::detect));

  app.update(command(Verb::load_suggestions, "", ""));
  CHECK(app.model().detection.text == "The engine does not know this language; you can highlight by hand.");
  app.update(command(Verb::load_suggestions, "", "en", R"({"type":"AnnotationPage","items":[]})"));
  CHECK(app.model().detection.text == "The engine found no claims in this text. You can highlight by hand.");
  effects = app.update(command(Verb::load_suggestions, "", "en", "{"));
  CHECK(find(effects, EffectKind::failed));
  CHECK(app.model().detection.text == "The engine could not be loaded.");

  Command rules = command(Verb::load_suggestions, "", "en", sample_suggestions());
  rules.flag = true;
  app.update(rules);
  CHECK(app.model().detection.details.find("By rules alone") == 0);
  CHECK(app.model().detection.actions.size() == 1);
  rules.id = "the file was refused";
  app.update(rules);
  CHECK(app.model().detection.details.find("the file was refused") != std::string::npos);
  CHECK(app.model().detection.actions.size() == 2);
}

TEST_CASE("another article leaves the suggestions behind; the same one, changed, keeps them for the moment") {
  App app;
  load_article_only(app);
  app.update(command(Verb::detection, "", "ready"));
  load_suggestions(app);
  auto changed = std::make_shared<Article>(*sample_article());
  changed->text.insert(0, u"New. ");
  changed->blocks = blocks_of_plain_text(changed->text);
  Command article = command(Verb::load_article);
  article.article = changed;
  app.update(article);
  CHECK(offered(app) == "s1 s2 s3 s4 s5");
  CHECK(app.state().place_of("s3")->state == AnchorState::moved);
  auto other = std::make_shared<Article>(*changed);
  other->url = "https://news.example/b";
  article.article = other;
  app.update(article);
  CHECK(offered(app).empty());
  CHECK(app.state().detection.looking == Looking::ready);
}

TEST_CASE("suggestions say that they are, whatever their file says; a reader of mode view only reads") {
  App app;
  load_article_only(app);
  app.update(command(Verb::set_mode, "", "view"));
  std::string file = sample_suggestions();
  for (size_t at; (at = file.find(R"("status":"suggested")")) != file.npos;)
    file.replace(at, 20, R"("status":"confirmed")");
  app.update(command(Verb::load_suggestions, "", "en", file));
  CHECK(offered(app) == "s1 s2 s3 s4 s5");
  app.update(command(Verb::accept_claim, "s1"));
  app.update(command(Verb::dismiss_claim, "s1"));
  app.update(command(Verb::accept_sure));
  app.update(command(Verb::begin_review));
  CHECK(app.state().document.claims.empty());
  CHECK_FALSE(app.model().reviewing);
  CHECK(app.model().detection.actions.empty());
  CHECK_FALSE(notice(app, "accepted-sure"));
}

// Found by pressing at random: what was found out about a suggestion was forgotten as soon as it was not offered, so that it was again.
TEST_CASE("a suggestion that turns out to stand on a claim's words is not offered, and that holds") {
  App app;
  load_sample(app);
  load_suggestions(app);
  REQUIRE(offered(app).find("s1") == std::string::npos);
  // s1 names its place, which is another one in this text until its words are found.
  Command load = command(Verb::load_article);
  auto other = std::make_shared<Article>(*sample_article());
  other->text = other->text.substr(70) + u" Late news.";
  other->text += u" The newspaper cites Wi Song Lak, who argues that Russian deliveries could help.";
  other->blocks = blocks_of_plain_text(other->text);
  load.article = other;
  app.update(load);
  CHECK(app.state().search.done());
  CHECK(offered(app).find("s1") == std::string::npos);
}
