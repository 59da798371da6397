#include "classroom/reason.h"

#include <array>
#include <utility>

namespace who_says {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, kWhys> kSentences = {{
    {"open", "This was left open."},
    {"right", "This is right."},
    {"not-the-keys", "This is not what the key has."},
    {"counts-too", "This source counts as well."},
    {"same-group", "This is another source, of the same group of kinds."},
    {"somebody-else", "Somebody else says this."},
    {"nobody-named", "Nobody is named here."},
    {"kind-right", "The kind is right."},
    {"kind-near", "The kind is of the same group."},
    {"kind-other", "The kind is another."},
    {"office-right", "Former or current is right."},
    {"office-other", "Look again at former or current."},
    {"order-right", "The order is right."},
    {"order-partly", "{n} of {all} stand in the right order."},
    {"names-nobody", "Right: nobody is named."},
    {"names-nobody-too", "This one names nobody, too."},
    {"names-somebody", "This one does name somebody."},
    {"none-right", "Right: there is none."},
    {"set-right", "These are right."},
    {"set-partly", "Some are missing, or some are too many."},
    {"sentence-found", "You found this sentence."},
    {"sentence-missed", "This sentence holds a claim, too."},
    {"sentence-optional", "This sentence may be marked or left out."},
    {"sentence-extra", "No claim that was asked for is in this sentence."},
    {"claim-missed", "This claim is not marked."},
    {"two-claims", "This holds two claims: mark each of them for itself."},
    {"optional", "This may be marked or left out."},
    {"claim-found", "You found this claim."},
    {"claim-partly", "You found a part of it: {n} % of the words are the same, and half of them are enough."},
    {"piece", "This is a piece of a claim, or a second mark of one; it does no harm."},
    {"not-asked", "This is not what was asked for."},
    {"lost", "These words do not stand in the article that the key is for; they are not counted."},
}};

}  // namespace

std::string_view why_word(Why why) { return kSentences[static_cast<size_t>(why)].first; }
std::string_view why_in_english(Why why) { return kSentences[static_cast<size_t>(why)].second; }

std::string in_english(const std::vector<Reason>& reasons) { return in_words(reasons, {}); }

std::string in_words(const std::vector<Reason>& reasons, const TableWords& words) {
  std::string out;
  for (const Reason& reason : reasons) {
    if (!out.empty()) out += ' ';
    std::string sentence =
        table_word(words, "why." + std::string(why_word(reason.why)), why_in_english(reason.why));
    for (auto [name, number] : {std::pair{"{n}", reason.n}, std::pair{"{all}", reason.all}})
      if (size_t at = sentence.find(name); at != std::string::npos)
        sentence.replace(at, std::string_view(name).size(), std::to_string(number));
    out += sentence;
  }
  return out;
}

}  // namespace who_says
