#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/view_models.h"

namespace who_says {

struct State;

// What a page of a lesson shows: finished words and commands, as in app/view_models.h. The ten kinds of task differ in what they fill
// in here, not in how it is drawn.

/// Things to choose from.
struct LessonChoice {
  std::string id;
  std::string label;
  bool one = true;    ///< of all, one; else any number
  bool rows = false;  ///< one below the other, over the whole width
  std::vector<Action> options;
};
/// Things to put in order.
struct LessonOrder {
  struct Place {
    std::string id;
    std::string name;  ///< "1. Wi Song Lak"
    Action up, down, remove;
  };
  std::string id;
  std::string label;
  std::vector<Place> places;
  std::string empty;
  std::string rest_label;
  std::vector<Action> rest;  ///< each goes to the end when it is pressed
};
/// What is said about an answer, with its reason.
struct LessonPoint {
  enum class Came : uint8_t { found, partly, missed, extra, told } came = Came::told;
  std::string id;
  std::string label;  ///< "Found"
  std::string text;
};
/// One thing that is asked about.
struct LessonPart {
  std::string id;
  std::string title;
  std::string quote;
  std::string details;
  std::vector<Action> actions;
  std::vector<LessonChoice> choices;
  std::optional<LessonOrder> order;
  std::vector<LessonPoint> points;
};

/// A field, and what is done with what stands in it.
struct LessonField : Field {
  Action button;  ///< below it; id empty = none
};

struct LessonModel {
  std::string title;     ///< of the exercise
  std::string position;  ///< "Task 2 of 7"
  float done = 0;        ///< share of the tasks
  std::string heading;
  std::vector<std::string> lines;  ///< instructions and the like, a paragraph each
  std::vector<std::string> asides;
  std::vector<std::string> hints;
  Action hint;  ///< id empty = there is none any more
  Action text_button;
  std::optional<TextModel> text;
  std::string text_title;
  std::string parts_label;
  std::vector<LessonPart> parts;
  std::vector<LessonField> fields;
  std::string result;  ///< in a sentence
  std::vector<LessonPoint> points;
  std::vector<Action> steps;
  std::vector<Action> more;
};

/// The parts of a task: what is asked, and what was answered (model_tasks.cpp).
void add_task(const State& state, LessonModel& model);
/// What is said about the answer to the task in front (model_result.cpp).
void add_result(const State& state, LessonModel& model);
/// "3 found · 1 missed", or that it waits; of any task.
std::string result_in_short(const State& state, size_t task);

}  // namespace who_says
