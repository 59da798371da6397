#pragma once

#include <string>
#include <vector>

#include "attribution/detection.h"
#include "attribution/phrases.h"

namespace who_says {

/// One place where attributions have their source.
struct SourceItem {
  Phrase phrase;
  std::vector<int> attributions;  ///< whose source it is (part of)
  int parent = kNone;             ///< attribution in whose content it stands
  uint32_t depth = 0;             ///< contents around it
  bool quoted = false;            ///< inside quotation marks
  int figure = kNone;
  ChainLink link = ChainLink::explicit_;
  std::string why;  ///< why these words are taken to mean the figure
};

/// The places of all sources, in reading order, with the contents that they stand in.
std::vector<SourceItem> source_items(const SourceText& text, const Detection& detection);

}  // namespace who_says
