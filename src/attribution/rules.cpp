#include "attribution/rules.h"

#include <algorithm>

#include "attribution/rules_behind.h"
#include "attribution/rules_phrase.h"
#include "attribution/stages.h"

namespace who_says {
namespace {

/// Below this a candidate is left out: where F1 was best on PolNeAR train.
constexpr float kThreshold = 0.26f;

constexpr uint32_t kOrphanWords = 5;  ///< shorter quotations are headings, slogans, titles
constexpr float kOrphan = 0.6f;       ///< confidence by estimate: PolNeAR has hardly any

constexpr size_t kNextCues =
    12;  ///< how many of the following cues can end a content: keeps long sentences linear

/// Where the content of candidate `i` must end at the latest: before the next cue that takes its source over, with the "and" that
/// joins them.
uint32_t next_cue(const RuleText& text, TokenSpan sentence, const std::vector<Candidate>& all, size_t i) {
  for (size_t k = i + 1; k < std::min(all.size(), i + kNextCues); ++k) {
    const Candidate& other = all[k];
    if (text.quoted(other.verb.begin) && !text.quoted(all[i].verb.begin)) continue;
    uint32_t begin = other.group.begin;
    if (begin <= all[i].verb.end + 1) continue;
    bool strong = other.entry->strength >= 0.5f;
    if (!strong) continue;
    bool gerund = other.pattern == Pattern::gerund && text.comma(begin - 1);
    bool finite = other.entry->inflection == Inflection::past || other.entry->inflection == Inflection::third;
    bool joined = text.is(begin - 1, text.is_a.coordination) && finite &&
                  (other.entry->inflection == all[i].entry->inflection || text.comma(begin - 2));
    uint32_t end = begin - 1;
    if (!gerund && !joined) {
      // ", and aides insist …": somebody else begins to speak.
      TokenSpan subject = phrase_left(text, sentence.begin, begin);
      if (subject.empty() || subject.begin <= all[i].verb.end + 2) continue;
      if (!text.is(subject.begin - 1, text.is_a.coordination | text.is_a.clause_opener) ||
          text.is(subject.begin - 1, text.is_a.that) || !text.comma(subject.begin - 2))
        continue;
      return subject.begin - 2;
    }
    if (joined && end > sentence.begin && text.comma(end - 1)) --end;
    return end;
  }
  return sentence.end;
}

class RulesEngine {
 public:
  RulesEngine(const RuleText& text, float least, std::vector<Candidate>& out)
      : text_(text), least_(least), kept_(out) {}

  void add_to(Steps& steps) {
    steps.each([this] { return text_.tokens.paragraphs.size(); },
               [this](size_t i) {
                 for (Candidate& c : find_by_colon(text_, text_.tokens.paragraphs[i]))
                   if (score(c) >= least_) keep(std::move(c));
               });
    steps.then([this] { return read_next(); });
    steps.once([this] {
      continue_quotations();
      std::stable_sort(kept_.begin(), kept_.end(),
                       [](const Candidate& a, const Candidate& b) { return first(a) < first(b); });
    });
  }

 private:
  static uint32_t first(const Candidate& c) {
    uint32_t at = c.content.front().begin;
    if (!c.source.empty()) at = std::min(at, c.source.front().begin);
    if (!c.cue.empty()) at = std::min(at, c.cue.front().begin);
    return at;
  }

  uint32_t read_next() {
    if (sentence_ == text_.tokens.sentences.size()) return 0;
    TokenSpan sentence = text_.tokens.sentences[sentence_++];
    read(sentence);
    return std::max(1u, sentence.size());
  }
  void read(TokenSpan sentence) {
    std::vector<Candidate> all = find_cues(text_, sentence), found;
    for (size_t i = 0; i < all.size(); ++i) {
      // "said in a statement that": the noun is part of the cue before it.
      if (!found.empty() && found.back().cue.front().contains(all[i].verb.begin)) continue;
      Candidate c = all[i];
      if (!find_source(text_, found, c)) continue;
      if (!find_content(text_, next_cue(text_, sentence, all, i), c)) continue;
      if (opened_by_as(sentence, c)) c.signs |= bit(sign::opened_by_as);
      if (score(c) < least_) continue;
      found.push_back(std::move(c));
    }
    for (Candidate& c : found) keep(std::move(c));
  }

  /// "As the paper notes, the talks have failed"
  bool opened_by_as(TokenSpan sentence, const Candidate& c) const {
    uint32_t begin = behind_dateline(text_, sentence);
    return text_.form(begin, u"as") && !c.source.empty() && c.source.front().begin == begin + 1 && c.entry &&
           c.entry->statement && c.cue.front().end < c.content.front().begin &&
           text_.comma(c.content.front().begin - 1);
  }

  void keep(Candidate c) {
    std::sort(c.content.begin(), c.content.end(), [](TokenSpan a, TokenSpan b) { return a.begin < b.begin; });
    kept_.push_back(std::move(c));
  }

  /// A quotation without a cue of its own goes on with the speaker before it in its paragraph.
  void continue_quotations() {
    std::vector<uint8_t> covered(text_.size() + 1, 0);
    std::vector<size_t> passed(text_.tokens.paragraphs.size(), 0);
    for (const Candidate& c : kept_)
      for (TokenSpan span : c.content)
        std::fill(covered.begin() + span.begin, covered.begin() + span.end, uint8_t{1});
    // For each paragraph its candidates with quoted content, in reading order of their cues.
    std::vector<std::vector<size_t>> by_paragraph(text_.tokens.paragraphs.size());
    for (size_t i = 0; i < kept_.size(); ++i)
      if ((kept_[i].signs >> sign::quoted_content & 1u) && !kept_[i].cue.empty() &&
          !(kept_[i].signs >> sign::quoted_cue & 1u))
        by_paragraph[text_.tokens.all[kept_[i].cue.front().begin].paragraph].push_back(i);
    for (const Quotation& q : text_.quotations) {
      if (q.use != QuoteUse::speech || q.continues || covered[q.marks.begin]) continue;
      if (q.marks.begin != text_.sentence_of(q.marks.begin).begin) continue;
      uint32_t paragraph = text_.tokens.all[q.marks.begin].paragraph;
      const std::vector<size_t>& speakers = by_paragraph[paragraph];
      size_t& past = passed[paragraph];
      while (past < speakers.size() && kept_[speakers[past]].cue.front().begin < q.marks.begin) ++past;
      if (past == 0) continue;
      std::vector<TokenSpan>& content = kept_[speakers[past - 1]].content;
      for (const Quotation* piece = &q;; ++piece) {
        content.push_back(piece->marks);
        if (!piece->goes_on || content.size() > 40) break;
      }
    }
  }

  const RuleText& text_;
  float least_;
  size_t sentence_ = 0;
  std::vector<Candidate>& kept_;
};

}  // namespace

std::vector<Candidate> find_candidates(const RuleText& text, float least) {
  std::vector<Candidate> out;
  candidates_in_steps(text, least, out).finish();
  return out;
}

Steps candidates_in_steps(const RuleText& text, float least, std::vector<Candidate>& out) {
  Steps steps;
  auto engine = std::make_shared<RulesEngine>(text, least, out);
  engine->add_to(steps);
  steps.keep(std::move(engine));
  return steps;
}

namespace {

/// Paragraphs that are a quotation and no more, with nothing in them that was found: somebody's words, though nothing says whose.
void add_orphans(const RuleText& text, std::vector<SpanAttribution>& found) {
  std::vector<bool> taken(text.tokens.paragraphs.size(), false);
  auto take = [&](const std::vector<TokenSpan>& spans) {
    for (TokenSpan span : spans)
      for (uint32_t at : {span.begin, span.end - 1}) taken[text.tokens.all[at].paragraph] = true;
  };
  for (const SpanAttribution& one : found) {
    take(one.source);
    take(one.cue);
    take(one.content);
  }
  for (const Quotation& q : text.quotations) {
    uint32_t number = text.tokens.all[q.marks.begin].paragraph;
    TokenSpan paragraph = text.tokens.paragraphs[number];
    bool whole = q.marks.begin == paragraph.begin && q.marks.end + 1 >= paragraph.end;
    if (!whole || taken[number] || q.use != QuoteUse::speech || q.continues || q.goes_on) continue;
    if (text.count_words(q.inside) >= kOrphanWords) found.push_back({{}, {}, {q.marks}, kOrphan});
  }
}

}  // namespace

Steps rules_in_steps(const RuleText& text, std::vector<SpanAttribution>& out) {
  auto candidates = std::make_shared<std::vector<Candidate>>();
  Steps steps = candidates_in_steps(text, kThreshold, *candidates);
  steps.keep(candidates);
  steps.once([&text, &out, &found = *candidates] {
    for (Candidate& c : found) out.push_back(spans_of(std::move(c)));
    add_orphans(text, out);
  });
  return steps;
}

std::vector<SpanAttribution> find_by_rules(const RuleText& text) {
  std::vector<SpanAttribution> out;
  rules_in_steps(text, out).finish();
  return out;
}

}  // namespace who_says
