#include <doctest/doctest.h>

#include <string>

#include "attribution/lexicon.h"
#include "attribution/reasons.h"
#include "attribution/rules_words.h"
#include "attribution/stages.h"
#include "attribution/token_words.h"
#include "text/utf.h"

using namespace who_says;

namespace {

/// Labels spans that are marked in the text: [s …] source, [c …] cue, [q …] content; one attribution a text.
std::vector<Attribution> labelled(std::string_view marked_utf8) {
  std::u16string marked = to_utf16(marked_utf8), text;
  std::vector<Range> roles[3];
  int open = -1;
  uint32_t begin = 0;
  for (size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '[') {
      open = marked[i + 1] == 's' ? 0 : marked[i + 1] == 'c' ? 1 : 2;
      begin = static_cast<uint32_t>(text.size());
      i += 2;
    } else if (marked[i] == ']') {
      roles[open].push_back({begin, static_cast<uint32_t>(text.size())});
    } else {
      text += marked[i];
    }
  }
  Tokens tokens = tokenise(text);
  TokenWords words(text, tokens);
  SpanAttribution spans;
  std::vector<TokenSpan>* lists[] = {&spans.source, &spans.cue, &spans.content};
  for (int role = 0; role < 3; ++role)
    for (Range range : roles[role]) lists[role]->push_back(words.in(range));
  spans.confidence = 0.5f;
  return label(RuleText(text, tokens, *Lexicon::of("en")), {spans});
}
Attribution one(std::string_view marked) {
  std::vector<Attribution> all = labelled(marked);
  REQUIRE(all.size() == 1);
  return all.front();
}
std::string content_of(std::string_view marked) {
  std::u16string plain;
  for (std::u16string text = to_utf16(marked); char16_t c : text) plain += c;
  // The text without its marks, as `labelled` makes it.
  std::u16string text;
  for (size_t i = 0; i < plain.size(); ++i) {
    if (plain[i] == '[')
      i += 2;
    else if (plain[i] != ']')
      text += plain[i];
  }
  std::string out;
  for (Range r : one(marked).content)
    out += (out.empty() ? "" : " … ") + to_utf8(text.substr(r.begin, r.size()));
  return out;
}

}  // namespace

TEST_CASE("directness") {
  auto of = [](std::string_view marked) { return one(marked).directness; };
  CHECK(of("[s The mayor] [c said] [q that the bridge was safe].") == Directness::indirect);
  CHECK(of("[q “The bridge is safe,”] [s she] [c said].") == Directness::direct);
  CHECK(of("“[q The bridge is safe],” [s she] [c said].") == Directness::direct);
  CHECK(of("[s She] [c said] [q the bridge was “as safe as a house”].") == Directness::mixed);
  CHECK(of("[s The firm] [c said] [q it “operated within every permit it was ever given”].") ==
        Directness::mixed);
  CHECK(of("[s The council] [c denies] [q fraud].") == Directness::reported);
  CHECK(of("[s She] [c blamed] [q a wet summer and the price of aluminium].") == Directness::reported);
  CHECK(of("[s She] [c recommends] [q closing the bridge].") == Directness::reported);
  CHECK(of("[s She] [c promised] [q to close the bridge].") == Directness::indirect);
  CHECK(of("[s She] [c urged] [q residents to boil their water].") == Directness::indirect);
  CHECK(of("[s The study] [c shows] [q winds of 11 metres per second].") == Directness::reported);
  CHECK(of("[s The study] [c shows] [q the fall was steep].") == Directness::indirect);
  // Inside somebody's quotation.
  CHECK(of("“[s He] [c told] me [q it was malaria],” she said.") == Directness::direct);
}

TEST_CASE("edges of the content") {
  CHECK(content_of("[s She] [c said] [q that the bridge was safe.]") == "that the bridge was safe");
  CHECK(content_of("[q “The bridge is safe,”] [s she] [c said].") == "The bridge is safe");
  CHECK(content_of("[s She] [c asked] [q whether the bridge was safe].") == "whether the bridge was safe");
  CHECK(content_of("[s She] [c called] [q it “a joke”].") == "it “a joke”");
  CHECK(content_of("[q “The bridge,”] [s she] [c said], [q “is safe.”]") == "The bridge … is safe");
}

TEST_CASE("cue class, medium, statement") {
  Attribution said = one("[s The mayor] [c said] [q that the bridge was safe].");
  CHECK(said.cue_class == CueClass::neutral);
  CHECK(said.medium == Medium::speech);
  CHECK(said.statement);
  CHECK(said.scope == Scope::explicit_);
  CHECK(said.confidence == doctest::Approx(0.5f));
  Attribution report = one("[s The engineers' report] [c claims] [q that the bridge was safe].");
  CHECK(report.cue_class == CueClass::distancing);
  CHECK(report.medium == Medium::writing);
  CHECK(one("[s She] [c said in a statement] [q that it was safe].").medium == Medium::writing);
  CHECK(one("[s The Home Ministry] [c said] [q that it was safe].").medium == Medium::unknown);
  Attribution hopes = one("[s She] [c hopes] [q that it is safe].");
  CHECK(hopes.cue_class == CueClass::attitude);
  CHECK(hopes.medium == Medium::thought);
  CHECK(!hopes.statement);
  CHECK(one("[s It] [c made clear] [q that it was safe].").cue_class == CueClass::endorsing);
  CHECK(one("[s She] [c told] herself [q that it was safe].").medium == Medium::thought);
}

TEST_CASE("nobody, not, if") {
  Attribution assumed = one("[c It is assumed] that [q a bridge will follow].");
  CHECK(assumed.scope == Scope::agentless);
  CHECK(assumed.cue_class == CueClass::hearsay);
  CHECK(!assumed.statement);
  CHECK(one("[q The bridge has] [c reportedly] [q been sold].").cue_class == CueClass::hearsay);
  CHECK(one("[c The court heard] that [q the money was gone].").cue_class == CueClass::neutral);
  Attribution silent = one("[s She] [c did not say] [q whether it was safe].");
  CHECK(silent.negated);
  CHECK(!silent.statement);
  CHECK(one("[s Nobody] [c said] [q where we were going].").negated);
  // "Denied that" is a statement.
  CHECK(one("[s She] [c denied] [q that it was safe].").statement);
  Attribution supposed = one("Insurers could refuse if [s she] [c says] [q the act was deliberate].");
  CHECK(supposed.hypothetical);
  CHECK(!supposed.statement);
  CHECK(one("[s She] [c would say] [q that it is safe].").hypothetical);
}

TEST_CASE("certainty") {
  auto of = [](std::string_view marked) { return one(marked).certainty; };
  CHECK(of("[s She] [c said] [q it was safe].") == Certainty::certain);
  CHECK(of("[s She] [c said] [q it might be safe].") == Certainty::possible);
  CHECK(of("[s She] [c said] [q it was probably safe].") == Certainty::probable);
  CHECK(of("[s She] [c said] [q it would be safe if it were shut].") == Certainty::conditional);
  CHECK(of("[s She] [c said] [q it closed in May].") == Certainty::certain);
  CHECK(of("[s She] [c asked] [q whether it was safe].") == Certainty::unknown);
}

TEST_CASE("traps are dropped") {
  CHECK(labelled("[s The firm] [c declined] [q to comment].").empty());
  CHECK(labelled("[s It] [c did not reply] to [q questions].").empty());
  CHECK(labelled("[s Neither club] [c has commented] on [q the email].").empty());
  CHECK(labelled("The so-called [q “ghost fleet”] keeps sailing.").empty());
  CHECK(labelled("The pageant [q “As They Said at Mill Lane”] goes on.").empty());
  CHECK(labelled("[s She] [c wrote] a book titled [q “What the Otter Said”].").empty());
  CHECK(labelled("[s She] [c declined to say] [q whether it was safe].").size() == 1);
}

TEST_CASE("the reason names the words that tell") {
  CHECK(in_english(one("[s She] [c claims] [q the bridge was “as safe as a house”].").reason) ==
        "“claims” → distancing; words in quotation marks → mixed");
  CHECK(
      in_english(one("[c It is assumed] that [q a bridge will follow].").reason) ==
      "“It is assumed” → hearsay; nobody is named → agentless; a clause without quotation marks → indirect");
  CHECK(in_english(one("[s She] [c did not say] [q whether it was safe].").reason).find("negated") !=
        std::string::npos);
}

TEST_CASE("regression: the it of it is assumed is nobody") {
  CHECK(one("[s It] [c is assumed] [q that the bridge will close].").scope == Scope::agentless);
  CHECK(one("[s It] [c is assumed] [q that the bridge will close].").source.empty());
  CHECK(one("[s It] [c said] [q that the bridge will close].").scope == Scope::explicit_);
  CHECK(one("[s It] [c is claiming] [q that the bridge will close].").scope == Scope::explicit_);
}

TEST_CASE("what somebody is to do, and what they hold it to be, is told in a clause") {
  CHECK(one("[s The judge] [c warned] [q the jury not to be swayed].").directness == Directness::indirect);
  CHECK(one("[s The group] [c called on] [q both sides to return].").directness == Directness::indirect);
  CHECK(one("[s She] [c considers] [q the fears to be exaggerated].").directness == Directness::indirect);
  CHECK(one("[q The ice], [s she] [c explains], [q used to groan and now it clicks].").directness ==
        Directness::indirect);
}

TEST_CASE("who is convinced believes, who stops short of saying has not said") {
  Attribution convinced = one("[s They] [c are convinced] [q that Bern will pay].");
  CHECK_FALSE(convinced.statement);
  CHECK(convinced.medium == Medium::thought);
  CHECK(convinced.cue_class == CueClass::attitude);
  CHECK_FALSE(one("[s They] [c stopped short of saying] [q that it was over].").statement);
  CHECK(one("[s Mr Lund] [c suggested] [q that ministers might go].").medium == Medium::speech);
  CHECK(one("[s The report] [c suggested] [q that ministers might go].").medium == Medium::writing);
}

TEST_CASE("what somebody would later say, or often said, was said") {
  CHECK(one("[s She] [c would later claim] [q that nobody had told her].").statement);
  CHECK(one("[s He] [c would often say] [q that the ship was late].").statement);
  CHECK_FALSE(one("[s He] [c would say] [q that].").statement);
  CHECK(one("[s LSM] [c has learned] [q that the plant will close].").statement);
}
