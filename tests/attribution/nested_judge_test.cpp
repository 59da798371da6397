#include "attribution/nested_judge.h"

#include "attribution/lexicon.h"
#include "attribution/said.h"

using namespace who_says;

namespace {

/// One content, read as a text of its own, with what rules and network find in it.
struct Content {
  explicit Content(std::u16string words)
      : told(std::move(words)), rules(told.text, told.tokens, *Lexicon::of("en")) {}

  TokenSpan span(const std::u16string& words) const {
    Range range = told.place(words);
    TokenSpan out{UINT32_MAX, 0};
    for (uint32_t at = 0; at < told.tokens.all.size(); ++at) {
      Range token = told.tokens.all[at].range;
      if (token.begin < range.end && range.begin < token.end) out = {std::min(out.begin, at), at + 1};
    }
    return out;
  }
  SpanAttribution by_network(const char16_t* source, const char16_t* cue, const char16_t* content,
                             float confidence) const {
    return {{span(source)}, {span(cue)}, {span(content)}, confidence};
  }
  /// "cue | content" of each that is kept.
  Strings kept(std::vector<SpanAttribution> by_network) const {
    Strings out;
    for (const SpanAttribution& one :
         judge_nested(rules, find_candidates(rules, 0.1f), std::move(by_network)))
      out.push_back(words(one.cue.front()) + " | " + words(one.content.front()));
    return out;
  }
  std::string words(TokenSpan at) const {
    return told.words({told.tokens.all[at.begin].range.begin, told.tokens.all[at.end - 1].range.end});
  }

  Told told;
  RuleText rules;
};

}  // namespace

TEST_CASE("inside others' words the network finds what the rules do not, where it is sure of it") {
  Content told(u"two member states had asked for the passage to be removed");
  auto found = [&](float confidence) {
    return told.kept(
        {told.by_network(u"two member states", u"had asked for", u"the passage to be removed", confidence)});
  };
  CHECK(told.kept({}).empty());
  CHECK(found(0.85f) == Strings{"had asked for | the passage to be removed"});
  CHECK(found(0.3f).empty());
}

TEST_CASE("what both find comes once, with the words of the rules") {
  Content told(u"the ministry claimed that the bridge was safe");
  Strings expected{"claimed | that the bridge was safe"};
  CHECK(told.kept({}) == expected);
  CHECK(told.kept({told.by_network(u"the ministry", u"claimed", u"the bridge was safe", 0.9f)}) == expected);
}

TEST_CASE("the network's hedges, refusals and what would be said are none inside others' words") {
  struct Case {
    const char16_t *text, *source, *cue, *content;
  };
  for (Case one : {Case{u"I think the votes are there", u"I", u"think", u"the votes are there"},
                   Case{u"you would never recommend the book to her", u"you", u"would never recommend",
                        u"the book to her"},
                   Case{u"she would not discuss talks with the bank", u"she", u"would not discuss",
                        u"talks with the bank"}}) {
    CAPTURE(to_utf8(one.text));
    Content told(one.text);
    CHECK(told.kept({told.by_network(one.source, one.cue, one.content, 0.85f)}).empty());
  }
}
