#include "attribution/sources_items.h"

#include <algorithm>

#include "attribution/sort_by.h"
#include "attribution/stages.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr WordList<5> kPersonal = {u"he", u"she", u"him", u"her", u"his"};

/// The span with what found spans tend to leave off: "a user | called HaddonHen", "figures compiled by | StatLine", "the Danish |
/// financial regulator". Never into the cue or the content.
TokenSpan grown(const SourceText& text, TokenSpan span, const Attribution& attribution) {
  constexpr uint32_t kReach = 6;
  uint32_t limit =
      std::min(text.tokens.sentences[text.tokens.all[span.begin].sentence].end, span.end + kReach);
  for (const std::vector<Range>* ranges : {&attribution.cue, &attribution.content})
    for (Range range : *ranges)
      if (uint32_t at = text.words.from(range.begin); at >= span.end) limit = std::min(limit, at);
  if (limit <= span.end || !text.is_word(span.end)) return span;
  uint32_t last = span.end - 1, title_end = 0;
  std::u16string next = text.form(span.end);
  uint32_t name = name_end(text, span.end, limit);
  bool called = next == u"called" || next == u"named";
  if (called && span.end + 1 < limit)
    return {span.begin, std::max(span.end, name_end(text, span.end + 1, limit))};
  bool title_before = false;
  for (uint32_t at = span.begin; at < span.end; ++at)
    title_before = (title_at(text, at, span.end, &title_end) && title_end == span.end) || title_before;
  if (name > span.end && (title_before || text.words.is(last, u"by"))) return {span.begin, name};
  if (span.size() == 1 && text.in_class("article", last) && name > span.end) return {span.begin, name};
  // An adjective alone: its noun follows.
  const KnownCountry* country = text.gazetteer.country(text.at(last));
  for (uint32_t at = span.end; country && country->demonym && at < limit && text.is_word(at); ++at)
    if (title_at(text, at, limit, &title_end)) return {span.begin, title_end};
  return span;
}

}  // namespace

void SourceItems::collect(size_t attribution) {
  const Attribution& a = detection_.attributions[attribution];
  int owner = static_cast<int>(attribution);
  for (Range range : a.source) {
    TokenSpan span = text_.words.in(range);
    if (span.empty()) continue;
    auto [it, added] = known_.emplace(std::make_pair(span.begin, span.end), all.size());
    if (added) {
      SourceItem item;
      item.phrase = read_phrase(text_, grown(text_, span, a));
      if (item.phrase.span.empty()) item.phrase.span = span;
      item.phrase.span.end = std::min(item.phrase.span.end, span.end);
      all.push_back(std::move(item));
    }
    all[it->second].attributions.push_back(owner);
  }
  for (Range range : a.content)
    if (TokenSpan span = text_.words.in(range); !span.empty()) contents_.push_back({span, owner});
}

void SourceItems::pronouns(size_t sentence) {
  TokenSpan words = text_.tokens.sentences[sentence];
  for (uint32_t at = words.begin; at < words.end; ++at) {
    if (!is_one(text_.form(at), kPersonal)) continue;
    SourceItem item;
    item.phrase.span = {at, at + 1};
    item.phrase.pronoun = text_.form(at);
    all.push_back(std::move(item));
  }
}

void SourceItems::order() {
  known_.clear();
  sort_by(all, [](const SourceItem& item) { return item.phrase.span.begin; });
  // What stands in a source is no further place.
  uint32_t end = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    TokenSpan span = all[i].phrase.span;
    bool beside = i + 1 < all.size() && all[i + 1].phrase.span.begin == span.begin;
    if (!all[i].attributions.empty())
      end = std::max(end, span.end);
    else if (span.begin < end || beside)
      all[i].phrase.pronoun.clear();
  }
  sort_by(contents_, [](const Piece& piece) { return piece.span.begin; });
}

/// What contents the source stands in: a sweep over all contents.
void SourceItems::set_depth(size_t index) {
  SourceItem& item = all[index];
  uint32_t at = item.phrase.span.begin;
  for (; next_ < contents_.size() && contents_[next_].span.begin <= at; ++next_) {
    std::erase_if(open_, [&](const Piece& p) { return p.span.end <= contents_[next_].span.begin; });
    if (open_.size() < kOpenContents) open_.push_back(contents_[next_]);
  }
  uint32_t least = UINT32_MAX;
  for (const Piece& piece : open_) {
    if (!piece.span.contains(at) || item.phrase.span.end > piece.span.end) continue;
    if (std::find(item.attributions.begin(), item.attributions.end(), piece.owner) != item.attributions.end())
      continue;
    ++item.depth;
    if (piece.span.size() > least) continue;
    least = piece.span.size();
    item.parent = piece.owner;
  }
  item.quoted = text_.tokens.all[at].quote == Quote::inside;
  item.rank = item.depth;
  // "They call him Professor": once it is known who they are, the text goes on about him.
  if (!item.attributions.empty() || item.quoted || item.parent == kNone) return;
  const std::vector<Range>& source = detection_.attributions[static_cast<size_t>(item.parent)].source;
  if (!source.empty() && source[0].begin < text_.tokens.all[at].range.begin) --item.rank;
}

}  // namespace who_says
