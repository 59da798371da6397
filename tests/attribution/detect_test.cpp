// The detector as a whole: in steps and at once, short texts and long ones.

#include "attribution/detect.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "attribution/pieces.h"
#include "text/utf.h"

using namespace who_says;

namespace {

const std::u16string kArticle =
    u"The old cranes could fail in any storm, engineer Ada Brandt said on Monday.\n"
    u"According to the port office, the work will cost nine million. \"Nobody told us,\" said Jon Vale, the "
    u"mayor of Lindow. He added that the town had no money.\n"
    u"It is assumed that the harbour will close for three weeks.\n";

std::u16string repeated(std::u16string_view part, size_t size) {
  std::u16string out;
  out.reserve(size + part.size());
  while (out.size() < size) out += part;
  return out;
}

Detection in_steps(std::u16string_view text, uint32_t work, size_t* steps = nullptr) {
  Detector detector(text, "en", nullptr);
  float last = 0;
  for (size_t n = 0; !detector.done(); ++n) {
    detector.step(work);
    CHECK(detector.progress() >= last);
    CHECK(detector.progress() <= 1);
    last = detector.progress();
    if (steps) *steps = n + 1;
  }
  return detector.take();
}

auto spans(const Attribution& one) { return std::tie(one.source, one.cue, one.content); }

void check_same(const Detection& a, const Detection& b) {
  REQUIRE(a.attributions.size() == b.attributions.size());
  for (size_t i = 0; i < a.attributions.size(); ++i) {
    CHECK(spans(a.attributions[i]) == spans(b.attributions[i]));
    CHECK(a.attributions[i].entity == b.attributions[i].entity);
    CHECK(a.attributions[i].nested_in == b.attributions[i].nested_in);
  }
  CHECK(a.entities.size() == b.entities.size());
  CHECK(a.unattributed.size() == b.unattributed.size());
  CHECK(a.checks.size() == b.checks.size());
}

}  // namespace

TEST_CASE("what is found does not depend on the steps") {
  Detection all = detect(kArticle, "en", nullptr);
  CHECK(all.language == "en");
  CHECK(all.language_known);
  CHECK(all.rules_only);
  CHECK(all.engine == engine_version(nullptr));
  CHECK(all.attributions.size() >= 4);
  size_t steps = 0;
  check_same(in_steps(kArticle, 1, &steps), all);
  CHECK(steps > 5);
  check_same(in_steps(kArticle, 1000000, &steps), all);
  CHECK(steps == 1);
}

TEST_CASE("tags of a language are read by their first part; one without a lexicon finds nothing") {
  CHECK(detect(kArticle, "en-GB", nullptr).language == "en");
  CHECK(detect(kArticle, "EN_us", nullptr).attributions.size() >= 4);
  Detection none = detect(kArticle, "fi", nullptr);
  CHECK(none.language == "fi");
  CHECK_FALSE(none.language_known);
  CHECK(none.attributions.empty());
  CHECK(none.unattributed.empty());
}

TEST_CASE("texts without words") {
  for (std::u16string text : {u"", u" ", u"\n\n\n", u"\"", u"—", u"\xD800", u"1"}) {
    Detection found = detect(text, "en", nullptr);
    CHECK(found.attributions.empty());
    CHECK(found.entities.empty());
  }
  Detector empty({}, "", nullptr);
  while (!empty.done()) empty.step(1);
  CHECK(empty.done());
  CHECK(empty.progress() == 1);
}

TEST_CASE("a long text goes piece by piece and gives what its parts give") {
  std::u16string text = repeated(kArticle, 100000);
  size_t copies = text.size() / kArticle.size();
  size_t steps = 0;
  Detection found = in_steps(text, 50, &steps);
  CHECK(found.attributions.size() == copies * detect(kArticle, "en", nullptr).attributions.size());
  CHECK(steps > 20);
  uint32_t last = 0;
  for (const Attribution& one : found.attributions) {
    uint32_t first = one.content.at(0).begin;
    for (const auto* role : {&one.source, &one.cue})
      if (!role->empty()) first = std::min(first, role->front().begin);
    CHECK(first >= last);
    last = first;
  }
}

TEST_CASE("pieces end where a line does, but not within a quotation") {
  std::u16string line = repeated(u"The port will close. ", 5000) + u"\n";
  std::u16string text = repeated(line, 40000);
  size_t end = piece_end(text, 0);
  CHECK(end >= 8000);
  CHECK(end <= 16000);
  CHECK(text[end - 1] == u'\n');
  CHECK(piece_end(text.substr(0, 16000), 0) == 16000);
  // The next paragraph opens with a mark: the quotation may go on.
  std::u16string quoting = text;
  quoting[end] = u'“';
  CHECK(piece_end(quoting, 0) == end + line.size());
  // One line without end: a sentence, a word, a character.
  CHECK(repeated(u"The port will close. ",
                 90000)[piece_end(repeated(u"The port will close. ", 90000), 0) - 2] == u'.');
  CHECK(repeated(u"port ", 90000)[piece_end(repeated(u"port ", 90000), 0) - 1] == u' ');
  std::u16string ships = repeated(u"\U0001F6A2", 90000);
  CHECK(piece_end(ships, 0) % 2 == 0);
}

TEST_CASE("the tokens of pieces are those of the whole text") {
  std::u16string text = repeated(kArticle, 70000);
  Tokens whole = tokenise(text), parts;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = piece_end(text, begin);
    append(parts, tokens_of_piece(text, {uint32_t(begin), uint32_t(end)}));
    begin = end;
  }
  Tokens second = tokens_of_paragraphs(whole, {3, 6}), alone = tokenise(kArticle);
  CHECK(second.all.size() == alone.all.size());
  CHECK(second.sentences == alone.sentences);
  CHECK(second.paragraphs == alone.paragraphs);
  CHECK(second.all.back().paragraph == alone.all.back().paragraph);
  REQUIRE(parts.all.size() == whole.all.size());
  CHECK(parts.paragraphs == whole.paragraphs);
  CHECK(parts.sentences == whole.sentences);
  bool same = true;
  for (size_t i = 0; i < whole.all.size(); ++i) {
    const Token &a = parts.all[i], &b = whole.all[i];
    same = same && a.range == b.range && a.paragraph == b.paragraph && a.sentence == b.sentence &&
           a.quote == b.quote;
  }
  CHECK(same);
}

TEST_CASE("a piece of an article is worked through a sentence or so at a time") {
  std::u16string text = repeated(kArticle, 60000);
  size_t pieces = 0;
  for (size_t begin = 0; begin < text.size(); begin = piece_end(text, begin)) ++pieces;
  Detector detector(text, "en", nullptr);
  size_t steps = 0, uncut = 0;
  while (!detector.done()) {
    ++steps;
    uncut += detector.step(20) > 60;
  }
  // Cutting a piece into tokens, and looking for its numbers.
  CHECK(uncut <= 2 * pieces);
  CHECK(steps > 40 * pieces);
}

TEST_CASE("no step is long, and their number grows with the length, whatever the text is made of") {
  // Work of the largest piece in one stage, which no step parts.
  constexpr uint64_t kLongest = 16000 / 4 + 1;
  const std::map<const char*, std::u16string_view> parts = {
      {"an article", kArticle},
      {"cues", u"said "},
      {"frames", u"he said that "},
      {"quotation marks", u"\""},
      {"opening marks", u"“"},
      {"quotations without end", u"“Yes, he said. "},
      {"names", u"Ada Brandt of the Port Office "},
      {"sentences of names", u"Ada Brandt said no. "},
      {"other names", u"Brandt Vale Ode Ira Moss Tarn "},
      {"pronouns", u"He said he said it. "},
      {"numbers", u"10,000 at $2,000 a month "},
      {"brackets", u"( "},
      {"commas", u", "},
      {"full stops", u". "},
      {"line breaks", u"a\n"},
      {"one word", u"a"},
      {"apostrophes", u"'s "},
      {"hyphens", u"a-"},
      {"surrogates", u"\U0001F6A2"},
      {"agentless", u"It is assumed that it is assumed that "},
      {"according to", u"according to "},
      {"colons", u"Brandt: no "},
      {"blanket", u"The Herald writes about this. It rained.\n"},
  };
  auto units = [&](const std::u16string& text) {
    Detector detector(text, "en", nullptr);
    uint64_t all = 0;
    while (!detector.done()) {
      uint64_t did = detector.step(20);
      CHECK(did < 20 + kLongest);
      all += did;
    }
    return all;
  };
  units(u"a");  // lexicon and gazetteers are read once
  for (const auto& one : parts) {
    std::string name = one.first;  // Clang captures no structured binding
    const auto& part = one.second;
    CAPTURE(name);
    uint64_t small = units(repeated(part, 10000)), large = units(repeated(part, 40000));
    CHECK(large < 5 * small + 50);
  }
}
