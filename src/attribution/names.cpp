#include "attribution/names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "attribution/phrase_parts.h"
#include "attribution/spelling.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr WordList<35> kParticles = {
    u"de", u"da",  u"do", u"dos", u"du",  u"del",  u"della", u"der", u"den", u"van", u"von",    u"zu",
    u"la", u"le",  u"el", u"al",  u"bin", u"bint", u"ibn",   u"ben", u"af",  u"av",  u"ter",    u"ten",
    u"y",  u"das", u"di", u"el-", u"al-", u"abu",  u"ould",  u"st",  u"san", u"'t",  u"von-der"};
/// What joins the words of a body's name.
constexpr WordList<16> kJoints = {u"of",  u"for", u"on",  u"to", u"in",  u"against", u"without", u"de",
                                  u"des", u"für", u"der", u"at", u"del", u"under",   u"la",      u"los"};
constexpr WordList<14> kHonorifics = {u"mr", u"mr.", u"mrs", u"mrs.", u"ms",   u"ms.",  u"miss",
                                      u"dr", u"dr.", u"sir", u"dame", u"lord", u"lady", u"mx"};
/// Last words of names that are no person's.
constexpr WordList<40> kNoPersons = {
    u"day",    u"street",   u"avenue",   u"road",       u"war",       u"award",   u"prize",   u"cup",
    u"games",  u"olympics", u"festival", u"act",        u"bill",      u"week",    u"night",   u"house",
    u"hall",   u"park",     u"river",    u"valley",     u"airport",   u"station", u"stadium", u"bridge",
    u"island", u"islands",  u"sea",      u"strait",     u"city",      u"square",  u"tower",   u"hospital",
    u"prison", u"primary",  u"treaty",   u"tournament", u"mountains", u"hotel",   u"beach",   u"coast"};
/// Words of bodies' names that are surnames, too.
constexpr WordList<7> kSurnamesToo = {u"church", u"bee", u"star", u"banks", u"marshal", u"sun", u"post"};
constexpr WordList<3> kPlacesAndSurnames = {u"park", u"hall", u"day"};
/// Parts of a union, told apart by numbers: "AFSCME Council 25".
constexpr WordList<4> kNumbered = {u"council", u"local", u"lodge", u"chapter"};
constexpr WordList<7> kGenitiveNameWords = {u"women", u"men",   u"people", u"children",
                                            u"king",  u"queen", u"moody"};
/// Words with a capital at the beginning of a sentence that begin no name, beyond the lexicon's closed classes.
constexpr std::array<std::string_view, 12> kNoNameClasses = {
    "article", "determiner", "pronoun",  "possessive",   "preposition",    "complementizer",
    "adverb",  "auxiliary",  "negation", "coordination", "object-pronoun", "clause-opener"};
constexpr WordList<22> kNoNames = {u"mr",    u"according", u"even",    u"both",  u"only", u"fellow",
                                   u"other", u"such",      u"many",    u"some",  u"most", u"others",
                                   u"still", u"yet",       u"so",      u"asked", u"like", u"because",
                                   u"once",  u"much",      u"several", u"few"};
constexpr size_t kLongestKnownName = 10;

bool has_inner_capital(std::u16string_view word) {
  for (size_t i = 1; i < word.size(); ++i)
    if (is_upper(word[i]) && (word[i - 1] == '-' || word[i - 1] == '\'' || word[i - 1] == 0x2019))
      return true;
  return false;
}
/// "HaddonHen": a capital inside a word that is no "Mc" or "Mac".
bool is_camel_case(std::u16string_view word) {
  if (word.size() > 3 &&
      (word.substr(0, 2) == u"Mc" || word.substr(0, 3) == u"Mac" || word.substr(0, 2) == u"De" ||
       word.substr(0, 2) == u"Le" || word.substr(0, 2) == u"O'"))
    return false;
  for (size_t i = 2; i < word.size(); ++i)
    if (is_upper(word[i]) && lower(word[i - 1]) == word[i - 1] && is_word_unit(word[i - 1])) return true;
  return false;
}

/// End of a name of the gazetteer that begins at `token`; `token` when there is none.
uint32_t known_name_end(const SourceText& text, uint32_t token, uint32_t end) {
  uint32_t last = std::min<uint32_t>(end, token + kLongestKnownName);
  for (uint32_t stop = last; stop > token + 1; --stop) {
    if (!text.is_word(stop - 1) && !text.is_genitive(stop - 1)) continue;
    if (text.gazetteer.name(text.plain({token, stop}))) return stop;
  }
  return token;
}

/// A word of a body's name that lets "of" and its like follow.
bool is_body_word(const SourceText& text, uint32_t token) {
  std::u16string form = text.form(token);
  const KnownTitle* title = text.gazetteer.name_word(form);
  if (!title) title = text.gazetteer.title(form);
  return title && title->form == Form::organization;
}

}  // namespace

std::u16string SourceText::form(uint32_t token) const {
  std::u16string out = lowered(at(token));
  for (char16_t& c : out) c = c == 0x2019 ? u'\'' : c;
  return out;
}

std::u16string SourceText::plain(TokenSpan span) const {
  std::u16string out;
  for (uint32_t at = span.begin; at < span.end && at < size(); ++at) {
    if (at > span.begin && tokens.all[at].range.begin > tokens.all[at - 1].range.end) out += u' ';
    out += words.at(at);
  }
  for (char16_t& c : out) c = c == 0x2019 ? u'\'' : c;
  return out;
}

bool SourceText::is_word(uint32_t token) const {
  std::u16string_view own = at(token);
  return !own.empty() &&
         (is_word_unit(own[0]) || ((own[0] == '@' || own[0] == '#' || own[0] == '$') && own.size() > 1));
}
bool SourceText::is_number(uint32_t token) const {
  std::u16string_view own = at(token);
  return !own.empty() && is_digit(own[0]);
}
bool SourceText::begins_sentence(uint32_t token) const {
  if (token >= size()) return false;
  uint32_t begin = tokens.sentences[tokens.all[token].sentence].begin;
  for (uint32_t at = begin; at < token; ++at)
    if (is_word(at)) return false;
  return true;
}
bool SourceText::is_genitive(uint32_t token) const {
  if (token == 0 || token >= size()) return false;
  std::u16string_view own = at(token);
  if (own.empty() || (own[0] != '\'' && own[0] != 0x2019)) return false;
  if (tokens.all[token].range.begin != tokens.all[token - 1].range.end) return false;
  if (own.size() == 2 && own[1] == 's') return true;
  std::u16string_view before = at(token - 1);
  return own.size() == 1 && !before.empty() && lower(before.back()) == 's';
}

bool is_name_particle(std::u16string_view word) { return is_one(word, kParticles); }

bool is_honorific(std::u16string_view word) { return is_one(word, kHonorifics); }

bool is_name_like(const SourceText& text, uint32_t token) {
  std::u16string_view own = text.at(token);
  if (own.empty()) return false;
  if ((own[0] == '@' || own[0] == '#') && own.size() > 1) return true;
  if (!is_word_unit(own[0]) || is_digit(own[0])) return false;
  return is_upper(own[0]) || has_inner_capital(own);
}

const KnownTitle* title_at(const SourceText& text, uint32_t token, uint32_t end, uint32_t* title_end) {
  if (!text.is_word(token)) return nullptr;
  std::u16string words;
  const KnownTitle* found = nullptr;
  size_t prefix = 0;  // "ex-prime minister", "exministro"
  text.gazetteer.is_former(text.form(token), &prefix);
  uint32_t last = std::min<uint32_t>({end, text.size(), token + uint32_t(Gazetteer::kLongestTitle)});
  for (uint32_t at = token; at < last; ++at) {
    bool genitive = at > token && text.is_genitive(at);
    if (!text.is_word(at) && !genitive) break;
    if (at > token && !genitive) words += u' ';
    words += at == token ? text.form(at).substr(prefix) : text.form(at);
    if (const KnownTitle* title = text.gazetteer.title(words)) {
      found = title;
      *title_end = at + 1;
    }
  }
  return found;
}

uint32_t name_end(const SourceText& text, uint32_t token, uint32_t end) {
  end = std::min(end, text.size());
  if (token >= end || !is_name_like(text, token)) return token;
  std::u16string_view own = text.at(token);
  if (own[0] == '@' || own[0] == '#') return token + 1;
  uint32_t known = known_name_end(text, token, end);
  if (known == token && !all_capitals(own)) {
    std::u16string form = text.form(token);
    if (is_one(form, kNoNames)) return token;
    if (text.begins_sentence(token) || form.size() < 4 || form == u"this" || form == u"that")
      for (std::string_view name : kNoNameClasses)
        if (text.lexicon.in_class(name, form)) return token;
  }
  bool body = known > token, joined = false, linked = false;
  uint32_t at = token;
  for (; at < end;) {
    if (at >= known && is_name_like(text, at) && text.at(at)[0] != '@' && text.at(at)[0] != '#') {
      // "Tuesday" and such after a name is no part of it.
      if (at > token && text.in_class("time", at)) break;
      body = body || is_body_word(text, at);
      ++at;
      continue;
    }
    if (at < known) {
      at = known;
      continue;
    }
    if (at == token) break;
    std::u16string form = text.form(at);
    if ((form == u"&" || (form == u"/" && text.at(at - 1).size() == 1)) && at + 1 < end &&
        is_name_like(text, at + 1)) {
      at += 2;
      linked = true;
      continue;
    }
    if (is_one(form, kParticles)) {
      uint32_t next = at + 1;
      while (next < end && is_one(text.form(next), kParticles)) ++next;
      if (next < end && is_name_like(text, next)) {
        at = next;
        continue;
      }
    }
    if (body && is_one(form, kJoints)) {
      uint32_t next = at + 1;
      if (next < end && text.in_class("article", next)) ++next;
      // "Yun Sun of the Stimson Center"
      const KnownTitle* outlet =
          at == token + 2 && next > at + 1 && (token == 0 || !text.in_class("article", token - 1))
              ? text.gazetteer.name_word(text.form(at - 1))
              : nullptr;
      if (outlet && outlet->kind == SourceKind::news_outlet) break;
      // "Ministry of Defence", but not "University on Monday".
      if (next < end && is_name_like(text, next) && !text.in_class("time", next) &&
          (form == u"of" || form == u"for" || form == u"de" || joined || is_body_word(text, token))) {
        at = next;
        joined = true;
        continue;
      }
    }
    if (body && joined && form == u"and" && at + 1 < end && is_name_like(text, at + 1)) {
      uint32_t title_end = 0;
      const KnownTitle* title = title_at(text, at + 1, end, &title_end);
      if (!title || title->form != Form::person || title->generic) {  // "Anthropology and History"
        at += 2;
        continue;
      }
    }
    if (form == u"and" && at + 1 < end && is_name_like(text, at + 1) && at > token &&
        is_body_word(text, at + 1) && !is_body_word(text, at - 1)) {
      at += 2;
      body = true;
      continue;
    }
    // "The Bakers and Allied Workers Union", "the Mines and Geosciences Bureau", "the US Cybersecurity and Infrastructure Security Agency"
    if (form == u"and" && (!body || at == token + 1) && token > 0 && text.words.is(token - 1, u"the") &&
        (at == token + 1 || (at == token + 2 && text.gazetteer.country(text.at(token))))) {
      uint32_t last = at + 1;
      while (last < end && is_name_like(text, last)) ++last;
      bool place = text.words.is(at + 1, u"district");  // "The Bombala and District Chamber of Commerce"
      place = place || at == token + 2;                 // "the Finnish Competition and Consumer Authority"
      uint32_t least = is_plural_word(text.form(at - 1)) || place ? 2 : 3;
      if (last > at + least && is_body_word(text, last - 1) && !text.gazetteer.name(text.at(at - 1))) {
        at = last;
        body = true;
        continue;
      }
    }
    // "Steppe Copper plc"
    if (form == u"plc" || form == u"ltd" || form == u"inc" || form == u"gmbh") {
      ++at;
      body = true;
      break;
    }
    if (text.is_genitive(at) && at + 1 < end && is_name_like(text, at + 1)) {
      std::u16string before = text.form(at - 1);
      uint32_t title_end = 0;  // "Clark County Coroner's Office"
      const KnownTitle* officer = title_at(text, at - 1, at, &title_end);
      bool office = officer && officer->form == Form::person && is_body_word(text, at + 1);
      if (text.at(at).size() == 1 || office || is_one(before, kGenitiveNameWords)) {
        at += 1;
        continue;
      }
    }
    // "Channel 4", "AFSCME Council 25", "Local 1199"
    bool numbered = is_one(text.form(at - 1), kNumbered) && text.at(at).size() <= 4;
    if (text.is_number(at) && (numbered || (text.at(at).size() <= 2 && at == token + 1)) &&
        !text.begins_sentence(at)) {
      bool attached_mark = at + 1 < text.size() && text.at(at + 1) == u"-";
      if (!attached_mark && (body || linked || numbered)) {
        ++at;
        body = true;
        continue;
      }
    }
    break;
  }
  return at;
}

NameSort sort_of_name(const SourceText& text, TokenSpan name, bool after_article) {
  if (name.empty()) return NameSort::unknown;
  std::u16string words = text.plain(name);
  if (const KnownCountry* country = text.gazetteer.country(words))
    return country->demonym ? NameSort::unknown : NameSort::state;
  // "The Saudis"
  if (after_article && words.size() > 1 && words.back() == u's')
    if (const KnownCountry* people = text.gazetteer.country(words.substr(0, words.size() - 1));
        people && people->demonym)
      return NameSort::state;
  if (text.gazetteer.name(words) || (after_article && text.gazetteer.name(u"The " + words)))
    return NameSort::body;
  std::u16string_view first = text.at(name.begin), last = text.at(name.end - 1);
  if (first[0] == '@') return NameSort::person;
  if (first[0] == '#' || text.is_genitive(name.end - 1)) return NameSort::body;
  bool first_name = text.gazetteer.first_name(first) != Gender::unknown;
  if (is_honorific(text.form(name.begin))) return NameSort::person;
  if (kind_word(text, name)) {
    // "Charlotte Church" is no church.
    bool person =
        first_name && name.size() == 2 && !after_article && is_one(text.form(name.end - 1), kSurnamesToo);
    return person ? NameSort::person : NameSort::body;
  }
  for (uint32_t at = name.begin; at < name.end; ++at) {
    std::u16string form = text.form(at);
    if (form == u"&" || form == u"and" || form == u"of" || form == u"for") return NameSort::body;
  }
  if (name.size() == 1) {
    if (all_capitals(first) || is_camel_case(first) || after_article) return NameSort::body;
    return NameSort::unknown;
  }
  std::u16string last_form = text.form(name.end - 1);
  bool surname = first_name && name.size() == 2 && !after_article && is_one(last_form, kPlacesAndSurnames);
  if (is_one(last_form, kNoPersons) && !surname) return NameSort::body;
  if (first_name) return NameSort::person;
  // "Greenpeace Indonesia"; "Georgia" and "Jordan" are people's names too.
  const KnownCountry* country = text.gazetteer.country(last);
  if (country && !country->demonym && text.gazetteer.first_name(last) == Gender::unknown)
    return NameSort::body;
  if (after_article || is_camel_case(last) || all_capitals(last)) return NameSort::body;
  return name.size() <= 5 ? NameSort::person : NameSort::body;
}

constexpr WordList<6> kInstitutes = {u"institute", u"institution", u"centre",
                                     u"center",    u"school",      u"academy"};
constexpr WordList<30> kSciences = {
    u"technology",   u"science",       u"sciences",  u"medicine",   u"medical",     u"cancer",
    u"biology",      u"behavior",      u"behaviour", u"physics",    u"planck",      u"chemistry",
    u"mathematics",  u"neuroscience",  u"genetics",  u"genomics",   u"ecology",     u"zoology",
    u"oceanography", u"oceanographic", u"virology",  u"immunology", u"evolution",   u"anthropology",
    u"astronomy",    u"engineering",   u"vaccine",   u"marine",     u"linguistics", u"pasteur"};

/// Words that tell an outlet wherever they stand in its name.
constexpr WordList<15> kOutletsAnywhere = {u"radio",  u"television", u"tv",           u"channel", u"press",
                                           u"news",   u"newspaper",  u"broadcasting", u"media",   u"magazine",
                                           u"diario", u"kanal",      u"canal",        u"novosti", u"pravda"};

constexpr WordList<5> kPlaceWords = {u"city", u"state", u"county", u"country", u"nation"};

/// "Defence Intelligence", "Ukrainian Intelligence"; "Lloyd's List Intelligence" sells it.
static bool serves_a_state(const SourceText& text, TokenSpan name) {
  static constexpr WordList<20> kServices = {u"service",  u"services", u"agency",     u"directorate",
                                             u"bureau",   u"defence",  u"defense",    u"military",
                                             u"office",   u"central",  u"main",       u"foreign",
                                             u"national", u"army",     u"naval",      u"security",
                                             u"general",  u"state",    u"department", u"counterintelligence"};
  for (uint32_t at = name.begin; at < name.end; ++at)
    if (is_one(text.form(at), kServices) || text.gazetteer.country(text.at(at))) return true;
  return false;
}

const KnownTitle* kind_word(const SourceText& text, TokenSpan name) {
  // The last word tells most ("… Herald"), then the first before "of" ("Ministry of …"), then any other.
  auto look = [&](uint32_t at) -> const KnownTitle* {
    std::u16string form = text.form(at);
    if (const KnownTitle* word = text.gazetteer.name_word(form)) return word;
    const KnownTitle* title = text.gazetteer.title(form);
    return title && title->form == Form::organization ? title : nullptr;
  };
  if (name.size() > 1 && text.is_number(name.end - 1) && is_one(text.form(name.end - 2), kNumbered))
    return text.gazetteer.name_word(u"union");
  if (name.size() >= 3 && text.at(name.end - 2) == u"/")  // "A/S"
    if (const KnownTitle* word = text.gazetteer.name_word(lowered(text.plain({name.end - 3, name.end}))))
      return word;
  uint32_t joint = name.begin;
  while (joint < name.end && is_name_like(text, joint)) ++joint;
  // "National Institute of Statistics": what it is about can tell more than what it is.
  for (uint32_t at = name.begin; at < name.end; ++at) {
    const KnownTitle* word = text.gazetteer.name_word(text.form(at));
    if (word && word->kind == SourceKind::data_statistics) return word;
    if (word && word->kind == SourceKind::intelligence_agency && name.size() > 1 &&
        serves_a_state(text, name))
      return word;
  }
  // "The EU-ASEAN Business Council"
  if (name.size() > 1 && text.words.is(name.end - 1, u"council") &&
      (text.words.is(name.end - 2, u"business") || text.words.is(name.end - 2, u"trade") ||
       text.words.is(name.end - 2, u"industry")))
    return text.gazetteer.name_word(u"company");
  // "The State Border Committee"
  if (text.words.is(name.begin, u"state") && name.size() > 2 && text.words.is(name.end - 1, u"committee"))
    return text.gazetteer.name_word(u"ministry");
  // "The National Confederation of Industry" is of no several nations.
  if (text.words.is(name.begin, u"national") && name.size() > 1 &&
      (text.words.is(name.begin + 1, u"confederation") || text.words.is(name.begin + 1, u"federation")))
    return text.gazetteer.name_word(u"union");
  // "The National Examinations Board"
  if (text.words.is(name.begin, u"national") && name.size() > 2 && text.words.is(name.end - 1, u"board"))
    return text.gazetteer.name_word(u"ministry");
  // "Institute of Technology", "Max Planck Institute"
  for (uint32_t at = name.begin; at < name.end && name.size() > 1; ++at)
    if (is_one(text.form(at), kInstitutes))
      for (uint32_t science = name.begin; science < name.end; ++science)
        if (is_one(text.form(science), kSciences)) return text.gazetteer.name_word(u"university");
  // "Justice Department", "Coroner's Office"
  for (uint32_t back = 3; back >= 2; --back) {
    uint32_t end = 0;
    const KnownTitle* title = name.size() >= back ? title_at(text, name.end - back, name.end, &end) : nullptr;
    if (title && end == name.end && title->form == Form::organization) return title;
  }
  if (joint < name.end && joint > name.begin && !text.words.is(joint, u"and"))
    if (const KnownTitle* word = look(joint - 1)) return word;
  if (name.size() > 1 || joint == name.end)
    if (const KnownTitle* word = look(name.end - 1)) return word;
  if (name.size() > 1)
    for (uint32_t at = name.begin; at < name.end; ++at) {
      const KnownTitle* word = look(at);
      if (at + 1 < name.end && is_one(text.form(at), kPlaceWords)) continue;  // "the City Philharmonic"
      // "Standard Chartered", "Sun Life" are no newspapers; "Radio Kyiv" is a station.
      if (word && (word->kind != SourceKind::news_outlet || is_one(text.form(at), kOutletsAnywhere)))
        return word;
    }
  return nullptr;
}

}  // namespace who_says
