#include "text/gram_index.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace who_says {
namespace {

constexpr uint32_t kGram = GramIndex::kGram;
// Votes read for one phrase. In the validation cases of tests/bench/anchoring.md 128 and 1,024 are as often right, within 0.02 %.
constexpr uint32_t kVotes = 256;
constexpr int kMarkBits = 14;  // 16,384 marks: of 600 grams, one in 28 has another's

uint64_t units(const char16_t* gram) {
  uint64_t all;
  std::memcpy(&all, gram, sizeof all);
  return all;
}

// Fibonacci hashing: 2^64 / golden ratio. The upper bits are the good ones.
uint64_t hashed(const char16_t* gram) { return units(gram) * 0x9E3779B97F4A7C15u; }

// Of 1 and more, within 0.09: straight lines between the powers of two (Mitchell 1962).
float about_log2(uint32_t x) {
  uint32_t whole = uint32_t(std::bit_width(x)) - 1;
  return float(whole) + float(x) / float(uint32_t{1} << whole) - 1;
}

// Sums of votes by the cell that they are for: a hash table with two slots for each vote there can be.
class VotesByCell {
 public:
  struct Cell {
    uint32_t number, voter;  // the last gram that voted for it
    float bits;
  };
  const Cell* begin() const { return cells_; }
  const Cell* end() const { return cells_ + size_; }

  const Cell* find(uint32_t number) const {
    uint32_t slot = slots_[slot_of(number)];
    return slot == 0 ? nullptr : &cells_[slot - 1];
  }
  // A voter counts once in a cell; voters come one after another.
  void add(uint32_t number, uint32_t voter, float bits) {
    uint16_t& slot = slots_[slot_of(number)];
    if (slot == 0) {
      cells_[size_] = {number, voter, bits};
      slot = uint16_t(++size_);
    } else if (cells_[slot - 1].voter != voter) {
      cells_[slot - 1].voter = voter;
      cells_[slot - 1].bits += bits;
    }
  }

 private:
  static constexpr uint32_t kSlots = 2 * kVotes;
  uint32_t slot_of(uint32_t number) const {
    uint32_t at = number % kSlots;
    while (slots_[at] != 0 && cells_[slots_[at] - 1].number != number) at = (at + 1) % kSlots;
    return at;
  }

  uint16_t slots_[kSlots] = {};  // place in cells_, + 1; 0 = free
  Cell cells_[kVotes];
  uint32_t size_ = 0;
};

}  // namespace

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
      ++begins_[(hashed(text_.data() + counted_) >> shift_) + 1];
    if (counted_ < count) return false;
    for (size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    next_.assign(begins_.begin(), begins_.end() - 1);
    return false;
  }
  if (!places_)
    places_.reset(new uint32_t[count]);  // all of it is written below; zeros would cost a slice of their own
  for (uint32_t end = uint32_t(std::min<size_t>(count, placed_ + units)); placed_ < end; ++placed_)
    places_[next_[hashed(text_.data() + placed_) >> shift_]++] = placed_;
  if (placed_ < count) return false;
  count_ = count;
  next_ = {};
  return true;
}

GramIndex::Bucket GramIndex::bucket(uint64_t hash) const {
  uint64_t at = hash >> shift_;
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
  Bucket rarest = bucket(hashed(phrase.data()));
  uint32_t offset = 0;
  for (uint32_t i = 1; i + kGram <= phrase.size() && rarest.size() > 1; ++i) {
    Bucket other = bucket(hashed(phrase.data() + i));
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

PhraseGrams::PhraseGrams(const GramIndex& index, std::u16string_view phrase)
    : index_(index), phrase_(phrase) {
  if (phrase.size() < kGram || index.count_ == 0) return;
  grams_.resize(phrase.size() - kGram + 1);
  float most = about_log2(index.count_ + 2);  // more than any gram's count, so that each is worth something
  uint32_t known = 0;
  const char16_t* letters = phrase.data();
  for (Gram& gram : grams_) {
    uint64_t hash = hashed(letters++);
    GramIndex::Bucket bucket = index.bucket(hash);
    gram = {bucket.begin, bucket.size(), most - about_log2(bucket.size() + 1),
            uint16_t(hash >> (64 - kMarkBits))};
    if (gram.count == 0) continue;
    ++known;
    known_bits_ += gram.bits;
  }
  known_share_ = float(known) / float(grams_.size());
}

std::vector<GramWindow> PhraseGrams::windows(uint32_t slack, size_t limit, float least) const {
  std::vector<GramWindow> result;
  if (known_share_ == 0 || limit == 0) return result;

  // The rarest grams vote: all of a count below `rare`, and the first `more` of that count.
  uint32_t of_count[kVotes + 1] = {};
  for (const Gram& gram : grams_) {
    if (gram.count <= kVotes) ++of_count[gram.count];
  }
  uint32_t rare = 1, left = kVotes;
  for (; rare <= kVotes && of_count[rare] * rare <= left; ++rare) left -= of_count[rare] * rare;
  uint32_t more = rare <= kVotes ? left / rare : 0;
  if (left == kVotes && more == 0) {  // only common ones: the rarest votes alone, with its first places
    rare = UINT32_MAX;
    for (const Gram& gram : grams_) {
      if (gram.count > 0) rare = std::min(rare, gram.count);
    }
    more = 1;
  }

  // Votes for the place where the phrase begins, in cells of `width` units.
  uint32_t width = std::max<uint32_t>(16, slack);
  uint32_t shift = uint32_t(phrase_.size());  // keeps begins left of the text at or above 0
  VotesByCell votes;
  float voted = 0;     // bits of the grams that vote
  uint32_t known = 0;  // grams that stand in the text; of those too common to be read it is believed
  for (uint32_t offset = 0; offset < grams_.size(); ++offset) {
    const Gram& gram = grams_[offset];
    if (gram.count > rare || (gram.count == rare && more == 0)) {
      ++known;
      continue;
    }
    more -= gram.count == rare;
    uint64_t letters = units(phrase_.data() + offset);
    const uint32_t* end = gram.places + std::min(gram.count, kVotes);
    bool stands = false;  // not only others of its slot
    for (const uint32_t* place = gram.places; place != end; ++place) {
      if (units(index_.text_.data() + *place) != letters) continue;
      votes.add((*place + shift - offset) / width, offset, gram.bits);
      stands = true;
    }
    if (!stands) continue;
    voted += gram.bits;
    ++known;
  }

  // A window is two neighbouring cells, since the phrase may begin at their border.
  uint32_t size = uint32_t(index_.text_.size());
  for (const VotesByCell::Cell& cell : votes) {
    const VotesByCell::Cell* next = votes.find(cell.number + 1);
    float weight = (cell.bits + (next ? next->bits : 0)) / voted * float(known) / float(grams_.size());
    if (weight < least) continue;
    int64_t begin = int64_t(cell.number) * width - shift - slack;
    int64_t end =
        int64_t(cell.number + 1 + (next != nullptr)) * width - shift + int64_t(phrase_.size()) + slack;
    Range range{uint32_t(std::max<int64_t>(0, begin)), uint32_t(std::clamp<int64_t>(end, 0, size))};
    if (!range.empty()) result.push_back({range, weight});
  }
  size_t kept = std::min(limit * 4, result.size());
  auto better = [](const GramWindow& a, const GramWindow& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.range.begin < b.range.begin;
  };
  std::partial_sort(result.begin(), result.begin() + long(kept), result.end(), better);
  result.resize(kept);
  // Neighbours of a better window cover the same text.
  std::vector<GramWindow> apart;
  for (const GramWindow& window : result) {
    bool covered = false;
    for (const GramWindow& other : apart)
      covered |= intersect(window.range, other.range).size() * 4 > window.range.size() * 3;
    if (!covered) apart.push_back(window);
    if (apart.size() == limit) break;
  }
  return apart;
}

float PhraseGrams::share(Range range) const {
  if (known_share_ == 0) return grams_.empty() ? 1.0f : 0.0f;
  range = intersect(range, {0, uint32_t(index_.text_.size())});
  uint64_t marks[(1 << kMarkBits) / 64] = {};
  for (uint32_t at = range.begin; at + kGram <= range.end; ++at) {
    uint64_t mark = hashed(index_.text_.data() + at) >> (64 - kMarkBits);
    marks[mark / 64] |= uint64_t{1} << (mark % 64);
  }
  float found = 0;
  for (const Gram& gram : grams_) {
    if (gram.count > 0 && marks[gram.mark / 64] >> (gram.mark % 64) & 1) found += gram.bits;
  }
  return found / known_bits_ * known_share_;
}

}  // namespace who_says
