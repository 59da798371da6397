// The core without a panel: all that the text view needs, for browsers that refuse WebAssembly.

#include "platform/web/messages_entry.h"

extern "C" void ws_start(int) {
  static who_says::Messenger core;
  who_says::begin_messages(core);
}
