#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/command.h"
#include "app/effect.h"
#include "app/outline.h"
#include "app/view_models.h"
#include "model/result.h"

namespace who_says {

struct State;  // app/state.h

/// The product without a screen: give it commands, carry out its effects, draw its model.
class App {
 public:
  App();
  ~App();
  /// Carries out one command. Never fails: what cannot be done is an effect `failed` and a notice in the model.
  Effects update(const Command& command);
  /// What the panel shows now. Valid until the next update. Rebuilt only after a change of its contents.
  const PanelModel& model() const;
  /// The same as a semantic tree. Valid until the next call or update. Of cards that are as they were when contents() was `since`, and the
  /// outline was asked for, only the id is given.
  const OutlineNode& outline(uint64_t since = 0) const;
  /// Grows by one with each visible change.
  uint64_t revision() const;
  /// The same for what the panel and the outline hold: as long as it is the same, only what is pointed at or focused may be another.
  uint64_t contents() const;
  /// The whole working document as a claims file.
  std::string claims_file() const;
  const State& state() const;

 private:
  Effects carry_out(const Command& command);

  std::unique_ptr<State> state_;
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

// app/messages.cpp: the messages of the shell.
Result<Command> read_command(std::string_view json);
std::string write_command(const Command& command);
std::string write_effects(const Effects& effects);
/// With the one that was written `before`: of nodes that are as they were, their id and "same" alone.
std::string write_outline(const OutlineNode& root, const OutlineNode* before = nullptr);

}  // namespace who_says
