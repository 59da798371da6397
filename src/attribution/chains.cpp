#include <algorithm>
#include <array>

#include "attribution/blanket.h"
#include "attribution/range_list.h"
#include "attribution/stages.h"
#include "attribution/token_words.h"
#include "text/segment.h"

namespace who_says {
namespace {

/// An attribution lies in the content of another when at least this share of its own content does: found spans differ at edges.
constexpr double kShareInside = 0.5;
/// How many sentences after an attribution "according to him" may still go on with its outer hops.
constexpr uint32_t kCarriedSentences = 4;

constexpr std::array<std::u16string_view, 9> kCiting = {u"citing",    u"cites",       u"cited", u"quoting",
                                                        u"referring", u"referencing", u"with",  u"refers",
                                                        u"referred"};  // "with reference to"

class Chains {
 public:
  Chains(std::u16string_view text, const Tokens& tokens, Detection& detection)
      : text_(text),
        tokens_(tokens),
        words_(text, tokens),
        detection_(detection),
        all_(detection.attributions) {}

  void add_to(Steps& steps) {
    auto all = [this] { return all_.size(); };
    steps.once([this] { taken_.assign(tokens_.paragraphs.size(), false); });
    steps.each(all, [this](size_t i) { take_paragraphs(all_[i]); });
    steps.each(all, [this](size_t i) { go_on_in_next_paragraph(all_[i]); });
    steps.each(all, [this](size_t i) { clip_content(i); });
    steps.once([this] { order_contents(); });
    steps.each([this] { return order_.size(); }, [this](size_t i) { nest_in_contents(order_[i]); });
    steps.each(all, [this](size_t i) { nest_cited(i); });
    steps.each(all, [this](size_t i) { carry_speaker(i); });
    steps.once([this] { passed_on_.assign(detection_.entities.size(), kNone); });
    steps.each(all, [this](size_t i) { carry_outer_hops(i); });
    steps.each(all, [this](size_t i) { name_relays(all_[i]); });
  }

 private:
  uint32_t sentence_at(uint32_t offset) const {
    uint32_t token = words_.from(offset);
    return token < tokens_.all.size() ? tokens_.all[token].sentence
                                      : static_cast<uint32_t>(tokens_.sentences.size());
  }
  // ---- a quotation over paragraphs

  void take_paragraphs(const Attribution& a) {
    for (Range range : a.content) {
      TokenSpan span = words_.in(range);
      if (span.empty()) continue;
      uint32_t paragraph = tokens_.all[span.begin].paragraph;
      if (span.begin <= tokens_.paragraphs[paragraph].begin + 1) taken_[paragraph] = true;
      for (uint32_t p = paragraph + 1; p <= tokens_.all[span.end - 1].paragraph; ++p) taken_[p] = true;
    }
  }
  /// A quotation that its paragraph leaves open, and that the next one takes up with another mark, is one utterance.
  void go_on_in_next_paragraph(Attribution& a) {
    if (a.directness != Directness::direct && a.directness != Directness::mixed) return;
    if (a.content.empty()) return;
    TokenSpan last = words_.in(a.content.back());
    if (last.empty()) return;
    uint32_t p = tokens_.all[last.end - 1].paragraph;
    while (p + 1 < tokens_.paragraphs.size() && left_open(last.end - 1, p) && !taken_[p + 1]) {
      last = quoted_from(tokens_.paragraphs[++p]);
      if (last.empty()) break;
      taken_[p] = true;
      a.content.push_back(words_.range(last));
    }
  }
  /// All that paragraph `p` holds from `token` on is inside a quotation, which the next paragraph takes up.
  bool left_open(uint32_t token, uint32_t p) const {
    TokenSpan paragraph = tokens_.paragraphs[p];
    if (paragraph.end - token > 4) return false;
    for (uint32_t at = token; at < paragraph.end; ++at)
      if (tokens_.all[at].quote != Quote::inside) return false;
    TokenSpan next = tokens_.paragraphs[p + 1];
    return tokens_.all[next.begin].quote == Quote::opens;
  }
  /// The words between the first mark of a paragraph and the one that closes it, or the paragraph's end.
  TokenSpan quoted_from(TokenSpan paragraph) const {
    uint32_t end = paragraph.begin + 1;
    while (end < paragraph.end && tokens_.all[end].quote == Quote::inside) ++end;
    uint32_t stop = end;
    while (stop > paragraph.begin + 1 && !is_word_unit(text_[tokens_.all[stop - 1].range.begin])) --stop;
    // A paragraph that is left open keeps its last stop out, but is still known as open by the tokens behind it.
    return {paragraph.begin + 1, stop};
  }

  // ---- nesting

  /// A content inside that of another does not reach over that one's source and cue: "[he should go], the agent said".
  void clip_content(size_t i) {
    Attribution& inner = all_[i];
    if (inner.cue.empty()) return;
    for (size_t j = i > kNeighbours ? i - kNeighbours : 0; j < std::min(all_.size(), i + kNeighbours); ++j) {
      const Attribution& outer = all_[j];
      if (j == i || shared_size(outer.content, inner.cue) < total_size(inner.cue)) continue;
      // Where each holds the other's cue, the content of the outer one begins first.
      if (first_place(inner) < outer.content.front().begin) continue;
      if (shared_size(inner.content, outer.cue) + shared_size(inner.content, outer.source) == 0) continue;
      std::vector<Range> clipped;
      for (Range range : inner.content)
        for (Range around : outer.content)
          if (Range both = trim_claim(text_, intersect(range, around)); !both.empty())
            clipped.push_back(both);
      if (!clipped.empty()) inner.content = std::move(clipped);
    }
  }
  struct Piece {
    Range range;
    int owner;
  };
  /// Contents by where they begin, attributions by where their cues do.
  void order_contents() {
    for (size_t i = 0; i < all_.size(); ++i) {
      for (Range range : all_[i].content) pieces_.push_back({range, static_cast<int>(i)});
      sizes_.push_back(total_size(all_[i].content));
      if (!all_[i].cue.empty()) order_.push_back(i);
    }
    std::sort(pieces_.begin(), pieces_.end(),
              [](const Piece& a, const Piece& b) { return a.range < b.range; });
    std::sort(order_.begin(), order_.end(),
              [&](size_t a, size_t b) { return all_[a].cue.front().begin < all_[b].cue.front().begin; });
  }
  /// The parent of an attribution: the one with the least content that holds its source and cue and most of its content. A sweep: called
  /// in the order of `order_`.
  void nest_in_contents(size_t child) {
    uint32_t place = all_[child].cue.front().begin;
    for (; next_piece_ < pieces_.size() && pieces_[next_piece_].range.begin <= place; ++next_piece_) {
      std::erase_if(open_, [&](const Piece& p) { return p.range.end <= pieces_[next_piece_].range.begin; });
      if (open_.size() < kOpenContents) open_.push_back(pieces_[next_piece_]);
    }
    uint32_t least = UINT32_MAX;
    for (const Piece& piece : open_) {
      size_t owner = static_cast<size_t>(piece.owner);
      // Contents shrink from parent to child, so there are no circles.
      if (owner == child || !piece.range.contains(place) || sizes_[owner] >= least) continue;
      if (sizes_[owner] <= sizes_[child] || !holds(all_[owner], all_[child])) continue;
      least = sizes_[owner];
      all_[child].nested_in = piece.owner;
    }
  }
  static bool holds(const Attribution& outer, const Attribution& inner) {
    if (shared_size(outer.content, inner.source) < kShareInside * total_size(inner.source)) return false;
    if (shared_size(outer.content, inner.cue) < total_size(inner.cue)) return false;
    return shared_size(outer.content, inner.content) >= kShareInside * total_size(inner.content);
  }

  /// "X reported, citing Y": both have one content, and Y's lies in X's.
  void nest_cited(size_t i) {
    Attribution& cited = all_[i];
    if (cited.nested_in != kNone || cited.cue.empty() || cited.content.empty()) return;
    uint32_t cue = words_.from(cited.cue.front().begin);
    bool as = words_.is(cue, u"as") && words_.at(cue + 1).ends_with(u"ing");  // "as saying"
    if (!as && !words_.one_of(cue, kCiting)) return;
    int outer = kNone;
    uint32_t most = 0;
    uint32_t sentence = sentence_at(cited.cue.front().begin);
    for (size_t j = i > kNeighbours ? i - kNeighbours : 0; j < std::min(all_.size(), i + kNeighbours); ++j) {
      if (j == i || all_[j].cue.empty() || sentence_at(all_[j].cue.front().begin) != sentence) continue;
      uint32_t shared = shared_size(all_[j].content, cited.content);
      if (shared > most && shared * 2 >= total_size(all_[j].content)) {
        most = shared;
        outer = static_cast<int>(j);
      }
    }
    if (outer != kNone && !is_below(outer, static_cast<int>(i))) cited.nested_in = outer;
  }
  bool is_below(int inner, int outer) const {
    for (int at = inner; at != kNone; at = all_[static_cast<size_t>(at)].nested_in)
      if (at == outer) return true;
    return false;
  }

  // ---- carried

  /// A quotation for which nothing says who speaks, right after one that is somebody's, goes on with that speaker.
  void carry_speaker(size_t i) {
    Attribution& a = all_[i];
    int before = speaker_;
    if (a.nested_in == kNone) speaker_ = static_cast<int>(i);
    if (a.directness != Directness::direct || !a.source.empty() || !a.cue.empty() || a.entity != kNone)
      return;
    if (before == kNone || a.nested_in != kNone || a.content.empty()) return;
    const Attribution& speaker = all_[static_cast<size_t>(before)];
    if (speaker.entity == kNone || !speaker.statement) return;
    uint32_t from = sentence_at(last_place(speaker) - 1), to = sentence_at(a.content.front().begin);
    if (to < from || to > from + 1) return;
    bool quoted = speaker.directness == Directness::direct || speaker.directness == Directness::mixed;
    a.entity = speaker.entity;
    a.link = quoted ? ChainLink::carried : ChainLink::uncertain;
    a.scope = Scope::explicit_;
    a.reason = because(quoted ? "speaker-goes-on" : "named-before");
  }

  /// "The Herald reports that A says … He added …": what A says later came through the Herald too.
  void carry_outer_hops(size_t i) {
    Attribution& a = all_[i];
    if (a.entity == kNone || !a.statement || static_cast<size_t>(a.entity) >= passed_on_.size()) return;
    int& from = passed_on_[static_cast<size_t>(a.entity)];
    if (a.nested_in != kNone) {
      const Attribution& outer = all_[static_cast<size_t>(a.nested_in)];
      bool passes_on =
          outer.statement && outer.entity != kNone && outer.entity != a.entity && is_outlet(outer.entity);
      from = passes_on ? static_cast<int>(i) : kNone;
      return;
    }
    if (from == kNone) return;
    const Attribution& before = all_[static_cast<size_t>(from)];
    uint32_t begin = a.cue.empty() ? first_place(a) : a.cue.front().begin, end = last_place(before);
    if (begin > first_place(before) && sentence_at(begin) <= sentence_at(end - 1) + kCarriedSentences) {
      a.carried_from = before.carried_from != kNone ? before.carried_from : from;
      from = static_cast<int>(i);
    } else {
      from = kNone;
    }
  }
  bool is_outlet(int entity) const {
    if (static_cast<size_t>(entity) >= detection_.entities.size()) return false;
    SourceKind kind = detection_.entities[static_cast<size_t>(entity)].kind;
    return kind == SourceKind::news_outlet || kind == SourceKind::social_media;
  }

  // ---- relays

  /// Outlets that carry what others say have the role of a relay.
  void name_relays(const Attribution& a) {
    if (a.relay != kNone && is_outlet(a.relay)) relay(a.relay);
    if (a.scope == Scope::blanket && a.entity != kNone && is_outlet(a.entity)) relay(a.entity);
    if (a.nested_in == kNone || !a.statement) return;
    int outer = all_[static_cast<size_t>(a.nested_in)].entity;
    if (outer != kNone && outer != a.entity && is_outlet(outer)) relay(outer);
  }
  void relay(int entity) { detection_.entities[static_cast<size_t>(entity)].role = Role::relay; }

  std::u16string_view text_;
  const Tokens& tokens_;
  TokenWords words_;
  Detection& detection_;
  std::vector<Attribution>& all_;
  std::vector<bool> taken_;  // of each paragraph: it begins with words that are attributed
  std::vector<Piece> pieces_, open_;
  size_t next_piece_ = 0;
  std::vector<uint32_t> sizes_;  // of each content
  std::vector<size_t> order_;
  int speaker_ = kNone;         // the latest attribution that is in nobody's words
  std::vector<int> passed_on_;  // of each entity, its latest attribution with outer hops
};

/// Attributions that find_blanket made after the sources were found get the entity whose mention their source is.
void name_blanket_sources(Detection& detection) {
  struct Place {
    Range range;
    int entity;
  };
  std::vector<Place> places;
  for (size_t e = 0; e < detection.entities.size(); ++e)
    for (const Mention& mention : detection.entities[e].mentions)
      places.push_back({mention.range, static_cast<int>(e)});
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.range < b.range; });
  for (Attribution& a : detection.attributions) {
    if (a.scope != Scope::blanket || a.entity != kNone || a.source.empty()) continue;
    auto it = std::lower_bound(places.begin(), places.end(), a.source.front().begin,
                               [](const Place& p, uint32_t begin) { return p.range.begin < begin; });
    if (it != places.end() && it->range.begin < a.source.back().end) a.entity = it->entity;
  }
}

}  // namespace

Steps chains_in_steps(std::u16string_view text, const Tokens& tokens, Detection& detection) {
  Steps steps = blanket_in_steps(text, tokens, detection.attributions);
  auto chains = std::make_shared<Chains>(text, tokens, detection);
  steps.once([&detection] { name_blanket_sources(detection); });
  chains->add_to(steps);
  steps.keep(std::move(chains));
  return steps;
}

void find_chains(std::u16string_view text, const Tokens& tokens, Detection& detection) {
  chains_in_steps(text, tokens, detection).finish();
}

}  // namespace who_says
