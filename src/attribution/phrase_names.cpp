#include "attribution/phrase_names.h"

#include <algorithm>

#include "attribution/phrase_parts.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

/// Letters behind a name that are no part of it.
constexpr WordList<14> kHonours = {u"SC", u"BL",  u"KC",  u"QC",  u"MP",  u"MSP", u"MEP",
                                   u"TD", u"OBE", u"MBE", u"CBE", u"PhD", u"MD",  u"FRS"};

}  // namespace

std::optional<PhraseName> name_in_head(const SourceText& text, TokenSpan head, bool after_article,
                                       bool goes_on) {
  PhraseName out;
  uint32_t begin = head.end;
  for (uint32_t at = head.begin; at < head.end;) {
    uint32_t end = name_end(text, at, head.end), title_end = 0;
    // "Moody's", with nothing behind it that is Moody's
    if (end > at && end + 1 == head.end && text.is_genitive(end)) end = head.end;
    // "Iran's mission to the United Nations": of the mission
    if (end == at && title_at(text, at, head.end, &title_end) && title_end > at + 1 &&
        is_name_like(text, title_end - 1)) {
      at = title_end;
      continue;
    }
    if (end > at) {
      begin = at;
      at = end;
      if (end == head.end) break;
      begin = head.end;
    } else {
      ++at;
    }
  }
  if (begin >= head.end) return std::nullopt;
  TokenSpan name{begin, head.end};
  std::u16string words = text.plain(name);
  if (const KnownCountry* country = text.gazetteer.country(words); country && country->demonym)
    return std::nullopt;
  // A common noun that begins its sentence.
  if (name.size() == 1 && text.begins_sentence(name.begin) && text.gazetteer.title(text.form(name.begin)) &&
      !text.gazetteer.name(words))
    return std::nullopt;
  bool known = text.gazetteer.name(words) || (after_article && text.gazetteer.name(u"The " + words));
  while (!known && name.size() > 1 && is_one(text.at(name.end - 1), kHonours)) --name.end;
  out.behind = {name.end, head.end};
  if (!known) {
    // "Captain Ilir Mondesh": the last title of a person, with a name behind it, is no part of the name.
    for (uint32_t at = name.begin; at < name.end; ++at) {
      std::u16string form = text.form(at);
      size_t prefix = 0;
      if (at == name.begin && text.gazetteer.is_former(form, &prefix) && prefix == 0) {
        name.begin = at + 1;
        continue;
      }
      // "Deputy State Pathologist | Dr | Ada Lund"
      bool titled =
          at > name.begin && (form == u"dr" || form == u"dr." || form == u"prof" || form == u"prof.");
      if ((at == name.begin || titled) && is_honorific(form) && at + 1 < name.end) {
        out.honorific = true;
        out.doctor = out.doctor || form == u"dr" || form == u"dr.";
        if (form[0] == 'm' && form[1] == 'r' && form.substr(0, 3) != u"mrs")
          out.gender = Gender::male;
        else if (form == u"sir" || form == u"lord")
          out.gender = Gender::male;
        else if (form[0] != 'd' || form == u"dame")
          out.gender = Gender::female;
        name.begin = at + 1;
        continue;
      }
      uint32_t title_end = 0;
      const KnownTitle* title = title_at(text, at, name.end, &title_end);
      if (!title || title->form != Form::person) continue;
      // "The Union of Journalists"; "Dean Alcott" may be called so.
      if (title_end == name.end && at > name.begin + 1 && text.words.is(at - 1, u"of") &&
          is_plural_word(text.form(at)))
        break;
      bool particle = title_end + 2 == name.end && is_name_particle(text.form(title_end));
      if (title_end == at + 1 && (title_end + 1 == name.end || particle) &&
          text.gazetteer.first_name(text.at(at)) != Gender::unknown)
        break;
      // "Wi Son Lak" is nobody's son.
      bool first_name =
          title_end < name.end && text.gazetteer.first_name(text.at(title_end)) != Gender::unknown;
      if (title->generic && !(text.begins_sentence(at) && first_name)) continue;
      // "Doctors Without Borders"
      if (title_end < name.end && is_plural_word(text.form(title_end - 1)) && title->term.back() != u's' &&
          title->kind != SourceKind::legislator_politician)
        break;
      // "Developer Barratt Homes", but "King Faisal University"
      bool firm = title->kind == SourceKind::business && at == name.begin && text.begins_sentence(at) &&
                  is_body_by_word(text, {title_end, name.end});
      if (!firm && title_end < name.end && kind_word(text, {title_end, name.end}) &&
          text.gazetteer.first_name(text.at(title_end)) == Gender::unknown)
        break;
      if (title->term.substr(0, 4) == u"prof") out.doctor = true;
      name.begin = title_end;
      at = title_end - 1;
    }
  }
  if (name.empty()) return std::nullopt;
  if (text.lexicon.language() != "en" && name.begin > head.begin) {
    // Whom an office is of needs no preposition: "Sprecherin des Innenministeriums", "Президент України Володимир …".
    if (text.in_class("article", name.begin - 1) && name.begin - 1 > head.begin) return std::nullopt;
    if (name.size() == 1 && goes_on) return std::nullopt;
    if (name.size() >= 3 && !known) name.begin = name.end - 2;
  }
  out.words = name;
  out.before = {head.begin, name.begin};
  out.known = known;
  return out;
}

bool is_name_in_genitive(const SourceText& text, TokenSpan span) {
  constexpr uint32_t kLongest = 4;
  if (span.size() < 2 || span.size() > kLongest || text.at(span.end - 1).size() != 2) return false;
  for (uint32_t at = span.begin; at + 1 < span.end; ++at)
    if (!is_name_like(text, at) && !(at == span.begin && text.in_class("article", at))) return false;
  std::u16string before = text.plain({span.begin, span.end - 1});
  if (text.gazetteer.country(before) || text.gazetteer.name(before)) return false;
  if (!text.is_word(span.end)) return true;
  const CueEntry* cue = text.lexicon.cue(text.form(span.end));
  return text.in_class("auxiliary", span.end) || text.words.is(span.end, u"says") ||
         (cue && cue->inflection == Inflection::past);
}

bool is_body_by_word(const SourceText& text, TokenSpan name) {
  if (name.size() < 2 || text.gazetteer.first_name(text.at(name.begin)) != Gender::unknown) return false;
  const KnownTitle* word = text.gazetteer.name_word(text.form(name.end - 1));
  return word && word->kind == SourceKind::business;
}

TokenSpan name_ending_tail(const SourceText& text, TokenSpan head, TokenSpan rest) {
  if (head.empty() || rest.empty() || is_relative(text.form(rest.begin))) return {};
  uint32_t title_end = 0;
  bool office = false;
  for (uint32_t at = head.begin; at < head.end; ++at) {
    const KnownTitle* title = title_at(text, at, head.end, &title_end);
    office = office || (title && title->form == Form::person && !text.words.is(at, u"sources") &&
                        title_end == head.end);
  }
  uint32_t at = rest.begin;
  TokenSpan last;
  for (; at < rest.end;) {
    uint32_t end = name_end(text, at, rest.end);
    if (end > at && end == rest.end) last = {at, end};
    at = std::max(at + 1, end);
  }
  if (!office || last.empty()) return {};
  // The name that ends the tail may have swallowed a country: "Russia Wi Song Lak".
  bool is_cut = false, ranked = false;
  // "Former commander of forces in Europe | General | Ben Lund": the rank is the same person's.
  for (uint32_t rank = last.begin + 1; rank + 1 < last.end && !is_cut; ++rank)
    if (const KnownTitle* title = title_at(text, rank, last.end, &title_end);
        title && title->kind == SourceKind::military && title->form == Form::person && title->office &&
        title_end < last.end) {
      last.begin = title_end;
      is_cut = ranked = true;
    }
  for (uint32_t cut = last.end - 1; cut > last.begin && !is_cut; --cut)
    if (is_name_like(text, cut) &&
        ((cut + 1 < last.end && text.gazetteer.first_name(text.at(cut)) != Gender::unknown) ||
         text.gazetteer.country(text.plain({last.begin, cut})) ||
         text.gazetteer.name(text.plain({last.begin, cut})) || text.gazetteer.name_word(text.form(cut - 1)) ||
         (text.gazetteer.title(text.form(cut - 1)) &&
          text.gazetteer.title(text.form(cut - 1))->form == Form::organization) ||
         text.form(cut - 1) == u"state")) {
      last.begin = cut;
      is_cut = true;
    }
  if (!is_cut && last.size() >= 3 && text.lexicon.language() != "en") last.begin = last.end - 2;
  bool preceded = last.begin > rest.begin && starts_tail(text, last.begin - 1, last.end);
  bool article_before = last.begin > rest.begin && text.in_class("article", last.begin - 1);
  // "An adviser to Prime Minister Ana Cho": the name is the minister's.
  for (uint32_t before = rest.begin; before < last.begin && !ranked; ++before)
    if (const KnownTitle* title = title_at(text, before, last.begin, &title_end);
        title && title->form == Form::person && title_end == last.begin && !title->of_body)
      return {};
  uint32_t common = 0;
  bool person =
      sort_of_name(text, last, false) == NameSort::person && !title_at(text, last.begin, last.end, &common);
  return !preceded && !article_before && person && last.size() <= 4 ? last : TokenSpan{};
}

TokenSpan name_called(const SourceText& text, TokenSpan tail) {
  if (tail.size() < 2) return {};
  std::u16string first = text.form(tail.begin);
  uint32_t at = tail.begin + 1;
  if (first == u"identified" || first == u"known")
    at += text.words.is(at, u"as") ? 1 : 0;
  else if (first != u"called" && first != u"named")
    return {};
  uint32_t end = name_end(text, at, tail.end);
  return {at, end};
}

TokenSpan name_given(const SourceText& text, TokenSpan clause) {
  static constexpr WordList<4> kGiving = {u"name", u"names", u"identified", u"named"};
  constexpr uint32_t kNear = 4;
  bool given = false;
  uint32_t behind = clause.begin;
  for (uint32_t at = clause.begin; at + 1 < clause.end; ++at) {
    if (is_one(text.form(at), kGiving)) {
      given = true;
      behind = at + kNear;
    }
    if (!given || at > behind || !text.words.is(at, u"as") || !is_name_like(text, at + 1)) continue;
    return {at + 1, name_end(text, at + 1, clause.end)};
  }
  return {};
}

bool are_joined_names(const SourceText& text, TokenSpan span) {
  TokenSpan last;
  bool joined = false;
  for (uint32_t at = span.begin; at < span.end;) {
    uint32_t end = name_end(text, at, span.end);
    if (end > at) {
      last = {at, end};
      at = end;
      continue;
    }
    if (text.words.is(at, u"and") && !last.empty() && last.end == at)
      joined = name_end(text, at + 1, span.end) > at + 1;
    else if (text.at(at) != u",")
      return false;
    ++at;
  }
  return joined && last.end == span.end;
}

}  // namespace who_says
