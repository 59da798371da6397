#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/claim.h"
#include "model/result.h"

namespace who_says {

/// Limits of what is read, stated in errors ("too-large", "too-deep", "too-many").
struct Limits {
  size_t bytes = 16u << 20;
  size_t depth = 64;
  size_t annotations = 20000;
};

/// What could be read, and a problem for each part that could not. Problems never lose what was good.
struct Loaded {
  Document document;
  std::vector<Error> problems;
};

/// Reads a claims file or any W3C Web Annotation JSON: a page, a collection (with `first`), a bare annotation, a list, a
/// reader's layer. `article_text` is the text that positions refer to (code points in the file, UTF-16 in memory); pass the
/// article's text, or an empty view when it is not at hand: then positions of texts outside the BMP may be off and are only hints.
/// An Error only when nothing at all could be read (not JSON, over a limit, no annotation shape).
Result<Loaded> read_claims(std::string_view json, std::u16string_view article_text,
                           const Limits& limits = {});

/// read_claims bit by bit, for who must not be kept waiting: what it gives is the same.
class ClaimsReader {
 public:
  /// Both texts must outlive it.
  ClaimsReader(std::string_view json, std::u16string_view article_text, const Limits& limits = {});
  ~ClaimsReader();
  ClaimsReader(ClaimsReader&&) noexcept;
  ClaimsReader& operator=(ClaimsReader&&) noexcept;
  /// Goes on for about as long as it takes to parse so many bytes. True when it is over.
  bool read(size_t bytes);
  /// Once, after read() gave true.
  Result<Loaded> take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Writes a claims file (AnnotationPage, two-space indent, keys in documented order, final newline). Unknown members read
/// before are written back. `article_text` as above.
std::string write_claims(const Document& document, std::u16string_view article_text);
/// Writes annotations for other tools (AnnotationPage with members of the W3C's alone): who is behind a claim as bodies of text
/// with the purposes classifying, identifying, linking, tagging and commenting. Reading them gives quotes and remarks, but no
/// sources and chains. `article_text` as above.
std::string write_annotations(const Document& document, std::u16string_view article_text);

/// Publisher's file + this reader's layer: claims and sources of the layer replace those of the same id, `removed` ones go.
Document apply_layer(const Document& base, const Document& layer);
/// The smallest layer that turns `base` into `current`.
Document layer_between(const Document& base, const Document& current);

/// A claim or source that both sides hold differently.
struct Conflict {
  std::string id;
  bool is_source = false;
};
struct Merge {
  Document document;  ///< mine, plus all of theirs that does not conflict
  uint32_t added = 0;
  uint32_t same = 0;
  std::vector<Conflict> conflicts;  ///< mine kept; shown to a person
};
/// Import: merges `theirs` into `mine`. Conflicts are never guessed.
Merge merge_documents(const Document& mine, const Document& theirs);

}  // namespace who_says
