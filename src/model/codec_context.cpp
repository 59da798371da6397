#include "model/codec_context.h"

namespace who_says {
namespace {

constexpr const char* kAnnotations = "http://www.w3.org/ns/anno.jsonld";

/// Our terms. Inside the objects that are wholly ours every member is a term of ours ("@vocab"), apart from those of the W3C;
/// "scope" is one of theirs with another meaning, and ids of sources and kinds are plain words there.
constexpr std::string_view kTerms = R"({
  "ws": "urn:who-says:",
  "article": {"@id": "ws:article", "@context": {"@vocab": "urn:who-says:"}},
  "kinds": {"@id": "ws:kinds", "@context": {"@vocab": "urn:who-says:", "id": "ws:id"}},
  "sources": {"@id": "ws:sources", "@context": {"@vocab": "urn:who-says:", "id": "ws:id"}},
  "sourcing": {"@id": "ws:sourcing", "@context": {"@vocab": "urn:who-says:", "scope": "ws:scope"}},
  "removed": {"@id": "ws:removed", "@type": "@id"},
  "independence": "ws:independence", "status": "ws:status", "link": "ws:link", "cue": "ws:cue", "basis": "ws:basis",
  "heading": "ws:heading",
  "List": "ws:List"
})";

bool is_ours(const Json& definition) {
  std::string id = definition.is_string() ? definition.get<std::string>() : string_or(definition, "@id");
  return id.rfind("ws:", 0) == 0;
}

/// What of one context is not ours; null when nothing is left.
Json without_ours(const Json& context) {
  if (context.is_string() && context.get_ref<const std::string&>() == kAnnotations) return {};
  if (string_or(context, "ws") != "urn:who-says:") return context;
  Json left = Json::object();
  for (const auto& [name, definition] : context.items())
    if (name != "ws" && !is_ours(definition)) left[name] = definition;
  return left.empty() ? Json() : left;
}

}  // namespace

Json context_with(const Json* others) {
  Json out = Json::array({kAnnotations});
  if (others)
    for (const Json& other : *others) out.push_back(other);
  out.push_back(parse_own_json(kTerms));
  return out;
}

void take_context(Members& page) {
  const Json* context = page.peek("@context");
  if (!context) return;
  Json left = Json::array();
  for (const Json& one : context->is_array() ? *context : Json::array({*context}))
    if (Json rest = without_ours(one); !rest.is_null()) left.push_back(std::move(rest));
  page.replace("@context", std::move(left));
}

}  // namespace who_says
