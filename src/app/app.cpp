#include "app/app.h"

#include <algorithm>

#include "app/lesson.h"
#include "app/models.h"
#include "app/update.h"
#include "text/segment.h"

namespace who_says {

namespace {

/// It changes what is open or unfolded at most: the list is as it was (open_claim says so where it is not).
bool only_looks(const State& s, Verb verb) {
  switch (verb) {
    case Verb::open_claim:
    case Verb::close_claim:
    case Verb::show_more:
    case Verb::explain:
    case Verb::edit_note:
    case Verb::point_claim:
    case Verb::focus:
      return !s.lesson;
    case Verb::go_on:
      return !s.lesson && list_grows_next(s);
    case Verb::step_back:
      return !s.lesson && !s.draft && !s.review;
    default:
      return false;
  }
}

}  // namespace

struct App::Cache {
  uint64_t model_revision = 0, model_contents = 0, model_list = 0, outline_contents = 0, outline_since = 0;
  PanelModel model;
  OutlineNode outline;
};

App::App() : state_(std::make_unique<State>()), cache_(std::make_unique<Cache>()) {}
App::~App() = default;

Effects App::update(const Command& command) {
  bool looks = only_looks(*state_, command.verb);
  // Before and after it: nothing that it looks up on its way is kept.
  if (!looks) ++state_->list;
  Effects effects = carry_out(command);
  show_draft(*state_, effects);
  if (!looks) {
    ++state_->list;
    ask_for_reasons(*state_, effects);
  }
  return effects;
}

Effects App::carry_out(const Command& c) {
  State& s = *state_;
  Effects effects;
  if ((s.lesson || c.verb == Verb::load_exercise) && lesson_takes(s, c, effects)) {
    ++s.revision;
    ++s.contents;
    return effects;
  }
  switch (c.verb) {
    case Verb::load_article:
      load_article(s, c, effects);
      break;
    case Verb::begin_text:
      s.begun[c.id] += c.text;
      return effects;
    case Verb::complete_claims:
      complete_claims(s, c, effects);
      break;
    case Verb::go_on:
      if (!go_on(s, static_cast<size_t>(std::max(1, c.number)), effects)) return effects;
      break;
    case Verb::load_claims:
      load_claims(s, c, effects);
      break;
    case Verb::await_claims:
      s.awaits_claims = c.flag;
      break;
    case Verb::load_layer:
      load_layer(s, c, effects);
      break;
    case Verb::set_words: {
      Result<bool> read = s.words.read(c.text, c.plural);
      if (read) {
        s.language = c.value;
        s.reasons_asked = false;
      } else
        add_notice(s, effects, {"words-file", Notice::Kind::problem, s.words("notice.bad-file"), "", {}},
                   &read.error());
      break;
    }
    case Verb::set_mode:
      s.mode = c.value == "view" ? Mode::view : c.value == "edit" ? Mode::edit : Mode::read;
      s.stays = c.flag;
      break;
    case Verb::set_appearance:
      s.appearance = c.appearance;
      break;
    case Verb::show_view:
      s.review.reset();
      s.view = c.value == "sources"   ? View::sources
               : c.value == "profile" ? View::profile
               : c.value == "text"    ? View::text
                                      : View::claims;
      break;
    case Verb::open_claim:
      if (!c.flag && s.opened == c.id)
        close_claim(s, effects);
      else
        open_claim(s, c.id, c.flag, effects);
      break;
    case Verb::close_claim:
      close_claim(s, effects);
      break;
    case Verb::show_in_article:
      show_in_article(s, c.id, true, effects);
      break;
    case Verb::point_claim:
      if (s.pointed == c.id) return effects;
      s.pointed = c.id;
      show_marks(s, effects);
      ++s.revision;
      return effects;
    case Verb::open_source:
      s.opened_source = s.opened_source == c.id ? "" : c.id;
      break;
    case Verb::set_field:
      if (s.field(c.id) == c.text) return effects;
      if (c.id == "search-claims") {
        search_claims(s, c.text, effects);
        break;
      }
      s.fields[c.id] = c.text;
      if (c.id == "draft-source") set_draft_source(s, c.text);
      break;
    case Verb::show_more:
      show_more(s, c.flag, effects);
      break;
    case Verb::toggle_filters:
      s.filters_open = !s.filters_open;
      break;
    case Verb::filter:
      toggle_filter(s, c.value, effects);
      break;
    case Verb::clear_filters:
      s.filters.clear();
      s.fields.erase("search-claims");
      list_anew(s);
      break;
    case Verb::sort_sources:
      s.order = c.value == "kind"    ? SourceOrder::kind
                : c.value == "place" ? SourceOrder::place
                                     : SourceOrder::claims;
      break;
    case Verb::begin_draft:
      begin_draft(s, c.range.empty() ? s.pick : c.range, c.stamp, effects);
      break;
    case Verb::correct_claim:
      correct_claim(s, c.id, effects);
      break;
    case Verb::set_draft:
      set_draft(s, c.id, c.value);
      break;
    case Verb::move_edge:
      if (s.draft) {
        s.draft->range = moved_edge(s.text(), s.draft->range, c.value == "begin", c.number);
        s.pick = s.draft->range;
      }
      break;
    case Verb::toggle_more:
      if (s.draft && !s.draft->unfolded.insert(c.value).second) s.draft->unfolded.erase(c.value);
      break;
    case Verb::save_draft:
      save_draft(s, c.stamp, effects);
      break;
    case Verb::cancel_draft:
      cancel_draft(s, effects);
      break;
    case Verb::delete_claim:
    case Verb::dismiss_claim:
      if (s.mode == Mode::view) break;
      s.draft.reset();
      delete_claim(s, c, effects);
      break;
    case Verb::accept_claim:
      if (s.mode != Mode::view) accept_claim(s, c, effects);
      break;
    case Verb::accept_place:
      accept_place(s, c, effects);
      break;
    case Verb::accept_moved:
      accept_moved(s, c, effects);
      break;
    case Verb::edit_note:
      s.note_claim = s.note_claim == c.id ? "" : c.id;
      if (const Claim* claim = s.document.find_claim(s.note_claim)) s.fields["note:" + c.id] = claim->note;
      // The field, or the control that it stood in place of.
      if (s.document.find_claim(c.id)) effects.push_back(Effect(EffectKind::focus, "note:" + c.id));
      break;
    case Verb::save_note:
      if (s.mode != Mode::view) save_note(s, c, effects);
      break;
    case Verb::undo:
      undo(s, effects, false);
      break;
    case Verb::redo:
      undo(s, effects, true);
      break;
    case Verb::pick:
      pick(s, c.value, effects);
      break;
    case Verb::pick_range:
      s.pick = c.range.empty() ? Range{} : snap_to_words(s.text(), c.range);
      break;
    case Verb::import_claims:
      if (s.mode == Mode::view) break;
      if (c.text.empty() && c.id.empty())
        effects.push_back(Effect(EffectKind::choose_file));
      else
        import_claims(s, c, effects);
      break;
    case Verb::detect:
      ask_to_detect(s, c.flag, effects);
      break;
    case Verb::detection:
      set_detection(s, c, effects);
      break;
    case Verb::add_suggestions:
      add_suggestions(s, c, effects);
      return effects;
    case Verb::load_suggestions:
      load_suggestions(s, c, effects);
      break;
    case Verb::clear_suggestions:
      clear_suggestions(s, effects);
      break;
    case Verb::begin_review:
      begin_review(s, c.id, effects);
      break;
    case Verb::review:
      step_review(s, c.value, effects);
      break;
    case Verb::end_review:
      end_review(s, effects);
      break;
    case Verb::accept_sure:
      accept_sure(s, c, effects);
      break;
    case Verb::reopen:
      reopen(s, c.id, effects);
      break;
    case Verb::step_back:
      if (s.draft)
        cancel_draft(s, effects);
      else if (s.review)
        end_review(s, effects);
      else if (!s.opened.empty())
        close_claim(s, effects);
      else
        return effects;
      break;
    case Verb::settle:
      settle(s, c, effects);
      break;
    case Verb::export_claims:
      export_claims(s, effects);
      break;
    case Verb::share:
      share(s, effects);
      break;
    case Verb::dismiss_notice:
      std::erase_if(s.notices, [&](const Notice& notice) { return notice.id == c.id; });
      break;
    case Verb::notify:
      add_notice(
          s, effects,
          {"notify", c.flag ? Notice::Kind::problem : Notice::Kind::done, s.words(c.value), c.text, {}});
      break;
    case Verb::explain:
      explain(s, effects);
      break;
    case Verb::load_terms:
      if (!s.words.read_terms(c.text)) s.explaining = false;
      effects.push_back(Effect(EffectKind::scroll_panel, "terms"));
      if (c.text.empty())
        add_notice(s, effects, {"terms", Notice::Kind::problem, s.words("notice.no-terms"), "", {}});
      break;
    case Verb::add_words:
      if (c.value == s.language) s.words.add(c.text);
      break;
    case Verb::as_text:
      if (c.value.empty()) {
        s.as_text = !s.as_text;
        effects.push_back(Effect(EffectKind::as_text));
        effects.back().flag = s.as_text;
      } else {
        s.text_only = c.value == "only";
      }
      break;
    case Verb::load_exercise:
    case Verb::load_key:
    case Verb::load_work:
    case Verb::answer:
    case Verb::lesson:
      return effects;
    case Verb::print:
      effects.push_back(Effect(EffectKind::paper));
      effects.back().text = paper_of(s);
      effects.back().highlights = highlights_of(s);
      effects.back().flag = c.flag;
      return effects;
    case Verb::close_for_good:
      effects.push_back(Effect(EffectKind::close));
      effects.back().text = s.words("closed");
      effects.back().value = s.words("closed.back");
      return effects;
    case Verb::focus:
      if (s.focused == c.id) return effects;
      s.focused = c.id;
      ++s.revision;
      return effects;
  }
  ++s.revision;
  ++s.contents;
  return effects;
}

const PanelModel& App::model() const {
  Cache& cache = *cache_;
  if (cache.model_contents == state_->contents) {
    if (cache.model_revision != state_->revision) mark(*state_, cache.model);
  } else if (cache.model_list != state_->list || !look_again(*state_, cache.model)) {
    cache.model = panel_model(*state_);
  }
  cache.model_contents = state_->contents;
  cache.model_list = state_->list;
  cache.model_revision = state_->revision;
  return cache.model;
}
const OutlineNode& App::outline(uint64_t since) const {
  if (cache_->outline_contents != state_->contents || cache_->outline_since != since) {
    cache_->outline = outline_of(model(), *state_, since);
    cache_->outline_contents = state_->contents;
    cache_->outline_since = since;
  }
  return cache_->outline;
}
uint64_t App::revision() const { return state_->revision; }
uint64_t App::contents() const { return state_->contents; }
std::string App::claims_file() const {
  Document whole = state_->document;
  whole.removed.clear();
  return write_claims(whole, state_->text());
}
const State& App::state() const { return *state_; }

}  // namespace who_says
