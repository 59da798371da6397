#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "model/result.h"

namespace who_says {

/// The one JSON type: members keep their order, so files read the way they were written.
using Json = nlohmann::ordered_json;

/// Parses a whole text. Errors: "too-large", "not-utf8", "not-json" (with line and column), "too-deep".
Result<Json> parse_json(std::string_view text, size_t most_bytes, size_t most_depth);
/// Compact text. Ill-formed UTF-8 cannot occur: strings come from parse_json or to_utf8.
std::string dump_json(const Json& json, int indent = -1);

/// A member if it is there and of that type; else nullptr, "" or the fallback.
const Json* member(const Json& object, std::string_view key);
std::string string_or(const Json& object, std::string_view key, std::string_view fallback = "");

}  // namespace who_says
