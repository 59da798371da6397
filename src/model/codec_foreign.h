#pragma once

#include <string>

#include "model/claim.h"
#include "model/json.h"

namespace who_says {

/// The members of an object that are still to be read. What nobody took is foreign and goes back into the file.
class Members {
 public:
  explicit Members(const Json& object) : left_(object) {}
  const Json* peek(const char* key) const { return member(left_, key); }
  void drop(const char* key) { left_.erase(key); }
  /// Takes a member that is a string; "" when it is not there or something else (which then stays).
  std::string text(const char* key) {
    const Json* value = peek(key);
    if (!value || !value->is_string()) return {};
    std::string out = value->get<std::string>();
    drop(key);
    return out;
  }
  /// Puts another value there; null or an empty object takes the member away.
  void replace(const char* key, Json value) {
    if (value.is_null() || (value.is_object() && value.empty()))
      drop(key);
    else
      left_[key] = std::move(value);
  }
  const Json& left() const { return left_; }
  Foreign foreign() const { return left_.empty() ? Foreign() : dump_json(left_); }

 private:
  Json left_;
};

/// What of a foreign annotation does not fit a Claim, as it is held in Claim::foreign.
struct Kept {
  Json members = Json::object();   ///< of the annotation
  Json target = Json::object();    ///< members of its target beside source and selector
  Json quote = Json::object();     ///< members of its quote selector beside exact, prefix, suffix
  Json position = Json::object();  ///< the same of its position selector
  Json selectors = Json::array();  ///< other selectors of the target
  Json targets = Json::array();    ///< other targets
  Json bodies = Json::array();     ///< bodies that are not understood
  Json kind;                       ///< a classifying body, used while the claim has no source

  Foreign write() const;
  static Kept read(const Foreign& foreign);
};

/// `object` and then the members of `foreign`; a member that is there already stays as it is.
void add_foreign(Json& object, const Json& foreign);
void add_foreign(Json& object, const Foreign& foreign);

}  // namespace who_says
