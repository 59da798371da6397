#include "attribution/gazetteer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "attribution/spelling.h"
#include "attribution/steps.h"
#include "attribution/tables.h"
#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr std::string_view kNames =
#include "compiled_in/attribution/kinds.tsv.inc"
    ;
constexpr std::string_view kCountries =
#include "compiled_in/attribution/countries.tsv.inc"
    ;
constexpr std::string_view kFirstNames =
#include "compiled_in/attribution/first-names.tsv.inc"
    ;
constexpr std::string_view kEnglishTitles =
#include "compiled_in/attribution/titles/en.tsv.inc"
    ;
constexpr std::string_view kSpanishTitles =
#include "compiled_in/attribution/titles/es.tsv.inc"
    ;
constexpr std::string_view kGermanTitles =
#include "compiled_in/attribution/titles/de.tsv.inc"
    ;
constexpr std::string_view kUkrainianTitles =
#include "compiled_in/attribution/titles/uk.tsv.inc"
    ;

/// Stems of one word that are shorter fit too much.
constexpr size_t kShortestStem = 3;

/// Names are compared without case, but one word alone only in its own case: "Care" is no charity.
std::u16string name_key(std::u16string_view words) {
  bool one_word = words.find(u' ') == std::u16string_view::npos;
  if (words.size() > 4 && (words.substr(0, 4) == u"The " || words.substr(0, 4) == u"the ") &&
      words.find(u' ', 4) != std::u16string_view::npos)
    words.remove_prefix(4);
  std::u16string out = one_word ? without_points(words) : lowered(words);
  for (char16_t& c : out) c = c == 0x2019 ? u'\'' : c;
  return out;
}

}  // namespace

struct Gazetteer::World {
  WordMap<KnownName> names;
  WordMap<KnownCountry> countries;
  WordMap<Gender> first_names;

  SharedSteps reading;

  World() {
    each_line(reading.steps, kNames, [this, kind = SourceKind::unspecified](std::string_view line) mutable {
      if (line[0] == '>') {
        kind = parse_word<SourceKind>(line.substr(1)).value_or(SourceKind::unspecified);
        return;
      }
      std::vector<std::string_view> columns = split(line, '\t');
      if (columns.size() != 2) return;
      for (std::string_view body : split(columns[1], ';')) add_body(columns[0], body, kind);
    });
    each_line(reading.steps, kCountries, [this](std::string_view line) {
      std::vector<std::string_view> columns = split(line, '\t');
      if (columns.size() != 3) return;
      for (std::string_view name : split(columns[1], '|'))
        countries.emplace(to_utf16(name), KnownCountry{std::string(columns[0]), false});
      for (std::string_view name : split(columns[2], '|'))
        countries.emplace(to_utf16(name), KnownCountry{std::string(columns[0]), true});
    });
    each_line(reading.steps, kFirstNames, [this](std::string_view line) {
      std::vector<std::string_view> columns = split(line, '\t');
      if (columns.size() != 2) return;
      Gender gender = columns[0] == "f" ? Gender::female : Gender::male;
      for (std::string_view name : split(columns[1], ' ')) first_names.emplace(to_utf16(name), gender);
    });
  }

  void add_body(std::string_view country, std::string_view body, SourceKind kind) {
    std::vector<std::string_view> forms = split(body, '|');
    KnownName known;
    known.name = to_utf16(forms[0]);
    known.kind = kind;
    if (country != "-") known.country = country;
    for (std::string_view form : forms) {
      auto [it, added] = names.emplace(name_key(to_utf16(form)), known);
      if (added) continue;
      KnownName& other = it->second;
      if (other.kind != kind) other.ambiguous = true;
      if (other.country != known.country) other.country.clear();
    }
  }
};

/// The titles of a language that are compiled in, read when they are asked for.
struct Gazetteer::Shelf {
  Shelf(std::string_view name, std::string_view titles) : language(name) {
    gazetteer.english_ = language == "en";
    each_line(reading.steps, titles, [this](std::string_view line) { gazetteer.read_titles(line); });
  }
  std::string_view language;
  Gazetteer gazetteer;
  SharedSteps reading;
};

// Never destroyed: other threads may read until the end.
Gazetteer::World& Gazetteer::world() {
  static World* const world = new World;
  return *world;
}
Gazetteer::Shelf* Gazetteer::shelf_of(std::string_view language) {
  static Shelf* const english = new Shelf("en", kEnglishTitles);
  static Shelf* const spanish = new Shelf("es", kSpanishTitles);
  static Shelf* const german = new Shelf("de", kGermanTitles);
  static Shelf* const ukrainian = new Shelf("uk", kUkrainianTitles);
  for (Shelf* shelf : {english, spanish, german, ukrainian})
    if (shelf->language == language) return shelf;
  return nullptr;
}

void Gazetteer::read_titles(std::string_view line) {
  std::vector<std::string_view> columns = split(line, '\t');
  if (columns.size() != 4) return;
  auto has = [&](char flag) { return columns[2].find(flag) != std::string_view::npos; };
  KnownTitle known;
  known.kind = parse_word<SourceKind>(columns[0]).value_or(SourceKind::unspecified);
  known.form = parse_word<Form>(columns[1]).value_or(Form::person);
  known.office = has('o');
  known.spokesperson = has('s');
  known.of_body = has('b');
  known.generic = has('g');
  for (std::string_view term : split(columns[3], '|')) {
    bool stem = term.back() == '*';
    known.term = to_utf16(stem ? term.substr(0, term.size() - 1) : term);
    if (has('f')) {
      bool prefix = known.term.back() == u'-' || known.term == u"ex" || known.term == u"екс";
      if (stem || prefix) former_prefixes_.push_back(known.term);
      if (!stem) former_.push_back(known.term);
    } else if (has('n')) {
      name_words_.emplace(known.term, known);
    } else {
      (stem ? stems_ : titles_).emplace(known.term, known);
    }
  }
}

const Gazetteer* Gazetteer::of(std::string_view language) {
  Shelf* shelf = shelf_of(language);
  if (!shelf) return nullptr;
  world().reading.finish();
  shelf->reading.finish();
  return &shelf->gazetteer;
}

uint64_t Gazetteer::prepare(std::string_view language, uint64_t work) {
  Shelf* shelf = shelf_of(language);
  if (!shelf) return 0;
  if (uint64_t did = world().reading.run(work)) return did;
  return shelf->reading.run(work);
}

const KnownName* Gazetteer::name(std::u16string_view words) const {
  return find(world().names, name_key(words));
}

const KnownTitle* Gazetteer::title(std::u16string_view words) const {
  if (const KnownTitle* known = find(titles_, words)) return known;
  if (english_) return singular(words);
  // An ending is no further word.
  size_t space = words.rfind(u' ');
  size_t shortest = std::max(kShortestStem, space == std::u16string_view::npos ? 0 : space + 1);
  for (size_t size = words.size(); size >= shortest; --size) {
    if (const KnownTitle* stem = find(stems_, words.substr(0, size))) return stem;
  }
  return nullptr;
}

const KnownTitle* Gazetteer::singular(std::u16string_view words) const {
  // "Glaciologists"
  if (words.find(u' ') == std::u16string_view::npos &&
      (words.ends_with(u"ologist") || words.ends_with(u"ologists")))
    return find(titles_, u"scientist");
  auto look_up = [&](size_t cut, std::u16string_view ending) -> const KnownTitle* {
    return find(titles_, std::u16string(words.substr(0, words.size() - cut)).append(ending));
  };
  auto ends = [&](std::u16string_view ending) {
    return words.size() > ending.size() + 1 && words.substr(words.size() - ending.size()) == ending;
  };
  const KnownTitle* found = nullptr;
  if (ends(u"ies")) found = look_up(3, u"y");
  if (!found && ends(u"men")) found = look_up(3, u"man");
  if (!found && ends(u"children")) found = look_up(3, u"");
  if (!found && ends(u"wives")) found = look_up(3, u"fe");
  if (!found && ends(u"people")) found = look_up(6, u"person");
  if (!found && ends(u"es")) found = look_up(2, u"");
  if (!found && ends(u"s")) found = look_up(1, u"");
  if (found) return found;
  // "attorneys general", "chiefs of staff"
  size_t space = words.find(u' ');
  if (space == std::u16string_view::npos || space < 2 || words[space - 1] != u's') return nullptr;
  return find(titles_, std::u16string(words.substr(0, space - 1)).append(words.substr(space)));
}

const KnownTitle* Gazetteer::name_word(std::u16string_view word) const { return find(name_words_, word); }

bool Gazetteer::is_former(std::u16string_view word, size_t* rest) const {
  if (rest) *rest = 0;
  if (std::find(former_.begin(), former_.end(), word) != former_.end()) return true;
  for (const std::u16string& prefix : former_prefixes_) {
    if (word.size() <= prefix.size() || word.substr(0, prefix.size()) != prefix) continue;
    // "ex" and "alt" begin many words: what follows must be a title, unless the prefix is a stem of "former" itself.
    bool glued = prefix.back() == u'-' || prefix.size() <= 3;
    if (glued && prefix.back() != u'-' && !title(word.substr(prefix.size()))) continue;
    if (glued && rest) *rest = prefix.size();
    return true;
  }
  return false;
}

const KnownCountry* Gazetteer::country(std::u16string_view words) const {
  return find(world().countries, words);
}

Gender Gazetteer::first_name(std::u16string_view name) const {
  const Gender* known = find(world().first_names, name);
  return known ? *known : Gender::unknown;
}

}  // namespace who_says
