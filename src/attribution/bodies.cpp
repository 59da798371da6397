#include "attribution/bodies.h"

#include <algorithm>

#include "text/utf.h"

namespace who_says {

bool is_state_kind(SourceKind kind) {
  return kind == SourceKind::government || kind == SourceKind::intelligence_agency ||
         kind == SourceKind::military || kind == SourceKind::law_justice ||
         kind == SourceKind::legislator_politician || kind == SourceKind::diplomat;
}

Office office_of_body(SourceKind kind, Form form) {
  if (form == Form::document) return Office::not_applicable;
  if (form == Form::state || is_state_kind(kind)) return Office::current;
  return Office::not_applicable;
}

Body body_of_words(const SourceText& text, TokenSpan words) {
  Body out;
  if (words.empty()) return out;
  std::u16string plain = text.plain(words);
  out.name = to_utf8(plain);
  const KnownName* known = text.gazetteer.name(plain);
  if (!known) known = text.gazetteer.name(u"The " + plain);
  // "Amnesty International Indonesia"
  if (!known && words.size() > 1 && text.gazetteer.country(text.at(words.end - 1)))
    known = text.gazetteer.name(text.plain({words.begin, words.end - 1}));
  // "The U.S. National Science Foundation"
  if (!known && words.size() > 1 && text.gazetteer.country(text.at(words.begin)))
    known = text.gazetteer.name(text.plain({words.begin + 1, words.end}));
  if (known) {
    out.kind = known->kind;
    out.country = known->country;
    out.named = true;
    return out;
  }
  if (const KnownCountry* country = text.gazetteer.country(plain)) {
    out.kind = SourceKind::government;
    out.country = country->code;
    out.named = true;
    return out;
  }
  // "The Treasury committee" is parliament's.
  bool committee = words.size() > 1 && text.at(words.end - 1) == u"committee";
  if (is_name_like(text, words.begin) && !committee)
    if (const KnownTitle* word = kind_word(text, words)) {
      out.kind = word->kind;
      out.named = words.size() > 1;
      return out;
    }
  uint32_t end = 0;
  if (const KnownTitle* title = title_at(text, committee ? words.end - 1 : words.begin, words.end, &end))
    if (title->form == Form::organization || !is_name_like(text, words.begin) || end == words.end)
      out.kind = title->kind;
  // "the bank Nordhavn Kapital"
  for (uint32_t at = words.begin > 3 ? words.begin - 3 : 0;
       at < words.begin && out.kind == SourceKind::unspecified; ++at)
    if (const KnownTitle* title = title_at(text, at, words.begin, &end))
      if (title->form == Form::organization && end == words.begin) out.kind = title->kind;
  out.named = is_name_like(text, words.begin) && out.kind == SourceKind::unspecified;
  return out;
}

}  // namespace who_says
