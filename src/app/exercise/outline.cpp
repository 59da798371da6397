#include "app/exercise/lesson.h"
#include "app/exercise/model.h"
#include "app/outline_nodes.h"

namespace who_says {
namespace {

void add_points(OutlineNode& parent, const std::string& id, const std::vector<LessonPoint>& points) {
  if (points.empty()) return;
  OutlineNode& list = add(parent, node(OutlineRole::list, id));
  for (const LessonPoint& point : points) {
    OutlineNode& item = add(list, node(OutlineRole::item, "item:" + point.id));
    add_line(item, point.id, point.label.empty() ? point.text : point.label + ": " + point.text);
  }
}

void add_choice(OutlineNode& parent, const LessonChoice& choice) {
  if (choice.one) {
    OutlineNode& group = add(parent, node(OutlineRole::choice, choice.id, choice.label));
    for (const Action& option : choice.options) add(group, control(option, OutlineRole::radio));
  } else {
    FilterGroup group{choice.label, choice.options};
    add_group(parent, choice.id, group, OutlineRole::toggle);
  }
}

void add_order(OutlineNode& parent, const LessonOrder& order) {
  OutlineNode& list = add(parent, node(OutlineRole::list, order.id, order.label));
  for (const LessonOrder::Place& place : order.places) {
    OutlineNode& item = add(list, node(OutlineRole::item, "item:" + place.id));
    add_line(item, place.id, place.name);
    add_actions(item, {place.up, place.down, place.remove});
  }
  add_line(parent, "empty:" + order.id, order.empty);
  if (!order.rest.empty()) add_group(parent, "rest:" + order.id, {order.rest_label, order.rest});
}

void add_part(OutlineNode& list, const LessonPart& part) {
  OutlineNode& item = add(list, node(OutlineRole::item, "part:" + part.id));
  if (!part.title.empty()) add(item, heading("part-title:" + part.id, part.title, 4));
  add_line(item, "quote:" + part.id, part.quote);
  add_line(item, "details:" + part.id, part.details);
  add_points(item, "points:" + part.id, part.points);
  add_actions(item, part.actions);
  for (const LessonChoice& choice : part.choices) add_choice(item, choice);
  if (part.order) add_order(item, *part.order);
}

}  // namespace

void lesson_outline(const LessonModel& m, OutlineNode& panel) {
  add(panel, heading("title", m.title, 2));
  add_line(panel, "position", m.position);
  add(panel, heading("lesson-heading", m.heading, 3));
  auto lines = [&](const std::vector<std::string>& all, const std::string& id) {
    for (size_t i = 0; i < all.size(); ++i) add_line(panel, id + std::to_string(i), all[i]);
  };
  lines(m.lines, "line:");
  lines(m.asides, "aside:");
  lines(m.hints, "hint:");
  add_actions(panel, {m.hint});
  add_line(panel, "lesson-result", m.result);
  add_points(panel, "points", m.points);
  add_actions(panel, {m.text_button}, OutlineRole::disclosure);
  if (m.text) {
    add_line(panel, "text-title", m.text_title);
    add_text(panel, *m.text);
  }
  add_line(panel, "parts-label", m.parts_label);
  if (!m.parts.empty()) {
    OutlineNode& list = add(panel, node(OutlineRole::list, "parts"));
    for (const LessonPart& part : m.parts) add_part(list, part);
  }
  for (const LessonField& one : m.fields) {
    add_line(panel, "problem:" + one.id, one.problem);
    add(panel, field(one));
    add_actions(panel, {one.button});
  }
  add_actions(panel, m.steps);
  add_actions(panel, m.more);
}

}  // namespace who_says
