// What a correction makes of the way of a claim.

#include <doctest/doctest.h>

#include "app/sample.h"

using namespace who_says;
using namespace who_says::test;

namespace {

/// The Herald passes on what the Service passes on, which has it from Wi.
void load_long_chain(App& app) {
  Command article = command(Verb::load_article);
  article.article = sample_article();
  app.update(article);
  std::string claims = sample_claims();
  const std::string inner = R"({"source":"#wi","cue":"argues that"})";
  claims.insert(claims.find(inner), R"({"source":"#nis","cue":"reports","link":"blanket"},)");
  app.update(command(Verb::load_claims, "", "", claims));
  app.update(command(Verb::correct_claim, "c1"));
}

std::string way(const App& app) {
  std::string out;
  for (const Hop& hop : app.state().document.find_claim("c1")->chain)
    out += (out.empty() ? "" : " < ") + hop.source + ":" + hop.cue;
  return out;
}

std::string shown(const App& app) {
  std::string out;
  for (const HopModel& hop : app.model().editor.chain) out += (out.empty() ? "" : " < ") + hop.name;
  return out;
}

}  // namespace

TEST_CASE("a chain of three hops is shown whole in the editor, and what is not corrected of it stays") {
  App app;
  load_long_chain(app);
  CHECK(shown(app) == "This article < The Herald < Intelligence Service < Wi Song Lak");
  SUBCASE("nothing of it") {
    app.update(command(Verb::set_draft, "certainty", "possible"));
    app.update(command(Verb::save_draft));
    CHECK(way(app) == "herald:cites < nis:reports < wi:argues that");
  }
  SUBCASE("its origin is another: new, then known") {
    app.update(command(Verb::set_field, "draft-source", "", "The ministry"));
    CHECK(shown(app) == "This article < The Herald < Intelligence Service < The ministry");
    app.update(command(Verb::save_draft));
    const Claim* claim = app.state().document.find_claim("c1");
    REQUIRE(claim->chain.size() == 3);
    CHECK(claim->chain[0].cue == "cites");
    CHECK(claim->chain[1].link == ChainLink::blanket);
    CHECK(app.state().document.find_source(claim->chain[2].source)->name == "The ministry");
  }
  SUBCASE("somebody else passes it on last") {
    app.update(command(Verb::set_draft, "relay", "herald"));
    CHECK(shown(app) == "This article < The Herald < Wi Song Lak");
    app.update(command(Verb::save_draft));
    CHECK(way(app) == "herald:cites < wi:argues that");
  }
  SUBCASE("nobody passes it on") {
    app.update(command(Verb::set_draft, "relay", ""));
    app.update(command(Verb::save_draft));
    CHECK(way(app) == "wi:argues that");
  }
  SUBCASE("nobody is named behind it") {
    app.update(command(Verb::set_field, "draft-source", "", ""));
    CHECK(shown(app) == "This article < The Herald < Intelligence Service < Nobody is named");
    app.update(command(Verb::save_draft));
    CHECK(way(app) == "herald:cites < nis:reports < :");
  }
}

TEST_CASE("the words that the editor is open for are marked, and no longer than it is open") {
  App app;
  Command article = command(Verb::load_article);
  article.article = sample_article();
  app.update(article);
  app.update(command(Verb::load_claims, "", "", sample_claims()));
  std::optional<Highlight> mark;
  auto send = [&](const Command& c) {
    for (const Effect& effect : app.update(c)) {
      for (const Highlight& one : effect.highlights)
        if (one.claim.empty()) mark = one;
      for (const std::string& id : effect.gone)
        if (id.empty()) mark.reset();
    }
  };
  auto edge = [&](const char* end, int number) {
    Command c = command(Verb::move_edge, "", end);
    c.number = number;
    send(c);
  };
  Command begin = command(Verb::begin_draft);
  begin.range = {0, 12};
  send(begin);
  REQUIRE(mark);
  CHECK(mark->range == app.state().draft->range);
  CHECK(mark->hue == Hue::none);
  const uint32_t end = mark->range.end;
  SUBCASE("in the hue of what is chosen") {
    send(command(Verb::set_field, "draft-source", "", "An envoy"));
    send(command(Verb::set_draft, "kind", "diplomat"));
    CHECK(mark->hue == hue_of(SourceKind::diplomat, Office::unknown));
  }
  SUBCASE("as far as they are drawn") {
    edge("end", 1);
    CHECK(mark->range.end > end);
  }
  SUBCASE("until it is left") {
    send(command(Verb::cancel_draft));
    CHECK(!mark);
  }
  SUBCASE("until Escape") {
    send(command(Verb::step_back));
    CHECK(!mark);
  }
  SUBCASE("until it is saved: then the claim has a highlight") {
    send(command(Verb::save_draft));
    CHECK(!mark);
    CHECK(highlights_of(app.state()).front().range.end == end);
  }
  SUBCASE("those of a claim that is corrected, until it is deleted") {
    send(command(Verb::correct_claim, "c1"));
    CHECK(mark->range == app.state().place_of("c1")->range);
    send(command(Verb::delete_claim, "c1"));
    CHECK(!mark);
  }
  SUBCASE("not in another article") {
    Command other = command(Verb::load_article);
    auto text = std::make_shared<Article>();
    text->url = "https://news.example/other";
    text->text = u"Other words.";
    other.article = text;
    send(other);
    CHECK(!mark);
  }
}
