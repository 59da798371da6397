// A panel from right to left: everything stands mirrored, and every item with it.

#include "stage.h"

using namespace who_says;
using namespace who_says::test;

namespace {
void set_direction(Stage& stage, bool right_to_left) {
  Command c;
  c.verb = Verb::set_appearance;
  c.appearance.right_to_left = right_to_left;
  stage.app.update(c);
}

/// Draws the text view of an article with these words.
void show_text(Stage& stage, std::u16string words) {
  auto article = std::make_shared<Article>();
  article->text = std::move(words);
  article->blocks = blocks_of_plain_text(article->text);
  Command load = command(Verb::load_article);
  load.article = article;
  stage.app.update(load);
  stage.height = 1600;
  stage.app.update(command(Verb::show_view, "", "text"));
  stage.draw();
}
}  // namespace

TEST_CASE("a panel from right to left is the mirror image of one from left to right") {
  for (const char* view : {"claims", "sources", "profile", "text"}) {
    CAPTURE(view);
    Stage stage;
    stage.height = 2000;
    stage.app.update(command(Verb::show_view, "", view));
    stage.draw();
    std::vector<ui::ItemRect> before = stage.out.items;
    float tall = stage.out.content_height;
    set_direction(stage, true);
    stage.draw();
    CHECK(stage.out.content_height == tall);
    REQUIRE(stage.out.items.size() == before.size());
    for (const ui::ItemRect& was : before) {
      // Words of the article keep their own direction.
      if (was.id.rfind("text-claim:", 0) == 0) continue;
      const ui::ItemRect* is = stage.item(was.id);
      REQUIRE_MESSAGE(is, was.id);
      CAPTURE(was.id);
      CHECK(is->x == doctest::Approx(stage.width - was.x - was.width).epsilon(0.001));
      CHECK(is->y == was.y);
      CHECK(is->width == was.width);
    }
  }
}

TEST_CASE("items of a panel from right to left are pressed where they stand") {
  Stage stage;
  set_direction(stage, true);
  stage.draw();
  CHECK(stage.item("tab:claims")->x > stage.item("tab:text")->x);
  std::vector<Command> asked = stage.press("tab:profile");
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].verb == Verb::show_view);
  CHECK(asked[0].value == "profile");
}

TEST_CASE("words from right to left are handed to the text engine as isolates, others as they are") {
  Stage stage(false);
  show_text(stage, u"שלום world, שלום עולם");
  CHECK(stage.text.runs.count("\u2067שלום\u2069") == 1);
  CHECK(stage.text.runs.count("world,") == 1);
  CHECK(stage.text.runs.count("שלום") == 0);
}

TEST_CASE("Thai, which has no spaces, is set word by word; marks stay with the words that they stand at") {
  Stage stage(false);
  std::u16string line;
  for (int n = 0; n < 40; ++n) line += u"กขคง";
  show_text(stage, u"“กขค” 7" + line + u". End");
  for (const char* run : {"“กขค”", "7กขคง", "กขคง", "กขคง.", "End"})
    CHECK_MESSAGE(stage.text.runs.count(run) == 1, run);
  for (const std::string& run : stage.text.runs)
    CHECK_MESSAGE((run.find("ก") == run.npos || run.size() <= 16), run);
}

TEST_CASE(
    "between syllables a line may break, but no full stop begins one and no opening quotation mark ends "
    "one") {
  Stage stage(false);
  show_text(stage, u"‘수업’을 다. 漢字、かな（本）。");
  for (const char* run : {"‘수", "업’", "을", "다.", "漢", "字、", "か", "な", "（本）。"})
    CHECK_MESSAGE(stage.text.runs.count(run) == 1, run);
}
