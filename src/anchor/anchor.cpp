#include "anchor/anchor.h"

#include <algorithm>
#include <optional>

#include "anchor/places.h"
#include "text/characters.h"
#include "text/segment.h"
#include "text/utf.h"

namespace who_says {
namespace {

// Below this nothing is claimed: a lost annotation is better than one on the wrong words. From the validation cases of
// tests/bench/anchoring.md: of 40 answers with 0.6 to 0.7, 33 are right; below 0.6 more look-alikes are shown than quotes are found.
constexpr double kAccept = 0.6;
// Words, prefix and suffix all unchanged at the position: right but for articles that repeat themselves there.
constexpr double kUnchanged = 0.999;

bool stands_at(std::u16string_view text, uint32_t at, std::u16string_view words) {
  return at <= text.size() && text.substr(at, words.size()) == words;
}

}  // namespace

struct AnchorIndex::Impl {
  std::vector<char16_t> kept;  // copied at a stroke, which libc++ does not do for a u16string
  std::u16string_view source;
  FoldedText folded;
  GramIndex grams;
  std::optional<Folding> folding;  // until the text is folded
  bool ready = false;

  explicit Impl(std::u16string_view text) : kept(text.begin(), text.end()), source(kept.data(), kept.size()) {
    folding.emplace(source, folded);
  }
  Impl(const Impl&) = delete;

  bool prepare(size_t units) {
    if (ready) return true;
    if (folding) {
      if (!folding->step(units)) return false;
      folding.reset();
      grams.begin(folded.text());
      return false;
    }
    return ready = grams.step(units);
  }

  bool is_unchanged(const Selector& s) const {
    if (!s.position) return false;
    // Shorter words may stand there by chance, unless they are all there is.
    constexpr size_t kTelling = 24;
    size_t size = s.prefix.size() + s.exact.size() + s.suffix.size();
    uint32_t begin = s.position->begin;
    return (size >= kTelling || size == source.size()) && begin >= s.prefix.size() &&
           stands_at(source, begin, s.exact) &&
           stands_at(source, begin - uint32_t(s.prefix.size()), s.prefix) &&
           stands_at(source, begin + uint32_t(s.exact.size()), s.suffix);
  }

  // The selector's own words inside the place, where folding made it wider; whole characters.
  Range source_range(const Place& place, const Selector& selector) const {
    Range range = folded.to_source(place.range);
    std::u16string_view words = std::u16string_view(source).substr(range.begin, range.size());
    size_t at = place.evidence.same ? words.find(selector.exact) : words.npos;
    if (at != words.npos) {
      range.begin += uint32_t(at);
      range.end = range.begin + uint32_t(selector.exact.size());
    }
    return whole_characters(source, range);
  }
};

AnchorIndex::AnchorIndex(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
AnchorIndex::AnchorIndex(std::u16string_view text) : AnchorIndex(std::make_unique<Impl>(text)) {
  while (!impl_->prepare(text.size() + 1)) {
  }
}
AnchorIndex AnchorIndex::begin(std::u16string_view text) { return AnchorIndex(std::make_unique<Impl>(text)); }
bool AnchorIndex::prepare(size_t units) { return impl_->prepare(units); }
AnchorIndex::~AnchorIndex() = default;
AnchorIndex::AnchorIndex(AnchorIndex&&) noexcept = default;
AnchorIndex& AnchorIndex::operator=(AnchorIndex&&) noexcept = default;

std::optional<Resolution> AnchorIndex::at_position(const Selector& selector) const {
  if (selector.exact.empty()) return Resolution{};
  if (!impl_->is_unchanged(selector)) return std::nullopt;
  uint32_t begin = selector.position->begin;
  Range range = whole_characters(impl_->source, {begin, begin + uint32_t(selector.exact.size())});
  return Resolution{AnchorState::exact, range, kUnchanged, {}};
}

std::optional<Resolution> AnchorIndex::resolve_unchanged(const Selector& selector) const {
  if (std::optional<Resolution> found = at_position(selector)) return found;
  std::vector<Place> places = find_same_places(impl_->folded, impl_->grams, selector);
  if (places.empty()) return std::nullopt;
  return decide(selector, places);
}

Resolution AnchorIndex::resolve(const Selector& selector) const {
  if (std::optional<Resolution> found = at_position(selector)) return std::move(*found);
  return decide(selector, find_places(impl_->folded, impl_->grams, selector));
}

Resolution AnchorIndex::decide(const Selector& selector, const std::vector<Place>& places) const {
  Resolution result;
  if (places.empty()) return result;
  const Place& best = places.front();
  if (best.probability >= kAccept) {
    result.range = impl_->source_range(best, selector);
    result.confidence = best.probability;
    bool elsewhere = selector.position && selector.position->begin != result.range.begin;
    result.state = !best.evidence.same ? AnchorState::edited
                   : elsewhere         ? AnchorState::moved
                                       : AnchorState::exact;
    return result;
  }
  // As good as the best: at least half as probable. Only together they may be enough.
  double together = 0;
  for (const Place& place : places) {
    if (place.probability * 2 < best.probability) break;
    together += place.probability;
    result.candidates.push_back(impl_->source_range(place, selector));
  }
  if (result.candidates.size() < 2 || together < kAccept) return {};
  result.state = AnchorState::ambiguous;
  result.range = result.candidates.front();
  result.confidence = best.probability;
  std::sort(result.candidates.begin(), result.candidates.end());
  return result;
}

Selector AnchorIndex::describe(Range range) const {
  // Context that is read by people and survives edits of its own: 32 units a side as in the W3C model's examples, more only
  // where the words with it still stand elsewhere.
  constexpr uint32_t kUsual = 32, kMost = 64;
  std::u16string_view text = impl_->source;
  uint32_t n = uint32_t(text.size());
  range = whole_characters(text, range);
  auto with_context = [&](uint32_t size) {
    Range whole{range.begin > size ? range.begin - size : 0, std::min(n, range.end + size)};
    while (!is_character_border(text, whole.begin)) ++whole.begin;
    while (!is_character_border(text, whole.end)) --whole.end;
    return Range{std::min(whole.begin, range.begin), std::max(whole.end, range.end)};
  };
  Range whole = with_context(kUsual);
  for (uint32_t size = kUsual + 8; size <= kMost; size += 8) {
    std::u16string words = fold(text.substr(whole.begin, whole.size()));
    if (impl_->grams.occurrences(words, 2).size() < 2) break;
    whole = with_context(size);
  }
  Selector selector;
  selector.exact = text.substr(range.begin, range.size());
  selector.prefix = text.substr(whole.begin, range.begin - whole.begin);
  selector.suffix = text.substr(range.end, whole.end - range.end);
  selector.position = range;
  return selector;
}

Selector describe(const AnchorIndex& index, const Article& article, Range range) {
  Selector selector = index.describe(range);
  selector.fragment = text_fragment(article.text, *selector.position);
  constexpr size_t kHeading = 160;  // enough to know it by
  std::u16string_view heading = heading_over(article, selector.position->begin);
  Range part = whole_characters(heading, {0, uint32_t(std::min(heading.size(), kHeading))});
  selector.heading = heading.substr(0, part.end);
  return selector;
}

std::string text_fragment(std::u16string_view text, Range range) {
  range = whole_characters(text, range);
  auto encode = [](std::u16string_view part) {
    std::string out;
    for (char byte : to_utf8(part)) {
      bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                   (byte >= '0' && byte <= '9') || byte == '.' || byte == '_' || byte == '~' || byte == '!' ||
                   byte == '*' || byte == '(' || byte == ')';
      if (plain)
        out += byte;
      else
        (((out += '%') += "0123456789ABCDEF"[uint8_t(byte) >> 4]) += "0123456789ABCDEF"[byte & 15]);
    }
    return out;
  };
  // A directive's text must lie in one block; a long or broken one is given by its first and last words.
  constexpr uint32_t kLong = 120;
  constexpr size_t kEdgeWords = 4;
  std::u16string_view claim = text.substr(range.begin, range.size());
  std::string out = ":~:text=";
  std::vector<Range> all = words(claim);
  if ((claim.size() <= kLong && claim.find(u'\n') == claim.npos) || all.size() < 2 * kEdgeWords)
    return out + encode(claim);
  return out + encode(claim.substr(0, all[kEdgeWords - 1].end)) + "," +
         encode(claim.substr(all[all.size() - kEdgeWords].begin));
}

}  // namespace who_says
