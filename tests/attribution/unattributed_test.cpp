#include "attribution/lexicon.h"
#include "attribution/reasons.h"
#include "attribution/said.h"
#include "attribution/stages.h"

using namespace who_says;

namespace {

Strings bare(Told& told) {
  find_unattributed(told.text, told.tokens, *Lexicon::of("en"), told.detection);
  Strings out;
  for (const Unattributed& u : told.detection.unattributed) {
    CHECK_FALSE(u.reason.empty());
    out.push_back(told.words(u.range));
  }
  return out;
}
Strings bare(const std::u16string& text) {
  Told told(text);
  return bare(told);
}

}  // namespace

TEST_CASE("checkable sentences without a source are marked") {
  CHECK(bare(u"The footbridge at Mill Lane was shut on Tuesday evening.") ==
        Strings{"The footbridge at Mill Lane was shut on Tuesday evening"});
  CHECK(bare(u"It was the fourth fire in 12 days.") == Strings{"It was the fourth fire in 12 days"});
  CHECK(bare(u"No one in Orvenna has answered his letter.") ==
        Strings{"No one in Orvenna has answered his letter"});
  CHECK(bare(u"The video could not be independently verified.") ==
        Strings{"The video could not be independently verified"});
  CHECK(bare(u"It should be added that the bridge was shut in 2019 and 2020.") ==
        Strings{"the bridge was shut in 2019 and 2020"});
}

TEST_CASE("questions, opinions, headlines, captions, silence and quotations are not") {
  for (const char16_t* text :
       {u"Who shut the bridge in 2019?", u"Bridge shut on Tuesday after 12 cracks",
        u"We must shut the bridge in 2019 now.", u"Photo: The bridge was shut on Tuesday evening.",
        u"The firm did not return 12 calls on Tuesday.", u"Perhaps the bridge was shut on Tuesday evening.",
        u"“The bridge was shut on Tuesday evening.”", u"It rained hard.", u"The sky over the river is blue.",
        u"The mayor reportedly shut it on Tuesday evening.",
        u"According to nobody it was shut on Tuesday evening.", u"He said it was shut on Tuesday evening.",
        u""})
    CHECK_MESSAGE(bare(text).empty(), to_utf8(text));
}

TEST_CASE("sentences in or under an attribution are not; the one after it says so") {
  Told told(u"Lunt says it was shut on Tuesday. The bridge was built in 1912 by two firms.");
  told.says({u"Lunt"}, {u"says"}, {u"it was shut on Tuesday"});
  CHECK(bare(told) == Strings{"The bridge was built in 1912 by two firms"});
  CHECK(in_english(told.detection.unattributed[0].reason).find("sentence before") != std::string::npos);
}

TEST_CASE("nothing is marked in a language whose words are not known") {
  Told told(u"The footbridge at Mill Lane was shut on Tuesday evening.");
  find_unattributed(told.text, told.tokens, *Lexicon::of("es"), told.detection);
  CHECK(told.detection.unattributed.empty());
}
