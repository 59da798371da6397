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
      if (!give_genitive_back()) return spans_.content.clear();
      keep_agent();
      take_gerund();
      end_at_verb();
      end_cue();
      end_before_clause();
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
  /// "Moody | 's denied": of the name, which a pronoun is not ("he's denied"). False when the cue was nothing else.
  bool give_genitive_back() const {
    uint32_t begin = cue().begin;
    bool name =
        begin > 0 && text_.is(begin, a_.genitive) && name_word(begin - 1) && !text_.is(begin - 1, a_.pronoun);
    if (!name || spans_.source.empty() || spans_.source.back().end != begin) return true;
    if (cue().size() == 1) return false;
    ++spans_.source.back().end;
    ++cue().begin;
    return true;
  }

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
    if (source.end != cue().begin) return;
    const Lexicon::Phrase* phrase = text_.phrase_at(source.begin, cue().end);
    if (!phrase || phrase->entry.kind != CueKind::agentless ||
        phrase->rest.size() + 1 != cue().end - source.begin)
      return;
    spans_.cue.front().begin = source.begin;
    spans_.source.clear();
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

  /// "Ms Bell disagreed, | claiming that …": that is what she claims.
  void take_gerund() const {
    TokenSpan& content = spans_.content.front();
    uint32_t at = content.begin;
    const CueEntry* entry = text_[at].cue;
    if (at != cue().end + text_.comma(cue().end) || at == cue().end || content.size() < 4 || text_.quoted(at))
      return;
    bool says = entry && entry->kind == CueKind::verb && entry->inflection == Inflection::gerund &&
                entry->statement && (entry->frames & frame::clause) && entry->strength > 0.5f;
    if (!says) return;
    cue() = {at, at + 1};
    content.begin = at + 1;
  }
  bool is_verb(uint32_t at) const {
    const CueEntry* entry = text_[at].cue;
    return entry && entry->kind == CueKind::verb && !text_.is(at, a_.auxiliary | a_.modal | a_.adverb);
  }
  /// The verb of the cue by itself; the cue's end where a phrase of the lexicon is its cue.
  uint32_t verb() const {
    uint32_t at = cue().begin;
    while (at < cue().end && !is_verb(at)) ++at;
    if (at + 1 < cue().end && is_verb(at + 1)) ++at;  // "can be heard telling"
    if (at < cue().end && text_.phrase_at(at, cue().end)) return cue().end;
    return at;
  }
  bool is_moment(uint32_t at) const {
    return text_.is(at, a_.time) || text_.form(at, u"last") || text_.form(at, u"this") ||
           text_.form(at, u"ago");
  }
  /// "told | jurors", "found | this month", "rated | a similar | claim as false": who is told, when, and what of.
  void end_at_verb() const {
    uint32_t at = verb(), behind = at + 1;
    if (behind >= cue().end) return;
    bool told = (text_[at].cue->frames & frame::recipient) != 0, whom = told, when = true;
    for (uint32_t i = behind; i < cue().end; ++i) {
      whom =
          whom && (text_[i].capital || text_.is(i, a_.recipient) || text_.is(i, a_.article) || is_moment(i));
      when = when && is_moment(i);
    }
    uint32_t begin = spans_.content.front().begin;
    bool object = text_.is(behind, a_.article) && cue().end <= behind + 2 && begin == cue().end &&
                  !text_.quoted(begin) &&
                  !text_.is(begin, a_.complementizer | a_.infinitive | a_.preposition) &&
                  !text_[begin].form.ends_with(u"ing");
    if (object && !whom) spans_.content.front().begin = behind;
    if (object || whom || when) cue().end = behind;
  }
  bool is_statement(uint32_t at) const {
    const CueEntry* entry = text_[at].cue;
    return entry && entry->kind == CueKind::verb && entry->statement && !text_[at].noun &&
           entry->strength > 0.4f;
  }
  /// "assesses with | some confidence | that …", "said in | its own write-up | that …": a medium belongs to the cue, and what else stands
  /// between the verb and its clause to nothing.
  void end_before_clause() const {
    constexpr uint32_t kReach = 9;
    std::vector<TokenSpan>& pieces = spans_.content;
    uint32_t at = verb(), begin = cue().end, last = begin - 1, end = pieces.back().end;
    if (at >= last || pieces.front().begin < begin || !(text_[at].cue->frames & frame::clause)) return;
    // "pointed to the law that …", "spoke about": what these open is the object.
    bool opens = text_.is(last, a_.preposition) && !text_.form(last, u"of") && !text_.form(last, u"about") &&
                 !text_.is(last, a_.agent);
    bool goes_on = text_.is(last, a_.document_medium) && text_[begin].word &&
                   !text_.is(begin, a_.determiner | a_.pronoun | a_.possessive | a_.complementizer);
    if (!opens && !goes_on) return;
    uint32_t clause = begin;
    while (clause < end && clause < begin + kReach && text_[clause].word && !text_.quoted(clause) &&
           !text_.is(clause, a_.that) && !is_statement(clause))
      ++clause;
    bool quotation = text_.comma(clause) && text_.opens_quote(clause + 1);
    bool that = text_.is(clause, a_.that) && !text_.is(clause + 1, a_.finite | a_.auxiliary | a_.modal);
    if (clause == begin || clause + 2 >= end || !(that || quotation)) return;
    cue().end = at + 1;
    for (uint32_t i = at + 1; i < clause; ++i)
      if (cue().end == at + 1 && text_.is(i, a_.document_medium | a_.speech_setting)) cue().end = i + 1;
    clause += quotation;
    while (pieces.front().end <= clause) pieces.erase(pieces.begin());
    pieces.front().begin = std::max(pieces.front().begin, clause);
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
