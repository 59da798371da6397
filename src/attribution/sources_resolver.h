#pragma once

#include <unordered_set>
#include <vector>

#include "attribution/sources_antecedents.h"
#include "attribution/sources_cast.h"
#include "attribution/sources_items.h"
#include "attribution/sources_scan.h"
#include "attribution/steps.h"

namespace who_says {

/// Finds the figure behind each source. Names first, in reading order, then descriptions and pronouns, from the outer contents
/// inwards: who says something is known before it is asked whom "he" means inside.
class SourceResolver {
 public:
  /// Sets `link` of the attributions.
  SourceResolver(const SourceText& text, Detection& detection, Cast& cast, std::vector<SourceItem>& items)
      : text_(text),
        detection_(detection),
        cast_(cast),
        items_(items),
        figure_of_(detection.attributions.size(), kNone),
        scan_(text, items) {}
  /// Adds what it does; one unit is about what looking at a token for a name takes. `items` must be complete when that begins.
  void add_to(Steps& steps);
  /// The figure of each attribution, when all is done; kNone = it has no source.
  const std::vector<int>& figures() const { return figure_of_; }

 private:
  void note_capitals(size_t block);
  void note_body(const Phrase& phrase);
  void name_elsewhere(Phrase& phrase);
  void judge_possessed(const Phrase& phrase);
  uint32_t name_next();
  void name(SourceItem& item);
  void guess_state(SourceItem& item);
  void guess_outlet(SourceItem& item);
  void follow(const SourceItem& item);
  void resolve(SourceItem& item);
  void resolve_pronoun(SourceItem& item);
  void resolve_description(SourceItem& item);
  bool means_issuer(SourceItem& item);
  bool settle_speaking_for(SourceItem& item, int body, ChainLink link, ReasonParts why);
  int named_just_before(const SourceItem& item);
  bool in_parts(const SourceItem& item) const;
  bool means_locals(uint32_t token) const;
  int group_spoken_of(uint32_t token);
  int person_spoken_of(uint32_t token, bool several);
  int group_meant(const SourceItem& item, bool any_before);
  void learn_from_group(const SourceItem& item);
  bool means_part_of_group(SourceItem& item);
  bool means_own_body(SourceItem& item);
  void settle(SourceItem& item, int figure, ChainLink link, ReasonParts why);
  int new_figure(SourceItem& item);
  int body_figure(TokenSpan words);
  Standing standing(const SourceItem& item) const;
  int speaker_of(int attribution) const;

  const SourceText& text_;
  Detection& detection_;
  Cast& cast_;
  std::vector<SourceItem>& items_;
  std::vector<int> figure_of_;  ///< by attribution
  NameScan scan_;
  size_t item_ = 0, other_ = 0;  ///< the next of items_ and scan_.found to be named
  std::vector<uint32_t> order_;  ///< of items_, outer ones first
  std::unordered_set<std::u16string>
      capitals_;  ///< words with a capital, for demonyms of countries that are not known
  std::unordered_set<std::u16string> of_bodies_;  ///< last words of bodies: "Foreign Ministry of | Tarsk"
  WordMap<int> by_words_;                         ///< descriptions without "a", by their words
};

}  // namespace who_says
