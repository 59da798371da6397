#include "model/codec_part.h"

#include <algorithm>

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

bool is_annotation(const Json& value) {
  return value.is_object() && (member(value, "target") || is_type(value, "Annotation"));
}

const OwnKind* own_kind(const Document& document, std::string_view id) {
  for (const OwnKind& kind : document.kinds)
    if (kind.id == id) return &kind;
  return nullptr;
}

void PartReader::problem(const char* code, std::string message, const std::string& where) {
  loaded_.problems.push_back({code, std::move(message), where});
}
void PartReader::wrong(const char* expected, const std::string& where) {
  problem("wrong-shape", std::string("Here ") + expected + " was expected; what stands here is not used.",
          where);
}
void PartReader::unknown_word(const std::string& words, const std::string& where) {
  problem("unknown-word", "Here one of these words was expected: " + words + ".", where);
}

int PartReader::closed_value(Members& m, const char* key, const std::string& where, int (*read)(const Json&),
                             std::string (*words)()) {
  const Json* value = m.peek(key);
  if (!value || value->is_null()) return -1;
  int known = read(*value);
  if (known < 0)
    unknown_word(words(), where + "/" + key);
  else
    m.drop(key);
  return known;
}

std::string PartReader::text(Members& m, const char* key, const std::string& where) {
  const Json* value = m.peek(key);
  if (value && !value->is_string() && !value->is_null()) wrong("text", where + "/" + key);
  return m.text(key);
}
void PartReader::texts(Members& m, const char* key, const std::string& parent,
                       std::vector<std::string>& out) {
  each(m, key, parent, [&](const Json& value, const std::string& where) {
    if (!value.is_string()) return wrong("text", where), false;
    out.push_back(value.get<std::string>());
    return true;
  });
}

ReasonParts PartReader::reason_parts(Members& m, const std::string& parent) {
  const char* key = "reasonParts";
  const Json* list = m.peek(key);
  if (!list || list->is_null()) return {};
  ReasonParts out;
  bool good = list->is_array();
  for (size_t i = 0; good && i < list->size(); ++i) {
    const Json& one = (*list)[i];
    const Json* values = member(one, "values");
    ReasonPart part{string_or(one, "code")};
    good = !part.code.empty() && one.size() == (values ? 2 : 1) && (!values || values->is_array());
    for (size_t v = 0; good && values && v < values->size(); ++v) {
      good = (*values)[v].is_string();
      if (good) part.values.push_back((*values)[v].get<std::string>());
    }
    out.push_back(std::move(part));
  }
  if (!good)
    return wrong("a list of objects with \"code\" and \"values\"", parent + "/" + key), ReasonParts();
  m.drop(key);
  return out;
}

void PartReader::each(Members& m, const char* key, const std::string& parent, const ReadOne& read_one) {
  const Json* list = m.peek(key);
  if (!list || list->is_null()) return;
  std::string where = parent + "/" + key;
  if (!list->is_array()) return wrong("a list", where);
  Json unread = Json::array();
  for (size_t i = 0; i < list->size(); ++i)
    if (!read_one((*list)[i], where + "/" + std::to_string(i))) unread.push_back((*list)[i]);
  m.replace(key, std::move(unread));
}

}  // namespace who_says
