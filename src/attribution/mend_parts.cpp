#include "attribution/mend_parts.h"

#include <algorithm>

#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"

namespace who_says {
namespace {

constexpr uint32_t kLongestDescription = 12;  ///< tokens before the name that it describes
constexpr uint32_t kLongestList = 16;         ///< tokens of names before the last two
constexpr uint32_t kShortSubject = 4;         ///< tokens behind a semicolon that begin somebody else's clause

class PartMender {
 public:
  PartMender(const RuleText& text, const CueEntry* entry, SpanAttribution& spans)
      : text_(text), a_(text.is_a), entry_(entry), spans_(spans) {}

  void run() {
    if (spans_.source.size() == 1) {
      take_description(spans_.source.front());
      take_list(spans_.source.front());
    }
    take_clause_before();
    go_on();
    cut_place();
    cut_recipient();
    cut_next_speaker();
  }

 private:
  TokenSpan cue() const { return spans_.cue.front(); }
  TokenSpan& content() { return spans_.content.front(); }
  uint32_t floor(uint32_t at) const { return behind_dateline(text_, text_.sentence_of(at)); }

  void take_description(TokenSpan& source) const {
    uint32_t begin = floor(source.begin), end = source.begin - 1;
    if (source.begin < begin + 3 || source.begin - begin > kLongestDescription) return;
    bool closed = text_.comma(end) && text_.comma(cue().begin - 1) && cue().begin <= source.end + 1;
    if (!closed || !text_[source.begin].capital || spans_.content.front().begin < cue().end) return;
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
    if (owned && !text_.is(begin, a_.preposition)) source.begin = begin;
  }

  void take_list(TokenSpan& source) {
    bool joined = false;
    for (uint32_t at = source.begin; at < source.end; ++at) joined = joined || text_.is(at, a_.coordination);
    uint32_t least = std::max(floor(source.begin), source.begin - std::min(source.begin, kLongestList));
    if (!joined || source.begin < least + 4 || !text_.comma(source.begin - 1)) return;
    uint32_t at = source.begin - 1;
    while (at > least && (text_[at].capital || text_.comma(at))) --at;
    if (!text_.is(at, a_.agent)) return;
    TokenSpan work = phrase_left(text_, least, at);
    if (work.empty() || !text_.is(work.begin, a_.article)) return;
    source.begin = work.begin;
    for (TokenSpan& piece : spans_.content)
      if (piece.begin < work.begin) piece.end = std::min(piece.end, work.begin);
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

  void go_on() {
    if (spans_.content.size() != 1 || content().begin < cue().end || content().size() > 2) return;
    if (!text_.is(content().end - 1, a_.pronoun) || text_.quoted(content().begin)) return;
    bool subject = content().size() == 1 || text_.is(content().begin, a_.that);
    uint32_t verb = content().end;
    if (verb >= text_.size()) return;
    if (subject && (text_.is(verb, a_.auxiliary | a_.modal) || looks_finite(text_, verb)))
      content().end = text_.sentence_of(verb).end;
  }

  void cut_place() {
    if (spans_.content.size() < 2 || content().begin != cue().end) return;
    bool place = (text_.form(cue().end - 1, u"on") || text_.form(cue().end - 1, u"for")) &&
                 text_.is(spans_.content[1].begin, a_.that);
    for (uint32_t at = content().begin; at < content().end; ++at) place = place && text_[at].capital;
    if (place) spans_.content.erase(spans_.content.begin());
  }

  void cut_recipient() {
    if (!entry_ || !(entry_->frames & frame::recipient) || content().begin <= cue().end) return;
    if (!text_[content().begin].capital || !text_.is(content().begin - 1, a_.preposition)) return;
    uint32_t begin = behind_recipient(text_, *entry_, cue().end, content().end);
    if (content().contains(begin)) content().begin = begin;
  }

  void cut_next_speaker() {
    TokenSpan& last = spans_.content.back();
    if (last.begin < cue().end) return;
    for (uint32_t at = last.end; at-- > last.begin + 1 && last.end - at <= kShortSubject + 1;)
      if (text_[at].mark == ';' && !text_.quoted(at) && !text_.stop(last.end - 1)) {
        last.end = at;
        return;
      }
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
