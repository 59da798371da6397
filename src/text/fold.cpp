#include "text/fold.h"

#include <algorithm>
#include <iterator>

#include "text/letters.h"

namespace who_says {
namespace {

#include "text/fold_table.inc"

constexpr char16_t kHalfWidthKana[] =
    u"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモ"
    u"ヤユヨラリルレロワン\u3099\u309A";

// The zero-width joiner is not here: it holds emoji together.
bool is_ignored(char16_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || c == 0x200B || c == 0x200C || c == 0x200E ||
         c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_line_break(char16_t c) { return (c >= 0xA && c <= 0xD) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_plain(char16_t c) { return c > 0x20 && c < 0x7F && c != u'-' && c != u'`'; }

bool is_dash(char16_t c) {
  return c == u'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
         c == 0xFF0D;
}

char16_t level_quote(char16_t c) {
  switch (c) {
    case u'`':
    case 0xB4:
    case 0x2B9:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
      return u'\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
      return u'"';
    default:
      return c;
  }
}

// One unit to one unit.
char16_t level(char16_t c) {
  if (c < 0x80) return c == u'`' ? u'\'' : c;
  if (c >= 0xFF01 && c <= 0xFF5E) return level_quote(char16_t(c - 0xFEE0));
  if (c >= 0xFF61 && c <= 0xFF9F) return kHalfWidthKana[c - 0xFF61];
  if (c == 0x340 || (c >= 0x341 && c <= 0x387) || (c >= 0x1F71 && c <= 0x232A)) {
    auto single = std::lower_bound(std::begin(kSingles), std::end(kSingles), c,
                                   [](const uint16_t* pair, char16_t wanted) { return pair[0] < wanted; });
    if (single != std::end(kSingles) && (*single)[0] == c) c = (*single)[1];
  }
  return level_quote(c);
}

const char16_t* expansion(char16_t c) {
  switch (c) {
    case 0x2026:
      return u"...";
    case 0xFB00:
      return u"ff";
    case 0xFB01:
      return u"fi";
    case 0xFB02:
      return u"fl";
    case 0xFB03:
      return u"ffi";
    case 0xFB04:
      return u"ffl";
    case 0xFB05:
    case 0xFB06:
      return u"st";
    default:
      return nullptr;
  }
}

// The character that `base` and `mark` make together; 0 when there is none.
char16_t compose(char16_t base, char16_t mark) {
  if (mark < 0x300) return 0;
  if (mark >= 0x1161 && mark <= 0x1175 && base >= 0x1100 && base <= 0x1112) {
    return char16_t(0xAC00 + ((base - 0x1100) * 21 + (mark - 0x1161)) * 28);
  }
  if (mark >= 0x11A8 && mark <= 0x11C2 && base >= 0xAC00 && base <= 0xD7A3 && (base - 0xAC00) % 28 == 0) {
    return char16_t(base + (mark - 0x11A7));
  }
  const uint16_t* found = std::lower_bound(std::begin(kMarks), std::end(kMarks), uint16_t(mark));
  if (found == std::end(kMarks) || *found != mark) return 0;
  const uint16_t* first = kBases + kMarkBegin[found - kMarks];
  const uint16_t* last = kBases + kMarkBegin[found - kMarks + 1];
  const uint16_t* pair = std::lower_bound(first, last, uint16_t(base));
  return pair != last && *pair == base ? char16_t(kComposites[pair - kBases]) : char16_t(0);
}

bool is_combining(char16_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x591 && c <= 0x5C7) || (c >= 0x64B && c <= 0x655) ||
         c == 0x3099 || c == 0x309A;
}

}  // namespace

// Walks the source once. `base` is the last character that marks may still join.
class Folder {
 public:
  Folder(std::u16string_view source, FoldedText& out) : source_(source), out_(out) {
    out_.text_.reserve(source_.size());
    out_.source_size_ = uint32_t(source_.size());
  }

  bool run(size_t units) {
    size_t end = std::min<size_t>(source_.size(), at_ + units);
    while (at_ < end) at_ = step(at_);
    return at_ >= source_.size();
  }

 private:
  uint32_t size() const { return uint32_t(out_.text_.size()); }

  uint32_t step(uint32_t at) {
    char16_t c = source_[at];
    if (is_plain(c)) return plain_run(at);
    if (is_space(c)) {
      uint32_t end = run_of(at, is_space, u' ');
      if (std::any_of(source_.begin() + at, source_.begin() + end, is_line_break))
        out_.breaks_.push_back(size() - 1);
      return end;
    }
    if (is_dash(c)) return run_of(at, is_dash, u'-');
    if (is_ignored(c) || (c == 0x200D && !joins_symbols(at))) {
      knot(size(), at, 0, 1);
      return at + 1;
    }
    if (const char16_t* letters = expansion(c)) {
      uint32_t begin = size();
      out_.text_ += letters;
      knot(begin, at, size() - begin, 1);
      base_ = kNone;
      return at + 1;
    }
    c = level(c);
    if (char16_t joined = base_ == kNone ? char16_t(0) : compose(out_.text_[base_], c)) {
      join(joined, at);
      return at + 1;
    }
    if (!is_combining(c)) {
      base_ = size();
      base_source_ = at;
    }
    out_.text_.push_back(c);
    return at + 1;
  }

  // Most of most texts: what folds to itself, with single spaces between.
  uint32_t plain_run(uint32_t at) {
    uint32_t end = at + 1, most = uint32_t(std::min<size_t>(source_.size(), size_t{at} + kPlainRun));
    while (end < most && (is_plain(source_[end]) ||
                          (source_[end] == u' ' && end + 1 < most && is_plain(source_[end + 1])))) {
      ++end;
    }
    out_.text_.append(source_, at, end - at);
    base_ = size() - 1;
    base_source_ = end - 1;
    return end;
  }

  bool joins_symbols(uint32_t at) const {
    return at > 0 && at + 1 < source_.size() && source_[at - 1] >= 0x2000 && source_[at + 1] >= 0x2000;
  }

  // What folds away inside a run belongs to it, unless the run ends with it.
  template <class Is>
  uint32_t run_of(uint32_t at, Is is, char16_t c) {
    uint32_t end = at + 1;
    for (uint32_t i = end; i < source_.size(); ++i) {
      if (is(source_[i]))
        end = i + 1;
      else if (!is_ignored(source_[i]))
        break;
    }
    if (end - at > 1) knot(size(), at, 1, end - at);
    base_ = kNone;
    out_.text_.push_back(c);
    return end;
  }

  // A mark joins the base: one knot from the base to here, with whatever stood between.
  void join(char16_t joined, uint32_t at) {
    out_.text_[base_] = joined;
    while (!out_.knots_.empty() && out_.knots_.back().source >= base_source_) out_.knots_.pop_back();
    knot(base_, base_source_, size() - base_, at + 1 - base_source_);
  }

  void knot(uint32_t folded, uint32_t source, uint32_t folded_size, uint32_t source_size) {
    auto& knots = out_.knots_;
    if (folded_size == 0 && !knots.empty() && knots.back().folded_size == 0 &&
        knots.back().source + knots.back().source_size == source) {
      knots.back().source_size += source_size;
      return;
    }
    knots.push_back({folded, source, folded_size, source_size});
  }

  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kPlainRun = 1024;  // a step folds hardly more than it was asked to
  std::u16string_view source_;
  FoldedText& out_;
  uint32_t at_ = 0;
  uint32_t base_ = kNone;
  uint32_t base_source_ = 0;
};

FoldedText::FoldedText(std::u16string_view source) { Folder(source, *this).run(source.size()); }

Folding::Folding(std::u16string_view source, FoldedText& out)
    : folder_(std::make_unique<Folder>(source, out)) {}
Folding::~Folding() = default;
bool Folding::step(size_t units) { return folder_->run(units); }

const FoldedText::Knot* FoldedText::last_knot(uint32_t offset, uint32_t Knot::*side) const {
  auto after = std::upper_bound(knots_.begin(), knots_.end(), offset,
                                [side](uint32_t wanted, const Knot& knot) { return wanted < knot.*side; });
  return after == knots_.begin() ? nullptr : &*(after - 1);
}

bool FoldedText::breaks_at(uint32_t folded) const {
  return std::binary_search(breaks_.begin(), breaks_.end(), folded);
}

uint32_t FoldedText::source_begin(uint32_t folded) const {
  const Knot* knot = last_knot(folded, &Knot::folded);
  if (!knot) return folded;
  if (folded < knot->folded + knot->folded_size) return knot->source;
  return knot->source + knot->source_size + (folded - knot->folded - knot->folded_size);
}

uint32_t FoldedText::source_end(uint32_t folded) const {
  if (folded == 0) return 0;
  const Knot* knot = last_knot(folded - 1, &Knot::folded);
  if (!knot) return folded;
  if (folded - 1 < knot->folded + knot->folded_size) return knot->source + knot->source_size;
  return knot->source + knot->source_size + (folded - knot->folded - knot->folded_size);
}

Range FoldedText::to_source(Range folded) const {
  uint32_t size = uint32_t(text_.size());
  folded.begin = std::min(folded.begin, size);
  folded.end = std::clamp(folded.end, folded.begin, size);
  uint32_t begin = folded.begin == size ? source_end(size) : source_begin(folded.begin);
  return {begin, folded.empty() ? begin : source_end(folded.end)};
}

Range FoldedText::to_folded(Range source) const {
  source.begin = std::min(source.begin, source_size_);
  source.end = std::clamp(source.end, source.begin, source_size_);
  auto place = [this](uint32_t offset, bool up) {
    const Knot* knot = last_knot(offset, &Knot::source);
    if (!knot) return offset;
    uint32_t inside = offset - knot->source;
    if (inside >= knot->source_size) return knot->folded + knot->folded_size + (inside - knot->source_size);
    return knot->folded + (up && inside > 0 ? knot->folded_size : 0);
  };
  uint32_t begin = place(source.begin, false);
  return {begin, source.empty() ? begin : std::max(begin, place(source.end, true))};
}

std::u16string fold(std::u16string_view text) { return FoldedText(text).text(); }

}  // namespace who_says
