#include "model/codec.h"
#include "model/codec_foreign.h"
#include "model/json.h"
#include "text/utf.h"

namespace who_says {
namespace {

void put(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}
template <class E>
void put(Json& object, const char* key, E value, E absent) {
  if (value != absent) object[key] = std::string(word(value));
}

Json textual(const char* purpose, const std::string& value) {
  return Json{{"type", "TextualBody"}, {"purpose", purpose}, {"value", value}};
}

class Writer {
 public:
  Writer(const Document& document, std::u16string_view text)
      : document_(document), map_(text), has_text_(!text.empty()) {}

  Json page() const {
    const Document& d = document_;
    Json out;
    out["@context"] = Json::array({"http://www.w3.org/ns/anno.jsonld", context()});
    put(out, "id", d.id);
    out["type"] = "AnnotationPage";
    out["generator"] = {{"type", "Software"}, {"name", "Who Says"}, {"version", WHO_SAYS_VERSION}};
    Json article = Json::object(),
         foreign = d.foreign.empty() ? Json::object() : Json::parse(d.foreign, nullptr, false);
    put(article, "url", d.article_url);
    put(article, "title", d.article_title);
    put(article, "lang", d.lang);
    put(article, "hash", d.article_hash);
    if (const Json* more = member(foreign, "article")) add_foreign(article, *more);
    if (!article.empty()) out["article"] = article;
    if (d.independence_stated) out["independence"] = d.independence;
    Json kinds = Json::array(), sources = Json::array(), items = Json::array();
    for (const OwnKind& kind : d.kinds) {
      Json k{{"id", kind.id}, {"label", kind.label}, {"parent", std::string(word(kind.parent))}};
      add_foreign(k, kind.foreign);
      kinds.push_back(k);
    }
    for (const SourcePtr& s : d.sources) sources.push_back(source(*s));
    for (const ClaimPtr& c : d.claims) items.push_back(annotation(*c));
    unread(foreign, "kinds", kinds);
    unread(foreign, "sources", sources);
    if (!kinds.empty()) out["kinds"] = kinds;
    if (!sources.empty()) out["sources"] = sources;
    if (!d.removed.empty()) out["removed"] = d.removed;
    add_foreign(out, foreign);
    out["items"] = items;
    return out;
  }

 private:
  static Json context() {
    Json out{{"ws", "urn:who-says:"}};
    for (const char* term : {"article", "independence", "kinds", "sources", "removed", "sourcing", "status",
                             "link", "cue", "basis"})
      out[term] = std::string("ws:") + term;
    return out;
  }
  static void unread(const Json& foreign, const char* key, Json& list) {
    if (const Json* more = member(foreign, key); more && more->is_array())
      for (const Json& one : *more) list.push_back(one);
  }

  static Json source(const Source& s) {
    Json out{{"id", s.id}};
    put(out, "name", s.name);
    if (!s.aliases.empty()) {
      Json aliases = Json::array();
      for (const Alias& alias : s.aliases) {
        Json a{{"name", alias.name}};
        put(a, "reason", alias.reason);
        aliases.push_back(a);
      }
      out["aliases"] = aliases;
    }
    if (!s.own_kind.empty())
      out["kind"] = s.own_kind;
    else
      put(out, "kind", s.kind, SourceKind::unspecified);
    put(out, "form", s.form, Form::person);
    put(out, "office", s.office, Office::unknown);
    put(out, "naming", s.naming, Naming::named);
    put(out, "role", s.role, Role::unknown);
    put(out, "description", s.description);
    put(out, "country", s.country);
    put(out, "organization", s.organization);
    put(out, "note", s.note);
    add_foreign(out, s.foreign);
    return out;
  }

  Json target(const Claim& c, const Kept& kept) const {
    Json selectors = Json::array();
    if (!c.selector.exact.empty()) {
      Json quote{{"type", "TextQuoteSelector"}, {"exact", to_utf8(c.selector.exact)}};
      put(quote, "prefix", to_utf8(c.selector.prefix));
      put(quote, "suffix", to_utf8(c.selector.suffix));
      add_foreign(quote, kept.quote);
      selectors.push_back(quote);
    }
    if (c.selector.position) {
      Json position{{"type", "TextPositionSelector"},
                    {"start", map_of(c.selector.position->begin)},
                    {"end", map_of(c.selector.position->end)}};
      add_foreign(position, kept.position);
      selectors.push_back(position);
    }
    for (const Json& other : kept.selectors) selectors.push_back(other);
    Json out = Json::object();
    if (selectors.empty() && kept.target.empty()) {
      out = c.target;
    } else {
      put(out, "source", c.target);
      if (!selectors.empty()) out["selector"] = selectors;
      add_foreign(out, kept.target);
    }
    if (kept.targets.empty()) return out;
    Json all = Json::array({out});
    for (const Json& other : kept.targets) all.push_back(other);
    return all;
  }
  uint32_t map_of(uint32_t offset) const { return has_text_ ? map_.to_code_points(offset) : offset; }

  Json bodies(const Claim& c, const Kept& kept) const {
    Json out = Json::array();
    const Source* origin = origin_of(document_, c);
    if (origin)
      out.push_back(textual("classifying",
                            origin->own_kind.empty() ? std::string(word(origin->kind)) : origin->own_kind));
    else if (c.chain.empty() && !kept.kind.is_null())
      out.push_back(kept.kind);
    if (!c.chain.empty()) {
      const Hop& last = c.chain.back();
      if (!last.source.empty())
        out.push_back(
            {{"type", "SpecificResource"}, {"purpose", "identifying"}, {"source", "#" + last.source}});
      Json items = Json::array();
      for (const Hop& hop : c.chain) {
        Json h{{"type", "SpecificResource"}};
        if (!hop.source.empty()) h["source"] = "#" + hop.source;
        h["link"] = std::string(word(hop.link));
        put(h, "cue", hop.cue);
        add_foreign(h, hop.foreign);
        items.push_back(h);
      }
      out.push_back({{"type", "List"}, {"purpose", "linking"}, {"items", items}});
    }
    for (const Remark& remark : c.remarks) {
      Json r = textual(remark.question ? "questioning" : "commenting", remark.text);
      put(r, "id", remark.id);
      put(r, "basis", remark.basis, Basis::text);
      put(r, "creator", remark.creator);
      put(r, "created", remark.created);
      add_foreign(r, remark.foreign);
      out.push_back(r);
    }
    if (!c.note.empty()) out.push_back(textual("bookmarking", c.note));
    for (const Json& body : kept.bodies) out.push_back(body);
    return out;
  }

  Json annotation(const Claim& c) const {
    Kept kept = Kept::read(c.foreign);
    Json out{{"id", c.id}, {"type", "Annotation"}};
    if (const Json* type = member(kept.members, "type")) out["type"] = *type;
    if (const Json* motivation = member(kept.members, "motivation"))
      out["motivation"] = *motivation;
    else
      out["motivation"] = "highlighting";
    if (const Json* creator = member(kept.members, "creator"))
      out["creator"] = *creator;
    else
      put(out, "creator", c.creator);
    put(out, "created", c.created);
    put(out, "modified", c.modified);
    out["target"] = target(c, kept);
    if (Json body = bodies(c, kept); !body.empty()) out["body"] = body;

    Json sourcing = Json::object();
    put(sourcing, "scope", c.scope, Scope::none);
    put(sourcing, "directness", c.directness, Directness::none);
    put(sourcing, "naming", c.naming, Naming::none);
    put(sourcing, "cueClass", c.cue_class, CueClass::none);
    put(sourcing, "medium", c.medium, Medium::unknown);
    put(sourcing, "certainty", c.certainty, Certainty::unknown);
    if (!c.evidence.empty()) {
      Json evidence = Json::array();
      for (Evidence e : c.evidence) evidence.push_back(std::string(word(e)));
      sourcing["evidence"] = evidence;
    }
    put(sourcing, "claimType", c.type, ClaimType::unspecified);
    if (!c.not_stated.empty()) sourcing["notStated"] = c.not_stated;
    if (c.confidence >= 0) sourcing["confidence"] = c.confidence;
    put(sourcing, "reason", c.reason);
    put(sourcing, "engine", c.engine);
    if (const Json* more = member(kept.members, "sourcing")) add_foreign(sourcing, *more);
    if (!sourcing.empty()) out["sourcing"] = sourcing;
    put(out, "status", c.status, Status::confirmed);
    add_foreign(out, kept.members);
    return out;
  }

  const Document& document_;
  CodePointMap map_;
  bool has_text_;
};

}  // namespace

std::string write_claims(const Document& document, std::u16string_view article_text) {
  return dump_json(Writer(document, article_text).page(), 2) + "\n";
}

}  // namespace who_says
