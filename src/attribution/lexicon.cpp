#include "attribution/lexicon.h"

#include <algorithm>

#include "attribution/steps.h"
#include "attribution/tables.h"
#include "text/letters.h"
#include "text/utf.h"

namespace who_says {
namespace {

constexpr std::string_view kEnglishCues =
#include "compiled_in/attribution/lexicon/en.tsv.inc"
    ;
constexpr std::string_view kSpanishCues =
#include "compiled_in/attribution/lexicon/es.tsv.inc"
    ;
constexpr std::string_view kGermanCues =
#include "compiled_in/attribution/lexicon/de.tsv.inc"
    ;
constexpr std::string_view kUkrainianCues =
#include "compiled_in/attribution/lexicon/uk.tsv.inc"
    ;

/// "claim| for" → stem "claim", rest "for". The bar is optional, the rest may be empty.
struct Lemma {
  explicit Lemma(std::string_view column) {
    size_t space = std::min(column.find(' '), column.size());
    std::string_view head = column.substr(0, space);
    if (space < column.size()) rest = column.substr(space + 1);
    size_t bar = head.find('|');
    stem = head.substr(0, std::min(bar, head.size()));
    whole = stem;
    if (bar < head.size()) whole += head.substr(bar + 1);
  }
  std::string_view stem;
  std::string whole;  ///< the first word
  std::string_view rest;
};

std::string form_of(std::string_view pattern, std::string_view stem) {
  std::string form;
  for (char c : pattern)
    if (c == '~')
      form += stem;
    else
      form += c;
  return form;
}

std::optional<CueKind> parse_kind(std::string_view word) {
  if (word == "verb") return CueKind::verb;
  if (word == "noun") return CueKind::noun;
  if (word == "adjective") return CueKind::adjective;
  if (word == "adverb") return CueKind::adverb;
  if (word == "preposition") return CueKind::preposition;
  if (word == "agentless") return CueKind::agentless;
  return std::nullopt;
}

std::optional<uint16_t> parse_frames(std::string_view letters) {
  constexpr std::string_view kLetters = "tqniorpf";
  uint16_t frames = 0;
  for (char c : letters) {
    if (c == '-') continue;
    size_t at = kLetters.find(c);
    if (at == std::string_view::npos) return std::nullopt;
    frames = static_cast<uint16_t>(frames | (1u << at));
  }
  return frames;
}

/// English forms stand in the order base, third person, past, (participle,) gerund.
Inflection inflection_of(size_t at, size_t count) {
  if (at == 0) return Inflection::base;
  if (at == 1) return Inflection::third;
  return at + 1 == count ? Inflection::gerund : Inflection::past;
}

float strength_of(const std::vector<std::string_view>& numbers, size_t form, size_t forms) {
  if (numbers.empty()) return 1;
  // Fewer numbers than forms: the last belongs to the last form.
  size_t at = std::min(form, numbers.size() - 1);
  if (form + 1 < forms && at + 1 == numbers.size() && numbers.size() > 2) --at;
  int whole = 0;
  for (char c : numbers[at])
    if (c >= '0' && c <= '9') whole = std::min(whole * 10 + (c - '0'), 100);
  return static_cast<float>(whole) / 100;
}

}  // namespace

std::u16string lexicon_form(std::u16string_view word) {
  std::u16string out(word);
  for (char16_t& c : out) c = c == 0x2019 || c == 0x02BC ? u'\'' : lower(c);
  return out;
}

/// Reads a lexicon line by line.
class LexiconReader {
 public:
  LexiconReader(std::string_view language, std::string_view tsv) : tsv_(tsv) { out.language_ = language; }

  void add_to(Steps& steps) {
    each_line(steps, tsv_, [this](std::string_view line) { read(line); });
    steps.once([this] {
      for (auto& [first, phrases] : out.phrases_)
        std::stable_sort(
            phrases.begin(), phrases.end(),
            [](const Lexicon::Phrase& a, const Lexicon::Phrase& b) { return a.rest.size() > b.rest.size(); });
    });
  }

  Lexicon out;
  uint32_t refused = 0;

 private:
  void read(std::string_view line) {
    std::vector<std::string_view> columns = split(line, '\t');
    bool good = false;
    if (columns.size() == 3 && columns[0] == "paradigm") {
      paradigms_.emplace(columns[1], columns[2]);
      good = true;
    } else if (columns.size() == 3 && columns[0] == "class") {
      good = add_class(columns[1], columns[2]);
    } else if (columns.size() == 8) {
      good = add_cue(columns);
    }
    refused += !good;
  }
  bool add_class(std::string_view name, std::string_view words) {
    auto known = std::find(out.class_names_.begin(), out.class_names_.end(), name);
    if (known == out.class_names_.end() && out.class_names_.size() == 64) return false;
    uint64_t bit = uint64_t{1} << (known - out.class_names_.begin());
    if (known == out.class_names_.end()) out.class_names_.emplace_back(name);
    for (std::string_view word : split(words, ' ')) out.classes_[lexicon_form(to_utf16(word))] |= bit;
    return true;
  }
  bool add_cue(const std::vector<std::string_view>& columns) {
    std::optional<CueKind> kind = parse_kind(columns[0]);
    if (!kind || columns.size() != 8) return false;
    std::optional<CueClass> cue_class = parse_word<CueClass>(columns[3]);
    std::optional<Medium> medium = parse_word<Medium>(columns[4]);
    std::optional<uint16_t> frames = parse_frames(columns[6]);
    bool statement = columns[5] == "statement";
    if (!cue_class || !medium || !frames || (!statement && columns[5] != "belief")) return false;
    Lemma lemma(columns[1]);
    auto paradigm = paradigms_.find(std::string(columns[2]));
    std::vector<std::string_view> patterns =
        split(paradigm == paradigms_.end() ? columns[2] : std::string_view(paradigm->second), ' ');
    std::vector<std::string_view> numbers = split(columns[7], ' ');
    std::string whole = lemma.whole;
    if (!lemma.rest.empty()) whole.append(" ").append(lemma.rest);
    CueEntry entry{to_utf16(whole),   *kind,   *cue_class, *medium, statement, false,
                   Inflection::other, *frames, 1};
    entry.hearsay_adverb = *kind == CueKind::adverb;
    for (size_t at = 0; at < patterns.size(); ++at) {
      if (*kind == CueKind::verb && patterns.size() > 1)
        entry.inflection = inflection_of(at, patterns.size());
      entry.strength = strength_of(numbers, at, patterns.size());
      std::u16string form = lexicon_form(to_utf16(form_of(patterns[at], lemma.stem)));
      if (lemma.rest.empty()) {
        (*kind == CueKind::noun ? out.nouns_ : out.cues_).emplace(form, entry);
        continue;
      }
      Lexicon::Phrase phrase;
      for (std::string_view word : split(lemma.rest, ' '))
        phrase.rest.push_back(lexicon_form(to_utf16(word)));
      phrase.entry = entry;
      out.phrases_[form].push_back(std::move(phrase));
    }
    return true;
  }

  std::string_view tsv_;
  std::unordered_map<std::string, std::string> paradigms_;
};

namespace {

/// A lexicon that is compiled in, read when it is asked for.
struct Shelf {
  Shelf(std::string_view language, std::string_view tsv) : reader(language, tsv) {
    reader.add_to(reading.steps);
  }
  LexiconReader reader;
  SharedSteps reading;
};

Shelf* shelf_of(std::string_view language) {
  // Never destroyed: other threads may read until the end.
  static Shelf* const english = new Shelf("en", kEnglishCues);
  static Shelf* const spanish = new Shelf("es", kSpanishCues);
  static Shelf* const german = new Shelf("de", kGermanCues);
  static Shelf* const ukrainian = new Shelf("uk", kUkrainianCues);
  for (Shelf* shelf : {english, spanish, german, ukrainian})
    if (shelf->reader.out.language() == language) return shelf;
  return nullptr;
}

}  // namespace

Lexicon Lexicon::parse(std::string_view language, std::string_view tsv, uint32_t* bad) {
  LexiconReader reader(language, tsv);
  Steps steps;
  reader.add_to(steps);
  steps.finish();
  if (bad) *bad = reader.refused;
  return std::move(reader.out);
}

const Lexicon* Lexicon::of(std::string_view language) {
  Shelf* shelf = shelf_of(language);
  if (!shelf) return nullptr;
  shelf->reading.finish();
  return &shelf->reader.out;
}

uint64_t Lexicon::prepare(std::string_view language, uint64_t work) {
  Shelf* shelf = shelf_of(language);
  return shelf ? shelf->reading.run(work) : 0;
}

const CueEntry* Lexicon::cue(std::u16string_view word) const {
  const CueEntry* found = find(cues_, word);
  return found ? found : noun(word);
}

const CueEntry* Lexicon::noun(std::u16string_view word) const { return find(nouns_, word); }

const std::vector<Lexicon::Phrase>* Lexicon::phrases(std::u16string_view first_word) const {
  return find(phrases_, first_word);
}

uint64_t Lexicon::class_bit(std::string_view word_class) const {
  auto known = std::find(class_names_.begin(), class_names_.end(), word_class);
  return known == class_names_.end() ? 0 : uint64_t{1} << (known - class_names_.begin());
}

uint64_t Lexicon::classes(std::u16string_view word) const {
  const uint64_t* found = find(classes_, word);
  return found ? *found : 0;
}

bool Lexicon::in_class(std::string_view word_class, std::u16string_view word) const {
  uint64_t all = classes(word);
  return all != 0 && (all & class_bit(word_class)) != 0;  // most words have none
}

}  // namespace who_says
