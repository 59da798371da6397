#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "attribution/claims.h"
#include "attribution/lexicon.h"
#include "attribution/pieces.h"
#include "attribution/range_list.h"
#include "attribution/reasons.h"
#include "attribution/stages.h"
#include "attribution/suggestions_selector.h"
#include "attribution/suggestions_source.h"
#include "attribution/token_words.h"
#include "model/article.h"
#include "text/utf.h"

namespace who_says {
namespace {

// What of a detection becomes a claim of a source:
// - statements, and what somebody believes, thinks or doubts (medium `thought`): the text reports it as that source's view;
// - not what somebody hopes, fears, wishes or intends: such a holder is no source (see the vocabulary), nothing is asserted;
// - not what was denied to be said, what somebody would or might say, and orders;
// - not a content that lies in one of these;
// - not a nested content that says nothing by itself ("threatened to dismiss them"), and no view that a source states of itself
//   ("we believe"): there the clause around it is the claim.
// A clause that lies mostly in what a nested attribution accounts for is that one's claim, and not also the outer one's.
// Sentences without a source become claims without a chain.

/// Longer chains are taken for a fault of detection.
constexpr size_t kLongestChain = 8;
/// From this share on a clause belongs to the attributions nested in it.
constexpr double kShareApart = 0.6;
/// A noun phrase ("denied fraud") is a claim more seldom than a clause.
constexpr float kReportedShare = 0.7f;
/// Suggestions less likely than this are left out: of attributions with a confidence of 0.3 to 0.4, 37 % are right on PolNeAR's
/// development articles (tests/bench/attribution.md), so that a reader would take most for mistakes. All stay in the attributions.
constexpr double kLeastSuggested = 0.4;
/// How often such sentences are claims that a person would mark too: about a third less than with a source.
constexpr double kUnattributedConfidence = 0.4;
/// What the clauses of a content are worth, in units of steps, and how many tokens are read for one.
constexpr uint32_t kClaimWorth = 12, kSuggestedTokensAUnit = 8;

constexpr std::array<std::u16string_view, 45> kHolders = {
    u"hope",     u"hopes",  u"hoped",       u"hoping",    u"fear",    u"fears",   u"feared",  u"fearing",
    u"wish",     u"wishes", u"wished",      u"want",      u"wants",   u"wanted",  u"intend",  u"intends",
    u"intended", u"plan",   u"plans",       u"planned",   u"aim",     u"aims",    u"aimed",   u"seek",
    u"seeks",    u"sought", u"desire",      u"worry",     u"worries", u"worried", u"afraid",  u"love",
    u"like",     u"prefer", u"prefers",     u"preferred", u"decide",  u"decides", u"decided", u"try",
    u"tried",    u"vowing", u"considering", u"considers", u"dread"};

class Suggester {
 public:
  Suggester(std::u16string_view text, const Detection& detection, Document& out)
      : text_(text),
        detection_(detection),
        words_(text, tokens_),
        lexicon_(Lexicon::of(detection.language)),
        out_(out) {
    engine_ = detection.engine.empty() ? "who-says " WHO_SAYS_VERSION : detection.engine;
  }

  void add_to(Steps& steps) {
    out_.lang = detection_.language;
    if (!lexicon_) return;
    auto attributions = [this] { return all().size(); };
    steps.then([this] { return read_piece(); });
    steps.once([this] { make_room(); });
    steps.each(attributions, [this](size_t i) { passes_[i] = passes(all()[i]); });
    steps.each(attributions, [this](size_t i) { classify(i); });
    steps.each(attributions, [this](size_t i) { apart_[i] = united(std::move(apart_[i])); });
    steps.each(
        attributions, [this](size_t i) { claims_of(i); }, kClaimWorth);
    steps.each([this] { return detection_.unattributed.size(); },
               [this](size_t i) { bare_claim(detection_.unattributed[i]); }, kClaimWorth);
    steps.once([this] {
      std::sort(claims_.begin(), claims_.end(),
                [](const Found& a, const Found& b) { return a.range < b.range; });
    });
    steps.each([this] { return detection_.checks.size(); },
               [this](size_t i) { add_check(detection_.checks[i]); });
    steps.each([this] { return claims_.size(); }, [this](size_t i) { note_sources(*claims_[i].claim); });
    steps.once([this] { next_source_ = ids_.begin(); });
    steps.then([this] { return add_source(); });
    steps.each([this] { return claims_.size(); },
               [this](size_t i) { out_.claims.push_back(std::move(claims_[i].claim)); });
  }

 private:
  struct Found {
    Range range;
    std::shared_ptr<Claim> claim;
  };

  const std::vector<Attribution>& all() const { return detection_.attributions; }
  const Attribution& at(int index) const { return all()[static_cast<size_t>(index)]; }
  const Entity& entity(int index) const { return detection_.entities[static_cast<size_t>(index)]; }
  bool known(int index) const {
    return index >= 0 && static_cast<size_t>(index) < detection_.entities.size();
  }
  std::string words_of(Range range) const { return to_utf8(text_.substr(range.begin, range.size())); }

  /// Tokens of the next piece of the text; how many there are, 0 = all are known.
  uint32_t read_piece() {
    if (read_ == text_.size()) return 0;
    size_t end = piece_end(text_, read_);
    Tokens next = tokens_of_piece(text_, {static_cast<uint32_t>(read_), static_cast<uint32_t>(end)});
    append(tokens_, next);
    read_ = end;
    return static_cast<uint32_t>(next.all.size()) / kSuggestedTokensAUnit + 1;
  }

  // ---- which attributions make claims

  void make_room() {
    passes_.resize(all().size());
    claims_something_.resize(all().size());
    apart_.resize(all().size());
  }
  void classify(size_t i) {
    const Attribution& a = all()[i];
    claims_something_[i] = passes_[i] && (a.nested_in == kNone || says_by_itself(a, at(a.nested_in)));
    if (!claims_something_[i]) return;
    size_t depth = 0;
    for (int outer = a.nested_in; outer != kNone && depth < kLongestChain;
         outer = at(outer).nested_in, ++depth)
      for (const std::vector<Range>* spans : {&a.source, &a.cue, &a.content})
        apart_[static_cast<size_t>(outer)].insert(apart_[static_cast<size_t>(outer)].end(), spans->begin(),
                                                  spans->end());
  }
  static std::vector<Range> united(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end());
    std::vector<Range> out;
    for (Range r : ranges)
      if (!out.empty() && r.begin <= out.back().end)
        out.back().end = std::max(out.back().end, r.end);
      else
        out.push_back(r);
    return out;
  }
  /// What lies in it is said, shown or thought to be so.
  bool passes(const Attribution& a) const {
    if (a.negated || a.hypothetical || a.content.empty()) return false;
    if (a.statement || a.scope == Scope::agentless) return true;
    return a.medium == Medium::thought && !is_holder(a);
  }
  bool says_by_itself(const Attribution& a, const Attribution& outer) const {
    bool own_view = !a.statement && a.entity != kNone && a.entity == outer.entity;
    return !own_view && is_clause(text_, tokens_, *lexicon_, a.content);
  }
  bool is_holder(const Attribution& a) const {
    for (Range range : a.cue) {
      TokenSpan span = words_.in(range);
      for (uint32_t token = span.begin; token < span.end; ++token)
        if (words_.one_of(token, kHolders)) return true;
    }
    return false;
  }
  /// From the article inwards; nullopt where an attribution around it is none that claims something.
  std::optional<std::vector<int>> path_to(size_t index) const {
    std::vector<int> out;
    for (int i = static_cast<int>(index); i != kNone; i = at(i).nested_in) {
      if (out.size() == kLongestChain || !passes_[static_cast<size_t>(i)]) return std::nullopt;
      out.push_back(i);
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  // ---- claims

  void claims_of(size_t index) {
    const Attribution& a = all()[index];
    if (!claims_something_[index]) return;
    std::optional<std::vector<int>> path = path_to(index);
    if (!path) return;
    for (Range range : claim_clauses(text_, tokens_, *lexicon_, a.content)) {
      if (shared_size(apart_[index], range) > kShareApart * range.size()) continue;
      Claim claim = claim_at(range);
      claim.chain = chain_of(*path);
      claim.scope = a.scope;
      claim.directness = a.directness;
      claim.naming = known(a.entity) ? entity(a.entity).naming : Naming::none;
      claim.cue_class = a.cue_class;
      claim.medium = a.medium;
      claim.certainty = a.certainty;
      if (a.directness == Directness::reported && claim.type == ClaimType::unspecified)
        claim.type = ClaimType::speech_report;
      if (known(a.entity) && entity(a.entity).form == Form::document &&
          std::find(claim.evidence.begin(), claim.evidence.end(), Evidence::document) == claim.evidence.end())
        claim.evidence.push_back(Evidence::document);
      float confidence = 1;
      for (int i : *path) confidence = std::min(confidence, at(i).confidence);
      if (a.directness == Directness::reported) confidence *= kReportedShare;
      claim.confidence = in_hundredths(confidence);
      if (claim.confidence < kLeastSuggested) continue;
      tell(claim, reason_of(a, *path));
      add(range, std::move(claim));
    }
  }
  void bare_claim(const Unattributed& u) {
    Claim claim = claim_at(u.range);
    claim.confidence = kUnattributedConfidence;
    tell(claim, u.reason);
    add(u.range, std::move(claim));
  }
  Claim claim_at(Range range) const {
    Claim claim;
    claim.id = "urn:who-says:suggested:" + std::to_string(range.begin) + "-" + std::to_string(range.end);
    claim.selector = selector_at(text_, range);
    claim.status = Status::suggested;
    claim.engine = engine_;
    claim.type = claim_type(text_, tokens_, *lexicon_, range);
    claim.evidence = evidence_in(text_, tokens_, range);
    return claim;
  }
  static double in_hundredths(double value) {
    return std::isfinite(value) ? std::round(std::clamp(value, 0.0, 1.0) * 100) / 100 : 0;
  }
  /// Of two claims on the same words the one that says more of the way stays, then the surer one.
  void add(Range range, Claim claim) {
    if (range.empty() || range.end > text_.size() || !is_well_formed(claim.selector.exact)) return;
    auto [place, fresh] = by_range_.try_emplace({range.begin, range.end}, claims_.size());
    if (fresh) {
      claims_.push_back({range, std::make_shared<Claim>(std::move(claim))});
      return;
    }
    Claim& other = *claims_[place->second].claim;
    bool better = claim.chain.size() != other.chain.size() ? claim.chain.size() > other.chain.size()
                                                           : claim.confidence > other.confidence;
    if (better) other = std::move(claim);
  }

  /// In reading order.
  // ---- chains

  std::vector<Hop> chain_of(const std::vector<int>& path) {
    std::vector<Hop> out;
    if (int from = at(path.front()).carried_from; from != kNone)
      if (std::optional<std::vector<int>> outer = path_to(static_cast<size_t>(from)))
        for (size_t i = 0; i + 1 < outer->size(); ++i) {
          size_t before = out.size();
          add_hops(at((*outer)[i]), out);
          for (; before < out.size(); ++before) {
            out[before].link = ChainLink::carried;
            out[before].cue.clear();
          }
        }
    for (int i : path) add_hops(at(i), out);
    return out;
  }
  void add_hops(const Attribution& a, std::vector<Hop>& out) {
    if (known(a.relay) && a.relay != a.entity && !(out.size() && out.back().source == source_id(a.relay)))
      out.push_back({source_id(a.relay), ChainLink::explicit_, "", {}});
    Hop hop;
    hop.source = known(a.entity) ? source_id(a.entity) : "";
    hop.link = known(a.entity) || a.scope == Scope::agentless ? a.link : ChainLink::uncertain;
    for (Range range : a.cue) hop.cue += (hop.cue.empty() ? "" : " … ") + words_of(range);
    // "Rowe says that she believes …": one hop.
    if (!out.empty() && !hop.source.empty() && out.back().source == hop.source) {
      out.back().cue += (out.back().cue.empty() || hop.cue.empty() ? "" : " … ") + hop.cue;
      return;
    }
    out.push_back(std::move(hop));
  }
  ReasonParts reason_of(const Attribution& a, const std::vector<int>& path) const {
    ReasonParts out = a.reason;
    auto say = [&out](const ReasonParts& more) { out.insert(out.end(), more.begin(), more.end()); };
    if (known(a.entity)) say(entity(a.entity).reason);
    if (path.size() > 1) {
      int outer = at(path[path.size() - 2]).entity;
      if (!known(outer))
        say(because("within-unnamed"));
      else if (outer != a.entity)
        say(because(entity(outer).role == Role::relay ? "passes-on" : "within", {entity(outer).name}));
    }
    int from = at(path.front()).carried_from;
    if (from != kNone && at(from).nested_in != kNone && known(at(at(from).nested_in).entity))
      say(because("goes-on", {entity(at(at(from).nested_in).entity).name}));
    return out;
  }
  static void tell(Claim& claim, const ReasonParts& reason) {
    claim.reason = in_english(reason);
    claim.reason_parts = reason;
  }

  // ---- sources

  std::string source_id(int index) {
    auto [place, fresh] = ids_.try_emplace(index, "");
    if (!fresh) return place->second;
    const Entity& e = entity(index);
    std::string id = "s" + (e.mentions.empty() ? "-" + std::to_string(index)
                                               : std::to_string(e.mentions.front().range.begin));
    if (!taken_.insert({id, index}).second) id += "-" + std::to_string(index);
    return place->second = id;
  }
  void note_sources(const Claim& claim) {
    for (const Hop& hop : claim.chain) used_.insert(hop.source);
  }
  /// Of the next entity, when a claim has it; 0 = there is none.
  uint32_t add_source() {
    if (next_source_ == ids_.end()) return 0;
    const auto& [index, id] = *next_source_++;
    if (used_.count(id))
      out_.sources.push_back(std::make_shared<Source>(suggested_source(text_, *lexicon_, entity(index), id)));
    return kClaimWorth;
  }

  // ---- numbers

  /// A check becomes a question on the claim that states the result, else on one that holds a number of it. There is none for
  /// numbers outside all claims.
  void add_check(const NumberCheck& check) {
    std::vector<Range> places = check.numbers;
    if (!check.claim.empty()) places.insert(places.begin(), check.claim);
    for (Range place : places) {
      auto it = std::lower_bound(claims_.begin(), claims_.end(), place.end,
                                 [](const Found& f, uint32_t end) { return f.range.begin < end; });
      for (size_t back = 0; it != claims_.begin() && back < 8; ++back) {
        --it;
        if (!it->range.overlaps(place)) continue;
        Remark remark;
        remark.id =
            "urn:who-says:suggested:check:" + std::to_string(place.begin) + "-" + std::to_string(place.end);
        remark.text = check.working;
        remark.question = true;
        remark.creator = engine_;
        it->claim->remarks.push_back(std::move(remark));
        return;
      }
    }
  }

  std::u16string_view text_;
  const Detection& detection_;
  Tokens tokens_;  // of the text before read_
  size_t read_ = 0;
  TokenWords words_;
  const Lexicon* lexicon_;
  std::string engine_;
  std::vector<bool> passes_;               // of each attribution
  std::vector<bool> claims_something_;     // the same
  std::vector<std::vector<Range>> apart_;  // places in its content that nested attributions account for
  std::vector<Found> claims_;
  std::map<std::pair<uint32_t, uint32_t>, size_t> by_range_;
  std::map<int, std::string> ids_;
  std::map<int, std::string>::iterator next_source_;
  std::map<std::string, int> taken_;
  std::set<std::string> used_;  // ids of sources in claims
  Document& out_;
};

}  // namespace

Steps suggestions_in_steps(std::u16string_view text, const Detection& detection, Document& out) {
  Steps steps;
  auto suggester = std::make_shared<Suggester>(text, detection, out);
  suggester->add_to(steps);
  steps.keep(std::move(suggester));
  return steps;
}

Document suggestions(std::u16string_view text, const Detection& detection) {
  Document out;
  suggestions_in_steps(text, detection, out).finish();
  return out;
}

}  // namespace who_says
