#include "model/codec.h"
#include "model/codec_context.h"
#include "model/codec_foreign.h"
#include "model/codec_put.h"
#include "model/json.h"
#include "text/utf.h"

namespace who_says {
namespace {

class Writer {
 public:
  Writer(const Document& document, std::u16string_view text)
      : document_(document), map_(text), has_text_(!text.empty()) {}

  Json page() const {
    const Document& d = document_;
    Json foreign = d.foreign.empty() ? Json::object() : parse_own_json(d.foreign);
    Json out;
    out["@context"] = context_with(member(foreign, "@context"));
    put(out, "id", d.id);
    put_default(out, "type", "AnnotationPage", foreign);
    out["generator"] = generator(member(foreign, "generator"));
    Json article = Json::object();
    put(article, "url", d.article_url);
    put(article, "title", d.article_title);
    put(article, "lang", d.lang);
    put(article, "hash", d.article_hash);
    if (const Json* more = member(foreign, "article")) add_foreign(article, *more);
    if (!article.empty()) out["article"] = article;
    if (d.independence_stated) out["independence"] = d.independence;
    Json kinds = Json::array(), sources = Json::array(), items = Json::array();
    for (const OwnKind& k : d.kinds) kinds.push_back(kind(k));
    for (const SourcePtr& s : d.sources) sources.push_back(source(*s));
    for (const ClaimPtr& c : d.claims) items.push_back(annotation(*c));
    put_list(out, "kinds", std::move(kinds), foreign);
    put_list(out, "sources", std::move(sources), foreign);
    put_list(out, "removed", d.removed, foreign);
    Json last = Json::object();
    put_list(last, "items", std::move(items), foreign);
    foreign.erase("items");
    add_foreign(out, foreign);
    out["items"] = last.empty() ? Json::array() : last["items"];
    return out;
  }

 private:
  static Json generator(const Json* others) {
    Json own = object_with("type", "Software");
    own["name"] = "Who Says";
    own["version"] = WHO_SAYS_VERSION;
    if (!others) return own;
    Json all = Json::array({own});
    for (const Json& other : others->is_array() ? *others : Json::array({*others})) all.push_back(other);
    return all;
  }

  static Json kind(const OwnKind& k) {
    Json out = object_with("id", k.id), foreign = parsed(k.foreign);
    put(out, "label", k.label);
    put_default(out, "parent", std::string(word(k.parent)).c_str(), foreign);
    add_foreign(out, foreign);
    return out;
  }
  static Json source(const Source& s) {
    Json out = object_with("id", s.id);
    put(out, "name", s.name);
    Json aliases = Json::array();
    for (const Alias& alias : s.aliases) {
      Json a = object_with("name", alias.name);
      put(a, "reason", alias.reason);
      put_reason_parts(a, alias.reason_parts);
      add_foreign(a, alias.foreign);
      aliases.push_back(a);
    }
    Json foreign = parsed(s.foreign);
    put_list(out, "aliases", std::move(aliases), foreign);
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
    add_foreign(out, foreign);
    return out;
  }

  /// An agent that the file describes with more than a name stays as it is. A bare text would be an address to the W3C.
  static void put_agent(Json& object, const std::string& name, const Json& foreign) {
    if (member(foreign, "creator") || name.empty()) return;
    object["creator"] = is_address(name) ? Json(name) : object_with("name", name);
  }
  static Json hop(const Hop& h) {
    Json out, foreign = parsed(h.foreign);
    put_default(out, "type", "SpecificResource", foreign);
    if (!h.source.empty()) out["source"] = "#" + h.source;
    put_default(out, "link", std::string(word(h.link)).c_str(), foreign);
    put(out, "cue", h.cue);
    add_foreign(out, foreign);
    return out;
  }

  Json bodies(const Claim& c, const Kept& kept) const {
    Json out = Json::array();
    if (const Source* origin = origin_of(document_, c))
      out.push_back(body_with("TextualBody", "classifying", "value",
                              origin->own_kind.empty() ? std::string(word(origin->kind)) : origin->own_kind));
    else if (!kept.kind.is_null())
      out.push_back(kept.kind);
    if (!c.chain.empty()) {
      const Hop& last = c.chain.back();
      if (!last.source.empty())
        out.push_back(body_with("SpecificResource", "identifying", "source", "#" + last.source));
      Json items = Json::array();
      for (const Hop& one : c.chain) items.push_back(hop(one));
      Json list = body_with("List", "linking", "items", std::move(items));
      add_foreign(list, kept.chain);
      out.push_back(list);
    }
    for (const Remark& remark : c.remarks) {
      Json r = object_with("type", "TextualBody"), foreign = parsed(remark.foreign);
      put_default(r, "purpose", remark.question ? "questioning" : "commenting", foreign);
      r["value"] = remark.text;
      put(r, "id", remark.id);
      put(r, "basis", remark.basis, Basis::text);
      put_agent(r, remark.creator, foreign);
      put(r, "created", remark.created);
      add_foreign(r, foreign);
      out.push_back(r);
    }
    if (!c.note.empty()) out.push_back(body_with("TextualBody", "bookmarking", "value", c.note));
    for (const Json& body : kept.bodies) out.push_back(body);
    return out;
  }

  Json annotation(const Claim& c) const {
    Kept kept = Kept::read(c.foreign);
    Json out = object_with("id", c.id);
    put_default(out, "type", "Annotation", kept.members);
    put_default(out, "motivation", "highlighting", kept.members);
    put_agent(out, c.creator, kept.members);
    put(out, "created", c.created);
    put(out, "modified", c.modified);
    if (const Json* unread = member(kept.members, "target"))
      out["target"] = *unread;
    else if (!is_noted_absent(kept.members, "target"))
      out["target"] = write_target(c, kept, has_text_ ? &map_ : nullptr);
    if (Json body = bodies(c, kept); !body.empty()) out["body"] = body;

    Json sourcing = Json::object();
    put(sourcing, "scope", c.scope, Scope::none);
    put(sourcing, "directness", c.directness, Directness::none);
    put(sourcing, "naming", c.naming, Naming::none);
    put(sourcing, "cueClass", c.cue_class, CueClass::none);
    put(sourcing, "medium", c.medium, Medium::unknown);
    put(sourcing, "certainty", c.certainty, Certainty::unknown);
    const Json* more = member(kept.members, "sourcing");
    Json evidence = Json::array();
    for (Evidence e : c.evidence) evidence.push_back(std::string(word(e)));
    put_list(sourcing, "evidence", std::move(evidence), more ? *more : Json());
    put(sourcing, "claimType", c.type, ClaimType::unspecified);
    put_list(sourcing, "notStated", c.not_stated, more ? *more : Json());
    if (c.confidence >= 0) sourcing["confidence"] = c.confidence;
    put(sourcing, "reason", c.reason);
    put_reason_parts(sourcing, c.reason_parts);
    put(sourcing, "engine", c.engine);
    if (more) add_foreign(sourcing, *more);
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

void put_reason_parts(Json& object, const ReasonParts& parts) {
  for (const ReasonPart& part : parts) {
    Json one = object_with("code", part.code);
    if (!part.values.empty()) one["values"] = part.values;
    object["reasonParts"].push_back(std::move(one));
  }
}

std::string write_claims(const Document& document, std::u16string_view article_text) {
  return dump_json(Writer(document, article_text).page(), 2) + "\n";
}

}  // namespace who_says
