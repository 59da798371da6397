#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/codec.h"
#include "model/codec_foreign.h"

namespace who_says {

/// The object's type (or one of its types) is `wanted`, with or without the prefix "oa:".
bool is_type(const Json& object, std::string_view wanted);
/// The value is an annotation, as far as its outside tells.
bool is_annotation(const Json& value);
/// The kind of that id which the file adds; nullptr when it adds none.
const OwnKind* own_kind(const Document& document, std::string_view id);

/// What readers of parts of a file share: the list of problems, text, and words of closed sets. What has another shape than
/// expected is reported and stays where it is, so that saving gives it back.
class PartReader {
 public:
  explicit PartReader(Loaded& loaded) : loaded_(loaded) {}

 protected:
  void problem(const char* code, std::string message, const std::string& where);
  void wrong(const char* expected, const std::string& where);

  std::string text(Members& m, const char* key, const std::string& where);
  void texts(Members& m, const char* key, const std::string& parent, std::vector<std::string>& out);
  /// "reasonParts": all of them or, where one cannot be read, none.
  ReasonParts reason_parts(Members& m, const std::string& parent);

  /// A word of a closed set. Another word is reported, left where it is, and the default used.
  template <class E>
  E closed(Members& m, const char* key, E fallback, const std::string& where) {
    auto read = [](const Json& value) {
      auto known = word_of<E>(value);
      return known ? static_cast<int>(*known) : -1;
    };
    int value = closed_value(m, key, where, read, words_of<E>);
    return value < 0 ? fallback : static_cast<E>(value);
  }
  /// The value that `read` gives, which is taken; -1 when there is none, or none of the set.
  int closed_value(Members& m, const char* key, const std::string& where, int (*read)(const Json&),
                   std::string (*words)());
  template <class E>
  static std::optional<E> word_of(const Json& value) {
    return value.is_string() ? parse_word<E>(value.get_ref<const std::string&>()) : std::nullopt;
  }
  void unknown_word(const std::string& words, const std::string& where);

  using ReadOne = std::function<bool(const Json& value, const std::string& where)>;
  /// Reads a list value by value. What is not read stays in the file as it was.
  void each(Members& m, const char* key, const std::string& parent, const ReadOne& read_one);

  Loaded& loaded_;
};

}  // namespace who_says
