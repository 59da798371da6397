#pragma once

#include <string_view>

#include "platform/messenger.h"

namespace who_says {

/// The entry points for messages (ws_buffer, ws_send, ws_effects, ws_outline) talk to this one.
void begin_messages(Messenger& messenger);
/// What the page wrote into the buffer.
std::string_view message(int bytes);

}  // namespace who_says
