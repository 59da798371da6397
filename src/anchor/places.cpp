#include "anchor/places.h"

#include <algorithm>
#include <cmath>

#include "text/search.h"

namespace who_says {
namespace {

constexpr size_t kContext = 64;  // units of prefix and suffix that are looked at
constexpr size_t kMostPlaces = 16;
constexpr size_t kMostTwins =
    4096;  // occurrences that are looked at; a word as common as that has no place of its own
constexpr size_t kWindows = 4;         // stretches of text that are aligned
constexpr uint32_t kLongQuote = 1024;  // from here on a quote is found by its two ends
constexpr uint32_t kQuoteEnd = 384;
constexpr double kCertain = 0.97;  // an unchanged place as probable as this ends the search
// What a window must share with the quote and its context to be aligned. In 4,700 generated edits, alone and in texts of 100 KB and
// 1 MB, the quote's own place had votes of 0.45 and a share of 0.52 at least; of quotes that are gone, half reach 0.18 and 0.3.
// One letter in five replaced leaves 0.8^4 = 0.41.
constexpr float kLeastVote = 0.35f;
constexpr float kLeastShare = 0.35f;
constexpr size_t kTellingPhrase =
    64;  // shares of shorter phrases tell little, and to align them costs little

double alike(uint32_t distance, size_t size) {
  return size == 0 ? 0 : 1 - double(std::min<size_t>(distance, size)) / double(size);
}

bool is_word(char16_t c) {
  if (c < 0x80) return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
  // Scripts without spaces between words have no word edges to snap to.
  return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) || (c >= 0xAC00 && c <= 0xD7A3);
}

class Finder {
 public:
  Finder(const FoldedText& article, const GramIndex& grams, const Selector& selector)
      : article_(article),
        grams_(grams),
        text_(article.text()),
        joined_(selector.prefix + selector.exact + selector.suffix) {
    uint32_t begin = uint32_t(selector.prefix.size());
    Range quote = joined_.to_folded({begin, begin + uint32_t(selector.exact.size())});
    std::u16string_view all = joined_.text();
    quote_ = all.substr(quote.begin, quote.size());
    size_t before = std::min<size_t>(quote.begin, kContext);
    prefix_ = all.substr(quote.begin - before, before);
    suffix_ = all.substr(quote.end, kContext);
    phrase_ = all.substr(quote.begin - before, before + quote_.size() + suffix_.size());
    broke_before_ = quote.begin > 0 && joined_.breaks_at(quote.begin - 1);
    broke_after_ = joined_.breaks_at(quote.end);
    if (selector.position) position_ = article_.to_folded(*selector.position).begin;
  }

  /// Unchanged places; true when one of them is nearly certain.
  bool run_same() {
    if (quote_.empty() || text_.empty()) return true;
    find_same();
    weigh();
    return !places_.empty() && places_.front().probability >= kCertain;
  }
  /// After run_same().
  void run_alike() {
    if (quote_.size() <= kLongQuote)
      find_alike();
    else
      find_long();
    weigh();
  }
  std::vector<Place> take() { return std::move(places_); }

 private:
  Range range_at(uint32_t begin) const { return {begin, begin + uint32_t(quote_.size())}; }

  void find_same() {
    std::vector<uint32_t> begins = grams_.occurrences(quote_, kMostTwins);
    if (begins.size() == kMostTwins) {
      // Too common to list: those in their context, and the one at the position.
      size_t reach = std::min<size_t>(prefix_.size(), 12);
      std::u16string around(prefix_.substr(prefix_.size() - reach));
      around += quote_;
      around += suffix_.substr(0, 12);
      for (uint32_t begin : grams_.occurrences(around, kMostPlaces))
        begins.push_back(begin + uint32_t(reach));
      if (position_ && text_.substr(std::min<size_t>(*position_, text_.size()), quote_.size()) == quote_) {
        begins.push_back(*position_);
      }
      std::sort(begins.begin(), begins.end());
      begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    }
    twins_ = begins.empty() ? 0 : uint32_t(begins.size() - 1);
    if (begins.size() > kMostPlaces) {
      auto promise = [this](uint32_t begin) {
        Range range = range_at(begin);
        return touching_before(range) + touching_after(range) + 2 * nearness(range);
      };
      std::vector<std::pair<double, uint32_t>> ranked;
      for (uint32_t begin : begins) ranked.push_back({-promise(begin), begin});
      std::partial_sort(ranked.begin(), ranked.begin() + kMostPlaces, ranked.end());
      begins.clear();
      for (size_t i = 0; i < kMostPlaces; ++i) begins.push_back(ranked[i].second);
    }
    for (uint32_t begin : begins) add(range_at(begin), 0, uint32_t(quote_.size()));
  }

  void find_alike() {
    uint32_t slack = uint32_t(phrase_.size()) / 4 + 16;
    PhraseGrams grams(grams_, phrase_);
    std::vector<GramWindow> windows = grams.windows(slack, kWindows, kLeastVote);
    bool telling = phrase_.size() >= kTellingPhrase, looked_at_position = false;
    auto look_where_alike = [&](Range window) {
      if (!telling || grams.share(window) >= kLeastShare) look_at(window);
    };
    for (const GramWindow& window : windows) {
      looked_at_position |= position_ && window.range.contains(*position_);
      look_where_alike(window.range);
    }
    // The votes of a long phrase do not miss the position, but four better windows may hide it.
    if (position_ && !looked_at_position && (!telling || windows.size() == kWindows))
      look_where_alike(around_position(slack));
  }

  Range around_position(uint32_t slack) const {
    uint32_t begin = *position_ - std::min(*position_, uint32_t(prefix_.size()) + slack);
    uint64_t end = uint64_t(*position_) + quote_.size() + suffix_.size() + slack;
    return {begin, uint32_t(std::min<uint64_t>(end, text_.size()))};
  }

  // Both ways to lay the quote into a window: with its context, which holds the ends where words of the quote changed; and
  // alone, where the context is another.
  void look_at(Range window) {
    if (window.empty()) return;
    const Pattern& phrase = prepared(phrase_pattern_, phrase_);
    const Pattern& quote = prepared(quote_pattern_, quote_);
    std::u16string_view text = text_.substr(window.begin, window.size());
    uint32_t begin = uint32_t(prefix_.size());
    consider(phrase.align(text, tolerated(phrase)), {begin, begin + uint32_t(quote_.size())}, window.begin);
    consider(quote.align(text, tolerated(quote)), {0, uint32_t(quote_.size())}, window.begin);
  }

  static const Pattern& prepared(std::optional<Pattern>& pattern, std::u16string_view words) {
    if (!pattern) pattern.emplace(words);
    return *pattern;
  }

  // Unrelated prose is about 0.65 of its size away; a quote with 40 % of its words changed, and its context, 0.4 at most.
  static uint32_t tolerated(const Pattern& pattern) { return pattern.size() * 3 / 5; }

  void consider(const Alignment& alignment, Range quote, uint32_t shift) {
    if (alignment.last.empty()) return;
    // Text between prefix and quote belongs to the quote when its own beginning changed, not when something was put before it.
    uint32_t begin = alignment.last[quote.begin];
    if (begin > alignment.first[quote.begin] && text_[shift + begin] != quote_.front())
      begin = alignment.first[quote.begin];
    uint32_t end = alignment.first[quote.end];
    if (end < alignment.last[quote.end] && end > 0 && text_[shift + end - 1] != quote_.back())
      end = alignment.last[quote.end];
    if (begin >= end) return;
    Range range = tidy({shift + begin, shift + end});
    if (range.empty()) return;
    uint32_t kept = 0;
    for (uint32_t i = quote.begin; i < quote.end; ++i) {
      uint32_t at = alignment.last[i];
      kept += alignment.first[i + 1] == at + 1 && text_[shift + at] == quote_[i - quote.begin];
    }
    uint32_t distance = prepared(quote_pattern_, quote_).distance_to(text_.substr(range.begin, range.size()));
    add(range, distance, kept);
  }

  // A changed place ends at word edges where the quote did, and has no white space there that the quote had not.
  Range tidy(Range range) const {
    if (quote_.front() != u' ')
      while (!range.empty() && text_[range.begin] == u' ') ++range.begin;
    if (quote_.back() != u' ')
      while (!range.empty() && text_[range.end - 1] == u' ') --range.end;
    if (range.empty()) return range;
    auto inside = [this](uint32_t at) {
      return at > 0 && at < text_.size() && is_word(text_[at - 1]) && is_word(text_[at]);
    };
    bool from_edge = prefix_.empty() || !is_word(prefix_.back()) || !is_word(quote_.front());
    bool to_edge = suffix_.empty() || !is_word(suffix_.front()) || !is_word(quote_.back());
    for (int i = 0; from_edge && i < 24 && inside(range.begin); ++i) --range.begin;
    for (int i = 0; to_edge && i < 24 && inside(range.end); ++i) ++range.end;
    return range;
  }

  void find_long() {
    uint32_t slack = kQuoteEnd / 4;
    std::u16string_view head = phrase_.substr(0, prefix_.size() + kQuoteEnd);
    std::u16string_view tail = phrase_.substr(phrase_.size() - suffix_.size() - kQuoteEnd);
    std::vector<GramWindow> heads = PhraseGrams(grams_, head).windows(slack, kWindows, kLeastVote);
    std::vector<GramWindow> tails = PhraseGrams(grams_, tail).windows(slack, kWindows, kLeastVote);
    if (heads.empty() || tails.empty()) return;
    Pattern head_pattern(head), tail_pattern(tail);
    for (const GramWindow& first : heads) {
      Alignment from = head_pattern.align(text_.substr(first.range.begin, first.range.size()));
      uint32_t begin = first.range.begin + from.last[prefix_.size()];
      for (const GramWindow& last : tails) {
        if (last.range.end <= begin) continue;
        Alignment to = tail_pattern.align(text_.substr(last.range.begin, last.range.size()));
        uint32_t end = last.range.begin + to.first[kQuoteEnd];
        if (end <= begin || end - begin > quote_.size() * 2 || (end - begin) * 3 < quote_.size()) continue;
        Range range = tidy({begin, end});
        uint32_t distance = long_distance(range);
        add(range, distance, range.size() - std::min(distance, range.size()));
      }
    }
  }

  // Exact up to 8,192 units; beyond that estimated from 16 pieces of the quote, each looked for where it should be.
  uint32_t long_distance(Range range) {
    if (quote_.size() <= 8192)
      return prepared(quote_pattern_, quote_).distance_to(text_.substr(range.begin, range.size()));
    uint64_t sum = 0, size = 0;
    for (uint64_t i = 0; i < 16; ++i) {
      Pattern piece(quote_.substr(size_t(i * (quote_.size() - 256) / 15), 256));
      size_t at = range.begin + size_t(i * (range.size() - std::min<uint32_t>(range.size(), 256)) / 15);
      at -= std::min<size_t>(at, 256);
      Alignment found = piece.align(text_.substr(at, 768));
      sum += found.distance;
      size += piece.size();
    }
    return uint32_t(sum * quote_.size() / size);
  }

  uint32_t touching_before(Range range) const {
    uint32_t run = 0;
    while (run < 16 && run < prefix_.size() && run < range.begin &&
           prefix_[prefix_.size() - 1 - run] == text_[range.begin - 1 - run]) {
      ++run;
    }
    return run;
  }

  uint32_t touching_after(Range range) const {
    uint32_t run = 0;
    while (run < 16 && run < suffix_.size() && range.end + run < text_.size() &&
           suffix_[run] == text_[range.end + run])
      ++run;
    return run;
  }

  double nearness(Range range) const {
    if (!position_) return 0;
    double away = std::abs(double(range.begin) - double(*position_));
    return 1 - std::min(1.0, std::log1p(away) / std::log1p(double(text_.size())));
  }

  void add(Range range, uint32_t distance, uint32_t kept) {
    for (const Place& place : places_) {
      if (place.range == range) return;
    }
    PlaceEvidence e;
    e.same = distance == 0;
    e.similarity = alike(distance, std::max<size_t>(quote_.size(), range.size()));
    e.kept = std::min(1.0, double(kept) / double(range.size()));
    e.length = std::min(1.0, std::log(double(quote_.size())) / std::log(200.0));
    if (!reversed_prefix_) reversed_prefix_.emplace(std::u16string(prefix_.rbegin(), prefix_.rend()));
    size_t reach = std::min<size_t>(range.begin, prefix_.size() + prefix_.size() / 2 + 8);
    std::u16string_view before = text_.substr(range.begin - reach, reach);
    e.before = alike(reversed_prefix_->distance_to_beginning(std::u16string(before.rbegin(), before.rend())),
                     prefix_.size());
    std::u16string_view after = text_.substr(range.end, suffix_.size() + suffix_.size() / 2 + 8);
    e.after = alike(prepared(suffix_pattern_, suffix_).distance_to_beginning(after), suffix_.size());
    e.touching_before = touching_before(range) / 16.0;
    e.touching_after = touching_after(range) / 16.0;
    e.known_before = std::min(1.0, double(prefix_.size()) / 32);
    e.known_after = std::min(1.0, double(suffix_.size()) / 32);
    e.broke_before = broke_before_;
    e.broke_after = broke_after_;
    e.breaks_before = range.begin == 0 || article_.breaks_at(range.begin - 1);
    e.breaks_after = range.end == text_.size() || article_.breaks_at(range.end);
    e.has_position = position_.has_value();
    e.at_position = position_ && range.begin == *position_;
    e.nearness = nearness(range);
    e.twins = std::log1p(double(twins_));
    places_.push_back({range, e, score(e), 0});
  }

  // Best first, of places that cover one another only the best; then each one's share of all that may be, "gone" included.
  void weigh() {
    std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
      return a.score != b.score ? a.score > b.score : a.range < b.range;
    });
    std::vector<Place> kept;
    for (const Place& place : places_) {
      bool covered = false;
      for (const Place& better : kept) {
        covered |= intersect(place.range, better.range).size() * 2 >
                   std::min(place.range.size(), better.range.size());
      }
      if (!covered && kept.size() < kMostPlaces) kept.push_back(place);
    }
    places_ = std::move(kept);
    double highest = places_.empty() ? 0 : std::max(0.0, places_.front().score);
    double all = std::exp(-highest);
    for (const Place& place : places_) all += std::exp(place.score - highest);
    for (Place& place : places_) place.probability = std::exp(place.score - highest) / all;
  }

  const FoldedText& article_;
  const GramIndex& grams_;
  std::u16string_view text_;
  FoldedText joined_;
  std::u16string_view prefix_, quote_, suffix_, phrase_;  // in joined_
  std::optional<uint32_t> position_;                      // in the folded text
  std::optional<Pattern> quote_pattern_, phrase_pattern_, reversed_prefix_,
      suffix_pattern_;  // when first used
  bool broke_before_ = false, broke_after_ = false;
  uint32_t twins_ = 0;
  std::vector<Place> places_;
};

}  // namespace

std::vector<Place> find_places(const FoldedText& article, const GramIndex& grams, const Selector& selector) {
  Finder finder(article, grams, selector);
  if (!finder.run_same()) finder.run_alike();
  return finder.take();
}

std::vector<Place> find_same_places(const FoldedText& article, const GramIndex& grams,
                                    const Selector& selector) {
  Finder finder(article, grams, selector);
  if (!finder.run_same()) return {};
  return finder.take();
}

}  // namespace who_says
