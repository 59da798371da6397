#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "app/sample.h"

using namespace who_says;
using namespace who_says::test;

namespace {

void collect(const OutlineNode& node, std::set<std::string>& ids, std::vector<const OutlineNode*>& controls) {
  CHECK_MESSAGE(ids.insert(node.id).second, node.id);
  if (node.command) {
    controls.push_back(&node);
    CHECK_MESSAGE(!node.name.empty(), node.id);
  }
  for (const OutlineNode& child : node.children) collect(child, ids, controls);
}

void check(const App& app) {
  std::set<std::string> ids;
  std::vector<const OutlineNode*> controls;
  collect(app.outline(), ids, controls);
  CHECK(nlohmann::json::accept(write_outline(app.outline())));
}

}  // namespace

TEST_CASE("ids are unique and controls are named in every view") {
  App app;
  load_sample(app);
  for (const char* view : {"claims", "sources", "profile", "text"}) {
    app.update(command(Verb::show_view, "", view));
    check(app);
  }
  app.update(command(Verb::toggle_filters));
  app.update(command(Verb::open_claim, "c1"));
  app.update(command(Verb::edit_note, "c1"));
  check(app);
  app.update(command(Verb::correct_claim, "c1"));
  check(app);
}

TEST_CASE("pressing controls at random never breaks the outline, and undo leads back") {
  std::mt19937 random(7);
  App app;
  load_sample(app);
  const std::string begin = app.claims_file();
  int changes = 0;
  for (int step = 0; step < 600; ++step) {
    std::set<std::string> ids;
    std::vector<const OutlineNode*> controls;
    collect(app.outline(), ids, controls);
    REQUIRE(!controls.empty());
    Command pressed = *controls[random() % controls.size()]->command;
    if (pressed.verb == Verb::import_claims) pressed.text = sample_claims();
    pressed.stamp = {"step" + std::to_string(step), "2026-01-01T00:00:00Z"};
    Effects effects = app.update(pressed);
    changes += find(effects, EffectKind::save_layer) != nullptr;
    CHECK(nlohmann::json::accept(write_effects(effects)));
  }
  CHECK(changes > 5);
  while (!app.state().past.empty()) app.update(command(Verb::undo));
  CHECK(app.claims_file() == begin);
}

TEST_CASE("messages: commands are read back as written, bad ones are refused") {
  Command c = command(Verb::move_edge, "i", "begin", "t");
  c.number = -1;
  c.range = {3, 9};
  c.flag = true;
  Result<Command> read = read_command(write_command(c));
  REQUIRE(read.ok());
  CHECK(read.value().verb == Verb::move_edge);
  CHECK(read.value().number == -1);
  CHECK(read.value().range == Range{3, 9});
  CHECK(read.value().flag);
  for (const char* bad :
       {"", "{}", "[]", "{\"verb\":\"fly\"}", "{\"verb\":\"undo\",\"range\":[3,1]}",
        "{\"verb\":\"undo\",\"range\":[-1,1]}",
        "{\"verb\":\"load-article\",\"article\":{\"text\":\"ab\",\"blocks\":[[0,9,\"paragraph\"]]}}"})
    CHECK_FALSE(read_command(bad).ok());
  Result<Command> article =
      read_command(R"({"verb":"load-article","article":{"text":"ab","blocks":[[0,2,"heading",2]]}})");
  REQUIRE(article.ok());
  CHECK(article.value().article->blocks[0].role == BlockRole::heading);
}
