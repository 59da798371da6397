#include "attribution/claims.h"

#include "attribution/lexicon.h"
#include "attribution/said.h"

using namespace who_says;

namespace {

Strings claims(const std::u16string& text, const std::vector<std::u16string>& content) {
  Told told(text);
  return told.words(claim_clauses(told.text, told.tokens, *Lexicon::of("en"), told.places(content)));
}
ClaimType type_of(const std::u16string& claim) {
  Told told(claim);
  return claim_type(told.text, told.tokens, *Lexicon::of("en"), {0, static_cast<uint32_t>(claim.size())});
}

}  // namespace

TEST_CASE("a content is parted into its clauses") {
  CHECK(claims(u"She said it rained all day. The dam broke.", {u"it rained all day. The dam broke."}) ==
        Strings{"it rained all day", "The dam broke"});
  CHECK(claims(u"She said that it rained all day and that the dam broke.",
               {u"it rained all day and that the dam broke"}) ==
        Strings{"it rained all day", "the dam broke"});
  CHECK(claims(u"One has the soldiers; the other has the money, he said.",
               {u"One has the soldiers; the other has the money"}) ==
        Strings{"One has the soldiers", "the other has the money"});
  CHECK(claims(u"The radio was silent for an hour, and two windows were broken, he said.",
               {u"The radio was silent for an hour, and two windows were broken"})
            .size() == 1);  // no subject word: not parted
  CHECK(claims(u"The radio was silent for an hour, and the windows were broken, he said.",
               {u"The radio was silent for an hour, and the windows were broken"}) ==
        Strings{"The radio was silent for an hour", "the windows were broken"});
}

TEST_CASE("lists and short phrases are not parted") {
  CHECK(claims(u"He said no bread, milk, and the cheese was stale.",
               {u"no bread, milk, and the cheese was stale"})
            .size() == 1);
  CHECK(claims(u"They found men, women and children there.", {u"men, women and children there"}) ==
        Strings{"men, women and children there"});
}

TEST_CASE("pieces of a content are joined where they are no clause alone") {
  CHECK(
      claims(u"A Polish rival has reportedly hired advisers.", {u"A Polish rival has", u"hired advisers"}) ==
      Strings{"A Polish rival has reportedly hired advisers"});
  CHECK(claims(u"“The government knew it,” she said, “and it kept silent.”",
               {u"The government knew it", u"and it kept silent"}) ==
        Strings{"The government knew it", "it kept silent"});
  CHECK(claims(u"“Nobody rang me,” she said. “Nobody rang them.”",
               {u"Nobody rang me", u"Nobody rang them"}) == Strings{"Nobody rang me", "Nobody rang them"});
}

TEST_CASE("edges are those of a claim; marks of a partial quotation stay with their partner") {
  CHECK(claims(u"He says that the camp was ‘resolved’.", {u"that the camp was ‘resolved"}) ==
        Strings{"the camp was ‘resolved’"});
  CHECK(claims(u"He says the camp was \"resolved\".", {u"the camp was \"resolved"}) ==
        Strings{"the camp was \"resolved\""});
  CHECK(claims(u"He says “shame on them” was heard.", {u"shame on them” was heard"}) ==
        Strings{"“shame on them” was heard"});
  CHECK(claims(u"“We did not know,” he said.", {u"“We did not know,"}) == Strings{"We did not know"});
  CHECK(claims(u"The residents’ camp was moved, he said.", {u"The residents’ camp was moved"}) ==
        Strings{"The residents’ camp was moved"});
}

TEST_CASE("what asserts nothing is no claim") {
  CHECK(claims(u"He asked whether it had rained.", {u"whether it had rained"}).empty());
  CHECK(claims(u"“Why me now?” he said.", {u"Why me now"}).empty());
  CHECK(claims(u"They begged him not to leave.", {u"him not to leave"}).empty());
  CHECK(claims(u"He denied that.", {u"that"}).empty());
  CHECK(claims(u"", {}).empty());
}

TEST_CASE("types of claims by their words") {
  CHECK(type_of(u"The dam will break") == ClaimType::forecast);
  CHECK(type_of(u"The line was opened in May") == ClaimType::event);
  CHECK(type_of(u"The call could not be verified") == ClaimType::event);
  CHECK(type_of(u"to open two tents by Friday") == ClaimType::intention);
  CHECK(type_of(u"40 ships are waiting outside") == ClaimType::quantity);
  CHECK(type_of(u"The plan is a mistake") == ClaimType::judgement);
  CHECK(type_of(u"Home is home") == ClaimType::unspecified);
}

TEST_CASE("evidence in a claim's words") {
  auto evidence = [](const std::u16string& claim) {
    Told told(claim);
    return evidence_in(told.text, told.tokens, {0, static_cast<uint32_t>(claim.size())});
  };
  CHECK(evidence(u"about 40 ships wait") == std::vector{Evidence::number});
  CHECK(evidence(u"it broke because it was old") == std::vector{Evidence::reasoning});
  CHECK(evidence(u"it broke").empty());
}
