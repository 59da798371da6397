// Krippendorff's alpha for unitizing. Each coder divides the continuum into sections, marks and the gaps between them; what follows
// compares the sections of two coders that meet, and what chance would make of marks and gaps of these lengths.

#include <algorithm>
#include <map>
#include <set>

#include "classroom/agreement_words.h"

namespace who_says {
namespace {

struct Section {
  int64_t begin, end;
  bool marked;
  double length() const { return static_cast<double>(end - begin); }
};
using Sections = std::vector<Section>;

Sections sections_of(const std::vector<Unit>& units, int coder, int64_t length, const std::string& category) {
  std::vector<std::pair<int64_t, int64_t>> marks;
  for (const Unit& unit : units) {
    if (unit.coder != coder || unit.category != category) continue;
    int64_t begin = std::clamp<int64_t>(unit.begin, 0, length),
            end = std::clamp<int64_t>(unit.end, 0, length);
    if (begin < end) marks.push_back({begin, end});
  }
  std::sort(marks.begin(), marks.end());
  Sections out;
  int64_t at = 0;
  for (auto [begin, end] : marks) {
    if (!out.empty() && out.back().marked && begin < out.back().end) {  // touching marks stay two
      out.back().end = std::max(out.back().end, end);
    } else {
      if (begin > at) out.push_back({at, begin, false});
      out.push_back({begin, end, true});
    }
    at = out.back().end;
  }
  if (at < length) out.push_back({at, length, false});
  return out;
}

double squared(double x) { return x * x; }

/// How far two sections differ (2004, p. 253): marks that meet by how far their ends are apart, a mark inside a gap by its length.
double difference(const Section& a, const Section& b) {
  if (a.marked && b.marked && a.begin < b.end && b.begin < a.end)
    return squared(static_cast<double>(a.begin - b.begin)) + squared(static_cast<double>(a.end - b.end));
  if (a.marked && !b.marked && b.begin <= a.begin && a.end <= b.end) return squared(a.length());
  if (b.marked && !a.marked && a.begin <= b.begin && b.end <= a.end) return squared(b.length());
  return 0;
}

double observed(const std::vector<Sections>& all, double length) {
  double sum = 0;
  for (size_t i = 0; i < all.size(); ++i)
    for (size_t j = i + 1; j < all.size(); ++j)
      for (size_t g = 0, h = 0; g < all[i].size() && h < all[j].size();) {
        const Section &a = all[i][g], &b = all[j][h];
        sum += difference(a, b);
        if (a.end <= b.end) ++g;
        if (b.end <= a.end) ++h;
      }
  auto m = static_cast<double>(all.size());
  return 2 * sum / (m * (m - 1) * length * length);
}

double expected(const std::vector<Sections>& all, double length) {
  std::vector<double> marks, gaps;
  for (const Sections& one : all)
    for (const Section& section : one) (section.marked ? marks : gaps).push_back(section.length());
  auto n = static_cast<double>(marks.size()), m = static_cast<double>(all.size());
  double sum = 0, own = 0;
  // Marks and gaps of one length weigh alike; there are few lengths.
  std::map<double, double> gap_lengths;
  for (double gap : gaps) gap_lengths[gap] += 1;
  for (double l : marks) {
    double room = 0;
    for (auto at = gap_lengths.lower_bound(l); at != gap_lengths.end(); ++at)
      room += at->second * (at->first - l + 1);
    sum += (n - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * room;
    own += l * (l - 1);
  }
  return 2 / length * sum / (m * length * (m * length - 1) - own);
}

Agreement from(double observed, double expected) {
  return agreed(1 - observed / expected, observed, expected);
}

}  // namespace

Agreement unitizing_alpha(const std::vector<Unit>& units, int coders, int64_t length,
                          const std::string& category) {
  if (coders < 2) return undefined(Accord::alone);
  if (length < 1) return undefined(Accord::no_text);
  std::vector<Sections> all;
  for (int coder = 0; coder < coders; ++coder) all.push_back(sections_of(units, coder, length, category));
  auto l = static_cast<double>(length);
  double chance = expected(all, l);
  if (chance <= 0) return undefined(Accord::no_marks);
  return from(observed(all, l), chance);
}

Agreement unitizing_alpha(const std::vector<Unit>& units, int coders, int64_t length) {
  std::set<std::string> categories;
  for (const Unit& unit : units) categories.insert(unit.category);
  if (categories.size() < 2)
    return unitizing_alpha(units, coders, length, categories.empty() ? "" : *categories.begin());
  double seen = 0, chance = 0;
  for (const std::string& category : categories) {
    Agreement one = unitizing_alpha(units, coders, length, category);
    if (!one.value) return one;
    seen += one.observed;
    chance += one.expected;
  }
  auto n = static_cast<double>(categories.size());
  return from(seen / n, chance / n);
}

}  // namespace who_says
