#include "attribution/mend_parts.h"

#include <algorithm>

#include "attribution/citing.h"
#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr uint32_t kLongestDescription = 12;  ///< tokens before the name that it describes
constexpr uint32_t kLongestList = 16;         ///< tokens of names before the last two

class PartMender {
 public:
  PartMender(const RuleText& text, const CueEntry* entry, SpanAttribution& spans)
      : text_(text), a_(text.is_a), entry_(entry), spans_(spans) {}

  void run() {
    if (spans_.source.size() == 1) {
      take_description(spans_.source.front());
      take_list(spans_.source.front());
    }
    take_which();
    take_rest_of_agent();
    take_that_behind();
    cut_citing();
    if (spans_.content.empty()) return;
    take_issue();
    take_clause_before();
    mend_moment();
    go_on();
    cut_place();
    cut_addressee();
    cut_rest_of_recipient();
    end_cue();
  }

 private:
  TokenSpan cue() const { return spans_.cue.front(); }
  TokenSpan& content() { return spans_.content.front(); }
  uint32_t floor(uint32_t at) const { return behind_dateline(text_, text_.sentence_of(at)); }

  void take_description(TokenSpan& source) {
    uint32_t begin = floor(source.begin), end = source.begin - 1;
    if (text_.form(begin, u"as")) ++begin;
    if (source.begin < begin + 3 || source.begin - begin > kLongestDescription) return;
    bool closed = text_.comma(end) && text_.comma(cue().begin - 1) && cue().begin <= source.end + 1;
    if (!closed) return;
    uint32_t last = cue().begin - 2;
    bool name = text_[source.begin].capital || (text_.is(source.begin, a_.article) && text_[last].capital);
    if (!name) return;
    // "The dike, Ms Roos warned, | was weak": there the description is what it is about.
    bool taken = content().begin < cue().end;
    if (taken && (spans_.content.size() < 2 || content().begin < begin || content().end > source.begin ||
                  spans_.content[1].begin < cue().end || begins_predicate(spans_.content[1].begin)))
      return;
    bool owned = text_.is(begin, a_.possessive | a_.article);
    for (uint32_t at = begin; at < end; ++at) {
      if (text_.is(at, a_.genitive) && at > begin) {
        owned = true;
        continue;
      }
      if (!text_[at].word || text_.quoted(at)) return;
      if (text_.is(at, a_.time | a_.adverb | a_.relative | a_.coordination | a_.auxiliary) ||
          looks_finite(text_, at))
        return;
    }
    if (!owned || text_.is(begin, a_.preposition)) return;
    source.begin = begin;
    if (taken) spans_.content.erase(spans_.content.begin());
  }
  bool begins_predicate(uint32_t at) const {
    while (at < text_.size() && text_.is(at, a_.adverb | a_.negation)) ++at;
    return at >= text_.size() || text_.is(at, a_.auxiliary | a_.modal | a_.finite) || looks_finite(text_, at);
  }

  void take_list(TokenSpan& source) {
    bool joined = false;
    for (uint32_t at = source.begin; at < source.end; ++at) joined = joined || text_.is(at, a_.coordination);
    uint32_t least = std::max(floor(source.begin), source.begin - std::min(source.begin, kLongestList));
    if (!joined || source.begin < least + 4) return;
    uint32_t at = source.begin - 1;
    // "… by Der Bote, | …", "… by the research group | …"
    bool list = text_.comma(at);
    while (at > least && (list ? text_[at].capital || text_.comma(at)
                               : text_[at].word && !text_.is(at, a_.agent) && !begins_predicate(at)))
      --at;
    if (!text_.is(at, a_.agent)) return;
    TokenSpan work = phrase_left(text_, least, at);
    if (work.empty() || !text_.is(work.begin, a_.article)) return;
    source.begin = work.begin;
    for (TokenSpan& piece : spans_.content)
      if (piece.begin < work.begin) piece.end = std::min(piece.end, work.begin);
  }

  /// "LSM cites a study, according to | which | stocks run low": the study says so.
  void take_which() {
    uint32_t which = cue().end;
    if (cue().size() != 2 || !text_.form(which - 1, u"to") || !text_.form(cue().begin, u"according") ||
        cue().begin < floor(which) + 2 || which + 2 >= text_.size() || !text_.is(which, a_.relative))
      return;
    TokenSpan rest{which + 1, text_.sentence_of(which).end};
    if (rest.empty() || !text_[rest.begin].word) return;
    uint32_t end = cue().begin - text_.comma(cue().begin - 1);
    TokenSpan whom = phrase_left(text_, floor(which), end);
    spans_.source = {whom.empty() ? TokenSpan{which, which + 1} : whom};
    spans_.content = {rest};
  }

  /// "According to the minutes | of a briefing, which were leaked, | officers have met"
  void take_rest_of_agent() {
    bool according = cue().size() == 2 && text_.form(cue().begin, u"according");
    if (!according || spans_.source.size() != 1 || spans_.content.empty()) return;
    TokenSpan& source = spans_.source.front();
    auto rest = std::find_if(spans_.content.begin(), spans_.content.end(),
                             [&](TokenSpan piece) { return piece.begin == source.end; });
    if (source.begin != cue().end || rest == spans_.content.end() || !text_.is(rest->begin, a_.preposition))
      return;
    constexpr uint32_t kReach = 8;
    uint32_t end = source.end;
    while (end < std::min(rest->end, source.end + kReach) && !text_.comma(end) && !looks_finite(text_, end))
      ++end;
    while (end + 1 < rest->end && text_.comma(end) && text_.is(end + 1, a_.relative)) {
      ++end;
      while (end < rest->end && !text_.comma(end)) ++end;
    }
    if (end <= source.end || end + 1 >= rest->end || !text_.comma(end)) return;
    source.end = end;
    rest->begin = end + 1;
  }

  /// "The paper reported | last week |, citing two clerks, | that …"
  void take_that_behind() {
    constexpr uint32_t kReach = 24;
    if (spans_.content.size() != 1) return;
    uint32_t at = content().end, end = std::min(text_.sentence_of(cue().begin).end, at + kReach);
    if (content().begin != cue().end || !is_moment(content()) || !text_.comma(at) || !citing(at + 1)) return;
    for (++at; at + 1 < end; ++at)
      if (text_.comma(at) && text_.is(at + 1, a_.that)) {
        content() = {at + 1, text_.sentence_of(cue().begin).end};
        return;
      }
  }

  uint32_t citing(uint32_t at) const {
    // "Lund said, referring to the mayor": that is no source. "The paper writes, referring to the mayor"
    if (text_.form(at, u"referring") && !is_one(text_[cue().begin].form, kOutletVerbs)) return 0;
    return citing_words(at,
                        [this](uint32_t token, std::u16string_view word) { return text_.form(token, word); });
  }
  /// "The portal writes, | with reference to two aides, | that …", "according to Kanal Syd |, which refers to two aides, | …": whom they
  /// have it from. "The bank fell, LSM writes | with reference to aides |": what stands before who says it.
  void cut_citing() {
    constexpr uint32_t kReach = 24;
    TokenSpan& own = spans_.cue.front();
    if (own.size() > 2 && text_.form(own.end - 1, u"reference")) own.end -= 2;
    if (own.size() > 1 && text_.form(own.end - 1, u"with") && citing(own.end - 1)) --own.end;
    std::vector<TokenSpan>& pieces = spans_.content;
    auto piece =
        std::find_if(pieces.begin(), pieces.end(), [&](TokenSpan one) { return one.begin >= own.end; });
    if (piece == pieces.end()) return;
    uint32_t at = piece->begin;
    for (uint32_t back = 0; back < 3 && at > own.end && !citing(at); ++back) --at;
    uint32_t behind = at + citing(at);
    if (behind == at || at > piece->begin || text_.quoted(at)) return;
    bool before = pieces.front().end <= own.begin;
    uint32_t end = behind;
    while (end < piece->end && end < behind + kReach && !text_.comma(end) && !text_.is(end, a_.that)) ++end;
    if (text_.comma(end) && end + 1 < piece->end) ++end;
    if (end < piece->end && end < behind + kReach && !before) {
      piece->begin = end;
      return;
    }
    pieces.erase(piece);
    if (!pieces.empty() || spans_.source.size() != 1) return;
    uint32_t source = spans_.source.front().begin, begin = floor(source);
    if (source < own.begin && source > begin + 3 && text_.comma(source - 1)) pieces = {{begin, source - 1}};
  }

  void take_issue() {
    constexpr uint32_t kReach = 14;
    if (spans_.source.size() != 1 || spans_.content.size() != 1) return;
    TokenSpan& source = spans_.source.front();
    bool opens = cue().begin == text_.sentence_of(cue().begin).begin && source.begin == cue().end;
    if (!opens || content().begin != source.end || !text_.is(content().begin, a_.preposition)) return;
    uint32_t limit = std::min(content().end, content().begin + kReach);
    for (uint32_t at = content().begin; at < limit; ++at) {
      if (text_.comma(at) && at + 1 < content().end) {
        source.end = at;
        content().begin = at + 1;
        return;
      }
      if (!text_[at].word || begins_predicate(at)) return;
    }
  }

  bool is_moment(TokenSpan span) const {
    for (uint32_t at = span.begin; at < span.end; ++at)
      if (!text_.is(at, a_.time) && !text_.form(at, u"last") && !text_.form(at, u"this") &&
          !text_.form(at, u"earlier"))
        return false;
    return true;
  }
  void take_clause_before() {
    if (spans_.source.size() != 1 || spans_.content.size() != 1 || content().begin < cue().end) return;
    uint32_t source = spans_.source.front().begin, begin = floor(source);
    if (source >= cue().begin || source < begin + 4 || !text_.comma(source - 1) || !is_moment(content()))
      return;
    for (uint32_t at = begin; at + 1 < source; ++at)
      if (looks_finite(text_, at) || text_.is(at, a_.auxiliary)) {
        content() = {begin, source - 1};
        return;
      }
  }

  /// "People sign on every | month", "the talks ended, they said | last | night"
  void mend_moment() {
    std::vector<TokenSpan>& pieces = spans_.content;
    TokenSpan& last = pieces.back();
    uint32_t end = last.end;
    bool opens = text_.form(end - 1, u"every") || text_.form(end - 1, u"each") ||
                 text_.form(end - 1, u"last") || text_.form(end - 1, u"next");
    if (!opens || end >= text_.sentence_of(end - 1).end || !text_[end].word || text_.quoted(end - 1)) return;
    if (last.size() == 1 && pieces.size() > 1)
      pieces.pop_back();
    else if (last.begin >= cue().end)
      last.end = end + 1;
  }

  void go_on() {
    if (spans_.content.size() != 1 || content().begin < cue().end || content().size() > 2) return;
    if (!text_.is(content().end - 1, a_.pronoun) || text_.quoted(content().begin)) return;
    bool subject = content().size() == 1 || text_.is(content().begin, a_.that);
    uint32_t verb = content().end;
    if (subject && verb < text_.size() && begins_predicate(verb)) content().end = text_.sentence_of(verb).end;
  }

  void cut_place() {
    constexpr uint32_t kReach = 5;
    std::vector<TokenSpan>& pieces = spans_.content;
    auto piece =
        std::find_if(pieces.begin(), pieces.end(), [this](TokenSpan one) { return one.begin == cue().end; });
    if (piece == pieces.end() || !(text_.form(cue().end - 1, u"on") || text_.form(cue().end - 1, u"for")))
      return;
    bool names = text_.form(cue().end - 1, u"for");  // "wrote for Kompas that", but "blamed for rules that"
    uint32_t at = piece->begin, limit = std::min(piece->end, piece->begin + kReach);
    while (at < limit && text_[at].word && (!names || text_[at].capital) && !text_.is(at, a_.that) &&
           !begins_predicate(at))
      ++at;
    if (at == piece->end && piece + 1 != pieces.end() && text_.is(piece[1].begin, a_.that))
      pieces.erase(piece);
    else if (at < limit && at > piece->begin && text_.is(at, a_.that))
      piece->begin = at;
  }

  /// "They deny it, they wrote in a letter to | the authors |"
  void cut_addressee() {
    constexpr uint32_t kLongest = 4;
    std::vector<TokenSpan>& pieces = spans_.content;
    TokenSpan last = pieces.back();
    if (pieces.size() < 2 || pieces.front().end > cue().begin || last.begin != cue().end ||
        last.size() > kLongest || cue().size() < 2 || !text_.form(cue().end - 1, u"to") ||
        text_.quoted(last.begin))
      return;
    for (uint32_t at = last.begin; at < last.end; ++at)
      if (begins_predicate(at)) return;
    pieces.pop_back();
  }

  /// "said in a": where and how is left out when it is not told whole.
  void end_cue() {
    TokenSpan& own = spans_.cue.front();
    // "reported with | reference to officials"
    if (own.size() > 1 && text_.form(own.end - 1, u"with") && text_.form(own.end, u"reference")) {
      uint32_t begin = own.end--;
      std::erase_if(spans_.content, [begin](TokenSpan piece) { return piece.begin == begin; });
      return;
    }
    if (own.size() < 3 || !text_.is(own.end - 1, a_.article) || !text_.is(own.end - 2, a_.preposition))
      return;
    own.end -= 2;
  }

  void cut_rest_of_recipient() {
    if (!entry_ || !(entry_->frames & frame::recipient) || content().begin < cue().end) return;
    // "told the BBC | 's Newshour she was ill"
    bool owned = text_.is(content().begin, a_.genitive);
    if (!owned && (content().begin == cue().end || !text_[content().begin].capital ||
                   !(text_.is(content().begin - 1, a_.preposition) || text_[content().begin - 1].capital)))
      return;
    uint32_t begin = behind_recipient(text_, *entry_, cue().end, spans_.content.back().end);
    std::vector<TokenSpan>& pieces = spans_.content;
    auto rest =
        std::find_if(pieces.begin(), pieces.end(), [begin](TokenSpan one) { return begin < one.end; });
    if (begin <= content().begin || rest == pieces.end()) return;
    rest->begin = std::max(rest->begin, begin);
    pieces.erase(pieces.begin(), rest);
  }

  const RuleText& text_;
  const WordClasses& a_;
  const CueEntry* entry_;
  SpanAttribution& spans_;
};

}  // namespace

void mend_parts(const RuleText& text, const CueEntry* entry, SpanAttribution& spans) {
  PartMender(text, entry, spans).run();
}

}  // namespace who_says
