#pragma once

#include <vector>

#include "attribution/sources_items.h"

namespace who_says {

/// Names that stand in the text, in reading order: with the title before them, with an acronym or an apposition behind them. Those
/// whose words touch a source are left out, unless they name a body inside it ("experts from the Carnegie Endowment"). In steps.
class NameScan {
 public:
  /// `sources` in reading order; both must outlive it and stay as they are.
  NameScan(const SourceText& text, const std::vector<SourceItem>& sources) : text_(text), sources_(sources) {}

  /// Looks whether a name begins at the next token; how many tokens that was, 0 = there are no more.
  uint32_t step();

  std::vector<Phrase> found;

 private:
  uint32_t from(uint32_t token);

  const SourceText& text_;
  const std::vector<SourceItem>& sources_;
  size_t next_ = 0;                             ///< of sources_
  uint32_t at_ = 0, floor_ = 0, sentence_ = 0;  ///< floor_: words before it belong to others
};

}  // namespace who_says
