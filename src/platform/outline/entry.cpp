// The core without a panel: all that the text view needs, for browsers that refuse WebAssembly.

#include "platform/web/messages_entry.h"

namespace {
who_says::Messenger messenger;
}

extern "C" void ws_start(int) { who_says::begin_messages(messenger); }
