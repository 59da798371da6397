#include "attribution/tokens.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "text/utf.h"

using namespace who_says;

namespace {

/// The tokens in words: " " between tokens, " | " where a sentence begins, " ¶ " where a paragraph begins.
std::string shown(std::string_view utf8) {
  std::u16string text = to_utf16(utf8);
  Tokens tokens = tokenise(text);
  std::u16string out;
  for (uint32_t at = 0; at < tokens.all.size(); ++at) {
    const Token& token = tokens.all[at];
    if (at > 0 && tokens.all[at - 1].paragraph != token.paragraph)
      out += u" ¶ ";
    else if (at > 0 && tokens.all[at - 1].sentence != token.sentence)
      out += u" | ";
    else if (at > 0)
      out += u' ';
    out += token_text(text, token);
  }
  return to_utf8(out);
}

/// One character a token: '.' outside, '(' opens, '-' inside, ')' closes.
std::string quotes(std::string_view utf8) {
  std::string out;
  for (const Token& token : tokenise(to_utf16(utf8)).all) out += ".(-)"[static_cast<int>(token.quote)];
  return out;
}

}  // namespace

TEST_CASE("words, clitics, numbers and marks are tokens") {
  CHECK(shown("He didn't say so, did he?") == "He didn't say so , did he ?");
  CHECK(shown("Trump’s aide—O’Neil—won’t") == "Trump ’s aide — O’Neil — won’t");
  CHECK(shown("a $2.5bn, 3.5% and 1,000th plan") == "a $2.5bn , 3.5% and 1,000th plan");
  CHECK(shown("so-called AT&T well- known") == "so-called AT&T well - known");
  CHECK(shown("@who_says #claim https://a.example/b?c=1, wait... --") ==
        "@who_says #claim https://a.example/b?c=1 , wait ... | --");
  CHECK(shown("voters' will 'tis") == "voters ' will ' tis");
}

TEST_CASE("abbreviations and initials keep their full stop and end no sentence") {
  CHECK(shown("Sen. Ann J. Lee of the U.S. Senate left at 5 p.m. today.") ==
        "Sen. Ann J. Lee of the U.S. Senate left at 5 p.m. today .");
  CHECK(shown("He left the U.S. He came back.") == "He left the U.S. | He came back .");
  CHECK(shown("No. It was No. 5.") == "No . | It was No. 5 .");
}

TEST_CASE("sentences end at their marks, closing quotation marks included") {
  CHECK(shown("“Go.” “Why?” he said. (So it was.) 5 came") ==
        "“ Go . ” | “ Why ? ” he said . | ( So it was . ) | 5 came");
  CHECK(shown("\"Go.\" She went.") == "\" Go . \" | She went .");
  CHECK(shown("It cost 2.5. end") == "It cost 2.5 . end");
}

TEST_CASE("a paragraph is a line that holds a token") {
  CHECK(shown("One.\n\n \nTwo. Three\r\nFour") == "One . ¶ Two . | Three ¶ Four");
  Tokens tokens = tokenise(u"One.\n\nTwo. Three");
  CHECK(tokens.paragraphs == std::vector<TokenSpan>{{0, 2}, {2, 5}});
  CHECK(tokens.sentences == std::vector<TokenSpan>{{0, 2}, {2, 4}, {4, 5}});
  CHECK(tokenise(u"").all.empty());
  CHECK(tokenise(u" \n\n").paragraphs.empty());
}

TEST_CASE("quotation marks are followed, whatever their style") {
  CHECK(quotes("He said “go now” twice") == "..(--).");
  CHECK(quotes("He said \"go now\" twice") == "..(--).");
  CHECK(quotes("He said ‘go now’ twice") == "..(--).");
  CHECK(quotes("He said «go now» twice") == "..(--).");
  CHECK(quotes("“He said ‘go’ now”") == "(------)");
  CHECK(quotes("the voters’ will") == "....");
}

TEST_CASE("a quotation goes on in the next paragraph only when that opens again") {
  CHECK(quotes("“One.\n“Two.”\nThree") == "(--(--).");
  CHECK(quotes("\"One.\n\"Two.\"\nThree") == "(--(--).");
  CHECK(quotes("“One.\nTwo.") == "(--..");
}

TEST_CASE("any code units make ordered tokens that cover all but white space") {
  std::mt19937 random(4);
  const std::u16string units = u"aZ9 .,'’\"“”‘-—&$%@#_\n\r_:/htps\xD83D\xDE00\xDE00\x301é漢";
  for (int round = 0; round < 500; ++round) {
    std::u16string text;
    for (uint32_t i = random() % 80; i > 0; --i) text += units[random() % units.size()];
    Tokens tokens = tokenise(text);
    uint32_t at = 0;
    for (const Token& token : tokens.all) {
      REQUIRE(token.range.begin >= at);
      REQUIRE(!token.range.empty());
      for (; at < token.range.begin; ++at) REQUIRE((text[at] == ' ' || text[at] == '\n' || text[at] == '\r'));
      at = token.range.end;
      REQUIRE(at <= text.size());
      REQUIRE(tokens.sentences[token.sentence].contains(static_cast<uint32_t>(&token - tokens.all.data())));
      REQUIRE(tokens.paragraphs[token.paragraph].contains(static_cast<uint32_t>(&token - tokens.all.data())));
    }
  }
}
