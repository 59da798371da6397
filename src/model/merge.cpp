#include <algorithm>
#include <set>

#include "model/codec.h"

namespace who_says {
namespace {

template <class Ptr>
Ptr* find(std::vector<Ptr>& list, const std::string& id) {
  auto at = std::find_if(list.begin(), list.end(), [&](const Ptr& one) { return one->id == id; });
  return at == list.end() ? nullptr : &*at;
}
template <class Ptr>
const Ptr* find(const std::vector<Ptr>& list, const std::string& id) {
  return find(const_cast<std::vector<Ptr>&>(list), id);
}
template <class Ptr>
void put(std::vector<Ptr>& list, const Ptr& one) {
  if (Ptr* there = find(list, one->id))
    *there = one;
  else
    list.push_back(one);
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
  std::erase_if(out.claims, [&](const ClaimPtr& claim) { return removed.count(claim->id) > 0; });
  for (const SourcePtr& source : layer.sources) put(out.sources, source);
  for (const ClaimPtr& claim : layer.claims) put(out.claims, claim);
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
  for (const SourcePtr& source : current.sources) {
    const SourcePtr* there = find(base.sources, source->id);
    if (!there || (*there != source && !(**there == *source))) out.sources.push_back(source);
  }
  for (const ClaimPtr& claim : current.claims) {
    const ClaimPtr* there = find(base.claims, claim->id);
    if (!there || (*there != claim && !(**there == *claim))) out.claims.push_back(claim);
  }
  for (const ClaimPtr& claim : base.claims)
    if (!find(current.claims, claim->id)) out.removed.push_back(claim->id);
  return out;
}

Merge merge_documents(const Document& mine, const Document& theirs) {
  Merge out;
  out.document = mine;
  add_kinds(out.document, theirs);
  for (const SourcePtr& source : theirs.sources) {
    const SourcePtr* there = find(mine.sources, source->id);
    if (!there)
      out.document.sources.push_back(source);
    else if (!(**there == *source))
      out.conflicts.push_back({source->id, true});
  }
  for (const ClaimPtr& claim : theirs.claims) {
    const ClaimPtr* there = find(mine.claims, claim->id);
    if (!there) {
      out.document.claims.push_back(claim);
      ++out.added;
    } else if (**there == *claim) {
      ++out.same;
    } else {
      out.conflicts.push_back({claim->id, false});
    }
  }
  return out;
}

}  // namespace who_says
