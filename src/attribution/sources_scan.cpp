#include "attribution/sources_scan.h"

#include <algorithm>

#include "attribution/phrase_parts.h"

namespace who_says {
namespace {

/// Tokens before a name that may be its title, and behind it that may be its apposition.
constexpr uint32_t kTitleReach = 7, kAppositionReach = 16, kApposedReach = 14;

bool is_function_word(const SourceText& text, uint32_t at) {
  for (std::string_view name : {"preposition", "article", "auxiliary", "coordination", "pronoun", "finite"})
    if (text.in_class(name, at)) return true;
  return false;
}

/// Where the description before a name begins: "former deputy minister | Yevhen Stodolya".
uint32_t description_begin(const SourceText& text, uint32_t name, uint32_t floor) {
  uint32_t first = std::max(floor, name > kTitleReach ? name - kTitleReach : 0);
  uint32_t begin = name;
  for (uint32_t at = name; at-- > first;) {
    uint32_t end = 0;
    const KnownTitle* title = text.is_word(at) ? title_at(text, at, name, &end) : nullptr;
    // "She accused | Lund": no title
    bool verb = title && is_participle(text.form(at)) && !text.in_class("article", at - 1);
    if (title && end == begin && !verb) {
      begin = at;
      continue;
    }
    if (begin == name) {
      // The title must stand right before the name.
      if (name - at > 3) break;
      continue;
    }
    // "Former US climate envoy"
    if (at + 1 == begin && at > first && !text.words.capital(at) && text.is_word(at) &&
        !text.lexicon.cue(text.form(at)) && !starts_tail(text, at, name) && !is_function_word(text, at)) {
      uint32_t before = at - 1;
      if (before > first && text.gazetteer.country(text.at(before))) --before;
      if (text.gazetteer.is_former(text.form(before))) {
        begin = before;
        break;
      }
    }
    bool adjective = text.is_word(at) && !is_function_word(text, at) &&
                     (text.gazetteer.is_former(text.form(at)) || text.gazetteer.country(text.at(at)));
    if (!adjective) break;
    begin = at;
  }
  // "Aides to | former Gov. Whit Lund"
  if (begin == name && name > floor && text.gazetteer.is_former(text.form(name - 1))) --begin;
  if (begin < name && begin > floor && text.in_class("article", begin - 1)) --begin;
  return begin;
}

/// Whether a name follows a title of its own in what stands behind a comma: "the novelist Karel Brod, | the former judge Ilse Maar".
bool names_another(const SourceText& text, uint32_t at, uint32_t end) {
  uint32_t title_end = 0;
  while (at < end && (text.in_class("article", at) || text.gazetteer.is_former(text.form(at)) ||
                      text.gazetteer.country(text.at(at))))
    ++at;
  const KnownTitle* title = at < end ? title_at(text, at, end, &title_end) : nullptr;
  if (!title || title->form != Form::person || title_end >= end) return false;
  return is_name_like(text, title_end) && name_end(text, title_end, end) > title_end + 1;
}

/// Of a title right before a comma, where its words begin: "wrote to | the council's chief executive, Nora Pell". `comma` when there is
/// none, or when neither an article nor an owner stands before it.
uint32_t owned_title_begin(const SourceText& text, uint32_t comma, uint32_t floor) {
  uint32_t first = std::max(floor, comma > kTitleReach ? comma - kTitleReach : 0), title = comma, end = 0;
  for (uint32_t at = comma; at-- > first && (text.is_word(at) || text.is_genitive(at));) {
    const KnownTitle* found = title_at(text, at, comma, &end);
    if (found && end == comma && found->form != Form::document) title = at;
    if (title == comma && comma - at > 3) break;
    if (title < comma && text.is_genitive(at)) {
      uint32_t owner = at;
      while (owner > floor && is_name_like(text, owner - 1)) --owner;
      if (owner == at && at > floor) --owner;
      if (owner > floor && text.in_class("article", owner - 1)) --owner;
      return owner;
    }
    if (title < comma && (text.in_class("article", at) || text.in_class("possessive", at))) {
      // "A lawyer for | the family, Sue Gray"
      bool of = at > first + 1 && text.in_class("preposition", at - 1);
      uint32_t wider = of ? owned_title_begin(text, at - 1, floor) : at - 1;
      return wider < at - 1 ? wider : at;
    }
    if (is_function_word(text, at) || text.lexicon.cue(text.form(at))) {
      if (title == comma || at < title) break;
    }
  }
  return comma;
}

/// The same where the description stands before a comma: "Its chief executive, | Park Do-hyun, …".
uint32_t apposed_begin(const SourceText& text, uint32_t name, uint32_t name_end, TokenSpan sentence) {
  uint32_t begin = sentence.begin;
  bool apposed =
      name > begin + 2 && text.at(name - 1) == u"," && name_end < sentence.end && !text.is_word(name_end);
  if (!apposed) return name;
  uint32_t comma = name - 1, place = comma;
  // "The bishop | of Lund, Ola Berg"
  while (place > begin + 1 && is_name_like(text, place - 1)) --place;
  if (place < comma && text.words.is(place - 1, u"of")) comma = place - 1;
  if (uint32_t title = owned_title_begin(text, comma, begin); title < comma) return title;
  if (name - begin > kApposedReach || text.at(name_end) != u",") return name;
  // "Mr Oye's daughter, | Ada Oye, …"
  bool owned = false;
  for (uint32_t at = begin; at + 1 < name; ++at) owned = owned || text.is_genitive(at);
  if (!owned && !text.in_class("possessive", begin) && !text.in_class("article", begin)) return name;
  uint32_t end = 0;
  for (uint32_t at = begin + 1; at + 1 < name && (text.is_word(at) || text.is_genitive(at)); ++at)
    if (const KnownTitle* title = title_at(text, at, name - 1, &end))
      return title->form == Form::person && (end == name - 1 || starts_tail(text, end, name - 1)) ? begin
                                                                                                  : name;
  return name;
}

/// Where what follows a name and belongs to it ends: "(INSS)", ", a former ambassador,".
uint32_t description_end(const SourceText& text, uint32_t name_end, uint32_t sentence_end) {
  uint32_t at = name_end;
  if (at + 2 < sentence_end && text.at(at) == u"(" && text.at(at + 2) == u")") at += 3;
  if (at + 1 >= sentence_end || text.at(at) != u",") return at;
  uint32_t next = at + 1;
  std::u16string first = text.form(next);
  bool starts = text.in_class("article", next) || text.is_number(next) || first == u"who" ||
                text.gazetteer.is_former(first) || first == u"prosecuting" || first == u"defending" ||
                first == u"of" || (first == u"for" && text.in_class("article", next + 1));
  uint32_t title_end = 0;
  starts = starts || title_at(text, next, sentence_end, &title_end);
  // ", Iran's foreign minister in those years"
  uint32_t owner = who_says::name_end(text, next, sentence_end);
  if (!starts && owner > next && text.is_genitive(owner))
    for (uint32_t after = owner + 1; after < std::min(sentence_end, owner + 5) && !starts; ++after)
      if (const KnownTitle* title = title_at(text, after, sentence_end, &title_end))
        starts = title->form == Form::person;
  if (!starts) return at;
  if (names_another(text, next, sentence_end)) return at;
  uint32_t last = std::min(sentence_end, next + kAppositionReach);
  for (uint32_t stop = next; stop < last; ++stop) {
    std::u16string_view own = text.at(stop);
    if (own == u"," && text.is_number(next) && stop == next + 1 && stop + 1 < last &&
        text.form(stop + 1) != u"and" && !text.in_class("article", stop + 1) &&
        !text.gazetteer.is_former(text.form(stop + 1)))
      return stop;
    if (own == u"," && text.is_number(next) && stop == next + 1) continue;  // ", 41, a former officer"
    if (own == u"," || own == u"." || own == u";" || own == u"”") return stop;
  }
  // A heading ends with its last word.
  return last == sentence_end ? last : at;
}

}  // namespace

uint32_t NameScan::step() {
  const std::vector<TokenSpan>& sentences = text_.tokens.sentences;
  while (sentence_ < sentences.size() && at_ >= sentences[sentence_].end) {
    if (++sentence_ == sentences.size()) break;
    at_ = floor_ = sentences[sentence_].begin;
  }
  if (sentence_ >= sentences.size()) return 0;
  uint32_t begin = at_;
  at_ = from(begin);
  return at_ - begin;
}

/// Where the look goes on behind `at`.
uint32_t NameScan::from(uint32_t at) {
  TokenSpan span = text_.tokens.sentences[sentence_];
  auto source = [&](size_t i) -> const Phrase& { return sources_[i].phrase; };
  while (next_ < sources_.size() && (source(next_).span.end <= at || sources_[next_].attributions.empty()))
    ++next_;
  const Phrase* inside = next_ < sources_.size() && source(next_).span.begin <= at ? &source(next_) : nullptr;
  if (inside && inside->name.contains(at)) return floor_ = inside->name.end;
  uint32_t end = is_name_like(text_, at) ? name_end(text_, at, inside ? inside->span.end : span.end) : at;
  if (end == at || (end == at + 2 && text_.gazetteer.is_former(text_.form(at)) &&
                    text_.gazetteer.country(text_.at(at + 1))))
    return at + 1;
  bool article = at > span.begin && text_.in_class("article", at - 1);
  if (inside) {
    // A body, with its acronym: "the Stockholm … Institute (SIPRI)".
    uint32_t begin = description_begin(text_, at, inside->span.begin);
    if (begin == at && article) --begin;
    bool acronym = end + 2 < span.end && text_.at(end) == u"(" && text_.at(end + 2) == u")";
    Phrase phrase = read_phrase(text_, {begin, acronym ? end + 3 : end});
    bool body =
        !phrase.name.empty() && phrase.sort == NameSort::body &&
        (phrase.name.size() > 1 || text_.gazetteer.name(text_.plain(phrase.name)) || !phrase.titles.empty());
    // "A study led by Dr Ada Obi", "Ada Obi's office": she may speak next.
    bool author = !phrase.name.empty() && phrase.sort == NameSort::person && phrase.name.size() > 1 &&
                  begin > 0 &&
                  (text_.words.is(begin - 1, u"by") || text_.words.is(begin - 1, u"from") ||
                   (text_.words.is(begin - 1, u"to") && !phrase.titles.empty()) ||
                   (text_.is_genitive(end) && end < inside->span.end));
    if (body || author) found.push_back(std::move(phrase));
    return end;
  }
  uint32_t stop =
      next_ < sources_.size() ? std::min(span.end, std::max(source(next_).span.begin, end)) : span.end;
  uint32_t begin = apposed_begin(text_, at, end, span);
  // Before it may stand whose it is, and where: "Mr Oye's daughter, |", "the bishop of Lund, |"
  if (begin == at || (begin < floor_ && !text_.is_genitive(floor_) && floor_ + 1 != at))
    begin = description_begin(text_, at, floor_);
  Phrase phrase = read_phrase(text_, {begin, description_end(text_, end, stop)});
  if (!phrase.name.empty()) found.push_back(std::move(phrase));
  // A country may stand in the description of the next name.
  if (text_.gazetteer.country(text_.plain({at, end}))) return end;
  return floor_ = end;
}

}  // namespace who_says
