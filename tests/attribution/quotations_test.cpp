#include "attribution/quotations.h"

#include <doctest/doctest.h>

#include <string>

using namespace who_says;

namespace {

/// The inner words of each quotation, with what it is: "speech: I know", "+" where it goes on.
std::vector<std::u16string> all(std::u16string_view text) {
  Tokens tokens = tokenise(text);
  std::vector<std::u16string> out;
  for (const Quotation& q : find_quotations(text, tokens, *Lexicon::of("en"))) {
    std::u16string words = q.use == QuoteUse::speech  ? u"speech: "
                           : q.use == QuoteUse::scare ? u"scare: "
                                                      : u"title: ";
    if (!q.inside.empty()) {
      uint32_t begin = tokens.all[q.inside.begin].range.begin;
      words += text.substr(begin, tokens.all[q.inside.end - 1].range.end - begin);
    }
    if (q.goes_on) words += u" +";
    out.push_back(words);
  }
  return out;
}
using List = std::vector<std::u16string>;

}  // namespace

TEST_CASE("marks of every style") {
  CHECK(all(u"“I know it,” he said.") == List{u"speech: I know it,"});
  CHECK(all(u"\"I know it,\" he said.") == List{u"speech: I know it,"});
  CHECK(all(u"‘I know it,’ he said.") == List{u"speech: I know it,"});
  CHECK(all(u"'I know it,' he said.") == List{u"speech: I know it,"});
  CHECK(all(u"''I know it,'' he said.") == List{u"speech: I know it,"});
  CHECK(all(u"«I know it», he said.") == List{u"speech: I know it"});
  CHECK(all(u"„I know it“, he said, „and I was there.“") ==
        List{u"speech: I know it", u"speech: and I was there."});
}

TEST_CASE("apostrophes are no marks") {
  CHECK(all(u"The voters' will isn't the members’ will, it's Jo O'Neil's.") == List{});
  CHECK(all(u"In the '90s and the ’80s they didn't.") == List{});
  CHECK(all(u"'The voters' will is clear,' he said.") == List{u"speech: The voters' will is clear,"});
  CHECK(all(u"‘The bank’s customers’ money was gone,’ she said.") ==
        List{u"speech: The bank’s customers’ money was gone,"});
}

TEST_CASE("quotations inside quotations belong to the outer one") {
  CHECK(all(u"“He told me ‘go home’ and I went,” she said.") ==
        List{u"speech: He told me ‘go home’ and I went,"});
  CHECK(all(u"'He said \"no\" to me, twice,' she said.") == List{u"speech: He said \"no\" to me, twice,"});
}

TEST_CASE("a quotation over paragraphs opens each of them and is closed once") {
  CHECK(all(u"“Nobody rang me at home.\n“I have asked again.” She left.\nNo more.") ==
        List{u"speech: Nobody rang me at home. +", u"speech: I have asked again."});
  CHECK(all(u"'A man read it. I was there.\n'I left my shoes.'\n") ==
        List{u"speech: A man read it. I was there. +", u"speech: I left my shoes."});
  // Not closed, and the next paragraph opens none: it ends with its paragraph.
  CHECK(all(u"“Nobody rang me at home.\nShe left.") == List{u"speech: Nobody rang me at home."});
}

TEST_CASE("scare quotes and titles") {
  CHECK(all(u"The so-called “ghost fleet” keeps sailing.") == List{u"scare: ghost fleet"});
  CHECK(all(u"The pageant “As They Said at Mill Lane” will go ahead.") ==
        List{u"title: As They Said at Mill Lane"});
  CHECK(all(u"He was asked. “No.” That was all.") == List{u"speech: No."});
  CHECK(all(u"“It is over,” she said.") == List{u"speech: It is over,"});
}

TEST_CASE("marks without end are read in order, none twice") {
  for (std::u16string_view mark : {u"\" ", u"' ", u"“", u"’ ", u"« a", u"'s’ b "}) {
    std::u16string text;
    while (text.size() < 40000) text += mark;
    Tokens tokens = tokenise(text);
    std::vector<Quotation> found = find_quotations(text, tokens, *Lexicon::of("en"));
    uint32_t last = 0;
    bool in_order = true;
    for (const Quotation& q : found) {
      if (q.marks.begin < last || q.marks.end > tokens.all.size() || q.inside.end > q.marks.end)
        in_order = false;
      last = q.marks.end;
    }
    CHECK(in_order);
  }
}
