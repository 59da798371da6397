#pragma once

#include <map>
#include <string>
#include <utility>
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
  uint32_t rank = 0;              ///< by which it is resolved, lower ones first
  bool quoted = false;            ///< inside quotation marks
  int figure = kNone;
  ChainLink link = ChainLink::explicit_;
  ReasonParts why;  ///< why these words are taken to mean the figure
};

/// The places of all sources, in reading order, with the contents that they stand in; and those of "he", "him", "her" that are no
/// source, which tell whom the text goes on about: items without attributions. In steps: collect() for each attribution, pronouns() for
/// each sentence, order(), set_depth() for each item; each in rising order.
class SourceItems {
 public:
  /// All must outlive it.
  SourceItems(const SourceText& text, const Detection& detection) : text_(text), detection_(detection) {}

  void collect(size_t attribution);
  void pronouns(size_t sentence);
  void order();
  void set_depth(size_t item);

  std::vector<SourceItem> all;

 private:
  struct Piece {
    TokenSpan span;
    int owner;
  };
  const SourceText& text_;
  const Detection& detection_;
  std::map<std::pair<uint32_t, uint32_t>, size_t> known_;  ///< items by their place
  std::vector<Piece> contents_;                            ///< by their begin
  std::vector<Piece> open_;                                ///< contents around the item at hand
  size_t next_ = 0;                                        ///< of contents_
};

}  // namespace who_says
