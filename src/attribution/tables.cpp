#include "attribution/tables.h"

#include <algorithm>
#include <utility>

namespace who_says {

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min(text.find(at, begin), text.size());
    if (end > begin || at == '\t') parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

void each_line(Steps& steps, std::string_view table, std::function<void(std::string_view)> f) {
  constexpr uint32_t kBytesAUnit = 8;
  steps.then([rest = table, f = std::move(f)]() mutable -> uint32_t {
    if (rest.empty()) return 0;
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (!line.empty() && line[0] != '#') f(line);
    return static_cast<uint32_t>(line.size()) / kBytesAUnit + 1;
  });
}

}  // namespace who_says
