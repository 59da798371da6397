#include "classroom/agreement.h"

#include <map>
#include <set>

#include "classroom/agreement_words.h"

namespace who_says {
namespace {

using Counts = std::map<std::string, double>;

/// Pairs of values of two coders, where both gave one.
struct Pairs {
  double n = 0, same = 0;
  Counts first, second;
  std::set<std::string> categories;
};
Pairs pairs_of(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  Pairs out;
  for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i].empty() || b[i].empty()) continue;
    out.n += 1;
    out.same += a[i] == b[i];
    out.first[a[i]] += 1;
    out.second[b[i]] += 1;
    out.categories.insert({a[i], b[i]});
  }
  return out;
}
double count(const Counts& counts, const std::string& key) {
  auto at = counts.find(key);
  return at == counts.end() ? 0 : at->second;
}

/// 1 - what is missing to full agreement, in parts of what chance leaves missing.
Agreement corrected(double observed, double expected) {
  if (expected >= 1) return undefined(Accord::all_same);
  return agreed((observed - expected) / (1 - expected), observed, expected);
}

}  // namespace

Agreement krippendorff_alpha(const Codes& codes) {
  size_t units = 0;
  for (const auto& row : codes) units = std::max(units, row.size());
  Counts totals;
  double same = 0, n = 0;
  for (size_t u = 0; u < units; ++u) {
    Counts values;
    double m = 0;
    for (const auto& row : codes)
      if (u < row.size() && !row[u].empty()) values[row[u]] += 1, m += 1;
    if (m < 2) continue;  // a value that is alone pairs with none
    n += m;
    for (const auto& [value, k] : values) {
      totals[value] += k;
      same += k * (k - 1) / (m - 1);
    }
  }
  if (n == 0) return undefined(Accord::no_pair);
  double chance = 0;
  for (const auto& [value, k] : totals) chance += k * (k - 1);
  double expected = n * (n - 1) - chance;
  if (expected <= 0) return undefined(Accord::all_same);
  double seen = (n - same) / n, by_chance = expected / (n * (n - 1));
  return agreed(1 - seen / by_chance, seen, by_chance);
}

Agreement cohen_kappa(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  Pairs pairs = pairs_of(a, b);
  if (pairs.n == 0) return undefined(Accord::none_in_common);
  double expected = 0;
  for (const auto& [value, k] : pairs.first) expected += k * count(pairs.second, value);
  return corrected(pairs.same / pairs.n, expected / (pairs.n * pairs.n));
}

Agreement scott_pi(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  Pairs pairs = pairs_of(a, b);
  if (pairs.n == 0) return undefined(Accord::none_in_common);
  double expected = 0;
  for (const std::string& value : pairs.categories) {
    double share = (count(pairs.first, value) + count(pairs.second, value)) / (2 * pairs.n);
    expected += share * share;
  }
  return corrected(pairs.same / pairs.n, expected);
}

Agreement bennett_s(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  Pairs pairs = pairs_of(a, b);
  if (pairs.n == 0) return undefined(Accord::none_in_common);
  return corrected(pairs.same / pairs.n, 1.0 / static_cast<double>(pairs.categories.size()));
}

}  // namespace who_says
