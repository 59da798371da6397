#include "classroom/marks.h"

#include <algorithm>
#include <cmath>

#include "classroom/assignment.h"
#include "text/segment.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr double kFull = 0.5, kNone = 0.2;  // overlaps; see credit_of
constexpr uint32_t kFew = 3;                // words at an edge; see grade_marks
constexpr double kMillion = 1e6;

uint32_t shared(WordSpan a, WordSpan b) { return intersect(a, b).size(); }
uint32_t either(WordSpan a, WordSpan b) { return a.size() + b.size() - shared(a, b); }

/// At least half of `part` lies in `whole`.
bool half_in(WordSpan part, WordSpan whole) { return shared(part, whole) * 2 >= part.size(); }

/// A mark of the key with all borders that it allows.
struct Wanted {
  std::vector<WordSpan> spans;
  bool optional = false;
  double best(WordSpan mark) const {
    double most = 0;
    for (WordSpan span : spans) most = std::max(most, overlap(mark, span));
    return most;
  }
};

class Marking {
 public:
  Marking(const ArticleWords& article, const KeyAnswer& key, const Answer* answer)
      : article_(article), key_(key) {
    for (const KeyMark& mark : key.marks) {
      Wanted wanted;
      wanted.optional = mark.optional;
      add(mark.mark.selector, wanted.spans);
      for (const Mark& other : mark.alternatives) add(other.selector, wanted.spans);
      wanted_.push_back(std::move(wanted));
    }
    for (const Feedback& one : key.feedback) {
      std::vector<WordSpan> words;
      if (one.mark) add(one.mark->selector, words);
      told_of_.push_back(words.empty() ? WordSpan{} : words[0]);
    }
    if (answer)
      for (const Mark& mark : answer->marks)
        if (!add(mark.selector, marks_)) lost_.push_back(to_utf8(mark.selector.exact));
  }

  void by_words(TaskGrade& out) {
    pair_up();
    two_in_one();
    for (size_t k = 0; k < wanted_.size(); ++k) report_wanted(k, out);
    for (size_t p = 0; p < marks_.size(); ++p)
      if (!used_[p]) report_spare(p, out);
    score(out);
  }

  void by_sentences(TaskGrade& out) {
    std::vector<Range> all = sentences(article_.text());
    std::vector<WordSpan> spans;
    for (Range sentence : all)
      if (WordSpan span = article_.touched(sentence); !span.empty()) spans.push_back(span);
    size_t n = 0;
    for (WordSpan sentence : spans) {
      auto lies = [&](WordSpan mark) { return half_in(mark, sentence) || half_in(sentence, mark); };
      bool is_marked = std::any_of(marks_.begin(), marks_.end(), lies);
      bool is_wanted = false, is_optional = false;
      std::string number, because;
      for (size_t k = 0; k < wanted_.size(); ++k) {
        if (wanted_[k].spans.empty() || !lies(wanted_[k].spans[0])) continue;
        (wanted_[k].optional ? is_optional : is_wanted) = true;
        if (number.empty()) number = std::to_string(k + 1);
        if (because.empty()) because = key_.marks[k].because;
      }
      if (!is_marked && !is_wanted) continue;
      ItemGrade item = item_at(sentence);
      if (is_wanted) {
        item.item = std::to_string(++n);
        item.because = because;
        item.wanted = {words_of(sentence)};
        item.finding = is_marked ? Finding::found : Finding::missed;
        item.credit = is_marked ? 1 : 0;
        item.reasons = {{is_marked ? Why::sentence_found : Why::sentence_missed}};
      } else {
        item.finding = is_optional ? Finding::repeated : Finding::extra;
        item.reasons = {{is_optional ? Why::sentence_optional : Why::sentence_extra}};
      }
      if (is_marked) item.given = {words_of(sentence)};
      item.feedback = feedback(item.finding, number, is_marked ? sentence : WordSpan{});
      out.items.push_back(std::move(item));
    }
    score(out);
  }

 private:
  bool add(const Selector& selector, std::vector<WordSpan>& out) {
    std::optional<Range> place = article_.locate(selector);
    WordSpan span = place ? article_.touched(*place) : WordSpan{};
    if (!span.empty()) out.push_back(span);
    return !span.empty();
  }

  /// The overlap; at least what counts in full where a mark is a whole claim with a few words around it.
  double same(WordSpan mark, size_t k) const {
    double same = wanted_[k].best(mark);
    bool wider = std::any_of(wanted_[k].spans.begin(), wanted_[k].spans.end(), [&](WordSpan span) {
      bool holds = mark.begin <= span.begin && span.end <= mark.end;
      return holds && span.begin - mark.begin <= kFew && mark.end - span.end <= kFew &&
             !is_half_of_another({mark.begin, span.begin}, {span.end, mark.end}, k);
    });
    return wider ? std::max(same, kFull) : same;
  }
  /// Half of some other claim stands in the words before and after the one.
  bool is_half_of_another(WordSpan before, WordSpan after, size_t one) const {
    for (size_t k = 0; k < wanted_.size(); ++k) {
      if (k == one || wanted_[k].spans.empty()) continue;
      WordSpan span = wanted_[k].spans[0];
      if ((shared(before, span) + shared(after, span)) * 2 >= span.size()) return true;
    }
    return false;
  }

  /// Credit first, overlap second; of optional marks the overlap alone, so that they take no claim's place.
  void pair_up() {
    uint32_t rows = static_cast<uint32_t>(marks_.size()), columns = static_cast<uint32_t>(wanted_.size());
    std::vector<int64_t> weights(static_cast<size_t>(rows) * columns);
    for (uint32_t p = 0; p < rows; ++p)
      for (uint32_t k = 0; k < columns; ++k) {
        double alike = same(marks_[p], k), credit = credit_of(alike);
        if (credit <= 0) continue;
        auto weight = static_cast<int64_t>(std::lround(alike * 1000)) + 1;
        if (!wanted_[k].optional) weight += std::llround(credit * kMillion) * 1000;
        weights[static_cast<size_t>(p) * columns + k] = weight;
      }
    std::vector<int> pairs = best_pairs(rows, columns, weights);
    owner_.assign(columns, -1);
    half_.assign(columns, false);
    used_.assign(rows, false);
    for (uint32_t p = 0; p < rows; ++p)
      if (pairs[p] >= 0) {
        owner_[static_cast<size_t>(pairs[p])] = static_cast<int>(p);
        used_[p] = true;
      }
  }

  void two_in_one() {
    for (size_t p = 0; p < marks_.size(); ++p) {
      std::vector<size_t> held;
      bool free = true;
      for (size_t k = 0; k < wanted_.size(); ++k) {
        if (wanted_[k].optional || wanted_[k].spans.empty()) continue;
        if (!half_in(wanted_[k].spans[0], marks_[p])) continue;
        held.push_back(k);
        free = free && (owner_[k] < 0 || owner_[k] == static_cast<int>(p));
      }
      if (held.size() != 2 || !free) continue;
      WordSpan a = wanted_[held[0]].spans[0], b = wanted_[held[1]].spans[0];
      uint32_t inside = shared(marks_[p], a) + shared(marks_[p], b) - shared(a, b);
      uint32_t all = marks_[p].size() + either(a, b) - inside;
      if (static_cast<double>(inside) < kFull * all) continue;
      // One to one it had the credit of one of them; two halves are never less.
      for (size_t k : held) owner_[k] = static_cast<int>(p), half_[k] = true;
      used_[p] = true;
    }
  }

  void report_wanted(size_t k, TaskGrade& out) {
    const Wanted& wanted = wanted_[k];
    int owner = owner_[k];
    if (wanted.spans.empty() || (wanted.optional && owner < 0)) return;
    ItemGrade item = item_at(owner < 0 ? wanted.spans[0] : marks_[static_cast<size_t>(owner)]);
    item.item = std::to_string(k + 1);
    item.wanted = {words_of(wanted.spans[0])};
    item.because = key_.marks[k].because;
    if (owner < 0) {
      item.reasons = {{Why::claim_missed}};
    } else {
      WordSpan mark = marks_[static_cast<size_t>(owner)];
      double alike = same(mark, k);
      item.given = {words_of(mark)};
      item.credit = half_[k] ? 0.5 : credit_of(alike);
      item.finding = item.credit >= 1 ? Finding::found : Finding::partly;
      uint32_t percent = static_cast<uint32_t>(std::lround(alike * 100));
      if (half_[k])
        item.reasons = {{Why::two_claims}};
      else if (wanted.optional)
        item.reasons = {{Why::optional}};
      else if (item.credit >= 1)
        item.reasons = {{Why::claim_found}};
      else
        item.reasons = {{Why::claim_partly, percent}};
      if (wanted.optional) item.finding = Finding::repeated, item.credit = 0;
    }
    item.feedback =
        feedback(item.finding, item.item, owner < 0 ? WordSpan{} : marks_[static_cast<size_t>(owner)]);
    out.items.push_back(std::move(item));
  }

  void report_spare(size_t p, TaskGrade& out) {
    uint32_t inside = 0;
    bool optional = false;
    for (const Wanted& wanted : wanted_)
      for (size_t i = 0; i < std::min<size_t>(1, wanted.spans.size()); ++i) {
        inside += shared(marks_[p], wanted.spans[i]);
        optional = optional || (wanted.optional && half_in(marks_[p], wanted.spans[i]));
      }
    ItemGrade item = item_at(marks_[p]);
    item.given = {words_of(marks_[p])};
    bool piece = inside * 2 >= marks_[p].size() && marks_[p].size() <= longest_wanted();
    item.finding = piece || optional ? Finding::repeated : Finding::extra;
    item.reasons = {{optional ? Why::optional : piece ? Why::piece : Why::not_asked}};
    item.feedback = feedback(item.finding, "", marks_[p]);
    out.items.push_back(std::move(item));
  }
  /// The closest words of the key: for these words, for this claim of it, for what came of them, for anything.
  std::string feedback(Finding finding, const std::string& number, WordSpan mark) const {
    std::string text;
    if (finding == Finding::found || finding == Finding::repeated) return text;
    int closest = -1;
    for (size_t i = 0; i < key_.feedback.size(); ++i) {
      const Feedback& one = key_.feedback[i];
      if ((!one.item.empty() && one.item != number) ||
          (!one.answer.empty() && one.answer != finding_word(finding)) ||
          (one.mark && overlap(told_of_[i], mark) <= kNone))
        continue;
      int close = (one.mark ? 4 : 0) + (one.item.empty() ? 0 : 2) + (one.answer.empty() ? 0 : 1);
      if (close > closest) closest = close, text = one.text;
    }
    return text;
  }
  /// A mark longer than any claim is no piece of one.
  uint32_t longest_wanted() const {
    uint32_t most = 0;
    for (const Wanted& wanted : wanted_)
      for (WordSpan span : wanted.spans) most = std::max(most, span.size());
    return most;
  }

  void score(TaskGrade& out) const {
    for (const std::string& words : lost_) {
      ItemGrade item;
      item.finding = Finding::repeated;
      item.given = {words};
      item.reasons = {{Why::lost}};
      out.items.push_back(std::move(item));
    }
    double sum = 0;
    size_t wanted = 0;
    for (const ItemGrade& item : out.items) {
      sum += item.credit;
      wanted += item.finding == Finding::found || item.finding == Finding::partly ||
                item.finding == Finding::missed;
    }
    uint32_t extra = out.count(Finding::extra);
    size_t all = wanted + extra;
    if (out.most < 0) out.most = static_cast<double>(wanted);
    out.points = all == 0 ? 0 : out.most * sum / static_cast<double>(all);
    out.reason = std::to_string(out.count(Finding::found)) + " found, " +
                 std::to_string(out.count(Finding::partly)) + " partly, " +
                 std::to_string(out.count(Finding::missed)) + " missed, " + std::to_string(extra) +
                 " too many.";
  }

  ItemGrade item_at(WordSpan span) const {
    ItemGrade item;
    item.place = article_.range_of(span);
    return item;
  }
  std::string words_of(WordSpan span) const {
    Range range = article_.range_of(span);
    return to_utf8(article_.text().substr(range.begin, range.size()));
  }

  const ArticleWords& article_;
  const KeyAnswer& key_;
  std::vector<Wanted> wanted_;
  std::vector<WordSpan> marks_;
  std::vector<WordSpan> told_of_;  // of each feedback: the words it is for; empty where there are none
  std::vector<std::string> lost_;  // the pupil's marks that are nowhere
  std::vector<int> owner_;         // of each wanted mark: the pupil's mark
  std::vector<bool> half_;         // it shares that mark with another
  std::vector<bool> used_;         // of each of the pupil's marks
};

}  // namespace

ArticleWords::ArticleWords(std::u16string_view text) : text_(text), words_(who_says::words(text)) {}

WordSpan ArticleWords::touched(Range range) const {
  auto begin =
      std::partition_point(words_.begin(), words_.end(), [&](Range w) { return w.end <= range.begin; });
  auto end = std::partition_point(begin, words_.end(), [&](Range w) { return w.begin < range.end; });
  return {static_cast<uint32_t>(begin - words_.begin()), static_cast<uint32_t>(end - words_.begin())};
}
Range ArticleWords::range_of(WordSpan span) const {
  if (span.empty()) return {};
  return {words_[span.begin].begin, words_[span.end - 1].end};
}
std::optional<Range> ArticleWords::locate(const Selector& selector) const {
  const std::u16string& exact = selector.exact;
  uint32_t near = selector.position ? selector.position->begin : 0;
  if (exact.empty()) {
    bool inside = selector.position && !selector.position->empty() && selector.position->end <= text_.size();
    return inside ? selector.position : std::nullopt;
  }
  if (selector.position && near <= text_.size() && text_.substr(near, exact.size()) == exact)
    return Range{near, near + static_cast<uint32_t>(exact.size())};
  std::optional<Range> best;
  auto far = [near](uint32_t at) { return at < near ? near - at : at - near; };
  for (size_t at = text_.find(exact); at != text_.npos; at = text_.find(exact, at + 1)) {
    auto begin = static_cast<uint32_t>(at);
    if (!best || far(begin) < far(best->begin))
      best = Range{begin, begin + static_cast<uint32_t>(exact.size())};
    if (selector.position && begin >= near) break;
  }
  return best;
}

double overlap(WordSpan a, WordSpan b) {
  uint32_t all = either(a, b);
  return all == 0 ? 0 : static_cast<double>(shared(a, b)) / all;
}
double credit_of(double overlap) { return std::clamp((overlap - kNone) / (kFull - kNone), 0.0, 1.0); }

TaskGrade grade_marks(const Task& task, const ArticleWords& article, const KeyAnswer& key,
                      const Answer* answer) {
  TaskGrade out;
  out.task = task.id;
  out.kind = task.kind;
  out.graded = true;
  out.answered = answer && !answer->marks.empty();
  out.most = task.points;
  Marking marking(article, key, answer);
  if (task.by_sentence)
    marking.by_sentences(out);
  else
    marking.by_words(out);
  return out;
}

}  // namespace who_says
