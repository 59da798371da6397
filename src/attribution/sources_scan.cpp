#include "attribution/sources_scan.h"

#include <algorithm>

namespace who_says {
namespace {

/// Tokens before a name that may be its title, and behind it that may be its apposition.
constexpr uint32_t kTitleReach = 7, kAppositionReach = 16;

/// Where the description before a name begins: "former deputy minister | Yevhen Stodolya".
uint32_t description_begin(const SourceText& text, uint32_t name, uint32_t floor) {
  uint32_t first = std::max(floor, name > kTitleReach ? name - kTitleReach : 0);
  uint32_t begin = name;
  for (uint32_t at = name; at-- > first;) {
    uint32_t end = 0;
    const KnownTitle* title = text.is_word(at) ? title_at(text, at, name, &end) : nullptr;
    if (title && end == begin) {
      begin = at;
      continue;
    }
    if (begin == name) {
      // The title must stand right before the name.
      if (name - at > 3) break;
      continue;
    }
    bool adjective = text.is_word(at) && !text.in_class("preposition", at) && !text.in_class("article", at) &&
                     !text.in_class("auxiliary", at) && !text.in_class("coordination", at) &&
                     !text.in_class("pronoun", at) &&
                     (text.gazetteer.is_former(text.form(at)) || text.gazetteer.country(text.at(at)));
    if (!adjective) break;
    begin = at;
  }
  if (begin < name && begin > floor && text.in_class("article", begin - 1)) --begin;
  return begin;
}

/// Where what follows a name and belongs to it ends: "(INSS)", ", a former ambassador,".
uint32_t description_end(const SourceText& text, uint32_t name_end, uint32_t sentence_end) {
  uint32_t at = name_end;
  if (at + 2 < sentence_end && text.at(at) == u"(" && text.at(at + 2) == u")") at += 3;
  if (at + 1 >= sentence_end || text.at(at) != u",") return at;
  uint32_t next = at + 1;
  bool starts = text.in_class("article", next) || text.is_number(next) || text.form(next) == u"who" ||
                text.gazetteer.is_former(text.form(next));
  uint32_t title_end = 0;
  starts = starts || title_at(text, next, sentence_end, &title_end);
  if (!starts) return at;
  uint32_t last = std::min(sentence_end, next + kAppositionReach);
  for (uint32_t stop = next; stop < last; ++stop) {
    std::u16string_view own = text.at(stop);
    if (own == u"," && text.is_number(next) && stop == next + 1 && stop + 1 < last &&
        text.form(stop + 1) != u"and")
      return stop;
    if (own == u"," || own == u"." || own == u";" || own == u"”") return stop;
  }
  return at;
}

}  // namespace

std::vector<Phrase> names_in(const SourceText& text, const std::vector<const Phrase*>& taken) {
  std::vector<Phrase> out;
  size_t next = 0;
  uint32_t floor = 0;
  for (uint32_t sentence = 0; sentence < text.tokens.sentences.size(); ++sentence) {
    TokenSpan span = text.tokens.sentences[sentence];
    floor = span.begin;
    for (uint32_t at = span.begin; at < span.end;) {
      while (next < taken.size() && taken[next]->span.end <= at) ++next;
      const Phrase* inside = next < taken.size() && taken[next]->span.begin <= at ? taken[next] : nullptr;
      if (inside && inside->name.contains(at)) {
        at = inside->name.end;
        floor = at;
        continue;
      }
      uint32_t end = is_name_like(text, at) ? name_end(text, at, inside ? inside->span.end : span.end) : at;
      if (end == at) {
        ++at;
        continue;
      }
      bool article = at > span.begin && text.in_class("article", at - 1);
      if (inside) {
        // A body, with its acronym: "the Stockholm … Institute (SIPRI)".
        uint32_t begin = description_begin(text, at, inside->span.begin);
        if (begin == at && article) --begin;
        Phrase phrase = read_phrase(
            text,
            {begin, end + 2 < span.end && text.at(end) == u"(" && text.at(end + 2) == u")" ? end + 3 : end});
        bool body = !phrase.name.empty() && phrase.sort == NameSort::body &&
                    (phrase.name.size() > 1 || text.gazetteer.name(text.plain(phrase.name)));
        if (body) out.push_back(std::move(phrase));
        at = end;
        continue;
      }
      uint32_t stop =
          taken.size() > next ? std::min(span.end, std::max(taken[next]->span.begin, end)) : span.end;
      Phrase phrase =
          read_phrase(text, {description_begin(text, at, floor), description_end(text, end, stop)});
      if (!phrase.name.empty()) out.push_back(std::move(phrase));
      at = end;
      floor = end;
    }
  }
  return out;
}

}  // namespace who_says
