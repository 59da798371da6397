#include <algorithm>
#include <array>

#include "attribution/lexicon.h"
#include "attribution/stages.h"
#include "attribution/token_words.h"
#include "text/segment.h"

namespace who_says {
namespace {

using Word = std::u16string_view;

// Few and right: a sentence counts only if it holds something that could be looked up, and nothing that tells of a source, an
// opinion or a reader spoken to.

constexpr uint32_t kFewestInSentence = 5;
constexpr uint32_t kMostWords = 60;
/// A cue of the lexicon this strong is a sign of an attribution that was missed.
constexpr float kStrongCue = 0.45f;

constexpr std::array<Word, 9> kPastAuxiliaries = {u"was", u"were", u"has",    u"have",   u"had",
                                                  u"did", u"been", u"wasn't", u"weren't"};
constexpr std::array<Word, 70> kPasts = {
    u"went",  u"came",  u"got",      u"gave",  u"took",   u"made",    u"kept",   u"left",     u"fell",
    u"rose",  u"grew",  u"saw",      u"found", u"ran",    u"began",   u"became", u"lost",     u"won",
    u"met",   u"paid",  u"sent",     u"built", u"bought", u"brought", u"held",   u"led",      u"sat",
    u"stood", u"spent", u"broke",    u"chose", u"drew",   u"drove",   u"flew",   u"froze",    u"hid",
    u"hit",   u"shut",  u"sank",     u"sold",  u"sought", u"shot",    u"slept",  u"stole",    u"struck",
    u"threw", u"wore",  u"cut",      u"cost",  u"caught", u"fought",  u"quit",   u"swept",    u"laid",
    u"lent",  u"dealt", u"fled",     u"shook", u"sprang", u"tore",    u"woke",   u"withdrew", u"arose",
    u"bore",  u"fed",   u"overcame", u"rode",  u"rang",   u"spread",  u"burst"};
constexpr std::array<Word, 12> kPresents = {u"is",   u"are",   u"sells", u"begins", u"starts", u"opens",
                                            u"runs", u"holds", u"costs", u"owns",   u"makes",  u"goes"};
constexpr std::array<Word, 19> kDays = {u"monday",    u"tuesday", u"wednesday", u"thursday", u"friday",
                                        u"saturday",  u"sunday",  u"january",   u"february", u"march",
                                        u"april",     u"may",     u"june",      u"july",     u"august",
                                        u"september", u"october", u"november",  u"december"};
constexpr std::array<Word, 14> kNumberWords = {u"two",    u"three",    u"four",      u"five",    u"six",
                                               u"seven",  u"eight",    u"nine",      u"ten",     u"dozen",
                                               u"dozens", u"hundreds", u"thousands", u"millions"};
constexpr std::array<Word, 28> kOpinions = {
    u"i",      u"we",     u"you",     u"my",      u"our",           u"your",     u"us",
    u"me",     u"should", u"must",    u"ought",   u"would",         u"could",    u"may",
    u"might",  u"seems",  u"seem",    u"appears", u"perhaps",       u"maybe",    u"clearly",
    u"surely", u"sadly",  u"happily", u"luckily", u"unfortunately", u"probably", u"hopefully"};
constexpr std::array<Word, 9> kSilence = {u"comment", u"commented", u"respond", u"responded", u"reply",
                                          u"replied", u"calls",     u"reached", u"questions"};
constexpr std::array<Word, 18> kNoClaim = {
    u"read",  u"click",   u"subscribe",  u"follow",        u"see",     u"sign",
    u"watch", u"photo",   u"photograph", u"image",         u"picture", u"file",
    u"share", u"related", u"copyright",  u"advertisement", u"note",    u"listen"};
constexpr std::array<Word, 3> kHidden = {u"verified", u"confirmed", u"authenticated"};

class UnattributedFinder {
 public:
  UnattributedFinder(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                     Detection& detection)
      : text_(text), tokens_(tokens), lexicon_(lexicon), words_(text, tokens), detection_(detection) {}

  void add_to(Steps& steps) {
    constexpr uint32_t kSentenceWorth = 8;
    steps.once([this] { mark_touched(); });
    steps.each([this] { return tokens_.sentences.size(); },
               [this](size_t s) { read(static_cast<uint32_t>(s)); }, kSentenceWorth);
  }

 private:
  void read(uint32_t s) {
    if (touched_[s]) return;
    TokenSpan sentence = without_opening(tokens_.sentences[s]);
    if (!may_claim(sentence)) return;
    std::string_view what = checkable(sentence);
    if (what.empty()) return;
    ReasonParts reason = because(what);
    if (s > 0 && touched_[s - 1] && same_paragraph(s - 1, s)) reason.push_back({"after-source"});
    Range range = trim_claim(text_, words_.range(sentence));
    if (!range.empty()) detection_.unattributed.push_back({range, std::move(reason)});
  }
  /// Sentences in or under an attribution, also one of no statement.
  void mark_touched() {
    touched_.assign(tokens_.sentences.size(), false);
    for (const Attribution& a : detection_.attributions)
      for (const std::vector<Range>* spans : {&a.source, &a.cue, &a.content})
        for (Range range : *spans) {
          TokenSpan span = words_.in(range);
          if (span.empty()) continue;
          for (uint32_t s = tokens_.all[span.begin].sentence; s <= tokens_.all[span.end - 1].sentence; ++s)
            touched_[s] = true;
        }
  }
  bool same_paragraph(uint32_t a, uint32_t b) const {
    return tokens_.all[tokens_.sentences[a].begin].paragraph ==
           tokens_.all[tokens_.sentences[b].begin].paragraph;
  }
  bool is_word(uint32_t at) const { return is_word_unit(text_[tokens_.all[at].range.begin]); }

  /// "It should be added that …", "Recall that …": what is said begins behind it.
  TokenSpan without_opening(TokenSpan sentence) const {
    uint32_t at = sentence.begin;
    if (words_.is(at, u"recall") && words_.is(at + 1, u"that")) return {at + 2, sentence.end};
    if (words_.is(at, u"it") && words_.one_of(at + 1, {u"should", u"must"}) && words_.is(at + 2, u"be") &&
        words_.one_of(at + 3, {u"added", u"noted", u"recalled"}) && words_.is(at + 4, u"that"))
      return {at + 5, sentence.end};
    return sentence;
  }

  bool may_claim(TokenSpan sentence) const {
    if (sentence.empty() || !ends_as_statement(sentence)) return false;
    if (words_.one_of(sentence.begin, kNoClaim) && !words_.is(sentence.begin + 1, u"of")) return false;
    uint32_t count = 0, quoted = 0;
    bool silent = false, negated = false, hidden = is_hidden(sentence);
    for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
      quoted += tokens_.all[at].quote != Quote::outside;
      if (!is_word(at)) continue;
      ++count;
      if (words_.one_of(at, kOpinions) && !hidden && !is_month_may(at)) return false;
      std::u16string form = lexicon_form(words_.at(at));
      negated = negated || lexicon_.in_class("negation", form) || lexicon_.in_class("refusal", form) ||
                words_.is(at, u"neither");
      silent = silent || words_.one_of(at, kSilence);
      const CueEntry* cue = lexicon_.cue(form);
      bool quotation = tokens_.all[at].quote != Quote::outside;
      if (cue && cue->strength >= kStrongCue && !hidden && !quotation) return false;
      if (words_.is(at, u"according") || (cue && cue->hearsay_adverb)) return false;
    }
    if (negated && silent) return false;  // "did not reply to questions": nothing is claimed of the matter
    return kFewestInSentence <= count && count <= kMostWords && quoted * 2 <= sentence.size() &&
           tokens_.all[sentence.begin].quote == Quote::outside;
  }
  bool is_month_may(uint32_t at) const { return words_.is(at, u"may") && words_.capital(at) && at > 0; }
  bool ends_as_statement(TokenSpan sentence) const {
    for (uint32_t at = sentence.end; at-- > sentence.begin && !is_word(at);) {
      char16_t c = text_[tokens_.all[at].range.begin];
      if (c == '?') return false;
      if (c == '.' || c == '!') return true;
    }
    return false;
  }
  /// "could not be independently verified": the article's own, though a cue stands in it.
  bool is_hidden(TokenSpan sentence) const {
    bool negation = false;
    for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
      negation = negation || words_.is(at, u"not");
      if (negation && words_.one_of(at, kHidden)) return true;
    }
    return false;
  }

  /// What in the sentence could be looked up, as the code of a reason; empty = nothing.
  std::string_view checkable(TokenSpan sentence) const {
    bool number = false, date = false, name = false, past = false, present = false;
    for (uint32_t at = sentence.begin; at < sentence.end; ++at) {
      Word word = words_.at(at);
      if (std::any_of(word.begin(), word.end(), is_digit) || words_.one_of(at, kNumberWords)) number = true;
      if (words_.capital(at)) {
        if (words_.one_of(at, kDays))
          date = date || at > sentence.begin;
        else if (at > sentence.begin && is_word(at - 1) && tokens_.all[at].quote == Quote::outside)
          name = true;
      }
      if (words_.one_of(at, {u"yesterday", u"ago"}) ||
          (words_.one_of(at, {u"this", u"last"}) &&
           words_.one_of(at + 1, {u"year", u"month", u"week", u"spring", u"autumn"})))
        date = true;
      if (words_.one_of(at, kPastAuxiliaries) || words_.one_of(at, kPasts) || is_past(word)) past = true;
      if (words_.one_of(at, kPresents) || words_.is(at, u"will")) present = true;
    }
    if (is_hidden(sentence)) return "bare-own";
    bool holds = (number || date) ? past || present : name && past;
    if (!holds) return "";
    return number && date ? "bare-number-date" : number ? "bare-number" : date ? "bare-date" : "bare-name";
  }
  static bool is_past(Word word) {
    return word.size() >= 5 && lower(word.back()) == 'd' && lower(word[word.size() - 2]) == 'e' &&
           !is_upper(word[0]);
  }

  std::u16string_view text_;
  const Tokens& tokens_;
  const Lexicon& lexicon_;
  TokenWords words_;
  Detection& detection_;
  std::vector<bool> touched_;
};

}  // namespace

Steps unattributed_in_steps(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                            Detection& detection) {
  Steps steps;
  if (lexicon.language() != "en")
    return steps;  // the words by which a checkable sentence is known are English ones
  auto finder = std::make_shared<UnattributedFinder>(text, tokens, lexicon, detection);
  finder->add_to(steps);
  steps.keep(std::move(finder));
  return steps;
}

void find_unattributed(std::u16string_view text, const Tokens& tokens, const Lexicon& lexicon,
                       Detection& detection) {
  unattributed_in_steps(text, tokens, lexicon, detection).finish();
}

}  // namespace who_says
