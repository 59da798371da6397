#include <algorithm>
#include <map>

#include "app/models.h"
#include "text/segment.h"
#include "text/stable_order.h"

namespace who_says {
namespace {

using Claims = std::vector<const Claim*>;

template <class F>
Claims those(const Claims& claims, F wanted) {
  Claims out;
  for (const Claim* claim : claims)
    if (wanted(*claim)) out.push_back(claim);
  return out;
}

class ProfileBuilder {
 public:
  explicit ProfileBuilder(const State& state)
      : state_(state), say_(state.words), claims_(claims_in_order(state)) {}

  ProfileModel build() {
    ProfileModel out;
    if (claims_.empty()) {
      out.empty = say_("profile.empty");
      return out;
    }
    kinds(out);
    out.place_title = say_("profile.place");
    out.place_line = thirds();
    out.strip = pieces_of(state_, claims_);
    words_of_article(out);
    depth(out);
    out.facts.push_back(look());
    out.facts.push_back(naming());
    out.facts.push_back(given());
    FactGroup wording = wordings();
    if (!wording.facts.empty()) out.facts.push_back(std::move(wording));
    out.caution = say_("profile.caution");
    return out;
  }

 private:
  std::string number(size_t n) const { return say_.number(n); }
  std::string all() const { return number(claims_.size()); }
  const Source* origin(const Claim& claim) const { return origin_of(state_.shown, claim); }

  void kinds(ProfileModel& out) {
    out.kinds_title = say_("profile.kinds");
    struct Row {
      const Source* example;
      std::string label;
      Claims claims;
    };
    std::vector<Row> rows;
    for (const Claim* claim : claims_) {
      const Source* source = origin(*claim);
      std::string label = kind_label(state_, state_.shown, source);
      auto at = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.label == label; });
      if (at == rows.end()) rows.push_back({source, label, {}}), at = rows.end() - 1;
      at->claims.push_back(claim);
    }
    sort_stably(rows, [](const Row& a, const Row& b) {
      if (!a.example != !b.example) return a.example != nullptr;
      return a.claims.size() > b.claims.size();
    });
    size_t longest = 1;
    for (const Row& row : rows) longest = std::max(longest, row.claims.size());
    for (size_t i = 0; i < rows.size(); ++i) {
      const Row& row = rows[i];
      BarRow bar;
      bar.hue = row.example ? hue_of(row.example->kind, row.example->office) : Hue::none;
      bar.icon = icon_of(row.example);
      bar.label = row.label;
      bar.count = i == 0 ? say_("profile.of", {{"n", number(row.claims.size())}, {"all", all()}})
                         : number(row.claims.size());
      bar.share = static_cast<float>(row.claims.size()) / static_cast<float>(longest);
      bar.action = spans_action("kind-row:" + std::to_string(i), row.label + " " + bar.count, row.claims);
      out.kinds.push_back(std::move(bar));
    }
  }

  void words_of_article(ProfileModel& out) {
    out.words_title = say_("profile.words");
    // A word that several claims cover belongs to the best sourced of them.
    enum : uint8_t { outside, none, blanket, named };
    std::vector<Range> all_words = words(state_.text());
    std::vector<uint8_t> best(all_words.size(), outside);
    Claims by[4];
    for (const Claim* claim : claims_) {
      uint8_t rank = !origin(*claim) ? none : claim->scope == Scope::blanket ? blanket : named;
      by[rank].push_back(claim);
      if (!state_.anchored(claim->id)) continue;
      Range range = state_.place_of(claim->id)->range;
      auto at = std::lower_bound(all_words.begin(), all_words.end(), range.begin,
                                 [](Range w, uint32_t begin) { return w.end <= begin; });
      for (; at != all_words.end() && at->begin < range.end; ++at) {
        uint8_t& there = best[static_cast<size_t>(at - all_words.begin())];
        there = std::max(there, rank);
      }
    }
    size_t count[4] = {};
    for (uint8_t b : best) ++count[b];
    float total = static_cast<float>(std::max<size_t>(1, all_words.size()));
    std::vector<std::string> line;
    auto add = [&](uint8_t rank, const char* key, Segment::Fill fill) {
      if (!count[rank]) return;
      std::string label = say_(std::string("profile.words.") + key, {{"n", number(count[rank])}});
      Segment segment{
          static_cast<float>(count[rank]) / total, fill, label,
          rank == outside ? Action{} : spans_action(std::string("words:") + key, label, by[rank])};
      line.push_back(label);
      out.words.push_back(std::move(segment));
    };
    add(named, "named", Segment::Fill::strong);
    add(blanket, "blanket", Segment::Fill::medium);
    add(none, "none", Segment::Fill::hatch);
    add(outside, "outside", Segment::Fill::empty);
    out.words_line = joined(state_, line);
  }

  std::string thirds() const {
    size_t counts[3] = {}, size = std::max<size_t>(1, state_.text().size());
    for (const Claim* claim : claims_)
      if (state_.anchored(claim->id))
        ++counts[std::min<size_t>(2, size_t{3} * state_.place_of(claim->id)->range.begin / size)];
    return say_("profile.place.thirds",
                {{"a", number(counts[0])}, {"b", number(counts[1])}, {"c", number(counts[2])}});
  }

  void depth(ProfileModel& out) {
    out.depth_title = say_("profile.depth");
    std::map<size_t, Claims> by;
    size_t deepest = 2, highest = 1;
    for (const Claim* claim : claims_) {
      size_t hops = claim->chain.size();
      if (!origin(*claim) && hops) --hops;  // a step at whose end nobody stands
      by[hops].push_back(claim);
      deepest = std::max(deepest, hops);
      highest = std::max(highest, by[hops].size());
    }
    Claims second_hand;
    for (size_t d = 0; d <= deepest; ++d) {
      const Claims& here = by[d];
      Column column;
      column.label = number(d);
      column.count = number(here.size());
      column.share = static_cast<float>(here.size()) / static_cast<float>(highest);
      column.action = spans_action("depth:" + std::to_string(d),
                                   column.label + ": " + say_.count("summary.claims", here.size()), here);
      out.depth.push_back(std::move(column));
      if (d >= 2) second_hand.insert(second_hand.end(), here.begin(), here.end());
    }
    out.depth_line = say_.count("profile.depth.line", second_hand.size(), {{"all", all()}});
  }

  Fact fact(const std::string& key, const Claims& claims, InterfaceWords::Values values = {}) const {
    std::string text = say_.count(key, claims.size(), values);
    return {text, "", spans_action("fact:" + key, text, claims)};
  }

  FactGroup look() const {
    FactGroup out{say_("profile.look"), {}};
    std::map<const Source*, Claims> by_origin;
    for (const Claim* claim : claims_)
      if (const Source* source = origin(*claim)) by_origin[source].push_back(claim);
    const Source* busiest = nullptr;
    Claims once;
    for (const SourcePtr& source : state_.shown.sources) {  // in the file's order, so that ties are stable
      auto at = by_origin.find(source.get());
      if (at == by_origin.end()) continue;
      if (!busiest || at->second.size() > by_origin[busiest].size()) busiest = source.get();
      if (at->second.size() == 1) once.push_back(at->second[0]);
    }
    Claims relayed = those(claims_, [&](const Claim& c) { return c.chain.size() >= 2; });
    std::vector<const Source*> relays;
    for (const Claim* claim : relayed)
      for (size_t i = 0; i + 1 < claim->chain.size(); ++i)
        if (const Source* s = state_.shown.find_source(claim->chain[i].source);
            s && !by_origin.count(s) && std::find(relays.begin(), relays.end(), s) == relays.end())
          relays.push_back(s);
    Claims with_origin = those(claims_, [&](const Claim& c) { return origin(c) != nullptr; });
    std::string origins = joined(state_, {say_.count("profile.look.origins", by_origin.size()),
                                          say_.count("profile.look.relays", relays.size())});
    out.facts.push_back({origins, "", spans_action("fact:origins", origins, with_origin)});
    if (busiest)
      out.facts.push_back(
          fact("profile.look.one-origin", by_origin[busiest], {{"all", all()}, {"name", busiest->name}}));
    if (!once.empty()) out.facts.push_back(fact("profile.look.single", once));
    out.facts.push_back(fact("profile.look.former", those(claims_, [&](const Claim& c) {
                               return origin(c) && origin(c)->office == Office::former;
                             })));
    out.facts.push_back(fact("profile.look.current", those(claims_, [&](const Claim& c) {
                               return origin(c) && origin(c)->office == Office::current;
                             })));
    out.facts.push_back(fact("profile.look.documents", those(claims_, [&](const Claim& c) {
                               bool record = origin(c) && (origin(c)->form == Form::document ||
                                                           group_of(origin(c)->kind) == KindGroup::record);
                               return record || std::find(c.evidence.begin(), c.evidence.end(),
                                                          Evidence::document) != c.evidence.end();
                             })));
    Fact independence{say_("profile.look.independence"), say_("profile.look.not-assessed"), {}};
    if (state_.shown.independence_stated) independence.strong = state_.shown.independence;
    out.facts.push_back(std::move(independence));
    return out;
  }

  FactGroup naming() const {
    FactGroup out{say_("profile.naming"), {}};
    for (const char* way : {"named", "described", "generic", "none"}) {
      Claims here = those(claims_, [&](const Claim& c) {
        Naming n = !origin(c) ? Naming::none : c.naming == Naming::none ? origin(c)->naming : c.naming;
        return word(n) == way;
      });
      if (!here.empty())
        out.facts.push_back(fact(std::string("profile.naming.") + way, here, {{"all", all()}}));
    }
    return out;
  }

  FactGroup given() const {
    FactGroup out{say_("profile.given"), {}};
    auto way_of = [](const Claim& c) -> std::string_view {
      switch (c.directness) {
        case Directness::direct:
          return "direct";
        case Directness::mixed:
          return "mixed";
        case Directness::none:
          return "none";
        default:
          return "indirect";
      }
    };
    for (const char* way : {"direct", "mixed", "indirect", "none"}) {
      Claims here = those(claims_, [&](const Claim& c) { return way_of(c) == way; });
      if (!here.empty()) out.facts.push_back(fact(std::string("profile.given.") + way, here));
    }
    return out;
  }

  FactGroup wordings() const {
    FactGroup out{say_("profile.wording"), {}};
    for (const char* way : {"neutral", "endorsing", "distancing", "emphatic", "attitude", "hearsay"}) {
      Claims here = those(claims_, [&](const Claim& c) { return word(c.cue_class) == way; });
      if (!here.empty()) out.facts.push_back(fact(std::string("profile.wording.") + way, here));
    }
    return out;
  }

  const State& state_;
  const InterfaceWords& say_;
  Claims claims_;
};

}  // namespace

ProfileModel profile_model(const State& state) { return ProfileBuilder(state).build(); }

}  // namespace who_says
