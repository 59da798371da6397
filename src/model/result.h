#pragma once

#include <string>
#include <utility>
#include <variant>

namespace who_says {

/// What went wrong, for a program and for a person.
struct Error {
  /// Stable kebab-case code, e.g. "not-json", "wrong-shape", "too-large".
  std::string code;
  /// One plain English sentence that says what is wrong and what to do.
  std::string message;
  /// Place: "line 3, column 14", a JSON pointer ("/items/4/target"), a file name; may be empty.
  std::string where;
};

/// A value or an Error. No exceptions: ask `ok()` first; `value()` on an error is a programming mistake.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}
  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T& value() & { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace who_says
