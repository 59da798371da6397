#include "app/words.h"

#include "model/json.h"

namespace who_says {
namespace {

constexpr std::string_view kEnglish =
#include "compiled_in/words/en.json.inc"
    ;

std::string_view category_of(char letter) {
  switch (letter) {
    case 'z':
      return "zero";
    case 'o':
      return "one";
    case 't':
      return "two";
    case 'f':
      return "few";
    case 'm':
      return "many";
    default:
      return "other";
  }
}

std::string filled(std::string_view pattern, InterfaceWords::Values values, std::string_view n = {}) {
  std::string out;
  for (size_t i = 0; i < pattern.size();) {
    size_t close = pattern[i] == '{' ? pattern.find('}', i) : pattern.npos;
    if (close == pattern.npos) {
      out += pattern[i++];
      continue;
    }
    std::string_view name = pattern.substr(i + 1, close - i - 1);
    if (name == "n" && !n.empty()) out += n;
    for (const auto& [key, value] : values)
      if (key == name) out += value;
    i = close + 1;
  }
  return out;
}

}  // namespace

InterfaceWords::InterfaceWords() {
  Result<Table> english = parse(kEnglish);
  if (english) english_ = std::move(english.value());
}

Result<InterfaceWords::Table> InterfaceWords::parse(std::string_view json) {
  Result<Json> root = parse_json(json, 1 << 20, 4);
  if (!root) return root.error();
  if (!root.value().is_object())
    return Error{"wrong-shape", "A language file is one JSON object: key to words.", ""};
  Table out;
  for (const auto& [key, value] : root.value().items()) {
    if (value.is_string()) out[key] = value.get<std::string>();
    if (value.is_object())
      for (const auto& [category, words] : value.items())
        if (words.is_string()) out[key + "#" + category] = words.get<std::string>();
  }
  return out;
}

Result<bool> InterfaceWords::read(std::string_view json, std::string_view plural) {
  Result<Table> table = parse(json);
  if (!table) return table.error();
  words_ = std::move(table.value());
  plural_ = plural;
  return true;
}

void InterfaceWords::add_english(std::string_view json) {
  Result<Table> more = parse(json);
  if (more) english_.merge(more.value());
}

void InterfaceWords::add(std::string_view json) {
  Result<Table> more = parse(json);
  if (more) words_.merge(more.value());
}

bool InterfaceWords::read_terms(std::string_view json) {
  Result<Table> table = parse(json);
  if (table) terms_ = std::move(table.value());
  return table.ok();
}

std::string InterfaceWords::term(std::string_view key) const {
  auto at = terms_.find(key);
  if (at == terms_.end()) at = terms_.find(std::string(key) + "#text");
  return at == terms_.end() ? std::string() : at->second;
}

std::string InterfaceWords::term_name(std::string_view key) const {
  auto at = terms_.find(std::string(key) + "#name");
  return at == terms_.end() ? (*this)(key) : at->second;
}

const std::string* InterfaceWords::find(std::string_view key, std::string_view category) const {
  std::string full(key);
  if (!category.empty()) (full += '#') += category;
  if (auto at = words_.find(full); at != words_.end()) return &at->second;
  if (!category.empty())  // a language without that form has "other"
    if (auto at = words_.find(std::string(key) + "#other"); at != words_.end()) return &at->second;
  if (auto at = english_.find(full); at != english_.end()) return &at->second;
  if (!category.empty())  // nor has English that form
    if (auto at = english_.find(std::string(key) + "#other"); at != english_.end()) return &at->second;
  return nullptr;
}

std::string InterfaceWords::operator()(std::string_view key, Values values) const {
  const std::string* words = find(key, "");
  return words ? filled(*words, values) : std::string(key);
}

std::string InterfaceWords::count(std::string_view key, size_t n, Values values) const {
  std::string_view category = n == 1 ? "one" : "other";
  if (!plural_.empty())
    category = category_of(plural_[n < plural_.size() ? n : n % 100 + (plural_.size() > 199 ? 100 : 0)]);
  const std::string* words = find(key, category);
  if (!words) words = find(key, "");
  return words ? filled(*words, values, number(n)) : std::string(key);
}

std::string InterfaceWords::intl(const char* key, const char* english) const {
  const std::string* own = find(key, "");
  return own ? *own : english;
}

std::string InterfaceWords::in_digits(std::string_view pattern, std::string_view digits) const {
  std::string own = intl("intl:digits", "0123456789"), out;
  size_t size = own.size() / 10;  // in UTF-8 the ten of a script are of one size
  for (char c : pattern) {
    if (c == '0' && !digits.empty()) {
      out += own.substr(static_cast<size_t>(digits[0] - '0') * size, size);
      digits.remove_prefix(1);
    } else {
      out += c;
    }
  }
  return out;
}

std::string InterfaceWords::number(size_t n) const {
  std::string digits = std::to_string(n),
              patterns = intl("intl:whole", "0|00|000|0,000|00,000|000,000|0,000,000");
  size_t begin = 0;
  for (size_t i = 1; i < digits.size() && begin <= patterns.size(); ++i)
    begin = std::min(patterns.find('|', begin), patterns.size()) + 1;
  // A number of more digits than there are patterns stands as it is.
  std::string pattern = begin > patterns.size() ? std::string(digits.size(), '0')
                                                : patterns.substr(begin, patterns.find('|', begin) - begin);
  return in_digits(pattern, digits);
}

std::string InterfaceWords::share(double of_one) const {
  std::string digits = std::to_string(1000 + static_cast<int>(of_one * 100 + 0.5));
  return in_digits(intl("intl:share", "0.00"), std::string_view(digits).substr(1));
}

}  // namespace who_says
