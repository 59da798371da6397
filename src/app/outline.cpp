#include "app/outline.h"

#include <algorithm>

#include "app/lesson.h"
#include "app/models.h"
#include "app/outline_nodes.h"

namespace who_says {
namespace {

class Builder {
 public:
  Builder(const PanelModel& model, const State& state, uint64_t since)
      : m_(model), state_(state), say_(state.words), since_(since) {}

  OutlineNode build() {
    OutlineNode root = node(OutlineRole::region, "panel", say_("panel"));
    if (m_.lesson) {
      lesson_outline(*m_.lesson, root);
      notices_under_title(root);
      return root;
    }
    if (m_.editing) {
      editor(root);
      terms(root, m_.terms);
      notices_under_title(root);
      return root;
    }
    if (m_.reviewing) {
      review(root);
      terms(root, m_.terms);
      notices_under_title(root);
      return root;
    }
    header(root);
    notices(root);
    detection(root);
    switch (m_.view) {
      case View::claims:
        claims(root);
        break;
      case View::sources:
        sources(root);
        break;
      case View::profile:
        profile(root);
        break;
      case View::text:
        add_text(root, m_.text);
        break;
    }
    terms(root, m_.terms);
    tools(root);
    return root;
  }

 private:
  static void terms(OutlineNode& parent, const TermsModel& terms) {
    if (terms.open.id.empty()) return;
    add(parent, control(terms.open, OutlineRole::disclosure));
    if (terms.terms.empty()) return;
    OutlineNode& list = add(parent, node(OutlineRole::list, "terms"));
    for (size_t i = 0; i < terms.terms.size(); ++i) {
      std::string id = "term:" + std::to_string(i);
      OutlineNode& item = add(list, node(OutlineRole::item, "item:" + id));
      add(item, node(OutlineRole::text, id, terms.terms[i].name + ": " + terms.terms[i].text));
    }
  }

  void header(OutlineNode& root) {
    add(root, heading("title", m_.header.title, 2));
    add_line(root, "summary", m_.header.summary);
    add_actions(root, m_.header.tabs, OutlineRole::tab);
    // As they are drawn: steps beside the tabs, all others at the foot.
    for (const Action& tool : m_.header.tools)
      if (is_step(tool)) add(root, control(tool));
  }

  void tools(OutlineNode& root) {
    OutlineNode list = node(OutlineRole::list, "tools");
    for (const Action& tool : m_.header.tools) {
      if (is_step(tool)) continue;
      OutlineNode& item = add(list, node(OutlineRole::item, "item:" + tool.id));
      add(item, control(tool));
    }
    if (!list.children.empty()) add(root, std::move(list));
  }

  /// As they are drawn; the title comes first.
  void notices_under_title(OutlineNode& root) {
    auto before = static_cast<ptrdiff_t>(root.children.size());
    notices(root);
    std::rotate(root.children.begin() + std::min<ptrdiff_t>(before, 1), root.children.begin() + before,
                root.children.end());
  }

  void notices(OutlineNode& root) {
    for (const Notice& notice : m_.notices) {
      OutlineNode& out = add(root, node(OutlineRole::note, "notice:" + notice.id));
      add_line(out, "notice-text:" + notice.id, notice.text);
      add_line(out, "notice-details:" + notice.id, notice.details);
      add_actions(out, notice.actions);
    }
  }

  void detection(OutlineNode& root) {
    const DetectionModel& v = m_.detection;
    if (v.text.empty()) return;
    OutlineNode& out = add(root, node(OutlineRole::note, "detection"));
    add_line(out, "detection-text", v.text);
    add_line(out, "detection-details", v.details);
    add_actions(out, v.actions);
  }

  void review(OutlineNode& root) {
    const ReviewModel& v = m_.review;
    add(root, heading("title", v.title, 2));
    add_line(root, "review-position", v.position);
    add_line(root, "review-counts", v.counts);
    add_line(root, "review-end", v.end);
    if (!v.finished) {
      OutlineNode& article = add(root, node(OutlineRole::article, "article:review"));
      add_line(article, "review-decided", v.decided);
      card_inside(article, v.card);
    }
    add_actions(root, v.finished ? v.more : v.steps);
    add_actions(root, v.finished ? v.steps : v.more);
    add_line(root, "review-help", v.help);
  }

  void chain(OutlineNode& parent, const std::vector<HopModel>& hops, const std::string& id) {
    OutlineNode& list = add(parent, node(OutlineRole::list, "chain:" + id, say_("chain")));
    for (const HopModel& hop : hops) {
      OutlineNode& item = add(list, node(OutlineRole::item, hop.id));
      add_line(item, hop.id + ":text", joined(state_, {hop.name, hop.details, hop.cue, hop.link_note}));
    }
  }

  void card(OutlineNode& list, const CardModel& c) {
    OutlineNode& item = add(list, node(OutlineRole::item, "item:" + c.id));
    item.same = c.since <= since_;
    if (item.same) return;
    OutlineNode& article = add(item, node(OutlineRole::article, "article:" + c.id));
    card_inside(article, c);
  }

  void card_inside(OutlineNode& article, const CardModel& c) {
    OutlineNode& title = add(article, heading("heading:" + c.id, "", 3));
    add(title, control(c.open, c.alone ? OutlineRole::button : OutlineRole::disclosure));
    add_line(article, "kind:" + c.id, joined(state_, {c.kind, c.directness, c.badge}));
    add_line(article, "who:" + c.id, joined(state_, {c.who, c.who_details}));
    add_line(article, "anchor:" + c.id, c.anchor);
    add_actions(article, c.actions);
    if (!c.opened) return;
    const ClaimModel& d = c.detail;
    chain(article, d.chain, c.id);
    add_line(article, "facts:" + c.id, joined(state_, d.facts));
    for (size_t i = 0; i < d.not_stated.size(); ++i)
      add_line(article, "not:" + c.id + ":" + std::to_string(i), d.not_stated[i]);
    for (size_t i = 0; i < d.remarks.size(); ++i) {
      OutlineNode& remark = add(article, node(OutlineRole::note, "remark:" + c.id + ":" + std::to_string(i)));
      add_line(remark, "remark-text:" + c.id + ":" + std::to_string(i), d.remarks[i].text);
      add_line(remark, "remark-by:" + c.id + ":" + std::to_string(i), d.remarks[i].byline);
    }
    add_line(article, "confidence:" + c.id, d.confidence);
    add_line(article, "why:" + c.id, d.why);
    for (size_t i = 0; i < d.anchor_words.size(); ++i)
      add_line(article, "words:" + c.id + ":" + std::to_string(i), d.anchor_words[i]);
    add_line(article, "own-note:" + c.id, d.note);
    if (d.note_open) add(article, field(d.note_field));
    add_actions(article, d.actions);
    terms(article, d.terms);
  }

  void claims(OutlineNode& root) {
    const ClaimsModel& v = m_.claims;
    if (!v.strip.empty()) add(root, node(OutlineRole::image, "strip", v.strip_label));
    if (!v.legend.empty()) {
      OutlineNode& list = add(root, node(OutlineRole::list, "legend"));
      for (const LegendItem& l : v.legend) {
        OutlineNode& item = add(list, node(OutlineRole::item, "item:" + l.action.id));
        add(item, control(l.action, OutlineRole::toggle));
      }
    }
    if (!v.search.id.empty()) {
      add(root, field(v.search));
      add(root, control(v.filter_button, OutlineRole::disclosure));
    }
    for (size_t i = 0; i < v.filters.size(); ++i)
      add_group(root, "filters:" + std::to_string(i), v.filters[i], OutlineRole::toggle);
    add_line(root, "found", v.found);
    if (!v.clear_filters.id.empty()) add(root, control(v.clear_filters));
    add_line(root, "empty", v.empty);
    if (v.cards.empty()) return;
    if (!v.earlier.id.empty()) add(root, control(v.earlier));
    OutlineNode& list = add(root, node(OutlineRole::list, "cards"));
    for (const CardModel& c : v.cards) card(list, c);
    if (!v.more.id.empty()) add(root, control(v.more));
  }

  void sources(OutlineNode& root) {
    const SourcesModel& v = m_.sources;
    if (!v.search.id.empty()) add(root, field(v.search));
    add_actions(root, v.order, OutlineRole::toggle);
    add_line(root, "empty", v.empty);
    OutlineNode& list = add(root, node(OutlineRole::list, "sources"));
    for (const SourceRow& row : v.rows) {
      OutlineNode& item = add(list, node(OutlineRole::item, "item:" + row.id));
      OutlineNode& title = add(item, heading("heading:" + row.id, "", 3));
      add(title, control(row.open, OutlineRole::disclosure));
      add_line(item, "count:" + row.id, row.count);
      for (size_t i = 0; i < row.lines.size(); ++i)
        add_line(item, "line:" + row.id + ":" + std::to_string(i), row.lines[i]);
      add_actions(item, row.claims);
    }
  }

  /// A line that is a button when it opens something.
  void counted(OutlineNode& parent, const std::string& id, const std::string& text, const Action& action) {
    if (action.id.empty())
      add_line(parent, id, text);
    else
      add(parent, control(action));
  }

  void profile(OutlineNode& root) {
    const ProfileModel& v = m_.profile;
    add_line(root, "empty", v.empty);
    if (!v.empty.empty()) return;
    add(root, heading("kinds", v.kinds_title, 3));
    for (const BarRow& row : v.kinds) counted(root, "kind:" + row.label, row.label, row.action);
    add(root, heading("place", v.place_title, 3));
    add(root, node(OutlineRole::image, "strip", v.place_line));
    add(root, heading("words", v.words_title, 3));
    for (size_t i = 0; i < v.words.size(); ++i)
      counted(root, "words:" + std::to_string(i), v.words[i].label, v.words[i].action);
    add(root, heading("depth", v.depth_title, 3));
    for (const Column& column : v.depth)
      counted(root, "column:" + column.label, column.label + ": " + column.count, column.action);
    add_line(root, "depth-line", v.depth_line);
    for (size_t g = 0; g < v.facts.size(); ++g) {
      add(root, heading("facts:" + std::to_string(g), v.facts[g].title, 3));
      for (size_t i = 0; i < v.facts[g].facts.size(); ++i) {
        const Fact& fact = v.facts[g].facts[i];
        counted(root, "fact:" + std::to_string(g) + ":" + std::to_string(i),
                fact.text + (fact.strong.empty() ? "" : " " + fact.strong), fact.action);
      }
    }
    add_line(root, "caution", v.caution);
  }

  void editor(OutlineNode& root) {
    const EditorModel& v = m_.editor;
    add(root, heading("title", v.title, 2));
    add_line(root, "state", v.state);
    add_line(root, "quote", v.quote);
    add_line(root, "quote-info", v.quote_info);
    add_actions(root, v.edges);
    add(root, field(v.source));
    add_line(root, "source-info", v.source_info);
    add_actions(root, v.sources);
    for (const EditorModel::Choice& choice : v.choices) {
      OutlineNode& list = add(root, node(OutlineRole::list, "choice:" + choice.id, choice.label));
      for (const Action& option : choice.options) {
        OutlineNode& item = add(list, node(OutlineRole::item, "item:" + option.id));
        add(item, control(option, OutlineRole::toggle));
      }
      if (!choice.more.id.empty()) {
        OutlineNode& item = add(list, node(OutlineRole::item, "item:" + choice.more.id));
        add(item, control(choice.more));
      }
    }
    add_line(root, "chain-label", v.chain_label);
    chain(root, v.chain, "draft");
    add(root, field(v.note));
    add_line(root, "why", v.why);
    add_actions(root, v.actions);
  }

  const PanelModel& m_;
  const State& state_;
  const InterfaceWords& say_;
  const uint64_t since_;
};

}  // namespace

OutlineNode outline_of(const PanelModel& model, const State& state, uint64_t since) {
  return Builder(model, state, since).build();
}

}  // namespace who_says
