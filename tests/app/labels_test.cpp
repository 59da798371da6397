// Each word of a closed set that the panel may show has a label.

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "app/words.h"
#include "model/vocabulary.h"

using namespace who_says;

namespace {

/// English, with the explanations.
InterfaceWords english() {
  InterfaceWords say;
  std::ifstream file(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/words/terms.en.json");
  CHECK(say.read_terms(std::string((std::istreambuf_iterator<char>(file)), {})));
  return say;
}

template <class E>
void check_labels(const std::string& prefix, std::string_view without = "") {
  InterfaceWords say = english();
  std::string all = words_of<E>();
  size_t known = 0;
  for (size_t at = 0; at < all.size();) {
    size_t end = std::min(all.find(", ", at), all.size());
    std::string name = all.substr(at, end - at);
    at = end + 2;
    if (name == without) continue;
    CHECK_MESSAGE(say.has(prefix + name), prefix, name);
    // What it is, and an example: words.test.mjs has that of every language.
    std::string text = say.term(prefix + name);
    CHECK_MESSAGE(text.size() > 30, prefix, name);
    CHECK_MESSAGE(text.size() < 170, prefix, name);
    CHECK_MESSAGE(say.term_name(prefix + name) != prefix + name, prefix, name);
    ++known;
  }
  CHECK(known > 1);
}

}  // namespace

TEST_CASE("each word of the vocabulary that is shown has a label and an explanation") {
  check_labels<SourceKind>("kind.");
  check_labels<Office>("office.");
  check_labels<Naming>("naming.");
  check_labels<Directness>("directness.");
  check_labels<Scope>("scope.");
  check_labels<Status>("status.");
  check_labels<Certainty>("certainty.");
  check_labels<CueClass>("cue.", "none");
  check_labels<Evidence>("evidence.", "none");
  check_labels<ClaimType>("type.", "unspecified");
  check_labels<ChainLink>("link.", "explicit");
  check_labels<Basis>("basis.");
  check_labels<AnchorState>("anchor.", "exact");
  InterfaceWords say = english();
  for (const char* key : {"claim", "source", "origin", "relay", "chain", "suggestion", "anchor.exact"})
    CHECK_MESSAGE((say.term(key).size() > 30 && say.term_name(key) != key), key);
}
