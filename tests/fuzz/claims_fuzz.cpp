// Reading a claims file of any bytes: it never fails but by an Error that says why; what is read, written and read again is the
// same; saving makes no new problem, and saving twice changes nothing.

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "model/codec.h"
#include "model/json.h"

using namespace who_says;

namespace {

const std::u16string article =
    u"\U0001F4F0 The depot lost 300 carts, the Harbour Ledger says. Its union doubts the count.";

void must(bool holds) {
  if (!holds) std::abort();
}
void check_error(const Error& error) { must(!error.code.empty() && !error.message.empty()); }

bool same_claims(const Document& a, const Document& b) {
  if (a.claims.size() != b.claims.size() || a.sources.size() != b.sources.size()) return false;
  for (size_t i = 0; i < a.claims.size(); ++i)
    if (!(*a.claims[i] == *b.claims[i])) return false;
  for (size_t i = 0; i < a.sources.size(); ++i)
    if (!(*a.sources[i] == *b.sources[i])) return false;
  return true;
}
bool same(const Document& a, const Document& b) {
  return a.id == b.id && a.article_url == b.article_url && a.article_title == b.article_title &&
         a.article_hash == b.article_hash && a.lang == b.lang && a.kinds == b.kinds && same_claims(a, b) &&
         a.removed == b.removed && a.independence_stated == b.independence_stated &&
         a.independence == b.independence && a.foreign == b.foreign;
}

/// Bit by bit it is parsed as in one go.
void check_parser(std::string_view json) {
  constexpr size_t most_bytes = 1 << 20, most_depth = 16;
  Result<Json> at_once = parse_json(json, most_bytes, most_depth);
  JsonParser parser(json, most_bytes, most_depth, json.size() / 4);
  while (!parser.read(1 + json.size() / 8)) {
  }
  Result<Json> parsed = parser.take();
  must(parsed.ok() == at_once.ok());
  if (parsed)
    must(parsed.value() == at_once.value());
  else
    must(parsed.error().where == at_once.error().where);
}

void check(std::string_view json, std::u16string_view text) {
  Result<Loaded> first = read_claims(json, text);
  if (!first) return check_error(first.error());
  std::map<std::string, int> problems;
  for (const Error& problem : first.value().problems) {
    check_error(problem);
    ++problems[problem.code];
  }
  std::string written = write_claims(first.value().document, text);
  Result<Loaded> second = read_claims(written, text);
  must(second.ok());
  must(same(first.value().document, second.value().document));
  for (const Error& problem : second.value().problems) must(--problems[problem.code] >= 0);
  must(write_claims(second.value().document, text) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view json(reinterpret_cast<const char*>(data), size);
  check_parser(json);
  check(json, article);
  check(json, {});
  return 0;
}
