#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/reason_parts.h"
#include "model/vocabulary.h"
#include "text/range.h"

namespace who_says {

/// How a quote is found again. Quote, prefix and suffix as in W3C TextQuoteSelector; position in UTF-16 code units (the codec
/// converts from and to code points), or absent.
struct Selector {
  std::u16string exact;
  std::u16string prefix;
  std::u16string suffix;
  std::optional<Range> position;
  std::string fragment{};    ///< hint: a text directive (":~:text=…") for the page's address; may be empty
  std::u16string heading{};  ///< hint: the heading it stands under; may be empty
  friend bool operator==(const Selector&, const Selector&) = default;
};

/// Members of a foreign JSON object that this project does not know, as compact JSON text of one object ("" = none). They are
/// written back on save.
using Foreign = std::string;

/// An alias joins a source only with a visible reason.
struct Alias {
  std::string name;
  std::string reason;
  Foreign foreign = {};
  ReasonParts reason_parts = {};  ///< as Claim::reason_parts
  friend bool operator==(const Alias&, const Alias&) = default;
};

/// Who is behind claims: an entity that one or more mentions of the article name.
struct Source {
  std::string id;  ///< unique in its file
  std::string name;
  std::vector<Alias> aliases;
  SourceKind kind = SourceKind::unspecified;
  std::string own_kind;  ///< id of a file's own kind whose parent is `kind`; else empty
  Form form = Form::person;
  Office office = Office::unknown;
  Naming naming = Naming::named;
  Role role = Role::unknown;
  std::string description;  ///< "former ambassador to Russia"
  std::string country;
  std::string organization;  ///< what it belongs to or speaks for
  std::string note;
  Foreign foreign;
  friend bool operator==(const Source&, const Source&) = default;
};

/// A kind that a file adds.
struct OwnKind {
  std::string id;
  std::string label;
  SourceKind parent = SourceKind::unspecified;
  Foreign foreign;
  friend bool operator==(const OwnKind&, const OwnKind&) = default;
};

/// One hop of a chain, from the article inwards: relay, …, origin.
struct Hop {
  std::string source;  ///< Source::id; empty = nobody named
  ChainLink link = ChainLink::explicit_;
  std::string cue;  ///< the words that state the relation, e.g. "argues that"; may be empty
  Foreign foreign;
  friend bool operator==(const Hop&, const Hop&) = default;
};

struct Remark {
  std::string id;
  std::string text;
  bool question = false;  ///< motivation `questioning`; else `commenting`
  Basis basis = Basis::text;
  std::string creator;
  std::string created;  ///< ISO 8601
  Foreign foreign;
  friend bool operator==(const Remark&, const Remark&) = default;
};

/// One claim: where it stands, who is behind it, how it is given. Copies are shared by pointer, so a claim is immutable once it
/// is in a Document.
struct Claim {
  std::string id;
  std::string target;  ///< address of the article as the file gives it; may be empty
  Selector selector;
  std::vector<Hop> chain;  ///< article → … → origin; empty = the article itself says it, nobody named
  Scope scope = Scope::none;
  Directness directness = Directness::none;
  Naming naming =
      Naming::none;  ///< of the origin, in this place ("experts" may be generic here, named elsewhere)
  CueClass cue_class = CueClass::none;
  Medium medium = Medium::unknown;
  Certainty certainty = Certainty::unknown;
  std::vector<Evidence> evidence;
  ClaimType type = ClaimType::unspecified;
  std::vector<std::string>
      not_stated;  ///< what the text does not say: "when he said it", "how the figure was reached"
  std::vector<Remark> remarks;
  Status status = Status::confirmed;
  double confidence = -1;    ///< of a suggestion, 0 to 1; -1 = none
  std::string reason;        ///< why the engine suggests it, for a person, in English
  ReasonParts reason_parts;  ///< the same for other languages; empty = it cannot be said in them
  std::string engine;        ///< version of the engine that suggested it
  std::string note;          ///< the reader's own note
  std::string creator;
  std::string created;  ///< ISO 8601, as in the file
  std::string modified;
  Foreign foreign;  ///< of the annotation object
  friend bool operator==(const Claim&, const Claim&) = default;
};
using ClaimPtr = std::shared_ptr<const Claim>;
using SourcePtr = std::shared_ptr<const Source>;

/// All that one claims file says. Cheap to copy (claims and sources are shared), so that undo keeps whole documents.
struct Document {
  std::string id;
  std::string article_url;
  std::string article_title;
  std::string article_hash;  ///< text_hash of the article that it was made for; may be empty
  std::string lang;
  std::vector<OwnKind> kinds;
  std::vector<SourcePtr> sources;
  std::vector<ClaimPtr> claims;
  /// Ids of what this reader took away: the publisher's claims (in a layer only), and suggestions of the engine that were rejected.
  std::vector<std::string> removed;
  bool independence_stated = false;  ///< the file says that independence of origins was looked at
  std::string independence;          ///< what it says of it
  Foreign foreign;                   ///< of the page object

  const Source* find_source(std::string_view id) const;
  const Claim* find_claim(std::string_view id) const;
};

/// The innermost source of a claim's chain; nullptr when nobody is named.
const Source* origin_of(const Document& document, const Claim& claim);
/// Hue of a claim: by its origin, `Hue::none` without one.
Hue hue_of(const Document& document, const Claim& claim);

}  // namespace who_says
