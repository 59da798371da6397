#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/codec.h"
#include "model/codec_foreign.h"

namespace who_says {

/// The object's type (or one of its types) is `wanted`, with or without the prefix "oa:".
bool is_type(const Json& object, std::string_view wanted);

/// What readers of parts of a file share: the list of problems, and words of closed sets.
class PartReader {
 public:
  explicit PartReader(Loaded& loaded) : loaded_(loaded) {}

 protected:
  void problem(std::string code, std::string message, std::string where) {
    loaded_.problems.push_back({std::move(code), std::move(message), std::move(where)});
  }
  void wrong(const std::string& expected, const std::string& where) {
    problem("wrong-shape", "Here " + expected + " was expected; it is left out.", where);
  }

  /// A word of a closed set. Another word is reported, left where it is, and the default used.
  template <class E>
  E closed(Members& m, const char* key, E fallback, const std::string& where) {
    const Json* value = m.peek(key);
    if (!value) return fallback;
    if (value->is_string())
      if (auto known = parse_word<E>(value->get_ref<const std::string&>())) {
        m.drop(key);
        return *known;
      }
    problem("unknown-word", "Here one of these words was expected: " + words_of<E>() + ".",
            where + "/" + key);
    return fallback;
  }

  Loaded& loaded_;
};

}  // namespace who_says
