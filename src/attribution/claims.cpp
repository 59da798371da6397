#include "attribution/claims.h"

#include <algorithm>
#include <array>

#include "attribution/lexicon.h"
#include "attribution/token_words.h"
#include "text/segment.h"

namespace who_says {
namespace {

using Word = std::u16string_view;

/// Less is no clause that anybody could look up.
constexpr uint32_t kFewestWords = 3;
/// The words between two pieces of one clause ("the paper reports").
constexpr uint32_t kWidestGap = 20;
/// How far behind ", and" the verb of a clause of its own stands.
constexpr uint32_t kVerbReaches = 8;

constexpr std::array<Word, 24> kSubjects = {u"he",    u"she",    u"it",   u"they",  u"we",       u"i",
                                            u"you",   u"nobody", u"none", u"there", u"this",     u"these",
                                            u"those", u"the",    u"a",    u"an",    u"its",      u"his",
                                            u"her",   u"their",  u"our",  u"my",    u"everyone", u"no"};
constexpr std::array<Word, 8> kOpeners = {u"that", u"and", u"but",   u"or",
                                          u"so",   u"yet", u"while", u"because"};
constexpr std::array<Word, 4> kQuestions = {u"whether", u"why", u"how", u"who"};

/// A mark that opens what `closing` closes stands in `inside`, and its partner does not.
bool left_open(Word inside, char16_t closing) {
  char16_t opening = closing == 0x201D   ? 0x201C
                     : closing == 0x2019 ? 0x2018
                     : closing == 0xBB   ? 0xAB
                     : closing == ')'    ? '('
                                         : 0;
  if (opening) {
    size_t opens = inside.rfind(opening), closes = inside.rfind(closing);
    // An apostrophe is the same character as a closing mark: it has a letter behind it.
    while (closing == 0x2019 && closes != Word::npos && closes + 1 < inside.size() &&
           is_word_unit(inside[closes + 1]))
      closes = closes == 0 ? Word::npos : inside.rfind(closing, closes - 1);
    return opens != Word::npos && (closes == Word::npos || closes < opens);
  }
  if (closing == '"') return std::count(inside.begin(), inside.end(), u'"') % 2 == 1;
  if (closing != '\'') return false;
  for (size_t at = inside.size(); at-- > 0;)
    if (inside[at] == '\'') return at == 0 || is_space(inside[at - 1]);
  return false;
}

class Splitter {
 public:
  Splitter(Word text, const Tokens& tokens, const Lexicon& lexicon)
      : text_(text), tokens_(tokens), words_(text, tokens), lexicon_(lexicon) {}

  std::vector<Range> run(const std::vector<Range>& content) const {
    std::vector<TokenSpan> parts;
    for (Range range : content) add(range, parts);
    std::vector<Range> out;
    for (TokenSpan part : joined(std::move(parts))) {
      Range claim = trimmed(part);
      if (asserts(claim)) out.push_back(claim);
    }
    return out;
  }
  bool is_clause(const std::vector<Range>& content) const {
    for (Range range : content) {
      TokenSpan span = words_.in(range);
      if (!words_.is(span.begin, u"to") && finite_in(span)) return true;
    }
    return false;
  }

 private:
  // ---- parting

  /// Parts one stretch of content into clauses.
  void add(Range range, std::vector<TokenSpan>& parts) const {
    if (range.empty()) return;
    TokenSpan span = words_.in(range);
    uint32_t begin = span.begin;
    for (uint32_t at = span.begin; at < span.end; ++at) {
      uint32_t skip = border(begin, at, span.end);
      if (skip == 0) continue;
      if (at > begin) parts.push_back({begin, at});
      begin = at + skip - 1;
      at = std::max(at, begin);
    }
    if (begin < span.end) parts.push_back({begin, span.end});
  }
  /// 0 = no border before `at`; else 1 + how many tokens belong to neither side.
  uint32_t border(uint32_t begin, uint32_t at, uint32_t end) const {
    if (at == begin) return 0;
    if (tokens_.all[at].sentence != tokens_.all[at - 1].sentence) return 1;
    if (words_.is(at, u";")) return 2;
    bool comma = words_.is(at, u",");
    uint32_t joint = comma ? at + 1 : at;
    if (joint >= end || !words_.one_of(joint, {u"and", u"but", u"or"})) return 0;
    if (words_.is(joint + 1, u"that") && !words_.is(joint + 2, u"of")) return joint + 2 - at + 1;
    if (!comma || words_.is(joint, u"or") || joint + 3 >= end) return 0;
    if (!words_.one_of(joint + 1, kSubjects) || inside_words(begin, at) < 4) return 0;
    if (!finite_in({begin, at}) || !finite_in({joint + 1, std::min(end, joint + 1 + kVerbReaches)})) return 0;
    return joint + 1 - at + 1;
  }
  uint32_t inside_words(uint32_t begin, uint32_t end) const {
    uint32_t count = 0;
    for (uint32_t at = begin; at < end; ++at) count += is_word_unit(text_[tokens_.all[at].range.begin]);
    return count;
  }
  bool finite_in(TokenSpan span) const {
    for (uint32_t at = span.begin; at < span.end; ++at) {
      Word word = words_.at(at);
      if (!is_word_unit(word[0])) continue;
      if (lexicon_.in_class("finite", lexicon_form(word))) return true;
      bool past = word.size() >= 5 && lower(word.back()) == 'd' && lower(word[word.size() - 2]) == 'e';
      if (past && !is_upper(word[0])) return true;
    }
    return false;
  }

  // ---- joining

  /// Pieces that are no clause by themselves go with the piece before, over a small gap in the same sentence.
  std::vector<TokenSpan> joined(std::vector<TokenSpan> parts) const {
    std::vector<TokenSpan> out;
    for (TokenSpan part : parts) {
      if (!out.empty() && belongs(out.back(), part))
        out.back().end = part.end;
      else
        out.push_back(part);
    }
    return out;
  }
  bool belongs(TokenSpan before, TokenSpan part) const {
    if (part.begin <= before.end || part.begin - before.end > kWidestGap) return false;
    if (tokens_.all[part.begin].sentence != tokens_.all[before.end - 1].sentence) return false;
    return !stands_alone(before) || !stands_alone(part);
  }
  bool stands_alone(TokenSpan span) const {
    return inside_words(span.begin, span.end) >= kFewestWords && finite_in(span);
  }

  // ---- form

  Range trimmed(TokenSpan span) const {
    while (span.size() > kFewestWords && words_.one_of(span.begin, kOpeners)) {
      // "that decision", "so many": words of the clause.
      if (words_.one_of(span.begin, {u"so", u"while", u"because"}) &&
          !words_.one_of(span.begin + 1, kSubjects))
        break;
      ++span.begin;
      if (words_.is(span.begin, u",")) ++span.begin;
    }
    while (span.size() > 1 && words_.one_of(span.begin, {u",", u";", u":", u"–", u"—", u"-"})) ++span.begin;
    Range range = trim_claim(text_, words_.range(span));
    // Marks of a partial quotation at the edge belong to the words.
    while (range.end < text_.size() && left_open(text_.substr(range.begin, range.size()), text_[range.end]))
      ++range.end;
    if (range.begin > 0 && !range.empty()) {
      char16_t c = text_[range.begin - 1];
      char16_t closing = c == 0x201C             ? 0x201D
                         : c == 0x2018           ? 0x2019
                         : c == 0xAB             ? 0xBB
                         : c == '"' || c == '\'' ? c
                                                 : 0;
      Word inside = text_.substr(range.begin, range.size());
      size_t first = closing ? inside.find(closing) : Word::npos;
      bool apostrophe = first != Word::npos && first + 1 < inside.size() && is_word_unit(inside[first + 1]);
      bool odd = c != '"' || std::count(inside.begin(), inside.end(), c) % 2 == 1;
      bool other = inside.find(c) < first && c != closing;
      if (first != Word::npos && !apostrophe && odd && !other) --range.begin;
    }
    return range;
  }
  bool asserts(Range claim) const {
    TokenSpan span = words_.in(claim);
    if (span.empty()) return false;
    uint32_t count = inside_words(span.begin, span.end);
    if (words_.one_of(span.begin, kQuestions) || words_.is(span.end, u"?")) return false;
    if (words_.one_of(span.begin, {u"it", u"him", u"her", u"them", u"us", u"me"}) && !finite_in(span))
      return false;
    return count >= kFewestWords;
  }

  Word text_;
  const Tokens& tokens_;
  TokenWords words_;
  const Lexicon& lexicon_;
};

constexpr std::array<Word, 5> kIntentions = {u"intends", u"intend", u"plans", u"pledge", u"aims"};
constexpr std::array<Word, 19> kFutures = {u"will",   u"would",    u"won't",  u"shall",     u"could",
                                           u"may",    u"might",    u"if",     u"expected",  u"likely",
                                           u"unless", u"forecast", u"soon",   u"tomorrow",  u"going",
                                           u"'ll",    u"’ll",      u"future", u"inevitable"};
constexpr std::array<Word, 44> kJudgements = {
    u"good",     u"bad",         u"better",    u"worse",    u"best",         u"worst",     u"important",
    u"wrong",    u"right",       u"dangerous", u"safe",     u"unacceptable", u"necessary", u"beneficial",
    u"harmful",  u"successful",  u"failure",   u"success",  u"too",          u"enough",    u"unfair",
    u"fair",     u"great",       u"strong",    u"weak",     u"should",       u"must",      u"deserves",
    u"threat",   u"mistake",     u"disaster",  u"shameful", u"unpromising",  u"promising", u"significant",
    u"serious",  u"predictable", u"insulting", u"vague",    u"accident",     u"interest",  u"unsafe",
    u"unlikely", u"clear"};

}  // namespace

std::vector<Range> claim_clauses(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                                 const std::vector<Range>& content) {
  return Splitter(text, tokens, lexicon).run(content);
}

bool is_clause(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
               const std::vector<Range>& content) {
  return Splitter(text, tokens, lexicon).is_clause(content);
}

ClaimType claim_type(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon, Range claim) {
  TokenWords words(text, tokens);
  TokenSpan span = words.in(claim);
  bool number = false, future = false, judgement = false, event = false,
       intention = words.is(span.begin, u"to");
  for (uint32_t at = span.begin; at < span.end; ++at) {
    Word word = words.at(at);
    number = number || is_digit(word[0]) || (word.size() > 1 && is_digit(word[1])) ||
             words.one_of(
                 at, {u"million", u"thousand", u"thousands", u"hundreds", u"percent", u"doubled", u"half"});
    // "could not be verified" looks back; "in May" is a month.
    bool back = words.is(at, u"could") && words.is(at + 1, u"not");
    bool month = words.is(at, u"may") && words.capital(at);
    future = future || (words.one_of(at, kFutures) && !back && !month);
    event = event || back;
    judgement = judgement || words.one_of(at, kJudgements);
    intention = intention || words.one_of(at, kIntentions);
    bool past = word.size() >= 5 && lower(word.back()) == 'd' && lower(word[word.size() - 2]) == 'e';
    event = event || past || words.one_of(at, {u"was", u"were", u"has", u"have", u"had", u"did"}) ||
            (!words.capital(at) && lexicon.in_class("finite", lexicon_form(word)) &&
             words.one_of(at, {u"went", u"came", u"took", u"made", u"fell", u"rose", u"lost", u"won",
                               u"killed", u"sent"}));
  }
  if (intention) return ClaimType::intention;
  if (future) return ClaimType::forecast;
  if (number) return ClaimType::quantity;
  if (judgement) return ClaimType::judgement;
  return event ? ClaimType::event : ClaimType::unspecified;
}

std::vector<Evidence> evidence_in(std::u16string_view text, const Tokens& tokens, Range claim) {
  TokenWords words(text, tokens);
  TokenSpan span = words.in(claim);
  bool number = false, reason = false, example = false, document = false;
  for (uint32_t at = span.begin; at < span.end; ++at) {
    Word word = words.at(at);
    number = number || std::any_of(word.begin(), word.end(), is_digit) ||
             words.one_of(at, {u"million", u"thousand", u"thousands", u"hundreds", u"dozen", u"dozens"});
    reason = reason || words.one_of(at, {u"because", u"since", u"therefore", u"hence"});
    example = example || (words.is(at, u"for") && words.one_of(at + 1, {u"example", u"instance"})) ||
              (words.is(at, u"such") && words.is(at + 1, u"as"));
    document = document || words.one_of(at, {u"documents", u"records", u"report", u"memo", u"indictment"});
  }
  std::vector<Evidence> out;
  if (number) out.push_back(Evidence::number);
  if (document) out.push_back(Evidence::document);
  if (reason) out.push_back(Evidence::reasoning);
  if (example) out.push_back(Evidence::example);
  return out;
}

}  // namespace who_says
