#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "model/codec_annotation.h"
#include "model/codec_context.h"

namespace who_says {

namespace {

/// How deep it is nested, counted as parse_json does.
size_t depth_of(const Json& value, bool in_list = true) {
  if (!value.is_structured()) return 0;
  size_t most = 0;
  for (const Json& inner : value) most = std::max(most, depth_of(inner, value.is_array()));
  return most + (value.is_object() || in_list ? 1 : 0);
}

class PageReader : public PartReader {
 public:
  PageReader(Loaded& loaded, std::u16string_view text, const Limits& limits)
      : PartReader(loaded), annotations_(loaded, text), limits_(limits) {}

  /// Reads all but the annotations.
  std::optional<Error> begin(Json root) {
    Json* items = find_items(root);
    if (!items)
      return Error{"wrong-shape",
                   "This file holds no annotations: an AnnotationPage, an AnnotationCollection, one "
                   "annotation or a list of them is read.",
                   ""};
    // Saved it stands in a page, one level deeper, and has to be readable there.
    if (items == &single_ && depth_of(root) == limits_.depth) return too_deep(limits_.depth);
    is_single_ = items == &single_;
    bool bare = is_single_ || root.is_array();
    items_ = std::exchange(*items, Json::array());
    rest_ = Members(bare ? Json::object() : root);
    if (!bare) page(rest_);
    return std::nullopt;
  }
  /// Reads the next annotation. False when there is none.
  bool read_next() {
    if (at_ == items_.size()) return false;
    Json item = std::exchange(items_[at_], nullptr);
    std::string where = is_single_ ? "" : at_items_ + "/" + std::to_string(at_);
    if (at_ == limits_.annotations) too_many(items_.size(), at_items_);
    if (at_ >= limits_.annotations || !annotations_.read(item, where, at_))
      unread_.push_back(std::move(item));
    ++at_;
    return true;
  }
  void end() {
    rest_.replace("items", std::move(unread_));
    loaded_.document.foreign = rest_.foreign();
  }

 private:
  void too_many(size_t n, const std::string& where) {
    problem("too-many",
            "Only the first " + std::to_string(limits_.annotations) + " of " + std::to_string(n) +
                " are read here; the others stay in the file.",
            where);
  }

  // ---- the outer shapes

  Json* find_items(Json& root) {
    if (root.is_array()) return &root;
    if (!root.is_object()) return nullptr;
    auto list = [](Json& object, const char* key) {
      const Json* value = member(object, key);
      return value && value->is_array() ? &object[key] : nullptr;
    };
    for (const char* key : {"items", "rows", "@graph"})
      if (Json* items = list(root, key)) {
        at_items_ = std::string("/") + key;
        return items;
      }
    if (member(root, "first"))
      if (Json* items = list(root["first"], "items")) {
        at_items_ = "/first/items";
        return items;
      }
    if (is_annotation(root)) {
      single_ = Json::array({root});
      return &single_;
    }
    if (is_type(root, "AnnotationPage") || is_type(root, "AnnotationCollection")) return &empty_;
    return nullptr;
  }

  /// Takes the list that is read away, and of the rest what the writer writes anyway.
  void outer_shape(Members& rest) {
    take_context(rest);
    rest.plain_keywords();
    rest.drop_if("type", "AnnotationPage");
    rest.drop_if("type", "AnnotationCollection");
    if (at_items_ == "/first/items") {
      Members first(*rest.peek("first"));
      first.drop("items");
      if (first.left().size() == 1) first.drop_if("type", "AnnotationPage");
      rest.replace("first", first.rest());
    } else if (!at_items_.empty()) {
      rest.drop(at_items_.c_str() + 1);
    }
    for (const char* key : {"first", "next"})
      if (const Json* other = rest.peek(key); other && other->is_string())
        problem("elsewhere",
                "More annotations lie at another address; nothing is fetched, so only those of this file "
                "are read.",
                std::string("/") + key);
    generator(rest);
  }
  /// Each program that saves the file names itself; others stay beside it.
  void generator(Members& rest) {
    const Json* value = rest.peek("generator");
    if (!value) return;
    Json others = Json::array();
    for (const Json& one : value->is_array() ? *value : Json::array({*value}))
      if (string_or(one, "name") != "Who Says") others.push_back(one);
    rest.replace("generator", others.size() == 1 && !others[0].is_array() ? others[0] : others);
  }

  // ---- the members of a page

  void page(Members& rest) {
    Document& d = loaded_.document;
    outer_shape(rest);
    d.id = text(rest, "id", "");
    if (const Json* article = rest.peek("article"); article && !article->is_null()) {
      if (article->is_object()) {
        Members a(*article);
        d.article_url = text(a, "url", "/article");
        d.article_title = text(a, "title", "/article");
        d.lang = text(a, "lang", "/article");
        d.article_hash = text(a, "hash", "/article");
        rest.replace("article", a.rest());
      } else {
        wrong("an object with url, title, lang and hash", "/article");
      }
    }
    if (const Json* independence = rest.peek("independence"); independence && !independence->is_null()) {
      d.independence_stated = independence->is_string();
      d.independence = text(rest, "independence", "");
    }
    objects(rest, "kinds", [&](Members& m, const std::string& where) { return kind(m, where, d); });
    objects(rest, "sources", [&](Members& m, const std::string& where) { return source(m, where, d); });
    texts(rest, "removed", "", d.removed);
  }

  template <class F>
  void objects(Members& rest, const char* key, F read_one) {
    size_t n = 0;
    each(rest, key, "", [&](const Json& value, const std::string& where) {
      if (++n > limits_.annotations) {
        if (n == limits_.annotations + 1) too_many(rest.peek(key)->size(), std::string("/") + key);
        return false;
      }
      if (!value.is_object()) return wrong("an object", where), false;
      Members m(value);
      return read_one(m, where);
    });
  }

  /// Whether a kind or source may have this id; reported if not.
  bool usable_id(const std::string& id, bool taken, const std::string& where) {
    if (id.empty()) wrong("an object with an \"id\"", where);
    if (!id.empty() && taken)
      problem("twice", "The id \"" + id + "\" is already taken; what stands here is not used.", where);
    return !id.empty() && !taken;
  }

  bool kind(Members& m, const std::string& where, Document& d) {
    OwnKind kind;
    kind.id = text(m, "id", where);
    bool taken = parse_word<SourceKind>(kind.id) || own_kind(d, kind.id);
    if (!usable_id(kind.id, taken, where)) return false;
    kind.label = text(m, "label", where);
    if (!m.peek("parent"))
      problem("no-parent",
              "The kind \"" + kind.id +
                  "\" names no \"parent\"; one of these is needed: " + words_of<SourceKind>() + ".",
              where);
    kind.parent = closed(m, "parent", SourceKind::unspecified, where);
    kind.foreign = m.foreign();
    d.kinds.push_back(std::move(kind));
    return true;
  }

  bool source(Members& m, const std::string& where, Document& d) {
    auto out = std::make_shared<Source>();
    out->id = text(m, "id", where);
    if (!usable_id(out->id, !source_ids_.insert(out->id).second, where)) return false;
    out->name = text(m, "name", where);
    each(m, "aliases", where, [&](const Json& value, const std::string& here) {
      Members a(value.is_string() ? object_with("name", value) : value);
      Alias alias;
      if (!string_or(a.left(), "name").empty()) alias.name = a.text("name");
      if (alias.name.empty()) return wrong("an alias with \"name\" and \"reason\"", here), false;
      alias.reason = text(a, "reason", here);
      alias.reason_parts = reason_parts(a, here);
      alias.foreign = a.foreign();
      out->aliases.push_back(std::move(alias));
      return true;
    });
    if (const OwnKind* own = own_kind(d, string_or(m.left(), "kind"))) {
      out->kind = own->parent;
      out->own_kind = m.text("kind");
    } else {
      out->kind = closed(m, "kind", SourceKind::unspecified, where);
    }
    out->form = closed(m, "form", Form::person, where);
    out->office = closed(m, "office", Office::unknown, where);
    out->naming = closed(m, "naming", Naming::named, where);
    out->role = closed(m, "role", Role::unknown, where);
    out->description = text(m, "description", where);
    out->country = text(m, "country", where);
    out->organization = text(m, "organization", where);
    out->note = text(m, "note", where);
    out->foreign = m.foreign();
    d.sources.push_back(std::move(out));
    return true;
  }

  AnnotationReader annotations_;
  Limits limits_;
  Json single_, empty_ = Json::array();
  bool is_single_ = false;
  Json items_, unread_ = Json::array();
  size_t at_ = 0;
  Members rest_{Json::object()};
  std::string at_items_;
  std::set<std::string> source_ids_;
};

// What it costs to read an annotation once it is parsed, in bytes that could be parsed meanwhile.
constexpr size_t kAnnotationBytes = 700;

}  // namespace

struct ClaimsReader::Impl {
  Impl(std::string_view json, std::u16string_view text, const Limits& limits)
      : parser(json, limits.bytes, limits.depth), article_text(text), most(limits) {}
  bool read(size_t bytes) {
    if (!page) {
      size_t before = parser.at();
      if (!parser.read(bytes)) return false;
      bytes -= std::min(bytes, parser.at() - before);
      Result<Json> root = parser.take();
      page.emplace(loaded, article_text, most);
      error = root ? page->begin(std::move(root.value())) : root.error();
    }
    if (error) return true;
    for (; bytes > 0; bytes -= std::min(bytes, kAnnotationBytes)) {
      if (page->read_next()) continue;
      page->end();
      return true;
    }
    return false;
  }

  JsonParser parser;
  std::u16string_view article_text;
  Limits most;
  Loaded loaded;
  std::optional<PageReader> page;
  std::optional<Error> error;
};

ClaimsReader::ClaimsReader(std::string_view json, std::u16string_view article_text, const Limits& limits)
    : impl_(std::make_unique<Impl>(json, article_text, limits)) {}
ClaimsReader::~ClaimsReader() = default;
ClaimsReader::ClaimsReader(ClaimsReader&&) noexcept = default;
ClaimsReader& ClaimsReader::operator=(ClaimsReader&&) noexcept = default;

bool ClaimsReader::read(size_t bytes) { return impl_->read(bytes); }
Result<Loaded> ClaimsReader::take() {
  if (impl_->error) return *impl_->error;
  return std::move(impl_->loaded);
}

Result<Loaded> read_claims(std::string_view json, std::u16string_view article_text, const Limits& limits) {
  ClaimsReader reader(json, article_text, limits);
  while (!reader.read(SIZE_MAX)) {
  }
  return reader.take();
}

}  // namespace who_says
