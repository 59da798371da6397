#include "classroom/grade.h"

#include <algorithm>
#include <array>
#include <set>

#include "classroom/marks.h"

namespace who_says {
namespace {

using Values = std::vector<std::string>;
constexpr std::array<std::string_view, 6> kFindings = {"found", "partly", "missed",
                                                       "wrong", "extra",  "repeated"};

/// A credit with the reasons for it.
struct Verdict {
  double credit = 0;
  std::vector<Reason> reasons;
};

bool same_group(SourceKind a, SourceKind b) {
  KindGroup group = group_of(a);
  return group == group_of(b) && group != KindGroup::self && group != KindGroup::unspecified;
}

class TaskGrader {
 public:
  TaskGrader(const Exercise& exercise, const Task& task, const KeyAnswer& key, const Answer* answer)
      : exercise_(exercise), task_(task), key_(key), answer_(answer) {}

  TaskGrade run() {
    out_.task = task_.id;
    out_.kind = task_.kind;
    out_.graded = true;
    double share = 0;
    if (task_.kind == TaskKind::spot) {
      share = of_set(kClaimsItem, true);
      out_.most = task_.points < 0 ? 1 : task_.points;
    } else {
      for (const KeyItem& item : key_.items) share += of_item(item);
      auto n = static_cast<double>(std::max<size_t>(key_.items.size(), 1));
      out_.most = task_.points < 0 ? static_cast<double>(key_.items.size()) : task_.points;
      share /= n;
    }
    out_.points = out_.most * share;
    out_.reason = std::to_string(out_.count(Finding::found)) + " right, " +
                  std::to_string(out_.count(Finding::partly)) + " partly, " +
                  std::to_string(out_.count(Finding::wrong) + out_.count(Finding::extra)) + " not, " +
                  std::to_string(out_.count(Finding::missed)) + " open or missed.";
    return std::move(out_);
  }

 private:
  const Choice* given(std::string_view item) const { return answer_ ? answer_->find(item) : nullptr; }

  double of_item(const KeyItem& key) {
    if (key.item == kOriginsItem) return of_set(kOriginsItem, false);
    const Choice* choice = given(key.item);
    ItemGrade item;
    item.item = key.item;
    item.wanted = key.answer;
    item.because = key.because;
    if (!choice) {
      item.reasons = {{Why::open}};
      out_.items.push_back(std::move(item));
      return 0;
    }
    out_.answered = true;
    item.given = choice->values;
    Verdict best = judge(key, key.answer, choice->values);
    for (const Values& other : key.alternatives) {
      Verdict verdict = judge(key, other, choice->values);
      if (verdict.credit > best.credit) best = std::move(verdict);
    }
    item.credit = best.credit;
    item.reasons = std::move(best.reasons);
    item.finding = best.credit >= 1 ? Finding::found : best.credit > 0 ? Finding::partly : Finding::wrong;
    if (best.credit < 1) item.feedback = feedback(key.item, choice->values);
    double credit = item.credit;
    out_.items.push_back(std::move(item));
    return credit;
  }

  Verdict judge(const KeyItem& key, const Values& wanted, const Values& given) const {
    switch (task_.kind) {
      case TaskKind::match:
        return source(key, wanted, given);
      case TaskKind::classify:
        return kind_and_office(key.item, wanted, given);
      case TaskKind::chain:
        return order(wanted, given);
      default:
        return given == wanted ? Verdict{1, {{Why::right}}} : Verdict{0, {{Why::not_the_keys}}};
    }
  }

  Verdict source(const KeyItem& key, const Values& wanted, const Values& given) const {
    const std::string& id = given.empty() ? std::string() : given[0];
    if (given == wanted) return {1, {{Why::right}}};
    const Values& also = key.acceptable_sources;
    if (given.size() == 1 && std::find(also.begin(), also.end(), id) != also.end())
      return {1, {{Why::counts_too}}};
    const Source* a = exercise_.find_source(id);
    const Source* b = wanted.empty() ? nullptr : exercise_.find_source(wanted[0]);
    if (a && b && same_group(a->kind, b->kind)) return {0.5, {{Why::same_group}}};
    return {0, {{b || id.empty() ? Why::somebody_else : Why::nobody_named}}};
  }

  /// What the key leaves open, or does not say as current or former, is not asked.
  Verdict kind_and_office(const std::string& item, const Values& wanted, const Values& given) const {
    auto at = [](const Values& values, size_t i) { return i < values.size() ? values[i] : std::string(); };
    std::string office = at(wanted, 1);
    bool asks_office =
        who_says::asks_office(task_, exercise_.find_source(item)) &&
        (!task_.asks_kind || office == word(Office::current) || office == word(Office::former));
    double parts = task_.asks_kind && asks_office ? 2 : 1, sum = 0;
    std::vector<Reason> reasons;
    if (task_.asks_kind) {
      auto a = parse_word<SourceKind>(at(given, 0)), b = parse_word<SourceKind>(at(wanted, 0));
      bool same = at(given, 0) == at(wanted, 0), near = a && b && same_group(*a, *b);
      sum += same ? 1 : near ? 0.5 : 0;
      reasons.push_back({same ? Why::kind_right : near ? Why::kind_near : Why::kind_other});
    }
    if (asks_office) {
      bool same = at(given, 1) == office;
      sum += same ? 1 : 0;
      reasons.push_back({same ? Why::office_right : Why::office_other});
    }
    return {sum / parts, std::move(reasons)};
  }

  static Verdict order(const Values& wanted, const Values& given) {
    if (wanted == given) return {1, {{Why::order_right}}};
    uint32_t same = common_in_order(wanted, given);
    size_t longer = std::max(wanted.size(), given.size());
    return {static_cast<double>(same) / static_cast<double>(longer),
            {{Why::order_partly, same, static_cast<uint32_t>(longer)}}};
  }

  /// Right ones / (wanted ones + wrong ones), best over what the key allows; `each`: one item for each of them.
  double of_set(std::string_view name, bool each) {
    auto at = std::find_if(key_.items.begin(), key_.items.end(),
                           [&](const KeyItem& one) { return one.item == name; });
    if (at == key_.items.end()) return 0;
    const Choice* choice = given(name);
    std::set<std::string> chosen;
    if (choice) chosen.insert(choice->values.begin(), choice->values.end());
    if (choice) out_.answered = true;
    std::set<std::string> wanted;
    double share = -1;
    for (size_t i = 0; i <= at->alternatives.size(); ++i) {
      const Values& list = i == 0 ? at->answer : at->alternatives[i - 1];
      std::set<std::string> one(list.begin(), list.end());
      double got = choice ? share_of(one, chosen) : 0;
      if (got > share) share = got, wanted = std::move(one);
    }
    if (each)
      report_each(wanted, chosen, *at, choice);
    else
      report_set(wanted, chosen, *at, choice, share);
    return share;
  }
  static double share_of(const std::set<std::string>& wanted, const std::set<std::string>& chosen) {
    size_t right = 0;
    for (const std::string& one : chosen) right += wanted.count(one);
    size_t all = wanted.size() + chosen.size() - right;
    return all == 0 ? 1 : static_cast<double>(right) / static_cast<double>(all);
  }
  void report_each(const std::set<std::string>& wanted, const std::set<std::string>& chosen,
                   const KeyItem& key, const Choice* choice) {
    std::set<std::string> all = wanted;
    all.insert(chosen.begin(), chosen.end());
    for (const std::string& one : all) {
      ItemGrade item;
      item.item = one;
      bool is_wanted = wanted.count(one) > 0, is_chosen = chosen.count(one) > 0;
      item.finding = is_wanted && is_chosen ? Finding::found : is_wanted ? Finding::missed : Finding::extra;
      item.credit = item.finding == Finding::found ? 1 : 0;
      item.reasons = {{item.finding == Finding::found    ? Why::names_nobody
                       : item.finding == Finding::missed ? Why::names_nobody_too
                                                         : Why::names_somebody}};
      item.because = key.because;
      if (!is_chosen) item.feedback = feedback(one, {});
      if (item.finding == Finding::extra) item.feedback = feedback(one, {one});
      out_.items.push_back(std::move(item));
    }
    if (all.empty() && choice) {
      ItemGrade item;
      item.item = key.item;
      item.finding = Finding::found;
      item.credit = 1;
      item.reasons = {{Why::none_right}};
      out_.items.push_back(std::move(item));
    }
  }
  void report_set(const std::set<std::string>& wanted, const std::set<std::string>& chosen,
                  const KeyItem& key, const Choice* choice, double share) {
    ItemGrade item;
    item.item = key.item;
    item.credit = share;
    item.wanted.assign(wanted.begin(), wanted.end());
    item.given.assign(chosen.begin(), chosen.end());
    item.because = key.because;
    item.finding = !choice      ? Finding::missed
                   : share >= 1 ? Finding::found
                   : share > 0  ? Finding::partly
                                : Finding::wrong;
    item.reasons = {{!choice ? Why::open : share >= 1 ? Why::set_right : Why::set_partly}};
    if (share < 1 && choice) item.feedback = feedback(key.item, choice->values);
    out_.items.push_back(std::move(item));
  }

  /// The closest words of the key: for this item and answer, this item, this answer, anything.
  std::string feedback(const std::string& item, const Values& values) const {
    const Feedback* best = nullptr;
    int closest = -1;
    for (const Feedback& one : key_.feedback) {
      bool given = std::find(values.begin(), values.end(), one.answer) != values.end();
      if ((!one.item.empty() && one.item != item) || (!one.answer.empty() && !given)) continue;
      int close = (one.item.empty() ? 0 : 2) + (one.answer.empty() ? 0 : 1);
      if (close > closest) closest = close, best = &one;
    }
    return best ? best->text : std::string();
  }

  const Exercise& exercise_;
  const Task& task_;
  const KeyAnswer& key_;
  const Answer* answer_;
  TaskGrade out_;
};

bool has_answer(const Answer* answer) {
  return answer && (!answer->choices.empty() || !answer->marks.empty() || !answer->text.empty());
}

}  // namespace

std::string_view finding_word(Finding finding) { return kFindings[static_cast<size_t>(finding)]; }

uint32_t TaskGrade::count(Finding finding) const {
  return static_cast<uint32_t>(std::count_if(items.begin(), items.end(),
                                             [&](const ItemGrade& one) { return one.finding == finding; }));
}

uint32_t common_in_order(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<uint32_t> row(b.size() + 1, 0);
  for (const std::string& one : a) {
    uint32_t corner = 0;
    for (size_t j = 1; j <= b.size(); ++j) {
      uint32_t above = row[j];
      row[j] = one == b[j - 1] ? corner + 1 : std::max(above, row[j - 1]);
      corner = above;
    }
  }
  return row.back();
}

TaskGrade grade_task(const Exercise& exercise, const Task& task, const Key* key, const Answer* answer) {
  const KeyAnswer* wanted = key ? key->find(task.id) : nullptr;
  bool no_text = task.kind == TaskKind::highlight && exercise.text_of(task).empty();
  if (wanted && is_graded(task.kind) && !no_text) {
    if (task.kind != TaskKind::highlight) return TaskGrader(exercise, task, *wanted, answer).run();
    return grade_marks(task, ArticleWords(exercise.text_of(task)), *wanted, answer);
  }
  TaskGrade out;
  out.task = task.id;
  out.kind = task.kind;
  out.answered = has_answer(answer);
  out.example = wanted ? wanted->example : std::string();
  out.reason = !is_graded(task.kind) ? "This is not right or wrong: compare it with the others’ answers."
               : wanted ? "The text of the article is not at hand, so marks in it cannot be compared."
                        : "There is no key to this: compare it with the others’ answers.";
  return out;
}

Grade grade(const Exercise& exercise, const Key* key, const Work& work) {
  Grade out;
  for (const Task& task : exercise.tasks) {
    out.tasks.push_back(grade_task(exercise, task, key, work.find(task.id)));
    const TaskGrade& last = out.tasks.back();
    if (!last.graded) continue;
    out.points += last.points;
    out.most += last.most;
  }
  return out;
}

}  // namespace who_says
