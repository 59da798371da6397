#include "model/codec_foreign.h"

namespace who_says {
namespace {

template <class K, class F>
void each_part(K& kept, F f) {
  f("members", kept.members);
  f("target", kept.target);
  f("quote", kept.quote);
  f("position", kept.position);
  f("selectors", kept.selectors);
  f("targets", kept.targets);
  f("bodies", kept.bodies);
  f("kind", kept.kind);
}

}  // namespace

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
  Json all = Json::parse(foreign, nullptr, false);
  each_part(kept, [&](const char* key, Json& part) {
    if (const Json* found = member(all, key)) part = *found;
  });
  return kept;
}

void add_foreign(Json& object, const Json& foreign) {
  if (!foreign.is_object()) return;
  for (const auto& [key, value] : foreign.items())
    if (!object.contains(key)) object[key] = value;
}
void add_foreign(Json& object, const Foreign& foreign) {
  if (!foreign.empty()) add_foreign(object, Json::parse(foreign, nullptr, false));
}

}  // namespace who_says
