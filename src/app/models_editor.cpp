#include <algorithm>

#include "app/models.h"
#include "app/update.h"
#include "text/letters.h"
#include "text/segment.h"
#include "text/utf.h"

namespace who_says {
namespace {

class EditorBuilder {
 public:
  explicit EditorBuilder(const State& state) : state_(state), say_(state.words), draft_(*state.draft) {}

  EditorModel build() {
    EditorModel out;
    const Claim* claim = draft_.existing ? state_.shown.find_claim(draft_.claim) : nullptr;
    out.title = say_(draft_.existing ? "editor.correct" : "editor.new");
    out.state = say_("editor.unsaved");
    quote(out, claim);
    out.source = {"draft-source", say_("editor.source"), state_.field("draft-source"),
                  say_("editor.source-hint"), false};
    out.source_info = say_(!draft_.source.empty()       ? "editor.source-known"
                           : draft_.source_name.empty() ? "editor.source-none"
                                                        : "editor.source-new");
    sources(out);
    bool someone = !draft_.source_name.empty();
    if (someone) {
      kinds(out);
      choice(out, "office", {Office::current, Office::former, Office::not_applicable}, draft_.office,
             "office.");
      choice(out, "naming", {Naming::named, Naming::described, Naming::generic}, draft_.naming,
             "editor.naming.");
    }
    choice(out, "directness", {Directness::direct, Directness::mixed, Directness::indirect},
           draft_.directness, "editor.directness.");
    choice(out, "certainty",
           {Certainty::certain, Certainty::probable, Certainty::possible, Certainty::conditional},
           draft_.certainty, "editor.certainty.");
    relays(out);
    out.chain_label = say_("editor.chain");
    chain(out, claim);
    out.note = {"draft-note", say_("editor.note"), state_.field("draft-note"), say_("claim.note-hint"), true};
    why(out, claim);
    Action save = action("save-draft", say_("editor.save"), Verb::save_draft);
    save.primary = true;
    out.actions.push_back(std::move(save));
    out.actions.push_back(action("cancel-draft", say_("editor.cancel"), Verb::cancel_draft));
    if (draft_.existing)
      out.actions.push_back(
          claim && claim->status == Status::suggested
              ? action("delete-draft", say_("claim.dismiss"), Verb::dismiss_claim, draft_.claim)
              : action("delete-draft", say_("editor.delete"), Verb::delete_claim, draft_.claim));
    return out;
  }

 private:
  /// As it will be saved. What else is known of a source is being asked above.
  void chain(EditorModel& out, const Claim* claim) {
    std::vector<Hop> hops = draft_chain(draft_, claim);
    bool fresh = draft_.source.empty() && !draft_.source_name.empty();  // not in the document yet
    if (fresh && (hops.empty() || !hops.back().source.empty())) hops.push_back({});
    out.chain = chain_model(state_, hops, "draft");
    for (HopModel& hop : out.chain) hop.details.clear();
    if (draft_.source_name.empty()) return;
    out.chain.back().name = draft_.source_name;
    out.chain.back().hue = hue_of(draft_.kind, draft_.office);
  }

  /// What is the engine's is said to be.
  void why(EditorModel& out, const Claim* claim) {
    const Claim* suggestion =
        draft_.suggestion.empty() ? nullptr : state_.shown.find_claim(draft_.suggestion);
    if (suggestion)
      out.why = say_("editor.suggested", {{"confidence", say_.share(suggestion->confidence)}});
    else if (claim && claim->status == Status::suggested)
      out.why = confidence_words(state_, claim->confidence);
    if (!suggestion) suggestion = claim;
    if (!suggestion || suggestion->reason.empty()) return;
    if (!out.why.empty()) out.why += ' ';
    out.why +=
        say_("claim.why", {{"reason", reason_words(state_, suggestion->reason, suggestion->reason_parts)}});
  }

  void quote(EditorModel& out, const Claim* claim) {
    std::u16string_view text = state_.text();
    std::u16string_view words = draft_.range.empty() && claim
                                    ? std::u16string_view(claim->selector.exact)
                                    : text.substr(draft_.range.begin, draft_.range.size());
    out.quote = to_utf8(words);
    std::string paragraph;
    if (state_.article && !draft_.range.empty()) {
      size_t n = 0;
      for (const Block& block : state_.article->blocks) {
        if (block.role == BlockRole::heading) continue;
        ++n;
        if (block.range.contains(draft_.range.begin))
          paragraph = say_("editor.paragraph", {{"n", say_.number(n)}});
      }
    }
    out.quote_info = joined(state_, {say_.count("editor.words", count_words(words)), paragraph});
    if (draft_.range.empty()) return;
    constexpr struct {
      const char *id, *value;
      int number;
    } edges[] = {
        {"begin-back", "begin", -1}, {"begin-on", "begin", 1}, {"end-back", "end", -1}, {"end-on", "end", 1}};
    for (const auto& edge : edges) {
      Action a = action(std::string("edge:") + edge.id, say_(std::string("editor.") + edge.id),
                        Verb::move_edge, "", edge.value);
      a.command.number = edge.number;
      out.edges.push_back(std::move(a));
    }
  }

  void sources(EditorModel& out) {
    constexpr size_t most = 6;
    std::u16string typed = lowered(to_utf16(draft_.source.empty() ? draft_.source_name : std::string()));
    for (const SourcePtr& source : state_.shown.sources) {
      if (out.sources.size() == most) break;
      if (source->id == draft_.source) continue;
      if (!typed.empty() && lowered(to_utf16(source->name)).find(typed) == std::u16string::npos) continue;
      Action a = action("draft-source:" + source->id, source->name, Verb::set_draft, "source", source->id);
      out.sources.push_back(std::move(a));
    }
  }

  template <class E>
  void choice(EditorModel& out, const std::string& id, std::initializer_list<E> values, E chosen,
              const std::string& prefix) {
    EditorModel::Choice c;
    c.id = id;
    c.label = say_("editor." + id);
    for (E value : values) {
      std::string name(word(value));
      Action a = action("draft:" + id + ":" + name, say_(prefix + name), Verb::set_draft, id, name);
      a.on = value == chosen;
      c.options.push_back(std::move(a));
    }
    out.choices.push_back(std::move(c));
  }

  void kinds(EditorModel& out) {
    EditorModel::Choice c;
    c.id = "kind";
    c.label = say_("editor.kind");
    c.segmented = false;
    bool every = draft_.unfolded.count("kind") > 0;
    constexpr SourceKind usual[] = {SourceKind::government, SourceKind::intelligence_agency,
                                    SourceKind::diplomat, SourceKind::think_tank, SourceKind::news_outlet};
    auto add = [&](SourceKind kind) {
      std::string name(word(kind));
      Action a = action("draft:kind:" + name, say_("kind." + name), Verb::set_draft, "kind", name);
      a.on = kind == draft_.kind;
      c.options.push_back(std::move(a));
    };
    if (every) {
      for (int k = 0; k <= static_cast<int>(SourceKind::unspecified); ++k) add(static_cast<SourceKind>(k));
    } else {
      bool listed = draft_.kind == SourceKind::unspecified;
      for (SourceKind kind : usual) listed = listed || kind == draft_.kind;
      if (!listed) add(draft_.kind);
      for (SourceKind kind : usual) add(kind);
      c.more = action("more:kind", say_("editor.more"), Verb::toggle_more, "", "kind");
    }
    out.choices.push_back(std::move(c));
  }

  void relays(EditorModel& out) {
    EditorModel::Choice c;
    c.id = "relay";
    c.label = say_("editor.relay");
    c.segmented = false;
    Action nobody = action("draft:relay:", say_("editor.relay-none"), Verb::set_draft, "relay", "");
    nobody.on = draft_.relay.empty();
    c.options.push_back(std::move(nobody));
    for (const SourcePtr& source : state_.shown.sources) {
      bool media = group_of(source->kind) == KindGroup::media || source->role == Role::relay;
      if (source->id == draft_.source || (!media && source->id != draft_.relay)) continue;
      Action a = action("draft:relay:" + source->id, source->name, Verb::set_draft, "relay", source->id);
      a.on = draft_.relay == source->id;
      c.options.push_back(std::move(a));
    }
    if (c.options.size() > 1) out.choices.push_back(std::move(c));
  }

  const State& state_;
  const InterfaceWords& say_;
  const Draft& draft_;
};

}  // namespace

EditorModel editor_model(const State& state) { return EditorBuilder(state).build(); }

}  // namespace who_says
