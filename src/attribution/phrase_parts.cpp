#include "attribution/phrase_parts.h"

#include <algorithm>
#include <array>

#include "attribution/word_list.h"

namespace who_says {
namespace {

/// Where what describes a noun begins, beside prepositions and relative pronouns.
constexpr WordList<52> kParticiples = {
    u"led",       u"kept",         u"compiled", u"published", u"dated",     u"held",      u"shown",
    u"seen",      u"obtained",     u"called",   u"named",     u"familiar",  u"close",     u"briefed",
    u"speaking",  u"based",        u"using",    u"issued",    u"released",  u"signed",    u"written",
    u"conducted", u"commissioned", u"made",     u"sent",      u"leaked",    u"forwarded", u"opposed",
    u"involved",  u"aware",        u"working",  u"living",    u"according", u"including", u"citing",
    u"accused",   u"produced",     u"prepared", u"posted",    u"cited",     u"reviewed",  u"gathered",
    u"collected", u"carried",      u"filed",    u"owned",     u"run",       u"authored",  u"viewed",
    u"known",     u"likely",       u"present"};
constexpr WordList<6> kRelatives = {u"who", u"which", u"that", u"whose", u"where", u"whom"};
constexpr WordList<14> kMale = {u"man",   u"father", u"brother",     u"son",         u"husband",
                                u"uncle", u"boy",    u"widower",     u"grandfather", u"nephew",
                                u"king",  u"prince", u"businessman", u"gentleman"};
constexpr WordList<16> kFemale = {
    u"woman",       u"mother", u"sister", u"daughter", u"wife",          u"aunt", u"girl",    u"widow",
    u"grandmother", u"niece",  u"queen",  u"princess", u"businesswoman", u"lady", u"actress", u"nun"};

constexpr WordList<5> kNoMen = {u"german", u"chairman", u"human", u"roman", u"ottoman"};

bool ends_with(std::u16string_view word, std::u16string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

}  // namespace

bool is_relative(std::u16string_view word) { return is_one(word, kRelatives); }
bool is_participle(std::u16string_view word) { return is_one(word, kParticiples); }

bool is_plural_word(std::u16string_view word) {
  if (word == u"people" || word == u"police" || word == u"children" || word == u"media" || word == u"data")
    return true;
  if (ends_with(word, u"men")) return true;
  return word.size() > 3 && word.back() == u's' && !ends_with(word, u"ss") && !ends_with(word, u"us") &&
         !ends_with(word, u"is");
}

Gender gender_of_word(std::u16string_view word) {
  if (is_one(word, kFemale) || ends_with(word, u"woman")) return Gender::female;
  if (is_one(word, kMale) || (ends_with(word, u"man") && !is_one(word, kNoMen))) return Gender::male;
  return Gender::unknown;
}

bool starts_tail(const SourceText& text, uint32_t at, uint32_t end) {
  std::u16string form = text.form(at);
  if (is_relative(form) || is_participle(form)) return true;
  if (text.lexicon.in_class("preposition", form) || text.lexicon.in_class("relative", form)) return true;
  if (text.lexicon.language() == "en" && form == u"to") return true;
  bool verb =
      ends_with(form, u"ed") && at + 1 < end && text.lexicon.in_class("preposition", text.form(at + 1));
  return verb && !text.words.capital(at);
}

uint32_t tail_begin(const SourceText& text, TokenSpan part) {
  for (uint32_t at = part.begin; at < part.end;) {
    uint32_t name = name_end(text, at, part.end);
    if (name > at) {
      at = name;
      continue;
    }
    uint32_t title_end = 0;
    if (title_at(text, at, part.end, &title_end)) {
      at = title_end;
      continue;
    }
    if (at > part.begin && !text.is_genitive(at) && starts_tail(text, at, part.end)) return at;
    ++at;
  }
  return part.end;
}

std::u16string former_in(const SourceText& text, TokenSpan span) {
  for (uint32_t at = span.begin; at < span.end; ++at) {
    std::u16string form = text.form(at);
    // "The then energy minister"
    bool then = form == u"then" && at > 0 && text.in_class("article", at - 1);
    if (then || text.gazetteer.is_former(form)) return form;
  }
  return {};
}

/// What tells in a clause that an office is past.
std::u16string past_in(const SourceText& text, TokenSpan span) {
  for (uint32_t at = span.begin; at < span.end; ++at) {
    std::u16string form = text.form(at);
    if (form == u"until" || form == u"till") return form;
    if ((form == u"from" || form == u"between") && text.is_number(at + 1) &&
        (text.words.is(at + 2, u"to") || text.words.is(at + 2, u"and")))
      return u"from … to";
    bool never = at > span.begin && (text.words.is(at - 1, u"not") || text.words.is(at - 1, u"never"));
    if (form == u"formerly" || (form == u"previously" && !never)) return form;
    if (form == u"retired" && at > span.begin) return form;
    if (form == u"sat" && (text.words.is(at + 1, u"on") || text.words.is(at + 1, u"in"))) return form;
    if (form == u"served" &&
        !(at > span.begin && (text.words.is(at - 1, u"has") || text.words.is(at - 1, u"have"))))
      return form;
    if ((form == u"was" || form == u"were") && at == span.begin + 1 && is_relative(text.form(span.begin))) {
      uint32_t title_end = 0;
      for (uint32_t next = at + 1; next < std::min(span.end, at + 6); ++next)
        if (const KnownTitle* title = title_at(text, next, span.end, &title_end); title && title->office)
          return form;
    }
  }
  return {};
}

TokenSpan body_in(const SourceText& text, TokenSpan span) {
  constexpr uint32_t kFar = 12;
  uint32_t end = std::min(span.end, span.begin + kFar);
  TokenSpan common;
  for (uint32_t at = span.begin; at < end;) {
    std::u16string_view own = text.at(at);
    if (own == u"," || own == u"(" || own == u";") break;
    uint32_t name = name_end(text, at, end);
    if (name > at) {
      bool genitive = name < end && text.is_genitive(name);
      // "The Polish agriculture ministry": the demonym names no body.
      const KnownCountry* country = text.gazetteer.country(text.plain({at, name}));
      if (country && country->demonym && name < end && text.is_word(name) && !genitive) {
        at = name;
        continue;
      }
      // "The UK income fund"
      if (country && name == at + 1 && is_upper(text.at(at)[1]) && !genitive && name < end &&
          text.is_word(name) && !starts_tail(text, name, end) && !text.in_class("coordination", name)) {
        at = name;
        continue;
      }
      NameSort sort = sort_of_name(text, {at, name}, at > span.begin && text.in_class("article", at - 1));
      uint32_t title_end = 0;
      // "A Washington research group": where it sits
      if (sort == NameSort::state && name < end && !genitive)
        if (const KnownTitle* seated = title_at(text, name, end, &title_end);
            seated && seated->form == Form::organization)
          return {name, title_end};
      // "The Clinton campaign", "the Kompas newspaper"
      bool plain = sort != NameSort::state && name == at + 1 && name < end &&
                   !text.gazetteer.name(text.plain({at, name}));
      // "The Treasury committee" is no treasury.
      plain = plain || (text.words.is(name, u"committee") && sort != NameSort::state);
      if (plain && !genitive && text.is_word(name) && !text.words.capital(name))
        if (const KnownTitle* body = title_at(text, name, end, &title_end);
            body && body->form == Form::organization)
          return {at, title_end};
      const KnownTitle* title = title_at(text, at, name, &title_end);
      if (title && title->form == Form::person && title_end == name) {  // "Experts …": no body
        at = name;
        continue;
      }
      // "Tel Aviv's INSS", but "Peter Brill's campaign"
      bool named_behind = genitive && name + 1 < end && is_name_like(text, name + 1);
      // "Mr Lund's super PAC"
      if (const KnownTitle* owned = genitive ? title_at(text, name + 1, end, &title_end) : nullptr)
        named_behind = named_behind || (owned->form == Form::organization && owned->term != u"campaign");
      if (named_behind && sort == NameSort::person) {
        at = name;
        continue;
      }
      if (genitive && name + 1 < end && (sort == NameSort::state || sort == NameSort::unknown)) {
        common = common.empty() ? TokenSpan{at, name} : common;
        at = name;
        continue;
      }
      if (sort == NameSort::state && !common.empty()) return common;
      return {at, name};
    }
    uint32_t title_end = 0;
    const KnownTitle* title = title_at(text, at, end, &title_end);
    // "The service's counterintelligence department"
    if (title && title->form == Form::organization && title_end + 1 < end && text.is_genitive(title_end)) {
      common = common.empty() ? TokenSpan{at, title_end} : common;
      at = title_end + 1;
      continue;
    }
    if (title && title->form == Form::organization) {
      // "the bank Nordhavn Kapital"
      uint32_t named = title_end < end ? name_end(text, title_end, end) : title_end;
      if (named > title_end) return {title_end, named};
      return {at, title_end};
    }
    at = title ? title_end : at + 1;
  }
  return common;
}

TokenSpan description_of_body(const SourceText& text, TokenSpan body) {
  constexpr uint32_t kModifiers = 4;
  if (is_name_like(text, body.begin)) return body;
  for (uint32_t left = kModifiers; left > 0 && body.begin > 0; --left) {
    uint32_t before = body.begin - 1;
    if (!text.is_word(before) || text.in_class("preposition", before) || text.in_class("article", before) ||
        text.lexicon.cue(text.form(before)))
      break;
    body.begin = before;
  }
  return body;
}

}  // namespace who_says
