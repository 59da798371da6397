#include "app/outline.h"

#include "app/models.h"
#include "text/utf.h"

namespace who_says {
namespace {

OutlineNode node(OutlineRole role, std::string id, std::string name = "") {
  OutlineNode out;
  out.role = role;
  out.id = std::move(id);
  out.name = std::move(name);
  return out;
}
OutlineNode heading(std::string id, std::string name, uint8_t level) {
  OutlineNode out = node(OutlineRole::heading, std::move(id), std::move(name));
  out.level = level;
  return out;
}
OutlineNode control(const Action& action, OutlineRole role = OutlineRole::button) {
  OutlineNode out = node(role, action.id, action.label);
  out.on = action.on;
  out.enabled = action.enabled;
  out.keys = action.keys;
  out.command = action.command;
  return out;
}
OutlineNode field(const Field& f) {
  OutlineNode out = node(OutlineRole::field, f.id, f.label);
  out.value = f.value;
  out.hint = f.placeholder;
  out.multiline = f.multiline;
  return out;
}

class Builder {
 public:
  Builder(const PanelModel& model, const State& state) : m_(model), state_(state), say_(state.words) {}

  OutlineNode build() {
    OutlineNode root = node(OutlineRole::region, "panel", say_("panel"));
    if (m_.editing) {
      editor(root);
      terms(root, m_.terms);
      notices(root);
      return root;
    }
    if (m_.reviewing) {
      review(root);
      terms(root, m_.terms);
      notices(root);
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
        text(root);
        break;
    }
    terms(root, m_.terms);
    return root;
  }

 private:
  static OutlineNode& add(OutlineNode& parent, OutlineNode child) {
    parent.children.push_back(std::move(child));
    return parent.children.back();
  }
  /// A line of text; nothing for an empty one.
  void line(OutlineNode& parent, const std::string& id, const std::string& text) {
    if (!text.empty()) add(parent, node(OutlineRole::text, id, text));
  }
  void actions(OutlineNode& parent, const std::vector<Action>& list, OutlineRole role = OutlineRole::button) {
    for (const Action& action : list)
      if (!action.id.empty()) add(parent, control(action, role));
  }

  /// A named list of controls.
  static void group(OutlineNode& parent, const std::string& id, const FilterGroup& group,
                    OutlineRole role = OutlineRole::button) {
    OutlineNode& list = add(parent, node(OutlineRole::list, id, group.label));
    for (const Action& option : group.options) {
      OutlineNode& item = add(list, node(OutlineRole::item, "item:" + option.id));
      add(item, control(option, role));
    }
  }

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
    line(root, "summary", m_.header.summary);
    actions(root, m_.header.tools);
    actions(root, m_.header.tabs, OutlineRole::tab);
  }

  void notices(OutlineNode& root) {
    for (const Notice& notice : m_.notices) {
      OutlineNode& out = add(root, node(OutlineRole::note, "notice:" + notice.id));
      line(out, "notice-text:" + notice.id, notice.text);
      line(out, "notice-details:" + notice.id, notice.details);
      actions(out, notice.actions);
    }
  }

  void detection(OutlineNode& root) {
    const DetectionModel& v = m_.detection;
    if (v.text.empty()) return;
    OutlineNode& out = add(root, node(OutlineRole::note, "detection"));
    line(out, "detection-text", v.text);
    line(out, "detection-details", v.details);
    actions(out, v.actions);
  }

  void review(OutlineNode& root) {
    const ReviewModel& v = m_.review;
    add(root, heading("title", v.title, 2));
    line(root, "review-position", v.position);
    line(root, "review-counts", v.counts);
    line(root, "review-end", v.end);
    if (!v.finished) {
      OutlineNode& article = add(root, node(OutlineRole::article, "article:review"));
      line(article, "review-decided", v.decided);
      card_inside(article, v.card);
    }
    actions(root, v.finished ? v.more : v.steps);
    actions(root, v.finished ? v.steps : v.more);
    line(root, "review-help", v.help);
  }

  void chain(OutlineNode& parent, const std::vector<HopModel>& hops, const std::string& id) {
    OutlineNode& list = add(parent, node(OutlineRole::list, "chain:" + id, say_("chain")));
    for (const HopModel& hop : hops) {
      OutlineNode& item = add(list, node(OutlineRole::item, hop.id));
      line(item, hop.id + ":text", joined(state_, {hop.name, hop.details, hop.cue, hop.link_note}));
    }
  }

  void card(OutlineNode& list, const CardModel& c) {
    OutlineNode& item = add(list, node(OutlineRole::item, "item:" + c.id));
    OutlineNode& article = add(item, node(OutlineRole::article, "article:" + c.id));
    card_inside(article, c);
  }

  void card_inside(OutlineNode& article, const CardModel& c) {
    OutlineNode& title = add(article, heading("heading:" + c.id, "", 3));
    add(title, control(c.open, c.alone ? OutlineRole::button : OutlineRole::disclosure));
    line(article, "kind:" + c.id, joined(state_, {c.kind, c.directness, c.badge}));
    line(article, "who:" + c.id, joined(state_, {c.who, c.who_details}));
    line(article, "anchor:" + c.id, c.anchor);
    actions(article, c.actions);
    if (!c.opened) return;
    const ClaimModel& d = c.detail;
    chain(article, d.chain, c.id);
    line(article, "facts:" + c.id, joined(state_, d.facts));
    for (size_t i = 0; i < d.not_stated.size(); ++i)
      line(article, "not:" + c.id + ":" + std::to_string(i), d.not_stated[i]);
    for (size_t i = 0; i < d.remarks.size(); ++i) {
      OutlineNode& remark = add(article, node(OutlineRole::note, "remark:" + c.id + ":" + std::to_string(i)));
      line(remark, "remark-text:" + c.id + ":" + std::to_string(i), d.remarks[i].text);
      line(remark, "remark-by:" + c.id + ":" + std::to_string(i), d.remarks[i].byline);
    }
    line(article, "confidence:" + c.id, d.confidence);
    line(article, "why:" + c.id, d.why);
    for (size_t i = 0; i < d.anchor_words.size(); ++i)
      line(article, "words:" + c.id + ":" + std::to_string(i), d.anchor_words[i]);
    line(article, "own-note:" + c.id, d.note);
    if (d.note_open) add(article, field(d.note_field));
    actions(article, d.actions);
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
    add(root, field(v.search));
    add(root, control(v.filter_button, OutlineRole::disclosure));
    for (size_t i = 0; i < v.filters.size(); ++i)
      group(root, "filters:" + std::to_string(i), v.filters[i], OutlineRole::toggle);
    line(root, "found", v.found);
    if (!v.clear_filters.id.empty()) add(root, control(v.clear_filters));
    line(root, "empty", v.empty);
    if (v.cards.empty()) return;
    OutlineNode& list = add(root, node(OutlineRole::list, "cards"));
    for (const CardModel& c : v.cards) card(list, c);
    if (!v.more.id.empty()) add(root, control(v.more));
  }

  void sources(OutlineNode& root) {
    const SourcesModel& v = m_.sources;
    add(root, field(v.search));
    actions(root, v.order, OutlineRole::toggle);
    line(root, "empty", v.empty);
    OutlineNode& list = add(root, node(OutlineRole::list, "sources"));
    for (const SourceRow& row : v.rows) {
      OutlineNode& item = add(list, node(OutlineRole::item, "item:" + row.id));
      OutlineNode& title = add(item, heading("heading:" + row.id, "", 3));
      add(title, control(row.open, OutlineRole::disclosure));
      line(item, "count:" + row.id, row.count);
      for (size_t i = 0; i < row.lines.size(); ++i)
        line(item, "line:" + row.id + ":" + std::to_string(i), row.lines[i]);
      actions(item, row.claims);
    }
  }

  /// A line that is a button when it opens something.
  void counted(OutlineNode& parent, const std::string& id, const std::string& text, const Action& action) {
    if (action.id.empty())
      line(parent, id, text);
    else
      add(parent, control(action));
  }

  void profile(OutlineNode& root) {
    const ProfileModel& v = m_.profile;
    line(root, "empty", v.empty);
    if (!v.empty.empty()) return;
    add(root, heading("kinds", v.kinds_title, 3));
    for (const BarRow& row : v.kinds) counted(root, "kind:" + row.label, row.label, row.action);
    add(root, heading("place", v.place_title, 3));
    add(root, node(OutlineRole::image, "strip", v.place_title));
    add(root, heading("words", v.words_title, 3));
    for (size_t i = 0; i < v.words.size(); ++i)
      counted(root, "words:" + std::to_string(i), v.words[i].label, v.words[i].action);
    add(root, heading("depth", v.depth_title, 3));
    for (const Column& column : v.depth)
      counted(root, "column:" + column.label, column.label + ": " + column.count, column.action);
    line(root, "depth-line", v.depth_line);
    for (size_t g = 0; g < v.facts.size(); ++g) {
      add(root, heading("facts:" + std::to_string(g), v.facts[g].title, 3));
      for (size_t i = 0; i < v.facts[g].facts.size(); ++i) {
        const Fact& fact = v.facts[g].facts[i];
        counted(root, "fact:" + std::to_string(g) + ":" + std::to_string(i),
                fact.text + (fact.strong.empty() ? "" : " " + fact.strong), fact.action);
      }
    }
    line(root, "caution", v.caution);
  }

  void text(OutlineNode& root) {
    const TextModel& v = m_.text;
    line(root, "empty", v.empty);
    line(root, "help", v.help);
    for (size_t i = 0; i < v.choosing.size(); ++i) group(root, "choose:" + std::to_string(i), v.choosing[i]);
    if (!v.highlight.id.empty()) add(root, control(v.highlight));
    if (!v.text) return;
    OutlineNode& article = add(root, node(OutlineRole::article, "text"));
    std::u16string_view text = *v.text;
    size_t next = 0;
    for (size_t i = 0; i < v.blocks.size(); ++i) {
      const TextBlock& block = v.blocks[i];
      std::string id = "block:" + std::to_string(i);
      std::string words = to_utf8(text.substr(block.range.begin, block.range.size()));
      if (block.role == BlockRole::heading)
        add(article, heading(id, words, static_cast<uint8_t>(block.level < 3 ? 3 : block.level)));
      else
        line(article, id, words);
      for (; next < v.highlights.size() && v.highlights[next].range.begin < block.range.end; ++next) {
        const Highlight& h = v.highlights[next];
        std::string quote = to_utf8(text.substr(h.range.begin, h.range.size()));
        Action open = action("text-claim:" + h.claim, quote, Verb::open_claim, h.claim);
        open.on = h.selected;
        add(article, control(open));
      }
    }
  }

  void editor(OutlineNode& root) {
    const EditorModel& v = m_.editor;
    add(root, heading("title", v.title, 2));
    line(root, "state", v.state);
    line(root, "quote", v.quote);
    line(root, "quote-info", v.quote_info);
    actions(root, v.edges);
    add(root, field(v.source));
    line(root, "source-info", v.source_info);
    actions(root, v.sources);
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
    line(root, "chain-label", v.chain_label);
    chain(root, v.chain, "draft");
    add(root, field(v.note));
    line(root, "why", v.why);
    actions(root, v.actions);
  }

  const PanelModel& m_;
  const State& state_;
  const InterfaceWords& say_;
};

}  // namespace

OutlineNode outline_of(const PanelModel& model, const State& state) { return Builder(model, state).build(); }

}  // namespace who_says
