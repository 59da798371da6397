#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/word_map.h"
#include "model/vocabulary.h"

namespace who_says {

/// A body that is known by name ("Brookings Institution", "Brookings"), from assets/attribution/kinds.tsv.
struct KnownName {
  std::u16string name;  ///< its full name
  SourceKind kind = SourceKind::unspecified;
  Form form = Form::organization;
  std::string country;     ///< ISO 3166-1 alpha-2; may be empty
  bool ambiguous = false;  ///< bodies of several kinds share this form: context must decide
};

/// A title or head-word of a description ("ambassador", "think tank", "spokesman"), from assets/attribution/titles/LANGUAGE.tsv.
struct KnownTitle {
  std::u16string term;  ///< lower case, words parted by one space
  SourceKind kind = SourceKind::unspecified;
  Form form = Form::person;
  bool office = false;        ///< an office that one can have had: "former" and "ex-" apply
  bool spokesperson = false;  ///< speaks for an organisation and takes its kind
  bool of_body = false;       ///< takes the kind of its body when that is known ("director", "official")
  bool generic = false;       ///< a class of people that is no post ("resident", "source")
};

/// A country by its name, capital ("Seoul" for its government) or demonym.
struct KnownCountry {
  std::string code;      ///< ISO 3166-1 alpha-2
  bool demonym = false;  ///< "Korean"
};

enum class Gender : uint8_t { unknown, male, female };

/// Names and titles with their kinds. Immutable; lives as long as the program.
class Gazetteer {
 public:
  /// With the titles of a language ("en", "es", "de", "uk"); nullptr when there are none.
  static const Gazetteer* of(std::string_view language);
  /// Reads a part of it ahead, about `work` units of Steps, and says how many; 0 = there is nothing left to read. of() reads the rest.
  static uint64_t prepare(std::string_view language, uint64_t work);

  /// By full name, short form or acronym, any case where it has more than one word; nullptr = not known.
  const KnownName* name(std::u16string_view words) const;
  /// By the words of a title, lower case; nullptr = none. English plurals are found by their singular.
  const KnownTitle* title(std::u16string_view lower_case_words) const;
  /// By a word with a capital inside a name ("Herald", "Ltd"), lower case; nullptr = none.
  const KnownTitle* name_word(std::u16string_view lower_case_word) const;
  /// Whether a word tells that an office is past ("former", "ex-"). `rest`: where what follows such a prefix begins ("exminister").
  bool is_former(std::u16string_view lower_case_word, size_t* rest = nullptr) const;
  /// nullptr = not known.
  const KnownCountry* country(std::u16string_view words) const;
  Gender first_name(std::u16string_view name) const;
  /// Most words that a title has.
  static constexpr size_t kLongestTitle = 6;

 private:
  struct World;
  struct Shelf;
  Gazetteer() = default;
  static World& world();
  static Shelf* shelf_of(std::string_view language);
  void read_titles(std::string_view line);
  const KnownTitle* singular(std::u16string_view words) const;

  WordMap<KnownTitle> titles_;  ///< by term
  WordMap<KnownTitle> stems_;   ///< by term without its ending
  WordMap<KnownTitle> name_words_;
  std::vector<std::u16string> former_, former_prefixes_;
  bool english_ = false;
};

}  // namespace who_says
