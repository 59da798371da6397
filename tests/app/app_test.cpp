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

TEST_CASE("a claim whose words are gone is listed and said so") {
  App app;
  load_sample(app);
  auto other = std::make_shared<Article>(*sample_article());
  other->text =
      u"Nothing of it is left here but a sentence about gardens and rain in the long summer of another year.";
  other->blocks = blocks_of_plain_text(other->text);
  Command article = command(Verb::load_article);
  article.article = other;
  Effects effects = app.update(article);
  CHECK(find(effects, EffectKind::show_highlights)->highlights.empty());
  REQUIRE(app.model().claims.cards.size() == 4);
  CHECK(app.model().claims.cards[0].anchor == "These words are no longer in the article.");
}

TEST_CASE("a long article's claims are found in slices, none of them lost") {
  std::u16string text;
  std::string claims = R"({"type":"AnnotationPage","items":[)";
  constexpr int kClaims = 600;
  for (int i = 0; i < kClaims; ++i) {
    std::string words =
        "Witness number " + std::to_string(i) + " saw boat " + std::to_string(i * 7919 % 1000);
    text += std::u16string(words.begin(), words.end()) + u" in the harbour that morning.\n\n";
    if (i % 10 == 3) words[20] = '#';                                                // edited
    if (i % 50 == 7) words = "Rain fell all day over the empty hills of the north";  // gone
    claims += (i ? "," : "") + std::string(R"({"type":"Annotation","id":"w)") + std::to_string(i) +
              R"(","target":{"selector":{"type":"TextQuoteSelector","exact":")" + words + "\"}}}";
  }
  auto article = std::make_shared<Article>();
  article->text = text;
  article->blocks = blocks_of_plain_text(text);
  App app;
  Command load = command(Verb::load_article);
  load.article = article;
  app.update(load);
  Effects effects = app.update(command(Verb::load_claims, "", "", claims + "]}"));
  REQUIRE(find(effects, EffectKind::go_on));
  size_t painted = find(effects, EffectKind::show_highlights)->highlights.size();
  CHECK(painted < kClaims);
  int slices = 0;
  while (find(effects, EffectKind::go_on)) {
    uint64_t before = app.revision();
    Command on = command(Verb::go_on);
    on.number = 30000;
    effects = app.update(on);
    const Effect* shown = find(effects, EffectKind::show_highlights);
    CHECK((app.revision() != before) == (shown != nullptr));
    if (shown) painted = shown->highlights.size();
    REQUIRE(++slices < 2000);
  }
  CHECK(slices > 3);
  size_t anchored = 0;
  AnchorIndex index(text);
  for (const ClaimPtr& claim : app.state().document.claims) {
    const Resolution* place = app.state().place_of(claim->id);
    REQUIRE(place);
    Resolution at_once = index.resolve(claim->selector);
    CHECK(place->state == at_once.state);
    CHECK(place->range == at_once.range);
    anchored += app.state().anchored(claim->id);
  }
  CHECK(anchored == painted);
  // The list grows by hundreds, and to a card that is asked for.
  CHECK(app.model().claims.cards.size() == 100);
  CHECK(app.model().claims.more.label == "Show 100 more claims");
  app.update(app.model().claims.more.command);
  CHECK(app.model().claims.cards.size() == 200);
  Command open = command(Verb::open_claim, "w345");
  open.flag = true;
  app.update(open);
  CHECK(app.model().claims.cards.back().opened);
  CHECK(app.model().claims.cards.back().id == "w345");
  CHECK(anchored > kClaims / 2);
  CHECK(app.update(command(Verb::go_on)).empty());
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

TEST_CASE("search and filters") {
  App app;
  load_sample(app);
  app.update(command(Verb::set_field, "search-claims", "", "wi son LAK"));
  CHECK(app.model().claims.cards.size() == 1);
  CHECK(app.model().claims.found == "1 of 4 claims");
  app.update(command(Verb::clear_filters));
  app.update(command(Verb::filter, "", "kind:none"));
  CHECK(app.model().claims.cards.size() == 2);
  app.update(command(Verb::filter, "", "kind:diplomat"));
  CHECK(app.model().claims.cards.size() == 3);
  app.update(command(Verb::filter, "", "scope:agentless"));
  CHECK(app.model().claims.cards.size() == 1);
  app.update(command(Verb::set_field, "search-claims", "", "zzz"));
  CHECK(app.model().claims.empty == "No claim fits. Change the search or the filter.");
  // A claim chosen on the page is shown in any case.
  Command open = command(Verb::open_claim, "c2");
  open.flag = true;
  app.update(open);
  CHECK(app.model().claims.cards.size() == 4);
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
  CHECK(app.model().editor.source_info == "source in this article");
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

TEST_CASE("an editor settles claims that moved, changed or fit several places; a reader only their own") {
  App app;
  load_sample(app);
  app.update(command(Verb::set_mode, "", "edit"));
  app.update(command(Verb::accept_place, "c1"));  // with its context, by which it is known when words change
  app.update(command(Verb::set_mode, "", "read"));
  auto other = std::make_shared<Article>(*sample_article());
  other->text = u"A correction was made on Tuesday.\n\n" + other->text;
  size_t at = other->text.find(u"deliveries could help");
  other->text.replace(at, 10, u"shipments");
  other->blocks = blocks_of_plain_text(other->text);
  Command load = command(Verb::load_article);
  load.article = other;
  app.update(load);
  CHECK(app.model().notices.empty());  // a reader is not asked about the publisher's claims
  app.update(command(Verb::accept_place, "c1"));
  CHECK(app.state().past.size() == 1);

  app.update(command(Verb::set_mode, "", "edit"));
  REQUIRE(app.model().notices.size() == 1);
  const Notice& report = app.model().notices[0];
  CHECK(report.id == "report");
  REQUIRE(app.state().place_of("c1")->state == AnchorState::edited);
  CHECK(report.details.find("1 has other words now") != std::string::npos);
  app.update(report.actions[0].command);
  CHECK(app.model().claims.cards.size() >= 1);
  for (const CardModel& card : app.model().claims.cards) CHECK_FALSE(card.anchor.empty());

  app.update(command(Verb::open_claim, "c1"));
  const CardModel* card = nullptr;
  for (const CardModel& one : app.model().claims.cards)
    if (one.id == "c1") card = &one;
  REQUIRE(card);
  const Action* keep = nullptr;
  for (const Action& action : card->detail.actions)
    if (action.id == "keep-place:c1") keep = &action;
  REQUIRE(keep);
  Command accept = keep->command;
  accept.stamp = {"x", "2026-02-03T00:00:00Z"};
  app.update(accept);
  CHECK(app.state().place_of("c1")->state == AnchorState::exact);
  const Claim* claim = app.state().document.find_claim("c1");
  CHECK(claim->selector.exact == u"Russian shipments could help");
  CHECK(claim->modified == "2026-02-03T00:00:00Z");
  CHECK(claim->chain.size() == 2);
  app.update(command(Verb::undo));
  CHECK(app.state().place_of("c1")->state == AnchorState::edited);
}

TEST_CASE("all claims that only moved are kept at once") {
  App app;
  load_sample(app);
  app.update(command(Verb::set_mode, "", "edit"));
  // With positions, so that they can be told to have moved.
  for (const char* id : {"c1", "c2", "c3", "c4"}) app.update(command(Verb::accept_place, id));
  auto other = std::make_shared<Article>(*sample_article());
  other->text = u"A correction was made on Tuesday.\n\n" + other->text;
  other->blocks = blocks_of_plain_text(other->text);
  Command load = command(Verb::load_article);
  load.article = other;
  app.update(load);
  REQUIRE(app.state().place_of("c1")->state == AnchorState::moved);
  CHECK(app.model().notices[0].text == "4 claims no longer stand as they did.");
  app.update(app.model().notices[0].actions[1].command);
  for (const char* id : {"c1", "c2", "c3", "c4"})
    CHECK(app.state().place_of(id)->state == AnchorState::exact);
  CHECK(app.model().notices.empty());
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
