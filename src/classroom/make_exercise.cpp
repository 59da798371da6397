#include "classroom/make_exercise.h"

#include <algorithm>
#include <array>
#include <set>

#include "classroom/other_cue.h"
#include "classroom/worked_sum.h"
#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr size_t kMostClaims = 8, kMostSources = 8,
                 kMostChains = 3;  // of one task: about a lesson's attention

class Maker {
 public:
  Maker(const std::vector<SourcedArticle>& articles, const ExerciseWish& wish)
      : articles_(articles), wish_(wish) {
    if (articles.empty()) return;
    const Document& document = articles[0].document;
    for (const ClaimPtr& claim : document.claims)
      if (stands(*claim, articles[0].text)) claims_.push_back(claim.get());
    std::set<std::string> seen;
    for (const Claim* claim : claims_)
      for (const Hop& hop : claim->chain)
        if (document.find_source(hop.source) && seen.insert(hop.source).second) cast_.push_back(hop.source);
    for (const Claim* claim : claims_)
      if (std::string id = origin(*claim);
          !id.empty() && std::find(origins_.begin(), origins_.end(), id) == origins_.end())
        origins_.push_back(id);
  }

  Exercise run() {
    out_.id = wish_.id;
    out_.version = wish_.version;
    out_.title = wish_.title;
    out_.lang = wish_.lang;
    for (TaskKind kind : wish_.kinds) add(kind);
    out_.has_key = true;
    std::set<std::string> asked;
    for (const Task& task : out_.tasks) asked.insert(task.claims.begin(), task.claims.end());
    for (const SourcedArticle& article : articles_) out_.articles.push_back(for_pupils(article, asked));
    return std::move(out_);
  }

  std::vector<std::string> to_ask(TaskKind kind) const {
    return kind == TaskKind::highlight ? origins_ : ids(askable(kind));
  }

 private:
  static bool stands(const Claim& claim, std::u16string_view text) {
    const auto& place = claim.selector.position;
    return place && !place->empty() && place->end <= text.size() &&
           text.substr(place->begin, place->size()) == claim.selector.exact;
  }
  std::string origin(const Claim& claim) const {
    const Source* source = origin_of(articles_[0].document, claim);
    return source ? source->id : std::string();
  }
  const Source* source(const std::string& id) const { return articles_[0].document.find_source(id); }

  ExerciseArticle for_pupils(const SourcedArticle& article, const std::set<std::string>& asked) const {
    ExerciseArticle out;
    out.text = article.text;
    out.embedded = wish_.embed;
    out.document = article.document;
    out.document.claims.clear();
    out.document.removed.clear();
    for (const ClaimPtr& claim : article.document.claims) {
      if (asked.count(claim->id) == 0) continue;
      auto bare = std::make_shared<Claim>();
      bare->id = claim->id;
      bare->selector = claim->selector;
      out.document.claims.push_back(std::move(bare));
    }
    return out;
  }

  /// So many of the claims, spread over the text, the given ones first.
  std::vector<const Claim*> some(const std::vector<const Claim*>& first) const {
    std::set<const Claim*> chosen(
        first.begin(), first.begin() + static_cast<ptrdiff_t>(std::min(first.size(), kMostClaims)));
    size_t room = kMostClaims - chosen.size();
    std::vector<const Claim*> rest, out;
    for (const Claim* claim : claims_)
      if (chosen.count(claim) == 0) rest.push_back(claim);
    size_t take = std::min(room, rest.size());
    for (size_t i = 0; i < take; ++i) chosen.insert(rest[i * rest.size() / take]);
    for (const Claim* claim : claims_)
      if (chosen.count(claim) > 0) out.push_back(claim);
    return out;
  }
  std::vector<const Claim*> askable(TaskKind kind) const {
    std::vector<const Claim*> out;
    for (const Claim* claim : claims_)
      if (is_askable(kind, *claim)) out.push_back(claim);
    return out;
  }
  bool is_askable(TaskKind kind, const Claim& claim) const {
    switch (kind) {
      case TaskKind::match:
      case TaskKind::spot:
      case TaskKind::count:
        return true;
      case TaskKind::chain:
        return !whole_chain(claim).empty();
      case TaskKind::swap_cue:
        return swap_of(claim).has_value();
      case TaskKind::check_number:
        return working_of(claim) != nullptr;
      default:
        return false;
    }
  }
  /// Those of the wish, in the order of the text.
  std::vector<const Claim*> wished(TaskKind kind) const {
    auto ids = wish_.asked.find(kind);
    if (ids == wish_.asked.end()) return {};
    std::vector<const Claim*> out = askable(kind);
    std::erase_if(out, [&](const Claim* claim) {
      return std::find(ids->second.begin(), ids->second.end(), claim->id) == ids->second.end();
    });
    return out;
  }
  std::vector<const Claim*> wished_or_some(TaskKind kind) const {
    std::vector<const Claim*> out = wished(kind);
    return out.empty() ? some({}) : out;
  }
  std::vector<const Claim*> nameless() const {
    std::vector<const Claim*> out;
    for (const Claim* claim : claims_)
      if (origin(*claim).empty()) out.push_back(claim);
    return out;
  }
  static std::vector<std::string> ids(const std::vector<const Claim*>& claims) {
    std::vector<std::string> out;
    for (const Claim* claim : claims) out.push_back(claim->id);
    return out;
  }
  /// Names in the order of the alphabet of their ids: the order of the text would give answers away.
  static std::vector<std::string> shuffled(std::vector<std::string> ids) {
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  void add(TaskKind kind) {
    Task task;
    task.id = std::string(word(kind)) + "-" + std::to_string(out_.tasks.size() + 1);
    task.kind = kind;
    KeyAnswer key;
    key.task = task.id;
    if (claims_.empty() || !fill(task, key)) return;
    out_.tasks.push_back(std::move(task));
    out_.key.answers.push_back(std::move(key));
  }

  /// False when the claims give nothing for such a task.
  bool fill(Task& task, KeyAnswer& key) {
    switch (task.kind) {
      case TaskKind::match:
        return match(task, key);
      case TaskKind::classify:
        return classify(task, key);
      case TaskKind::spot: {
        if (nameless().empty() || origins_.empty()) return false;
        std::vector<const Claim*> claims = wished(TaskKind::spot);
        if (std::none_of(claims.begin(), claims.end(),
                         [&](const Claim* one) { return origin(*one).empty(); }))
          claims = some(nameless());
        task.claims = ids(claims);
        KeyItem item{std::string(kClaimsItem), {}, {}, {}, "", ""};
        for (const Claim* claim : claims)
          if (origin(*claim).empty()) item.answer.push_back(claim->id);
        key.items.push_back(std::move(item));
        return true;
      }
      case TaskKind::chain:
        return chain(task, key);
      case TaskKind::highlight:
        return highlight(task, key);
      case TaskKind::count:
        return count(task, key);
      case TaskKind::swap_cue:
        return swap_cue(task);
      case TaskKind::check_number:
        return check_number(task, key);
      case TaskKind::rank:
        task.letter = wish_.letter;
        task.sources = shuffled(first_of(origins_));
        return task.sources.size() > 1;
      case TaskKind::compare:
        return compare(task, key);
    }
    return false;
  }

  static std::vector<std::string> first_of(const std::vector<std::string>& all) {
    return {all.begin(), all.begin() + static_cast<ptrdiff_t>(std::min(all.size(), kMostSources))};
  }

  bool match(Task& task, KeyAnswer& key) {
    if (origins_.size() < 2) return false;
    std::vector<const Claim*> claims = wished_or_some(TaskKind::match);
    task.claims = ids(claims);
    task.sources = shuffled(cast_);
    for (const Claim* claim : claims) key.items.push_back({claim->id, {origin(*claim)}, {}, {}, "", ""});
    return true;
  }
  bool classify(Task& task, KeyAnswer& key) {
    for (const std::string& id : first_of(cast_)) {
      const Source& one = *source(id);
      if (one.kind == SourceKind::unspecified || one.kind == SourceKind::self) continue;
      task.sources.push_back(id);
      task.asks_office = task.asks_office || (holds_posts(one) && one.office == Office::former);
    }
    task.sources = shuffled(task.sources);
    for (const std::string& id : task.sources) {
      const Source& one = *source(id);
      std::vector<std::string> answer = {std::string(word(one.kind))};
      if (asks_office(task, &one) && (one.office == Office::current || one.office == Office::former))
        answer.emplace_back(word(one.office));
      key.items.push_back({id, std::move(answer), {}, {}, one.description, ""});
    }
    return !task.sources.empty();
  }
  /// Empty where it has one hand, or nobody is named for one of them.
  std::vector<std::string> whole_chain(const Claim& claim) const {
    std::vector<std::string> out;
    for (const Hop& hop : claim.chain)
      if (source(hop.source)) out.push_back(hop.source);
    return out.size() > 1 && out.size() == claim.chain.size() ? out : std::vector<std::string>();
  }
  bool chain(Task& task, KeyAnswer& key) {
    std::vector<const Claim*> claims = wished(TaskKind::chain);
    if (claims.empty()) {
      claims = askable(TaskKind::chain);
      claims.resize(std::min(claims.size(), kMostChains));
    }
    task.claims = ids(claims);
    task.sources = shuffled(cast_);
    for (const Claim* claim : claims) key.items.push_back({claim->id, whole_chain(*claim), {}, {}, "", ""});
    return !claims.empty();
  }
  bool highlight(Task& task, KeyAnswer& key) const {
    task.by_sentence = wish_.by_sentence;
    if (std::find(origins_.begin(), origins_.end(), wish_.source) != origins_.end())
      task.source = wish_.source;
    for (const Claim* claim : claims_) {
      bool passes_on = std::any_of(claim->chain.begin(), claim->chain.end(),
                                   [&](const Hop& hop) { return hop.source == task.source; });
      bool rests = task.source.empty() || origin(*claim) == task.source;
      // What the source passes on of another may be marked too.
      if (rests || passes_on) key.marks.push_back({{claim->selector, ""}, {}, !rests, "", ""});
    }
    return true;
  }
  bool count(Task& task, KeyAnswer& key) {
    std::vector<const Claim*> claims = wished(TaskKind::count);
    if (std::all_of(claims.begin(), claims.end(), [&](const Claim* one) { return origin(*one).empty(); }))
      claims = some({});
    std::vector<std::string> found;
    for (const Claim* claim : claims)
      if (std::string id = origin(*claim); !id.empty()) found.push_back(id);
    found = shuffled(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.empty() || cast_.size() < 2) return false;
    task.claims = ids(claims);
    task.sources = shuffled(cast_);
    key.items.push_back({std::string(kNumberItem),
                         {std::to_string(found.size())},
                         {},
                         {},
                         articles_[0].document.independence,
                         ""});
    key.items.push_back({std::string(kOriginsItem), found, {}, {}, "", ""});
    return true;
  }
  std::optional<CueSwap> swap_of(const Claim& claim) const {
    if (claim.chain.empty()) return std::nullopt;
    const SourcedArticle& article = articles_[0];
    std::string_view lang = wish_.lang.empty() ? article.document.lang : wish_.lang;
    const Hop& hop = claim.chain.back();
    if (hop.cue.empty() && hop.source.empty()) return std::nullopt;
    return hop.cue.empty() ? other_cue_near(lang, article.text, *claim.selector.position)
                           : other_cue(lang, to_utf16(hop.cue));
  }
  /// It stands in a block that ends as no sentence does.
  bool in_heading(const Claim& claim) const {
    std::u16string_view text = articles_[0].text;
    size_t end = std::min(text.find(u'\n', claim.selector.position->end), text.size());
    while (end > 0 && is_space(text[end - 1])) --end;
    return end > 0 && is_word_unit(text[end - 1]);
  }
  bool swap_cue(Task& task) const {
    std::vector<const Claim*> claims = wished(TaskKind::swap_cue);
    if (claims.empty()) claims = askable(TaskKind::swap_cue);
    auto rank = [&](const Claim* claim) { return swap_of(*claim)->rank + (in_heading(*claim) ? 3 : 0); };
    auto best = std::min_element(claims.begin(), claims.end(),
                                 [&](const Claim* a, const Claim* b) { return rank(a) < rank(b); });
    if (best == claims.end()) return false;
    CueSwap swap = *swap_of(**best);
    task.claims = {(*best)->id};
    task.cue = std::move(swap.cue);
    task.other_cue = std::move(swap.other);
    return true;
  }
  /// The engine's question about a number; nullptr = there is none.
  static const Remark* working_of(const Claim& claim) {
    auto is_working = [](const Remark& remark) {
      return remark.question && (worked_sum(remark.text) || remark.text.find('=') != std::string::npos);
    };
    auto found = std::find_if(claim.remarks.begin(), claim.remarks.end(), is_working);
    return found == claim.remarks.end() ? nullptr : &*found;
  }
  bool check_number(Task& task, KeyAnswer& key) const {
    std::vector<const Claim*> claims = wished(TaskKind::check_number);
    if (claims.empty()) claims = askable(TaskKind::check_number);
    if (claims.empty()) return false;
    task.claims = {claims[0]->id};
    key.example = working_of(*claims[0])->text;
    if (auto sum = worked_sum(key.example))
      key.items.push_back({std::string(kSumItem), {std::string(word(*sum))}, {}, {}, key.example, ""});
    return true;
  }
  bool compare(Task& task, KeyAnswer& key) const {
    if (articles_.size() < 2) return false;
    const Document &a = articles_[0].document, &b = articles_[1].document;
    auto where = [&](const std::string& id) {
      return !b.find_source(id) ? Reported::first : a.find_source(id) ? Reported::both : Reported::second;
    };
    std::map<Reported, std::vector<std::string>> found;
    for (const Document* one : {&a, &b})
      for (const SourcePtr& source : one->sources)
        if (one == &a || !a.find_source(source->id)) found[where(source->id)].push_back(source->id);
    std::map<Reported, size_t> taken;
    size_t all =
        found[Reported::both].size() + found[Reported::second].size() + found[Reported::first].size();
    constexpr std::array kTurns = {Reported::both, Reported::second, Reported::both, Reported::first};
    for (size_t turn = 0; task.sources.size() < std::min(all, kMostSources); ++turn) {
      Reported group = kTurns[turn % kTurns.size()];
      if (size_t& n = taken[group]; n < found[group].size()) task.sources.push_back(found[group][n++]);
    }
    task.sources = shuffled(task.sources);
    for (const std::string& id : task.sources)
      key.items.push_back({id, {std::string(word(where(id)))}, {}, {}, "", ""});
    return !task.sources.empty();
  }

  const std::vector<SourcedArticle>& articles_;
  const ExerciseWish& wish_;
  std::vector<const Claim*> claims_;
  std::vector<std::string> cast_;     // whom the claims name, in the order of the text
  std::vector<std::string> origins_;  // of them those that are origins
  Exercise out_;
};

}  // namespace

Exercise make_exercise(const std::vector<SourcedArticle>& articles, const ExerciseWish& wish) {
  return Maker(articles, wish).run();
}
std::vector<std::string> what_to_ask(const std::vector<SourcedArticle>& articles, const ExerciseWish& wish,
                                     TaskKind kind) {
  return Maker(articles, wish).to_ask(kind);
}

}  // namespace who_says
