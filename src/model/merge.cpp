#include <algorithm>
#include <set>
#include <unordered_map>

#include "model/codec.h"

namespace who_says {
namespace {

/// Claims or sources by their ids.
template <class Ptr>
class ById {
 public:
  explicit ById(const std::vector<Ptr>& list) : list_(list) {}
  /// Its place in the list; npos when there is none. `near` is where it is looked for first: lists mostly have the same order.
  size_t find(const std::string& id, size_t near) {
    if (near < list_.size() && list_[near]->id == id) return near;
    if (!is_filled_)
      for (size_t i = 0; i < list_.size(); ++i) places_.try_emplace(list_[i]->id, i);
    is_filled_ = true;
    auto at = places_.find(id);
    return at == places_.end() ? std::string::npos : at->second;
  }
  bool has(const std::string& id, size_t near = 0) { return find(id, near) != std::string::npos; }

 private:
  const std::vector<Ptr>& list_;
  std::unordered_map<std::string, size_t> places_;
  bool is_filled_ = false;
};

template <class Ptr>
void put(std::vector<Ptr>& list, const std::vector<Ptr>& others) {
  ById<Ptr> there(list);
  std::vector<Ptr> added;
  for (size_t i = 0; i < others.size(); ++i) {
    size_t at = there.find(others[i]->id, i);
    if (at == std::string::npos)
      added.push_back(others[i]);
    else
      list[at] = others[i];
  }
  list.insert(list.end(), added.begin(), added.end());
}
/// Those of `current` that are not so in `base`.
template <class Ptr>
void add_other(std::vector<Ptr>& out, const std::vector<Ptr>& base, const std::vector<Ptr>& current) {
  ById<Ptr> in_base(base);
  for (size_t i = 0; i < current.size(); ++i) {
    size_t at = in_base.find(current[i]->id, i);
    if (at == std::string::npos || (base[at] != current[i] && !(*base[at] == *current[i])))
      out.push_back(current[i]);
  }
}
void add_kinds(Document& to, const Document& from) {
  for (const OwnKind& kind : from.kinds)
    if (std::none_of(to.kinds.begin(), to.kinds.end(), [&](const OwnKind& k) { return k.id == kind.id; }))
      to.kinds.push_back(kind);
}

}  // namespace

Document apply_layer(const Document& base, const Document& layer) {
  Document out = base;
  add_kinds(out, layer);
  std::set<std::string> removed(layer.removed.begin(), layer.removed.end());
  ById<ClaimPtr> in_base(base.claims);
  for (const std::string& id : layer.removed)
    if (!in_base.has(id)) out.removed.push_back(id);
  std::erase_if(out.claims, [&](const ClaimPtr& claim) { return removed.count(claim->id) > 0; });
  put(out.sources, layer.sources);
  put(out.claims, layer.claims);
  return out;
}

Document layer_between(const Document& base, const Document& current) {
  Document out;
  out.article_url = current.article_url;
  out.article_title = current.article_title;
  out.article_hash = current.article_hash;
  out.lang = current.lang;
  for (const OwnKind& kind : current.kinds)
    if (std::none_of(base.kinds.begin(), base.kinds.end(), [&](const OwnKind& k) { return k == kind; }))
      out.kinds.push_back(kind);
  add_other(out.sources, base.sources, current.sources);
  add_other(out.claims, base.claims, current.claims);
  out.removed = current.removed;
  ById<ClaimPtr> in_current(current.claims);
  for (size_t i = 0; i < base.claims.size(); ++i)
    if (!in_current.has(base.claims[i]->id, i)) out.removed.push_back(base.claims[i]->id);
  return out;
}

Merge merge_documents(const Document& mine, const Document& theirs) {
  Merge out;
  out.document = mine;
  add_kinds(out.document, theirs);
  ById<SourcePtr> my_sources(mine.sources);
  for (const SourcePtr& source : theirs.sources) {
    size_t at = my_sources.find(source->id, 0);
    if (at == std::string::npos)
      out.document.sources.push_back(source);
    else if (!(*mine.sources[at] == *source))
      out.conflicts.push_back({source->id, true});
  }
  ById<ClaimPtr> my_claims(mine.claims);
  for (const ClaimPtr& claim : theirs.claims) {
    size_t at = my_claims.find(claim->id, 0);
    if (at == std::string::npos) {
      out.document.claims.push_back(claim);
      ++out.added;
    } else if (*mine.claims[at] == *claim) {
      ++out.same;
    } else {
      out.conflicts.push_back({claim->id, false});
    }
  }
  return out;
}

}  // namespace who_says
