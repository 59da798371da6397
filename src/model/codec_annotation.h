#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/codec_part.h"
#include "text/utf.h"

namespace who_says {

/// Reads single annotations into the document of `loaded`, whose sources are already there.
class AnnotationReader : public PartReader {
 public:
  AnnotationReader(Loaded& loaded, std::u16string_view article_text)
      : PartReader(loaded), text_(article_text), map_(article_text) {}
  /// `where`: JSON pointer of the annotation; `index`: its place in the list, for an id if it has none.
  void read(const Json& value, const std::string& where, size_t index);

 private:
  void read_target(const Json& target, Claim& claim, Kept& kept, const std::string& where);
  void read_selector(const Json& selector, Claim& claim, Kept& kept, const std::string& where);
  void read_body(const Json& body, bool question, Claim& claim, Kept& kept, const std::string& where);
  void read_chain(const Json& items, Claim& claim, const std::string& where);
  void read_sourcing(const Json& sourcing, Members& annotation, Claim& claim, const std::string& where);
  void check_sources(const Claim& claim, const std::string& where);

  std::u16string_view text_;
  CodePointMap map_;
  std::set<std::string> ids_;
};

}  // namespace who_says
