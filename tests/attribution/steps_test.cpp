#include "attribution/steps.h"

#include <doctest/doctest.h>

#include <string>

using namespace who_says;

TEST_CASE("passes go one after another, in steps of any size") {
  for (uint64_t work : {1u, 3u, 100u}) {
    std::string seen;
    size_t letters = 0;
    Steps steps;
    steps.each([&] { return letters; }, [&](size_t i) { seen += char('a' + i); }, 2);
    steps.once([&] { seen += "|"; });
    steps.then([&] { return seen.size() < 8 ? seen += "x", 1u : 0u; });
    letters = 4;  // asked for when the pass begins
    uint64_t all = 0;
    while (!steps.done()) {
      uint64_t did = steps.run(work);
      CHECK(did < work + 2);
      all += did;
    }
    CHECK(seen == "abcd|xxx");
    CHECK(all == 4 * 2 + 1 + 3);
    CHECK(steps.run(work) == 0);
  }
}

TEST_CASE("what passes work on is kept as long as they are") {
  auto state = std::make_shared<int>(0);
  std::weak_ptr<int> seen = state;
  {
    Steps steps;
    steps.once([of = state.get()] { ++*of; });
    steps.keep(std::move(state));
    steps.finish();
    CHECK(*seen.lock() == 1);
  }
  CHECK(seen.expired());
}
