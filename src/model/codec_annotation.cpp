#include "model/codec_annotation.h"

namespace who_says {
namespace {

/// A person's or program's name: agents are names, objects, or lists of them.
std::string agent_name(const Json& agent) {
  if (agent.is_string()) return agent.get<std::string>();
  if (agent.is_array() && !agent.empty()) return agent_name(agent[0]);
  std::string name = string_or(agent, "name");
  return name.empty() ? string_or(agent, "nickname") : name;
}
/// An agent that is more than an address or a name stays in the file as it was.
std::string read_agent(Members& m, const char* key) {
  const Json* agent = m.peek(key);
  if (!agent) return {};
  std::string name = agent_name(*agent);
  bool only_name = agent->is_object() && agent->size() == 1 && string_or(*agent, "name") == name &&
                   !name.empty() && !is_address(name);
  if (agent->is_string() || only_name) m.drop(key);
  return name;
}

/// A word that a member has, or the first of several.
std::string first_word(const Json& object, const char* key) {
  const Json* value = member(object, key);
  if (value && value->is_array() && !value->empty()) value = &(*value)[0];
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

/// Bodies without a purpose of an annotation with this motivation are what somebody says about the words.
bool is_remark(std::string_view motivation) {
  for (std::string_view one :
       {"", "highlighting", "commenting", "questioning", "describing", "replying", "oa:commenting"})
    if (one == motivation) return true;
  return false;
}

/// A source of this file, by "#id" or "id"; not an address of something elsewhere.
bool is_local(const std::string& source) {
  return source.rfind('#', 0) == 0 || source.find_first_of(":/") == source.npos;
}
std::string without_hash(const std::string& source) {
  return source.rfind('#', 0) == 0 ? source.substr(1) : source;
}

}  // namespace

bool AnnotationReader::read(const Json& value, const std::string& where, size_t index) {
  if (!is_annotation(value)) return wrong("an annotation (an object with a \"target\")", where), false;
  Members m(value);
  Kept kept;
  auto claim = std::make_shared<Claim>();
  Claim& c = *claim;
  m.plain_keywords();
  c.id = read_id(m, where, index);
  m.drop_if("type", "Annotation");
  c.created = text(m, "created", where);
  c.modified = text(m, "modified", where);
  c.creator = read_agent(m, "creator");
  read_target(m, c, kept, where + "/target");
  read_bodies(m, c, kept, where);
  m.drop_if("motivation", "highlighting");
  if (!member(value, "motivation")) m.note_absent("motivation");
  read_sourcing(m, c, where);
  c.status = closed(m, "status", Status::confirmed, where);
  kept.members = m.rest();
  if (origin_of(loaded_.document, c)) kept.kind = nullptr;  // it is derived from the source on saving
  c.foreign = kept.write();
  for (const Hop& hop : c.chain)
    if (!hop.source.empty() && !is_described(hop.source))
      problem("unknown-source",
              "The claim names the source \"" + hop.source + "\", which this file does not describe.", where);
  loaded_.document.claims.push_back(std::move(claim));
  return true;
}

std::string AnnotationReader::read_id(Members& m, const std::string& where, size_t index) {
  std::string id = text(m, "id", where);
  if (id.empty()) {
    m.drop("id");
    id = "annotation-" + std::to_string(index + 1);
  }
  if (ids_.insert(id).second) return id;
  std::string other;
  do other = id + "~" + std::to_string(++last_repeated_);
  while (!ids_.insert(other).second);
  problem("twice",
          "The annotation id \"" + id + "\" stands here a second time; this one is called \"" + other + "\".",
          where + "/id");
  return other;
}

bool AnnotationReader::is_described(const std::string& source) {
  if (sources_.empty())
    for (const SourcePtr& one : loaded_.document.sources) sources_.insert(one->id);
  return sources_.count(source) > 0;
}

void AnnotationReader::read_bodies(Members& m, Claim& c, Kept& kept, const std::string& where) {
  Bodies all;
  all.motivation = first_word(m.left(), "motivation");
  if (const Json* value = m.peek("bodyValue"); value && value->is_string() && is_remark(all.motivation)) {
    // The W3C's short form of a body of plain text.
    Members plain(object_with("format", "text/plain"));
    plain.note_absent("purpose");
    Remark remark;
    remark.text = m.text("bodyValue");
    remark.question = all.motivation == "questioning";
    remark.foreign = plain.foreign();
    if (!remark.text.empty()) c.remarks.push_back(std::move(remark));
  }
  if (const Json* body = m.peek("body")) {
    bool is_list = body->is_array();
    const Json list = is_list ? *body : Json::array({*body});
    for (size_t i = 0; i < list.size(); ++i) {
      std::string here = where + "/body" + (is_list ? "/" + std::to_string(i) : "");
      if (!read_body(list[i], all, c, kept, here)) kept.bodies.push_back(list[i]);
    }
    m.drop("body");
  }
  if (c.chain.empty() && !all.identified.empty())
    c.chain.push_back({all.identified[0], ChainLink::explicit_, {}, {}});
  // The body that names the origin is derived from the chain; one that names another source is kept.
  for (const std::string& id : all.identified)
    if (id != c.chain.back().source)
      kept.bodies.push_back(body_with("SpecificResource", "identifying", "source", "#" + id));
}

bool AnnotationReader::read_body(const Json& body, Bodies& all, Claim& c, Kept& kept,
                                 const std::string& where) {
  std::string type = string_or(body, "type"), purpose = string_or(body, "purpose");
  if (type == "TextualBody" && purpose == "bookmarking" && body.size() == 3) {
    if (!c.note.empty()) return false;
    c.note = string_or(body, "value");
    return !c.note.empty();
  }
  if (type == "TextualBody" && purpose == "classifying" && body.size() == 3) {
    std::string kind = string_or(body, "value");
    if (!kept.kind.is_null() || !(parse_word<SourceKind>(kind) || own_kind(loaded_.document, kind)))
      return false;
    kept.kind = body;
    return true;
  }
  if (type == "TextualBody") return read_remark(body, all, c, where);
  if (type == "SpecificResource" && purpose == "identifying" && body.size() == 3) {
    std::string source = string_or(body, "source");
    if (source.size() < 2 || source[0] != '#') return false;
    all.identified.push_back(source.substr(1));
    return true;
  }
  if (type == "List" && purpose == "linking" && !all.has_chain)
    return all.has_chain = read_chain(body, c, kept, where);
  return false;
}

bool AnnotationReader::read_remark(const Json& body, const Bodies& all, Claim& c, const std::string& where) {
  const Json* stated = member(body, "purpose");
  std::string purpose = string_or(body, "purpose");
  bool inherits = !stated;
  if (string_or(body, "value").empty()) return false;
  if (inherits ? !is_remark(all.motivation) : purpose != "commenting" && purpose != "questioning")
    return false;
  Members m(body);
  m.drop("type");
  m.drop("purpose");
  if (inherits) m.note_absent("purpose");
  Remark remark;
  remark.question = (inherits ? all.motivation : purpose) == "questioning";
  remark.id = text(m, "id", where);
  remark.text = m.text("value");
  remark.basis = closed(m, "basis", Basis::text, where);
  remark.creator = read_agent(m, "creator");
  remark.created = text(m, "created", where);
  remark.foreign = m.foreign();
  c.remarks.push_back(std::move(remark));
  return true;
}

/// A list with a step that cannot be read is kept as it is: a chain with a hole would say something else.
bool AnnotationReader::read_chain(const Json& list, Claim& c, Kept& kept, const std::string& where) {
  const Json* items = member(list, "items");
  if (!items || !items->is_array() || items->empty()) {
    wrong("a list of \"items\", from the article inwards", where);
    return false;
  }
  std::vector<Hop> chain;
  for (size_t i = 0; i < items->size(); ++i) {
    std::string here = where + "/items/" + std::to_string(i);
    const Json& item = (*items)[i];
    Members m(item.is_string() ? object_with("source", item) : item);
    const Json* source = m.peek("source");
    if (!m.left().is_object() || (source && !source->is_string())) {
      wrong("a step of the chain (an object with \"source\" and \"link\")", here);
      return false;
    }
    if (source && !is_local(source->get_ref<const std::string&>())) return false;
    Hop hop;
    m.drop_if("type", "SpecificResource");
    hop.source = without_hash(m.text("source"));
    hop.link = closed(m, "link", ChainLink::explicit_, here);
    hop.cue = text(m, "cue", here);
    hop.foreign = m.foreign();
    chain.push_back(std::move(hop));
  }
  c.chain = std::move(chain);
  Members rest(list);
  for (const char* own : {"type", "purpose", "items"}) rest.drop(own);
  kept.chain = rest.rest();
  return true;
}

void AnnotationReader::read_sourcing(Members& annotation, Claim& c, const std::string& parent) {
  const Json* sourcing = annotation.peek("sourcing");
  if (!sourcing || sourcing->is_null()) return;
  std::string where = parent + "/sourcing";
  if (!sourcing->is_object()) return wrong("an object", where);
  Members m(*sourcing);
  c.scope = closed(m, "scope", Scope::none, where);
  c.directness = closed(m, "directness", Directness::none, where);
  c.naming = closed(m, "naming", Naming::none, where);
  c.cue_class = closed(m, "cueClass", CueClass::none, where);
  c.medium = closed(m, "medium", Medium::unknown, where);
  c.certainty = closed(m, "certainty", Certainty::unknown, where);
  c.type = closed(m, "claimType", ClaimType::unspecified, where);
  each(m, "evidence", where, [&](const Json& one, const std::string& here) {
    auto known = word_of<Evidence>(one);
    if (!known) return unknown_word(words_of<Evidence>(), here), false;
    c.evidence.push_back(*known);
    return true;
  });
  texts(m, "notStated", where, c.not_stated);
  if (const Json* confidence = m.peek("confidence"); confidence && !confidence->is_null()) {
    double value = number_of(*confidence).value_or(-1);
    if (value >= 0 && value <= 1) {
      c.confidence = value;
      m.drop("confidence");
    } else {
      wrong("a number from 0 to 1", where + "/confidence");
    }
  }
  c.reason = text(m, "reason", where);
  c.reason_parts = reason_parts(m, where);
  c.engine = text(m, "engine", where);
  annotation.replace("sourcing", m.rest());
}

}  // namespace who_says
