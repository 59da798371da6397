#include "model/json.h"

#include "text/utf.h"

namespace who_says {
namespace {

/// Builds the value, but stops at a depth and remembers where it failed.
class Builder : public nlohmann::detail::json_sax_dom_parser<Json> {
 public:
  using Base = nlohmann::detail::json_sax_dom_parser<Json>;
  Builder(Json& root, size_t most_depth) : Base(root, false), most_depth_(most_depth) {}
  bool start_object(size_t n) { return deeper() && Base::start_object(n); }
  bool start_array(size_t n) { return deeper() && Base::start_array(n); }
  bool end_object() { return --depth_, Base::end_object(); }
  bool end_array() { return --depth_, Base::end_array(); }
  template <class Exception>
  bool parse_error(size_t position, const std::string&, const Exception&) {
    position_ = position;
    return false;
  }
  bool too_deep() const { return depth_ > most_depth_; }
  size_t position() const { return position_; }

 private:
  bool deeper() { return ++depth_ <= most_depth_; }
  size_t most_depth_, depth_ = 0, position_ = 0;
};

std::string line_and_column(std::string_view text, size_t byte) {
  byte = std::min(byte, text.size());
  size_t line = 1, begin = 0;
  for (size_t i = 0; i < byte; ++i)
    if (text[i] == '\n') ++line, begin = i + 1;
  size_t column = 1;
  for (size_t i = begin; i < byte; ++i)
    if ((text[i] & 0xC0) != 0x80) ++column;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace

Result<Json> parse_json(std::string_view text, size_t most_bytes, size_t most_depth) {
  if (text.size() > most_bytes)
    return Error{"too-large",
                 "This file has " + std::to_string(text.size() >> 10) + " KB; at most " +
                     std::to_string(most_bytes >> 10) + " KB are read.",
                 ""};
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  size_t bad = 0;
  if (!is_utf8(text, &bad))
    return Error{"not-utf8", "This file is not UTF-8 text: save it as UTF-8 and try again.",
                 line_and_column(text, bad)};
  Json root;
  Builder builder(root, most_depth);
  if (Json::sax_parse(text.begin(), text.end(), &builder)) return root;
  if (builder.too_deep())
    return Error{"too-deep", "This file is nested deeper than " + std::to_string(most_depth) + " levels.",
                 ""};
  size_t at = builder.position() ? builder.position() - 1 : 0;
  return Error{
      "not-json",
      "This file is not JSON: a comma, a bracket or a quotation mark is missing or too many near here.",
      line_and_column(text, at)};
}

std::string dump_json(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

const Json* member(const Json& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  auto at = object.find(std::string(key));
  return at == object.end() ? nullptr : &*at;
}
std::string string_or(const Json& object, std::string_view key, std::string_view fallback) {
  const Json* value = member(object, key);
  return value && value->is_string() ? value->get<std::string>() : std::string(fallback);
}

}  // namespace who_says
