#include "model/vocabulary.h"

#include <array>

namespace who_says {

// One line a set: its words in the order of the enumerators.
#define WHO_SAYS_WORDS(E, ...)                                \
  template <>                                                 \
  struct Words<E> {                                           \
    static constexpr std::string_view all[] = {__VA_ARGS__};  \
  };                                                          \
  template <>                                                 \
  std::string_view word(E value) {                            \
    return Words<E>::all[static_cast<size_t>(value)];         \
  }                                                           \
  template <>                                                 \
  std::optional<E> parse_word<E>(std::string_view text) {     \
    for (size_t i = 0; i < std::size(Words<E>::all); ++i)     \
      if (Words<E>::all[i] == text) return static_cast<E>(i); \
    return std::nullopt;                                      \
  }                                                           \
  template <>                                                 \
  std::string words_of<E>() {                                 \
    return joined(Words<E>::all, std::size(Words<E>::all));   \
  }

namespace {
std::string joined(const std::string_view* words, size_t n) {
  std::string out;
  for (size_t i = 0; i < n; ++i) (out += i ? ", " : "") += words[i];
  return out;
}
}  // namespace

WHO_SAYS_WORDS(SourceKind, "government", "intelligence-agency", "military", "law-justice",
               "legislator-politician", "diplomat", "international-organization", "think-tank", "academic",
               "ngo-advocacy", "business", "person-affected", "news-outlet", "social-media", "document",
               "data-statistics", "self", "unspecified")
WHO_SAYS_WORDS(KindGroup, "state", "expertise", "society", "media", "record", "self", "unspecified")
WHO_SAYS_WORDS(Form, "person", "group", "organization", "document", "state")
WHO_SAYS_WORDS(Office, "current", "former", "not-applicable", "unknown")
WHO_SAYS_WORDS(Naming, "named", "described", "generic", "none")
WHO_SAYS_WORDS(Role, "participant", "authority", "representative", "affected", "witness", "commentator",
               "relay", "unknown")
WHO_SAYS_WORDS(Scope, "explicit", "blanket", "agentless", "none")
WHO_SAYS_WORDS(ChainLink, "explicit", "carried", "blanket", "uncertain")
WHO_SAYS_WORDS(Directness, "direct", "mixed", "indirect", "free-indirect", "reported", "none")
WHO_SAYS_WORDS(Medium, "speech", "thought", "writing", "unknown")
WHO_SAYS_WORDS(CueClass, "neutral", "endorsing", "distancing", "emphatic", "attitude", "hearsay", "none")
WHO_SAYS_WORDS(Certainty, "certain", "probable", "possible", "conditional", "unknown")
WHO_SAYS_WORDS(Evidence, "none", "number", "document", "reasoning", "example", "eyewitness", "link")
WHO_SAYS_WORDS(ClaimType, "event", "quantity", "forecast", "judgement", "intention", "speech-report",
               "unspecified")
WHO_SAYS_WORDS(Status, "suggested", "confirmed", "reader")
WHO_SAYS_WORDS(AnchorState, "exact", "moved", "edited", "ambiguous", "gone")
WHO_SAYS_WORDS(Basis, "text", "outside-text")
WHO_SAYS_WORDS(TaskKind, "match", "classify", "spot", "chain", "highlight", "count", "swap-cue",
               "check-number", "rank", "compare")
WHO_SAYS_WORDS(Arithmetic, "holds", "does-not-hold", "cannot-tell")
WHO_SAYS_WORDS(Reported, "both", "first", "second")
WHO_SAYS_WORDS(Imvain, "independent", "multiple", "verified", "authoritative", "named")
WHO_SAYS_WORDS(Hue, "state", "intelligence", "expertise", "former", "media", "society", "record", "none")

KindGroup group_of(SourceKind kind) {
  switch (kind) {
    case SourceKind::government:
    case SourceKind::intelligence_agency:
    case SourceKind::military:
    case SourceKind::law_justice:
    case SourceKind::legislator_politician:
    case SourceKind::diplomat:
    case SourceKind::international_organization:
      return KindGroup::state;
    case SourceKind::think_tank:
    case SourceKind::academic:
      return KindGroup::expertise;
    case SourceKind::ngo_advocacy:
    case SourceKind::business:
    case SourceKind::person_affected:
      return KindGroup::society;
    case SourceKind::news_outlet:
    case SourceKind::social_media:
      return KindGroup::media;
    case SourceKind::document:
    case SourceKind::data_statistics:
      return KindGroup::record;
    case SourceKind::self:
      return KindGroup::self;
    case SourceKind::unspecified:
      break;
  }
  return KindGroup::unspecified;
}

Hue hue_of(SourceKind kind, Office office) {
  KindGroup group = group_of(kind);
  if (group == KindGroup::state && office == Office::former) return Hue::former;
  if (kind == SourceKind::intelligence_agency) return Hue::intelligence;
  switch (group) {
    case KindGroup::state:
      return Hue::state;
    case KindGroup::expertise:
      return Hue::expertise;
    case KindGroup::society:
      return Hue::society;
    case KindGroup::media:
    case KindGroup::self:
      return Hue::media;
    case KindGroup::record:
      return Hue::record;
    case KindGroup::unspecified:
      break;
  }
  return Hue::society;
}

}  // namespace who_says
