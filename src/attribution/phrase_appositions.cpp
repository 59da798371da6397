#include <algorithm>

#include "attribution/bodies.h"
#include "attribution/phrase_determiners.h"
#include "attribution/phrase_names.h"
#include "attribution/phrase_parts.h"
#include "attribution/phrase_reader.h"
#include "attribution/word_list.h"

// Of PhraseReader: what stands behind the first part of a phrase, in commas and in brackets.

namespace who_says {
namespace {

/// What a firm does, behind "which".
constexpr WordList<15> kTrading = {u"rates",   u"makes",    u"sells",    u"owns",     u"operates",
                                   u"employs", u"produces", u"supplies", u"builds",   u"manufactures",
                                   u"markets", u"runs",     u"made",     u"supplied", u"distributes"};
constexpr WordList<4> kCourtSides = {u"defence", u"defense", u"prosecution", u"crown"};
constexpr WordList<11> kIssued = {u"completed", u"prepared",  u"written",     u"published",
                                  u"issued",    u"compiled",  u"drafted",     u"produced",
                                  u"drawn",     u"conducted", u"commissioned"};
constexpr uint32_t kMakerNear = 5;  ///< tokens between "completed" and "by"
constexpr WordList<8> kStanding = {u"candidate", u"candidates", u"lawmakers", u"mps",
                                   u"senators",  u"deputies",   u"nominee",   u"voters"};
constexpr WordList<3> kRepresenting = {u"represents", u"campaigns", u"lobbies"};
/// Of a place, nobody speaks for it: "of Benin City".
constexpr WordList<6> kSettlements = {u"city", u"town", u"village", u"county", u"heights", u"springs"};

}  // namespace

void PhraseReader::bracket(uint32_t opening, TokenSpan inside) {
  if (inside.empty()) return;
  std::u16string words = text_.plain(inside);
  out_.age = out_.age || (inside.size() == 1 && text_.is_number(inside.begin) && words.size() <= 2);
  if (inside.size() == 1 && words.size() >= 2 && words.size() <= 10 && is_upper(words[0]) &&
      is_upper(words[1]) && words[1] != u'-') {
    // "Ann Cho, a fellow at the Institute of Arms (IA)": the acronym is the institute's.
    bool own = out_.name.empty() || out_.name.end == opening;
    if (out_.acronym.empty() && own) out_.acronym = inside;
    return;
  }
  bool dashed = words.size() > 2 && (words[0] == 'R' || words[0] == 'D' || words[0] == 'I') &&
                (words[1] == '-' || words[1] == 0x2013);
  if (dashed || words == u"R" || words == u"D" || words == u"Independent" || words == u"Labour" ||
      words == u"Conservative" || words == u"Green" || words == u"Lib Dem" || words == u"Con" ||
      words == u"Lab")
    out_.party = true;
}

void PhraseReader::further_part(TokenSpan part) {
  if (part.empty()) return;
  std::u16string first = text_.form(part.begin);
  if (text_.is_number(part.begin) && part.size() <= 2) {
    out_.age = out_.age || part.size() == 1;
    return;
  }
  std::u16string words = text_.plain(part);
  if (words.size() > 2 && (words[0] == 'R' || words[0] == 'D') && words[1] == '-' && is_upper(words[2])) {
    out_.party = true;
    return;
  }
  if (is_relative(first)) {
    // "Novo Nordisk, which makes insulin"
    bool thing = first == u"which" && !out_.name.empty() && out_.titles.empty() && !out_.honorific &&
                 out_.sort != NameSort::state &&
                 text_.gazetteer.first_name(text_.at(out_.name.begin)) == Gender::unknown;
    if (thing) {
      out_.sort = NameSort::body;
      if (is_one(text_.form(part.begin + 1), kTrading)) out_.doing = Doing::trades;
      if (is_one(text_.form(part.begin + 1), kRepresenting)) out_.doing = Doing::represents;
    }
    if (first == u"whose" && !out_.name.empty() && out_.sort != NameSort::person &&
        is_one(text_.form(part.begin + 1), kStanding))
      out_.doing = Doing::stands;
    listed_ =
        listed_ || text_.words.is(part.begin + 1, u"includes") || text_.words.is(part.begin + 1, u"include");
    clause(part);
    return;
  }
  // "The report, by the inspector general, …", "an audit, completed in June by the council"
  if (!out_.titles.empty() && out_.name.empty() && out_.titles.front().title->form == Form::document) {
    uint32_t by = part.begin;
    if (is_one(first, kIssued))
      while (by < std::min(part.end, part.begin + kMakerNear) && text_.form(by) != u"by") ++by;
    if (by + 1 < part.end && text_.form(by) == u"by") {
      if (out_.titles.front().body.empty()) out_.titles.front().body = body_in(text_, {by + 1, part.end});
      return;
    }
  }
  // "Ann Lund, for the defence, …"
  bool pleads = first == u"prosecuting" || first == u"defending";
  if (!pleads && first == u"for" && part.size() == 3 && text_.in_class("article", part.begin + 1))
    pleads = is_one(text_.form(part.begin + 2), kCourtSides);
  if (pleads && !out_.name.empty()) {
    out_.doing = Doing::pleads;
    return;
  }
  // ", a copy of which was shown to Reuters": of the thing, not of whoever has it
  for (uint32_t at = part.begin + 1; at < part.end; ++at)
    if (text_.form(at - 1) == u"of" && is_relative(text_.form(at))) return;
  if (first == u"speaking" || first == u"citing" || first == u"quoting") return;
  // "Ann Cho, accused by senators of …"
  if (is_participle(first) && part.size() > 2 && text_.in_class("preposition", part.begin + 1) &&
      text_.gazetteer.title(first))
    return;
  if (first == u"based" && out_.sort == NameSort::unknown) out_.sort = NameSort::body;
  // ", formerly of the Times"
  bool past = first == u"formerly" || first == u"previously";
  if (past && out_.titles.empty() && part.size() > 2 && text_.in_class("preposition", part.begin + 1)) {
    out_.affiliation = body_in(text_, {part.begin + 2, part.end});
    out_.affiliation_past = true;
    return;
  }
  // "Ann Cho, of the Times"
  bool of = first == u"of" || first == u"from" || first == u"at" || first == u"with";
  if (of && out_.titles.empty() && out_.affiliation.empty() && part.size() > 1 &&
      !is_one(text_.form(part.end - 1), kSettlements))
    out_.affiliation = body_in(text_, {part.begin + 1, part.end});
  // "Jo Renn, of the Brussels think tank Bruegel": who is of it is not it.
  bool one = out_.sort == NameSort::person || (first == u"of" && out_.sort == NameSort::unknown);
  if (of && one && !out_.name.empty() && !out_.affiliation.empty() && out_.titles.empty()) {
    out_.sort = NameSort::person;
    out_.apposition = true;
    return;
  }
  // ", released Friday": no name
  if (part.size() <= 3 && (text_.in_class("time", part.end - 1) || is_participle(first))) return;
  Determiner own = out_.determiner;
  std::u16string possessive = out_.possessive, quantifier = out_.quantifier;
  out_.determiner = Determiner::none;
  uint32_t begin = determiner(part.begin, part.end);
  bool article = out_.determiner == Determiner::definite;
  Determiner here = out_.determiner;
  out_.determiner = own;
  out_.quantifier = quantifier;
  if (begin >= part.end) return;
  out_.apposition = out_.apposition || here != Determiner::none;
  uint32_t tail = tail_begin(text_, {begin, part.end});
  TokenSpan head{begin, tail}, rest{tail, part.end}, possessor;
  for (uint32_t at = begin; at + 2 < tail; ++at)
    if (text_.is_genitive(at + 1) && name_end(text_, at, tail) <= at + 1) {
      possessor = {begin, at + 1};
      head.begin = at + 2;
    }
  // "A survey commissioned by the operator, TransMarlow": no name of the survey. "The group, which includes Peru, Kenya": none, either.
  bool of_tail = !out_.titles.empty() && out_.titles.front().title->form == Form::document &&
                 out_.head.end + 1 < part.begin;
  if (out_.name.empty() && !of_tail && !listed_) {
    // "Its coordinator, Marta Oyelowo-Lis": the name follows its description.
    TokenSpan before = out_.head;
    bool plural = out_.plural;
    if (take_name(head, article)) {
      out_.plural = plural && out_.sort != NameSort::person;
      out_.head = before;
      // "His employer, the MP Ada Lund"
      bool person = out_.sort == NameSort::person && !out_.titles.empty() &&
                    out_.titles.back().title->form == Form::person &&
                    out_.titles.back().span.end == out_.name.begin;
      for (const TitlePlace& place : out_.titles) {
        if (person) break;
        if (place.title->form == Form::person && out_.sort == NameSort::unknown) out_.sort = NameSort::person;
        if (place.title->form == Form::organization &&
            (out_.sort == NameSort::unknown || out_.sort == NameSort::person) &&
            place.title == out_.titles.front().title)
          out_.sort = NameSort::body;
      }
      if (!rest.empty() && is_relative(text_.form(rest.begin))) clause(rest);
      return;
    }
  }
  if (here == Determiner::possessive && possessive.empty()) out_.possessive = possessive;
  size_t count = out_.titles.size();
  // "Ramsbury Holding, the vehicle of the family": its name says what it is.
  bool told = out_.sort == NameSort::body && !out_.name.empty() && kind_word(text_, out_.name);
  add_title(head, told ? TokenSpan() : rest, possessor);
  // "An analysis by KFF, a health policy group": of such a body
  if (count > 0 && out_.titles.size() > count && out_.titles.front().title->form == Form::document &&
      out_.titles.back().title->form == Form::organization && !out_.titles.front().body.empty() &&
      out_.titles.front().body.end + 1 == part.begin &&
      body_of_words(text_, out_.titles.front().body).kind == SourceKind::unspecified)
    out_.titles.front().body = out_.titles.back().span;
  for (size_t i = count; i < out_.titles.size(); ++i) {
    const KnownTitle* title = out_.titles[i].title;
    if (out_.name.empty()) continue;
    // An apposition tells what a name is that could be either.
    if (title->form == Form::person && (out_.sort == NameSort::unknown)) out_.sort = NameSort::person;
    if (title->form == Form::organization &&
        (out_.sort == NameSort::unknown || out_.sort == NameSort::person) && count == 0 && !out_.honorific &&
        text_.gazetteer.first_name(text_.at(out_.name.begin)) == Gender::unknown)
      out_.sort = NameSort::body;
  }
  for (uint32_t at = head.begin; at < rest.end; ++at)
    if (is_relative(text_.form(at))) {
      clause({at, part.end});
      break;
    }
}

}  // namespace who_says
