#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "model/result.h"

namespace who_says {

/// What a person reads: the words of one interface language over the built-in English, for which assets/words/en.json is compiled
/// in. A key that a language lacks is English.
class InterfaceWords {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

  InterfaceWords();
  /// Reads a language file (JSON: key → words, or key → {plural category → words}). `plural` has one letter for each number from 0
  /// on (z o t f m x: zero, one, two, few, many, other), as Intl.PluralRules gives them. On an error the words stay as they were.
  Result<bool> read(std::string_view json, std::string_view plural);

  /// More English words, for what a module has beside the panel.
  void add_english(std::string_view json);

  /// More words of the language that was read last.
  void add(std::string_view json);

  /// Words of a key, "{name}" replaced by its value. An unknown key gives itself.
  std::string operator()(std::string_view key, Values values = {}) const;
  /// The same in the plural form for `n`, with {n} set.
  std::string count(std::string_view key, size_t n, Values values = {}) const;
  /// A number as the language writes it. That is no word of its file: the page adds, as Intl.NumberFormat has it, "intl:digits", the ten
  /// digits; "intl:whole", how a number of one, two, three … of them stands, with a 0 for each ("0|00|000|0,000"); and "intl:share", how
  /// one of two decimal places does.
  std::string number(size_t n) const;
  /// 0 to 1, with two decimal places.
  std::string share(double of_one) const;
  /// Takes a file of explanations (JSON: key → sentence, or key → {name, text}). False when it is none.
  bool read_terms(std::string_view json);
  bool has_terms() const { return !terms_.empty(); }
  /// The explanation of a key, and its name: of its own, else the words of that key.
  std::string term(std::string_view key) const;
  std::string term_name(std::string_view key) const;
  bool has(std::string_view key) const { return find(key, "") != nullptr; }
  /// Words of a key as they are; "" when there are none.
  std::string as_written(std::string_view key) const {
    const std::string* words = find(key, "");
    return words ? *words : std::string();
  }

 private:
  using Table = std::map<std::string, std::string, std::less<>>;
  static Result<Table> parse(std::string_view json);
  std::string intl(const char* key, const char* english) const;
  std::string in_digits(std::string_view pattern, std::string_view digits) const;
  const std::string* find(std::string_view key, std::string_view category) const;

  Table words_, english_, terms_;
  std::string plural_;
};

}  // namespace who_says
