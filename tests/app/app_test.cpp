#include <doctest/doctest.h>

#include "app/sample.h"
#include "text/utf.h"

using namespace who_says;
using namespace who_says::test;

namespace {
/// Makes a highlight of `words` with a source typed in.
std::string highlight(App& app, std::u16string_view words, const std::string& source) {
  Command begin = command(Verb::begin_draft);
  begin.range = range_of(words);
  static int n = 0;
  begin.stamp.id = "new" + std::to_string(++n);
  app.update(begin);
  app.update(command(Verb::set_field, "draft-source", "", source));
  app.update(command(Verb::save_draft));
  return "urn:uuid:" + begin.stamp.id;
}
}  // namespace

TEST_CASE("claims are found and painted, whichever comes first") {
  for (bool article_first : {true, false}) {
    App app;
    Command article = command(Verb::load_article);
    article.article = sample_article();
    Effects last;
    if (article_first) app.update(article);
    last = app.update(command(Verb::load_claims, "", "", sample_claims()));
    if (!article_first) last = app.update(article);
    const Effect* shown = find(last, EffectKind::show_highlights);
    REQUIRE(shown);
    REQUIRE(shown->highlights.size() == 4);
    CHECK(shown->highlights[0].hue == Hue::former);
    CHECK(shown->highlights[3].suggested);
    CHECK(app.model().claims.cards.size() == 4);
  }
}

TEST_CASE("a card opens, scrolls the page, and closes") {
  App app;
  load_sample(app);
  Effects effects = app.update(command(Verb::open_claim, "c1"));
  CHECK(find(effects, EffectKind::scroll_page)->range == range_of(u"Russian deliveries could help"));
  CHECK(find(effects, EffectKind::scroll_page)->flag);
  CHECK(find(effects, EffectKind::scroll_page)->value == "beside");
  CHECK(find(app.update(command(Verb::show_in_article, "c1")), EffectKind::scroll_page)->value == "asked");
  CHECK(find(effects, EffectKind::selected)->id == "c1");
  const CardModel& card = app.model().claims.cards[0];
  CHECK(card.opened);
  REQUIRE(card.detail.chain.size() == 3);
  CHECK(card.detail.chain[1].name == "The Herald");
  CHECK(card.detail.chain[1].details == "News outlet · passes it on");
  CHECK(card.detail.chain[2].origin);
  app.update(command(Verb::open_claim, "c1"));
  CHECK_FALSE(app.model().claims.cards[0].opened);
}

TEST_CASE("choosing on the page does not scroll the page, and reduced motion does not flash") {
  App app;
  load_sample(app);
  Command open = command(Verb::open_claim, "c1");
  open.flag = true;
  CHECK_FALSE(find(app.update(open), EffectKind::scroll_page));
  Command calm = command(Verb::set_appearance);
  calm.appearance.reduced_motion = true;
  app.update(calm);
  CHECK_FALSE(find(app.update(command(Verb::show_in_article, "c1")), EffectKind::scroll_page)->flag);
}

TEST_CASE("a note is kept or left, and the focus goes to its control") {
  App app;
  load_sample(app);
  app.update(command(Verb::open_claim, "c1"));
  for (Verb end : {Verb::save_note, Verb::edit_note}) {
    CHECK(find(app.update(command(Verb::edit_note, "c1")), EffectKind::focus)->id == "note:c1");
    CHECK(app.model().claims.cards[0].detail.note_open);
    app.update(command(Verb::set_field, "note:c1", "", "Really?"));
    CHECK(find(app.update(command(end, "c1")), EffectKind::focus)->id == "note:c1");
    CHECK_FALSE(app.model().claims.cards[0].detail.note_open);
  }
}

TEST_CASE("what is saved has the focus, in the view that it is saved in") {
  for (const char* view : {"claims", "text"}) {
    App app;
    load_sample(app);
    app.update(command(Verb::show_view, "", view));
    Command begin = command(Verb::begin_draft);
    begin.range = range_of(u"e came lat");
    begin.stamp.id = "n1";
    app.update(begin);
    std::string id = find(app.update(command(Verb::save_draft)), EffectKind::focus)->id;
    CHECK(id == std::string(view[0] == 't' ? "text-claim:" : "claim:") + "urn:uuid:n1");
  }
}

TEST_CASE("a highlight is snapped, edited, saved, kept, undone and redone") {
  App app;
  load_sample(app);
  Command begin = command(Verb::begin_draft);
  begin.range = range_of(u"e came lat");
  begin.stamp.id = "n1";
  Effects effects = app.update(begin);
  CHECK(find(effects, EffectKind::focus)->id == "draft-source");
  REQUIRE(app.model().editing);
  CHECK(app.model().editor.quote == "He came late");
  CHECK(app.model().editor.quote_info == "3 words · paragraph 1");
  app.update(command(Verb::set_field, "draft-source", "", "Wi Son Lak"));  // an alias is the source
  CHECK(app.model().editor.source_info == "Source in this article");
  app.update(command(Verb::set_draft, "directness", "direct"));
  app.update(command(Verb::set_field, "draft-note", "", "Really?"));
  effects = app.update(command(Verb::save_draft));
  CHECK_FALSE(app.model().editing);
  const Effect* saved = find(effects, EffectKind::save_layer);
  REQUIRE(saved);
  CHECK(saved->text.find("He came late") != std::string::npos);
  CHECK(saved->text.find("\"id\": \"c1\"") == std::string::npos);
  const Claim* claim = app.state().document.find_claim("urn:uuid:n1");
  REQUIRE(claim);
  CHECK(claim->chain.back().source == "wi");
  CHECK(claim->status == Status::reader);
  CHECK(claim->note == "Really?");
  CHECK(claim->created == "2026-01-02T03:04:05Z");
  CHECK(claim->selector.fragment == ":~:text=He%20came%20late");

  std::string layer = saved->text;
  effects = app.update(command(Verb::undo));
  CHECK(find(effects, EffectKind::save_layer)->text.empty());
  CHECK(app.state().document.claims.size() == 4);
  app.update(command(Verb::redo));
  CHECK(app.state().document.claims.size() == 5);

  App later;  // the next visit
  load_sample(later);
  later.update(command(Verb::load_layer, "", "", layer));
  CHECK(later.state().document.claims.size() == 5);
  CHECK(later.state().anchored("urn:uuid:n1"));
}

TEST_CASE("another article does not get what was made on the one before") {
  App app;
  load_sample(app);
  highlight(app, u"He came late", "A Neighbour");
  auto other = std::make_shared<Article>(*sample_article());
  Command load = command(Verb::load_article);
  load.article = other;
  app.update(load);  // the same address, read again
  CHECK(app.state().document.claims.size() == 5);
  other = std::make_shared<Article>(*other);
  other->url = "https://news.example/b";
  load.article = other;
  app.update(load);
  CHECK(app.state().document.claims.size() == 4);
  CHECK(app.update(command(Verb::undo)).empty());
}

TEST_CASE("a new source is made, and goes with its last claim") {
  App app;
  load_sample(app);
  std::string id = highlight(app, u"He came late", "A Neighbour");
  CHECK(app.state().document.find_source("a-neighbour"));
  app.update(command(Verb::delete_claim, id));
  CHECK_FALSE(app.state().document.find_source("a-neighbour"));
  CHECK(app.state().document.claims.size() == 4);
}

TEST_CASE("without a source nobody is named") {
  App app;
  load_sample(app);
  std::string id = highlight(app, u"He came late", "");
  const Claim* claim = app.state().document.find_claim(id);
  CHECK(claim->chain.empty());
  CHECK(claim->scope == Scope::none);
  CHECK(claim->naming == Naming::none);
}

TEST_CASE("correcting keeps what the editor does not show") {
  App app;
  load_sample(app);
  app.update(command(Verb::correct_claim, "c1"));
  CHECK(app.model().editor.title == "Correct this claim");
  app.update(command(Verb::set_draft, "certainty", "possible"));
  app.update(command(Verb::save_draft));
  const Claim* claim = app.state().document.find_claim("c1");
  CHECK(claim->certainty == Certainty::possible);
  REQUIRE(claim->chain.size() == 2);
  CHECK(claim->chain[0].cue == "cites");
  CHECK(claim->chain[1].cue == "argues that");
}

TEST_CASE("suggestions are accepted and dismissed") {
  App app;
  load_sample(app);
  CHECK(app.model().claims.cards[3].badge == "suggested · 0.86");
  app.update(command(Verb::accept_claim, "c4"));
  CHECK(app.state().document.find_claim("c4")->status == Status::reader);
  CHECK(app.state().document.find_claim("c4")->confidence == 0.86);  // its origin is kept
  app.update(command(Verb::undo));
  app.update(command(Verb::dismiss_claim, "c4"));
  CHECK_FALSE(app.state().document.find_claim("c4"));
}

TEST_CASE("view mode changes nothing") {
  App app;
  load_sample(app);
  app.update(command(Verb::set_mode, "", "view"));
  highlight(app, u"He came late", "X");
  app.update(command(Verb::delete_claim, "c1"));
  app.update(command(Verb::accept_claim, "c4"));
  app.update(command(Verb::import_claims, "", "x", sample_claims()));
  CHECK(app.state().document.claims.size() == 4);
  CHECK(app.state().document.find_claim("c4")->status == Status::suggested);
}

TEST_CASE("import merges and shows conflicts, which a person settles") {
  App app;
  load_sample(app);
  app.update(command(Verb::correct_claim, "c1"));
  app.update(command(Verb::set_draft, "certainty", "possible"));
  app.update(command(Verb::save_draft));
  app.update(command(Verb::import_claims, "", "theirs.json", sample_claims()));
  REQUIRE(app.model().notices.size() == 1);
  CHECK(app.model().notices[0].kind == Notice::Kind::conflict);
  CHECK(app.model().notices[0].text == "“Russian deliveries could help” differs here and in the file.");
  CHECK(app.state().document.find_claim("c1")->certainty == Certainty::possible);
  app.update(command(Verb::settle, "c1", "theirs"));
  CHECK(app.state().document.find_claim("c1")->certainty == Certainty::unknown);
  CHECK(app.model().notices.empty());
}

TEST_CASE("a bad file loses nothing and says where it is bad") {
  App app;
  load_sample(app);
  highlight(app, u"He came late", "X");
  Effects effects = app.update(command(Verb::import_claims, "", "bad.json", "{\n oops"));
  CHECK(find(effects, EffectKind::failed)->value == "not-json");
  CHECK(find(effects, EffectKind::failed)->id.rfind("line 2", 0) == 0);
  CHECK(app.state().document.claims.size() == 5);
  CHECK(app.model().notices[0].details.find("line 2") != std::string::npos);
  effects = app.update(command(Verb::load_claims, "", "", "not json"));
  CHECK(find(effects, EffectKind::failed));
  CHECK(app.state().document.claims.size() == 5);
}

TEST_CASE("the file that is saved can be opened again") {
  App app;
  load_sample(app);
  const Effects effects = app.update(command(Verb::export_claims));
  const Effect* file = find(effects, EffectKind::download);
  REQUIRE(file);
  CHECK(file->value == "a-deal.claims.json");
  App other;
  Command article = command(Verb::load_article);
  article.article = sample_article();
  other.update(article);
  other.update(command(Verb::load_claims, "", "", file->text));
  CHECK(other.claims_file() == file->text);
}

TEST_CASE("sharing needs something of one's own") {
  App app;
  load_sample(app);
  CHECK_FALSE(find(app.update(command(Verb::share)), EffectKind::share));
  highlight(app, u"He came late", "X");
  const Effects effects = app.update(command(Verb::share));
  REQUIRE(find(effects, EffectKind::share));
  CHECK(find(effects, EffectKind::share)->value == ":~:text=He%20came%20late");
}

TEST_CASE("words are chosen by keyboard in the Text view") {
  App app;
  load_sample(app);
  app.update(command(Verb::show_view, "", "text"));
  app.update(command(Verb::pick, "", "next-sentence"));
  app.update(command(Verb::pick, "", "next-sentence"));
  CHECK(app.model().text.pick_words == "He came late");
  app.update(command(Verb::pick, "", "shrink-word"));
  CHECK(app.model().text.pick_words == "He came");
  app.update(command(Verb::pick, "", "next-word"));
  CHECK(app.model().text.pick_words == "came");
  app.update(command(Verb::begin_draft));
  CHECK(app.model().editor.quote == "came");
}

TEST_CASE("the profile counts, and every count opens its spans") {
  App app;
  load_sample(app);
  app.update(command(Verb::show_view, "", "profile"));
  const ProfileModel& p = app.model().profile;
  CHECK(p.kinds[0].label == "Ex-diplomat");
  CHECK(p.kinds.back().label == "No source named");
  CHECK(p.depth[0].count == "2");
  CHECK(p.depth[1].count == "1");
  CHECK(p.depth[2].count == "1");
  CHECK(p.depth_line == "1 of 4 claims reaches the reader second-hand");
  float share = 0;
  for (const Segment& s : p.words) share += s.share;
  CHECK(share == doctest::Approx(1));
  Command open = p.kinds.back().action.command;
  app.update(open);
  CHECK(app.model().view == View::claims);
  CHECK(app.model().claims.cards.size() == 2);
}

TEST_CASE("sources: relays apart, nobody as a row of its own") {
  App app;
  load_sample(app);
  app.update(command(Verb::show_view, "", "sources"));
  const SourcesModel& s = app.model().sources;
  REQUIRE(s.rows.size() == 4);
  CHECK(s.rows[0].lines[1] == "passes on 1 claim");
  CHECK(s.rows.back().nobody);
  CHECK(s.rows.back().lines[0] == "1 plain statement · 1 such as “it is assumed”");
  app.update(command(Verb::open_source, "wi"));
  CHECK(app.model().sources.rows[1].claims.size() == 1);
}

TEST_CASE("what is pointed at and focused changes no contents") {
  App app;
  load_sample(app);
  const std::string id = app.model().claims.cards[1].id;
  uint64_t contents = app.contents(), revision = app.revision();
  const OutlineNode* outline = &app.outline();
  app.update(command(Verb::point_claim, id));
  app.update(command(Verb::focus, "tab:sources"));
  CHECK(app.contents() == contents);
  CHECK(app.revision() == revision + 2);
  CHECK(app.model().claims.cards[1].pointed);
  CHECK(app.model().focused == "tab:sources");
  CHECK(&app.outline() == outline);
  app.update(command(Verb::point_claim));
  CHECK(!app.model().claims.cards[1].pointed);
  app.update(command(Verb::open_claim, id));
  CHECK(app.contents() > contents);
}

TEST_CASE("two runs of the same commands end in the same state") {
  auto run = [] {
    App app;
    load_sample(app);
    Command begin = command(Verb::begin_draft);
    begin.range = range_of(u"He came late");
    begin.stamp.id = "fixed";
    app.update(begin);
    app.update(command(Verb::set_field, "draft-source", "", "Someone"));
    app.update(command(Verb::save_draft));
    app.update(command(Verb::delete_claim, "c2"));
    return app.claims_file() + write_outline(app.outline());
  };
  CHECK(run() == run());
}

TEST_CASE("claims that are on their way are told apart from none") {
  App app;
  Command article = command(Verb::load_article);
  article.article = sample_article();
  app.update(article);
  std::string none = app.model().claims.empty;
  CHECK(none.find("No claims") != std::string::npos);
  Command await = command(Verb::await_claims);
  await.flag = true;
  app.update(await);
  std::string waiting = app.model().claims.empty;
  CHECK(waiting == "Loading the claims…");
  app.update(command(Verb::show_view, "", "sources"));
  CHECK(app.model().sources.empty == waiting);
  app.update(command(Verb::show_view, "", "claims"));
  await.flag = false;
  app.update(await);
  CHECK(app.model().claims.empty == none);
  await.flag = true;
  app.update(await);
  app.update(command(Verb::load_claims, "", "", sample_claims()));
  CHECK(app.model().claims.empty.empty());
  CHECK(app.model().claims.cards.size() == 4);
}
