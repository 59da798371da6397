#pragma once

#include <string>
#include <utility>

#include "model/claim.h"
#include "model/json.h"

namespace who_says {

/// The members of an object that are still to be read. What nobody took is foreign and goes back into the file.
class Members {
 public:
  explicit Members(const Json& object);
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
  /// Takes the member away if it is that string.
  void drop_if(const char* key, std::string_view wanted) {
    if (string_or(left_, key) == wanted) drop(key);
  }
  /// Puts another value there; null, an empty object or an empty list takes the member away.
  void replace(const char* key, Json value) {
    if (value.empty())
      drop(key);
    else
      left_[key] = std::move(value);
  }
  /// Remembers that the file has no such member, so that the writer does not add one.
  void note_absent(const char* key);
  /// JSON-LD's "@id" and "@type" by the names that the W3C's context gives them.
  void plain_keywords();
  const Json& left() const { return left_; }
  /// The same with members that the writer places itself first and in its order, so that a second load finds them so.
  Json rest() const;
  Foreign foreign() const { return left_.empty() ? Foreign() : dump_json(rest()); }

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
  Json chain = Json::object();     ///< members of the chain's list beside its items
  Json kind;                       ///< a classifying body, used while the claim has no source

  Foreign write() const;
  static Kept read(const Foreign& foreign);
};

/// What a FragmentSelector with a text directive conforms to.
constexpr const char* kTextDirective = "https://wicg.github.io/scroll-to-text-fragment/";

/// An agent's text is an address, as the W3C expects, and not a name.
bool is_address(std::string_view agent);

/// `object` and then the members of `foreign`; a member that is there already stays as it is.
void add_foreign(Json& object, const Json& foreign);
void add_foreign(Json& object, const Foreign& foreign);
/// An object with one member.
Json object_with(const char* key, Json value);
/// A body: an object with type, purpose and one more member.
Json body_with(const char* type, const char* purpose, const char* key, Json value);
/// `note_absent` was called for it.
bool is_noted_absent(const Json& foreign, const char* key);
/// A member that is written although nobody set it, unless `foreign` has another value for it or notes its absence.
void put_default(Json& object, const char* key, const char* value, const Json& foreign);

}  // namespace who_says
