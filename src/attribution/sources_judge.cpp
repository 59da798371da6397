#include "attribution/sources_judge.h"

#include "attribution/naming.h"
#include "attribution/spelling.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// The body that the sentence of a phrase, or the one before, begins with.
Body body_before(const SourceText& text, const Cast& cast, const Phrase& phrase) {
  TokenSpan words = body_spoken_of(text, phrase.span.begin);
  Body out;
  for (TokenSpan rest = words; !rest.empty() && out.kind == SourceKind::unspecified; ++rest.begin)
    out = cast.body_of(rest);
  if (out.kind != SourceKind::unspecified) out.name = to_utf8(text.plain(words));
  return out;
}

/// The body that "its" or "his" before a title stands for.
Body possessive_body(const SourceText& text, const Cast& cast, const Phrase& phrase, const Standing& at) {
  if (phrase.titles.empty()) return {};
  std::u16string pronoun = phrase.possessive;
  const KnownTitle& title = *phrase.titles.front().title;
  if (pronoun.empty() && title.of_body && title.term.find(u"author") != std::u16string::npos &&
      phrase.titles.front().body.empty()) {
    // "The authors": of the report that the text speaks of
    int report = antecedent_of(text, cast, u"it", at).figure;
    if (report == kNone || cast[report].finding.form != Form::document) return {};
    return cast.body_of_figure(report);
  }
  if (pronoun.empty()) {
    // "A spokeswoman, Anna White": of the body that the text speaks of.
    // "Oxfam closed its office. Country director Paul Hume …"
    bool heads = title.of_body && title.kind == SourceKind::business && !phrase.name.empty();
    if (!(title.spokesperson || heads) || !phrase.titles.front().body.empty()) return {};
    if (Body before = body_before(text, cast, phrase); before.kind != SourceKind::unspecified) return before;
    if (heads) return {};
    pronoun = u"its";
  }
  if (pronoun == u"our" || pronoun == u"my") return cast.body_of_figure(at.speaker);
  Antecedent found = antecedent_of(text, cast, pronoun, at);
  if (found.figure == kNone) return {};
  if (pronoun == u"its" || pronoun == u"their") return cast.body_of_figure(found.figure);
  // "His spokesman", "her aides": those of an official are of what the official is of.
  const Figure& f = cast[found.figure];
  Body out;
  if (f.finding.weight < Weight::clause || f.finding.kind == SourceKind::person_affected ||
      !(title.spokesperson || title.of_body))
    return out;
  out.kind = f.finding.kind;
  out.name = to_utf8(f.name);
  return out;
}

}  // namespace

bool is_own_outlet(const SourceText& text, const Phrase& phrase, const Standing& at) {
  if (at.span.empty() || at.depth > 0 || at.quoted || phrase.titles.empty()) return false;
  const KnownTitle& title = *phrase.titles.front().title;
  if (phrase.determiner == Determiner::demonstrative && title.kind == SourceKind::news_outlet)
    return text.form(phrase.span.begin) == u"this";
  return phrase.possessive == u"our";
}

void judge_figure(const SourceText& text, Cast& cast, int figure, const Phrase& phrase, const Standing& at) {
  // "The RSF": whose initials they are has been judged by its name.
  if (phrase.name.size() == 1 && phrase.titles.empty() && cast[figure].naming == Naming::named &&
      initials_of(cast[figure].name) == name_key_of(text.plain(phrase.name)))
    return;
  // "Duma rejected it" of Marcin Duma
  if (phrase.name.size() == 1 && phrase.titles.empty() && phrase.sort == NameSort::body &&
      cast[figure].sort == NameSort::person)
    return;
  bool issuer_named = false;
  BodyLookup lookup = [&](TokenSpan words) {
    Body body = cast.body_of(words);
    // "The head of the service", "a deputy director of the bureau": of the one that the text speaks of.
    bool definite = words.size() == 1 && words.begin > 0 && text.words.is(words.begin - 1, u"the");
    if (definite && !is_name_like(text, words.begin)) {
      Phrase described = read_phrase(text, {words.begin - 1, words.end});
      int before = described_before(text, cast, described, {words, 0, kNone, false}).figure;
      bool named = body.named;
      if (before != kNone && (cast[before].named || cast[before].finding.form == Form::document))
        body = cast.body_of_figure(before);
      body.named = named;  // by these words it is not
    }
    // "Mr Lund's communications chief": of what Mr Lund is of
    bool serves = !phrase.titles.empty() &&
                  (phrase.titles.front().title->of_body || phrase.titles.front().title->spokesperson);
    if (serves && body.kind == SourceKind::unspecified && is_name_like(text, words.begin)) {
      int whose = cast.find_name(read_phrase(text, words)).first;
      if (whose != kNone && whose != figure && cast[whose].finding.weight >= Weight::default_of_title &&
          cast[whose].finding.form == Form::person && cast[whose].finding.kind != SourceKind::person_affected)
        body.kind = cast[whose].finding.kind;
    }
    issuer_named = issuer_named || (body.named && body.kind != SourceKind::unspecified);
    // An issuer that nothing is known of is still a name: "figures compiled by StatLine".
    if (!issuer_named && body.named && words.begin > 0 &&
        (text.words.is(words.begin - 1, u"by") || is_name_like(text, words.end - 1))) {
      NameSort sort = sort_of_name(text, words, words.begin > 0 && text.in_class("article", words.begin - 1));
      issuer_named = sort == NameSort::body || text.words.is(words.begin - 1, u"by");
    }
    return body;
  };
  // "Ted Cruz and Rand Paul": of the kind of the first.
  if (phrase.plural && !phrase.name.empty()) {
    Phrase first;
    first.name = {phrase.name.begin, name_end(text, phrase.name.begin, phrase.name.end)};
    if (int known = first.name.empty() ? kNone : cast.find_name(first).first;
        known != kNone && known != figure) {
      Finding same = cast[known].finding;
      same.form = Form::group;
      same.reason = because("as-other", {to_utf8(cast[known].name)});
      cast.take(figure, phrase, std::move(same), Naming::named);
      return;
    }
  }
  Finding finding = judge(text, phrase, lookup, possessive_body(text, cast, phrase, at));
  if (is_own_outlet(text, phrase, at)) {
    finding.kind = SourceKind::self;
    if (phrase.possessive.empty())
      finding.form = Form::organization;
    else if (finding.form != Form::person)
      finding.form = Form::document;
    finding.office = Office::not_applicable;
    finding.weight = Weight::known;
    finding.reason = because("own-outlet");
  }
  // "Researchers led by Dr Zoë Brânduș" are named by whom they are with.
  Naming naming = naming_of(text, phrase, finding.form, issuer_named);
  if (finding.form == Form::group && phrase.name.empty())
    for (uint32_t at = phrase.span.begin; at + 2 < phrase.span.end; ++at)
      if (text.words.is(at, u"led") && text.words.is(at + 1, u"by") && is_name_like(text, at + 2))
        naming = Naming::named;
  cast.take(figure, phrase, std::move(finding), naming);
}

}  // namespace who_says
