#include "attribution/nested.h"

#include <algorithm>
#include <optional>

#include "attribution/citing.h"
#include "attribution/gazetteer.h"
#include "attribution/lexicon.h"
#include "attribution/nested_judge.h"
#include "attribution/network.h"
#include "attribution/range_list.h"
#include "attribution/rules.h"
#include "attribution/sort_by.h"
#include "attribution/stages.h"
#include "attribution/token_words.h"
#include "text/letters.h"
#include "text/segment.h"

namespace who_says {
namespace {

constexpr int kLevels = 3;
/// In a content even a weak cue with a clause behind it is mostly an attribution: "it intended to …", "he thinks he should …".
constexpr float kLeastNested = 0.1f;
constexpr uint32_t kFewestTokens = 4;  ///< "he denies it" holds no more than itself
/// Words of whom a source cites: longer ones run into the next clause.
constexpr uint32_t kLongestCited = 20;
constexpr uint32_t kCitedNear = 60;  ///< tokens between "reported" and "citing"
constexpr size_t kCitedKnown = 8;  ///< of those found last, how many may be at hand: keeps long texts linear

class NestedFinder {
 public:
  NestedFinder(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
               std::vector<Attribution>& all, const Weights* weights)
      : text_(text), tokens_(tokens), words_(text, tokens), lexicon_(lexicon), weights_(weights), all_(all) {}

  void add_to(Steps& steps) {
    steps.once([this] {
      by_cue_.assign(tokens_.all.size(), kNone);
      for (size_t i = 0; i < all_.size(); ++i) take(i);
    });
    steps.once([this] {
      clip_sources();
      find_cited();
    });
    for (int level = 0; level < kLevels; ++level) {
      steps.once([this] { begin_level(); });
      steps.then([this] { return static_cast<uint32_t>(reading_.run(1)); });
      steps.once([this] { take_found(); });
    }
    steps.once([this] { sort_by(all_, first_place); });
  }

 private:
  /// Cues belong to one attribution each.
  void take(size_t index) {
    for (Range range : all_[index].cue) {
      TokenSpan span = words_.in(range);
      std::fill(by_cue_.begin() + span.begin, by_cue_.begin() + span.end, static_cast<int>(index));
    }
  }
  bool is_taken(const Attribution& a) const {
    for (Range range : a.cue) {
      TokenSpan span = words_.in(range);
      for (uint32_t at = span.begin; at < span.end; ++at)
        if (by_cue_[at] != kNone) return true;
    }
    return false;
  }

  /// "The paper reports that Lunt claims …": the source of "claims" begins inside the content of "reports".
  void clip_sources() {
    for (Attribution& a : all_) {
      if (a.source.size() != 1 || a.cue.empty()) continue;
      Range& source = a.source.front();
      TokenSpan span = words_.in(source);
      for (uint32_t at = span.begin; at < span.end; ++at) {
        if (by_cue_[at] == kNone) continue;
        const Attribution& outer = all_[static_cast<size_t>(by_cue_[at])];
        if (&outer == &a || outer.content.empty()) continue;
        Range content = outer.content.front();
        if (!content.contains(a.cue.front()) || !source.contains(content.begin)) continue;
        uint32_t first = words_.from(content.begin);
        if (words_.is(first, u"that")) ++first;
        if (first < span.end) source.begin = tokens_.all[first].range.begin;
        break;
      }
    }
  }

  /// Gets ready to read the contents of the attributions that the level before has found.
  void begin_level() {
    candidates_.clear();
    spans_.clear();
    found_.clear();
    inside_ = {};
    reading_ = {};
    if (from_ == all_.size()) return;
    std::vector<TokenSpan> pieces;
    for (size_t i = from_; i < all_.size(); ++i)
      for (Range range : all_[i].content) {
        TokenSpan span = words_.in(range);
        if (span.size() >= kFewestTokens) pieces.push_back(span);
      }
    std::sort(pieces.begin(), pieces.end(), [](TokenSpan a, TokenSpan b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    uint32_t read_to = 0;
    for (TokenSpan piece : pieces) {
      if (piece.begin < read_to) continue;
      append(piece, inside_);
      read_to = piece.end;
    }
    from_ = all_.size();
    rules_.emplace(text_, inside_, lexicon_, reading_);
    reading_.append(candidates_in_steps(*rules_, kLeastNested, candidates_));
    if (weights_) {
      network_.emplace(text_, inside_, *weights_);
      reading_.then([this]() -> uint32_t {
        if (network_->done()) return 0;
        network_->step(1);
        return kStepsAToken;
      });
    }
    reading_.once([this] {
      spans_ = weights_ ? judge_nested(*rules_, std::move(candidates_), network_->take())
                        : judge_nested(*rules_, std::move(candidates_));
    });
    reading_.append(label_in_steps(*rules_, spans_, found_));
  }
  void take_found() {
    for (Attribution& a : found_) {
      if (a.cue.empty() || a.content.empty() || is_taken(a)) continue;
      // Words that stand inside somebody's quotation are given as they were said.
      if (a.directness == Directness::indirect && is_quoted(a.content)) a.directness = Directness::direct;
      all_.push_back(std::move(a));
      take(all_.size() - 1);
    }
  }
  bool is_quoted(const std::vector<Range>& content) const {
    return std::all_of(content.begin(), content.end(), [&](Range range) {
      return tokens_.all[words_.from(range.begin)].quote != Quote::outside;
    });
  }
  /// One piece of content as a paragraph; the quotation around it is not seen from inside.
  void append(TokenSpan piece, Tokens& out) const {
    uint32_t begin = static_cast<uint32_t>(out.all.size());
    uint32_t paragraph = static_cast<uint32_t>(out.paragraphs.size());
    for (uint32_t at = piece.begin; at < piece.end; ++at) {
      uint32_t place = static_cast<uint32_t>(out.all.size());
      if (at == piece.begin || tokens_.all[at].sentence != tokens_.all[at - 1].sentence)
        out.sentences.push_back({place, place});
      Token token = tokens_.all[at];
      token.paragraph = paragraph;
      token.sentence = static_cast<uint32_t>(out.sentences.size()) - 1;
      token.quote = Quote::outside;
      out.all.push_back(token);
      ++out.sentences.back().end;
    }
    out.paragraphs.push_back({begin, static_cast<uint32_t>(out.all.size())});
  }

  // ---- citing

  void find_cited() {
    if (lexicon_.language() != "en") return;
    std::vector<Attribution> added;
    std::vector<bool> gone(all_.size(), false);
    find_quoted_as(added, gone);
    // Each "citing" belongs to one: to whom it stands beside ("Kompas, citing …, said"), else whose cue is the nearest before it.
    struct Cited {
      size_t owner;
      uint32_t away;
      TokenSpan source;
    };
    std::vector<std::pair<uint32_t, Cited>> found;  // by the token of "citing"
    for (size_t i = 0; i < all_.size(); ++i) {
      const Attribution& a = all_[i];
      if (!a.statement || a.cue.empty() || a.content.empty()) continue;
      uint32_t cue = words_.from(a.cue.front().begin);
      if (cue >= tokens_.all.size() || citing(cue) > 0) continue;
      TokenSpan sentence = tokens_.sentences[tokens_.all[cue].sentence];
      uint32_t first = cue > sentence.begin + kCitedNear ? cue - kCitedNear : sentence.begin;
      uint32_t last = std::min(sentence.end, cue + kCitedNear);
      for (uint32_t at = first; at + 1 < last; ++at) {
        uint32_t behind = at + citing(at);
        if (behind == at) continue;
        // "Lund said, referring to the mayor": that is no source.
        if (words_.is(at, u"referring") && !words_.one_of(cue, kOutletVerbs)) continue;
        Range word = tokens_.all[at].range;
        if (shared_size(a.source, word) > 0) continue;
        std::vector<Range> content = content_before(a, at);
        if (content.empty()) continue;
        TokenSpan cited = cited_behind(behind, sentence.end, a, content);
        if (cited.empty() || !can_tell(cited, behind != at + 3 || words_.is(at, u"with"))) continue;
        uint32_t away = cue < at ? at - cue : kCitedNear + cue - at;
        if (!a.source.empty() && words_.in(a.source.back()).end + 1 == at) away = 0;
        auto end = found.rbegin() + static_cast<ptrdiff_t>(std::min(found.size(), kCitedKnown));
        auto known = std::find_if(found.rbegin(), end, [at](const auto& one) { return one.first == at; });
        if (known == end)
          found.push_back({at, {i, away, cited}});
        else if (away < known->second.away)
          known->second = {i, away, cited};
        break;
      }
    }
    for (const auto& [at, cited] : found) {
      Attribution& owner = all_[cited.owner];
      owner.content = content_before(owner, at);
      bool relative = words_.one_of(at, {u"which", u"who"});
      Attribution b =
          cited_by(owner, words_.range(cited.source), words_.range({at + relative, at + citing(at)}));
      int taken = by_cue_[at + relative];  // "X, citing Y" as if Y were what X says
      if (taken != kNone && static_cast<size_t>(taken) < gone.size()) gone[static_cast<size_t>(taken)] = true;
      added.push_back(std::move(b));
    }
    join(gone, std::move(added));
  }
  static Attribution cited_by(const Attribution& outer, Range source, Range cue) {
    Attribution b = outer;
    b.source = {source};
    b.cue = {cue};
    b.entity = b.relay = kNone;
    b.confidence = nested_confidence(b.confidence);
    b.reason = because("citing");
    return b;
  }
  void join(const std::vector<bool>& gone, std::vector<Attribution> added) {
    size_t kept = 0;
    for (size_t i = 0; i < all_.size(); ++i) {
      if (gone[i]) continue;
      if (kept != i) all_[kept] = std::move(all_[i]);
      ++kept;
    }
    all_.resize(kept);
    for (Attribution& b : added) all_.push_back(std::move(b));
    for (size_t i = 0; i < all_.size(); ++i) take(i);
  }
  /// The content of `a`, which ends before a ", citing" at token `at` that is found as its tail; empty where it stands in the midst.
  std::vector<Range> content_before(const Attribution& a, uint32_t at) const {
    std::vector<Range> out = a.content;
    Range word = tokens_.all[at].range;
    if (shared_size(out, word) == 0) return out;
    bool tail = a.cue.front().begin < word.begin && out.back().contains(word) && words_.is(at - 1, u",") &&
                tokens_.all[at].quote == Quote::outside &&
                words_.range({at - 2, at - 1}).begin >= out.back().begin;
    if (!tail) return {};
    out.back().end = tokens_.all[at - 2].range.end;
    return out;
  }

  // ---- quoted as saying

  /// "The paper quotes a minister as saying that …": the paper quotes what the minister says, and both have one content.
  void find_quoted_as(std::vector<Attribution>& added, std::vector<bool>& gone) {
    for (size_t i = 0; i < all_.size(); ++i) {
      Attribution& a = all_[i];
      if (a.source.empty() || a.cue.empty()) continue;
      uint32_t begin = words_.in(a.cue.back()).end;
      if (!words_.one_of(begin - 1,
                         {u"quotes", u"quoted", u"quoting", u"quote", u"cites", u"cited", u"citing"}))
        continue;
      uint32_t as = begin,
               end = std::min(tokens_.sentences[tokens_.all[begin - 1].sentence].end, begin + kLongestCited);
      while (as + 1 < end && !(words_.is(as, u"as") && is_saying(as + 1))) ++as;
      if (as + 1 >= end || as == begin || words_.is(begin, u"by")) continue;
      Range whom = words_.range({begin, as}), told = words_.range({begin, as + 2});
      if (words_.is(as + 2, u",")) told.end = tokens_.all[as + 2].range.end;
      while (told.end < text_.size() && is_space(text_[told.end])) ++told.end;
      std::vector<Range> content;
      for (Range piece : a.content)
        for (Range part : {Range{piece.begin, std::min(piece.end, told.begin)},
                           Range{std::max(piece.begin, told.end), piece.end}})
          if (part.begin < part.end && !trim_claim(text_, part).empty())
            content.push_back(trim_claim(text_, part));
      if (content.empty()) continue;
      int saying = by_cue_[as + 1];
      if (saying != kNone && static_cast<size_t>(saying) != i) gone[static_cast<size_t>(saying)] = true;
      a.content = std::move(content);
      added.push_back(cited_by(a, whom, words_.range({as, as + 2})));
    }
  }
  bool is_saying(uint32_t token) const {
    return words_.one_of(token, {u"saying", u"telling", u"writing", u"stating", u"claiming", u"warning"});
  }

  // ---- whom they cite

  /// Somebody, a body or a document; "citing the risk of a strike" names a reason. Without `names`, "which refers to Islam" names a thing.
  bool can_tell(TokenSpan cited, bool names) const {
    const Gazetteer* titles = Gazetteer::of(lexicon_.language());
    uint64_t tells =
        lexicon_.class_bit("document") | lexicon_.class_bit("group") | lexicon_.class_bit("organization");
    for (uint32_t at = cited.begin; at < cited.end; ++at) {
      std::u16string form = lexicon_form(words_.at(at));
      if (lexicon_.in_class("preposition", form) || lexicon_.in_class("relative", form)) return false;
      if ((names && words_.capital(at)) || (lexicon_.classes(form) & tells) ||
          (titles && titles->title(form)))
        return true;
    }
    return false;
  }
  uint32_t citing(uint32_t token) const {
    return citing_words(token, [this](uint32_t at, std::u16string_view word) { return words_.is(at, word); });
  }
  /// Up to the comma or "that" that leads back, the content, or the end. A comma before an apposition ("the BND, Germany's
  /// foreign service, that …") is none that leads back: there "that" or the content comes after a second one.
  TokenSpan cited_behind(uint32_t begin, uint32_t end, const Attribution& a,
                         const std::vector<Range>& content) const {
    uint32_t at = begin, last_comma = 0;
    for (; at < end && at < begin + kLongestCited; ++at) {
      if (shared_size(content, tokens_.all[at].range) > 0 || words_.is(at, u"that")) break;
      if (shared_size(a.source, tokens_.all[at].range) > 0 || shared_size(a.cue, tokens_.all[at].range) > 0)
        break;
      if (words_.one_of(at, {u".", u";", u":"})) return {begin, at};
      if (words_.is(at, u",")) last_comma = at;
    }
    return {begin, last_comma > begin && last_comma < at ? last_comma : at};
  }

  std::u16string_view text_;
  const Tokens& tokens_;
  TokenWords words_;
  const Lexicon& lexicon_;
  const Weights* weights_;
  std::vector<Attribution>& all_;
  std::vector<int> by_cue_;  // token → attribution whose cue it is
  // Of the level at hand: contents as a text of their own, and what is found in it.
  size_t from_ = 0;  // the first attribution whose content is read
  Tokens inside_;
  std::optional<RuleText> rules_;
  std::optional<Network> network_;
  std::vector<Candidate> candidates_;
  std::vector<SpanAttribution> spans_;
  std::vector<Attribution> found_;
  Steps reading_;
};

}  // namespace

void find_nested(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                 std::vector<Attribution>& attributions, const Weights* weights) {
  nested_in_steps(text, tokens, lexicon, attributions, weights).finish();
}

Steps nested_in_steps(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                      std::vector<Attribution>& attributions, const Weights* weights) {
  Steps steps;
  auto finder = std::make_shared<NestedFinder>(text, tokens, lexicon, attributions, weights);
  finder->add_to(steps);
  steps.keep(std::move(finder));
  return steps;
}

}  // namespace who_says
