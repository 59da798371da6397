#pragma once

#include <string>
#include <string_view>

#include "app/app.h"

namespace who_says {

/// The application behind messages in JSON, without a screen. It is all that the text view needs.
class Messenger {
 public:
  /// Carries out one command of the page. Returns whether what is shown changed.
  bool send(std::string_view json);
  /// Effects since the last call.
  std::string take_effects();
  /// The outline, beside what the last call gave (write_outline); "" when it is as it was.
  std::string take_outline();
  const App& app() const { return app_; }

 protected:
  void apply(const Command& command);

 private:
  App app_;
  Effects effects_;
  uint64_t outline_contents_ = 0;
  OutlineNode outline_;
};

}  // namespace who_says
