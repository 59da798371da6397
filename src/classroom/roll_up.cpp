#include "classroom/roll_up.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "classroom/csv.h"
#include "classroom/marks.h"
#include "model/exercise_line.h"
#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr std::array<std::string_view, 5> kStates = {"counted", "older", "other-exercise", "other-version",
                                                     "broken"};

/// "B1", "b1" and " B1 " are one seat, and shown without the spaces.
std::string trimmed(const std::string& seat) {
  constexpr const char* kSpaces = " \t\r\n\u00A0";
  size_t begin = seat.find_first_not_of(kSpaces), end = seat.find_last_not_of(kSpaces);
  return begin == seat.npos ? std::string() : seat.substr(begin, end - begin + 1);
}
std::string folded(const std::string& seat) { return to_utf8(lowered(to_utf16(seat))); }

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : " > ") + value;
  return out;
}

class Roller {
  struct Seat {
    size_t pupil, file;
  };

 public:
  Roller(const Exercise& exercise, const Key* key) : exercise_(exercise), key_(key) {}

  RollUp run(const std::vector<HandedIn>& handed_in) {
    for (const HandedIn& one : handed_in) take(one);
    for (Pupil& pupil : out_.pupils) pupil.grade = grade(exercise_, key_, pupil.work);
    std::stable_sort(out_.pupils.begin(), out_.pupils.end(), [](const Pupil& a, const Pupil& b) {
      return a.seat.size() != b.seat.size() ? a.seat.size() < b.seat.size() : a.seat < b.seat;
    });
    for (const Task& task : exercise_.tasks) {
      if (task.kind == TaskKind::highlight) {
        heat(task);
        agree_on_marks(task);
      } else {
        questions(task);
        agree_on_items(task);
      }
      for (const Pupil& pupil : out_.pupils)
        if (const Answer* answer = pupil.work.find(task.id); answer && !answer->text.empty())
          out_.written.push_back({task.id, pupil.seat, answer->text});
    }
    std::stable_sort(out_.wrong.begin(), out_.wrong.end(),
                     [](const WrongPair& a, const WrongPair& b) { return a.pupils > b.pupils; });
    return std::move(out_);
  }

 private:
  void take(const HandedIn& one) {
    HandedInReport report;
    report.name = one.name;
    Result<std::string> json = work_json(one.text);
    if (!json) return refuse(std::move(report), HandedInState::broken, json.error());
    Result<Read<Work>> read = read_work(json.value(), exercise_);
    if (!read) return refuse(std::move(report), HandedInState::broken, read.error());
    Work work = std::move(read.value().value);
    work.seat = trimmed(work.seat);
    report.seat = work.seat;
    report.saved = work.saved;
    if (work.exercise != exercise_.id)
      return refuse(std::move(report), HandedInState::other_exercise,
                    {"other-exercise", "This is work on the exercise \"" + work.exercise + "\".", ""},
                    work.exercise);
    if (!is_of(work, exercise_))
      return refuse(
          std::move(report), HandedInState::other_version,
          {"other-version",
           "This is work on version \"" + work.version + "\" of the exercise, with the mark " + work.hash +
               "; this one is version \"" + exercise_.version + "\", " + exercise_hash(exercise_) + ".",
           ""},
          work.version);
    for (const Error& problem : read.value().problems) {
      report.problems.push_back({problem.code, problem.where, ""});
      report.message += (report.message.empty() ? "" : " ") + problem.where + ": " + problem.message;
    }
    place(std::move(report), std::move(work));
  }

  void refuse(HandedInReport report, HandedInState state, const Error& why, std::string value = "") {
    report.state = state;
    report.problems = {{why.code, why.where, std::move(value)}};
    report.message = why.message;
    out_.files.push_back(std::move(report));
  }

  void place(HandedInReport report, Work work) {
    Pupil pupil;
    pupil.seat = work.seat.empty() ? report.name : work.seat;
    pupil.file = report.name;
    pupil.saved = work.saved;
    pupil.done = work.done;
    pupil.work = std::move(work);
    size_t file = out_.files.size();
    out_.files.push_back(std::move(report));
    auto [seat, is_new] = seats_.try_emplace(
        out_.files[file].seat.empty() ? "\n" + pupil.file + std::to_string(file) : folded(pupil.seat),
        Seat{out_.pupils.size(), file});
    if (is_new) {
      out_.pupils.push_back(std::move(pupil));
      return;
    }
    Seat& held = seat->second;
    bool newer = pupil.saved >= out_.pupils[held.pupil].saved;
    HandedInReport& old = out_.files[newer ? held.file : file];
    old.state = HandedInState::older;
    const std::string& name = out_.files[newer ? file : held.file].name;
    old.problems = {{"older", "", name}};
    old.message = "There is a newer one of the same seat: " + name + ".";
    if (!newer) return;
    held.file = file;
    out_.pupils[held.pupil] = std::move(pupil);
  }

  const TaskGrade* graded(const Pupil& pupil, const Task& task) const {
    for (const TaskGrade& one : pupil.grade.tasks)
      if (one.task == task.id && one.graded) return &one;
    return nullptr;
  }

  /// Items in the key's order, else as they come in answers.
  void questions(const Task& task) {
    const KeyAnswer* key = key_ ? key_->find(task.id) : nullptr;
    std::vector<Question> all;
    auto question = [&](const std::string& item) -> Question& {
      for (Question& one : all)
        if (one.item == item) return one;
      all.push_back({task.id, item, {}, 0, 0, 0, 0, {}});
      return all.back();
    };
    if (key)
      for (const KeyItem& item : key->items) question(item.item).wanted = item.answer;
    for (const Pupil& pupil : out_.pupils)
      if (const Answer* answer = pupil.work.find(task.id))
        for (const Choice& choice : answer->choices) question(choice.item);
    for (Question& one : all) {
      std::map<std::string, Tally> tallies;
      for (const Pupil& pupil : out_.pupils) {
        const Answer* answer = pupil.work.find(task.id);
        const Choice* choice = answer ? answer->find(one.item) : nullptr;
        if (!choice) {
          ++one.open;
          continue;
        }
        double credit = credit_of_item(pupil, task, one.item);
        (credit >= 1 ? one.right : credit > 0 ? one.partly : one.wrong) += key && is_graded(task.kind);
        std::vector<std::string> given = choice->values;
        bool is_set = one.item == kClaimsItem || one.item == kOriginsItem;
        if (is_set) std::sort(given.begin(), given.end());
        Tally& tally = tallies[joined(given)];
        tally.given = given;
        tally.right = credit >= 1;
        ++tally.pupils;
      }
      for (auto& [name, tally] : tallies) {
        if (key && is_graded(task.kind) && !tally.right && tally.pupils > 1)
          out_.wrong.push_back({task.id, one.item, one.wanted, tally.given, tally.pupils});
        one.tallies.push_back(std::move(tally));
      }
      std::stable_sort(one.tallies.begin(), one.tallies.end(),
                       [](const Tally& a, const Tally& b) { return a.pupils > b.pupils; });
      out_.questions.push_back(std::move(one));
    }
  }
  /// Of the item; of a set that has an item for each of its ids, the share of the whole.
  double credit_of_item(const Pupil& pupil, const Task& task, const std::string& item) const {
    const TaskGrade* grade = graded(pupil, task);
    if (!grade) return 0;
    if (task.kind == TaskKind::spot) return grade->most > 0 ? grade->points / grade->most : 0;
    for (const ItemGrade& one : grade->items)
      if (one.item == item) return one.credit;
    return 0;
  }

  void heat(const Task& task) {
    ArticleWords article(exercise_.text_of(task));
    Heat out;
    out.task = task.id;
    out.words = article.words();
    out.marked.assign(out.words.size(), 0);
    out.wanted.assign(out.words.size(), false);
    for (const Pupil& pupil : out_.pupils) {
      const Answer* answer = pupil.work.find(task.id);
      if (!answer || answer->marks.empty()) continue;
      ++out.pupils;
      std::set<uint32_t> words;
      for (const Mark& mark : answer->marks)
        if (std::optional<Range> place = article.locate(mark.selector))
          for (WordSpan span = article.touched(*place); !span.empty(); ++span.begin) words.insert(span.begin);
      for (uint32_t word : words) ++out.marked[word];
    }
    if (const KeyAnswer* key = key_ ? key_->find(task.id) : nullptr)
      for (const KeyMark& mark : key->marks)
        if (std::optional<Range> place = article.locate(mark.mark.selector))
          for (WordSpan span = article.touched(*place); !span.empty(); ++span.begin)
            out.wanted[span.begin] = true;
    out_.heat.push_back(std::move(out));
  }

  void agree_on_marks(const Task& task) {
    ArticleWords article(exercise_.text_of(task));
    TaskAgreement out;
    out.task = task.id;
    out.unitizing = true;
    std::vector<Unit> units;
    for (const Pupil& pupil : out_.pupils) {
      const Answer* answer = pupil.work.find(task.id);
      if (!answer || answer->marks.empty()) continue;
      for (const Mark& mark : answer->marks)
        if (std::optional<Range> place = article.locate(mark.selector)) {
          WordSpan span = article.touched(*place);
          units.push_back({static_cast<int>(out.pupils), span.begin, span.end, ""});
        }
      ++out.pupils;
    }
    out.agreement =
        unitizing_alpha(units, static_cast<int>(out.pupils), static_cast<int64_t>(article.words().size()));
    out_.agreement.push_back(std::move(out));
  }

  void agree_on_items(const Task& task) {
    TaskAgreement out;
    out.task = task.id;
    std::vector<std::string> items = task.claims;
    items.insert(items.end(), task.sources.begin(), task.sources.end());
    for (std::string_view one : {kNumberItem, kOriginsItem, kSumItem, kOrderItem}) items.emplace_back(one);
    Codes codes;
    for (const Pupil& pupil : out_.pupils) {
      const Answer* answer = pupil.work.find(task.id);
      if (!answer || answer->choices.empty()) continue;
      std::vector<std::string> row;
      const Choice* spotted = task.kind == TaskKind::spot ? answer->find(kClaimsItem) : nullptr;
      for (const std::string& item : items) {
        const Choice* choice = answer->find(item);
        std::string value = choice ? "=" + joined(choice->values) : "";
        if (spotted && std::find(task.claims.begin(), task.claims.end(), item) != task.claims.end())
          value = std::find(spotted->values.begin(), spotted->values.end(), item) != spotted->values.end()
                      ? "spotted"
                      : "left";
        row.push_back(std::move(value));
      }
      codes.push_back(std::move(row));
    }
    out.pupils = static_cast<uint32_t>(codes.size());
    out.agreement = krippendorff_alpha(codes);
    if (codes.size() == 2) out.two = cohen_kappa(codes[0], codes[1]);
    out_.agreement.push_back(std::move(out));
  }

  const Exercise& exercise_;
  const Key* key_;
  std::map<std::string, Seat> seats_;
  RollUp out_;
};

}  // namespace

std::string_view state_word(HandedInState state) { return kStates[static_cast<size_t>(state)]; }

RollUp roll_up(const Exercise& exercise, const Key* key, const std::vector<HandedIn>& handed_in) {
  return Roller(exercise, key).run(handed_in);
}

std::string pupils_csv(const RollUp& of, const Exercise& exercise, const TableWords& words) {
  auto say = [&](std::string_view key) { return table_word(words, key, key); };
  CsvRow head = {say("seat"), say("saved"), say("done")};
  for (const Task& task : exercise.tasks) head.insert(head.end(), {task.id, task.id + " " + say("of")});
  head.insert(head.end(), {say("points"), say("of"), say("hints"), say("checks")});
  std::string out = csv_line(head);
  for (const Pupil& pupil : of.pupils) {
    CsvRow row = {pupil.seat, pupil.saved, say(pupil.done ? "yes" : "no")};
    for (const TaskGrade& task : pupil.grade.tasks) {
      row.push_back(task.graded ? csv_number(task.points) : task.answered ? say("answered") : "");
      row.push_back(task.graded ? csv_number(task.most) : "");
    }
    uint32_t hints = 0, checks = 0;
    for (const Answer& answer : pupil.work.answers) hints += answer.hints, checks += answer.checks;
    row.insert(row.end(), {csv_number(pupil.grade.points), csv_number(pupil.grade.most),
                           std::to_string(hints), std::to_string(checks)});
    out += csv_line(row);
  }
  return out;
}

std::string answers_csv(const RollUp& of, const TableWords& words) {
  CsvRow head;
  for (const char* key : {"seat", "task", "item", "given", "wanted", "finding", "credit", "reason"})
    head.push_back(table_word(words, key, key));
  std::string out = csv_line(head);
  for (const Pupil& pupil : of.pupils)
    for (const TaskGrade& task : pupil.grade.tasks)
      for (const ItemGrade& item : task.items) {
        std::string finding(finding_word(item.finding));
        out += csv_line({pupil.seat, task.task, item.item, joined(item.given), joined(item.wanted),
                         table_word(words, "finding." + finding, finding), csv_number(item.credit),
                         in_words(item.reasons, words)});
      }
  return out;
}

}  // namespace who_says
