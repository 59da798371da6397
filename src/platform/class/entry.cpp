#include <cstdint>
#include <string>

#include "app/messages_class_page.h"

// The classroom as a module of its own: text in, text out. See platform/README.md.

namespace {
who_says::ClassPage page;
std::string buffer, answer;  // the next question; what was returned last
}  // namespace

extern "C" {

char* wc_buffer(int bytes) {
  buffer.resize(static_cast<size_t>(bytes));
  return buffer.data();
}
const char* wc_ask(int bytes) {
  answer = page.ask(std::string_view(buffer).substr(0, static_cast<size_t>(bytes)));
  buffer = {};
  return answer.c_str();
}
}
