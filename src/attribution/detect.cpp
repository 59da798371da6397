#include "attribution/detect.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "attribution/blanket.h"
#include "attribution/gazetteer.h"
#include "attribution/joined.h"
#include "attribution/language.h"
#include "attribution/lexicon.h"
#include "attribution/merge.h"
#include "attribution/nested.h"
#include "attribution/network.h"
#include "attribution/pieces.h"
#include "attribution/rules.h"
#include "attribution/rules_words.h"
#include "attribution/stages.h"
#include "attribution/tokens.h"

namespace who_says {
namespace {

// What a stage costs, in units of work. Measured: tests/bench/attribution.md.
constexpr uint32_t kIdentifyWork = 5;
constexpr uint32_t kTokensAUnit = 12;  // tokens through a stage without the network

/// The primary tag in lower case: "en-GB" → "en".
std::string primary_tag(std::string_view tag) {
  std::string out(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
  return out;
}

// Stages from `cut` to `keep` are gone through for each piece of the text, `unattributed` too.
enum class Stage {
  identify,
  prepare,
  cut,
  network,
  rules,
  label,
  numbers,
  keep,
  blanket,
  sources,
  chains,
  unattributed,
  done
};

}  // namespace

struct Detector::State {
  std::u16string_view text;
  const Weights* weights = nullptr;
  const Lexicon* lexicon = nullptr;
  Stage stage = Stage::identify;
  size_t begin = 0, end = 0;  ///< of the piece at hand in the text
  Tokens piece;
  std::optional<Network> network;  ///< at work on the piece
  std::optional<RuleText> words;   ///< of the piece, as the rules read it
  std::vector<SpanAttribution> found, by_rules;
  std::vector<Attribution> labelled;
  Tokens tokens;                  ///< of all pieces so far
  std::vector<TokenSpan> pieces;  ///< the paragraphs of each
  size_t next_piece = 0;          ///< of Stage::unattributed
  Steps steps;                    ///< of the stage before `stage`
  Detection out;

  /// Does one thing, of about `work` units at most where it can be cut; says how many it was.
  uint32_t advance(uint32_t work);
  void identify();
  void cut();
  bool run_network(uint32_t work);
  void begin_rules();
  void begin_labels();
  void keep_labelled();
  void keep_piece();
  void begin_unattributed();
  uint32_t run_steps(uint32_t work);
};

void Detector::State::identify() {
  if (out.language.empty()) out.language = identify_language(text);
  out.language = primary_tag(out.language);
  if (out.language != "en") weights = nullptr;
  out.rules_only = weights == nullptr;
  out.engine = engine_version(weights);
}

void Detector::State::cut() {
  end = piece_end(text, begin);
  piece = tokens_of_piece(text, {uint32_t(begin), uint32_t(end)});
  if (weights) network.emplace(text, piece, *weights);
}

/// True when it is done.
bool Detector::State::run_network(uint32_t work) {
  network->step(work);
  if (!network->done()) return false;
  found = network->take();
  network.reset();
  return true;
}

void Detector::State::begin_rules() {
  steps = {};
  by_rules.clear();
  words.emplace(text, piece, *lexicon, steps);
  steps.append(rules_in_steps(*words, by_rules));
}

void Detector::State::begin_labels() {
  std::erase_if(found, [this](const SpanAttribution& one) {
    return one.source.size() == 1 && is_interview_letter(*words, one.source.front());
  });
  if (weights) part_joined(*words, by_rules, found);
  found = weights ? with_rules(std::move(found), std::move(by_rules), words->size()) : std::move(by_rules);
  steps = label_in_steps(*words, found, labelled);
  steps.append(nested_in_steps(text, piece, *lexicon, labelled, weights));
}

void Detector::State::keep_labelled() {
  words.reset();
  std::move(labelled.begin(), labelled.end(), std::back_inserter(out.attributions));
  labelled.clear();
  found.clear();
}

void Detector::State::keep_piece() {
  uint32_t first = uint32_t(tokens.paragraphs.size());
  append(tokens, piece);
  pieces.push_back({first, uint32_t(tokens.paragraphs.size())});
  begin = end;
}

void Detector::State::begin_unattributed() {
  piece = tokens_of_paragraphs(tokens, pieces[next_piece++]);
  steps = unattributed_in_steps(text, piece, *lexicon, out);
}

uint32_t Detector::State::run_steps(uint32_t work) {
  return uint32_t(steps.run(uint64_t(work) * kStepsAToken) / kStepsAToken) + 1;
}

uint32_t Detector::State::advance(uint32_t work) {
  if (!steps.done()) return run_steps(work);
  switch (stage) {
    case Stage::identify:
      identify();
      stage = Stage::prepare;
      return kIdentifyWork;
    case Stage::prepare: {
      uint64_t steps_of_all = uint64_t(work) * kStepsAToken;
      uint64_t did = Lexicon::prepare(out.language, steps_of_all);
      if (did == 0) did = Gazetteer::prepare(out.language, steps_of_all);
      if (did > 0) return uint32_t(did / kStepsAToken) + 1;
      lexicon = Lexicon::of(out.language);
      out.language_known = lexicon != nullptr;
      stage = lexicon && !text.empty() ? Stage::cut : Stage::done;
      return 1;
    }
    case Stage::cut:
      cut();
      stage = network ? Stage::network : Stage::rules;
      return uint32_t(piece.all.size()) / kTokensAUnit + 1;
    case Stage::network:
      if (run_network(work)) stage = Stage::rules;
      return work;
    case Stage::rules:
      begin_rules();
      stage = Stage::label;
      return 1;
    case Stage::label:
      begin_labels();
      stage = Stage::numbers;
      return 1;
    case Stage::numbers:
      keep_labelled();
      steps = number_checks_in_steps(text, piece, out);
      stage = Stage::keep;
      return 1;
    case Stage::keep:
      keep_piece();
      stage = begin < text.size() ? Stage::cut : Stage::blanket;
      return 1;
    case Stage::blanket:  // their sources are found with the others
      steps = blanket_in_steps(text, tokens, out.attributions);
      stage = Stage::sources;
      return 1;
    case Stage::sources:
      steps = sources_in_steps(text, tokens, *lexicon, out);
      stage = Stage::chains;
      return 1;
    case Stage::chains:
      steps = chains_in_steps(text, tokens, out);
      stage = Stage::unattributed;
      return 1;
    case Stage::unattributed:
      if (next_piece < pieces.size())
        begin_unattributed();
      else
        stage = Stage::done;
      return 1;
    case Stage::done:
      break;
  }
  return 1;
}

std::string engine_version(const Weights* weights) {
  return "who-says " WHO_SAYS_VERSION + (weights ? ", " + weights->version() : "");
}

Detector::Detector(std::u16string_view text, std::string_view language, const Weights* weights)
    : state_(std::make_unique<State>()) {
  state_->text = text;
  state_->weights = weights;
  state_->out.language = language;
}
Detector::~Detector() = default;

uint64_t Detector::step(uint32_t work) {
  uint64_t did = 0;
  while (did < work && !done()) did += state_->advance(uint32_t(work - did));
  return did;
}

bool Detector::done() const { return state_->stage == Stage::done; }

float Detector::progress() const {
  const State& state = *state_;
  if (done()) return 1;
  // What comes behind the pieces is short.
  constexpr float kPieces = 0.95f;
  if (state.stage >= Stage::blanket) return kPieces + 0.01f * float(int(state.stage) - int(Stage::blanket));
  float at = float(state.begin);
  if (state.network) at += state.network->progress() * float(state.end - state.begin);
  return state.text.empty() ? 0 : kPieces * at / float(state.text.size());
}

Detection Detector::take() { return std::move(state_->out); }

Detection detect(std::u16string_view text, std::string_view language, const Weights* weights) {
  Detector detector(text, language, weights);
  while (!detector.done()) detector.step(UINT32_MAX);
  return detector.take();
}

}  // namespace who_says
