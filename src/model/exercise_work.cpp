// A pupil's work: its file, and its short form, which has lists where the file has members:
//
//     [1, id, version, hash, [article hash…], seat, saved, done, [answer…]]
//     answer: [task, {item: [value…]}, [[start, end]…], text, hints, checks], shorter where the end is empty

#include <algorithm>

#include "model/codec_put.h"
#include "model/exercise_part.h"

namespace who_says {
namespace {

class WorkReader : public ExercisePart {
 public:
  WorkReader(Loaded& scratch, const ExerciseLimits& limits, const Exercise& exercise)
      : ExercisePart(scratch, limits), exercise_(exercise) {}

  Work read(const Json& root) {
    Members m(root);
    envelope(m, "Work");
    exercise_named(m, out_.exercise, out_.version, out_.hash);
    item_texts(m, "articles", "", out_.articles);
    out_.seat = text(m, "seat", "");
    out_.saved = text(m, "saved", "");
    out_.done = flag(m, "done", false, "");
    objects(m, "answers", "", limits_.tasks, [&](Members& a, const std::string& where) {
      Answer answer;
      answer.task = text(a, "task", where);
      if (answer.task.empty()) return wrong("an answer with \"task\"", where), false;
      if (out_.find(answer.task))
        return problem("twice",
                       "The task \"" + answer.task + "\" is already answered; what stands here is not used.",
                       where),
               false;
      choices(a, answer, where);
      std::u16string_view article = text_of(answer.task);
      objects(a, "marks", where, limits_.marks, [&](Members& k, const std::string& here) {
        answer.marks.push_back(mark(k.left(), article, here));
        return true;
      });
      answer.text = text(a, "text", where);
      answer.hints = count(a, "hints", 1000, where);
      answer.checks = count(a, "checks", 1000, where);
      answer.foreign = a.foreign();
      out_.answers.push_back(std::move(answer));
      return true;
    });
    out_.foreign = m.foreign();
    return std::move(out_);
  }

 private:
  void choices(Members& m, Answer& answer, const std::string& parent) {
    const Json* choices = m.peek("choices");
    std::string where = parent + "/choices";
    if (!choices || choices->is_null()) return;
    if (!choices->is_object()) return wrong("an object: item → list of answers", where);
    Members left(*choices);
    for (const auto& [item, values] : choices->items()) {
      Choice choice{item, {}};
      bool good = values.is_array() && values.size() <= limits_.items;
      if (good)
        for (const Json& one : values) {
          good = good && one.is_string();
          if (good) choice.values.push_back(one.get<std::string>());
        }
      if (!good) {
        wrong("a list of texts", where + "/" + item);
        continue;
      }
      answer.choices.push_back(std::move(choice));
      left.drop(item.c_str());
    }
    m.replace("choices", left.rest());
  }
  std::u16string_view text_of(const std::string& id) const {
    const Task* task = exercise_.find_task(id);
    return task ? exercise_.text_of(*task) : std::u16string_view();
  }

  const Exercise& exercise_;
  Work out_;
};

Json write_choices(const Answer& answer) {
  Json out = Json::object();
  for (const Choice& choice : answer.choices) out[choice.item] = choice.values;
  return out;
}

Json write_answer(const Answer& answer, const CodePointMap* map) {
  Json out = object_with("task", answer.task), foreign = parsed(answer.foreign), marks = Json::array();
  Json choices = write_choices(answer);
  if (const Json* unread = member(foreign, "choices"); unread && unread->is_object())
    add_foreign(choices, *unread);
  if (!choices.empty()) out["choices"] = std::move(choices);
  for (const Mark& mark : answer.marks) marks.push_back(write_mark(mark, map));
  put_list(out, "marks", std::move(marks), foreign);
  put(out, "text", answer.text);
  if (answer.hints > 0) out["hints"] = answer.hints;
  if (answer.checks > 0) out["checks"] = answer.checks;
  add_foreign(out, foreign);
  return out;
}

Json short_mark(const Mark& mark, const CodePointMap* map) {
  const std::optional<Range>& place = mark.selector.position;
  if (!place) return write_mark(mark, map);
  auto offset = [map](uint32_t at) { return map ? map->to_code_points(at) : at; };
  return Json::array({offset(place->begin), offset(place->end)});
}

Json short_answer(const Answer& answer, const CodePointMap* map) {
  Json marks = Json::array();
  for (const Mark& mark : answer.marks) marks.push_back(short_mark(mark, map));
  Json out = Json::array(
      {answer.task, write_choices(answer), std::move(marks), answer.text, answer.hints, answer.checks});
  auto is_nothing = [](const Json& last) {
    return last.is_number() ? last == 0 : last.is_string() ? last == "" : last.empty();
  };
  while (out.size() > 1 && is_nothing(out.back())) out.erase(out.size() - 1);
  return out;
}

const Json& at(const Json& list, size_t i) {
  static const Json none;
  return i < list.size() ? list[i] : none;
}

/// The short form as the file has it. What is none of its shape becomes null and is reported as any file's would be.
Json long_form(const Json& list) {
  Json out = object_with("format", at(list, 0));
  out["exercise"] = {{"id", at(list, 1)}, {"version", at(list, 2)}, {"hash", at(list, 3)}};
  out["articles"] = at(list, 4);
  out["seat"] = at(list, 5);
  out["saved"] = at(list, 6);
  out["done"] = at(list, 7);
  Json answers = Json::array();
  for (const Json& one : at(list, 8)) {
    if (!one.is_array()) {
      answers.push_back(one);
      continue;
    }
    Json marks = Json::array();
    for (const Json& mark : at(one, 2)) {
      if (!mark.is_array()) {
        marks.push_back(mark);
        continue;
      }
      Json position = object_with("type", "TextPositionSelector");
      position["start"] = at(mark, 0);
      position["end"] = at(mark, 1);
      marks.push_back(object_with("selector", Json::array({position})));
    }
    answers.push_back({{"task", at(one, 0)},
                       {"choices", at(one, 1)},
                       {"marks", std::move(marks)},
                       {"text", at(one, 3)},
                       {"hints", at(one, 4)},
                       {"checks", at(one, 5)}});
  }
  out["answers"] = std::move(answers);
  return out;
}

}  // namespace

Result<Read<Work>> read_work(std::string_view json, const Exercise& exercise, const ExerciseLimits& limits) {
  Result<Json> root = parse_json(json, std::min(limits.bytes, limits.work_bytes), limits.depth);
  if (!root) return root.error();
  const Json& value = root.value();
  bool is_short = value.is_array() && at(value, 0).is_number() && at(value, 8).is_array();
  const Json* answers = member(value, "answers");
  if (!is_short && !(answers && answers->is_array() && member(value, "exercise")))
    return Error{"wrong-shape",
                 "This file is no pupil’s work: it has no list of \"answers\" to an \"exercise\".", ""};
  Loaded scratch;
  WorkReader reader(scratch, limits, exercise);
  Work work = reader.read(is_short ? long_form(value) : value);
  return Read<Work>{std::move(work), reader.problems()};
}

std::string write_work(const Work& work, const Exercise& exercise) {
  Json foreign = parsed(work.foreign), out = begin_file("Work", foreign), answers = Json::array();
  out["exercise"] = named_exercise(work.exercise, work.version, work.hash, foreign);
  put_list(out, "articles", work.articles, foreign);
  put(out, "seat", work.seat);
  put(out, "saved", work.saved);
  if (work.done) out["done"] = true;
  PositionMaps maps(exercise);
  for (const Answer& answer : work.answers)
    answers.push_back(write_answer(answer, maps.of(exercise.find_task(answer.task))));
  Json last = Json::object();
  put_list(last, "answers", std::move(answers), foreign);
  foreign.erase("answers");
  add_foreign(out, foreign);
  out["answers"] = last.empty() ? Json::array() : last["answers"];
  return dump_json(out, 2) + "\n";
}

std::string write_short_work(const Work& work, const Exercise& exercise) {
  PositionMaps maps(exercise);
  Json answers = Json::array();
  for (const Answer& answer : work.answers)
    answers.push_back(short_answer(answer, maps.of(exercise.find_task(answer.task))));
  return dump_json(Json::array({kExerciseFormat, work.exercise, work.version, work.hash, work.articles,
                                work.seat, work.saved, work.done, std::move(answers)}));
}

}  // namespace who_says
