#include "attribution/phrase_titles.h"

#include <algorithm>
#include <array>

#include "attribution/bodies.h"
#include "attribution/phrase_parts.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr WordList<9> kBodyPrepositions = {u"of", u"for", u"at", u"from",  u"with",
                                           u"by", u"in",  u"on", u"inside"};
/// Before whom a document is of, or someone works for.
constexpr WordList<9> kIssuing = {u"by", u"from", u"of", u"for", u"at", u"with", u"de", u"von", u"in"};
/// What is done to a document by those who did not issue it: "a memo seen by Reuters".
constexpr WordList<18> kReading = {u"seen",        u"obtained",  u"reviewed",  u"viewed", u"read",
                                   u"examined",    u"leaked",    u"shown",     u"shared", u"acquired",
                                   u"polled",      u"surveyed",  u"contacted", u"quoted", u"cited",
                                   u"interviewed", u"consulted", u"questioned"};
/// Where a document lies: "accounts filed at Companies House".
constexpr WordList<3> kKept = {u"filed", u"lodged", u"deposited"};
constexpr WordList<7> kKnowing = {u"knowledge", u"direct",   u"access",    u"insight",
                                  u"ties",      u"intimate", u"first-hand"};
constexpr WordList<10> kOwning = {u"owns",     u"runs",    u"founded", u"co-founded", u"owned",
                                  u"operates", u"manages", u"opened",  u"sells",      u"heads"};
constexpr WordList<16> kHeading = {u"heads",    u"runs",    u"manages",  u"chairs",   u"leads", u"directs",
                                   u"oversees", u"ran",     u"headed",   u"chaired",  u"led",   u"directed",
                                   u"managed",  u"oversaw", u"commands", u"commanded"};
/// Of an office or a post, in the past; what kServing and kOwning do not have.
constexpr WordList<13> kHeld = {u"ran",     u"headed",    u"held",     u"managed",  u"directed",
                                u"chaired", u"commanded", u"presided", u"governed", u"edited",
                                u"oversaw", u"taught",    u"advised"};
constexpr WordList<24> kWorking = {
    u"covers",      u"covered", u"tracks",       u"follows",  u"studies",    u"studied",
    u"teaches",     u"advises", u"advised",      u"designed", u"writes",     u"wrote",
    u"researches",  u"managed", u"negotiated",   u"helped",   u"represents", u"specialises",
    u"specializes", u"oversaw", u"investigates", u"edited",   u"reported",   u"co-founded"};
constexpr WordList<4> kCommenting = {u"comments", u"commentates", u"writes", u"presents"};
constexpr WordList<3> kIntroducing = {u"introduced", u"described", u"identified"};
constexpr WordList<11> kServing = {u"served", u"serves",     u"works", u"worked", u"sits",  u"sat",
                                   u"chairs", u"represents", u"led",   u"leads",  u"became"};

}  // namespace

std::optional<TitlePlace> title_in(const SourceText& text, TokenSpan head, TokenSpan tail,
                                   TokenSpan possessor) {
  TitlePlace best;
  TokenSpan body;
  auto look = [&](TokenSpan where, bool first_only) {
    for (uint32_t at = where.begin; at < where.end;) {
      uint32_t title_end = 0;
      const KnownTitle* title = title_at(text, at, where.end, &title_end);
      // "A fellow rower"
      if (title && title->term == u"fellow" && title_end < where.end && !is_name_like(text, title_end)) {
        at = title_end;
        continue;
      }
      if (!title && at + 1 < where.end && text.gazetteer.is_former(text.form(at))) {
        ++at;  // "Former Mossad head": of Mossad
        continue;
      }
      if (!title) {
        uint32_t name = name_end(text, at, where.end);
        if (name == at) {
          ++at;
          continue;
        }
        // "Apple CEO": the title ends the name.
        for (uint32_t inner = at + 1; inner < name; ++inner)
          if (const KnownTitle* next = title_at(text, inner, where.end, &title_end);
              next && (next->form == Form::person || title_end > name))
            name = inner;  // or goes on behind it: "a pro-Kremlin | Telegram channel"
        const KnownCountry* country = text.gazetteer.country(text.plain({at, name}));
        bool unknown_word = name == at + 1 && text.begins_sentence(at) &&
                            !text.gazetteer.name(text.plain({at, name})) && !country;
        bool person = sort_of_name(text, {at, name}, false) == NameSort::person;
        if (!person && !unknown_word && !(country && country->demonym)) body = {at, name};
        at = name;
        continue;
      }
      // "National police chief | Gen. | Ben Lund": the post says more than the rank.
      if (best.title && best.title->form == Form::person && best.title->office && best.span.end == at &&
          title->kind == SourceKind::military && title->form == Form::person && title_end == where.end &&
          text.at(title_end - 1).back() == '.') {
        at = title_end;
        continue;
      }
      // "A trade union | federation"
      if (best.title && best.title->form == Form::organization &&
          best.title->kind != SourceKind::unspecified && title->form == Form::organization &&
          title->kind == SourceKind::unspecified && best.span.end == at) {
        best.span.end = at = title_end;
        continue;
      }
      bool genitive = title_end < where.end && text.is_genitive(title_end);
      if (genitive) {
        if (title->form == Form::organization) body = {at, title_end};
        at = title_end;
        continue;
      }
      bool tells = best.title && best.title->term != u"official" &&
                   best.title->kind != SourceKind::unspecified && title->kind == SourceKind::unspecified;
      // "Food law specialist": of no law
      if (best.title && title->form != Form::organization && best.title->form != Form::document &&
          (best.title->form == Form::organization || tells))
        body = best.span;
      best.title = title;
      best.span = {at, title_end};
      best.body = body;
      if (first_only) return;
      at = title_end;
    }
  };
  look(head, false);
  if (!best.title && !tail.empty()) look(tail, true);
  if (!best.title) return std::nullopt;
  best.words = {head.begin, std::max(head.end, best.span.end)};
  // "High commissioner for human rights" is one.
  const std::u16string& term = best.title->term;
  bool of_many = term.find(u" for ") != std::u16string::npos || term.find(u" of ") != std::u16string::npos;
  best.plural = is_plural_word(text.form(best.span.end - 1)) && term != text.form(best.span.end - 1);
  best.plural = best.plural || (term.ends_with(u's') && is_plural_word(term)) || term == u"people";
  best.plural = best.plural && !of_many;
  best.former = former_in(text, {head.begin, best.span.end});
  if (!tail.empty()) {
    std::u16string first = text.form(tail.begin);
    bool leads_to_body = is_one(first, kBodyPrepositions) || is_participle(first) ||
                         (text.lexicon.language() != "en" && text.lexicon.in_class("preposition", first));
    TokenSpan where = tail;
    // "Reports in Spain" are not Spain's.
    if (best.title->form == Form::document && first == u"in" &&
        text.gazetteer.country(text.plain({tail.begin + 1, name_end(text, tail.begin + 1, tail.end)})))
      where = {};
    if (is_one(first, kReading) || (is_one(first, kKept) && !text.words.is(tail.begin + 1, u"by")))
      where = {};
    // "Officials with knowledge of the inquiry" are not the inquiry's.
    if (first == u"with" && tail.size() > 2 && is_one(text.form(tail.begin + 1), kKnowing)) where = {};
    if (is_participle(first) || best.title->form == Form::document) {
      // "statements shown to the jury" are not the jury's, "figures compiled by StatLine" are StatLine's.
      while (!where.empty() && !is_one(text.form(where.begin), kIssuing)) ++where.begin;
      // "An analysis of filings | by LSM"
      for (uint32_t by = where.begin + 1; by + 1 < where.end; ++by)
        if (text.words.is(by, u"by") && is_name_like(text, by + 1 + text.in_class("article", by + 1)))
          where.begin = by;
    }
    if (leads_to_body && !where.empty()) {
      // "The Sahel director of the Crisis Group": what is said behind the title counts when that before it is no body.
      TokenSpan behind = body_in(text, where);
      bool known = !best.body.empty() && body_of_words(text, best.body).kind != SourceKind::unspecified;
      if (best.body.empty() || (!known && body_of_words(text, behind).kind != SourceKind::unspecified))
        best.body = behind;
    }
    if (!is_relative(first)) best.words.end = std::max(best.words.end, tail.end);
    if (best.former.empty()) best.former = past_in(text, tail);
  }
  // "The WHO's Europe director"
  bool known = !best.body.empty() && body_of_words(text, best.body).kind != SourceKind::unspecified;
  if (TokenSpan owner = possessor.empty() || known ? TokenSpan() : body_in(text, possessor);
      best.body.empty() || (!owner.empty() && body_of_words(text, owner).kind != SourceKind::unspecified))
    best.body = owner;
  // "The report's lead author": of whom the report is
  if (!possessor.empty() && best.body.empty() && best.title->of_body)
    if (const KnownTitle* owner = text.gazetteer.title(text.form(possessor.end - 1));
        owner && owner->form == Form::document)
      best.body = {possessor.end - 1, possessor.end};
  return best;
}

std::optional<TitlePlace> title_over_genitive(const SourceText& text, TokenSpan possessor, TokenSpan head) {
  if (possessor.empty() || head.empty()) return std::nullopt;
  for (uint32_t at = possessor.begin; at < possessor.end; ++at)
    if (const KnownTitle* title = text.gazetteer.title(lowered(text.plain({at, head.end})))) {
      TitlePlace place;
      place.title = title;
      place.span = place.words = {at, head.end};
      return place;
    }
  return std::nullopt;
}

namespace {

/// What the clause's own verb says.
ClauseSays verb_says(const SourceText& text, TokenSpan words) {
  static const KnownTitle commentator{
      u"commentator", SourceKind::news_outlet, Form::person, true, false, false, false};
  static const KnownTitle owner{u"owner", SourceKind::business, Form::person, false, false, false, false};
  static const KnownTitle head{u"head", SourceKind::business, Form::person, true, false, true, false};
  static const KnownTitle campaigner{u"chair", SourceKind::ngo_advocacy, Form::person, true, false, false,
                                     false};
  ClauseSays out;
  if (words.empty()) return out;
  out.past = past_in(text, words);
  uint32_t at = words.begin + 1;
  bool now = false;
  for (; at < words.end && (text.in_class("adverb", at) || text.in_class("auxiliary", at)); ++at)
    now = now || text.words.is(at, u"now");
  if (at >= words.end) return out;
  // "Who defected in 2003 and now works with the institute"
  if (!is_one(text.form(at), kServing) && !text.in_class("be", at))
    for (uint32_t next = at + 1; next + 1 < words.end; ++next) {
      if (!text.words.is(next, u"and")) continue;
      now = text.words.is(next + 1, u"now");
      uint32_t second = next + 1 + (now ? 1 : 0);
      if (!is_one(text.form(second), kServing) && !(now && is_one(text.form(second), kCommenting))) continue;
      at = second;
      if (now) out.past.clear();
      break;
    }
  std::u16string verb = text.form(at);
  // "Who drove a bus until 2014" tells of no office that is past.
  bool years = out.past == u"until" || out.past == u"till" || out.past == u"from … to";
  if (years && !text.in_class("be", at) && !text.in_class("be", at - 1) && !is_one(verb, kServing) &&
      !is_one(verb, kOwning) && !is_one(verb, kHeld))
    out.past.clear();
  TokenSpan rest{at + 1, words.end};
  auto is_title = [&](const KnownTitle& title) {
    TitlePlace place;
    place.title = &title;
    place.span = {at, at + 1};
    place.words = words;
    place.body = body_in(text, rest);
    out.title = place;
  };
  bool held = is_one(verb, kHeading) && text.words.is(words.begin, u"who") && !body_in(text, rest).empty();
  if (held && !is_one(verb, kOwning)) {
    is_title(head);
    bool before = verb.ends_with(u"ed") || verb == u"ran" || verb == u"led" || verb == u"oversaw";
    if (out.title->former.empty()) out.title->former = before && out.past.empty() ? verb : out.past;
    bool known = body_of_words(text, out.title->body).kind != SourceKind::unspecified;
    // "Who chairs the Save the Pool group"
    if (!known &&
        (text.words.is(out.title->body.end - 1, u"group") || text.words.is(out.title->body.end, u"group"))) {
      out.title->title = &campaigner;
      known = true;
    }
    if (!known) out.title.reset();  // "Who led the inquiry" is no office.
  } else if (now && is_one(verb, kCommenting)) {
    is_title(commentator);
    out.first = true;
  } else if (is_one(verb, kOwning) && text.words.is(words.begin, u"who")) {
    is_title(is_one(verb, kHeading) ? head : owner);
  } else if (is_one(verb, kIntroducing) && text.words.is(at + 2, u"as")) {
    // "who introduced himself as a station dispatcher"
    uint32_t begin = at + 3;
    while (begin < words.end && text.in_class("article", begin)) ++begin;
    out.title = title_in(text, {begin, tail_begin(text, {begin, words.end})}, {});
    out.first = true;
  } else {
    // "who was health secretary until 2020", "who serves as dean", "who sits … in parliament"
    bool be = text.in_class("be", at - 1) || text.in_class("be", at), serves = is_one(verb, kServing);
    if (!be && !serves) return out;
    // "Who has been briefed on the report" is none.
    if (be && !text.in_class("be", at) && verb.ends_with(u"ed")) return out;
    uint32_t begin = serves ? at + 1 : at;
    while (begin < words.end && (text.in_class("article", begin) || text.words.is(begin, u"as") ||
                                 text.in_class("preposition", begin)))
      ++begin;
    if (begin >= words.end) return out;
    uint32_t tail = tail_begin(text, {begin, words.end});
    out.title = title_in(text, {begin, tail}, {tail, words.end});
    if (!out.title && is_one(verb, kServing)) out.body = body_in(text, rest);
    bool sits = verb == u"sits" && out.title && out.title->title->form == Form::organization;
    if (sits)
      out.title->former.clear();
    else if (out.title && out.title->former.empty())
      out.title->former = out.past;
  }
  if (out.title) out.title->in_clause = true;
  return out;
}

}  // namespace

ClauseSays clause_says(const SourceText& text, TokenSpan words) {
  ClauseSays out = verb_says(text, words);
  // "Who covers steel at Lund Securities"
  out.works =
      !out.title && text.words.is(words.begin, u"who") && is_one(text.form(words.begin + 1), kWorking);
  for (uint32_t at = words.begin + 2; out.works && out.body.empty() && at + 1 < words.end; ++at)
    if ((text.words.is(at, u"at") || text.words.is(at, u"for")) && is_name_like(text, at + 1))
      out.body = body_in(text, {at + 1, words.end});
  // "Who designed it and is now at the Lund Institute"
  for (uint32_t now = words.begin + 2; !out.title && now + 2 < words.end; ++now)
    if (text.words.is(now, u"now") && text.in_class("be", now - 1) &&
        (text.words.is(now + 1, u"at") || text.words.is(now + 1, u"with"))) {
      out.body = body_in(text, {now + 2, words.end});
      out.past.clear();
    }
  return out;
}

}  // namespace who_says
