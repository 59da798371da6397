#include "attribution/lexicon.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace who_says;

namespace {
const Lexicon& english() { return *Lexicon::of("en"); }

std::string file_of(std::string_view language) {
  std::ifstream file(std::string(WHO_SAYS_SOURCE_DIR) + "/assets/attribution/lexicon/" +
                     std::string(language) + ".tsv");
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}
}  // namespace

TEST_CASE("every line of the lexicons can be read") {
  for (std::string_view language : {"en", "es", "de", "uk"}) {
    CAPTURE(language);
    std::string tsv = file_of(language);
    REQUIRE(tsv.size() > 1000);
    uint32_t bad = 99;
    Lexicon::parse(language, tsv, &bad);
    CHECK(bad == 0);
    REQUIRE(Lexicon::of(language));
    CHECK(Lexicon::of(language)->language() == language);
  }
  CHECK(Lexicon::of("fr") == nullptr);
  CHECK(Lexicon::of("") == nullptr);
}

TEST_CASE("lines that cannot be read are left out and counted") {
  uint32_t bad = 0;
  Lexicon lexicon = Lexicon::parse("xx",
                                   "# a comment\n"
                                   "paradigm\te\t~e ~es ~ed ~ing\n"
                                   "verb\tannounc|e\te\tneutral\tspeech\tstatement\ttq\t10 20 30 40\n"
                                   "verb\tshout|\te\tloud\tspeech\tstatement\ttq\t10\n"
                                   "verb\tshout|\te\tneutral\tspeech\tstatement\tz\t10\n"
                                   "verb\tshort\n"
                                   "class\tnegation\tnot no\n",
                                   &bad);
  CHECK(bad == 3);
  REQUIRE(lexicon.cue(u"announced"));
  CHECK(lexicon.cue(u"announced")->strength == doctest::Approx(0.3f));
  CHECK(lexicon.cue(u"shout") == nullptr);
  CHECK(lexicon.in_class("negation", u"not"));
  CHECK(!lexicon.in_class("modal", u"not"));
}

TEST_CASE("inflected forms lead to their lemma") {
  struct {
    const char16_t* form;
    const char16_t* lemma;
    Inflection inflection;
  } const cases[] = {{u"said", u"say", Inflection::past},
                     {u"says", u"say", Inflection::third},
                     {u"announcing", u"announce", Inflection::gerund},
                     {u"denies", u"deny", Inflection::third},
                     {u"admitted", u"admit", Inflection::past},
                     {u"written", u"write", Inflection::past},
                     {u"think", u"think", Inflection::base},
                     {u"stresses", u"stress", Inflection::third}};
  for (const auto& c : cases) {
    const CueEntry* entry = english().cue(c.form);
    REQUIRE(entry);
    CHECK(entry->lemma == c.lemma);
    CHECK(entry->inflection == c.inflection);
  }
  CHECK(english().cue(u"table") == nullptr);
}

TEST_CASE("classes, media and belief as in the vocabulary") {
  auto entry = [](const char16_t* word) { return *english().cue(word); };
  CHECK(entry(u"said").cue_class == CueClass::neutral);
  CHECK(entry(u"claims").cue_class == CueClass::distancing);
  CHECK(entry(u"alleged").cue_class == CueClass::distancing);
  CHECK(entry(u"noted").cue_class == CueClass::endorsing);
  CHECK(entry(u"showed").cue_class == CueClass::endorsing);
  CHECK(entry(u"insists").cue_class == CueClass::emphatic);
  CHECK(entry(u"hopes").cue_class == CueClass::attitude);
  CHECK(entry(u"reportedly").cue_class == CueClass::hearsay);
  CHECK(entry(u"reportedly").hearsay_adverb);
  CHECK(entry(u"wrote").medium == Medium::writing);
  CHECK(entry(u"believes").medium == Medium::thought);
  CHECK(!entry(u"believes").statement);
  CHECK(entry(u"said").statement);
  CHECK(entry(u"said").strength > 0.8f);
  CHECK(entry(u"said").strength > entry(u"say").strength);
}

TEST_CASE("a form may be a verb and a noun") {
  CHECK(english().cue(u"claims")->kind == CueKind::verb);
  REQUIRE(english().noun(u"claims"));
  CHECK(english().noun(u"claims")->kind == CueKind::noun);
  CHECK(english().noun(u"said") == nullptr);
  // Nouns that are no verbs are found as cues too.
  CHECK(english().cue(u"allegation")->kind == CueKind::noun);
}

TEST_CASE("phrases, the longest first") {
  const std::vector<Lexicon::Phrase>* phrases = english().phrases(u"according");
  REQUIRE(phrases);
  CHECK(phrases->front().rest == std::vector<std::u16string>{u"to"});
  CHECK(phrases->front().entry.kind == CueKind::preposition);
  phrases = english().phrases(u"pointed");
  REQUIRE(phrases);
  CHECK(phrases->front().entry.lemma.starts_with(u"point "));
  phrases = english().phrases(u"makes");
  REQUIRE(phrases);
  for (size_t i = 1; i < phrases->size(); ++i)
    CHECK((*phrases)[i - 1].rest.size() >= (*phrases)[i].rest.size());
  CHECK(english().phrases(u"bridge") == nullptr);
}

TEST_CASE("closed classes, apostrophes of either kind") {
  CHECK(english().in_class("pronoun", u"they"));
  CHECK(english().in_class("complementizer", u"that"));
  CHECK(english().in_class("negation", lexicon_form(u"Didn’t")));
  CHECK(english().in_class("former", u"ex"));
  CHECK(!english().in_class("former", u"ambassador"));
  CHECK(english().class_bit("no such class") == 0);
  CHECK(Lexicon::of("de")->in_class("negation", u"nicht"));
  CHECK(Lexicon::of("es")->in_class("that", u"que"));
  CHECK(Lexicon::of("uk")->in_class("that", u"що"));
}

TEST_CASE("the other languages know their commonest cues") {
  CHECK(Lexicon::of("es")->cue(u"dijo")->lemma == u"decir");
  CHECK(Lexicon::of("es")->cue(u"presuntamente")->hearsay_adverb);
  CHECK(Lexicon::of("de")->cue(u"behauptet")->cue_class == CueClass::distancing);
  CHECK(Lexicon::of("de")->cue(u"laut")->kind == CueKind::preposition);
  CHECK(Lexicon::of("uk")->cue(u"заявила")->lemma == u"заявити");
  CHECK(Lexicon::of("uk")->cue(u"нібито")->hearsay_adverb);
}

TEST_CASE("a lexicon is read ahead in steps, once") {
  while (Lexicon::prepare("de", 100) > 0) {
  }
  const Lexicon* german = Lexicon::of("de");
  REQUIRE(german);
  CHECK(german->cue(u"sagte"));
  CHECK(Lexicon::of("de") == german);
  CHECK(Lexicon::prepare("de", 1) == 0);
  CHECK(Lexicon::prepare("xx", 1) == 0);
  Lexicon::of("es");
  CHECK(Lexicon::prepare("es", 1) == 0);
}
