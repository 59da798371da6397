#include <algorithm>

#include "attribution/rules.h"
#include "text/letters.h"

namespace who_says {
namespace {

/// Reads the cues of one sentence from left to right.
class CueReader {
 public:
  CueReader(const RuleText& text, TokenSpan sentence) : text_(text), a_(text.is_a), sentence_(sentence) {}

  std::vector<Candidate> all() {
    for (uint32_t at = sentence_.begin; at < sentence_.end;) {
      Candidate found;
      if (!read(at, found)) {
        ++at;
        continue;
      }
      at = found.verb.end;
      out_.push_back(std::move(found));
    }
    return std::move(out_);
  }

 private:
  uint64_t classes(uint32_t at) const { return text_[at].classes; }
  bool before(uint32_t at, uint64_t classes) const {
    return at > sentence_.begin && text_.is(at - 1, classes);
  }

  /// The longest cue that begins at `at`; its words go to found.verb.
  const CueEntry* longest(uint32_t at, Candidate& found) const {
    if (const Lexicon::Phrase* phrase = text_.phrase_at(at, sentence_.end)) {
      found.verb = {at, at + 1 + static_cast<uint32_t>(phrase->rest.size())};
      return &phrase->entry;
    }
    found.verb = {at, at + 1};
    return text_[at].cue;
  }

  bool read(uint32_t at, Candidate& found) const {
    if (!text_[at].word) return false;
    if (opens_with_in(at) && read_noun(at, found)) return true;
    found.entry = longest(at, found);
    if (!found.entry || (found.entry->frames == frame::figure && !figure_behind(found.verb.end)))
      return read_noun(at, found);
    found.group = found.verb;
    if (text_.quoted(at)) found.signs |= bit(sign::quoted_cue);
    switch (found.entry->kind) {
      case CueKind::preposition:
        found.pattern = Pattern::preposition;
        return true;
      case CueKind::adverb:
        found.pattern = Pattern::adverb;
        return true;
      case CueKind::agentless:
        found.pattern = Pattern::agentless;
        return true;
      case CueKind::adjective:
        return read_adjective(found);
      case CueKind::noun:
        return false;
      case CueKind::verb:
        return read_verb(at, found) || read_noun(at, found);
    }
    return false;
  }

  /// Whether a noun phrase begins at `at` and a figure stands behind it: "the loss at about 18 percent".
  bool figure_behind(uint32_t at) const {
    constexpr uint32_t kLongestPhrase = 16, kLongestHedge = 3;
    if (text_.is(at, a_.preposition | a_.adverb | a_.scale)) return false;
    uint32_t end = std::min(sentence_.end, at + kLongestPhrase);
    for (uint32_t i = at + 1; i < end && text_[i - 1].word && !text_.is(i, a_.placing); ++i) {
      if (!text_.is(i, a_.scale)) continue;
      for (uint32_t n = i + 1; n < std::min(sentence_.end, i + 2 + kLongestHedge); ++n)
        if (std::any_of(text_[n].form.begin(), text_[n].form.end(), is_digit)) return true;
    }
    return false;
  }

  /// Widens the group over auxiliaries, adverbs and negation before it. True when a form of "be" stands there.
  bool widen(Candidate& found) const {
    bool be = false;
    uint32_t begin = found.group.begin;
    for (uint32_t left = 6; begin > sentence_.begin && left > 0; --left) {
      uint32_t at = begin - 1;
      const RuleWord& word = text_[at];
      bool ly = !word.capital && word.form.size() > 4 && word.form.ends_with(u"ly");
      bool clitic = word.form[0] == '\'' && text_.is(at, a_.be | a_.have | a_.modal);
      // "Trump's claims" has no verb: a clitic counts behind pronouns only.
      if (clitic && !(at > sentence_.begin && text_.is(at - 1, a_.pronoun))) break;
      if (!text_.is(at, a_.adverb | a_.auxiliary | a_.be | a_.have | a_.do_ | a_.modal | a_.negation) && !ly)
        break;
      if (text_.is(at, a_.pronoun | a_.preposition | a_.standalone) && !text_.is(at, a_.negation)) break;
      if (text_.form(at, u"nobody") || text_.form(at, u"no")) break;
      if (text_.is(at, a_.be)) be = true;
      if (text_.is(at, a_.modal)) found.signs |= bit(sign::modal);
      if (text_.is(at, a_.negation)) found.signs |= bit(sign::negated);
      begin = at;
    }
    found.group.begin = begin;
    return be;
  }

  bool read_adjective(Candidate& found) const {
    if (!widen(found)) return false;
    found.pattern = Pattern::adjective;
    uint32_t next = found.verb.end;
    if (!text_.is(next, a_.complementizer | a_.preposition) && !text_.is(next, a_.infinitive)) return false;
    return true;
  }

  bool read_verb(uint32_t at, Candidate& found) const {
    Inflection form = found.entry->inflection;
    if (before(at, a_.article | a_.possessive)) return false;
    if (before(at, a_.determiner) && !before(at, a_.standalone)) return false;
    bool to = at > sentence_.begin && text_.is(at - 1, a_.infinitive);
    // "National Rail advised"
    if (at > sentence_.begin && text_[at].capital && text_[at - 1].capital && at + 1 < sentence_.end &&
        text_[at + 1].cue && !text_[at + 1].capital)
      return false;
    if (form != Inflection::gerund && before(at, a_.preposition) && !to &&
        !before(at, a_.adverb | a_.clause_opener))
      return false;
    bool be = widen(found);
    if (to) {
      found.signs |= bit(sign::infinitive_cue);
      found.group.begin = found.verb.begin - 1;
    }
    found.pattern = Pattern::subject_clause;
    if (form == Inflection::past && be) found.pattern = Pattern::passive;
    if (form == Inflection::gerund && !be) found.pattern = Pattern::gerund;
    if (form == Inflection::base && !to && found.group.begin == found.verb.begin) {
      uint32_t subject = found.group.begin;
      bool plural = subject > sentence_.begin && !text_.is(subject - 1, a_.auxiliary) &&
                    (text_.is(subject - 1, a_.pronoun | a_.standalone | a_.relative | a_.group) ||
                     text_[subject - 1].form.ends_with(u"s") || text_.comma(subject - 1));
      if (!plural && found.entry->frames != frame::figure) found.signs |= bit(sign::plain_base);
    }
    return true;
  }

  /// "the claim that …", "Trump's claim that …", "his denial of …".
  bool read_noun(uint32_t at, Candidate& found) const {
    found.entry = text_[at].noun;
    if (!found.entry) return false;
    found.verb = found.group = {at, at + 1};
    found.pattern = Pattern::noun;
    if (text_.quoted(at)) found.signs |= bit(sign::quoted_cue);
    uint32_t next = at + 1;
    if (next >= sentence_.end) return false;
    bool that = text_.is(next, a_.that);
    bool owned = possessed(at);
    if (owned && text_.comma(next) && opens_with_in(at)) {
      found.signs |= bit(sign::opening_view);
      return true;
    }
    if (!that && !(owned && (text_.is(next, a_.preposition) || text_.is(next, a_.infinitive)))) return false;
    return true;
  }
  /// "In the minister's view, …", "in her words, …", "by his own account, …"
  bool opens_with_in(uint32_t at) const {
    constexpr uint32_t kReach = 6;
    bool account = text_.form(at, u"account");
    if (!account && !text_.form(at, u"view") && !text_.form(at, u"opinion") && !text_.form(at, u"words"))
      return false;
    for (uint32_t left = kReach; at-- > sentence_.begin && left > 0; --left) {
      if (!text_[at].word && !text_.is(at, a_.genitive)) return false;
      if (text_.form(at, account ? u"by" : u"in")) return at == sentence_.begin || !text_[at - 1].word;
    }
    return false;
  }
  /// Whether a possessive stands before the noun, at most two words away.
  bool possessed(uint32_t at) const {
    for (uint32_t left = 3; at > sentence_.begin && left > 0; --left) {
      --at;
      if (!text_[at].word) return false;
      if (text_.is(at, a_.possessive) || text_.is(at, a_.genitive)) return true;
      if (text_.is(at, a_.determiner | a_.preposition | a_.auxiliary)) return false;
    }
    return false;
  }

  const RuleText& text_;
  const WordClasses& a_;
  TokenSpan sentence_;
  std::vector<Candidate> out_;
};

}  // namespace

std::vector<Candidate> find_cues(const RuleText& text, TokenSpan sentence) {
  return CueReader(text, sentence).all();
}

}  // namespace who_says
