#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/codec_part.h"
#include "text/utf.h"

namespace who_says {

/// Reads single annotations into the document of `loaded`, whose kinds and sources are already there.
class AnnotationReader : public PartReader {
 public:
  AnnotationReader(Loaded& loaded, std::u16string_view article_text)
      : PartReader(loaded), text_(article_text), map_(article_text) {}
  /// False when the value is no annotation. `where`: its JSON pointer; `index`: its place in the list, for an id if it has none.
  bool read(const Json& value, const std::string& where, size_t index);

 private:
  /// What bodies say of one claim, until all of them are read.
  struct Bodies {
    std::string motivation;               ///< of the annotation: it holds for bodies without a purpose
    std::vector<std::string> identified;  ///< sources that bodies of their own name
    bool has_chain = false;
  };

  std::string read_id(Members& annotation, const std::string& where, size_t index);
  void read_target(Members& annotation, Claim& claim, Kept& kept, const std::string& where);
  void read_place(const Json& target, Claim& claim, Kept& kept, const std::string& where);
  void read_selector(const Json& selector, Claim& claim, Kept& kept, const std::string& where);
  bool read_quote(const Json& selector, Claim& claim, Kept& kept, const std::string& where);
  bool read_fragment(const Json& selector, Claim& claim);
  bool read_position(const Json& selector, Claim& claim, Kept& kept, const std::string& where);
  void read_bodies(Members& annotation, Claim& claim, Kept& kept, const std::string& where);
  bool read_body(const Json& body, Bodies& all, Claim& claim, Kept& kept, const std::string& where);
  bool read_remark(const Json& body, const Bodies& all, Claim& claim, const std::string& where);
  bool read_chain(const Json& list, Claim& claim, Kept& kept, const std::string& where);
  void read_sourcing(Members& annotation, Claim& claim, const std::string& where);
  bool is_described(const std::string& source);

  std::u16string_view text_;
  CodePointMap map_;
  std::set<std::string> ids_;
  int last_repeated_ = 1;  ///< the number that told the last repeated id apart
  std::set<std::string> sources_;
};

}  // namespace who_says
