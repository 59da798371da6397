#include "attribution/joined.h"

#include <algorithm>
#include <utility>

#include "attribution/labels.h"
#include "attribution/rules_phrase.h"
#include "attribution/stages.h"
#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr uint32_t kJointReaches = 60;  ///< tokens of a content in which a second verb is looked for
constexpr float kWeakestSecond = 0.2f;  ///< of the second verb
constexpr float kSecondIsLess = 0.9f;   ///< its confidence, as a share of the first's
/// Behind these, "but" turns back to who says it.
constexpr WordList<8> kConcessions = {u"admit",  u"acknowledg", u"conced",   u"confirm",
                                      u"accept", u"agree",      u"recognis", u"recogniz"};

class JoinedParter {
 public:
  JoinedParter(const RuleText& text, const std::vector<SpanAttribution>& by_rules,
               std::vector<SpanAttribution>& found)
      : text_(text), a_(text.is_a), by_rules_(by_rules), found_(found) {}

  void run() {
    for (size_t i = 0; i < found_.size(); ++i) {
      const CueEntry* entry = verb_of(found_[i]);
      if (!entry || found_[i].source.size() != 1 || found_[i].content.empty()) continue;
      if (text_.quoted(found_[i].cue.front().begin) || !part_speakers(i, *entry)) continue;
      part_predicate(i, *entry);
    }
    for (SpanAttribution& one : added_) found_.push_back(std::move(one));
  }

 private:
  /// The entry of a cue that is a finite verb by itself.
  const CueEntry* verb_of(const SpanAttribution& one) const {
    if (one.cue.size() != 1) return nullptr;
    const CueEntry* entry = entry_of(text_, one.cue);
    bool finite = entry && entry->kind == CueKind::verb &&
                  (entry->inflection == Inflection::past || entry->inflection == Inflection::third);
    return finite ? entry : nullptr;
  }

  /// False when the content has been cut.
  bool part_speakers(size_t i, const CueEntry& entry) {
    TokenSpan& content = found_[i].content.back();
    if (content.begin < found_[i].cue.front().end) return true;
    // Both stand in reading order.
    uint32_t own = found_[i].cue.front().begin;
    while (next_ < by_rules_.size() &&
           (by_rules_[next_].cue.empty() || by_rules_[next_].cue.front().begin < own))
      ++next_;
    for (size_t k = next_; k < std::min(by_rules_.size(), next_ + kNeighbours); ++k) {
      const SpanAttribution& one = by_rules_[k];
      if (one.cue.size() != 1 || one.source.size() > 1) continue;
      uint32_t first = one.source.empty() ? one.cue.front().begin : one.source.front().begin;
      if (first < content.begin + 3 || first >= content.end) continue;
      const CueEntry* other = verb_of(one);
      uint32_t joint = first - 1;
      if (one.source.empty()) {
        // "Has promised to go |, it is understood"
        bool tail = text_.form(first, u"it") && text_.comma(joint) &&
                    one.cue.front().end + 1 >= content.end && one.content.front().end <= first &&
                    !text_.quoted(joint);
        if (!tail) continue;
        content.end = joint;
        return false;
      }
      if (!text_.is(joint, a_.coordination) || !text_.comma(joint - 1) || text_.quoted(joint)) continue;
      if (!other || !other->statement || other->inflection != entry.inflection) continue;
      uint32_t cue = one.cue.front().begin;
      if (one.source.front().end > cue || one.content.front().begin < cue) continue;
      content.end = joint - 1;
      return false;
    }
    return true;
  }

  void part_predicate(size_t i, const CueEntry& entry) {
    TokenSpan cue = found_[i].cue.front(), content = found_[i].content.back();
    if (content.begin < cue.end || found_[i].source.front().end > cue.begin) return;
    uint32_t end = std::min({content.end, text_.sentence_of(cue.begin).end, content.begin + kJointReaches});
    for (uint32_t at = content.begin + 2; at + 2 < end; ++at) {
      if (text_.quoted(at) || !(text_.form(at, u"and") || text_.form(at, u"but"))) continue;
      uint32_t verb = at + 1;
      if (text_.is(verb, a_.adverb) && !text_[verb].cue) ++verb;
      const CueEntry* second = text_[verb].cue;
      if (!second || second->kind != CueKind::verb || text_.quoted(verb)) continue;
      if (second->inflection != entry.inflection || text_.is(verb, a_.auxiliary)) continue;
      bool refused = text_.is(verb, a_.refusal) && text_.is(verb + 1, a_.infinitive);
      if (!refused && (second->strength < kWeakestSecond || text_.is(verb + 1, a_.agent))) continue;
      if (text_.stop(verb + 1) || text_.comma(verb + 1)) continue;
      if (!refused && !goes_on(content.begin, at, entry)) continue;
      cut(i, at, verb);
      return;
    }
  }

  /// Whether the verb behind the joint at `at` cannot be one of the clause that begins at `begin`.
  bool goes_on(uint32_t begin, uint32_t at, const CueEntry& entry) const {
    // "… was “a shame” | and pledged": words of the source's own have ended.
    if (text_.closes_quote(at - 1) && text_.quotation_at(at - 1).marks.begin > begin) return true;
    if (text_.form(at, u"but") && is_concession(entry.lemma)) return true;
    for (uint32_t last = at; last-- > begin;) {
      if (text_.comma(last) || (text_.is(last, a_.relative) && last > begin)) return false;
      if (text_.is(last, a_.modal)) return true;
      if (text_.is(last, a_.be) || text_.is(last, a_.have) || text_.is(last, a_.do_)) {
        bool present = text_.form(last, u"is") || text_.form(last, u"are");
        return present && entry.inflection == Inflection::past;
      }
      if (looks_finite(text_, last)) return false;
      if (text_[last].cue && text_[last].cue->inflection == entry.inflection) return false;
      if (text_[last].form.ends_with(u"ed")) return false;
    }
    // "puts its losses at 4 million | and demands …": no clause at all
    return (entry.frames & (frame::noun | frame::figure)) && !text_.is(begin, a_.complementizer);
  }
  static bool is_concession(const std::u16string& lemma) {
    return std::any_of(kConcessions.begin(), kConcessions.end(),
                       [&lemma](std::u16string_view stem) { return lemma.starts_with(stem); });
  }

  void cut(size_t i, uint32_t joint, uint32_t verb) {
    TokenSpan content = found_[i].content.back();
    SpanAttribution second;
    second.source = found_[i].source;
    second.confidence = found_[i].confidence * kSecondIsLess;
    second.cue = {{verb, verb + 1}};
    second.content = {{verb + 1, content.end}};
    for (size_t j = i > kNeighbours ? i - kNeighbours : 0; j < std::min(found_.size(), i + kNeighbours);
         ++j) {
      if (j == i || found_[j].cue.empty() || !found_[j].cue.front().contains(verb)) continue;
      // Somebody in the content says it.
      if (!found_[j].source.empty() && content.contains(found_[j].source.front().begin)) return;
      second.cue.clear();
    }
    found_[i].content.back().end = joint - (text_.comma(joint - 1) ? 1 : 0);
    if (second.cue.empty() || text_.is(verb, a_.refusal)) return;
    added_.push_back(std::move(second));
  }

  const RuleText& text_;
  const WordClasses& a_;
  const std::vector<SpanAttribution>& by_rules_;
  std::vector<SpanAttribution>& found_;
  std::vector<SpanAttribution> added_;
  size_t next_ = 0;  ///< of by_rules_, the first that does not lie before the cue at hand
};

}  // namespace

void part_joined(const RuleText& text, const std::vector<SpanAttribution>& by_rules,
                 std::vector<SpanAttribution>& found) {
  JoinedParter(text, by_rules, found).run();
}

}  // namespace who_says
