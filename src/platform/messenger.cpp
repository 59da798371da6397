#include "platform/messenger.h"

#include <utility>

namespace who_says {

void Messenger::apply(const Command& command) {
  for (Effect& effect : app_.update(command)) effects_.push_back(std::move(effect));
}

bool Messenger::send(std::string_view json) {
  Result<Command> command = read_command(json);
  if (!command) {
    Effect failed(EffectKind::failed, command.error().where);
    failed.value = command.error().code;
    failed.text = command.error().message;
    effects_.push_back(std::move(failed));
    return false;
  }
  uint64_t before = app_.revision();
  apply(command.value());
  return app_.revision() != before;
}

std::string Messenger::take_effects() {
  std::string out = write_effects(effects_);
  effects_.clear();
  return out;
}

std::string Messenger::take_outline() {
  if (outline_contents_ == app_.contents()) return {};
  const OutlineNode& now = app_.outline(outline_contents_);
  outline_contents_ = app_.contents();
  std::string out = write_outline(now, &outline_);
  outline_ = now;
  return out;
}

}  // namespace who_says
