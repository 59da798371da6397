// Annotations for other tools: what a document says, in members and bodies of the W3C's alone.

#include <algorithm>
#include <string_view>

#include "model/codec.h"
#include "model/codec_foreign.h"
#include "model/codec_part.h"

namespace who_says {
namespace {

/// Members that http://www.w3.org/ns/anno.jsonld defines and annotations use, beside JSON-LD's own.
bool is_standard(std::string_view name) {
  constexpr std::string_view kNames[] = {
      "id",
      "type",
      "motivation",
      "target",
      "body",
      "bodyValue",
      "purpose",
      "value",
      "format",
      "language",
      "creator",
      "created",
      "modified",
      "generator",
      "generated",
      "rights",
      "canonical",
      "via",
      "audience",
      "source",
      "selector",
      "state",
      "scope",
      "refinedBy",
      "exact",
      "prefix",
      "suffix",
      "start",
      "end",
      "startSelector",
      "endSelector",
      "conformsTo",
      "styleClass",
      "stylesheet",
      "renderedVia",
      "cached",
      "sourceDate",
      "items",
      "sourceDateStart",
      "sourceDateEnd",
      "textDirection",
      "processingLanguage",
      "name",
      "nickname",
      "email",
      "email_sha1",
      "homepage",
      "accessibility",
      "partOf",
      "next",
      "prev",
      "startIndex",
      "total",
      "label",
      "first",
      "last",
  };
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

Json standard(const Json& value) {
  if (value.is_array()) {
    Json out = Json::array();
    for (const Json& one : value) {
      Json kept = standard(one);
      // What is left of a selector of another tool's own, its type, would select nothing.
      if (!one.is_object() || kept.size() == one.size() || kept.size() > 1) out.push_back(std::move(kept));
    }
    return out;
  }
  if (!value.is_object()) return value;
  Json out = Json::object();
  for (const auto& [name, inner] : value.items())
    if (is_standard(name)) out[name] = standard(inner);
  return out;
}

Json textual(const char* purpose, const std::string& value) {
  return Json{{"type", "TextualBody"}, {"purpose", purpose}, {"value", value}};
}

class StandardBodies {
 public:
  StandardBodies(const Document& document, const Claim& claim) : document_(document), claim_(claim) {}

  /// `annotation` as write_claims() writes it.
  Json of(const Json& annotation) {
    const Json* bodies = member(annotation, "body");
    if (bodies)
      for (const Json& body : bodies->is_array() ? *bodies : Json::array({*bodies})) add(body);
    tags();
    for (const std::string& what : claim_.not_stated)
      out_.push_back(textual("commenting", "Not stated: " + what));
    hypothesis(annotation);
    return std::move(out_);
  }

 private:
  void add(const Json& body) {
    std::string type = string_or(body, "type"), purpose = string_or(body, "purpose");
    bool is_chain = type == "List" && purpose == "linking" && !claim_.chain.empty() && !linked_;
    if (is_chain) {
      linked_ = true;
      return out_.push_back(textual("linking", chain()));
    }
    std::string source = string_or(body, "source");
    const Source* known = source.rfind('#', 0) == 0 ? document_.find_source(source.substr(1)) : nullptr;
    if (known && purpose == "identifying")
      return out_.push_back(textual("identifying", known->name.empty() ? known->id : known->name));
    out_.push_back(standard(body));
  }

  /// "The Korea Herald (cites) → Wi Song Lak (argues that)", from the article inwards.
  std::string chain() const {
    std::string out;
    for (const Hop& hop : claim_.chain) {
      const Source* source = document_.find_source(hop.source);
      std::string name = source && !source->name.empty() ? source->name : hop.source;
      out += (out.empty() ? "" : " → ") + (name.empty() ? "nobody named" : name);
      if (!hop.cue.empty()) out += " (" + hop.cue + ")";
    }
    return out;
  }

  void tag(const std::string& name, std::string_view value) {
    out_.push_back(textual("tagging", name + ": " + std::string(value)));
  }
  template <class E>
  void tag(const std::string& name, E value, E absent) {
    if (value != absent) tag(name, word(value));
  }
  void tags() {
    const Claim& c = claim_;
    tag("status", c.status, Status::confirmed);
    if (c.confidence >= 0) tag("confidence", dump_json(c.confidence));
    tag("scope", c.scope, Scope::none);
    tag("directness", c.directness, Directness::none);
    tag("naming", c.naming, Naming::none);
    tag("cue class", c.cue_class, CueClass::none);
    tag("medium", c.medium, Medium::unknown);
    tag("certainty", c.certainty, Certainty::unknown);
    for (Evidence one : c.evidence) tag("evidence", word(one));
    tag("claim type", c.type, ClaimType::unspecified);
  }

  /// Hypothesis has its comment and tags beside the annotation.
  void hypothesis(const Json& annotation) {
    std::string comment = string_or(annotation, "text");
    if (!comment.empty()) out_.push_back(textual("commenting", comment));
    if (const Json* all = member(annotation, "tags"); all && all->is_array())
      for (const Json& one : *all)
        if (one.is_string()) out_.push_back(textual("tagging", one.get<std::string>()));
  }

  const Document& document_;
  const Claim& claim_;
  Json out_ = Json::array();
  bool linked_ = false;
};

}  // namespace

std::string write_annotations(const Document& document, std::u16string_view article_text) {
  Json page = parse_own_json(write_claims(document, article_text));
  Json out{{"@context", "http://www.w3.org/ns/anno.jsonld"}};
  for (const auto& [name, value] : page.items())
    if (is_standard(name) && name != "items" && name != "generator") out[name] = standard(value);
  Json items = Json::array();
  const Json& written = page["items"];
  for (size_t i = 0; i < written.size(); ++i) {
    Json item = standard(written[i]);
    if (i < document.claims.size()) {
      Json bodies = StandardBodies(document, *document.claims[i]).of(written[i]);
      item.erase("body");
      // The short form of a body may not stand beside others.
      if (std::string value = string_or(item, "bodyValue"); !value.empty() && !bodies.empty()) {
        bodies.push_back({{"type", "TextualBody"}, {"value", value}, {"format", "text/plain"}});
        item.erase("bodyValue");
      }
      if (!bodies.empty()) item["body"] = std::move(bodies);
    }
    items.push_back(std::move(item));
  }
  out["items"] = std::move(items);
  return dump_json(out, 2) + "\n";
}

}  // namespace who_says
