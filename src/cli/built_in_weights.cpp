#include "cli/built_in_weights.h"

#include <span>
#include <string_view>
#include <utility>

#include "cli/files.h"

namespace who_says {
namespace {

constexpr char kBytes[] =
#include "compiled_in/attribution/weights.inc"
    ;
constexpr std::string_view kBuiltIn(kBytes, sizeof kBytes - 1);

Result<std::optional<Weights>> read(std::string_view bytes) {
  Result<Weights> out = Weights::read({reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size()});
  if (!out) return out.error();
  return std::optional(std::move(out).value());
}

}  // namespace

Result<std::optional<Weights>> load_weights(const std::string& path) {
  if (path.empty()) return kBuiltIn.empty() ? Result(std::optional<Weights>()) : read(kBuiltIn);
  Result<std::string> file = read_file(path);
  if (!file) return file.error();
  return read(file.value());
}

}  // namespace who_says
