#include "model/codec_foreign.h"

#include <algorithm>

#include "model/codec_put.h"

namespace who_says {
namespace {

/// Holds the names of members that the file lacks. It is never written to a file.
constexpr const char* kAbsent = "urn:who-says:absent";

template <class K, class F>
void each_part(K& kept, F f) {
  f("members", kept.members);
  f("target", kept.target);
  f("quote", kept.quote);
  f("position", kept.position);
  f("selectors", kept.selectors);
  f("targets", kept.targets);
  f("bodies", kept.bodies);
  f("chain", kept.chain);
  f("kind", kept.kind);
}

}  // namespace

Members::Members(const Json& object) : left_(object) {
  if (left_.is_object()) drop(kAbsent);
}

void Members::note_absent(const char* key) {
  Json& names = left_[kAbsent];
  if (names.is_null()) names = Json::array();
  names.push_back(key);
}

void Members::plain_keywords() {
  for (auto [keyword, plain] : {std::pair{"@id", "id"}, std::pair{"@type", "type"}}) {
    const Json* value = peek(keyword);
    if (!value || peek(plain)) continue;
    Json moved = *value;
    drop(keyword);
    left_[plain] = std::move(moved);
  }
}

Json Members::rest() const {
  Json out = Json::object();
  for (const char* key : {"@context", "id",      "type",   "generator", "article",    "kinds",   "sources",
                          "removed",  "aliases", "parent", "label",     "motivation", "purpose", "creator",
                          "target",   "source",  "link",   "evidence",  "notStated",  "sourcing"})
    if (const Json* value = peek(key)) out[key] = *value;
  for (const auto& [key, value] : left_.items())
    if (!out.contains(key)) out[key] = value;
  return out;
}

Foreign Kept::write() const {
  Json out = Json::object();
  each_part(*this, [&](const char* key, const Json& part) {
    if (!part.empty()) out[key] = part;
  });
  return out.empty() ? Foreign() : dump_json(out);
}

Kept Kept::read(const Foreign& foreign) {
  Kept kept;
  if (foreign.empty()) return kept;
  Json all = parse_own_json(foreign);
  each_part(kept, [&](const char* key, Json& part) {
    if (const Json* found = member(all, key)) part = *found;
  });
  return kept;
}

bool is_address(std::string_view agent) {
  return agent.find(':') != agent.npos && agent.find(' ') == agent.npos;
}

void add_foreign(Json& object, const Json& foreign) {
  if (!foreign.is_object()) return;
  for (const auto& [key, value] : foreign.items()) {
    if (key != kAbsent && !object.contains(key)) object[key] = value;
  }
}
void add_foreign(Json& object, const Foreign& foreign) {
  if (!foreign.empty()) add_foreign(object, parse_own_json(foreign));
}
Json object_with(const char* key, Json value) {
  Json out = Json::object();
  out[key] = std::move(value);
  return out;
}
Json body_with(const char* type, const char* purpose, const char* key, Json value) {
  Json out = object_with("type", type);
  out["purpose"] = purpose;
  out[key] = std::move(value);
  return out;
}

void put_list(Json& object, const char* key, Json list, const Json& foreign) {
  if (const Json* unread = member(foreign, key); unread && unread->is_array())
    for (const Json& one : *unread) list.push_back(one);
  if (!list.empty()) object[key] = std::move(list);
}

bool is_noted_absent(const Json& foreign, const char* key) {
  const Json* names = member(foreign, kAbsent);
  return names && std::any_of(names->begin(), names->end(),
                              [&](const Json& name) { return name.get_ref<const std::string&>() == key; });
}
void put_default(Json& object, const char* key, const char* value, const Json& foreign) {
  if (const Json* stated = member(foreign, key))
    object[key] = *stated;
  else if (!is_noted_absent(foreign, key))
    object[key] = value;
}

}  // namespace who_says
