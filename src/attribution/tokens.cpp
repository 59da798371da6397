#include "attribution/tokens.h"

#include <algorithm>
#include <array>

#include "attribution/quotations.h"
#include "text/letters.h"

namespace who_says {
namespace {

// ---- tokens

bool is_letter(char16_t c) { return is_word_unit(c) && !is_digit(c) && c != '_'; }
bool is_letter_or_digit(char16_t c) { return is_word_unit(c) && c != '_'; }
bool is_apostrophe(char16_t c) { return c == '\'' || c == 0x2019; }
bool is_joining(char16_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == '&'; }

/// Written with a full stop that ends no sentence.
constexpr std::array<std::u16string_view, 52> kAbbreviations = {
    u"Mr",  u"Mrs", u"Ms",   u"Dr",  u"Sen",  u"Rep",  u"Gov",  u"Gen",  u"Jr",     u"Sr",   u"St",
    u"Lt",  u"Col", u"Sgt",  u"Rev", u"Prof", u"Hon",  u"Adm",  u"Capt", u"Cmdr",   u"Maj",  u"No",
    u"vs",  u"Inc", u"Corp", u"Co",  u"Ltd",  u"Jan",  u"Feb",  u"Mar",  u"Apr",    u"Jun",  u"Jul",
    u"Aug", u"Sep", u"Sept", u"Oct", u"Nov",  u"Dec",  u"Sens", u"Reps", u"Messrs", u"Supt", u"Pres",
    u"Del", u"Det", u"Insp", u"Cpl", u"Atty", u"Asst", u"Mme",  u"Mt"};

/// What stands behind an apostrophe and is a token of its own with it.
constexpr std::array<std::u16string_view, 6> kClitics = {u"s", u"re", u"ve", u"ll", u"d", u"m"};

/// One line of the text, cut from left to right.
class Line {
 public:
  explicit Line(std::u16string_view line) : line_(line) {}

  /// End of the token that begins at `at`, which is no white space.
  uint32_t token_end(uint32_t at) const {
    char16_t c = line_[at];
    if (is_digit(c) || ((c == '$' || c == 0x20AC || c == 0xA3) && is_digit(unit(at + 1))))
      return number_end(c < '0' || c > '9' ? at + 1 : at);
    if ((c == '@' || c == '#') && is_word_unit(unit(at + 1))) return run_end(at + 1, is_word_unit);
    if (is_apostrophe(c)) return std::max(at + 1, clitic_end(at));
    if (!is_word_unit(c)) return mark_end(at);
    if (uint32_t end = dotted_end(at)) return end;
    if (line_.substr(at, 7) == u"http://" || line_.substr(at, 8) == u"https://") return address_end(at);
    return word_end(at);
  }

 private:
  char16_t unit(uint32_t at) const { return at < line_.size() ? line_[at] : u'\0'; }
  template <class Is>
  uint32_t run_end(uint32_t at, Is is) const {
    while (at < line_.size() && is(line_[at])) ++at;
    return at;
  }

  uint32_t number_end(uint32_t at) const {
    at = run_end(at, is_digit);
    while ((unit(at) == '.' || unit(at) == ',' || unit(at) == ':') && is_digit(unit(at + 1)))
      at = run_end(at + 1, is_digit);
    uint32_t letters = run_end(at, is_letter);
    std::u16string_view ending = line_.substr(at, letters - at);
    for (std::u16string_view known : {u"st", u"nd", u"rd", u"th", u"s", u"m", u"bn", u"k", u"K"})
      if (ending == known) at = letters;
    return unit(at) == '%' ? at + 1 : at;
  }

  /// "'s" and its like; 0 when it is none.
  uint32_t clitic_end(uint32_t apostrophe) const {
    if (!is_apostrophe(unit(apostrophe))) return 0;
    uint32_t end = run_end(apostrophe + 1, is_word_unit);
    std::u16string_view word = line_.substr(apostrophe + 1, end - apostrophe - 1);
    return std::find(kClitics.begin(), kClitics.end(), word) != kClitics.end() ? end : 0;
  }

  /// "U.S.", "a.m.", "Sen.", the "J." of a name; 0 when it is none.
  uint32_t dotted_end(uint32_t at) const {
    uint32_t end = at;
    while (is_letter(unit(end)) && unit(end + 1) == '.') end += 2;
    if (end > at + 2 && !is_letter(unit(end))) return end;
    if (end == at + 2 && is_upper(line_[at]) && line_[at] != 'I' && is_space(unit(end)) &&
        is_upper(unit(end + 1)))
      return end;
    uint32_t stop = run_end(at, is_letter);
    if (unit(stop) != '.' || !(is_space(unit(stop + 1)) || stop + 1 == line_.size())) return 0;
    std::u16string_view word = line_.substr(at, stop - at);
    if (std::find(kAbbreviations.begin(), kAbbreviations.end(), word) == kAbbreviations.end()) return 0;
    if (stop + 1 == line_.size()) return 0;
    // "No." and "Co." are abbreviations only before what they abbreviate for.
    if (word == u"No" && !is_digit(unit(stop + 2))) return 0;
    return stop + 1;
  }

  /// A web address up to white space, without the punctuation that ends its sentence.
  uint32_t address_end(uint32_t at) const {
    uint32_t end = run_end(at, [](char16_t c) { return !is_space(c); });
    while (end > at + 8 && !is_word_unit(line_[end - 1]) && line_[end - 1] != '/') --end;
    return end;
  }

  /// Letters and digits, joined by hyphens; "don't" whole, "Trump's" without its clitic, "O'Neil" whole.
  uint32_t word_end(uint32_t at) const {
    char16_t c = line_[at];
    bool prefix = (c == 'O' || c == 'D') && is_apostrophe(unit(at + 1)) && is_upper(unit(at + 2));
    if (c == '_') return run_end(at, [](char16_t x) { return x == '_'; });
    uint32_t end = run_end(prefix ? at + 2 : at, is_letter_or_digit);
    if (is_apostrophe(unit(end)) && unit(end + 1) == 't' && !is_word_unit(unit(end + 2)) && end > at + 1 &&
        lower(line_[end - 1]) == 'n')
      return end + 2;
    while (is_joining(unit(end)) && is_letter_or_digit(unit(end + 1)))
      end = run_end(end + 1, is_letter_or_digit);
    return end;
  }

  /// A run of dots or hyphens, else one character with what extends it.
  uint32_t mark_end(uint32_t at) const {
    char16_t c = line_[at];
    uint32_t same = run_end(at, [c](char16_t x) { return x == c; });
    if ((c == '.' && same - at >= 3) || (c == '-' && same - at >= 2)) return same;
    return run_end(at + 1, is_extending);
  }

  std::u16string_view line_;
};

// ---- sentences

bool ends_sentence(std::u16string_view token) {
  return std::all_of(token.begin(), token.end(),
                     [](char16_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; });
}

/// Words with a capital that begin sentences and no name: after "U.S." they tell that a sentence ended there.
constexpr std::array<std::u16string_view, 24> kStarters = {
    u"The",  u"He", u"She", u"It", u"They", u"We",    u"But",   u"And",   u"In",    u"On",    u"At",  u"This",
    u"That", u"An", u"If",  u"As", u"When", u"While", u"There", u"These", u"Those", u"After", u"His", u"Her"};

bool starts_sentence(std::u16string_view token) {
  char16_t c = token[0];
  return is_upper(c) || is_digit(c) || is_opening_mark(c) || c == '"' || c == '\'' || c == '(' || c == '[' ||
         c == 0x2013 || c == 0x2014 || c == '-' || c == '@' || c == '#' || c == '$' || c == 0x2022;
}

/// Numbers the sentences of the tokens [first, end) of one paragraph.
void part_sentences(std::u16string_view text, uint32_t first, Tokens& tokens) {
  std::vector<Token>& all = tokens.all;
  uint32_t end = static_cast<uint32_t>(all.size());
  uint32_t begin = first;
  for (uint32_t at = first; at < end;) {
    std::u16string_view word = token_text(text, all[at]);
    bool stop = ends_sentence(word);
    bool dotted = !stop && word.size() > 2 && word.back() == '.';
    ++at;
    if (!stop && !dotted) continue;
    while (at < end) {
      char16_t c = text[all[at].range.begin];
      bool attached = all[at].range.begin == all[at - 1].range.end;
      if (!(all[at].range.size() == 1 && (c == 0x201D || c == 0xBB || c == ')' || c == ']' ||
                                          (attached && (c == '"' || c == 0x2019 || c == '\'')))))
        break;
      ++at;
    }
    if (at == end) break;
    std::u16string_view next = token_text(text, all[at]);
    bool starts = dotted ? std::find(kStarters.begin(), kStarters.end(), next) != kStarters.end()
                         : starts_sentence(next);
    if (!starts) continue;
    tokens.sentences.push_back({begin, at});
    begin = at;
  }
  if (begin < end) tokens.sentences.push_back({begin, end});
}

}  // namespace

Tokens tokenise(std::u16string_view text) {
  Tokens tokens;
  tokens.all.reserve(text.size() / 5);
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find(u'\n', begin), text.size());
    Line line(text.substr(begin, end - begin));
    uint32_t first = static_cast<uint32_t>(tokens.all.size());
    uint32_t paragraph = static_cast<uint32_t>(tokens.paragraphs.size());
    for (uint32_t at = 0; at < end - begin;) {
      if (is_space(text[begin + at])) {
        ++at;
        continue;
      }
      uint32_t next = line.token_end(at);
      uint32_t offset = static_cast<uint32_t>(begin);
      tokens.all.push_back({{offset + at, offset + next}, paragraph, 0, Quote::outside});
      at = next;
    }
    uint32_t count = static_cast<uint32_t>(tokens.all.size());
    if (count > first) {
      tokens.paragraphs.push_back({first, count});
      part_sentences(text, first, tokens);
    }
    begin = end + 1;
  }
  for (uint32_t sentence = 0; sentence < tokens.sentences.size(); ++sentence)
    for (uint32_t at = tokens.sentences[sentence].begin; at < tokens.sentences[sentence].end; ++at)
      tokens.all[at].sentence = sentence;
  mark_quotes(text, tokens);
  return tokens;
}

}  // namespace who_says
