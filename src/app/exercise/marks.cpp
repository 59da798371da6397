#include <algorithm>
#include <tuple>

#include "app/exercise/lesson.h"
#include "classroom/grade.h"
#include "text/segment.h"
#include "text/utf.h"

namespace who_says {
namespace {

/// A claim that is only there to be painted. `style`: the source whose line it takes.
std::shared_ptr<Claim> painted(std::string id, const Selector& selector, const std::string& style) {
  auto claim = std::make_shared<Claim>();
  claim->id = std::move(id);
  claim->selector = selector;
  if (!style.empty()) {
    Hop hop;
    hop.source = style;
    claim->chain.push_back(std::move(hop));
  }
  return claim;
}

/// A source for each style of line that the page has: solid, dashed, dotted; without one it is wavy.
void add_styles(Document& document) {
  for (auto [id, kind, office] : {std::tuple("solid", SourceKind::government, Office::current),
                                  std::tuple("dashed", SourceKind::data_statistics, Office::not_applicable),
                                  std::tuple("dotted", SourceKind::diplomat, Office::former)}) {
    auto source = std::make_shared<Source>();
    source->id = id;
    source->kind = kind;
    source->office = office;
    document.sources.push_back(std::move(source));
  }
}

/// Whole sentences that a range touches.
Range by_sentences(std::u16string_view text, Range range) {
  Range out;
  for (Range sentence : sentences(text))
    if (sentence.overlaps(range)) out = out.empty() ? sentence : Range{out.begin, sentence.end};
  return trim_claim(text, out);
}

bool overlaps(const Mark& mark, Range range) {
  return mark.selector.position && mark.selector.position->overlaps(range);
}

/// Once a highlight was looked at: found ones are solid, those found in part dashed, those too many wavy, and what is still to find is
/// there, dotted, from the second look on.
void show_findings(const Lesson& lesson, Document& document) {
  const Task& task = lesson.task();
  const KeyAnswer* key = lesson.exercise->key.find(task.id);
  const std::vector<Mark>& marks = lesson.answer().marks;
  for (const ItemGrade& item :
       grade_task(*lesson.exercise, task, &lesson.exercise->key, &lesson.answer()).items) {
    if (item.finding == Finding::missed) {
      if (!lesson.tells_missed(lesson.at)) continue;
      for (size_t k = 0; key && k < key->marks.size(); ++k)
        if (item.item == std::to_string(k + 1))
          document.claims.push_back(painted("missed:" + item.item, key->marks[k].mark.selector, "dotted"));
      continue;
    }
    const char* style = item.finding == Finding::found    ? "solid"
                        : item.finding == Finding::partly ? "dashed"
                                                          : "";
    for (size_t i = 0; i < marks.size(); ++i)
      if (item.place && marks[i].selector.position == item.place)
        document.claims[i] = painted("mark:" + std::to_string(i), marks[i].selector, style);
  }
}

bool can_mark(const Lesson& lesson) {
  return lesson.begun() && lesson.page == LessonPage::task && lesson.task().kind == TaskKind::highlight &&
         lesson.task().article == 0 && !lesson.checked[lesson.at];
}

}  // namespace

void show_marked(State& state, Effects& effects) {
  const Lesson& lesson = *state.lesson;
  Document document;
  add_styles(document);
  if (lesson.begun() && lesson.page == LessonPage::task) {
    const Task& task = lesson.task();
    const std::vector<Mark>& marks = lesson.answer().marks;
    for (size_t i = 0; i < marks.size(); ++i)
      document.claims.push_back(painted("mark:" + std::to_string(i), marks[i].selector, "solid"));
    if (task.kind == TaskKind::highlight && lesson.checked[lesson.at]) show_findings(lesson, document);
    if (task.article == 0)
      for (const std::string& id : task.claims)
        if (const Claim* claim = lesson.exercise->find_claim(id))
          document.claims.push_back(painted(id, claim->selector, "solid"));
  }
  Effect marks(EffectKind::lesson);
  marks.value = "marks";
  marks.flag = can_mark(lesson);
  effects.push_back(std::move(marks));
  state.document = std::move(document);
  anchor_claims(state, effects);
  show_highlights(state, effects);
}

void add_mark(State& state, Range range, Effects& effects) {
  Lesson& lesson = *state.lesson;
  if (!can_mark(lesson) || !state.index) return;
  std::u16string_view text = state.text();
  range =
      lesson.task().by_sentence ? by_sentences(text, range) : trim_claim(text, snap_to_words(text, range));
  if (range.empty())
    return add_notice(state, effects,
                      {"words", Notice::Kind::problem, state.words("notice.no-words"), "", {}});
  Answer next = lesson.answer();
  // Who marks words anew means these.
  std::erase_if(next.marks, [&](const Mark& mark) { return overlaps(mark, range); });
  Mark mark;
  mark.selector = describe(ready_index(state), *state.article, range);
  auto at = std::find_if(next.marks.begin(), next.marks.end(), [&](const Mark& other) {
    return other.selector.position && other.selector.position->begin > range.begin;
  });
  next.marks.insert(at, std::move(mark));
  state.pick = {};
  std::erase_if(state.notices, [](const Notice& notice) { return notice.id == "words"; });
  change_answer(state, std::move(next), effects);
  announce(effects,
           state.words("lesson.said.marked", {{"text", to_utf8(text.substr(range.begin, range.size()))}}));
  keep(state, {}, effects);
}

std::string words_of_mark(const Answer& answer, size_t number) {
  return to_utf8(answer.marks[number].selector.exact);
}

}  // namespace who_says
