#include <doctest/doctest.h>

#include "model/codec.h"

using namespace who_says;

namespace {
ClaimPtr claim(const std::string& id, const std::string& note = "") {
  auto c = std::make_shared<Claim>();
  c->id = id;
  c->note = note;
  return c;
}
SourcePtr source(const std::string& id, const std::string& name) {
  auto s = std::make_shared<Source>();
  s->id = id;
  s->name = name;
  return s;
}
std::string ids(const Document& d) {
  std::string out;
  for (const ClaimPtr& c : d.claims) out += c->id + (c->note.empty() ? "" : "=" + c->note) + " ";
  return out;
}
}  // namespace

TEST_CASE("a layer holds just the differences and brings them back") {
  Document base, now;
  base.claims = {claim("a"), claim("b"), claim("c")};
  base.sources = {source("s", "S")};
  now = base;
  now.claims = {base.claims[0], claim("b", "mine"), claim("d")};
  now.sources.push_back(source("t", "T"));
  Document layer = layer_between(base, now);
  CHECK(ids(layer) == "b=mine d ");
  CHECK(layer.removed == std::vector<std::string>{"c"});
  CHECK(layer.sources.size() == 1);
  Document again = apply_layer(base, layer);
  CHECK(ids(again) == "a b=mine d ");
  CHECK(again.sources.size() == 2);
}

TEST_CASE("an equal copy is no difference") {
  Document base, now;
  base.claims = {claim("a", "x")};
  now.claims = {claim("a", "x")};
  CHECK(layer_between(base, now).claims.empty());
}

TEST_CASE("a merge adds what is new and reports what differs") {
  Document mine, theirs;
  mine.claims = {claim("a"), claim("b", "mine")};
  mine.sources = {source("s", "One")};
  theirs.claims = {claim("a"), claim("b", "theirs"), claim("c")};
  theirs.sources = {source("s", "Two")};
  Merge merge = merge_documents(mine, theirs);
  CHECK(ids(merge.document) == "a b=mine c ");
  CHECK(merge.added == 1);
  CHECK(merge.same == 1);
  REQUIRE(merge.conflicts.size() == 2);
  CHECK(merge.conflicts[0].is_source);
  CHECK(merge.conflicts[1].id == "b");
  CHECK(merge.document.sources[0]->name == "One");
}
