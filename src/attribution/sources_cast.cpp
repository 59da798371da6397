#include "attribution/sources_cast.h"

#include <algorithm>

#include "attribution/naming.h"
#include "attribution/spelling.h"
#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// How many names that begin alike are compared letter by letter: keeps long texts linear.
constexpr size_t kVariantsCompared = 48;

std::vector<std::u16string_view> words_of(std::u16string_view name) {
  std::vector<std::u16string_view> out;
  for (size_t begin = 0; begin < name.size();) {
    size_t end = std::min(name.find(u' ', begin), name.size());
    if (end > begin) out.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

/// Whether the last words of a name are another name.
bool ends_with(const std::vector<std::u16string_view>& name, const std::vector<std::u16string_view>& other) {
  return other.size() < name.size() && std::equal(other.rbegin(), other.rend(), name.rbegin());
}

bool is_first_name(const SourceText& text, std::u16string_view name) {
  return text.gazetteer.first_name(name.substr(0, name.find(u' '))) != Gender::unknown;
}

/// Key under which names are kept that may be spelled like each other. '~' is no letter of a name.
std::u16string likeness_key(const std::vector<std::u16string_view>& words) {
  std::u16string out = u"~";
  out += words.back()[0];
  out += char16_t('0' + std::min<size_t>(words.size(), 9));
  return out;
}
/// One key for a country, its capital and its other names.
std::u16string country_key(const KnownCountry& country) { return u"!" + to_utf16(country.code); }
std::u16string first_key(std::u16string_view word) { return u"^" + std::u16string(word); }
std::u16string initials_key(std::u16string_view letters) { return u"%" + std::u16string(letters); }
std::u16string last_key(std::u16string_view word) { return u"$" + std::u16string(word); }

}  // namespace

std::u16string name_key_of(std::u16string_view name) {
  std::u16string out = bare_letters(without_points(name));
  if (out.substr(0, 4) == u"the ") out.erase(0, 4);
  return out;
}

void Cast::index(const std::u16string& key, int figure) {
  std::vector<int>& list = by_key_[key];
  if (std::find(list.begin(), list.end(), figure) == list.end()) list.push_back(figure);
}

bool Cast::agrees(const Figure& figure, const Phrase& phrase) const {
  if (phrase.gender != Gender::unknown && figure.gender != Gender::unknown && phrase.gender != figure.gender)
    return false;
  if (phrase.honorific && !figure.fits_person() && figure.sort != NameSort::unknown) return false;
  return true;
}

int Cast::latest(const std::u16string& key, const Phrase& phrase) const {
  auto it = by_key_.find(key);
  if (it == by_key_.end()) return kNone;
  for (size_t i = it->second.size(); i-- > 0;)
    if (agrees(figures_[static_cast<size_t>(it->second[i])], phrase)) return it->second[i];
  return kNone;
}

int Cast::spelled_like(const std::u16string& name, const Phrase& phrase) const {
  std::vector<std::u16string_view> words = words_of(name);
  if (words.empty() || words.back().empty()) return kNone;
  auto it = by_key_.find(likeness_key(words));
  if (it == by_key_.end()) return kNone;
  size_t compared = 0;
  for (size_t i = it->second.size(); i-- > 0 && compared < kVariantsCompared; ++compared) {
    const Figure& figure = figures_[static_cast<size_t>(it->second[i])];
    if (is_spelling_variant(name, name_key_of(figure.name)) && agrees(figure, phrase)) return it->second[i];
  }
  return kNone;
}

std::pair<int, ReasonParts> Cast::find_name(const Phrase& phrase) const {
  std::u16string plain = text_.plain(phrase.name), key = name_key_of(plain);
  std::vector<std::u16string_view> words = words_of(key);
  if (words.empty()) return {kNone, {}};
  auto shown = [&](int figure) { return to_utf8(figures_[static_cast<size_t>(figure)].name); };
  const KnownName* known = text_.gazetteer.name(plain);
  // "Duma rejected it" after "Marcin Duma"; "the Duma" is none of him.
  auto none_of = [&](int id) {
    return figures_[static_cast<size_t>(id)].fits_person() && phrase.sort == NameSort::body && known &&
           phrase.determiner == Determiner::definite;
  };
  if (int same = latest(key, phrase); same != kNone && !none_of(same)) {
    const Figure& figure = figures_[static_cast<size_t>(same)];
    bool own = name_key_of(figure.name) == key;
    bool surname = words.size() == 1 && figure.sort == NameSort::person &&
                   words_of(name_key_of(figure.name)).back() == key;
    if (own) return {same, {}};
    return {same, because(surname ? "surname" : "other-form", {shown(same)})};
  }
  const KnownCountry* country = phrase.sort == NameSort::state ? text_.gazetteer.country(plain) : nullptr;
  if (country)
    if (int same = latest(country_key(*country), phrase); same != kNone)
      return {same, because("stands-for", {shown(same)})};
  if (known && !known->ambiguous)
    if (int same = latest(name_key_of(known->name), phrase); same != kNone && !none_of(same))
      return {same, because("known-as", {shown(same)})};
  // "The RSF" after the Rapid Support Forces are theirs, whoever else is known by these letters.
  if (words.size() == 1 && key.size() > 2 && is_upper(plain[0]) &&
      (is_upper(plain.back()) || plain.back() == '.'))
    if (int same = latest(initials_key(key), phrase); same != kNone)
      return {same, because("initials", {shown(same)})};
  if (!phrase.acronym.empty())
    if (int same = latest(name_key_of(text_.plain(phrase.acronym)), phrase); same != kNone)
      return {same, because("acronym", {shown(same)})};
  if (words.size() == 1) {
    if (!phrase.name.empty() && phrase.name.size() == 1) {
      int surname = latest(last_key(words[0]), phrase);
      if (surname != kNone) {
        const Figure& figure = figures_[static_cast<size_t>(surname)];
        bool body = figure.sort == NameSort::body;
        if (!(body && phrase.sort == NameSort::person) && !none_of(surname))
          return {surname, because(body ? "short-for" : "surname", {shown(surname)})};
      }
      int first = latest(first_key(words[0]), phrase);
      if (first != kNone) {
        const Figure& figure = figures_[static_cast<size_t>(first)];
        // "Korea" is not short for "Korea Herald"; "Fjellbryg" is for "Fjellbryg A/S".
        if (figure.fits_person() && phrase.sort != NameSort::state && !known)
          return {first, because("first-name", {shown(first)})};
        if (figure.sort == NameSort::body && phrase.sort != NameSort::state && !known && !phrase.honorific)
          return {first, because("short-for", {shown(first)})};
      }
    }
    return {kNone, {}};
  }
  if (int like = spelled_like(key, phrase); like != kNone)
    return {like, because("spelled-like", {shown(like)})};
  // "Mr Rupert Thane" and "Rupert J. Thane": same first and last word, one within the other.
  if (phrase.sort == NameSort::person || phrase.sort == NameSort::unknown) {
    auto it = by_key_.find(last_key(words.back()));
    if (it != by_key_.end())
      for (size_t i = it->second.size(), tried = 0; i-- > 0 && tried < kVariantsCompared; ++tried) {
        const Figure& figure = figures_[static_cast<size_t>(it->second[i])];
        std::u16string other = name_key_of(figure.name);
        std::vector<std::u16string_view> theirs = words_of(other);
        // "Roe" of a headline, before "Jane Roe" tells that it is somebody.
        bool nobody_yet = figure.sort == NameSort::unknown && theirs.size() == 1;
        if (!(figure.fits_person() || nobody_yet) || !agrees(figure, phrase)) continue;
        if (theirs.size() == 1 && figure.mentions.empty()) continue;
        bool initial = theirs.size() > 1 && (theirs[0][0] == words[0][0]) &&
                       (theirs[0].size() <= 2 || words[0].size() <= 2 || theirs[0] == words[0]);
        // "De Vries" is Anke de Vries. "Crooked Jane Roe" is no fuller name of Jane Roe: hers begins with a first name.
        if (ends_with(theirs, words) && !is_first_name(text_, plain))
          return {it->second[i], because("surname", {shown(it->second[i])})};
        if (ends_with(words, theirs) && (theirs.size() == 1 || !is_first_name(text_, figure.name)))
          return {it->second[i], because("full-name", {shown(it->second[i])})};
        if (initial) return {it->second[i], because("same-surname", {shown(it->second[i])})};
      }
  }
  return {kNone, {}};
}

int Cast::add(const Phrase& phrase) {
  int id = size();
  Figure figure;
  figure.first = text_.words.range(phrase.span);
  figure.sort = phrase.sort;
  figure.named = !phrase.name.empty();
  if (!figure.named) figure.owner = phrase.possessive;
  figures_.push_back(std::move(figure));
  learn(id, phrase);
  return id;
}

void Cast::learn(int id, const Phrase& phrase) {
  Figure& figure = (*this)[id];
  if (!phrase.name.empty()) {
    std::u16string plain = text_.plain(phrase.name), key = name_key_of(plain);
    std::vector<std::u16string_view> words = words_of(key);
    bool variant = !figure.name.empty() && is_spelling_variant(key, name_key_of(figure.name));
    bool short_form = is_acronym_of(plain, figure.name);
    if ((figure.name.size() < plain.size() && !variant) || (!figure.named && !short_form))
      figure.name = plain;
    if (const KnownName* known = text_.gazetteer.name(plain); known && known->name == u"The " + plain)
      figure.name = known->name;
    figure.named = true;
    if (figure.sort == NameSort::unknown) figure.sort = phrase.sort;
    index(key, id);
    if (const KnownCountry* country = text_.gazetteer.country(plain);
        country && phrase.sort == NameSort::state)
      index(country_key(*country), id);
    if (std::u16string initials = initials_of(plain); initials.size() > 2 && figure.sort == NameSort::body)
      index(initials_key(initials), id);
    if (words.size() > 1) {
      index(likeness_key(words), id);
      bool person = figure.sort == NameSort::person || figure.sort == NameSort::unknown;
      // "The Echo" of the Penwick Echo, "Rovers" of Calder Rovers
      bool called_last = figure.sort == NameSort::body && plain.find(u" of ") == std::u16string::npos &&
                         plain.find(u" for ") == std::u16string::npos;
      if (person || called_last) index(last_key(words.back()), id);
      // Names like "Wi Song Lak" have the surname first.
      index(first_key(words.front()), id);
    } else if (phrase.sort == NameSort::person || phrase.sort == NameSort::unknown) {
      index(last_key(words.front()), id);
    }
    if (const KnownName* known = text_.gazetteer.name(plain); known && !known->ambiguous)
      index(name_key_of(known->name), id);
    if (!phrase.acronym.empty()) index(name_key_of(text_.plain(phrase.acronym)), id);
  } else if (figure.name.empty()) {
    figure.name = text_.plain(phrase.span);
  }
  for (const TitlePlace& place : phrase.titles) {
    figure.heads.push_back(place.title->term);
    if (figure.description.empty() && !phrase.name.empty() && !place.in_clause)
      figure.description = text_.plain(place.words);
  }
  if (phrase.doing == Doing::trades && figure.sort != NameSort::state) figure.sort = NameSort::body;
  if (figure.gender == Gender::unknown) figure.gender = phrase.gender;
  figure.plural = figure.plural || (phrase.plural && phrase.name.empty());
  constexpr size_t kWordsKept = 600;
  if (figure.words.size() < kWordsKept) figure.words += u" " + lowered(text_.plain(phrase.span)) + u" ";
}

void Cast::take(int id, const Phrase& phrase, Finding finding, Naming naming) {
  Figure& figure = (*this)[id];
  Role role = role_of(finding, phrase);
  if (figure.finding.organization.empty()) figure.finding.organization = finding.organization;
  if (figure.finding.country.empty()) figure.finding.country = finding.country;
  // A past office that is told later ("the ex-minister") counts for what told the kind first.
  if (finding.office == Office::former && figure.finding.weight >= Weight::clause &&
      figure.finding.kind == finding.kind && figure.finding.office == Office::unknown)
    figure.finding.office = Office::former;
  // "Sung, who previously worked at Amazon": what he is now stays.
  bool earlier = finding.office == Office::former && finding.weight == Weight::clause &&
                 figure.finding.office == Office::current;
  if (finding.weight > figure.finding.weight && !earlier) {
    std::string organization = figure.finding.organization, country = figure.finding.country;
    figure.finding = std::move(finding);
    if (figure.finding.organization.empty()) figure.finding.organization = organization;
    if (figure.finding.country.empty()) figure.finding.country = country;
    figure.role = role;
  }
  // In the order of the vocabulary the fuller naming comes first.
  if (figure.naming == Naming::none || naming < figure.naming) figure.naming = naming;
}

void Cast::put(Place place) {
  if (place.span.empty()) return;
  ++(*this)[place.figure].places;
  std::vector<Place>& list = places_[text_.tokens.all[place.span.begin].sentence];
  auto at = std::upper_bound(list.begin(), list.end(), place.span.begin,
                             [](uint32_t begin, const Place& p) { return begin < p.span.begin; });
  list.insert(at, place);
}

int Cast::find_called(std::u16string_view name) const { return latest(name_key_of(name), Phrase()); }

int Cast::find_body(TokenSpan words) const {
  if (words.empty()) return kNone;
  Phrase phrase;
  phrase.name = words;
  phrase.sort = NameSort::body;
  if (!is_name_like(text_, words.begin)) return kNone;
  std::u16string plain = text_.plain(words);
  if (int same = latest(name_key_of(plain), phrase); same != kNone) return same;
  if (const KnownName* known = text_.gazetteer.name(plain); known && !known->ambiguous)
    if (int same = latest(name_key_of(known->name), phrase); same != kNone) return same;
  if (words.size() > 1) return kNone;
  if (int first = latest(first_key(name_key_of(plain)), phrase);
      first != kNone && (*this)[first].sort == NameSort::body)
    return first;
  // "The Commission" of the European Commission
  if (words.begin > 0 && text_.words.is(words.begin - 1, u"the"))
    if (int last = latest(last_key(name_key_of(plain)), phrase);
        last != kNone && (*this)[last].sort == NameSort::body)
      return last;
  return kNone;
}

Body Cast::body_of_figure(int id) const {
  Body out;
  if (id == kNone) return out;
  const Figure& figure = (*this)[id];
  if (figure.finding.form != Form::organization && figure.finding.form != Form::state &&
      figure.finding.form != Form::group) {
    // "its representative": what a document's issuer or a person's office is does not carry over, a document's body does.
    if (figure.finding.form != Form::document || figure.finding.organization.empty()) return out;
    out.kind = figure.finding.kind;
    out.name = figure.finding.organization;
    return out;
  }
  out.kind = figure.finding.kind;
  out.name = to_utf8(figure.name);
  out.country = figure.finding.country;
  out.named = figure.named;
  return out;
}

Body Cast::body_of(TokenSpan words) const {
  Body out = body_of_words(text_, words);
  int id = find_body(words);
  if (id == kNone) return out;
  const Figure& figure = (*this)[id];
  if (figure.sort == NameSort::person) {
    // "An adviser to Mr Sanders" is of politics, as he is.
    if (figure.finding.weight < Weight::body || !is_state_kind(figure.finding.kind)) return {};
    out.kind = figure.finding.kind;
    out.name = to_utf8(figure.name);
    out.country = figure.finding.country;
    return out;
  }
  Body known = body_of_figure(id);
  if (known.kind == SourceKind::unspecified) known.kind = out.kind;
  if (known.name.empty()) known.name = out.name;
  known.named = true;
  return known;
}

}  // namespace who_says
