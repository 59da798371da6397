#include <algorithm>

#include "model/codec_annotation.h"

namespace who_says {

bool is_type(const Json& object, std::string_view wanted) {
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

namespace {

class PageReader : public PartReader {
 public:
  PageReader(Loaded& loaded, std::u16string_view text, const Limits& limits)
      : PartReader(loaded), annotations_(loaded, text), limits_(limits) {}

  Result<bool> read(const Json& root) {
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
      annotations_.read((*items)[i], items == &single_ ? "" : at_items_ + "/" + std::to_string(i), i);
    return true;
  }

 private:
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

  AnnotationReader annotations_;
  Limits limits_;
  Json single_, empty_;
  std::string at_items_;
};

}  // namespace

Result<Loaded> read_claims(std::string_view json, std::u16string_view article_text, const Limits& limits) {
  Result<Json> root = parse_json(json, limits.bytes, limits.depth);
  if (!root) return root.error();
  Loaded loaded;
  Result<bool> read = PageReader(loaded, article_text, limits).read(root.value());
  if (!read) return read.error();
  return loaded;
}

}  // namespace who_says
