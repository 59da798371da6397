#include "model/json.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "text/decimal.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// Whether a double gives this text of a number back, but for zeros at its ends. Fifteen digits always survive where `decimal` is exact.
bool keeps_digits(double value, std::string_view text) {
  size_t digits = 0;
  for (char c : text.substr(0, text.find_first_of("eE")))
    if (c != '-' && c != '.' && (c != '0' || digits > 0)) ++digits;
  return digits == 0 || (digits <= 15 && std::fabs(value) >= 1e-7 && std::fabs(value) < 1e22);
}

/// The shortest text that reads back as this double.
std::string text_of(double number) {
  if (!std::isfinite(number)) return "null";
  char out[64];
  return {out, nlohmann::detail::to_chars(out, out + sizeof(out), number)};
}

/// Builds the value, stops at its limits and remembers where it failed.
class Builder : public nlohmann::detail::json_sax_dom_parser<Json> {
 public:
  using Base = nlohmann::detail::json_sax_dom_parser<Json>;
  Builder(Json& root, size_t most_depth) : Base(root, false), most_depth_(most_depth) {}
  /// Of a value that stands so deep in another.
  Builder(Json& root, size_t most_depth, size_t depth, bool in_list)
      : Base(root, false), most_depth_(most_depth), depth_(depth), open_{{in_list, 0}} {}
  bool start_object(size_t n) { return deeper(false) && Base::start_object(n); }
  bool start_array(size_t n) { return deeper(true) && Base::start_array(n); }
  bool end_object() { return leave(), Base::end_object(); }
  bool end_array() { return leave(), Base::end_array(); }
  bool key(std::string& name) {
    too_many_ = ++open_.back().members > kMostMembers;
    return !too_many_ && Base::key(name);
  }
  bool number_float(double value, const std::string& text) {
    if (keeps_digits(value, text)) return Base::number_float(value, text);
    Json::binary_t exact(std::vector<uint8_t>(text.begin(), text.end()));
    return Base::binary(exact);
  }
  template <class Exception>
  bool parse_error(size_t position, const std::string& token, const Exception& error) {
    position_ = position;
    number_too_large_ = error.id == 406;
    bad_escape_ = !token.empty() && token[0] == '"' && token.find('\\') != std::string::npos;
    return false;
  }
  /// Why it stopped.
  Error error(std::string_view text) const;

 private:
  struct Open {
    bool is_array;
    size_t members;
  };
  bool deeper(bool is_array) {
    if (!is_array || open_.empty() || open_.back().is_array) ++depth_;
    open_.push_back({is_array, 0});
    return depth_ <= most_depth_;
  }
  void leave() {
    bool is_array = open_.back().is_array;
    open_.pop_back();
    if (!is_array || open_.empty() || open_.back().is_array) --depth_;
  }
  size_t most_depth_, depth_ = 0, position_ = 0;
  std::vector<Open> open_;
  bool too_many_ = false, number_too_large_ = false, bad_escape_ = false;
};

bool build(Builder& builder, std::string_view text) {
  return Json::sax_parse(text.begin(), text.end(), &builder);
}

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

Error Builder::error(std::string_view text) const {
  if (depth_ > most_depth_) return too_deep(most_depth_);
  if (too_many_)
    return {"too-many", "An object of this file has more than " + std::to_string(kMostMembers) + " members.",
            ""};
  std::string where = line_and_column(text, position_ ? position_ - 1 : 0);
  if (number_too_large_) return {"number-too-large", "The number that ends here is too large.", where};
  if (bad_escape_)
    return {"not-json",
            "This file is not JSON: the text that ends here has a backslash sequence that stands for no "
            "character.",
            where};
  return {"not-json",
          "This file is not JSON: near here a comma, a bracket or a quotation mark is missing or too many, "
          "or a word or number is none of JSON’s.",
          where};
}

/// nlohmann's own serializer knows no numbers kept as text, and is several times larger.
class Dumper {
 public:
  explicit Dumper(int indent) : indent_(indent) {}
  void value(const Json& json) {
    switch (json.type()) {
      case Json::value_t::object:
      case Json::value_t::array:
        return list(json);
      case Json::value_t::string:
        return string(json.get_ref<const std::string&>());
      case Json::value_t::boolean:
        out_ += json.get<bool>() ? "true" : "false";
        return;
      case Json::value_t::binary:
        out_.append(json.get_binary().begin(), json.get_binary().end());
        return;
      case Json::value_t::number_integer:
        out_ += std::to_string(json.get<int64_t>());
        return;
      case Json::value_t::number_unsigned:
        out_ += std::to_string(json.get<uint64_t>());
        return;
      case Json::value_t::number_float:
        out_ += text_of(json.get<double>());
        return;
      default:
        out_ += "null";
    }
  }
  std::string take() { return std::move(out_); }

 private:
  void list(const Json& json) {
    bool is_object = json.is_object();
    out_ += is_object ? '{' : '[';
    ++depth_;
    for (auto item = json.begin(); item != json.end(); ++item) {
      if (item != json.begin()) out_ += ',';
      new_line();
      if (is_object) {
        string(item.key());
        out_ += indent_ < 0 ? ":" : ": ";
      }
      value(*item);
    }
    --depth_;
    if (!json.empty()) new_line();
    out_ += is_object ? '}' : ']';
  }
  void new_line() {
    if (indent_ >= 0) out_.append(1, '\n').append(static_cast<size_t>(indent_) * depth_, ' ');
  }
  void string(const std::string& text) {
    constexpr std::string_view letters = "\b\t\n\f\r\"\\", names = "btnfr\"\\", hex = "0123456789abcdef";
    out_ += '"';
    for (char c : text) {
      if (size_t at = letters.find(c); at != letters.npos)
        (out_ += '\\') += names[at];
      else if (static_cast<uint8_t>(c) < 0x20)
        ((out_ += "\\u00") += hex[static_cast<uint8_t>(c) >> 4]) += hex[c & 15];
      else
        out_ += c;
    }
    out_ += '"';
  }

  int indent_;
  size_t depth_ = 0;
  std::string out_;
};

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
  if (build(builder, text)) return root;
  return builder.error(text);
}

std::optional<Json> parse_part(std::string_view text, size_t most_depth, size_t depth, bool in_list) {
  Json part;
  Builder builder(part, most_depth, depth, in_list);
  return build(builder, text) ? std::optional<Json>(std::move(part)) : std::nullopt;
}

Error too_deep(size_t most_depth) {
  return {"too-deep", "This file is nested deeper than " + std::to_string(most_depth) + " levels.", ""};
}

Json parse_own_json(std::string_view text) {
  Json root;
  Builder builder(root, SIZE_MAX);
  return build(builder, text) ? root : Json();
}

std::string dump_json(const Json& json, int indent) {
  Dumper dumper(indent);
  dumper.value(json);
  return dumper.take();
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
std::optional<double> number_of(const Json& value) {
  if (value.is_number()) return value.get<double>();
  if (!value.is_binary()) return std::nullopt;
  std::string text(value.get_binary().begin(), value.get_binary().end());
  return decimal(text.c_str());
}

}  // namespace who_says
