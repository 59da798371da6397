// What prints, and what stands in the place of a widget that a reader has closed for good.

#include <doctest/doctest.h>

#include <algorithm>

#include "app/models.h"
#include "app/sample.h"

using namespace who_says;
using namespace who_says::test;

namespace {

using Lines = std::vector<std::string>;

Lines split(const std::string& text, char by) {
  Lines out{""};
  for (char c : text) {
    if (c == by)
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

}  // namespace

TEST_CASE("paper: claims by number whatever the panel shows, letters of their kinds, a table of sources") {
  App app;
  load_sample(app);
  app.update(command(Verb::show_view, "", "profile"));
  app.update(command(Verb::set_field, "search-claims", "", "zebra"));
  std::vector<std::vector<Lines>> tables;
  for (const std::string& table : split(paper_of(app.state()), '\x1d')) {
    tables.emplace_back();
    for (const std::string& row : split(table, '\x1e')) tables.back().push_back(split(row, '\x1f'));
  }
  REQUIRE(tables.size() == 3);
  REQUIRE(tables[0].size() == 4);
  CHECK(tables[0][0] == Lines{"Kind of source"});
  CHECK(tables[0][3] == Lines{"", "none", "C", "No source named"});
  const std::vector<Lines>& claims = tables[1];
  REQUIRE(claims.size() == 5);
  CHECK(Lines(claims[1].begin(), claims[1].begin() + 5) ==
        Lines{"c1", "former", "A", "1", "Russian deliveries could help"});
  CHECK(claims[3][2] == "C");
  // The engine's suggestion says that it is one.
  CHECK(claims[4][9] == "suggested · 0.86");
  const std::vector<Lines>& sources = tables[2];
  REQUIRE(sources.size() == 6);
  CHECK(sources[1] ==
        Lines{"", "", "Source", "Kind of source", "In office?", "How often", "Claims", "Passes on"});
  CHECK(sources[2][2] == "Wi Song Lak");
  CHECK(sources[2][4] == "Formerly");
  CHECK(sources[3] == Lines{"", "", "The Herald", "News outlet", "Unknown", "1", "", "1"});
  CHECK(sources[4][6] == "2");
  CHECK(sources[5][6] == "3, 4");
}

TEST_CASE("print: the effect holds the lists and all highlights, in the order of their places") {
  App app;
  load_sample(app);
  Effects effects = app.update(command(Verb::print));
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == EffectKind::paper);
  CHECK(effects[0].text == paper_of(app.state()));
  CHECK(effects[0].highlights.size() == 4);
  CHECK_FALSE(effects[0].flag);
  CHECK(write_effects(effects).find("\"highlights\"") != std::string::npos);
}

TEST_CASE(
    "closing for good is offered unless the widget stays; what comes in its place is in the reader's words") {
  App app;
  load_sample(app);
  auto offered = [&] {
    const std::vector<Action>& tools = app.model().header.tools;
    return std::any_of(tools.begin(), tools.end(), [](const Action& a) { return a.id == "close-for-good"; });
  };
  CHECK(offered());
  app.update(
      command(Verb::set_words, "", "de", R"({"closed":"Geschlossen.","closed.back":"Wieder zeigen"})"));
  Effects effects = app.update(command(Verb::close_for_good));
  REQUIRE(effects.size() == 1);
  CHECK(effects[0].kind == EffectKind::close);
  CHECK(effects[0].text == "Geschlossen.");
  CHECK(effects[0].value == "Wieder zeigen");
  Command stays = command(Verb::set_mode, "", "read");
  stays.flag = true;
  app.update(stays);
  CHECK_FALSE(offered());
}
