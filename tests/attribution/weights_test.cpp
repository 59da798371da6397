#include "attribution/weights.h"

#include <doctest/doctest.h>

#include <cstring>
#include <optional>
#include <random>
#include <vector>

#include "attribution/network.h"
#include "network_case.h"

using namespace who_says;

namespace {

/// `bytes` with the checksum that belongs to them.
std::vector<uint8_t> sealed(std::vector<uint8_t> bytes) {
  uint32_t h = 2166136261u;
  for (size_t i = 12; i < bytes.size(); ++i) h = (h ^ bytes[i]) * 16777619u;
  std::memcpy(&bytes[8], &h, 4);
  return bytes;
}
std::string code(const std::vector<uint8_t>& bytes) {
  Result<Weights> read = Weights::read(bytes);
  return read ? "" : read.error().code;
}

}  // namespace

TEST_CASE("a weights file is read, with its name and checksum") {
  std::vector<uint8_t> bytes = case_weights();
  Result<Weights> read = Weights::read(bytes);
  REQUIRE(read.ok());
  CHECK(read.value().version().substr(0, 5) == "case ");
  CHECK(read.value().version().size() == 13);
  CHECK(read.value().encoder.size() == 2);
  CHECK(read.value().reach() == 3);
}

TEST_CASE("words are found by fingerprint, compounds also by their last part, others are word 0") {
  Result<Weights> read = Weights::read(case_weights());
  REQUIRE(read.ok());
  auto row = [&](std::u16string_view word) {
    return read.value().word_row(token_features(word, tokenise(word), 0));
  };
  CHECK(row(u"said") != 0);
  CHECK(row(u"Said") == row(u"said"));
  CHECK(row(u"re-said") == row(u"said"));
  CHECK(row(u"ambassador") != row(u"said"));
  CHECK(row(u"zyzzyva") == 0);
}

TEST_CASE("bad files are errors") {
  std::vector<uint8_t> good = case_weights();
  CHECK(code(good) == "");
  CHECK(code({}) == "not-weights");
  CHECK(code({'W', 'S', 'A', 'T'}) == "not-weights");
  std::vector<uint8_t> other = good;
  other[4] = 99;
  CHECK(code(other) == "wrong-version");
  other = good;
  other.back() ^= 1;
  CHECK(code(other) == "damaged");
  other = good;
  other.push_back(0);
  CHECK(code(sealed(other)) == "wrong-shape");
  for (size_t size = 12; size < good.size(); size += 7)
    CHECK(code(sealed({good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size)})) == "wrong-shape");
}

TEST_CASE("in steps of any size the same is read, and no step is long") {
  std::vector<uint8_t> good = case_weights(), damaged = good;
  damaged.back() ^= 1;
  uint64_t all = 0;
  for (uint64_t work : {1u, 30u, 100000u}) {
    std::optional<Result<Weights>> read;
    Steps steps = Weights::read_in_steps(good, read);
    uint64_t sum = 0;
    while (!steps.done()) {
      uint64_t did = steps.run(work);
      CHECK(did < work + 65);
      sum += did;
    }
    REQUIRE(read);
    REQUIRE(read->ok());
    CHECK(read->value().version() == Weights::read(good).value().version());
    CHECK(read->value().span.codes == Weights::read(good).value().span.codes);
    if (all > 0) CHECK(sum == all);
    all = sum;
    Steps failing = Weights::read_in_steps(damaged, read);
    while (!failing.done()) failing.run(work);
    CHECK(read->error().code == "damaged");
  }
}

TEST_CASE("whatever a file says, it is an error or can be run") {
  std::mt19937 random(8);
  std::vector<uint8_t> good = case_weights();
  std::u16string text = u"\u201CWe know nothing,\u201D the ambassador said.\nHe denied it.";
  Tokens tokens = tokenise(text);
  for (int round = 0; round < 300; ++round) {
    std::vector<uint8_t> bytes = good;
    size_t reach = round % 2 ? 80 : bytes.size();  // half of them in the sizes
    for (uint32_t i = 1 + random() % 4; i > 0; --i)
      bytes[12 + random() % (reach - 12)] = static_cast<uint8_t>(random());
    Result<Weights> read = Weights::read(sealed(bytes));
    if (!read) continue;
    Network network(text, tokens, read.value());
    while (!network.done()) network.step(100);
    for (const SpanAttribution& found : network.take()) CHECK(!found.content.empty());
  }
}
