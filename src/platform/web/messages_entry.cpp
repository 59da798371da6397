#include "platform/web/messages_entry.h"

#include <string>

namespace who_says {
namespace {

Messenger* messenger = nullptr;
std::string buffer, effects, outline;

}  // namespace

void begin_messages(Messenger& one) { messenger = &one; }
std::string_view message(int bytes) { return std::string_view(buffer).substr(0, static_cast<size_t>(bytes)); }

}  // namespace who_says

using namespace who_says;

extern "C" {

char* ws_buffer(int bytes) {
  buffer.resize(static_cast<size_t>(bytes));
  return buffer.data();
}
int ws_send(int bytes) { return messenger->send(message(bytes)); }
const char* ws_effects() {
  effects = messenger->take_effects();
  return effects.c_str();
}
const char* ws_outline() {
  outline = messenger->take_outline();
  return outline.empty() ? nullptr : outline.c_str();
}
}
