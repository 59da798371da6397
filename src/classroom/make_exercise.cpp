#include "classroom/make_exercise.h"

#include <algorithm>
#include <set>

#include "classroom/worked_sum.h"

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
        std::vector<const Claim*> claims = some(nameless());
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
        for (const Claim* claim : claims_) key.marks.push_back({{claim->selector, ""}, {}, false, "", ""});
        return true;
      case TaskKind::count:
        return count(task, key);
      case TaskKind::swap_cue:
        return swap_cue(task);
      case TaskKind::check_number:
        return check_number(task, key);
      case TaskKind::rank:
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
    std::vector<const Claim*> claims = some({});
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
      bool holds_posts = one.form == Form::person || one.form == Form::group;
      task.asks_office = task.asks_office || (holds_posts && one.office == Office::former);
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
  bool chain(Task& task, KeyAnswer& key) {
    for (const Claim* claim : claims_) {
      if (key.items.size() == kMostChains) break;
      std::vector<std::string> order;
      for (const Hop& hop : claim->chain)
        if (source(hop.source)) order.push_back(hop.source);
      if (order.size() < 2 || order.size() != claim->chain.size()) continue;
      task.claims.push_back(claim->id);
      key.items.push_back({claim->id, std::move(order), {}, {}, "", ""});
    }
    task.sources = shuffled(cast_);
    return !key.items.empty();
  }
  bool count(Task& task, KeyAnswer& key) {
    std::vector<const Claim*> claims = some({});
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
  bool swap_cue(Task& task) const {
    for (const Claim* claim : claims_) {
      if (claim->chain.empty() || claim->chain.back().cue.empty()) continue;
      task.claims = {claim->id};
      task.cue = claim->chain.back().cue;
      bool neutral = claim->cue_class == CueClass::neutral || claim->cue_class == CueClass::none;
      task.other_cue = neutral ? "claimed" : "said";
      if (task.cue == task.other_cue) task.other_cue = "admitted";
      return true;
    }
    return false;
  }
  bool check_number(Task& task, KeyAnswer& key) const {
    for (const Claim* claim : claims_)
      for (const Remark& remark : claim->remarks) {
        auto sum = worked_sum(remark.text);
        if (!remark.question || (!sum && remark.text.find('=') == std::string::npos)) continue;
        task.claims = {claim->id};
        key.example = remark.text;
        if (sum)
          key.items.push_back({std::string(kSumItem), {std::string(word(*sum))}, {}, {}, remark.text, ""});
        return true;
      }
    return false;
  }
  bool compare(Task& task, KeyAnswer& key) const {
    if (articles_.size() < 2) return false;
    const Document &a = articles_[0].document, &b = articles_[1].document;
    std::vector<std::string> all;
    for (const Document* one : {&a, &b})
      for (const SourcePtr& source : one->sources) all.push_back(source->id);
    all = shuffled(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    task.sources = first_of(all);
    for (const std::string& id : task.sources) {
      bool in_a = a.find_source(id), in_b = b.find_source(id);
      Reported where = in_a && in_b ? Reported::both : in_a ? Reported::first : Reported::second;
      key.items.push_back({id, {std::string(word(where))}, {}, {}, "", ""});
    }
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

}  // namespace who_says
