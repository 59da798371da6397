#include <algorithm>
#include <set>

#include "app/exercise/lesson.h"
#include "app/exercise/model.h"
#include "app/models.h"
#include "classroom/grade.h"
#include "text/utf.h"

namespace who_says {
namespace {

class ResultOf {
 public:
  ResultOf(const State& state, size_t task)
      : state_(state),
        say_(state.words),
        lesson_(*state.lesson),
        task_(lesson_.exercise->tasks[task]),
        tells_missed_(lesson_.tells_missed(task)),
        grade_(grade_task(*lesson_.exercise, task_, &lesson_.exercise->key, &lesson_.answers[task])) {}

  void add(LessonModel& m) const {
    if (!is_graded(task_.kind)) {
      m.result = say_("lesson.example");
      m.points.push_back({LessonPoint::Came::told, "point:example", "", grade_.example});
      return;
    }
    m.result = in_a_sentence();
    uint32_t kept_back = 0;
    std::string how_to_go_on, of_all;
    std::set<std::string> told;  // what is said of several marks is said once
    for (size_t i = 0; i < grade_.items.size(); ++i) {
      const ItemGrade& item = grade_.items[i];
      if (is_a_set()) of_all = item.because;
      if (is_kept_back(item)) {
        ++kept_back;
        if (told.insert(item.feedback).second) (how_to_go_on += ' ') += item.feedback;
        continue;
      }
      LessonPoint point{came(item.finding), "point:" + std::to_string(i), label(item.finding),
                        text(item, told)};
      auto part = std::find_if(m.parts.begin(), m.parts.end(),
                               [&](const LessonPart& one) { return one.id == item.item; });
      (part == m.parts.end() ? m.points : part->points).push_back(std::move(point));
    }
    if (kept_back)
      m.points.push_back({LessonPoint::Came::missed, "point:more", label(Finding::missed),
                          say_.count("lesson.more-missed", kept_back) + how_to_go_on});
    else if (!of_all.empty())
      m.points.push_back({LessonPoint::Came::told, "point:because", "", of_all});
  }

  /// "You found 2 of 3."
  std::string in_a_sentence() const {
    if (!grade_.graded) return say_("lesson.no-solution");
    uint32_t all = 0, found = grade_.count(Finding::found);
    for (const ItemGrade& item : grade_.items)
      all += item.finding != Finding::extra && item.finding != Finding::repeated;
    return found && found == all
               ? say_("lesson.all-found")
               : say_("lesson.found-of", {{"n", std::to_string(found)}, {"all", std::to_string(all)}});
  }

  /// "2 found · 1 missed"
  std::string in_short() const {
    std::vector<std::string> parts;
    for (Finding finding : {Finding::found, Finding::partly, Finding::wrong, Finding::missed, Finding::extra})
      if (uint32_t n = grade_.count(finding))
        parts.push_back(say_.count("lesson.count." + std::string(finding_word(finding)), n));
    return joined(state_, parts);
  }
  bool graded() const { return grade_.graded && grade_.answered; }

 private:
  /// To say what it is would be to say where.
  bool is_kept_back(const ItemGrade& item) const { return is_left_out(item) && !tells_missed_; }
  /// Of a set that a pupil looks for.
  bool is_left_out(const ItemGrade& item) const { return item.finding == Finding::missed && is_a_search(); }
  /// The key's reason is one for all of it: it tells what is left to find.
  bool is_a_set() const { return task_.kind == TaskKind::spot; }
  bool is_a_search() const { return task_.kind == TaskKind::highlight || task_.kind == TaskKind::spot; }

  static LessonPoint::Came came(Finding finding) {
    switch (finding) {
      case Finding::found:
        return LessonPoint::Came::found;
      case Finding::partly:
        return LessonPoint::Came::partly;
      case Finding::missed:
      case Finding::wrong:
        return LessonPoint::Came::missed;
      default:
        return LessonPoint::Came::extra;
    }
  }
  std::string label(Finding finding) const {
    return say_("lesson.finding." + std::string(finding_word(finding)));
  }

  /// What the key says to this answer, what would have been right, and why.
  std::string text(const ItemGrade& item, std::set<std::string>& told) const {
    std::string out;
    bool ends = item.finding == Finding::found || is_left_out(item);
    // Who is told how to go on is not told the end of it.
    if (!item.feedback.empty() && !ends && !is_a_search()) return item.feedback;
    if (item.finding == Finding::missed && !tells_missed_) return say_("lesson.left-open");
    auto add = [&](const std::string& more) {
      if (!more.empty()) (out += out.empty() ? "" : " ") += more;
    };
    if (is_a_search()) {
      if (item.place) add(quoted(state_, words_at(*item.place)) + ".");
      if (task_.kind == TaskKind::spot && item.item != kClaimsItem) add(named({item.item}, item.item) + ".");
      if (item.finding != Finding::found) add(reasons(item));
      if (!ends && told.insert(item.feedback).second) add(item.feedback);
    } else if (item.finding == Finding::partly || item.finding == Finding::missed ||
               item.finding == Finding::wrong) {
      if (item.finding == Finding::partly) add(reasons(item));
      add(say_("lesson.right-is", {{"answer", named(item.wanted, item.item)}}));
    } else {
      add(named(item.given, item.item) + ".");
    }
    if (!is_a_set()) add(item.because);
    return out;
  }
  std::string reasons(const ItemGrade& item) const {
    std::string out;
    for (const Reason& one : item.reasons)
      (out += out.empty() ? "" : " ") +=
          say_("lesson.why." + std::string(why_word(one.why)),
               {{"n", state_.words.number(one.n)}, {"all", state_.words.number(one.all)}});
    return out;
  }
  std::string words_at(Range place) const {
    std::u16string_view text = lesson_.exercise->text_of(task_);
    return to_utf8(text.substr(std::min<size_t>(place.begin, text.size()), place.size()));
  }
  std::string named(const std::vector<std::string>& values, const std::string& item) const {
    std::vector<std::string> names;
    for (const std::string& value : values)
      if (std::string name = name_of(item, value); !name.empty()) names.push_back(std::move(name));
    if (names.empty()) return say_("lesson.nothing");
    return task_.kind == TaskKind::chain ? in_order(names) : listed(state_, names);
  }
  /// What an answer's value is called.
  std::string name_of(const std::string& item, const std::string& value) const {
    if (item == kNumberItem) return value;
    switch (task_.kind) {
      case TaskKind::spot:
        if (const Claim* claim = lesson_.exercise->find_claim(value))
          return quoted(state_, to_utf8(claim->selector.exact));
        return value;
      case TaskKind::classify:
        if (parse_word<SourceKind>(value)) return say_("kind." + value);
        return value == "current" || value == "former" ? say_("lesson.in-office." + value) : "";
      case TaskKind::check_number:
        return say_("lesson.sum." + value);
      case TaskKind::compare:
        return say_("lesson.reported." + value);
      default:
        break;
    }
    const Source* source = lesson_.exercise->find_source(value);
    return source ? source->name : value.empty() ? say_("lesson.nobody") : value;
  }
  static std::string in_order(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : " → ") + name;
    return out;
  }

  const State& state_;
  const InterfaceWords& say_;
  const Lesson& lesson_;
  const Task& task_;
  bool tells_missed_;
  TaskGrade grade_;
};

}  // namespace

void add_result(const State& state, LessonModel& model) { ResultOf(state, state.lesson->at).add(model); }

std::string result_in_short(const State& state, size_t task) {
  const Lesson& lesson = *state.lesson;
  if (!is_answered(lesson.answers[task])) return state.words("lesson.is-open");
  ResultOf result(state, task);
  return lesson.key == KeyState::open && result.graded() ? result.in_short()
                                                         : state.words("lesson.is-answered");
}

}  // namespace who_says
