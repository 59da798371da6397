#pragma once

#include <string>
#include <utility>

#include "model/codec_foreign.h"
#include "model/vocabulary.h"
#include "text/utf.h"

namespace who_says {

// How writers put members into an object: what says no more than absence is left out.

inline void put(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}
template <class E>
void put(Json& object, const char* key, E value, E absent) {
  if (value != absent) object[key] = std::string(word(value));
}
/// A list, and after it what of the file's list was not read.
void put_list(Json& object, const char* key, Json list, const Json& foreign);
void put_reason_parts(Json& object, const ReasonParts& parts);
inline Json parsed(const Foreign& foreign) {
  return foreign.empty() ? Json::object() : parse_own_json(foreign);
}

/// The target of a claim. `map`: of the article's text; nullptr when it is not at hand.
Json write_target(const Claim& claim, const Kept& kept, const CodePointMap* map);

}  // namespace who_says
