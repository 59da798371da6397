#include "app/messages_classroom.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "classroom/csv.h"
#include "model/json.h"

namespace who_says {
namespace {

Json range_json(const std::optional<Range>& range) {
  return range ? Json::array({range->begin, range->end}) : Json();
}
Json item_json(const ItemGrade& item) {
  Json out = {{"item", item.item},     {"finding", std::string(finding_word(item.finding))},
              {"credit", item.credit}, {"given", item.given},
              {"wanted", item.wanted}, {"reason", in_english(item.reasons)}};
  if (item.place) out["place"] = range_json(item.place);
  if (!item.because.empty()) out["because"] = item.because;
  if (!item.feedback.empty()) out["feedback"] = item.feedback;
  return out;
}
Json grade_object(const Grade& grade) {
  Json tasks = Json::array();
  for (const TaskGrade& task : grade.tasks) {
    Json items = Json::array();
    for (const ItemGrade& item : task.items) items.push_back(item_json(item));
    Json one = {{"task", task.task},         {"kind", std::string(word(task.kind))},
                {"answered", task.answered}, {"graded", task.graded},
                {"points", task.points},     {"most", task.most},
                {"reason", task.reason}};
    if (!task.example.empty()) one["example"] = task.example;
    one["items"] = std::move(items);
    tasks.push_back(std::move(one));
  }
  return {{"points", grade.points}, {"most", grade.most}, {"tasks", std::move(tasks)}};
}
/// Of each task, the hints and the looks at the key that a pupil took; tasks without are not there.
Json help_object(const Work& work) {
  Json out = Json::object();
  for (const Answer& answer : work.answers)
    if (answer.hints || answer.checks)
      out[answer.task] = {{"hints", answer.hints}, {"checks", answer.checks}};
  return out;
}
Json agreement_object(const Agreement& of) {
  Json out;
  out["value"] = of.value ? Json(*of.value) : Json();
  if (of.value) {
    out["observed"] = of.observed;
    out["expected"] = of.expected;
  }
  out["accord"] = std::string(accord_word(of.accord));
  out["sentence"] = in_english(of);
  return out;
}

template <class List, class One>
Json list_json(const List& list, One one) {
  Json out = Json::array();
  for (const auto& value : list) out.push_back(one(value));
  return out;
}

Json question_json(const Question& q) {
  Json given = list_json(q.tallies, [](const Tally& t) {
    return Json{{"given", t.given}, {"pupils", t.pupils}, {"right", t.right}};
  });
  return {{"task", q.task},     {"item", q.item},   {"wanted", q.wanted}, {"right", q.right},
          {"partly", q.partly}, {"wrong", q.wrong}, {"open", q.open},     {"given", std::move(given)}};
}
Json heat_json(const Heat& h) {
  Json words = Json::array();
  for (size_t i = 0; i < h.words.size(); ++i)
    words.push_back({h.words[i].begin, h.words[i].end, h.marked[i], h.wanted[i] ? 1 : 0});
  return {{"task", h.task}, {"pupils", h.pupils}, {"words", std::move(words)}};
}
Json agreement_row(const TaskAgreement& a) {
  Json out = {{"task", a.task}, {"measure", a.unitizing ? "u-alpha" : "alpha"}, {"pupils", a.pupils}};
  out["agreement"] = agreement_object(a.agreement);
  if (a.two) out["kappa"] = agreement_object(*a.two);
  return out;
}

// ---- agreement of a table

Error bad_line(size_t line, const char* expected) {
  return {"wrong-shape", std::string("Here ") + expected + " was expected.",
          "line " + std::to_string(line + 1)};
}
std::optional<int64_t> whole(const std::string& text) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != text.npos)
    return std::nullopt;
  return std::strtoll(text.c_str(), nullptr, 10);
}
/// Which place each name gets, in the order of their first appearance.
struct Names {
  std::map<std::string, size_t> places;
  std::vector<std::string> names;
  size_t of(const std::string& name) {
    auto [at, is_new] = places.try_emplace(name, names.size());
    if (is_new) names.push_back(name);
    return at->second;
  }
};

Result<Json> codes_agreement(const std::vector<CsvRow>& rows, size_t first) {
  Names units, coders;
  for (size_t i = first; i < rows.size(); ++i) {
    if (rows[i].size() != 3) return bad_line(i, "unit, coder, value");
    units.of(rows[i][0]);
    coders.of(rows[i][1]);
  }
  if (coders.names.size() * units.names.size() > 10'000'000)
    return Error{"too-large", "This table has too many units and coders.", ""};
  Codes codes(coders.names.size(), std::vector<std::string>(units.names.size()));
  for (size_t i = first; i < rows.size(); ++i) {
    std::string& value = codes[coders.of(rows[i][1])][units.of(rows[i][0])];
    if (!value.empty())
      return bad_line(i, "one value of this coder for this unit: it has one already; something else");
    value = rows[i][2] == "." ? "" : rows[i][2];
  }
  Json out = {{"measure", "nominal"}, {"units", units.names.size()}, {"coders", coders.names}};
  out["krippendorffAlpha"] = agreement_object(krippendorff_alpha(codes));
  if (codes.size() == 2) {
    out["cohenKappa"] = agreement_object(cohen_kappa(codes[0], codes[1]));
    out["scottPi"] = agreement_object(scott_pi(codes[0], codes[1]));
    out["bennettS"] = agreement_object(bennett_s(codes[0], codes[1]));
  }
  return out;
}

Result<Json> units_agreement(const std::vector<CsvRow>& rows, size_t first, int64_t length) {
  Names coders;
  std::vector<Unit> units;
  int64_t last = 0;
  for (size_t i = first; i < rows.size(); ++i) {
    if (rows[i].size() < 3 || rows[i].size() > 4)
      return bad_line(i, "coder, begin, end and perhaps a category");
    auto begin = whole(rows[i][1]), end = whole(rows[i][2]);
    if (!begin || !end || *end < *begin) return bad_line(i, "two whole numbers, the lower first,");
    units.push_back(
        {static_cast<int>(coders.of(rows[i][0])), *begin, *end, rows[i].size() == 4 ? rows[i][3] : ""});
    last = std::max(last, *end);
  }
  if (length == 0) length = last;
  if (coders.names.size() > 2000) return Error{"too-large", "This table has too many coders.", ""};
  Json out = {{"measure", "unitizing"}, {"length", length}, {"coders", coders.names}};
  out["krippendorffUAlpha"] =
      agreement_object(unitizing_alpha(units, static_cast<int>(coders.names.size()), length));
  return out;
}

Json statement(const std::string& seat, const std::string& home, const std::string& saved, const char* verb,
               const std::string& activity, const std::string& title) {
  Json out;
  out["actor"] = {{"objectType", "Agent"}, {"account", {{"homePage", home}, {"name", seat}}}};
  out["verb"] = {{"id", std::string("http://adlnet.gov/expapi/verbs/") + verb}, {"display", {{"en", verb}}}};
  out["object"] = {{"objectType", "Activity"}, {"id", activity}};
  out["object"]["definition"] = {{"type", "http://adlnet.gov/expapi/activities/assessment"}};
  if (!title.empty()) out["object"]["definition"]["name"] = {{"en", title}};
  if (!saved.empty()) out["timestamp"] = saved;
  return out;
}
Json score(double points, double most) {
  Json out = {{"raw", points}, {"min", 0}, {"max", most}};
  if (most > 0) out["scaled"] = points / most;
  return out;
}

}  // namespace

std::string grade_json(const Grade& grade, int indent) { return dump_json(grade_object(grade), indent); }
std::string agreement_json(const Agreement& of, int indent) {
  return dump_json(agreement_object(of), indent);
}

std::string problems_json(const std::vector<Error>& problems) {
  return dump_json(list_json(problems, [](const Error& one) {
    return Json{{"code", one.code}, {"message", one.message}, {"where", one.where}};
  }));
}

std::string roll_up_json(const RollUp& of, int indent) {
  Json out;
  out["files"] = list_json(of.files, [](const HandedInReport& f) {
    Json problems = list_json(f.problems, [](const HandedInProblem& p) {
      return Json{{"code", p.code}, {"where", p.where}, {"value", p.value}};
    });
    return Json{{"name", f.name},   {"state", std::string(state_word(f.state))}, {"seat", f.seat},
                {"saved", f.saved}, {"problems", std::move(problems)},           {"message", f.message}};
  });
  out["pupils"] = list_json(of.pupils, [](const Pupil& p) {
    return Json{{"seat", p.seat},
                {"file", p.file},
                {"saved", p.saved},
                {"done", p.done},
                {"help", help_object(p.work)},
                {"grade", grade_object(p.grade)}};
  });
  out["questions"] = list_json(of.questions, question_json);
  out["wrong"] = list_json(of.wrong, [](const WrongPair& w) {
    return Json{
        {"task", w.task}, {"item", w.item}, {"wanted", w.wanted}, {"given", w.given}, {"pupils", w.pupils}};
  });
  out["heat"] = list_json(of.heat, heat_json);
  out["agreement"] = list_json(of.agreement, agreement_row);
  out["written"] = list_json(of.written, [](const Written& w) {
    return Json{{"task", w.task}, {"seat", w.seat}, {"text", w.text}};
  });
  return dump_json(out, indent);
}

Result<std::string> agreement_of_csv(std::string_view csv, int64_t length, int indent) {
  std::vector<CsvRow> rows = read_csv(csv);
  if (rows.empty()) return Error{"wrong-shape", "This table has no rows.", ""};
  auto named = [&](size_t i, const char* name) { return rows[0].size() > i && rows[0][i] == name; };
  bool codes = named(0, "unit") && named(1, "coder") && named(2, "value");
  bool units = named(0, "coder") && named(1, "begin") && named(2, "end");
  bool marks = units || (!codes && rows[0].size() == 4) || length > 0;
  size_t first = codes || units ? 1 : 0;
  Result<Json> out = marks ? units_agreement(rows, first, length) : codes_agreement(rows, first);
  if (!out) return out.error();
  return dump_json(out.value(), indent);
}

std::string xapi_json(const RollUp& of, const Exercise& exercise, const std::string& home, int indent) {
  Json out = Json::array();
  for (const Pupil& pupil : of.pupils) {
    for (const TaskGrade& grade : pupil.grade.tasks) {
      if (!grade.answered) continue;
      const Task* task = exercise.find_task(grade.task);
      Json one = statement(pupil.seat, home, pupil.saved, "answered", exercise.id + "#" + grade.task,
                           task ? task->title : "");
      if (grade.graded) one["result"] = {{"score", score(grade.points, grade.most)}};
      out.push_back(std::move(one));
    }
    Json whole = statement(pupil.seat, home, pupil.saved, pupil.done ? "completed" : "attempted", exercise.id,
                           exercise.title);
    whole["result"] = {{"completion", pupil.done}};
    if (pupil.grade.most > 0) whole["result"]["score"] = score(pupil.grade.points, pupil.grade.most);
    out.push_back(std::move(whole));
  }
  return dump_json(out, indent) + "\n";
}

}  // namespace who_says
