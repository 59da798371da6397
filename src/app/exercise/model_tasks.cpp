#include <algorithm>

#include "app/exercise/lesson.h"
#include "app/exercise/model.h"
#include "app/models.h"
#include "text/utf.h"

namespace who_says {
namespace {

class Asking {
 public:
  Asking(const State& state, LessonModel& model)
      : state_(state),
        say_(state.words),
        lesson_(*state.lesson),
        task_(lesson_.task()),
        answer_(lesson_.answer()),
        m_(model) {}

  void add() {
    switch (task_.kind) {
      case TaskKind::match:
        for (const std::string& id : task_.claims) match(claim_part(id));
        break;
      case TaskKind::classify:
        for (const std::string& id : sources()) classify(source_part(id));
        break;
      case TaskKind::spot:
        spot();
        break;
      case TaskKind::chain:
        for (const std::string& id : task_.claims)
          order(claim_part(id), "lesson.chain", "lesson.chain.empty");
        break;
      case TaskKind::highlight:
        marks();
        break;
      case TaskKind::count:
        count();
        break;
      case TaskKind::swap_cue:
        swap_cue();
        break;
      case TaskKind::check_number:
        check_number();
        break;
      case TaskKind::rank:
        rank();
        break;
      case TaskKind::compare:
        for (const std::string& id : sources()) compare(source_part(id));
        break;
    }
  }

 private:
  /// What the task offers; where it names none, all of the article.
  std::vector<std::string> sources() const {
    if (!task_.sources.empty()) return task_.sources;
    std::vector<std::string> out;
    const auto& articles = lesson_.exercise->articles;
    for (const SourcePtr& source :
         articles[std::min<size_t>(task_.article, articles.size() - 1)].document.sources)
      out.push_back(source->id);
    return out;
  }
  std::string name_of(const std::string& id) const {
    const Source* source = lesson_.exercise->find_source(id);
    return source ? source->name : id.empty() ? say_("lesson.nobody") : id;
  }

  LessonPart claim_part(const std::string& id) const {
    LessonPart out;
    out.id = id;
    const Claim* claim = lesson_.exercise->find_claim(id);
    out.quote = claim ? to_utf8(claim->selector.exact) : id;
    if (state_.anchored(id))
      out.actions.push_back(action("show:" + id, say_("lesson.show"), Verb::lesson, id, "show"));
    return out;
  }
  LessonPart source_part(const std::string& id) const {
    LessonPart out;
    out.id = id;
    out.title = name_of(id);
    if (const Source* source = lesson_.exercise->find_source(id)) out.details = source->description;
    return out;
  }
  LessonPart task_part() const {
    LessonPart out;
    out.id = task_.id;
    return out;
  }

  Action option(const std::string& item, const std::string& value, std::string label,
                const std::string& how) const {
    Action out = action("answer:" + item + ":" + value, std::move(label), Verb::answer, item, value);
    out.command.text = how;
    return out;
  }
  LessonChoice choice(const std::string& item, const std::string& label, bool one) const {
    LessonChoice out;
    out.id = "choice:" + item;
    out.label = label;
    out.one = one;
    return out;
  }
  /// One of some sources, or any number of them.
  LessonChoice source_choice(const std::string& item, const std::string& label, bool one) const {
    LessonChoice out = choice(item, label, one);
    out.rows = true;
    std::vector<std::string> chosen = values_of(answer_, item);
    for (const std::string& id : sources()) {
      out.options.push_back(option(item, id, name_of(id), one ? "" : "toggle"));
      out.options.back().on = std::count(chosen.begin(), chosen.end(), id) > 0;
    }
    return out;
  }
  /// One of some words of a closed set.
  template <class E>
  LessonChoice word_choice(const std::string& item, const std::string& label, const std::string& key,
                           std::initializer_list<E> values) const {
    LessonChoice out = choice(item, label, true);
    out.rows = true;
    std::vector<std::string> chosen = values_of(answer_, item);
    for (E value : values) {
      std::string name(word(value));
      out.options.push_back(option(item, name, say_(key + name), ""));
      out.options.back().on = !chosen.empty() && chosen.front() == name;
    }
    return out;
  }
  /// A place to write.
  void writing(const std::string& label) {
    Field field;
    field.id = std::string(kTextField) + task_.id;
    field.label = label;
    field.value = answer_.text;
    field.placeholder = say_("lesson.write-here");
    field.multiline = true;
    m_.fields.push_back({std::move(field), {}});
  }

  void match(LessonPart part) {
    LessonChoice out = source_choice(part.id, say_("lesson.who"), true);
    out.options.push_back(option(part.id, "", say_("lesson.nobody"), ""));
    const Choice* chosen = answer_.find(part.id);
    out.options.back().on = chosen && !chosen->values.empty() && chosen->values.front().empty();
    part.choices.push_back(std::move(out));
    m_.parts.push_back(std::move(part));
  }

  void classify(LessonPart part) {
    std::vector<std::string> chosen = values_of(answer_, part.id);
    chosen.resize(2);
    auto add = [&](LessonChoice& to, std::string_view value, std::string label, const char* how,
                   size_t slot) {
      to.options.push_back(option(part.id, std::string(value), std::move(label), how));
      to.options.back().id += std::string(":") + how;
      to.options.back().on = chosen[slot] == value;
    };
    if (task_.asks_kind) {
      LessonChoice kind = choice(part.id, say_("lesson.kind"), true);
      for (size_t i = 0; i <= static_cast<size_t>(SourceKind::data_statistics); ++i) {
        auto one = static_cast<SourceKind>(i);
        if (!task_.kinds.empty() &&
            std::find(task_.kinds.begin(), task_.kinds.end(), one) == task_.kinds.end())
          continue;
        add(kind, word(one), say_("kind." + std::string(word(one))), "kind", 0);
      }
      part.choices.push_back(std::move(kind));
    }
    if (asks_office(task_, lesson_.exercise->find_source(part.id))) {
      LessonChoice office = choice(part.id + ":office", say_("lesson.office"), true);
      for (Office one : {Office::current, Office::former})
        add(office, word(one), say_("lesson.office." + std::string(word(one))), "office", 1);
      part.choices.push_back(std::move(office));
    }
    m_.parts.push_back(std::move(part));
  }

  void spot() {
    LessonPart part = task_part();
    std::string item(kClaimsItem);
    LessonChoice out = choice(item, say_("lesson.spot"), false);
    out.rows = true;
    std::vector<std::string> chosen = values_of(answer_, item);
    for (const std::string& id : task_.claims) {
      out.options.push_back(option(item, id, claim_part(id).quote, "toggle"));
      out.options.back().on = std::count(chosen.begin(), chosen.end(), id) > 0;
    }
    part.choices.push_back(std::move(out));
    m_.parts.push_back(std::move(part));
  }

  void order(LessonPart part, const std::string& label, const std::string& empty) {
    LessonOrder out;
    const std::string item = part.id == task_.id ? std::string(kOrderItem) : part.id;
    out.id = "order:" + item;
    out.label = say_(label);
    std::vector<std::string> placed = values_of(answer_, item);
    for (size_t i = 0; i < placed.size(); ++i) {
      LessonOrder::Place place;
      std::string name = name_of(placed[i]);
      place.id = "place:" + item + ":" + placed[i];
      place.name = std::to_string(i + 1) + ". " + name;
      auto button = [&](const char* how, const char* key) {
        Action a = option(item, placed[i], say_(key, {{"name", name}}), how);
        a.id += std::string(":") + how;
        return a;
      };
      place.up = button("up", "lesson.up");
      place.down = button("down", "lesson.down");
      place.remove = button("remove", "lesson.take-out");
      place.up.enabled = i > 0;
      place.down.enabled = i + 1 < placed.size();
      out.places.push_back(std::move(place));
    }
    if (placed.empty()) out.empty = say_(empty);
    for (const std::string& id : sources())
      if (std::find(placed.begin(), placed.end(), id) == placed.end())
        out.rest.push_back(option(item, id, name_of(id), "add"));
    if (!out.rest.empty()) out.rest_label = say_("lesson.rest");
    part.order = std::move(out);
    m_.parts.push_back(std::move(part));
  }

  void marks() {
    m_.parts_label = answer_.marks.empty()
                         ? say_(task_.article == 0 ? "lesson.no-marks" : "lesson.no-marks-here")
                         : say_.count("lesson.marks", answer_.marks.size());
    for (size_t i = 0; i < answer_.marks.size(); ++i) {
      std::string id = "mark:" + std::to_string(i);
      LessonPart part;
      part.id = id;
      part.quote = words_of_mark(answer_, i);
      if (!lesson_.checked[lesson_.at]) {
        Action remove = action("remove:" + id, say_("lesson.unmark"), Verb::answer, "", std::to_string(i));
        remove.command.text = "mark";
        part.actions.push_back(std::move(remove));
      }
      m_.parts.push_back(std::move(part));
    }
  }

  void count() {
    for (const std::string& id : task_.claims) m_.parts.push_back(claim_part(id));
    LessonPart part = task_part();
    std::string item(kNumberItem);
    LessonChoice number = choice(item, say_("lesson.how-many"), true);
    std::vector<std::string> chosen = values_of(answer_, item);
    size_t most = std::max<size_t>(3, sources().size());
    for (size_t n = 0; n <= most; ++n) {
      number.options.push_back(option(item, std::to_string(n), std::to_string(n), ""));
      number.options.back().on = !chosen.empty() && chosen.front() == std::to_string(n);
    }
    part.choices.push_back(std::move(number));
    part.choices.push_back(source_choice(std::string(kOriginsItem), say_("lesson.which-origins"), false));
    m_.parts.push_back(std::move(part));
  }

  void swap_cue() {
    for (const std::string& id : task_.claims) {
      LessonPart part = claim_part(id);
      part.details = say_("lesson.swap", {{"cue", task_.cue}, {"other", task_.other_cue}});
      m_.parts.push_back(std::move(part));
    }
    writing(say_("lesson.what-changes"));
  }

  void check_number() {
    for (const std::string& id : task_.claims) m_.parts.push_back(claim_part(id));
    LessonPart part = task_part();
    part.choices.push_back(
        word_choice(std::string(kSumItem), say_("lesson.sum"), "lesson.sum.",
                    {Arithmetic::holds, Arithmetic::does_not_hold, Arithmetic::cannot_tell}));
    m_.parts.push_back(std::move(part));
    writing(say_("lesson.working"));
  }

  void rank() {
    std::string letter(word(task_.letter));
    m_.parts_label = say_("lesson.letter." + letter);
    order(task_part(), "lesson.rank", "lesson.rank.empty");
    writing(say_("lesson.why"));
  }

  void compare(LessonPart part) {
    part.choices.push_back(word_choice(part.id, say_("lesson.reported"), "lesson.reported.",
                                       {Reported::both, Reported::first, Reported::second}));
    m_.parts.push_back(std::move(part));
  }

  const State& state_;
  const InterfaceWords& say_;
  const Lesson& lesson_;
  const Task& task_;
  const Answer& answer_;
  LessonModel& m_;
};

}  // namespace

void add_task(const State& state, LessonModel& model) { Asking(state, model).add(); }

}  // namespace who_says
