#include "attribution/mend_edges.h"

#include <algorithm>

#include "attribution/rules_phrase.h"

namespace who_says {
namespace {

/// Tokens of "Outside the court, ", and of a name that goes on behind a found source.
constexpr uint32_t kLeadReaches = 6, kNameReaches = 5;

class EdgeMender {
 public:
  EdgeMender(const RuleText& text, SpanAttribution& spans) : text_(text), a_(text.is_a), spans_(spans) {}

  void run() {
    if (spans_.cue.size() == 1) {
      keep_agent();
      end_cue();
      drop_manner();
      if (is_next_sentence()) return spans_.content.clear();
    }
    join_pieces();
    drop_relative();
    join_hearing();
    if (spans_.source.size() != 1 || spans_.cue.empty()) return;
    cut_lead(spans_.source.front());
    end_name(spans_.source.front());
  }

 private:
  TokenSpan& cue() const { return spans_.cue.front(); }
  bool name_word(uint32_t at) const {
    return text_[at].word && text_[at].capital && !text_.is(at, a_.time) && !text_.quoted(at);
  }

  void keep_agent() const {
    bool behind = text_.form(cue().end - 1, u"to") && text_.form(cue().begin, u"according");
    if (!behind || spans_.source.size() < 2) return;
    for (TokenSpan piece : spans_.source)
      if (piece.begin == cue().end) {
        spans_.source = {piece};
        return;
      }
  }

  /// "Lumo's chair | , | Dame Ada Oye"
  void join_pieces() const {
    std::vector<TokenSpan>& pieces = spans_.source;
    if (pieces.size() == 2 && pieces[0].end <= pieces[1].begin && pieces[0].end + 1 >= pieces[1].begin &&
        text_.comma(pieces[1].begin - 1) && text_[pieces[1].begin].capital) {
      pieces[0].end = pieces[1].end;
      pieces.pop_back();
    }
  }

  /// "A meeting at | which | residents accused …"
  void drop_relative() const {
    std::vector<TokenSpan>& pieces = spans_.source;
    if (pieces.size() == 2 && pieces[0].size() == 1 && !spans_.cue.empty() &&
        text_.is(pieces[0].begin, a_.relative) && pieces[0].end == pieces[1].begin)
      pieces.erase(pieces.begin());
  }

  /// "[The jury] was told that …", where the lexicon has it whole: the jury says nothing.
  void join_hearing() const {
    if (spans_.source.size() != 1 || spans_.cue.size() != 1) return;
    TokenSpan source = spans_.source.front();
    const std::vector<Lexicon::Phrase>* phrases = text_[source.begin].phrases;
    if (!phrases || source.end != cue().begin) return;
    for (const Lexicon::Phrase& phrase : *phrases) {
      bool same =
          phrase.entry.kind == CueKind::agentless && phrase.rest.size() + 1 == cue().end - source.begin;
      for (size_t i = 0; same && i < phrase.rest.size(); ++i)
        same = text_.form(source.begin + 1 + uint32_t(i), phrase.rest[i]);
      if (!same) continue;
      spans_.cue.front().begin = source.begin;
      spans_.source.clear();
      return;
    }
  }

  void cut_lead(TokenSpan& source) const {
    bool opens =
        source.begin == text_.sentence_of(source.begin).begin && text_.is(source.begin, a_.preposition);
    for (uint32_t at = source.begin + 1; at + 1 < std::min(source.end, source.begin + kLeadReaches); ++at)
      if (text_[at].mark == ':' || (opens && text_.comma(at))) {
        source.begin = at + 1;
        return;
      }
  }

  void end_name(TokenSpan& source) const {
    uint32_t limit = cue().begin, at = source.end;
    if (at >= limit || text_.quoted(at)) return;
    bool open = text_.is(at - 1, a_.preposition);
    if (!(open || name_word(at - 1)) || !name_word(at)) return;
    while (at < limit && at < source.end + kNameReaches && name_word(at)) ++at;
    if (!open || at == limit || text_.comma(at)) source.end = at;
  }

  void end_cue() const {
    std::vector<TokenSpan>& content = spans_.content;
    uint32_t next = cue().end;
    while (cue().size() > 1 && text_.is(cue().end - 1, a_.time)) --cue().end;
    if (cue().size() > 1 && text_.is(cue().end - 1, a_.preposition) && text_.is(cue().end, a_.time) &&
        text_[cue().end].capital) {
      --cue().end;
      return;
    }
    if (cue().end < next) cue().end = next;
    // "appears | to show that …"
    const CueEntry* verb = next + 2 < text_.size() ? text_[next + 1].cue : nullptr;
    if (text_.is(next - 1, a_.emerging) && text_.is(next, a_.infinitive) && verb && verb->statement &&
        content.front().begin == next && content.front().size() > 2) {
      cue().end = content.front().begin = next + 2;
      return;
    }
    bool medium = text_.is(next, a_.document_medium) && !text_.quoted(next);
    bool whole = text_.is(next - 1, a_.document_medium) || text_.form(next - 1, u"on");
    if (cue().size() < 2 || !medium || !whole ||
        (content.front().begin == next && content.front().size() < 3))
      return;
    ++cue().end;
    if (content.front().begin == next) ++content.front().begin;
  }

  void drop_manner() const {
    std::vector<TokenSpan>& pieces = spans_.content;
    if (pieces.size() < 2 || !text_.quoted(pieces.front().begin)) return;
    std::erase_if(pieces, [&](TokenSpan piece) {
      return piece.begin > cue().end && !text_.quoted(piece.begin) && text_.comma(piece.begin - 1) &&
             text_[piece.begin].form.ends_with(u"ing");
    });
  }

  /// "“You cannot teach that.” | Mr Oye | brushed off | the praise": a quotation that ends with its sentence, and another sentence that
  /// goes on behind its verb.
  bool is_next_sentence() const {
    TokenSpan last = spans_.content.back();
    if (spans_.source.size() != 1 || spans_.source.front().end > cue().begin) return false;
    TokenSpan source = spans_.source.front();
    uint32_t end = last.end;
    if (end > 0 && text_.closes_quote(end - 1)) --end;
    bool closed = end > last.begin && text_.quoted(end - 1) && source.begin >= last.end &&
                  (text_[end - 1].mark == '.' || text_[end].mark == '.') &&
                  source.begin == text_.sentence_of(source.begin).begin;
    uint32_t next = cue().end;
    return closed && next < text_.size() && text_[next].word && !text_.quoted(next) &&
           !text_.is(next, a_.preposition | a_.time | a_.adverb | a_.recipient);
  }

  const RuleText& text_;
  const WordClasses& a_;
  SpanAttribution& spans_;
};

}  // namespace

void mend_edges(const RuleText& text, SpanAttribution& spans) { EdgeMender(text, spans).run(); }

}  // namespace who_says
