#include "attribution/sources_relays.h"

#include <algorithm>
#include <array>

#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr std::array<std::u16string_view, 8> kTells = {u"told",    u"tells",    u"tell", u"telling",
                                                       u"assured", u"informed", u"dijo", u"сказав"};
constexpr std::array<std::u16string_view, 12> kTalks = {
    u"interview", u"speaking",  u"spoke",      u"comments", u"remarks", u"comment",
    u"statement", u"appearing", u"appearance", u"talking",  u"letter",  u"said"};
constexpr std::array<std::u16string_view, 7> kTo = {u"to", u"with", u"on", u"for", u"by", u"in", u"at"};
/// How far from its cue the outlet may stand.
constexpr uint32_t kReach = 14;

/// The name or "this newspaper" that begins at `at`.
TokenSpan outlet_at(const SourceText& text, const Cast& cast, uint32_t at, uint32_t end, bool sure,
                    bool* own) {
  *own = false;
  if (at >= end) return {};
  bool article = text.in_class("article", at);
  std::u16string first = text.form(at);
  uint32_t begin = at;
  if (article || first == u"this" || first == u"our") ++at;
  uint32_t title_end = 0;
  // "told the magazine Kompas"
  const KnownTitle* title = title_at(text, at, end, &title_end);
  bool outlet_word = title && title->kind == SourceKind::news_outlet;
  // "told a weekly news conference"
  bool of_what_follows = title_end < end && text.is_word(title_end) && !is_name_like(text, title_end) &&
                         (title && title->term.ends_with(u"ly"));
  for (std::string_view after : {"preposition", "complementizer", "pronoun", "article", "auxiliary", "time"})
    of_what_follows = of_what_follows && !text.in_class(after, title_end);
  if (of_what_follows) return {};
  if (outlet_word && (first == u"this" || first == u"our")) {
    *own = true;
    return {begin, title_end};
  }
  uint32_t name = name_end(text, at, end);
  if (name == at && outlet_word)
    name = name_end(text, title_end, end) > title_end ? name_end(text, at = title_end, end) : at;
  if (name == at) {
    // "told the newspaper": one that was named before.
    return outlet_word && article && sure ? TokenSpan{begin, title_end} : TokenSpan{};
  }
  TokenSpan words{at, name};
  if (outlet_word) return words;
  std::u16string plain = text.plain(words);
  const KnownName* known = text.gazetteer.name(plain);
  if (!known && article) known = text.gazetteer.name(u"The " + plain);
  if (known) return known->kind == SourceKind::news_outlet ? words : TokenSpan{};
  if (int figure = cast.find_body(words); figure != kNone) {
    SourceKind kind = cast[figure].finding.kind;
    return kind == SourceKind::news_outlet ? words : TokenSpan{};
  }
  const KnownTitle* word = kind_word(text, words);
  return word && word->kind == SourceKind::news_outlet && (words.size() > 1 || article) ? words : TokenSpan{};
}

}  // namespace

TokenSpan relay_words(const SourceText& text, const Cast& cast, const Attribution& attribution, bool* own) {
  *own = false;
  if (attribution.cue.empty()) return {};
  for (Range range : attribution.cue) {
    TokenSpan cue = text.words.in(range);
    if (cue.empty()) continue;
    TokenSpan sentence = text.tokens.sentences[text.tokens.all[cue.begin].sentence];
    uint32_t end = std::min(sentence.end, cue.end + kReach);
    for (uint32_t at = cue.begin; at < cue.end; ++at) {
      if (!is_one(text.form(at), kTells)) continue;
      TokenSpan found = outlet_at(text, cast, at + 1, end, true, own);
      if (!found.empty()) return found;
    }
    uint32_t begin = cue.begin > kReach ? std::max(sentence.begin, cue.begin - kReach) : sentence.begin;
    for (uint32_t at = begin; at < end; ++at) {
      std::u16string form = text.form(at);
      if (!is_one(form, kTalks) || at + 1 >= end) continue;
      if (text.tokens.all[at].quote == Quote::inside) continue;
      if (!is_one(text.form(at + 1), kTo)) continue;
      TokenSpan found = outlet_at(text, cast, at + 2, sentence.end, false, own);
      if (!found.empty()) return found;
    }
  }
  return {};
}

}  // namespace who_says
