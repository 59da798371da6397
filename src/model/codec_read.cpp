#include <algorithm>
#include <optional>
#include <set>

#include "model/codec.h"
#include "model/codec_foreign.h"
#include "model/json.h"
#include "text/utf.h"

namespace who_says {
namespace {

class Reader {
 public:
  Reader(std::u16string_view text, const Limits& limits) : text_(text), map_(text), limits_(limits) {}

  Result<Loaded> read(const Json& root) {
    const Json* items = find_items(root);
    if (!items)
      return Error{"wrong-shape",
                   "This file holds no annotations: an AnnotationPage, an AnnotationCollection, one "
                   "annotation or a list of them is read.",
                   ""};
    Document& d = loaded_.document;
    if (root.is_object() && items != &single_) page(root, d);
    size_t n = items->size();
    if (n > limits_.annotations) {
      problem("too-many",
              "Only the first " + std::to_string(limits_.annotations) + " of " + std::to_string(n) +
                  " annotations were read.",
              at_items_);
      n = limits_.annotations;
    }
    for (size_t i = 0; i < n; ++i)
      annotation((*items)[i], items == &single_ ? "" : at_items_ + "/" + std::to_string(i), i);
    return std::move(loaded_);
  }

 private:
  void problem(std::string code, std::string message, std::string where) {
    loaded_.problems.push_back({std::move(code), std::move(message), std::move(where)});
  }
  void wrong(const std::string& expected, const std::string& where) {
    problem("wrong-shape", "Here " + expected + " was expected; it is left out.", where);
  }

  // ---- the outer shapes

  const Json* find_items(const Json& root) {
    if (root.is_array()) return &root;
    if (!root.is_object()) return nullptr;
    for (const char* key : {"items", "rows"})
      if (const Json* items = member(root, key); items && items->is_array()) {
        at_items_ = std::string("/") + key;
        return items;
      }
    if (const Json* first = member(root, "first"))
      if (const Json* items = member(*first, "items"); items && items->is_array()) {
        at_items_ = "/first/items";
        return items;
      }
    if (member(root, "target") || is_type(root, "Annotation")) {
      single_ = Json::array({root});
      return &single_;
    }
    if (is_type(root, "AnnotationPage") || is_type(root, "AnnotationCollection")) {
      single_ = nullptr;
      empty_ = Json::array();
      return &empty_;
    }
    return nullptr;
  }
  static bool is_type(const Json& object, std::string_view wanted) {
    const Json* type = member(object, "type");
    if (!type) type = member(object, "@type");
    if (!type) return false;
    auto same = [&](const Json& t) {
      if (!t.is_string()) return false;
      std::string_view name = t.get_ref<const std::string&>();
      return name == wanted || (name.substr(0, 3) == "oa:" && name.substr(3) == wanted);
    };
    return type->is_array() ? std::any_of(type->begin(), type->end(), same) : same(*type);
  }

  void page(const Json& root, Document& d) {
    Members rest(root);
    d.id = rest.text("id");
    for (const char* own : {"@context", "type", "items"}) rest.drop(own);
    if (const Json* generator = rest.peek("generator");
        generator && string_or(*generator, "name") == "Who Says")
      rest.drop("generator");
    if (const Json* article = rest.peek("article")) {
      if (article->is_object()) {
        Members a(*article);
        d.article_url = a.text("url");
        d.article_title = a.text("title");
        d.lang = a.text("lang");
        d.article_hash = a.text("hash");
        rest.replace("article", a.left());
      } else {
        wrong("an object with url, title, lang and hash", "/article");
      }
    }
    if (const Json* independence = rest.peek("independence"); independence && independence->is_string()) {
      d.independence = rest.text("independence");
      d.independence_stated = true;
    }
    each(rest, "kinds", [&](const Json& value, const std::string& where) {
      Members m(value);
      OwnKind kind{m.text("id"), m.text("label"), SourceKind::unspecified, {}};
      kind.parent = closed(m, "parent", SourceKind::unspecified, where);
      if (kind.id.empty()) return wrong("an \"id\"", where), false;
      kind.foreign = m.foreign();
      d.kinds.push_back(std::move(kind));
      return true;
    });
    each(rest, "sources",
         [&](const Json& value, const std::string& where) { return source(value, where, d); });
    if (const Json* removed = rest.peek("removed"); removed && removed->is_array()) {
      for (const Json& id : *removed)
        if (id.is_string()) d.removed.push_back(id.get<std::string>());
      rest.drop("removed");
    }
    d.foreign = rest.foreign();
  }

  /// Reads a list of objects; what cannot be read stays in the file as it was.
  template <class F>
  void each(Members& rest, const char* key, F read_one) {
    const Json* list = rest.peek(key);
    if (!list) return;
    std::string where = std::string("/") + key;
    if (!list->is_array()) return wrong("a list", where);
    Json unread = Json::array();
    for (size_t i = 0; i < list->size(); ++i) {
      const Json& value = (*list)[i];
      std::string here = where + "/" + std::to_string(i);
      if (!value.is_object()) wrong("an object", here);
      if (!value.is_object() || !read_one(value, here)) unread.push_back(value);
    }
    rest.replace(key, unread.empty() ? Json() : unread);
  }

  bool source(const Json& value, const std::string& where, Document& d) {
    Members m(value);
    auto out = std::make_shared<Source>();
    out->id = m.text("id");
    out->name = m.text("name");
    if (out->id.empty() || d.find_source(out->id)) {
      problem(out->id.empty() ? "wrong-shape" : "twice",
              out->id.empty()
                  ? "This source has no \"id\"; it is left out."
                  : "The source id \"" + out->id + "\" stands here a second time; the first one is used.",
              where);
      return false;
    }
    if (const Json* aliases = m.peek("aliases"); aliases && aliases->is_array()) {
      for (size_t i = 0; i < aliases->size(); ++i) {
        const Json& a = (*aliases)[i];
        if (a.is_string())
          out->aliases.push_back({a.get<std::string>(), ""});
        else if (a.is_object() && !string_or(a, "name").empty())
          out->aliases.push_back({string_or(a, "name"), string_or(a, "reason")});
        else
          wrong("an alias with \"name\" and \"reason\"", where + "/aliases/" + std::to_string(i));
      }
      m.drop("aliases");
    }
    if (const Json* kind = m.peek("kind");
        kind && kind->is_string() && !parse_word<SourceKind>(kind->get_ref<const std::string&>())) {
      std::string name = kind->get<std::string>();
      auto own = std::find_if(d.kinds.begin(), d.kinds.end(), [&](const OwnKind& k) { return k.id == name; });
      if (own != d.kinds.end()) {
        out->kind = own->parent;
        out->own_kind = name;
        m.drop("kind");
      }
    }
    if (out->own_kind.empty()) out->kind = closed(m, "kind", SourceKind::unspecified, where);
    out->form = closed(m, "form", Form::person, where);
    out->office = closed(m, "office", Office::unknown, where);
    out->naming = closed(m, "naming", Naming::named, where);
    out->role = closed(m, "role", Role::unknown, where);
    out->description = m.text("description");
    out->country = m.text("country");
    out->organization = m.text("organization");
    out->note = m.text("note");
    out->foreign = m.foreign();
    d.sources.push_back(std::move(out));
    return true;
  }

  /// A word of a closed set. Another word is reported, left where it is, and the default used.
  template <class E>
  E closed(Members& m, const char* key, E fallback, const std::string& where) {
    const Json* value = m.peek(key);
    if (!value) return fallback;
    if (value->is_string())
      if (auto known = parse_word<E>(value->get_ref<const std::string&>())) {
        m.drop(key);
        return *known;
      }
    problem("unknown-word", "Here one of these words was expected: " + words_of<E>() + ".",
            where + "/" + key);
    return fallback;
  }

  // ---- one annotation

  void annotation(const Json& value, const std::string& where, size_t index) {
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
      problem("twice",
              "The annotation id \"" + first + "\" stands here a second time; this one is called \"" + c.id +
                  "\".",
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
    kept.members = m.left();
    c.foreign = kept.write();
    check_sources(c, where);
    loaded_.document.claims.push_back(std::move(claim));
  }

  void check_sources(const Claim& c, const std::string& where) {
    for (const Hop& hop : c.chain)
      if (!hop.source.empty() && !loaded_.document.find_source(hop.source))
        problem("unknown-source",
                "The claim names the source \"" + hop.source + "\", which this file does not describe.",
                where);
  }

  void read_target(const Json& target, Claim& c, Kept& kept, const std::string& where) {
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

  void read_selector(const Json& selector, Claim& c, Kept& kept, const std::string& where) {
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
        if (!value || !value->is_number_unsigned() || value->get<uint64_t>() > 0xFFFFFFFFu)
          return std::nullopt;
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
  static void drop_type(Members& m) {
    m.drop("type");
    m.drop("@type");
  }

  void read_body(const Json& body, bool question, Claim& c, Kept& kept, const std::string& where) {
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
      kept.kind = body;  // derived from the source on saving
    } else if (type == "SpecificResource" && purpose == "identifying" &&
               string_or(body, "source").substr(0, 1) == "#" && body.size() == 3) {
      if (c.chain.empty())
        c.chain.push_back({string_or(body, "source").substr(1), ChainLink::explicit_, {}, {}});
    } else if (type == "List" && purpose == "linking" && member(body, "items") &&
               member(body, "items")->is_array()) {
      std::vector<Hop> chain;
      const Json& items = *member(body, "items");
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
    } else {
      kept.bodies.push_back(body);
    }
  }

  void read_sourcing(const Json& sourcing, Members& annotation, Claim& c, const std::string& where) {
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

  std::u16string_view text_;
  CodePointMap map_;
  Limits limits_;
  Loaded loaded_;
  Json single_, empty_;
  std::string at_items_;
  std::set<std::string> ids_;
};

}  // namespace

Result<Loaded> read_claims(std::string_view json, std::u16string_view article_text, const Limits& limits) {
  Result<Json> root = parse_json(json, limits.bytes, limits.depth);
  if (!root) return root.error();
  return Reader(article_text, limits).read(root.value());
}

}  // namespace who_says
