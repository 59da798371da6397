#include <random>

#include "attribution/said.h"
#include "attribution/stages.h"
#include "model/codec.h"

using namespace who_says;

namespace {

const std::u16string kText =
    u"The Courier reports that former mayor Ida Lunt claims that the dam has 12 cracks. She hopes that it "
    u"holds. Perez did not say "
    u"that it leaks. It is assumed that a new dam will be built. The dam was opened in 1912. 😀 Ms Lunt told "
    u"AFP that she was "
    u"“not surprised”.";

/// The Courier → Lunt; a hope; a negation; an agentless one; a bare sentence; a relay.
Told sample() {
  Told told(kText);
  int courier = told.somebody("The Courier", SourceKind::news_outlet);
  int lunt = told.somebody("Ida Lunt", SourceKind::government);
  int afp = told.somebody("AFP", SourceKind::news_outlet);
  told.says({u"The Courier"}, {u"reports"}, {u"former mayor Ida Lunt claims that the dam has 12 cracks"},
            courier);
  told.says({u"former mayor Ida Lunt"}, {u"claims"}, {u"the dam has 12 cracks"}, lunt).reason =
      because("cue", {"claims", "distancing"});
  Attribution& hope = told.says({u"She"}, {u"hopes"}, {u"it holds"}, lunt);
  hope.statement = false;
  hope.medium = Medium::thought;
  told.says({u"Perez"}, {u"did not say"}, {u"it leaks"}).negated = true;
  Attribution& assumed = told.says({}, {u"It is assumed"}, {u"a new dam will be built"});
  assumed.statement = false;
  assumed.scope = Scope::agentless;
  Attribution& relayed = told.says({u"Ms Lunt"}, {u"told"}, {u"she was “not surprised”"}, lunt);
  relayed.relay = afp;
  told.detection.entities[1].mentions[1].reason = because("same-words");
  told.detection.entities[1].reason =
      because_of_kind("title-former", {"former mayor"}, SourceKind::government);
  told.detection.unattributed.push_back({told.place(u"The dam was opened in 1912"), because("bare-date")});
  NumberCheck check;
  check.numbers = {told.place(u"12 cracks")};
  check.working = "6 + 6 = 12.";
  told.detection.checks.push_back(check);
  find_chains(told.text, told.tokens, told.detection);
  return told;
}

const Claim& claim_on(const Document& document, const std::u16string& words) {
  for (const ClaimPtr& claim : document.claims)
    if (claim->selector.exact == words) return *claim;
  FAIL(to_utf8(words));
  return *document.claims.front();
}
Strings chain(const Document& document, const Claim& claim) {
  Strings out;
  for (const Hop& hop : claim.chain) {
    const Source* source = document.find_source(hop.source);
    out.push_back((source ? source->name : "?") + "/" + hop.cue + "/" + std::string(word(hop.link)));
  }
  return out;
}

/// What must hold of any suggestions.
void check_document(const std::u16string& text, const Document& document) {
  for (const ClaimPtr& claim : document.claims) {
    REQUIRE(claim->selector.position);
    Range place = *claim->selector.position;
    REQUIRE(place.end <= text.size());
    CHECK(text.substr(place.begin, place.size()) == claim->selector.exact);
    CHECK_FALSE(claim->selector.exact.empty());
    CHECK(claim->status == Status::suggested);
    CHECK_FALSE(claim->engine.empty());
    CHECK(claim->confidence >= 0);
    CHECK(claim->confidence <= 1);
    CHECK(claim->selector.prefix.size() <= 32);
    CHECK(claim->selector.suffix.size() <= 32);
    for (const Hop& hop : claim->chain)
      if (!hop.source.empty()) CHECK(document.find_source(hop.source));
  }
  Result<Loaded> read = read_claims(write_claims(document, text), text);
  REQUIRE(read.ok());
  CHECK(read.value().problems.empty());
  const Document& again = read.value().document;
  REQUIRE(again.claims.size() == document.claims.size());
  REQUIRE(again.sources.size() == document.sources.size());
  for (size_t i = 0; i < document.claims.size(); ++i) CHECK(*again.claims[i] == *document.claims[i]);
  for (size_t i = 0; i < document.sources.size(); ++i) CHECK(*again.sources[i] == *document.sources[i]);
}

}  // namespace

TEST_CASE("suggestions hold one claim a clause with its chain from the article inwards") {
  Told told = sample();
  Document document = suggestions(told.text, told.detection);
  check_document(told.text, document);
  REQUIRE(document.claims.size() == 4);
  const Claim& cracks = claim_on(document, u"the dam has 12 cracks");
  CHECK(chain(document, cracks) == Strings{"The Courier/reports/explicit", "Ida Lunt/claims/explicit"});
  CHECK(cracks.type == ClaimType::quantity);
  CHECK(cracks.evidence == std::vector{Evidence::number});
  CHECK(cracks.confidence == doctest::Approx(0.75));
  CHECK(cracks.engine == "test 1");
  CHECK(cracks.reason ==
        "“claims” → distancing. “former mayor” → government, former. The Courier passes it on.");
  CHECK(chain(document, claim_on(document, u"she was “not surprised”")) ==
        Strings{"The Courier//carried", "AFP//explicit", "Ida Lunt/told/explicit"});
  CHECK(chain(document, claim_on(document, u"a new dam will be built")) ==
        Strings{"?/It is assumed/explicit"});
  const Claim& bare = claim_on(document, u"The dam was opened in 1912");
  CHECK(bare.chain.empty());
  CHECK(bare.scope == Scope::none);
  CHECK(bare.reason == "No source is named for this sentence, which gives a date.");
}

TEST_CASE("sources carry their labels, and aliases only with a reason") {
  Told told = sample();
  Document document = suggestions(told.text, told.detection);
  const Source* lunt = nullptr;
  for (const SourcePtr& source : document.sources)
    if (source->name == "Ida Lunt") lunt = source.get();
  REQUIRE(lunt);
  CHECK(lunt->aliases.empty());  // "She" is no other way to write her name

  for (Entity& entity : told.detection.entities)
    if (entity.name == "Ida Lunt") entity.mentions.push_back({told.place(u"the dam"), because("same-words")});
  document = suggestions(told.text, told.detection);
  for (const SourcePtr& source : document.sources)
    if (source->name == "Ida Lunt") lunt = source.get();
  CHECK(lunt->aliases == std::vector{Alias{"the dam", "the same words", {}, because("same-words")}});
  CHECK(document.find_source(document.claims[0]->chain[0].source)->role == Role::relay);
}

TEST_CASE("what is hardly likely is not suggested") {
  for (float confidence : {0.39f, 0.41f}) {
    Told told(u"Lunt said that the dam was sound.");
    told.says({u"Lunt"}, {u"said"}, {u"the dam was sound"}, told.somebody("Lunt", SourceKind::business))
        .confidence = confidence;
    CHECK(suggestions(told.text, told.detection).claims.size() == (confidence < 0.4f ? 0 : 1));
  }
}

TEST_CASE("a check of numbers is a question on the claim that holds them, and not a person's") {
  Told told = sample();
  Document document = suggestions(told.text, told.detection);
  const Claim& cracks = claim_on(document, u"the dam has 12 cracks");
  REQUIRE(cracks.remarks.size() == 1);
  CHECK(cracks.remarks[0].question);
  CHECK(cracks.remarks[0].basis == Basis::text);
  CHECK(cracks.remarks[0].text == "6 + 6 = 12.");
  CHECK(cracks.remarks[0].creator == "test 1");
}

TEST_CASE("the same text gives the same ids") {
  Told one = sample(), two = sample();
  CHECK(write_claims(suggestions(one.text, one.detection), one.text) ==
        write_claims(suggestions(two.text, two.detection), two.text));
}

TEST_CASE("suggestions in steps of any size are the same, and no step is long") {
  Told told = sample();
  std::string whole = write_claims(suggestions(told.text, told.detection), told.text);
  constexpr uint64_t kLongest = 20;
  for (uint64_t work : {1u, 5u, 1000u}) {
    Document document;
    Steps steps = suggestions_in_steps(told.text, told.detection, document);
    while (!steps.done()) CHECK(steps.run(work) < work + kLongest);
    CHECK(write_claims(document, told.text) == whole);
  }
}

TEST_CASE("a view of one's own and an order stay in the clause around them") {
  Told told(u"Lunt said we expect rain to fall. Perez wrote that guards had threatened to dismiss them.");
  int lunt = told.somebody("Lunt", SourceKind::government);
  int perez = told.somebody("Perez", SourceKind::business);
  int guards = told.somebody("guards", SourceKind::business);
  told.says({u"Lunt"}, {u"said"}, {u"we expect rain to fall"}, lunt);
  Attribution& view = told.says({u"we"}, {u"expect"}, {u"rain to fall"}, lunt);
  view.statement = false;
  view.medium = Medium::thought;
  told.says({u"Perez"}, {u"wrote"}, {u"guards had threatened to dismiss them"}, perez);
  told.says({u"guards"}, {u"had threatened"}, {u"to dismiss them"}, guards);
  find_chains(told.text, told.tokens, told.detection);
  Document document = suggestions(told.text, told.detection);
  REQUIRE(document.claims.size() == 2);
  CHECK(chain(document, claim_on(document, u"we expect rain to fall")) == Strings{"Lunt/said/explicit"});
  CHECK(chain(document, claim_on(document, u"guards had threatened to dismiss them")) ==
        Strings{"Perez/wrote/explicit"});
}

TEST_CASE("whatever a detection holds, its suggestions can be saved, loaded and found at their places") {
  std::mt19937 random(7);
  auto upto = [&](size_t n) { return static_cast<uint32_t>(random() % (n + 1)); };
  const std::u16string pieces[] = {u"the dam ",  u"has 12 cracks",
                                   u". ",        u"“",
                                   u"”",         u"’s ",
                                   u"\n",        u"\n\n",
                                   u"😀",         u"e\u0301 ",
                                   u"and that ", u"; ",
                                   u"will ",     u"\xD83D",
                                   u" ",         u"$2,000 a month ",
                                   u"Ida ",      u", ",
                                   u"여행 "};
  for (int round = 0; round < 300; ++round) {
    std::u16string text;
    for (uint32_t n = upto(60); n > 0; --n) text += pieces[upto(std::size(pieces) - 1)];
    Told told(text);
    for (int e = 0; e < 3; ++e) told.somebody("S" + std::to_string(e), SourceKind::news_outlet);
    auto spans = [&] {
      std::vector<Range> out;
      for (uint32_t at = upto(20); at < text.size() && out.size() < 3; at += 1 + upto(20)) {
        uint32_t end = std::min(at + 1 + upto(40), static_cast<uint32_t>(text.size()));
        out.push_back({at, end});
        at = end;
      }
      return out;
    };
    for (uint32_t n = upto(8); n > 0; --n) {
      Attribution a;
      if (upto(3)) a.source = spans();
      if (upto(3)) a.cue = spans();
      a.content = spans();
      a.entity = static_cast<int>(upto(3)) - 1;
      a.relay = static_cast<int>(upto(3)) - 1;
      a.confidence = static_cast<float>(upto(100)) / 100;
      a.directness = upto(1) ? Directness::direct : Directness::indirect;
      told.detection.attributions.push_back(std::move(a));
    }
    find_chains(told.text, told.tokens, told.detection);
    find_number_checks(told.text, told.tokens, told.detection);
    check_document(text, suggestions(text, told.detection));
  }
}

TEST_CASE("suggestions of nothing") {
  CHECK(suggestions(u"", Detection{}).claims.empty());
  Detection unknown;
  unknown.language = "xx";
  CHECK(suggestions(u"It rained.", unknown).claims.empty());
}
