#include "attribution/phrase_reader.h"

#include <algorithm>
#include <utility>

#include "attribution/phrase_determiners.h"
#include "attribution/phrase_names.h"
#include "attribution/phrase_parts.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr WordList<4> kSelves = {u"himself", u"herself", u"itself", u"themselves"};
constexpr WordList<7> kMaking = {u"led",      u"conducted", u"wrote", u"co-wrote",
                                 u"authored", u"directed",  u"co-led"};
constexpr WordList<7> kStudies = {u"study",    u"survey",     u"research",   u"trial",
                                  u"analysis", u"experiment", u"experiments"};
/// With somebody who is named.
constexpr WordList<6> kCompany = {u"colleague", u"colleagues", u"others",
                                  u"co-author", u"co-authors", u"team"};
/// Cut off from the left of a source span.
constexpr WordList<12> kLeads = {u"even", u"but",  u"both", u"and", u"only", u"also",
                                 u"just", u"like", u"to",   u"by",  u"as",   u"unlike"};
}  // namespace

uint32_t PhraseReader::determiner(uint32_t at, uint32_t end) {
  return read_determiners(text_, at, end, out_);
}

void PhraseReader::trim() {
  span_.end = std::min(span_.end, span_.begin + kLongestPhrase);
  span_.end = std::min(span_.end, text_.size());
  while (!span_.empty() && is_mark(span_.begin)) ++span_.begin;
  while (!span_.empty() && ((is_mark(span_.end - 1) && text_.at(span_.end - 1) != u")") ||
                            (text_.is_genitive(span_.end - 1) && !is_name_in_genitive(text_, span_))))
    --span_.end;
  while (span_.size() > 1 && is_one(text_.form(span_.begin), kLeads)) ++span_.begin;
  while (span_.size() > 1 && is_one(text_.form(span_.end - 1), kSelves)) --span_.end;
  // "Dr Cho and a colleague"
  for (uint32_t joint = span_.begin + 1; joint + 1 < span_.end && span_.end - joint < 5; ++joint)
    if (word_is(joint, u"and") && is_one(text_.form(span_.end - 1), kCompany) &&
        is_name_like(text_, joint - 1)) {
      span_.end = joint;
      break;
    }
  // "claims | that | former ambassador …"
  if (span_.size() > 2 && word_is(span_.begin, u"that") &&
      (text_.gazetteer.is_former(text_.form(span_.begin + 1)) || text_.in_class("article", span_.begin + 1) ||
       is_name_like(text_, span_.begin + 1)))
    ++span_.begin;
}

bool PhraseReader::read_pronoun() {
  if (span_.size() > 2) return false;
  std::u16string form = text_.form(span_.begin);
  if (span_.size() == 2) {
    std::u16string second = text_.form(span_.begin + 1);
    if (second != u"all" && second != u"both" && second != u"himself" && second != u"herself" &&
        second != u"themselves" && second != u"too")
      return false;
  }
  bool pronoun = text_.lexicon.in_class("pronoun", form) || text_.lexicon.in_class("object-pronoun", form) ||
                 text_.lexicon.in_class("relative", form) || is_possessive(form);
  if (!pronoun) return false;
  // "US" and "IT" are no pronouns.
  std::u16string_view own = text_.at(span_.begin);
  if (own.size() > 1 && is_upper(own[0]) && is_upper(own[1])) return false;
  out_.pronoun = form;
  return true;
}

void PhraseReader::set_gender(std::u16string_view word) {
  if (out_.gender == Gender::unknown) out_.gender = gender_of_word(word);
}

void PhraseReader::add_title(TokenSpan head, TokenSpan tail, TokenSpan possessor) {
  std::optional<TitlePlace> found = title_in(text_, head, tail, possessor);
  if (!found) return;
  set_gender(found->title->term);
  set_gender(text_.form(found->span.end - 1));
  out_.titles.push_back(std::move(*found));
}

void PhraseReader::clause(TokenSpan words) {
  if (words.empty()) return;
  // "A student who gave her name only as Dewi"
  if (TokenSpan name = out_.name.empty() && !out_.plural ? name_given(text_, words) : TokenSpan();
      !name.empty()) {
    out_.name = name;
    out_.sort = NameSort::person;
  }
  bool made = is_one(text_.form(words.begin + 1), kMaking);
  for (uint32_t at = words.begin + 2; made && at < std::min(words.end, words.begin + 6); ++at)
    if (is_one(text_.form(at), kStudies)) out_.doing = Doing::studied;
  out_.clause = out_.clause || text_.words.is(words.begin, u"who") || text_.words.is(words.begin, u"whose");
  // "Aides to Mr Lund, who led the party": of him
  bool of_another = !out_.titles.empty() && out_.name.empty() && out_.titles.back().plural &&
                    out_.titles.back().words.end > out_.titles.back().span.end &&
                    is_name_like(text_, words.begin - 2);
  if (of_another) return;
  ClauseSays says = clause_says(text_, words);
  for (TitlePlace& place : out_.titles)
    if (place.former.empty()) place.former = says.past;
  if (says.works && out_.doing == Doing::unknown) out_.doing = Doing::works;
  if (out_.affiliation.empty() && !says.body.empty()) {
    out_.affiliation = says.body;
    out_.affiliation_past = !says.past.empty();
  }
  if (says.title)
    out_.titles.insert(says.first ? out_.titles.begin() : out_.titles.end(), std::move(*says.title));
}

/// The name at the end of a head, its titles apart. False when the head ends in common words.
bool PhraseReader::take_name(TokenSpan head, bool after_article) {
  bool goes_on = head.end < span_.end && text_.is_word(head.end);
  std::optional<PhraseName> found = name_in_head(text_, head, after_article, goes_on);
  if (!found) return false;
  out_.honorific = out_.honorific || found->honorific;
  out_.doctor = out_.doctor || found->doctor;
  if (found->gender != Gender::unknown) out_.gender = found->gender;
  bool titled = out_.honorific;
  size_t count = out_.titles.size();
  if (!found->before.empty()) add_title(found->before, {});
  if (!found->behind.empty()) add_title(found->behind, {});
  for (size_t i = count; i < out_.titles.size(); ++i)  // "Okta rival Verilock" may be either
    titled = titled || (out_.titles[i].title->form == Form::person && out_.titles[i].title->term != u"rival");
  NameSort sort = sort_of_name(text_, found->words, after_article && found->before.empty());
  // "the magazine Kompas" is a body, "the winger João" a person, "investor Cevian Capital" a body by its own word.
  if (titled && !found->known && sort != NameSort::state &&
      !(sort == NameSort::body && !out_.honorific && is_body_by_word(text_, found->words)))
    sort = NameSort::person;
  if (!titled && !out_.titles.empty() && sort != NameSort::state) {
    const KnownTitle* title = out_.titles.back().title;
    if (title->form == Form::organization || title->form == Form::document) sort = NameSort::body;
  }
  out_.name = found->words;
  out_.sort = sort;
  out_.head = found->before;
  return true;
}

void PhraseReader::first_part(TokenSpan part) {
  uint32_t begin = determiner(part.begin, part.end);
  bool article = out_.determiner == Determiner::definite;
  uint32_t tail = tail_begin(text_, {begin, part.end});
  // "One of them", "some of the nurses": what follows "of" is whom they are of.
  bool of_group = begin > part.begin && begin < part.end && out_.determiner >= Determiner::quantifier &&
                  starts_tail(text_, begin, part.end);
  if (of_group) tail = begin;  // "some in the public gallery"
  TokenSpan head{begin, tail};
  // "South Korea's National Intelligence Service": who has it stands apart.
  for (uint32_t at = begin; at < tail; ++at) {
    uint32_t name = name_end(text_, at, tail);
    if (name > at + 1) at = name - 1;
    if (at + 1 < tail && text_.is_genitive(at + 1) && at + 2 < tail) {
      out_.possessor = {begin, at + 1};
      head.begin = at + 2;
      out_.determiner = Determiner::possessive;
      article = false;
      ++at;
    }
  }
  TokenSpan rest{tail, part.end};
  bool named = take_name(head, article);
  // "Speaker of the House Paul Ryan", "ambassador to Russia Wi Song Lak": a person's name at the end of the tail.
  bool many =
      !head.empty() && is_plural_word(text_.form(head.end - 1)) && out_.determiner != Determiner::indefinite;
  if (!named && !many) {
    if (TokenSpan name = name_ending_tail(text_, head, rest); !name.empty()) {
      add_title(head, {rest.begin, name.begin});
      out_.name = name;
      out_.sort = NameSort::person;
      out_.head = {head.begin, name.begin};
      return;
    }
  }
  if (named) {
    if (!rest.empty()) {
      if (is_relative(text_.form(rest.begin))) {
        clause(rest);
      } else {
        out_.modified = true;
        TokenSpan body = body_in(text_, rest);
        // "Yun Sun of the Stimson Center": whoever is of a body is no newspaper.
        bool of = text_.words.is(rest.begin, u"of") && !body.empty() && body.begin > rest.begin + 1;
        if (of && !article && out_.titles.empty() && out_.name.size() == 2 && out_.sort == NameSort::body &&
            !text_.gazetteer.name(text_.plain(out_.name)))
          if (const KnownTitle* word = kind_word(text_, out_.name);
              word && word->kind == SourceKind::news_outlet)
            out_.sort = NameSort::person;
        if (out_.titles.empty())
          out_.affiliation = body;
        else if (out_.titles.back().body.empty())
          out_.titles.back().body = body;
        if (!out_.titles.empty() && out_.titles.back().former.empty())
          out_.titles.back().former = past_in(text_, rest);
      }
    }
    if (!out_.possessor.empty() && out_.titles.empty() && out_.affiliation.empty())
      out_.affiliation = out_.possessor;
    if (!out_.possessor.empty() && !out_.titles.empty() && out_.titles.back().body.empty())
      out_.titles.back().body = out_.possessor;
    return;
  }
  out_.head = head;
  if (!head.empty())
    out_.plural = is_plural_word(text_.form(head.end - 1));
  else
    out_.plural = out_.quantifier != u"one" && out_.quantifier != u"another";
  bool in_group = head.empty() && !rest.empty() && text_.form(rest.begin) != u"of";
  if (std::optional<TitlePlace> office = title_over_genitive(text_, out_.possessor, head))
    out_.titles.push_back(std::move(*office));
  else
    add_title(head, in_group ? TokenSpan() : rest, out_.possessor);
  if (named_in_tail(rest)) return;
  if (!out_.titles.empty()) {
    out_.plural = out_.plural || out_.titles.back().plural;
    bool local = head.size() == 2 && text_.form(head.begin) == u"local";
    out_.modified = (head.size() > 1 && !local) || !rest.empty() || !out_.possessor.empty();
  } else {
    out_.modified = head.size() > 1 || !rest.empty();
  }
  for (uint32_t at = head.begin; at < head.end; ++at) set_gender(text_.form(at));
  for (uint32_t at = rest.begin; at < rest.end; ++at)
    if (is_relative(text_.form(at))) {
      clause({at, rest.end});
      break;
    }
}

/// "A user called HaddonHen".
bool PhraseReader::named_in_tail(TokenSpan rest) {
  TokenSpan name = name_called(text_, rest);
  if (name.empty()) return false;
  out_.name = name;
  out_.sort = sort_of_name(text_, name, false);
  if (!out_.titles.empty())
    out_.sort = out_.titles.front().title->form == Form::person ? NameSort::person : NameSort::body;
  out_.plural = false;
  return true;
}

void PhraseReader::parts() {
  bool first = true;
  uint32_t begin = span_.begin;
  auto part = [&](uint32_t end) {
    TokenSpan words{begin, end};
    if (words.empty()) return;
    if (first)
      first_part(words);
    else
      further_part(words);
    first = false;
  };
  for (uint32_t at = span_.begin; at < span_.end; ++at) {
    std::u16string_view own = text_.at(at);
    if (own == u"(" || own == u"[") {
      part(at);
      uint32_t close = at + 1;
      while (close < span_.end && text_.at(close) != u")" && text_.at(close) != u"]") ++close;
      bracket(at, {at + 1, close});
      at = close;
      begin = close + 1;
    } else if (is_comma(at)) {
      part(at);
      begin = at + 1;
    }
  }
  part(span_.end);
}

Phrase PhraseReader::read() {
  trim();
  out_.span = span_;
  if (span_.empty() || read_pronoun()) return std::move(out_);
  parts();
  // "The expert of the Council (CFA) Jan Cho": the letters are the Council's.
  if (!out_.acronym.empty() && out_.name.begin > out_.acronym.end) out_.acronym = {};
  if (!out_.name.empty() && out_.titles.empty() && are_joined_names(text_, span_)) {
    out_.name = span_;
    out_.plural = true;
  }
  if (!out_.name.empty() && !out_.plural && out_.gender == Gender::unknown && out_.sort == NameSort::person)
    out_.gender = text_.gazetteer.first_name(text_.at(out_.name.begin));
  return std::move(out_);
}

Phrase read_phrase(const SourceText& text, TokenSpan span) { return PhraseReader(text, span).read(); }

}  // namespace who_says
