#include <doctest/doctest.h>

#include "app/suggested.h"

using namespace who_says;
using namespace who_says::test;

namespace {

struct Walk {
  App app;
  explicit Walk(bool claims = false) {
    if (claims) {
      load_sample(app);
    } else {
      Command article = command(Verb::load_article);
      article.article = sample_article();
      app.update(article);
    }
    load_suggestions(app);
    last = app.update(command(Verb::begin_review));
  }
  void press(const std::string& id) {
    const ReviewModel& v = app.model().review;
    for (const auto* list : {&v.card.detail.actions, &v.steps, &v.more})
      for (const Action& action : *list)
        if (action.id == id) {
          REQUIRE(action.enabled);
          Command c = action.command;
          c.stamp = {"stamp", "2026-01-02T03:04:05Z"};
          last = app.update(c);
          return;
        }
    FAIL("no " << id);
  }
  std::string said() const {
    std::string out;
    for (const Effect& effect : last)
      if (effect.kind == EffectKind::announce) out = effect.text;
    return out;
  }
  std::string focus() const {
    std::string out;
    for (const Effect& effect : last)
      if (effect.kind == EffectKind::focus) out = effect.id;
    return out;
  }
  const ReviewModel& view() { return app.model().review; }
  Effects last;
};

}  // namespace

TEST_CASE("a review walks in reading order: accept, correct, reject, and counts at the end") {
  Walk w;
  REQUIRE(w.app.model().reviewing);
  CHECK(w.view().position == "1 of 5");
  CHECK(w.view().card.quote == "Russian deliveries");
  CHECK(w.view().card.badge == "suggested · 0.97");
  CHECK(w.view().card.suggested);
  CHECK(w.view().card.detail.confidence ==
        "Very likely right (0.97): of 100 suggestions like it, about 97 are right.");
  CHECK(w.view().card.detail.why == "Suggested because: 'argues' tells");
  CHECK(w.view().card.detail.chain.back().name == "Wi Son Lak");
  CHECK(w.said() == "1 of 5: “Russian deliveries”. Wi Son Lak");
  CHECK(w.focus() == "review-accept");
  CHECK(find(w.last, EffectKind::scroll_page)->range == range_of(u"Russian deliveries"));
  CHECK(find(w.last, EffectKind::show_highlights)->highlights[0].selected);
  CHECK(w.view().done == 0);

  w.press("review-accept");
  CHECK(w.view().position == "2 of 5");
  CHECK(w.said() == "Accepted. 2 of 5: “He came late”. the herald");
  w.press("review-reject");
  CHECK(w.view().position == "3 of 5");
  CHECK(w.said().rfind("Rejected. 3 of 5", 0) == 0);
  CHECK(w.view().counts == "1 accepted · 1 rejected · 3 to go");
  CHECK(w.view().done == doctest::Approx(0.4));

  w.press("review-correct");
  REQUIRE(w.app.model().editing);
  w.app.update(command(Verb::step_back));  // Escape: the editor closes, the review stays
  REQUIRE(w.app.model().reviewing);
  w.press("review-correct");
  w.app.update(command(Verb::set_draft, "kind", "business"));
  w.app.update(command(Verb::set_draft, "directness", "direct"));
  w.last = w.app.update(command(Verb::save_draft));
  REQUIRE(w.app.model().reviewing);
  CHECK(w.view().position == "4 of 5");
  w.press("review-next");  // left for later
  CHECK(w.view().position == "5 of 5");
  w.press("review-accept");
  REQUIRE(w.view().finished);
  CHECK(w.view().end == "The end of the list: 2 accepted · 1 corrected · 1 rejected · 1 to go.");
  CHECK(w.focus() == "review-done");
  for (const Highlight& highlight : find(w.last, EffectKind::show_highlights)->highlights)
    CHECK_FALSE(highlight.selected);
  w.press("review-rest");
  CHECK(w.view().position == "4 of 5");
  w.press("review-reject");
  CHECK(w.view().end == "The end of the list: 2 accepted · 1 corrected · 2 rejected.");
  w.press("review-done");
  CHECK_FALSE(w.app.model().reviewing);
  CHECK(w.app.state().document.claims.size() == 3);
  CHECK(w.app.model().detection.text.empty());
}

TEST_CASE("every step of a review can be undone, and undo leads back to it") {
  Walk w;
  w.press("review-accept");
  w.press("review-reject");
  w.press("undo");
  CHECK(w.view().position == "2 of 5");
  CHECK(w.view().counts == "1 accepted · 4 to go");
  CHECK(w.said().rfind("Undone. 2 of 5", 0) == 0);
  w.press("undo");
  CHECK(w.view().position == "1 of 5");
  CHECK(w.view().counts == "5 to go");
  w.app.update(command(Verb::redo));
  CHECK(w.view().counts == "1 accepted · 4 to go");
}

TEST_CASE("what was decided can be looked at and taken back") {
  Walk w(true);  // with c4, a suggestion of the file itself: s2, s3, c4, s5
  CHECK(w.view().position == "1 of 4");
  w.press("review-reject");
  w.press("review-accept");
  REQUIRE(w.view().card.quote == "A satellite");
  w.press("review-reject");
  CHECK_FALSE(w.app.state().document.find_claim("c4"));
  w.press("review-previous");
  CHECK(w.view().decided == "You rejected it.");
  CHECK(w.view().card.badge == "rejected");
  CHECK(w.view().card.quote == "A satellite");
  w.press("review-reopen");
  CHECK(w.view().decided.empty());
  CHECK(w.app.state().document.find_claim("c4")->status == Status::suggested);
  w.press("review-previous");
  CHECK(w.view().decided == "You accepted it.");
  CHECK_FALSE(w.view().card.suggested);
  w.press("review-reopen");
  CHECK_FALSE(w.app.state().document.find_claim("s3"));
  CHECK(w.app.state().document.sources.size() == 3);
  w.press("review-previous");
  w.press("review-reopen");
  CHECK(w.view().counts == "4 to go");
  w.press("undo");
  CHECK(w.view().decided == "You rejected it.");
}

TEST_CASE("all that are sure at once: one step, offered with an undo that holds until the next change") {
  Walk w;
  w.press("accept-sure");
  CHECK(w.view().position == "3 of 5");
  CHECK(w.app.state().document.claims.size() == 2);
  auto undo = [&]() -> const Action* {
    for (const Notice& notice : w.app.model().notices)
      if (notice.id == "accepted-sure") return &notice.actions[0];
    return nullptr;
  };
  REQUIRE(undo());
  CHECK(w.app.model().notices[0].text == "2 suggestions are accepted.");
  CHECK(undo()->command.verb == Verb::undo);
  w.app.update(command(Verb::undo));
  CHECK(w.app.state().document.claims.empty());
  CHECK_FALSE(undo());
  w.app.update(command(Verb::accept_sure));
  REQUIRE(undo());
  w.press("review-accept");
  CHECK_FALSE(undo());
  for (const Action& action : w.view().more) CHECK(action.id != "accept-sure");
}

TEST_CASE("a claim that is chosen on the page is where the review goes, or the review is over") {
  Walk w(true);
  Command open = command(Verb::open_claim, "s5");
  open.flag = true;
  w.app.update(open);
  CHECK(w.view().position == "4 of 4");
  open.id = "c1";
  w.app.update(open);
  CHECK_FALSE(w.app.model().reviewing);
  CHECK(w.app.model().claims.cards[0].opened);
  w.app.update(command(Verb::begin_review, "s3"));
  CHECK(w.view().position == "2 of 4");
  Effects left = w.app.update(command(Verb::step_back));
  CHECK_FALSE(w.app.model().reviewing);
  CHECK(find(left, EffectKind::focus)->id == "begin-review");
}

TEST_CASE("the outline of a review has all of it, with its keys") {
  Walk w;
  std::string outline = write_outline(w.app.outline());
  for (const char* part : {"\"keys\":\"A\"", "\"keys\":\"E\"", "\"keys\":\"X\"", "\"keys\":\"J ArrowRight\"",
                           "\"keys\":\"K ArrowLeft\"", "\"keys\":\"U\"", "1 of 5", "Wi Son Lak",
                           "Very likely right", "Suggested because", "5 to go"})
    CHECK_MESSAGE(outline.find(part) != std::string::npos, part);
}
