#include "app/models.h"

namespace who_says {
namespace {

/// A source with the numbers of the claims that it is the origin of, and of those that it passes on.
struct Row {
  const Source* source;
  size_t count = 0;
  std::string origin_of, relay_of;
};

class Paper {
 public:
  explicit Paper(const State& state) : state_(state), say_(state.words) {}

  std::string tables() {
    const std::vector<const Claim*>& claims = claims_in_order(state_);
    kinds_ = legend_of(state_, claims);
    out_ += say_("filter.kind");
    for (const LegendItem& kind : kinds_) {
      row("", kind.hue);
      cell(kind.label);
    }
    out_ += '\x1d';
    out_ += say_("tab.claims");
    for (const Claim* claim : claims) add(*claim);
    out_ += '\x1d';
    out_ += say_("tab.sources");
    out_ += "\x1e\x1f";
    for (const char* key :
         {"paper.source", "filter.kind", "editor.office", "paper.often", "tab.claims", "paper.relay"})
      cell(say_(key));
    for (const Row& one : rows_) {
      const Source* source = one.source;
      out_ += "\x1e\x1f";
      cell(source ? source->name : say_("nobody"));
      cell(source ? kind_label(state_, state_.shown, source) : "");
      cell(source ? say_("office." + std::string(word(source->office))) : "");
      cell(say_.number(one.count));
      cell(one.origin_of);
      cell(one.relay_of);
    }
    return std::move(out_);
  }

 private:
  void cell(const std::string& words) {
    out_ += '\x1f';
    out_ += words;
  }
  /// Begins a row with what TypeScript needs to know of it, and the letter of its kind.
  void row(const std::string& claim, Hue hue) {
    out_ += '\x1e';
    out_ += claim;
    out_ += '\x1f';
    out_ += word(hue);
    out_ += '\x1f';
    char letter = 'A';
    for (const LegendItem& kind : kinds_) {
      if (kind.hue == hue) break;
      ++letter;
    }
    out_ += letter;
  }
  void count(const Source* source, std::string Row::*list, const std::string& number) {
    size_t at = 0;
    while (at < rows_.size() && rows_[at].source != source) ++at;
    if (at == rows_.size()) rows_.push_back({source, 0, {}, {}});
    std::string& numbers = rows_[at].*list;
    if (!numbers.empty()) numbers += say_("list.comma");
    numbers += number;
    ++rows_[at].count;
  }
  void add(const Claim& claim) {
    CardModel card = card_model(state_, claim);
    std::string number = say_.number(++numbered_);
    row(claim.id, card.hue);
    for (const std::string* words : {&number, &card.quote, &card.kind, &card.who, &card.who_details,
                                     &card.directness, &card.badge, &card.anchor})
      cell(*words);
    const Source* origin = origin_of(state_.shown, claim);
    count(origin, &Row::origin_of, number);
    for (const Hop& hop : claim.chain)
      if (const Source* source = state_.shown.find_source(hop.source); source && source != origin)
        count(source, &Row::relay_of, number);
  }

  const State& state_;
  const InterfaceWords& say_;
  std::vector<LegendItem> kinds_;
  std::vector<Row> rows_;
  size_t numbered_ = 0;
  std::string out_;
};

}  // namespace

std::string paper_of(const State& state) { return Paper(state).tables(); }

}  // namespace who_says
