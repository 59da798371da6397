#include "model/codec_annotation.h"

#include <optional>

namespace who_says {
namespace {

void drop_type(Members& m) {
  m.drop("type");
  m.drop("@type");
}

}  // namespace

void AnnotationReader::read(const Json& value, const std::string& where, size_t index) {
  if (!value.is_object()) return wrong("an annotation (an object)", where);
  Members m(value);
  Kept kept;
  auto claim = std::make_shared<Claim>();
  Claim& c = *claim;
  c.id = m.text("id");
  if (c.id.empty()) c.id = "annotation-" + std::to_string(index + 1);
  if (!ids_.insert(c.id).second) {
    std::string first = c.id;
    for (int n = 2; !ids_.insert(c.id = first + "~" + std::to_string(n)).second;) ++n;
    problem(
        "twice",
        "The annotation id \"" + first + "\" stands here a second time; this one is called \"" + c.id + "\".",
        where + "/id");
  }
  if (string_or(value, "type") == "Annotation") m.drop("type");
  if (string_or(value, "motivation") == "highlighting") m.drop("motivation");
  c.created = m.text("created");
  c.modified = m.text("modified");
  if (const Json* creator = m.peek("creator")) {
    if (creator->is_string()) {
      c.creator = m.text("creator");
    } else {
      c.creator = string_or(*creator, "name");
      if (c.creator.empty()) c.creator = string_or(*creator, "nickname");
    }
  }
  if (const Json* target = m.peek("target"))
    read_target(*target, c, kept, where + "/target");
  else
    wrong("a \"target\" that says which words are meant", where);
  m.drop("target");

  bool question = string_or(value, "motivation") == "questioning";
  if (const Json* body = m.peek("bodyValue"); body && body->is_string()) {
    Remark remark;
    remark.text = m.text("bodyValue");
    remark.question = question;
    c.remarks.push_back(std::move(remark));
  }
  if (const Json* body = m.peek("body")) {
    if (body->is_array())
      for (size_t i = 0; i < body->size(); ++i)
        read_body((*body)[i], question, c, kept, where + "/body/" + std::to_string(i));
    else
      read_body(*body, question, c, kept, where + "/body");
    m.drop("body");
  }
  if (const Json* sourcing = m.peek("sourcing")) read_sourcing(*sourcing, m, c, where + "/sourcing");
  c.status = closed(m, "status", Status::confirmed, where);
  if (!c.chain.empty()) kept.kind = nullptr;  // it is derived from the source on saving
  kept.members = m.left();
  c.foreign = kept.write();
  check_sources(c, where);
  loaded_.document.claims.push_back(std::move(claim));
}

void AnnotationReader::check_sources(const Claim& c, const std::string& where) {
  for (const Hop& hop : c.chain)
    if (!hop.source.empty() && !loaded_.document.find_source(hop.source))
      problem("unknown-source",
              "The claim names the source \"" + hop.source + "\", which this file does not describe.", where);
}

void AnnotationReader::read_target(const Json& target, Claim& c, Kept& kept, const std::string& where) {
  if (target.is_string()) {
    c.target = target.get<std::string>();
    return problem("no-words", "This annotation is about the whole page and names no words of it.", where);
  }
  if (target.is_array()) {
    // The first target with words of a text is the claim; the others are kept.
    size_t chosen = 0;
    while (chosen < target.size() && !member(target[chosen], "selector")) ++chosen;
    if (chosen == target.size()) chosen = 0;
    for (size_t i = 0; i < target.size(); ++i)
      if (i != chosen) kept.targets.push_back(target[i]);
    if (target.empty()) return wrong("a \"target\" that says which words are meant", where);
    return read_target(target[chosen], c, kept, where + "/" + std::to_string(chosen));
  }
  if (!target.is_object()) return wrong("an address, or an object with source and selector", where);
  Members m(target);
  if (const Json* source = m.peek("source")) {
    if (source->is_object() && !string_or(*source, "id").empty())
      c.target = string_or(*source, "id");
    else
      c.target = m.text("source");
  } else if (m.peek("id")) {
    c.target = m.text("id");
  }
  if (const Json* selector = m.peek("selector")) {
    if (selector->is_array())
      for (size_t i = 0; i < selector->size(); ++i)
        read_selector((*selector)[i], c, kept, where + "/selector/" + std::to_string(i));
    else
      read_selector(*selector, c, kept, where + "/selector");
    m.drop("selector");
  }
  if (c.selector.exact.empty() && c.selector.position) {
    Range r = *c.selector.position;
    if (!text_.empty() && r.end <= text_.size()) c.selector.exact = text_.substr(r.begin, r.size());
  }
  if (c.selector.exact.empty()) problem("no-words", "This annotation names no words of the text.", where);
  kept.target = m.left();
}

void AnnotationReader::read_selector(const Json& selector, Claim& c, Kept& kept, const std::string& where) {
  if (is_type(selector, "Choice") || is_type(selector, "List")) {
    if (const Json* items = member(selector, "items"); items && items->is_array()) {
      for (size_t i = 0; i < items->size(); ++i)
        read_selector((*items)[i], c, kept, where + "/items/" + std::to_string(i));
      return;
    }
  }
  if (is_type(selector, "TextQuoteSelector") && c.selector.exact.empty()) {
    Members m(selector);
    drop_type(m);
    if (const Json* exact = m.peek("exact");
        !exact || !exact->is_string() || exact->get_ref<const std::string&>().empty()) {
      wrong("\"exact\" with the words", where);
      kept.selectors.push_back(selector);
      return;
    }
    c.selector.exact = to_utf16(m.text("exact"));
    c.selector.prefix = to_utf16(m.text("prefix"));
    c.selector.suffix = to_utf16(m.text("suffix"));
    kept.quote = m.left();
  } else if (is_type(selector, "TextPositionSelector") && !c.selector.position) {
    Members m(selector);
    drop_type(m);
    auto offset = [&](const char* key) -> std::optional<uint32_t> {
      const Json* value = m.peek(key);
      if (!value || !value->is_number_unsigned() || value->get<uint64_t>() > 0xFFFFFFFFu) return std::nullopt;
      uint32_t n = value->get<uint32_t>();
      m.drop(key);
      return n;
    };
    auto begin = offset("start"), end = offset("end");
    if (!begin || !end || *end < *begin) {
      wrong("\"start\" and \"end\" as whole numbers, start first", where);
      kept.selectors.push_back(selector);
      return;
    }
    c.selector.position =
        text_.empty() ? Range{*begin, *end} : Range{map_.to_utf16(*begin), map_.to_utf16(*end)};
    kept.position = m.left();
  } else {
    kept.selectors.push_back(selector);
  }
}

void AnnotationReader::read_body(const Json& body, bool question, Claim& c, Kept& kept,
                                 const std::string& where) {
  std::string type = string_or(body, "type"), purpose = string_or(body, "purpose");
  if (type == "TextualBody" && purpose == "bookmarking" && c.note.empty() && body.size() == 3) {
    c.note = string_or(body, "value");
  } else if (type == "TextualBody" &&
             (purpose == "commenting" || purpose == "questioning" || purpose.empty()) &&
             !string_or(body, "value").empty()) {
    Members m(body);
    Remark remark;
    for (const char* own : {"type", "purpose"}) m.drop(own);
    remark.question = purpose == "questioning" || (purpose.empty() && question);
    remark.id = m.text("id");
    remark.text = m.text("value");
    remark.basis = closed(m, "basis", Basis::text, where);
    if (const Json* creator = m.peek("creator"); creator && creator->is_string())
      remark.creator = m.text("creator");
    remark.created = m.text("created");
    remark.foreign = m.foreign();
    c.remarks.push_back(std::move(remark));
  } else if (type == "TextualBody" && purpose == "classifying" &&
             parse_word<SourceKind>(string_or(body, "value")) && body.size() == 3) {
    kept.kind = body;
  } else if (type == "SpecificResource" && purpose == "identifying" &&
             string_or(body, "source").substr(0, 1) == "#" && body.size() == 3) {
    if (c.chain.empty())
      c.chain.push_back({string_or(body, "source").substr(1), ChainLink::explicit_, {}, {}});
  } else if (type == "List" && purpose == "linking" && member(body, "items") &&
             member(body, "items")->is_array()) {
    read_chain(*member(body, "items"), c, where);
  } else {
    kept.bodies.push_back(body);
  }
}

void AnnotationReader::read_chain(const Json& items, Claim& c, const std::string& where) {
  std::vector<Hop> chain;
  for (size_t i = 0; i < items.size(); ++i) {
    std::string here = where + "/items/" + std::to_string(i);
    if (!items[i].is_object()) {
      wrong("a step of the chain (an object)", here);
      continue;
    }
    Members m(items[i]);
    m.drop("type");
    Hop hop;
    hop.source = m.text("source");
    if (!hop.source.empty() && hop.source[0] == '#') hop.source.erase(0, 1);
    hop.link = closed(m, "link", ChainLink::explicit_, here);
    hop.cue = m.text("cue");
    hop.foreign = m.foreign();
    chain.push_back(std::move(hop));
  }
  c.chain = std::move(chain);
}

void AnnotationReader::read_sourcing(const Json& sourcing, Members& annotation, Claim& c,
                                     const std::string& where) {
  if (!sourcing.is_object()) return wrong("an object", where);
  Members m(sourcing);
  c.scope = closed(m, "scope", Scope::none, where);
  c.directness = closed(m, "directness", Directness::none, where);
  c.naming = closed(m, "naming", Naming::none, where);
  c.cue_class = closed(m, "cueClass", CueClass::none, where);
  c.medium = closed(m, "medium", Medium::unknown, where);
  c.certainty = closed(m, "certainty", Certainty::unknown, where);
  c.type = closed(m, "claimType", ClaimType::unspecified, where);
  if (const Json* evidence = m.peek("evidence"); evidence && evidence->is_array()) {
    Json unread = Json::array();
    for (size_t i = 0; i < evidence->size(); ++i) {
      const Json& one = (*evidence)[i];
      if (auto known =
              one.is_string() ? parse_word<Evidence>(one.get_ref<const std::string&>()) : std::nullopt) {
        c.evidence.push_back(*known);
      } else {
        problem("unknown-word", "Here one of these words was expected: " + words_of<Evidence>() + ".",
                where + "/evidence/" + std::to_string(i));
        unread.push_back(one);
      }
    }
    m.replace("evidence", unread.empty() ? Json() : unread);
  }
  if (const Json* missing = m.peek("notStated"); missing && missing->is_array()) {
    for (const Json& one : *missing)
      if (one.is_string()) c.not_stated.push_back(one.get<std::string>());
    m.drop("notStated");
  }
  if (const Json* confidence = m.peek("confidence")) {
    double value = confidence->is_number() ? confidence->get<double>() : -1;
    if (value >= 0 && value <= 1) {
      c.confidence = value;
      m.drop("confidence");
    } else {
      wrong("a number from 0 to 1", where + "/confidence");
    }
  }
  c.reason = m.text("reason");
  c.engine = m.text("engine");
  annotation.replace("sourcing", m.left());
}

}  // namespace who_says
