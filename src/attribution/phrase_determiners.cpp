#include "attribution/phrase_determiners.h"

#include "attribution/word_list.h"

namespace who_says {
namespace {

constexpr WordList<15> kQuantifiers = {u"some", u"many",  u"most",    u"several", u"few",
                                       u"all",  u"other", u"various", u"no",      u"other",
                                       u"any",  u"each",  u"every",   u"both",    u"certain"};
constexpr WordList<14> kNumbers = {u"one",   u"two",  u"three", u"four",   u"five",     u"six",     u"seven",
                                   u"eight", u"nine", u"ten",   u"dozens", u"hundreds", u"another", u"half"};
constexpr WordList<4> kDemonstratives = {u"this", u"that", u"these", u"those"};
constexpr WordList<8> kPossessives = {u"my", u"your", u"his", u"her", u"its", u"our", u"their", u"whose"};

}  // namespace

bool is_possessive(std::u16string_view word) { return is_one(word, kPossessives); }

uint32_t read_determiners(const SourceText& text, uint32_t at, uint32_t end, Phrase& phrase) {
  for (; at < end; ++at) {
    std::u16string form = text.form(at);
    Determiner found = Determiner::none;
    if (form == u"a" || form == u"an") {
      found = Determiner::indefinite;
    } else if (is_possessive(form) ||
               (text.lexicon.language() != "en" && text.lexicon.in_class("possessive", form))) {
      found = Determiner::possessive;
      phrase.possessive = form;
    } else if (is_one(form, kDemonstratives)) {
      found = Determiner::demonstrative;
    } else if (is_one(form, kQuantifiers) &&
               !(form == u"no" && text.is_number(at + 1))) {  // "A No 10 source"
      found = Determiner::quantifier;
      phrase.quantifier = form;
    } else if (is_one(form, kNumbers) || (text.is_number(at) && at + 1 < end)) {
      found = Determiner::number;
      phrase.quantifier = form;
      // "one in eight parents": several
      if (at + 3 < end && text.words.is(at + 1, u"in") &&
          (is_one(text.form(at + 2), kNumbers) || text.is_number(at + 2))) {
        phrase.quantifier = text.form(at + 2);
        at += 2;
      }
    } else if (text.lexicon.in_class("article", form)) {
      found = Determiner::definite;
    } else {
      break;
    }
    // "the two officials": the first says more; "some" and "most" say more than "of the".
    if (phrase.determiner == Determiner::none) phrase.determiner = found;
  }
  return at;
}

}  // namespace who_says
