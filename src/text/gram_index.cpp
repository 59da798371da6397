#include "text/gram_index.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace who_says {
namespace {

// Votes read for one phrase: sorting them is most of what a quote that is gone costs. Any number from 256 to 4,096 finds the same
// places in the cases of tests/bench/anchoring.md.
constexpr uint32_t kVotes = 256;

}  // namespace

uint32_t GramIndex::slot(const char16_t* gram) const {
  uint64_t units =
      uint64_t(gram[0]) | uint64_t(gram[1]) << 16 | uint64_t(gram[2]) << 32 | uint64_t(gram[3]) << 48;
  return uint32_t(units * 0x9E3779B97F4A7C15u >> shift_);  // Fibonacci hashing: 2^64 / golden ratio
}

GramIndex::GramIndex(std::u16string_view text) {
  begin(text);
  while (!step(text.size())) {
  }
}

void GramIndex::begin(std::u16string_view text) {
  *this = {};
  text_ = text;
  if (text.size() < kGram) return;
  // About one slot for four places, so that buckets stay short and small texts stay small.
  uint32_t bits = uint32_t(std::clamp(int(std::bit_width(text.size() - kGram + 1)) - 2, 6, 18));
  shift_ = 64 - bits;
  begins_.assign((size_t{1} << bits) + 1, 0);
}

bool GramIndex::step(size_t units) {
  if (begins_.empty()) return true;
  uint32_t count = uint32_t(text_.size()) - kGram + 1;
  if (counted_ < count) {
    for (uint32_t end = uint32_t(std::min<size_t>(count, counted_ + units)); counted_ < end; ++counted_)
      ++begins_[slot(text_.data() + counted_) + 1];
    if (counted_ < count) return false;
    for (size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    next_.assign(begins_.begin(), begins_.end() - 1);
    return false;
  }
  if (!places_)
    places_.reset(new uint32_t[count]);  // all of it is written below; zeros would cost a slice of their own
  for (uint32_t end = uint32_t(std::min<size_t>(count, placed_ + units)); placed_ < end; ++placed_)
    places_[next_[slot(text_.data() + placed_)]++] = placed_;
  if (placed_ < count) return false;
  count_ = count;
  next_ = {};
  return true;
}

GramIndex::Bucket GramIndex::bucket(const char16_t* gram) const {
  uint32_t at = slot(gram);
  return {places_.get() + begins_[at], places_.get() + begins_[at + 1]};
}

std::vector<uint32_t> GramIndex::occurrences(std::u16string_view phrase, size_t limit) const {
  std::vector<uint32_t> found;
  if (phrase.empty() || phrase.size() > text_.size() || limit == 0) return found;
  if (phrase.size() < kGram) {
    for (size_t at = text_.find(phrase); at != text_.npos && found.size() < limit;
         at = text_.find(phrase, at + 1)) {
      found.push_back(uint32_t(at));
    }
    return found;
  }
  Bucket rarest = bucket(phrase.data());
  uint32_t offset = 0;
  for (uint32_t i = 1; i + kGram <= phrase.size() && rarest.size() > 1; ++i) {
    Bucket other = bucket(phrase.data() + i);
    if (other.size() < rarest.size()) {
      rarest = other;
      offset = i;
    }
  }
  for (const uint32_t* place = rarest.begin; place != rarest.end && found.size() < limit; ++place) {
    if (*place >= offset && text_.substr(*place - offset, phrase.size()) == phrase)
      found.push_back(*place - offset);
  }
  return found;
}

std::vector<GramIndex::Window> GramIndex::windows(std::u16string_view phrase, uint32_t slack,
                                                  size_t limit) const {
  std::vector<Window> result;
  if (phrase.size() < kGram || count_ == 0 || limit == 0) return result;

  struct Seed {
    uint32_t offset;
    uint32_t count;
  };
  std::vector<Seed> seeds;
  float all = 0;
  auto bits = [&](uint32_t count) { return std::log2(float(count_ + 1) / float(count + 1)); };
  for (uint32_t i = 0; i + kGram <= phrase.size(); ++i) {
    uint32_t count = bucket(phrase.data() + i).size();
    all += bits(count);
    if (count > 0) seeds.push_back({i, count});
  }
  std::sort(seeds.begin(), seeds.end(), [](Seed a, Seed b) { return a.count < b.count; });

  // Votes for the place where the phrase begins, in cells of `width`; a place and the phrase drift apart by less than `slack`.
  uint32_t width = std::max<uint32_t>(16, slack);
  std::vector<uint64_t> votes;               // cell, then offset
  std::vector<float> worth(phrase.size());   // of the gram at an offset
  uint32_t shift = uint32_t(phrase.size());  // keeps begins left of the text at or above 0
  for (Seed seed : seeds) {
    if (votes.size() + seed.count > kVotes && !votes.empty()) break;
    Bucket places = bucket(phrase.data() + seed.offset);
    std::u16string_view gram = phrase.substr(seed.offset, kGram);
    uint32_t read = 0;
    worth[seed.offset] = bits(seed.count);
    for (const uint32_t* place = places.begin; place != places.end && read < kVotes; ++place, ++read) {
      if (text_.substr(*place, kGram) != gram) continue;
      votes.push_back(uint64_t((*place + shift - seed.offset) / width) << 32 | seed.offset);
    }
  }
  if (votes.empty()) return result;
  std::sort(votes.begin(), votes.end());
  votes.erase(std::unique(votes.begin(), votes.end()), votes.end());  // a gram counts once a cell

  // A window is two neighbouring cells, since the phrase may begin at their border.
  struct Cell {
    uint32_t cell;
    float bits;
  };
  std::vector<Cell> cells;
  for (uint64_t vote : votes) {
    uint32_t cell = uint32_t(vote >> 32);
    if (cells.empty() || cells.back().cell != cell) cells.push_back({cell, 0});
    cells.back().bits += worth[uint32_t(vote)];
  }
  for (size_t i = 0; i < cells.size(); ++i) {
    bool joined = i + 1 < cells.size() && cells[i + 1].cell == cells[i].cell + 1;
    int64_t begin = int64_t(cells[i].cell) * width - shift - slack;
    int64_t end = int64_t(cells[i].cell + 1 + joined) * width - shift + int64_t(phrase.size()) + slack;
    Range range{uint32_t(std::max<int64_t>(0, begin)),
                uint32_t(std::clamp<int64_t>(end, 0, int64_t(text_.size())))};
    if (!range.empty()) result.push_back({range, (cells[i].bits + (joined ? cells[i + 1].bits : 0)) / all});
  }
  size_t kept = std::min(limit * 4, result.size());
  auto better = [](const Window& a, const Window& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.range.begin < b.range.begin;
  };
  std::partial_sort(result.begin(), result.begin() + long(kept), result.end(), better);
  result.resize(kept);
  // Neighbours of a better window cover the same text.
  std::vector<Window> apart;
  for (const Window& window : result) {
    bool covered = false;
    for (const Window& other : apart)
      covered |= intersect(window.range, other.range).size() * 4 > window.range.size() * 3;
    if (!covered) apart.push_back(window);
    if (apart.size() == limit) break;
  }
  return apart;
}

}  // namespace who_says
