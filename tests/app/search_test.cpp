#include <doctest/doctest.h>

#include "app/sample.h"

using namespace who_says;
using namespace who_says::test;

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

TEST_CASE("a search says how many it finds when that is another number, and only then") {
  App app;
  load_sample(app);
  auto said = [&](const char* words) {
    Effects effects = app.update(command(Verb::set_field, "search-claims", "", words));
    const Effect* out = find(effects, EffectKind::announce);
    return out ? out->text : std::string();
  };
  CHECK(said("wi") == "1 claim found");
  CHECK(said("wi s").empty());
  CHECK(said("wi son").empty());
  CHECK(said("") == "4 claims found");
}

TEST_CASE("where nothing can be searched there is no field for it, nor a filter or an order") {
  App app;
  auto claims = [&] {
    app.update(command(Verb::show_view, "", "claims"));
    PanelModel model = app.model();
    return model.claims.search.id + " " + model.claims.filter_button.id;
  };
  auto sources = [&] {
    app.update(command(Verb::show_view, "", "sources"));
    PanelModel model = app.model();
    return model.sources.search.id + " " + std::to_string(model.sources.order.size());
  };
  Command article = command(Verb::load_article);
  article.article = sample_article();
  app.update(article);
  CHECK(claims() == " ");
  CHECK(sources() == " 0");
  load_sample(app);
  CHECK(claims() == "search-claims filters");
  CHECK(sources() == "search-sources 3");
  // What was searched for can be taken back, whatever is found.
  app.update(command(Verb::set_field, "search-claims", "", "zebra"));
  app.update(command(Verb::set_field, "search-sources", "", "zebra"));
  CHECK(claims() == "search-claims filters");
  CHECK(sources() == "search-sources 3");
}
