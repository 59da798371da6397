#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace who_says {

/// What an agreement comes to, or why it has no value. The class page says it in its language (assets/words/class.*.json), reports in
/// English.
enum class Accord : uint8_t {
  well,
  with_care,
  in_part,
  by_chance,
  below_chance,
  all_same,
  no_pair,
  none_in_common,
  alone,
  no_text,
  no_marks,
};
inline constexpr size_t kAccords = static_cast<size_t>(Accord::no_marks) + 1;
/// The end of its sentence's key: "accord." + this.
std::string_view accord_word(Accord accord);

/// How far people agree beyond what chance would give: 1 = wholly, 0 = as by chance, below = less than that. No value where it is
/// undefined.
struct Agreement {
  std::optional<double> value;
  double observed = 0, expected = 0;  ///< agreement for kappa and pi, disagreement for alpha
  Accord accord = Accord::no_pair;
};
/// "0.85: they agree well …", or "n/a: " with the reason.
std::string in_english(const Agreement& of);

/// What each coder (row) gave each unit (column); "" = nothing.
using Codes = std::vector<std::vector<std::string>>;

/// Krippendorff's α for nominal data with gaps, by the matrix of coincidences (Krippendorff 2011, "Computing Krippendorff's
/// Alpha-Reliability", section C and D). Undefined without two values in one unit, and where all values are the same.
Agreement krippendorff_alpha(const Codes& codes);
/// Cohen's κ (1960) of two coders over the units that both coded: chance by each one's own habits.
Agreement cohen_kappa(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// Scott's π (1955) of the same: chance by the habits of both together.
Agreement scott_pi(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// Bennett, Alpert and Goldstein's S (1954): chance as if all categories that occur were equally frequent.
Agreement bennett_s(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// A marked stretch of a continuum: words `begin` to `end`, half-open, with its category.
struct Unit {
  int coder = 0;
  int64_t begin = 0, end = 0;
  std::string category;
};
/// Krippendorff's α for unitizing, uα (Krippendorff 1995; 2004, Content Analysis, 2nd edition, section 11.6), of `coders` coders
/// on a continuum of `length` words. It compares where marks begin and end, not only which words are in them. Of several categories
/// the mean disagreements. Marks of one coder and category that overlap are joined; what lies outside the continuum is cut off.
/// Undefined with fewer than two coders, and without any mark. O(coders² · marks).
Agreement unitizing_alpha(const std::vector<Unit>& units, int coders, int64_t length);
/// The same for one category.
Agreement unitizing_alpha(const std::vector<Unit>& units, int coders, int64_t length,
                          const std::string& category);

}  // namespace who_says
