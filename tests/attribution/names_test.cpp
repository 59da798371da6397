#include "attribution/names.h"

#include <doctest/doctest.h>

#include "attribution/spelling.h"
#include "text/utf.h"

using namespace who_says;

namespace {

/// The name that begins with the first word of a text, and what it stands for.
struct Name {
  std::u16string text;
  Tokens tokens;
  SourceText source;
  uint32_t end;

  explicit Name(const char* utf8)
      : text(to_utf16(utf8)),
        tokens(tokenise(text)),
        source(text, tokens, *Lexicon::of("en"), *Gazetteer::of("en")),
        end(name_end(source, 0, source.size())) {}
  std::string words() const { return to_utf8(source.plain({0, end})); }
  NameSort sort(bool after_article = false) const { return sort_of_name(source, {0, end}, after_article); }
};

}  // namespace

TEST_CASE("names: where a name ends") {
  CHECK(Name("Ministry of Health and Welfare said").words() == "Ministry of Health and Welfare");
  CHECK(Name("Institute for National Security Strategy (INSS) said").words() ==
        "Institute for National Security Strategy");
  CHECK(Name("Ursula von der Leyen said").words() == "Ursula von der Leyen");
  CHECK(Name("Bashar al-Assad said").words() == "Bashar al-Assad");
  CHECK(Name("Parrish & Lund said").words() == "Parrish & Lund");
  CHECK(Name("Writers' Union members").words() == "Writers' Union");
  CHECK(Name("South Korea's National Intelligence Service").words() == "South Korea");
  CHECK(Name("Paul Ryan of Wisconsin").words() == "Paul Ryan");
  CHECK(Name("Human Rights Watch on Tuesday").words() == "Human Rights Watch");
  CHECK(Name("Fjellbryg A/S said").words() == "Fjellbryg A/S");
  CHECK(Name("@some_user wrote").words() == "@some_user");
  CHECK(Name("The ministry said").words() == "");
  CHECK(Name("But Smith said").words() == "");
}

TEST_CASE("names: person, body or state") {
  CHECK(Name("Marta Oyelowo-Lis").sort() == NameSort::person);
  CHECK(Name("Wendle County Council").sort() == NameSort::body);
  CHECK(Name("Haddon Courier").sort() == NameSort::body);
  CHECK(Name("Charlotte Church").sort() == NameSort::person);
  CHECK(Name("France").sort() == NameSort::state);
  CHECK(Name("Kursor").sort() == NameSort::unknown);
  CHECK(Name("Kursor").sort(true) == NameSort::body);
  CHECK(Name("NATO").sort() == NameSort::body);
  CHECK(Name("Election Day").sort() == NameSort::body);
  CHECK(Name("Rails and Sleepers").end == 1);  // no body's word: two names
}

TEST_CASE("names: spelling variants are near, but not two people") {
  CHECK(is_spelling_variant(u"wi son lak", u"wi song lak"));
  CHECK(is_spelling_variant(u"yevgen stodolia", u"yevhen stodolya"));
  CHECK(is_spelling_variant(u"volodymyr zelenskyy", u"volodymyr zelensky"));
  CHECK_FALSE(is_spelling_variant(u"john smith", u"john smith"));
  CHECK_FALSE(is_spelling_variant(u"jane smith", u"jake smith"));
  CHECK_FALSE(is_spelling_variant(u"paul ryan", u"saul ryan"));
  CHECK_FALSE(is_spelling_variant(u"kim", u"lim"));
  CHECK_FALSE(is_spelling_variant(u"", u""));
}

TEST_CASE("names: distance agrees with the plain definition") {
  CHECK(name_distance(u"kitten", u"sitting", 5) == 3);
  CHECK(name_distance(u"Åkerlund", u"Akerlund", 2) == 0);
  CHECK(name_distance(u"Brânduș", u"Brandus", 2) == 0);
  CHECK(name_distance(u"abc", u"abcdefgh", 2) == 3);  // the limit and one
  CHECK(name_distance(u"", u"", 0) == 0);
}

TEST_CASE("names: acronyms") {
  CHECK(is_acronym_of(u"INSS", u"Institute for National Security Strategy"));
  CHECK(is_acronym_of(u"IfG", u"Institute for Government"));
  CHECK(is_acronym_of(u"U.N.", u"United Nations"));
  CHECK_FALSE(is_acronym_of(u"NIS", u"Institute for National Security Strategy"));
  CHECK_FALSE(is_acronym_of(u"U", u"United"));
}
