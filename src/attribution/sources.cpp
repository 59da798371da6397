#include <algorithm>

#include "attribution/sources_relays.h"
#include "attribution/sources_resolver.h"
#include "attribution/stages.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// How a description is called as an entity.
std::u16string without_article(const SourceText& text, TokenSpan span) {
  while (span.size() > 1 && text.in_class("article", span.begin)) ++span.begin;
  return text.plain(span);
}

/// Outlets that attributions were told to.
void set_relays(const SourceText& text, Cast& cast, const std::vector<int>& figure_of, Detection& detection) {
  for (size_t i = 0; i < detection.attributions.size(); ++i) {
    Attribution& a = detection.attributions[i];
    bool own = false;
    TokenSpan words = relay_words(text, cast, a, &own);
    if (words.empty()) continue;
    Phrase phrase = read_phrase(text, words);
    int figure = kNone;
    if (!phrase.name.empty()) {
      figure = cast.find_name(phrase).first;
      if (figure == kNone) figure = cast.add(phrase);
    } else {
      Standing at{words, 0, kNone, false};
      if (!own) figure = described_before(text, cast, phrase, at).figure;
      if (figure == kNone) figure = cast.add(phrase);
    }
    Finding finding;
    finding.kind = own ? SourceKind::self : SourceKind::news_outlet;
    finding.form = Form::organization;
    finding.office = Office::not_applicable;
    finding.weight = Weight::head;
    finding.reason = own ? "the outlet of this article" : "somebody spoke to it → news outlet";
    cast.take(figure, phrase, finding, phrase.name.empty() ? Naming::described : Naming::named);
    Figure& f = cast[figure];
    if (figure == figure_of[i]) continue;
    f.role = Role::relay;
    f.used = true;
    f.mentions.push_back({text.words.range(words), ""});
    a.relay = figure;
  }
}

/// Figures that attributions point at become entities, in the order in which the article first has them.
void write(const SourceText& text, Cast& cast, const std::vector<int>& figure_of, Detection& detection) {
  std::vector<int> order;
  for (int i = 0; i < cast.size(); ++i) {
    Figure& f = cast[i];
    if (!f.used) continue;
    // The place that names a figure belongs to it even when no source stands there.
    bool has_first = std::any_of(f.mentions.begin(), f.mentions.end(),
                                 [&](const Mention& m) { return m.range.overlaps(f.first); });
    if (!has_first) f.mentions.push_back({f.first, ""});
    std::sort(f.mentions.begin(), f.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.range < b.range; });
    f.mentions.erase(std::unique(f.mentions.begin(), f.mentions.end(),
                                 [](const Mention& a, const Mention& b) { return a.range == b.range; }),
                     f.mentions.end());
    order.push_back(i);
  }
  std::sort(order.begin(), order.end(),
            [&](int a, int b) { return cast[a].mentions.front().range < cast[b].mentions.front().range; });
  std::vector<int> index(static_cast<size_t>(cast.size()), kNone);
  for (int i : order) {
    Figure& f = cast[i];
    index[static_cast<size_t>(i)] = static_cast<int>(detection.entities.size());
    Entity e;
    e.name = to_utf8(f.named ? f.name : without_article(text, text.words.in(f.first)));
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
    detection.entities.push_back(std::move(e));
  }
  for (size_t i = 0; i < detection.attributions.size(); ++i) {
    Attribution& a = detection.attributions[i];
    if (figure_of[i] != kNone) a.entity = index[static_cast<size_t>(figure_of[i])];
    if (a.relay != kNone) a.relay = index[static_cast<size_t>(a.relay)];
  }
}

}  // namespace

void find_sources(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                  Detection& detection) {
  detection.entities.clear();
  for (Attribution& a : detection.attributions) a.entity = a.relay = kNone;
  const Gazetteer* gazetteer = Gazetteer::of(lexicon.language());
  if (!gazetteer || tokens.all.empty()) return;
  SourceText source_text(text, tokens, lexicon, *gazetteer);
  Cast cast(source_text);
  std::vector<SourceItem> items = source_items(source_text, detection);
  std::vector<int> figure_of = SourceResolver(source_text, detection, cast, items).run();
  set_relays(source_text, cast, figure_of, detection);
  write(source_text, cast, figure_of, detection);
}

}  // namespace who_says
