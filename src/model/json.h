#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "model/result.h"

namespace who_says {

/// The one JSON type: members keep their order, so files read the way they were written. A number that a double may not hold
/// digit by digit is a binary value with its text, so that it is written back as it was; `number_of` reads it.
using Json = nlohmann::ordered_json;

/// Parses a whole text. Depth counts objects, and lists that stand in a list. Errors: "too-large", "not-utf8", "not-json" and
/// "number-too-large" (with line and column), "too-deep", "too-many" (members of one object).
Result<Json> parse_json(std::string_view text, size_t most_bytes, size_t most_depth);
Error too_deep(size_t most_depth);
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
