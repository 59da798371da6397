#include "attribution/sources_items.h"

#include <algorithm>
#include <map>
#include <utility>

namespace who_says {
namespace {

/// So many contents may be open at one place; deeper nesting is no language.
constexpr size_t kOpenContents = 32;

/// One item for each place that is a source, with the attributions that share it.
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

std::vector<SourceItem> collect(const SourceText& text, const Detection& detection) {
  std::vector<SourceItem> items;
  std::map<std::pair<uint32_t, uint32_t>, size_t> known;
  for (size_t i = 0; i < detection.attributions.size(); ++i)
    for (Range range : detection.attributions[i].source) {
      TokenSpan span = text.words.in(range);
      if (span.empty()) continue;
      auto [it, added] = known.emplace(std::make_pair(span.begin, span.end), items.size());
      if (added) {
        SourceItem item;
        item.phrase = read_phrase(text, grown(text, span, detection.attributions[i]));
        if (item.phrase.span.empty()) item.phrase.span = span;
        item.phrase.span.end = std::min(item.phrase.span.end, span.end);
        items.push_back(std::move(item));
      }
      items[it->second].attributions.push_back(static_cast<int>(i));
    }
  std::stable_sort(items.begin(), items.end(), [](const SourceItem& a, const SourceItem& b) {
    return a.phrase.span.begin < b.phrase.span.begin;
  });
  return items;
}

/// What contents each source stands in: a sweep over all contents.
void set_depths(const SourceText& text, const Detection& detection, std::vector<SourceItem>& items) {
  struct Piece {
    TokenSpan span;
    int owner;
  };
  std::vector<Piece> pieces;
  for (size_t i = 0; i < detection.attributions.size(); ++i)
    for (Range range : detection.attributions[i].content)
      if (TokenSpan span = text.words.in(range); !span.empty()) pieces.push_back({span, static_cast<int>(i)});
  std::stable_sort(pieces.begin(), pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; });
  std::vector<Piece> open;
  size_t next = 0;
  for (SourceItem& item : items) {
    uint32_t at = item.phrase.span.begin;
    for (; next < pieces.size() && pieces[next].span.begin <= at; ++next) {
      std::erase_if(open, [&](const Piece& p) { return p.span.end <= pieces[next].span.begin; });
      if (open.size() < kOpenContents) open.push_back(pieces[next]);
    }
    uint32_t least = UINT32_MAX;
    for (const Piece& piece : open) {
      if (!piece.span.contains(at) || item.phrase.span.end > piece.span.end) continue;
      if (std::find(item.attributions.begin(), item.attributions.end(), piece.owner) !=
          item.attributions.end())
        continue;
      ++item.depth;
      if (piece.span.size() > least) continue;
      least = piece.span.size();
      item.parent = piece.owner;
    }
    item.quoted = text.tokens.all[at].quote == Quote::inside;
  }
}

}  // namespace

std::vector<SourceItem> source_items(const SourceText& text, const Detection& detection) {
  std::vector<SourceItem> items = collect(text, detection);
  set_depths(text, detection, items);
  return items;
}

}  // namespace who_says
