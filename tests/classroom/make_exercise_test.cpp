#include "classroom/make_exercise.h"

#include <doctest/doctest.h>

#include <set>

#include "classroom/other_cue.h"
#include "text/utf.h"

using namespace who_says;

namespace {

/// An article whose claims are built one after the other, in the order of its text.
struct Draft {
  std::u16string text;
  Document document;

  explicit Draft(std::u16string_view words, std::string lang = "en") : text(words) {
    document.lang = std::move(lang);
  }
  Draft& source(const std::string& id) {
    Source one;
    one.id = one.name = id;
    one.kind = SourceKind::business;
    document.sources.push_back(std::make_shared<Source>(one));
    return *this;
  }
  /// Claimed by a chain of sources, from the article inwards.
  Draft& claim(std::u16string_view words, const std::vector<std::string>& chain,
               const std::string& cue = "") {
    auto at = static_cast<uint32_t>(text.find(words));
    REQUIRE(at < text.size());
    Claim one;
    one.id = "c" + std::to_string(document.claims.size() + 1);
    one.selector.exact = words;
    one.selector.position = Range{at, at + static_cast<uint32_t>(words.size())};
    for (const std::string& id : chain) one.chain.push_back({id, ChainLink::explicit_, "", ""});
    if (!chain.empty()) one.chain.back().cue = cue;
    document.claims.push_back(std::make_shared<Claim>(one));
    return *this;
  }
  SourcedArticle done() const { return {text, document}; }
};

struct Made {
  Task task;
  KeyAnswer key;
};
std::optional<Made> made(const std::vector<SourcedArticle>& articles, ExerciseWish wish, TaskKind kind) {
  wish.kinds = {kind};
  Exercise e = make_exercise(articles, wish);
  if (e.tasks.empty()) return std::nullopt;
  return Made{e.tasks[0], e.key.answers[0]};
}

std::string swapped(const char* lang, std::u16string_view cue) {
  auto swap = other_cue(lang, cue);
  return swap ? swap->other : "";
}
/// Of a cue in a sentence that nobody noted: cue and other.
std::string near(const char* lang, std::u16string_view text, std::u16string_view claim) {
  auto at = static_cast<uint32_t>(text.find(claim));
  auto swap = other_cue_near(lang, text, {at, at + static_cast<uint32_t>(claim.size())});
  return swap ? swap->cue + " > " + swap->other : "";
}

}  // namespace

TEST_CASE(
    "a cue is swapped by the language of its article, in the same form; none in one that is not known") {
  CHECK(swapped("en", u"said") == "claimed");
  CHECK(swapped("en-GB", u"claimed that") == "said that");
  CHECK(swapped("en", u"says in a letter") == "claims in a letter");
  CHECK(swapped("en", u"insist") == "say");
  CHECK(swapped("en", u"According  to") == "as claimed by");
  CHECK(swapped("de", u"sagte") == "behauptete");
  CHECK(swapped("de", u"sagten") == "behaupteten");
  CHECK(swapped("de", u"behauptet") == "sagt");
  CHECK(swapped("de", u"hat behauptet") == "hat gesagt");
  CHECK(swapped("de", u"teilte mit") == "behauptete");
  CHECK(swapped("es", u"dijeron") == "alegaron");
  CHECK(swapped("es", u"ha dicho") == "ha alegado");
  CHECK(swapped("fr", u"a déclaré") == "a prétendu");
  CHECK(swapped("fr", u"dit") == "prétend");
  CHECK(swapped("fr", u"D’après") == "à en croire");
  CHECK(swapped("uk", u"Заявила") == "стверджувала");
  CHECK(swapped("uk", u"стверджують") == "кажуть");
  CHECK(swapped("ko", u"말했다") == "주장했다");
  CHECK(swapped("ko", u"주장했다") == "말했다");
  for (const char* lang : {"it", "", "english"}) CHECK(swapped(lang, u"said") == "");
  for (const char* cue : {"defends", "sagte", "laut", ""}) CHECK(swapped("en", to_utf16(cue)) == "");
}

TEST_CASE("a cue that nobody noted is the one verb of saying in the claim's sentence") {
  CHECK(near("fr", u"« Le pont ferme en mai », a déclaré la maire. Elle dit non.", u"Le pont ferme en mai") ==
        "a déclaré > a prétendu");
  CHECK(near("fr", u"La ville a un plan, explique-t-elle.", u"La ville a un plan") == "explique > prétend");
  CHECK(near("ko", u"시장은 다리가 닫힌다고 말했다. 시민은 반대했다.", u"다리가 닫힌다고") ==
        "말했다 > 주장했다");
  CHECK(near("de", u"Die Brücke schließt, hat die Stadt am Montag gesagt.", u"Die Brücke schließt") ==
        "gesagt > behauptet");
  CHECK(near("de", u"Wer Geld hat, baut, sagte er.", u"Wer Geld hat, baut") == "sagte > behauptete");
  CHECK_MESSAGE(near("en", u"The bridge closes, said Ann, and Bob said so.", u"The bridge closes") == "",
                "whose is it?");
  CHECK(near("en", u"The report says the bridge closes.", u"the bridge closes") == "says > claims");
  CHECK(near("en", u"The bridge closes. Ann said no.", u"The bridge closes") == "");
}

TEST_CASE("swap-cue takes a verb of saying outside of headings, and says none where there is none") {
  Draft article(
      u"Mayor says buses will run\n\nLines start in May, Ann Lee defends. It costs 2 million, according to "
      u"Bo Ek. "
      u"Fights will increase, Cy Day insisted. Jobs will go, Di Fox said.",
      "en");
  for (const char* id : {"mayor", "ann", "bo", "cy", "di"}) article.source(id);
  article.claim(u"buses will run", {"mayor"}, "says").claim(u"Lines start in May", {"ann"}, "defends");
  auto chosen = [&](const ExerciseWish& wish) {
    auto one = made({article.done()}, wish, TaskKind::swap_cue);
    return one ? one->task.claims[0] + " " + one->task.cue + " > " + one->task.other_cue : "";
  };
  CHECK_MESSAGE(chosen({}) == "c1 says > claims", "a heading is better than nothing");
  article.claim(u"It costs 2 million", {"bo"}, "according to");
  CHECK(chosen({}) == "c3 according to > as claimed by");
  article.claim(u"Fights will increase", {"cy"}, "insisted");
  CHECK(chosen({}) == "c4 insisted > said");
  article.claim(u"Jobs will go", {"di"}, "said");
  CHECK(chosen({}) == "c5 said > claimed");
  ExerciseWish wish;
  wish.asked[TaskKind::swap_cue] = {"c3"};
  CHECK(chosen(wish) == "c3 according to > as claimed by");
  wish.asked[TaskKind::swap_cue] = {"c2"};
  CHECK_MESSAGE(chosen(wish) == "c5 said > claimed", "nothing could take the place of “defends”");
  CHECK(what_to_ask({article.done()}, {}, TaskKind::swap_cue) ==
        std::vector<std::string>{"c1", "c3", "c4", "c5"});

  article.document.lang = "it";
  CHECK(chosen({}) == "");
  wish = {};
  wish.lang = "en-US";
  CHECK_MESSAGE(chosen(wish) == "c5 said > claimed", "a teacher knows better than a file");

  // A claim that a teacher adds by hand has a source, and no cue.
  Draft by_hand(u"« Le pont ferme en mai », a déclaré la maire. Il pleut, dit-on.", "fr");
  by_hand.source("maire").claim(u"Le pont ferme en mai", {"maire"}).claim(u"Il pleut", {});
  auto one = made({by_hand.done()}, {}, TaskKind::swap_cue);
  REQUIRE(one);
  CHECK(one->task.cue + " > " + one->task.other_cue == "a déclaré > a prétendu");
  CHECK((what_to_ask({by_hand.done()}, {}, TaskKind::swap_cue) == std::vector<std::string>{"c1"}));
}

TEST_CASE("a comparison keeps the sources of both reports, and of the second, where there are too many") {
  auto with = [](const std::vector<std::string>& ids) {
    Draft out(u"Words.");
    for (const std::string& id : ids) out.source(id);
    return out.done();
  };
  auto told = [&](const std::vector<std::string>& first, const std::vector<std::string>& second) {
    SourcedArticle a = with(first);
    Draft words(u"It rains.");
    words.document = a.document;
    words.claim(u"It rains", {});
    auto one = made({words.done(), with(second)}, {}, TaskKind::compare);
    REQUIRE(one);
    std::string out;
    for (const KeyItem& item : one->key.items) out += item.item + "=" + item.answer[0] + " ";
    CHECK(one->task.sources.size() == one->key.items.size());
    return out;
  };
  // By ids alone, "z" would have been lost.
  CHECK(told({"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "z"}, {"z", "y"}) ==
        "a1=first a2=first a3=first a4=first a5=first a6=first y=second z=both ");
  CHECK(told({"a1", "a2", "a3", "m1", "m2", "m3", "m4", "m5", "m6"},
             {"z1", "z2", "z3", "m1", "m2", "m3", "m4", "m5", "m6"}) ==
        "a1=first a2=first m1=both m2=both m3=both m4=both z1=second z2=second ");
  CHECK(told({"a", "b"}, {"b", "c"}) == "a=first b=both c=second ");
  std::vector<std::string> many;
  for (int i = 0; i < 30; ++i) many.push_back("s" + std::to_string(i));
  CHECK(told(many, many) == "s0=both s1=both s2=both s3=both s4=both s5=both s6=both s7=both ");
}

TEST_CASE("what to highlight, which letter, and which claims are asked about is up to the wish") {
  Draft article(
      u"The bridge closes, Ann said. Shops lose money, Bo said. The Herald writes that Ann wants a ferry. It "
      u"rains.");
  for (const char* id : {"ann", "bo", "herald"}) article.source(id);
  article.claim(u"The bridge closes", {"ann"}, "said")
      .claim(u"Shops lose money", {"bo"}, "said")
      .claim(u"Ann wants a ferry", {"herald", "ann"})
      .claim(u"It rains", {});
  std::vector<SourcedArticle> articles = {article.done()};
  using Ids = std::vector<std::string>;

  ExerciseWish wish;
  auto marks = [&] {
    std::string out;
    KeyAnswer key = made(articles, wish, TaskKind::highlight)->key;
    for (const KeyMark& mark : key.marks)
      out += to_utf8(mark.mark.selector.exact) + (mark.optional ? "? " : ". ");
    return out;
  };
  CHECK(marks() == "The bridge closes. Shops lose money. Ann wants a ferry. It rains. ");
  wish.source = "ann";
  wish.by_sentence = true;
  CHECK(marks() == "The bridge closes. Ann wants a ferry. ");
  Task task = made(articles, wish, TaskKind::highlight)->task;
  CHECK(task.source == "ann");
  CHECK(task.by_sentence);
  wish.source = "herald";
  CHECK_MESSAGE(marks() == "The bridge closes. Shops lose money. Ann wants a ferry. It rains. ",
                "nothing begins with it");
  CHECK(made(articles, wish, TaskKind::highlight)->task.source == "");
  article.claim(u"The Herald writes", {"herald"});
  articles = {article.done()};
  CHECK(marks() == "Ann wants a ferry? The Herald writes. ");

  wish.letter = Imvain::named;
  CHECK(made(articles, wish, TaskKind::rank)->task.letter == Imvain::named);

  auto asked = [&](TaskKind kind) { return made(articles, wish, kind)->task.claims; };
  CHECK(asked(TaskKind::match) == Ids{"c1", "c2", "c3", "c4", "c5"});
  wish.asked = {
      {TaskKind::match, {"c4", "gone", "c1"}}, {TaskKind::spot, {"c1"}}, {TaskKind::count, {"c2", "c3"}}};
  CHECK_MESSAGE((asked(TaskKind::match) == Ids{"c1", "c4"}), "in the order of the text");
  CHECK_MESSAGE(asked(TaskKind::spot).size() == 5, "one that names nobody is to be found");
  CHECK(asked(TaskKind::count) == Ids{"c2", "c3"});
  CHECK(made(articles, wish, TaskKind::count)->key.items[0].answer == Ids{"2"});
  wish.asked[TaskKind::count] = {"c4"};
  CHECK_MESSAGE(asked(TaskKind::count).size() == 5, "of these nobody is an origin");
  wish.asked[TaskKind::chain] = {"c1"};
  CHECK_MESSAGE((asked(TaskKind::chain) == Ids{"c3"}), "the others passed through no two hands");
  CHECK(what_to_ask(articles, wish, TaskKind::chain) == Ids{"c3"});
  CHECK(what_to_ask(articles, wish, TaskKind::rank).empty());
  CHECK_MESSAGE((what_to_ask(articles, wish, TaskKind::highlight) == Ids{"ann", "bo", "herald"}), "sources");

  // More than eight are asked about where a teacher says so.
  std::u16string words;
  for (int i = 0; i < 12; ++i) words += u"Claim" + to_utf16(std::to_string(i)) + u" is.\n";
  Draft many(words);
  many.source("a").source("b");
  for (int i = 0; i < 12; ++i)
    many.claim(u"Claim" + to_utf16(std::to_string(i)) + u" is", {i % 2 ? "a" : "b"});
  articles = {many.done()};
  wish = {};
  CHECK(asked(TaskKind::match).size() == 8);
  wish.asked[TaskKind::match] = what_to_ask(articles, wish, TaskKind::match);
  CHECK(asked(TaskKind::match).size() == 12);
}
