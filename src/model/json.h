#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace who_says {

/// The one JSON type: members keep their order, so files read the way they were written. A number that a double may not hold
/// digit by digit is a binary value with its text, so that it is written back as it was; `number_of` reads it.
using Json = nlohmann::ordered_json;

/// Parses a whole text. Depth counts objects, and lists that stand in a list. Errors: "too-large", "not-utf8", "not-json" and
/// "number-too-large" (with line and column), "too-deep", "too-many" (members of one object).
Result<Json> parse_json(std::string_view text, size_t most_bytes, size_t most_depth);
Error too_deep(size_t most_depth);
/// Members are looked up one after the other: more of them in one object would make reading slow, and no file needs them.
constexpr size_t kMostMembers = 2000;
/// A whole value that stands `depth` levels deep, in a list or as a member of an object; nothing when it is not as parse_json takes it.
std::optional<Json> parse_part(std::string_view text, size_t most_depth, size_t depth, bool in_list);

/// parse_json bit by bit, for who must not be kept waiting: what it gives is the same.
class JsonParser {
 public:
  /// `text` must outlive it. Values of up to `whole` bytes are parsed in one go.
  JsonParser(std::string_view text, size_t most_bytes, size_t most_depth, size_t whole = 4096);
  /// Parses about so many bytes. True when it is over. Text that parse_json refuses is read to its end at once, for the error.
  bool read(size_t bytes);
  /// How many bytes are parsed.
  size_t at() const { return at_; }
  /// Once, after read() gave true.
  Result<Json> take();

 private:
  struct Open {
    Json* value;  ///< stays where it is while something inside is open
    size_t depth;
    size_t members = 0;
    bool is_new = true;
  };
  bool step();
  bool inside();
  bool begin(Json& value, size_t depth, bool in_list);
  size_t end_of_value() const;
  void skip_space();
  bool stands(char c) const { return at_ < text_.size() && text_[at_] == c; }

  std::string_view text_;
  size_t most_bytes_, most_depth_, whole_, at_ = 0;
  Json root_;
  std::vector<Open> open_;
  enum class State : uint8_t { before, within, over, refused } state_ = State::before;
};
/// Text of our own, such as dump_json gives; null for what is not JSON.
Json parse_own_json(std::string_view text);
/// Compact text, or lines with that indent. Ill-formed UTF-8 cannot occur: strings come from parse_json or to_utf8.
std::string dump_json(const Json& json, int indent = -1);

/// A member if it is there and of that type; else nullptr, "" or the fallback.
const Json* member(const Json& object, std::string_view key);
std::string string_or(const Json& object, std::string_view key, std::string_view fallback = "");
/// The number as a double; nullopt when it is none.
std::optional<double> number_of(const Json& value);

}  // namespace who_says
