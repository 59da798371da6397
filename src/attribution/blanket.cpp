#include "attribution/blanket.h"

#include <algorithm>
#include <array>
#include <optional>

#include "attribution/citing.h"
#include "attribution/range_list.h"
#include "attribution/sort_by.h"
#include "attribution/token_words.h"
#include "text/segment.h"
#include "text/utf.h"

namespace who_says {
namespace {

using Word = std::u16string_view;

constexpr std::array<Word, 18> kTellingParticiples = {
    u"reported",  u"stated", u"announced", u"told",      u"written", u"said",
    u"published", u"noted",  u"described", u"disclosed", u"quoted",  u"claimed",
    u"covered",   u"issued", u"revealed",  u"broadcast", u"related", u"recounted"};
constexpr std::array<Word, 20> kTellingVerbs = {
    u"writes", u"write",   u"wrote", u"reports", u"report",    u"reported", u"says",
    u"say",    u"said",    u"tells", u"told",    u"states",    u"claims",   u"claimed",
    u"paints", u"painted", u"gives", u"offers",  u"describes", u"described"};
constexpr std::array<Word, 11> kReportVerbs = {u"writes", u"write",    u"wrote",   u"reports",
                                               u"report", u"reported", u"speaks",  u"tells",
                                               u"told",   u"informs",  u"informed"};
constexpr std::array<Word, 13> kAccounts = {u"account", u"version", u"picture",    u"view", u"conclusion",
                                            u"finding", u"story",   u"assessment", u"word", u"opinion",
                                            u"summary", u"reading", u"description"};
constexpr std::array<Word, 14> kSettings = {
    u"interview", u"comment", u"commentary", u"statement", u"briefing", u"conversation", u"air",
    u"broadcast", u"post",    u"column",     u"speech",    u"article",  u"telethon",     u"address"};
/// Farther back than this nobody reads "this" to point.
constexpr uint32_t kFarthestSentences = 8;
/// A longer sentence says more than who reported it.
constexpr uint32_t kLongestPointer = 40;
constexpr size_t kSentencesAStep = 4;

/// A sentence that points back: its spans, as tokens.
struct Pointer {
  TokenSpan source;
  std::vector<TokenSpan> cue;
  TokenSpan cited;  ///< "citing …" behind the source; may be empty
  TokenSpan cited_cue;
};

class BlanketFinder {
 public:
  BlanketFinder(std::u16string_view text, const Tokens& tokens, std::vector<Attribution>& attributions)
      : text_(text), tokens_(tokens), words_(text, tokens), attributions_(attributions) {}

  void add_to(Steps& steps) {
    steps.once([this] {
      covered_.assign(tokens_.sentences.size(), false);
      gone_.assign(attributions_.size(), false);
    });
    steps.each([this] { return attributions_.size(); },
               [this](size_t i) {
                 mark_covered(attributions_[i]);
                 place_in_sentence(i);
               });
    steps.once([this] { std::sort(inside_.begin(), inside_.end()); });
    steps.each([this] { return (tokens_.sentences.size() + kSentencesAStep - 1) / kSentencesAStep; },
               [this](size_t step) {
                 size_t end = std::min(tokens_.sentences.size(), (step + 1) * kSentencesAStep);
                 for (size_t s = step * kSentencesAStep; s < end; ++s) point_back(static_cast<uint32_t>(s));
               });
    steps.once([this] { join(); });
  }

 private:
  void point_back(uint32_t sentence) {
    std::optional<Pointer> pointer = pointer_in(tokens_.sentences[sentence]);
    if (!pointer) return;
    std::vector<Range> content = bare_before(sentence);
    if (!content.empty()) add(*pointer, std::move(content), sentence);
  }
  /// Those found stand among the others, and those that they replace no longer do.
  void join() {
    if (added_.empty()) return;
    size_t kept = 0;
    for (size_t i = 0; i < attributions_.size(); ++i) {
      if (gone_[i]) continue;
      if (kept != i) attributions_[kept] = std::move(attributions_[i]);
      ++kept;
    }
    attributions_.resize(kept);
    for (Attribution& a : added_) attributions_.push_back(std::move(a));
    sort_by(attributions_, first_place);
  }

  /// Which sentences are attributed already.
  void mark_covered(const Attribution& a) {
    if (!a.statement && a.scope != Scope::agentless) return;
    for (const std::vector<Range>* spans : {&a.source, &a.cue, &a.content})
      for (Range range : *spans) {
        TokenSpan span = words_.in(range);
        if (span.empty()) continue;
        uint32_t last = tokens_.all[span.end - 1].sentence;
        for (uint32_t s = tokens_.all[span.begin].sentence; s <= last; ++s) covered_[s] = true;
      }
  }
  /// Which attributions lie in one sentence each.
  void place_in_sentence(size_t i) {
    const Attribution& a = attributions_[i];
    TokenSpan span = words_.in({first_place(a), last_place(a)});
    if (span.empty()) return;
    uint32_t sentence = tokens_.all[span.begin].sentence;
    if (tokens_.all[span.end - 1].sentence == sentence) inside_.emplace_back(sentence, i);
  }

  std::optional<Pointer> pointer_in(TokenSpan sentence) const {
    while (!sentence.empty() && is_mark(sentence.end - 1)) --sentence.end;
    if (sentence.size() < 3 || sentence.size() > kLongestPointer) return std::nullopt;
    uint32_t at = sentence.begin;
    if (words_.one_of(at, {u"this", u"that", u"it"})) {
      if (words_.one_of(at + 1, {u"is", u"was"}) && words_.is(at + 2, u"the") &&
          words_.one_of(at + 3, kAccounts))
        return words_.is(at + 4, u"of") ? spans({at + 5, sentence.end}, {{at + 1, at + 5}})
                                        : before_verb({at + 4, sentence.end}, {at + 1, at + 4});
      if (words_.one_of(at + 1, {u"is", u"was"}) && words_.is(at + 2, u"what"))
        return before_verb({at + 3, sentence.end}, {at + 1, at + 3});
      uint32_t participle = at + 2;
      if (words_.one_of(at + 1, {u"has", u"had"}) && words_.is(at + 2, u"been")) ++participle;
      if ((participle > at + 2 || words_.one_of(at + 1, {u"is", u"was"})) &&
          words_.one_of(participle, kTellingParticiples))
        for (uint32_t by = participle + 1; by + 1 < sentence.end && !words_.is(by, u"that"); ++by)
          if (words_.is(by, u"by"))
            return spans({by + 1, sentence.end}, {{at + 1, participle + 1}, {by, by + 1}});
      // "This is stated in an analysis of the service."
      for (uint32_t in = participle + 1; in < participle + 3; ++in)
        if (words_.one_of(participle, kTellingParticiples) && words_.is(in, u"in") &&
            words_.one_of(in + 1, {u"a", u"an", u"the", u"its", u"his", u"her", u"their"}))
          return spans({in + 1, sentence.end}, {{at + 1, in + 1}});
      return std::nullopt;
    }
    // "About this informs the agency."
    if (words_.is(at, u"about") && words_.one_of(at + 1, {u"this", u"it"}) &&
        (words_.one_of(at + 2, kReportVerbs) || words_.one_of(at + 2, kTellingVerbs)))
      return spans({at + 3, sentence.end}, {{at + 2, at + 3}});
    if (words_.is(at, u"so") && words_.one_of(at + 1, kTellingVerbs))
      return spans({at + 2, sentence.end}, {{at + 1, at + 2}});
    return writes_about(sentence);
  }

  /// "X writes about this", "X reports this".
  std::optional<Pointer> writes_about(TokenSpan sentence) const {
    for (uint32_t verb = sentence.begin + 1; verb + 1 < sentence.end; ++verb) {
      if (!words_.one_of(verb, kReportVerbs)) continue;
      uint32_t object = verb + 1;
      if (words_.one_of(object, {u"about", u"on", u"of"})) ++object;
      if (!words_.one_of(object, {u"this", u"it"})) continue;
      // "… reported this week": no pronoun.
      bool ends = object + 1 >= sentence.end ||
                  words_.one_of(object + 1, {u"on", u"in", u"with", u",", u"citing", u"at"});
      if (!ends) continue;
      // "The head of the agency, Jan Novak, told about this"
      Pointer out{{sentence.begin, verb - words_.is(verb - 1, u",")}, {{verb, object}}, {}, {}};
      uint32_t behind = object + 1 + words_.is(object + 1, u",");
      if (uint32_t cites = citing(behind); cites && behind + cites < sentence.end) {
        out.cited_cue = {behind, behind + cites};
        out.cited = {behind + cites, sentence.end};
      }
      return out;
    }
    return std::nullopt;
  }

  /// "… X paints in a report": X up to the verb.
  std::optional<Pointer> before_verb(TokenSpan rest, TokenSpan cue) const {
    for (uint32_t verb = rest.begin + 1; verb < rest.end; ++verb)
      if (words_.one_of(verb, kTellingVerbs)) return spans({rest.begin, verb}, {cue, {verb, verb + 1}});
    return std::nullopt;
  }

  Pointer spans(TokenSpan source, std::vector<TokenSpan> cue) const {
    Pointer out{source, std::move(cue), {}, {}};
    for (uint32_t at = source.begin + 1; at < source.end; ++at) {
      bool comma = words_.is(at, u",");
      if (is_setting(at, source.end)) {
        out.source.end = at;
        break;
      }
      uint32_t behind = comma ? at + 1 : at;
      uint32_t cites = citing(behind);
      if (!comma && !cites) continue;
      out.source.end = at;
      if (cites && behind + cites < source.end) {
        out.cited_cue = {behind, behind + cites};
        out.cited = {behind + cites, source.end};
      }
      break;
    }
    return out;
  }

  /// "… by Jan Novak | in an interview with LSM": where it was said.
  bool is_setting(uint32_t at, uint32_t end) const {
    if (!words_.one_of(at, {u"in", u"on", u"during", u"at"})) return false;
    uint32_t noun = at + 1 + words_.one_of(at + 1, {u"a", u"an", u"the", u"his", u"her", u"its"});
    return noun < end && words_.one_of(noun, kSettings);
  }

  uint32_t citing(uint32_t token) const {
    return citing_words(token, [this](uint32_t at, Word word) { return words_.is(at, word); });
  }
  bool is_mark(uint32_t token) const { return !is_word_unit(text_[tokens_.all[token].range.begin]); }

  /// The bare sentences before sentence `pointer`, in reading order.
  std::vector<Range> bare_before(uint32_t pointer) const {
    std::vector<Range> out;
    uint32_t paragraph = paragraph_of(pointer);
    bool first = pointer == 0 || paragraph_of(pointer - 1) != paragraph;
    if (first && pointer > 0) paragraph = paragraph_of(pointer - 1);
    for (uint32_t s = pointer; s-- > 0 && pointer - s <= kFarthestSentences;) {
      if (paragraph_of(s) != paragraph || covered_[s] || !is_assertion(tokens_.sentences[s])) break;
      Range range = trim_claim(text_, words_.range(tokens_.sentences[s]));
      if (range.empty()) break;
      out.insert(out.begin(), range);
    }
    return out;
  }
  uint32_t paragraph_of(uint32_t sentence) const {
    return tokens_.all[tokens_.sentences[sentence].begin].paragraph;
  }
  /// Ends as a sentence does and asks nothing: no headline, no question.
  bool is_assertion(TokenSpan sentence) const {
    for (uint32_t at = sentence.end; at-- > sentence.begin && is_mark(at);) {
      char16_t c = text_[tokens_.all[at].range.begin];
      if (c == '?') return false;
      if (c == '.' || c == '!' || c == 0x2026) return sentence.size() > 3;
    }
    return false;
  }

  void add(const Pointer& pointer, std::vector<Range> content, uint32_t sentence) {
    Range words = words_.range(tokens_.sentences[sentence]);
    Attribution a;
    a.source = {words_.range(pointer.source)};
    for (TokenSpan span : pointer.cue) a.cue.push_back(words_.range(span));
    a.content = std::move(content);
    a.directness = Directness::free_indirect;
    a.scope = Scope::blanket;
    a.link = ChainLink::blanket;
    a.cue_class = CueClass::neutral;
    a.medium = medium_of(pointer);
    a.certainty = Certainty::certain;
    a.confidence =
        0.7f;  // of our own sentences of this kind, about two in three reach as far as a person would say
    a.reason = because("blanket", {to_utf8(text_.substr(words.begin, words.size()))});
    for (auto it = std::lower_bound(inside_.begin(), inside_.end(), std::pair<uint32_t, size_t>{sentence, 0});
         it != inside_.end() && it->first == sentence; ++it) {
      const Attribution& other = attributions_[it->second];
      gone_[it->second] = true;
      if (shared_size(other.source, a.source) == 0) continue;
      a.entity = other.entity;
      a.relay = other.relay;
    }
    if (!pointer.cited.empty()) {
      Attribution cited = a;
      cited.source = {words_.range(pointer.cited)};
      cited.cue = {words_.range(pointer.cited_cue)};
      cited.entity = cited.relay = kNone;
      cited.link = ChainLink::explicit_;
      added_.push_back(std::move(cited));
    }
    added_.push_back(std::move(a));
  }
  Medium medium_of(const Pointer& pointer) const {
    for (TokenSpan span : pointer.cue)
      for (uint32_t at = span.begin; at < span.end; ++at)
        if (words_.one_of(at,
                          {u"writes", u"write", u"wrote", u"written", u"reported", u"published", u"reports"}))
          return Medium::writing;
    return Medium::unknown;
  }

  std::u16string_view text_;
  const Tokens& tokens_;
  TokenWords words_;
  std::vector<Attribution>& attributions_;
  std::vector<bool> covered_;                        // sentences
  std::vector<std::pair<uint32_t, size_t>> inside_;  // sentence, attribution
  std::vector<bool> gone_;                           // attributions
  std::vector<Attribution> added_;
};

}  // namespace

Steps blanket_in_steps(std::u16string_view text, const Tokens& tokens,
                       std::vector<Attribution>& attributions) {
  Steps steps;
  auto finder = std::make_shared<BlanketFinder>(text, tokens, attributions);
  finder->add_to(steps);
  steps.keep(std::move(finder));
  return steps;
}

void find_blanket(std::u16string_view text, const Tokens& tokens, std::vector<Attribution>& attributions) {
  blanket_in_steps(text, tokens, attributions).finish();
}

}  // namespace who_says
