#include <algorithm>

#include "attribution/sources_relays.h"
#include "attribution/sources_resolver.h"
#include "attribution/stages.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// What a step is worth, in units: looking at a token for a name is one.
constexpr uint32_t kItemWorth = 10, kRelayWorth = 3;

/// How a description is called as an entity: "council", "finance office", "paper". In a list of sources "its" says nothing, and ", a copy of
/// which was shown to Reuters" too much.
std::u16string description_name(const SourceText& text, TokenSpan span) {
  while (span.size() > 1 && !text.words.is(span.begin + 1, u"own") &&
         (text.in_class("article", span.begin) || text.in_class("possessive", span.begin)))
    ++span.begin;
  for (uint32_t at = span.begin + 1; at + 1 < span.end; ++at) {
    if (!text.words.is(at, u",")) continue;
    std::u16string next = text.form(at + 1);
    bool aside = next.ends_with(u"ed") || next.ends_with(u"ing");
    for (uint32_t behind = at + 1; behind < span.end; ++behind)
      aside = aside || text.in_class("relative", behind);
    if (!aside) continue;
    span.end = at;
    break;
  }
  return text.plain(span);
}

class SourceFinder {
 public:
  SourceFinder(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
               const Gazetteer& gazetteer, Detection& detection)
      : text_(text, tokens, lexicon, gazetteer),
        detection_(detection),
        cast_(text_),
        items_(text_, detection),
        resolver_(text_, detection, cast_, items_.all) {}

  void add_to(Steps& steps) {
    auto attributions = [this] { return detection_.attributions.size(); };
    steps.each(
        attributions, [this](size_t i) { items_.collect(i); }, kItemWorth);
    steps.each([this] { return text_.tokens.sentences.size(); }, [this](size_t i) { items_.pronouns(i); });
    steps.once([this] { items_.order(); });
    steps.each([this] { return items_.all.size(); }, [this](size_t i) { items_.set_depth(i); });
    resolver_.add_to(steps);
    steps.each(
        attributions, [this](size_t i) { set_relay(i); }, kRelayWorth);
    steps.each([this] { return static_cast<size_t>(cast_.size()); },
               [this](size_t i) { order_mentions(static_cast<int>(i)); });
    steps.once([this] { order_figures(); });
    steps.each([this] { return order_.size(); }, [this](size_t i) { write(order_[i]); });
    steps.each(attributions, [this](size_t i) { point(i); });
  }

 private:
  void set_relay(size_t attribution);
  void order_mentions(int figure);
  void order_figures();
  void write(int figure);
  void point(size_t attribution);

  SourceText text_;
  Detection& detection_;
  Cast cast_;
  SourceItems items_;
  SourceResolver resolver_;
  std::vector<int> order_;  // figures that attributions point at, as the article first has them
  std::vector<int> index_;  // of each figure among the entities
};

/// The outlet that an attribution was told to.
void SourceFinder::set_relay(size_t i) {
  Attribution& a = detection_.attributions[i];
  bool own = false;
  TokenSpan words = relay_words(text_, cast_, a, &own);
  if (words.empty()) return;
  Phrase phrase = read_phrase(text_, words);
  int figure = kNone;
  if (!phrase.name.empty()) {
    figure = cast_.find_name(phrase).first;
    if (figure == kNone) figure = cast_.add(phrase);
  } else {
    Standing at{words, 0, kNone, false};
    if (!own) figure = described_before(text_, cast_, phrase, at).figure;
    if (figure == kNone) figure = cast_.add(phrase);
  }
  Finding finding;
  finding.kind = own ? SourceKind::self : SourceKind::news_outlet;
  finding.form = Form::organization;
  finding.office = Office::not_applicable;
  finding.weight = Weight::head;
  finding.reason = because(own ? "own-outlet" : "spoken-to");
  cast_.take(figure, phrase, finding, phrase.name.empty() ? Naming::described : Naming::named);
  Figure& f = cast_[figure];
  if (figure == resolver_.figures()[i]) return;
  f.role = Role::relay;
  f.used = true;
  f.mentions.push_back({text_.words.range(words), {}});
  a.relay = figure;
}

/// The mentions of a figure that attributions point at, in reading order.
void SourceFinder::order_mentions(int i) {
  Figure& f = cast_[i];
  if (!f.used) return;
  // The place that names a figure belongs to it even when no source stands there.
  bool has_first = std::any_of(f.mentions.begin(), f.mentions.end(),
                               [&](const Mention& m) { return m.range.overlaps(f.first); });
  if (!has_first) f.mentions.push_back({f.first, {}});
  std::sort(f.mentions.begin(), f.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.range < b.range; });
  f.mentions.erase(std::unique(f.mentions.begin(), f.mentions.end(),
                               [](const Mention& a, const Mention& b) { return a.range == b.range; }),
                   f.mentions.end());
  order_.push_back(i);
}

void SourceFinder::order_figures() {
  std::sort(order_.begin(), order_.end(),
            [&](int a, int b) { return cast_[a].mentions.front().range < cast_[b].mentions.front().range; });
  index_.assign(static_cast<size_t>(cast_.size()), kNone);
}

/// A figure becomes an entity.
void SourceFinder::write(int i) {
  Figure& f = cast_[i];
  index_[static_cast<size_t>(i)] = static_cast<int>(detection_.entities.size());
  Entity e;
  e.name = to_utf8(f.named ? f.name : description_name(text_, text_.words.in(f.first)));
  e.kind = f.finding.kind;
  e.form = f.finding.form;
  e.office = f.finding.office;
  e.naming = f.naming;
  e.role = f.role;
  e.description = to_utf8(f.description);
  e.organization = f.finding.organization;
  e.country = f.finding.country;
  e.mentions = std::move(f.mentions);
  e.reason = f.finding.reason;
  detection_.entities.push_back(std::move(e));
}

void SourceFinder::point(size_t i) {
  Attribution& a = detection_.attributions[i];
  if (int figure = resolver_.figures()[i]; figure != kNone) a.entity = index_[static_cast<size_t>(figure)];
  if (a.relay != kNone) a.relay = index_[static_cast<size_t>(a.relay)];
}

}  // namespace

Steps sources_in_steps(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                       Detection& detection) {
  Steps steps;
  detection.entities.clear();
  for (Attribution& a : detection.attributions) a.entity = a.relay = kNone;
  const Gazetteer* gazetteer = Gazetteer::of(lexicon.language());
  if (!gazetteer || tokens.all.empty()) return steps;
  auto finder = std::make_shared<SourceFinder>(text, tokens, lexicon, *gazetteer, detection);
  finder->add_to(steps);
  steps.keep(std::move(finder));
  return steps;
}

void find_sources(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                  Detection& detection) {
  sources_in_steps(text, tokens, lexicon, detection).finish();
}

}  // namespace who_says
